"""Agreements, in rows of tables and in loose paragraphs."""

from collections.abc import Sequence
from dataclasses import replace

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.reading import (
    Doubt,
    DoubtKind,
    FoundAgreement,
    FoundRow,
    IgnoreRule,
)
from prestatie_desktop.importing.recognising.column_fields import share_of_work
from prestatie_desktop.importing.recognising.drafts import Draft
from prestatie_desktop.importing.recognising.events import Event
from prestatie_desktop.importing.recognising.ledger import Ledger
from prestatie_desktop.importing.recognising.names import Lexicon, Mention, mentions
from prestatie_desktop.importing.recognising.promises import promised_rows, promises
from prestatie_desktop.importing.recognising.roles import (
    bracketed,
    is_party_line,
    mentions_in,
    named_first,
)
from prestatie_desktop.importing.recognising.texts import cut, rich
from prestatie_desktop.importing.recognising.vocabulary import fold, is_decoration, one_line
from prestatie_desktop.importing.source import Piece

#: A longer paragraph is text, whatever figures stand in it.
_SHORT = 200
#: Cells in which figures may stand.
_MARGINS = ("parties", "lead", "involved", "figures")
_MARKS = {"t": "lead", "trekker": "lead", "b": "involved", "betrokken": "involved"}


class Agreements:
    """Collects the agreements of a source and the promises that stand beside them."""

    def __init__(self, ledger: Ledger, lexicon: Lexicon, *, restarts: bool = False) -> None:
        self._ledger = ledger
        self._lexicon = lexicon
        self._drafts: list[Draft] = []
        self._numbers: dict[str, int] = {}
        self._subheading = ""
        #: Whether numbers begin again in each chapter and need its number before them.
        self._restarts = restarts
        #: Who does the points that follow, where a line above them says so.
        self._doing: tuple[Mention, ...] = ()
        self.rows: list[FoundRow] = []
        self.open: Draft | None = None

    def found(self) -> tuple[FoundAgreement, ...]:
        """All agreements in the order of the source."""
        return tuple(self._finished(draft) for draft in self._drafts)

    def _finished(self, draft: Draft) -> FoundAgreement:
        if not (draft.printed or draft.leads or draft.involved) and draft.text:
            draft.printed += bracketed(draft.text[-1], self._lexicon)
        return draft.finished()

    def named(self, number: str) -> Draft | None:
        """The agreement with a number, as far as it was read."""
        return next((d for d in self._drafts if fold(d.number) == fold(number)), None)

    def last(self) -> Draft | None:
        """The agreement that was read last."""
        return self._drafts[-1] if self._drafts else None

    def subheading(self, text: str) -> None:
        """A small heading above the next agreement."""
        self.close()
        self._doing = ()
        self._subheading = text

    def name_for_next(self, piece: Piece) -> None:
        """A line with a party above points: who does what follows."""
        self.close()
        found = mentions_in((piece,), self._lexicon).found
        self._doing = tuple(replace(mention, bold=False) for mention in found)

    def begin_theme(self) -> None:
        """What was said above agreements holds no longer."""
        self.close()
        self._doing = ()

    def close(self) -> None:
        """What follows no longer belongs to the agreement that was open."""
        self.open = None

    def begin(self, event: Event, theme: str) -> None:
        """An agreement begins in a loose paragraph: its number, and perhaps its first words."""
        piece = event.piece
        draft = self._new(event.number.text if event.number else "", theme)
        draft.level = piece.heading
        rest = cut(piece, event.start)
        if (piece.heading or event.is_title) and rest.text.strip():
            draft.heading = one_line(rest.text).strip(" :")
        elif rest.text.strip():
            self._line(draft, rest)
        draft.pieces.append(piece)
        self._ledger.recognise(draft.key, (piece,))
        self.open = draft

    def go_on(self, piece: Piece) -> None:
        """A paragraph of the agreement that is open: its text, its parties, its planning."""
        assert self.open is not None
        self.open.pieces.append(piece)
        self._ledger.recognise(self.open.key, (piece,))
        self._line(self.open, piece)

    def go_on_with_last(self, piece: Piece) -> None:
        """A loose line behind a table: the rest of its last cell, which a person is to check."""
        draft = self.last()
        if draft is None:
            return
        draft.pieces.append(piece)
        draft.text.append(piece)
        if not any(doubt.kind is DoubtKind.LOOSE_LINES for doubt in draft.doubts):
            draft.doubts.append(Doubt(DoubtKind.LOOSE_LINES))
        self._ledger.recognise(draft.key, (piece,))

    def _line(self, draft: Draft, piece: Piece) -> None:
        if draft.add_labelled(piece, self._lexicon):
            return
        draft.printed += named_first(piece, self._lexicon)
        if is_party_line(piece, self._lexicon):
            draft.add_parties((piece,), self._lexicon)
        elif len(piece.text) > _SHORT or not self._figures(draft, (piece,)):
            draft.add_text(piece, self._lexicon)

    def row(self, event: Event, theme: str) -> None:
        """A row of a table of agreements; one without a number goes on with the row before it."""
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        self.close()
        fields = event.layout.columns
        number = event.number.text if event.number else ""
        last = self._drafts[-1] if self._drafts else None
        if not number and "number" in fields and last is not None:
            draft = last
        else:
            draft = self._new(number, theme)
        for column, name in enumerate(fields):
            pieces = event.grid.cell(event.row, column).pieces
            if any(piece.text.strip() for piece in pieces):
                self._cell(draft, name, event.layout.labels[column], pieces)
        draft.pieces += event.pieces

    def _cell(self, draft: Draft, name: str, label: str, pieces: Sequence[Piece]) -> None:
        text = "\n".join(piece.text for piece in pieces)
        if is_decoration(text):
            self._ledger.ignore(IgnoreRule.DECORATION, pieces)
            return
        self._ledger.recognise(draft.key, pieces)
        if name in ("number", "theme"):
            return
        if name == "text":
            self._words(draft, pieces)
        elif name.startswith("part:"):
            self._part(draft, name.removeprefix("part:"), pieces)
        elif name.startswith("party:"):
            self._marked(draft, name.removeprefix("party:"), text)
        elif name in _MARGINS and self._figures(draft, pieces):
            return
        elif name in ("parties", "lead", "involved"):
            draft.add_parties(pieces, self._lexicon, name)
        else:
            draft.add_field("remark" if name == "figures" else name, text, label)

    def _words(self, draft: Draft, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if not draft.add_labelled(piece, self._lexicon):
                draft.add_text(piece, self._lexicon)

    def _part(self, draft: Draft, label: str, pieces: Sequence[Piece]) -> None:
        """What a party does, below a heading that names it."""
        draft.add_part(label, pieces)
        found = mentions((Run(text=share_of_work(label)),), self._lexicon)
        draft.printed += () if found.rest else found.found

    def _marked(self, draft: Draft, party: str, text: str) -> None:
        """A cross below the name of a party."""
        found = mentions((Run(text=party),), self._lexicon).found
        name = found[0].name if found else party
        mention = Mention(name, name, bold=False)
        what = _MARKS.get(fold(text), "")
        target = {"lead": draft.leads, "involved": draft.involved}.get(what, draft.printed)
        target.append(mention)

    def _figures(self, draft: Draft, pieces: Sequence[Piece]) -> bool:
        """Take figures that stand beside an agreement; says whether there were any."""
        text = " ".join(piece.text for piece in pieces)
        if not any(character.isdigit() for character in text) or len(text) > 600:
            return False
        found = promises(pieces, self._lexicon)
        if len(found) < 2 and not (found and len(text) < 60):
            return False
        if len(pieces) == 1 and sum(len(one.subject) + len(one.amount) for one in found) < len(text) / 3:  # fmt: skip
            return False
        about = " ".join([rich(draft.text), draft.heading])
        self.rows += promised_rows(found, about, draft.theme, draft.number, pieces)
        return True

    def _new(self, number: str, theme: str) -> Draft:
        if number and self._restarts and theme:
            number = f"{theme}.{number}"
        count = self._numbers[number] = self._numbers.get(number, 0) + 1
        key = f"agreement:{number or 'zonder nummer'}"
        draft = Draft(theme, number, key if count == 1 else f"{key}#{count}")
        if number and count > 1:
            draft.doubts.append(Doubt(DoubtKind.DOUBLE_NUMBER, (number,)))
        draft.heading, self._subheading = self._subheading, ""
        draft.printed += self._doing
        self._drafts.append(draft)
        return draft
