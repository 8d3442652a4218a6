"""The one crossing from the session to Qt: acts go down, entries come up as a signal."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing_state import would_lapse
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Change, apply_all
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.store import HeadMovedError
from prestatie_desktop.words.translation import tr

EditFunction = Callable[..., Act]


class Bridge(QObject):
    """What panels use to change the dossier and to hear that it changed."""

    #: Another action is coming: whoever holds typed text commits it now.
    flushing = Signal()
    #: An entry is in the file.
    committed = Signal(object)
    #: Something was refused; the sentence says why. Nothing changed.
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.fingerprints = Fingerprints(session.dossier)
        #: Asked before a change that would lapse signatures; says whether to go on.
        self.ask_before_lapse: Callable[[tuple[Party, ...]], bool] = lambda _: True
        #: Where text was typed and refused, so that it is on the screen and nowhere else: the
        #: ids of things whose text it is, or fields.
        self.unsaved: set[Id | QObject] = set()
        self._flushing = False
        self._unsubscribe = session.subscribe(self.committed.emit)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.session.dossier

    @property
    def has_unsaved(self) -> bool:
        """Whether refused text would be lost if the dossier were closed now."""
        there = {entity.id for entity in self.dossier.entities()} if self.unsaved else set()
        return any(not isinstance(where, str) or where in there for where in self.unsaved)

    def close(self) -> None:
        """Commit what was typed and stop listening."""
        self.flush()
        self._unsubscribe()

    def flush(self) -> None:
        """Have typed text committed; does nothing while that is already going on."""
        if self._flushing:
            return
        self._flushing = True
        try:
            self.flushing.emit()
        finally:
            self._flushing = False

    def do(self, edit: EditFunction, *args: Any, **more: Any) -> Entry | None:
        """Carry out an edit function on the dossier: `do(agreements.set_text, id, html)`.

        Returns the entry, or None when nothing changed: refused, or already so.
        """
        self.flush()
        return self._commit(lambda: edit(self.dossier, *args, **more))

    def do_together(self, acts: Sequence[Act]) -> bool:
        """Carry out several acts as one step to undo; False when that was refused.

        Each act is made for the dossier as the acts before it leave it.
        """
        self.flush()

        def commit() -> Entry | None:
            changes = [change for act in acts for change in act.changes]
            if changes and not self._may_lapse(changes):
                return None
            entries = self.session.commit_together(acts)
            return entries[-1] if entries else None

        return self._guarded(commit) is not None

    def type(self, edit: EditFunction, *args: Any, **more: Any) -> Entry | None:
        """As `do`, for typed text that is being flushed itself."""
        return self._commit(lambda: edit(self.dossier, *args, **more))

    def undo(self) -> Entry | None:
        """Take back the last step."""
        self.flush()
        return self._guarded(self.session.undo)

    def redo(self) -> Entry | None:
        """Do the last undone step again."""
        self.flush()
        return self._guarded(self.session.redo)

    def name_moment(self, name: str) -> Entry | None:
        """Give this moment a name."""
        self.flush()
        return self._guarded(lambda: self.session.name_moment(name))

    def _commit(self, make: Callable[[], Act]) -> Entry | None:
        def commit() -> Entry | None:
            act = make()
            if act.changes and not self._may_lapse(act.changes):
                return None
            return self.session.commit(act)

        return self._guarded(commit)

    def _may_lapse(self, changes: Sequence[Change]) -> bool:
        parties = would_lapse(
            self.dossier, self.fingerprints, lambda trial: apply_all(trial, changes)
        )
        return not parties or self.ask_before_lapse(parties)

    def _guarded(self, action: Callable[[], Entry | None]) -> Entry | None:
        try:
            return action()
        except UserError as error:
            self.refused.emit(str(error))
        except HeadMovedError:
            self.refused.emit(
                tr(
                    "Dit dossier is intussen in een ander venster of programma gewijzigd; deze "
                    "wijziging is niet bewaard. Sluit het dossier en open het opnieuw."
                )
            )
        return None
