"""What the program exports to a workbook comes back as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from prestatie_desktop.domain.agreement_set import SetStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.filling.example import fill_example
from prestatie_desktop.filling.template import new_dossier, next_year
from prestatie_desktop.importing.own_workbook import (
    compare_own_workbook,
    read_own_workbook,
)
from prestatie_desktop.journal.edits import (
    agreements,
    parties,
)
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from tests.building import (
    agreement,
    full_session,
    party,
    small_session,
)
from tests.importing.own_workbooks import (
    change,
    edited,
    everything,
    exported,
    named,
    number,
    pristine,
    taken,
    travelled,
    with_shared_strings,
)


@pytest.fixture(scope="module")
def heerlen() -> Dossier:
    store = MemoryStore()
    fill_example(store, "heerlen-2024")
    return store.load()


@pytest.mark.parametrize("into", [Dossier, pristine])
@pytest.mark.parametrize("which", ["heerlen", "everything"])
def test_a_dossier_comes_back_as_it_was(
    which: str, into: Callable[[], Dossier], heerlen: Dossier, tmp_path: Path
) -> None:
    dossier = heerlen if which == "heerlen" else everything()
    after, found = taken(exported(dossier, tmp_path), into())
    assert travelled(after) == travelled(dossier)
    assert found.notices == ()


def test_it_comes_back_as_it_was_after_other_programs_saved_it(tmp_path: Path) -> None:
    dossier = everything()
    path = exported(dossier, tmp_path)
    assert travelled(taken(with_shared_strings(path), Dossier())[0]) == travelled(dossier)
    edited(path, lambda _: None)
    assert travelled(taken(path, Dossier())[0]) == travelled(dossier)


def test_into_the_dossier_that_it_came_from_it_changes_nothing(tmp_path: Path) -> None:
    dossier = everything()
    found = compare_own_workbook(exported(dossier, tmp_path), dossier)
    assert found.acts == ()
    assert found.sentences() == (
        "Het werkboek zegt hetzelfde als het dossier; er verandert niets.",
    )
    assert {count.new + count.changed for count in found.counts} == {0}
    assert {count.not_in_workbook for count in found.counts} == {0}


def test_it_is_one_step_to_undo(tmp_path: Path) -> None:
    path = exported(everything(), tmp_path)
    session = small_session()
    before = session.dossier.copy()
    assert len(session.commit_together(read_own_workbook(path, session.dossier))) == 1
    assert session.dossier != before
    session.undo()
    assert session.dossier == before


def test_in_a_new_dossier_it_is_one_step_too(tmp_path: Path) -> None:
    dossier = everything()
    session = Session(MemoryStore(), small_session().author)
    session.commit(new_dossier(next_year()))
    before = session.dossier.copy()
    session.commit_together(read_own_workbook(exported(dossier, tmp_path), session.dossier))
    assert travelled(session.dossier) == travelled(dossier)
    session.undo()
    assert session.dossier == before


def test_a_new_file_begins_with_it(tmp_path: Path) -> None:
    dossier = everything()
    session = Session(MemoryStore(), small_session().author)
    session.commit_together(read_own_workbook(exported(dossier, tmp_path), session.dossier))
    assert travelled(session.dossier) == travelled(dossier)
    assert session.to_undo is None


def test_a_text_of_a_hundred_thousand_characters_goes_over_several_cells(tmp_path: Path) -> None:
    session = small_session()
    words = "één 😀 twee = drie\t" * 5_260
    html = f"<p>{words[:50_000].strip()}</p><p><b>{words[50_000:99_990].strip()}</b></p>"
    html = html.replace("\t", " ")
    session.commit(agreements.set_text(session.dossier, agreement(session, "1.7").id, html))
    path = exported(session.dossier, tmp_path)
    sheet = load_workbook(path)["Afspraken"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[3:7] == ["Tekst", *(f"Tekst (vervolg{n})" for n in ("", " 2", " 3"))]
    after, _ = taken(path, Dossier())
    assert number(after, "1.7").text == html


def test_what_was_adopted_and_changed_after_that_comes_back_as_a_concept(tmp_path: Path) -> None:
    session = full_session()
    assert session.dossier.set.status is SetStatus.ADOPTED
    session.commit(agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q4"))
    path = exported(session.dossier, tmp_path)
    assert taken(path, Dossier())[0].set.status is SetStatus.CONCEPT
    assert read_own_workbook(path, session.dossier) == ()


def test_a_logo_stays_where_it_is(tmp_path: Path) -> None:
    from prestatie_desktop.domain.blob import Blob

    session = small_session()
    house = party(session, "Woonhuis")
    session.commit(parties.set_logo(session.dossier, house.id, Blob(b"png", "image/png")))
    path = exported(session.dossier, tmp_path)
    assert named(taken(path, Dossier())[0], "Woonhuis").logo_id == ""
    change(path, "Partijen", "Naam", "Woonhuis", Vestigingsplaats="Veldhoven")
    after, _ = taken(path, session.dossier)
    assert named(after, "Woonhuis").seat == "Veldhoven"
    assert named(after, "Woonhuis").logo_id == party(session, "Woonhuis").logo_id != ""
