"""What a user should know of a spreadsheet that was read: what was hidden, and what was not read."""

from bisect import bisect_left

from prestatie_desktop.importing.readers.sheets_cells import Found
from prestatie_desktop.importing.readers.sheets_parts import SheetPart
from prestatie_desktop.importing.readers.sheets_places import column_letters
from prestatie_desktop.words.translation import tr

_NAMED = 3


class SheetNotices:
    """Gathers them while sheets go by."""

    def __init__(self, *, has_macros: bool = False) -> None:
        self._has_macros = has_macros
        self._hidden: list[str] = []
        self._partly_hidden: list[str] = []
        self._drawn: list[str] = []
        self._only_remarked: list[str] = []
        self._unknown = 0
        self._first_unknown: list[str] = []
        self._covered = 0

    def seen(self, part: SheetPart, found: Found, *, covered: int, comments: int) -> None:
        """A sheet was read: how many cells were under merged ones, how many had comments."""
        self._covered += covered
        self._unknown += found.unknown
        self._first_unknown += [
            f"{part.title}, {column_letters(column)}{row}" for row, column in found.first_unknown
        ]
        if comments and not found.rows:
            self._only_remarked.append(part.title)
        if found.has_drawings:
            self._drawn.append(part.title)
        if part.hidden and found.rows:
            self._hidden.append(part.title)
        elif found.has_hidden_rows or _is_used(found):
            self._partly_hidden.append(part.title)

    def sentences(self) -> tuple[str, ...]:
        """One for each matter."""
        return tuple(filter(None, self._all()))

    def _all(self) -> tuple[str, ...]:
        return (
            tr("De macro’s zijn niet gelezen en niet uitgevoerd.") if self._has_macros else "",
            _on(tr("Verborgen bladen zijn ook gelezen: {titles}."), self._hidden),
            _on(
                tr("Verborgen rijen en kolommen zijn ook gelezen op: {titles}."),
                self._partly_hidden,
            ),
            self._formulas(),
            self._merged(),
            _on(
                tr("Afbeeldingen, grafieken en tekstvakken zijn niet gelezen op: {titles}."),
                self._drawn,
            ),
            _on(
                tr("Er staan alleen opmerkingen, en die zijn niet gelezen, op: {titles}."),
                self._only_remarked,
            ),
        )

    def _formulas(self) -> str:
        if not self._unknown:
            return ""
        first = "; ".join(self._first_unknown[:_NAMED]) + ("; …" if self._unknown > _NAMED else "")
        return tr(
            "Cellen met een formule zonder uitkomst: {count} ({first}). Ze zijn als leeg gelezen; "
            "open het bestand eenmaal in Excel, sla het op en lees het dan opnieuw in."
        ).format(count=self._unknown, first=first)

    def _merged(self) -> str:
        text = tr("Niet gelezen omdat ze onzichtbaar onder samengevoegde cellen staan: {count}.")
        return text.format(count=self._covered) if self._covered else ""


def _on(sentence: str, titles: list[str]) -> str:
    return sentence.format(titles=", ".join(titles)) if titles else ""


def _is_used(found: Found) -> bool:
    """Whether anything stands in a hidden column."""
    if not found.hidden_columns:
        return False
    used = sorted({column for row in found.rows.values() for column in row})
    firsts = ((bisect_left(used, hidden.start), hidden) for hidden in found.hidden_columns)
    return any(place < len(used) and used[place] in hidden for place, hidden in firsts)
