"""What was recognised in a source: parts of a dossier, each with its place in the source.

Parties are named by the words of the source; who they are in a dossier is decided in `planning`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPartKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.domain.signing import SigningBasis
from prestatie_desktop.importing.source import Comment, Stamp


class Fate(StrEnum):
    """What became of a piece of the source."""

    #: It is the number, the text, the figure … of a part.
    RECOGNISED = "recognised"
    #: It belongs to a part without being one: a heading of a column, a line of an introduction.
    ATTACHED = "attached"
    IGNORED = "ignored"
    NOT_RECOGNISED = "not_recognised"


class IgnoreRule(StrEnum):
    """Why a piece may be left out. Never for a sentence that stands nowhere else."""

    REPEATED_HEADING = "repeated_heading"
    REPEATED_COLUMN_HEADS = "repeated_column_heads"
    #: The same line at the top or bottom of pages.
    RUNNING_HEAD = "running_head"
    PAGE_NUMBER = "page_number"
    TABLE_OF_CONTENTS = "table_of_contents"
    #: An arrow, a rule, a bullet without text.
    DECORATION = "decoration"
    #: A person said so.
    BY_HAND = "by_hand"


class DoubtKind(StrEnum):
    """Why a part is to be checked by a person. `words/importing.py` has the sentences."""

    NO_NUMBER = "no_number"
    DOUBLE_NUMBER = "double_number"
    NO_PARTIES = "no_parties"
    #: args: what stands in the cell and was not understood as a party.
    PARTIES_NOT_READ = "parties_not_read"
    LOOSE_LINES = "loose_lines"
    NO_CORPORATION = "no_corporation"
    #: args: the text that was read as a number of homes only in part.
    NOT_A_NUMBER = "not_a_number"
    SHIFTED_CELLS = "shifted_cells"
    #: args: label of row or column, printed, computed.
    TOTAL_DIFFERS = "total_differs"
    #: args: the sum in percent.
    NOT_A_HUNDRED_PERCENT = "not_a_hundred_percent"
    COLUMNS_GUESSED = "columns_guessed"
    KIND_GUESSED = "kind_guessed"
    THEME_WITHOUT_TITLE = "theme_without_title"
    #: args: spelling, the name it may stand for.
    SPELLING = "spelling"
    #: args: name. It is not sure what sort of party this is.
    PARTY_KIND_GUESSED = "party_kind_guessed"
    #: args: name. Named beside the signatures, without a person who signs.
    NAMED_BESIDE = "named_beside"
    #: args: group. Which parties belong to it is not in the source.
    MEMBERS_GUESSED = "members_guessed"
    TOO_LONG = "too_long"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look at a part, with the words that go into its sentence."""

    kind: DoubtKind
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something recognised. `key` is the same at every reading of the same source."""

    key: str
    #: Keys of the pieces it was made of.
    pieces: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether nobody needs to check it: "zeker" rather than "nakijken"."""
        return not self.doubts


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCover(Part):
    """What the source says of itself; None and "" for what it does not say."""

    title: str = ""
    kind: SetKind | None = None
    first_year: int | None = None
    last_year: int | None = None
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundParty(Part):
    """An organisation. Its `key` is `party:NAME`."""

    name: str
    kind: PartyKind
    legal_name: str = ""
    #: Other spellings in this source that stand for it.
    aliases: tuple[str, ...] = ()
    #: Of a tenants' organisation: names of corporations.
    represents: tuple[str, ...] = ()
    signs: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGroup(Part):
    """Parties under one name. Its `key` is `party:NAME` too."""

    name: str
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name as it is spelled somewhere, and the party or group it is proposed to stand for.

    A proposal stands until a person says otherwise, and is always shown.
    """

    written: str
    stands_for: str
    #: Why: "legal_form", "shortened", "typing_error", "order", "plural", "acronym".
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTextPart(Part):
    """Running text before or after the themes."""

    kind: TextPartKind
    title: str
    #: Canonical rich text, as everywhere below.
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTheme(Part):
    """A chapter."""

    number: str
    title: str
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A party or group, by name, with its part in an item."""

    party: str
    kind: RoleKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an agreement as somebody left it: a state between two tracked changes.

    `stamp` is None for the text before all changes.
    """

    stamp: Stamp | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAgreement(Part):
    """A numbered agreement. Its `key` is `agreement:NUMBER`."""

    theme: str
    number: str
    heading: str = ""
    text: str = ""
    roles: tuple[FoundRole, ...] = ()
    planning: str = ""
    indicator: str = ""
    remark: str = ""
    status: AgreementStatus | None = None
    obligation: Obligation | None = None
    #: Every state of the text, oldest first, when the source has tracked changes; the last is `text`.
    wordings: tuple[Wording, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow(Part):
    """A row of a table of commitments: a project, or a free promise with an amount."""

    #: `new_build` … `study`, `rent_policy`, `quota`, `amount`, or `own:LABEL` for another table.
    kind: str
    #: Number printed with the table's heading ("1.1"); "" when there is none.
    kind_number: str = ""
    theme: str = ""
    #: Number of the agreement it stands under; "" when under none.
    agreement: str = ""
    corporation: str = ""
    municipality: str = ""
    #: As for `journal.edits.commitments.set_values`, raw as printed: location, homes, price, …
    values: Mapping[str, str] = field(default_factory=dict)
    #: Of a free promise: the unit when the amount does not name one.
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of figures: of a party, by name, or with a label of its own."""

    label: str
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigures(Part):
    """A table of figures: years or categories against parties. Totals are checked and left out."""

    kind: SeriesKind
    title: str
    theme: str = ""
    agreement: str = ""
    row_label: str = ""
    unit: str = "homes"
    reference_date: date | None = None
    with_totals: bool = False
    columns: tuple[FoundColumn, ...] = ()
    #: Label and raw figures, in the order of the columns.
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: The grand total as printed; "" when there is none.
    printed_total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSignatory(Part):
    """A person under the signatures."""

    party: str
    name: str
    function: str = ""
    basis: SigningBasis | None = None
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one piece, and of which part it is; "" for none."""

    fate: Fate
    part: str = ""
    rule: IgnoreRule | None = None


class TableUse(StrEnum):
    """What a table holds."""

    AGREEMENTS = "agreements"
    PROJECTS = "projects"
    FIGURES = "figures"
    SIGNATORIES = "signatories"
    #: Running text that was laid out as a table.
    TEXT = "text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """How one table was read, for a person to see and correct."""

    #: Names the layout: the same for tables with the same columns, in this source and the next.
    signature: str
    #: Place of the table among the blocks of the source.
    block: int
    title: str
    use: TableUse
    #: Of a table of commitments: its kind, as in `FoundRow.kind`; "" when rows say so themselves.
    kind: str = ""
    #: The row with the column headings, from 0; None when there is none.
    head: int | None = None
    #: What each column is: a key of `FIELDS` in `recognising/columns.py`, a year ("year:2026"), or "".
    columns: tuple[str, ...] = ()
    #: What stands above each column; "" where nothing does.
    labels: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was recognised in a source, and what became of each of its pieces."""

    cover: FoundCover
    parties: tuple[FoundParty, ...] = ()
    groups: tuple[FoundGroup, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    text_parts: tuple[FoundTextPart, ...] = ()
    themes: tuple[FoundTheme, ...] = ()
    agreements: tuple[FoundAgreement, ...] = ()
    rows: tuple[FoundRow, ...] = ()
    figures: tuple[FoundFigures, ...] = ()
    signatories: tuple[FoundSignatory, ...] = ()
    tables: tuple[TableLayout, ...] = ()
    #: By the key of each piece of the source, blank pieces left out.
    accounts: Mapping[int, Account] = field(default_factory=dict)

    def parts(self) -> tuple[Part, ...]:
        """All parts in the order in which they are shown."""
        return (
            self.cover,
            *self.parties,
            *self.groups,
            *self.text_parts,
            *self.themes,
            *self.agreements,
            *self.rows,
            *self.figures,
            *self.signatories,
        )
