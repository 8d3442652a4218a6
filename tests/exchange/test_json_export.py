import json
import os
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.signing import SignatureSheet, SigningBasis, SigningMode, SigningScope
from prestatie_desktop.errors import UserError
from prestatie_desktop.exchange.json_export import export, export_text, write_json
from prestatie_desktop.exchange.json_values import number, quantity
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.journal.edits import agreements, bods, commitments, editions, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import SECRETARY, agreement, empty_session, party, project, small_session
from tests.exchange.shape import DOSSIER, field_names, misfits

SOURCES = os.environ.get("PRESTATIE_BRONNEN", "")
DOCS = Path(__file__).parents[2] / "docs" / "json-format.md"


@pytest.fixture(scope="module")
def heerlen() -> dict[str, Any]:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return export(store.load())


def signed_session() -> Session:
    """A small dossier in which everything the export can hold stands at least once."""
    session = small_session()
    dossier, commit = session.dossier, session.commit
    house, row = party(session, "Woonhuis"), project(session, "Kerkveld")
    commit(
        signing.set_signing(
            dossier, SigningScope.ITEM, agreement(session, "1.7").id, house.id,
            SigningMode.WITH_RESERVATION, reservation="Mits er geld is.",
        )
    )  # fmt: skip
    commit(
        signing.set_signing(
            dossier, SigningScope.THEME, dossier.themes[1].id, house.id, SigningMode.NOT
        )
    )
    commit(signing.set_signing(dossier, SigningScope.ITEM, row.id, house.id, SigningMode.NOT))
    commit(
        signing.add_signatory(
            dossier, house.id, "A. Lindeboom", basis=SigningBasis.MANDATE,
            document_date=date(2025, 1, 2),
        )
    )  # fmt: skip
    commit(commitments.set_values(dossier, row.id, {"year:2026": "12", "daeb": "daeb"}))
    commit(bods.set_bod_text(dossier, house.id, "letter", "<p>Geachte college</p>"))
    commit(bods.submit_bod(dossier, SECRETARY, house.id, date(2025, 7, 1)))
    commit(editions.adopt(dossier, SECRETARY, date(2025, 12, 1)))
    sheet = next(s for s in dossier.all(SignatureSheet) if s.party_id == house.id)
    commit(
        editions.register_signature(
            dossier, SECRETARY, sheet.id, "A. Lindeboom", date(2025, 12, 15)
        )
    )
    return session


def test_the_example_holds_all_agreements_rows_and_signatories(heerlen: dict[str, Any]) -> None:
    assert (heerlen["format"], heerlen["version"]) == ("prestatie-dossier", 1)
    assert len(heerlen["agreements"]) == 67
    assert len(heerlen["commitments"]) == 72
    assert Counter(row["kind"] for row in heerlen["commitments"]) == {
        "new_build": 9, "demolition": 3, "renovation": 11, "sale": 5, "acquisition": 5, "study": 39,
    }  # fmt: skip
    assert len(heerlen["free_commitments"]) == 20
    assert len(heerlen["themes"]) == 6
    assert len(heerlen["signatories"]) == 11
    assert len(heerlen["series"]) == 2


def roles_of(heerlen: dict[str, Any], wanted: str) -> list[tuple[str, str]]:
    one = next(a for a in heerlen["agreements"] if a["number"] == wanted)
    return [(role["party"], role["role"]) for role in one["roles"]]


def test_the_published_roles_stand_with_their_agreements(heerlen: dict[str, Any]) -> None:
    assert roles_of(heerlen, "1.7") == [
        ("Gemeente Heerlen", "lead"),
        ("Woningcorporaties", "involved"),
    ]
    assert roles_of(heerlen, "1.15") == [
        ("Gemeente Heerlen", "unknown_lead"),
        ("Woningcorporaties", "unknown_lead"),
    ]
    assert roles_of(heerlen, "1.17") == [("Gemeente Heerlen", "lead")]


def test_choices_stand_list_by_list_in_their_own_order(heerlen: dict[str, Any]) -> None:
    keys = [choice["key"] for choice in heerlen["choices"] if choice["list"] == "accessibility"]
    assert keys == ["bat0", "bat1", "bat2", "bat3", "bat4"]
    lists = [choice["list"] for choice in heerlen["choices"]]
    assert list(dict.fromkeys(lists)) == ["dwelling_type", "accessibility", "price"]
    assert lists == sorted(lists, key=["dwelling_type", "accessibility", "price"].index)


def test_both_tables_of_figures_are_there_with_what_is_not_known(heerlen: dict[str, Any]) -> None:
    labels, matrix = heerlen["series"]
    weller, *_ = labels["rows"][0]["cells"]
    assert (labels["agreement"], labels["rows"][0]["label"]) == ("3.1", "2022")
    assert (weller["column"], weller["raw"], weller["value"]) == ("weller", "598", 598)
    unknown = next(c for c in labels["rows"][2]["cells"] if c["column"] == "woonpunt")
    assert (unknown["raw"], unknown["value"], unknown["unknown"]) == ("t.b.", None, "tb")
    assert sum(c["value"] for row in matrix["rows"] for c in row["cells"]) == 6371


def test_a_row_keeps_what_was_written_beside_what_was_read(heerlen: dict[str, Any]) -> None:
    slakhorst = next(r for r in heerlen["commitments"] if r["location"] == "Slakhorst")
    assert slakhorst["corporation"] == "Woonpunt"
    assert slakhorst["homes"]["raw"] == "147 woningen"
    assert slakhorst["homes"]["value"] == 147
    assert slakhorst["accessibility"]["parts"] == [
        {"classes": ["bat0"], "count": 88, "approximate": False},
        {"classes": ["bat2"], "count": 59, "approximate": False},
    ]
    partial = next(r for r in heerlen["commitments"] if r["homes"]["part_of"])
    assert partial["homes"]["raw"] == "6 woningen (van de 25)"


def test_names_and_ids_stand_beside_each_other_and_agree(heerlen: dict[str, Any]) -> None:
    names = {p["id"]: p["name"] for p in heerlen["parties"] + heerlen["groups"]}
    for item in heerlen["agreements"] + heerlen["commitments"]:
        for role in item["roles"]:
            assert names[role["party_id"]] == role["party"]
    for row in heerlen["commitments"]:
        assert names[row["corporation_id"]] == row["corporation"]
    for group in heerlen["groups"]:
        assert [names[one] for one in group["member_ids"]] == group["members"]
    themes = {theme["id"]: theme["number"] for theme in heerlen["themes"]}
    assert all(themes[a["theme_id"]] == a["theme"] for a in heerlen["agreements"])


def test_links_point_at_ids_that_are_in_the_export(heerlen: dict[str, Any]) -> None:
    ids = {item["id"] for item in heerlen["agreements"] + heerlen["commitments"]}
    linked = [
        found
        for item in heerlen["agreements"]
        for found in re.findall(r'href="item:([^"]+)"', item["html"])
    ]
    assert linked
    assert set(linked) <= ids


@pytest.mark.parametrize("make", [empty_session, small_session, signed_session])
def test_every_dossier_has_the_documented_shape(make: Any) -> None:
    assert misfits(export(make().dossier), DOSSIER) == []


def test_the_example_has_the_documented_shape(heerlen: dict[str, Any]) -> None:
    assert misfits(heerlen, DOSSIER) == []


def test_the_shape_is_met_by_something_in_every_list() -> None:
    value = export(signed_session().dossier)
    assert [name for name, part in value.items() if part == []] == [
        "text_parts", "choices", "free_commitments", "series",
    ]  # fmt: skip


def test_a_shape_that_is_not_met_is_seen() -> None:
    value = export(small_session().dossier)
    value["agreements"][0]["status"] = "klaar"
    value["commitments"][0]["homes"]["value"] = 1.5
    value["themes"][0].pop("title")
    assert len(misfits(value, DOSSIER)) == 3


def test_every_field_is_documented() -> None:
    documented = set(re.findall(r"`([a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    assert field_names(DOSSIER) - documented == set()


def test_signing_is_told_with_rule_sheet_and_signature() -> None:
    session = signed_session()
    value = export(session.dossier)
    assert {(r["scope"], r["target"], r["mode"]) for r in value["signing_rules"]} == {
        ("item", "1.7", "with_reservation"),
        ("theme", "2", "not"),
        ("item", "Kerkveld", "not"),
    }
    (signature,) = value["signatures"]
    (edition,) = value["editions"]
    sheet = next(s for s in edition["sheets"] if s["party"] == "Woonhuis")
    assert signature["code"] == sheet["code"]
    assert signature["sheet_id"] == sheet["id"]
    assert value["bods"][0]["texts"] == [
        {"heading": "letter", "text": "Geachte college", "html": "<p>Geachte college</p>"}
    ]


def test_the_same_dossier_gives_the_same_bytes() -> None:
    session = signed_session()
    again = session.store.load()
    assert export_text(again) == export_text(session.dossier)


def test_the_text_is_json_that_reads_back_as_the_value() -> None:
    dossier = signed_session().dossier
    assert json.loads(export_text(dossier)) == export(dossier)


def test_numbers_are_never_floats(heerlen: dict[str, Any]) -> None:
    def no_float(text: str) -> None:
        raise AssertionError(text)

    json.loads(json.dumps(heerlen), parse_float=no_float)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_a_number_keeps_its_value(value: Decimal) -> None:
    said = number(value)
    assert isinstance(said, (int, str))
    assert Decimal(said) == value
    assert isinstance(said, int) == (value == int(value))


def test_a_fraction_is_a_decimal_string() -> None:
    assert quantity(read("0,5%", unit="percent"))["value"] == "0.5"
    assert quantity(read("€ 2.500.000", unit="euro"))["value"] == 2500000


def test_a_file_is_written_whole_and_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "uit.json"
    path.write_text("ouder")
    session = small_session()
    write_json(session.dossier, path)
    assert path.read_bytes().decode() == export_text(session.dossier)
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    dossier = small_session().dossier
    with pytest.raises(UserError, match="map"):
        write_json(dossier, tmp_path / "nergens" / "uit.json")
    with pytest.raises(UserError, match="map"):
        write_json(dossier, tmp_path)


@pytest.mark.skipif(not SOURCES, reason="PRESTATIE_BRONNEN names no folder")
def test_what_rows_and_figures_say_stands_in_the_source(heerlen: dict[str, Any]) -> None:
    text = Path(SOURCES, "heerlen-jaarschijf-2024.txt").read_text(encoding="utf-8")
    source = set(re.findall(r"\w+", text.casefold())) | {"en"}
    written = [row["homes"]["raw"] for row in heerlen["commitments"]]
    written += [row["location"] for row in heerlen["commitments"]]
    words = {word for raw in written for word in re.findall(r"\w+", raw.casefold())}
    assert words - source == set()
    cells = [c["raw"] for s in heerlen["series"] for row in s["rows"] for c in row["cells"]]
    assert [raw for raw in cells if raw not in text] == []
    numbers = [a["number"] for a in heerlen["agreements"]]
    assert [n for n in numbers if n not in text] == []


def test_a_reference_in_a_text_has_the_number_of_today() -> None:
    session = small_session()
    item, other = agreement(session, "1.7"), agreement(session, "1.10")
    html = f'<p>Zie <a href="item:{other.id}">1.10</a>.</p>'
    session.commit(agreements.set_text(session.dossier, item.id, html))
    session.commit(agreements.set_number(session.dossier, other.id, "1.8"))

    told = next(a for a in export(session.dossier)["agreements"] if a["id"] == item.id)

    assert (told["text"], told["html"]) == ("Zie 1.8.", html)


def test_what_was_adopted_is_a_concept_again_once_it_is_changed() -> None:
    session = signed_session()
    assert export(session.dossier)["set"]["status"] == "vastgesteld"

    session.commit(agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q4"))
    assert export(session.dossier)["set"]["status"] == "concept"

    session.undo()
    assert export(session.dossier)["set"]["status"] == "vastgesteld"
