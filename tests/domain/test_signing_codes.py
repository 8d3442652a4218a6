"""A signature belongs to an exact text: what the control code covers, and what it does not."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from prestatie_desktop.domain import canonical, fingerprint
from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Obligation, RoleKind
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart, TextPartKind
from prestatie_desktop.domain.canonical import FORMS
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.fingerprint import FORM, Fingerprints
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.series import Cell, Series, SeriesColumn, SeriesRow
from prestatie_desktop.domain.signing import (
    Edition,
    Signatory,
    Signature,
    SignatureSheet,
    SigningMode,
    SigningRule,
    SigningScope,
)
from prestatie_desktop.domain.signing_rules import SigningRules, signing_parties
from prestatie_desktop.domain.signing_state import (
    CommonChange,
    ItemChange,
    PartyState,
    all_signing,
    changed_items,
    common_changes,
    differs_from,
    has_signed,
    latest_edition,
    party_signing,
    would_lapse,
)
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import apply_all
from prestatie_desktop.journal.edits import (
    agreements,
    editions,
    parties,
    roles,
    signing,
    text_parts,
    themes,
)
from prestatie_desktop.journal.session import Act, Session
from tests.building import SECRETARY, agreement, full_session, party, project, sheet, theme

Touch = Callable[[Session], Entity]


def codes(session: Session) -> dict[str, str]:
    prints = Fingerprints(session.dossier)
    return {p.name: prints.code(p) for p in signing_parties(session.dossier)}


def touched(touch: Touch) -> set[str]:
    """The parties whose code is another after one thing is put in place of what was there."""
    session = full_session()
    before = codes(session)
    session.dossier.put(touch(session))
    after = codes(session)
    return {name for name in before | after if before.get(name) != after.get(name)}


def a7(s: Session) -> Agreement:
    return agreement(s, "1.7")


def kind(s: Session) -> CommitmentKind:
    return s.dossier.all(CommitmentKind)[0]


def row(s: Session) -> Commitment:
    return project(s, "Kerkveld")


def figures(s: Session) -> SeriesRow:
    return s.dossier.of(SeriesRow, "series_id", s.dossier.all(Series)[0].id)[0]


def one(s: Session, sort: type[Entity], **new: Any) -> Entity:
    return replace(s.dossier.all(sort)[0], **new)


EVERYONE = {"Gemeente Veldhoven", "Woonhuis", "Thuisborg", "Huurders Woonhuis"}

BINDING: dict[str, Touch] = {
    "number": lambda s: replace(a7(s), number="1.8"),
    "heading": lambda s: replace(a7(s), heading="Kop"),
    "text": lambda s: replace(a7(s), text="<p>Woonhuis bouwt ruim 41 woningen.</p>"),
    "obligation": lambda s: replace(a7(s), obligation=Obligation.RESULT),
    "planning": lambda s: replace(a7(s), planning="Q3"),
    "indicator": lambda s: replace(a7(s), indicator="40"),
    "municipalities": lambda s: replace(a7(s), municipalities=()),
    "dropped": lambda s: replace(a7(s), status=AgreementStatus.DROPPED),
    "other theme": lambda s: replace(a7(s), theme_id=theme(s, "2").id),
    "theme number": lambda s: replace(theme(s, "1"), number="9"),
    "theme title": lambda s: replace(theme(s, "1"), title="Bouwen"),
    "theme introduction": lambda s: replace(theme(s, "1"), introduction="<p>Vooraf</p>"),
    "role": lambda s: replace(s.dossier.roles_of(a7(s).id)[0], kind=RoleKind.UNKNOWN_LEAD),
    "place": lambda s: replace(row(s), location="Kerkstraat"),
    "homes": lambda s: replace(row(s), homes=read("41")),
    "homes as written": lambda s: replace(row(s), homes=read("circa 40")),
    "homes after": lambda s: replace(row(s), homes_after=read("9")),
    "amount": lambda s: replace(row(s), amount=read("5", unit="euro")),
    "note of a row": lambda s: replace(row(s), note="Mits vergund"),
    "corporation": lambda s: replace(row(s), corporation_id=party(s, "Thuisborg").id),
    "cancelled": lambda s: replace(row(s), status=ProjectStatus.CANCELLED),
    "table": lambda s: replace(kind(s), label="Sloop"),
    "table number": lambda s: replace(kind(s), number="1.1"),
    "figure": lambda s: replace(figures(s), cells=(Cell("w", read("11")),)),
    "year of a figure": lambda s: replace(figures(s), label="2031"),
    "title of figures": lambda s: one(s, Series, title="Anders"),
    "whose column": lambda s: one(s, Series, columns=(SeriesColumn("w", "Woonhuis"),)),
    "unit": lambda s: one(s, Series, unit="euro"),
    "peildatum": lambda s: one(s, Series, reference_date=date(2025, 1, 1)),
    "group": lambda s: one(s, PartyGroup, members=(party(s, "Thuisborg").id,)),
    "title": lambda s: one(s, AgreementSet, title="Anders"),
    "first year": lambda s: one(s, AgreementSet, first_year=2025),
    "last year": lambda s: one(s, AgreementSet, last_year=2027),
    "definitions": lambda s: one(s, TextPart, text="<p>Anders.</p>"),
    "title of definitions": lambda s: one(s, TextPart, title="Woorden"),
    "kind of text": lambda s: one(s, TextPart, kind=TextPartKind.CLOSING),
}

FREE: dict[str, Touch] = {
    "status": lambda s: replace(a7(s), status=AgreementStatus.AGREED),
    "remark": lambda s: replace(a7(s), remark="Let op"),
    "question": lambda s: replace(a7(s), open_question="Wie?"),
    "origin": lambda s: replace(a7(s), origin=None),
    "order of agreements": lambda s: replace(a7(s), rank="z1"),
    "order of themes": lambda s: replace(theme(s, "1"), rank="z1"),
    "short name of a theme": lambda s: replace(theme(s, "1"), short_title="B"),
    "order of parties": lambda s: replace(party(s, "Woonhuis"), rank="z1"),
    "logo": lambda s: replace(party(s, "Woonhuis"), logo_id="x"),
    "note of a party": lambda s: replace(party(s, "Woonhuis"), note="n"),
    "seat": lambda s: replace(party(s, "Woonhuis"), seat="Eersel"),
    "order of members": lambda s: one(
        s, PartyGroup, members=s.dossier.all(PartyGroup)[0].members[::-1]
    ),
    "name of a group": lambda s: one(s, PartyGroup, name="Samen"),
    "order of rows": lambda s: replace(row(s), rank="z1"),
    "progress of a row": lambda s: replace(row(s), status=ProjectStatus.STARTED),
    "what was offered": lambda s: replace(row(s), offered=read("50")),
    "confirmed reading": lambda s: replace(row(s), homes=replace(row(s).homes, confirmed=True)),
    "blank amount of another unit": lambda s: replace(row(s), amount=read(" ", unit="euro")),
    "order of figures": lambda s: replace(figures(s), rank="z1"),
    "order of columns": lambda s: one(
        s, Series, columns=s.dossier.all(Series)[0].columns[::-1], rank="z1"
    ),
    "order of cells and a blank one": lambda s: replace(
        figures(s), cells=(Cell("t", read("")), *figures(s).cells[::-1])
    ),
    "order of texts": lambda s: one(s, TextPart, rank="z1"),
    "dated": lambda s: one(s, AgreementSet, dated=date(2025, 12, 1)),
    "signatory": lambda s: one(s, Signatory, name="Ander"),
    "sheet": lambda s: one(s, SignatureSheet, issued_by="Ander"),
}  # fmt: skip


@pytest.mark.parametrize("name", BINDING)
def test_what_is_agreed_changes_the_code_of_all_who_sign_it(name: str) -> None:
    assert touched(BINDING[name]) == EVERYONE


@pytest.mark.parametrize("name", FREE)
def test_what_is_not_agreed_changes_no_code(name: str) -> None:
    assert touched(FREE[name]) == set()


def test_a_legal_name_changes_the_code_of_its_own_party_only() -> None:
    assert touched(lambda s: replace(party(s, "Woonhuis"), legal_name="Stichting")) == {"Woonhuis"}
    same = lambda s: replace(party(s, "Woonhuis"), legal_name="Woonhuis")  # noqa: E731
    assert touched(same) == set()


def test_a_rule_changes_the_code_of_the_party_it_reaches_only() -> None:
    def rule(s: Session, mode: SigningMode, words: str = "") -> Entity:
        who = party(s, "Woonhuis").id
        return SigningRule(
            id="r", scope=SigningScope.ITEM, target_id=a7(s).id, party_id=who, mode=mode,
            reservation=words,
        )  # fmt: skip

    assert touched(lambda s: rule(s, SigningMode.NOT)) == {"Woonhuis"}
    assert touched(lambda s: rule(s, SigningMode.WITH_RESERVATION, "Mits")) == {"Woonhuis"}


def test_an_item_a_party_does_not_sign_is_not_in_its_code() -> None:
    session = full_session()
    who, what = party(session, "Thuisborg").id, a7(session).id
    session.commit(
        signing.set_signing(session.dossier, SigningScope.ITEM, what, who, SigningMode.NOT)
    )
    before = codes(session)

    session.commit(agreements.set_text(session.dossier, what, "<p>Anders.</p>"))

    after = codes(session)
    assert {name for name in before if before[name] != after[name]} == EVERYONE - {"Thuisborg"}


def test_the_members_of_a_group_concern_only_those_who_sign_an_item_that_names_it() -> None:
    session = full_session()
    who, what = party(session, "Gemeente Veldhoven").id, a7(session).id
    session.commit(
        signing.set_signing(session.dossier, SigningScope.ITEM, what, who, SigningMode.NOT)
    )
    before = codes(session)
    resident = party(session, "Bewoners").id
    group = session.dossier.all(PartyGroup)[0]
    session.commit(
        parties.edit_group(session.dossier, group.id, members=(*group.members, resident))
    )

    after = codes(session)
    assert before["Gemeente Veldhoven"] == after["Gemeente Veldhoven"]
    assert before["Woonhuis"] != after["Woonhuis"]


def test_a_code_has_three_groups_of_four() -> None:
    code = codes(full_session())["Woonhuis"]

    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert code == code.upper()
    assert int(code.replace("-", ""), 16) >= 0


def test_two_parties_and_two_dossiers_never_share_a_code() -> None:
    found = [*codes(full_session()).values(), *codes(full_session()).values()]

    assert len(set(found)) == 8


def fixed_dossier() -> tuple[Dossier, Party]:
    """With ids that never change, to hold the published forms to."""
    dossier = Dossier()
    signer = Party(id="w", kind=PartyKind.CORPORATION, name="Woonhuis", rank="i")
    commitment = Commitment(
        id="c", kind_id="k", corporation_id="w", location="Kerkveld", homes=read("3 (van de 7)"),
        note="n", rank="i",
    )  # fmt: skip
    for entity in (
        AgreementSet(id="d", title="Afspraken", first_year=2026, last_year=2026),
        signer,
        PartyGroup(id="g", name="Corporaties", members=("w",), rank="i"),
        Theme(id="t", number="1", title="Bouwen", rank="i"),
        Agreement(id="a", theme_id="t", number="1.1", text="<p>Één.</p>", rank="i"),
        CommitmentKind(id="k", key="new_build", label="Nieuwbouw", theme_id="t", rank="i"),
        commitment,
        TextPart(id="p", kind=TextPartKind.PREAMBLE, title="Aanhef", text="<p>Wij.</p>", rank="i"),
    ):
        dossier.put(entity)
    return dossier, signer


def test_a_published_form_never_changes() -> None:
    dossier, signer = fixed_dossier()

    assert Fingerprints(dossier).code(signer, form=1) == "ACDB-3AD8-35DE"


def test_a_field_that_is_new_in_a_value_is_in_no_old_form() -> None:
    dossier, _ = fixed_dossier()
    commitment = dossier.get(Commitment, "c")
    form: Any = FORMS[1].item(commitment, None, (), ())

    assert set(form["homes"]) == {f.name for f in fields(commitment.homes)} - {"confirmed"}
    assert form["kind"] is None
    assert FORMS[1].item(replace(commitment, homes=read("")), None, (), ())["homes"] is None


def test_only_values_with_one_spelling_are_in_a_form() -> None:
    with pytest.raises(TypeError, match="float is in no canonical form"):
        canonical._plain(1.5)


def test_an_item_outside_any_theme_has_a_digest_too() -> None:
    dossier, signer = fixed_dossier()
    before = Fingerprints(dossier).code(signer)
    dossier.put(replace(dossier.get(CommitmentKind, "k"), theme_id=""))

    assert Fingerprints(dossier).code(signer) != before
    assert Fingerprints(dossier).leaf(dossier.get(Commitment, "c"))


@pytest.fixture
def newer_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose sheets carry a second form, in which texts count for nothing."""
    first = FORMS[1]
    second = replace(first, common=lambda found, _: found.id)
    monkeypatch.setitem(FORMS, 2, second)


@pytest.mark.usefixtures("newer_form")
def test_a_sheet_of_another_form_is_held_to_that_form() -> None:
    session = full_session()
    dossier, signer = session.dossier, party(session, "Woonhuis")
    prints, rules = Fingerprints(dossier), SigningRules(dossier)
    issued = sheet(session, "Woonhuis")
    dossier.put(replace(issued, form=2, code=prints.code(signer, rules, form=2)))

    assert party_signing(dossier, signer, prints, rules).state is PartyState.SIGNED
    session.commit(text_parts.add_text_part(dossier, TextPartKind.CLOSING, "Slot"))
    assert party_signing(dossier, signer, prints, rules).state is PartyState.SIGNED
    session.commit(agreements.set_text(dossier, a7(session).id, "<p>Anders.</p>"))
    assert party_signing(dossier, signer, prints, rules).state is PartyState.STALE


def test_a_sheet_of_a_form_nobody_knows_is_never_found_to_stand() -> None:
    session = full_session()
    dossier, signer = session.dossier, party(session, "Woonhuis")
    dossier.put(replace(sheet(session, "Woonhuis"), form=99))

    assert all_signing(dossier, Fingerprints(dossier))[1].state is PartyState.STALE
    assert not has_signed(dossier, signer, Fingerprints(dossier), SigningRules(dossier))


def states(session: Session) -> dict[str, PartyState]:
    return {
        s.party.name: s.state for s in all_signing(session.dossier, Fingerprints(session.dossier))
    }


def sign(session: Session, name: str, day: date = date(2025, 11, 5)) -> None:
    session.commit(
        editions.register_signature(
            session.dossier, SECRETARY, sheet(session, name).id, "X", day, now=session._now()
        )
    )


def test_undo_makes_a_lapsed_signature_valid_again() -> None:
    session = full_session()
    assert states(session)["Woonhuis"] is PartyState.SIGNED
    session.commit(agreements.set_text(session.dossier, a7(session).id, "<p>Anders.</p>"))
    assert states(session)["Woonhuis"] is PartyState.STALE
    assert states(session)["Thuisborg"] is PartyState.SHEET_STALE

    session.undo()

    assert states(session)["Woonhuis"] is PartyState.SIGNED
    assert states(session)["Thuisborg"] is PartyState.SHEET_OUT


def test_a_party_that_came_later_has_no_sheet() -> None:
    session = full_session()
    session.commit(parties.add_party(session.dossier, "Zorggroep", PartyKind.OTHER))

    assert states(session)["Zorggroep"] is PartyState.NO_SHEET
    assert "Bewoners" not in states(session)


def test_after_a_new_edition_the_sheet_to_sign_is_the_new_one_until_it_is_signed() -> None:
    session = full_session()
    old = sheet(session, "Woonhuis")
    session.commit(agreements.set_text(session.dossier, a7(session).id, "<p>Anders.</p>"))
    session.commit(
        editions.adopt(session.dossier, SECRETARY, date(2025, 12, 1), now=session._now())
    )
    new = sheet(session, "Woonhuis")

    def now() -> Any:
        prints, rules = Fingerprints(session.dossier), SigningRules(session.dossier)
        return party_signing(session.dossier, party(session, "Woonhuis"), prints, rules)

    assert (now().state, now().sheet, now().current) == (PartyState.STALE, old, (new,))
    assert states(session)["Thuisborg"] is PartyState.SHEET_OUT
    sign(session, "Woonhuis", date(2025, 12, 2))
    assert (now().state, now().sheet) == (PartyState.SIGNED, new)
    assert now().signature is not None
    assert now().signature.sheet_id == new.id


def test_the_newest_sheet_and_signature_are_shown() -> None:
    session = full_session()
    session.commit(
        editions.adopt(
            session.dossier, SECRETARY, date(2025, 12, 1), now=session.opened_at + timedelta(days=1)
        )
    )
    dossier = session.dossier
    prints, rules = Fingerprints(dossier), SigningRules(dossier)

    tenants = party_signing(dossier, party(session, "Huurders Woonhuis"), prints, rules)
    house = party_signing(dossier, party(session, "Woonhuis"), prints, rules)

    assert tenants.sheet == sheet(session, "Huurders Woonhuis")
    assert [dossier.get(Edition, s.edition_id).number for s in tenants.current] == [2, 1]
    assert (tenants.has_signatory, tenants.reservations, tenants.items) == (False, 1, 5)
    assert (house.has_signatory, house.reservations, house.items) == (True, 5, 5)
    assert house.sheet != sheet(session, "Woonhuis")


def test_a_dossier_is_signed_when_the_last_party_has_signed_what_stands_there() -> None:
    session = full_session()
    for name in ("Gemeente Veldhoven", "Thuisborg"):
        sign(session, name)
    assert session.dossier.set.status == "vastgesteld"

    sign(session, "Huurders Woonhuis")
    assert session.dossier.set.status == "getekend"
    sign(session, "Huurders Woonhuis")
    both = session.dossier.of(Signature, "party_id", party(session, "Huurders Woonhuis").id)
    session.commit(editions.withdraw_signature(session.dossier, both[0].id))
    assert session.dossier.set.status == "getekend"
    session.commit(editions.withdraw_signature(session.dossier, both[1].id))
    assert session.dossier.set.status == "vastgesteld"
    session.commit(editions.withdraw_signature(session.dossier, first_signature(session)))
    assert session.dossier.set.status == "vastgesteld"


def first_signature(session: Session) -> str:
    return str(session.dossier.all(Signature)[0].id)


def test_a_signature_on_an_outdated_sheet_does_not_complete_the_dossier() -> None:
    session = full_session()
    for name in ("Gemeente Veldhoven", "Thuisborg"):
        sign(session, name)
    session.commit(agreements.set_text(session.dossier, a7(session).id, "<p>Anders.</p>"))

    sign(session, "Huurders Woonhuis")

    assert session.dossier.set.status == "vastgesteld"


def test_a_signature_lies_not_before_the_adoption_and_has_a_name() -> None:
    session = full_session()
    out = sheet(session, "Thuisborg").id
    dossier = session.dossier

    with pytest.raises(UserError, match="03-11-2025"):
        editions.register_signature(dossier, SECRETARY, out, "X", date(2025, 11, 2))
    with pytest.raises(UserError, match="mag niet leeg"):
        editions.register_signature(dossier, SECRETARY, out, " ", date(2025, 11, 3))
    act = editions.register_signature(dossier, SECRETARY, out, "X", date(2025, 11, 3))
    assert len(act.changes) == 1


def test_without_a_party_that_signs_there_is_nothing_to_adopt() -> None:
    session = full_session()
    for one_party in session.dossier.parties:
        session.dossier.put(replace(one_party, signs=False))

    with pytest.raises(UserError, match="nog geen partij die tekent"):
        editions.adopt(session.dossier, SECRETARY, date(2025, 12, 1))


def lapse(session: Session, act: Act) -> list[str]:
    before = session.dossier.copy()
    found = would_lapse(
        session.dossier, Fingerprints(session.dossier), lambda trial: apply_all(trial, act.changes)
    )
    assert session.dossier == before
    return [one_party.name for one_party in found]


def test_only_signatures_that_stand_can_lapse() -> None:
    session = full_session()
    dossier = session.dossier
    what, house = a7(session).id, party(session, "Woonhuis").id
    text = agreements.set_text(dossier, what, "<p>Anders.</p>")
    assert lapse(session, text) == ["Woonhuis"]
    assert lapse(session, agreements.set_remark(dossier, what, "x")) == []
    assert lapse(session, parties.edit_party(dossier, house, signs=False)) == ["Woonhuis"]
    legal = parties.edit_party(dossier, party(session, "Thuisborg").id, legal_name="S")
    assert lapse(session, legal) == []

    session.commit(text)
    again = agreements.set_text(dossier, what, "<p>Nog anders.</p>")
    assert lapse(session, again) == []


def test_without_signatures_nothing_can_lapse() -> None:
    session = full_session()
    session.commit(editions.withdraw_signature(session.dossier, first_signature(session)))

    assert lapse(session, agreements.set_text(session.dossier, a7(session).id, "<p>x</p>")) == []


def test_trying_out_a_change_leaves_the_kept_codes_right() -> None:
    session = full_session()
    dossier, kept = session.dossier, Fingerprints(session.dossier)
    act = themes.set_introduction(dossier, theme(session, "1").id, "<p>x</p>")
    trial = dossier.copy()
    for_trial = kept.on(trial)
    apply_all(trial, act.changes)

    for one_party in signing_parties(dossier):
        assert for_trial.code(one_party) == Fingerprints(trial).code(one_party)
        assert kept.code(one_party) == Fingerprints(dossier).code(one_party)


def test_codes_follow_a_change_made_between_two_looks() -> None:
    session = full_session()
    dossier, kept = session.dossier, Fingerprints(session.dossier)
    house, rules = party(session, "Woonhuis"), SigningRules(session.dossier)
    first = kept.code(house, rules)
    dossier.put(replace(a7(session), text="<p>Anders.</p>"))

    assert kept.code(house, rules) != first


def test_an_edition_is_left_behind_by_a_change_a_new_party_and_a_party_that_stops() -> None:
    session = full_session()
    dossier = session.dossier
    edition = latest_edition(dossier)
    assert edition is not None

    def differs() -> bool:
        return differs_from(dossier, edition, all_signing(dossier, Fingerprints(dossier)))

    assert not differs()
    for act in (
        agreements.set_text(dossier, a7(session).id, "<p>Anders.</p>"),
        parties.add_party(dossier, "Zorggroep", PartyKind.OTHER),
        parties.edit_party(dossier, party(session, "Thuisborg").id, signs=False),
    ):
        session.commit(act)
        assert differs()
        session.undo()
        assert not differs()


def test_the_latest_edition_has_the_highest_number() -> None:
    session = full_session()
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2025, 12, 1)))
    edition = latest_edition(session.dossier)

    assert edition is not None
    assert (edition.number, edition.title) == (2, "Versie 2")
    assert latest_edition(Dossier()) is None


def test_what_became_of_the_items_a_party_signed_is_told() -> None:
    session = full_session()
    dossier, then = session.dossier, session.dossier.copy()
    house = party(session, "Woonhuis")
    changed, gone = a7(session).id, agreement(session, "1.10").id
    session.commit(agreements.set_planning(dossier, changed, "Q4"))
    session.commit(agreements.remove_agreement(dossier, gone))
    session.commit(agreements.add_agreement(dossier, theme(session, "2").id, agreement_id="new"))

    found = changed_items(then, dossier, house, (Fingerprints(then), Fingerprints(dossier)))

    assert found == {
        changed: ItemChange.CHANGED, gone: ItemChange.REMOVED, "new": ItemChange.ADDED,
    }  # fmt: skip


COMMON: dict[CommonChange, list[Touch]] = {
    CommonChange.TITLE: [BINDING["title"]],
    CommonChange.YEARS: [BINDING["first year"], BINDING["last year"]],
    CommonChange.TEXT: [BINDING["definitions"], BINDING["kind of text"]],
    CommonChange.LEGAL_NAME: [lambda s: replace(party(s, "Woonhuis"), legal_name="Stichting")],
    CommonChange.GROUPS: [BINDING["group"]],
}


@pytest.mark.parametrize("change", COMMON)
def test_what_differs_besides_the_items_is_told(change: CommonChange) -> None:
    for touch in COMMON[change]:
        session = full_session()
        then, house = session.dossier.copy(), party(session, "Woonhuis")
        assert common_changes(then, session.dossier, house) == ()

        session.dossier.put(touch(session))

        assert common_changes(then, session.dossier, house) == (change,)


def test_a_group_that_is_newly_named_is_a_change_of_its_item_only() -> None:
    session = full_session()
    then, house = session.dossier.copy(), party(session, "Woonhuis")
    group = session.dossier.all(PartyGroup)[0].id
    session.commit(parties.add_group(session.dossier, "Nieuw", (house.id,)))
    new = session.dossier.all(PartyGroup)[1].id
    session.commit(roles.set_role(session.dossier, a7(session).id, new, RoleKind.INVOLVED))
    session.commit(roles.set_role(session.dossier, a7(session).id, group, None))

    assert common_changes(then, session.dossier, house) == ()


@pytest.mark.parametrize("name", [*BINDING, *FREE])
def test_a_code_differs_exactly_when_something_is_told_to_differ(name: str) -> None:
    session = full_session()
    then = session.dossier.copy()
    house = party(session, "Woonhuis")
    before = Fingerprints(then).code(house)
    session.dossier.put({**BINDING, **FREE}[name](session))
    now = session.dossier

    told = changed_items(then, now, house, (Fingerprints(then), Fingerprints(now)))
    common = common_changes(then, now, house)

    assert (Fingerprints(now).code(party(session, "Woonhuis")) != before) == bool(told or common)


def test_a_party_that_is_gone_has_lost_its_name() -> None:
    session = full_session()
    then, actor = session.dossier.copy(), party(session, "Bewoners")
    session.commit(parties.remove_party(session.dossier, actor.id))

    assert common_changes(then, session.dossier, actor) == (CommonChange.LEGAL_NAME,)


def test_todays_form_is_the_highest_there_is() -> None:
    assert max(FORMS) == FORM == fingerprint.FORM
    session = full_session()
    assert {s.form for s in session.dossier.all(SignatureSheet)} == {FORM}
