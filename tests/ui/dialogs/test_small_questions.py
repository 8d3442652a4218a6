"""Name, moment, number, an old step, a sentence, a mistake of the program, keys, about."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.dialogs import crash
from prestatie_desktop.ui.dialogs.about import AboutDialog, library_lines
from prestatie_desktop.ui.dialogs.go_to import GoToDialog, ask_agreement
from prestatie_desktop.ui.dialogs.moment import MomentDialog, ask_name
from prestatie_desktop.ui.dialogs.old_step import OldStepDialog, may_undo
from prestatie_desktop.ui.dialogs.sentence import SentenceDialog, breakable, tell
from prestatie_desktop.ui.dialogs.shortcuts import ShortcutsDialog
from prestatie_desktop.ui.dialogs.who import WhoDialog
from tests.building import Clock, agreement, small_session
from tests.ui.dialogs.answering import answering, focus
from tests.ui.driving import start as user
from tests.ui.driving.keys import press, type_text


def _shown(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()


def _words(dialog: QWidget) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def _type(text: str) -> None:
    type_text(focus(), text)


def _accept(dialog: QWidget) -> None:
    press(dialog, "Enter")


# Who


def test_the_first_start_asks_name_and_organisation(qtbot: QtBot) -> None:
    dialog = WhoDialog(None)
    _shown(qtbot, dialog)
    _type("J. Coöperatie")
    press(focus(), "Tab")
    _type("  Gemeente  Súdwest ")
    press(focus(), "Enter")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.author() == Author("J. Coöperatie", "Gemeente Súdwest")


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000])
def test_a_name_that_is_none_is_told_in_the_window_itself(qtbot: QtBot, name: str) -> None:
    dialog = WhoDialog(Author("S. Voorbeeld", "Gemeente Heerlen"))
    _shown(qtbot, dialog)
    user.fill(dialog, "Uw naam", name)
    _accept(dialog)
    assert dialog.isVisible()
    assert user.field(dialog, "Uw naam").toolTip() in _words(dialog)
    assert user.field(dialog, "Uw naam").toolTip()


# A moment


def test_a_moment_has_a_name_ready_that_typing_replaces(qtbot: QtBot) -> None:
    assert answering(lambda: ask_name(None), _accept).startswith("Versie voor overleg ")

    def typed(dialog: QWidget) -> None:
        _type("Na het overleg – besluit")
        _accept(dialog)

    assert answering(lambda: ask_name(None), typed) == "Na het overleg – besluit"
    assert answering(lambda: ask_name(None), lambda dialog: press(dialog, "Esc")) == ""


@pytest.mark.parametrize("name", ["", " \t ", "n" * 10_000])
def test_a_moment_needs_a_name_one_can_read(qtbot: QtBot, name: str) -> None:
    dialog = MomentDialog()
    _shown(qtbot, dialog)
    user.fill(dialog, "Naam", name)
    _accept(dialog)
    assert dialog.isVisible()
    assert user.field(dialog, "Naam").toolTip()


# To a number


def test_a_number_is_found_while_it_is_typed(qtbot: QtBot) -> None:
    session = small_session()
    dialog = GoToDialog(session.dossier)
    _shown(qtbot, dialog)
    assert dialog.answer() == "3 afspraken in dit dossier"
    _type("1.")
    assert dialog.answer() == "Er is geen afspraak 1.; wel 1.7, 1.10"
    assert not user.button(dialog, "Tonen").isEnabled()
    _type("10")
    assert "contactpersoon" in dialog.answer()
    press(focus(), "Enter")
    assert dialog.agreement() == agreement(session, "1.10")


@pytest.mark.parametrize("number", ["9.9", "x", "²", "1" * 5_000, "; DROP"])
def test_a_wrong_number_says_so_and_goes_nowhere(qtbot: QtBot, number: str) -> None:
    dialog = GoToDialog(small_session().dossier)
    _shown(qtbot, dialog)
    user.fill(dialog, "Nummer", number)
    assert dialog.answer().startswith("Er is geen afspraak ")
    _accept(dialog)
    assert dialog.isVisible()


def test_going_to_a_number_gives_the_agreement_or_nothing(qtbot: QtBot) -> None:
    session = small_session()

    def typed(dialog: QWidget) -> None:
        _type("1.07")
        _accept(dialog)

    assert answering(lambda: ask_agreement(None, session.dossier), typed) == agreement(
        session, "1.7"
    )
    escaped = answering(lambda: ask_agreement(None, session.dossier), lambda d: press(d, "Esc"))
    assert escaped is None


# An old step


def test_a_step_of_before_this_window_is_named_with_person_and_day(qtbot: QtBot) -> None:
    clock = Clock()
    session = small_session(clock=clock)
    agreements.set_text(session.dossier, agreement(session, "1.7").id, "<p>x</p>")
    clock.now += timedelta(days=2)
    later = Session(session.store, Author("T. Proef"), now=clock)
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        seen.append(_words(dialog))
        press(dialog, "Esc")

    assert answering(lambda: may_undo(None, later), look) is False
    assert "Rij Zuidrand toegevoegd aan Nieuwbouw" in seen[0]
    assert "S. Voorbeeld, Gemeente Veldhoven op 3 november 2025" in seen[0]
    assert answering(lambda: may_undo(None, later), _accept) is True


def test_a_step_of_this_window_is_undone_without_a_question(qtbot: QtBot) -> None:
    assert may_undo(None, small_session()) is True
    assert QApplication.activeModalWidget() is None


# A sentence


def test_a_sentence_is_read_out_and_closed_with_any_usual_key(qtbot: QtBot) -> None:
    sentence = "Dit bestand is geen dossier."
    heard: list[str] = []

    def look(dialog: QWidget) -> None:
        heard.append(dialog.accessibleDescription())
        press(focus(), "Space")

    answering(lambda: tell(None, sentence), look)
    assert heard == [sentence]


def test_a_sentence_with_an_endless_name_stays_a_window_of_a_normal_size(qtbot: QtBot) -> None:
    dialog = SentenceDialog("Niet gevonden: /" + "map" * 5_000 + "/a.prestatie")
    _shown(qtbot, dialog)
    assert dialog.width() <= 700
    assert dialog.height() <= 700


def test_only_breaking_places_are_added_to_a_sentence() -> None:
    sentence = "Het bestand C:\\mijn map\\a.prestatie en /srv/" + "x" * 100 + " kan niet."
    assert breakable(sentence).replace("\u200b", "") == sentence


# A mistake of the program


def test_a_mistake_tells_what_was_kept_and_where_the_log_is_and_shows_no_trace(
    qtbot: QtBot,
) -> None:
    error = _raised()
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        seen.append(_words(dialog).replace("\u200b", ""))
        user.click(dialog, "Gegevens kopiëren")
        press(dialog, "Esc")

    answering(lambda: _crash_and_wait(qtbot, error), look)
    assert "staat in het bestand" in seen[0]
    assert "prestatie-desktop.log" in seen[0]
    assert "Traceback" not in seen[0]
    assert "geheim" not in seen[0]
    assert "geheim" in QGuiApplication.clipboard().text()


def test_a_mistake_while_a_dialog_is_open_is_told_above_it(qtbot: QtBot) -> None:
    below = MomentDialog()
    titles: list[str] = []

    def look(dialog: QWidget) -> None:
        titles.append(dialog.windowTitle())
        press(dialog, "Enter")

    def open_and_fail(_dialog: QWidget) -> None:
        answering(lambda: _crash_and_wait(qtbot, _raised()), look)
        below.reject()

    answering(below.exec, open_and_fail)
    assert titles == ["Er ging iets mis in het programma"]


def test_mistakes_that_follow_each_other_are_told_once(qtbot: QtBot) -> None:
    count: list[int] = []

    def look(dialog: QWidget) -> None:
        crash.show_crash(_raised())
        QApplication.processEvents()
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, crash.CrashDialog)]
        count.append(sum(1 for one in dialogs if one.isVisible()))
        press(dialog, "Enter")

    answering(lambda: _crash_and_wait(qtbot, _raised()), look)
    assert count == [1]


def _raised() -> Exception:
    try:
        int("geheim")
    except ValueError as error:
        return error
    raise AssertionError


def _crash_and_wait(qtbot: QtBot, error: Exception) -> None:
    crash.show_crash(error)
    # The dialog runs within this wait, until it is answered.
    qtbot.wait(50)


# Keys and about


def test_every_key_of_the_menu_is_on_the_sheet(qtbot: QtBot) -> None:
    lines = (("Bestand", "Nieuw dossier", "Ctrl+N"), ("Help", "Sneltoetsen", "F1, Ctrl+/"))
    dialog = ShortcutsDialog(lines)
    _shown(qtbot, dialog)
    assert all(part in _words(dialog) for line in lines for part in line)
    press(dialog, "Esc")
    assert not dialog.isVisible()


def test_about_names_the_versions_and_licences_of_all_it_is_made_of(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    _shown(qtbot, dialog)
    assert "bestandsversie 1" in _words(dialog)
    assert "EUPL-1.2" in _words(dialog)
    lines = library_lines()
    assert all(version and version != "niet geïnstalleerd" for _, version, _ in lines)
    assert {"Qt voor Python", "SQLAlchemy", "ReportLab"} <= {name for name, _, _ in lines}


def test_the_old_step_dialog_can_be_answered_with_the_keyboard(qtbot: QtBot) -> None:
    step = small_session().to_undo
    assert step is not None
    dialog = OldStepDialog(step)
    _shown(qtbot, dialog)
    assert QApplication.focusWidget() is user.button(dialog, "Ongedaan maken")
