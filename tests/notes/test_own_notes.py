"""Notes that are nobody else's business."""

from pathlib import Path

import pytest

import prestatie_desktop
from prestatie_desktop.errors import UserError
from prestatie_desktop.notes.own_notes import Notes


def test_a_note_is_there_again_when_the_window_opens_again(tmp_path: Path) -> None:
    Notes("dossier", tmp_path).set("item", "niet lager dan 40")

    assert Notes("dossier", tmp_path).of("item") == "niet lager dan 40"
    assert Notes("dossier", tmp_path).items_with_notes() == {"item"}


def test_the_last_note_to_an_item_holds_and_an_empty_one_takes_it_away(tmp_path: Path) -> None:
    notes = Notes("dossier", tmp_path)
    for item, text in (("a", "eerst"), ("b", "blijft"), ("a", "later"), ("a", "")):
        notes.set(item, text)

    again = Notes("dossier", tmp_path)

    assert (again.of("a"), again.of("b")) == ("", "blijft")
    assert again.items_with_notes() == {"b"}


def test_notes_of_two_dossiers_never_meet(tmp_path: Path) -> None:
    Notes("een", tmp_path).set("item", "voor een")

    assert Notes("twee", tmp_path).of("item") == ""
    assert [path.name for path in tmp_path.iterdir()] == ["een.notities"]


def test_an_odd_id_stays_inside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    Notes("../elders", folder).set("item", "tekst")

    assert [path.parent for path in tmp_path.rglob("*.notities")] == [folder]


def test_without_a_note_nothing_is_written(tmp_path: Path) -> None:
    notes = Notes("dossier", tmp_path / "notes")
    notes.set("item", "")

    assert not (tmp_path / "notes").exists()


def test_notes_that_cannot_be_written_say_so_and_memory_keeps_the_last_one(tmp_path: Path) -> None:
    notes = Notes("dossier", tmp_path)
    notes.set("item", "oud")
    notes.path.write_bytes(b"geen notities" * 100)

    with pytest.raises(UserError, match="niet te lezen of te schrijven"):
        notes.set("item", "nieuw")
    assert notes.of("item") == "oud"


def test_notes_that_cannot_be_read_say_so_and_stay_as_they_are(tmp_path: Path) -> None:
    spoiled = b"geen notities" * 100
    (tmp_path / "dossier.notities").write_bytes(spoiled)

    notes = Notes("dossier", tmp_path)

    assert "niet te lezen of te schrijven" in notes.problem
    with pytest.raises(UserError, match="niet te lezen of te schrijven"):
        notes.set("item", "nieuw")
    assert notes.path.read_bytes() == spoiled


@pytest.mark.parametrize("room", ["domain", "journal", "words", "storage", "documents"])
def test_no_other_room_than_the_window_can_see_a_note(room: str) -> None:
    root = Path(prestatie_desktop.__file__).parent / room

    assert [p for p in root.rglob("*.py") if "desktop.notes" in p.read_text("utf-8")] == []
