"""Documents invented by chance, of which is known what they hold."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.importing.documents import inventing_words as words

#: A row of homes: its kind, corporation, location and number of homes.
Row = tuple[str, str, str, str]


@dataclass(frozen=True)
class Said:
    """An agreement: its number, words, heading, and what each party does."""

    number: str
    text: str
    heading: str
    roles: dict[str, str]


@dataclass
class Invented:
    """A sketch of a document and what a person would find in it."""

    lines: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    agreements: list[Said] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    #: Of each table of figures: its years and its corporations, sorted.
    figures: list[tuple[list[str], list[str]]] = field(default_factory=list)
    signatories: list[tuple[str, str]] = field(default_factory=list)
    #: Everybody who may be named in it.
    people: set[str] = field(default_factory=set)

    @property
    def sketch(self) -> str:
        return "\n".join(self.lines)


def invented(seed: int) -> Invented:
    """The same document for the same seed."""
    return _Inventor(random.Random(seed)).document()


_NUMBERED: dict[str, Callable[[int, int, int], str]] = {
    "1.1": lambda theme, place, _: f"{theme}.{place}",
    "1": lambda _, __, count: str(count),
    "A1": lambda theme, place, _: f"{chr(64 + theme)}{place}",
    "1.1.1": lambda theme, place, _: f"{theme}.{(place + 1) // 2}.{(place - 1) % 2 + 1}",
}
_THEMES = {
    "1.": "## {number}. {title}",
    "1": "## {number} {title}",
    "Thema": "## Thema {number}: {title}",
    "Hoofdstuk": "## Hoofdstuk {number} {title}",
    "": "## {title}",
}


class _Inventor:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.made = Invented()
        self.municipality = f"Gemeente {chance.choice(words.MUNICIPALITIES)}"
        self.corporations = chance.sample(words.CORPORATIONS, chance.randint(1, 4))
        self.tenants = chance.sample(words.TENANTS, chance.randint(1, 2))
        self.people = [self.municipality, *self.corporations, *self.tenants]
        self.made.people = set(self.people)
        self.numbers = chance.choice(("1.1", "1.1", "1", "A1", "1.1.1"))
        self.layout = chance.choice(
            (self.paragraphs, self.titled, self.table, self.headless, self.labels)
        )
        if self.layout in (self.titled, self.labels) and self.numbers in ("1", "1.1.1"):
            self.numbers = "1.1"
        self.lead, self.involved = chance.choice(words.ROLES)
        self.count = 0

    def document(self) -> Invented:
        chance, add = self.chance, self.add
        add(f"# Prestatieafspraken 2026 {self.municipality}", "")
        chance.choice((self.contents, self.cover, self.introduction, lambda: None))()
        style = chance.choice(list(_THEMES.values()))
        with_projects, with_figures = chance.random() < 0.5, chance.random() < 0.5
        for number, title in enumerate(self.titles(), 1):
            shown = chr(64 + number) if self.numbers == "A1" else str(number)
            add(style.format(number=shown, title=title), "")
            if chance.random() < 0.6:
                add(self.sentences(3), "")
            self.layout(number)
            if with_projects and number < 3:
                self.projects()
            if with_figures and number == 1:
                self.figures()
        if chance.random() < 0.4:
            add("## Begrippen", "", "DAEB: dienst van algemeen economisch belang.", "")
        chance.choice((self.blocks, self.sign_table, self.sign_rows, lambda: None))()
        return self.made

    def add(self, *lines: str) -> None:
        self.made.lines += lines

    def table_of(self, *rows: Sequence[str]) -> None:
        self.add(*(f"| {' | '.join(row)} |" for row in rows), "")

    def titles(self) -> list[str]:
        if not self.made.themes:
            self.made.themes = self.chance.sample(words.TITLES, self.chance.randint(3, 5))
        return self.made.themes

    def sentences(self, most: int) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, most)))

    def sentence(self) -> str:
        who, place = self.chance.choice(self.people), self.chance.choice(words.PLACES)
        return self.chance.choice(words.SENTENCES).format(who=who, place=place) + "."

    # Before the themes

    def contents(self) -> None:
        lines = [f"{n} {title} {'.' * 30} {n + 2}" for n, title in enumerate(self.titles(), 1)]
        self.add("Inhoudsopgave", "", *lines, "", "---", "")

    def cover(self) -> None:
        self.add(f"Partijen: {', '.join(self.people)}", "")

    def introduction(self) -> None:
        self.add("## Inleiding", "", f"Dit zijn afspraken van {', '.join(self.people)}.", "")

    # Agreements

    def said(self, theme: int, place: int, heading: str = "", *, known: bool = True) -> Said:
        self.count += 1
        lead, *involved = self.chance.sample(self.people, self.chance.randint(1, 3))
        roles = {lead: "lead" if known else "unknown_lead"}
        roles |= dict.fromkeys(involved, "involved" if known else "unknown_lead")
        number = _NUMBERED[self.numbers](theme, place, self.count)
        said = Said(number, self.sentences(4), heading, roles)
        self.made.agreements.append(said)
        return said

    def places(self) -> range:
        return range(1, self.chance.randint(3, 6))

    def paragraphs(self, theme: int) -> None:
        with_lines = self.chance.random() < 0.7
        is_bold = self.chance.random() < 0.3
        for place in self.places():
            said = self.said(theme, place, known=with_lines)
            if self.numbers == "1.1.1" and said.number.endswith(".1"):
                section = said.number.removesuffix(".1")
                self.add(f"### {section} {self.chance.choice(words.SECTIONS)}", "")
            number = f"{said.number}." if self.numbers == "1" else said.number
            self.add(f"**{number}** {said.text}" if is_bold else f"{number} {said.text}", "")
            self.parties(said) if with_lines else self.add(f"Wie: {', '.join(said.roles)}", "")

    def parties(self, said: Said) -> None:
        lead, *involved = said.roles
        self.add(f"{self.lead}: {lead}")
        if involved:
            self.add(f"{self.involved}: {', '.join(involved)}")
        self.add("")

    def titled(self, theme: int) -> None:
        for place in self.places():
            said = self.said(theme, place, self.chance.choice(words.HEADINGS))
            self.add(f"### {said.number} {said.heading}", "", said.text, "")
            self.parties(said)

    def table(self, theme: int) -> None:
        rows = [("Nr", "Afspraak", self.lead, self.involved, "Planning")]
        for place in self.places():
            said = self.said(theme, place)
            lead, *involved = said.roles
            rows.append((said.number, said.text, lead, ", ".join(involved), "Q3 2026"))
        self.table_of(*rows)

    def headless(self, theme: int) -> None:
        rows = []
        for place in self.places():
            said = self.said(theme, place)
            names = [f"**{who}**" if kind == "lead" else who for who, kind in said.roles.items()]
            self.chance.shuffle(names)
            rows.append((said.number, said.text, " // ".join(names)))
        self.table_of(*rows)

    def labels(self, theme: int) -> None:
        for place in self.places():
            said = self.said(theme, place)
            lead, *involved = said.roles
            self.table_of(
                ("Nummer", said.number),
                ("Afspraak", said.text),
                (self.lead, lead),
                (self.involved, ", ".join(involved) or "-"),
                ("Planning", "2026"),
            )

    # Tables of homes and of figures

    def projects(self) -> None:
        for kind in self.chance.sample(list(words.KINDS), self.chance.randint(1, 3)):
            self.add(f"### {self.chance.choice(words.KINDS[kind])}", "")
            more = self.chance.sample(("dwelling_type", "price", "note"), self.chance.randint(0, 3))
            columns = ["location", "homes", *more, "corporation"]
            if self.chance.random() < 0.5:
                self.chance.shuffle(columns)
            rows = [[self.chance.choice(words.HEADS[column]) for column in columns]]
            for location in self.chance.sample(words.LOCATIONS, self.chance.randint(2, 5)):
                row = (
                    kind,
                    self.chance.choice(self.corporations),
                    location,
                    self.chance.choice(words.HOMES),
                )
                self.made.rows.append(row)
                rows.append([self.cell(column, row) for column in columns])
            self.table_of(*rows)

    def cell(self, column: str, row: Row) -> str:
        _, corporation, location, homes = row
        known = {"location": location, "homes": homes, "corporation": corporation}
        if column in known:
            return known[column]
        if column == "note":
            return self.sentence()
        return self.chance.choice(words.TYPES if column == "dwelling_type" else words.PRICES)

    def figures(self) -> None:
        if len(self.corporations) < 2:
            return
        years = [str(year) for year in range(2025, 2025 + self.chance.randint(3, 6))]
        self.add("### Woningen met label E, F of G", "")
        values = {
            year: [self.chance.choice(("812", "40", "t.b.", "0")) for _ in self.corporations]
            for year in years
        }
        if self.chance.random() < 0.5:
            self.table_of(["Jaar", *self.corporations], *([y, *values[y]] for y in years))
        else:
            beside = enumerate(self.corporations)
            rows = [[name, *(values[y][place] for y in years)] for place, name in beside]
            self.table_of(["Corporatie", *years], *rows)
        self.made.figures.append((years, sorted(self.corporations)))

    # Signatures

    def signers(self) -> list[tuple[str, str, str]]:
        self.add("## Ondertekening", "")
        names = self.chance.sample(words.PERSONS, len(self.people))
        signed = [
            (who, name, self.function(who)) for who, name in zip(self.people, names, strict=True)
        ]
        self.made.signatories = sorted((who, name) for who, name, _ in signed)
        return signed

    def function(self, who: str) -> str:
        if who == self.municipality:
            return "wethouder"
        return "voorzitter" if who in self.tenants else "directeur-bestuurder"

    def blocks(self) -> None:
        order = self.chance.choice(((0, 1, 2), (1, 0, 2), (1, 2, 0)))
        for one in self.signers():
            self.add(*(one[place] for place in order), "")

    def sign_table(self) -> None:
        signers = self.signers()
        for start in range(0, len(signers), 3):
            self.table_of(*zip(*signers[start : start + 3], strict=True))

    def sign_rows(self) -> None:
        rows = [(who, name, function, "") for who, name, function in self.signers()]
        self.table_of(("Partij", "Naam", "Functie", "Handtekening"), *rows)
