from prestatie_desktop.importing.readers.sheets_blocks import blocks


def found(*rows: int) -> list[list[int]]:
    return [list(block) for block in blocks(rows)]


def test_blank_rows_part_a_title_and_two_tables() -> None:
    assert found(1, 3, 4, 5, 8, 9, 10) == [[1], [3, 4, 5], [8, 9, 10]]


def test_rows_without_gaps_stay_together_and_no_rows_are_no_block() -> None:
    assert found(5, 6, 7) == [[5, 6, 7]]
    assert found() == []


def test_a_list_with_every_other_row_blank_is_one_list() -> None:
    assert found(*range(1, 100_000, 2)) == [list(range(1, 100_000, 2))]


def test_a_wider_gap_still_parts_two_lists_that_are_spaced() -> None:
    first, second = range(1, 20, 2), range(30, 50, 2)

    assert found(*first, *second) == [list(first), list(second)]


def test_a_few_loose_lines_above_a_table_are_blocks_of_their_own() -> None:
    assert found(1, 3, 5, 6, 7, 8) == [[1], [3], [5, 6, 7, 8]]


def test_groups_of_rows_by_the_hundred_are_one_list() -> None:
    rows = [row for start in range(1, 2000, 5) for row in range(start, start + 4)]

    assert found(*rows) == [rows]


def test_a_dozen_tables_stay_apart() -> None:
    rows = [row for start in range(1, 60, 5) for row in range(start, start + 4)]

    assert len(found(*rows)) == 12


def test_every_row_comes_back_once_whatever_the_gaps() -> None:
    rows = sorted({place * place // 3 for place in range(2000)})

    assert [row for block in found(*rows) for row in block] == rows
