"""The one door through which a dossier changes."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.journal.change import Change, apply, apply_all, inverse
from prestatie_desktop.journal.entry import Author, Entry, Mode
from prestatie_desktop.journal.history import resolve_backwards
from prestatie_desktop.journal.steps import StepLine, Steps
from prestatie_desktop.journal.store import Store

#: A pause longer than this in one field starts a new step to undo.
BURST_PAUSE = timedelta(seconds=30)

Listener = Callable[[Entry], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a person wants done: its name, the arguments of its sentence, and the changes.

    Edit functions make acts from a dossier; nothing has happened until a session commits one.
    """

    action: str
    args: Mapping[str, str]
    changes: tuple[Change, ...]
    #: Acts with the same burst that follow each other quickly are one step to undo.
    burst: str = ""
    blobs: tuple[Blob, ...] = ()
    #: Whether the dossier begins here: nothing before it, so nothing to undo it to.
    starts: bool = False


class Session:
    """A dossier that is open: reads from memory, every change goes to the store at once."""

    def __init__(
        self,
        store: Store,
        author: Author,
        *,
        dossier: Dossier | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store = store
        self.author = author
        self.dossier = store.load() if dossier is None else dossier
        #: When this window opened: older steps are named with person and date before undoing.
        self.opened_at = now()
        self._now = now
        self._head = store.head
        self._steps = Steps(store.step_lines())
        self._listeners: list[Listener] = []
        self._untold: deque[Entry] = deque()
        self._burst: tuple[str, Author] | None = None
        self._burst_step: Id = ""
        self._burst_at = self.opened_at

    @property
    def head(self) -> Id:
        """The last entry this session knows."""
        return self._head

    @property
    def to_undo(self) -> StepLine | None:
        """The step that undo would take back, or None."""
        return self._steps.to_undo

    @property
    def to_redo(self) -> StepLine | None:
        """The step that redo would do again, or None."""
        return self._steps.to_redo

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every entry after it is in the store; returns how to stop that.

        Everybody hears every entry, in the order of the journal. What a listener raises is a
        bug of that listener: it goes to `sys.excepthook`, the entry stands and the others hear
        it. An entry that a listener commits itself is told after the one it was listening to.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def commit(self, act: Act) -> Entry | None:
        """Carry out an act: in memory, in the store, then tell the listeners.

        Returns None, with nothing written, when the act changes nothing. When it does not fit
        or cannot be written, memory is as it was before and the error is raised.
        """
        if not act.changes:
            return None
        at = self._now()
        step = self._step_for(act, at)
        return self._carry_out((self._entry_of(act, step, at, self._head),), act.blobs)[0]

    def commit_together(self, acts: Sequence[Act]) -> tuple[Entry, ...]:
        """Carry out several acts, each an entry of its own, as one step to undo: all or none.

        Each act is made for the dossier as the acts before it leave it. What changes nothing is
        left out. When one does not fit or they cannot be written, memory is as it was before and
        the error is raised. Listeners are told of each entry when all are in the store.
        """
        doing = [act for act in acts if act.changes]
        if not doing:
            return ()
        self.seal()
        step, at = new_id(), self._now()
        entries: list[Entry] = []
        for act in doing:
            parent = entries[-1].id if entries else self._head
            entries.append(self._entry_of(act, step, at, parent))
        return self._carry_out(entries, [blob for act in doing for blob in act.blobs])

    def undo(self) -> Entry | None:
        """Take back the last step. Returns None when there is nothing to take back."""
        line = self._steps.to_undo
        return self._turn_back(line, Mode.UNDO) if line else None

    def redo(self) -> Entry | None:
        """Do the step again that was last undone. Returns None when there is none."""
        line = self._steps.to_redo
        return self._turn_back(line, Mode.REDO) if line else None

    def name_moment(self, name: str) -> Entry:
        """Give this moment a name ("versie voor overleg 12 november").

        Raises UserError for an empty name.
        """
        from prestatie_desktop.journal.edits.making import required

        name = required(name, "De naam van het moment")
        self.seal()
        entry = self._entry("name_moment", {"name": name}, (), step=new_id(), at=self._now())
        return self._carry_out((entry,), ())[0]

    def seal(self) -> None:
        """End the burst of typing: what follows is a step of its own."""
        self._burst = None

    def _step_for(self, act: Act, at: datetime) -> Id:
        burst = (act.burst, self.author) if act.burst else None
        quick = timedelta(0) <= at - self._burst_at <= BURST_PAUSE
        if burst is None or burst != self._burst or not quick:
            self._burst = burst
            self._burst_step = new_id()
        self._burst_at = at
        return self._burst_step

    def _turn_back(self, line: StepLine, mode: Mode) -> Entry:
        self.seal()
        entries = self.store.entries_of_step(line.step)
        done = [change for entry in entries for change in entry.changes]
        changes = tuple(inverse(c) for c in resolve_backwards(self.dossier, reversed(done)))
        entry = self._entry(
            line.action, line.args, changes, step=new_id(), at=self._now(),
            mode=mode, undoes=line.step,
        )  # fmt: skip
        return self._carry_out((entry,), ())[0]

    def _entry_of(self, act: Act, step: Id, at: datetime, parent: Id) -> Entry:
        mode = Mode.START if act.starts else Mode.DO
        return self._entry(
            act.action, act.args, act.changes, step=step, at=at, mode=mode, parent=parent
        )

    def _entry(
        self,
        action: str,
        args: Mapping[str, str],
        changes: tuple[Change, ...],
        *,
        step: Id,
        at: datetime,
        mode: Mode = Mode.DO,
        undoes: Id = "",
        parent: Id | None = None,
    ) -> Entry:
        return Entry(
            id=new_id(),
            origin=self.store.replica_id,
            parent=self._head if parent is None else parent,
            at=at,
            author=self.author,
            action=action,
            args=dict(args),
            changes=changes,
            step=step,
            mode=mode,
            undoes=undoes,
        )

    def _carry_out(self, entries: Sequence[Entry], blobs: Iterable[Blob]) -> tuple[Entry, ...]:
        changes = [change for entry in entries for change in entry.changes]
        apply_all(self.dossier, changes)
        try:
            kept = self.store.append_all(entries, self._head, blobs)
        except BaseException:
            for change in reversed(changes):
                apply(self.dossier, inverse(change))
            self.seal()
            raise
        self._head = kept[-1].id
        for entry in kept:
            self._steps.take(StepLine.of(entry))
        self._tell(kept)
        return kept

    def _tell(self, entries: Iterable[Entry]) -> None:
        is_telling = bool(self._untold)
        self._untold.extend(entries)
        if is_telling:
            return
        try:
            while self._untold:
                for listener in tuple(self._listeners):
                    try:
                        listener(self._untold[0])
                    except Exception as bug:  # noqa: BLE001 - any bug of any listener
                        sys.excepthook(type(bug), bug, bug.__traceback__)
                self._untold.popleft()
        finally:
            self._untold.clear()
