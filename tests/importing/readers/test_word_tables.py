"""Tables of Word files."""

from pathlib import Path

from prestatie_desktop.importing.readers.word import read_word
from prestatie_desktop.importing.source import Piece, Source, Table
from tests.importing.making_word import (
    cell,
    level,
    make_word,
    numbering,
    paragraph,
    row,
    run,
    table,
)

SPAN = '<w:gridSpan w:val="{}"/>'
FIRST, NEXT = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(tmp_path: Path, body: str, **parts: str) -> Source:
    return read_word(make_word(tmp_path / "b.docx", body, parts=parts), "b.docx")


def grid(source: Source) -> list[list[str]]:
    (block,) = source.blocks
    assert isinstance(block, Table)
    return [[each.text for each in line.cells] for line in block.rows]


def test_a_merged_cell_leaves_empty_cells_so_that_columns_stay_under_each_other(
    tmp_path: Path,
) -> None:
    body = table(
        row(cell(paragraph("breed"), properties=SPAN.format(2)), "c"),
        row(cell(paragraph("hoog"), properties=FIRST), "b", "c"),
        row(cell(properties=NEXT), "b2", "c2"),
        row("a", cell(paragraph("rest"), properties=SPAN.format(2))),
    )
    assert grid(read(tmp_path, body)) == [
        ["breed", "", "c"],
        ["hoog", "b", "c"],
        ["", "b2", "c2"],
        ["a", "rest", ""],
    ]


def test_a_row_that_begins_or_ends_further_in_keeps_its_columns(tmp_path: Path) -> None:
    late = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    body = table(row("a", "b", "c"), row("b2", properties=late))
    assert grid(read(tmp_path, body)) == [["a", "b", "c"], ["", "b2", ""]]


def test_an_absurd_width_is_kept_within_bounds(tmp_path: Path) -> None:
    wide = cell(paragraph("breed"), properties=SPAN.format(10**9))
    (line,) = grid(read(tmp_path, table(row(wide, *[wide] * 50))))
    assert len(line) == 63 + 50


def test_a_negative_or_unreadable_width_is_one_column(tmp_path: Path) -> None:
    odd = [cell(paragraph("x"), properties=SPAN.format(width)) for width in ("-4", "0", "veel")]
    assert grid(read(tmp_path, table(row(*odd)))) == [["x", "x", "x"]]


def test_blank_rows_are_left_out_and_the_others_keep_their_number(tmp_path: Path) -> None:
    source = read(tmp_path, table(row("a", "b"), row("", ""), row("c", "d")))
    assert grid(source) == [["a", "b"], ["c", "d"]]
    assert [line.where for line in source.lines[2:]] == ["tabel 1, rij 3"] * 2


def test_rows_that_repeat_on_each_page_are_heads(tmp_path: Path) -> None:
    head = "<w:tblHeader/>"
    body = (
        table(row("Jaar", "2025", properties=head), row("a", "1"))
        + paragraph("tussen")
        + table(row("a", "1"), row("b", "2", properties=head))
    )
    tables = [block for block in read(tmp_path, body).blocks if isinstance(block, Table)]
    assert [each.heads for each in tables] == [1, None]


def test_a_cell_holds_its_paragraphs_with_their_marks_and_bullets(tmp_path: Path) -> None:
    parties = cell(paragraph(run("Gemeente", "<w:b/>")), paragraph("Corporaties"))
    bullets = cell(paragraph("een", number="1:0"), paragraph("twee", number="1:0"))
    source = read(
        tmp_path, table(row("1.1", parties, bullets)), numbering=numbering(level(0, "•", "bullet"))
    )
    _, gemeente, corporaties, een, twee = source.pieces()
    assert (gemeente.runs[0].bold, corporaties.runs[0].bold) == (True, False)
    assert [een.list_kind, twee.list_kind] == ["bullet", "bullet"]
    assert grid(source) == [["1.1", "Gemeente\nCorporaties", "een\ntwee"]]
    assert len(source.lines) == 5


def test_a_gap_within_a_cell_stays_within_it(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("a"), paragraph(), paragraph("b"), paragraph()), "c"))
    gaps = {piece.text: piece.gap for piece in read(tmp_path, body + paragraph("d")).pieces()}
    assert gaps == {"a": False, "b": True, "c": False, "d": False}


def test_a_table_in_a_cell_is_read_as_paragraphs_of_that_cell(tmp_path: Path) -> None:
    inner = table(row("x", "y"), row("z", ""))
    source = read(tmp_path, table(row("a", cell(paragraph("b"), inner, paragraph()))))
    assert grid(source) == [["a", "b\nx\ny\nz"]]


def test_a_table_that_only_draws_a_box_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    inner = table(row("x", "y"), row("z", "q"))
    boxed = table(row(cell(paragraph("Kader"), inner, paragraph())))
    blocks = read(tmp_path, boxed + paragraph("na")).blocks
    assert [type(block) for block in blocks] == [Piece, Table, Piece]
    assert [line.where for line in read(tmp_path, boxed).lines][:2] == [
        "alinea 1", "tabel 1, rij 1",
    ]  # fmt: skip


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(control(row("a", control(cell(paragraph("b"))))), control(row("c", "d")))
    assert grid(read(tmp_path, body)) == [["a", "b"], ["c", "d"]]


def test_a_table_without_rows_is_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, table() + table(row()) + table(row("", ""))).blocks == ()
