"""What was written is read back the same, and what is damaged gives no half thing."""

import json
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.entity import Ref
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.domain.quantity import Quantity, read
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.journal import entry_codec
from prestatie_desktop.journal.change import Added, Edited, OutOfDateError, Removed, resolve
from prestatie_desktop.journal.codec import decode, decode_entity, decode_field, encode
from prestatie_desktop.journal.entry import FORMAT, Author, Entry
from prestatie_desktop.journal.entry_codec import (
    decode_change,
    decode_entry,
    encode_change,
    encode_entry,
)
from prestatie_desktop.journal.snapshot import MEDIA_TYPE, freeze, snapshot, thaw
from tests.building import agreement, full_session

BAD = (ValueError, TypeError, KeyError)


def a_quantity(**new: Any) -> dict[str, Any]:
    return {**encode(read("3 (van de 7)")), **new}


@pytest.mark.parametrize("sort", SORTS)
def test_everything_in_a_dossier_survives_json(sort: str) -> None:
    found = full_session().dossier.all(SORTS[sort])
    assert found
    for entity in found:
        assert decode_entity(sort, json.loads(json.dumps(encode(entity)))) == entity


@pytest.mark.parametrize(
    "damage",
    [
        {"value": "NaN"},
        {"value": "sNaN"},
        {"value": "Infinity"},
        {"value": "drie"},
        {"value": 3},
        {"value": 3.5},
        {"value": []},
        {"raw": 3},
        {"raw": None},
        {"approximate": "nee"},
        {"approximate": 2},
        {"approximate": None},
        {"period_years": "5"},
        {"period_years": 5.5},
        {"period_years": True},
        {"unknown": "weet niet"},
        {"newer": 1},
    ],
    ids=str,
)
def test_a_damaged_number_is_no_number(damage: dict[str, Any]) -> None:
    with pytest.raises(BAD):
        decode(Quantity, a_quantity(**damage))


def test_a_database_spells_true_and_false_as_numbers() -> None:
    assert decode(bool, 1) is True
    assert decode(bool, 0) is False
    assert decode(Quantity, a_quantity()) == read("3 (van de 7)")


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        ("party", "aliases", "Weller"),
        ("party", "aliases", {"a": 1}),
        ("party", "aliases", [1]),
        ("party", "represents", None),
        ("party", "kind", "bank"),
        ("party", "kind", []),
        ("agreement_set", "first_year", "2026"),
        ("agreement_set", "dated", "gisteren"),
        ("agreement_set", "dated", 5),
        ("bod_submission", "registered_at", "2025-11-03T09:00:00"),
        ("bod_submission", "registered_at", 5),
        ("commitment", "homes", []),
        ("commitment", "homes", "40"),
        ("commitment", "phasing", [[2026, {}]]),
        ("agreement", "newer", ""),
        ("newer", "id", ""),
    ],
)
def test_a_damaged_field_is_refused(sort: str, field: str, value: Any) -> None:
    with pytest.raises(BAD):
        decode_field(sort, field, value)


@pytest.mark.parametrize("value", [[], "x", None, {"id": "a"}, {"id": 1, "number": ""}])
def test_half_an_entity_is_none(value: Any) -> None:
    with pytest.raises(BAD):
        decode_entity("agreement", value)


def test_a_field_that_an_older_file_lacks_takes_its_default() -> None:
    found = decode_entity("agreement", {"id": "a", "theme_id": "t", "number": "1", "rank": "i"})

    assert found == Agreement(id="a", theme_id="t", number="1", rank="i")


def test_each_kind_of_value_has_one_spelling() -> None:
    at = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)

    values = [None, True, 3, "x", Decimal("2.50"), date(2025, 1, 2), at, ("a", 1)]
    assert [encode(value) for value in values] == [
        None, True, 3, "x", "2.50", "2025-01-02", "2025-11-03T09:00:00+00:00", ["a", 1],
    ]  # fmt: skip
    assert decode(datetime, encode(at)) == at
    assert decode(Decimal | None, None) is None


@pytest.mark.parametrize("value", [1.5, object(), {"a"}, Agreement])
def test_nothing_else_is_kept_in_a_dossier(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        encode(value)
    with pytest.raises(TypeError, match="cannot be kept"):
        decode("text", value)


def an_entry() -> dict[str, Any]:
    entry = Entry(
        id="e", origin="o", at=datetime(2025, 11, 3, tzinfo=UTC), author=Author("S"),
        action="set_text", args={"about": "1.7"}, step="s",
        changes=(Edited(Ref("agreement", "a"), "planning", "Q1", "Q2"),),
    )  # fmt: skip
    return encode_entry(entry)


def test_an_entry_is_read_back_the_same() -> None:
    entry = decode_entry(json.loads(json.dumps(an_entry())), seq=7)

    assert encode_entry(entry) == an_entry()
    assert entry.seq == 7


@pytest.mark.parametrize(
    "damage",
    [
        {"id": 1}, {"at": "2025-11-03"}, {"at": "straks"}, {"person": None}, {"mode": "tweak"},
        {"args": {"about": 1}}, {"args": "about"}, {"args": None}, {"changes": [{}]},
        {"changes": 1}, {"format": FORMAT + 1}, {"format": "1"}, {"action": ["x"]},
    ],
    ids=str,
)  # fmt: skip
def test_a_damaged_entry_is_refused(damage: dict[str, Any]) -> None:
    with pytest.raises(BAD):
        decode_entry({**an_entry(), **damage})


def test_an_entry_that_lacks_something_is_refused() -> None:
    for name in an_entry():
        whole = an_entry()
        del whole[name]
        with pytest.raises(BAD):
            decode_entry(whole)
    with pytest.raises(BAD):
        decode_entry([])  # type: ignore[arg-type]


def test_an_older_entry_is_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        entry_codec.UPCASTERS, -1, lambda old: {**old, "format": 0, "action": old["did"]}
    )
    monkeypatch.setitem(entry_codec.UPCASTERS, 0, lambda old: {**old, "format": 1})
    old = an_entry()
    old["did"] = old.pop("action")

    entry = decode_entry({**old, "format": -1})

    assert (entry.action, entry.format) == ("set_text", FORMAT)


EDIT = {
    "kind": "edited",
    "sort": "agreement",
    "id": "a",
    "field": "planning",
    "old": "",
    "new": "x",
}
SPLICE = {"at": 0, "removed": "", "inserted": "x", "base": "b"}
SPLICED = {"kind": "spliced", "sort": "agreement", "id": "a", "field": "text", "splice": SPLICE}


@pytest.mark.parametrize(
    "damaged",
    [
        {**EDIT, "kind": "moved"},
        {**EDIT, "sort": "newer"},
        {**EDIT, "sort": []},
        {**EDIT, "id": 5},
        {**EDIT, "field": "newer"},
        {**EDIT, "field": "id"},
        {**EDIT, "new": None},
        {**EDIT, "new": 5},
        {**SPLICED, "field": "planning"},
        {**SPLICED, "field": "id"},
        {**SPLICED, "splice": {**SPLICE, "at": "0"}},
        {**SPLICED, "splice": {**SPLICE, "more": 1}},
        {**SPLICED, "splice": None},
        {
            "kind": "added",
            "sort": "party_group",
            "id": "g",
            "entity": {"id": "other", "name": "G", "rank": "i"},
        },
        {"kind": "removed", "sort": "party_group", "id": "g", "entity": {}},
    ],
    ids=lambda damaged: f"{damaged['kind']}",
)
def test_a_damaged_change_is_refused(damaged: dict[str, Any]) -> None:
    with pytest.raises(BAD):
        decode_change(damaged)


def test_changes_are_read_back_the_same_but_a_text_only_by_its_splice() -> None:
    entity = agreement(full_session(), "1.7")
    for change in (Added(entity), Removed(entity)):
        assert decode_change(json.loads(json.dumps(encode_change(change)))) == change
    assert encode_change(decode_change(EDIT)) == EDIT
    spliced = decode_change(SPLICED)
    assert isinstance(spliced, Edited)
    assert (spliced.old, spliced.new) == (None, None)
    assert encode_change(spliced) == SPLICED
    with pytest.raises(OutOfDateError):
        resolve(spliced, old="another text")
    assert resolve(spliced) == spliced


def test_a_frozen_dossier_is_the_same_bytes_and_thaws_to_itself() -> None:
    session = full_session()
    blob = freeze(session.dossier)

    assert freeze(session.dossier.copy()) == blob
    assert thaw(blob) == session.dossier


@pytest.mark.parametrize(
    "content",
    [
        b"", b"no zlib", zlib.compress(b"no json"), zlib.compress(b"[]"), zlib.compress(b"{}"),
        zlib.compress(b'{"format": 2, "rows": {}}'), zlib.compress(b'{"format": 1}'),
        zlib.compress(b'{"format": 1, "rows": []}'),
        zlib.compress(b'{"format": 1, "rows": {"newer": [{}]}}'),
        zlib.compress(b'{"format": 1, "rows": {"party": [{}]}}'),
    ],
)  # fmt: skip
def test_what_is_no_snapshot_is_told_as_one_sort_of_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        thaw(Blob(content, MEDIA_TYPE))


def test_a_logo_is_no_snapshot() -> None:
    with pytest.raises(ValueError, match="image/png is no snapshot"):
        thaw(Blob(b"", "image/png"))


def test_an_edition_is_read_from_the_store_it_was_frozen_in() -> None:
    session = full_session()
    edition = session.dossier.all(SORTS["edition"])[0]

    then = snapshot(session.store, edition.snapshot_id)  # type: ignore[attr-defined]

    assert then.themes == session.dossier.themes
    assert snapshot(session.store, edition.snapshot_id) is then  # type: ignore[attr-defined]
    with pytest.raises(KeyError):
        snapshot(session.store, "gone")


def test_ids_are_random_and_easy_to_read_aloud() -> None:
    ids = {new_id() for _ in range(500)}

    assert len(ids) == 500
    assert {len(one) for one in ids} == {16}
    assert not set("".join(ids)) & set("01ilou")
    assert len(set("".join(ids))) == 30
