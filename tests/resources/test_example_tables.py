from collections import Counter
from decimal import Decimal

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.domain.signing import SigningBasis
from tests.resources.data import CORPORATIONS, agreements, example, load, projects

ROWS = {
    "new_build": 9,
    "demolition": 3,
    "renovation": 11,
    "sale": 5,
    "acquisition": 5,
    "study": 39,
}


def sum_of(kind: str) -> Decimal:
    values = [read(row["homes"]) for row in projects() if row["kind"] == kind]
    return sum((each.value or each.lower or Decimal(0) for each in values), Decimal(0))


def test_the_72_rows_are_divided_over_six_kinds() -> None:
    assert Counter(row["kind"] for row in projects()) == ROWS
    assert [row["key"] for row in projects()] == [f"p{place}" for place in range(1, 73)]


def test_every_row_has_a_place_a_number_as_written_and_a_known_corporation() -> None:
    for row in projects():
        assert row["location"]
        assert row["homes"]
        assert row["corporation"] in CORPORATIONS
        assert "onderzoek" not in row["location"].lower()


def test_homes_add_up_to_the_known_totals() -> None:
    assert sum_of("new_build") == 446
    assert sum_of("demolition") == 239
    assert sum_of("renovation") == 276
    assert sum_of("sale") == 55
    assert sum_of("study") == 1906


def test_merging_homes_keeps_the_number_before_and_after() -> None:
    merged = [row for row in projects() if "homes_after" in row]
    assert [(row["location"], row["homes"], row["homes_after"]) for row in merged] == [
        ("Paadweg", "17 woningen", "9 gezinswoningen")
    ]


def test_sales_and_acquisitions_say_why() -> None:
    for row in projects():
        assert row["kind"] not in ("sale", "acquisition") or row["note"]


def test_figures_have_a_value_for_every_column_and_a_column_for_every_corporation() -> None:
    for series in example("series"):
        keys = [column["key"] for column in series["columns"]]
        assert sorted(keys) == sorted(CORPORATIONS)
        assert all(len(row["values"]) == len(keys) for row in series["rows"])
    years = [row["label"] for row in example("series")[0]["rows"]]
    assert years == [str(year) for year in range(2022, 2030)]


def test_the_stock_by_accessibility_adds_up_to_its_printed_total() -> None:
    stock = example("series")[1]
    counts = [[int(value) for value in row["values"]] for row in stock["rows"]]
    assert [sum(row) for row in counts] == [4887, 1071, 120, 293]
    by_corporation = dict(
        zip(
            [column["key"] for column in stock["columns"]],
            map(sum, zip(*counts, strict=True)),
            strict=True,
        )
    )
    assert by_corporation == {
        "wonen_zuid": 582,
        "wonen_limburg": 900,
        "weller": 3013,
        "woonpunt": 796,
        "vincio": 1080,
    }
    assert str(sum(by_corporation.values())) == stock["printed_total"] == "6371"


def test_free_commitments_belong_to_agreements_and_kinds_that_exist() -> None:
    numbers = {each["number"]: each["theme"] for each in agreements()}
    kinds = {kind["key"] for kind in load("templates/standard.json")["kinds"]}
    for each in example("free"):
        assert numbers[each["agreement"]] == each["theme"]
        assert each["kind"] in kinds
        assert each["corporation"] is None or each["corporation"] in CORPORATIONS
        assert each["amount"]


def test_every_corporation_has_a_rent_policy_and_a_share_of_the_quota() -> None:
    rows = example("free")
    rent = {row["corporation"]: row["amount"] for row in rows if row["kind"] == "rent_policy"}
    assert sorted(rent) == sorted(CORPORATIONS)
    assert rent["wonen_zuid"] == "CAO-index – 1,4%"
    assert rent["woonpunt"] == "onbekend"
    shares = {
        row["corporation"]: read(row["amount"], row["unit"]).value
        for row in rows
        if row["kind"] == "quota" and row["corporation"]
    }
    assert sorted(shares) == sorted(CORPORATIONS)
    assert sum(value or 0 for value in shares.values()) == 100


def test_every_corporation_has_the_texts_of_its_bod() -> None:
    bods = example("bods")
    assert sorted(bod["corporation"] for bod in bods) == sorted(CORPORATIONS)
    known = {text["key"] for text in load("legal/bod.json")["versions"][-1]["texts"]}
    assert all(bod.keys() - {"corporation"} == known for bod in bods)


def test_eleven_parties_sign_each_with_one_signatory() -> None:
    signing = [each["key"] for each in example("parties")["parties"] if each["signs"]]
    signatories = example("signatories")
    assert len(signing) == 11
    assert sorted(each["party"] for each in signatories) == sorted(signing)
    assert len({each["name"] for each in signatories}) == 11


def test_one_signatory_stands_in_for_someone_else() -> None:
    stand_ins = [
        each
        for each in example("signatories")
        if SigningBasis(each["basis"]) is SigningBasis.ON_BEHALF_OF
    ]
    assert [each["party"] for each in stand_ins] == ["hv_wonen_limburg"]
    assert stand_ins[0]["on_behalf_of"]


def test_parties_and_groups_refer_to_each_other() -> None:
    found = example("parties")
    keys = [each["key"] for each in found["parties"] + found["groups"]]
    assert len(set(keys)) == len(keys)
    for group in found["groups"]:
        assert len(group["members"]) == 5
        assert set(group["members"]) <= set(keys)
    represented = {
        corporation
        for each in found["parties"]
        if each["signs"] and each["kind"] == "tenants_organisation"
        for corporation in each["represents"]
    }
    assert represented == set(CORPORATIONS)
    assert not any(each["signs"] for each in found["parties"] if each["kind"] == "actor")
