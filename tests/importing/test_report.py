"""The report accounts for every line of the source and says what becomes of every part."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.importing.decisions import Action, Decisions, Resolution
from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning import plan
from prestatie_desktop.importing.reading import (
    Account,
    Doubt,
    DoubtKind,
    Fate,
    IgnoreRule,
    Reading,
    TableLayout,
    TableUse,
)
from prestatie_desktop.importing.report import Report, report, report_json, report_lines
from prestatie_desktop.importing.report_lines import MOST_NAMED
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.words import importing as words
from tests.exchange.shape import field_names, misfits
from tests.importing.carrying_out import begun, from_template, imported
from tests.importing.making_readings import (
    agreement,
    reading,
    small_reading,
    theme,
    tracked_reading,
)
from tests.importing.report_shape import HOLDS, REPORT, values

DOCS = Path(__file__).parents[2] / "docs" / "import-report.md"
LOST, KNOWN, BESIDE, LEFT = (
    Account(Fate.NOT_RECOGNISED),
    Account(Fate.RECOGNISED),
    Account(Fate.ATTACHED),
    Account(Fate.IGNORED, rule=IgnoreRule.PAGE_NUMBER),
)


def source_of(*lines: tuple[str, ...], notices: tuple[str, ...] = ()) -> Source:
    """A source of lines with the texts of their pieces."""
    gatherer = Gatherer()
    for number, pieces in enumerate(lines, start=1):
        gatherer.line("\t".join(pieces), f"regel {number}")
        for text in pieces:
            gatherer.add(gatherer.plain(text))
    return gatherer.source("bron.txt", Form.TEXT, notices)


def accounted(fates: Mapping[int, Account], **parts: Any) -> Reading:
    return reading(accounts=fates, **parts)


def full_report() -> Report:
    """A report with something in every field."""
    source = source_of(
        ("Bouwen",), ("1.7", "De tekst", "wat is dit"), ("3",), ("losse zin",), ("kop", "3"),
        notices=("Bladzijde 3 is een afbeelding.",),
    )  # fmt: skip
    full = small_reading()
    first = replace(
        full.agreements[0],
        pieces=(1, 2),
        doubts=(Doubt(DoubtKind.PARTIES_NOT_READ, ("de buren",)),),
    )
    found = replace(
        full,
        agreements=(first, *full.agreements[1:], *tracked_reading().agreements),
        tables=(
            TableLayout(
                signature="a|b", block=0, title="Sloop", use=TableUse.PROJECTS, kind="demolition",
                head=0, columns=("location", ""), labels=("Plan", ""), sure=False,
            ),
        ),
        accounts={0: KNOWN, 1: KNOWN, 2: KNOWN, 3: LOST, 4: LEFT, 5: LOST, 6: BESIDE, 7: LEFT},
    )  # fmt: skip
    session = imported(
        reading(themes=(theme(),), agreements=(agreement("1.7", "Heel iets anders staat hier."),))
    )
    return report(source, found, plan(found, session.dossier))


@pytest.fixture(scope="module")
def value() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(report_json(full_report()))
    return loaded


# Lines.


@pytest.mark.parametrize(
    ("fates", "fate"),
    [
        ((KNOWN,), Fate.RECOGNISED), ((BESIDE,), Fate.ATTACHED), ((LEFT,), Fate.IGNORED),
        ((LOST,), Fate.NOT_RECOGNISED), ((KNOWN, LEFT), Fate.RECOGNISED),
        ((LEFT, BESIDE), Fate.ATTACHED), ((BESIDE, KNOWN), Fate.RECOGNISED),
        ((KNOWN, LOST), Fate.NOT_RECOGNISED), ((LEFT, LOST), Fate.NOT_RECOGNISED),
    ],
)  # fmt: skip
def test_a_line_has_the_worst_fate_of_its_pieces(fates: tuple[Account, ...], fate: Fate) -> None:
    source = source_of(tuple("ab"[: len(fates)]))
    made = report(source, accounted(dict(enumerate(fates))))
    assert made.counts == {**dict.fromkeys(Fate, 0), fate: 1}


def test_of_a_line_that_was_partly_not_recognised_only_that_part_is_told() -> None:
    source = source_of(("1.7", "wat", "hoe"), ("een", "twee"))
    made = report(source, accounted({0: KNOWN, 1: LOST, 2: LOST, 3: LOST, 4: LOST}))
    assert [(line.line, line.where, line.text) for line in made.not_recognised] == [
        (1, "regel 1", "wat | hoe"),
        (2, "regel 2", "een\ttwee"),
    ]


def test_a_piece_that_nobody_accounted_for_is_not_recognised() -> None:
    source = source_of(("een",), ("twee", " "))
    made = report(source, accounted({0: KNOWN}))
    assert made.counts[Fate.NOT_RECOGNISED] == 1
    assert made.not_recognised[0].text == "twee\t "


def test_a_line_without_pieces_is_not_recognised() -> None:
    gatherer = Gatherer()
    gatherer.line("verdwenen", "regel 1")
    made = report(gatherer.source("bron.txt", Form.TEXT), accounted({}))
    assert [line.text for line in made.not_recognised] == ["verdwenen"]


def test_an_ignored_line_stands_there_to_the_letter_with_its_rule() -> None:
    made = report(source_of(("  3 van 12 ",)), accounted({0: LEFT}))
    assert [(line.text, line.rule) for line in made.ignored] == [
        ("  3 van 12 ", IgnoreRule.PAGE_NUMBER)
    ]


@given(
    st.lists(
        st.lists(st.sampled_from([KNOWN, BESIDE, LEFT, LOST, None]), min_size=1, max_size=4),
        max_size=30,
    )
)
def test_the_counts_are_together_the_number_of_lines(lines: list[list[Account | None]]) -> None:
    source = source_of(*(tuple("x" for _ in line) for line in lines))
    fates = [account for line in lines for account in line]
    made = report(source, accounted({key: account for key, account in enumerate(fates) if account}))
    assert sum(made.counts.values()) == made.lines == len(lines)
    assert len(made.ignored) == made.counts[Fate.IGNORED]
    assert len(made.not_recognised) == made.counts[Fate.NOT_RECOGNISED]


# Parts.


def test_a_part_is_told_with_its_place_and_its_doubts() -> None:
    made = full_report()
    first = next(part for part in made.parts if part.part.key == "agreement:1.7")
    assert (first.lines, first.where, first.sure) == ((2,), "regel 2", False)
    assert made.to_check == (first,)
    assert made.found["agreement"] == 5


def test_doubts_of_planning_and_parties_that_planning_makes_are_told_too() -> None:
    twice = reading(
        themes=(theme(),),
        agreements=(agreement("1.1", "A."), replace(agreement("1.1", "B."), key="agreement:1.1b")),
        rows=(replace(small_reading().rows[0], corporation="Onbekend Huis"),),
    )
    made = report(source_of(), twice, plan(twice, begun(twice).dossier))
    doubts = {part.part.key: {doubt.kind for doubt in part.doubts} for part in made.to_check}
    assert doubts == {
        "agreement:1.1b": {DoubtKind.DOUBLE_NUMBER},
        "party:Onbekend Huis": {DoubtKind.PARTY_KIND_GUESSED},
        "party:Gemeente Zonneveen": {DoubtKind.PARTY_KIND_GUESSED},
    }
    assert made.found["party"] == 2


# JSON and its page.


def test_the_report_has_the_shape_that_is_documented(value: dict[str, Any]) -> None:
    assert misfits(value, REPORT) == []
    for part in value["parts"]:
        assert misfits(part["holds"], HOLDS[part["sort"]], part["key"]) == []
    assert {part["sort"] for part in value["parts"]} == set(HOLDS)


def test_nothing_in_the_full_report_is_left_to_chance(value: dict[str, Any]) -> None:
    assert all(value[name] for name in REPORT)
    assert all(value["counts"].values())
    assert any(match["differs"] for match in value["plan"]["matches"])
    assert sum(value["counts"].values()) == value["lines"] == 5


@pytest.mark.parametrize("shape", [REPORT, *HOLDS.values()])
def test_every_field_and_value_of_the_report_is_documented(shape: Any) -> None:
    documented = set(re.findall(r"`([a-z_:]+)`", DOCS.read_text(encoding="utf-8")))
    assert (field_names(shape) | words_in(shape)) - documented == set()


def words_in(shape: Any) -> set[str]:
    """Every fixed text in a shape."""
    if isinstance(shape, dict):
        return set().union(*map(words_in, shape.values()))
    if isinstance(shape, list):
        return words_in(shape[0])
    fixed = {one for one in shape if isinstance(one, str)} if isinstance(shape, set) else set()
    return fixed - {"prestatie-import-report"}


def test_without_a_plan_there_is_none() -> None:
    loaded = json.loads(report_json(report(source_of(), reading())))
    assert loaded["plan"] is None
    assert loaded["counts"] == {fate.value: 0 for fate in Fate}


def test_numbers_that_no_json_knows_and_odd_characters_do_no_harm() -> None:
    odd = reading(agreements=(replace(agreement("1.1"), text="<p>\x00 \ud800 <", heading="﻿"),))
    made = report(source_of(("\ud800",)), odd, plan(odd, begun(odd).dossier))
    assert json.loads(report_json(made))["found"]["agreement"] == 1
    assert list(report_lines(made))


# Lines for a person.


def test_a_person_reads_counts_doubts_what_was_left_out_and_what_it_does() -> None:
    lines = list(report_lines(full_report()))
    said = "\n".join(lines)
    assert lines[0] == "bron.txt: 5 niet-lege regels"
    assert lines[1] == "  herkend 1, hoort bij een onderdeel 1, overgeslagen 1, niet herkend 2"
    assert "5 afspraken" in lines[2]
    assert "Bladzijde 3 is een afbeelding." in lines
    assert "  Afspraak 1.7 Nieuwbouw (regel 2): Niet als partij herkend: de buren." in lines
    assert "  Woonbronn → Woonbron Zonneveen (lijkt een typefout)" in lines
    assert "Overgeslagen: bladzijdenummer (1)\n  regel 3: 3" in said
    assert "Niet herkend (2)\n  regel 2: wat is dit\n  regel 4: losse zin" in said
    assert "Zelfde nummer, andere tekst (1)" in lines
    assert "Bijgewerkt: 1 thema, 1 afspraak" in lines


def test_of_very_many_lines_the_first_are_named_and_the_others_counted() -> None:
    many = MOST_NAMED + 5
    source = source_of(*(("weg",) for _ in range(many)))
    lines = list(report_lines(report(source, accounted(dict.fromkeys(range(many), LOST)))))
    assert f"Niet herkend ({many})" in lines
    assert lines[-1] == "  … en nog 5; met --json staan ze er alle in"
    assert lines.count(f"  regel {MOST_NAMED}: weg") == 1


def test_what_left_an_empty_dossier_is_told() -> None:
    session = from_template()
    made = report(source_of(), small_reading(), plan(small_reading(), session.dossier))
    assert "Vervallen, want leeg en niet in de bron: 4 thema’s" in list(report_lines(made))


def test_what_is_left_out_by_choice_is_told() -> None:
    decisions = Decisions(resolutions={"agreement:1.7": Resolution(Action.SKIP)})
    source = small_reading()
    made = report(source_of(), source, plan(source, begun(source).dossier, decisions))
    assert "Ongewijzigd of overgeslagen: 1 titelblad, 1 afspraak" in list(report_lines(made))


# Words.


@pytest.mark.parametrize(
    ("of", "word"),
    [
        (Fate, words.fate_name), (IgnoreRule, words.rule_name), (TableUse, words.use_name),
        (Action, words.action_name), (MatchReason, words.match_reason),
        (DoubtKind, words.doubt_sentence),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)  # fmt: skip
def test_every_value_of_the_importer_has_words_of_its_own(of: Any, word: Any) -> None:
    said = [word(one) for one in sorted(values(of))]
    assert len(set(said)) == len(said)
    assert all(one[:1].strip() for one in said)


def test_no_words_are_left_of_values_that_are_gone() -> None:
    for kept, of in (
        (words._FATES, Fate), (words._RULES, IgnoreRule), (words._USES, TableUse),
        (words._ACTIONS, Action), (words._REASONS, MatchReason), (words._DOUBTS, DoubtKind),
    ):  # fmt: skip
        assert set(kept) == values(of)


def test_every_column_has_a_name() -> None:
    from prestatie_desktop.importing.recognising.columns import FIELDS

    named = {field: words.column_name(field) for fields in FIELDS.values() for field in fields}
    assert all(name and name != field for field, name in named.items())
    assert words.column_name("year:2027") == "2027"
    assert words.column_name("party:De Linde") == "De Linde"
    assert words.column_name("") == ""
    assert words.column_name("iets nieuws") == "iets nieuws"


def test_a_doubt_says_its_words_and_a_missing_word_is_a_question_mark() -> None:
    assert words.doubt_sentence("spelling", ("Woonbronn", "Woonbron {0}")) == (
        "“Woonbronn” is gelezen als Woonbron {0}."
    )
    assert words.doubt_sentence("total_differs", ("2027", "10")) == (
        "Het totaal van 2027 is 10, maar de som is ?."
    )
