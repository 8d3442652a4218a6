"""A small source and what was recognised in it, made by hand: no file, no recogniser."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPartKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.reading import (
    Account,
    Doubt,
    DoubtKind,
    Fate,
    FoundAgreement,
    FoundColumn,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRole,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    IgnoreRule,
    Reading,
    Spelling,
    TableLayout,
    TableUse,
    Wording,
)
from prestatie_desktop.importing.source import (
    Cell,
    Comment,
    Form,
    Piece,
    Row,
    Source,
    Stamp,
    Stretch,
    Table,
)

_JANSEN = Stamp("J. Voorbeeld", datetime(2025, 10, 3, 10, 12, tzinfo=UTC))
_BERG = Stamp("T. Proef", datetime(2025, 10, 14, 16, 40, tzinfo=UTC))


@dataclass
class Pen:
    """Writes a source line by line and keeps what became of each piece."""

    gather: Gatherer = field(default_factory=Gatherer)
    accounts: dict[int, Account] = field(default_factory=dict)
    parts: dict[str, list[int]] = field(default_factory=dict)
    lines: int = 0
    blocks: int = 0

    def line(
        self,
        text: str,
        part: str = "",
        fate: Fate = Fate.RECOGNISED,
        *,
        rule: IgnoreRule | None = None,
        heading: int = 0,
        bold: bool = False,
        gap: bool = False,
        tracked: tuple[Stretch, ...] = (),
        comments: tuple[Comment, ...] = (),
    ) -> Piece:
        """A paragraph."""
        self._begin(text)
        piece = self.gather.piece(
            (Run(text=text, bold=bold),),
            heading=heading,
            gap=gap,
            tracked=tracked,
            comments=comments,
        )
        self._account(piece, part, fate, rule)
        self.gather.add(piece)
        self.blocks += 1
        return piece

    def cell(
        self, text: str, part: str, fate: Fate = Fate.RECOGNISED, *, bold: bool = False
    ) -> Cell:
        """A cell with a paragraph; an empty text is an empty cell."""
        if not text:
            return Cell()
        self._begin(text)
        piece = self.gather.piece((Run(text=text, bold=bold),))
        self._account(piece, part, fate, None)
        return Cell((piece,))

    def table(
        self, rows: Iterable[tuple[Cell, ...]], title: str = "", heads: int | None = None
    ) -> int:
        """A table of cells that were written; returns its place among the blocks."""
        self.gather.add(Table(rows=tuple(Row(row) for row in rows), title=title, heads=heads))
        self.blocks += 1
        return self.blocks - 1

    def of(self, part: str) -> tuple[int, ...]:
        """The pieces of a part."""
        return tuple(self.parts.get(part, ()))

    def _begin(self, text: str) -> None:
        self.lines += 1
        self.gather.line(text, f"alinea {self.lines}")

    def _account(self, piece: Piece, part: str, fate: Fate, rule: IgnoreRule | None) -> None:
        self.accounts[piece.key] = Account(fate, part, rule)
        if part:
            self.parts.setdefault(part, []).append(piece.key)


def small_import() -> tuple[Source, Reading]:
    """Two themes, four agreements (one in tracked changes), two tables, some of everything else."""
    pen = Pen()
    ignored, attached, lost = Fate.IGNORED, Fate.ATTACHED, Fate.NOT_RECOGNISED
    pen.line("Prestatieafspraken Veldhoven 2026", "cover", heading=1)
    pen.line("Concept van 3 november 2025", "cover")
    pen.line("Inhoud", fate=ignored, rule=IgnoreRule.TABLE_OF_CONTENTS)
    pen.line("Beschikbaarheid ......... 2", fate=ignored, rule=IgnoreRule.TABLE_OF_CONTENTS)
    pen.line("Waarom wij dit afspreken", "text:0", attached, heading=2, gap=True)
    pen.line(
        "Gemeente, corporaties en huurders werken samen aan voldoende en betaalbare woningen.",
        "text:0",
    )
    pen.line("1 Beschikbaarheid", "theme:1", heading=1, gap=True)
    pen.line("Er zijn te weinig kleine woningen. Daarom bouwen wij bij.", "theme:1", attached)
    pen.line("1.1 Nieuwbouw", "row:0", attached, heading=2)
    heads = ("Locatie", "Aantal", "Type", "Prijsklasse", "Corporatie")
    projects = (
        ("Kerkveld", "40", "MGW", "tot aftopping", "Woonhuis"),
        ("Zuidrand, fase 2", "+65", "EGW", "gemengd", "Thuisborg"),
        ("Molenakker", "circa 10", "", "vrij", "Thuisburg"),
    )
    rows = [tuple(pen.cell(head, "row:0", attached, bold=True) for head in heads)]
    for at, project in enumerate(projects):
        rows.append(tuple(pen.cell(text, f"row:{at}") for text in project))
    table = pen.table(rows, heads=1)
    _agreements(pen)
    pen.line("Zie ook de bijlage op het gedeelde netwerk.", fate=lost)
    pen.line("2 Betaalbaarheid", "theme:2", heading=1, gap=True)
    pen.line("2.1 De huur stijgt in 2026 met hooguit 2 %.", "agreement:2.1")
    pen.line("Partijen: Woningcorporaties", "agreement:2.1")
    pen.line("Dit geldt ook voor garages", fate=lost)
    figures = _figures(pen)
    pen.line("Ondertekening", "signatory:0", attached, heading=1, gap=True)
    pen.line("Gemeente Veldhoven, mevrouw A. Voorbeeld, wethouder", "signatory:0")
    pen.line("Woonhuis, de heer B. Bestuurder i.o.", "signatory:1")
    pen.line("Pagina 4", fate=ignored, rule=IgnoreRule.PAGE_NUMBER)
    source = pen.gather.source(
        "Concept Veldhoven 2026.docx",
        Form.WORD,
        ("Bladzijde 3 bevat een afbeelding; wat daarin staat is niet gelezen.",),
    )
    return source, _reading(pen, table, figures)


def _agreements(pen: Pen) -> None:
    comment = Comment(_BERG, "Is dit aantal al besproken met de huurders?")
    tracked = (
        Stretch(run=Run(text="1.7 Woonhuis bouwt ")),
        Stretch(run=Run(text="ongeveer 40"), deleted=_JANSEN),
        Stretch(run=Run(text="ten minste 45"), inserted=_JANSEN),
        Stretch(run=Run(text=" woningen in Kerkveld")),
        Stretch(run=Run(text=", voor 1 juli"), inserted=_BERG),
        Stretch(run=Run(text=".")),
    )
    pen.line(
        "1.7 Woonhuis bouwt ten minste 45 woningen in Kerkveld, voor 1 juli.",
        "agreement:1.7",
        gap=True,
        tracked=tracked,
        comments=(comment,),
    )
    pen.line("Woonhuis, Gemeente Veldhoven, huurders", "agreement:1.7", bold=True)
    pen.line("1.10 De gemeente wijst een contactpersoon aan.", "agreement:1.10")
    pen.line("De contactpersoon is elke werkdag bereikbaar.", "agreement:1.10", Fate.ATTACHED)
    pen.line("Gemeente Veldhoven", "agreement:1.10", bold=True)
    pen.line("Corporaties melden leegstand binnen een week.", "agreement:")


def _figures(pen: Pen) -> int:
    attached = Fate.ATTACHED
    cells = (
        ("Jaar", "Woonhuis", "Thuisborg", "Totaal"),
        ("2026", "120", "80", "200"),
        ("2027", "90", "t.b.", "90"),
    )
    rows = [
        tuple(pen.cell(text, "figures:0", attached if at == 0 else Fate.RECOGNISED) for text in row)
        for at, row in enumerate(cells)
    ]
    return pen.table(rows, title="Woningen met label E, F of G", heads=1)


def _reading(pen: Pen, table: int, figures: int) -> Reading:
    doubt = Doubt
    wordings = (
        Wording(None, "<p>Woonhuis bouwt ongeveer 40 woningen in Kerkveld.</p>"),
        Wording(_JANSEN, "<p>Woonhuis bouwt ten minste 45 woningen in Kerkveld.</p>"),
        Wording(_BERG, "<p>Woonhuis bouwt ten minste 45 woningen in Kerkveld, voor 1 juli.</p>"),
    )
    agreements = (
        FoundAgreement(
            key="agreement:1.7", pieces=pen.of("agreement:1.7"), theme="1", number="1.7",
            text=wordings[-1].text, planning="voor 1 juli", wordings=wordings,
            comments=(Comment(_BERG, "Is dit aantal al besproken met de huurders?"),),
            roles=(
                FoundRole("Woonhuis", RoleKind.UNKNOWN_LEAD),
                FoundRole("Gemeente Veldhoven", RoleKind.UNKNOWN_LEAD),
            ),
            doubts=(doubt(DoubtKind.PARTIES_NOT_READ, ("huurders",)),),
        ),
        FoundAgreement(
            key="agreement:1.10", pieces=pen.of("agreement:1.10"), theme="1", number="1.10",
            text="<p>De gemeente wijst een contactpersoon aan.</p>"
                 "<p>De contactpersoon is elke werkdag bereikbaar.</p>",
            roles=(FoundRole("Gemeente Veldhoven", RoleKind.LEAD),),
        ),
        FoundAgreement(
            key="agreement:", pieces=pen.of("agreement:"), theme="1", number="",
            text="<p>Corporaties melden leegstand binnen een week.</p>",
            doubts=(doubt(DoubtKind.NO_NUMBER), doubt(DoubtKind.NO_PARTIES)),
        ),
        FoundAgreement(
            key="agreement:2.1", pieces=pen.of("agreement:2.1"), theme="2", number="2.1",
            text="<p>De huur stijgt in 2026 met hooguit 2 %.</p>",
            roles=(FoundRole("Woningcorporaties", RoleKind.LEAD),),
        ),
    )  # fmt: skip
    return Reading(
        cover=FoundCover(
            key="cover", pieces=pen.of("cover"), title="Prestatieafspraken Veldhoven 2026",
            kind=SetKind.YEARLY, first_year=2026, last_year=2026,
        ),
        parties=_parties(),
        groups=(
            FoundGroup(
                key="party:Woningcorporaties", name="Woningcorporaties",
                members=("Woonhuis", "Thuisborg"),
                doubts=(doubt(DoubtKind.MEMBERS_GUESSED, ("Woningcorporaties",)),),
            ),
        ),
        spellings=(Spelling(written="Thuisburg", stands_for="Thuisborg", reason="typing_error"),),
        text_parts=(
            FoundTextPart(
                key="text:0", pieces=pen.of("text:0"), kind=TextPartKind.PREAMBLE,
                title="Waarom wij dit afspreken",
                text="<p>Gemeente, corporaties en huurders werken samen aan voldoende en "
                     "betaalbare woningen.</p>",
            ),
        ),
        themes=(
            FoundTheme(key="theme:1", pieces=pen.of("theme:1"), number="1",
                       title="Beschikbaarheid",
                       introduction="<p>Er zijn te weinig kleine woningen. Daarom bouwen wij "
                                    "bij.</p>"),
            FoundTheme(key="theme:2", pieces=pen.of("theme:2"), number="2",
                       title="Betaalbaarheid"),
        ),
        agreements=agreements,
        rows=_rows(pen),
        figures=(
            FoundFigures(
                key="figures:0", pieces=pen.of("figures:0"), kind=SeriesKind.SERIES, theme="2",
                title="Woningen met label E, F of G", row_label="Jaar", with_totals=True,
                columns=(FoundColumn("Woonhuis", "Woonhuis"), FoundColumn("Thuisborg", "Thuisborg")),
                rows=(("2026", ("120", "80")), ("2027", ("90", "t.b."))),
            ),
        ),
        signatories=(
            FoundSignatory(key="signatory:0", pieces=pen.of("signatory:0"),
                           party="Gemeente Veldhoven", name="mevrouw A. Voorbeeld",
                           function="wethouder"),
            FoundSignatory(key="signatory:1", pieces=pen.of("signatory:1"), party="Woonhuis",
                           name="de heer B. Bestuurder"),
        ),
        tables=(
            TableLayout(signature="locatie|aantal|type|prijsklasse|corporatie", block=table,
                        title="1.1 Nieuwbouw", use=TableUse.PROJECTS, kind="new_build", head=0,
                        columns=("location", "homes", "dwelling_type", "price", "corporation"),
                        labels=("Locatie", "Aantal", "Type", "Prijsklasse", "Corporatie")),
            TableLayout(signature="jaar|woonhuis|thuisborg|totaal", block=figures,
                        title="Woningen met label E, F of G", use=TableUse.FIGURES, head=0,
                        columns=("", "", "", ""),
                        labels=("Jaar", "Woonhuis", "Thuisborg", "Totaal"), sure=False),
        ),
        accounts=pen.accounts,
    )  # fmt: skip


def _parties() -> tuple[FoundParty, ...]:
    return (
        FoundParty(key="party:Gemeente Veldhoven", name="Gemeente Veldhoven",
                   kind=PartyKind.MUNICIPALITY),
        FoundParty(key="party:Woonhuis", name="Woonhuis", legal_name="Stichting Woonhuis",
                   kind=PartyKind.CORPORATION, aliases=("Stichting Woonhuis",)),
        FoundParty(key="party:Thuisborg", name="Thuisborg", kind=PartyKind.CORPORATION,
                   aliases=("Thuisburg",),
                   doubts=(Doubt(DoubtKind.SPELLING, ("Thuisburg", "Thuisborg")),)),
        FoundParty(key="party:Bewoners", name="Bewoners", kind=PartyKind.ACTOR, signs=False,
                   doubts=(Doubt(DoubtKind.PARTY_KIND_GUESSED, ("Bewoners",)),)),
    )  # fmt: skip


def _rows(pen: Pen) -> tuple[FoundRow, ...]:
    values = (
        ("Woonhuis", {"location": "Kerkveld", "homes": "40", "dwelling_type": "MGW",
                      "price": "tot aftopping"}, ()),
        ("Thuisborg", {"location": "Zuidrand, fase 2", "homes": "+65", "dwelling_type": "EGW",
                       "price": "gemengd"}, ()),
        ("Thuisborg", {"location": "Molenakker", "homes": "circa 10", "price": "vrij"},
         (Doubt(DoubtKind.SPELLING, ("Thuisburg", "Thuisborg")),)),
    )  # fmt: skip
    return tuple(
        FoundRow(
            key=f"row:{at}", pieces=pen.of(f"row:{at}"), kind="new_build", kind_number="1.1",
            theme="1", corporation=corporation, values=cells, doubts=doubts,
        )
        for at, (corporation, cells, doubts) in enumerate(values)
    )  # fmt: skip


def long_import(rows: int) -> tuple[Source, Reading]:
    """A sheet of so many projects."""
    pen = Pen()
    cells = [
        (pen.cell(f"Straat {at}", f"row:{at}"), pen.cell(str(at % 90), f"row:{at}"),
         pen.cell("Woonhuis", f"row:{at}"))
        for at in range(rows)
    ]  # fmt: skip
    pen.table(cells, title="Projecten")
    found = tuple(
        FoundRow(key=f"row:{at}", pieces=pen.of(f"row:{at}"), kind="study", corporation="Woonhuis",
                 values={"location": f"Straat {at}", "homes": str(at % 90)})
        for at in range(rows)
    )  # fmt: skip
    source = replace(pen.gather.source("Projecten.xlsx", Form.SHEETS))
    return source, Reading(cover=FoundCover(key="cover"), rows=found, accounts=pen.accounts)
