import time
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.rank import spread
from prestatie_desktop.journal.edits import bods, commitments
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.bridge import Bridge
from prestatie_desktop.ui.models.commitment_columns import (
    bod_columns,
    free_columns,
    project_columns,
)
from prestatie_desktop.ui.models.commitment_table import CommitmentTable
from prestatie_desktop.ui.models.tsv import from_tsv
from tests.building import SECRETARY, party, project

WIDE = ("location", "homes", "dwelling_type", "accessibility", "price", "corporation_id")


def cells(table: CommitmentTable, key: str) -> list[str]:
    return [table.shown(row_id, key) for row_id in table.ids]


def write(table: CommitmentTable, row: int, key: str, text: str) -> bool:
    return table.setData(table.index(row, table.column_of(key)), text)


def test_it_behaves_as_a_model(qtmodeltester: ModelTester, table: CommitmentTable) -> None:
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    table.sort_on("homes", down=True)
    table.set_limit(1)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]


def test_a_number_keeps_what_was_typed_and_shows_it_short(table: CommitmentTable) -> None:
    write(table, 0, "homes", "ca. 48 woningen")
    assert table.shown(table.ids[0], "homes") == "ca. 48"
    assert table.raw(table.ids[0], "homes") == "ca. 48 woningen"


def test_typing_the_same_is_no_step(table: CommitmentTable, session: Session) -> None:
    head = session.head
    assert not write(table, 0, "homes", "40")
    assert session.head == head


def test_a_corporation_is_known_by_any_of_its_names(
    table: CommitmentTable, session: Session, refusals: list[str]
) -> None:
    write(table, 0, "corporation_id", "  thuisborg ")
    assert project(session, "Kerkveld").corporation_id == party(session, "Thuisborg").id
    assert write(table, 0, "corporation_id", "woonh")
    assert table.shown(table.ids[0], "corporation_id") == "Woonhuis"
    assert refusals == []


def test_an_unknown_corporation_is_refused_with_a_sentence(
    table: CommitmentTable, refusals: list[str]
) -> None:
    assert not write(table, 0, "corporation_id", "Nergens Wonen")
    assert "Nergens Wonen" in refusals[0]
    assert table.shown(table.ids[0], "corporation_id") == "Woonhuis"


def test_pasting_more_rows_than_there_are_adds_them_in_one_step(
    table: CommitmentTable, session: Session, bridge: Bridge
) -> None:
    block = from_tsv('Noord\t1.417\n"Oost\nWest"\t+3\nZuid\tpm')
    assert table.paste(1, 0, block, [(1, 0)])
    assert cells(table, "location") == ["Kerkveld", "Noord", "Oost West", "Zuid"]
    assert cells(table, "homes") == ["40", "1.417", "+3", "pro memorie"]
    bridge.undo()
    assert cells(table, "location") == ["Kerkveld", "Zuidrand"]
    bridge.redo()
    assert len(table.ids) == 4


def test_one_unknown_name_leaves_everything_as_it_was(
    table: CommitmentTable, session: Session, refusals: list[str]
) -> None:
    head = session.head
    rows = [["Noord", "1", "", "", "", "Woonhuis"], ["Oost", "2", "", "", "", "Nergens"]]
    assert not table.paste(0, 0, rows, [(0, 0)])
    assert session.head == head
    assert "Nergens" in refusals[0]


def test_a_block_that_is_too_wide_is_refused(
    table: CommitmentTable, session: Session, refusals: list[str]
) -> None:
    head = session.head
    assert not table.paste(0, len(table.heads) - 1, [["1", "2"]], [(0, 0)])
    assert session.head == head
    assert "2 kolommen" in refusals[0]


def test_hostile_cells_do_no_harm(table: CommitmentTable, refusals: list[str]) -> None:
    block = [["\x00\x07\u202e<b>x</b>", "9" * 400], ["\t\x1b[31m", "1e999"]]
    assert table.paste(0, 0, block, [(0, 0)])
    assert "\x07" not in table.raw(table.ids[0], "location")
    assert "\x1b" not in table.raw(table.ids[1], "location")
    assert table.footer()
    assert refusals == []


def test_a_cell_as_long_as_a_novel_is_refused(table: CommitmentTable, refusals: list[str]) -> None:
    assert not table.paste(0, 1, [["1" * 20_000]], [(0, 1)])
    assert len(refusals) == 1
    assert table.shown(table.ids[0], "homes") == "40"


def test_one_cell_fills_everything_that_is_selected(table: CommitmentTable) -> None:
    homes = table.column_of("homes")
    assert table.paste(0, homes, [["7"]], [(0, homes), (1, homes)])
    assert cells(table, "homes") == ["7", "7"]


def test_clearing_and_filling_are_one_step_each(table: CommitmentTable, bridge: Bridge) -> None:
    homes = table.column_of("homes")
    both = [(0, homes), (1, homes)]
    table.fill_down(both)
    assert cells(table, "homes") == ["40", "40"]
    table.clear(both)
    assert cells(table, "homes") == ["", ""]
    bridge.undo()
    bridge.undo()
    assert cells(table, "homes") == ["40", "+65"]


def test_filling_one_cell_takes_the_one_above_it(table: CommitmentTable) -> None:
    table.fill_down([(1, table.column_of("homes"))])
    assert cells(table, "homes") == ["40", "40"]


def test_sorting_is_a_view_and_blank_comes_last(table: CommitmentTable, session: Session) -> None:
    table.add_row()
    head = session.head
    table.cycle_sort("homes")
    assert cells(table, "homes") == ["40", "+65", ""]
    table.cycle_sort("homes")
    assert cells(table, "homes") == ["+65", "40", ""]
    assert table.headerData(table.column_of("homes"), Qt.Orientation.Horizontal) == "Woningen  ↓"
    table.cycle_sort("homes")
    assert cells(table, "location") == ["Kerkveld", "Zuidrand", ""]
    assert session.head == head


def test_rows_stay_put_while_one_types_in_a_sorted_table(table: CommitmentTable) -> None:
    table.sort_on("homes", down=True)
    write(table, 0, "homes", "1")
    assert cells(table, "homes") == ["1", "40"]


def test_a_sorted_table_says_that_rows_cannot_be_moved(
    table: CommitmentTable, refusals: list[str]
) -> None:
    table.sort_on("homes")
    assert not table.move(0, 1)
    assert "gesorteerd" in refusals[0]
    table.sort_on("")
    assert table.move(0, 1)
    assert cells(table, "location") == ["Zuidrand", "Kerkveld"]
    assert not table.move(1, 1)


def test_rows_are_taken_out_in_one_step(table: CommitmentTable, bridge: Bridge) -> None:
    table.remove([0, 1, 1])
    assert table.ids == []
    bridge.undo()
    assert cells(table, "location") == ["Kerkveld", "Zuidrand"]


def test_only_what_concerns_an_organisation_is_shown(
    table: CommitmentTable, session: Session
) -> None:
    table.set_only(party(session, "Thuisborg").id)
    assert cells(table, "location") == ["Zuidrand"]
    assert table.unfiltered == 2
    table.add_row()
    assert len(table.ids) == 2


def test_the_total_says_what_it_rests_on(table: CommitmentTable) -> None:
    (line,) = table.footer()
    assert line.label == "Alle 2 rijen"
    assert line.figures["homes"] == "105"
    assert line.words == "waarvan 65 een ondergrens is"


def test_while_typing_one_reads_how_it_is_read(table: CommitmentTable) -> None:
    row = table.ids[0]
    assert table.reading(row, "homes", "+65") == "Gelezen als: ten minste 65 woningen"
    assert table.reading(row, "homes", "") == ""
    assert table.reading(row, "location", "12") == ""


def test_a_number_with_two_meanings_is_settled_by_a_person(
    table: CommitmentTable, session: Session
) -> None:
    row = project(session, "Zuidrand").id
    (exact,) = table.readings(row, "homes")
    table.confirm(row, "homes", exact)
    homes = project(session, "Zuidrand").homes
    assert homes.value == 65
    assert homes.confirmed
    assert homes.raw == "+65"
    assert [each.lower for each in table.readings(row, "homes")] == [65]


def test_in_a_bod_another_agreed_number_keeps_the_offer(
    bridge: Bridge, session: Session, kind_id: Id
) -> None:
    kind = session.dossier.get(CommitmentKind, kind_id)
    columns = bod_columns(kind.form, session.dossier.set.years)
    owner = party(session, "Woonhuis").id
    bod = CommitmentTable(bridge, kind_id, columns, corporation_id=owner)
    write(bod, 0, "homes", "38")
    row = project(session, "Kerkveld")
    assert (row.offered.raw, row.homes.raw) == ("40", "38")
    assert bod.look(row.id, "homes").second == "2 minder"
    write(bod, 0, "offered", "38")
    assert project(session, "Kerkveld").offered.is_empty


def test_years_are_filled_and_the_rest_is_reckoned(
    bridge: Bridge, session: Session, kind_id: Id, refusals: list[str]
) -> None:
    kind = session.dossier.get(CommitmentKind, kind_id)
    columns = bod_columns(kind.form, session.dossier.set.years)
    bod = CommitmentTable(bridge, kind_id, columns, corporation_id=party(session, "Woonhuis").id)
    write(bod, 0, "year:2027", "15")
    assert bod.shown(bod.ids[0], "without_year") == "25"
    assert not bod.clear([(0, bod.column_of("without_year"))])
    assert "berekend" in refusals[0]


def test_after_handing_in_the_offer_stays_when_the_agreement_changes(
    table: CommitmentTable, bridge: Bridge, session: Session
) -> None:
    owner = party(session, "Woonhuis").id
    day = session.opened_at.date()
    bridge.do(bods.submit_bod, SECRETARY, owner, day)
    write(table, 0, "homes", "35")
    assert project(session, "Kerkveld").offered.raw == "40"


def test_another_name_for_a_corporation_shows_at_once(
    table: CommitmentTable, bridge: Bridge, session: Session
) -> None:
    from prestatie_desktop.journal.edits.parties import edit_party

    bridge.do(edit_party, party(session, "Woonhuis").id, name="Woonhuis Zuid")
    assert "Woonhuis Zuid" in cells(table, "corporation_id")


def test_choices_are_known_by_their_words(table: CommitmentTable, refusals: list[str]) -> None:
    write(table, 0, "daeb", "niet-daeb")
    assert table.shown(table.ids[0], "daeb") == "Niet-DAEB"
    write(table, 0, "status", "gepland")
    assert table.shown(table.ids[0], "status") == "Gepland"
    write(table, 0, "agreement_id", "1.7")
    assert table.shown(table.ids[0], "agreement_id") == "1.7"
    assert not write(table, 0, "agreement_id", "9.9")
    assert not write(table, 0, "daeb", "misschien")
    assert len(refusals) == 2


def test_an_amount_says_what_is_counted(bridge: Bridge, session: Session, kind_id: Id) -> None:
    table = CommitmentTable(bridge, kind_id, free_columns())
    for typed, shown in (
        ("91 personen", "91 personen"),
        ("€ 250", "€\u00a0250"),
        ("pm", "pro memorie"),
    ):
        write(table, 0, "amount", typed)
        assert table.shown(table.ids[0], "amount") == shown


def test_seventy_two_thousand_rows_are_sorted_and_edited_without_waiting(
    qtbot: QtBot, bridge: Bridge, session: Session, kind_id: Id
) -> None:
    one = project(session, "Kerkveld")
    count = 72_000
    for at, rank in enumerate(spread(count)):
        session.dossier.put(replace(one, id=f"r{at:06}", location=f"Straat {at}", rank=rank))
    table = CommitmentTable(bridge, kind_id, project_columns((2026,)))
    assert table.rowCount() == count + 2
    start = time.perf_counter()
    table.sort_on("location")
    sorted_in = time.perf_counter() - start
    start = time.perf_counter()
    bridge.do(commitments.set_values, "r000500", {"homes": "12"})
    edited_in = time.perf_counter() - start
    assert table.shown("r000500", "homes") == "12"
    assert sorted_in < 4
    assert edited_in < 0.5
    assert session.dossier.find(Commitment, "r000500") is not None
