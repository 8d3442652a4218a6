"""The message about what was done takes back just that, and goes when it no longer can."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from prestatie_desktop.cli import run
from prestatie_desktop.ui.widgets.toast import Toast
from tests.ui.driver import App
from tests.ui.driving import agreements


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    path = tmp_path / "Voorbeeld.prestatie"
    assert run(["new", str(path), "--example", "heerlen-2024"]) == 0
    app = App(tmp_path)
    app.open(path)
    agreements.click_row(app.window, "1.8")
    agreements.press_on_row(app.window, "Del")
    assert "1.8" not in agreements.numbers(app.window)
    yield app
    app.close()


def message(app: App) -> Toast:
    assert app.window.workspace is not None
    toast = app.window.workspace.findChild(Toast)
    assert isinstance(toast, Toast)
    return toast


def test_what_was_done_is_taken_back_from_its_message(app: App) -> None:
    message(app).link().click()
    assert "1.8" in agreements.numbers(app.window)


def test_the_message_goes_when_something_else_is_done(app: App) -> None:
    agreements.write(app.window, " Ook dit.")
    assert message(app).isVisible()
    app.wait(until=lambda: not message(app).isVisible())
    assert "1.8" not in agreements.numbers(app.window)


def test_what_is_typed_meanwhile_is_not_taken_back_instead(app: App) -> None:
    agreements.write(app.window, " Ook dit.")
    message(app).link().click()
    assert agreements.text(app.window).endswith(" Ook dit.")
    assert "1.8" not in agreements.numbers(app.window)
