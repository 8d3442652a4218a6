"""Fields to fill in, and the rows that name them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, elided, painting, width_of, words
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class Combo(QComboBox):
    """A choice from a list. The wheel scrolls the page and never the choice by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = False
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Elide what is too long, and add the arrow, which a style sheet takes away."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = elided(self.currentText(), self.font(), self._room(option))
        self._cut = option.currentText != self.currentText()
        styled = QStylePainter(self)
        styled.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        styled.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        styled.end()
        px = theme().px
        with painting(self) as painter:
            box = QRectF(self.width() - px(30), 0, px(22), self.height())
            ink = "ink2" if self.isEnabled() else "line"
            paint_glyph(painter, box, "chevron-down", ink, size=18)

    def event(self, event: QEvent) -> bool:
        """The tooltip has all of a choice that is cut off."""
        if event.type() == QEvent.Type.ToolTip and self._cut:
            assert isinstance(event, QHelpEvent)
            parts = (self.currentText(), self.toolTip())
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, parts)), self)
            return True
        return super().event(event)

    def _room(self, option: QStyleOptionComboBox) -> int:
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        width = self.style().subControlRect(box, option, field, self).width()
        return width - (self.iconSize().width() + 4 if not option.currentIcon.isNull() else 0)

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

    def event(self, event: QEvent) -> bool:
        """The tooltip has all of a text that is longer than the field."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            assert isinstance(event, QHelpEvent)
            room = self.width() - self.textMargins().right() - theme().px(24)
            if width_of(self.text(), self.font()) > room:
                QToolTip.showText(event.globalPos(), self.text(), self)
                return True
        return super().event(event)

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
            if not self.text() and not self.hasFocus() and self._has_room_for_key():
                end = QRectF(0, 0, self.width() - px(12), self.height())
                words(painter, end, self._key, theme().font("small"), "ink3", align=RIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow, it has no room for the key."""
        super().resizeEvent(event)
        self._show_margins()

    def _has_room_for_key(self) -> bool:
        return bool(self._key) and self.width() >= theme().px(200)

    def _show_margins(self) -> None:
        px = theme().px
        has_room = self._has_room_for_key()
        key = width_of(self._key, theme().font("small")) + px(8) if has_room else 0
        self.setTextMargins(px(25), 0, key, 0)

    def _restyle(self) -> None:
        px = theme().px
        self._show_margins()
        self.setMinimumWidth(px(160))


class Form(QWidget):
    """Names at the left, fields at the right; the name is the field's label for a screen reader.

    `above` puts the names above the fields, for a narrow panel or large text.
    """

    def __init__(self, *, above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self._labels: list[Text] = []
        self._other: Form | None = None
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0 if above else 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow(self._restyle)

    def add_row(self, name: str, field: QWidget, help_text: str = "") -> Text:
        """Add a field with its name; `help_text` stands under it, small."""
        colour, role = "ink3", "small" if self._above else "ui"
        label = Text(name, "small" if role == "small" else "ui", colour=colour)
        label.setBuddy(field)
        self._labels.append(label)
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

    def align_with(self, other: "Form") -> None:
        """Have the fields of two forms under each other begin at one line."""
        for form, beside in ((self, other), (other, self)):
            form.take_widths_of(beside)

    def take_widths_of(self, other: "Form") -> None:
        """Leave as much room for names as another form needs."""
        self._other = other
        self._restyle()

    def width_of_names(self) -> int:
        """The room that the longest name takes."""
        font = theme().font("ui")
        return max((width_of(label.words().replace("&", ""), font) for label in self._labels),
                   default=0)  # fmt: skip

    def add_wide(self, widget: QWidget) -> None:
        """Add something over the whole width (a check box, a notice)."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 1 if self._above else 2)

    def _restyle(self) -> None:
        px = theme().px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(4))
        if self._other is not None:
            width = max(self.width_of_names(), self._other.width_of_names())
            self._grid.setColumnMinimumWidth(0, width + px(2))
