"""Fields to fill in, and the rows that name them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, painting, width_of, words
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class Combo(QComboBox):
    """A choice from a list. The wheel scrolls the page and never the choice by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        follow(self._restyle)

    def set_choices(self, choices: list[tuple[str, str]], current: str = "") -> None:
        """Fill with (key, words), without a signal."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.blockSignals(blocked)

    def current_key(self) -> str:
        """The key of the choice; empty when there is none."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow, which a style sheet takes away."""
        super().paintEvent(event)
        px = theme().px
        with painting(self) as painter:
            box = QRectF(self.width() - px(30), 0, px(22), self.height())
            ink = "ink2" if self.isEnabled() else "line"
            paint_glyph(painter, box, "chevron-down", ink, size=18)

    def _restyle(self) -> None:
        # Wider than the icon, which stands in its middle: the words keep their distance.
        self.setIconSize(QSize(theme().px(22), theme().px(18)))


class Field(QLineEdit):
    """One line of text. `set_bad` marks it, with words that say what is the matter."""

    def __init__(
        self, text: str = "", *, hint: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)
        if name:
            self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add a mark to what is wrong: never a colour alone."""
        super().paintEvent(event)
        if self.property("bad") == "true":
            px = theme().px
            with painting(self) as painter:
                box = QRectF(self.width() - px(30), 0, px(22), self.height())
                paint_glyph(painter, box, "alert-circle-outline", "bad", size=18)

    def set_bad(self, reason: str) -> None:
        """Mark as wrong, or (with no reason) as fine again."""
        self.setTextMargins(0, 0, theme().px(24) if reason else 0, 0)
        self.setProperty("bad", "true" if reason else "false")
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self.style().unpolish(self)
        self.style().polish(self)


class SearchBox(QLineEdit):
    """Search in the dossier. Enter asks for the next hit, Esc empties it and then leaves."""

    asked = Signal(str)
    left = Signal()

    def __init__(
        self, hint: str = "", *, key: str = "Ctrl+F", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setPlaceholderText(hint or tr("Zoek in het dossier"))
        self.setAccessibleName(name or tr("Zoeken in het dossier"))
        self.setToolTip(f"{self.accessibleName()} ({key})" if key else self.accessibleName())
        follow(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the magnifier and, while it is empty, the key."""
        super().paintEvent(event)
        px = theme().px
        with painting(self) as painter:
            box = QRectF(px(9), 0, px(24), self.height())
            paint_glyph(painter, box, "magnify", "ink3", size=18)
            if not self.text() and not self.hasFocus():
                end = QRectF(0, 0, self.width() - px(12), self.height())
                words(painter, end, self._key, theme().font("small"), "ink3", align=RIGHT)

    def _restyle(self) -> None:
        px = theme().px
        key = width_of(self._key, theme().font("small")) + px(8) if self._key else 0
        self.setTextMargins(px(25), 0, key, 0)
        self.setMinimumWidth(px(160))


class Form(QWidget):
    """Names at the left, fields at the right; the name is the field's label for a screen reader.

    `above` puts the names above the fields, for a narrow panel or large text.
    """

    def __init__(self, *, above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0 if above else 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow(self._restyle)

    def add_row(self, name: str, field: QWidget, help_text: str = "") -> Text:
        """Add a field with its name; `help_text` stands under it, small."""
        colour, role = "ink3", "small" if self._above else "ui"
        label = Text(name, "small" if role == "small" else "ui", colour=colour)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name.replace("&", ""))
        at = self._grid.rowCount()
        if self._above:
            self._grid.addWidget(label, at, 0)
            self._grid.addWidget(field, at + 1, 0)
        else:
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, at, 1)
        if help_text:
            under = Text(help_text, "small", colour="ink3", wrap=True)
            self._grid.addWidget(under, at + 2, 0 if self._above else 1)
            field.setAccessibleDescription(help_text)
        return label

    def add_wide(self, widget: QWidget) -> None:
        """Add something over the whole width (a check box, a notice)."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 1 if self._above else 2)

    def _restyle(self) -> None:
        px = theme().px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(4))
