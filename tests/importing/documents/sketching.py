"""A document sketched in a few signs, to be written by any program: see `writing`.

# Heading            ## and so on for lower ones
Text with **bold** words; every line is a paragraph.
- a bullet
= 1.2 text           a paragraph whose number the program itself makes
| a cell | another // its second paragraph |
---                  a new page or slide
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto


class Sort(Enum):
    HEADING = auto()
    TEXT = auto()
    BULLET = auto()
    NUMBERED = auto()
    TABLE = auto()
    BREAK = auto()


#: Words and whether they are bold.
Runs = list[tuple[str, bool]]


@dataclass(frozen=True)
class Sketched:
    """A block of a sketch."""

    sort: Sort
    runs: Runs = field(default_factory=list)
    level: int = 0
    #: Of a numbered paragraph: what its program prints before it.
    number: str = ""
    #: Of a table: per row, per cell, per paragraph.
    rows: list[list[list[Runs]]] = field(default_factory=list)
    #: Whether a blank line stands before it.
    gap: bool = False


def sketched(text: str) -> list[Sketched]:
    """The blocks of a sketch."""
    blocks: list[Sketched] = []
    gap = False
    for line in (line.strip() for line in text.split("\n")):
        if not line:
            gap = True
            continue
        block = _block(line, gap)
        if block.sort is Sort.TABLE and blocks and blocks[-1].sort is Sort.TABLE and not gap:
            blocks[-1].rows.extend(block.rows)
        else:
            blocks.append(block)
        gap = False
    return blocks


def _block(line: str, gap: bool) -> Sketched:
    if line == "---":
        return Sketched(Sort.BREAK)
    if found := re.match(r"(#+) ", line):
        return Sketched(Sort.HEADING, runs_of(line[found.end() :]), level=len(found[1]), gap=gap)
    if line.startswith("- "):
        return Sketched(Sort.BULLET, runs_of(line[2:]), gap=gap)
    if found := re.match(r"= (\S+) ", line):
        return Sketched(Sort.NUMBERED, runs_of(line[found.end() :]), number=found[1], gap=gap)
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]
        row = [[runs_of(part) for part in cell.split(" // ")] for cell in cells]
        return Sketched(Sort.TABLE, rows=[row], gap=gap)
    return Sketched(Sort.TEXT, runs_of(line), gap=gap)


def runs_of(text: str) -> Runs:
    """Words between stars are bold."""
    parts = text.split("**")
    return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]


def plain(runs: Runs) -> str:
    return "".join(text for text, _ in runs)
