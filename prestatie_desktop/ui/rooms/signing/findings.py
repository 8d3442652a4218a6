"""Findings about signing, counted in the background: a large dossier never makes one wait."""

from collections.abc import Iterator
from itertools import islice
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.checks import Finding, Rule, item_findings
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, all_items, binds
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties
from prestatie_desktop.journal.entry import Entry

#: Work this long, then let the window breathe.
_SLICE = 0.008
_AT_ONCE = 64
#: So many items are counted before the next repaint anyway.
_SMALL = 1_000
_SORTS = ("agreement", "commitment", "commitment_kind", "role", "signing_rule", "signatory",
          "party", "party_group", "theme")  # fmt: skip
#: Edits of these fields change no finding.
_HARMLESS = frozenset({"text", "heading", "planning", "indicator", "remark", "number", "note"})


class PatientFindings(QObject):
    """What the checks find about who signs; `counted` comes when it is complete again."""

    counted = Signal()

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._found: list[Finding] = []
        self._done: tuple[Finding, ...] = ()
        self._rest: Iterator[Item] = iter(())
        self._rules = SigningRules(dossier)
        self._party_ids: list[Id] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def all(self) -> tuple[Finding, ...]:
        """What was found when it was last complete."""
        return self._done

    def items(self, rule: Rule) -> frozenset[Id]:
        """The items a rule found something about."""
        return frozenset(f.item_id for f in self._done if f.rule is rule)

    def is_about(self, entry: Entry) -> bool:
        """Whether an entry may change what is found."""
        return any(
            change.ref.sort in _SORTS and getattr(change, "field", "") not in _HARMLESS
            for change in entry.changes
        )

    def restart(self) -> None:
        """Count again; a small dossier is done at once."""
        self._found = []
        self._rest = all_items(self._dossier)
        self._rules = SigningRules(self._dossier)
        self._party_ids = [party.id for party in signing_parties(self._dossier)]
        self._timer.start()
        if self._dossier.count(Agreement) + self._dossier.count(Commitment) <= _SMALL:
            self._go_on()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            some = list(islice(self._rest, _AT_ONCE))
            if not some:
                self._finish()
                return
            for item in some:
                if binds(item):
                    self._found += item_findings(self._dossier, self._rules, self._party_ids, item)

    def _finish(self) -> None:
        self._timer.stop()
        self._found += [
            Finding(Rule.NO_SIGNATORY, party_id=party_id)
            for party_id in self._party_ids
            if not self._dossier.of(Signatory, "party_id", party_id)
        ]
        self._done = tuple(self._found)
        self.counted.emit()
