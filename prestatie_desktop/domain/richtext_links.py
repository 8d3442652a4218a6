"""What a reference to another item reads as: its number of today, whatever it was when written."""

import re
from collections.abc import Callable
from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext_html import parse
from prestatie_desktop.domain.richtext_values import RichText, Run

_NUMBER = re.compile(r"(?=.*\d)[\w.]+")


def with_current_numbers(blocks: RichText, number_of: Callable[[Id], str | None]) -> RichText:
    """The text with the number in each link as it is now; words in a link stay as written.

    `number_of` gives the number of an item, or None to leave its link as it stands.
    """
    return tuple(
        replace(block, runs=tuple(_shown(run, number_of) for run in block.runs))
        if any(run.link for run in block.runs)
        else block
        for block in blocks
    )


def as_read(dossier: Dossier, html: str) -> RichText:
    """A stored text as it is read: with the numbers that agreements have now."""

    def number_of(item_id: Id) -> str | None:
        agreement = dossier.find(Agreement, item_id)
        return agreement.number if agreement else None

    return with_current_numbers(parse(html), number_of)


def _shown(run: Run, number_of: Callable[[Id], str | None]) -> Run:
    if run.link is None or not _NUMBER.fullmatch(run.text):
        return run
    number = number_of(run.link)
    return run if number is None else replace(run, text=number)
