"""All prints of the example, read back, and every way in which printing can be refused."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.documents.printing import (
    ALL,
    BOD,
    SIGNATURES,
    Blobs,
    file_name,
    jobs,
    print_documents,
    save_together,
)
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.signing_rules import signing_parties
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements, bods, editions, parties
from prestatie_desktop.journal.session import Session
from prestatie_desktop.notes.own_notes import Notes
from tests.building import SECRETARY, agreement, empty_session, party, small_session
from tests.documents import demo, pdf_reading
from tests.documents.compose.dossiers import adopted_session, example, example_session

MM = 72 / 25.4


def no_blobs(blob_id: str) -> Blob:
    raise KeyError(blob_id)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All prints of the example, adopted, by the names of their files."""
    session = example_session()
    session.commit(editions.adopt(session.dossier, SECRETARY, date(2024, 2, 28)))
    out = tmp_path_factory.mktemp("prints")
    paths = print_documents(session.dossier, session.store.blob, ALL, out)
    assert sorted(out.iterdir()) == sorted(paths)
    return {path.name: path.read_bytes() for path in paths}


def test_all_prints_of_the_example_are_a_text_a_page_eleven_sheets_and_five_bods(
    printed: dict[str, bytes],
) -> None:
    names = list(printed)

    assert names[:2] == ["Prestatieafspraken Heerlen 2024.pdf", "Gezamenlijk ondertekenblad.pdf"]
    assert sum(name.startswith("Ondertekenblad ") for name in names) == 11
    assert sum(name.startswith("Bod ") for name in names) == 5
    assert len(names) == 18


def test_every_page_of_every_print_is_whole(printed: dict[str, bytes]) -> None:
    for name, data in printed.items():
        assert all(pdf_reading.fonts(data).values()), name
        pages = pdf_reading.page_texts(data)
        for number, (width, height) in enumerate(pdf_reading.page_sizes(data), start=1):
            assert (width, height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)
            assert f"bladzijde {number} van {len(pages)}" in pages[number - 1], name
        for _, box in (*pdf_reading.text_boxes(data), *pdf_reading.drawn_boxes(data)):
            assert box.left >= 10 * MM, name
            assert box.right <= 200 * MM, name
            assert box.bottom >= 5 * MM, name
            assert box.top <= 292 * MM, name


def test_every_sheet_has_its_code_its_box_and_its_title(printed: dict[str, bytes]) -> None:
    dossier = example()
    prints = Fingerprints(dossier)

    for one in signing_parties(dossier):
        data = printed[f"{file_name(f'Ondertekenblad {one.name}')}.pdf"]
        pages = pdf_reading.page_texts(data)
        assert prints.code(one) in pages[0]
        assert all(f"code {prints.code(one)}" in page for page in pages[1:])
        assert "vastgestelde versie 1 van 28 februari 2024" in pages[0]
        assert "CONCEPT" not in pages[0]
        boxes = [b for p, b in pdf_reading.drawn_boxes(data) if b.height > 20 * MM and p == 0]
        assert [b.height - 2 >= 25 * MM for b in boxes] == [True]
        assert pdf_reading.metadata(data)["/Title"] == f"Ondertekenblad {one.full_name}"
        assert pdf_reading.metadata(data)["language"] == "nl-NL"


def test_the_combined_page_has_room_of_25_mm_for_each_of_eleven(
    printed: dict[str, bytes],
) -> None:
    data = printed["Gezamenlijk ondertekenblad.pdf"]

    boxes = [box for _, box in pdf_reading.drawn_boxes(data) if box.height > 20 * MM]
    assert len(boxes) == 11
    assert all(box.height - 2 >= 25 * MM for box in boxes)
    text = pdf_reading.whole_text(data)
    prints = Fingerprints(example())
    assert all(prints.code(one) in text for one in signing_parties(example()))


def test_the_full_text_reads_in_order_and_its_outline_names_the_themes(
    printed: dict[str, bytes],
) -> None:
    data = printed["Prestatieafspraken Heerlen 2024.pdf"]

    text = pdf_reading.whole_text(data)
    places = [text.index(words) for words in ("Begrippen", "Eén aanspreekpunt", "Tot slot")]
    assert places == sorted(places)
    titles = [title for _, title, _ in pdf_reading.outline(data)]
    for theme in example().themes:
        assert any(theme.title in title for title in titles)
    assert pdf_reading.links(data)


def test_bods_that_were_not_handed_in_say_concept(printed: dict[str, bytes]) -> None:
    pages = pdf_reading.page_texts(printed["Bod Wonen Zuid.pdf"])

    assert all("CONCEPT" in page for page in pages)
    assert "artikel 43 en 44" in pages[0]


def test_after_a_change_the_sheets_are_a_concept_again_with_another_code(tmp_path: Path) -> None:
    session = adopted_session()
    before = text_of(session, tmp_path / "a")
    item = agreement(session, "1.7")
    session.commit(agreements.set_text(session.dossier, item.id, "<p>Nu vijftig woningen.</p>"))

    after = text_of(session, tmp_path / "b")

    code = re.compile(r"\b[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}\b")
    assert ("CONCEPT" in before, "CONCEPT" in after) == (False, True)
    assert set(code.findall(before)).isdisjoint(code.findall(after))


def text_of(session: Session, out: Path) -> str:
    paths = print_documents(session.dossier, session.store.blob, SIGNATURES, out, "Woonhuis")
    return "".join(pdf_reading.whole_text(path.read_bytes()) for path in paths)


def test_a_private_note_is_in_no_print(tmp_path: Path) -> None:
    session = small_session()
    canary = "Terugvalpositie kanariegeel"
    notes = Notes(session.dossier.set.id, tmp_path / "notes")
    notes.set(agreement(session, "1.7").id, canary)

    paths = print_documents(session.dossier, session.store.blob, ALL, tmp_path / "out")

    for path in paths:
        data = path.read_bytes()
        assert "kanariegeel" not in pdf_reading.whole_text(data)
        assert b"kanariegeel" not in data


@pytest.mark.parametrize("name", ["Wonen Zuid", "wonen  zuid", "WONEN ZUID"])
def test_one_party_s_prints_are_found_by_its_name(name: str, tmp_path: Path) -> None:
    sheets = print_documents(example(), no_blobs, SIGNATURES, tmp_path, name)
    offers = print_documents(example(), no_blobs, BOD, tmp_path, name)

    assert [path.name for path in sheets] == ["Ondertekenblad Wonen Zuid.pdf"]
    assert [path.name for path in offers] == ["Bod Wonen Zuid.pdf"]


def test_a_party_is_found_by_another_name_it_goes_by() -> None:
    made = jobs(example(), no_blobs, BOD, "Vincio")

    assert [job.name for job in made] == ["Bod Vincio Wonen"]


def test_an_unknown_party_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"geen partij “Woonstad”.*Gemeente Heerlen.*Wonen Zuid"):
        print_documents(example(), no_blobs, ALL, tmp_path / "out", "Woonstad")
    assert not (tmp_path / "out").exists()


def test_who_makes_no_bod_or_does_not_sign_is_told_so() -> None:
    with pytest.raises(UserError, match="Gemeente Heerlen is geen corporatie"):
        jobs(example(), no_blobs, BOD, "Gemeente Heerlen")
    with pytest.raises(UserError, match="Bewoners tekent niet"):
        jobs(example(), no_blobs, SIGNATURES, "Bewoners")
    with pytest.raises(UserError, match="nog geen partij die tekent"):
        jobs(empty_session().dossier, no_blobs, SIGNATURES)
    with pytest.raises(UserError, match="nog geen corporatie"):
        jobs(empty_session().dossier, no_blobs, BOD)


def test_an_empty_dossier_still_prints_its_full_text(tmp_path: Path) -> None:
    (path,) = print_documents(empty_session().dossier, no_blobs, ALL, tmp_path)

    assert "Prestatieafspraken Veldhoven 2026" in pdf_reading.whole_text(path.read_bytes())


def test_two_parties_of_one_file_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    session = small_session()
    for name in ("Huis/Thuis", "Huis: Thuis", "huis thuis."):
        session.commit(parties.add_party(session.dossier, name, PartyKind.CORPORATION))

    paths = print_documents(session.dossier, session.store.blob, BOD, tmp_path)

    names = [path.name for path in paths if "huis thuis" in path.name.lower()]
    assert names == ["Bod Huis Thuis.pdf", "Bod Huis Thuis (2).pdf", "Bod huis thuis (3).pdf"]
    assert all(path.exists() for path in paths)


@given(st.text(max_size=300))
def test_any_title_makes_a_file_name_that_windows_takes(title: str) -> None:
    name = file_name(title)

    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.endswith((".", " "))
    assert name.isprintable() or not name.isascii()
    assert name.split(".", maxsplit=1)[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1"}
    assert len(name) <= 101


def test_a_folder_that_is_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    taken = tmp_path / "bestand"
    taken.write_text("van mij")

    with pytest.raises(UserError, match="geen map"):
        print_documents(example(), no_blobs, BOD, taken, "Weller")
    assert taken.read_text() == "van mij"


def test_a_file_that_cannot_be_written_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "Bod Weller.pdf").mkdir()

    with pytest.raises(UserError, match=r"Bod Weller\.pdf is een map"):
        print_documents(example(), no_blobs, BOD, tmp_path, "Weller")
    assert [path.name for path in tmp_path.iterdir()] == ["Bod Weller.pdf"]


def test_stopping_keeps_what_was_finished_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    paths = print_documents(
        example(),
        no_blobs,
        SIGNATURES,
        tmp_path,
        progress=lambda done, total, name: told.append((done, total, name)),
        cancelled=lambda: len(told) > 2,
    )

    assert [path.name for path in paths] == [
        "Gezamenlijk ondertekenblad.pdf",
        "Ondertekenblad Gemeente Heerlen.pdf",
    ]
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert all(pdf_reading.page_sizes(path.read_bytes()) for path in paths)
    assert told[0] == (0, 12, "Gezamenlijk ondertekenblad")


def test_all_sheets_in_one_file_keep_page_numbers_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "alles.pdf"
    session = adopted_session()

    assert save_together(jobs(session.dossier, session.store.blob, SIGNATURES), path)

    pages = pdf_reading.page_texts(path.read_bytes())
    assert len(pages) > 4
    assert sum("bladzijde 1 van" in page for page in pages) == 5


def test_stopping_one_file_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "alles.pdf"
    path.write_bytes(b"oud")

    assert not save_together(jobs(example(), no_blobs, BOD), path, cancelled=lambda: True)
    assert path.read_bytes() == b"oud"


def test_logos_are_printed_and_a_damaged_one_is_left_out(tmp_path: Path) -> None:
    session = small_session()
    logo = Blob(demo.logo().data, "image/png")
    broken = Blob(b"geen plaatje", "image/png")
    dossier, blobs = with_logos(session, {"Woonhuis": logo, "Thuisborg": broken})

    paths = print_documents(dossier, blobs, SIGNATURES, tmp_path)

    pictures = {p.stem: len(list(pdf_reading.picture_boxes(p.read_bytes()))) for p in paths}
    assert pictures["Ondertekenblad Woonhuis"] == 1
    assert pictures["Ondertekenblad Thuisborg"] == 0
    assert pictures["Gezamenlijk ondertekenblad"] == 1


def with_logos(session: Session, chosen: dict[str, Blob]) -> tuple[Dossier, Blobs]:
    from dataclasses import replace

    dossier = session.dossier.copy()
    for name, blob in chosen.items():
        dossier.put(replace(party(session, name), logo_id=blob.id))
    by_id = {blob.id: blob for blob in chosen.values()}
    get: Callable[[str], Blob] = by_id.__getitem__
    return dossier, get


def test_a_version_whose_contents_are_missing_is_refused_in_one_sentence() -> None:
    session = adopted_session()

    with pytest.raises(UserError, match="versie 1 kan niet worden afgedrukt"):
        jobs(session.dossier, no_blobs, SIGNATURES)


def test_a_bod_that_was_handed_in_prints_without_concept(tmp_path: Path) -> None:
    session = example_session()
    weller: Party = party(session, "Weller")
    session.commit(bods.submit_bod(session.dossier, SECRETARY, weller.id, date(2023, 6, 28)))

    (path,) = print_documents(session.dossier, session.store.blob, BOD, tmp_path, "Weller")

    text = pdf_reading.whole_text(path.read_bytes())
    assert "CONCEPT" not in text
    assert "Ingediend op 28 juni 2023" in text


def test_something_else_than_there_is_to_print_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="posters"):
        jobs(example(), no_blobs, "posters")
