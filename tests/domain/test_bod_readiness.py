from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.bod_readiness import (
    Point,
    Reason,
    Standing,
    heading_point,
    procedure_point,
)
from prestatie_desktop.domain.commitment import (
    Commitment,
    CommitmentKind,
    KindForm,
    YearQuantity,
)
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.quantity import read


@pytest.fixture
def dossier() -> Dossier:
    made = Dossier()
    made.put(Party(id="g", kind=PartyKind.MUNICIPALITY, name="Veldhoven", rank="1"))
    made.put(Party(id="w", kind=PartyKind.CORPORATION, name="Woonhuis", rank="2"))
    for rank, (key, form) in enumerate(
        (
            ("new_build", KindForm.PROJECT),
            ("sale", KindForm.PROJECT),
            ("rent_policy", KindForm.FREE),
        )
    ):
        made.put(CommitmentKind(id=key, key=key, label=key, form=form, rank=str(rank)))
    return made


def project(kind: str, homes: str = "20", **more: object) -> Commitment:
    empty = Commitment(id=f"{kind}{homes}", kind_id=kind, corporation_id="w", rank="1")
    return replace(empty, homes=read(homes), **more)  # type: ignore[arg-type]


def test_rows_fill_a_heading_and_their_absence_is_no_fault(dossier: Dossier) -> None:
    nothing = heading_point(dossier, "w", "building", ("new_build",), ())
    assert nothing == Point("building", Standing.PASSED, Reason.NO_ROWS)
    dossier.put(project("new_build"))
    filled = heading_point(dossier, "w", "building", ("new_build",), ())
    assert filled == Point("building", Standing.PASSED, Reason.ROWS, 1)


def test_a_heading_of_words_asks_for_words(dossier: Dossier) -> None:
    asked = ("w", "community", (), ("liveability", "social_property"))
    assert heading_point(dossier, *asked).reason is Reason.NO_TEXT
    dossier.put(BodText(id="b", party_id="w", heading="liveability", text="<p> </p>"))
    assert heading_point(dossier, *asked).standing is Standing.WARNING
    dossier.put(BodText(id="b", party_id="w", heading="liveability", text="<p>Samen.</p>"))
    assert heading_point(dossier, *asked) == Point("community", Standing.PASSED, Reason.TEXT)


def test_a_rent_rise_nobody_knows_is_warned_about(dossier: Dossier) -> None:
    asked = ("w", "affordability", ("rent_policy",), ("rent_policy",))
    row = project("rent_policy", "")
    dossier.put(replace(row, amount=read("onbekend", "percent")))
    assert heading_point(dossier, *asked).reason is Reason.RENT_UNKNOWN
    dossier.put(replace(row, amount=read("2,5 %", "percent")))
    assert heading_point(dossier, *asked).standing is Standing.PASSED


def test_homes_without_a_year_are_counted(dossier: Dossier) -> None:
    dossier.put(project("new_build", "20"))
    dossier.put(project("new_build", "5", phasing=(YearQuantity(2026, read("5")),)))
    point = procedure_point(dossier, "w", "five_years")
    assert point == Point("five_years", Standing.WARNING, Reason.WITHOUT_YEAR, 1)


def test_sold_homes_need_a_postcode_and_none_sold_need_none(dossier: Dossier) -> None:
    dossier.put(project("sale", "geen"))
    assert procedure_point(dossier, "w", "sale_postcodes").reason is Reason.NO_ROWS
    dossier.put(project("sale", "3"))
    point = procedure_point(dossier, "w", "sale_postcodes")
    assert point == Point("sale_postcodes", Standing.WARNING, Reason.NO_POSTCODE, 1)
    dossier.put(project("sale", "3", postcode="5501"))
    assert procedure_point(dossier, "w", "sale_postcodes").standing is Standing.PASSED


def test_consultation_is_asked_for_until_its_day_is_known(dossier: Dossier) -> None:
    assert procedure_point(dossier, "w", "consultation").reason is Reason.NOT_CONSULTED
    dossier.put(
        BodSubmission(
            id="s",
            party_id="w",
            submitted_on=date(2025, 7, 1),
            registered_at=datetime(2025, 7, 1, tzinfo=UTC),
            registered_by="",
            consulted_on=date(2025, 6, 1),
        )
    )
    assert procedure_point(dossier, "w", "consultation").standing is Standing.PASSED


def test_more_municipalities_ask_for_the_municipality_of_each_row(dossier: Dossier) -> None:
    dossier.put(project("new_build"))
    assert procedure_point(dossier, "w", "per_municipality").reason is Reason.ONE_MUNICIPALITY
    dossier.put(Party(id="g2", kind=PartyKind.MUNICIPALITY, name="Eersel", rank="3"))
    point = procedure_point(dossier, "w", "per_municipality")
    assert point == Point("per_municipality", Standing.WARNING, Reason.NO_MUNICIPALITY, 1)


def test_the_letter_carries_the_invitation(dossier: Dossier) -> None:
    assert procedure_point(dossier, "w", "invitation").reason is Reason.NO_LETTER
    dossier.put(BodText(id="b", party_id="w", heading="letter", text="<p>Beste raad</p>"))
    assert procedure_point(dossier, "w", "invitation").standing is Standing.PASSED


def test_what_cannot_be_seen_is_left_to_a_person(dossier: Dossier) -> None:
    assert procedure_point(dossier, "w", "priorities").standing is Standing.HINT


def test_more_homes_in_the_years_than_in_the_bod_is_warned_about(dossier: Dossier) -> None:
    dossier.put(project("new_build", "5", phasing=(YearQuantity(2026, read("7")),)))
    dossier.put(project("new_build", "6"))

    point = procedure_point(dossier, "w", "five_years")

    assert point == Point("five_years", Standing.WARNING, Reason.TOO_MUCH_IN_YEARS, 1)
