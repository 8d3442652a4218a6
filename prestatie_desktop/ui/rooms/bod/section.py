"""One kind of the bod: its rows over the years, offered beside agreed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.bod_overview import KindOverview, corporations, overview, rows_of
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.totals import total
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.commitment_columns import Column as TableColumn
from prestatie_desktop.ui.models.commitment_columns import bod_columns, bod_extras
from prestatie_desktop.ui.models.commitment_table import CommitmentTable
from prestatie_desktop.ui.models.grid import FooterLine
from prestatie_desktop.ui.panels.edited_table import EditedTable
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.cells import reservation, short_total
from prestatie_desktop.words.quantities import describe_total
from prestatie_desktop.words.translation import tr

_NUMBERS = ("", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien")


class BodSection(QWidget):
    """A heading with its letter; folded it says in one line what its rows hold."""

    def __init__(
        self,
        desk: Desk,
        kind: CommitmentKind,
        letter: str,
        party_id: Id,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._kind_id, self._party_id = desk, kind.id, party_id
        self._open = False
        self.edited: EditedTable | None = None
        self._title = Text(f"{letter}  {kind.label}", "h2")
        self._words = Text("", colour="ink3", elide=True)
        self._none = Chip(tr("geen voornemens"), "minus", "mute")
        self._first = Button(tr("Toch een rij toevoegen"), "plus", variant="link")
        self._first.setAccessibleName(tr("Rij toevoegen aan {name}").format(name=kind.label))
        self._more = Button(tr("Rij"), "plus", variant="link", key="Ctrl+Enter")
        self._more.setAccessibleName(self._first.accessibleName())
        self._columns = Button(tr("Kolommen"), variant="link")
        self._fold = Tool("chevron-right", tr("{name} tonen").format(name=kind.label), size=20)
        head = Row(gap=10)
        head.addWidget(self._title)
        head.addWidget(self._none)
        head.addWidget(self._words, 1)
        head.addStretch(0)
        for tool in (self._first, self._more, self._columns, self._fold):
            head.addWidget(tool)
        self._slot = Column(gap=0)
        whole = Column(self, gap=6)
        whole.addLayout(head)
        whole.addLayout(self._slot)
        self._first.clicked.connect(self.add_row)
        self._more.clicked.connect(self.add_row)
        self._columns.clicked.connect(self._open_columns)
        self._fold.clicked.connect(lambda: self.set_open(open_=not self._open))
        self.refresh()

    @property
    def kind_id(self) -> Id:
        """The kind it shows."""
        return self._kind_id

    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return self._open

    def set_open(self, *, open_: bool) -> None:
        """Show the rows, or one line about them."""
        self._open = open_
        if open_ and self.edited is None:
            self._make_table()
        self.refresh()

    def add_row(self) -> None:
        """Add a row and begin to type in it."""
        if self.edited is None:
            self._make_table()
        assert self.edited is not None
        row_id = self.edited.grid.add_row()
        self.set_open(open_=True)
        self.edited.begin(row_id)

    def show_row(self, row_id: Id) -> bool:
        """Bring a row into view."""
        self.set_open(open_=True)
        return self.edited is not None and self.edited.show_row(row_id)

    def facts(self) -> KindOverview | None:
        """What its rows add up to; None when the kind is gone."""
        dossier = self._desk.dossier
        kind = dossier.find(CommitmentKind, self._kind_id)
        if kind is None:
            return None
        return overview(kind, rows_of(dossier, kind.id, self._party_id), dossier.set.years)

    def refresh(self) -> KindOverview | None:
        """Say what it holds now; returns what its rows add up to."""
        facts = self.facts()
        if facts is None:
            return None
        empty = not facts.rows
        if empty and self._open and self.edited is not None:
            self._open = False
        self._none.setVisible(empty)
        self._first.setVisible(empty)
        self._more.setVisible(self._open)
        self._columns.setVisible(self._open and facts.kind.form is KindForm.PROJECT)
        self._fold.setVisible(not empty)
        self._fold.set_glyph("chevron-down" if self._open else "chevron-right")
        if self.edited is not None:
            self.edited.setVisible(self._open)
        self._words.setVisible(not empty)
        self._words.set_text(self._explained() if self._open else _summary(facts))
        return facts

    # Inside

    def _explained(self) -> str:
        kind = self._desk.dossier.find(CommitmentKind, self._kind_id)
        if kind is None or kind.form is KindForm.FREE:
            return ""
        words = {
            "new_build": tr("woningen per jaar van oplevering"),
            "demolition": tr("woningen per jaar van sloop"),
        }
        return words.get(kind.key, tr("woningen per jaar"))

    def _make_table(self) -> None:
        dossier = self._desk.dossier
        kind = dossier.get(CommitmentKind, self._kind_id)
        grid = CommitmentTable(
            self._desk.bridge, kind.id, self._chosen(kind), corporation_id=self._party_id
        )
        grid.footer_of = self._footer
        grid.reload()
        made = EditedTable(
            self._desk,
            grid,
            name=kind.label,
            empty=tr("geen voornemens"),
            two_lines=kind.form is KindForm.PROJECT,
            folds=False,
        )
        made.row_chosen.connect(self._desk.choose_item)
        made.add.hide()
        if kind.form is KindForm.PROJECT:
            made.table.columns_menu = self._fill_columns
        made.counted.connect(lambda _: self.refresh())
        self._slot.addWidget(made)
        self.edited = made

    def _extra_keys(self, kind: CommitmentKind) -> list[str]:
        default = "postcode" if kind.key == "sale" else ""
        return self._desk.settings.text(f"columns/bod/{kind.key}", default).split(",")

    def _chosen(self, kind: CommitmentKind) -> tuple[TableColumn, ...]:
        years = self._desk.dossier.set.years
        first, *rest = bod_columns(kind.form, years)
        if kind.form is KindForm.FREE:
            return (first, *rest)
        keys = self._extra_keys(kind)
        return (first, *(each for each in bod_extras() if each.key in keys), *rest)

    def _fill_columns(self, menu: QMenu) -> None:
        kind = self._desk.dossier.get(CommitmentKind, self._kind_id)
        keys = self._extra_keys(kind)
        for column in bod_extras():
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in keys)
            action.toggled.connect(partial(self._choose_column, kind, column.key))

    def _choose_column(self, kind: CommitmentKind, key: str, on: bool) -> None:
        keys = [each for each in self._extra_keys(kind) if each and each != key]
        chosen = [*keys, key] if on else keys
        self._desk.settings.keep_text(f"columns/bod/{kind.key}", ",".join(chosen))
        if self.edited is not None and isinstance(self.edited.grid, CommitmentTable):
            self.edited.grid.set_columns(self._chosen(kind))

    def _open_columns(self) -> None:
        menu = QMenu(self)
        self._fill_columns(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    def _footer(self, rows: Sequence[Commitment]) -> tuple[FooterLine, ...]:
        dossier = self._desk.dossier
        kind = dossier.find(CommitmentKind, self._kind_id)
        if kind is None or kind.form is KindForm.FREE or not rows:
            return ()
        ours = overview(kind, rows, dossier.set.years)
        figures = {
            f"year:{year}": short_total(said) if _is_planned(rows, year) else "–"
            for year, said in zip(dossier.set.years, ours.per_year, strict=True)
        }
        figures["without_year"] = short_total(ours.without_year)
        figures["offered"] = short_total(ours.offered)
        figures["homes"] = short_total(ours.agreed)
        own = FooterLine(
            label=tr("Totaal {name}").format(name=named(dossier, self._party_id)),
            second=_in_words(ours),
            figures=figures,
        )
        return (own, *self._together(kind))

    def _together(self, kind: CommitmentKind) -> tuple[FooterLine, ...]:
        dossier = self._desk.dossier
        count = len(corporations(dossier))
        if count < 2:
            return ()
        everyone = overview(kind, rows_of(dossier, kind.id), dossier.set.years)
        word = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        return (
            FooterLine(
                label=tr("{count} corporaties samen").format(count=word),
                second=describe_total(everyone.offered),
                figures={
                    "offered": short_total(everyone.offered),
                    "homes": short_total(everyone.agreed),
                },
            ),
        )


def _is_planned(rows: Sequence[Commitment], year: int) -> bool:
    """Whether any row says something of a year; else its total is not known to be 0."""
    return any(not row.in_year(year).is_empty for row in rows)


def _summary(facts: KindOverview) -> str:
    count = len(facts.rows)
    rows = tr("1 rij") if count == 1 else tr("{count} rijen").format(count=count)
    if facts.kind.form is KindForm.FREE:
        return rows
    if facts.offered.value is None:
        return f"{rows}, " + tr("aantal onbekend")
    words = f"{rows}, " + tr("{total} woningen").format(total=short_total(facts.offered))
    if facts.doubles:
        words += " " + _without_doubles(facts)
    return words


def _in_words(facts: KindOverview) -> str:
    parts = [describe_total(facts.offered)]
    if facts.without_year.value and facts.without_year.value == facts.offered.value:
        parts.append(tr("geen jaar bekend"))
    elif facts.without_year.value:
        parts.append(tr("{count} zonder jaar").format(count=short_total(facts.without_year)))
    if facts.doubles:
        parts.append(_without_doubles(facts))
    return "; ".join(parts)


def _without_doubles(facts: KindOverview) -> str:
    if len(facts.doubles) == 1:
        return tr("zonder de dubbele rij")
    return tr("zonder de {count} dubbele rijen").format(count=len(facts.doubles))


def card_note(facts: KindOverview) -> tuple[str, bool]:
    """What stands under the figure on a card, and whether it is a warning."""
    if facts.doubles:
        said = short_total(total(row.homes for row in facts.doubles))
        return tr("{count} staat twee keer in de lijst").format(count=said), True
    if facts.offered.value == 0:
        return tr("geen voornemens, met toelichting"), False
    return reservation(facts.offered), False
