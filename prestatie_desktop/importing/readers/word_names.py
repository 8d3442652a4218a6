"""The namespaces of Word's XML, and how its values are spelled."""

from lxml.etree import _Element

from prestatie_desktop.importing.readers.office_text import moment
from prestatie_desktop.importing.source import Stamp

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16DU = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
XML = "{http://www.w3.org/XML/1998/namespace}"

PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN_PROPERTIES = W + "rPr"
TABLE = W + "tbl"
VAL = W + "val"

_OFF = {"0", "false", "off", "no"}


def val(element: _Element | None, name: str = "") -> str | None:
    """The value of an element, or of the child of that name; None when there is none."""
    if name and element is not None:
        element = element.find(W + name)
    return None if element is None else element.get(VAL)


def is_on(element: _Element) -> bool:
    """Whether a switch is on; one that says nothing is."""
    return element.get(VAL, "1").lower() not in _OFF


def has_on(parent: _Element | None, name: str) -> bool:
    """Whether there is such a switch among the children, and it is on."""
    element = None if parent is None else parent.find(W + name)
    return element is not None and is_on(element)


def stamp_of(element: _Element) -> Stamp:
    """Who made a change or a comment, and when."""
    at = moment(element.get(W16DU + "dateUtc")) or moment(element.get(W + "date"))
    return Stamp(author=(element.get(W + "author") or "").strip(), at=at)


def chosen(alternatives: _Element) -> _Element | None:
    """The one of alternative spellings of the same thing that is read."""
    branches = list(alternatives)
    return next((each for each in branches if len(each)), None)
