"""The published set of agreements that this program was measured against, unchanged and without help.

Its folder is named by PRESTATIE_BRONNEN; the text itself is not part of this program.
"""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.importing.reading import FoundFigures, Reading
from prestatie_desktop.importing.source import Source
from tests.importing.documents.telling import check_books, not_recognised, plain, read

FOLDER = os.environ.get("PRESTATIE_BRONNEN", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="PRESTATIE_BRONNEN names no folder")


@pytest.fixture(scope="module")
def both() -> tuple[Source, Reading]:
    return read(next(Path(FOLDER).glob("*jaarschijf-2024.txt")))


def test_every_line_is_accounted_for_and_at_most_a_twentieth_is_left(
    both: tuple[Source, Reading],
) -> None:
    source, reading = both
    check_books(source, reading)
    assert len(not_recognised(source, reading)) <= 0.05 * len(source.lines)


def test_six_themes_and_sixty_seven_agreements(both: tuple[Source, Reading]) -> None:
    _, reading = both
    ranges = {1: [(7, 18)], 2: [(1, 10)], 3: [(1, 19)], 4: [(1, 8)]}
    ranges |= {5: [(1, 4), (6, 13)], 6: [(1, 3), (5, 7)]}
    expected = [
        (str(theme), f"{theme}.{number}")
        for theme, spans in ranges.items()
        for first, last in spans
        for number in range(first, last + 1)
    ]
    assert len(expected) == 67
    assert [theme.number for theme in reading.themes] == [str(theme) for theme in ranges]
    assert [(one.theme, one.number) for one in reading.agreements] == expected


def test_texts_are_complete(both: tuple[Source, Reading]) -> None:
    source, reading = both
    words = Counter(_words(" ".join(line.text for line in source.lines)))
    assert all(plain(one.text) for one in reading.agreements)
    said = {one.number: len(_words(plain(one.text))) for one in reading.agreements}
    for line in source.lines:
        cells = [cell for cell in line.text.split("\t") if cell.strip(" →")]
        number = plain(cells[0]) if len(cells) > 1 else ""
        if number in said:
            assert said[number] == len(_words(plain(cells[1]))), number
    assert {number: said[number] for number in ("3.1", "5.12", "5.13")} == {
        "3.1": 245,
        "5.12": 86,
        "5.13": 35,
    }
    assert not Counter(_words(" ".join(plain(one.text) for one in reading.agreements))) - words


def test_printed_bold_says_who_leads(both: tuple[Source, Reading]) -> None:
    _, reading = both
    leads = {
        one.number: {role.party for role in one.roles if role.kind is RoleKind.LEAD}
        for one in reading.agreements
    }
    assert Counter(map(len, leads.values())) == {0: 31, 1: 34, 2: 2}
    assert leads["1.8"] == {"Weller"}
    assert leads["1.12"] == {"Wonen Limburg"}
    assert leads["3.9"] == {"Weller", "Wonen Zuid"}
    assert leads["2.6"] == {"Huurdersorganisaties"}
    assert not leads["1.15"]
    assert not leads["2.2"]
    assert not leads["2.5"]


def test_rows_of_each_kind_have_their_corporation(both: tuple[Source, Reading]) -> None:
    _, reading = both
    corporations = {one.name for one in reading.parties if one.kind is PartyKind.CORPORATION}
    rows = [row for row in reading.rows if "homes" in row.values]
    assert Counter(row.kind for row in rows) == {
        "new_build": 9,
        "demolition": 3,
        "renovation": 11,
        "sale": 5,
        "acquisition": 5,
        "study": 39,
    }
    assert len(corporations) == 5
    assert {row.corporation for row in rows} == corporations


def test_series_matrix_and_distribution(both: tuple[Source, Reading]) -> None:
    _, reading = both
    series = _one(reading, SeriesKind.SERIES)
    assert [label for label, _ in series.rows] == [str(year) for year in range(2022, 2030)]
    assert len(series.columns) == 5
    assert Counter(raw for _, values in series.rows for raw in values)["t.b."] == 10
    assert (series.agreement, _one(reading, SeriesKind.MATRIX).printed_total) == ("3.1", "6371")
    shares = [row for row in reading.rows if row.kind == "quota" and row.unit == "percent"]
    assert {row.agreement for row in shares} == {"4.5"}
    assert sum(int(row.values["amount"].rstrip("% ")) for row in shares) == 100
    assert len({row.corporation for row in shares}) == 5


def test_eleven_sign_and_three_organisations_are_named_beside_them(
    both: tuple[Source, Reading],
) -> None:
    _, reading = both
    assert len(reading.signatories) == 11
    assert len({one.party for one in reading.signatories}) == 11
    assert sum(bool(one.on_behalf_of) for one in reading.signatories) == 1
    tenants = [one for one in reading.parties if one.kind is PartyKind.TENANTS_ORGANISATION]
    assert len([one for one in tenants if not one.signs]) == 3


def _one(reading: Reading, kind: SeriesKind) -> FoundFigures:
    (figures,) = [one for one in reading.figures if one.kind is kind]
    return figures


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text).casefold())
