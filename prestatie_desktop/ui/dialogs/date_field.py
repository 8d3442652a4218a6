"""A day as people type it: 14-11-2025, 14 november 2025 or 14 nov."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.widgets.fields import Field
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_WORDS = re.compile(r"(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}))?")


def read_date(typed: str, today: date | None = None) -> date | None:
    """The day that was typed; None when nothing was. Raises ValueError for what is no day.

    Without a year it is in the year of today.
    """
    text = " ".join(typed.casefold().split())
    if not text:
        return None
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _IN_WORDS.fullmatch(text):
        day, month = int(found[1]), _month(found[2])
        year = int(found[3]) if found[3] else (today or _today()).year
    else:
        raise ValueError(typed)
    return date(year, month, day)


def _month(word: str) -> int:
    short = "mrt" if word.startswith("maa") else word[:3]
    return _MONTHS.index(short) + 1


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the user's own calendar


class DateField(Field):
    """Shows the day in words once it is left; says so when it is no day."""

    #: The day was typed and understood, or emptied.
    settled = Signal()

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", hint=tr("Bijvoorbeeld 14-11-2025"), parent=parent)
        self.set_day(day)
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(lambda _: self.set_bad(""))

    def set_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.setText(long_date(day) if day else "")
        self.set_bad("")

    def day(self) -> date | None:
        """The day; None when nothing was typed. Raises ValueError for what is no day."""
        return read_date(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def _settle(self) -> None:
        try:
            self.set_day(self.day())
        except ValueError:
            self.set_bad(tr("Dit is geen datum; typ bijvoorbeeld 14-11-2025."))
        else:
            self.settled.emit()
