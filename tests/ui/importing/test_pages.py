"""Parties, tables and merging in the assistant, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.driver import App
from tests.ui.driving import agreements as room
from tests.ui.driving.importing import (
    Assistant,
    answer_with,
    cells,
    choose,
    choose_line,
    lines,
    with_assistant,
)
from tests.ui.driving.keys import press
from tests.ui.importing.documents import sheet_document, text_document


def _into(app: App, path: Path) -> None:
    from prestatie_desktop.ui.importing.command import import_document

    import_document(app.window, path)


def _go_to_name(assistant: Assistant, name: str) -> None:
    table = assistant.parties.table
    table.setFocus()
    row = [line[0] for line in cells(table)].index(name)
    table.setCurrentIndex(table.model().index(row, 1))


def _what_is(assistant: Assistant, name: str) -> str:
    return next(line[1] for line in cells(assistant.parties.table) if line[0] == name)


@pytest.fixture
def imported(app: App, tmp_path: Path, keep_at: Path) -> App:
    """The window on a dossier that was just imported."""

    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)
    return app


def test_a_spelling_is_proposed_and_a_person_says_otherwise(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        assert _what_is(assistant, "Stichting Woonhuis") == "Zelfde als Woonhuis"
        _go_to_name(assistant, "Stichting Woonhuis")
        assistant.rest()
        assert assistant.sees("Lijkt op Woonhuis: rechtsvorm weggelaten.")
        assistant.press("E", assistant.parties.table)
        assert _what_is(assistant, "Stichting Woonhuis") == "Woningcorporatie"
        assistant.press("Ctrl+Z")
        _go_to_name(assistant, "Stichting Woonhuis")
        assistant.press("Z", assistant.parties.table)
        assert "Partijen 5" in assistant.tabs()

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_what_a_party_is_is_chosen_from_a_list(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        _go_to_name(assistant, "Thuisborg")
        model, table = assistant.parties.model, assistant.parties.table
        model.setData(table.currentIndex(), "other", Qt.ItemDataRole.EditRole)
        assistant.rest()
        assert _what_is(assistant, "Thuisborg") == "Andere partij"
        _go_to_name(assistant, "Thuisborg")
        assistant.press("G", table)
        assert _what_is(assistant, "Thuisborg") == "Geen partij"

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_a_party_becomes_a_group_and_a_group_a_party(app: App, tmp_path: Path) -> None:
    def say(assistant: Assistant, name: str, choice: str) -> None:
        _go_to_name(assistant, name)
        page = assistant.parties
        page.model.setData(page.table.currentIndex(), choice, Qt.ItemDataRole.EditRole)
        assistant.rest()

    def work(assistant: Assistant) -> None:
        say(assistant, "Thuisborg", "group")
        assert _what_is(assistant, "Thuisborg") == "Groep van partijen"
        say(assistant, "Thuisborg", "corporation")
        assert _what_is(assistant, "Thuisborg") == "Woningcorporatie"
        say(assistant, "Woningcorporaties", "other")
        assert _what_is(assistant, "Woningcorporaties") == "Andere partij"
        names = [line[0] for line in cells(assistant.parties.table)]
        assert names.count("Woningcorporaties") == 1

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_members_of_a_group_are_ticked(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        _go_to_name(assistant, "Woningcorporaties")
        assistant.rest()
        members = assistant.parties.members
        members.setFocus()
        press(members, "Home")
        while members.currentIndex().data() != "Thuisborg":
            press(members, "Down")
        press(members, "Space")
        assistant.rest()
        group = next(
            line for line in cells(assistant.parties.table) if line[0].startswith("Woning")
        )
        assert group[2] == "Woonhuis"

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_a_column_is_read_otherwise_and_numbers_are_explained(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.tables
        choose_line(page.list, lines(page.list)[0])
        assert [page.combos.combo(at).currentText() for at in range(5)] == [
            "Locatie", "Woningen", "Woningtype", "Prijsklasse", "Corporatie",
        ]  # fmt: skip
        look = page.table.model().index(1, 1).data(257)
        assert look.second == "ten minste 65 woningen"
        choose(page.combos.combo(2), "In de toelichting")
        assistant.rest()
        choose_line(assistant.contents.result, "Kerkveld")
        assistant.rest()
        assert assistant.sees("Type: MGW")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_how_a_table_is_read_is_remembered_for_the_next_document(
    app: App, tmp_path: Path, keep_at: Path
) -> None:
    def first(assistant: Assistant) -> None:
        page = assistant.tables
        choose(page.combos.combo(2), "In de toelichting")
        assistant.rest()
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    def second(assistant: Assistant) -> None:
        assert assistant.tables.combos.combo(2).currentText() == "In de toelichting"
        assert not assistant.enabled("Ongedaan maken")
        assistant.click("Weer zoals voorgesteld")
        assert assistant.tables.combos.combo(2).currentText() == "Soort"

    with_assistant(lambda: _into(app, sheet_document(tmp_path)), first)
    other = sheet_document(tmp_path, 5, "Volgend jaar.csv")
    with_assistant(lambda: _into(app, other), second)


def test_a_map_file_brings_what_a_colleague_decided(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kaart.json"
    answer = (str(kept), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: answer)

    def first(assistant: Assistant) -> None:
        choose(assistant.tables.combos.combo(2), "In de toelichting")
        assistant.rest()
        assistant.click("Bewaren als kaartbestand…")

    def second(assistant: Assistant) -> None:
        assert assistant.tables.combos.combo(2).currentText() == "Soort"
        assistant.click("Kaart openen…")
        assert assistant.tables.combos.combo(2).currentText() == "In de toelichting"

    with_assistant(lambda: _into(app, sheet_document(tmp_path)), first)
    assert kept.exists()
    with_assistant(lambda: _into(app, sheet_document(tmp_path, 4, "Ander.csv")), second)


def test_a_whole_import_is_one_step_to_undo(imported: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    before = room.numbers(imported.window)
    with_assistant(lambda: _into(imported, sheet_document(tmp_path, 4)), work)
    assert imported.sees("4 rijen met inzet geïmporteerd")
    imported.to_the_front()
    imported.press("Ctrl+Z")
    desk = imported.window.workspace.desk  # type: ignore[union-attr]
    assert room.numbers(imported.window) == before
    assert [c.location for c in desk.dossier.all(_commitment())] == [
        "Kerkveld", "Zuidrand, fase 2", "Molenakker",
    ]  # fmt: skip


def test_the_same_document_again_changes_nothing(imported: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        assert "Samenvoegen" in " ".join(assistant.tabs())
        assert all(line[1:4] == ["–", "–", line[3]] for line in cells(assistant.overview.parts))
        assistant.click("Importeren")

    with_assistant(lambda: _into(imported, text_document(tmp_path, "Nog eens.txt")), work)
    assert imported.sees("Er was niets te importeren")


def test_a_changed_agreement_is_updated_or_skipped_as_a_person_says(
    imported: App, tmp_path: Path
) -> None:
    path = text_document(tmp_path, "Nieuwe versie.txt")
    text = path.read_text(encoding="utf-8").replace("binnen een week", "binnen drie dagen")
    path.write_text(text.replace("hooguit twee procent", "hooguit drie procent"), encoding="utf-8")

    def work(assistant: Assistant) -> None:
        page = assistant.merging
        assistant.click("Bijwerken 2")
        assert [line.split(" ")[0] for line in lines(page.list)] == ["1.9", "2.1"]
        assert assistant.sees("[vervallen: een week]") or _redlined(assistant, "drie dagen")
        choose_line(page.list, "2.1")
        assistant.press("O", page.list)
        assert lines(page.list)[0].startswith("1.9")
        assert len(lines(page.list)) == 1
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    with_assistant(lambda: _into(imported, path), work)
    texts = {a.number: a.text for a in imported.window.workspace.desk.dossier.all(_agreement())}  # type: ignore[union-attr]
    assert "binnen drie dagen" in texts["1.9"]
    assert "hooguit twee procent" in texts["2.1"]


def test_everything_shown_is_skipped_at_once(imported: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.merging
        assistant.click("Toevoegen 4")
        assistant.press("Ctrl+A", page.list)
        assistant.press("O", page.list)
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    with_assistant(lambda: _into(imported, sheet_document(tmp_path, 4)), work)
    assert imported.sees("Er was niets te importeren")


def test_a_line_assigned_in_a_dialog_names_the_agreements(app: App, tmp_path: Path) -> None:
    def work(assistant: Assistant) -> None:
        page = assistant.contents
        choose_line(page.source, "De woonlasten blijven")
        assistant.answering(lambda: assistant.press("H", page.source), answer_with("1.8"))
        choose_line(page.result, "1.8")
        assistant.rest()
        assert assistant.sees("woonlasten")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)


def test_it_may_come_in_a_new_dossier_although_one_is_open(
    imported: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Ander.prestatie"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))

    def work(assistant: Assistant) -> None:
        assert "Samenvoegen" in " ".join(assistant.tabs())
        choose(assistant.overview.target, "Een nieuw dossier")
        assistant.rest()
        assert "Samenvoegen" not in " ".join(assistant.tabs())
        assert cells(assistant.overview.parts)[0][:2] == ["Rijen met inzet", "4"]
        choose(assistant.overview.target, "Prestatieafspraken Veldhoven 2026")
        assistant.rest()
        assert "Samenvoegen" in " ".join(assistant.tabs())
        choose(assistant.overview.target, "Een nieuw dossier")
        assistant.rest()
        assistant.click("Importeren")

    with_assistant(lambda: _into(imported, sheet_document(tmp_path, 4)), work)
    assert place.exists()
    assert imported.window.file is not None
    assert imported.window.file.path == place


def test_a_document_about_something_else_cannot_be_imported(app: App, tmp_path: Path) -> None:
    path = tmp_path / "Boodschappen.csv"
    path.write_text("brood;2\nmelk;1\nkaas;3\n", encoding="utf-8")

    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assert assistant.sees("Er is niets herkend dat in een dossier past.")
        assert not assistant.enabled("Importeren")

    with_assistant(lambda: _into(app, path), work)


@pytest.mark.parametrize(("name", "begins"), [("v.txt", "Afspraken Veld"), ("v.json", "{")])
def test_the_report_is_kept_as_text_or_json(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: str
) -> None:
    place = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))

    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.click("Verslag bewaren…")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)
    assert place.read_text(encoding="utf-8").startswith(begins)


def _redlined(assistant: Assistant, words: str) -> bool:
    from prestatie_desktop.ui.widgets.redline import RedlineView

    views = assistant.dialog.findChildren(RedlineView)
    return any(words in view.accessibleName() for view in views if view.isVisible())


def _agreement() -> type:
    from prestatie_desktop.domain.agreement import Agreement

    return Agreement


def _commitment() -> type:
    from prestatie_desktop.domain.commitment import Commitment

    return Commitment
