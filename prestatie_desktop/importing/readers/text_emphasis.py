r"""Markdown within a paragraph: **bold**, *italic*, [links](address) and escapes as \*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prestatie_desktop.domain.richtext_tags import Tag

Token = Tag | str

_SPECIAL = re.compile(r"[*_\\\[]")
_LINK = re.compile(
    r"""!?\[([^\[\]]*)\]\((?:[a-z]+:|www\.|[#/.]|[\w-]+\.\w)[^()\s]*(?:\s+"[^"]*")?\)""",
    re.IGNORECASE,
)
_ATOMS = re.compile(r"\\([*_#\[\]()|<>~`+\-.!{}&])|(\*+|_+)")
_TAGS = {"**": "b", "__": "b", "*": "i", "_": "i"}
_PUNCTUATION = ")].,;:!?"


@dataclass(slots=True)
class _Mark:
    """A mark that may begin or end emphasis; it stays text while it has no counterpart."""

    sign: str
    opens: bool
    closes: bool
    token: Token = field(default="")


def emphasised(lines: list[list[Token]]) -> list[list[Token]]:
    """The lines of a paragraph with its emphasis as tags. Bold goes on over lines, italic does not."""
    if not any(isinstance(t, str) and _SPECIAL.search(t) for line in lines for t in line):
        return lines
    marked = [list(_line(line)) for line in lines]
    opened: dict[str, _Mark] = {}
    for atoms in marked:
        for atom in atoms:
            if isinstance(atom, _Mark):
                _pair(atom, opened)
        opened = {sign: mark for sign, mark in opened.items() if len(sign) == 2}
    return [[a.token if isinstance(a, _Mark) else a for a in atoms] for atoms in marked]


def _pair(mark: _Mark, opened: dict[str, _Mark]) -> None:
    before = opened.pop(mark.sign, None) if mark.closes else None
    if before is not None:
        name = _TAGS[mark.sign]
        before.token, mark.token = Tag(name), Tag(name, is_end=True)
    elif mark.opens:
        opened[mark.sign] = mark


def _line(line: list[Token]) -> Iterator[Token | _Mark]:
    for place, token in enumerate(line):
        if isinstance(token, Tag):
            yield token
        else:
            yield from _text(token, is_first=place == 0, is_last=place == len(line) - 1)


def _text(text: str, *, is_first: bool, is_last: bool) -> Iterator[Token | _Mark]:
    text = _LINK.sub(r"\1", text)
    # The ends of a line are as blanks to the marks beside them, tags as letters of no alphabet.
    around = (" " if is_first else "<") + text + (" " if is_last else ">")
    at = 0
    for atom in _ATOMS.finditer(text):
        yield text[at : atom.start()]
        at = atom.end()
        yield from [atom[1]] if atom[1] else _marks(atom[2], around[atom.start()], around[at + 1])
    yield text[at:]


def _marks(signs: str, before: str, after: str) -> list[Token | _Mark]:
    if len(signs) > (3 if signs[0] == "*" else 2):
        return [signs]
    opens = not after.isspace() and after not in _PUNCTUATION
    closes = not before.isspace()
    is_within_word = signs == "*" or signs[0] == "_"
    if is_within_word:
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    parts = [signs] if len(signs) < 3 else ["**", "*"]
    return [_Mark(part, opens, closes, part) for part in parts]
