import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

import prestatie_desktop.ui
from prestatie_desktop.paths import resources
from prestatie_desktop.ui.look.icons import codepoints, icon
from prestatie_desktop.ui.look.states import FINDING, STATUS
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.look.tokens import DARK, LIGHT


def test_the_list_of_names_and_the_font_are_of_one_make() -> None:
    names = (resources() / "icons" / "names.txt").read_text(encoding="utf-8").split()
    assert sorted(names) == sorted(codepoints())
    assert (resources() / "icons" / "LICENSE-Apache-2.0.txt").is_file()


def test_every_state_has_an_icon_we_ship() -> None:
    assert {state.glyph for state in (*STATUS.values(), *FINDING.values())} <= set(codepoints())


def test_every_icon_named_in_the_source_is_shipped() -> None:
    named = re.compile(r'(?:Pic|Tool|icon|Chip)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"')
    folder = Path(prestatie_desktop.ui.__file__).parent
    found = {
        name
        for path in folder.rglob("*.py")
        for name in named.findall(path.read_text(encoding="utf-8"))
    }
    assert found
    assert found <= set(codepoints())


def test_an_icon_is_drawn_in_the_colours_in_force(look: Theme) -> None:
    check = icon("checkbox-marked", "ok")
    for appearance, palette in ((Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)):
        look.set_appearance(appearance)
        image = check.pixmap(QSize(32, 32)).toImage()
        assert image.pixelColor(6, 16).name().upper() == palette.ok


def test_a_copied_icon_still_draws(look: Theme) -> None:
    copied = QIcon(icon("undo"))
    # Adding to a copy makes it clone its engine.
    copied.addPixmap(copied.pixmap(QSize(18, 18)))
    assert not copied.pixmap(QSize(18, 18)).isNull()


def test_an_unknown_icon_is_found_out_at_once(look: Theme, qtbot: QtBot) -> None:
    with pytest.raises(AssertionError, match="no-such-icon"):
        icon("no-such-icon")
