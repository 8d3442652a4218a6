"""What the assistant shows once a source is read: its pages, and one button that imports."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from prestatie_desktop.ui.importing.contents_page import ContentsPage
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.lost_page import LostPage
from prestatie_desktop.ui.importing.merging_page import MergingPage
from prestatie_desktop.ui.importing.overview_page import OverviewPage
from prestatie_desktop.ui.importing.page_tabs import PageTabs
from prestatie_desktop.ui.importing.pages import page_tabs
from prestatie_desktop.ui.importing.parties_page import PartiesPage
from prestatie_desktop.ui.importing.tables_page import TablesPage
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.toast import Toast
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.ui.working.press import end_with
from prestatie_desktop.words.translation import tr

#: Narrower than this (at 100 % text) head and foot say less.
_NARROW = 780
#: Lower than this there is no head.
_LOW = 520


class AssistantBody(QWidget):
    """Pages in any order, with a button that imports on the last one."""

    import_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, desk: ImportDesk, target: str = "", parent: QWidget | None = None) -> None:
        """`target` is the title of the dossier that is open; "" when none is."""
        super().__init__(parent)
        self.desk = desk
        desk.setParent(self)
        self._target, self._made_for = target, desk.dossier
        self.tabs = PageTabs()
        self._stack = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._undo, self._redo = self._action("Ctrl+Z"), self._action("Ctrl+Y", "Ctrl+Shift+Z")
        self._arrange()
        self._toast = Toast(self, above_bottom=78)
        self._connect()
        self._refresh()
        self._show_busy(False)
        self._show_page()
        end_with(self, desk.press, [])
        follow(self._restyle)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the page in front."""
        super().focusInEvent(event)
        self._take_focus()

    def page(self, key: str) -> QWidget:
        """A page, made when it is first asked for."""
        if key not in self._made:
            self._made[key] = self._make(key)
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(self.tabs.place_of(key))

    def current_page(self) -> str:
        """The key of the page in front."""
        return self.tabs.current_key()

    def say(self, text: str) -> None:
        """Tell what was decided, with the way back."""
        self._toast.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Head and foot say less where there is little room."""
        super().resizeEvent(event)
        self._restyle()

    # Parts

    def _arrange(self) -> None:
        whole = Column(self, gap=0)
        self._head = self._make_head()
        self._busy = Text(tr("Herkent opnieuw…"), "small", colour="ink2")
        self._busy.hide()
        whole.add(self._head)
        bar = Panel("bar", across=True, gap=4, margins=(8, 0, 8, 0))
        bar.body.addWidget(self.tabs, 1)
        bar.add(self._busy, Tool("undo", action=self._undo), Tool("redo", action=self._redo))
        whole.add(bar)
        whole.addWidget(self._stack, 1)
        whole.add(self._foot())

    def _make_head(self) -> QWidget:
        source = self.desk.source
        self._name = Text(source.name, "h2", elide=True)
        self._about = Text("", colour="ink2", elide=True)
        head = QWidget()
        line = Row(head, gap=10, margins=(16, 12, 16, 4))
        names = QHBoxLayout()
        names.addWidget(self._name)
        names.addWidget(self._about, 1)
        names.setSpacing(theme().px(12))
        line.addWidget(Pic("file-import-outline", "accent", 22))
        line.addLayout(names, 1)
        return head

    def _foot(self) -> QWidget:
        self._safe = Text(
            tr("Er is nog niets gewijzigd; dat gebeurt pas bij Importeren."),
            "small", colour="ink2", elide=True,
        )  # fmt: skip
        self._close = Button(tr("Sluiten"))
        self._next = Button(tr("&Volgende"), "arrow-right", key="Ctrl+PgDown")
        self.do_import = Button(
            tr("&Importeren"), "tray-arrow-down", variant="primary", key="Ctrl+Enter"
        )
        foot = Panel("foot", across=True, gap=10, margins=(16, 10, 16, 10))
        foot.body.addWidget(Pic("shield-check-outline", "ink3", 18))
        foot.body.addWidget(self._safe, 1)
        foot.add(self._close, self._next, self.do_import)
        return foot

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_page)
        self._close.clicked.connect(self.close_wanted)
        self._next.clicked.connect(lambda: self._step(1))
        self.do_import.clicked.connect(self.import_wanted)
        self.desk.read.connect(self._refresh)
        self.desk.decided.connect(self._show_steps)
        self.desk.busy_changed.connect(self._show_busy)
        self.desk.happened.connect(self.say)
        self._undo.triggered.connect(self._take_back)
        self._toast.acted.connect(self._take_back)
        self._redo.triggered.connect(self._do_again)
        for at in range(6):
            self._action(f"Ctrl+{at + 1}").triggered.connect(partial(self._go_to, at))
        self._action("Ctrl+PgDown", "Ctrl+Tab").triggered.connect(lambda: self._step(1))
        self._action("Ctrl+PgUp", "Ctrl+Shift+Tab").triggered.connect(lambda: self._step(-1))
        self._action("Ctrl+Return", "Ctrl+Enter").triggered.connect(self._on_ctrl_enter)

    def _action(self, *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        return action

    def _make(self, key: str) -> QWidget:
        made: dict[str, Callable[[], QWidget]] = {
            "contents": lambda: ContentsPage(self.desk),
            "lost": lambda: LostPage(self.desk),
            "parties": lambda: PartiesPage(self.desk),
            "tables": lambda: TablesPage(self.desk),
            "merging": lambda: MergingPage(self.desk),
            "overview": lambda: OverviewPage(self.desk, self._target),
        }
        return made.get(key, QWidget)()

    # What happens

    def _go_to(self, at: int) -> None:
        if at < self.tabs.count():
            self.tabs.setCurrentIndex(at)

    def _step(self, step: int) -> None:
        self._go_to((self.tabs.currentIndex() + step) % self.tabs.count())

    def _on_ctrl_enter(self) -> None:
        if self.current_page() != "overview":
            self.show_page("overview")
        elif self.do_import.isEnabled():
            self.import_wanted.emit()

    def _take_back(self) -> None:
        name = self.desk.undo()
        if name:
            self._toast.say(tr("Ongedaan gemaakt: {name}").format(name=name), action="")

    def _do_again(self) -> None:
        name = self.desk.redo()
        if name:
            self._toast.say(tr("Opnieuw: {name}").format(name=name))

    def _show_page(self) -> None:
        page = self.page(self.current_page())
        self._stack.setCurrentWidget(page)
        last = self.current_page() == "overview"
        self._next.setVisible(not last)
        self.do_import.setVisible(last)
        if not self.tabs.hasFocus():
            self._take_focus()

    def _take_focus(self) -> None:
        page = self.page(self.current_page())
        take_focus = getattr(page, "take_focus", page.setFocus)
        take_focus()

    def _refresh(self) -> None:
        if self.desk.dossier is not self._made_for:
            self._made_for = self.desk.dossier
            self._forget_pages()
        self.tabs.set_pages(page_tabs(self.desk))
        self._about.set_text(self._about_words())
        self._show_steps()

    def _forget_pages(self) -> None:
        """Another dossier, other columns and choices: all pages but this one are made anew."""
        for key in [key for key in self._made if key != self.current_page()]:
            page = self._made.pop(key)
            self._stack.removeWidget(page)
            page.deleteLater()

    def _about_words(self) -> str:
        lines = tr("{count} regels").format(count=_grouped(len(self.desk.source.lines)))
        if self.desk.dossier is None:
            return f"{lines}  ·  " + tr("naar een nieuw dossier")
        return f"{lines}  ·  " + tr("naar {title}").format(title=self._target)

    def _show_steps(self) -> None:
        steps = self.desk.steps
        for action, word, name in (
            (self._undo, tr("Ongedaan maken"), steps.to_undo),
            (self._redo, tr("Opnieuw"), steps.to_redo),
        ):
            action.setEnabled(bool(name))
            action.setText(f"{word}: {name}" if name else word)

    def _show_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self.do_import.setEnabled(not busy and self.desk.worked.holds_anything)

    def _restyle(self) -> None:
        px = theme().px
        self._about.setVisible(self.width() >= px(_NARROW))
        # The title bar of the window has the name of the source as well.
        self._head.setVisible(self.height() >= px(_LOW))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
