"""One clear line for whatever a user can do wrong, and never a trace."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from prestatie_desktop.__main__ import BUG, main
from prestatie_desktop.usage import in_dutch
from tests.cli.conftest import Run


def one_line(err: str) -> str:
    assert err.startswith("prestatie-desktop: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_an_example_that_is_not_there_makes_no_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.prestatie"
    said = run("new", path, "--example", "amsterdam")
    assert said.code == 1
    assert "heerlen-2024" in one_line(said.err)
    assert not path.exists()


def test_a_file_that_is_there_is_not_overwritten(run: Run, dossier: Path) -> None:
    before = dossier.read_bytes()
    said = run("new", dossier, "--example", "heerlen-2024")
    assert said.code == 1
    assert "bestaat al" in one_line(said.err)
    assert dossier.read_bytes() == before


@pytest.mark.parametrize("what", ["text", "nothing", "folder", "half"])
@pytest.mark.parametrize("command", [["check"], ["history"], ["export", "--format", "json"]])
def test_what_is_no_dossier_is_refused(
    run: Run, tmp_path: Path, dossier: Path, what: str, command: list[str]
) -> None:
    path = tmp_path / "ander.prestatie"
    if what == "text":
        path.write_text("geen dossier")
    elif what == "folder":
        path.mkdir()
    elif what == "half":
        path.write_bytes(dossier.read_bytes()[: dossier.stat().st_size // 2])
    out = ["--out", tmp_path / "uit.json"] if command[0] == "export" else []
    said = run(command[0], path, *command[1:], *out)
    assert said.code == 1
    assert "ander.prestatie" in one_line(said.err)
    assert not (tmp_path / "uit.json").exists()


def test_an_item_that_is_not_there_is_named(run: Run, dossier: Path) -> None:
    said = run("history", dossier, "--item", "9.9")
    assert (said.code, said.out) == (1, "")
    assert "9.9" in one_line(said.err)


def test_an_export_to_a_folder_that_is_not_there_is_one_line(run: Run, dossier: Path) -> None:
    said = run("export", dossier, "--format", "json", "--out", dossier / "x" / "uit.json")
    assert said.code == 1
    one_line(said.err)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["new"], "Dit ontbreekt nog: BESTAND."),
        (["print", "agreement", "x"], "Dit ontbreekt nog: --out."),
        (["print", "alles", "x", "--out", "y"], "alles kan niet; kies"),
        (["export", "x", "--format", "xml", "--out", "y"], "xml kan niet; kies json, xlsx."),
        (["export", "x", "--format"], "Achter --format hoort nog iets."),
        (["check", "x", "--json=ja"], "Achter --json hoort niets."),
        (["check", "x", "--jso"], "Dit is onbekend of te veel: --jso."),
        (["prnt", "all", "x"], "Dit is onbekend of te veel: all x."),
    ],
)
def test_wrong_use_is_explained_in_dutch_with_exit_code_2(
    run: Run, argv: list[str], sentence: str
) -> None:
    said = run(*argv)
    assert (said.code, said.out) == (2, "")
    usage, mistake = said.err.splitlines()
    assert usage.startswith("Gebruik: prestatie-desktop")
    assert sentence in mistake


def test_a_mistake_that_argparse_words_otherwise_is_dutch_too() -> None:
    assert in_dutch("something new in argparse") == "Zo is deze opdracht niet te begrijpen."


def test_without_a_screen_the_window_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    said = run()
    assert said.code == 1
    assert "geen scherm" in one_line(said.err)


def test_a_bug_is_one_line_with_its_trace_in_the_log(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("een fout van ons")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("prestatie_desktop.__main__.run", broken)
    said = run("check", "x")
    assert said.code == BUG
    log = next(tmp_path.rglob("prestatie-desktop.log"))
    assert str(log) in one_line(said.err)
    assert "ZeroDivisionError: een fout van ons" in log.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _no_log_left_open() -> Iterator[None]:
    before = list(logging.getLogger().handlers)
    yield
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()


def test_an_interrupt_ends_quietly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("prestatie_desktop.__main__.run", interrupted)
    assert main(["check", "x"]) == 130
    assert capsys.readouterr().err == "prestatie-desktop: Afgebroken.\n"
