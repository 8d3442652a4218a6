"""What was made of a source, line by line and part by part.

Every non-blank line of the source is in exactly one of the counts: the report goes over the lines
themselves, so their sum cannot be another number.
"""

from collections.abc import Mapping

from prestatie_desktop.importing.planning import SORTS, Plan
from prestatie_desktop.importing.reading import Account, Doubt, Fate, Part, Reading
from prestatie_desktop.importing.report_values import Report, ReportedLine, ReportedPart
from prestatie_desktop.importing.source import Piece, Source

#: A line with pieces of several fates has the first of these.
_WORST_FIRST = (Fate.NOT_RECOGNISED, Fate.RECOGNISED, Fate.ATTACHED, Fate.IGNORED)
_LOST = Account(Fate.NOT_RECOGNISED)


def report(source: Source, reading: Reading, plan: Plan | None = None) -> Report:
    """The report of an import."""
    pieces = source.pieces()
    lines = _Lines(source, reading, pieces)
    return Report(
        name=source.name,
        form=source.form.value,
        lines=len(source.lines),
        counts=lines.counts,
        parts=_parts(source, reading, pieces, plan),
        spellings=reading.spellings,
        tables=reading.tables,
        ignored=tuple(lines.ignored),
        not_recognised=tuple(lines.not_recognised),
        notices=source.notices,
        plan=plan,
    )


class _Lines:
    """The fate of each line: the worst of its pieces."""

    def __init__(self, source: Source, reading: Reading, pieces: tuple[Piece, ...]) -> None:
        self.counts = dict.fromkeys(Fate, 0)
        self.ignored: list[ReportedLine] = []
        self.not_recognised: list[ReportedLine] = []
        by_line: dict[int, list[Piece]] = {}
        for piece in pieces:
            if piece.key in reading.accounts or piece.text.strip():
                by_line.setdefault(piece.line, []).append(piece)
        for number, line in enumerate(source.lines):
            self._take(number, line.where, line.text, by_line.get(number, []), reading)

    def _take(
        self, number: int, where: str, text: str, pieces: list[Piece], reading: Reading
    ) -> None:
        # A piece that nobody accounted for is not recognised, whatever it is.
        told = [(piece, reading.accounts.get(piece.key, _LOST)) for piece in pieces]
        fates = {account.fate for _, account in told} or {Fate.NOT_RECOGNISED}
        fate = next(fate for fate in _WORST_FIRST if fate in fates)
        self.counts[fate] += 1
        if fate is Fate.NOT_RECOGNISED:
            lost = [piece.text for piece, account in told if account.fate is fate]
            said = text if len(lost) == len(told) else " | ".join(lost)
            self.not_recognised.append(ReportedLine(line=number + 1, where=where, text=said))
        elif fate is Fate.IGNORED:
            rule = next((account.rule for _, account in told if account.rule), None)
            ignored = ReportedLine(line=number + 1, where=where, text=text, rule=rule)
            self.ignored.append(ignored)


def _parts(
    source: Source, reading: Reading, pieces: tuple[Piece, ...], plan: Plan | None
) -> tuple[ReportedPart, ...]:
    line_of = {piece.key: piece.line for piece in pieces}
    more = plan.doubts if plan else {}
    parts = reading.parts()
    known = {part.key for part in parts}
    # A name that stands for nobody recognised becomes a party in planning.
    added = (match.part for match in plan.matches if match.part.key not in known) if plan else ()
    return tuple(_part(source, part, line_of, more.get(part.key, ())) for part in (*parts, *added))


def _part(
    source: Source, part: Part, line_of: Mapping[int, int], more: tuple[Doubt, ...]
) -> ReportedPart:
    lines = sorted({line_of[key] for key in part.pieces if key in line_of})
    return ReportedPart(
        part=part,
        sort=SORTS[type(part)],
        doubts=tuple(dict.fromkeys((*part.doubts, *more))),
        lines=tuple(line + 1 for line in lines),
        where=source.lines[lines[0]].where if lines else "",
    )
