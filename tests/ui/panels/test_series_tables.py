import pytest
from PySide6.QtWidgets import QLabel

from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind
from prestatie_desktop.journal.edits import series
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.panels.column_dialog import ColumnDialog
from prestatie_desktop.ui.panels.kind_dialog import KindDialog
from prestatie_desktop.ui.panels.series_dialog import SeriesDialog
from prestatie_desktop.ui.panels.series_tables import SeriesTables
from tests.building import party
from tests.ui.driving import tables as user
from tests.ui.driving.keys import press, type_text
from tests.ui.panels.conftest import Show


@pytest.fixture
def panel(desk: Desk, session: Session, show: Show) -> SeriesTables:
    made = SeriesTables(desk, session.dossier.themes[0].id)
    show(made)
    return made


def add(desk: Desk, session: Session, title: str) -> None:
    columns = [SeriesColumn("w", "Woonhuis", party(session, "Woonhuis").id)]
    desk.bridge.do(
        series.add_series,
        session.dossier.themes[0].id,
        title,
        SeriesKind.SERIES,
        columns,
        row_label="Jaar",
        with_totals=True,
        rows=[("2026", ["12"])],
    )


def texts(panel: SeriesTables) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_tables_come_and_go_with_the_dossier(
    panel: SeriesTables, desk: Desk, session: Session
) -> None:
    add(desk, session, "EFG-labels")
    add(desk, session, "Wachttijd")
    user.settle()
    assert {"EFG-labels", "Wachttijd"} <= set(texts(panel))
    first = panel.panels()[0]
    desk.bridge.do(series.remove_series, session.dossier.all(Series)[1].id)
    user.settle()
    assert panel.panels() == (first,)
    desk.bridge.undo()
    assert len(panel.panels()) == 2


def test_a_figure_is_typed_and_the_totals_follow(
    panel: SeriesTables, desk: Desk, session: Session
) -> None:
    add(desk, session, "EFG-labels")
    user.settle()
    table = user.table_named(panel, "EFG-labels")
    user.type_in(table, 0, "Woonhuis", "1.417")
    assert user.column(table, "Totaal") == ["1.417"]
    assert "1.417" in user.total(table)


def test_the_next_year_is_one_key_away(panel: SeriesTables, desk: Desk, session: Session) -> None:
    add(desk, session, "EFG-labels")
    user.settle()
    table = user.table_named(panel, "EFG-labels")
    user.keys(table, "Ctrl+Enter")
    press(user.editor(table), "Enter")
    user.settle()
    assert user.column(table, "Jaar") == ["2026", "2027"]


def test_a_menu_takes_a_column_out(panel: SeriesTables, desk: Desk, session: Session) -> None:
    add(desk, session, "EFG-labels")
    user.settle()
    menu = panel.panels()[0].menu()
    removing = menu.actions()[2].menu()
    assert [action.text() for action in removing.actions()] == ["Woonhuis"]  # type: ignore[attr-defined]
    removing.actions()[0].trigger()  # type: ignore[attr-defined]
    assert session.dossier.all(Series)[0].columns == ()
    menu.deleteLater()


def test_the_dialog_asks_for_a_title_and_a_real_day(panel: SeriesTables, session: Session) -> None:
    dialog = SeriesDialog(None, panel)
    done = dialog.default_button()
    assert done is not None
    assert not done.isEnabled()
    type_text(dialog.name, "Voorraad")
    assert done.isEnabled()
    dialog.day.setText("31-31-2025")
    assert not done.isEnabled()
    dialog.day.setText("31-12-2025")
    dialog.kind.setCurrentIndex(1)
    answer = dialog.answer()
    assert (answer.title, answer.row_label) == ("Voorraad", "Categorie")
    assert answer.reference_date is not None
    dialog.deleteLater()


def test_a_column_is_a_party_or_has_words(
    panel: SeriesTables, desk: Desk, session: Session
) -> None:
    add(desk, session, "EFG-labels")
    dialog = ColumnDialog(session.dossier, session.dossier.all(Series)[0], panel)
    names = [dialog.party.itemText(at) for at in range(dialog.party.count())]
    assert "Woonhuis" not in names
    dialog.party.setCurrentIndex(names.index("Thuisborg"))
    assert dialog.answer() == ("Thuisborg", party(session, "Thuisborg").id)
    dialog.party.setCurrentIndex(0)
    type_text(dialog.words, "Overig")
    assert dialog.answer() == ("Overig", "")
    dialog.deleteLater()


def test_a_kind_needs_a_name(panel: SeriesTables) -> None:
    dialog = KindDialog(None, panel)
    done = dialog.default_button()
    assert done is not None
    assert not done.isEnabled()
    type_text(dialog.name, "Warmtenet")
    assert done.isEnabled()
    assert dialog.answer().label == "Warmtenet"
    dialog.deleteLater()
