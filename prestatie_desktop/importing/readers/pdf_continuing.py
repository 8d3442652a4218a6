"""Paragraphs that go on somewhere else: in the next column, or overleaf."""

from dataclasses import replace

from prestatie_desktop.importing.readers.pdf_line_ends import (
    BREAK,
    SENTENCE_ENDS,
    SOFT,
    breaks_word,
)
from prestatie_desktop.importing.readers.pdf_lines import merged
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph

# How wide most letters are, in their height.
_WIDTH = 0.6
_DANGLING = (",", "-", "–")


def joined(one: Paragraph, other: Paragraph) -> Paragraph:
    """A paragraph that went on in another column or on another page."""
    runs, following = list(one.runs), other.runs[0].text
    ending, word = runs[-1].text, one.text.rsplit(" ", 1)[-1]
    if word.endswith("-") and len(word) > 2 and breaks_word(word[:-1], following):
        runs[-1] = replace(runs[-1], text=ending[:-1] + SOFT)
    elif not word.endswith("-") or word == "-":
        is_cut = one.is_cut and breaks_word(word, following)
        runs[-1] = replace(runs[-1], text=ending + (BREAK if is_cut else " "))
    return replace(
        one,
        runs=merged((*runs, *other.runs)),
        comments=(*one.comments, *other.comments),
        room=other.room,
        is_cut=other.is_cut,
    )


def goes_on(one: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph on another page is the rest of this one."""
    return other.text[:1].islower() and may_go_on(one, other)


def may_go_on(one: Paragraph, other: Paragraph) -> bool:
    """The same, where a name may be the first word overleaf."""
    return (
        (lacks_room(one, other) or one.text.endswith(_DANGLING))
        and not other.bullet
        and abs(one.size - other.size) <= 0.08 * one.size
        and not is_ended(one)
    )


def lacks_room(one: Paragraph, other: Paragraph) -> bool:
    """Whether the first word of another paragraph did not fit on the last line of this one."""
    first = other.text.split(maxsplit=1)[0]
    return one.room < (_WIDTH * len(first) + 0.25) * one.size


def is_ended(paragraph: Paragraph) -> bool:
    """Whether it ends as a sentence does."""
    return paragraph.text.endswith(SENTENCE_ENDS)
