"""Content of a dialog that may be higher than the screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.layouts import Column, Thing

#: Share of the screen's height the content may take; the rest is title and buttons.
_SHARE = 0.62
#: What title, explanation and buttons need (at 100 % text).
_AROUND = 215


class Scrolling(QScrollArea):
    """As high as its content where that fits, and else scrolling."""

    def __init__(self, *things: Thing, gap: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        Column(page, gap=gap, margins=(0, 0, 2, 0)).add(*things, None)
        self.setWidget(page)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside became higher: so may the dialog."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """The content's own height, bounded by the screen."""
        page = self.widget()
        assert page is not None
        width = max(self.width() if self.isVisible() else 0, page.minimumSizeHint().width())
        layout = page.layout()
        assert layout is not None
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        height = max(wanted, page.sizeHint().height() if wanted < 0 else wanted)
        return QSize(page.sizeHint().width(), min(height, room_on_screen(self)))

    def minimumSizeHint(self) -> QSize:
        """A few lines at least; as high as it wants to be while that fits the screen."""
        page = self.widget()
        assert page is not None
        height = self.sizeHint().height()
        return QSize(page.minimumSizeHint().width() + theme().px(14), height)


def room_on_screen(widget: QWidget) -> int:
    """How high the content of a dialog may be on this screen."""
    high = widget.screen().availableGeometry().height()
    return min(round(high * _SHARE), high - theme().px(_AROUND))
