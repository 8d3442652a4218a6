"""Which paragraphs are headings, also where the document does not say so."""

import re
from dataclasses import dataclass

from prestatie_desktop.importing.recognising.numbering import (
    LONGEST_HEADING,
    Numbering,
    is_title,
    numbered,
)
from prestatie_desktop.importing.recognising.numbers import Number, number_alone
from prestatie_desktop.importing.recognising.vocabulary import fold, one_line
from prestatie_desktop.importing.source import Piece

#: Levels of headings that only look like one; the document's own are 1 to 6.
CAPITALS, BOLD = 7, 8
_CHAPTER = re.compile(
    r"(?:thema|hoofdstuk|pijler|ambitie|speerpunt|programmalijn|opgave|prioriteit|deel)\s+"
    r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-Z])(?=[\s:.\-–—]|$)\s*[:.\-–—]*\s*(?P<title>.*)",
    re.IGNORECASE,
)
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
}
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (1 is highest), its number, and its words without that number."""

    level: int
    title: str
    number: str = ""
    #: A word says that it is a chapter: "Thema 3".
    is_chapter: bool = False


def heading_of(piece: Piece, numbers: Numbering) -> Heading | None:
    """The heading that a paragraph is, or None."""
    text = one_line(piece.text)
    if not text or (len(text) > LONGEST_HEADING and not piece.heading):
        return None
    said = _chapter(piece, text) or _numbered(piece, text, numbers)
    if said is not None:
        return said
    if piece.heading:
        return Heading(piece.heading, text)
    level = _level_by_look(piece, text)
    return Heading(level, text.rstrip(":")) if level else None


def _chapter(piece: Piece, text: str) -> Heading | None:
    return chapter_heading(text, piece.heading) if piece.heading or len(text) < _SHORT else None


def chapter_heading(text: str, level: int = 0) -> Heading | None:
    """A heading that says what it is: "Thema 3: Leefbaarheid", "Hoofdstuk II"; None for others."""
    found = _CHAPTER.fullmatch(text)
    if found is None:
        return None
    number = found["number"].upper()
    title = found["title"].strip() or text
    return Heading(level or 1, title, str(_ROMAN.get(number, number)), is_chapter=True)


def _numbered(piece: Piece, text: str, numbers: Numbering) -> Heading | None:
    section = _section(piece, numbers)
    if section is None:
        return None
    number, start = section
    title = text if piece.label else one_line(piece.text[start:])
    return Heading(piece.heading or number.depth, title.strip(" :") or text, number.text)


def _level_by_look(piece: Piece, text: str) -> int:
    """The level of a paragraph that only looks like a heading; 0 for none."""
    if text.endswith((".", ",", ";")) or len(text) > _SHORT:
        return 0
    is_bold = all(run.bold or not run.text.strip() for run in piece.runs)
    if piece.list_kind is not None and not is_bold:
        return 0
    if text.isupper() and sum(map(str.isalpha, text)) > 5 and " " in text:
        return CAPITALS
    return BOLD if is_bold and not number_alone(text) else 0


def _section(piece: Piece, numbers: Numbering) -> tuple[Number, int] | None:
    """The number of a chapter or section that stands before a short title."""
    if letter := _LETTER.match(piece.text):
        return _lettered(piece, letter, numbers)
    found = numbered(piece)
    if found is None:
        return None
    own = bool(piece.heading) and not numbers.is_item(found.number, is_named=found.is_named)
    own = own or (found.number.shape in numbers.of_body and is_title(piece, found))
    if not own and not numbers.is_section(found.number):
        return None
    title = piece.text if piece.label else piece.text[found.start :]
    is_short = len(title) < _SHORT and not title.rstrip().endswith((".", ";", ","))
    if not title.strip() or not (piece.heading or (is_short and title.lstrip()[:1].isupper())):
        return None
    return found.number, found.start


_NO_CHAPTER = re.compile(
    r"(?:blad|sheet|tabel|worksheet) ?\d*|afspraken(?:lijst)?|lijst|overzicht|prestatieafspraken.*"
    r"|export|data|acties|actielijst|totaal|alle.*|project\w*|bod(?: .*)?|planning|vastgoed.*"
)


def is_chapter_name(title: str) -> bool:
    """Whether the name of a sheet can be that of a theme."""
    return bool(title.strip()) and not _NO_CHAPTER.fullmatch(fold(title))


_DOCUMENT = re.compile(
    r"(?:.* )?(?:prestatieafspraken|jaarafspraken|jaarschijf|raamovereenkomst|actielijst)(?: .*)?"
)


def is_document_title(title: str) -> bool:
    """Whether a heading is the title of a whole document of agreements, and of no theme."""
    return bool(_DOCUMENT.fullmatch(fold(title)))


def same_title(one: str, other: str) -> bool:
    """Whether two headings are one, printed again: "vervolg" and a number of pages do not count."""
    return _plain(one) == _plain(other)


_LETTER = re.compile(r"\s*([A-Z])[.):]?\s+(?=[A-Z])")


def _lettered(piece: Piece, found: re.Match[str], numbers: Numbering) -> tuple[Number, int] | None:
    """A chapter with a letter, where agreements are A1, A2, B1."""
    title = piece.text[found.end() :].rstrip()
    if not any(shape.startswith("a") for shape in numbers.shapes) or len(title) > _SHORT:
        return None
    if title.endswith((".", ";", ",")):
        return None
    return Number(found[1], (found[1],)), found.end()


_AGAIN = re.compile(r"\b(?:vervolg|deel \d|\d van \d|\d \d)\b")


def _plain(text: str) -> str:
    return " ".join(_AGAIN.sub(" ", fold(text)).split())
