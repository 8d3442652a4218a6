"""Looking back: one thing, all things at a moment, and what a run of entries comes to."""

from dataclasses import replace

import pytest

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.change import (
    Added,
    Change,
    Edited,
    OutOfDateError,
    Removed,
    apply,
    apply_all,
    difference,
    edited,
    inverse,
    resolve,
)
from prestatie_desktop.journal.edits import agreements, themes
from prestatie_desktop.journal.edits.making import act
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.journal.history import (
    dossier_at,
    history_of,
    net,
    replay,
    resolve_backwards,
    resolved,
)
from prestatie_desktop.journal.session import Session
from tests.building import agreement, party, small_session, theme

A = Ref("agreement", "a")


def made(text: str = "<p>een</p>", **more: str) -> Agreement:
    return Agreement(id="a", theme_id="t", number="1", text=text, rank="i", **more)  # type: ignore[arg-type]


def lean(change: Change) -> Change:
    """As a file gives it back: a text edit is its splice and no more."""
    if isinstance(change, Edited) and change.splice:
        return replace(change, old=None, new=None)
    return change


def texts(session: Session, where: Ref) -> list[tuple[str, str]]:
    return [
        (change.old, change.new)
        for event in history_of(session.store, session.dossier, [where])
        for change in event.changes
        if isinstance(change, Edited) and change.field == "text"
    ]


def test_the_history_of_an_agreement_that_is_gone_can_be_read() -> None:
    session = small_session()
    target = agreement(session, "1.7")
    session.commit(agreements.set_text(session.dossier, target.id, "<p>Anders.</p>"))
    session.commit(agreements.remove_agreement(session.dossier, target.id))

    assert texts(session, ref(target)) == [(target.text, "<p>Anders.</p>")]


def test_the_history_of_an_agreement_whose_making_was_undone_can_be_read() -> None:
    session = small_session()
    theme = session.dossier.themes[0]
    session.commit(agreements.add_agreement(session.dossier, theme.id, agreement_id="new"))
    session.commit(agreements.set_text(session.dossier, "new", "<p>Nieuw.</p>"))
    session.undo()
    session.undo()

    where = Ref("agreement", "new")
    actions = [e.entry.action for e in history_of(session.store, session.dossier, [where])]

    assert actions == ["add_agreement", "set_text", "set_text", "add_agreement"]
    assert texts(session, where) == [("<p>Nieuw.</p>", ""), ("", "<p>Nieuw.</p>")]


def test_history_tells_only_of_what_was_asked_in_the_order_of_the_entry() -> None:
    session = small_session()
    target = agreement(session, "1.7")
    session.commit(agreements.remove_agreement(session.dossier, target.id))

    newest = next(history_of(session.store, session.dossier, [ref(target)]))

    assert newest.changes == (Removed(target),)
    assert newest.entry.refs == (ref(target),)


def test_added_and_edited_in_one_step_is_undone_and_looked_back_on() -> None:
    session = small_session()
    before = session.dossier.copy()
    new = replace(agreement(session, "1.7"), id="new", number="1.8", text="<p>een</p>")
    more = replace(new, text="<p>twee</p>", planning="Q1")
    session.commit(act("add_agreement", Added(new), *difference(new, more)))
    session.undo()
    assert session.dossier == before
    session.redo()

    events = list(history_of(session.store, session.dossier, [ref(new)]))

    assert [c.new for c in events[0].changes if isinstance(c, Edited)] == ["<p>twee</p>", "Q1"]
    assert replay(session.store.entries_since("")) == session.dossier


def test_texts_are_found_walking_back_past_a_removal() -> None:
    first, second = made("<p>een</p>"), made("<p>twee</p>")
    again = made("<p>heel anders</p>", planning="Q1")
    last = replace(again, text="<p>laatst</p>")
    full: list[Change] = [
        Added(first),
        edited(A, "text", first.text, second.text),
        Removed(second),
        Added(again),
        edited(A, "text", again.text, last.text),
        edited(A, "planning", "Q1", "Q2"),
    ]
    now = Dossier()
    now.put(replace(last, planning="Q2"))

    back = list(resolve_backwards(now, map(lean, reversed(full))))

    assert back[::-1] == full


def test_a_text_replaced_whole_counts_for_the_splices_before_it() -> None:
    one, two = edited(A, "text", "<p>een</p>", "<p>twee</p>"), Edited(A, "text", "<p>twee</p>", "")
    now = Dossier()
    now.put(made(""))

    assert list(resolve_backwards(now, [two, lean(one)])) == [two, one]


def test_a_journal_that_keeps_texts_as_splices_adds_up_to_the_dossier() -> None:
    session = small_session()
    target = agreement(session, "1.7").id
    for text in ("<p>a</p>", "<p>ab</p>"):
        session.commit(agreements.set_text(session.dossier, target, text))
    kept = [
        replace(entry, changes=tuple(map(lean, entry.changes)))
        for entry in session.store.entries_since("")
    ]

    assert replay(kept) == session.dossier
    gone = lean(edited(Ref("agreement", "gone"), "text", "", "x"))
    with pytest.raises(OutOfDateError, match="is gone"):
        replay([*kept, replace(kept[0], changes=(gone,))])


def test_the_dossier_can_be_seen_as_it_was_after_any_entry() -> None:
    session = small_session()
    moments = [(session.head, session.dossier.copy())]
    target = agreement(session, "1.7").id
    for text in ("<p>a</p>", "<p>ab</p>"):
        session.commit(agreements.set_text(session.dossier, target, text))
        moments.append((session.head, session.dossier.copy()))
    session.commit(agreements.remove_agreement(session.dossier, target))
    session.undo()

    for head, then in moments:
        assert dossier_at(session.store, session.dossier, head) == then
    assert dossier_at(session.store, session.dossier, session.head) == session.dossier
    assert dossier_at(session.store, session.dossier, "") == Dossier()
    with pytest.raises(KeyError):
        dossier_at(session.store, session.dossier, "never")


def entries(*runs: tuple[Change, ...]) -> list[Entry]:
    session = small_session()
    template = next(session.store.entries_since(""))
    return [replace(template, changes=changes) for changes in runs]


def text_edit(old: str, new: str) -> Edited:
    return edited(A, "text", old, new)


ONE, TWO = made("<p>1</p>"), made("<p>2</p>")


@pytest.mark.parametrize(
    ("changes", "result"),
    [
        ([], {}),
        ([Added(ONE)], {A: Added(ONE)}),
        ([Added(ONE), text_edit(ONE.text, TWO.text)], {A: Added(TWO)}),
        ([Added(ONE), Removed(ONE)], {}),
        ([Removed(ONE)], {A: Removed(ONE)}),
        ([Removed(ONE), Added(ONE)], {}),
        ([Removed(ONE), Added(TWO)], {A: {"text": (ONE.text, TWO.text)}}),
        ([Removed(ONE), Added(TWO), Removed(TWO)], {A: Removed(ONE)}),
        ([Removed(ONE), Added(TWO), text_edit(TWO.text, ONE.text)], {}),
        ([text_edit(ONE.text, TWO.text)], {A: {"text": (ONE.text, TWO.text)}}),
        ([text_edit(ONE.text, "x"), text_edit("x", TWO.text)], {A: {"text": (ONE.text, TWO.text)}}),
        ([text_edit(ONE.text, TWO.text), text_edit(TWO.text, ONE.text)], {}),
        ([text_edit(ONE.text, TWO.text), Removed(TWO)], {A: Removed(ONE)}),
        (
            [text_edit("", "x"), Edited(A, "planning", "", "Q1")],
            {A: {"text": ("", "x"), "planning": ("", "Q1")}},
        ),
    ],
)
def test_a_run_of_entries_comes_down_to_this(
    changes: list[Change], result: dict[Ref, object]
) -> None:
    assert net(entries(*((change,) for change in changes))) == result
    assert net(entries(tuple(changes))) == result


def test_entries_are_read_with_their_texts_in_full() -> None:
    session = small_session()
    target, head = agreement(session, "1.7"), session.head
    session.commit(agreements.set_text(session.dossier, target.id, "<p>Anders.</p>"))
    session.commit(agreements.set_status(session.dossier, target.id, AgreementStatus.AGREED))

    found = resolved(session.store, session.dossier, head)

    assert [entry.action for entry in found] == ["set_text", "set_status"]
    assert net(found)[ref(target)] == {
        "text": (target.text, "<p>Anders.</p>"),
        "status": (AgreementStatus.PROPOSED, AgreementStatus.AGREED),
    }
    assert len(resolved(session.store, session.dossier)) > len(found)


def test_only_edits_of_the_same_thing_have_a_difference() -> None:
    with pytest.raises(ValueError, match="is not"):
        difference(made(), replace(made(), id="b"))


def dossier_with(entity: Agreement) -> Dossier:
    dossier = Dossier()
    dossier.put(entity)
    return dossier


@pytest.mark.parametrize(
    "change",
    [
        Added(made()),
        Removed(made("<p>anders</p>")),
        Removed(replace(made(), id="b")),
        Edited(A, "planning", "Q1", "Q2"),
        Edited(Ref("agreement", "b"), "planning", "", "Q2"),
        lean(edited(A, "text", "<p>een</p>", "<p>twee</p>")),
    ],
)
def test_what_does_not_fit_changes_nothing(change: Change) -> None:
    dossier = dossier_with(made())

    with pytest.raises(OutOfDateError):
        apply_all(dossier, [Edited(A, "heading", "", "Kop"), change])

    assert dossier == dossier_with(made())


@pytest.mark.parametrize(
    "change",
    [
        Added(replace(made(), id="b")),
        Removed(made()),
        Edited(A, "planning", "", "Q1"),
        edited(A, "text", made().text, "<p>twee</p>"),
    ],
)
def test_every_change_has_its_inverse(change: Change) -> None:
    dossier = dossier_with(made())
    apply(dossier, change)
    assert dossier != dossier_with(made())

    apply(dossier, inverse(change))

    assert dossier == dossier_with(made())
    assert inverse(inverse(change)) == change
    assert inverse(change).ref == change.ref


@pytest.mark.parametrize("text", ["<p>drie</p>", "", "<p>twee</p> ", "<p>twe"])
def test_a_splice_is_read_back_only_against_its_own_text(text: str) -> None:
    change = lean(edited(A, "text", "<p>een</p>", "<p>twee</p>"))
    assert isinstance(change, Edited)

    with pytest.raises(OutOfDateError):
        resolve(change, new=text)
    assert resolve(change, new="<p>twee</p>").old == "<p>een</p>"


def test_an_entry_knows_what_it_touches() -> None:
    entry = entries((Edited(A, "planning", "", "Q1"), Added(ONE), Edited(A, "rank", "i", "j")))[0]

    assert entry.refs == (A,)
    assert entry.touches("agreement")
    assert entry.touches("agreement", "planning")
    assert not entry.touches("party")
    assert not entries((Edited(A, "planning", "", "Q1"),))[0].touches("agreement", "text")
    assert entries((Removed(ONE),))[0].touches("agreement", "text")


def test_the_memory_store_keeps_what_a_session_reads() -> None:
    session = small_session()
    store = session.store
    first, *rest = store.entries_since("")

    assert [entry.seq for entry in rest] == list(range(2, len(rest) + 2))
    assert list(store.entries_since(first.id)) == rest
    assert store.entries_of_step(first.step) == (first,)
    about = list(store.entries_about([ref(party(session, "Woonhuis"))]))
    assert [entry.action for entry in about] == ["add_party"]
    assert store.replica_id == "memory"
    with pytest.raises(KeyError):
        store.entries_since("never")
    with pytest.raises(KeyError):
        store.blob("never")


def test_an_entry_about_one_thing_comes_with_the_changes_of_that_thing_only() -> None:
    session = small_session()
    theme_one = theme(session, "1")
    session.commit(themes.remove_theme(session.dossier, theme_one.id))

    newest = next(session.store.entries_about([ref(theme_one)]))

    assert newest.refs == (ref(theme_one),)
