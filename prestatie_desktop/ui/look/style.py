"""What a style sheet cannot draw: check boxes, radio buttons and the ring around what has focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, plate

if TYPE_CHECKING:
    from prestatie_desktop.ui.look.theme import Theme

_BOXES = frozenset(
    {
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
    }
)
_SIZES = frozenset(
    {
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    }
)
_ICONS = frozenset(
    {
        QStyle.PixelMetric.PM_SmallIconSize,
        QStyle.PixelMetric.PM_ButtonIconSize,
        QStyle.PixelMetric.PM_ListViewIconSize,
    }
)


class WindowStyle(QProxyStyle):
    """Fusion, whose own indicators are too faint on white to be found."""

    def __init__(self, look: "Theme") -> None:
        super().__init__("Fusion")
        self._look = look

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw one part of a control."""
        if element in _BOXES:
            self._box(option, painter)
        elif element is QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            self._radio(option, painter)
        elif element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            focus_ring(painter, QRectF(option.rect), 4)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give a size of a control's part."""
        if metric in _SIZES or metric in _ICONS:
            return self._look.px(18)
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Give a habit of the platform."""
        if hint is QStyle.StyleHint.SH_EtchDisabledText:
            return 0
        return super().styleHint(hint, option, widget, returned)

    def _box(self, option: QStyleOption, painter: QPainter) -> None:
        rect = QRectF(option.rect)
        state = option.state
        half = bool(state & QStyle.StateFlag.State_NoChange)
        filled = half or bool(state & QStyle.StateFlag.State_On)
        fill, edge, mark = self._colours(state, filled=filled)
        plate(painter, rect, 4, fill=fill, edge=edge, width=1.3)
        if filled:
            paint_glyph(painter, rect, "minus" if half else "check-bold", mark, size=14)

    def _radio(self, option: QStyleOption, painter: QPainter) -> None:
        rect = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_On)
        fill, edge, mark = self._colours(state, filled=chosen)
        plate(painter, rect, 9, fill=fill, edge=edge, width=1.3)
        if chosen:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(mark))
            dot = self._look.px(4)
            painter.drawEllipse(rect.center(), dot, dot)
            painter.restore()

    def _colours(self, state: QStyle.StateFlag, *, filled: bool) -> tuple[str, str, str]:
        if not state & QStyle.StateFlag.State_Enabled:
            return ("sunken", "line", "ink3") if filled else ("window", "line", "ink3")
        return ("accent", "accent", "on_accent") if filled else ("surface", "edge", "ink")
