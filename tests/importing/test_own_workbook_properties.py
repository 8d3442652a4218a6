"""Whatever people typed, a dossier comes back from its workbook as it was."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Obligation
from prestatie_desktop.domain.breakdown import Breakdown, Part
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, YearQuantity
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.quantity import Quantity, Unknown, read
from prestatie_desktop.domain.richtext import Block, ListKind, Run, to_html
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesRow
from prestatie_desktop.domain.signing import Signatory
from tests.building import full_session
from tests.importing.own_workbooks import exported, taken, travelled, with_shared_strings

_HARD = [
    "=1+1", "+65", "-5", "@x", "1.10", "3-4", "1-1-2024", "TRUE", "#REF!", "0012", "1E5", "; ", ";",
    "\n", "\r\n", "\t", " ", "\u00a0", "\x00", "\x0b", "\u2028", "\ufffe", "_x000D_",
    "_x0041_", "😀", "שלום עולם", "\u202eomgekeerd", '"', "'", "&amp;", "<b>", "]]>", "’", "ﬁ",
    "circa 10", "pm", "Tekst (vervolg)", "id", "Rij", "é", "e\u0301", "woord", "1,581",
    "3 (van de 7)", "Weller", "• ", "a. ",
]  # fmt: skip
_UNITS = ["homes", "units", "persons", "euro", "percent", ""]


class Odd(Random):
    """Makes the odd things that people type, the same for the same seed."""

    def text(self) -> str:
        return "".join(self.choice(_HARD) for _ in range(self.choice((0, 1, 1, 2, 4))))

    def name(self) -> str:
        return self.text() or "naam"

    def long_text(self) -> str:
        long = ("😀" * 17_000 + self.text(), "a\n" * 20_000, self.text() * 9_000)
        return self.choice(long) if self.random() < 0.1 else self.text()

    def maybe(self, value: object) -> object | None:
        return value if self.random() < 0.5 else None

    def number(self) -> Decimal | None:
        return Decimal(self.randint(-(10**6), 10**6)) / 100 if self.random() < 0.5 else None

    def day(self) -> date | None:
        return (
            date(1800, 1, 1) + timedelta(self.randint(0, 150_000)) if self.random() < 0.7 else None
        )

    def html(self) -> str:
        return to_html(tuple(self._block() for _ in range(self.randint(0, 4))))

    def _block(self) -> Block:
        runs = tuple(
            Run(
                text=self.text(), bold=self.random() < 0.3, italic=self.random() < 0.2,
                superscript=self.random() < 0.1,
                link=self.choice(("a1", "item-2")) if self.random() < 0.2 else None,
            )
            for _ in range(self.randint(0, 4))
        )  # fmt: skip
        kind = self.choice((None, None, *ListKind))
        return Block(runs=runs, list_kind=kind, level=self.randint(0, 3))

    def quantity(self) -> Quantity:
        if self.random() < 0.7:
            return read(self.text(), self.choice(_UNITS))
        return Quantity(
            raw=self.text(), value=self.number(), lower=self.number(), part_of=self.number(),
            unit=self.choice(_UNITS), approximate=self.random() < 0.5,
            unknown=self.choice((None, *Unknown)), period_years=self.choice((None, 3)),
            confirmed=self.random() < 0.5,
        )  # fmt: skip

    def split(self) -> Breakdown:
        part = Part(keys=("cheap",), count=self.number(), approximate=self.random() < 0.5)
        parts = (part,) if self.random() < 0.5 else ()
        return Breakdown(raw=self.text(), parts=parts, unknown=self.choice((None, *Unknown)))

    def phasing(self) -> tuple[YearQuantity, ...]:
        years = sorted(self.sample(range(1990, 2100), self.randint(0, 3)))
        told = (YearQuantity(year, self.quantity()) for year in years)
        return tuple(phase for phase in told if not phase.quantity.is_empty)


def odd_dossier(seed: int) -> Dossier:
    """The full small dossier with odd things in the place of its own."""
    odd, dossier = Odd(seed), full_session().dossier.copy()
    dossier.put(
        replace(
            dossier.set, title=odd.name(), dated=odd.day(), base_document=odd.text(),
            framework_id=odd.text(),
        )
    )  # fmt: skip
    for party in dossier.parties:
        dossier.put(_odd_party(odd, party))
    for group in dossier.all(PartyGroup):
        dossier.put(replace(group, name=odd.name(), note=odd.text()))
    for theme in dossier.themes:
        number = theme.number + odd.text()[:5]
        dossier.put(replace(theme, title=odd.name(), number=number, introduction=odd.html()))
    for agreement in dossier.all(Agreement):
        dossier.put(_odd_agreement(odd, agreement))
    for kind in dossier.all(CommitmentKind):
        dossier.put(replace(kind, label=odd.name(), legal=odd.text()))
    for row in dossier.all(Commitment):
        dossier.put(_odd_row(odd, row))
    for series in dossier.all(Series):
        _put_odd_series(odd, dossier, series)
    for person in dossier.all(Signatory):
        dossier.put(replace(person, name=odd.name(), document=odd.text(), document_date=odd.day()))
    return dossier


def _odd_party(odd: Odd, party: Party) -> Party:
    aliases = tuple(odd.text() for _ in range(odd.randint(0, 3)))
    return replace(
        party, name=odd.name(), legal_name=odd.text(), aliases=aliases, seat=odd.text(),
        signs=odd.random() < 0.5, note=odd.long_text(),
    )  # fmt: skip


def _odd_agreement(odd: Odd, agreement: Agreement) -> Agreement:
    return replace(
        agreement, number=odd.name(), heading=odd.text(), text=odd.html(),
        status=odd.choice(list(AgreementStatus)), obligation=odd.choice((None, *Obligation)),
        planning=odd.text(), remark=odd.long_text(), open_question=odd.text(),
    )  # fmt: skip


def _odd_row(odd: Odd, row: Commitment) -> Commitment:
    return replace(
        row, location=odd.text(), homes=odd.quantity(), offered=odd.quantity(),
        amount=odd.quantity(), accessibility=odd.split(), price=odd.split(),
        phasing=odd.phasing(), note=odd.long_text(), dwelling_type=odd.text(),
    )  # fmt: skip


def _put_odd_series(odd: Odd, dossier: Dossier, series: Series) -> None:
    keys = [f"k{at}" for at in range(odd.randint(0, 4))]
    columns = tuple(
        SeriesColumn(key, odd.text(), odd.choice(("", dossier.parties[0].id))) for key in keys
    )
    dossier.put(replace(series, title=odd.name(), unit=odd.choice(_UNITS), columns=columns))
    for row in dossier.of(SeriesRow, "series_id", series.id):
        some = odd.sample(keys, odd.randint(0, len(keys)))
        cells = tuple(Cell(key, odd.quantity()) for key in some)
        dossier.put(replace(row, label=odd.text(), cells=cells))


# A smaller seed is no simpler dossier: there is nothing to shrink.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(0, 2**32), st.booleans())
@example(0, True)
def test_any_dossier_comes_back_as_it_was(seed: int, as_excel_saves: bool) -> None:
    dossier = odd_dossier(seed)
    with TemporaryDirectory() as folder:
        path = exported(dossier, Path(folder))
        if as_excel_saves:
            with_shared_strings(path)
        assert travelled(taken(path, Dossier())[0]) == travelled(dossier)
        assert taken(path, dossier)[0] == dossier


def test_what_these_tests_begin_with_holds_something_of_every_sort_that_travels() -> None:
    assert all(travelled(full_session().dossier).values())
