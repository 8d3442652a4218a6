import re
from collections import Counter
from typing import Any

import pytest

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, Origin, RoleKind
from prestatie_desktop.domain.richtext import parse, plain, to_html
from tests.resources.data import agreements, example, rich_texts

PRINTED_BOLD = {"one": 30, "none": 17, "all": 13, "single_bold": 4, "some": 2, "no_cell": 1}
PARTS = ("dossier", "themes", "agreements", "bods", "history")


def numbers_of(*ranges: tuple[int, int, int]) -> list[str]:
    return [f"{theme}.{item}" for theme, first, last in ranges for item in range(first, last + 1)]


def party_keys() -> set[str]:
    found = example("parties")
    return {each["key"] for each in found["parties"] + found["groups"]}


def expected_roles(agreement: dict[str, Any]) -> list[set[str]]:
    """The sets of roles that the printed bold allows, by the rule of the field."""
    return {
        "one": [{"lead", "involved"}],
        "some": [{"lead", "involved"}],
        "single_bold": [{"lead"}],
        "all": [{"unknown_lead"}],
        "none": [{"unknown_lead"}],
        "no_cell": [set[str]()],
    }[agreement["printed_bold"]]


def test_the_67_agreements_keep_their_numbers_and_gaps_in_order() -> None:
    expected = numbers_of(
        (1, 7, 18), (2, 1, 10), (3, 1, 19), (4, 1, 8), (5, 1, 4), (5, 6, 13), (6, 1, 3), (6, 5, 7)
    )
    assert [each["number"] for each in agreements()] == expected
    assert len(expected) == 67


def test_every_agreement_stands_under_the_theme_of_its_number() -> None:
    themes = {each["key"]: each["number"] for each in example("themes")}
    assert len(themes) == 6
    assert all(themes[each["theme"]] == each["number"][0] for each in agreements())


def test_roles_follow_the_printed_bold() -> None:
    assert Counter(each["printed_bold"] for each in agreements()) == PRINTED_BOLD
    for each in agreements():
        assert {role["role"] for role in each["roles"]} in expected_roles(each), each["number"]
        leads = [role for role in each["roles"] if role["role"] == RoleKind.LEAD]
        if each["printed_bold"] in ("one", "single_bold"):
            assert len(leads) == 1, each["number"]
        if each["printed_bold"] == "some":
            assert len(leads) == 2, each["number"]


def test_roles_and_question_owners_are_known_parties_or_groups() -> None:
    known = party_keys()
    for each in agreements():
        named = [role["party"] for role in each["roles"]]
        assert set(named) <= known
        assert len(set(named)) == len(named)
        assert each["question_owner"] is None or each["question_owner"] in known
        assert bool(each["open_question"]) == bool(each["question_owner"])


def test_tenants_take_part_in_16_agreements() -> None:
    with_tenants = [
        each
        for each in agreements()
        if any(role["party"] == "huurdersorganisaties" for role in each["roles"])
    ]
    assert len(with_tenants) == 16


def test_fields_of_choice_hold_words_the_program_knows() -> None:
    for each in agreements():
        AgreementStatus(each["status"])
        assert each["obligation"] is None or Obligation(each["obligation"])
        assert each["origin"] is None or Origin(each["origin"])


@pytest.mark.parametrize(
    ("theme", "agreed", "total"),
    [("t1", 7, 12), ("t2", 9, 10), ("t3", 12, 19), ("t4", 8, 8), ("t5", 5, 12), ("t6", 6, 6)],
)
def test_each_theme_shows_its_own_progress(theme: str, agreed: int, total: int) -> None:
    statuses = [each["status"] for each in agreements() if each["theme"] == theme]
    assert (statuses.count("akkoord"), len(statuses)) == (agreed, total)


@pytest.mark.parametrize("part", PARTS)
def test_every_text_is_in_its_canonical_spelling(part: str) -> None:
    texts = rich_texts(example(part))
    assert texts
    assert [to_html(parse(text)) for text in texts] == texts


def test_every_agreement_has_a_text_and_a_short_heading() -> None:
    for each in agreements():
        assert plain(each["text"]).strip()
        assert 2 <= len(each["heading"].split()) <= 6


def test_links_point_to_agreements_that_exist() -> None:
    links = {
        each["number"]: re.findall(r'href="item:([^"]*)"', each["text"]) for each in agreements()
    }
    assert links["3.1"] == ["1.11"]
    assert {target for targets in links.values() for target in targets} <= links.keys()


def test_earlier_wordings_differ_from_each_other_and_from_the_text() -> None:
    now = {each["number"]: each["text"] for each in agreements()}
    parties = {each["name"] for each in example("parties")["parties"]}
    before: dict[str, list[str]] = {}
    for each in example("history"):
        assert each["organisation"] in parties
        before.setdefault(each["agreement"], []).append(each["text"])
    for number, texts in before.items():
        assert len({*texts, now[number]}) == len(texts) + 1
