"""The ways in which documents say that there is no number yet. None of them is zero."""

import re
from enum import StrEnum


class Unknown(StrEnum):
    """Why a quantity has no number."""

    UNKNOWN = "unknown"
    MEMO = "pm"
    NOT_YET_KNOWN = "nnb"
    TO_BE_DETERMINED = "tb"
    NOT_APPLICABLE = "nvt"
    IF_APPLICABLE = "indien_van_toepassing"
    NOT_READ = "not_read"


_SPELLINGS = {
    Unknown.NOT_YET_KNOWN: r"n\.? ?n\.? ?b\.?|nog (?:onbekend|niet (?:bekend|vastgesteld))",
    Unknown.TO_BE_DETERMINED: (
        r"(?:n\.? ?)?t\.? ?b\.?(?: ?d\.?)?|(?:(?:nog|nader) )?te bepalen|to be determined"
    ),
    Unknown.UNKNOWN: r"onbekend|onb\.?|niet bekend|\?+",
    Unknown.MEMO: r"p\.? ?m\.?|pro memorie",
    Unknown.NOT_APPLICABLE: r"n\.? ?v\.? ?t\.?|niet van toepassing",
    Unknown.IF_APPLICABLE: r"indien van toepassing",
}
SPELLING = "|".join(_SPELLINGS.values())
_CODES = tuple((code, re.compile(rf"(?:{text})(?!\w)")) for code, text in _SPELLINGS.items())


def unknown_code(text: str) -> Unknown | None:
    """The code with which a folded text begins, such as `pm` in "pm appartementen"."""
    return next((code for code, pattern in _CODES if pattern.match(text)), None)
