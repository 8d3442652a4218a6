"""One line of the journal: what somebody did, when, and the changes it made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.change import Change, Edited

#: Version of the stored form of an entry; older ones are read through upcasters.
FORMAT = 1


class Mode(StrEnum):
    """Whether an entry does something new, takes a step back, or does it again."""

    #: The dossier came into being; there is nothing to go back to.
    START = "start"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Author:
    """Who works at this window, as entered at first start."""

    person: str
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Somebody did something. Entries are appended and never rewritten."""

    id: Id
    #: Order in this file; 0 until the store has given it one.
    seq: int = 0
    #: The copy of the dossier it was made in.
    origin: Id
    #: The entry it was made on top of; "" for the first.
    parent: Id = ""
    at: datetime
    author: Author
    meeting_id: Id = ""
    #: Name of what was done ("set_text") with its arguments; words/ makes a sentence of it.
    action: str
    args: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    #: Entries of one step (a burst of typing) are undone together.
    step: Id
    mode: Mode = Mode.DO
    #: Of an undo or redo: the step it takes back.
    undoes: Id = ""
    format: int = FORMAT

    def touches(self, sort: str, field_name: str | None = None) -> bool:
        """Whether it changed something of a sort (or one field of it)."""
        return any(
            change.ref.sort == sort
            and (field_name is None or not isinstance(change, Edited) or change.field == field_name)
            for change in self.changes
        )

    @property
    def refs(self) -> tuple[Ref, ...]:
        """What it changed, each thing once, in order."""
        return tuple(dict.fromkeys(change.ref for change in self.changes))
