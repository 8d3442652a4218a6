"""The tracked changes of an OpenDocument text: who inserted and deleted what."""

from dataclasses import dataclass

from lxml.etree import _Element

from prestatie_desktop.importing.readers.odf_names import DC, OFFICE, TEXT, XML
from prestatie_desktop.importing.readers.office_text import Change, moment
from prestatie_desktop.importing.source import Stamp


@dataclass(frozen=True, slots=True)
class Region:
    """A change that the text points to."""

    change: Change
    #: What was deleted, where it is kept apart from the text.
    content: tuple[_Element, ...] = ()


def regions(part: _Element) -> dict[str, Region]:
    """The changes of a part of a file, by the id that its texts use."""
    found: dict[str, Region] = {}
    for each in part.iter(TEXT + "changed-region"):
        region = _region(each)
        for attribute in (TEXT + "id", XML + "id"):
            if (name := each.get(attribute)) is not None:
                found[name] = region
    return found


def _region(element: _Element) -> Region:
    inserted, deleted = element.find(TEXT + "insertion"), element.find(TEXT + "deletion")
    change = Change(_stamp(inserted), _stamp(deleted))
    content = () if deleted is None else tuple(deleted)
    return Region(change, tuple(each for each in content if each.tag != OFFICE + "change-info"))


def _stamp(change: _Element | None) -> Stamp | None:
    if change is None:
        return None
    info = change.find(OFFICE + "change-info")
    return stamp_of(change if info is None else info)


def stamp_of(element: _Element) -> Stamp:
    """Who made a change or a comment, and when."""
    author = element.findtext(DC + "creator") or ""
    return Stamp(" ".join(author.split()), moment(element.findtext(DC + "date")))


class Changes:
    """Which changes are going on, while the text goes by."""

    def __init__(self, found: dict[str, Region]) -> None:
        self._regions = found
        self._open: dict[str, Change] = {}
        self.now = Change()

    def taken(self, element: _Element) -> Region | None:
        """The change that an element points to; what was deleted is put back only once."""
        return self._regions.pop(element.get(TEXT + "change-id", ""), None)

    def start(self, element: _Element) -> None:
        """From here on text belongs to a change."""
        name = element.get(TEXT + "change-id", "")
        if (region := self._regions.get(name)) is not None:
            self._open[name] = region.change
            self._look_again()

    def end(self, element: _Element) -> None:
        """A change ends here."""
        self._open.pop(element.get(TEXT + "change-id", ""), None)
        self._look_again()

    def within(self, change: Change) -> Change:
        """A change of something that stands where we are."""
        return Change(change.inserted or self.now.inserted, change.deleted or self.now.deleted)

    def _look_again(self) -> None:
        self.now = Change(
            next((each.inserted for each in self._open.values() if each.inserted), None),
            next((each.deleted for each in self._open.values() if each.deleted), None),
        )
