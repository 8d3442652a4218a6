"""Workbooks invented by chance, of which is known what they hold."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.importing.documents import inventing_words as words
from tests.importing.documents.inventing import Row

Cells = list[Any]

#: What people write above the columns that only workbooks have.
_HEADS = words.HEADS | {
    "kind": ("Soort", "Soort ingreep", "Ingreep", "Activiteit", "Type project"),
    "neighbourhood": ("Wijk", "Buurt", "Kern", "Plaats"),
    "status": ("Status", "Fase", "Stand van zaken"),
    "postcode": ("Postcode", "PC4"),
    "daeb": ("DAEB", "DAEB/niet-DAEB"),
    "year": ("Oplevering", "Jaar", "Start", "Gereed"),
}
_VALUES: dict[str, tuple[Any, ...]] = {
    "neighbourhood": ("Centrum", "Noord", "Zuid", "Buitengebied"),
    "status": ("gepland", "in uitvoering", "initiatief", "besloten"),
    "postcode": (2035, 3411, "3412 AB"),
    "daeb": ("DAEB", "niet-DAEB"),
    "dwelling_type": words.TYPES,
    "price": words.PRICES,
    "year": (2026, 2027, "Q3 2026", "2026-2027"),
}
_HOMES = (24, 118, 6, 57, "ca. 40", "pm", "nnb", "+15", "6 (van de 20)")
_KINDS = {
    "new_build": "Nieuwbouw",
    "demolition": "Sloop",
    "renovation": "Renovatie",
    "sale": "Verkoop",
    "acquisition": "Aankoop",
    "study": "Onderzoek",
}


@dataclass
class Book:
    """The sheets of a workbook and the rows of homes a person would find in them."""

    sheets: dict[str, list[Cells]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


def invented_book(seed: int) -> Book:
    """The same workbook for the same seed."""
    return _Inventor(random.Random(seed)).book()


class _Inventor:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.made = Book()
        self.corporations = chance.sample(words.CORPORATIONS, chance.randint(2, 4))
        self.kinds = chance.sample(list(_KINDS), chance.randint(2, 4))
        self.years = list(range(2026, 2026 + chance.randint(2, 4))) if chance.random() < 0.3 else []
        more = chance.sample(list(_VALUES), chance.randint(0, 4))
        self.columns = [
            "location",
            "homes",
            *(one for one in more if one != "year" or not self.years),
        ]
        self.has_title, self.has_gap = chance.random() < 0.5, chance.random() < 0.5
        self.has_total = chance.random() < 0.4

    def book(self) -> Book:
        layout: Callable[[], None] = self.chance.choice(
            (self.one_list, self.sheet_for_each_kind, self.sheet_for_each_corporation,
             self.kinds_between, self.corporations_between)
        )  # fmt: skip
        layout()
        return self.made

    # Layouts

    def one_list(self) -> None:
        self.columns = ["kind", *self.columns, "corporation"]
        if self.chance.random() < 0.5:
            self.chance.shuffle(self.columns)
        rows = [self.row(self.kind(), self.corporation(), where) for where in self.places(4)]
        self.sheet("Projecten", rows)

    def sheet_for_each_kind(self) -> None:
        self.columns.insert(self.chance.choice((0, len(self.columns))), "corporation")
        for kind in self.kinds:
            rows = [self.row(kind, self.corporation(), where) for where in self.places(2)]
            self.sheet(_KINDS[kind], rows)

    def sheet_for_each_corporation(self) -> None:
        self.columns.insert(0, "kind")
        for who in self.corporations:
            rows = [self.row(self.kind(), who, where) for where in self.places(2)]
            self.sheet(who, rows)

    def kinds_between(self) -> None:
        self.columns.append("corporation")
        rows: list[Cells] = []
        for kind in self.kinds:
            rows.append(self.alone(_KINDS[kind]))
            rows += [self.row(kind, self.corporation(), where) for where in self.places(2)]
        self.sheet("Programma", rows)

    def corporations_between(self) -> None:
        self.columns.insert(0, "kind")
        rows: list[Cells] = []
        for who in self.corporations:
            rows.append(self.alone(who))
            rows += [self.row(self.kind(), who, where) for where in self.places(2)]
        self.sheet("Bod", rows)

    # Parts

    def kind(self) -> str:
        return self.chance.choice(self.kinds)

    def corporation(self) -> str:
        return self.chance.choice(self.corporations)

    def places(self, least: int) -> Sequence[str]:
        return self.chance.sample(words.LOCATIONS, self.chance.randint(least, least + 3))

    def alone(self, text: str) -> Cells:
        return [text, *[None] * (self.width - 1)]

    @property
    def width(self) -> int:
        return len(self.columns) + len(self.years)

    def sheet(self, title: str, rows: list[Cells]) -> None:
        above = [self.alone("Bod 2026: overzicht van projecten")] if self.has_title else []
        above += [[None] * self.width] if self.has_title and self.has_gap else []
        head = [self.chance.choice(_HEADS[column]) for column in self.columns]
        total = [["Totaal", *[None] * (self.width - 2), 999]] if self.has_total else []
        self.made.sheets[title] = [*above, [*head, *self.years], *rows, *total]

    def row(self, kind: str, who: str, where: str) -> Cells:
        homes = self.chance.choice(_HOMES)
        self.made.rows.append((kind, who, where, str(homes)))
        known = {"kind": _KINDS[kind], "corporation": who, "location": where, "homes": homes}
        first = [
            known.get(column) or self.chance.choice(_VALUES[column]) for column in self.columns
        ]
        left = homes if isinstance(homes, int) else 0
        spread = [left, *[0] * (len(self.years) - 1)] if self.years else []
        return [*first, *spread]
