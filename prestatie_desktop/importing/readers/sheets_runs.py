"""The text of a cell as runs: without what may not be in text, and without blanks around it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from prestatie_desktop.domain.richtext import Run, allowed_text, marks

#: The only printable character that is barred: it stands for a picture.
_OBJECT = "\ufffc"

Runs = tuple[Run, ...]

#: A character that XML cannot hold, as Excel writes it.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def plain_runs(text: str, *, bold: bool = False) -> Runs:
    """Text with the same marks everywhere; nothing when it is blank."""
    # Most text is printable, and looking for barred characters takes longer than that.
    allowed = text if text.isprintable() and _OBJECT not in text else allowed_text(text)
    stripped = allowed.strip()
    return (Run(text=stripped, bold=bold),) if stripped else ()


def tidy_runs(runs: Iterable[Run]) -> Runs:
    """The same runs without blanks around them; neighbours that look alike become one."""
    allowed = (_with(run, allowed_text(run.text)) for run in runs)
    alike = groupby((run for run in allowed if run.text), marks)
    joined = [_joined(list(group)) for _, group in alike]
    return _stripped(joined)


def _with(run: Run, text: str) -> Run:
    if run.text == text:
        return run
    # `replace` is ten times as slow, and most runs have no marks.
    return replace(run, text=text) if any(marks(run)) else Run(text=text)


def _joined(alike: list[Run]) -> Run:
    return _with(alike[0], "".join(run.text for run in alike))


def _stripped(runs: list[Run]) -> Runs:
    while runs and not (first := runs[0].text.lstrip()):
        del runs[0]
    if runs:
        runs[0] = _with(runs[0], first)
    while runs and not (last := runs[-1].text.rstrip()):
        del runs[-1]
    if runs:
        runs[-1] = _with(runs[-1], last)
    return tuple(runs)


def text_of(runs: Runs) -> str:
    """The text without its marks."""
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


def lines(runs: Runs) -> list[Runs]:
    """The runs of each line in the cell that is not blank."""
    if len(runs) == 1:
        texts = (line.strip() for line in runs[0].text.split("\n"))
        return [(_with(runs[0], text),) for text in texts if text]
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        found[-1].append(_with(run, first))
        found.extend([_with(run, each)] for each in others)
    return [tidied for each in found if (tidied := tidy_runs(each))]


def unescaped(text: str) -> str:
    """The text with the characters that Excel wrote as "_x000D_"."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
