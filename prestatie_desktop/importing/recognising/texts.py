"""Paragraphs of a source as the rich text of a dossier."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from prestatie_desktop.domain.richtext import Block, ListKind, Run, normalise, to_html
from prestatie_desktop.importing.recognising.vocabulary import LEADING_ARROW, is_decoration
from prestatie_desktop.importing.source import Piece, Stamp, Stretch

Runs = tuple[Run, ...]


def rich(pieces: Iterable[Piece], runs_of: Callable[[Piece], Runs] | None = None) -> str:
    """Canonical rich text of some paragraphs, lines broken by the layout made whole."""
    blocks: list[Block] = []
    before: Piece | None = None
    for piece in pieces:
        runs = without_arrow(runs_of(piece) if runs_of else piece.runs)
        text = "".join(run.text for run in runs)
        if not text.strip() or (is_decoration(text) and len(text.strip()) < 3):
            continue
        if before is not None and blocks and _is_broken_off(before, piece, blocks[-1], text):
            joined = (*blocks[-1].runs, Run(text=" "), *runs)
            blocks[-1] = replace(blocks[-1], runs=joined)
        else:
            blocks.append(_block(piece, runs))
        before = piece
    return to_html(normalise(tuple(blocks)))


def _block(piece: Piece, runs: Runs) -> Block:
    if piece.heading:
        runs = tuple(replace(run, bold=True) for run in runs)
    if piece.list_kind is None:
        return Block(runs=runs)
    number = piece.number if piece.list_kind is not ListKind.BULLET else None
    return Block(runs=runs, list_kind=piece.list_kind, level=max(1, piece.level), number=number)


def _is_broken_off(before: Piece, piece: Piece, block: Block, text: str) -> bool:
    """Whether a line goes on with the sentence of the line before: text copied from a page."""
    if piece.gap or piece.list_kind is not None or piece.heading or before.heading:
        return False
    if piece.label or before.line == piece.line:
        return False
    last = block.text.rstrip()
    return bool(last) and last[-1] not in ".!?:;" and text.lstrip()[:1].islower()


def without_arrow(runs: Sequence[Run]) -> Runs:
    """Runs without an arrow in front, which only says that here is another point."""
    kept = list(runs)
    while kept:
        text = LEADING_ARROW.sub("", kept[0].text.lstrip(), count=1)
        if text == kept[0].text.lstrip():
            break
        if text.strip():
            kept[0] = replace(kept[0], text=text)
            break
        del kept[0]
    return tuple(kept)


def cut(piece: Piece, start: int) -> Piece:
    """The piece without its first characters: what follows a number."""
    return replace(
        piece, runs=_cut(piece.runs, start), tracked=_cut_tracked(piece.tracked, start), label=""
    )


def _cut(runs: Sequence[Run], start: int) -> Runs:
    kept: list[Run] = []
    for run in runs:
        if start >= len(run.text):
            start -= len(run.text)
            continue
        kept.append(replace(run, text=run.text[start:]) if start else run)
        start = 0
    return tuple(kept)


def _cut_tracked(tracked: Sequence[Stretch], start: int) -> tuple[Stretch, ...]:
    kept: list[Stretch] = []
    for stretch in tracked:
        if start <= 0 or stretch.deleted:
            kept.append(stretch)
            continue
        text = stretch.run.text
        if start < len(text):
            kept.append(replace(stretch, run=replace(stretch.run, text=text[start:])))
        start -= len(text)
    return tuple(kept)


def as_of(piece: Piece, done: frozenset[Stamp]) -> Runs:
    """The runs of a piece when only these of its tracked changes had been made."""
    if not piece.tracked:
        return piece.runs
    return tuple(
        stretch.run
        for stretch in piece.tracked
        if (stretch.inserted is None or stretch.inserted in done)
        and not (stretch.deleted is not None and stretch.deleted in done)
    )


def stamps(pieces: Iterable[Piece]) -> tuple[Stamp, ...]:
    """Who changed these pieces and when, the earliest first."""
    found = {
        stamp: None
        for piece in pieces
        for stretch in piece.tracked
        for stamp in (stretch.inserted, stretch.deleted)
        if stamp is not None
    }
    return tuple(sorted(found, key=lambda s: (s.at is not None, s.at.timestamp() if s.at else 0)))
