from prestatie_desktop.domain.agreement import AgreementStatus
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.history import history_of
from prestatie_desktop.journal.session import Session
from prestatie_desktop.words.history import change_lines, text_lines
from tests.building import agreement, small_session


def last_lines(session: Session, number: str) -> list[str]:
    where = ref(agreement(session, number))
    event = next(history_of(session.store, session.dossier, [where]))
    return [line for change in event.changes for line in change_lines(session.dossier, change)]


def test_a_changed_field_reads_from_old_to_new() -> None:
    session = small_session()
    item = agreement(session, "1.7")
    session.commit(agreements.set_planning(session.dossier, item.id, "Q2"))
    assert last_lines(session, "1.7") == ["Planning: leeg → Q2"]
    session.commit(agreements.set_status(session.dossier, item.id, AgreementStatus.AGREED))
    assert last_lines(session, "1.7") == ["Status: Voorstel → Akkoord"]


def test_a_changed_text_shows_the_words_that_changed() -> None:
    session = small_session()
    item = agreement(session, "1.7")
    text = "<p>Woonhuis bouwt ruim 45 woningen.</p>"
    session.commit(agreements.set_text(session.dossier, item.id, text))
    assert last_lines(session, "1.7") == ["Woonhuis bouwt ruim [-40-]{+45+} woningen."]


def test_long_unchanged_text_is_left_out_around_a_change() -> None:
    words = "woord " * 50
    (line,) = text_lines(f"<p>{words}oud {words}</p>", f"<p>{words}nieuw {words}</p>")
    assert "[-oud-]{+nieuw+}" in line
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) < 150


def test_paragraphs_that_stayed_the_same_are_not_shown() -> None:
    lines = list(text_lines("<p>een</p><p>twee</p>", "<p>een</p><p>twee</p><p>drie</p>"))
    assert lines == ["{+drie+}"]


def test_what_came_as_a_whole_and_a_move_have_no_lines() -> None:
    session = small_session()
    assert last_lines(session, "2.1") == []
    item = agreement(session, "1.10")
    session.commit(
        agreements.move_agreement(session.dossier, item.id, session.dossier.themes[0].id, 0)
    )
    assert last_lines(session, "1.10") == []
