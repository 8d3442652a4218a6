from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.domain.breakdown import read_accessibility
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import CommitmentKind, KindForm
from prestatie_desktop.domain.groups import members
from prestatie_desktop.domain.party import PartyGroup, PartyKind
from prestatie_desktop.domain.richtext import parse, to_html
from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.template import (
    NewDossier,
    NewTenants,
    StandardTheme,
    new_dossier,
    next_year,
    standard_themes,
    standard_title,
)
from prestatie_desktop.journal.edits.agreements import add_agreement
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from prestatie_desktop.words.actions import entry_sentence
from tests.building import SECRETARY, Clock

PLAN = NewDossier(
    first_year=2026,
    municipalities=("Gemeente Veldhoven",),
    corporations=("Woonhuis", "Thuisborg"),
    tenants=(
        NewTenants(name="Huurders Woonhuis", represents=("Woonhuis",)),
        NewTenants(name="Huurdersraad", represents=("thuisborg", "Woonhuis")),
    ),
    themes=standard_themes(),
)


def started(plan: NewDossier) -> Session:
    session = Session(MemoryStore(), SECRETARY, now=Clock())
    session.commit(new_dossier(plan))
    return session


def test_a_new_dossier_is_one_step_of_the_journal() -> None:
    session = started(PLAN)
    entries = list(session.store.entries_since(""))
    assert [entry_sentence(entry) for entry in entries] == [
        "Dossier Prestatieafspraken Veldhoven 2026 begonnen"
    ]
    assert session.store.load() == session.dossier


def test_parties_stand_by_kind_and_speak_for_the_corporations_they_name() -> None:
    dossier = started(PLAN).dossier
    names = {party.id: party.name for party in dossier.parties}
    assert [(party.kind, party.name) for party in dossier.parties] == [
        (PartyKind.MUNICIPALITY, "Gemeente Veldhoven"),
        (PartyKind.CORPORATION, "Woonhuis"),
        (PartyKind.CORPORATION, "Thuisborg"),
        (PartyKind.TENANTS_ORGANISATION, "Huurders Woonhuis"),
        (PartyKind.TENANTS_ORGANISATION, "Huurdersraad"),
    ]
    assert [names[one] for one in dossier.parties[-1].represents] == ["Thuisborg", "Woonhuis"]


def test_corporations_and_tenants_are_groups_of_their_own() -> None:
    dossier = started(PLAN).dossier
    groups = {
        group.name: [party.name for party in members(dossier, group.id)]
        for group in dossier.all(PartyGroup)
    }
    assert groups == {
        "Woningcorporaties": ["Woonhuis", "Thuisborg"],
        "Huurdersorganisaties": ["Huurders Woonhuis", "Huurdersraad"],
    }


def test_without_corporations_there_is_no_empty_group() -> None:
    assert started(NewDossier(first_year=2026)).dossier.all(PartyGroup) == ()


def test_chosen_themes_are_numbered_without_gaps_and_their_tables_follow() -> None:
    first, second, *_ = standard_themes()
    dossier = started(replace(PLAN, themes=(second, first))).dossier
    assert [(t.number, t.title) for t in dossier.themes] == [
        ("1", second.title),
        ("2", first.title),
    ]
    tables = {kind.key: kind for kind in dossier.all(CommitmentKind)}
    assert tables["renovation"].number == "2.3"
    assert tables["renovation"].theme_id == dossier.themes[1].id
    assert (tables["quota"].theme_id, tables["quota"].number) == ("", "")
    assert [t.key for t in tables.values() if t.form is KindForm.PROJECT] == [
        "new_build", "demolition", "renovation", "sale", "acquisition", "study",
    ]  # fmt: skip


def test_the_first_agreement_is_numbered_after_the_tables_of_its_theme() -> None:
    session = started(PLAN)
    for theme, number in zip(session.dossier.themes, ("1.7", "2.1"), strict=False):
        session.commit(add_agreement(session.dossier, theme.id))
        (agreement,) = session.dossier.agreements_of(theme.id)
        assert agreement.number == number


NAMES = st.lists(st.text(max_size=8), max_size=4).map(tuple)


@given(NAMES, NAMES, NAMES)
def test_any_names_make_a_whole_dossier_or_are_refused(
    municipalities: tuple[str, ...], corporations: tuple[str, ...], tenants: tuple[str, ...]
) -> None:
    plan = NewDossier(
        first_year=2026,
        municipalities=municipalities,
        corporations=corporations,
        tenants=tuple(NewTenants(name=name, represents=corporations[:1]) for name in tenants),
    )
    try:
        act = new_dossier(plan)
    except UserError:
        return
    session = Session(MemoryStore(), SECRETARY)
    session.commit(act)
    names = [party.name for party in session.dossier.parties]
    assert len(names) == len(municipalities + corporations + tenants)
    assert all(name.strip() for name in names)
    assert session.store.load() == session.dossier


def test_a_theme_of_ones_own_stands_among_the_standard_ones() -> None:
    own = StandardTheme(number="", title="Krimp", introduction="<p>Minder <b>mensen</b>.</p>")
    dossier = started(replace(PLAN, themes=(own,))).dossier
    assert [(t.number, t.title, t.introduction) for t in dossier.themes] == [
        ("1", "Krimp", "<p>Minder <b>mensen</b>.</p>")
    ]


def test_the_standard_classes_read_what_documents_write() -> None:
    dossier = started(PLAN).dossier
    classes = [c for c in dossier.all(Choice) if c.list is ChoiceList.ACCESSIBILITY]
    parts = read_accessibility("88 BAT-0 59 BAT-2", classes).parts
    assert [(part.keys, part.count) for part in parts] == [
        (("bat0",), Decimal(88)),
        (("bat2",), Decimal(59)),
    ]


def test_standard_introductions_are_canonical_rich_text() -> None:
    for theme in standard_themes():
        assert to_html(parse(theme.introduction)) == theme.introduction


def test_who_says_nothing_more_gets_next_year_with_every_theme() -> None:
    dossier = started(next_year()).dossier
    this_year = datetime.now().astimezone().year
    assert dossier.set.first_year in {this_year, this_year + 1}
    assert len(dossier.themes) == len(standard_themes())


def test_every_thing_has_an_id_of_its_own_and_a_place_of_its_own() -> None:
    dossier = started(PLAN).dossier
    ids = [entity.id for entity in dossier.entities()]
    assert len(ids) == len(set(ids))
    ranks = [kind.rank for kind in dossier.all(CommitmentKind)]
    assert all(one < other for one, other in pairwise(ranks))


def test_two_new_dossiers_are_not_the_same_dossier() -> None:
    assert started(PLAN).dossier.set.id != started(PLAN).dossier.set.id


def test_a_framework_is_named_by_its_title_and_period() -> None:
    plan = replace(PLAN, framework_title="Kader Veldhoven", framework_period="2024 – 2027")
    dossier_set = started(plan).dossier.set
    assert (dossier_set.framework_title, dossier_set.framework_period) == (
        "Kader Veldhoven",
        "2024 – 2027",
    )


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        (NewDossier(first_year=2026), "Prestatieafspraken 2026"),
        (
            NewDossier(
                first_year=2026, last_year=2029, municipalities=("Gemeente Beek", "Elsloo ")
            ),
            "Prestatieafspraken Beek en Elsloo 2026 – 2029",
        ),
        (
            NewDossier(first_year=2026, municipalities=("A", "B", "C"), kind=SetKind.REGIONAL),
            "Prestatieafspraken A, B en C 2026",
        ),
    ],
)
def test_a_dossier_without_a_title_is_named_after_place_and_years(
    plan: NewDossier, title: str
) -> None:
    assert standard_title(plan) == title


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"municipalities": ("",)}, "mag niet leeg zijn"),
        ({"corporations": ("Woonhuis", "  woonhuis ")}, "Er is al een partij of groep"),
        ({"corporations": ("Woningcorporaties",)}, "Er is al een partij of groep"),
        ({"tenants": (NewTenants(name="\t"),)}, "mag niet leeg zijn"),
        (
            {"tenants": (NewTenants(name="Huurders", represents=("Elders",)),)},
            "Huurders spreekt namens huurders van Elders",
        ),
        ({"themes": (StandardTheme(number="1", title=" "),)}, "mag niet leeg zijn"),
        ({"last_year": 2025}, "Deze jaren kunnen niet"),
        ({"first_year": 26}, "Deze jaren kunnen niet"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_one_sentence(
    wrong: dict[str, object], said: str
) -> None:
    plan = replace(PLAN, **wrong)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=said):
        new_dossier(plan)
