"""What a printed document says, as values: composed from a dossier, tested as data, then written.

Every block carries what a reader who listens needs as well as one who looks: the level of a
heading, which cells are headers, the alternative text of a picture. Measures are millimetres.
"""

from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.documents.pictures import Picture
from prestatie_desktop.domain.richtext import RichText

Words = str | RichText
"""Plain text ("\\n" is a line break) or rich text."""


class TextStyle(StrEnum):
    """How a paragraph sounds."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    NOTE = "note"


class Align(StrEnum):
    """Where the text of a column stands. Figures stand right."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class RowKind(StrEnum):
    """What a table row is: one of many, the sum of many, or the name above some."""

    NORMAL = "normal"
    TOTAL = "total"
    GROUP = "group"


class RoleBadge(StrEnum):
    """The lettered square before a party: trekker, betrokken, or trekker onbekend."""

    LEAD = "T"
    INVOLVED = "B"
    UNKNOWN_LEAD = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlCode:
    """The code that ties a sheet to the exact text it belongs to. Stands at the right."""

    code: str
    label: str = "Controlecode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The head of a document's first page: accent bar, title, subtitle, control code, logos."""

    text: str
    subtitle: str = ""
    code: ControlCode | None = None
    logos: tuple[Picture, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A page of its own with the title, lines under it ("looptijd 2025-2029") and logos."""

    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 (largest) to 6; it also stands in the outline of the PDF."""

    level: int
    text: str
    number: str = ""
    anchor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 6:
            raise ValueError(f"a heading has level 1 to 6, not {self.level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One or more paragraphs and lists."""

    content: Words
    style: TextStyle = TextStyle.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMark:
    """One party's role at an item; `label` says in words what the badge says in a letter."""

    badge: RoleBadge
    label: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One agreement: number, text, roles and status. `anchor` is where links to it arrive."""

    number: str
    content: Words
    heading: str = ""
    roles: tuple[RoleMark, ...] = ()
    status: str = ""
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Agreements under each other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; `weight` is its share of the width. Equal neighbouring `group`s share a heading."""

    title: str
    weight: float = 1.0
    align: Align = Align.LEFT
    strong: bool = False
    group: str = ""

    def __post_init__(self) -> None:
        if self.weight <= 0:
            raise ValueError("a column has a weight above zero")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with a smaller second line under its text."""

    content: Words
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table row. A group row has one cell, which spans all columns."""

    cells: tuple[Words | Cell, ...]
    kind: RowKind = RowKind.NORMAL
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table; its header stands again on every page it reaches. `alt` says what it shows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    alt: str = ""
    repeat_header: bool = True

    def __post_init__(self) -> None:
        for row in self.rows:
            expected = 1 if row.kind is RowKind.GROUP else len(self.columns)
            if len(row.cells) != expected:
                raise ValueError(f"a {row.kind} row has {expected} cells, not {len(row.cells)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyValues:
    """Labels with their values beside them."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBox:
    """Room to sign for one person: the box, whose name stands under it, place and date."""

    name_lines: tuple[str, ...] = ()
    label: str = "Handtekening"
    place_label: str = "Plaats"
    date_label: str = "Datum"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningParty:
    """A party on the combined page: who signs for it, in what function, on what basis.

    `code` ties it to the exact text it signs.
    """

    party: str
    name: str = ""
    function: str = ""
    basis: str = ""
    code: str = ""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureGrid:
    """All parties on one page (or more), two beside each other, each with room to sign."""

    parties: tuple[SigningParty, ...]
    label: str = "Handtekening"
    place_label: str = "Plaats"
    date_label: str = "Datum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with what it shows in words; no larger than the given millimetres."""

    picture: Picture
    alt: str
    max_width: float = 80.0
    max_height: float = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A paragraph that must be seen: a reservation, a warning."""

    text: Words
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacer:
    """White space, in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline over the width."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTogether:
    """Blocks that stay on one page when they fit on one."""

    blocks: tuple["Block", ...]


Block = (
    Title
    | Cover
    | ControlCode
    | Heading
    | Text
    | Items
    | TableBlock
    | KeyValues
    | SignatureBox
    | SignatureGrid
    | Figure
    | Notice
    | Spacer
    | Rule
    | PageBreak
    | KeepTogether
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document to print.

    `footer` stands left under every page, "bladzijde x van y" right. `header` stands above every
    page but the first. `watermark` ("CONCEPT") stands large and light behind every page.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "nl-NL"
    author: str = ""
    subject: str = ""
    header: str = ""
    footer: str = ""
    watermark: str | None = None
