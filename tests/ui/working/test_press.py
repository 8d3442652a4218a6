"""Work beside the window: its order, its errors, and what it must leave to the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.working.press import LongWork, Press
from tests.ui.driving.printing import wait_until


@pytest.fixture
def press(qtbot: QtBot) -> Iterator[Press]:
    press = Press()
    yield press
    press.stop()


def hold(press: Press, gate: threading.Event) -> None:
    """Keep it at work until the gate opens."""
    begun = threading.Event()

    def wait() -> bool:
        begun.set()
        return gate.wait()

    press.ask("held", wait)
    wait_until(begun.is_set)


def test_urgent_work_goes_first_and_of_one_key_only_the_last_is_done(press: Press) -> None:
    made: list[tuple[object, object]] = []
    press.made.connect(lambda key, result: made.append((key, result)))
    gate = threading.Event()

    hold(press, gate)
    press.ask("b", lambda: 1)
    press.ask("c", lambda: 2)
    press.ask("b", lambda: 3)
    press.ask("urgent", lambda: 4, urgent=True)
    gate.set()
    wait_until(lambda: len(made) == 4)

    assert made == [("held", True), ("urgent", 4), ("c", 2), ("b", 3)]


def test_an_error_comes_back_and_the_rest_goes_on(press: Press) -> None:
    failed: list[tuple[object, str]] = []
    made: list[object] = []
    press.failed.connect(lambda key, error: failed.append((key, str(error))))
    press.made.connect(lambda key, _: made.append(key))

    press.ask("bad", _fail)
    press.ask("good", lambda: None)
    wait_until(lambda: bool(made))

    assert failed == [("bad", "stuk")]
    assert made == ["good"]


def _fail() -> None:
    raise ValueError("stuk")


def test_it_works_again_after_a_rest(press: Press) -> None:
    made: list[object] = []
    press.made.connect(lambda key, _: made.append(key))

    for key in range(20):
        press.ask(key, lambda: None)
        wait_until(lambda key=key: key in made)  # type: ignore[misc]

    assert made == list(range(20))
    assert not press.is_busy()


def test_stopping_drops_what_was_not_begun(press: Press) -> None:
    made: list[object] = []
    press.made.connect(lambda key, _: made.append(key))
    gate = threading.Event()
    hold(press, gate)
    press.ask("waiting", lambda: None)

    press.forget()
    gate.set()
    wait_until(lambda: bool(made))
    press.stop()

    assert made == ["held"]


def test_a_widget_nobody_uses_is_never_taken_apart_by_the_thread_that_works(press: Press) -> None:
    window = threading.get_ident()
    by: list[int] = []

    class Forgotten(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self  # only the collector finds it

        def __del__(self) -> None:
            by.append(threading.get_ident())

    def busy() -> None:
        for _ in range(200_000):
            one: list[object] = []
            one.append(one)

    made: list[object] = []
    press.made.connect(lambda key, _: made.append(key))
    gate = threading.Event()
    hold(press, gate)
    for _ in range(20):
        Forgotten()
    press.ask("busy", busy)
    gate.set()
    wait_until(lambda: "busy" in made)
    gc.collect()

    assert by == [window] * 20


def test_afterwards_python_collects_as_before(press: Press) -> None:
    gc.enable()
    made: list[object] = []
    press.made.connect(lambda key, _: made.append(key))

    press.ask("one", gc.isenabled)
    wait_until(lambda: bool(made))
    wait_until(gc.isenabled)


def test_long_work_tells_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    ended: list[object] = []
    gate = threading.Event()

    def job(step, stopping):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        step("Blad 1 van 2", 0, 2)
        gate.wait()
        return "gestopt" if stopping() else "klaar"

    long = LongWork(job)
    long.progressed.connect(lambda *step: told.append(step))
    long.succeeded.connect(ended.append)
    long.begin()
    wait_until(lambda: bool(told))
    long.ask_to_stop()
    gate.set()
    wait_until(lambda: bool(ended))
    long.stop()

    assert told == [("Blad 1 van 2", 0, 2)]
    assert ended == ["gestopt"]
    assert long.was_stopped
