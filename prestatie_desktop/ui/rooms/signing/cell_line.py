"""The current cell in words, with the keys that change it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.marks import paint_role, paint_sign
from prestatie_desktop.ui.look.paint import RIGHT, painting, plate, width_of, words
from prestatie_desktop.ui.look.states import RoleMark, SignState
from prestatie_desktop.ui.look.tokens import RADIUS_CONTROL
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_HEIGHT = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """What the line says."""

    where: str = ""
    role: RoleKind | None = None
    #: The group through which the role comes.
    via: str = ""
    mark: SignState | None = None
    signing: str = ""
    #: The rule that makes it so, and the words of a reservation.
    why: str = ""
    #: What Delete would do; "" when nothing.
    clears: str = ""
    #: Many cells are selected: the line says how many instead.
    count: int = 1

    @property
    def spoken(self) -> str:
        """All of it for the screen reader."""
        if self.count > 1:
            return tr("{count} vakjes gekozen").format(count=self.count)
        parts = [self.where, self.role_words, self.signing, self.why]
        return ", ".join(part for part in parts if part)

    @property
    def role_words(self) -> str:
        """The role and where it comes from."""
        if self.role is None:
            return ""
        if self.via:
            return tr("{role} via {group}").format(role=label(self.role), group=self.via)
        return label(self.role)


class CellLine(QWidget):
    """One line under the matrix: where, role, signing and why; at the right the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = CellWords()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def set_words(self, said: CellWords) -> None:
        """Say something else."""
        if said != self._words:
            self._words = said
            self.setAccessibleName(said.spoken)
            self.setToolTip(said.spoken)
            self.update()

    def words(self) -> str:
        """What it says."""
        return self._words.spoken

    def keys(self) -> str:
        """The keys it names."""
        keys = [tr("T trekker"), tr("B betrokken"), tr("Spatie tekent"), tr("V voorbehoud")]
        return "   ".join(filter(None, [*keys, self._words.clears]))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(300), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It may be cut off; the tooltip says all."""
        return QSize(theme().px(120), theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; the keys stand there when there is room left for them."""
        px = theme().px
        rect = QRectF(self.rect())
        room = rect.adjusted(px(14), 0, -px(14), 0)
        with painting(self) as painter:
            plate(painter, rect, RADIUS_CONTROL, fill="head")
            left = (
                self._paint_many(painter, room)
                if self._words.count > 1
                else (self._paint_one(painter, room))
            )
            small, keys = theme().font("small"), self.keys()
            if left + width_of(keys, small) + px(8) <= room.right():
                words(painter, room, keys, small, "ink2", align=RIGHT)

    def _paint_many(self, painter: QPainter, room: QRectF) -> float:
        return _say(painter, room, room.left(), self._words.spoken, theme().font("ui", 600), "ink")

    def _paint_one(self, painter: QPainter, room: QRectF) -> float:
        px, said = theme().px, self._words
        plain, strong = theme().font("ui"), theme().font("ui", 600)
        x = _say(painter, room, room.left(), said.where, strong, "ink")
        if said.role is not None:
            role: RoleMark = said.role.value
            paint_role(painter, QRectF(x, room.top(), px(20), room.height()), role)
            x = _say(painter, room, x + px(27), said.role_words, plain, "ink")
        if said.mark is not None:
            paint_sign(painter, QRectF(x, room.top(), px(24), room.height()), said.mark)
            x += px(30)
        stale = said.mark == "stale"
        ink = "warn" if stale else "ink"
        x = _say(painter, room, x, said.signing, strong if stale else plain, ink)
        return _say(painter, room, x, said.why, theme().font("small"), "ink3")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _say(  # noqa: PLR0917 - where and what, as the painter's own calls
    painter: QPainter, room: QRectF, x: float, text: str, font: QFont, colour: str
) -> float:
    """Words from x on, cut off at the end of the room; where the next ones may begin."""
    if not text or x >= room.right():
        return x
    words(painter, QRectF(x, room.top(), room.right() - x, room.height()), text, font, colour)
    return x + width_of(text, font) + theme().px(16)
