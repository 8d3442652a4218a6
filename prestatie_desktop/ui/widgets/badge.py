"""A mark and words: status, role, signing, count. Never a colour without a shape and a word."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.marks import paint_role, paint_sign
from prestatie_desktop.ui.look.paint import painting, plate, width_of, words
from prestatie_desktop.ui.look.states import (
    FINDING,
    ROLE_WORD,
    SIGN_WORD,
    STATUS,
    RoleMark,
    SignState,
    State,
)
from prestatie_desktop.ui.look.tokens import CHIP, RADIUS_CHIP, FontRole, Tone

Mark = Callable[[QPainter, QRectF], None]


class Badge(QLabel):
    """A mark and a word on one line. A label to Qt, so that a screen reader reads its word."""

    def __init__(
        self,
        text: str,
        *,
        mark: Mark | None = None,
        mark_width: int = 18,
        colour: str = "ink",
        ground: str | None = None,
        edge: str | None = None,
        dashed: bool = False,
        role: FontRole = "ui",
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._mark, self._mark_width = mark, mark_width
        self._colour, self._ground, self._edge, self._dashed = colour, ground, edge, dashed
        self._role: FontRole = role
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def sizeHint(self) -> QSize:
        """Room for mark and word."""
        px = theme().px
        text = width_of(self.text(), self.font()) if self.text() else 0
        return QSize(text + px(2 * self._padding() + self._lead()), px(CHIP))

    def minimumSizeHint(self) -> QSize:
        """The word may shrink to a few letters; the tooltip then says all."""
        hint = self.sizeHint()
        return QSize(
            min(hint.width(), theme().px(2 * self._padding() + self._lead() + 44)), hint.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark and word."""
        px = theme().px
        rect = QRectF(self.rect())
        with painting(self) as painter:
            if self._ground or self._edge:
                plate(
                    painter,
                    rect,
                    RADIUS_CHIP,
                    fill=self._ground,
                    edge=self._edge,
                    dashed=self._dashed,
                )
            x = rect.left() + px(self._padding())
            if self._mark:
                self._mark(painter, QRectF(x, rect.top(), px(self._mark_width), rect.height()))
                x += px(self._lead())
            room = QRectF(x, rect.top(), rect.right() - px(self._padding()) - x, rect.height())
            cut = words(painter, room, self.text(), self.font(), self._colour)
        self.setToolTip(self.text() if cut else "")

    def _lead(self) -> int:
        gap = 6 if self.text() else 0
        return self._mark_width + gap if self._mark else 0

    def _padding(self) -> int:
        return 10 if self._ground or self._edge else 0

    def _restyle(self) -> None:
        self.setFont(theme().font(self._role, self._weight))
        self.updateGeometry()
        self.update()


class Chip(Badge):
    """A state on a soft ground: "Concept na versie 7"."""

    def __init__(
        self,
        text: str,
        glyph: str | None = None,
        tone: Tone = "mute",
        *,
        outlined: bool = False,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`outlined` is for what asks something; `bare` has no ground at all."""
        self._glyph, self._tone = glyph, tone
        super().__init__(
            text,
            mark=self._paint_glyph if glyph else None,
            colour=tone,
            ground=None if outlined or bare else f"{tone}_soft",
            edge=tone if outlined else None,
            role="small",
            weight=600,
            parent=parent,
        )

    def set_state(self, text: str, glyph: str | None, tone: Tone) -> None:
        """Say something else, in another colour."""
        self._glyph, self._tone = glyph, tone
        self._mark = self._paint_glyph if glyph else None
        self._colour = tone
        self._ground = f"{tone}_soft" if self._ground else None
        self._edge = tone if self._edge else None
        self.setText(text)
        self._restyle()

    def _paint_glyph(self, painter: QPainter, rect: QRectF) -> None:
        assert self._glyph is not None
        paint_glyph(painter, rect, self._glyph, self._tone, size=17)


class StatusBadge(Chip):
    """One of the five statuses: voorstel, besproken, akkoord, aangehouden, vervallen."""

    def __init__(self, status: str, parent: QWidget | None = None) -> None:
        state = STATUS[status]
        super().__init__(state.word, state.glyph, state.tone, parent=parent)

    def set_status(self, status: str) -> None:
        """Show another status."""
        state = STATUS[status]
        self.set_state(state.word, state.glyph, state.tone)


class FindingBadge(Chip):
    """What a check found: error, warning, hint or passed."""

    def __init__(self, finding: str, parent: QWidget | None = None) -> None:
        state: State = FINDING[finding]
        super().__init__(state.word, state.glyph, state.tone, bare=True, parent=parent)


class RoleBadge(Badge):
    """A party and its role: the square with its letter, then the name."""

    def __init__(self, role: RoleMark, name: str = "", parent: QWidget | None = None) -> None:
        self._role_mark: RoleMark = role
        super().__init__(name, mark=self._paint_role, mark_width=19, parent=parent)
        self.set_role(role, name)

    def set_role(self, role: RoleMark, name: str) -> None:
        """Show another role, or another party."""
        self._role_mark = role
        lead = role == "lead"
        self._colour, self._weight = ("ink", 600) if lead else ("ink2", 400)
        self.setText(name)
        self.setAccessibleName(f"{ROLE_WORD[role]}: {name}" if name else ROLE_WORD[role])
        self._restyle()

    def _paint_role(self, painter: QPainter, rect: QRectF) -> None:
        paint_role(painter, rect, self._role_mark)


class SignMark(Badge):
    """How or whether a party signed, and its name or the word for it."""

    def __init__(
        self,
        state: SignState,
        name: str | None = None,
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Without a name the state's own word stands there; an empty name shows the mark alone."""
        self._state: SignState = state
        super().__init__(
            "",
            mark=self._paint_sign,
            mark_width=22,
            colour="ink2" if small else "ink",
            role="small" if small else "ui",
            parent=parent,
        )
        self.set_sign(state, name)

    def set_sign(self, state: SignState, name: str | None = None) -> None:
        """Show another state, or another party."""
        self._state = state
        word = SIGN_WORD[state]
        self.setText(word if name is None else name)
        self.setAccessibleName(f"{name}: {word}" if name else word)
        self.update()

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        paint_sign(painter, rect, self._state)
