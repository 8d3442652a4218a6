"""Own notes belong to the dossier that an empty one became."""

from pathlib import Path

from prestatie_desktop.cli import run
from prestatie_desktop.importing.own_workbook import compare_own_workbook
from prestatie_desktop.notes.own_notes import Notes
from prestatie_desktop.ui.importing.carrying_out import workbook_into
from tests.ui.driver import App, fill
from tests.ui.driving import agreements as room


def test_notes_written_after_a_workbook_filled_an_empty_dossier_are_kept_with_it(
    app: App, tmp_path: Path
) -> None:
    example, book = tmp_path / "Voorbeeld.prestatie", tmp_path / "Voorbeeld.xlsx"
    empty = tmp_path / "Leeg.prestatie"
    assert run(["new", str(example), "--example", "heerlen-2024"]) == 0
    assert run(["export", str(example), "--format", "xlsx", "--out", str(book)]) == 0
    assert run(["new", str(empty)]) == 0
    app.open(empty)
    assert app.window.file is not None
    before = app.window.file.session.dossier.set.id

    found = compare_own_workbook(book, app.window.file.session.dossier)
    assert workbook_into(app.window, book, found)
    app.to_the_front()
    assert room.numbers(app.window)
    app.press("Down")
    fill(app.window, "Eigen notitie", "Alleen voor mij")
    app.press("Ctrl+3")

    after = app.window.file.session.dossier.set.id
    folder = tmp_path / "thuis" / "notes"
    assert after != before
    assert Notes(after, folder).items_with_notes()
    assert not Notes(before, folder).items_with_notes()
