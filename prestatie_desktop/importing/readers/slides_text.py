"""The paragraphs of a text box on a slide: how they look, and what stands before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from prestatie_desktop.domain.richtext import MAX_LEVEL, MAX_NUMBER, ListKind
from prestatie_desktop.importing.readers.office_drafts import Paragraph
from prestatie_desktop.importing.readers.office_numbers import doubled_letters, roman
from prestatie_desktop.importing.readers.office_text import AS_IT_STANDS, Look, Words, over, whole
from prestatie_desktop.importing.readers.slides_names import A

_DEEPEST = 9
_SCHEME = re.compile(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain)")
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}"}
_NO_BULLET = {A + "buNone"}
_BULLETS = {A + "buChar", A + "buBlip"}
_NUMBER = A + "buAutoNum"
_MARKS = _NO_BULLET | _BULLETS | {_NUMBER}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Where a text box gets its looks from: lists of styles per level, the nearest first."""

    lists: tuple[_Element, ...] = ()

    def at(self, level: int) -> Iterator[_Element]:
        """What is said of paragraphs at a level, from 0."""
        for each in self.lists:
            found = each.find(f"{A}lvl{level + 1}pPr")
            if found is not None:
                yield found


@dataclass(slots=True)
class _Counts:
    """How far the numbers of a text box are, per level: scheme and number."""

    at: dict[int, tuple[str, int]] = field(default_factory=dict)

    def next(self, level: int, scheme: str, start: int) -> int:
        """Count one."""
        self.stop(level + 1)
        known, number = self.at.get(level, ("", 0))
        self.at[level] = (scheme, number + 1 if known == scheme else start)
        return self.at[level][1]

    def stop(self, level: int) -> None:
        """Begin again from this level down."""
        self.at = {each: count for each, count in self.at.items() if each < level}


def paragraphs(body: _Element, style: TextStyle, slide: int) -> Iterator[Paragraph]:
    """The paragraphs of a text body; blank ones too. `slide` is the number that is printed."""
    own = body.find(A + "lstStyle")
    style = TextStyle(style.lists if own is None else (own, *style.lists))
    counts = _Counts()
    for element in body.iterfind(A + "p"):
        yield _paragraph(element, style, counts, slide)


def _paragraph(element: _Element, style: TextStyle, counts: _Counts, slide: int) -> Paragraph:
    properties = element.find(A + "pPr")
    level = whole(None if properties is None else properties.get("lvl"), 0, 0, _DEEPEST - 1)
    said = [*([] if properties is None else [properties]), *style.at(level)]
    words = _words(element, _look_of(said), slide)
    draft = Paragraph(words.stretches())
    if not words.is_blank():
        _mark(draft, _bullet(said), level, counts)
    return draft


def _look_of(said: Iterable[_Element]) -> Look:
    look = AS_IT_STANDS
    for each in said:
        look = over(look, _look(each.find(A + "defRPr")))
    return look


def _look(properties: _Element | None) -> Look:
    if properties is None:
        return AS_IT_STANDS
    baseline = properties.get("baseline")
    underline = properties.get("u")
    return Look(
        bold=_flag(properties.get("b")),
        italic=_flag(properties.get("i")),
        underline=None if underline is None else underline != "none",
        rise=None if baseline is None else _sign(whole(baseline.rstrip("%"), 0, -1, 1)),
    )


def _flag(written: str | None) -> bool | None:
    return None if written is None else written in {"1", "true"}


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _words(element: _Element, look: Look, slide: int) -> Words:
    words = Words()
    for child in element:
        if child.tag == A + "br":
            words.add("\n", look)
        elif child.tag == A + "fld" and child.get("type") == "slidenum":
            words.add(str(slide), look)
        elif child.tag in {A + "pPr", A + "endParaRPr"}:
            continue
        else:
            text = "".join(each.text or "" for each in child.iter("{*}t"))
            # A line break that was typed into a title.
            text = text.replace("_x000B_", "\n").replace("\v", "\n")
            words.add(text, over(_look(child.find(A + "rPr")), look))
    return words


def _bullet(said: Sequence[_Element]) -> _Element | None:
    """The bullet or number that is said nearest, if there is to be one."""
    marks = (mark for each in said for mark in each if mark.tag in _MARKS)
    found = next(marks, None)
    return None if found is None or found.tag in _NO_BULLET else found


def _mark(draft: Paragraph, bullet: _Element | None, level: int, counts: _Counts) -> None:
    if bullet is None or bullet.tag != _NUMBER:
        counts.stop(level)
    if bullet is None:
        return
    draft.level = min(level + 1, MAX_LEVEL)
    draft.list_kind = ListKind.BULLET
    scheme = _SCHEME.fullmatch(bullet.get("type", "")) if bullet.tag == _NUMBER else None
    if scheme is None:
        return
    number = counts.next(level, scheme[0], whole(bullet.get("startAt"), 1, 1, MAX_NUMBER))
    draft.number = min(number, MAX_NUMBER)
    draft.list_kind = ListKind.LETTER if scheme[1].startswith("alpha") else ListKind.DECIMAL
    draft.label = _AROUND[scheme[2]].format(_printed(scheme[1], number))


def _printed(figures: str, number: int) -> str:
    if figures == "arabic":
        return str(number)
    text = roman(number) if figures.startswith("roman") else doubled_letters(number)
    return text.upper() if figures.endswith("Uc") else text
