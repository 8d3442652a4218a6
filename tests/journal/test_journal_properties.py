"""Whatever people do in whatever order: the journal, the rows and the undo stacks agree."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.integrity import dangling
from prestatie_desktop.domain.richtext import from_plain
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Removed
from prestatie_desktop.journal.edits import agreements, commitments, parties, roles, signing, themes
from prestatie_desktop.journal.entry_codec import decode_entry, encode_entry
from prestatie_desktop.journal.history import dossier_at, net, replay, resolved
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.snapshot import freeze, thaw
from prestatie_desktop.journal.store import MemoryStore, Store
from tests.building import small_session

_TEXT = st.text("abc é€<&\n", max_size=12).map(from_plain)
_PICK = st.integers(0, 10)


class Journal(RuleBasedStateMachine):
    """A session beside the plainest model of undo: two stacks of whole dossiers."""

    def __init__(self) -> None:
        super().__init__()
        self.session = small_session(self.new_store())
        self.kept_for, self.kept = self.session.dossier, Fingerprints(self.session.dossier)
        self.start, self.watched = self.session.dossier.copy(), self.session.head
        self.done: list[Dossier] = []
        self.undone: list[Dossier] = []
        while self.session.to_undo:
            self.done.insert(0, self._after_undo())
        while self.session.redo():
            pass

    def new_store(self) -> Store:
        return MemoryStore()

    def _after_undo(self) -> Dossier:
        self.session.undo()
        return self.session.dossier.copy()

    def do(self, act: Act) -> None:
        before = self.session.dossier.copy()
        self.session.seal()
        if self.session.commit(act):
            self.done.append(before)
            self.undone.clear()

    def pick(self, number: int) -> Agreement | None:
        found = self.session.dossier.all(Agreement)
        return found[number % len(found)] if found else None

    @rule(which=_PICK, text=_TEXT)
    def type_text(self, which: int, text: str) -> None:
        if target := self.pick(which):
            self.do(agreements.set_text(self.session.dossier, target.id, text))

    @rule(which=_PICK, status=st.sampled_from(AgreementStatus))
    def set_status(self, which: int, status: AgreementStatus) -> None:
        if target := self.pick(which):
            self.do(agreements.set_status(self.session.dossier, target.id, status))

    @rule(which=_PICK)
    def remove_agreement(self, which: int) -> None:
        if target := self.pick(which):
            self.do(agreements.remove_agreement(self.session.dossier, target.id))

    @rule(which=_PICK, position=_PICK)
    def move_agreement(self, which: int, position: int) -> None:
        themes_ = self.session.dossier.themes
        target = self.pick(which)
        if target and themes_:
            theme = themes_[position % len(themes_)]
            self.do(agreements.move_agreement(self.session.dossier, target.id, theme.id, position))

    @rule(which=_PICK, who=_PICK, kind=st.sampled_from([None, *RoleKind]))
    def set_role(self, which: int, who: int, kind: RoleKind | None) -> None:
        target, names = self.pick(which), self.session.dossier.parties
        if target and names:
            party = names[who % len(names)]
            self.do(roles.set_role(self.session.dossier, target.id, party.id, kind))

    @rule(which=_PICK, who=_PICK, mode=st.sampled_from([None, *SigningMode]))
    def set_signing(self, which: int, who: int, mode: SigningMode | None) -> None:
        target, names = self.pick(which), self.session.dossier.parties
        if target and names:
            self.do(
                signing.set_signing(
                    self.session.dossier,
                    SigningScope.ITEM,
                    target.id,
                    names[who % len(names)].id,
                    mode,
                    reservation="mits betaalbaar",
                )
            )

    @rule(who=_PICK)
    def remove_party(self, who: int) -> None:
        if names := self.session.dossier.parties:
            self.do(parties.remove_party(self.session.dossier, names[who % len(names)].id))

    @rule(which=_PICK)
    def remove_theme(self, which: int) -> None:
        if found := self.session.dossier.themes:
            self.do(themes.remove_theme(self.session.dossier, found[which % len(found)].id))

    @rule(title=st.sampled_from(["Zorg", "Leefbaarheid", "Regio"]), number=_PICK)
    def add_theme(self, title: str, number: int) -> None:
        try:
            self.do(themes.add_theme(self.session.dossier, title, number=str(number)))
        except UserError:
            assert str(number) in [theme.number for theme in self.session.dossier.themes]

    @rule(homes=st.sampled_from(["", "circa 10", "+65", "onbekend", "3 (van de 7)"]))
    def add_project(self, homes: str) -> None:
        from prestatie_desktop.domain.commitment import CommitmentKind

        if kinds := self.session.dossier.all(CommitmentKind):
            values = {"location": "Dorpsstraat", "homes": homes, "year:2026": homes}
            self.do(commitments.add_commitment(self.session.dossier, kinds[0].id, values=values))

    @rule()
    def undo(self) -> None:
        before = self.session.dossier.copy()
        if self.session.undo():
            self.undone.append(before)
            assert self.session.dossier == self.done.pop()
        else:
            assert self.done == []

    @rule()
    def redo(self) -> None:
        before = self.session.dossier.copy()
        if self.session.redo():
            self.done.append(before)
            assert self.session.dossier == self.undone.pop()
        else:
            assert self.undone == []

    @rule()
    def close_and_open(self) -> None:
        store = self.session.store
        self.session = Session(store, self.session.author)

    @invariant()
    def replaying_what_was_written_gives_the_dossier(self) -> None:
        written = [
            decode_entry(json.loads(json.dumps(encode_entry(entry))))
            for entry in self.session.store.entries_since("")
        ]

        assert replay(written) == self.session.dossier

    @invariant()
    def a_frozen_dossier_thaws_to_itself(self) -> None:
        blob = freeze(self.session.dossier)

        assert thaw(blob) == self.session.dossier
        assert freeze(thaw(blob)) == blob

    @invariant()
    def nothing_points_at_what_is_gone(self) -> None:
        assert dangling(self.session.dossier) == ()

    @invariant()
    def codes_that_were_kept_are_those_computed_afresh(self) -> None:
        rules, fresh = SigningRules(self.session.dossier), Fingerprints(self.session.dossier)
        if self.kept_for is not self.session.dossier:
            self.kept_for, self.kept = self.session.dossier, fresh
        for party in signing_parties(self.session.dossier):
            assert self.kept.code(party, rules) == fresh.code(party, rules)

    @invariant()
    def what_entries_come_to_is_the_difference_they_made(self) -> None:
        entries = resolved(self.session.store, self.session.dossier, self.watched)
        now = {ref(entity): entity for entity in self.session.dossier.entities()}
        for where, value in net(entries).items():
            before = self.start.at(where)
            match value:
                case Added(entity):
                    assert (before, now[where]) == (None, entity)
                case Removed(entity):
                    assert before == entity
                    assert where not in now
                case _:
                    assert {
                        name: (getattr(before, name), getattr(now[where], name)) for name in value
                    } == value
                    now[where] = before  # type: ignore[assignment]
                    continue
            now.pop(where, None)
        left = {ref(entity): entity for entity in self.start.entities() if ref(entity) in now}
        assert now == left

    def teardown(self) -> None:
        store = self.session.store
        entries = list(store.entries_since(""))
        middle = len(entries) // 2
        then = dossier_at(store, self.session.dossier, entries[middle].id)
        assert then == replay(entries[: middle + 1])


TestJournal = Journal.TestCase
TestJournal.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
