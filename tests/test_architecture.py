"""The drawing of the house, as a test: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "prestatie_desktop"

#: A room and the rooms it may look into; every room may use errors.py and paths.py.
MAY_IMPORT = {
    "domain": set(),
    "journal": {"domain"},
    "words": {"domain", "journal"},
    "notes": set(),
    "storage": {"domain", "journal"},
    "filling": {"domain", "journal", "words"},
    "exchange": {"domain", "journal", "words", "storage"},
    "importing": {"domain", "journal", "words", "filling"},
    "documents": {"domain", "journal", "words"},
    "ui": {
        "domain", "journal", "words", "storage", "filling", "exchange", "importing", "documents",
        "notes",
    },
}  # fmt: skip

#: Libraries that belong to one room.
HOME_OF = {
    "sqlalchemy": {"storage"},
    "sqlite3": {"storage", "notes"},
    "alembic": {"storage"},
    "reportlab": {"documents"},
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "pypdfium2": {"ui", "documents"},
    "openpyxl": {"importing", "exchange"},
    "lxml": {"importing"},
    "pdfminer": {"importing"},
    "rapidfuzz": {"importing"},
}

_STANDARD_ONLY = {"domain", "journal"}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            yield node.module
            if node.module == "prestatie_desktop":
                yield from (f"prestatie_desktop.{alias.name}" for alias in node.names)


def files_of(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def rooms() -> list[str]:
    return sorted(p.name for p in ROOT.iterdir() if (p / "__init__.py").exists())


def test_every_room_is_on_the_drawing() -> None:
    assert set(rooms()) <= set(MAY_IMPORT)


@pytest.mark.parametrize("room", rooms())
def test_rooms_look_one_way_only(room: str) -> None:
    allowed = MAY_IMPORT[room] | {
        room,
        "errors",
        "garbage",
        "log",
        "paths",
        "__init__",
        "__version__",
    }
    strangers = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files_of(room)
        for name in imports_of(path)
        if name.startswith("prestatie_desktop.") and name.split(".")[1] not in allowed
    ]

    assert strangers == []


@pytest.mark.parametrize("room", rooms())
def test_libraries_stay_in_their_own_room(room: str) -> None:
    strangers = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files_of(room)
        for name in imports_of(path)
        if room not in HOME_OF.get(name.split(".")[0], {room})
    ]

    assert strangers == []


@pytest.mark.parametrize("room", sorted(_STANDARD_ONLY))
def test_the_inner_rooms_need_nothing_but_the_standard_library(room: str) -> None:
    import sys

    known = sys.stdlib_module_names | {"prestatie_desktop"}
    strangers = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files_of(room)
        for name in imports_of(path)
        if name.split(".")[0] not in known
    ]

    assert strangers == []


def test_no_file_imports_the_window_but_the_program_itself() -> None:
    allowed = {"app.py"}
    strangers = [
        path.name
        for path in ROOT.glob("*.py")
        if path.name not in allowed
        and any(name.startswith("prestatie_desktop.ui") for name in imports_of(path))
    ]

    assert strangers == []
