"""Several acts as one step: all of them are done, written and told, or none."""

from collections.abc import Sequence

import pytest

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.journal.change import Edited, OutOfDateError, apply_all
from prestatie_desktop.journal.edits import agreements, parties
from prestatie_desktop.journal.edits.making import act
from prestatie_desktop.journal.entry import Entry, Mode
from prestatie_desktop.journal.history import history_of, item_refs, replay
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.store import HeadMovedError, MemoryStore
from tests.building import SECRETARY, Clock, agreement, party, small_session
from tests.journal.test_session import FullDisk


def three_acts(session: Session) -> tuple[Act, ...]:
    """Three acts, each made for what the one before it leaves."""
    draft, made = session.dossier.copy(), list[Act]()
    one = agreement(session, "1.7").id

    def take(next_act: Act) -> None:
        apply_all(draft, next_act.changes)
        made.append(next_act)

    take(parties.add_party(draft, "Zorgpunt", PartyKind.OTHER))
    take(agreements.set_text(draft, one, "<p>eerst</p>"))
    take(agreements.set_text(draft, one, "<p>daarna</p>"))
    return tuple(made)


def names(dossier: Dossier) -> list[str]:
    return [one.name for one in dossier.all(Party)]


def test_acts_together_are_entries_of_one_step_each_after_the_one_before() -> None:
    session = small_session(clock=Clock())
    head = session.head

    entries = session.commit_together(three_acts(session))

    assert [entry.action for entry in entries] == ["add_party", "set_text", "set_text"]
    assert [entry.parent for entry in entries] == [head, entries[0].id, entries[1].id]
    assert len({entry.step for entry in entries}) == len({entry.at for entry in entries}) == 1
    assert [entry.seq for entry in entries] == list(range(entries[0].seq, entries[0].seq + 3))
    assert session.head == session.store.head == entries[-1].id
    assert session.store.load() == session.dossier


def test_one_undo_takes_all_of_them_back_and_one_redo_does_them_again() -> None:
    session = small_session()
    before = session.dossier.copy()
    session.commit_together(three_acts(session))
    after = session.dossier.copy()

    undone = session.undo()

    assert session.dossier == before
    assert undone is not None
    assert undone.mode is Mode.UNDO
    assert session.to_redo is not None
    assert session.to_redo.action == "add_party"
    session.redo()
    assert session.dossier == after
    session.undo()
    assert session.dossier == before == replay(session.store.entries_since(""))


def test_an_act_that_changes_nothing_is_left_out() -> None:
    session = small_session()
    one, *others = three_acts(session)
    head = session.head

    assert session.commit_together([]) == ()
    assert session.commit_together([act("set_text", about="1.7")]) == ()
    assert session.head == head
    entries = session.commit_together([act("set_text", about="1.7"), one, *others])
    assert [entry.action for entry in entries] == ["add_party", "set_text", "set_text"]


def test_what_follows_is_a_step_of_its_own_and_a_burst_before_it_ends() -> None:
    session = small_session(clock=Clock())
    one = agreement(session, "1.7").id
    session.commit(agreements.set_text(session.dossier, one, "<p>getypt</p>"))
    session.commit_together(three_acts(session))
    session.commit(agreements.set_text(session.dossier, one, "<p>verder</p>"))

    session.undo()

    assert agreement(session, "1.7").text == "<p>daarna</p>"
    session.undo()
    assert agreement(session, "1.7").text == "<p>getypt</p>"


def test_an_act_that_does_not_fit_stops_all_of_them() -> None:
    session = small_session()
    acts = three_acts(session)
    before, head, told = session.dossier.copy(), session.head, list[Entry]()
    session.subscribe(told.append)

    with pytest.raises(OutOfDateError):
        session.commit_together([acts[0], acts[2], acts[1]])

    assert (session.dossier, session.head, told) == (before, head, [])
    assert session.store.head == head


def test_when_they_cannot_be_written_memory_is_put_back() -> None:
    store = FullDisk()
    session = small_session(store)
    before, head, step = session.dossier.copy(), session.head, session.to_undo
    store.full = True

    with pytest.raises(OSError, match="No space"):
        session.commit_together(three_acts(session))

    assert (session.dossier, session.head, session.to_undo) == (before, head, step)
    store.full = False
    assert len(session.commit_together(three_acts(session))) == 3


def test_somebody_elses_entry_stops_all_of_them() -> None:
    store = MemoryStore()
    mine = small_session(store)
    acts = three_acts(mine)
    Session(store, SECRETARY).name_moment("tussendoor")

    with pytest.raises(HeadMovedError):
        mine.commit_together(acts)

    assert "Zorgpunt" not in names(mine.dossier)


def test_everybody_hears_every_entry_in_order_and_answers_come_after_them() -> None:
    session = small_session()
    told: list[str] = []

    def answer(entry: Entry) -> None:
        if entry.action == "add_party":
            one = agreement(session, "1.7").id
            session.commit(agreements.set_planning(session.dossier, one, "Q2"))

    session.subscribe(answer)
    session.subscribe(lambda entry: told.append(entry.action))

    session.commit_together(three_acts(session))

    assert told == ["add_party", "set_text", "set_text", "set_planning"]


def test_the_history_of_an_agreement_has_each_of_its_entries() -> None:
    session = small_session()
    session.commit_together(three_acts(session))
    refs = item_refs(session.store, session.dossier, agreement(session, "1.7"))

    events = history_of(session.store, session.dossier, refs)
    texts = [c.new for event in events for c in event.changes if isinstance(c, Edited)]

    assert texts == ["<p>daarna</p>", "<p>eerst</p>"]


def test_the_step_survives_reading_the_journal_again() -> None:
    session = small_session()
    before = session.dossier.copy()
    session.commit_together(three_acts(session))
    again = Session(session.store, SECRETARY)

    assert again.to_undo == session.to_undo
    again.undo()
    assert again.dossier == before


def test_an_edit_on_top_of_an_addition_can_be_taken_back_with_it() -> None:
    session = small_session()
    before = session.dossier.copy()
    made = parties.add_party(session.dossier, "Zorgpunt", PartyKind.OTHER)
    added = made.changes[0]
    draft = session.dossier.copy()
    apply_all(draft, made.changes)
    renamed = parties.edit_party(draft, added.ref.id, name="Zorgplein")

    session.commit_together([made, renamed])

    assert party(session, "Zorgplein").id == added.ref.id
    session.undo()
    assert session.dossier == before


def test_blobs_of_all_acts_are_kept() -> None:
    session = small_session()
    logos = [Blob(data, "image/png") for data in (b"een", b"twee")]
    house, home = party(session, "Woonhuis"), party(session, "Thuisborg")
    acts: Sequence[Act] = [
        parties.set_logo(session.dossier, who.id, logo)
        for who, logo in zip((house, home), logos, strict=True)
    ]

    session.commit_together(acts)

    assert [session.store.blob(logo.id) for logo in logos] == logos
