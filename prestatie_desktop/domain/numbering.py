"""Numbers of agreements: stored, with gaps, compared as people read them."""

import re

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.theme import Theme

_PART = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
_LAST_NUMBER = re.compile(r"\d+(?=\D*\Z)")
_LAST_LETTER = re.compile(r"(?<![^\W\d_])[a-yA-Y](?=\W*\Z)")


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts 1.7 before 1.10 and 2.1 before 2.1.a."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.lower())
        for part in _PART.findall(number[:200])
    )


def same_number(one: str, other: str) -> bool:
    """Whether two numbers read as the same: "1.7", "1.7." and " 1.07" do."""
    return number_key(one) == number_key(other)


def next_number(dossier: Dossier, theme: Theme, after: Agreement | None = None) -> str:
    """A free number for a new agreement: one past the highest, or past the one before it.

    Tables under a theme have numbers too: where 1.1 to 1.6 are tables, the first agreement is 1.7.
    """
    numbered: list[Agreement | CommitmentKind] = [
        *dossier.all(Agreement),
        *dossier.all(CommitmentKind),
    ]
    taken = {number_key(one.number) for one in numbered}
    siblings = dossier.agreements_of(theme.id)
    last = after or max(siblings, key=lambda a: number_key(a.number), default=None)
    number = last.number if last else f"{_stem(theme)}.0"
    while True:
        number = one_more(number)
        if number_key(number) not in taken:
            return number


def one_more(number: str) -> str:
    """The number that follows one: 1.8 after 1.7, 2.1.b after 2.1.a."""
    letter = _LAST_LETTER.search(number)
    if letter is not None:
        return f"{number[: letter.start()]}{chr(ord(letter[0]) + 1)}{number[letter.end() :]}"
    found = _LAST_NUMBER.search(number)
    if found is None:
        return f"{number}.1" if number else "1"
    return f"{number[: found.start()]}{int(found[0]) + 1}{number[found.end() :]}"


def renumbered(dossier: Dossier, theme_id: Id, first: int = 1) -> dict[Id, str]:
    """New numbers without gaps for a theme's agreements, in their order: id → number."""
    theme = dossier.get(Theme, theme_id)
    return {
        agreement.id: f"{_stem(theme)}.{index}"
        for index, agreement in enumerate(dossier.agreements_of(theme_id), start=first)
    }


def _stem(theme: Theme) -> str:
    return theme.number.rstrip(". ")
