import pytest
from pytestqt.modeltest import ModelTester

from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind
from prestatie_desktop.journal.edits import parties, series
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.series_table import LABEL, TOTAL, SeriesTable
from tests.building import party


@pytest.fixture
def table(bridge: Bridge, session: Session) -> SeriesTable:
    columns = [
        SeriesColumn("w", "Woonhuis", party(session, "Woonhuis").id),
        SeriesColumn("t", "Thuisborg", party(session, "Thuisborg").id),
    ]
    bridge.do(
        series.add_series,
        session.dossier.themes[0].id,
        "Woningen met een EFG-label",
        SeriesKind.SERIES,
        columns,
        row_label="Jaar",
        with_totals=True,
        rows=[("2026", ["1.417", "t.b."]), ("2027", ["900", "12"])],
    )
    return SeriesTable(bridge, session.dossier.all(Series)[0].id)


def row(table: SeriesTable, at: int) -> list[str]:
    return [table.shown(table.ids[at], head.key) for head in table.heads]


def test_it_behaves_as_a_model(qtmodeltester: ModelTester, table: SeriesTable) -> None:
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]


def test_columns_carry_the_present_name_of_their_party(
    table: SeriesTable, bridge: Bridge, session: Session
) -> None:
    bridge.do(parties.edit_party, party(session, "Woonhuis").id, name="Woonhuis Zuid")
    assert [head.title for head in table.heads] == ["Jaar", "Woonhuis Zuid", "Thuisborg", "Totaal"]


def test_totals_leave_out_what_is_unknown_and_say_so(table: SeriesTable) -> None:
    assert row(table, 0) == ["2026", "1.417", "nog te bepalen", "1.417"]
    assert "1 rij onbekend" in table.tip(table.ids[0], TOTAL)
    (line,) = table.footer()
    assert line.figures == {"w": "2.317", "t": "12", TOTAL: "2.329"}
    assert "1 rij onbekend niet meegeteld" in line.second


def test_cells_rows_and_labels_are_pasted_in_one_step(table: SeriesTable, bridge: Bridge) -> None:
    assert table.paste(1, 0, [["2028", "800", "10"], ["2029", "700,5", "pm"]], [(1, 0)])
    assert row(table, 1)[:3] == ["2028", "800", "10"]
    assert row(table, 2)[:3] == ["2029", "700,5", "pro memorie"]
    bridge.undo()
    assert len(table.ids) == 2
    assert row(table, 1)[:3] == ["2027", "900", "12"]


def test_the_total_cannot_be_written(table: SeriesTable, refusals: list[str]) -> None:
    assert not table.paste(0, 3, [["5"]], [(0, 3)])
    assert "Totaal" in refusals[0]


def test_a_new_row_is_the_next_year(table: SeriesTable) -> None:
    row_id = table.add_row()
    assert table.shown(row_id, LABEL) == "2028"


def test_a_total_that_is_no_sum_is_told(table: SeriesTable) -> None:
    assert table.warnings() == ()
    table.paste(2, 0, [["Totaal", "2.000", "12"]], [(2, 0)])
    (warning,) = table.warnings()
    assert "Woonhuis" in warning
    assert "2.317" in warning


def test_rows_move_and_go_and_come_back(table: SeriesTable, bridge: Bridge) -> None:
    assert table.move(0, 1)
    assert row(table, 0)[0] == "2027"
    table.remove([0])
    assert [table.shown(each, LABEL) for each in table.ids] == ["2026"]
    bridge.undo()
    bridge.undo()
    assert row(table, 0)[0] == "2026"


def test_columns_come_and_go(table: SeriesTable, bridge: Bridge) -> None:
    bridge.do(series.add_column, table.series_id, "Overig")
    assert [head.title for head in table.heads][-2:] == ["Overig", "Totaal"]
    bridge.do(series.remove_column, table.series_id, "w")
    assert [head.title for head in table.heads] == ["Jaar", "Thuisborg", "Overig", "Totaal"]


def test_figures_are_sorted_by_size(table: SeriesTable) -> None:
    table.sort_on("w")
    assert row(table, 0)[0] == "2027"
    table.sort_on("t")
    assert row(table, 1)[2] == "nog te bepalen"


def test_a_table_that_is_removed_is_empty(table: SeriesTable, bridge: Bridge) -> None:
    bridge.do(series.remove_series, table.series_id)
    assert table.rowCount() == 0
    assert table.footer() == ()
    assert table.warnings() == ()
    assert table.reading("", "w", "3") == ""
    bridge.undo()
    assert table.rowCount() == 2
