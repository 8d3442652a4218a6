"""The colours, sizes and spaces everything on the screen is made from."""

from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["accent", "ok", "warn", "bad", "mute"]
"""What a colour says: in hand, done, mind this, wrong, nothing in particular."""

FontRole = Literal["title", "display", "h1", "h2", "read", "ui", "small"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One colour per meaning, as `#RRGGBB`. A screen names a meaning, never a colour."""

    dark: bool
    window: str
    rail: str
    surface: str
    head: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    #: Decoration only; whatever must be seen to be used has an `edge`.
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    select: str
    hover: str
    focus: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    mute: str
    mute_soft: str
    inserted: str
    inserted_ground: str
    deleted: str
    deleted_ground: str
    toast: str
    on_toast: str
    toast_link: str
    #: Paper stays white in the dark: a preview shows what the printer will do.
    paper: str = "#FFFFFF"
    paper_ink: str = "#15191F"

    def __getitem__(self, name: str) -> str:
        """The colour of a name that is only known while running (a tone, a `_soft` ground)."""
        colour = getattr(self, name)
        assert isinstance(colour, str)
        return colour


LIGHT: Final = Palette(
    dark=False,
    window="#F5F4F0",
    rail="#ECEAE4",
    surface="#FFFFFF",
    head="#F3F1EC",
    sunken="#E4E1D9",
    ink="#18212D",
    ink2="#434D5B",
    ink3="#5B6470",
    line="#DDD9D0",
    edge="#827F77",
    accent="#1B4D80",
    on_accent="#FFFFFF",
    accent_soft="#E3ECF6",
    select="#EAF1F9",
    hover="#E9E6DF",
    focus="#0A5FD8",
    ok="#1A6640",
    ok_soft="#E0F1E7",
    warn="#834A00",
    warn_soft="#FCEFD6",
    bad="#A1232B",
    bad_soft="#FBE5E4",
    mute="#5B6470",
    mute_soft="#ECEAE4",
    inserted="#0F4A2C",
    inserted_ground="#D5EFDF",
    deleted="#7E1A20",
    deleted_ground="#FBDEDC",
    toast="#18212D",
    on_toast="#F5F4F0",
    toast_link="#9CC7F5",
)

DARK: Final = Palette(
    dark=True,
    window="#161A20",
    rail="#12161B",
    surface="#1E232A",
    head="#242A32",
    sunken="#0F1216",
    ink="#E8EBEF",
    ink2="#BDC5D0",
    ink3="#9BA5B2",
    line="#343B46",
    edge="#7E8897",
    accent="#8DBDF2",
    on_accent="#0C1A29",
    accent_soft="#22374D",
    select="#213141",
    hover="#262D36",
    focus="#6FB1FF",
    ok="#7FD1A0",
    ok_soft="#1C3A2A",
    warn="#F0B95C",
    warn_soft="#41301A",
    bad="#F59A96",
    bad_soft="#472326",
    mute="#9BA5B2",
    mute_soft="#2A3039",
    inserted="#B5EBCB",
    inserted_ground="#1D4530",
    deleted="#FBC3BF",
    deleted_ground="#54292C",
    toast="#E8EBEF",
    on_toast="#161A20",
    toast_link="#1B4D80",
)

#: Points at 96 dpi. Nothing on the screen is smaller than `small`.
POINTS: Final[dict[FontRole, int]] = {
    "title": 30,
    "display": 22,
    "h1": 18,
    "h2": 13,
    "read": 12,
    "ui": 11,
    "small": 10,
}

#: Running text is set with room between its lines, in per cent.
READING_LINE: Final = 130

# Everything below is in pixels at 100 % text; `Theme.px` brings it to the scale in force.
TIGHT, SMALL, MEDIUM, LARGE, WIDE = 4, 8, 12, 16, 24
RADIUS_BADGE, RADIUS_CONTROL, RADIUS_CARD, RADIUS_CHIP = 4, 6, 8, 13
ROW, ROW_TALL, ROW_RAIL, TABLE_HEAD = 33, 47, 42, 34
CONTROL, CHIP, TAB = 34, 26, 66
RAIL_WIDE, RAIL_NARROW, INSPECTOR = 188, 92, 340
FOCUS_WIDTH = 2
