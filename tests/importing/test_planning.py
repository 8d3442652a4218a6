"""A reading becomes a dossier: every sort comes in, as one step, and once only."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPart
from prestatie_desktop.domain.choice import Choice
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, Daeb, KindForm
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory, SigningBasis
from prestatie_desktop.filling.template import standard_themes
from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.importing.planning import SORTS, plan
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.importing.watch import StoppedError, Watch
from prestatie_desktop.journal.edits import commitments, themes
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore, Store
from prestatie_desktop.words.actions import entry_sentence
from tests.importing.carrying_out import (
    begun,
    by_key,
    carry_out,
    empty_file,
    found,
    from_template,
    imported,
    kind_of,
    numbers,
    roles,
    the_group,
    the_party,
    the_row,
)
from tests.importing.making_readings import (
    agreement,
    reading,
    row,
    small_reading,
    theme,
    tracked_reading,
)
from tests.journal.test_session import FullDisk


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with closing(empty_file(tmp_path)) as file:
        yield file


@pytest.fixture
def session() -> Session:
    return imported(small_reading())


def test_the_source_says_what_the_dossier_is_about(session: Session) -> None:
    about = session.dossier.set
    assert (about.title, about.kind) == ("Prestatieafspraken Zonneveen 2027", SetKind.YEARLY)
    assert (about.first_year, about.last_year, about.dated) == (2027, 2027, date(2026, 12, 1))


def test_parties_come_with_their_names_and_whom_they_speak_for(session: Session) -> None:
    house = the_party(session, "Woonbron Zonneveen")
    assert [party.name for party in session.dossier.parties] == [
        "Gemeente Zonneveen", "Woonbron Zonneveen", "De Linde", "Huurdersraad", "Wijkteam",
    ]  # fmt: skip
    assert (house.legal_name, house.aliases) == ("Stichting Woonbron Zonneveen", ("Woonbron",))
    assert the_party(session, "Huurdersraad").represents == (
        house.id,
        the_party(session, "De Linde").id,
    )
    assert not the_party(session, "Wijkteam").signs
    assert the_party(session, "Wijkteam").kind is PartyKind.ACTOR
    assert the_group(session, "Corporaties").members == (
        house.id,
        the_party(session, "De Linde").id,
    )


def test_themes_and_running_text_stand_in_the_order_of_the_source(session: Session) -> None:
    dossier = session.dossier
    assert [(t.number, t.title, t.introduction) for t in dossier.themes] == [
        ("1", "Bouwen", "<p>Er komen huizen bij.</p>"),
        ("2", "Betaalbaarheid", ""),
    ]
    assert [(p.title, p.text) for p in dossier.all(TextPart)] == [
        ("Inleiding", "<p>Samen wonen.</p>"),
        ("Slot", "<p>Getekend.</p>"),
    ]


def test_an_agreement_comes_with_all_that_the_source_says(session: Session) -> None:
    one = found(session, "1.7")
    assert numbers(session) == ["1.7", "1.10", "2.1"]
    assert one.text.startswith("<p>De corporaties bouwen")
    assert (one.heading, one.planning, one.indicator) == ("Nieuwbouw", "Q2", "100 woningen")
    assert (one.remark, one.status) == ("Nog te bespreken", AgreementStatus.DISCUSSED)
    assert found(session, "2.1").status is AgreementStatus.PROPOSED
    assert roles(session, "1.7") == {
        "Corporaties": RoleKind.LEAD,
        "Gemeente Zonneveen": RoleKind.INVOLVED,
    }


def test_a_spelling_stands_for_the_party_it_is_proposed_for(session: Session) -> None:
    assert roles(session, "2.1") == {
        "Woonbron Zonneveen": RoleKind.LEAD,
        "Wijkteam": RoleKind.INVOLVED,
    }


def test_a_row_is_read_as_if_it_was_typed(session: Session) -> None:
    row_ = the_row(session, "Kerkveld")
    assert (row_.homes.raw, row_.homes.value, row_.homes.approximate) == (
        "ca. 40",
        Decimal(40),
        True,
    )
    assert row_.price.raw == "Betaalbaar 1"
    assert row_.price.parts
    assert [(p.year, p.quantity.value) for p in row_.phasing] == [(2027, Decimal(12))]
    assert row_.corporation_id == the_party(session, "Woonbron Zonneveen").id
    assert row_.municipality_id == the_party(session, "Gemeente Zonneveen").id
    assert the_row(session, "Molenhof").daeb is Daeb.YES
    assert the_row(session, "Molenhof").homes.unknown == "pm"
    assert the_row(session, "Zuidrand").note == "Later."


def test_the_only_municipality_is_that_of_every_row(session: Session) -> None:
    town = the_party(session, "Gemeente Zonneveen").id
    assert {row_.municipality_id for row_ in session.dossier.all(Commitment)} == {town}


def test_rows_stand_in_the_tables_of_their_kind(session: Session) -> None:
    first, second = session.dossier.themes
    new_build, own, rent = (
        kind_of(session, place) for place in ("Kerkveld", "Volkstuin", "Jaarlijkse verhoging")
    )
    assert (new_build.key, new_build.number, new_build.theme_id) == ("new_build", "1.1", first.id)
    assert (new_build.label, new_build.legal) == ("Nieuwbouw", "building")
    assert (own.label, own.form, own.key[:4]) == ("Parkeren", KindForm.PROJECT, "own_")
    assert (rent.key, rent.form, rent.theme_id) == ("rent_policy", KindForm.FREE, second.id)


def test_a_free_promise_has_its_amount_its_unit_and_its_agreement(session: Session) -> None:
    row_ = the_row(session, "Jaarlijkse verhoging")
    assert (row_.amount.value, row_.amount.unit) == (Decimal("2.5"), "percent")
    assert row_.agreement_id == found(session, "2.1").id


def test_figures_are_known_by_their_party(session: Session) -> None:
    dossier = session.dossier
    series = dossier.all(Series)[0]
    house = the_party(session, "Woonbron Zonneveen").id
    assert (series.title, series.row_label, series.with_totals) == ("Labels per jaar", "Jaar", True)
    assert (series.agreement_id, series.theme_id) == (
        found(session, "2.1").id,
        dossier.themes[1].id,
    )
    assert [(c.label, c.party_id) for c in series.columns][1:] == [
        ("Woonbron", house),
        ("Overig", ""),
    ]
    rows = dossier.of(SeriesRow, "series_id", series.id)
    assert [row_.label for row_ in rows] == ["2027", "2028"]
    assert rows[0].cell(house).unknown == "tb"
    assert rows[0].cell(series.columns[2].key).value == 1


def test_signatories_stand_with_their_party(session: Session) -> None:
    one, two = sorted(session.dossier.all(Signatory), key=lambda s: s.name, reverse=True)
    assert (one.name, one.function, one.basis) == (
        "mevr. C. Jansen", "bestuurder", SigningBasis.STATUTES,
    )  # fmt: skip
    assert (two.party_id, two.on_behalf_of) == (
        the_party(session, "Gemeente Zonneveen").id,
        "mevr. E. de Boer",
    )


@pytest.mark.parametrize("source", [small_reading(), tracked_reading()])
def test_an_import_is_one_step_that_can_be_undone_and_redone(source: Reading, store: Store) -> None:
    session = begun(source, store)
    before = session.dossier.copy()

    carry_out(session, source)

    after = session.dossier.copy()
    assert session.to_undo is not None
    assert session.to_undo.action == "import_source"
    session.undo()
    assert session.dossier == before
    session.redo()
    assert session.dossier == after == session.store.load()
    session.undo()
    assert session.dossier == before


@pytest.mark.parametrize("source", [small_reading(), tracked_reading()])
def test_the_same_source_again_changes_nothing(source: Reading, store: Store) -> None:
    session = imported(source, store)
    head, before = session.head, session.dossier.copy()

    made = carry_out(session, source)

    assert made.acts == ()
    assert {match.action for match in made.matches} == {Action.SKIP}
    assert {match.reason.value for match in made.matches if match.part.key != "cover"} == {
        "identical"
    }
    assert (session.head, session.dossier) == (head, before)


def test_the_step_is_named_after_the_source_and_counts_its_parts(session: Session) -> None:
    entries = list(session.store.entries_since(""))
    assert [entry_sentence(entry) for entry in entries] == [
        "Dossier Prestatieafspraken Zonneveen 2027 begonnen",
        "Bron bron.docx ingelezen: 21 onderdelen",
    ]


def test_planning_leaves_the_dossier_as_it_is() -> None:
    session = begun(small_reading())
    before = session.dossier.copy()
    plan(small_reading(), session.dossier)
    assert session.dossier == before


def test_every_part_has_one_match_and_one_place_in_the_counts() -> None:
    source = small_reading()
    made = plan(source, begun(source).dossier)

    assert sorted(m.part.key for m in made.matches) == sorted(p.key for p in source.parts())
    counts = [*made.added.values(), *made.updated.values(), *made.skipped.values()]
    assert sum(counts) == len(source.parts())
    assert made.added["row"] == 5
    assert set(made.added) | set(made.skipped) == set(SORTS.values())


def test_the_plan_tells_what_each_part_became() -> None:
    source = small_reading()
    session = begun(source)
    made = carry_out(session, source)
    assert made.ids["agreement:1.7"] == found(session, "1.7").id
    assert made.ids["row:0"] == the_row(session, "Kerkveld").id


def test_when_it_cannot_be_written_nothing_is_left_of_it() -> None:
    store = FullDisk()
    session = begun(tracked_reading(), store)
    before = session.dossier.copy()
    store.full = True
    made = plan(tracked_reading(), session.dossier)

    with pytest.raises(OSError, match="No space"):
        session.commit_together(made.acts)

    assert session.dossier == before == session.store.load()


def test_who_watches_can_stop_it() -> None:
    session = begun(small_reading())
    with pytest.raises(StoppedError):
        plan(small_reading(), session.dossier, watch=Watch(is_stopped=lambda: True))


def test_an_empty_reading_brings_nothing_but_the_lists_of_a_new_dossier() -> None:
    session = begun(reading())
    carry_out(session, reading())
    assert session.dossier.count(Agreement) == session.dossier.count(Commitment) == 0
    assert session.dossier.count(Choice) > 0
    assert plan(reading(), session.dossier).acts == ()


# A dossier that was made from the template.


def test_a_template_gets_exactly_the_themes_of_the_source() -> None:
    session = from_template()
    source = small_reading()

    made = carry_out(session, source)

    assert [(t.number, t.title, t.introduction) for t in session.dossier.themes] == [
        ("1", "Bouwen", "<p>Er komen huizen bij.</p>"),
        ("2", "Betaalbaarheid", ""),
    ]
    assert made.removed == {"theme": 4}
    assert session.dossier.set.title == source.cover.title
    assert session.dossier.themes[1].short_title == "Betaalbaarheid"
    assert session.dossier.themes[0].short_title == ""


def test_a_template_and_a_new_dossier_end_up_the_same() -> None:
    def shape(session: Session) -> object:
        dossier = session.dossier
        names = {theme.id: theme.title for theme in dossier.themes}
        kinds = [
            (k.key[:4], k.label, k.number, names.get(k.theme_id))
            for k in dossier.all(CommitmentKind)
        ]
        rows = [(c.location, c.homes.raw) for c in dossier.all(Commitment)]
        return sorted(kinds, key=str), sorted(rows), numbers(session), list(names.values())

    template = from_template()
    carry_out(template, small_reading())

    assert shape(template) == shape(imported(small_reading()))


def test_a_standard_table_without_rows_stands_outside_the_themes_of_the_source() -> None:
    session = from_template()
    carry_out(session, small_reading())
    used = {row_.kind_id for row_ in session.dossier.all(Commitment)}
    unused = [kind for kind in session.dossier.all(CommitmentKind) if kind.id not in used]
    assert {"sale", "study", "quota"} <= {kind.key for kind in unused}
    assert {(kind.number, kind.theme_id) for kind in unused} == {("", "")}


def test_the_order_of_themes_in_the_source_is_that_of_the_dossier() -> None:
    titles = [theme.title for theme in standard_themes()][::-1]
    source = reading(themes=tuple(theme(str(n), t) for n, t in enumerate(titles, start=1)))
    session = from_template()
    carry_out(session, source)
    assert [(t.number, t.title) for t in session.dossier.themes] == [
        (str(n), t) for n, t in enumerate(titles, start=1)
    ]


def test_a_theme_that_somebody_wrote_in_stays() -> None:
    session = from_template()
    own = session.dossier.themes[5]
    session.commit(themes.set_introduction(session.dossier, own.id, "<p>Eigen woorden.</p>"))
    carry_out(session, small_reading())
    assert own.id in {theme_.id for theme_ in session.dossier.themes}


def test_a_theme_with_a_table_that_somebody_made_stays() -> None:
    session = from_template()
    last = session.dossier.themes[5]
    session.commit(commitments.add_kind(session.dossier, "Eigen tabel", theme_id=last.id))
    carry_out(session, small_reading())
    assert last.id in {theme_.id for theme_ in session.dossier.themes}


def test_nothing_comes_into_a_standard_theme_that_is_about_to_go() -> None:
    source = reading(themes=(theme("9", "Zorg"),), agreements=(agreement("2.1", "T.", theme="?"),))
    session = from_template()
    carry_out(session, source)
    assert [t.title for t in session.dossier.themes] == ["Zorg"]
    assert numbers(session) == ["2.1"]


def test_a_source_without_themes_comes_into_the_standard_ones() -> None:
    session = from_template()
    carry_out(session, reading(agreements=(agreement("2.1", "T.", theme=""),)))
    assert [(t.number, t.title) for t in session.dossier.themes] == [("2", "Betaalbaarheid")]


# A dossier that holds things already.


def test_a_dossier_keeps_its_own_title_and_years(session: Session) -> None:
    other = replace(small_reading(), cover=replace(small_reading().cover, title="Iets anders"))
    made = carry_out(session, other)
    assert session.dossier.set.title == "Prestatieafspraken Zonneveen 2027"
    assert by_key(other, session)["cover"].reason == "kept"
    assert made.acts == ()


def test_only_what_the_source_gives_is_changed(session: Session) -> None:
    source = reading(themes=(theme(),), agreements=(agreement("1.7", planning="Q3"),))
    before = found(session, "1.7")

    made = carry_out(session, source)

    assert found(session, "1.7") == replace(before, planning="Q3")
    assert roles(session, "1.7")["Corporaties"] is RoleKind.LEAD
    assert made.updated == {"agreement": 1}


def test_roles_of_the_source_take_the_place_of_those_there(session: Session) -> None:
    full = small_reading()
    role = replace(full.agreements[0].roles[1], kind=RoleKind.LEAD)
    source = replace(full, agreements=(replace(full.agreements[0], roles=(role,)),))
    carry_out(session, source)
    assert roles(session, "1.7") == {"Gemeente Zonneveen": RoleKind.LEAD}


def test_new_agreements_stand_where_the_source_has_them(session: Session) -> None:
    source = reading(
        themes=(theme(),),
        agreements=(
            agreement("1.2", "Nieuw vooraan."),
            agreement("1.7"),
            agreement("1.8", "Nieuw in het midden."),
            agreement("1.9", "Nog een."),
            agreement("1.10"),
            agreement("1.11", "Nieuw achteraan."),
        ),
    )
    carry_out(session, source)
    assert numbers(session) == ["1.2", "1.7", "1.8", "1.9", "1.10", "1.11", "2.1"]


def test_what_the_source_does_not_have_stays(session: Session) -> None:
    before = session.dossier.copy()
    carry_out(session, reading(themes=(theme("3", "Zorg"),)))
    assert session.dossier.all(Agreement) == before.all(Agreement)
    assert session.dossier.all(Commitment) == before.all(Commitment)
    assert [t.number for t in session.dossier.themes] == ["1", "2", "3"]


def test_a_dossier_without_tables_and_lists_gets_those_that_rows_need() -> None:
    session = begun(reading())
    session.commit(themes.add_theme(session.dossier, "Bouwen", number="1"))
    carry_out(session, reading(rows=(row("0", "Kerkveld", kind="sale"),)))
    assert kind_of(session, "Kerkveld").label == "Verkoop"
    assert session.dossier.count(Choice) > 0


def test_a_theme_in_somebody_s_own_words_is_not_written_over_without_a_word() -> None:
    session = from_template()
    own = session.dossier.themes[2]
    said = {"number": own.number, "title": "Buurtwerk", "short_title": ""}
    session.commit(themes.rename_theme(session.dossier, own.id, **said))

    made = carry_out(session, reading(themes=(theme("1", "Bouwen"), theme("3", "Huren"))))

    match = next(match for match in made.matches if match.entity_id == own.id)
    assert (match.action, match.differs) == (Action.UPDATE, True)
    used = [one.number for one in session.dossier.themes]
    assert len(set(used)) == len(used)
