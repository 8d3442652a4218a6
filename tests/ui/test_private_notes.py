"""What a user writes for himself stays on his own computer, whatever he prints, copies or sends."""

import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from prestatie_desktop.cli import run
from tests.documents.pdf_reading import whole_text
from tests.ui.driver import App, fill

CANARY = "ONDERGRENS-kanarie-Ëén-miljoen"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    (tmp_path / "thuis").mkdir()
    app = App(tmp_path / "thuis")
    yield app
    app.close()


def spellings() -> tuple[bytes, ...]:
    return tuple(CANARY.encode(code) for code in ("utf-8", "utf-16-le", "latin-1"))


def holds_canary(data: bytes) -> bool:
    return any(spelling in data for spelling in spellings())


def unpacked(data: bytes) -> bytes:
    """The bytes with every zlib stream in them opened as well."""
    found = [data]
    for at in range(len(data) - 1):
        if data[at] == 0x78 and data[at + 1] in (0x01, 0x5E, 0x9C, 0xDA):
            try:
                found.append(zlib.decompressobj().decompress(data[at:]))
            except zlib.error:
                continue
    return b"".join(found)


def test_a_private_note_is_in_nothing_that_leaves(app: App, tmp_path: Path) -> None:
    dossier, out = tmp_path / "Voorbeeld.prestatie", tmp_path / "uit"
    out.mkdir()
    assert run(["new", str(dossier), "--example", "heerlen-2024"]) == 0
    app.open(dossier)
    app.press("Down")
    fill(app.window, "Eigen notitie", CANARY)
    app.press("Ctrl+3")
    notes = [p for p in (tmp_path / "thuis").rglob("*") if p.is_file()]
    assert any(holds_canary(p.read_bytes()) for p in notes), "the note itself was not kept"

    app.answering(lambda: app.choose_from_menu("adopt"), lambda _: app.press("Enter"))
    copies = {"copy": out / "kopie.prestatie", "party_copy": out / "andere.prestatie"}
    for key, path in copies.items():
        app.answering(partial(app.choose_from_menu, key), partial(save, app, path))
        assert path.is_file()
    app.answering(lambda: app.choose_from_menu("export"), partial(save, app, out / "dossier.json"))
    app.window.close()
    assert run(["print", "all", str(dossier), "--out", str(out)]) == 0

    leaving = [dossier, *(p for p in out.iterdir())]
    assert len(leaving) > 20
    for path in leaving:
        assert not holds_canary(unpacked(path.read_bytes())), path.name
        if path.suffix == ".pdf":
            assert CANARY not in whole_text(path.read_bytes())


def save(app: App, path: Path, _dialog: QDialog) -> None:
    app.press("Ctrl+A")
    app.type(f"{path}\n")
