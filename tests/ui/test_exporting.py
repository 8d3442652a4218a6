"""The workbook is written beside the window: it goes on, and nothing is left half written."""

import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtWidgets import QDialog

from prestatie_desktop.cli import run
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.exchange import xlsx_export
from prestatie_desktop.exchange.xlsx_export import workbook_bytes
from tests.ui.driver import App, fill

Step = Callable[[str, int, int], None]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    (tmp_path / "thuis").mkdir()
    app = App(tmp_path / "thuis")
    dossier = tmp_path / "Voorbeeld.prestatie"
    assert run(["new", str(dossier), "--example", "heerlen-2024"]) == 0
    app.open(dossier)
    yield app
    app.close()


def export_to(app: App, path: Path) -> None:
    app.answering(lambda: app.choose_from_menu("export_workbook"), partial(save, app, path))


def save(app: App, path: Path, _dialog: QDialog) -> None:
    app.press("Ctrl+A")
    app.type(f"{path}\n")


def dossier_of(app: App) -> Dossier:
    assert app.window.workspace is not None
    return app.window.workspace.desk.dossier


def test_the_menu_writes_the_workbook_and_says_so(app: App, tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    export_to(app, path)
    app.wait(until=lambda: app.sees("Geëxporteerd: uit.xlsx"))
    assert path.read_bytes() == workbook_bytes(dossier_of(app))


def test_a_private_note_is_not_in_it(app: App, tmp_path: Path) -> None:
    app.press("Down")
    fill(app.window, "Eigen notitie", "ONDERGRENS-kanarie")
    path = tmp_path / "uit.xlsx"
    export_to(app, path)
    app.wait(until=lambda: app.sees("Geëxporteerd: uit.xlsx"))
    with zipfile.ZipFile(path) as archive:
        assert not any(b"kanarie" in archive.read(name) for name in archive.namelist())


def test_a_name_without_ending_gets_one(app: App, tmp_path: Path) -> None:
    export_to(app, tmp_path / "jaarschijf 2.0")
    app.wait(until=lambda: app.sees("Geëxporteerd"))
    assert (tmp_path / "jaarschijf 2.0.xlsx").is_file()


def test_the_window_does_not_wait_for_it(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: list[threading.Thread] = []
    may_end = threading.Event()

    def slow(dossier: Dossier, path: Path, step: Step) -> None:
        at_work.append(threading.current_thread())
        assert may_end.wait(5)

    monkeypatch.setattr(xlsx_export, "write_xlsx", slow)
    export_to(app, tmp_path / "uit.xlsx")
    assert app.sees("Bezig met exporteren; u kunt doorwerken.")
    app.press("Ctrl+2")
    assert app.room() == "parties"
    may_end.set()
    app.wait(until=lambda: app.sees("Geëxporteerd"))
    assert at_work[0] is not threading.main_thread()


def test_what_changes_meanwhile_is_not_in_it(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Dossier] = []
    monkeypatch.setattr(xlsx_export, "write_xlsx", lambda dossier, *_: given.append(dossier))
    export_to(app, tmp_path / "uit.xlsx")
    app.wait(until=lambda: bool(given))
    assert given[0] == dossier_of(app)
    assert given[0] is not dossier_of(app)


def test_where_it_cannot_be_written_a_sentence_says_why(app: App, tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()
    assert app.window.workspace is not None
    heard: list[str] = []
    app.window.workspace.desk.bridge.refused.connect(heard.append)
    from prestatie_desktop.ui.exporting import WorkbookExport

    WorkbookExport(app.window.workspace.desk, tmp_path / "map.xlsx").begin()
    app.wait(until=lambda: bool(heard))
    assert heard == ["“map.xlsx” is een map; er is niets geschreven. Kies een andere naam."]


def test_closing_the_dossier_ends_it_and_leaves_nothing_behind(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    real = xlsx_export.workbook_bytes

    def endless(dossier: Dossier, step: Step) -> bytes:
        begun.set()
        for _ in range(5_000):
            step("Blad", 0, 1)
            sleep(0.001)
        return real(dossier)

    monkeypatch.setattr(xlsx_export, "workbook_bytes", endless)
    out = tmp_path / "uit"
    out.mkdir()
    export_to(app, out / "uit.xlsx")
    assert begun.wait(5)
    app.window.close_dossier()
    app.wait(until=lambda: not list(out.iterdir()))
    assert app.room() == ""
