"""Words on the screen in one of the roles of type."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import elided, painting, width_of, words
from prestatie_desktop.ui.look.tokens import READING_LINE, FontRole

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Text(QLabel):
    """A line or a paragraph.

    `wrap` breaks lines and takes the height they need; `elide` cuts one line and shows all of it
    as a tooltip; `rich` reads HTML of our own making (its links follow `linkActivated`).
    """

    def __init__(
        self,
        text: str = "",
        role: FontRole = "ui",
        *,
        colour: str = "ink",
        weight: int | None = None,
        wrap: bool = False,
        rich: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: FontRole = role
        self._colour = colour
        headings = ("title", "display", "h1", "h2")
        self._weight = weight if weight is not None else 600 if role in headings else 400
        self._rich, self._elide = rich, elide
        self._spread = wrap and role == "read"
        self._words = ""
        self.setAlignment(align)
        self.setWordWrap(wrap)
        html = rich or self._spread
        self.setTextFormat(Qt.TextFormat.RichText if html else Qt.TextFormat.PlainText)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if rich:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
        follow(self._restyle)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._words = text
        if self._spread:
            inside = text if self._rich else escape(text).replace("\n", "<br>")
            text = f'<div style="line-height:{READING_LINE}%">{inside}</div>'
        super().setText(text)
        self._tell()

    def setText(self, text: str) -> None:
        """Qt's name for the same."""
        self.set_text(text)

    def words(self) -> str:
        """The text as it was set."""
        return self._words

    def set_role(self, role: FontRole) -> None:
        """Another size of type."""
        if role != self._role:
            self._role = role
            self._restyle()

    def set_colour(self, colour: str, *, weight: int | None = None) -> None:
        """Another token, and perhaps another weight."""
        self._colour = colour
        self._weight = self._weight if weight is None else weight
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as the words, even where they are elided."""
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(width_of(self._words, self.font()) + 1)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Elided words may shrink to a few letters."""
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(min(self.sizeHint().width(), theme().px(48)))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, elided when asked."""
        if not self._elide:
            super().paintEvent(event)
            return
        with painting(self) as painter:
            rect = QRectF(self.rect())
            words(painter, rect, self._words, self.font(), self._colour, align=self.alignment())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tooltip true to what is cut off."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self._elide:
            cut = elided(self._words, self.font(), self.width()) != self._words
            self.setToolTip(self._words if cut else "")

    def _restyle(self) -> None:
        self.setFont(theme().font(self._role, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().colour(self._colour))
        palette.setColor(QPalette.ColorRole.Text, theme().colour(self._colour))
        palette.setColor(QPalette.ColorRole.Link, theme().colour("accent"))
        self.setPalette(palette)
        if self._rich or self._spread:
            # A rich label keeps the colours it was laid out with.
            super().setText("")
            self.set_text(self._words)
        self.updateGeometry()
