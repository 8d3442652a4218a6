"""Who is meant, who does what and who signs what: groups, roles and rules."""

from dataclasses import replace

import pytest

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role, RoleKind
from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.checks import Finding, Rule, signing_findings
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.groups import groups_of, members, named, would_be_circular
from prestatie_desktop.domain.items import all_items, find_item, theme_of
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.progress import Progress, is_open, next_open, theme_progress
from prestatie_desktop.domain.roles import ordered_roles, roles_by_party
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope
from prestatie_desktop.domain.signing_rules import EVERYTHING, NOTHING, SigningRules, Signs
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.domain.theme import Theme


@pytest.fixture
def dossier() -> Dossier:
    """Parties a, b, c; groups ab (narrow) and abc (by way of ab); agreements x and y."""
    made = Dossier()
    made.put(AgreementSet(id="d", title="Afspraken", first_year=2026, last_year=2026))
    for name in "abc":
        made.put(Party(id=name, kind=PartyKind.CORPORATION, name=name.upper(), rank=name))
    made.put(PartyGroup(id="abc", name="Alle", members=("ab", "c"), rank="1"))
    made.put(PartyGroup(id="ab", name="Beide", members=("b", "a"), rank="2"))
    for name in "tu":
        made.put(Theme(id=name, number=name, title=name, rank=name))
    for name in "xy":
        made.put(Agreement(id=name, theme_id="t", number=name, rank=name))
    made.put(CommitmentKind(id="k", key="k", label="K", theme_id="u", rank="1"))
    made.put(CommitmentKind(id="l", key="l", label="L", rank="2"))
    made.put(Commitment(id="p", kind_id="k", rank="1"))
    made.put(Commitment(id="q", kind_id="l", rank="1"))
    return made


def rule(
    dossier: Dossier,
    scope: SigningScope,
    target: str,
    party: str,
    *,
    mode: SigningMode = SigningMode.NOT,
    words: str = "",
) -> SigningRule:
    made = SigningRule(
        id=f"{scope}{target}{party}", scope=scope, target_id=target, party_id=party, mode=mode,
        reservation=words,
    )  # fmt: skip
    dossier.put(made)
    return made


def test_a_group_means_its_members_near_and_far_each_once_in_order(dossier: Dossier) -> None:
    assert [p.id for p in members(dossier, "abc")] == ["a", "b", "c"]
    assert [p.id for p in members(dossier, "b")] == ["b"]
    assert members(dossier, "gone") == ()


def test_groups_in_a_circle_still_have_members(dossier: Dossier) -> None:
    dossier.put(PartyGroup(id="ab", name="Beide", members=("a", "abc"), rank="2"))

    assert [p.id for p in members(dossier, "abc")] == ["a", "c"]


def test_a_circle_of_groups_is_seen_before_it_is_made(dossier: Dossier) -> None:
    assert would_be_circular(dossier, "ab", ("a", "abc"))
    assert would_be_circular(dossier, "ab", ("ab",))
    assert not would_be_circular(dossier, "abc", ("ab", "ab", "c"))
    dossier.put(PartyGroup(id="ab", name="Beide", members=("abc",), rank="2"))
    assert not would_be_circular(dossier, "new", ("abc",))


def test_the_groups_of_a_party_come_narrowest_first(dossier: Dossier) -> None:
    assert [g.id for g in groups_of(dossier, "a")] == ["ab", "abc"]
    assert [g.id for g in groups_of(dossier, "c")] == ["abc"]
    dossier.put(PartyGroup(id="z", name="Ook", members=("a", "b"), rank="0z"))
    assert [g.id for g in groups_of(dossier, "a")] == ["z", "ab", "abc"]


def test_a_party_and_a_group_have_a_name_and_who_is_gone_a_question_mark(dossier: Dossier) -> None:
    assert [named(dossier, one) for one in ("a", "ab", "gone")] == ["A", "Beide", "?"]


def put_roles(dossier: Dossier, *roles: tuple[str, RoleKind]) -> None:
    for index, (who, kind) in enumerate(roles):
        dossier.put(Role(id=f"r{index}", item_id="x", party_id=who, kind=kind))


def test_a_named_party_goes_before_its_group_and_lead_before_involved(dossier: Dossier) -> None:
    put_roles(
        dossier,
        ("ab", RoleKind.LEAD), ("abc", RoleKind.INVOLVED), ("b", RoleKind.INVOLVED),
        ("c", RoleKind.INVOLVED), ("c", RoleKind.UNKNOWN_LEAD),
    )  # fmt: skip

    assert roles_by_party(dossier, "x") == {
        "a": RoleKind.LEAD, "b": RoleKind.INVOLVED, "c": RoleKind.UNKNOWN_LEAD,
    }  # fmt: skip


def test_the_strongest_part_counts_in_whatever_order_it_was_given(dossier: Dossier) -> None:
    put_roles(dossier, ("a", RoleKind.LEAD), ("a", RoleKind.INVOLVED), ("a", RoleKind.UNKNOWN_LEAD))

    assert roles_by_party(dossier, "x") == {"a": RoleKind.LEAD}
    put_roles(dossier, ("a", RoleKind.INVOLVED), ("a", RoleKind.UNKNOWN_LEAD), ("a", RoleKind.LEAD))
    assert roles_by_party(dossier, "x") == {"a": RoleKind.LEAD}


def test_roles_are_shown_leads_first_then_parties_then_groups(dossier: Dossier) -> None:
    put_roles(
        dossier,
        ("gone", RoleKind.INVOLVED), ("ab", RoleKind.INVOLVED), ("abc", RoleKind.INVOLVED),
        ("b", RoleKind.INVOLVED), ("a", RoleKind.INVOLVED), ("c", RoleKind.LEAD),
    )  # fmt: skip

    shown = [role.party_id for role in ordered_roles(dossier, "x")]

    assert shown == ["c", "a", "b", "abc", "ab", "gone"]


LADDER = (
    (SigningScope.ITEM, "x", "a"),
    (SigningScope.ITEM, "x", "ab"),
    (SigningScope.ITEM, "x", "abc"),
    (SigningScope.THEME, "t", "a"),
    (SigningScope.THEME, "t", "ab"),
    (SigningScope.THEME, "t", "abc"),
    (SigningScope.DEFAULT, "", "a"),
    (SigningScope.DEFAULT, "", "ab"),
    (SigningScope.DEFAULT, "", "abc"),
)


@pytest.mark.parametrize("step", range(len(LADDER)))
def test_item_over_theme_over_default_and_within_one_party_over_narrow_group(
    dossier: Dossier, step: int
) -> None:
    made = [rule(dossier, *one) for one in LADDER[step:]]

    signs = SigningRules(dossier).of(dossier.get(Agreement, "x"), "a")

    assert signs == Signs(SigningMode.NOT, rule=made[0])


def test_without_rules_every_signing_party_signs_everything(dossier: Dossier) -> None:
    dossier.put(replace(dossier.get(Party, "c"), signs=False))
    rules = SigningRules(dossier)
    x = dossier.get(Agreement, "x")

    assert rules.of(x, "a") == EVERYTHING
    assert rules.of(x, "c") == NOTHING
    assert rules.in_theme("t", "c") == NOTHING
    assert [item.id for item, _ in rules.signed_by("a")] == ["x", "y", "p", "q"]
    assert list(rules.signed_by("c")) == []


def test_what_is_dropped_or_cancelled_is_signed_by_nobody(dossier: Dossier) -> None:
    dossier.put(replace(dossier.get(Agreement, "x"), status=AgreementStatus.DROPPED))
    dossier.put(replace(dossier.get(Commitment, "p"), status=ProjectStatus.CANCELLED))

    assert [item.id for item, _ in SigningRules(dossier).signed_by("a")] == ["y", "q"]


def test_rules_elsewhere_do_not_reach_an_item(dossier: Dossier) -> None:
    rule(dossier, SigningScope.ITEM, "y", "a")
    rule(dossier, SigningScope.THEME, "u", "a")
    rule(dossier, SigningScope.DEFAULT, "", "c")
    rules = SigningRules(dossier)

    assert rules.of(dossier.get(Agreement, "x"), "a") == EVERYTHING
    assert rules.of(dossier.get(Commitment, "p"), "a").mode is SigningMode.NOT
    assert rules.of(dossier.get(Commitment, "q"), "a") == EVERYTHING
    assert rules.by_default("c").mode is SigningMode.NOT
    assert rules.by_default("a") == EVERYTHING
    assert rules.has(SigningScope.THEME, "u", "a")
    assert not rules.has(SigningScope.THEME, "u", "b")


def test_a_rule_says_with_what_words_a_party_signs(dossier: Dossier) -> None:
    rule(dossier, SigningScope.DEFAULT, "", "a", mode=SigningMode.WITH_RESERVATION, words="Mits")

    signs = SigningRules(dossier).of(dossier.get(Agreement, "x"), "a")

    assert (signs.mode, signs.reservation) == (SigningMode.WITH_RESERVATION, "Mits")


def test_without_its_own_rule_for_an_item_a_party_follows_group_theme_or_default(
    dossier: Dossier,
) -> None:
    x = dossier.get(Agreement, "x")
    rule(dossier, SigningScope.ITEM, "x", "a")
    assert SigningRules(dossier).otherwise(x, "a") == EVERYTHING
    by_theme = rule(dossier, SigningScope.THEME, "t", "a")
    assert SigningRules(dossier).otherwise(x, "a").rule == by_theme
    by_group = rule(dossier, SigningScope.ITEM, "x", "ab")
    assert SigningRules(dossier).otherwise(x, "a").rule == by_group


def test_items_are_read_theme_by_theme_tables_before_agreements(dossier: Dossier) -> None:
    dossier.put(CommitmentKind(id="m", key="m", label="M", theme_id="t", rank="3"))
    dossier.put(Commitment(id="s", kind_id="m", rank="1"))

    assert [item.id for item in all_items(dossier)] == ["s", "x", "y", "p", "q"]
    assert find_item(dossier, "s") == dossier.get(Commitment, "s")
    assert find_item(dossier, "gone") is None


def test_an_item_stands_under_its_theme_or_under_none(dossier: Dossier) -> None:
    items = {item.id: theme_of(dossier, item) for item in all_items(dossier)}

    assert items == {"x": "t", "y": "t", "p": "u", "q": ""}
    assert theme_of(dossier, Commitment(id="z", kind_id="gone", rank="")) == ""


def test_before_signing_one_is_told_who_is_missing(dossier: Dossier) -> None:
    for who in "abc":
        rule(dossier, SigningScope.ITEM, "x", who)
    rule(dossier, SigningScope.ITEM, "y", "a")
    put_roles(dossier, ("ab", RoleKind.LEAD))
    dossier.put(Role(id="y1", item_id="y", party_id="ab", kind=RoleKind.LEAD))
    dossier.put(Role(id="y2", item_id="y", party_id="gone", kind=RoleKind.LEAD))
    dossier.put(replace(dossier.get(Commitment, "p"), status=ProjectStatus.CANCELLED))

    assert list(signing_findings(dossier)) == [
        Finding(Rule.NOBODY_SIGNS, item_id="x"),
        Finding(Rule.ROLE_BUT_NOT_SIGNING, item_id="y", party_id="a"),
        *(Finding(Rule.NO_SIGNATORY, party_id=who) for who in "abc"),
    ]


def test_a_theme_is_complete_when_all_that_counts_is_agreed(dossier: Dossier) -> None:
    assert theme_progress(dossier, "t") == Progress(0, 2)
    dossier.put(replace(dossier.get(Agreement, "x"), status=AgreementStatus.AGREED))
    assert not theme_progress(dossier, "t").complete
    dossier.put(replace(dossier.get(Agreement, "y"), status=AgreementStatus.DROPPED))
    assert theme_progress(dossier, "t") == Progress(1, 1)
    assert theme_progress(dossier, "t").complete
    assert not theme_progress(dossier, "u").complete


@pytest.mark.parametrize(
    ("status", "question", "expected"),
    [
        (AgreementStatus.PROPOSED, "", True),
        (AgreementStatus.DISCUSSED, "", True),
        (AgreementStatus.ON_HOLD, "", True),
        (AgreementStatus.AGREED, "", False),
        (AgreementStatus.DROPPED, "", False),
        (AgreementStatus.AGREED, "Wie betaalt?", True),
    ],
)
def test_an_agreement_is_open_while_something_is_to_be_settled(
    dossier: Dossier, status: AgreementStatus, question: str, expected: bool
) -> None:
    x = replace(dossier.get(Agreement, "x"), status=status, open_question=question)

    assert is_open(x) is expected


def test_the_next_open_point_goes_round(dossier: Dossier) -> None:
    def after(one: str) -> str:
        found = next_open(dossier, one)
        return found.id if found else ""

    assert (after(""), after("x"), after("y"), after("gone")) == ("x", "y", "x", "x")
    dossier.put(replace(dossier.get(Agreement, "y"), status=AgreementStatus.AGREED))
    assert after("x") == "x"
    dossier.put(replace(dossier.get(Agreement, "x"), status=AgreementStatus.AGREED))
    assert after("x") == ""


def test_the_order_and_the_owner_of_things_follow_every_change(dossier: Dossier) -> None:
    def order(theme: str = "t") -> str:
        return "".join(a.id for a in dossier.agreements_of(theme))

    x = dossier.get(Agreement, "x")
    assert order() == "xy"
    dossier.put(replace(x, rank="z"))
    assert (order(), "".join(a.id for a in dossier.all(Agreement))) == ("yx", "yx")
    dossier.put(replace(x, rank="z", theme_id="u"))
    assert (order(), order("u")) == ("y", "x")
    dossier.remove(Ref("agreement", "x"))
    assert (order(), order("u")) == ("y", "")
    assert dossier.count(Agreement) == 1
    with pytest.raises(KeyError):
        dossier.remove(Ref("agreement", "x"))
    with pytest.raises(KeyError):
        dossier.get(Agreement, "x")


def test_a_copy_is_reached_by_no_later_change(dossier: Dossier) -> None:
    twin = dossier.copy()
    assert twin == dossier
    assert twin.agreements_of("t") == dossier.agreements_of("t")

    dossier.remove(Ref("agreement", "x"))

    assert twin != dossier
    assert [a.id for a in twin.agreements_of("t")] == ["x", "y"]
    assert twin != "dossier"


def test_the_version_of_a_dossier_moves_with_every_change_only(dossier: Dossier) -> None:
    version = dossier.version
    dossier.agreements_of("t")
    assert dossier.version == version
    dossier.put(dossier.get(Agreement, "x"))
    assert dossier.version == version + 1
    dossier.remove(Ref("agreement", "x"))
    assert dossier.version == version + 2


def test_a_dossier_filled_sort_by_sort_is_the_one_put_thing_by_thing(dossier: Dossier) -> None:
    filled = Dossier()
    assert filled.agreements_of("t") == filled.all(Agreement) == ()
    for cls in SORTS.values():
        version = filled.version
        filled.fill(cls, dossier.all(cls))
        assert filled.version > version

    assert filled == dossier
    assert filled.agreements_of("t") == dossier.agreements_of("t")
    assert filled.all(Agreement) == dossier.all(Agreement)
    filled.put(replace(filled.get(Agreement, "x"), theme_id="u"))
    assert [a.id for a in filled.agreements_of("t")] == ["y"]


def test_years_of_a_bod_and_what_falls_in_one(dossier: Dossier) -> None:
    assert dossier.set.years == (2026, 2027, 2028, 2029, 2030)
    assert dossier.get(Commitment, "p").in_year(2026).is_empty
