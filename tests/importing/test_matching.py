"""What a part of a source is in a dossier: proposed on a ground, and never merged in silence."""

from dataclasses import replace
from time import process_time

import pytest

from prestatie_desktop.domain.party import PartyGroup, PartyKind
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.importing.decisions import Action, Decisions, Resolution
from prestatie_desktop.importing.matching_names import folded, without_legal_form
from prestatie_desktop.importing.matching_texts import DIFFERENT, SIMILAR, likeness, words_of
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.reading import FoundAgreement, FoundParty, Reading
from prestatie_desktop.journal.edits import parties
from prestatie_desktop.journal.session import Session
from tests.importing.carrying_out import (
    by_key,
    carry_out,
    found,
    imported,
    matches,
    numbers,
    the_group,
    the_party,
    the_row,
)
from tests.importing.making_readings import (
    agreement,
    group,
    house,
    reading,
    row,
    small_reading,
    theme,
    town,
)
from tests.importing.patience import PATIENCE

REWRITTEN = "De corporaties bouwen in 2027 samen minstens honderd nieuwe huurwoningen."
OTHER = "Bewoners kunnen iedere maand langskomen op een spreekuur in het buurthuis."


@pytest.fixture
def session() -> Session:
    return imported(small_reading())


def chosen(key: str, action: Action, entity_id: str = "") -> Decisions:
    return Decisions(resolutions={key: Resolution(action, entity_id)})


def one_agreement(number: str, text: str) -> Reading:
    return reading(themes=(theme(),), agreements=(agreement(number, text),))


# Agreements.


def test_an_agreement_with_the_same_number_is_proposed_to_be_updated(session: Session) -> None:
    match = by_key(one_agreement("1.7.", REWRITTEN), session)["agreement:1.7."]
    assert (match.action, match.reason) == (Action.UPDATE, MatchReason.SAME_NUMBER)
    assert match.entity_id == found(session, "1.7").id
    assert match.entity_label == "1.7 Nieuwbouw"
    assert not match.differs


def test_a_number_with_another_text_altogether_is_proposed_and_flagged(session: Session) -> None:
    match = by_key(one_agreement("1.7", OTHER), session)["agreement:1.7"]
    assert (match.action, match.reason) == (Action.UPDATE, MatchReason.SAME_NUMBER)
    assert match.differs


def test_an_agreement_that_was_renumbered_is_found_by_its_text(session: Session) -> None:
    source = one_agreement("1.3", REWRITTEN)
    match = by_key(source, session)["agreement:1.3"]
    assert (match.action, match.reason) == (Action.UPDATE, MatchReason.SIMILAR_TEXT)

    carry_out(session, source)

    assert numbers(session) == ["1.3", "1.10", "2.1"]


def test_a_text_that_is_nowhere_is_new(session: Session) -> None:
    match = by_key(one_agreement("1.3", OTHER), session)["agreement:1.3"]
    assert (match.action, match.reason, match.entity_id) == (Action.ADD, MatchReason.NEW, "")


def test_a_text_that_is_somewhat_alike_is_offered_and_not_taken(session: Session) -> None:
    loose = "De corporaties bouwen samen nieuwe huurwoningen voor grote gezinnen met veel kinderen."
    match = by_key(one_agreement("1.3", loose), session)["agreement:1.3"]
    assert match.action is Action.ADD
    assert match.alternatives == ((found(session, "1.7").id, "1.7 Nieuwbouw"),)


def test_each_agreement_of_the_dossier_is_taken_once_by_the_most_alike(session: Session) -> None:
    text = "De corporaties bouwen in 2027 samen honderd nieuwe huurwoningen."
    source = reading(
        themes=(theme(),),
        agreements=(
            agreement("1.1", REWRITTEN, heading="Nieuwbouw"),
            agreement("1.2", text, heading="Nieuwbouw"),
        ),
    )
    proposed = by_key(source, session)
    assert proposed["agreement:1.2"].entity_id == found(session, "1.7").id
    assert proposed["agreement:1.1"].action is Action.ADD


def test_a_person_can_have_it_added_over_another_or_left_out(session: Session) -> None:
    source = one_agreement("1.7", OTHER)
    other = found(session, "1.10")

    skipped = by_key(source, session, chosen("agreement:1.7", Action.SKIP))["agreement:1.7"]
    assert (skipped.action, skipped.reason) == (Action.SKIP, MatchReason.CHOSEN)

    update = chosen("agreement:1.7", Action.UPDATE, other.id)
    over = by_key(source, session, update)["agreement:1.7"]
    assert (over.action, over.entity_id, over.reason) == (
        Action.UPDATE, other.id, MatchReason.CHOSEN,
    )  # fmt: skip

    made = carry_out(session, source, chosen("agreement:1.7", Action.ADD))
    assert numbers(session) == ["1.7", "1.10", "1.11", "2.1"]
    assert found(session, "1.11").remark == "Nummer in de bron: 1.7"
    assert [doubt.kind for doubt in made.doubts["agreement:1.7"]] == ["double_number"]


def test_a_choice_for_something_that_is_gone_falls_back_on_the_proposal(session: Session) -> None:
    source = one_agreement("1.7", REWRITTEN)
    gone = by_key(source, session, chosen("agreement:1.7", Action.UPDATE, "weg"))
    assert gone["agreement:1.7"].reason is MatchReason.SAME_NUMBER


def test_an_agreement_put_over_another_keeps_that_number_when_its_own_is_taken(
    session: Session,
) -> None:
    other = found(session, "1.10")
    carry_out(
        session, one_agreement("1.7", OTHER), chosen("agreement:1.7", Action.UPDATE, other.id)
    )
    assert numbers(session) == ["1.7", "1.10", "2.1"]
    assert found(session, "1.10").text == f"<p>{OTHER}</p>"


def test_numbers_that_change_places_stay_unique(session: Session) -> None:
    source = reading(
        themes=(theme(),), agreements=(agreement("1.10", "A."), agreement("1.7", "B."))
    )
    seven, ten = found(session, "1.7"), found(session, "1.10")
    choices = Decisions(
        resolutions={
            "agreement:1.10": Resolution(Action.UPDATE, seven.id),
            "agreement:1.7": Resolution(Action.UPDATE, ten.id),
        }
    )
    carry_out(session, source, choices)
    assert (found(session, "1.10").id, found(session, "1.7").id) == (seven.id, ten.id)


def test_the_thresholds_tell_edited_from_other_wordings() -> None:
    text = words_of("<p>De corporaties bouwen in 2027 samen honderd nieuwe huurwoningen.</p>")
    assert likeness(text, words_of(f"<p>{REWRITTEN}</p>")) > SIMILAR
    assert likeness(text, words_of(f"<p>{OTHER}</p>")) < DIFFERENT
    assert likeness((), ()) == likeness(text, ()) == 0


# Parties.


@pytest.mark.parametrize(
    "written",
    ["WOONBRON  zonneveen", "Woonbron", "Stichting Woonbron Zonneveen", "Woonbron Zonneveen B.V.",
     "Woningstichting Woonbron-Zonneveen", "Woönbron Zonneveen"],
)  # fmt: skip
def test_a_party_is_the_same_but_for_capitals_marks_and_its_legal_form(
    session: Session, written: str
) -> None:
    match = by_key(reading(parties=(house(written),)), session)[f"party:{written}"]
    assert match.entity_id == the_party(session, "Woonbron Zonneveen").id
    assert match.reason in {MatchReason.SAME_NAME, MatchReason.IDENTICAL}


def test_another_spelling_is_kept_as_another_name(session: Session) -> None:
    source = reading(parties=(house("Woningstichting Woonbron Zonneveen"),))
    carry_out(session, source)
    party = the_party(session, "Woonbron Zonneveen")
    assert party.aliases == ("Woonbron", "Woningstichting Woonbron Zonneveen")
    assert carry_out(session, source).acts == ()


def test_a_similar_name_is_offered_and_never_merged(session: Session) -> None:
    match = by_key(reading(parties=(house("Woonborn Zonneveen"),)), session)[
        "party:Woonborn Zonneveen"
    ]
    assert match.action is Action.ADD
    assert (the_party(session, "Woonbron Zonneveen").id, "Woonbron Zonneveen") in match.alternatives


def test_a_name_that_tells_what_a_party_does_is_another_name(session: Session) -> None:
    for name in ("Huurdersvereniging Woonbron Zonneveen", "Zonneveen"):
        assert (
            by_key(reading(parties=(house(name),)), session)[f"party:{name}"].action is Action.ADD
        )


def test_the_legal_form_does_not_make_tenants_a_corporation(session: Session) -> None:
    tenants = FoundParty(
        key="party:Vereniging De Linde",
        name="Vereniging De Linde",
        kind=PartyKind.TENANTS_ORGANISATION,
    )
    match = by_key(reading(parties=(tenants,)), session)[tenants.key]
    assert match.action is Action.ADD
    assert match.alternatives[0][1] == "De Linde"


def test_a_name_that_two_parties_bear_is_nobodys(session: Session) -> None:
    dossier = session.dossier
    for name in ("Stichting Haard", "Vereniging Haard"):
        session.commit(parties.add_party(dossier, name, PartyKind.CORPORATION))
    match = by_key(reading(parties=(house("Haard"),)), session)["party:Haard"]
    assert match.action is Action.ADD
    assert {name for _, name in match.alternatives} == {"Stichting Haard", "Vereniging Haard"}


def test_a_person_says_which_party_a_name_is(session: Session) -> None:
    linde = the_party(session, "De Linde")
    source = replace(small_reading(), parties=(*small_reading().parties, house("Lindenhof")))
    decisions = Decisions(known_parties={"Lindenhof": linde.id})

    match = by_key(source, session, decisions)["party:Lindenhof"]

    assert (match.entity_id, match.reason) == (linde.id, MatchReason.CHOSEN)
    carry_out(session, source, decisions)
    assert the_party(session, "De Linde").aliases == ("Lindenhof",)


def test_what_the_dossier_knows_of_a_party_stays(session: Session) -> None:
    other = house(legal_name="Woonbron N.V.", represents=("De Linde",), signs=False)
    other = replace(other, kind=PartyKind.OTHER)
    before = the_party(session, "Woonbron Zonneveen")
    carry_out(session, replace(small_reading(), parties=(other, *small_reading().parties[2:])))
    after = the_party(session, "Woonbron Zonneveen")
    assert (after.legal_name, after.kind, after.signs) == (before.legal_name, before.kind, True)


def test_the_members_of_a_group_stay_unless_a_person_names_them(session: Session) -> None:
    source = reading(parties=small_reading().parties, groups=(group(members=("De Linde",)),))
    before = the_group(session, "Corporaties").members
    carry_out(session, source)
    assert the_group(session, "Corporaties").members == before
    carry_out(session, source, Decisions(members={"Corporaties": ("De Linde",)}))
    assert the_group(session, "Corporaties").members == (the_party(session, "De Linde").id,)


def test_a_group_is_never_a_member_of_itself_near_or_far() -> None:
    groups = (
        group("Alle", members=("Alle", "Sommige", "De Linde")),
        group("Sommige", members=("Alle",)),
    )
    session = imported(reading(parties=(house("De Linde"),), groups=groups))
    every, some = the_group(session, "Alle"), the_group(session, "Sommige")
    assert every.members == (some.id, the_party(session, "De Linde").id)
    assert some.members == ()


def test_a_name_added_by_choice_beside_its_equal_gets_a_name_of_its_own(session: Session) -> None:
    source = reading(parties=(house("De Linde"),))
    carry_out(session, source, chosen("party:De Linde", Action.ADD))
    assert the_party(session, "De Linde (2)").kind is PartyKind.CORPORATION


def test_a_name_that_is_a_group_in_the_dossier_is_that_group(session: Session) -> None:
    source = reading(parties=(house("Corporaties"),))
    carry_out(session, source)
    assert session.dossier.count(PartyGroup) == 1
    assert [p.name for p in session.dossier.parties].count("Corporaties") == 0


def test_new_parties_stand_with_those_of_their_kind(session: Session) -> None:
    carry_out(session, reading(parties=(house("Nieuw Huis"), town("Gemeente Maandijk"))))
    assert [p.name for p in session.dossier.parties] == [
        "Gemeente Zonneveen", "Gemeente Maandijk", "Woonbron Zonneveen", "De Linde", "Nieuw Huis",
        "Huurdersraad", "Wijkteam",
    ]  # fmt: skip


def test_names_are_compared_without_what_does_not_tell_them_apart() -> None:
    assert folded("Coöperatie  “Ons Dorp”, U.A.") == "cooperatie ons dorp u a"
    assert without_legal_form("Coöperatie “Ons Dorp” U.A.") == "ons dorp"
    assert without_legal_form("Stichting") == "stichting"
    assert without_legal_form("Stichtingsweg") == "stichtingsweg"


# Rows.


def test_a_row_is_the_same_by_place_table_and_corporation(session: Session) -> None:
    source = reading(
        parties=small_reading().parties,
        themes=small_reading().themes,
        rows=(
            row("0", " kerkveld.", values={"homes": "44"}),
            row("1", "Kerkveld", corporation="De Linde", values={"homes": "3"}),
            row("2", "Kerkveld", kind="sale", values={"homes": "2"}),
        ),
    )
    proposed = by_key(source, session)
    assert proposed["row:0"].reason is MatchReason.SAME_PLACE
    assert proposed["row:0"].entity_label == "Kerkveld (Nieuwbouw, Woonbron Zonneveen)"
    assert proposed["row:1"].action is proposed["row:2"].action is Action.ADD
    assert proposed["row:1"].alternatives[0][0] == the_row(session, "Kerkveld").id


def test_without_a_corporation_the_place_in_the_table_is_enough(session: Session) -> None:
    source = reading(themes=(theme(),), rows=(row("0", "Zuidrand", corporation=""),))
    match = by_key(source, session)["row:0"]
    assert match.entity_id == the_row(session, "Zuidrand").id


def test_the_same_place_twice_is_taken_in_order() -> None:
    twice = reading(
        parties=(house(),),
        themes=(theme(),),
        rows=(row("0", "Hof", values={"homes": "4"}), row("1", "Hof", values={"homes": "19"})),
    )
    session = imported(twice)
    assert carry_out(session, twice).acts == ()


def test_rows_without_a_place_are_the_same_when_all_they_say_is() -> None:
    bare = reading(
        themes=(theme(),),
        rows=tuple(row(str(n), "", corporation="", values={"homes": str(n)}) for n in range(3)),
    )
    session = imported(bare)
    assert carry_out(session, bare).acts == ()
    other = replace(bare, rows=(row("0", "", corporation="", values={"homes": "9"}),))
    assert by_key(other, session)["row:0"].action is Action.ADD


# Themes, running text, figures, people.


def test_a_theme_is_found_by_title_before_number(session: Session) -> None:
    source = reading(themes=(theme("1", "Betaalbaarheid"), theme("2", "Bouwen")))
    carry_out(session, source)
    assert [(t.number, t.title) for t in session.dossier.themes] == [
        ("2", "Bouwen"), ("1", "Betaalbaarheid"),
    ]  # fmt: skip


def test_a_theme_with_a_taken_number_keeps_its_own(session: Session) -> None:
    carry_out(session, reading(themes=(theme("1", "Betaalbaarheid"),)))
    assert [(t.number, t.title) for t in session.dossier.themes] == [
        ("1", "Bouwen"), ("2", "Betaalbaarheid"),
    ]  # fmt: skip


def test_a_theme_with_the_same_number_and_another_title_is_flagged(session: Session) -> None:
    assert by_key(reading(themes=(theme("2", "Zorg"),)), session)["theme:2"].differs


def test_figures_are_put_over_those_with_their_title_by_party(session: Session) -> None:
    full = small_reading()
    table = full.figures[0]
    columns = (table.columns[1], table.columns[0])
    source = replace(
        full,
        figures=(
            replace(table, columns=columns, rows=(("2028", ("7", "9")), ("2029", ("5", "6")))),
        ),
    )
    carry_out(session, source)
    series = session.dossier.all(Series)[0]
    rows = session.dossier.of(SeriesRow, "series_id", series.id)
    house_id = the_party(session, "Woonbron Zonneveen").id
    assert [r.label for r in rows] == ["2027", "2028", "2029"]
    assert rows[1].cell(house_id).raw == "7"
    assert rows[1].cell(the_party(session, "De Linde").id).raw == "9"
    assert rows[1].cell(series.columns[2].key).raw == "2"


# Speed.


def test_a_thousand_agreements_are_compared_with_a_thousand_in_seconds() -> None:
    words = ["woningen", "huur", "wijk", "plan", "zorg", "gemeente", "bouw", "jaar", "overleg"]

    def texts(shift: int) -> tuple[FoundAgreement, ...]:
        return tuple(
            agreement(
                f"{1 + n // 500}.{n % 500 + shift}",
                " ".join(f"{words[(n * k) % 9]}{(n * k) % 701}" for k in range(1, 60)),
            )
            for n in range(1_000)
        )

    themes = (theme("1", "Een"), theme("2", "Twee"))
    session = imported(reading(themes=themes, agreements=texts(0)))
    source = reading(themes=themes, agreements=texts(5_000))
    began = process_time()

    proposed = matches(source, session.dossier)

    assert process_time() - began < PATIENCE
    assert {m.reason for m in proposed if isinstance(m.part, FoundAgreement)} == {
        MatchReason.SIMILAR_TEXT
    }
