"""What happened to the chosen item: newest first, a few at a time, with what changed in the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.domain.redline import Change as Redlined
from prestatie_desktop.domain.redline import redline
from prestatie_desktop.domain.richtext import RichTextError, parse
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.change import Edited, is_text
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.history import Event, history_of, item_refs
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, column
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.redline import RedlineView, Segment, SegmentKind
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.actions import entry_sentence
from prestatie_desktop.words.dates import short_moment
from prestatie_desktop.words.translation import tr

_AT_A_TIME = 20
#: Letters of unchanged text kept on each side of a change.
_CONTEXT = 60
#: Typing makes an entry every half second; the history is read again when it pauses.
_WAIT_MS = 300
_GLANCE_MS = 120


@dataclass(frozen=True, slots=True)
class Happening:
    """A step of one person: its last entry, and the text before and after it."""

    entry: Entry
    old: str | None = None
    new: str | None = None


class HistorySection(QWidget):
    """Read lazily: only while it can be seen, and more on request."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self._refs: frozenset[Ref] = frozenset()
        self._coming: Iterator[Happening] = iter(())
        self._lines = Column(gap=6)
        self._more = Button(tr("Meer tonen"), "chevron-down", variant="link")
        self._more.clicked.connect(self._add_some)
        whole = Column(self, gap=6)
        whole.addLayout(self._lines)
        whole.addWidget(self._more)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._read_if_seen)
        self._is_due = False

    def show_item(self, item_id: Id) -> None:
        """Show the history of an item, as soon as this can be seen."""
        self._id = item_id
        # Who walks through the list with the arrows does not wait for each history.
        self._timer.start(_GLANCE_MS)

    def entry_committed(self, entry: Entry) -> None:
        """Something happened; perhaps to this item."""
        mine = entry.touches("role") or entry.touches("signing_rule")
        if mine or not self._refs.isdisjoint(entry.refs):
            self._timer.start(_WAIT_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """What was put off until it can be seen is read."""
        super().showEvent(event)
        if self._is_due:
            self._timer.start(0)

    def _read_if_seen(self) -> None:
        self._is_due = not self.isVisible()
        if not self._is_due:
            self.read()

    def read(self) -> None:
        """Read the history again from the journal."""
        clear(self._lines)
        dossier = self._desk.dossier
        found = find_item(dossier, self._id)
        if found is None:
            self._refs = frozenset()
            self._more.hide()
            return
        store = self._desk.bridge.session.store
        self._refs = item_refs(store, dossier, found)
        events = history_of(store, dossier, self._refs)
        self._coming = steps(events, ref(found))
        self._add_some()

    def _add_some(self) -> None:
        happenings = list(islice(self._coming, _AT_A_TIME))
        for happening in happenings:
            self._lines.addWidget(_line(happening))
        self._more.setVisible(len(happenings) == _AT_A_TIME)


def steps(events: Iterator[Event], item: Ref) -> Iterator[Happening]:
    """One happening per step; of a burst of typing the text before the first and after the last."""
    now: Happening | None = None
    for event in events:
        texts = [
            c
            for c in event.changes
            if isinstance(c, Edited) and c.ref == item and is_text(c.ref.sort, c.field)
        ]
        old = texts[0].old if texts else None
        new = texts[-1].new if texts else None
        if now is not None and now.entry.step == event.entry.step:
            now = Happening(now.entry, old if old is not None else now.old, now.new or new)
            continue
        if now is not None:
            yield now
        now = Happening(event.entry, old, new)
    if now is not None:
        yield now


def _line(happening: Happening) -> QWidget:
    entry = happening.entry
    who = entry.author.person
    if entry.author.organisation:
        who = f"{who}, {entry.author.organisation}"
    head = Text(
        f"<b>{escape(short_moment(entry.at))}</b> &nbsp;{escape(who)}",
        "small",
        colour="ink2",
        wrap=True,
        rich=True,
    )
    said = Text(entry_sentence(entry), "small", colour="ink", wrap=True)
    if happening.old is None or happening.new is None:
        return column(head, said, gap=0, margins=(12, 0, 8, 0))
    view = RedlineView(segments(happening.old, happening.new), role="ui")
    return Panel("soft", head, said, view, gap=3, margins=(12, 8, 10, 10))


def segments(old: str, new: str) -> list[Segment]:
    """What changed between two texts, with a little around it."""
    try:
        blocks = redline(parse(old), parse(new))
    except RichTextError:
        return [(tr("De tekst is gewijzigd."), "same")]
    parts: list[Segment] = []
    for block in blocks:
        if not block.is_changed:
            continue
        if parts:
            parts.append(("\n", "same"))
        parts += [(one.text, _kind(one.change)) for one in block.segments]
    if not any(kind != "same" for _, kind in parts):
        return [(tr("Alleen de opmaak is gewijzigd."), "same")]
    return [_shortened(part, first=at == 0, last=at == len(parts) - 1)
            for at, part in enumerate(parts)]  # fmt: skip


def _kind(change: Redlined) -> SegmentKind:
    if change is Redlined.INSERTED:
        return "inserted"
    return "deleted" if change is Redlined.DELETED else "same"


def _shortened(part: Segment, *, first: bool, last: bool) -> Segment:
    text, kind = part
    room = _CONTEXT * (1 if first or last else 2)
    if kind != "same" or len(text) <= room + 10:
        return part
    if first:
        return "…" + text[-_CONTEXT:], kind
    if last:
        return text[:_CONTEXT] + "…", kind
    return f"{text[:_CONTEXT]} … {text[-_CONTEXT:]}", kind
