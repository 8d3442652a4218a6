"""The lists of an OpenDocument text: which level an item is on, and which list goes on."""

from typing import NamedTuple

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_lists import LEVELS, PLAIN, CountedList, ListStyle
from prestatie_desktop.importing.readers.odf_names import TEXT, XML
from prestatie_desktop.importing.readers.office_numbers import Counted
from prestatie_desktop.importing.readers.office_text import whole

_MOST = 1_000_000


class Spot(NamedTuple):
    """Where in a list the next numbered paragraph comes."""

    counted: CountedList
    style: ListStyle
    name: str
    place: int
    start: int | None = None

    def next(self) -> Counted:
        """Count it."""
        return self.counted.next(self.style, self.place, self.start)


class Lists:
    """The lists of one part of a file."""

    def __init__(self, styles: dict[str, ListStyle]) -> None:
        self._styles = styles
        self._by_id: dict[str, CountedList] = {}
        self._by_style: dict[str, CountedList] = {}

    def opened(self, element: _Element, outer: Spot | None) -> Spot:
        """Where the items of a list come, within an item of another list or by themselves."""
        name = element.get(TEXT + "style-name") or (outer.name if outer else "")
        counted = self._counted(element, name) if outer is None else outer.counted
        self._by_id[element.get(XML + "id", "")] = self._by_style[name] = counted
        place = 0 if outer is None else min(outer.place + 1, LEVELS - 1)
        return Spot(counted, self._styles.get(name, PLAIN), name, place)

    def item(self, element: _Element, spot: Spot) -> Spot:
        """Where an item comes: it may ask for a number, and for another look."""
        start = element.get(TEXT + "start-value")
        look = element.get(TEXT + "style-override", "")
        return spot._replace(
            start=None if start is None else whole(start, 1, 0, _MOST),
            style=self._styles.get(look, spot.style),
        )

    def _counted(self, element: _Element, name: str) -> CountedList:
        """The list that this one goes on with, or a new one."""
        earlier = element.get(TEXT + "continue-list")
        if earlier is not None and earlier in self._by_id:
            return self._by_id[earlier]
        if earlier is not None or element.get(TEXT + "continue-numbering") == "true":
            return self._by_style.get(name) or CountedList()
        return CountedList()
