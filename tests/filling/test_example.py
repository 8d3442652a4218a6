import time
from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role
from prestatie_desktop.domain.checks import signing_findings
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import links, parse, to_html
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.domain.sorts import SORTS, ref
from prestatie_desktop.domain.splice import apply
from prestatie_desktop.domain.totals import total
from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.filling.source import example_names, source
from prestatie_desktop.journal.change import Added, Edited
from prestatie_desktop.journal.history import dossier_at, history_of
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import SECRETARY

HEERLEN = "heerlen-2024"


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    store = MemoryStore()
    fill_example(store, HEERLEN)
    return store


@pytest.fixture
def dossier(store: MemoryStore) -> Dossier:
    return store.load()


def numbered(dossier: Dossier, number: str) -> Agreement:
    return next(a for a in dossier.all(Agreement) if a.number == number)


def test_heerlen_is_an_example() -> None:
    assert HEERLEN in example_names()


def test_an_unknown_example_is_refused_with_the_names_there_are() -> None:
    store = MemoryStore()
    with pytest.raises(UserError, match="wel: heerlen-2024"):
        fill_example(store, "../templates")
    assert store.head == ""


def test_the_example_is_complete(dossier: Dossier) -> None:
    kinds = {kind.id: kind.key for kind in dossier.all(CommitmentKind)}
    projects = Counter(kinds[row.kind_id] for row in dossier.all(Commitment))
    assert dossier.count(Agreement) == 67
    assert len(dossier.themes) == 6
    assert dossier.count(Signatory) == 11
    assert dossier.count(Series) == 2
    assert projects == {
        "new_build": 9, "demolition": 3, "renovation": 11, "sale": 5, "acquisition": 5, "study": 39,
        "rent_policy": 5, "quota": 9, "amount": 6,
    }  # fmt: skip


def test_two_loads_give_the_same_dossier(dossier: Dossier) -> None:
    again = MemoryStore("elsewhere")
    fill_example(again, HEERLEN)
    assert again.load() == dossier


def test_ids_differ_between_things_and_between_examples(dossier: Dossier) -> None:
    ids = [entity.id for entity in dossier.entities()]
    assert len(ids) == len(set(ids))
    origin = source(HEERLEN)
    assert origin.id_of("set") == dossier.set.id
    assert origin.id_of("set") != origin.id_of("item:1.7")
    assert origin.id_of("") == ""


def test_every_reference_points_at_something_that_is_there(dossier: Dossier) -> None:
    ids = {entity.id for entity in dossier.entities()}

    def points_at(value: object, name: str) -> list[Id]:
        if isinstance(value, str) and name.endswith("_id") and value:
            return [value]
        if isinstance(value, tuple) and name in {"members", "represents", "municipalities"}:
            return list(value)
        return []

    for entity in dossier.entities():
        for field in fields(entity):
            assert set(points_at(getattr(entity, field.name), field.name)) <= ids


def test_links_name_items_by_identity(dossier: Dossier) -> None:
    assert links(numbered(dossier, "3.1").text) == (numbered(dossier, "1.11").id,)


def test_every_text_is_canonical(dossier: Dossier) -> None:
    for cls in SORTS.values():
        names = [f.name for f in fields(cls) if f.metadata.get("text")]
        for entity in dossier.all(cls):
            for name in names:
                assert to_html(parse(getattr(entity, name))) == getattr(entity, name)


def test_things_stand_in_the_order_of_the_source(dossier: Dossier) -> None:
    first = dossier.themes[0]
    numbers = [agreement.number for agreement in dossier.agreements_of(first.id)]
    assert numbers[0] == "1.7"
    assert numbers == sorted(numbers, key=lambda n: int(n.partition(".")[2]))
    kind = dossier.all(CommitmentKind)[0]
    places = [row.location for row in dossier.of(Commitment, "kind_id", kind.id)]
    assert places[:3] == ["Slakhorst", "MSP", "Aldenhofpark/Beemdenborg, Hoensbroek"]


def test_the_figures_of_the_matrix_add_up_to_the_printed_total(dossier: Dossier) -> None:
    matrix = next(s for s in dossier.all(Series) if s.with_totals)
    rows = dossier.of(SeriesRow, "series_id", matrix.id)
    summed = total(cell.quantity for row in rows for cell in row.cells)
    assert (summed.value, summed.is_complete) == (Decimal(6371), True)


def test_every_signing_party_has_a_signatory_and_every_item_is_signed(dossier: Dossier) -> None:
    assert list(signing_findings(dossier)) == []
    assert sum(party.can_sign for party in dossier.parties) == 11


def test_the_state_is_one_entry_and_wordings_are_edits_of_their_authors(
    store: MemoryStore,
) -> None:
    entries = list(store.entries_since(""))
    assert [e.action for e in entries].count("load_example") == 1
    assert entries[0].action == "load_example"
    people = {e.author.person for e in entries}
    assert {"De heer M. Bakkerveld", "De heer R. Tulpstra", "Mevrouw C. Waterland"} <= people


def test_the_history_of_an_agreement_begins_with_its_first_wording(
    store: MemoryStore, dossier: Dossier
) -> None:
    item = numbered(dossier, "1.11")
    oldest_first = list(history_of(store, dossier, [ref(item)]))[::-1]
    first = oldest_first[0].changes[0]
    assert isinstance(first, Added)
    text = getattr(first.entity, "text", "")
    assert text.startswith("<p>De gemeente en Wonen Zuid werken samen aan De Hees.")
    for event in oldest_first:
        for change in event.changes:
            if isinstance(change, Edited) and change.field == "text":
                assert change.splice is not None
                assert apply(text, change.splice) == change.new
                text = change.new
    assert text == item.text
    assert "ruim 480" in text


def test_every_wording_of_the_source_stood_in_the_dossier_once(
    store: MemoryStore, dossier: Dossier
) -> None:
    moments = [dossier_at(store, dossier, entry.id) for entry in store.entries_since("")]
    stood = {a.text for moment in moments for a in moment.all(Agreement)}
    for wording in source(HEERLEN).read("history"):
        assert wording["text"] in stood


def test_an_agreement_was_a_proposal_before_it_was_settled(
    store: MemoryStore, dossier: Dossier
) -> None:
    item = numbered(dossier, "1.13")
    assert item.status is AgreementStatus.AGREED
    added = next(
        change.entity
        for entry in store.entries_since("")
        for change in entry.changes
        if isinstance(change, Added) and change.entity.id == item.id
    )
    assert isinstance(added, Agreement)
    assert added.status is AgreementStatus.PROPOSED
    assert len(dossier.of(Role, "item_id", item.id)) > 0


def test_history_runs_forward_in_time_and_ends_before_the_date_on_the_cover(
    store: MemoryStore, dossier: Dossier
) -> None:
    times = [entry.at for entry in store.entries_since("")]
    assert times == sorted(times)
    assert times[0] >= datetime(2023, 11, 1, tzinfo=UTC)
    assert dossier.set.dated is not None
    assert times[-1].date() <= dossier.set.dated


def test_all_that_came_after_the_load_can_be_undone_and_done_again(store: MemoryStore) -> None:
    copy = MemoryStore()
    fill_example(copy, HEERLEN)
    session = Session(copy, SECRETARY)
    final = session.dossier.copy()
    steps = 0
    while session.to_undo is not None:
        session.undo()
        steps += 1
    assert steps > 15
    assert session.dossier.count(Agreement) == 62
    while session.to_redo is not None:
        session.redo()
    assert session.dossier == final


def test_loading_is_not_felt() -> None:
    started = time.perf_counter()
    fill_example(MemoryStore(), HEERLEN)
    assert time.perf_counter() - started < 0.5
