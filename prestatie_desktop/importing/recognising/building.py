"""Chapter by chapter the parts of a reading, with the books kept of every piece."""

import re
from collections.abc import Sequence
from dataclasses import replace

from prestatie_desktop.domain.agreement_set import TextPartKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import AssignedAs, Decisions
from prestatie_desktop.importing.reading import (
    Doubt,
    DoubtKind,
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundRow,
    FoundTextPart,
    FoundTheme,
    IgnoreRule,
    Reading,
    TableLayout,
    TableUse,
)
from prestatie_desktop.importing.recognising.agreements import Agreements
from prestatie_desktop.importing.recognising.chapters import Chapter
from prestatie_desktop.importing.recognising.covers import cover_of
from prestatie_desktop.importing.recognising.events import Event, Is
from prestatie_desktop.importing.recognising.figures import figures_of
from prestatie_desktop.importing.recognising.grids import Grid, only_text
from prestatie_desktop.importing.recognising.headings import (
    BOLD,
    Heading,
    is_document_title,
    same_title,
)
from prestatie_desktop.importing.recognising.ledger import Ledger
from prestatie_desktop.importing.recognising.numbers import number_before
from prestatie_desktop.importing.recognising.projects import Place, project_lines
from prestatie_desktop.importing.recognising.roles import is_party_line
from prestatie_desktop.importing.recognising.scopes import announces
from prestatie_desktop.importing.recognising.signatures import is_signing_title, says_nothing
from prestatie_desktop.importing.recognising.signing import Signing, signatories_of
from prestatie_desktop.importing.recognising.texts import rich
from prestatie_desktop.importing.recognising.vocabulary import (
    fold,
    is_sentence,
    kind_named,
    one_line,
)
from prestatie_desktop.importing.recognising.who import Who
from prestatie_desktop.importing.source import Piece
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.words.translation import tr

_DEFINITIONS = re.compile(r".*(?:begrippen|definities|begripsbepaling|afkortingen|verklarende).*")
_ROWS_A_LOOK = 500
#: What stands above the tables of a sheet takes few rows and few words.
_TITLE_ROWS = 4
_TITLE = 90
_UNTITLED = DoubtKind.THEME_WITHOUT_TITLE


class Builder:
    """Takes the chapters in their order and makes the reading of them."""

    def __init__(
        self,
        ledger: Ledger,
        who: Who,
        decisions: Decisions,
        watch: Watch,
        *,
        restarts: bool = False,
        by_pages: bool = False,
        by_points: bool = False,
    ) -> None:
        self._ledger = ledger
        self._who = who
        self._decisions = decisions
        #: Whether the source is cut up in pages, so that a cell may go on as loose lines.
        self._by_pages = by_pages
        #: Whether agreements are points without numbers, which may stand below who does them.
        self._by_points = by_points
        self._watch = watch
        self._agreements = Agreements(ledger, who.lexicon, restarts=restarts)
        self._front: list[Piece] = []
        self._texts: list[tuple[TextPartKind, Chapter]] = []
        self._themes: list[FoundTheme] = []
        self._intros: dict[str, list[Piece]] = {}
        self._rows: list[FoundRow] = []
        self._figures: list[FoundFigures] = []
        #: Themes that the rows of a table name in a column.
        self._named_themes: list[FoundTheme] = []
        self._row_theme = ""
        #: The section we are in, for the first agreement that is announced in it.
        self._section = ""
        #: Lines among signatures that are no part of them: no introduction either.
        self._beside_names: set[int] = set()

    def take(self, chapter: Chapter) -> None:
        """Read one chapter."""
        if chapter.is_theme:
            self._theme(chapter)
            return
        kind = TextPartKind.CLOSING if self._themes else TextPartKind.PREAMBLE
        title = chapter.heading.title if chapter.heading else ""
        if _DEFINITIONS.fullmatch(fold(title)):
            kind = TextPartKind.DEFINITIONS
        self._texts.append((kind, chapter))
        self._loose_tables(chapter)

    def _loose_tables(self, chapter: Chapter) -> None:
        """Tables outside the themes: a list of projects by itself."""
        place = Place()
        for event in chapter.events:
            if event.what is Is.KIND:
                self._kind(event, place.key, place)
            elif event.what is Is.TABLE:
                self._table(event, place)
            elif event.what is Is.HEADING and event.heading and event.pieces:
                place.corporation = self._who.lexicon.name_of(event.heading.title)

    def take_notes(self, notes: Sequence[Piece]) -> None:
        """Keep footnotes: running text behind the themes."""
        if notes and (self._themes or self._rows):
            events = [Event(Is.TEXT, (piece,)) for piece in notes]
            self._texts.append((TextPartKind.CLOSING, Chapter(Heading(1, tr("Noten")), events)))

    def account_signing(self, signing: Signing) -> None:
        """Claim what belongs to the signatures, before anything else does."""
        keys = [one.key for one in signatories_of(signing, self._who.lexicon)]
        self._beside_names = {piece.key for piece in signing.loose}
        by_key = {piece.key: piece for piece in self._ledger.pieces()}
        for key, block in zip(keys, signing.blocks, strict=True):
            self._ledger.recognise(key, [by_key[k] for k in block.pieces if k in by_key])
        for name, (_others, pieces) in signing.beside.items():
            self._ledger.recognise(f"party:{name}", pieces)
        empty = [piece for piece in signing.loose if says_nothing(piece.text)]
        self._ledger.attach(keys[0] if keys else "cover", [*signing.heads, *empty])

    def reading(self, signing: Signing, layouts: tuple[TableLayout, ...]) -> Reading:
        """The reading of all that was taken."""
        signatories = signatories_of(signing, self._who.lexicon)
        cover = self._cover()
        agreements = self._agreements.found()
        themes = self._used_themes(agreements)
        is_any = bool(agreements or self._rows or self._figures)
        text_parts = tuple(
            part for kind, c in self._texts if is_any and (part := self._text_part(kind, c))
        )
        return Reading(
            cover=cover,
            parties=tuple(self._who.parties.values()),
            groups=tuple(self._who.groups.values()),
            spellings=self._who.spellings,
            text_parts=text_parts,
            themes=themes,
            agreements=agreements,
            rows=(*self._rows, *self._agreements.rows),
            figures=tuple(self._figures),
            signatories=signatories,
            tables=layouts,
            accounts=self._ledger.accounts(),
        )

    def _used_themes(self, agreements: Sequence[FoundAgreement]) -> tuple[FoundTheme, ...]:
        """The themes; one without a title of its own only when something stands under it."""
        used = {one.theme for one in agreements}
        used |= {one.theme for one in self._rows} | {one.theme for one in self._figures}
        named = {theme.number for theme in self._named_themes}
        own = [
            theme
            for theme in self._themes
            if theme.number not in named
            and (theme.number in used or not any(d.kind is _UNTITLED for d in theme.doubts))
            and not (named and theme.number not in used and not self._intros[theme.key])
        ]
        kept = (*own, *self._named_themes)
        for key in {theme.key for theme in self._themes} - {theme.key for theme in kept}:
            self._ledger.move(key, "cover")
        return tuple(replace(theme, introduction=rich(self._intros[theme.key])) for theme in kept)

    # Themes.

    def _theme(self, chapter: Chapter) -> None:
        number = chapter.number or str(len(self._themes) + 1)
        key = f"theme:{number}"
        if any(theme.key == key for theme in self._themes):
            key = f"{key}:{len(self._themes)}"
        self._intros[key] = []
        heading = chapter.heading
        title = heading.title if heading else ""
        if heading and not (heading.number or heading.is_chapter) and is_document_title(title):
            title = ""
        doubts = () if title else (Doubt(DoubtKind.THEME_WITHOUT_TITLE),)
        pieces: list[int] = []
        place = Place(theme=number, key=key)
        self._agreements.begin_theme()
        is_started = False
        after_rows = False
        for at, event in enumerate(chapter.events):
            if event.heading is chapter.heading and event.what is Is.HEADING and not is_started:
                self._ledger.recognise(key, event.pieces)
                pieces += [piece.key for piece in event.pieces]
                is_started = True
                continue
            following = chapter.events[at + 1] if at + 1 < len(chapter.events) else None
            after_rows = self._event(event, following, key, place, after_rows=after_rows)
        self._themes.append(
            FoundTheme(
                key=key,
                pieces=(*pieces, *(p.key for p in self._intros[key])),
                doubts=doubts,
                number=number,
                title=title or f"Thema {number}",
            )
        )

    def _event(
        self, event: Event, following: Event | None, key: str, place: Place, *, after_rows: bool
    ) -> bool:
        """Take one event of a theme; returns whether a row of a table of agreements was last."""
        loose = event.what in (Is.HEADING, Is.TEXT) and event.by_hand is None and event.pieces
        if loose and event.piece.text.strip() and self._is_taken(event.piece):
            return after_rows
        match event.what:
            case Is.HEADING:
                return self._heading(event, following, key, place)
            case Is.KIND:
                self._kind(event, key, place)
            case Is.ITEM:
                place.kind, place.kind_number = "", ""
                self._agreements.begin(event, place.theme)
            case Is.ROW:
                return self._row(event, place)
            case Is.TABLE:
                self._table(event, place)
            case Is.TEXT:
                self._text(event, key, after_rows=after_rows)
                return after_rows
        return False

    def _is_taken(self, piece: Piece) -> bool:
        return not self._ledger.is_open(piece) or piece.key in self._beside_names

    def _heading(self, event: Event, following: Event | None, key: str, place: Place) -> bool:
        assert event.heading is not None
        if event.is_repeated:
            self._ledger.ignore(IgnoreRule.REPEATED_HEADING, event.pieces)
            return False
        is_small = event.heading.level >= BOLD - 1
        before_table = following is not None and following.what is Is.TABLE
        before_item = following is not None and following.what in (Is.ITEM, Is.ROW)
        draft = self._agreements.open
        within = draft is not None and (is_small or 0 < draft.level < event.heading.level)
        if before_table:
            self._ledger.attach(key, event.pieces)
            if named := self._who.lexicon.name_of(event.heading.title):
                place.corporation = named
        elif within and not before_item and event.grid is None:
            self._agreements.go_on(event.piece)
        elif before_item:
            title = event.heading.title
            self._agreements.subheading("" if announces(title) else title)
            self._ledger.attach(key, event.pieces)
        else:
            self._agreements.close()
            if named := self._who.lexicon.name_of(event.heading.title):
                place.corporation = named
            elif not kind_named(event.heading.title):
                place.corporation = ""
            self._section = event.heading.title
            self._introduce(key, event.pieces)
        return False

    def _kind(self, event: Event, key: str, place: Place) -> None:
        assert event.heading is not None
        self._agreements.close()
        kind = kind_named(event.heading.title)
        if place.kind == kind and place.kind_number == event.heading.number and kind:
            self._ledger.ignore(IgnoreRule.REPEATED_HEADING, event.pieces)
        else:
            self._ledger.recognise(key, event.pieces)
        place.kind, place.kind_number, place.corporation = kind, event.heading.number, ""

    def _row(self, event: Event, place: Place) -> bool:
        if event.by_hand is not None and self._assigned_row(event):
            return False
        if event.is_repeated:
            self._ledger.ignore(IgnoreRule.REPEATED_COLUMN_HEADS, event.pieces)
            return False
        self._account_head(event, place.key)
        self._agreements.row(event, self._theme_in(event) or place.theme)
        return True

    def _theme_in(self, event: Event) -> str:
        """The number of the theme that a row itself names; "" when it names none."""
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        if "theme" not in event.layout.columns:
            return ""
        column = event.layout.columns.index("theme")
        text = event.grid.texts[event.row][column]
        if not text:
            return self._row_theme
        known = next((t for t in self._named_themes if same_title(t.title, text)), None)
        if known is None:
            known = self._name_theme(text, event.grid.cell(event.row, column).pieces)
        self._row_theme = known.number
        return known.number

    def _name_theme(self, text: str, pieces: Sequence[Piece]) -> FoundTheme:
        found = number_before(text)
        number = found.number.text if found else str(len(self._named_themes) + 1)
        title = text[found.start :].strip(" :.-–") if found else text
        theme = FoundTheme(
            key=f"theme:{number}",
            pieces=tuple(piece.key for piece in pieces),
            number=number,
            title=title or text,
        )
        self._named_themes.append(theme)
        self._intros.setdefault(theme.key, [])
        return theme

    def _account_head(self, event: Event, key: str) -> None:
        """The head of a table of agreements belongs to the table."""
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        if event.layout.head is not None:
            for row in range(event.layout.head + 1):
                self._ledger.attach(key, event.grid.pieces(row))

    def _text(self, event: Event, key: str, *, after_rows: bool) -> None:
        if event.announces:
            self._agreements.subheading(self._section)
            self._section = ""
            self._ledger.attach(key, event.pieces)
            return
        if event.by_hand is not None:
            self._assigned(event, key)
            return
        if not self._ledger.is_open(event.piece):
            if not event.piece.text.strip() and self._agreements.open is not None:
                self._agreements.go_on(event.piece)
            return
        if self._by_points and is_party_line(event.piece, self._who.lexicon):
            self._agreements.name_for_next(event.piece)
            self._ledger.attach(key, event.pieces)
        elif self._agreements.open is not None:
            self._agreements.go_on(event.piece)
        elif not after_rows:
            self._introduce(key, event.pieces)
        elif self._by_pages:
            self._agreements.go_on_with_last(event.piece)

    def _introduce(self, key: str, pieces: Sequence[Piece]) -> None:
        kept = [piece for piece in pieces if self._ledger.is_open(piece)]
        self._intros[key] += kept
        self._ledger.attach(key, kept)

    # Tables.

    def _table(self, event: Event, place: Place) -> None:
        assert event.grid is not None and event.layout is not None  # noqa: PT018
        draft = self._agreements.open
        agreement = draft.number if draft else ""
        written = [piece for piece in event.pieces if piece.text.strip()]
        if written and not any(self._ledger.is_open(piece) for piece in written):
            return
        if event.layout.use is TableUse.PROJECTS:
            self._projects(event, replace(place, agreement=agreement))
        elif event.layout.use is TableUse.FIGURES:
            self._add_figures(event, place.theme, agreement)
        elif event.layout.use is TableUse.NOTHING:
            self._ledger.ignore(IgnoreRule.BY_HAND, event.pieces)
        elif event.layout.use is TableUse.TEXT and draft is None and _is_title_only(event.grid):
            self._ledger.attach(place.key, written)
        elif event.layout.use is TableUse.TEXT and draft is not None:
            for piece in filter(self._ledger.is_open, event.pieces):
                self._agreements.go_on(piece)

    def _projects(self, event: Event, place: Place) -> None:
        grid, layout = event.grid, event.layout
        assert grid is not None and layout is not None  # noqa: PT018
        if named := self._who.lexicon.name_of(grid.table.title):
            place.corporation = named
        for line in project_lines(grid, layout, place, self._who.lexicon):
            if line.row % _ROWS_A_LOOK == 0:
                self._watch.at("Rijen lezen", line.row, len(grid.texts))
            pieces = grid.pieces(line.row)
            if line.found is not None:
                self._rows.append(line.found)
                self._ledger.recognise(line.found.key, pieces)
            elif line.is_repeated_head:
                self._ledger.ignore(IgnoreRule.REPEATED_COLUMN_HEADS, pieces)
            else:
                self._ledger.attach(place.key, pieces)

    def _add_figures(self, event: Event, theme: str, agreement: str) -> None:
        grid, layout = event.grid, event.layout
        assert grid is not None and layout is not None  # noqa: PT018
        found = figures_of(grid, layout, self._who.lexicon, theme=theme, agreement=agreement)
        self._figures.append(found)
        self._ledger.recognise(found.key, event.pieces)

    # What a person assigned.

    def _assigned(self, event: Event, key: str) -> None:
        said = event.by_hand
        assert said is not None
        draft = self._agreements.named(said.target) if said.target else self._agreements.last()
        if said.what is AssignedAs.TEXT_OF and draft is not None:
            draft.text.append(event.piece)
            draft.pieces.append(event.piece)
            self._ledger.recognise(draft.key, event.pieces)
        elif said.what is AssignedAs.PARTIES_OF and draft is not None:
            draft.add_parties(event.pieces, self._who.lexicon)
            draft.pieces.append(event.piece)
            self._ledger.recognise(draft.key, event.pieces)
        elif said.what in (AssignedAs.INTRODUCTION, AssignedAs.TEXT_PART):
            self._introduce(key, event.pieces)

    def _assigned_row(self, event: Event) -> bool:
        said = event.by_hand
        assert said is not None
        if said.what is AssignedAs.IGNORE:
            return True
        if said.what not in (AssignedAs.TEXT_OF, AssignedAs.PARTIES_OF):
            return False
        for piece in event.pieces:
            self._assigned(Event(Is.TEXT, (piece,), by_hand=said), "")
        return True

    # Around the themes.

    def _cover(self) -> FoundCover:
        lines: list[Piece] = []
        for kind, chapter in self._texts:
            if kind is TextPartKind.PREAMBLE:
                lines += [p for event in chapter.events for p in event.pieces]
        lines += [p for e in self._theme_headings() for p in e]
        towns = self._who.of_kind(PartyKind.MUNICIPALITY)
        return cover_of(lines[:40], towns, self._ledger)

    def _theme_headings(self) -> Sequence[Sequence[Piece]]:
        return ()

    def _text_part(self, kind: TextPartKind, chapter: Chapter) -> FoundTextPart | None:
        title = chapter.heading.title if chapter.heading else ""
        pieces = [p for event in chapter.events for p in event.pieces if self._ledger.is_open(p)]
        for event in chapter.events:
            if event.is_repeated:
                self._ledger.ignore(IgnoreRule.REPEATED_HEADING, event.pieces)
        body = [
            p for p in pieces
            if self._ledger.is_open(p) and not (title and _is_title(chapter, p))
        ]  # fmt: skip
        said = any(event.by_hand for event in chapter.events)
        if not body:
            self._ledger.attach("cover", pieces)
            return None
        if is_signing_title(title) and all(len(p.text) < 120 for p in body):
            around = [p for p in pieces if p not in body or says_nothing(p.text)]
            self._ledger.attach("cover", around)
            return None
        if not title and not said and not any(is_sentence(p.text) for p in body):
            return None
        key = f"text:{kind.value}:{title or 'vooraf'}"
        self._ledger.attach(key, pieces)
        usual = {
            TextPartKind.PREAMBLE: "Vooraf",
            TextPartKind.CLOSING: "Slot",
            TextPartKind.DEFINITIONS: "Begrippen",
        }
        return FoundTextPart(
            key=key,
            pieces=tuple(piece.key for piece in pieces),
            kind=kind,
            title=one_line(title) or usual[kind],
            text=rich(body),
        )


def _is_title_only(grid: Grid) -> bool:
    """Whether a table is the title of a sheet: a few rows with one short cell each."""
    rows = grid.texts
    return len(rows) <= _TITLE_ROWS and all(0 < len(only_text(row)) < _TITLE for row in rows)


def _is_title(chapter: Chapter, piece: Piece) -> bool:
    return any(
        event.heading is chapter.heading and event.what is Is.HEADING and piece in event.pieces
        for event in chapter.events
    )


__all__ = ["Builder"]
