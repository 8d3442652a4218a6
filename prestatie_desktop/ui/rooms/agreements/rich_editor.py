"""The box in which text is written: as calm as the text it stands for, and without undo of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextList,
    QTextListFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import ListKind, RichText, Run, parse, to_html
from prestatie_desktop.domain.richtext_clean import clean, clean_plain
from prestatie_desktop.domain.richtext_links import with_current_numbers
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.richtext_document import (
    char_format,
    from_document,
    list_format,
    run_of,
    to_document,
)
from prestatie_desktop.ui.rooms.agreements.row_look import set_line_height
from prestatie_desktop.words.translation import tr

NumberOf = Callable[[Id], str | None]
_Key = QKeySequence.StandardKey
_SUPER = QTextCharFormat.VerticalAlignment.AlignSuperScript
_SUB = QTextCharFormat.VerticalAlignment.AlignSubScript
_NORMAL = QTextCharFormat.VerticalAlignment.AlignNormal
_STYLES: Final = {
    QTextListFormat.Style.ListDisc: ListKind.BULLET,
    QTextListFormat.Style.ListDecimal: ListKind.DECIMAL,
    QTextListFormat.Style.ListLowerAlpha: ListKind.LETTER,
}


class RichEditor(QTextEdit):
    """Rich text in place: as high as its text, scrolled by the page it stands on.

    `typed` tells of a person's change only; undo and redo are asked of the journal.
    """

    typed = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    link_wanted = Signal()
    #: Esc: back to where one came from.
    left = Signal()
    entered = Signal()
    exited = Signal()
    #: The caret is at this place in the viewport of the editor.
    caret_moved = Signal(QRect)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self._colour = "ink"
        self._numbers: NumberOf = lambda _: None
        self.setProperty("k", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().contentsChanged.connect(self._on_contents)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._tell_caret)
        follow(self._restyle)

    def set_quiet(self) -> None:
        """Show it in the second ink, as an introduction."""
        self._colour = "ink2"
        self._restyle()

    def set_numbers(self, number_of: NumberOf) -> None:
        """Where links get the numbers they show."""
        self._numbers = number_of

    def html(self) -> str:
        """What stands there, in the one spelling."""
        return to_html(from_document(self.document()))

    def show_html(self, html: str) -> None:
        """Show a text; the caret stays with the words it stood at. Nothing happens when it is shown."""
        blocks = with_current_numbers(parse(html), self._numbers)
        if to_html(blocks) == self.html():
            return
        before, at = self.toPlainText(), self.textCursor().position()
        self._fill(blocks)
        place = _same_place(before, self.toPlainText(), at)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def insert_link(self, item_id: Id, text: str) -> None:
        """Point to an item: the selected words, or its number where nothing is selected."""
        cursor = self.textCursor()
        shown = cursor.selectedText() or text
        format_ = char_format(Run(text=shown, link=item_id), theme().colour("accent"))
        cursor.insertText(shown, format_)
        cursor.insertText("", QTextCharFormat())
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    # Marks

    def toggle_bold(self) -> None:
        """Bold, or no longer."""
        on = self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold
        changed = QTextCharFormat()
        changed.setFontWeight(QFont.Weight.Normal if on else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(changed)

    def toggle_italic(self) -> None:
        """Italic, or no longer."""
        changed = QTextCharFormat()
        changed.setFontItalic(not self.currentCharFormat().fontItalic())
        self.mergeCurrentCharFormat(changed)

    def toggle_underline(self) -> None:
        """Underlined, or no longer."""
        changed = QTextCharFormat()
        changed.setFontUnderline(not self.currentCharFormat().fontUnderline())
        self.mergeCurrentCharFormat(changed)

    def toggle_superscript(self) -> None:
        """Raised, as the 2 of m², or no longer."""
        self._toggle_alignment(_SUPER)

    def toggle_subscript(self) -> None:
        """Lowered, as the 2 of CO₂, or no longer."""
        self._toggle_alignment(_SUB)

    def toggle_list(self, kind: ListKind) -> None:
        """Make the paragraphs items of a list of this kind, or paragraphs again."""
        cursor = self.textCursor()
        now = self.list_kind()
        cursor.beginEditBlock()
        if now is None:
            cursor.createList(list_format(kind, 1))
        elif now is kind:
            self._leave_list(cursor)
        else:
            inside = cursor.currentList()
            inside.setFormat(list_format(kind, inside.format().indent()))
        cursor.endEditBlock()

    def list_kind(self) -> ListKind | None:
        """The kind of list the caret is in."""
        inside: QTextList | None = self.textCursor().currentList()
        return _STYLES.get(inside.format().style()) if inside is not None else None

    def _leave_list(self, cursor: QTextCursor) -> None:
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        block = first
        while block.isValid():
            inside: QTextList | None = block.textList()
            if inside is not None:
                inside.remove(block)
                flat = QTextCursor(block)
                format_ = flat.blockFormat()
                format_.setIndent(0)
                flat.setBlockFormat(format_)
            if block == last:
                break
            block = block.next()

    def _toggle_alignment(self, alignment: QTextCharFormat.VerticalAlignment) -> None:
        changed = QTextCharFormat()
        now = self.currentCharFormat().verticalAlignment()
        changed.setVerticalAlignment(_NORMAL if now == alignment else alignment)
        self.mergeCurrentCharFormat(changed)

    # Events

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(_Key.Undo) or event.matches(_Key.Redo):
                event.ignore()
                return False
            if _is_marking(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a text box, with undo from the journal and Esc to leave."""
        done = self._own_key(event)
        if done is None:
            if event.text().isprintable() and event.text():
                self._step_out_of_link()
            super().keyPressEvent(event)
        else:
            done()
            event.accept()

    def _step_out_of_link(self) -> None:
        """What is typed behind a link is not part of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        behind = QTextCursor(cursor)
        inside = behind.movePosition(QTextCursor.MoveOperation.Right) and (
            not cursor.atBlockEnd() and behind.charFormat().isAnchor()
        )
        if not inside:
            plain = replace(run_of("", cursor.charFormat()), link=None)
            self.setCurrentCharFormat(char_format(plain))

    def _own_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = event.key(), event.modifiers()
        control = Qt.KeyboardModifier.ControlModifier
        if event.matches(_Key.Undo):
            return self.undo_wanted.emit
        if event.matches(_Key.Redo):
            return self.redo_wanted.emit
        if key == Qt.Key.Key_Escape:
            return self.left.emit
        if key == Qt.Key.Key_V and modifiers == control | Qt.KeyboardModifier.ShiftModifier:
            return self.paste_plain
        if modifiers == control:
            return {
                int(Qt.Key.Key_B): self.toggle_bold,
                int(Qt.Key.Key_I): self.toggle_italic,
                int(Qt.Key.Key_U): self.toggle_underline,
                int(Qt.Key.Key_K): self.link_wanted.emit,
            }.get(key)
        return None

    def paste_plain(self) -> None:
        """Paste the letters alone."""
        self.textCursor().insertText(QGuiApplication.clipboard().text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only; a picture is not part of an agreement."""
        return source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what rich text can hold, whatever it was copied from."""
        lines = source.text().strip()
        if not source.hasHtml() and "\n" not in lines:
            self.textCursor().insertText(source.text())
            return
        html = clean(source.html()) if source.hasHtml() else clean_plain(lines)
        pasted = QTextDocument()
        to_document(pasted, parse(html), theme().colour("accent"))
        set_line_height(pasted)
        self.textCursor().insertFragment(QTextDocumentFragment(pasted))
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A short menu of its own: undo is the journal's, and marks have their tools."""
        menu = self.text_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def text_menu(self) -> QMenu:
        """Cut, copy, paste, paste plain and select all."""
        menu = QMenu(self)
        has_text = self.textCursor().hasSelection()
        for glyph, name, key, act, enabled in (
            ("content-cut", tr("Knippen"), "Ctrl+X", self.cut, has_text),
            ("content-copy", tr("Kopiëren"), "Ctrl+C", self.copy, has_text),
            ("content-paste", tr("Plakken"), "Ctrl+V", self.paste, self.canPaste()),
            ("", tr("Plakken zonder opmaak"), "Ctrl+Shift+V", self.paste_plain, self.canPaste()),
            ("select-all", tr("Alles selecteren"), "Ctrl+A", self.selectAll, True),
        ):
            action = menu.addAction(f"{name}\t{key}")
            if glyph:
                action.setIcon(icon(glyph))
            action.setEnabled(enabled)
            action.triggered.connect(act)
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one is here."""
        super().focusInEvent(event)
        self.entered.emit()
        self._tell_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one left, unless it is for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.exited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _on_contents(self) -> None:
        if not self._setting:
            self.typed.emit()

    def _fit(self) -> None:
        height = max(round(self.document().size().height()), theme().px(26))
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.cursorRect())

    def _fill(self, blocks: RichText) -> None:
        self._setting = True
        try:
            to_document(self.document(), blocks, theme().colour("accent"))
            set_line_height(self.document())
        finally:
            self._setting = False
        self._fit()

    def _restyle(self) -> None:
        # The window's style sheet has a colour for every text box; only a sheet wins of it.
        self.setStyleSheet(f"color: {theme().palette[self._colour]}")
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme().colour("ink3"))
        self.setPalette(palette)
        self.setFont(theme().font("read"))
        self._setting = True
        try:
            self.document().setDefaultFont(theme().font("read"))
        finally:
            self._setting = False
        # Links keep the colour they were written with.
        self._fill(from_document(self.document()))


def _is_marking(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in (
        Qt.Key.Key_B,
        Qt.Key.Key_I,
        Qt.Key.Key_U,
        Qt.Key.Key_K,
    )


def _same_place(before: str, after: str, at: int) -> int:
    """Where a caret goes when one text takes the place of another."""
    head = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        head += 1
    if at <= head:
        return at
    tail = 0
    most = min(len(before), len(after)) - head
    while tail < most and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if at >= len(before) - tail:
        return at + len(after) - len(before)
    return head
