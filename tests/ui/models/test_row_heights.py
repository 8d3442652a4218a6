from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.ui.models.row_heights import RowHeights

heights = st.lists(st.integers(1, 300), min_size=1, max_size=40)


def rows(values: list[int]) -> RowHeights:
    made = RowHeights()
    made.guess_all(values)
    return made


@given(heights, st.integers(-50, 20_000))
def test_every_height_of_the_page_belongs_to_the_row_that_is_there(
    values: list[int], y: int
) -> None:
    made = rows(values)
    row = made.row_at(y)
    inside = min(max(y, 0), made.total - 1)
    assert made.top(row) <= inside < made.top(row) + made.height(row)


@given(heights, st.data())
def test_measuring_a_row_moves_only_what_is_under_it(
    values: list[int], data: st.DataObject
) -> None:
    made = rows(values)
    row = data.draw(st.integers(0, len(values) - 1))
    before = [made.top(at) for at in range(len(values))]
    made.measure(row, values[row] + 7)
    after = [made.top(at) for at in range(len(values))]
    assert after == [top + (7 if at > row else 0) for at, top in enumerate(before)]
    assert made.is_measured(row)


@given(heights, st.data())
def test_rows_keep_their_heights_when_others_come_go_and_move(
    values: list[int], data: st.DataObject
) -> None:
    made, plain = rows(values), list(values)
    place = st.integers(0, len(values) - 1)
    to, start = data.draw(place), data.draw(place)
    made.move(start, to)
    plain.insert(to, plain.pop(start))
    made.insert(to, 11)
    plain.insert(to, 11)
    made.remove(start, start)
    del plain[start]
    assert [made.height(at) for at in range(len(made))] == plain
    assert made.total == sum(plain)


def test_without_rows_there_is_nothing_anywhere() -> None:
    made = rows([])
    assert made.row_at(10) == -1
    assert made.total == 0
