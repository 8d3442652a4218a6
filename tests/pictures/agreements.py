"""The room Afspraken."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.journal.edits import agreements
from tests.pictures.stage import Stage
from tests.pictures.studio import Studio


def scenes(stage: Stage) -> None:
    """Themes, the text, writing, the history, finding, menus."""
    studio = stage.on("example")
    studio.room("agreements")
    studio.take("afspraken")
    room = studio.room("agreements")
    for theme in studio.desk.dossier.themes[1:]:
        room.show_tab(theme.id)
        studio.take(f"afspraken-thema-{theme.number}")
    room.show_tab("text")
    studio.take("afspraken-tekst")
    _history(studio)
    _writing(studio)
    _finding(studio)
    _menus(studio)
    _filtered(studio)


def _history(studio: Studio) -> None:
    dossier = studio.desk.dossier
    found = next(a for a in dossier.all(Agreement) if a.number == "1.11")
    studio.workspace.show_item(found.id)
    inspector = studio.room("agreements").inspector
    for key in ("fields", "roles", "signing", "note"):
        inspector.section(key).set_folded(True)
    inspector.section("history").set_folded(False)
    studio.take("afspraken-geschiedenis")
    for key in ("fields", "roles", "signing", "note"):
        inspector.section(key).set_folded(False)


def _writing(studio: Studio) -> None:
    card = studio.room("agreements").page.card
    card.edit()
    studio.take("afspraken-schrijven")
    studio.desk.bridge.do(
        agreements.set_planning, studio.desk.chosen_item, "Voor de zomer van 2024"
    )
    studio.desk.happened.emit("Afspraak 1.11 is verplaatst naar thema 2", True)
    studio.take("afspraken-melding")
    studio.workspace._toast.hide()


def _finding(studio: Studio) -> None:
    box = studio.workspace.header.find_box
    studio.act("find")()
    QTest.keyClicks(box, "huurders")
    studio.take("afspraken-zoeken")
    box.selectAll()
    QTest.keyClicks(box, "zwembad")
    studio.take("afspraken-zoeken-niets")
    box.clear()
    studio.room("agreements").page.list.setFocus()


def _menus(studio: Studio) -> None:
    room = studio.room("agreements")
    place = room.page.card.mapToGlobal(QPoint(60, 40))
    studio.take_menu("afspraken-menu", lambda: room.page.open_menu(place))
    bar = room.tabs.bar()
    corner = bar.mapToGlobal(QPoint(120, 50))
    theme = studio.desk.dossier.themes[0].id
    studio.take_menu("afspraken-menu-thema", lambda: room._open_tab_menu(theme, corner))
    for action in studio.window.menuBar().actions():
        name = action.text().replace("&", "").lower()
        at = studio.window.menuBar().actionGeometry(action).bottomLeft()
        where = studio.window.menuBar().mapToGlobal(at)
        studio.take_menu(f"menu-{name}", partial(_popup, action, where))


def _popup(action: QAction, where: QPoint) -> None:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.popup(where)


def _filtered(studio: Studio) -> None:
    party = studio.desk.dossier.parties[2]
    studio.desk.filter_on(party.id)
    studio.take("afspraken-een-organisatie")
    studio.desk.filter_on("")
    studio.room("agreements").toggle_inspector()
    studio.take("afspraken-zonder-paneel")
    studio.room("agreements").toggle_inspector()
