"""A list of what changed, each thing with its words in redline."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from prestatie_desktop.domain.signing_state import ItemChange
from prestatie_desktop.ui.dialogs.scrolling import room_on_screen
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.ui.models.differences import Difference, Place, segments
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.panel import Card
from prestatie_desktop.ui.widgets.redline import RedlineView, SegmentKind
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

#: So many at a time: a redline is worked out when it is shown.
_BATCH = 20
_TONES: dict[ItemChange, tuple[str, Tone]] = {
    ItemChange.ADDED: ("plus-circle-outline", "ok"),
    ItemChange.CHANGED: ("pencil-outline", "accent"),
    ItemChange.REMOVED: ("minus-circle-outline", "bad"),
}

Describe = Callable[[Place], Difference]


class ChangesView(QScrollArea):
    """Cards under each other; a button shows the next ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Wat veranderde"))
        self._places: Sequence[Place] = ()
        self._describe: Describe | None = None
        self._shown = 0
        self._list = Column()
        self._more = Button("", "chevron-down", variant="link")
        self.show_changes((), None)

    def show_changes(
        self, places: Sequence[Place], describe: Describe | None, *, nothing: str = ""
    ) -> None:
        """Show these; `nothing` is what it means that there are none."""
        self._places, self._describe, self._shown = places, describe, 0
        page = QWidget()
        whole = Column(page, gap=10, margins=(2, 2, 12, 8))
        self._list = Column(gap=10)
        whole.addLayout(self._list)
        self._more = Button("", "chevron-down", variant="link")
        self._more.clicked.connect(self._go_on)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if not places and nothing:
            whole.addWidget(EmptyState(nothing, glyph="check-circle-outline"))
        whole.addStretch(1)
        self.setWidget(page)
        self._go_on()

    def sizeHint(self) -> QSize:
        """Roomy, but never higher than a dialog may be."""
        px = theme().px
        return QSize(px(640), min(px(420), room_on_screen(self)))

    def minimumSizeHint(self) -> QSize:
        """Room for a card at least."""
        px = theme().px
        return QSize(px(240), min(px(160), room_on_screen(self)))

    def words(self) -> list[str]:
        """What is shown, for reading aloud: one line for each card."""
        return [card.accessibleName() for card in self.findChildren(Card)]

    def _go_on(self) -> None:
        if self._describe is None:
            self._more.hide()
            return
        for place in self._places[self._shown : self._shown + _BATCH]:
            difference = self._describe(place)
            if difference.fields or place.change is not ItemChange.CHANGED:
                self._list.addWidget(_card(difference))
        self._shown = min(len(self._places), self._shown + _BATCH)
        left = len(self._places) - self._shown
        self._more.setText(tr("Nog {count} tonen").format(count=left))
        self._more.updateGeometry()
        self._more.setVisible(left > 0)


def _card(difference: Difference) -> Card:
    card = Card(gap=6)
    glyph, tone = _TONES[difference.change]
    top = Row(gap=10)
    top.addWidget(Text(difference.title, weight=600, elide=True), 1)
    top.addWidget(Chip(label(difference.change), glyph, tone, bare=True))
    card.add(top)
    spoken = [difference.title, label(difference.change)]
    for field in difference.fields:
        view = RedlineView(
            [(text, cast("SegmentKind", kind)) for text, kind in segments(field.old, field.new)]
        )
        card.add(Text(field.name, "small", colour="ink3"), view)
        spoken.append(f"{field.name}: {view.accessibleName()}")
    card.setAccessibleName(". ".join(spoken))
    return card
