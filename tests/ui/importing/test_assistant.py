"""From a document to a dossier, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.storage.opening import create_dossier
from tests.building import SECRETARY, full_session
from tests.ui.driver import App
from tests.ui.driving import agreements as room
from tests.ui.driving.importing import (
    Assistant,
    answer_with,
    cells,
    choose_line,
    chosen_line,
    click_line,
    drop,
    hearing,
    lines,
    spoken,
    with_assistant,
)
from tests.ui.importing.documents import broken_document, text_document


def _import(app: App, path: Path) -> None:
    app.window.take_dropped((path,))


def test_a_dropped_document_becomes_a_dossier_with_everything_in_it(
    app: App, tmp_path: Path, keep_at: Path
) -> None:
    def work(assistant: Assistant) -> None:
        assert assistant.page() == "Inhoud"
        assistant.go_to("Overzicht")
        assert ["Afspraken", "5", "–"] in cells(assistant.overview.parts)
        assistant.click("Importeren")

    path = text_document(tmp_path)

    def do() -> None:
        assert drop(app.window.start, path)
        app.wait(lambda: bool(app.room()))

    with_assistant(do, work)

    assert keep_at.exists()
    assert app.room() == "agreements"
    assert "Prestatieafspraken Veldhoven 2026" in app.title()
    assert room.numbers(app.window) == ["1.7", "1.8", "1.9"]
    assert app.sees("5 afspraken")


def test_nothing_is_made_before_importeren(app: App, tmp_path: Path, keep_at: Path) -> None:
    def work(assistant: Assistant) -> None:
        for page in ("Niet herkend", "Partijen", "Tabellen", "Overzicht"):
            assistant.go_to(page)
        assistant.press("Esc")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)

    assert not keep_at.exists()
    assert app.room() == ""


def test_calling_off_where_to_keep_it_leads_back_to_the_assistant(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))

    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.click("Importeren")
        assert assistant.page() == "Overzicht"
        assert assistant.dialog.isVisible()

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)
    assert app.room() == ""


def test_every_line_of_the_source_is_there_and_the_counts_add_up(app: App, tmp_path: Path) -> None:
    path = text_document(tmp_path)
    written = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]

    def work(assistant: Assistant) -> None:
        assert len(lines(assistant.contents.source)) == len(written)
        counts = {row[0]: row[1] for row in cells(assistant.overview.lines)}
        total = counts.pop("Alle regels van de bron")
        assert int(total) == len(written)
        assert sum(int(count.replace("–", "0")) for count in counts.values()) == len(written)

    with_assistant(lambda: _into(app, path), work)


def test_choosing_at_one_side_chooses_at_the_other(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.contents
        choose_line(page.result, "1.8")
        assistant.rest()
        assert chosen_line(page.source).startswith("1.8 De gemeente wijst")
        assert assistant.sees("Afspraak 1.8")
        click_line(page.source, "2.2 Woonhuis")
        assistant.rest()
        assert chosen_line(page.result).startswith("2.2")
        assert assistant.sees("Afspraak 2.2")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_a_screen_reader_hears_what_became_of_a_line_and_whether_a_part_is_sure(
    app: App, tmp_path: Path
) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.contents
        lost = [said for said in spoken(page.source) if "losse kreet" in said]
        assert lost == ["qzx losse kreet zonder plaats. Niet herkend. regel 29"]
        woonhuis = next(said for said in spoken(page.result) if said.startswith("Partij. Woonhuis"))
        assert "nakijken" in woonhuis
        assert "“Stichting Woonhuis” is gelezen als Woonhuis." in woonhuis
        assert any(said.startswith("Afspraak 1.7.") and said.endswith("zeker")
                   for said in spoken(page.result))  # fmt: skip

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_f8_goes_to_the_next_part_that_asks_a_look(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.contents
        assistant.press("F8", page.result)
        assert chosen_line(page.result) == "Woonhuis"
        assistant.click("Nakijken")
        assert lines(page.result) == ["Partijen", "Woonhuis"]

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_what_was_not_recognised_is_assigned_by_hand_and_taken_back(
    app: App, tmp_path: Path
) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.lost
        assert lines(page.list) == ["qzx losse kreet zonder plaats"]
        assistant.answering(lambda: assistant.press("H", page.list), answer_with("2.2"))
        assert "Niet herkend 0" in assistant.tabs()
        assert assistant.sees("Alles is herkend")
        choose_line(assistant.contents.result, "2.2")
        assistant.rest()
        assert assistant.sees("losse kreet")
        assistant.press("Ctrl+Z")
        assert "Niet herkend 1" in assistant.tabs()
        assistant.press("Ctrl+Y")
        assert "Niet herkend 0" in assistant.tabs()

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_any_line_can_be_said_to_be_something_else(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.contents
        choose_line(page.source, "De woonlasten blijven")
        assistant.press("O", page.source)
        said = next(s for s in spoken(page.source) if s.startswith("De woonlasten"))
        assert "Overgeslagen" in said
        assert chosen_line(page.source).startswith("De woonlasten")
        assistant.press("Backspace", page.source)
        said = next(s for s in spoken(page.source) if s.startswith("De woonlasten"))
        assert "Overgeslagen" not in said

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_an_agreement_by_hand_is_offered_the_next_free_number(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.lost
        assistant.answering(lambda: assistant.press("A", page.list), answer_with())
        assert any(line.startswith("2.3") for line in lines(assistant.contents.result))

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_what_was_decided_is_still_there_when_the_same_file_is_opened_again(
    app: App, tmp_path: Path
) -> None:
    path = text_document(tmp_path)

    def first(assistant: Assistant) -> None:
        assistant.press("O", assistant.lost.list)
        assistant.press("Esc")

    def second(assistant: Assistant) -> None:
        assert "Niet herkend 0" in assistant.tabs()
        assistant.press("Ctrl+Z")
        assert "Niet herkend 1" in assistant.tabs()

    def after_it_changed(assistant: Assistant) -> None:
        assert "Niet herkend 1" in assistant.tabs()
        assert not assistant.enabled("Ongedaan maken")

    with_assistant(lambda: _into(app, path), first)
    assert app.sees(f"Uw keuzes voor {path.name} blijven bewaard zolang het programma open is")
    with_assistant(lambda: _into(app, path), second)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with_assistant(lambda: _into(app, path), after_it_changed)


def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_else(
    app: App, tmp_path: Path
) -> None:
    sentences = hearing(lambda: _into(app, broken_document(tmp_path)))

    assert len(sentences) == 1
    assert "Kapot.docx" in sentences[0]
    assert app.room() == ""


def test_what_was_copied_is_imported_from_the_clipboard(app: App, tmp_path: Path) -> None:
    text = text_document(tmp_path).read_text(encoding="utf-8")
    QGuiApplication.clipboard().setText(text)

    def work(assistant: Assistant) -> None:
        assert any(line.startswith("1.7") for line in lines(assistant.contents.result))

    with_assistant(lambda: app.choose_from_menu("import_clipboard"), work)


def test_an_empty_clipboard_is_one_sentence(app: App) -> None:
    QGuiApplication.clipboard().clear()
    sentences = hearing(lambda: app.choose_from_menu("import_clipboard"))
    assert len(sentences) == 1
    assert "klembord" in sentences[0]
    assert app.room() == ""


def test_the_menu_asks_for_a_document(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = text_document(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    with_assistant(lambda: app.choose_from_menu("import"), lambda a: a.press("Esc"))
    with_assistant(lambda: app.click("Document importeren"), lambda a: a.press("Esc"))


def test_of_several_files_the_first_is_imported_and_that_is_said(app: App, tmp_path: Path) -> None:
    one = text_document(tmp_path)
    other = text_document(tmp_path, "Tweede.txt")

    def do() -> None:
        app.window.take_dropped((one, other))
        QTest.qWait(1_500)

    told = hearing(do)
    sentence = "Er kan één bestand tegelijk open: nu {name}. Sleep het andere daarna."
    assert told == [sentence.format(name=one.name)]


def _into(app: App, path: Path) -> None:
    from prestatie_desktop.ui.importing.command import import_document

    import_document(app.window, path)


@pytest.mark.parametrize(
    ("answer", "planning"), [("Toch wijzigen", True), ("Niet wijzigen", False)]
)
def test_before_signatures_lapse_it_is_asked(
    app: App, tmp_path: Path, answer: str, *, planning: bool
) -> None:
    place = tmp_path / "Getekend.prestatie"
    create_dossier(place, SECRETARY, lambda session: full_session(session.store)).close()
    app.open(place)
    path = tmp_path / "Aanpassing.txt"
    path.write_text(
        "# 1 Beschikbaarheid\n\n1.7\tWoonhuis bouwt ruim 60 woningen.\tWoonhuis\n"
        "1.8\tDe gemeente onderzoekt of kantoren woningen kunnen worden.\tGemeente Veldhoven\n",
        encoding="utf-8",
    )
    asked: list[str] = []

    def say(dialog: QDialog) -> None:
        asked.append(dialog.windowTitle())
        button = next(b for b in dialog.findChildren(QPushButton)
                      if b.text().replace("&", "") == answer)  # fmt: skip
        button.click()

    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.answering(lambda: assistant.click("Importeren"), say)
        assert assistant.dialog.isVisible() is not planning

    with_assistant(lambda: _into(app, path), work)
    assert asked == ["De handtekening van Woonhuis hoort dan bij een eerdere tekst"]
    assert app.window.workspace is not None
    texts = " ".join(a.text for a in app.window.workspace.desk.dossier.all(Agreement))
    assert ("ruim 60 woningen" in texts) is planning
