"""What can be undone and redone, read from the journal itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.entry import Author, Entry, Mode


@dataclass(frozen=True, slots=True)
class StepLine:
    """An entry without its changes: enough to name a step and to know if it still stands."""

    entry_id: Id
    step: Id
    mode: Mode
    undoes: Id
    action: str
    args: Mapping[str, str]
    at: datetime
    author: Author
    #: Entries without changes (a named moment) are no step to undo.
    empty: bool

    @classmethod
    def of(cls, entry: Entry) -> "StepLine":
        """The line of an entry."""
        return cls(
            entry_id=entry.id,
            step=entry.step,
            mode=entry.mode,
            undoes=entry.undoes,
            action=entry.action,
            args=entry.args,
            at=entry.at,
            author=entry.author,
            empty=not entry.changes,
        )


class Steps:
    """Two stacks: what can be taken back, and what can be done again."""

    def __init__(self, lines: Iterable[StepLine] = ()) -> None:
        self._done: list[StepLine] = []
        self._undone: list[StepLine] = []
        for line in lines:
            self.take(line)

    @property
    def to_undo(self) -> StepLine | None:
        """The step that Ctrl+Z takes back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> StepLine | None:
        """The step that Ctrl+Y does again, named as it was when it was first done."""
        return self._undone[-1] if self._undone else None

    def take(self, line: StepLine) -> None:
        """Count one more entry of the journal."""
        if line.empty:
            return
        match line.mode:
            case Mode.START:
                self._done.clear()
                self._undone.clear()
            case Mode.DO:
                self._undone.clear()
                if not self._done or self._done[-1].step != line.step:
                    self._done.append(line)
            case Mode.UNDO:
                if self._done:
                    self._done.pop()
                self._undone.append(line)
            case Mode.REDO:
                if self._undone:
                    self._undone.pop()
                self._done.append(line)
