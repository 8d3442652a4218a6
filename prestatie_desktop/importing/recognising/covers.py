"""What a source says of itself before its themes: title, years, date, municipality."""

import re
from collections.abc import Sequence

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.importing.reading import FoundCover
from prestatie_desktop.importing.recognising.dates import date_in, years_in
from prestatie_desktop.importing.recognising.ledger import Ledger
from prestatie_desktop.importing.recognising.vocabulary import fold, one_line
from prestatie_desktop.importing.source import Piece

_SUBJECT = re.compile(r"prestatie ?afspraken|jaarschijf|jaarafspraken|woonafspraken|kaderafspraken|raamovereenkomst")  # fmt: skip
_KINDS = (
    (SetKind.REGIONAL, r"regionale? .*afspraken|regio\w* prestatie"),
    (SetKind.YEARLY, r"jaarschijf|jaarafspraken|jaarlijkse|jaarplan"),
    (SetKind.FRAMEWORK, r"meerjar|kaderafspraken|raamovereenkomst|kaderovereenkomst"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_LONGEST = 110
_DATE_LINE = 45


def cover_of(lines: Sequence[Piece], municipalities: Sequence[str], ledger: Ledger) -> FoundCover:
    """The cover among the first lines of a source."""
    short = [piece for piece in lines if 0 < len(piece.text.strip()) <= _LONGEST]
    title = next((piece for piece in short if _SUBJECT.search(fold(piece.text))), None)
    dated = next((piece for piece in short if _is_date_line(piece.text)), None)
    places = [p for p in short if any(fold(one_line(p.text)) == fold(m) for m in municipalities)]
    used = [piece for piece in (title, dated, *places[:1]) if piece is not None]
    ledger.recognise("cover", used)
    text = one_line(title.text).strip(" .") if title else ""
    years = years_in(text) or next(
        (found for piece in short if piece is not dated and (found := years_in(piece.text))), None
    )
    kind = next((kind for kind, words in _PATTERNS if words.search(fold(text))), None)
    if kind is None and years:
        kind = SetKind.YEARLY if years[0] == years[1] else SetKind.FRAMEWORK
    return FoundCover(
        key="cover",
        pieces=tuple(dict.fromkeys(piece.key for piece in used)),
        title=_title(text, places, municipalities),
        kind=kind,
        first_year=years[0] if years else None,
        last_year=years[1] if years else None,
        dated=date_in(dated.text) if dated else None,
    )


def _is_date_line(text: str) -> bool:
    """Whether a line is a date and hardly more: "28-02-2024", "Versie 3, 12 november 2025"."""
    return date_in(text) is not None and len(text.strip()) < _DATE_LINE


def _title(text: str, places: Sequence[Piece], municipalities: Sequence[str]) -> str:
    if not text:
        return ""
    town = one_line(places[0].text) if places else ""
    if not town and len(municipalities) == 1:
        town = municipalities[0]
    name = fold(town).removeprefix("gemeente ")
    return text if not town or name in fold(text) else f"{text} – {town}"
