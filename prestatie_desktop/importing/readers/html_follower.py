"""Follows tags and text, and makes pieces and tables of them. It never fails and never loses text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prestatie_desktop.domain.richtext import MAX_LEVEL, MAX_NUMBER, ListKind, Run
from prestatie_desktop.domain.richtext import Block as Item
from prestatie_desktop.domain.richtext_markers import BULLETS, word_marker
from prestatie_desktop.domain.richtext_states import NO_MARKS, State
from prestatie_desktop.domain.richtext_tags import Tag
from prestatie_desktop.importing.readers.html_runs import Runs, paragraphs, without_start
from prestatie_desktop.importing.readers.html_table import Fillers, TableDraft
from prestatie_desktop.importing.readers.html_tags import (
    CELLS,
    NEUTRAL,
    TELLING,
    VOID,
    bounds,
    closed_by,
    heading_of,
    is_inline,
    spans,
    state_within,
)
from prestatie_desktop.importing.source import Block, Piece

#: Marks that are never closed leave room for tables and lists.
_MAX_INLINE_DEPTH = 100
_MAX_DEPTH = 200
_MOST_STATES = 5_000
_WHITE_SPACE = re.compile("[\t\r\n\f]+")
_WORD = re.compile(r"[^\W_]")
_BULLET = re.compile(r"(?:[•▪◦‣●■\uf0b7\uf0a7]\s*|[·–-]\s+(?=[^\W\d_]))(?=\S)")
_ITEM_BULLET = re.compile(rf"[{BULLETS}]\s+(?=\S)")


@dataclass(slots=True)
class _Open:
    """A tag that is open."""

    name: str
    state: State
    heading: int = 0
    #: Of a numbered list: the number of its next item.
    number: int = 1
    #: Of a table or a cell: what is collected in it.
    table: TableDraft | None = None
    tag: Tag | None = None


_BESIDE = frozenset({"nav", "footer"})


class Follower:
    """Takes tags and text in order. `make` makes a piece; without `hides` all text is shown."""

    def __init__(self, make: Callable[..., Piece], *, hides: bool) -> None:
        self._make = make
        self._hides = hides
        self._open = [_Open("", State())]
        self._targets: list[list[Block]] = [[]]
        self._tables: list[TableDraft] = []
        self._fillers = Fillers()
        self._parts: list[tuple[Run, str]] = []
        self._next: dict[str, Any] = {}
        self._marker: str | None = None
        self._items: dict[int, Item] = {}
        self._gap = False
        self._states: dict[tuple[Any, ...], tuple[State, State]] = {}
        #: How many pieces were made, and how many stretches of text were not for a reader.
        self.made = 0
        self.hidden = 0
        #: How many tables stand beside each other so far, nested ones not counted.
        self.tables = 0

    @property
    def row(self) -> int:
        """The row of the outermost table that is being read; 0 outside of all cells."""
        return self._tables[0].row_number if len(self._targets) > 1 else 0

    @property
    def is_beside(self) -> bool:
        """Whether what is read stands in the menu or the foot of a page of a web site."""
        return any(one.name in _BESIDE for one in self._open)

    def take(self, token: Tag | str) -> None:
        """Go on with this."""
        if isinstance(token, str):
            self._text(token)
        elif token.is_end:
            self._end(token.name)
        elif token.name == "br":
            self._add("\n")
        elif token.name == "hr":
            self.blank()
        elif token.name not in VOID:
            self._start(token)

    def begin(self, **more: Any) -> None:
        """Say what the next paragraph is: fields of `Piece`."""
        self._next = more

    def blank(self) -> None:
        """A blank line stands here."""
        self.end_paragraph()
        self._gap = True

    def end_paragraph(self) -> None:
        """Make pieces of the text so far; what is open stays open."""
        parts, self._parts = self._parts, []
        if not parts:
            return
        found = paragraphs(parts)
        for place, runs in enumerate(found):
            self._gap = self._gap or place > 0
            self._put(runs)
        if found:
            self._next, self._marker = {}, None
        else:
            self._gap = self._gap or any(mark in text for _, text in parts for mark in "\n\u00a0")

    def close_marks(self) -> None:
        """Marks that nobody closed end here."""
        while len(self._open) > 1 and is_inline(self._open[-1].name):
            self._leave()

    def aside(self, runs: Runs) -> None:
        """Put something that is no part of the text here, or before the table that is open."""
        self.end_paragraph()
        gap = self._gap and not self._tables
        self._gap = self._gap and not gap
        self._targets[0].append(self._made(runs, gap=gap))

    def finish(self) -> list[Block]:
        """Everything that was found."""
        while len(self._open) > 1:
            self._leave()
        if self._marker:
            self._keep_marker(self._marker)
        self.end_paragraph()
        return self._targets[0]

    def _text(self, text: str) -> None:
        self._add(text if self._open[-1].state.pre else _WHITE_SPACE.sub(" ", text))

    def _add(self, text: str) -> None:
        state = self._open[-1].state
        if state.hidden and self._hides:
            self.hidden += bool(text.strip())
        elif state.marker and self._hides:
            self._marker = (self._marker or "") + text
        elif self._parts or text.strip(" "):
            self._parts.append((state.run, text))

    def _start(self, tag: Tag) -> None:
        inline = is_inline(tag.name)
        if not inline:
            self._close(*closed_by(tag.name))
            if self._parts:
                self.end_paragraph()
        if len(self._open) > (_MAX_INLINE_DEPTH if inline else _MAX_DEPTH):
            return
        opened = self._opened(tag)
        self._open.append(opened)
        self._begin_tag(opened, tag)

    def _end(self, name: str) -> None:
        if self._open[-1].name == name:
            self._leave()
        else:
            self._close({name}, bounds(name))

    def _opened(self, tag: Tag) -> _Open:
        above = self._open[-1]
        heading = 0 if tag.name in CELLS else heading_of(tag) or above.heading
        return _Open(tag.name, self._state(above.state, tag), heading, tag=tag)

    def _state(self, above: State, tag: Tag) -> State:
        if not tag.attributes and tag.name in NEUTRAL:
            return above
        # Pages repeat the same few tags: what they mean is worked out once.
        key = (id(above), tag.name, *map(tag.attributes.get, TELLING))
        known = self._states.get(key)
        if known is None:
            if len(self._states) > _MOST_STATES:
                self._states.clear()
            known = self._states[key] = (above, state_within(above, tag))
        return known[1]

    def _begin_tag(self, opened: _Open, tag: Tag) -> None:
        name = opened.name
        if name == "ol":
            opened.number = opened.state.start
        elif name == "li":
            self._begin_item(opened.state)
        elif name == "table":
            self._begin_table(opened)
        elif name == "tr" and self._tables:
            self._tables[-1].begin_row(is_head=self._is_open("thead"))
        elif name in CELLS and self._tables:
            self._begin_cell(opened)
        elif opened.state.word_level is not None and tag.attributes and not self._next:
            self._next = {"list_kind": ListKind.BULLET, "level": opened.state.word_level}
            self._marker = ""

    def _begin_item(self, state: State) -> None:
        kind, level = state.kind or ListKind.BULLET, min(max(state.level, 1), MAX_LEVEL)
        self._next = {"list_kind": kind, "level": level}
        if kind is not ListKind.BULLET:
            holder = next(each for each in reversed(self._open) if each.name in {"ol", ""})
            number = min(max(state.number or holder.number, 1), MAX_NUMBER)
            holder.number = number + 1
            self._next["number"] = number

    def _begin_table(self, opened: _Open) -> None:
        self.tables += not self._tables
        opened.table = TableDraft(self._fillers, gap=self._gap)
        self._gap = False
        self._tables.append(opened.table)

    def _begin_cell(self, opened: _Open) -> None:
        table = self._tables[-1]
        if not table.row_number:
            table.begin_row(is_head=self._is_open("thead"))
        opened.table = table
        self._next, self._gap = {}, False
        self._targets.append([])

    def _is_open(self, name: str) -> bool:
        for opened in reversed(self._open):
            if opened.name in (name, "table"):
                return opened.name == name
        return False

    def _close(self, names: set[str], bounds: set[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name in names:
                while len(self._open) > depth:
                    self._leave()
                return
            if name in bounds:
                return

    def _leave(self) -> None:
        opened = self._open[-1]
        if not is_inline(opened.name):
            if self._marker:
                self._keep_marker(self._marker)
            self.end_paragraph()
        self._open.pop()
        if opened.name == "li":
            self._next = {}
        elif opened.table is not None:
            self._leave_table(opened, opened.table)

    def _keep_marker(self, marker: str) -> None:
        """A number that Word gave to an empty paragraph is all there is to read in it."""
        if _label(marker) and not any(_WORD.search(text) for _, text in self._parts):
            self._parts = [(NO_MARKS, marker)]
            self._next, self._marker = {}, None

    def _leave_table(self, opened: _Open, table: TableDraft) -> None:
        self._gap = False
        if opened.name == "table":
            self._tables.pop()
            self._targets[-1] += table.blocks()
            return
        columns, rows = spans(opened.tag)
        table.add_cell(self._targets.pop(), columns, rows, is_head=opened.name == "th")

    def _put(self, runs: Runs) -> None:
        more, self._next = self._next, {}
        heading = self._open[-1].heading
        if heading and "heading" not in more:
            more = {**more, "heading": heading}
        if self._marker is not None:
            more, self._marker = self._marked(more, self._marker), None
        if runs[0].text[0] in BULLETS:
            runs, more = _without_bullet(runs, more)
        gap, self._gap = self._gap, False
        self._targets[-1].append(self._made(runs, gap=gap, **more))

    def _made(self, runs: Runs, **more: Any) -> Piece:
        self.made += 1
        return self._make(runs, **more)

    def _marked(self, more: dict[str, Any], marker: str) -> dict[str, Any]:
        """What Word says with the marker that stands before an item."""
        level = more.get("level", 1)
        kind, number = word_marker(marker, self._items.get(level))
        item = Item(list_kind=kind, number=number)
        self._items = {at: each for at, each in self._items.items() if at < level} | {level: item}
        label = _label(marker)
        if label and kind is ListKind.BULLET:
            kind = ListKind.DECIMAL
        if more.get("heading"):
            return {"heading": more["heading"], "label": label}
        return {**more, "list_kind": kind, "number": number, "label": label}


def _label(marker: str) -> str:
    """The number in Word's marker ("1.7", "Artikel 3"); "" for a bullet, which may be an "o"."""
    text = " ".join(marker.split())
    return text if _WORD.search(text) and (len(text) > 1 or text.isdigit()) else ""


def _without_bullet(runs: Runs, more: dict[str, Any]) -> tuple[Runs, dict[str, Any]]:
    """An item without the bullet that is typed before it; a paragraph with one is an item."""
    if more.get("heading") or more.get("label"):
        return runs, more
    kind = more.get("list_kind")
    pattern = _ITEM_BULLET if kind is ListKind.BULLET else _BULLET
    text = "".join(run.text for run in runs[:3])
    typed = None if kind not in (None, ListKind.BULLET) else pattern.match(text)
    if typed is None:
        return runs, more
    return without_start(runs, typed.end()), {"list_kind": ListKind.BULLET, "level": 1, **more}
