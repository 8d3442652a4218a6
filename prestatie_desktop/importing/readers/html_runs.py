"""Marked stretches of text as the runs of a piece."""

import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import normalize

from prestatie_desktop.domain.richtext import Run, allowed_text
from prestatie_desktop.domain.richtext_normal import normal_runs
from prestatie_desktop.domain.richtext_states import NO_MARKS

Runs = tuple[Run, ...]

_LEFT_OUT = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064]")
_BLANKS = re.compile(r"[^\S\n]+")
_WORDS = re.compile(r"\n| |[^\n ]+(?: [^\n ]+)*")
_ORDINAL = re.compile(r"(?:de|ste|[eo]|er|re)\b", re.IGNORECASE)
#: Shown for a line in which there is nothing to show, so that it can be accounted for.
_UNSHOWABLE = "\ufffd"


def visible(text: str) -> str:
    r"""The text as it is read: single blanks, "\n" for a break, no invisible characters."""
    if text.isprintable():
        # Nothing but words and ordinary blanks: nearly all text.
        return _BLANKS.sub(" ", text) if "  " in text else text
    return _BLANKS.sub(" ", _LEFT_OUT.sub("", allowed_text(text)))


def one_line(text: str) -> str:
    """The visible text on one line, without blanks at its ends."""
    return " ".join(visible(text).split())


def literal(text: str) -> Runs:
    """A line that carries no text for a reader, as it is typed."""
    return normal_runs([Run(text=one_line(text) or _UNSHOWABLE)])


def paragraphs(parts: list[tuple[Run, str]]) -> list[Runs]:
    """The text in `parts` with the marks of their runs, split where two line breaks meet."""
    if len(parts) == 1:
        run, text = parts[0]
        text = visible(text).strip()
        if "\n" not in text:
            return [_marked_as(run, text)] if text else []
    return [normal_runs(runs) for runs in _split(parts)]


def _marked_as(run: Run, text: str) -> Runs:
    """The visible text with the marks of the run."""
    text = normalize("NFC", text)
    return (Run(text=text) if run is NO_MARKS else replace(run, text=text),)


def without_start(runs: Runs, count: int) -> Runs:
    """The runs without their first `count` characters."""
    rest: list[Run] = []
    for run in runs:
        rest.append(replace(run, text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return normal_runs(rest)


def _split(parts: Iterable[tuple[Run, str]]) -> list[list[Run]]:
    found: list[list[Run]] = []
    breaks = 0
    blank: Run | None = None
    for run, text in parts:
        for word in _WORDS.findall(visible(text)):
            if word == "\n":
                breaks += 1
                blank = None
            elif word == " ":
                blank = blank or run
            else:
                if not found or breaks > 1:
                    found.append([])
                elif breaks:
                    found[-1].append(Run(text="\n"))
                elif blank and not _is_ordinal(found[-1][-1], run, word):
                    found[-1].append(replace(blank, text=" "))
                found[-1].append(replace(run, text=word))
                breaks, blank = 0, None
    return found


def _is_ordinal(before: Run, run: Run, word: str) -> bool:
    """Whether this is the raised letter of "1 e", which belongs directly after its figure."""
    return run.superscript and before.text[-1:].isdigit() and bool(_ORDINAL.fullmatch(word))
