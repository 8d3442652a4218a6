"""The one door: what is done, written and told, and what happens when it cannot."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from prestatie_desktop.domain.agreement import AgreementStatus
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Edited, OutOfDateError, difference
from prestatie_desktop.journal.edits import agreements, parties
from prestatie_desktop.journal.edits.making import act
from prestatie_desktop.journal.entry import Author, Entry, Mode
from prestatie_desktop.journal.history import history_of, replay
from prestatie_desktop.journal.session import BURST_PAUSE, Session
from prestatie_desktop.journal.store import HeadMovedError, MemoryStore
from tests.building import SECRETARY, Clock, agreement, empty_session, party, small_session, theme


class FullDisk(MemoryStore):
    """A store that can be told to refuse."""

    full = False

    def append_all(
        self, entries: Sequence[Entry], expected_head: str, blobs: Iterable[Blob] = ()
    ) -> tuple[Entry, ...]:
        if self.full:
            raise OSError(28, "No space left on device")
        return super().append_all(entries, expected_head, blobs)


def test_an_act_is_applied_written_and_told_in_that_order() -> None:
    session = small_session()
    told: list[tuple[str, str]] = []
    session.subscribe(lambda _: told.append((agreement(session, "1.7").status, session.store.head)))

    entry = session.commit(
        agreements.set_status(session.dossier, agreement(session, "1.7").id, AgreementStatus.AGREED)
    )

    assert entry is not None
    assert told == [(AgreementStatus.AGREED, entry.id)]


def test_an_act_that_changes_nothing_writes_nothing() -> None:
    session = small_session()
    head = session.head
    same = agreement(session, "1.7")

    assert session.commit(agreements.set_text(session.dossier, same.id, same.text)) is None
    assert session.head == head


def test_when_writing_fails_memory_is_put_back_and_nobody_is_told() -> None:
    store = FullDisk()
    session = small_session(store)
    before, told = session.dossier.copy(), list[Entry]()
    session.subscribe(told.append)
    store.full = True

    with pytest.raises(OSError, match="No space"):
        session.commit(agreements.remove_agreement(session.dossier, agreement(session, "1.7").id))

    assert session.dossier == before
    assert told == []
    store.full = False
    assert session.undo() is not None


def test_a_change_that_no_longer_fits_is_refused_whole() -> None:
    session = small_session()
    first = agreement(session, "1.7")
    edits = difference(first, replace(first, planning="Q1", indicator="40 woningen"))
    session.commit(agreements.set_planning(session.dossier, first.id, "Q3"))
    before = session.dossier.copy()

    with pytest.raises(OutOfDateError):
        session.commit(act("set_planning", *reversed(edits)))

    assert session.dossier == before


def test_somebody_elses_entry_stops_a_session_that_has_not_seen_it() -> None:
    store = MemoryStore()
    mine = small_session(store)
    other = Session(store, SECRETARY)
    other.commit(agreements.set_planning(other.dossier, agreement(other, "1.7").id, "Q2"))
    before = mine.dossier.copy()

    with pytest.raises(HeadMovedError):
        mine.commit(agreements.set_planning(mine.dossier, agreement(mine, "1.7").id, "Q4"))

    assert mine.dossier == before


def test_a_burst_of_typing_in_one_field_is_one_step() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    target = agreement(session, "1.7")
    clock.pace = timedelta(seconds=1)
    for end in ("W", "Wo", "Woo"):
        session.commit(agreements.set_text(session.dossier, target.id, f"<p>{end}</p>"))

    session.undo()

    assert agreement(session, "1.7").text == target.text
    session.redo()
    assert agreement(session, "1.7").text == "<p>Woo</p>"


def test_undoing_a_burst_leaves_the_step_before_it_to_undo() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    before = session.to_undo
    clock.pace = timedelta(seconds=1)
    for end in ("W", "Wo", "Woo"):
        target = agreement(session, "1.7").id
        session.commit(agreements.set_text(session.dossier, target, f"<p>{end}</p>"))

    session.undo()

    assert session.to_undo == before


def test_a_pause_another_field_or_a_seal_ends_the_burst() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    target = agreement(session, "1.7").id
    clock.pace = timedelta(seconds=1)
    session.commit(agreements.set_text(session.dossier, target, "<p>een</p>"))
    clock.now += BURST_PAUSE
    session.commit(agreements.set_text(session.dossier, target, "<p>twee</p>"))
    session.commit(agreements.set_planning(session.dossier, target, "Q1"))
    session.commit(agreements.set_text(session.dossier, target, "<p>drie</p>"))
    session.seal()
    session.commit(agreements.set_text(session.dossier, target, "<p>vier</p>"))

    seen = []
    for _ in range(4):
        session.undo()
        seen.append((agreement(session, "1.7").text, agreement(session, "1.7").planning))

    assert seen == [
        ("<p>drie</p>", "Q1"), ("<p>twee</p>", "Q1"), ("<p>twee</p>", ""), ("<p>een</p>", ""),
    ]  # fmt: skip


def test_a_dossier_cannot_be_undone_into_nothing() -> None:
    session = small_session()
    while session.undo():
        pass

    assert session.dossier.set.title == "Prestatieafspraken Veldhoven 2026"
    assert session.to_undo is None


def test_a_named_moment_is_no_step_to_undo() -> None:
    session = small_session()
    step = session.to_undo
    session.name_moment("versie voor overleg 12 november")

    assert session.to_undo == step


def test_undo_and_redo_keep_the_name_of_the_step() -> None:
    session = small_session()
    session.commit(agreements.set_number(session.dossier, agreement(session, "1.7").id, "1.8"))
    undone = session.undo()
    redone = session.redo()

    assert undone is not None
    assert redone is not None
    assert (undone.action, undone.mode) == ("set_number", Mode.UNDO)
    assert (redone.action, redone.mode) == ("set_number", Mode.REDO)


def test_what_can_be_undone_survives_closing_the_window() -> None:
    store = MemoryStore()
    session = small_session(store)
    session.commit(agreements.set_number(session.dossier, agreement(session, "1.7").id, "1.8"))
    session.undo()

    again = Session(store, SECRETARY)

    assert again.to_redo is not None
    assert again.to_redo.action == "set_number"
    again.redo()
    assert agreement(again, "1.8").number == "1.8"


def test_text_edits_are_kept_as_splices_and_read_back_in_full() -> None:
    session = small_session()
    target = agreement(session, "1.7")
    session.commit(
        agreements.set_text(session.dossier, target.id, "<p>Woonhuis bouwt ruim 45 woningen.</p>")
    )

    newest = next(history_of(session.store, session.dossier, [ref(target)]))
    change = newest.changes[0]

    assert isinstance(change, Edited)
    assert change.splice is not None
    assert (change.splice.removed, change.splice.inserted) == ("0", "5")
    assert change.old == target.text


def test_history_of_a_removed_and_restored_agreement_is_whole() -> None:
    session = small_session()
    target = agreement(session, "1.7")
    session.commit(agreements.set_text(session.dossier, target.id, "<p>Anders.</p>"))
    session.commit(agreements.remove_agreement(session.dossier, target.id))
    session.undo()
    session.commit(agreements.set_text(session.dossier, target.id, "<p>Nog anders.</p>"))

    events = list(history_of(session.store, session.dossier, [ref(target)]))
    texts = [
        (c.old, c.new) for event in events for c in event.changes
        if isinstance(c, Edited) and c.field == "text"
    ]  # fmt: skip

    assert texts == [("<p>Anders.</p>", "<p>Nog anders.</p>"), (target.text, "<p>Anders.</p>")]


def test_replaying_the_journal_gives_the_dossier() -> None:
    session = small_session()
    session.commit(parties.remove_party(session.dossier, party(session, "Thuisborg").id))
    session.commit(
        agreements.move_agreement(
            session.dossier, agreement(session, "1.7").id, theme(session, "2").id, 0
        )
    )
    session.undo()

    assert replay(session.store.entries_since("")) == session.dossier


def test_a_text_over_a_hundred_thousand_characters_is_refused() -> None:
    session = small_session()
    huge = "<p>" + "a" * 100_001 + "</p>"

    with pytest.raises(UserError, match=r"100\.000"):
        session.commit(agreements.set_text(session.dossier, agreement(session, "1.7").id, huge))


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u200b".replace("\u200b", " ")])
def test_a_party_without_a_name_is_refused(name: str) -> None:
    session = small_session()

    with pytest.raises(UserError, match="mag niet leeg"):
        session.commit(
            parties.edit_party(session.dossier, party(session, "Woonhuis").id, name=name)
        )


@pytest.mark.parametrize("number", ["1.10", "1.10.", " 1.10 ", "1.010"])
def test_a_number_that_is_taken_is_refused(number: str) -> None:
    session = small_session()

    with pytest.raises(UserError, match=r"al een afspraak 1\.10"):
        session.commit(agreements.set_number(session.dossier, agreement(session, "1.7").id, number))


def test_a_group_is_never_its_own_member() -> None:
    session = small_session()
    from prestatie_desktop.domain.party import PartyGroup

    inner = session.dossier.all(PartyGroup)[0]
    session.commit(parties.add_group(session.dossier, "Iedereen", (inner.id,)))
    outer = next(g for g in session.dossier.all(PartyGroup) if g.name == "Iedereen")

    with pytest.raises(UserError, match="lid zijn van zichzelf"):
        session.commit(parties.edit_group(session.dossier, inner.id, members=(outer.id,)))


def test_renumbering_closes_the_gaps_in_order() -> None:
    session = small_session()
    session.commit(agreements.renumber(session.dossier, theme(session, "1").id))

    numbers = [a.number for a in session.dossier.agreements_of(theme(session, "1").id)]
    assert numbers == ["1.1", "1.2"]


def test_a_listener_that_fails_harms_neither_the_commit_nor_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = small_session()
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    told: list[str] = []

    def fail(_: Entry) -> None:
        raise ZeroDivisionError

    stop = session.subscribe(fail)
    session.subscribe(lambda entry: told.append(entry.action))

    entry = session.commit(
        agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q2")
    )

    assert entry is not None
    assert session.head == session.store.head == entry.id
    assert (reported, told) == ([ZeroDivisionError], ["set_planning"])
    stop()
    stop()
    session.undo()
    assert reported == [ZeroDivisionError]
    assert told == ["set_planning", "set_planning"]


def test_what_a_listener_commits_is_told_after_what_it_listened_to() -> None:
    session = small_session()
    target = agreement(session, "1.7").id
    told: list[str] = []

    def answer(entry: Entry) -> None:
        if entry.action == "set_planning":
            session.commit(agreements.set_indicator(session.dossier, target, "40"))

    session.subscribe(answer)
    session.subscribe(lambda entry: told.append(entry.action))

    session.commit(agreements.set_planning(session.dossier, target, "Q2"))

    assert told == ["set_planning", "set_indicator"]


def test_a_program_that_is_stopped_while_telling_tells_on_afterwards() -> None:
    session = small_session()
    target = agreement(session, "1.7").id
    told: list[str] = []

    def stopped(_: Entry) -> None:
        raise KeyboardInterrupt

    stop = session.subscribe(stopped)
    with pytest.raises(KeyboardInterrupt):
        session.commit(agreements.set_planning(session.dossier, target, "Q2"))
    stop()
    session.subscribe(lambda entry: told.append(entry.action))

    session.commit(agreements.set_planning(session.dossier, target, "Q3"))

    assert told == ["set_planning"]


def test_another_person_at_the_same_window_starts_a_step_of_their_own() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    target = agreement(session, "1.7").id
    clock.pace = timedelta(seconds=1)
    session.commit(agreements.set_text(session.dossier, target, "<p>een</p>"))
    session.author = Author("A. Ander")
    session.commit(agreements.set_text(session.dossier, target, "<p>twee</p>"))

    session.undo()

    assert agreement(session, "1.7").text == "<p>een</p>"


@pytest.mark.parametrize(("pause", "steps"), [(BURST_PAUSE, 1), (BURST_PAUSE * 1.01, 2)])
def test_a_burst_lasts_while_pauses_are_short(pause: timedelta, steps: int) -> None:
    clock = Clock()
    session = small_session(clock=clock)
    target = agreement(session, "1.7")
    clock.pace = pause
    session.commit(agreements.set_text(session.dossier, target.id, "<p>een</p>"))
    session.commit(agreements.set_text(session.dossier, target.id, "<p>twee</p>"))
    clock.pace = timedelta(0)

    for _ in range(steps):
        assert agreement(session, "1.7").text != target.text
        session.undo()

    assert agreement(session, "1.7").text == target.text


def test_a_clock_that_was_put_back_ends_the_burst() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    target = agreement(session, "1.7").id
    session.commit(agreements.set_text(session.dossier, target, "<p>een</p>"))
    clock.pace = timedelta(hours=-1)
    session.commit(agreements.set_text(session.dossier, target, "<p>twee</p>"))

    session.undo()

    assert agreement(session, "1.7").text == "<p>een</p>"


def test_typing_goes_on_in_a_new_step_after_an_undo_and_after_a_failure() -> None:
    clock, store = Clock(), FullDisk()
    session = small_session(store, clock)
    target = agreement(session, "1.7").id
    clock.pace = timedelta(seconds=1)
    for text in ("een", "twee", "drie"):
        if text == "twee":
            store.full = True
            with pytest.raises(OSError, match="No space"):
                session.commit(agreements.set_text(session.dossier, target, "<p>kwijt</p>"))
            store.full = False
        session.commit(agreements.set_text(session.dossier, target, f"<p>{text}</p>"))

    session.undo()
    assert agreement(session, "1.7").text == "<p>een</p>"
    session.commit(agreements.set_text(session.dossier, target, "<p>vier</p>"))
    assert session.to_redo is None
    session.undo()
    assert agreement(session, "1.7").text == "<p>een</p>"


def test_with_nothing_to_take_back_or_do_again_nothing_happens() -> None:
    session = empty_session()
    head = session.head

    assert session.undo() is None
    assert session.redo() is None
    assert session.head == head


def test_entries_say_who_did_what_when_and_after_what() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    head, at = session.head, clock.now
    entry = session.name_moment(" versie\tvoor overleg ")

    assert (entry.action, entry.args) == ("name_moment", {"name": "versie voor overleg"})
    assert (entry.parent, entry.author, entry.at) == (head, SECRETARY, at + clock.pace)
    assert (entry.origin, entry.mode, entry.changes) == ("memory", Mode.DO, ())
    with pytest.raises(UserError, match="mag niet leeg"):
        session.name_moment("  ")


def test_a_step_is_named_with_person_and_date() -> None:
    session = small_session()
    entry = session.commit(
        agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q2")
    )
    line = session.to_undo

    assert entry is not None
    assert line is not None
    assert (line.entry_id, line.step, line.at) == (entry.id, entry.step, entry.at)
    assert (line.author, line.action, line.args) == (SECRETARY, "set_planning", {"about": "1.7"})
    assert line.at > session.opened_at


def test_an_undo_names_the_step_it_takes_back() -> None:
    session = small_session()
    done = session.commit(
        agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q2")
    )
    undone = session.undo()

    assert done is not None
    assert undone is not None
    assert (undone.undoes, undone.args) == (done.step, done.args)
    assert undone.step != done.step


def test_a_dossier_that_was_loaded_already_is_not_loaded_again() -> None:
    store = MemoryStore()
    loaded = small_session(store).dossier

    assert Session(store, SECRETARY, dossier=loaded).dossier is loaded
    again = Session(store, SECRETARY).dossier
    assert again == loaded
    assert again is not loaded
