from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.dialogs.date_field import DateField, read_date
from prestatie_desktop.words.dates import long_date, short_date
from tests.ui.driving.keys import type_text


@pytest.mark.parametrize(
    "typed",
    ["14-11-2025", "14/11/2025", "14.11.2025", "2025-11-14", "14 november 2025", "14 NOV 2025"],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed) == date(2025, 11, 14)


def test_a_day_without_a_year_is_in_this_year() -> None:
    assert read_date(" 3  maart ", date(2026, 1, 1)) == date(2026, 3, 3)


def test_nothing_typed_is_no_day() -> None:
    assert read_date("   ") is None


@pytest.mark.parametrize("typed", ["31-2-2025", "14 blub 2025", "morgen", "14-11-25", "0-0-0000"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the field has its own words
        read_date(typed)


@given(st.dates())
def test_a_day_in_words_is_read_back(day: date) -> None:
    if day.year >= 1000:
        assert read_date(long_date(day)) == day
        assert read_date(short_date(day, day), day) == day


@given(st.text())
def test_anything_else_is_a_day_or_refused(typed: str) -> None:
    try:
        day = read_date(typed)
    except ValueError:
        return
    assert isinstance(day, date) if typed.strip() else day is None


def test_the_field_shows_the_day_in_words_and_marks_what_is_none(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = DateField(None, holder)
    type_text(field, "1-2-2026\n")
    assert field.text() == "1 februari 2026"
    field.selectAll()
    type_text(field, "ooit\n")
    assert field.text() == "ooit"
    assert field.toolTip()
