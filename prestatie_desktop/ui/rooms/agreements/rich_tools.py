"""The few marks text can have, as tools beside it; the rarer ones in a menu."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr


class RichTools(QWidget):
    """Bold, lists, link, and a menu with the rest."""

    def __init__(self, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._row = Row(self, gap=0)
        self._bold = Tool("format-bold", tr("Vet"), key="Ctrl+B", checkable=True, size=18)
        self._list = Tool("format-list-bulleted", tr("Opsomming"), checkable=True, size=18)
        self._link = Tool("link-variant", tr("Verwijzing"), key="Ctrl+K", size=18)
        self._more = Tool("format-size", tr("Meer opmaak"), size=18)
        self._bold.clicked.connect(lambda: self._do(editor.toggle_bold))
        self._list.clicked.connect(lambda: self._do(lambda: editor.toggle_list(ListKind.BULLET)))
        self._link.clicked.connect(editor.link_wanted)
        self._more.clicked.connect(self._open_menu)
        self.add(self._bold, self._list, self._link, self._more)
        editor.cursorPositionChanged.connect(self._show_state)
        editor.currentCharFormatChanged.connect(lambda _format: self._show_state())

    def add(self, *tools: Tool) -> None:
        """Add tools at the end."""
        for tool in tools:
            self._row.addWidget(tool)

    def menu(self) -> QMenu:
        """Every mark and list, with what is on checked."""
        editor, menu = self._editor, QMenu(self)
        format_, inside = editor.currentCharFormat(), editor.list_kind()
        raised, lowered = (
            format_.VerticalAlignment.AlignSuperScript,
            format_.VerticalAlignment.AlignSubScript,
        )
        bold = format_.fontWeight() >= QFont.Weight.DemiBold
        self._put(menu, "format-bold", tr("Vet"), "Ctrl+B", editor.toggle_bold, on=bold)
        self._put(
            menu,
            "format-italic",
            tr("Cursief"),
            "Ctrl+I",
            editor.toggle_italic,
            on=format_.fontItalic(),
        )
        self._put(
            menu,
            "format-underline",
            tr("Onderstreept"),
            "Ctrl+U",
            editor.toggle_underline,
            on=format_.fontUnderline(),
        )
        self._put(
            menu,
            "format-superscript",
            tr("Superscript"),
            "",
            editor.toggle_superscript,
            on=format_.verticalAlignment() == raised,
        )
        self._put(
            menu,
            "format-subscript",
            tr("Subscript"),
            "",
            editor.toggle_subscript,
            on=format_.verticalAlignment() == lowered,
        )
        menu.addSeparator()
        for kind, glyph, name in (
            (ListKind.BULLET, "format-list-bulleted", tr("Opsomming")),
            (ListKind.DECIMAL, "format-list-numbered", tr("Genummerde lijst")),
            (ListKind.LETTER, "sort-alphabetical-ascending", tr("Lijst met a, b, c")),
        ):
            toggle = _toggle(editor, kind)
            self._put(menu, glyph, name, "", toggle, on=inside is kind)
        menu.addSeparator()
        self._put(menu, "link-variant", tr("Verwijzing…"), "Ctrl+K", editor.link_wanted.emit)
        self._put(
            menu,
            "content-paste",
            tr("Plakken zonder opmaak"),
            "Ctrl+Shift+V",
            editor.paste_plain,
        )
        return menu

    def _put(
        self, menu: QMenu, glyph: str, name: str, key: str, act: object, *, on: bool | None = None
    ) -> None:
        action = QAction(icon(glyph), f"{name}\t{key}" if key else name, menu)
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        action.triggered.connect(lambda: self._do(act))
        menu.addAction(action)

    def _do(self, act: object) -> None:
        assert callable(act)
        self._editor.setFocus()
        act()
        self._show_state()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _show_state(self) -> None:
        format_ = self._editor.currentCharFormat()
        self._bold.setChecked(format_.fontWeight() >= QFont.Weight.DemiBold)
        self._list.setChecked(self._editor.list_kind() is ListKind.BULLET)


def _toggle(editor: RichEditor, kind: ListKind) -> object:
    return lambda: editor.toggle_list(kind)
