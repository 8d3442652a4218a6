"""What does not fit in a dossier is never lost and never a crash: it moves, and a doubt says so."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from prestatie_desktop.domain.agreement import MAX_TEXT, Agreement, RoleKind
from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.richtext import length, plain
from prestatie_desktop.domain.series import Series, SeriesKind, SeriesRow
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning import Plan
from prestatie_desktop.importing.planning_texts import canonical, portions
from prestatie_desktop.importing.reading import (
    FoundColumn,
    FoundFigures,
    FoundRole,
    FoundSignatory,
    FoundTextPart,
    Reading,
    Wording,
)
from prestatie_desktop.importing.source import Comment, Stamp
from prestatie_desktop.journal.change import Added, Edited
from prestatie_desktop.journal.edits.making import MAX_LINE, MAX_NUMBER
from prestatie_desktop.journal.session import Session
from tests.importing.carrying_out import (
    begun,
    carry_out,
    found,
    imported,
    kind_of,
    numbers,
    roles,
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
)

LONG = " ".join(f"woord{n}" for n in range(600))
HUGE = "".join(f"<p>{n} {'lange alinea ' * 50}</p>".replace(" </p>", "</p>") for n in range(400))


def everything_said(dossier: Dossier) -> str:
    """All texts in a dossier, one after the other."""
    return "\n".join(_texts(dossier))


def _texts(dossier: Dossier) -> Iterator[str]:
    for entity in dossier.entities():
        for name in type(entity).__dataclass_fields__:
            value = getattr(entity, name)
            if isinstance(value, str):
                yield plain(value) if value.startswith("<") else value


def twice(source: Reading) -> tuple[Session, Plan]:
    """A source that was imported; a second time changes nothing, whatever had to move."""
    session = begun(source)
    made = carry_out(session, source)
    assert carry_out(session, source).acts == ()
    return session, made


def doubts_of(made: Plan, key: str) -> set[str]:
    return {doubt.kind.value for doubt in made.doubts.get(key, ())}


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("number", MAX_NUMBER),
        ("heading", MAX_LINE),
        ("planning", MAX_LINE),
        ("indicator", MAX_LINE),
    ],
)
def test_a_field_of_an_agreement_that_is_too_long_stands_in_full_in_its_text(
    field: str, limit: int
) -> None:
    fields: dict[str, Any] = {field: LONG}
    one = replace(agreement("1.1", "De tekst."), **fields)
    session, made = twice(reading(themes=(theme(),), agreements=(one,)))
    kept = session.dossier.all(Agreement)[0]
    assert LONG in plain(kept.text)
    assert "De tekst." in plain(kept.text)
    assert len(getattr(kept, field)) <= limit
    assert doubts_of(made, one.key) == {"too_long"}


@pytest.mark.parametrize("field", ["number", "title"])
def test_a_field_of_a_theme_that_is_too_long_stands_above_its_introduction(field: str) -> None:
    fields: dict[str, Any] = {field: LONG}
    one = replace(theme("1", "Bouwen", "<p>De inleiding.</p>"), **fields)
    session, made = twice(reading(themes=(one,)))
    kept = session.dossier.themes[0]
    assert plain(kept.introduction).endswith("De inleiding.")
    assert LONG in plain(kept.introduction)
    assert doubts_of(made, one.key) == {"too_long"}


def sources_with_a_huge_text() -> Iterator[tuple[str, Reading]]:
    agreed = replace(agreement("1.1"), text=HUGE)
    yield "agreement:1.1", reading(themes=(theme(),), agreements=(agreed,))
    yield "theme:1", reading(themes=(theme("1", "Bouwen", HUGE),))
    part = FoundTextPart(key="text:0", kind=TextPartKind.PREAMBLE, title="Inleiding", text=HUGE)
    yield "text:0", reading(text_parts=(part,))


@pytest.mark.parametrize(("key", "source"), tuple(sources_with_a_huge_text()))
def test_a_text_that_is_too_long_goes_on_in_running_text(key: str, source: Reading) -> None:
    session, made = twice(source)
    said = everything_said(session.dossier)
    assert all(f"{n} lange alinea" in said for n in range(400))
    assert any(p.title.startswith("Vervolg van") for p in session.dossier.all(TextPart))
    assert "too_long" in doubts_of(made, key)


def test_a_text_is_divided_within_a_paragraph_when_it_must_be() -> None:
    html = f"<p>{'a' * MAX_TEXT}<b>{'b' * MAX_TEXT}</b></p><ul><li>c</li></ul>"
    parts = portions(canonical(html))
    assert len(parts) > 2
    assert all(length(part) <= MAX_TEXT for part in parts)
    text = "".join(plain(part).replace("\n", "") for part in parts)
    assert text == "a" * MAX_TEXT + "b" * MAX_TEXT + "• c"
    assert portions("<p>kort</p>") == ["<p>kort</p>"]


def test_what_is_no_rich_text_is_kept_as_it_stands() -> None:
    one = replace(agreement("1.1"), text="<script>alert()</script> & <p>")
    session, _ = twice(reading(themes=(theme(),), agreements=(one,)))
    assert plain(found(session, "1.1").text) == "<script>alert()</script> & <p>"


@pytest.mark.parametrize("field", ["homes", "price", "location", "dwelling_type", "year:2027"])
def test_a_cell_that_is_too_long_stands_in_full_in_the_note(field: str) -> None:
    one = row("0", "Kerkveld", values={field: LONG, "note": "Zelf."})
    session, made = twice(reading(parties=(house(),), themes=(theme(),), rows=(one,)))
    kept = session.dossier.all(Commitment)[0]
    assert LONG in kept.note
    assert kept.note.startswith("Zelf.")
    assert doubts_of(made, "row:0") == {"too_long"}


def test_a_note_that_is_too_long_goes_on_in_running_text() -> None:
    note = "\n".join(f"regel {n} {'x' * 80}" for n in range(2_000))
    session, made = twice(
        reading(themes=(theme(),), rows=(row("0", "Kerkveld", values={"note": note}),))
    )
    rest = plain(session.dossier.all(TextPart)[0].text)
    kept = the_row(session, "Kerkveld").note
    assert f"{kept}{rest}".replace("\n", "") == note.replace("\n", "")
    assert doubts_of(made, "row:0") == {"too_long"}


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("planning", "voorjaar 2028", "Planning: voorjaar 2028"),
        ("status", "in de ijskast", "Status: in de ijskast"),
        ("daeb", "deels", "DAEB: deels"),
        ("year:ooit", "3", "ooit: 3"),
        ("geheim", "7", "geheim: 7"),
        ("corporation_id", "7", "corporation_id: 7"),
    ],
)
def test_a_value_without_a_place_of_its_own_stands_in_the_note(
    field: str, text: str, said: str
) -> None:
    session, _ = twice(
        reading(themes=(theme(),), rows=(row("0", "Kerkveld", values={field: text}),))
    )
    assert the_row(session, "Kerkveld").note == said


@pytest.mark.parametrize(("text", "value"), [("niet-DAEB", "niet_daeb"), ("daeb", "daeb")])
def test_a_choice_is_read_by_its_key_and_by_its_name(text: str, value: str) -> None:
    session = imported(reading(themes=(theme(),), rows=(row("0", "K", values={"daeb": text}),)))
    assert the_row(session, "K").daeb == value


def test_a_remark_and_comments_that_are_too_long_go_on_in_running_text() -> None:
    comments = tuple(Comment(Stamp(f"Persoon {n}"), "x" * 900) for n in range(200))
    one = agreement("1.1", "Tekst.", remark="Zelf.", comments=comments)
    session, made = twice(reading(themes=(theme(),), agreements=(one,)))
    said = everything_said(session.dossier)
    assert all(f"Persoon {n}: " in said for n in range(200))
    assert "Zelf." in said
    assert "too_long" in doubts_of(made, one.key)


def test_states_of_a_text_that_is_too_long_are_left_and_the_text_is_not() -> None:
    one = replace(
        agreement("1.1"),
        text=HUGE,
        wordings=(Wording(None, "<p>kort</p>"), Wording(Stamp("A"), HUGE)),
    )
    session, made = twice(reading(themes=(theme(),), agreements=(one,)))
    assert [act.action for act in made.acts] == ["import_source"]
    assert found(session, "1.1").text.startswith("<p>0 lange alinea")


def test_states_of_a_text_have_what_was_moved_into_it() -> None:
    one = replace(
        agreement("1.1"),
        heading=LONG,
        text="<p>nieuw</p>",
        wordings=(Wording(None, "<p>oud</p>"), Wording(Stamp("A"), "<p>nieuw</p>")),
    )
    session, made = twice(reading(themes=(theme(),), agreements=(one,)))
    change = made.acts[1].changes[0]
    assert isinstance(change, Edited)
    assert (LONG in change.old, LONG in change.new) == (True, True)
    assert plain(found(session, "1.1").text).endswith("nieuw")


# Numbers.


def test_the_second_of_two_equal_numbers_gets_a_free_one_and_says_so() -> None:
    source = reading(
        themes=(theme(),),
        agreements=(
            agreement("1.1", "Eerste."),
            replace(agreement("1.01", "Tweede.", theme="1"), remark="Zelf."),
            agreement("1.2", "Derde."),
        ),
    )
    session, made = twice(source)
    assert numbers(session) == ["1.1", "1.3", "1.2"]
    assert plain(found(session, "1.3").text) == "Tweede."
    assert found(session, "1.3").remark == "Zelf.\nNummer in de bron: 1.01"
    assert doubts_of(made, "agreement:1.01") == {"double_number"}


def test_parts_with_the_same_key_are_both_there() -> None:
    one = agreement("1.1", "Zelfde.")
    session, _ = twice(reading(themes=(theme(),), agreements=(one, one, one)))
    assert numbers(session) == ["1.1", "1.2", "1.3"]


def test_an_agreement_without_a_number_gets_the_next_of_its_theme_after_the_tables() -> None:
    source = reading(
        themes=(theme(), theme("2", "Huur")),
        agreements=(
            agreement("", "Zonder.", key="a", theme="1"),
            agreement("2.4", "Met."),
            agreement("", "Ook zonder.", key="b", theme="Huur"),
        ),
        rows=(row("0", "K", kind_number="1.1"), row("1", "L", kind="sale", kind_number="1.2")),
    )
    session, _ = twice(source)
    assert numbers(session) == ["1.3", "2.4", "2.5"]


def test_thousands_without_a_number_take_no_more_than_seconds() -> None:
    source = reading(
        themes=(theme(),),
        agreements=tuple(
            agreement("", f"Unieke zin {n} over {n * 7} huizen.", key=f"a{n}", theme="1")
            for n in range(4_000)
        ),
    )
    session = imported(source)
    assert numbers(session)[-1] == "1.4000"


def test_two_themes_with_one_number_both_come_in() -> None:
    source = reading(
        themes=(
            theme("1", "Bouwen"),
            replace(theme("1", "Huur"), key="theme:1b"),
            theme("2", "Zorg"),
        )
    )
    session, made = twice(source)
    assert [(t.number, t.title) for t in session.dossier.themes] == [
        ("1", "Bouwen"), ("3", "Huur"), ("2", "Zorg"),
    ]  # fmt: skip
    assert doubts_of(made, "theme:1b") == {"double_number"}


def test_a_theme_without_title_or_number_still_comes_in() -> None:
    session, _ = twice(reading(themes=(theme("1", ""), theme("", "Zorg"))))
    assert [(t.number, t.title) for t in session.dossier.themes] == [
        ("1", "Thema 1"),
        ("2", "Zorg"),
    ]


@pytest.mark.parametrize(("written", "title"), [("9", "Zorg"), ("", "Zorg"), ("Zorg", "Zorg")])
def test_an_agreement_of_a_theme_that_is_not_there_goes_to_the_one_its_number_begins_with(
    written: str, title: str
) -> None:
    source = reading(
        themes=(theme("1", "Bouwen"), theme("2", "Zorg")),
        agreements=(agreement("2.1", "Tekst.", theme=written),),
    )
    session, _ = twice(source)
    theme_id = found(session, "2.1").theme_id
    assert next(t for t in session.dossier.themes if t.id == theme_id).title == title


def test_agreements_without_any_theme_get_one() -> None:
    session, _ = twice(
        reading(agreements=(agreement("4.1", "A.", theme=""), agreement("4.2", "B.")))
    )
    assert [(t.number, t.title) for t in session.dossier.themes] == [("4", "Thema")]
    assert numbers(session) == ["4.1", "4.2"]


# Names.


def test_a_name_that_is_nobodys_becomes_a_party_that_does_not_sign() -> None:
    one = agreement("1.1", "Tekst.", roles=(FoundRole("Kernteam", RoleKind.LEAD),))
    session, made = twice(reading(themes=(theme(),), agreements=(one,)))
    assert roles(session, "1.1") == {"Kernteam": RoleKind.LEAD}
    assert the_party(session, "Kernteam").kind is PartyKind.ACTOR
    assert not the_party(session, "Kernteam").signs
    assert made.added["party"] == 1


def test_where_a_name_stands_says_what_it_is() -> None:
    source = reading(
        themes=(theme(),),
        rows=(row("0", "K", corporation="Ons Huis", municipality="Maandijk"),),
        signatories=(FoundSignatory(key="s:0", party="Zorghuis", name="F. Groen"),),
        parties=(house("De Linde", represents=("Ons Huis",)),),
    )
    session, _ = twice(source)
    assert {p.name: p.kind for p in session.dossier.parties} == {
        "Maandijk": PartyKind.MUNICIPALITY, "De Linde": PartyKind.CORPORATION,
        "Ons Huis": PartyKind.CORPORATION, "Zorghuis": PartyKind.OTHER,
    }  # fmt: skip


def test_a_spelling_that_stands_for_nobody_has_no_part() -> None:
    one = agreement(
        "1.1", "T.", roles=(FoundRole("e.a.", RoleKind.LEAD), FoundRole("", RoleKind.LEAD))
    )
    session = begun(reading())
    made = carry_out(
        session,
        reading(themes=(theme(),), agreements=(one,)),
        Decisions(spellings={"e.a.": ""}),
    )
    assert roles(session, "1.1") == {}
    assert "party" not in made.added


def test_a_party_named_twice_has_the_stronger_part() -> None:
    kinds = (RoleKind.INVOLVED, RoleKind.LEAD, RoleKind.UNKNOWN_LEAD)
    named = tuple(FoundRole("De Linde", kind) for kind in kinds)
    source = reading(
        parties=(house("De Linde"),),
        themes=(theme(),),
        agreements=(agreement("1.1", "T.", roles=named),),
    )
    session, _ = twice(source)
    assert roles(session, "1.1") == {"De Linde": RoleKind.LEAD}


def test_a_row_of_a_group_says_so_in_its_note() -> None:
    source = reading(
        parties=(house("De Linde"),), groups=(group("Corporaties", ("De Linde",)),),
        themes=(theme(),), rows=(row("0", "K", corporation="Corporaties"),),
    )  # fmt: skip
    session, _ = twice(source)
    assert the_row(session, "K").corporation_id == ""
    assert the_row(session, "K").note == "Corporatie: Corporaties"


def test_who_signs_for_a_group_is_kept_as_running_text() -> None:
    people = (
        FoundSignatory(key="s:0", party="Huurders", name="G. Kok", function="voorzitter"),
        FoundSignatory(key="s:1", party="Huurders", name="H. Dam"),
        FoundSignatory(key="s:2", party="Ene", name=""),
    )
    source = reading(
        parties=(house("De Linde"), house("Ons Huis")),
        groups=(group("Huurders", ("De Linde", "Ons Huis")), group("Ene", ("De Linde",))),
        signatories=people,
    )
    session, _ = twice(source)
    part = next(p for p in session.dossier.all(TextPart) if p.title == "Ondertekenaars")
    assert plain(part.text) == "G. Kok, voorzitter, Huurders\nH. Dam, Huurders"
    assert [s.name for s in session.dossier.all(Signatory)] == ["Ondertekenaar zonder naam"]


# Tables.


def figures(**more: Any) -> FoundFigures:
    given = {"key": "f:0", "kind": SeriesKind.MATRIX, "title": "Voorraad", "theme": "1", **more}
    return FoundFigures(**given)


def test_a_table_of_figures_has_room_for_its_longest_row() -> None:
    table = figures(
        columns=(FoundColumn("A"), FoundColumn("A")),
        rows=(("een", ("1", "2", "3")), ("een", ("4",)), (LONG * 3, (LONG,))),
    )
    session, made = twice(reading(themes=(theme(),), figures=(table,)))
    series = session.dossier.all(Series)[0]
    rows = session.dossier.of(SeriesRow, "series_id", series.id)
    raws = [[row_.cell(column.key).raw for column in series.columns] for row_ in rows]
    assert len({column.key for column in series.columns}) == 3
    assert raws[:2] == [["1", "2", "3"], ["4", "", ""]]
    assert f"Cijfers: {LONG}" in everything_said(session.dossier)
    assert doubts_of(made, "f:0") == {"too_long"}


def test_a_table_without_a_title_is_called_after_where_it_stands() -> None:
    source = reading(
        themes=(theme(),),
        agreements=(agreement("1.1", "T."),),
        figures=(
            figures(title="", theme="", agreement="1.1"),
            figures(key="f:1", title="", theme=""),
        ),
    )
    session, _ = twice(source)
    assert {s.title for s in session.dossier.all(Series)} == {"Cijfertabel 1.1", "Cijfertabel"}
    assert all(s.theme_id for s in session.dossier.all(Series))


def test_two_columns_of_one_party_are_two_columns() -> None:
    columns = (FoundColumn("2027", "De Linde"), FoundColumn("2028", "De Linde"))
    table = figures(columns=columns, rows=(("x", ("1", "2")),))
    session, _ = twice(reading(parties=(house("De Linde"),), themes=(theme(),), figures=(table,)))
    series = session.dossier.all(Series)[0]
    row_ = session.dossier.all(SeriesRow)[0]
    assert [row_.cell(column.key).raw for column in series.columns] == ["1", "2"]


def test_a_free_table_is_one_of_each_theme() -> None:
    source = reading(
        themes=(theme("1", "Bouwen"), theme("2", "Zorg")),
        agreements=(agreement("2.1", "T."),),
        rows=(
            row("0", "A", kind="quota", theme="1", values={"amount": "3"}),
            row("1", "B", kind="quota", theme="", agreement="2.1", values={"amount": "4"}),
            row("2", "C", kind="own:Geld", values={"amount": "€ 5"}, unit="euro"),
            row("3", "D", kind="", values={"homes": "5"}),
        ),
    )
    session, _ = twice(source)
    first, second = (kind_of(session, place) for place in "AB")
    assert [t.id for t in session.dossier.themes] == [first.theme_id, second.theme_id]
    assert (first.key, second.key) == ("quota", "quota")
    assert kind_of(session, "C").form.value == "free"
    assert kind_of(session, "D").label == "Rij zonder naam"


def test_the_changes_are_sorted_so_that_they_are_written_the_fastest() -> None:
    session = begun(small_reading())
    changes = carry_out(session, small_reading()).acts[0].changes
    added = [change.ref.sort for change in changes if isinstance(change, Added)]
    assert len([1 for a, b in pairwise(added) if a != b]) == len(set(added)) - 1
