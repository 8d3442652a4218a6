from dataclasses import replace
from datetime import date

import pytest

from prestatie_desktop.domain.agreement_set import AgreementSet, SetKind
from prestatie_desktop.filling.template import next_year
from prestatie_desktop.importing.reading import FoundCover
from prestatie_desktop.importing.starting import start_from
from prestatie_desktop.journal.entry import Mode
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import SECRETARY
from tests.importing.making_readings import COVER, reading


def begun(cover: FoundCover, name: str = "") -> AgreementSet:
    session = Session(MemoryStore(), SECRETARY)
    entry = session.commit(start_from(reading(cover=cover), name))
    assert entry is not None
    assert entry.mode is Mode.START
    assert session.to_undo is None
    return session.dossier.set


def test_a_new_dossier_is_about_what_the_source_says() -> None:
    about = begun(replace(COVER, kind=SetKind.REGIONAL))
    assert (about.title, about.kind) == ("Prestatieafspraken Zonneveen 2027", SetKind.REGIONAL)
    assert (about.first_year, about.last_year, about.dated) == (2027, 2027, date(2026, 12, 1))


def test_a_source_that_says_nothing_is_called_after_its_file_and_about_next_year() -> None:
    about = begun(FoundCover(key="cover"), "jaarschijf_zuid.docx")
    assert (about.title, about.kind) == ("jaarschijf zuid", SetKind.YEARLY)
    assert about.first_year == about.last_year == next_year().first_year
    assert begun(FoundCover(key="cover")).title == f"Prestatieafspraken {about.first_year}"
    assert begun(FoundCover(key="cover"), "zonder punt").title == "zonder punt"


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2026, 2029, (2026, 2029)), (2026, None, (2026, 2026)), (None, 2026, (2026, 2026)),
        (2029, 2026, None), (12, 12, None), (2020, 2099, None),
    ],
)  # fmt: skip
def test_years_that_cannot_be_are_passed_by(
    first: int | None, last: int | None, years: tuple[int, int] | None
) -> None:
    about = begun(FoundCover(key="cover", first_year=first, last_year=last))
    expected = years or (next_year().first_year,) * 2
    assert (about.first_year, about.last_year) == expected
    assert about.kind is (SetKind.YEARLY if expected[0] == expected[1] else SetKind.FRAMEWORK)


def test_a_title_that_is_too_long_is_shortened() -> None:
    assert len(begun(replace(COVER, title="woord " * 1_000)).title) <= 2_000
