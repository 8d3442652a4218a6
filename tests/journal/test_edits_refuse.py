"""What edits refuse, clean up or leave alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPart, TextPartKind
from prestatie_desktop.domain.choice import ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, Daeb, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.integrity import Dangling, dangling
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.richtext_values import RichTextError
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind, SeriesRow
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Edited
from prestatie_desktop.journal.edits import (
    agreement_sets,
    agreements,
    bods,
    choices,
    commitments,
    parties,
    roles,
    series,
    signing,
    text_parts,
    themes,
)
from prestatie_desktop.journal.edits.making import MAX_LINE, MAX_NUMBER, line, lines, rank_at, rich
from prestatie_desktop.journal.session import Act, Session
from tests.building import Clock, agreement, full_session, party, project, small_session, theme

Refused = Callable[[Session], object]
BAR = SeriesKind.SERIES
LONG = "a" * (MAX_LINE + 1)

EMPTY: dict[str, Refused] = {
    "title": lambda s: agreement_sets.set_details(s.dossier, title=" "),
    "start": lambda _: agreement_sets.start("", SetKind.YEARLY, 2026),
    "number": lambda s: agreements.set_number(s.dossier, agreement(s, "1.7").id, "\t"),
    "theme": lambda s: themes.add_theme(s.dossier, "\u200b"),
    "theme number": lambda s: themes.rename_theme(
        s.dossier, theme(s, "1").id, number="", title="x", short_title=""
    ),
    "party": lambda s: parties.add_party(s.dossier, "\n", PartyKind.OTHER),
    "group": lambda s: parties.add_group(s.dossier, ""),
    "group again": lambda s: parties.edit_group(
        s.dossier, s.dossier.all(PartyGroup)[0].id, name=""
    ),
    "table": lambda s: commitments.add_kind(s.dossier, ""),
    "table again": lambda s: commitments.edit_kind(
        s.dossier, s.dossier.all(CommitmentKind)[0].id, label=""
    ),
    "class": lambda s: choices.add_choice(s.dossier, ChoiceList.PRICE, ""),
    "figures": lambda s: series.add_series(s.dossier, theme(s, "1").id, "", BAR, ()),
    "signatory": lambda s: signing.add_signatory(s.dossier, party(s, "Woonhuis").id, "\x00"),
    "text": lambda s: text_parts.add_text_part(s.dossier, TextPartKind.PREAMBLE, ""),
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="mag niet leeg zijn; er is niets gewijzigd"):
        EMPTY[name](small_session())


UNKNOWN: dict[str, Refused] = {
    "theme of an agreement": lambda s: agreements.add_agreement(s.dossier, "gone"),
    "agreement": lambda s: agreements.set_text(s.dossier, "gone", ""),
    "theme to move to": lambda s: agreements.move_agreement(
        s.dossier, agreement(s, "1.7").id, "gone", 0
    ),
    "who answers": lambda s: agreements.set_open_question(
        s.dossier, agreement(s, "1.7").id, "Wie?", "gone"
    ),
    "municipality": lambda s: agreements.set_municipalities(
        s.dossier, agreement(s, "1.7").id, ("gone",)
    ),
    "item of a role": lambda s: roles.set_role(
        s.dossier, "gone", party(s, "Woonhuis").id, RoleKind.LEAD
    ),
    "party of a role": lambda s: roles.set_role(
        s.dossier, agreement(s, "1.7").id, "", RoleKind.LEAD
    ),
    "item of a rule": lambda s: rule(s, SigningScope.ITEM, "", party(s, "Woonhuis").id),
    "theme of a rule": lambda s: rule(s, SigningScope.THEME, "", party(s, "Woonhuis").id),
    "theme for an item": lambda s: rule(
        s, SigningScope.ITEM, theme(s, "1").id, party(s, "Woonhuis").id
    ),
    "target of a default": lambda s: rule(
        s, SigningScope.DEFAULT, theme(s, "1").id, party(s, "Woonhuis").id
    ),
    "party of a rule": lambda s: rule(s, SigningScope.DEFAULT, "", "gone"),
    "party of a signatory": lambda s: signing.add_signatory(s.dossier, "gone", "J."),
    "member": lambda s: parties.add_group(s.dossier, "Nieuw", ("",)),
    "member again": lambda s: parties.edit_group(
        s.dossier, s.dossier.all(PartyGroup)[0].id, members=("gone",)
    ),
    "whom it represents": lambda s: parties.edit_party(
        s.dossier, party(s, "Woonhuis").id, represents=("gone",)
    ),
    "successor": lambda s: parties.add_party(
        s.dossier, "Nieuw", PartyKind.OTHER, successor_id="gone"
    ),
    "field of a party": lambda s: parties.remove_party(s.dossier, "gone"),
    "table of a row": lambda s: commitments.add_commitment(s.dossier, "gone"),
    "corporation": lambda s: commitments.add_commitment(
        s.dossier, s.dossier.all(CommitmentKind)[0].id, corporation_id="gone"
    ),
    "corporation of many": lambda s: commitments.paste_rows(
        s.dossier, s.dossier.all(CommitmentKind)[0].id, "gone", [{}]
    ),
    "agreement of a row": lambda s: commitments.set_values(
        s.dossier, project(s, "Kerkveld").id, {"agreement_id": party(s, "Woonhuis").id}
    ),
    "field of a row": lambda s: commitments.set_values(
        s.dossier, project(s, "Kerkveld").id, {"rank": "i"}
    ),
    "theme of a table": lambda s: commitments.add_kind(s.dossier, "x", theme_id="gone"),
    "theme of a table again": lambda s: commitments.edit_kind(
        s.dossier, s.dossier.all(CommitmentKind)[0].id, theme_id="gone"
    ),
    "theme of figures": lambda s: series.add_series(s.dossier, "gone", "x", BAR, ()),
    "agreement of figures": lambda s: series.add_series(
        s.dossier, theme(s, "1").id, "x", BAR, (), agreement_id="gone"
    ),
    "party of a column": lambda s: series.add_series(
        s.dossier, theme(s, "1").id, "x", BAR, (SeriesColumn("a", "A", "gone"),)
    ),
    "party of a new column": lambda s: series.add_column(
        s.dossier, s.dossier.all(Series)[0].id, "x", "gone"
    ),
    "column": lambda s: series.set_figures(
        s.dossier, [(s.dossier.all(SeriesRow)[0].id, "gone", "1")]
    ),
    "bod of nobody": lambda s: bods.set_bod_text(s.dossier, "gone", "sale", "<p>x</p>"),
}


def rule(s: Session, scope: SigningScope, target: str, who: str) -> Act:
    return signing.set_signing(s.dossier, scope, target, who, SigningMode.NOT)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_there_is_no_part_of_an_edit(name: str) -> None:
    with pytest.raises(KeyError):
        UNKNOWN[name](full_session())


@pytest.mark.parametrize(
    ("first", "last"), [(1989, 1990), (2026, 2025), (2026, 2047), (2090, 2101), (0, 0)]
)
def test_impossible_years_are_refused(first: int, last: int) -> None:
    with pytest.raises(UserError, match="Deze jaren kunnen niet"):
        agreement_sets.start("x", SetKind.YEARLY, first, last)
    with pytest.raises(UserError, match="Deze jaren kunnen niet"):
        agreement_sets.set_details(small_session().dossier, first_year=first, last_year=last)


@pytest.mark.parametrize(("first", "last"), [(1990, 2010), (2026, 2026), (2080, 2100)])
def test_the_longest_and_shortest_possible_years_are_taken(first: int, last: int) -> None:
    act = agreement_sets.start("x", SetKind.YEARLY, first, last)
    assert act.starts


def test_a_line_is_one_line_without_what_cannot_be_seen() -> None:
    assert line(" huur\u00adders\u200b\tvan\n\x00hier\u00a0 ", "x") == "huurders van hier"
    assert line("a" * MAX_LINE, "x") == "a" * MAX_LINE
    with pytest.raises(UserError, match="Het kopje is langer dan 2000 tekens"):
        line(LONG, "Het kopje")


@pytest.mark.parametrize(
    "give",
    [
        lambda d, number: agreements.set_number(d, d.all(Agreement)[0].id, number),
        lambda d, number: agreements.add_agreement(d, d.themes[0].id, number=number),
        lambda d, number: themes.rename_theme(
            d, d.themes[0].id, number=number, title="Wonen", short_title=""
        ),
        lambda d, number: themes.add_theme(d, "Wonen", number=number),
        lambda d, number: commitments.add_kind(d, "Sloop", number=number),
        lambda d, number: commitments.edit_kind(d, d.all(CommitmentKind)[0].id, number=number),
    ],
)
def test_a_number_fits_in_its_column(give: Callable[[Dossier, str], Act]) -> None:
    dossier = small_session().dossier
    assert give(dossier, "1" * MAX_NUMBER).changes
    with pytest.raises(UserError, match="Het nummer is langer dan 20 tekens"):
        give(dossier, "1" * (MAX_NUMBER + 1))


def test_several_lines_stay_several() -> None:
    assert lines(" een\r\ntwee\tdrie\x07\n\nvier\u00ad\n", "x") == "een\ntwee drie \n\nvier"
    assert len(lines("a" * 100_000, "x")) == 100_000
    with pytest.raises(UserError, match=r"De opmerking is langer dan 100\.000 tekens"):
        lines("a" * 100_001, "De opmerking")


def test_only_canonical_text_of_a_hundred_thousand_characters_is_taken() -> None:
    assert rich("<p>een</p>", "x") == "<p>een</p>"
    assert len(rich("<p>" + "a" * 100_000 + "</p>", "x")) == 100_007
    with pytest.raises(RichTextError):
        rich("<script>", "x")
    heavy = "<p>" + "<b>a</b>b" * 49_999 + "</p>"
    assert rich(heavy, "x") == heavy
    linked = "<p>" + f'<a href="item:{"x" * 20}">a</a>b' * 40_000 + "</p>"
    with pytest.raises(UserError, match="Verdeel de tekst"):
        rich(linked, "x")


@pytest.mark.parametrize("number", ["1", "1.", " 01 "])
def test_a_theme_number_that_is_taken_is_refused(number: str) -> None:
    session = small_session()
    with pytest.raises(UserError, match="al een thema 1"):
        themes.add_theme(session.dossier, "x", number=number)
    with pytest.raises(UserError, match="al een thema 1"):
        themes.rename_theme(
            session.dossier, theme(session, "2").id, number=number, title="x", short_title=""
        )
    own = themes.rename_theme(
        session.dossier, theme(session, "1").id, number="1.", title="x", short_title=""
    )
    assert own.changes


def test_a_new_theme_gets_the_first_free_number() -> None:
    session = small_session()
    session.commit(themes.remove_theme(session.dossier, theme(session, "1").id))
    session.commit(themes.add_theme(session.dossier, "Zorg"))
    session.commit(themes.add_theme(session.dossier, "Regio"))

    assert [t.number for t in session.dossier.themes] == ["2", "1", "3"]


@pytest.mark.parametrize("name", ["woonhuis", "WONINGCORPORATIES", " Woonhuis "])
def test_two_parties_or_groups_of_one_name_are_refused(name: str) -> None:
    session = small_session()
    dossier = session.dossier
    group = dossier.all(PartyGroup)[0].id
    with pytest.raises(UserError, match="al een partij of groep"):
        parties.add_party(dossier, name, PartyKind.OTHER)
    with pytest.raises(UserError, match="al een partij of groep"):
        parties.add_group(dossier, name)
    with pytest.raises(UserError, match="al een partij of groep"):
        parties.edit_party(dossier, party(session, "Thuisborg").id, name=name)
    assert parties.edit_party(dossier, party(session, "Woonhuis").id, name="WOONHUIS").changes
    assert parties.edit_group(dossier, group, name="woningcorporaties").changes


def test_a_party_with_a_sheet_stays() -> None:
    session = full_session()
    with pytest.raises(UserError, match="al een ondertekenblad uitgegeven"):
        parties.remove_party(session.dossier, party(session, "Thuisborg").id)


def test_a_new_party_comes_after_those_of_its_kind() -> None:
    session = small_session()
    session.commit(parties.add_party(session.dossier, "Nieuw", PartyKind.CORPORATION))
    session.commit(parties.add_party(session.dossier, "Eersel", PartyKind.MUNICIPALITY))

    assert [p.name for p in session.dossier.parties] == [
        "Gemeente Veldhoven", "Eersel", "Woonhuis", "Thuisborg", "Nieuw", "Huurders Woonhuis",
        "Bewoners",
    ]  # fmt: skip
    assert not party(session, "Bewoners").can_sign
    act = parties.add_party(session.dossier, "Stil", PartyKind.OTHER, signs=False)
    session.commit(act)
    assert not party(session, "Stil").signs


def test_a_reservation_needs_words() -> None:
    session = small_session()
    with pytest.raises(UserError, match="heeft woorden nodig"):
        signing.set_signing(
            session.dossier, SigningScope.DEFAULT, "", party(session, "Woonhuis").id,
            SigningMode.WITH_RESERVATION, reservation=" ",
        )  # fmt: skip


def test_many_cells_keep_no_rule_that_says_what_goes_by_itself() -> None:
    session = small_session()
    dossier, who = session.dossier, party(session, "Woonhuis").id
    cells = [(a.id, who) for a in dossier.agreements_of(theme(session, "1").id)]
    session.commit(signing.set_signing_many(dossier, cells, SigningMode.NOT))
    assert len(dossier.all(SigningRule)) == 2
    session.commit(signing.set_signing_many(dossier, cells, SigningMode.SIGNS))
    assert dossier.all(SigningRule) == ()
    words = {"reservation": "Mits."}
    mode = SigningMode.WITH_RESERVATION
    act = signing.set_signing_many(dossier, cells, mode, **words)
    session.commit(act)
    assert act.args["count"] == "2"
    assert {r.reservation for r in dossier.all(SigningRule)} == {"Mits."}
    session.commit(signing.set_signing_many(dossier, cells, None))
    assert dossier.all(SigningRule) == ()
    session.commit(rule(session, SigningScope.THEME, theme(session, "1").id, who))
    session.commit(signing.set_signing_many(dossier, cells, SigningMode.SIGNS))
    assert len(dossier.all(SigningRule)) == 3


def test_a_moved_thing_that_stays_where_it_was_changes_nothing() -> None:
    session = full_session()
    dossier = session.dossier
    first = agreement(session, "1.7")

    assert agreements.move_agreement(dossier, first.id, first.theme_id, 0).changes == ()
    assert agreements.move_agreement(dossier, agreement(session, "1.10").id, first.theme_id, 9
                                     ).changes == ()  # fmt: skip
    assert themes.move_theme(dossier, theme(session, "1").id, -3).changes == ()
    moved = agreements.move_agreement(dossier, first.id, first.theme_id, 1)
    session.commit(moved)
    assert [a.number for a in dossier.agreements_of(first.theme_id)] == ["1.10", "1.7"]


def test_things_that_share_a_rank_can_still_be_moved() -> None:
    twins = [Party(id=i, kind=PartyKind.OTHER, name=i, rank=r) for i, r in zip("abcd", "iiij",
                                                                              strict=True)]  # fmt: skip
    assert "i" < rank_at(twins, 1) < "j"
    assert rank_at(twins, 0) < "i"
    assert rank_at(twins, 9) > "j"
    assert rank_at([], 5) == "i"


def test_figures_go_along_with_their_agreement() -> None:
    session = full_session()
    own = next(s for s in session.dossier.all(Series) if s.agreement_id)
    two = theme(session, "2")
    session.commit(
        agreements.move_agreement(session.dossier, agreement(session, "1.7").id, two.id, 0)
    )
    assert session.dossier.get(Series, own.id).theme_id == two.id
    session.commit(themes.remove_theme(session.dossier, two.id))
    assert session.dossier.find(Series, own.id) is None


def test_a_theme_that_goes_lets_go_of_rows_and_figures_elsewhere() -> None:
    session = full_session()
    dossier = session.dossier
    row, two = project(session, "Kerkveld"), theme(session, "2").id
    session.commit(
        commitments.set_values(dossier, row.id, {"agreement_id": agreement(session, "2.1").id})
    )
    session.commit(
        series.add_series(
            dossier, theme(session, "1").id, "Ver", BAR, (),
            agreement_id=agreement(session, "2.1").id,
        )
    )  # fmt: skip

    session.commit(themes.remove_theme(dossier, two))

    assert dangling(dossier) == ()
    assert project(session, "Kerkveld").agreement_id == ""
    assert next(s for s in dossier.all(Series) if s.title == "Ver").agreement_id == ""
    session.commit(themes.remove_theme(dossier, theme(session, "1").id))
    assert dossier.all(Commitment) == ()
    assert dossier.all(SeriesRow) == ()


def test_every_reference_that_leads_nowhere_is_found() -> None:
    session = full_session()
    dossier = session.dossier
    house, row = party(session, "Woonhuis"), project(session, "Kerkveld")
    rule_ = next(r for r in dossier.all(SigningRule) if r.scope is SigningScope.DEFAULT)
    figures = dossier.all(SeriesRow)[0]
    broken = {
        (replace(house, represents=("x",)), "represents", "x"),
        (replace(row, kind_id="", agreement_id=house.id), "kind_id", ""),
        (replace(row, kind_id="", agreement_id=house.id), "agreement_id", house.id),
        (replace(agreement(session, "2.1"), theme_id=""), "theme_id", ""),
        (replace(rule_, target_id="x"), "target_id", "x"),
        (replace(figures, cells=(replace(figures.cells[0], column="x"),)), "cells", "x"),
    }
    for entity, _, _ in broken:
        dossier.put(entity)

    assert set(dangling(dossier)) == {Dangling(ref(e), field, gone) for e, field, gone in broken}
    dossier.put(replace(figures, series_id="x"))
    found = {d.field for d in dangling(dossier) if d.where == ref(figures)}
    assert found == {"series_id", "cells"}


def test_a_cell_of_a_novel_is_refused_and_of_a_sentence_kept_to_the_letter() -> None:
    session = small_session()
    row = project(session, "Kerkveld").id
    with pytest.raises(UserError, match=r"langer dan 1\.000 tekens"):
        commitments.set_values(session.dossier, row, {"homes": "a" * 1_001})
    session.commit(commitments.set_values(session.dossier, row, {"homes": " 3  (van\tde 7) "}))
    assert project(session, "Kerkveld").homes.raw == "3  (van de 7)"
    assert commitments.set_values(session.dossier, row, {"homes": "a" * 1_000}).changes


def test_the_years_of_a_row_are_kept_in_order_and_a_blank_one_goes() -> None:
    session = small_session()
    row = project(session, "Kerkveld")
    for values in ({"year:2027": "2", "year:2026": "1"}, {"year:2026": " "}):
        session.commit(commitments.set_values(session.dossier, row.id, values))

    now = project(session, "Kerkveld")
    assert [phase.year for phase in now.phasing] == [2027]
    assert now.in_year(2027).raw == "2"
    assert now.in_year(2026).is_empty
    with pytest.raises(ValueError, match="invalid literal"):
        commitments.set_values(session.dossier, row.id, {"year:x": "2"})


def test_a_row_is_read_cell_by_cell() -> None:
    session = full_session()
    row = project(session, "Kerkveld")
    values = {"daeb": "", "status": "", "amount": "5 %", "price": "goedkoop", "note": "a\nb"}
    session.commit(commitments.set_values(session.dossier, row.id, {"daeb": "daeb"}))
    assert project(session, "Kerkveld").daeb is Daeb.YES
    session.commit(commitments.set_values(session.dossier, row.id, {"status": "cancelled"}))
    assert project(session, "Kerkveld").status is ProjectStatus.CANCELLED

    act = commitments.set_values(session.dossier, row.id, values)
    session.commit(act)

    now = project(session, "Kerkveld")
    assert (now.daeb, now.status, now.note) == (None, None, "a\nb")
    assert now.amount == read("5 %", unit="")
    assert [part.keys for part in now.price.parts] == [("cheap",)]
    assert act.args == {"about": "Kerkveld", "field": "amount,daeb,note,price,status"}
    with pytest.raises(ValueError, match="straks"):
        commitments.set_values(session.dossier, row.id, {"status": "straks"})


def test_a_reading_never_changes_what_was_written() -> None:
    session = small_session()
    row = project(session, "Zuidrand")
    with pytest.raises(ValueError, match="what was written"):
        commitments.confirm_reading(session.dossier, row.id, "homes", read("66"))


def test_rows_are_pasted_below_the_others_in_their_order() -> None:
    session = small_session()
    kind = session.dossier.all(CommitmentKind)[0].id
    rows = [{"location": str(n)} for n in range(3)]
    act = commitments.paste_rows(session.dossier, kind, "", rows)
    session.commit(act)
    found = [c.location for c in session.dossier.of(Commitment, "kind_id", kind)]
    assert found == ["Kerkveld", "Zuidrand", "0", "1", "2"]
    assert act.args == {"about": "Nieuwbouw", "count": "3"}
    session.commit(
        commitments.add_commitment(
            session.dossier, kind, after=project(session, "Kerkveld").id,
            values={"location": "na"},
        )
    )  # fmt: skip
    assert session.dossier.of(Commitment, "kind_id", kind)[1].location == "na"


def test_rows_that_go_together_are_counted_and_one_is_named() -> None:
    session = small_session()
    one, two = project(session, "Kerkveld").id, project(session, "Zuidrand").id
    assert commitments.remove_commitments(session.dossier, [one]).args["about"] == "Kerkveld"
    both = commitments.remove_commitments(session.dossier, [one, two, one])
    assert both.args == {"about": "", "count": "2"}


def test_an_agreement_comes_after_another_or_at_the_end() -> None:
    session = small_session()
    one = theme(session, "1").id
    for number, after in (("1.8", agreement(session, "1.7").id), ("", "gone")):
        session.commit(agreements.add_agreement(session.dossier, one, number=number, after=after))
    assert [a.number for a in session.dossier.agreements_of(one)] == ["1.7", "1.8", "1.10", "1.11"]


def test_renumbering_stops_at_a_number_of_another_theme() -> None:
    session = small_session()
    session.commit(agreements.set_number(session.dossier, agreement(session, "2.1").id, "1.2"))
    with pytest.raises(UserError, match=r"Nummer 1\.2 is al in gebruik"):
        agreements.renumber(session.dossier, theme(session, "1").id)
    assert agreements.renumber(session.dossier, theme(session, "1").id, first=3).changes


def test_an_answered_question_has_no_owner() -> None:
    session = full_session()
    target = agreement(session, "1.7")
    assert target.question_owner_id
    session.commit(agreements.set_open_question(session.dossier, target.id, "Hoe dan?"))
    assert agreement(session, "1.7").question_owner_id == target.question_owner_id
    session.commit(agreements.set_open_question(session.dossier, target.id, ""))
    assert agreement(session, "1.7").question_owner_id == ""


def test_a_party_that_goes_is_nowhere_named_any_more() -> None:
    session = full_session()
    dossier = session.dossier
    for sort in ("signature", "signature_sheet"):
        for entity in [e for e in dossier.entities() if ref(e).sort == sort]:
            dossier.remove(ref(entity))
    for name in ("Woonhuis", "Gemeente Veldhoven", "Huurders Woonhuis"):
        gone = party(session, name).id
        session.commit(parties.remove_party(dossier, gone))
        assert gone not in repr(list(dossier.entities()))
    group = dossier.all(PartyGroup)[0].id
    session.commit(parties.remove_group(dossier, group))
    assert group not in repr(list(dossier.entities()))


def test_a_bod_text_of_nothing_is_not_made() -> None:
    clock = Clock()
    session = small_session(clock=clock)
    clock.pace = timedelta(seconds=1)
    who = party(session, "Woonhuis").id
    assert bods.set_bod_text(session.dossier, who, "sale", "").changes == ()
    session.commit(bods.set_bod_text(session.dossier, who, "sale", "<p>a</p>"))
    session.commit(bods.set_bod_text(session.dossier, who, "sale", "<p>ab</p>"))
    session.undo()
    assert "bod_text" not in {ref(e).sort for e in session.dossier.entities()}


def test_a_column_goes_with_its_figures() -> None:
    session = full_session()
    first = session.dossier.all(Series)[0]
    session.commit(series.remove_column(session.dossier, first.id, "w"))
    rows = session.dossier.of(SeriesRow, "series_id", first.id)
    assert [column.key for column in session.dossier.get(Series, first.id).columns] == ["t"]
    assert {cell.column for row in rows for cell in row.cells} == {"t"}
    assert rows[1].cell("t").raw == "18"
    assert rows[1].cell("w").is_empty
    with pytest.raises(ValueError, match="zip"):
        series.add_series(
            session.dossier, first.theme_id, "x", BAR, first.columns, rows=[("2026", ("1",))]
        )


def test_a_date_is_set_and_a_text_moved_and_retitled() -> None:
    session = full_session()
    day = date(2025, 12, 12)
    session.commit(agreement_sets.set_details(session.dossier, dated=day))
    assert session.dossier.set.dated == day
    part = session.dossier.all(TextPart)[0]
    act = text_parts.set_part_title(session.dossier, part.id, "Woorden")
    assert act.changes == (Edited(ref(part), "title", "Begrippen", "Woorden"),)
