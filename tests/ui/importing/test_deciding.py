"""What a person decides about an import, and how that is taken back."""

from dataclasses import replace

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import (
    NOTHING_DECIDED,
    Action,
    AssignedAs,
    Assignment,
    ColumnMap,
    Resolution,
)
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.source import Table, pieces_of
from prestatie_desktop.ui.importing import deciding
from prestatie_desktop.ui.importing.assigning import next_number
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from tests.ui.importing.samples import small_import


def test_of_several_lines_the_first_begins_the_agreement_and_the_rest_is_its_text() -> None:
    source, _ = small_import()
    pieces = source.pieces()[4:7]
    said = Assignment(AssignedAs.AGREEMENT, "3.1")

    made = deciding.assign(NOTHING_DECIDED, source, pieces, said)

    assert [made.assigned[piece.key] for piece in pieces] == [
        said, Assignment(AssignedAs.TEXT_OF, "3.1"), Assignment(AssignedAs.TEXT_OF, "3.1"),
    ]  # fmt: skip


def test_a_table_is_assigned_once_by_its_first_piece() -> None:
    source, _ = small_import()
    table = next(block for block in source.blocks if isinstance(block, Table))
    pieces = pieces_of(table)

    made = deciding.assign(
        NOTHING_DECIDED, source, pieces[3:9], Assignment(AssignedAs.ROWS, "sale")
    )

    assert dict(made.assigned) == {pieces[0].key: Assignment(AssignedAs.ROWS, "sale")}


def test_what_is_left_to_the_program_again_is_no_decision() -> None:
    source, _ = small_import()
    pieces = source.pieces()[:2]
    made = deciding.assign(NOTHING_DECIDED, source, pieces, Assignment(AssignedAs.IGNORE))
    assert deciding.unassign(made, pieces) == NOTHING_DECIDED
    columns = ColumnMap(use=TableUse.TEXT)
    mapped = deciding.map_columns(NOTHING_DECIDED, "a|b", columns)
    assert deciding.unmap_columns(mapped, "a|b") == NOTHING_DECIDED
    resolved = deciding.resolve_each(NOTHING_DECIDED, {"row:1": Resolution(Action.SKIP)})
    assert deciding.unresolve(resolved, ["row:1", "row:2"]) == NOTHING_DECIDED
    known = deciding.know_party(NOTHING_DECIDED, "Woonhuis", "p1")
    assert deciding.know_party(known, "Woonhuis", "") == NOTHING_DECIDED


def test_only_what_changes_the_reading_has_the_source_recognised_again() -> None:
    before = NOTHING_DECIDED
    for after in (
        deciding.resolve_each(before, {"row:1": Resolution(Action.SKIP)}),
        deciding.know_party(before, "Woonhuis", "p1"),
        deciding.take_comments(before, along=False),
    ):
        assert not deciding.needs_reading(before, after)
    for after in (
        deciding.spell(before, "Thuisburg", "Thuisborg"),
        deciding.name_kind(before, "Thuisborg", PartyKind.OTHER),
        deciding.set_members(before, "Woningcorporaties", ("Woonhuis",)),
        deciding.map_columns(before, "a|b", ColumnMap(use=TableUse.TEXT)),
    ):
        assert deciding.needs_reading(before, after)


def test_steps_go_back_and_forth_and_a_new_one_ends_what_could_be_redone() -> None:
    steps = DecisionSteps()
    one = deciding.spell(NOTHING_DECIDED, "A", "B")
    two = deciding.spell(one, "C", "D")
    assert steps.take("een", one)
    assert not steps.take("nog eens", one)
    assert steps.take("twee", two)
    assert (steps.undo(), steps.undo(), steps.undo()) == ("twee", "een", "")
    assert steps.decisions == NOTHING_DECIDED
    assert steps.redo() == "een"
    assert (steps.to_undo, steps.to_redo) == ("een", "twee")
    steps.take("drie", NOTHING_DECIDED)
    assert steps.redo() == ""


def test_the_next_free_number_follows_the_agreement_before() -> None:
    assert next_number("3.1", {"3.1", "3.2"}) == "3.3"
    assert next_number("7", set()) == "8"
    assert next_number("2.1.a", set()) == ""
    assert next_number("", set()) == ""


def test_where_working_out_failed_the_decisions_are_those_of_before() -> None:
    steps = DecisionSteps()
    good = replace(NOTHING_DECIDED, kinds={"a": PartyKind.OTHER})
    bad = replace(good, kinds={"b": PartyKind.OTHER})
    steps.take("goed", good)
    steps.take("mis", bad)

    steps.go_back_to(good)
    assert (steps.decisions, steps.to_undo, steps.to_redo) == (good, "goed", "mis")

    steps.undo()
    steps.go_back_to(good)
    assert steps.decisions == good
