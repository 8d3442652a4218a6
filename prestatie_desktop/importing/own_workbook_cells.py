"""What a cell shows, whatever a spreadsheet made of what was typed: a number, a day, a text."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from prestatie_desktop.importing.own_workbook_file import Typed, wrong
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column, Form, Sheet
from prestatie_desktop.words.workbook.showing import Shown, day_text
from prestatie_desktop.words.workbook.texts import unescaped, visible

#: A number here has a point ("1.7"), elsewhere a comma as in Dutch.
_NUMBERS = {Form.NUMBER, Form.ONE, Form.SEVERAL, Form.YEAR}
#: A day here is what a spreadsheet made of "3-4" or "1.7": what was typed is lost.
_NO_DAYS = {Form.NUMBER, Form.QUANTITY, Form.SPLIT, Form.YEAR, Form.ONE}


def as_shown(  # noqa: PLR0911 - one line per kind of value
    sheet: Sheet, column: Column, typed: Typed | None
) -> Shown:
    """What a cell shows, as an export would write it. Raises UserError for what it cannot be."""
    if typed is None:
        return ""
    if typed.is_error:
        raise wrong(
            sheet,
            typed.address,
            tr("hier staat de fout {error}; vul in wat er moet staan").format(error=typed.value),
        )
    match typed.value:
        case datetime() as moment:
            return _day(sheet, column, typed, moment.date())
        case date() as day:
            return _day(sheet, column, typed, day)
        case str() as text:
            return unescaped(visible(text))
        case bool() as flag:
            return "ja" if flag else "nee"
        case int() | float() as number:
            return _number(column, number, is_percent=typed.is_percent)
        case time() as moment:
            return f"{moment:%H:%M}"
    return str(typed.value)


def _day(sheet: Sheet, column: Column, typed: Typed, day: date) -> Shown:
    if column.form is Form.DAY:
        return day
    if column.form in _NO_DAYS:
        raise wrong(
            sheet,
            typed.address,
            tr(
                "in kolom “{title}” heeft het rekenprogramma er een datum van gemaakt ({day}); maak "
                "de cel op als tekst en typ opnieuw wat er moet staan"
            ).format(title=column.title, day=day_text(day)),
        )
    return day_text(day)


def _number(column: Column, number: Any, *, is_percent: bool) -> str:
    exact = Decimal(repr(number))
    percent = ""
    if is_percent and column.form in {Form.QUANTITY, Form.LINE, Form.LINES}:
        # A spreadsheet shows 0,07 as 7 %; the last digits of 0.07 * 100 are not meant.
        exact, percent = round(exact * 100, 10), "%"
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return (text if column.form in _NUMBERS else text.replace(".", ",")) + percent
