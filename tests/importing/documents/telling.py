"""What was recognised, told in lines that a person could have written before the program read it."""

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.reading import (
    Fate,
    FoundAgreement,
    FoundFigures,
    FoundRow,
    FoundSignatory,
    IgnoreRule,
    Reading,
)
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.importing.source import Source

_ROLES = {
    RoleKind.LEAD: "trekker",
    RoleKind.INVOLVED: "betrokken",
    RoleKind.UNKNOWN_LEAD: "trekker onbekend",
}
_KINDS = {
    "new_build": "nieuwbouw",
    "demolition": "sloop",
    "renovation": "renovatie",
    "sale": "verkoop",
    "acquisition": "aankoop",
    "study": "onderzoek",
    "rent_policy": "huurbeleid",
    "quota": "taakstelling",
    "amount": "bedrag",
}
_PARTIES = {
    PartyKind.MUNICIPALITY: "gemeente",
    PartyKind.CORPORATION: "corporatie",
    PartyKind.TENANTS_ORGANISATION: "huurders",
    PartyKind.OTHER: "andere",
    PartyKind.ACTOR: "betrokkene",
}
_SERIES = {SeriesKind.SERIES: "reeks", SeriesKind.MATRIX: "matrix"}
_TAGS = re.compile(r"<[^>]*>")
_BLOCK_ENDS = re.compile(r"</(?:p|li)>")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW = 8
_SECTIONS = ("themes", "agreements", "rows", "figures", "signatories", "parties", "groups")


def plain(rich: str) -> str:
    """Canonical rich text as bare words."""
    text = _TAGS.sub("", _BLOCK_ENDS.sub(" ", rich))
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(text.split())


def _shortened(text: str) -> str:
    words = text.split()
    if len(words) <= _FEW:
        return " ".join(words)
    return f"{' '.join(words[:4])} … {' '.join(words[-3:])}"


def _joined(*parts: str) -> str:
    return " | ".join(part for part in parts if part)


def _agreement(agreement: FoundAgreement) -> str:
    roles = [
        f"{words}: " + ", ".join(names)
        for kind, words in _ROLES.items()
        if (names := [role.party for role in agreement.roles if role.kind is kind])
    ]
    return _joined(
        f"{agreement.number or '-'} {_shortened(plain(agreement.text))}".strip(),
        f"kop: {agreement.heading}" if agreement.heading else "",
        *roles,
        f"planning: {agreement.planning}" if agreement.planning else "",
        f"indicator: {agreement.indicator}" if agreement.indicator else "",
        f"opmerking: {_one_line(agreement.remark)}" if agreement.remark else "",
        f"status: {agreement.status.value}" if agreement.status else "",
        f"soort: {agreement.obligation.value}" if agreement.obligation else "",
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _row(row: FoundRow) -> str:
    kind = _KINDS.get(row.kind, row.kind.removeprefix("own:"))
    homes = row.values.get("homes", "") or row.values.get("amount", "")
    years = [
        f"{key.removeprefix('year:')}: {value}"
        for key, value in row.values.items()
        if key.startswith("year:")
    ]
    location = _one_line(row.values.get("location", ""))
    return " | ".join([kind, row.corporation, location, _one_line(homes), *years])


def _figures(figures: FoundFigures) -> list[str]:
    columns = ", ".join(column.party or column.label for column in figures.columns)
    head = _joined(f"{_SERIES[figures.kind]} {figures.title}", columns)
    total = [f"totaal {figures.printed_total}"] if figures.printed_total else []
    return [head, *(f"  {label}: {', '.join(values)}" for label, values in figures.rows), *total]


def _signatory(one: FoundSignatory) -> str:
    return _joined(
        one.name or "-", one.party, one.function, one.on_behalf_of and f"i.o. {one.on_behalf_of}"
    )


def told(reading: Reading) -> dict[str, list[str]]:
    """Everything recognised, by section, each part on a line."""
    return {
        "themes": [f"{theme.number or '-'} {theme.title}" for theme in reading.themes],
        "agreements": [_agreement(agreement) for agreement in reading.agreements],
        "rows": [_row(row) for row in reading.rows],
        "figures": [line for figures in reading.figures for line in _figures(figures)],
        "signatories": [_signatory(one) for one in reading.signatories],
        "parties": sorted(f"{_PARTIES[one.kind]} {one.name}" for one in reading.parties),
        "groups": sorted(f"{one.name} = {', '.join(one.members)}" for one in reading.groups),
    }


def read(source: Source | Path) -> tuple[Source, Reading]:
    """A document, and what is recognised in it without anybody's help."""
    opened = open_source(source) if isinstance(source, Path) else source
    return opened, recognise(opened)


def expect(
    source: Source | Path,
    *,
    parties: str | None = None,
    groups: str | None = None,
    themes: str = "",
    agreements: str = "",
    rows: str = "",
    figures: str = "",
    signatories: str = "",
    left: str = "",
) -> Reading:
    """Read a document and compare it with what a person expects of it, line by line.

    `left` are the lines that nobody could recognise; others must be. The reading is returned for
    what a document asks besides.
    """
    source, reading = read(source)
    got = told(reading)
    texts = (themes, agreements, rows, figures, signatories, parties, groups)
    sections = {
        name: _lines(text, name in {"parties", "groups"})
        for name, text in zip(_SECTIONS, texts, strict=True)
        if text is not None
    }
    got["left"] = not_recognised(source, reading)
    sections["left"] = _lines(left)
    report = "\n".join(
        line
        for name, wanted in sections.items()
        if wanted != got[name]
        for line in [f"== {name}", *difflib.ndiff(wanted, got[name])]
        if not line.startswith(("? ", "  "))
    )
    assert not report, f"{source.name}: what was expected (-) and what was read (+)\n{report}"
    check_books(source, reading)
    return reading


def _lines(text: str, sort: bool = False) -> list[str]:
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    lines = [line[indent:] for line in lines]
    return sorted(lines) if sort else lines


def _fates(source: Source, reading: Reading) -> list[set[Fate]]:
    fates: list[set[Fate]] = [set() for _ in source.lines]
    for piece in source.pieces():
        if piece.text.strip():
            fates[piece.line].add(reading.accounts[piece.key].fate)
    return fates


def not_recognised(source: Source, reading: Reading) -> list[str]:
    """The lines of which something was not recognised, without the blanks around them."""
    return [
        _one_line(line.text)
        for line, fates in zip(source.lines, _fates(source, reading), strict=True)
        if Fate.NOT_RECOGNISED in fates
    ]


def check_books(source: Source, reading: Reading) -> None:
    """Every line is accounted for, and no sentence that stands nowhere else was ignored."""
    pieces = [piece for piece in source.pieces() if piece.text.strip()]
    assert set(reading.accounts) == {piece.key for piece in pieces}
    assert {piece.line for piece in pieces} == set(range(len(source.lines)))
    parts = {part.key for part in reading.parts()}
    kept = _squeezed(
        piece.text for piece in pieces if reading.accounts[piece.key].fate is not Fate.IGNORED
    )
    for piece in pieces:
        account = reading.accounts[piece.key]
        assert (account.fate is Fate.IGNORED) == (account.rule is not None)
        if account.fate in (Fate.RECOGNISED, Fate.ATTACHED):
            assert account.part in parts, f"{piece.text!r} belongs to {account.part!r}"
        if account.fate is Fate.IGNORED and len(_WORD.findall(piece.text)) > 3:
            assert _bare(piece.text, account.rule) in kept, f"ignored: {piece.text!r}"


def _bare(text: str, rule: IgnoreRule | None) -> str:
    """A text by its letters; of a line of the contents without its number and page."""
    if rule is IgnoreRule.TABLE_OF_CONTENTS:
        text = re.sub(r"^[\d.]+\s|\W*\d+\s*$", "", text)
    if rule in (IgnoreRule.RUNNING_HEAD, IgnoreRule.PAGE_NUMBER):
        text = re.sub(r"\d", "", text)
    return re.sub(r"\W", "", text).casefold()


def _squeezed(texts: Iterable[str]) -> str:
    """Texts by their letters, with and without their digits."""
    plain = "|".join(re.sub(r"[^\w|]", "", text).casefold() for text in texts)
    return plain + re.sub(r"\d", "", plain)


def written(text: str, folder: Path, name: str = "stuk.txt") -> Path:
    """A text file; its first newline and the indent of its first line are not part of it."""
    lines = text.removeprefix("\n").split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    made = folder / name
    body = "\n".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines)
    made.write_text(body, encoding="utf-8")
    return made
