"""A bug of the program ends in the log, once."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from prestatie_desktop import app
from prestatie_desktop.errors import UserError
from prestatie_desktop.log import log_bug, log_file, start_log


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("prestatie_desktop.log.user_log", lambda: tmp_path)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    before = logging.getLogger().handlers[:]
    yield tmp_path / "prestatie-desktop.log"
    for handler in logging.getLogger().handlers[:]:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()


def bug() -> Exception:
    try:
        int("een fout van ons")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_bug_in_the_window_is_in_the_log_and_on_the_screen(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[BaseException] = []
    monkeypatch.setattr("prestatie_desktop.ui.dialogs.crash.show_crash", shown.append)
    error = bug()
    app._crash(ValueError, error, error.__traceback__)

    assert shown == [error]
    assert (
        "ValueError: invalid literal for int() with base 10: 'een fout van ons'"
        in log.read_text(encoding="utf-8")
    )


def test_in_a_terminal_a_bug_of_the_window_is_told_once(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("prestatie_desktop.ui.dialogs.crash.show_crash", lambda _: None)
    monkeypatch.setattr(sys, "excepthook", app._crash)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    error = bug()
    app._crash(ValueError, error, error.__traceback__)

    assert log.read_text(encoding="utf-8").count("ERROR") == 1
    assert capsys.readouterr().err.count("Traceback") == 1


def test_what_a_user_can_act_on_is_a_sentence_even_where_nobody_caught_it(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("prestatie_desktop.ui.dialogs.crash.show_sentence", told.append)
    app._crash(UserError, UserError("De schijf is weg."), None)

    assert told == ["De schijf is weg."]
    assert not log.exists()


def test_a_log_that_is_started_twice_writes_every_line_once(log: Path) -> None:
    start_log()
    start_log()
    log_bug(bug())
    assert log_file() == log
    assert log.read_text(encoding="utf-8").count("ERROR") == 1


def test_without_a_place_for_a_log_the_program_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").touch()
    monkeypatch.setattr("prestatie_desktop.log.user_log", lambda: tmp_path / "bestand" / "log")
    log_bug(bug())
    assert capsys.readouterr().err == ""
