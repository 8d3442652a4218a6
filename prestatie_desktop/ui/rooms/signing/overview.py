"""How many have signed, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.rooms.signing.next_step import Do, NextStep
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.figures import Segments, SegmentState
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: With less room than this, beside one line, the dialog of adopting tells of them.
_ROOM_FOR_FINDINGS = 760
_ORDER: tuple[SegmentState, ...] = ("done", "stale", "open")
_SEGMENT: dict[PartyState, SegmentState] = {
    PartyState.SIGNED: "done",
    PartyState.STALE: "stale",
}
_ACTION = {
    Do.PARTIES: "Naar Partijen",
    Do.ADOPT: "Nieuw blad",
    Do.REGISTER: "Ondertekening vastleggen",
    Do.DIFFERENCE: "Verschil bekijken",
    Do.PRINT: "Blad afdrukken",
    Do.SIGNATORIES: "Ondertekenaars",
}


class Overview(QWidget):
    """The figure and a box for each party at the left, the next step at the right."""

    #: What a button of the next step asks for, and the party it is about.
    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Text("", "display")
        self._of_what = Text("", "h2", colour="ink2", weight=400, elide=True)
        self._segments = Segments()
        self._chip = Chip("", "history", "warn", bare=True)
        self._findings = Button("", "alert-outline", variant="link")
        self._findings.clicked.connect(lambda: self.asked.emit("findings", ""))
        self._findings.hide()
        self._step: NextStep | None = None
        self._notice: QWidget | None = None
        self._compact, self._found = False, 0
        top, under = Row(gap=10), Row(gap=10)
        top.addWidget(self._figure)
        top.addWidget(self._of_what, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._findings)
        top.addStretch(1)
        under.add(self._segments, self._chip, None)
        self._under = QWidget()
        self._under.setLayout(under)
        left = Column(gap=2)
        left.addLayout(top)
        left.addWidget(self._under)
        self._whole = Row(self, gap=16)
        self._whole.addLayout(left)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_signings(self, signings: Sequence[PartySigning], *, adopted: bool) -> None:
        """Show how many have signed."""
        states = [_SEGMENT.get(signing.state, "open") for signing in signings]
        signed, stale = states.count("done"), states.count("stale")
        total = len(states)
        self._figure.set_text(tr("{signed} van {total}").format(signed=signed, total=total))
        self._of_what.set_text(tr("partijen getekend"))
        spoken = tr("{signed} van {total} partijen getekend").format(signed=signed, total=total)
        stale_words = tr("{count} op eerdere tekst").format(count=stale)
        if stale:
            spoken = f"{spoken}, {stale_words}"
        self._segments.set_states(sorted(states, key=_ORDER.index), spoken)
        if stale:
            self._chip.set_state(stale_words, "history", "warn")
        else:
            self._chip.set_state(tr("Nog niet vastgesteld"), "pencil-outline", "mute")
        self._chip.setVisible(bool(stale) or not adopted)
        self.setAccessibleName(spoken)
        # Without parties the matrix itself says what to do.
        self.setVisible(total > 0)

    def set_findings(self, count: int) -> None:
        """How many things the checks found."""
        words = tr("1 bevinding") if count == 1 else tr("{count} bevindingen").format(count=count)
        self._findings.setText(words)
        self._findings.updateGeometry()
        self._found = count
        self._show_findings()

    def set_step(self, step: NextStep) -> None:
        """Show what to do next."""
        if step != self._step:
            self._step = step
            self._build()

    def set_compact(self, compact: bool) -> None:
        """One line, for large letters on a small screen."""
        if compact != self._compact:
            self._compact = compact
            self._under.setVisible(not compact)
            self._place()
            self._build()

    def buttons(self) -> list[Button]:
        """The buttons of the next step."""
        return self._notice.findChildren(Button) if self._notice else []

    def step_words(self) -> str:
        """The next step as it is read out."""
        return self._notice.accessibleName() if self._notice else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the next step under the figure where both do not fit beside each other."""
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        narrow = self.width() < theme().px(860) and not self._compact
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(below if narrow else beside)
        self._show_findings()

    def _show_findings(self) -> None:
        has_room = not self._compact or self.width() >= theme().px(_ROOM_FOR_FINDINGS)
        self._findings.setVisible(self._found > 0 and has_room)

    def _build(self) -> None:
        if self._notice is not None:
            self._whole.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = self._made(self._step) if self._step else None
        if self._notice is not None:
            self._whole.addWidget(self._notice, 0 if self._compact else 1)
            self._notice.show()

    def _made(self, step: NextStep) -> QWidget:
        if self._compact:
            return self._line(step)
        notice = Notice(
            step.tone,
            step.title,
            step.explanation,
            actions=tuple(tr(_ACTION[action]) for action in step.actions),
            glyph=step.glyph or None,
        )
        notice.acted.connect(lambda at: self.asked.emit(step.actions[at].value, step.party_id))
        return notice

    def _line(self, step: NextStep) -> QWidget:
        """The step as one button: its first action, its words as tooltip."""
        button = Button(step.title, step.glyph or None)
        button.setToolTip(step.explanation)
        button.setAccessibleName(f"{step.title}. {step.explanation}")
        if step.actions:
            button.clicked.connect(lambda: self.asked.emit(step.actions[0].value, step.party_id))
        holder = QWidget()
        holder.setAccessibleName(button.accessibleName())
        Row(holder).addWidget(button)
        return holder
