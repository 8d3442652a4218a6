"""Who changed and remarked what in the source stays readable in the history of each agreement."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from prestatie_desktop.domain.redline import redline
from prestatie_desktop.domain.richtext import parse
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning import plan
from prestatie_desktop.importing.reading import Reading, Wording
from prestatie_desktop.importing.source import Comment, Stamp
from prestatie_desktop.journal.change import Edited
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.history import history_of, item_refs
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore, Store
from prestatie_desktop.words.actions import entry_sentence
from prestatie_desktop.words.journal import item_history
from tests.building import SECRETARY
from tests.importing.carrying_out import begun, carry_out, empty_file, found, imported
from tests.importing.making_readings import ANNA, BRAM, agreement, reading, theme, tracked_reading


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with closing(empty_file(tmp_path)) as file:
        yield file


def one(wordings: tuple[Wording, ...] = (), **more: object) -> Reading:
    found_ = replace(agreement("1.1"), text=wordings[-1].text if wordings else "<p>x</p>")
    fields: dict[str, Any] = {"wordings": wordings, **more}
    changed = replace(found_, **fields)
    return reading(themes=(theme(),), agreements=(changed,))


def told(session: Session) -> list[str]:
    entries = list(session.store.entries_since(""))[1:]
    return [entry_sentence(entry) for entry in entries]


def test_every_change_is_an_entry_in_the_order_in_which_it_was_made(store: Store) -> None:
    session = imported(tracked_reading(), store)
    assert told(session) == [
        "Bron bron.docx ingelezen: 3 onderdelen",
        "Opmerking in de bron bij 1.2 door C. Vos",
        "Wijziging in de bron van 1.1 door A. Bakker, 3 oktober 2026",
        "Opmerking in de bron bij 1.1 door A. Bakker, 3 oktober 2026",
        "Wijziging in de bron van 1.2 door B. Smit, 5 oktober 2026",
        "Wijziging in de bron van 1.1 door B. Smit, 7 oktober 2026",
    ]


def test_the_entries_are_of_who_imports_at_the_time_of_the_import(store: Store) -> None:
    session = imported(tracked_reading(), store)
    entries = list(session.store.entries_since(""))[1:]
    assert {entry.author for entry in entries} == {SECRETARY}
    assert len({entry.at for entry in entries}) == len({entry.step for entry in entries}) == 1


def test_the_result_of_the_source_is_what_stands_in_the_dossier(store: Store) -> None:
    session = imported(tracked_reading(), store)
    assert found(session, "1.1").text == "<p>Wij bouwen <b>twintig</b> huurwoningen.</p>"
    assert found(session, "1.1").remark == "A. Bakker (3-10-2026): Is dit genoeg?"
    assert found(session, "1.2").remark == "C. Vos: Welke grond?"


def test_the_history_of_an_agreement_shows_what_was_changed(store: Store) -> None:
    session = imported(tracked_reading(), store)
    lines = list(item_history(session.store, session.dossier, "1.1"))
    assert [line.partition(": ")[2] for line in lines if not line.startswith(" ")] == [
        "Bron bron.docx ingelezen: 3 onderdelen",
        "Wijziging in de bron van 1.1 door A. Bakker, 3 oktober 2026",
        "Opmerking in de bron bij 1.1 door A. Bakker, 3 oktober 2026",
        "Wijziging in de bron van 1.1 door B. Smit, 7 oktober 2026",
    ]
    said = "\n".join(lines)
    assert "[-tien-]" in said
    assert "{+twintig+}" in said
    assert "Opmerking: leeg → A. Bakker (3-10-2026): Is dit genoeg?" in said


def test_the_redline_of_each_entry_is_that_of_the_source(store: Store) -> None:
    session = imported(tracked_reading(), store)
    refs = item_refs(session.store, session.dossier, found(session, "1.1"))
    events = history_of(session.store, session.dossier, refs)
    texts = [
        (change.old, change.new)
        for event in events
        for change in event.changes
        if isinstance(change, Edited) and change.field == "text"
    ]
    states = [wording.text for wording in tracked_reading().agreements[0].wordings]
    assert texts == [(states[1], states[2]), (states[0], states[1])]
    assert any(block.is_changed for block in redline(parse(states[0]), parse(states[1])))


def test_without_comments_none_come_along() -> None:
    session = begun(tracked_reading())
    carry_out(session, tracked_reading(), Decisions(with_comments=False))
    assert found(session, "1.1").remark == found(session, "1.2").remark == ""
    assert not any("Opmerking" in line for line in told(session))


def test_one_person_at_one_moment_is_one_change() -> None:
    wordings = (
        Wording(None, "<p>a</p>"), Wording(ANNA, "<p>b</p>"), Wording(ANNA, "<p>c</p>"),
        Wording(BRAM, "<p>d</p>"),
    )  # fmt: skip
    session = imported(one(wordings))
    assert len(told(session)) == 3
    assert found(session, "1.1").text == "<p>d</p>"


def test_clocks_that_disagree_leave_the_order_of_the_source() -> None:
    early = Stamp("C. Vos", datetime(2020, 1, 1))  # noqa: DTZ001 - Word may leave the zone out
    later = Stamp("D. Dam", datetime(2026, 10, 3, 9, 0, tzinfo=UTC) + timedelta(days=400))
    wordings = (
        Wording(None, "<p>a</p>"), Wording(later, "<p>b</p>"), Wording(early, "<p>c</p>"),
        Wording(Stamp("E. Eik"), "<p>d</p>"),
    )  # fmt: skip
    session = imported(one(wordings))
    assert [line.partition(" door ")[2] for line in told(session)[1:]] == [
        "D. Dam, 7 november 2027", "C. Vos, 1 januari 2020", "E. Eik",
    ]  # fmt: skip
    assert found(session, "1.1").text == "<p>d</p>"


def test_a_later_version_of_the_source_tells_only_what_is_new() -> None:
    first = (Wording(None, "<p>a</p>"), Wording(ANNA, "<p>b</p>"))
    session = imported(one(first))
    made = carry_out(session, one((*first, Wording(BRAM, "<p>c</p>"))))
    assert [act.action for act in made.acts] == ["source_change"]
    assert found(session, "1.1").text == "<p>c</p>"


def test_a_text_the_dossier_changed_itself_is_put_back_to_where_the_source_began() -> None:
    wordings = (Wording(None, "<p>a</p>"), Wording(ANNA, "<p>b</p>"))
    session = imported(one(wordings))
    one_id = found(session, "1.1").id
    session.commit(agreements.set_text(session.dossier, one_id, "<p>eigen tekst</p>"))
    made = carry_out(session, one(wordings))
    assert [act.action for act in made.acts] == ["import_source", "source_change"]
    session.undo()
    assert found(session, "1.1").text == "<p>eigen tekst</p>"


def test_a_comment_that_is_there_already_is_not_repeated_and_others_stay() -> None:
    session = imported(one(comments=(Comment(ANNA, "Hoezo?"),), remark="Zelf."))
    one_id = found(session, "1.1").id
    text = found(session, "1.1").remark + "\nVan ons."
    session.commit(agreements.set_remark(session.dossier, one_id, text))
    more = one(comments=(Comment(ANNA, "Hoezo?"), Comment(BRAM, "Daarom.")), remark="Zelf.")
    carry_out(session, more)
    assert found(session, "1.1").remark == (
        "Zelf.\nA. Bakker (3-10-2026): Hoezo?\nVan ons.\nB. Smit (7-10-2026): Daarom."
    )


def test_a_remark_for_which_there_is_no_room_left_refuses_the_import_in_a_sentence() -> None:
    session = imported(one(remark="Zelf."))
    one_id = found(session, "1.1").id
    session.commit(agreements.set_remark(session.dossier, one_id, "x" * 99_999))
    with pytest.raises(UserError, match="Opmerking is langer dan"):
        plan(one(remark="Nog iets."), session.dossier)


def test_states_that_do_not_end_in_the_text_are_no_states_of_it() -> None:
    source = one((Wording(None, "<p>a</p>"), Wording(ANNA, "<p>b</p>")))
    odd = replace(source, agreements=(replace(source.agreements[0], text="<p>anders</p>"),))
    session = imported(odd)
    assert len(told(session)) == 1
    assert found(session, "1.1").text == "<p>anders</p>"
