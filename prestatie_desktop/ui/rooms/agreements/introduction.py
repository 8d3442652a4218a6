"""The introduction of a theme: a few lines to read, all of it on request, written in place."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.edits.themes import set_introduction
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.rooms.agreements.link_dialog import ask_link
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.rooms.agreements.rich_tools import RichTools
from prestatie_desktop.ui.rooms.agreements.row_look import number_now
from prestatie_desktop.ui.rooms.agreements.text_binding import TextBinding
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, row
from prestatie_desktop.words.translation import tr

_LINES = 2


class Introduction(QWidget):
    """Folded it shows two lines; being written in, or unfolded, all of it."""

    caret_moved = Signal(QRect)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme_id: Id = ""
        self._whole = False
        self.editor = RichEditor(tr("Inleiding van het thema"), tr("Schrijf hier een inleiding"))
        self.editor.set_quiet()
        self.editor.set_numbers(lambda item: number_now(desk.dossier, item))
        self.binding = TextBinding(self.editor, desk.bridge, set_introduction)
        self._window = _Clipped(self.editor)
        self._unfold = Button(tr("… Hele inleiding"), variant="link")
        self._unfold.clicked.connect(self._toggle)
        self.tools = RichTools(self.editor)
        self.tools.hide()
        Column(self, gap=2).add(self._window, row(self._unfold, None, self.tools))
        self.editor.entered.connect(self._entered)
        self.editor.left.connect(self._left)
        self.editor.caret_moved.connect(self._tell_caret)
        self.editor.link_wanted.connect(self._link)
        self._window.cut.connect(self._show_button)

    def show_theme(self, shown: Theme) -> None:
        """Show the introduction of a theme."""
        if shown.id != self._theme_id:
            self._theme_id = shown.id
            self._whole = False
            self.tools.hide()
        self.binding.bind(shown.id, self._text_of)
        self._fold()

    def _text_of(self, theme_id: Id) -> str | None:
        found = self._desk.dossier.find(Theme, theme_id)
        return found.introduction if found else None

    def _entered(self) -> None:
        self.tools.show()
        self._whole = True
        self._fold()

    def _left(self) -> None:
        self.tools.hide()
        self._unfold.setFocus() if self._unfold.isVisible() else self.focusNextChild()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self.tools.hide()
        self._fold()

    def _fold(self) -> None:
        self._window.set_lines(0 if self._whole else _LINES)
        self._unfold.setText(tr("Minder tonen") if self._whole else tr("… Hele inleiding"))
        self._unfold.updateGeometry()

    def _show_button(self, is_long: bool) -> None:
        self._unfold.setVisible(is_long)

    def _link(self) -> None:
        target = ask_link(self, self._desk.dossier, "")
        self.editor.setFocus()
        if target:
            self.editor.insert_link(target, number_now(self._desk.dossier, target))

    def _tell_caret(self, rect: QRect) -> None:
        corner = self.editor.viewport().mapTo(self, rect.topLeft())
        self.caret_moved.emit(QRect(corner, rect.size()))


class _Clipped(QWidget):
    """Shows the first lines of an editor."""

    #: Whether there is more than the first lines.
    cut = Signal(bool)

    def __init__(self, editor: RichEditor) -> None:
        super().__init__()
        self._editor, self._lines = editor, 0
        editor.setParent(self)
        editor.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_lines(self, lines: int) -> None:
        """Show so many lines; 0 shows all."""
        self._lines = lines
        self._fit()

    def resizeEvent(self, _event: object) -> None:
        """The editor is as wide as this."""
        self._editor.setFixedWidth(max(1, self.width()))
        self._fit()

    def _fit(self) -> None:
        whole = self._editor.height()
        most = self._first_lines(_LINES)
        self.cut.emit(whole > most)
        height = min(whole, most) if self._lines else whole
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def _first_lines(self, count: int) -> int:
        document = self._editor.document()
        block, bottom = document.begin(), 0.0
        while block.isValid():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                bottom = layout.position().y() + line.y() + line.height()
                count -= 1
                if count <= 0:
                    return round(bottom)
            block = block.next()
        return max(round(bottom), theme().px(26))
