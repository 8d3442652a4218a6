"""A button that is only an icon; its name is in the tooltip and for the screen reader."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, painting, plate
from prestatie_desktop.ui.look.tokens import RADIUS_CONTROL


class Tool(QToolButton):
    """One icon of a toolbar.

    With an `action` it does, says and allows what the action does, says and allows.
    """

    def __init__(
        self,
        glyph: str,
        tip: str = "",
        *,
        key: str = "",
        checkable: bool = False,
        action: QAction | None = None,
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph, self._size = glyph, size
        self.setProperty("k", "own")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(checkable)
        if action is None:
            self._name(tip, key)
        else:
            self.setDefaultAction(action)
            action.changed.connect(self._from_action)
            self._from_action()
        follow(self.updateGeometry)

    def set_glyph(self, glyph: str) -> None:
        """Another icon."""
        self._glyph = glyph
        self.update()

    def sizeHint(self) -> QSize:
        """A square, with a little more width to aim at."""
        return QSize(theme().px(self._size + 18), theme().px(max(28, self._size + 14)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked() or self.isDown()
        with painting(self) as painter:
            if on:
                plate(painter, room, RADIUS_CONTROL, fill="accent_soft")
            elif self.isEnabled() and self.underMouse():
                plate(painter, room, RADIUS_CONTROL, fill="hover")
            ink = "accent" if on else "ink2"
            paint_glyph(
                painter, room, self._glyph, ink if self.isEnabled() else "line", size=self._size
            )
            if self.hasFocus():
                focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL)

    def _name(self, tip: str, key: str) -> None:
        self.setToolTip(f"{tip} ({key})" if key else tip)
        self.setAccessibleName(tip)

    def _from_action(self) -> None:
        action = self.defaultAction()
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._name(action.text().replace("&", ""), key)
