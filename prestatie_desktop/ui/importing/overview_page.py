"""The last page: what comes into the dossier, and what became of every line of the source."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QListView, QWidget

from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.ui.importing.counted import GLYPHS, counts_of
from prestatie_desktop.ui.importing.deciding import take_comments
from prestatie_desktop.ui.importing.fates import FATES, TO_CHECK
from prestatie_desktop.ui.importing.ignored import by_rule
from prestatie_desktop.ui.importing.ignored_model import IgnoredModel
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.plain_table import Cells, plain_table
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.cells import CellLook
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.layouts import Column, column, row
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.importing import action_name, part_name
from prestatie_desktop.words.translation import tr

#: More than this are in the report of the command line.
_NOTICES = 4
_STACKED = 760
_NEW = "new"
_RIGHT = CellLook(right=True)
_NONE = CellLook(right=True, soft=True)


class OverviewPage(QWidget):
    """Counts that add up, and the words of what was left out."""

    def __init__(self, desk: ImportDesk, target: str = "", parent: QWidget | None = None) -> None:
        """`target` is the title of the dossier that is open; "" when none is."""
        super().__init__(parent)
        self._desk = desk
        self.parts, self._parts = plain_table((), (), tr("Wat er in het dossier komt"))
        self.target = Combo()
        self.target.set_choices([("", target), (_NEW, tr("Een nieuw dossier"))])
        self.save_report = Button(tr("Verslag bewaren…"), "file-export-outline", variant="link")
        self._nothing = Notice(
            "warn",
            tr("Er is niets herkend dat in een dossier past."),
            tr("Zeg op Niet herkend of Tabellen wat het is, of kies een ander document."),
        )
        self.lines, self._lines = plain_table(
            (tr("Regels van de bron"), tr("Aantal")), (220, 90), tr("Wat er met de regels gebeurt")
        )
        self.ignored = QListView()
        self._ignored = IgnoredModel(self.ignored)
        self.comments = QCheckBox()
        self._build()
        self._desk.read.connect(self.refresh)
        self.comments.clicked.connect(self._take_comments)
        self.target.activated.connect(self._on_target)
        self.save_report.clicked.connect(self._save_report)
        self.refresh()
        follow(self._restyle)

    def refresh(self) -> None:
        """Count again."""
        columns = self._columns()
        self._parts.show(self._part_rows(), (tr("In het dossier"), *columns))
        self.parts.set_columns((190, *(92 for _ in columns)), stretch=0)
        self._nothing.setVisible(not self._desk.worked.holds_anything)
        self._lines.show(self._line_rows())
        self._ignored.show(by_rule(self._desk.worked.report.ignored))
        has_ignored = self._ignored.rowCount() > 0
        self.ignored.setVisible(has_ignored)
        self._ignored_head.setVisible(has_ignored)
        remarks = sum(len(a.comments) for a in self._desk.reading.agreements)
        self.comments.setVisible(remarks > 0)
        words = tr("Opmerkingen uit de kantlijn meenemen ({count}); elke partij kan ze lezen")
        self.comments.setText(words.format(count=remarks))
        self.comments.setChecked(self._desk.decisions.with_comments)

    def take_focus(self) -> None:
        """Begin at the counts."""
        self.parts.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two halves where they fit beside each other."""
        super().resizeEvent(event)
        self._restyle()

    def _columns(self) -> tuple[str, ...]:
        if not self._desk.is_merging:
            return (tr("Nieuw"), tr("Nakijken"))
        return (*(action_name(action.value) for action in Action), tr("Nakijken"))

    def _build(self) -> None:
        inside = QWidget()
        whole = Column(inside, gap=12, margins=(20, 16, 20, 16))
        if self._desk.home is not None:
            name = Text(tr("Importeren in"), colour="ink2")
            name.setBuddy(self.target)
            self.target.setAccessibleName(name.words())
            whole.add(row(name, self.target, None, gap=10))
        whole.add(self._nothing)
        for sentence in self._desk.source.notices[:_NOTICES]:
            whole.add(Notice("warn", "", sentence))
        over = len(self._desk.source.notices) - _NOTICES
        if over > 0:
            whole.add(Text(tr("En nog {count} meldingen.").format(count=over), "small"))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ignored_head = Text(tr("Overgeslagen, letterlijk"), weight=600)
        self.ignored.setModel(self._ignored)
        self.ignored.setUniformItemSizes(True)
        self.ignored.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.ignored.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ignored.setAccessibleName(tr("Overgeslagen regels"))
        left = column(self.parts, self.comments, row(self.save_report, None), None, gap=10)
        right = QWidget()
        lines = Column(right, gap=8).add(self.lines, 4, self._ignored_head)
        lines.addWidget(self.ignored, 20)
        lines.addStretch(1)
        self._halves.addWidget(left, 5)
        self._halves.addWidget(right, 5)
        whole.addLayout(self._halves, 1)
        outer = Column(self, gap=0)
        outer.addWidget(Page(inside))

    def _part_rows(self) -> list[Cells]:
        worked = self._desk.worked
        rows: list[Cells] = []
        for sort, counts in counts_of(worked.plan, worked.report).items():
            name = (part_name(sort, counts.total), CellLook(glyph=GLYPHS[sort]))
            numbers = [_number(counts.coming)]
            if self._desk.is_merging:
                numbers = [_number(counts.actions[action]) for action in Action]
            asks = counts.to_check
            look = CellLook(right=True, glyph=TO_CHECK.glyph, tone="warn") if asks else _NONE
            rows.append([name, *numbers, (str(asks) if asks else "–", look)])
        return rows

    def _line_rows(self) -> list[Cells]:
        fates = self._desk.worked.report.counts
        rows: list[Cells] = [
            [(tr(state.word), CellLook(glyph=state.glyph, tone=state.tone)), _number(fates[fate])]
            for fate, state in FATES.items()
        ]
        total = CellLook(total=True)
        all_lines = sum(fates.values())
        rows.append(
            [
                (tr("Alle regels van de bron"), total),
                (str(all_lines), CellLook(right=True, total=True)),
            ]
        )
        return rows

    def _take_comments(self, along: bool) -> None:
        name = tr("Opmerkingen meenemen") if along else tr("Opmerkingen weglaten")
        self._desk.decide(name, take_comments(self._desk.decisions, along=along))

    def _on_target(self, _index: int) -> None:
        self._desk.aim(at_new=self.target.current_key() == _NEW)

    def _save_report(self) -> None:
        from prestatie_desktop.ui.importing.report_saving import save_report

        save_report(self, self._desk.worked.report)

    def _restyle(self) -> None:
        stacked = self.width() < theme().px(_STACKED)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(below if stacked else beside)
        self._halves.setSpacing(theme().px(24))
        self.ignored.setMinimumHeight(theme().px(150))


def _number(count: int) -> tuple[str, CellLook]:
    return (str(count), _RIGHT) if count else ("–", _NONE)
