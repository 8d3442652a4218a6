"""What the assistant works on: a source, what was decided, and what becomes of it."""

from PySide6.QtCore import QObject, Signal

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning_draft import is_pristine
from prestatie_desktop.importing.reading import Fate, Part, Reading
from prestatie_desktop.importing.source import Piece, Source
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.source_rows import SourceRows
from prestatie_desktop.ui.importing.working_out import Tools, Worked, work
from prestatie_desktop.ui.working.press import Press


class ImportDesk(QObject):
    """One import. Pages read `worked` and decide; when it is worked out, `read` tells them."""

    #: There is another reading or plan.
    read = Signal()
    #: Something was decided; a reading of it follows.
    decided = Signal()
    busy_changed = Signal(bool)
    #: Another part is the chosen one; "" for none.
    part_chosen = Signal(str)
    #: Something happened that can be taken back: its name.
    happened = Signal(str)
    #: Recognising went wrong.
    failed = Signal(object)

    def __init__(
        self,
        rows: SourceRows,
        worked: Worked,
        steps: DecisionSteps,
        dossier: Dossier | None = None,
        *,
        tools: Tools | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self.worked = worked
        self.steps = steps
        #: The dossier that is open; None when none is.
        self.home = dossier
        #: Where it goes: the same, or None for a new one.
        self.dossier = worked.dossier
        self.chosen_part = ""
        self._tools = tools or Tools()
        self._press = Press()
        self._press.made.connect(self._on_made)
        self._press.failed.connect(self._on_failed)

    @property
    def source(self) -> Source:
        """The document."""
        return self.rows.source

    @property
    def reading(self) -> Reading:
        """What was recognised last."""
        return self.worked.reading

    @property
    def decisions(self) -> Decisions:
        """What is decided now; the reading may be of a moment before."""
        return self.steps.decisions

    @property
    def press(self) -> Press:
        """What works beside the window; its owner ends it."""
        return self._press

    @property
    def is_merging(self) -> bool:
        """Whether it comes into a dossier that holds something already."""
        return self.dossier is not None and not is_pristine(self.dossier)

    @property
    def is_busy(self) -> bool:
        """Whether a reading of what was decided is on its way."""
        return not self._is_of_now(self.worked)

    def part(self, key: str) -> Part | None:
        """A part by its key."""
        return self.worked.parts.get(key)

    def part_at(self, piece: int) -> str:
        """The key of the part that a piece belongs to; "" for none."""
        account = self.reading.accounts.get(piece)
        return account.part if account is not None else ""

    def lost_pieces(self, row: int) -> tuple[Piece, ...]:
        """What was not recognised on a row of the source."""
        accounts = self.reading.accounts
        pieces = self.rows.row(row).pieces
        return tuple(
            piece
            for piece in pieces
            if piece.key in accounts and accounts[piece.key].fate is Fate.NOT_RECOGNISED
        )

    def choose_part(self, key: str) -> None:
        """Make a part the chosen one."""
        if key != self.chosen_part:
            self.chosen_part = key
            self.part_chosen.emit(key)

    def decide(self, name: str, decisions: Decisions) -> None:
        """Decide, and have it worked out."""
        if self.steps.take(name, decisions):
            self._work()
            self.happened.emit(name)

    def undo(self) -> str:
        """Take the last decision back; returns its name."""
        return self._stepped(self.steps.undo())

    def redo(self) -> str:
        """Decide again what was taken back."""
        return self._stepped(self.steps.redo())

    def aim(self, *, at_new: bool) -> None:
        """Have it come in a new dossier, or in the one that is open."""
        dossier = None if at_new else self.home
        if dossier is not self.dossier:
            self.dossier = dossier
            self._work()

    def _is_of_now(self, worked: Worked) -> bool:
        return worked.decisions is self.decisions and worked.dossier is self.dossier

    def _stepped(self, name: str) -> str:
        if name:
            self._work()
        return name

    def _work(self) -> None:
        tools, rows, decisions, dossier = self._tools, self.rows, self.decisions, self.dossier
        before = self.worked
        self._press.ask("read", lambda: work(tools, rows, decisions, dossier, before=before))
        self.decided.emit()
        self.busy_changed.emit(True)

    def _on_made(self, _key: object, worked: Worked) -> None:
        if not self._is_of_now(worked):
            return
        self.worked = worked
        if self.chosen_part and self.chosen_part not in worked.parts:
            self.choose_part("")
        self.read.emit()
        self.busy_changed.emit(False)

    def _on_failed(self, _key: object, error: Exception) -> None:
        self.steps.go_back_to(self.worked.decisions)
        self.dossier = self.worked.dossier
        self.busy_changed.emit(False)
        self.failed.emit(error)
