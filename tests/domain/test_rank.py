"""Order without renumbering."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.rank import between, spread

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
KEY = st.text(DIGITS, max_size=8).map(lambda text: text.rstrip("0"))


@given(KEY, KEY)
def test_a_key_sorts_strictly_between_its_neighbours_and_leaves_room(one: str, other: str) -> None:
    before, after = sorted((one, other))
    if before == after:
        after = ""

    key = between(before, after)

    assert before < key
    assert not after or key < after
    assert not key.endswith("0")


@given(st.lists(st.tuples(st.integers(0, 1000), st.booleans()), max_size=60))
def test_whatever_is_inserted_wherever_keeps_its_place(places: list[tuple[int, bool]]) -> None:
    keys: list[str] = []
    for place, at_end in places:
        at = len(keys) if at_end else place % (len(keys) + 1)
        key = between(keys[at - 1] if at else "", keys[at] if at < len(keys) else "")
        keys.insert(at, key)

    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("before", "after"), [("b", "a"), ("a", "a"), ("", "0"), ("a", "a0"), ("a1", "a")]
)
def test_where_there_is_no_room_there_is_no_key(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="no room"):
        between(before, after)


def test_a_key_holds_digits_and_small_letters_only() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        between("A", "B")


def test_rows_added_at_the_end_keep_short_keys() -> None:
    keys = [""]
    for _ in range(50_000):
        keys.append(between(keys[-1], ""))

    assert all(one < other for one, other in pairwise(keys))
    assert not any(key.endswith("0") for key in keys)
    assert max(map(len, keys)) == 6


@pytest.mark.parametrize("downwards", [True, False])
def test_thousands_inserted_at_one_place_grow_a_character_for_five(downwards: bool) -> None:
    low, high = "i", "j"
    for _ in range(3_000):
        key = between(low, high)
        assert low < key < high
        low, high = (low, key) if downwards else (key, high)

    assert len(low) + len(high) <= 3_000 / 5 + 5


@given(st.integers(0, 3_000))
def test_a_whole_list_is_spread_in_order_with_room_everywhere(count: int) -> None:
    keys = list(spread(count))

    assert len(keys) == count
    ends = ["", *keys]
    assert all(one < other for one, other in pairwise(ends))
    assert not any(key.endswith("0") for key in keys)
    assert all(between(one, other) for one, other in pairwise(ends))


def test_a_spread_list_has_short_keys() -> None:
    assert max(map(len, spread(17))) == 1
    assert max(map(len, spread(18))) == 2
    assert max(map(len, spread(600))) == 2
