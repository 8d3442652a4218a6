"""What was recognised, under headings as in a dossier."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from prestatie_desktop.importing.reading import (
    FoundAgreement,
    FoundFigures,
    FoundRow,
    FoundTheme,
    Part,
    Reading,
)
from prestatie_desktop.ui.importing.said import kind_label
from prestatie_desktop.words.translation import tr


@dataclass(slots=True)
class Head:
    """A heading; a theme is a part itself."""

    key: str
    title: str
    part: FoundTheme | None = None
    inside: "list[Head | Part]" = field(default_factory=list)
    count: int = 0
    to_check: int = 0


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A line of the list: a heading or a part, and how deep it stands."""

    thing: Head | Part
    level: int

    @property
    def part(self) -> Part | None:
        """The part it shows, if any."""
        return self.thing.part if isinstance(self.thing, Head) else self.thing

    @property
    def key(self) -> str:
        """The same at every reading."""
        return self.thing.key


def tree_of(reading: Reading) -> list[Head]:
    """The headings, each with what stands under it; those without anything are left out."""
    heads = [
        Head("head:cover", tr("Dossier"), inside=[reading.cover]),
        Head("head:parties", tr("Partijen"), inside=[*reading.parties, *reading.groups]),
        Head("head:text", tr("Lopende tekst"), inside=list(reading.text_parts)),
        *_themes(reading),
        Head("head:signatories", tr("Ondertekenaars"), inside=list(reading.signatories)),
    ]
    for head in heads:
        _count(head)
    return [head for head in heads if head.inside or head.part]


def lines_of(
    heads: Iterable[Head], *, folded: Collection[str] = (), only_to_check: bool = False
) -> list[ResultLine]:
    """The lines to show from top to bottom."""
    return list(_lines(heads, 0, folded, only_to_check=only_to_check))


def _lines(
    things: "Iterable[Head | Part]", level: int, folded: Collection[str], *, only_to_check: bool
) -> Iterator[ResultLine]:
    for thing in things:
        if isinstance(thing, Head):
            if only_to_check and not thing.to_check:
                continue
            yield ResultLine(thing, level)
            if thing.key not in folded:
                yield from _lines(thing.inside, level + 1, folded, only_to_check=only_to_check)
        elif not only_to_check or not thing.sure:
            yield ResultLine(thing, level)


def _themes(reading: Reading) -> list[Head]:
    themes = {theme.number: Head(theme.key, theme.title, theme) for theme in reading.themes}
    loose = Head("head:loose", tr("Zonder thema"))
    tables: dict[tuple[str, str, str], Head] = {}
    for thing in _in_order(reading):
        head = themes.get(thing.theme, loose)
        if isinstance(thing, FoundRow):
            head = _table(head, thing, tables)
        head.inside.append(thing)
    return [*themes.values(), loose]


def _in_order(reading: Reading) -> list[FoundAgreement | FoundRow | FoundFigures]:
    """As they stand in the source."""
    things: list[FoundAgreement | FoundRow | FoundFigures] = [
        *reading.rows, *reading.agreements, *reading.figures,
    ]  # fmt: skip
    return sorted(things, key=lambda thing: thing.pieces[0] if thing.pieces else 0)


def _table(head: Head, row: FoundRow, tables: dict[tuple[str, str, str], Head]) -> Head:
    key = (head.key, row.kind_number, row.kind)
    if key not in tables:
        title = f"{row.kind_number} {kind_label(row.kind)}".strip()
        tables[key] = Head(f"table:{':'.join(key)}", title)
        head.inside.append(tables[key])
    return tables[key]


def _count(head: Head) -> None:
    head.count = head.to_check = 0
    for thing in head.inside:
        if isinstance(thing, Head):
            _count(thing)
            head.count += thing.count
            head.to_check += thing.to_check
        else:
            head.count += 1
            head.to_check += not thing.sure
    if head.part is not None:
        head.to_check += not head.part.sure
