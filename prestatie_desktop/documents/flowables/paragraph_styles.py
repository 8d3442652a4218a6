"""The voices of print, as reportlab paragraph styles made when first used."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from prestatie_desktop.documents import fonts, hyphenation, style
from prestatie_desktop.documents.blocks import Align


@dataclass(frozen=True, slots=True)
class _Voice:
    size: float
    leading: float
    colour: str = style.INK
    font: str = fonts.REGULAR
    before: float = 0
    after: float = 0
    break_from: int = 0  # words of at least this many letters are hyphenated; 0: none
    with_next: bool = False


_SB = fonts.SEMIBOLD
_VOICES = {
    "body": _Voice(10, 14, after=6, break_from=13),
    "lead": _Voice(11.5, 16.5, style.INK_SOFT, after=9, break_from=13),
    "small": _Voice(8.5, 11.5, style.INK_FAINT, after=5, break_from=13),
    "note": _Voice(9, 12.5, style.INK_SOFT, font=fonts.ITALIC, after=5, break_from=13),
    "title": _Voice(22, 26, font=_SB, after=2, break_from=14),
    "subtitle": _Voice(13, 17, style.ACCENT, font=_SB, break_from=14),
    "cover title": _Voice(34, 39, font=_SB, after=6, break_from=14),
    "cover subtitle": _Voice(18, 23, style.ACCENT, font=_SB, after=18, break_from=14),
    "cover line": _Voice(11.5, 17, style.INK_SOFT, break_from=14),
    "h1": _Voice(17, 21, font=_SB, before=20, after=7, break_from=14, with_next=True),
    "h2": _Voice(13, 17, font=_SB, before=15, after=5, break_from=14, with_next=True),
    "h3": _Voice(11, 14.5, font=_SB, before=11, after=4, break_from=14, with_next=True),
    "h4": _Voice(10, 13.5, font=_SB, before=9, after=3, break_from=14, with_next=True),
    "h5": _Voice(
        10, 13.5, style.INK_SOFT, font=_SB, before=8, after=3, break_from=14, with_next=True
    ),
    "h6": _Voice(
        9, 12.5, style.INK_SOFT, font=_SB, before=7, after=2, break_from=14, with_next=True
    ),
    "caption": _Voice(10, 13.5, font=_SB, before=9, after=5, break_from=14, with_next=True),
    "label": _Voice(8.5, 12, style.INK_FAINT, break_from=8),
    "value": _Voice(9.5, 12.5, font=_SB, after=2, break_from=10),
    "code": _Voice(10.5, 14, font=_SB),
    "cell": _Voice(9, 11.5, break_from=7),
    "cell strong": _Voice(9, 11.5, font=_SB, break_from=7),
    "cell note": _Voice(8, 10.5, style.INK_FAINT, break_from=7),
    "cell head": _Voice(8.5, 11, style.INK_SOFT, font=_SB, break_from=7),
    "number": _Voice(10, 14, style.ACCENT, font=_SB),
    "item heading": _Voice(10, 14, font=_SB, after=2, break_from=10, with_next=True),
    "status": _Voice(8.5, 14, style.INK_SOFT, font=_SB, break_from=7),
    "party": _Voice(10, 13, font=_SB, break_from=10),
    "signatory": _Voice(9, 12, break_from=8),
    "basis": _Voice(8, 11, style.INK_FAINT, break_from=8),
    "notice title": _Voice(9.5, 13, style.WARN, font=_SB, after=1, break_from=10, with_next=True),
    "notice": _Voice(9.5, 13, break_from=10, after=3),
}

INDENT = 14
"""How far each level of a list moves to the right."""

_ALIGNMENTS: dict[Align, Any] = {
    Align.LEFT: TA_LEFT,
    Align.RIGHT: TA_RIGHT,
    Align.CENTER: TA_CENTER,
}


def stays_with_next(voice: str) -> bool:
    """Whether a paragraph of this voice never stands alone at the foot of a page."""
    return _VOICES[voice].with_next


@lru_cache(maxsize=512)
def paragraph_style(voice: str, align: Align = Align.LEFT, level: int = 0) -> ParagraphStyle:
    """The style of a voice; `level` is the depth in a list, 0 outside one."""
    chosen = _VOICES[voice]
    breaking: dict[str, Any] = {}
    if chosen.break_from:
        breaking = {
            "hyphenationLang": hyphenation.pairs,
            "hyphenationMinWordLength": chosen.break_from,
            "embeddedHyphenation": 1,
        }
    return ParagraphStyle(
        f"{voice} {align} {level}",
        fontName=chosen.font,
        fontSize=chosen.size,
        leading=chosen.leading,
        textColor=HexColor(chosen.colour),
        spaceBefore=chosen.before,
        spaceAfter=min(chosen.after, 2) if level else chosen.after,
        leftIndent=INDENT * min(level, 6),
        alignment=_ALIGNMENTS[align],
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        **breaking,
    )


@lru_cache(maxsize=512)
def without_hyphenation(own: ParagraphStyle) -> ParagraphStyle:
    """The same style in which words too long for a line are cut at any letter."""
    return ParagraphStyle(own.name, parent=own, hyphenationLang="", embeddedHyphenation=0)
