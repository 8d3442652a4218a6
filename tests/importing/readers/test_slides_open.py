"""Presentations of OpenDocument."""

from pathlib import Path

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.readers.slides_open import read_open_slides
from prestatie_desktop.importing.source import Form, Source, Table
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.hostile import odt
from tests.importing.making_open_text import cell, paragraph, row, table
from tests.importing.making_slides import frame, line, make_open_slides, page


def read(path: Path) -> Source:
    return read_open_slides(path, path.name)


def test_titles_are_headings_and_texts_follow(tmp_path: Path) -> None:
    slides = [("Beschikbaarheid", ["bouwen", "verkopen"]), ("Zorg", ["samen"])]
    source = read(make_open_slides(tmp_path / "x.odp", slides))
    assert [(p.text, p.heading) for p in source.pieces()] == [
        ("Beschikbaarheid", 1),
        ("bouwen", 0),
        ("verkopen", 0),
        ("Zorg", 1),
        ("samen", 0),
    ]
    assert [line.where for line in source.lines] == ["dia 1"] * 3 + ["dia 2"] * 2
    assert source.form is Form.SLIDES
    assert source.pieces()[3].gap


def test_shapes_are_read_from_top_to_bottom_and_left_to_right(tmp_path: Path) -> None:
    shapes = (
        frame("", line("onder"), y=12)
        + frame("", line("rechts"), x=9, y=6)
        + f"<draw:g>{frame('', line('links'), x=1, y=6.3)}</draw:g>"
        + '<draw:custom-shape svg:x="1cm" svg:y="9cm"><text:p>vorm</text:p></draw:custom-shape>'
        + frame("title", line("Titel"), y=15)
    )
    source = read(make_open_slides(tmp_path / "x.odp", pages=page(shapes)))
    assert [piece.text for piece in source.pieces()] == [
        "Titel",
        "links",
        "rechts",
        "vorm",
        "onder",
    ]


def test_tables_are_read_cell_by_cell(tmp_path: Path) -> None:
    rows = table(
        row(cell(paragraph("Locatie")), cell(paragraph("Aantal"))),
        row(cell(paragraph("Plein")), cell(paragraph("25"))),
    )
    shape = f'<draw:frame svg:x="1cm" svg:y="4cm">{rows}</draw:frame>'
    source = read(make_open_slides(tmp_path / "x.odp", pages=page(shape)))
    (found,) = source.blocks
    assert isinstance(found, Table)
    assert [[cell.text for cell in each.cells] for each in found.rows] == [
        ["Locatie", "Aantal"],
        ["Plein", "25"],
    ]


def test_notes_come_after_their_slide_and_hidden_slides_are_told(tmp_path: Path) -> None:
    pages = page(frame("title", line("Titel")), notes="Nog bespreken", style="dp2")
    source = read(make_open_slides(tmp_path / "x.odp", pages=pages))
    assert [(line.text, line.where) for line in source.lines] == [
        ("Titel", "dia 1"),
        ("Nog bespreken", "dia 1, notities"),
    ]
    assert source.notices == ("Dia 1 is in de presentatie verborgen, maar wel ingelezen.",)


def test_a_file_of_another_sort_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is beschadigd"):
        read(odt(tmp_path / "x.odt"))


def test_progress_is_told_per_slide_and_reading_stops_when_asked(tmp_path: Path) -> None:
    path = make_open_slides(tmp_path / "x.odp", [("a", []), ("b", [])])
    told: list[tuple[str, int, int]] = []
    read_open_slides(path, "x.odp", Watch(tell=lambda *progress: told.append(progress)))
    assert told == [("Dia 1 van 2 lezen", 1, 2), ("Dia 2 van 2 lezen", 2, 2)]
    with pytest.raises(StoppedError):
        read_open_slides(path, "x.odp", Watch(is_stopped=lambda: True))
