"""A new dossier, from the first key to the plan it is made from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.filling.template import NewDossier, NewTenants, new_dossier
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.ui.dialogs.new_dossier import NewDossierDialog
from prestatie_desktop.ui.dialogs.new_dossier_plan import (
    municipality_names,
    name_flaw,
    names_in,
    safe_file_name,
    year_flaw,
)
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.settings import Settings
from tests.ui.dialogs.answering import focus
from tests.ui.driving import start as user
from tests.ui.driving.keys import press, type_text


class _Window(QWidget):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


@pytest.fixture
def dialog(qtbot: QtBot) -> NewDossierDialog:
    return _opened(qtbot, NewDossierDialog())


def _opened(qtbot: QtBot, made: NewDossierDialog) -> NewDossierDialog:
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _type(text: str) -> None:
    type_text(focus(), text)


def _press(keys: str) -> None:
    press(focus(), keys)
    QApplication.processEvents()


def _problem(dialog: NewDossierDialog) -> str:
    return dialog._problem.sentence()


def test_with_the_keyboard_alone_a_dossier_is_ready(dialog: NewDossierDialog) -> None:
    _type("Heerlen")
    user.click(dialog, "Volgende")
    _type("Woonpunt\nWonen Zuid")
    user.click(dialog, "Volgende")
    _type("Huurdersraad Woonpunt\nBewonersraad")
    user.click(dialog, "Volgende")
    _press("Space")
    user.click(dialog, "Dossier maken")

    plan = dialog.plan()
    assert dialog.result() == NewDossierDialog.DialogCode.Accepted
    assert plan.municipalities == ("Gemeente Heerlen",)
    assert plan.corporations == ("Woonpunt", "Wonen Zuid")
    assert plan.tenants == (
        NewTenants(name="Huurdersraad Woonpunt", represents=("Woonpunt",)),
        NewTenants(name="Bewonersraad"),
    )
    assert plan.themes[0].title == "Betaalbaarheid"
    assert len(plan.themes) == 5
    assert dialog.file_name() == f"Prestatieafspraken Heerlen {plan.first_year}.prestatie"


def test_enter_on_a_one_line_field_goes_to_the_next_step(dialog: NewDossierDialog) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.field(dialog, "Eerste jaar").setFocus()
    _press("Enter")
    assert user.box(dialog, "Woningcorporaties").isVisible()


def test_a_list_of_names_can_be_pasted(dialog: NewDossierDialog) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.click(dialog, "Volgende")
    user.paste(user.box(dialog, "Woningcorporaties"), "• Woonpunt\r\n\r\n  Wonen  Zuid \n- Weller")
    assert dialog.plan().corporations == ("Woonpunt", "Wonen Zuid", "Weller")


def test_without_a_municipality_it_says_so_and_stays(dialog: NewDossierDialog) -> None:
    user.click(dialog, "Volgende")
    assert _problem(dialog) == "Noem minstens één gemeente."
    assert user.box(dialog, "Gemeente").hasFocus()
    _type("Heerlen")
    assert _problem(dialog) == ""


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Woonpunt\nwoonpunt", "Woonpunt staat er meer dan eens."),
        ("gemeente heerlen", "staat al bij een andere soort partij"),
        ("Woningcorporaties", "is de naam van de groep zelf"),
        ("W" * 10_000, "is langer dan 200 tekens"),
        ("\n".join(f"C{n}" for n in range(300)), "meer dan 200"),
    ],
)
def test_names_that_cannot_be_are_told_on_the_page(
    dialog: NewDossierDialog, names: str, said: str
) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.click(dialog, "Volgende")
    user.fill(dialog, "Woningcorporaties", names)
    user.click(dialog, "Volgende")
    assert said in _problem(dialog)
    assert user.box(dialog, "Woningcorporaties").isVisible()


@pytest.mark.parametrize("year", ["", "twee", "26", "9999", "²"])
def test_a_year_that_is_none_is_marked(dialog: NewDossierDialog, year: str) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.fill(dialog, "Eerste jaar", year)
    user.click(dialog, "Volgende")
    assert "jaar" in _problem(dialog)
    assert user.field(dialog, "Eerste jaar").toolTip() == _problem(dialog)


def test_a_framework_has_a_last_year_and_no_framework_of_its_own(
    dialog: NewDossierDialog,
) -> None:
    user.fill(dialog, "Gemeente", "Heerlen\nLandgraaf")
    user.fill(dialog, "Eerste jaar", "2026")
    assert not user.field(dialog, "Laatste jaar").isVisible()
    user.choose(dialog, "Soort", "Meerjarenkader")
    plan = dialog.plan()
    assert (plan.kind, plan.first_year, plan.last_year) == (SetKind.FRAMEWORK, 2026, 2029)
    assert not user.field(dialog, "Titel van het kader").isVisible()
    assert dialog.file_name() == "Prestatieafspraken Heerlen en Landgraaf 2026 – 2029.prestatie"


def test_a_title_of_ones_own_names_the_dossier_and_its_file(dialog: NewDossierDialog) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.fill(dialog, "Titel", "Wonen: samen / 2026 ‘één’")
    assert dialog.plan().title == "Wonen: samen / 2026 ‘één’"
    assert dialog.file_name() == "Wonen- samen - 2026 ‘één’.prestatie"


def test_a_tenants_organisation_can_speak_for_another_corporation_or_all(
    dialog: NewDossierDialog,
) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.click(dialog, "Volgende")
    user.fill(dialog, "Woningcorporaties", "Woonpunt\nWeller")
    user.click(dialog, "Volgende")
    user.fill(dialog, "Huurdersorganisaties", "Huurders Woonpunt\nKoepel")
    user.choose(dialog, "Huurders Woonpunt spreekt namens de huurders van", "Weller")
    user.choose(dialog, "Koepel spreekt namens de huurders van", "Alle corporaties")
    represented = {tenants.name: tenants.represents for tenants in dialog.plan().tenants}
    assert represented == {"Huurders Woonpunt": ("Weller",), "Koepel": ("Woonpunt", "Weller")}


def test_a_corporation_taken_away_again_is_not_spoken_for(dialog: NewDossierDialog) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.click(dialog, "Volgende")
    user.fill(dialog, "Woningcorporaties", "Woonpunt\nWeller")
    user.click(dialog, "Volgende")
    user.fill(dialog, "Huurdersorganisaties", "Huurders Weller")
    user.click(dialog, "2 Corporaties")
    user.fill(dialog, "Woningcorporaties", "Woonpunt")
    user.click(dialog, "4 Thema’s")
    user.click(dialog, "Dossier maken")
    assert dialog.result() == NewDossierDialog.DialogCode.Accepted
    assert dialog.plan().tenants == (NewTenants(name="Huurders Weller"),)


def test_themes_change_places_with_alt_and_an_arrow(dialog: NewDossierDialog) -> None:
    user.fill(dialog, "Gemeente", "Heerlen")
    user.click(dialog, "4 Thema’s")
    _press("Alt+Down")
    assert dialog.plan().themes[0].title == "Betaalbaarheid"
    _press("Alt+Up")
    _press("Alt+Up")
    assert dialog.plan().themes[0].title.startswith("Beschikbaarheid")


def test_a_later_step_cannot_be_jumped_to_past_a_mistake(dialog: NewDossierDialog) -> None:
    user.click(dialog, "4 Thema’s")
    assert _problem(dialog) == "Noem minstens één gemeente."
    assert user.box(dialog, "Gemeente").isVisible()
    assert user.button(dialog, "1 Waarover").isChecked()


def test_it_begins_with_the_municipality_one_works_for(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.author = Author("S. Voorbeeld", "Gemeente Veldhoven")
    window = _Window(settings)
    qtbot.addWidget(window)
    dialog = _opened(qtbot, NewDossierDialog(window))
    assert dialog.plan().municipalities == ("Gemeente Veldhoven",)


def test_it_fits_on_a_small_screen_at_large_text(qtbot: QtBot, look: Theme) -> None:
    look.set_scale(2.0)
    dialog = _opened(qtbot, NewDossierDialog())
    assert dialog.minimumSizeHint().width() <= 1280
    assert dialog.minimumSizeHint().height() <= 720


_LINES = st.text(st.characters(codec="utf-8") | st.sampled_from("\nAaGemeente \t•"), max_size=60)


@given(_LINES, _LINES, _LINES, st.text(max_size=5), st.text(max_size=5))
def test_what_is_not_refused_on_the_page_can_be_made(
    municipalities: str, corporations: str, tenants: str, first: str, last: str
) -> None:
    towns, houses = municipality_names(municipalities), names_in(corporations)
    flaws = (
        name_flaw("municipalities", towns),
        name_flaw("corporations", houses, towns),
        name_flaw("tenants", names_in(tenants), (*towns, *houses)),
        year_flaw(first, last),
    )
    if any(flaws):
        return
    plan = NewDossier(
        first_year=int(first),
        last_year=int(last or first),
        municipalities=towns,
        corporations=houses,
        tenants=tuple(NewTenants(name=name) for name in names_in(tenants)),
    )
    assert new_dossier(plan).changes


@given(st.text())
def test_every_title_gives_a_name_a_file_can_have(title: str) -> None:
    name = safe_file_name(title)
    assert name
    assert len(name) <= 100
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert not name.startswith(".")
    assert name == name.strip()
