"""The same document with other names, numbers and order is recognised as well."""

import os
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.importing.source import Source
from tests.importing.documents import varying
from tests.importing.documents.telling import check_books, not_recognised, plain, read
from tests.importing.documents.varying import VARIANTS, Vary

FOLDER = os.environ.get("PRESTATIE_BRONNEN", "")
TWIN = Path(__file__).parent.parent / "documents" / "files" / "tweeling.txt"
#: Where leads may differ: who is printed in bold was changed.
_LEADS_DIFFER = {varying.bold_moved}


def _texts() -> Iterator[Path]:
    yield TWIN
    if FOLDER:
        yield from Path(FOLDER).glob("*jaarschijf-2024.txt")


@cache
def _original(path: Path) -> tuple[Source, Reading]:
    return read(path)


def _measure(reading: Reading) -> dict[str, object]:
    """What stays the same however things are named, numbered and placed."""
    roles = Counter(role.kind for one in reading.agreements for role in one.roles)
    return {
        "themes": len(reading.themes),
        "introductions": sum(bool(plain(one.introduction)) for one in reading.themes),
        "agreements": len(reading.agreements),
        "different numbers": len({one.number for one in reading.agreements}),
        "words": sum(len(plain(one.text).split()) > 3 for one in reading.agreements),
        "without parties": sum(not one.roles for one in reading.agreements),
        "roles": sum(roles.values()),
        "rows": Counter(row.kind for row in reading.rows),
        "rows with a corporation": Counter(row.kind for row in reading.rows if row.corporation),
        "fields": Counter(key for row in reading.rows for key in row.values),
        "figures": Counter((one.kind, len(one.columns), len(one.rows)) for one in reading.figures),
        "columns of parties": sum(bool(c.party) for one in reading.figures for c in one.columns),
        "totals": Counter(one.printed_total for one in reading.figures),
        "signatories": len({one.party for one in reading.signatories}),
        "in place of another": sum(bool(one.on_behalf_of) for one in reading.signatories),
        "parties": Counter((one.kind, one.signs) for one in reading.parties),
        "groups": Counter(len(one.members) for one in reading.groups),
    }


@pytest.mark.parametrize("path", list(_texts()), ids=lambda path: path.stem)
@pytest.mark.parametrize("vary", VARIANTS, ids=lambda vary: vary.__name__)
def test_a_variant_holds_as_much_as_the_document_it_was_made_of(
    path: Path, vary: Vary, tmp_path: Path
) -> None:
    _, original = _original(path)
    text = vary(path.read_text(encoding="utf-8"), original, random.Random(vary.__name__))
    (tmp_path / "variant.txt").write_text(text, encoding="utf-8", newline="")
    source, reading = read(tmp_path / "variant.txt")
    expected, got = _measure(original), _measure(reading)
    report = "\n".join(
        f"{key}: {expected[key]} was {got[key]}" for key in expected if expected[key] != got[key]
    )
    assert not report, report
    check_books(source, reading)
    assert len(not_recognised(source, reading)) <= 0.05 * len(source.lines)
    if vary not in _LEADS_DIFFER:
        assert _leads(reading) == _leads(original)


def _leads(reading: Reading) -> Counter[RoleKind]:
    return Counter(role.kind for one in reading.agreements for role in one.roles)


def test_who_leads_follows_the_bold(tmp_path: Path) -> None:
    _, original = _original(TWIN)
    text = varying.bold_moved(TWIN.read_text(encoding="utf-8"), original, random.Random(1))
    (tmp_path / "variant.txt").write_text(text, encoding="utf-8")
    _, reading = read(tmp_path / "variant.txt")
    before, after = _by_number(original), _by_number(reading)
    moved = {number for number, roles in before.items() if after[number] != roles}
    assert len(moved) >= 10
    for number in moved:
        assert after[number] == {who: _OTHER[kind] for who, kind in before[number].items()}


_OTHER = {RoleKind.LEAD: RoleKind.INVOLVED, RoleKind.INVOLVED: RoleKind.LEAD}


def _by_number(reading: Reading) -> dict[str, dict[str, RoleKind]]:
    return {one.number: {r.party: r.kind for r in one.roles} for one in reading.agreements}
