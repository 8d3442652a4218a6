"""The tables of the source: what each holds, where its headings are, what its columns mean."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.ui.dialogs.sentence import tell
from prestatie_desktop.ui.importing.column_combos import ColumnCombos
from prestatie_desktop.ui.importing.deciding import unmap_columns
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.layout_choices import (
    Sheet,
    head_choices,
    kinds_for,
    rest_words,
    sheets_of,
    use_choices,
    with_field,
    with_head,
    with_kind,
    with_use,
)
from prestatie_desktop.ui.importing.layout_list import LayoutList, LayoutModel, sheet_title
from prestatie_desktop.ui.importing.sheet_model import SheetModel
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.layouts import Column, Row, column, flow
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.importing import column_name, use_name
from prestatie_desktop.words.translation import tr

_TABLE, _LIST, _LIST_NARROW, _COLUMN, _WIDE_COLUMN = 190, 290, 200, 150, 184
_MAPS = "Kaartbestanden (*.json)"


class TablesPage(QWidget):
    """A list of tables; of the chosen one how it is read, above its first rows."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = LayoutModel(self)
        self.list = LayoutList(self.model)
        self._rows = SheetModel(self)
        self.table = Table(two_lines=True, name=tr("Eerste rijen"))
        self.table.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.combos = ColumnCombos(self.table)
        self._title = Text("", "h2", elide=True)
        self._alike = Text("", "small", colour="ink2", wrap=True)
        self.use, self.kind, self.head = Combo(), Combo(), Combo()
        self.restore = Button(tr("Weer zoals voorgesteld"), "restore", variant="link")
        self.open_map = Button(tr("Kaart openen…"), "folder-open-outline")
        self.save_map = Button(tr("Bewaren als kaartbestand…"), "content-save-outline")
        about = tr("Een kaartbestand onthoudt hoe tabellen worden gelezen, ook voor collega’s.")
        self.save_map.setToolTip(about)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self.refresh()
        self.list.go_to(0)
        follow(self._restyle)

    def refresh(self) -> None:
        """Show how the tables are read now."""
        sheets = sheets_of(self._desk.source, self._desk.reading)
        self.model.show(sheets)
        self._stack.setCurrentIndex(0 if sheets else 1)
        self._show_sheet()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has a narrow list."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        self._left = Panel("left", gap=0)
        self._left.body.addWidget(self.list, 1)
        choices = flow(
            _named(tr("Wat het is"), self.use),
            _named(tr("Komt in de tabel"), self.kind),
            _named(tr("Kopregel"), self.head),
            gap=14, line_gap=8,
        )  # fmt: skip
        for combo in (self.use, self.kind, self.head):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(20)
        top = Column(gap=8, margins=(18, 14, 18, 8))
        line = Row(gap=8)
        line.addWidget(self._title, 1)
        line.addWidget(self.restore)
        top.add(line, choices, self._alike)
        foot = Row(margins=(18, 8, 18, 10))
        foot.addWidget(flow(self.open_map, self.save_map, gap=8, line_gap=6), 1)
        right = QWidget()
        body = Column(right, gap=0)
        body.addLayout(top)
        body.addWidget(self.combos)
        body.addWidget(self.table, 1)
        body.addLayout(foot)
        whole = QWidget()
        across = Row(whole, gap=0)
        across.addWidget(self._left)
        across.addWidget(Page(right), 1)
        self._stack.addWidget(whole)
        none = tr("In deze bron staan geen tabellen")
        self._stack.addWidget(EmptyState(none, glyph="table"))
        Column(self, gap=0).addWidget(self._stack)
        self.table.setModel(self._rows)

    def _connect(self) -> None:
        self._desk.read.connect(self.refresh)
        self.list.moved.connect(lambda _row: self._show_sheet())
        self.use.activated.connect(self._on_use)
        self.kind.activated.connect(self._on_kind)
        self.head.activated.connect(self._on_head)
        self.combos.chosen.connect(self._on_field)
        self.restore.clicked.connect(self._on_restore)
        self.open_map.clicked.connect(self._open_map)
        self.save_map.clicked.connect(self._save_map)

    def _sheet(self) -> Sheet | None:
        row = self.list.current_row()
        return self.model.sheets[row] if 0 <= row < len(self.model.sheets) else None

    def _show_sheet(self) -> None:
        sheet = self._sheet()
        self._rows.show(sheet)
        self.combos.show_sheet(sheet)
        if sheet is None:
            return
        layout = sheet.layout
        self._title.set_text(sheet_title(sheet))
        self.use.set_choices(use_choices(), layout.use.value)
        self.kind.set_choices(kinds_for(sheet), layout.kind)
        self.kind.setEnabled(layout.use is TableUse.PROJECTS)
        self.head.set_choices(head_choices(sheet), "" if layout.head is None else str(layout.head))
        more = tr("Geldt voor {count} tabellen met dezelfde kolommen.").format(count=sheet.alike)
        self._alike.set_text(more if sheet.alike > 1 else "")
        self._alike.setVisible(sheet.alike > 1)
        self.restore.setVisible(layout.signature in self._desk.decisions.columns)
        widths = [
            _WIDE_COLUMN if at == 0 or self._rows.is_number(at) else _COLUMN
            for at in range(self._rows.columnCount())
        ]
        self.table.set_columns(widths, stretch=0)

    def _decide(self, words: str, decisions: Decisions) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self._desk.decide(f"{sheet_title(sheet)}: {words}", decisions)

    def _on_use(self, _index: int) -> None:
        sheet, use = self._sheet(), TableUse(self.use.current_key())
        if sheet is not None and use is not sheet.layout.use:
            self._decide(use_name(use.value), with_use(self._desk.decisions, sheet, use))

    def _on_kind(self, _index: int) -> None:
        sheet, kind = self._sheet(), self.kind.current_key()
        if sheet is not None and kind != sheet.layout.kind:
            made = with_kind(self._desk.decisions, sheet, self._desk.source, kind)
            self._decide(self.kind.currentText(), made)

    def _on_head(self, _index: int) -> None:
        sheet, key = self._sheet(), self.head.current_key()
        head = int(key) if key else None
        if sheet is not None and head != sheet.layout.head:
            words = tr("kopregel {number}").format(number=head + 1) if head is not None else tr(
                "geen kopregel"
            )  # fmt: skip
            self._decide(words, with_head(self._desk.decisions, sheet, head))

    def _on_field(self, at: int, field: str) -> None:
        sheet = self._sheet()
        if sheet is not None and field != sheet.layout.columns[at]:
            words = tr("kolom {number}: {field}").format(
                number=at + 1, field=column_name(field) or rest_words(sheet.layout.use)
            )
            self._decide(words, with_field(self._desk.decisions, sheet, at, field))

    def _on_restore(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            decisions = unmap_columns(self._desk.decisions, sheet.layout.signature)
            self._decide(tr("weer zoals voorgesteld"), decisions)

    def _open_map(self) -> None:
        from prestatie_desktop.importing.map_file import merged, read_map

        chosen, _ = QFileDialog.getOpenFileName(self, tr("Kaart openen"), "", tr(_MAPS))
        if not chosen:
            return
        try:
            decisions = merged(self._desk.decisions, read_map(Path(chosen)))
        except UserError as error:
            tell(self, str(error))
        else:
            name = tr("Kaart {name}").format(name=Path(chosen).stem)
            self._desk.decide(name, decisions)

    def _save_map(self) -> None:
        from prestatie_desktop.importing.map_file import write_map

        name = f"{Path(self._desk.source.name).stem} – kaart.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Bewaren als kaartbestand"), name, tr(_MAPS)
        )
        if not chosen:
            return
        path = Path(chosen)
        try:
            write_map(self._desk.decisions, path if path.suffix else path.with_suffix(".json"))
        except UserError as error:
            tell(self, str(error))

    def _restyle(self) -> None:
        narrow = self.width() < theme().px(820)
        self._left.setFixedWidth(theme().px(_LIST_NARROW if narrow else _LIST))
        self.table.setMinimumHeight(theme().px(_TABLE))


def _named(name: str, combo: Combo) -> QWidget:
    label = Text(name, "small", colour="ink3")
    label.setBuddy(combo)
    combo.setAccessibleName(name)
    return column(label, combo, gap=2)
