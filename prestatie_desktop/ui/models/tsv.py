"""Cells as spreadsheets put them on the clipboard: tabs, line ends, quotes around what holds those."""

from collections.abc import Iterable, Sequence

from prestatie_desktop.errors import UserError
from prestatie_desktop.words.quantities import format_number
from prestatie_desktop.words.translation import tr

#: A bod of a large corporation is some hundreds of rows; more at once is a mistake.
MAX_CELLS = 50_000
MAX_LETTERS = 5_000_000

Block = list[list[str]]


def to_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Cells for a spreadsheet."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def from_tsv(text: str) -> Block:
    """Cells from a spreadsheet. Raises UserError when they are far too many."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    _check_size(text)
    rows: Block = [[]]
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            break
        if text[at] == "\n":
            rows.append([])
        at += 1
    if rows[-1] == [""] and len(rows) > 1:
        rows.pop()
    return rows


def _check_size(text: str) -> None:
    cells = text.count("\t") + text.count("\n") + 1
    if cells > MAX_CELLS or len(text) > MAX_LETTERS:
        from decimal import Decimal

        raise UserError(
            tr(
                "Er zijn {count} cellen gekopieerd en dat is te veel om in één keer te plakken; "
                "er is niets gewijzigd. Plak hoogstens {most} cellen."
            ).format(count=format_number(Decimal(cells)), most=format_number(Decimal(MAX_CELLS)))
        )


def _cell(text: str, at: int) -> tuple[str, int]:
    """A cell and where it ends: at a tab, a line end or the end of the text."""
    if text.startswith('"', at):
        quoted = _quoted_cell(text, at)
        if quoted is not None:
            return quoted
    ends = [end for end in (text.find("\t", at), text.find("\n", at)) if end >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _quoted_cell(text: str, at: int) -> tuple[str, int] | None:
    """A cell within quotes; None when its quote is only a sign in a text, as in 5" buis."""
    end = at + 1
    while (end := text.find('"', end)) >= 0:
        if text.startswith('""', end):
            end += 2
            continue
        after = text[end + 1 : end + 2]
        if after in ("", "\t", "\n"):
            return text[at + 1 : end].replace('""', '"'), end + 1
        return None
    return None


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in "\t\n") or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
