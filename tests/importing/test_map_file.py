"""A map file is kept for the next source, is read strictly, and never from the wrong hands."""

import json
from pathlib import Path
from typing import Any

import pytest

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import map_file
from prestatie_desktop.importing.decisions import (
    NOTHING_DECIDED,
    Action,
    AssignedAs,
    Assignment,
    ColumnMap,
    Decisions,
    Resolution,
)
from prestatie_desktop.importing.map_file import merged, read_map, write_map
from prestatie_desktop.importing.reading import TableUse

KEPT = Decisions(
    spellings={"Woonbronn": "Woonbron", "e.a.": "", "“Ons” Huis": "“Ons” Huis"},
    kinds={"Wijkteam": PartyKind.ACTOR, "Ons Huis": PartyKind.CORPORATION},
    members={"Corporaties": ("Woonbron", "Ons Huis"), "Niemand": ()},
    columns={
        "project|aantal": ColumnMap(
            use=TableUse.PROJECTS, kind="sale", head=1, columns=("location", "homes", "year:2027")
        ),
        "figures::4": ColumnMap(use=TableUse.NOTHING),
    },
)
OF_A_DOSSIER = Decisions(
    assigned={3: Assignment(AssignedAs.IGNORE)},
    resolutions={"agreement:1.1": Resolution(Action.SKIP)},
    known_parties={"Woonbron": "id"},
)


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def changed(tmp_path: Path, **new: Any) -> Path:
    write_map(KEPT, tmp_path / "kaart.json")
    value = json.loads((tmp_path / "kaart.json").read_text(encoding="utf-8"))
    return written(tmp_path / "kaart.json", {**value, **new})


def test_what_depends_on_the_source_is_kept_and_nothing_of_a_dossier(tmp_path: Path) -> None:
    path = tmp_path / "kaart.json"
    write_map(merged(KEPT, OF_A_DOSSIER), path)
    assert read_map(path) == KEPT
    assert "agreement:1.1" not in path.read_text(encoding="utf-8")


def test_the_same_decisions_give_the_same_bytes_and_an_older_file_makes_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kaart.json"
    write_map(NOTHING_DECIDED, path)
    assert read_map(path) == NOTHING_DECIDED
    write_map(KEPT, path)
    before = path.read_bytes()
    write_map(read_map(path), path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["kaart.json"]


def test_a_map_may_leave_out_what_it_does_not_say(tmp_path: Path) -> None:
    path = written(tmp_path / "k.json", {"format": map_file.FORMAT, "version": 1})
    assert read_map(path) == NOTHING_DECIDED


def test_a_map_of_an_editor_that_marks_its_files_is_read(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    path.write_bytes(
        b"\xef\xbb\xbf" + json.dumps({"format": map_file.FORMAT, "version": 1}).encode()
    )
    assert read_map(path) == NOTHING_DECIDED


def test_what_is_decided_later_holds() -> None:
    both = merged(KEPT, Decisions(spellings={"Woonbronn": "Woonbronn"}, with_comments=False))
    assert both.spellings["Woonbronn"] == "Woonbronn"
    assert both.spellings["e.a."] == ""
    assert both.columns == KEPT.columns
    assert not both.with_comments
    assert merged(NOTHING_DECIDED, KEPT) == KEPT == merged(KEPT, NOTHING_DECIDED)
    assert merged(KEPT, OF_A_DOSSIER).resolutions == OF_A_DOSSIER.resolutions


@pytest.mark.parametrize(
    "new",
    [
        {"format": "prestatie-dossier"}, {"format": None}, {"version": "1"}, {"version": True},
        {"version": None}, {"spellings": ["a"]}, {"spellings": {"a": 1}}, {"spellings": None},
        {"kinds": {"a": "king"}}, {"kinds": {"a": None}}, {"members": {"a": "b"}},
        {"members": {"a": [1]}}, {"kinds": {" ": "corporation"}}, {"columns": {"a": []}}, {"columns": {"a": {}}},
        {"columns": {"a": {"use": "secret"}}}, {"columns": {"a": {"use": "text", "head": -1}}},
        {"columns": {"a": {"use": "text", "head": True}}},
        {"columns": {"a": {"use": "text", "columns": [None]}}},
        {"columns": {"a": {"use": "text", "script": "x"}}}, {"resolutions": {}},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_map_file_holds_is_refused(tmp_path: Path, new: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="is geen kaartbestand van Prestatie Desktop"):
        read_map(changed(tmp_path, **new))


def test_a_map_of_a_newer_program_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nieuwere versie"):
        read_map(changed(tmp_path, version=2, surprise={}))


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b"7", b"tekst", b"\xff\xfe\x00", b'{"format":', b"[" * 100_000,
     b'{"format": "prestatie-import-map", "version": ' + b"9" * 10_000 + b"}",
     b" " * (map_file.MAX_BYTES + 1)],
    ids=lambda data: data[:20].decode("latin-1"),
)  # fmt: skip
def test_a_file_of_something_else_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kaart.json"
    path.write_bytes(data)
    with pytest.raises(UserError, match="is geen kaartbestand"):
        read_map(path)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="staat niet"):
        read_map(tmp_path / "weg.json")
    with pytest.raises(UserError, match="map"):
        read_map(tmp_path)
    with pytest.raises(UserError):
        read_map(Path("a\0b"))


def test_where_none_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kan hier niet worden geschreven"):
        write_map(KEPT, tmp_path / "geen map" / "kaart.json")
    (tmp_path / "map.json").mkdir()
    (tmp_path / "map.json" / "in").write_text("x")
    with pytest.raises(UserError, match="kan hier niet worden geschreven"):
        write_map(KEPT, tmp_path / "map.json")
    assert [one.name for one in tmp_path.iterdir()] == ["map.json"]
