"""Documents invented by chance are recognised wholly, whatever program wrote them."""

from pathlib import Path

import pytest

from prestatie_desktop.importing.reading import Reading
from tests.importing.documents.inventing import Invented, invented
from tests.importing.documents.telling import check_books, not_recognised, plain, read
from tests.importing.documents.writing import (
    as_markdown,
    as_open_text,
    as_page,
    as_slides,
    as_text,
    as_word,
)

_WRITERS = (as_text, as_word, as_open_text, as_page, as_markdown, as_slides)


@pytest.mark.parametrize("seed", range(48))
def test_all_that_is_in_it_is_found(seed: int, tmp_path: Path) -> None:
    expected = invented(seed)
    source, reading = read(_WRITERS[seed % len(_WRITERS)](expected.sketch, tmp_path))
    called = _names(reading)
    assert [one.title for one in reading.themes] == expected.themes
    assert _agreements(reading) == [
        (
            said.number,
            _letters(said.text),
            said.heading,
            {called.get(who, who): kind for who, kind in said.roles.items()},
        )
        for said in expected.agreements
    ]
    assert _rows(reading) == [
        (kind, called.get(who, who), _letters(where), homes)
        for kind, who, where, homes in expected.rows
    ]
    assert _figures(reading) == [
        (years, sorted(called.get(who, who) for who in whose)) for years, whose in expected.figures
    ]
    signed = sorted((one.party, one.name) for one in reading.signatories)
    assert signed == sorted((called.get(who, who), name) for who, name in expected.signatories)
    assert {one.name for one in reading.parties} <= {called.get(w, w) for w in _people(expected)}
    check_books(source, reading)
    assert not not_recognised(source, reading)


def _people(expected: Invented) -> set[str]:
    said = {who for one in expected.agreements for who in one.roles}
    rows = {who for _, who, _, _ in expected.rows}
    figures = {who for _, whose in expected.figures for who in whose}
    signed = {who for who, _ in expected.signatories}
    return said | rows | figures | signed | expected.people


def _names(reading: Reading) -> dict[str, str]:
    """What each party is called, by every way in which it is written."""
    return {
        name: one.name
        for one in reading.parties
        for name in (one.name, one.legal_name, *one.aliases)
    }


def _agreements(reading: Reading) -> list[tuple[str, str, str, dict[str, str]]]:
    return [
        (
            one.number,
            _letters(plain(one.text)),
            # Below a section its title is the heading; that is not what is tested here.
            one.heading if one.number.count(".") < 2 else "",
            {role.party: role.kind.value for role in one.roles},
        )
        for one in reading.agreements
    ]


def _rows(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [
        (one.kind, one.corporation, _letters(one.values["location"]), one.values["homes"])
        for one in reading.rows
    ]


def _figures(reading: Reading) -> list[tuple[list[str], list[str]]]:
    return [
        ([label for label, _ in one.rows], sorted(column.party for column in one.columns))
        for one in reading.figures
    ]


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
