"""Word files that are broken, hostile, or very long."""

from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.readers.word import read_word
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.breaking_xml import mutilated
from tests.importing.making_word import (
    NAMESPACES,
    STYLES,
    cell,
    comment,
    commented,
    deleted,
    deleted_end,
    inserted,
    level,
    make_word,
    numbering,
    paragraph,
    part,
    row,
    run,
    table,
    write_parts,
)
from tests.importing.patience import PATIENCE

BROKEN = (
    "“jaar.docx” is beschadigd of onvolledig en is niet ingelezen; het dossier is niet gewijzigd."
)


def refused(path: Path) -> None:
    with pytest.raises(UserError, match="is beschadigd") as caught:
        read_word(path, "jaar.docx")
    assert str(caught.value).startswith(BROKEN)


def with_main(path: Path, main: str | bytes, **others: str) -> Path:
    """A good file with another main part, and parts next to it."""
    with ZipFile(make_word(path, "", parts=others)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return write_parts(path, files | {"word/document.xml": main})


@pytest.mark.parametrize("keep", [0, 1, 30, 200, 900])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, keep: int) -> None:
    path = make_word(tmp_path / "x.docx", paragraph("Tekst " * 500))
    path.write_bytes(path.read_bytes()[:keep])
    refused(path)


def test_a_part_that_was_damaged_is_refused(tmp_path: Path) -> None:
    path = make_word(tmp_path / "x.docx", paragraph("Tekst " * 500))
    data = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 80
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    refused(path)


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    refused(write_parts(tmp_path / "x.docx", {"[Content_Types].xml": "<Types/>"}))


@pytest.mark.parametrize(
    "main",
    [
        "",
        "geen xml",
        part("w:document", "<w:body><w:p></w:body>"),
        part("w:document", ""),
        f"<w:styles {NAMESPACES}/>",
        b"\xff\xfe\x00\x01",
        part("w:document", "<w:body><w:p><w:r><w:t>&onbekend;</w:t></w:r></w:p></w:body>"),
    ],
)
def test_xml_that_is_no_document_is_refused(tmp_path: Path, main: str | bytes) -> None:
    refused(with_main(tmp_path / "x.docx", main))


@pytest.mark.parametrize("sort", ["numbering", "comments", "footnotes", "header"])
def test_any_other_broken_part_is_refused_too(tmp_path: Path, sort: str) -> None:
    refused(
        make_word(tmp_path / "x.docx", paragraph("Tekst"), parts={sort: "<?xml version='1.0'?"})
    )


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    main = (
        f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{steps}]>'
        f"<w:document {NAMESPACES}><w:body>{paragraph(run('X')).replace('X', '&e11;')}</w:body>"
        "</w:document>"
    )
    started = process_time()
    refused(with_main(tmp_path / "x.docx", main))
    assert process_time() - started < PATIENCE


def test_an_entity_that_points_to_a_file_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    main = (
        f'<!DOCTYPE w:document [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    refused(with_main(tmp_path / "x.docx", main))


@pytest.mark.parametrize("tag", ["w:sdt", "w:ins", "w:tbl", "w:hyperlink"])
def test_ten_thousand_elements_in_each_other_are_refused(tmp_path: Path, tag: str) -> None:
    deep = f"<{tag}>" * 10_000 + f"</{tag}>" * 10_000
    refused(make_word(tmp_path / "x.docx", deep))


def test_the_deepest_tables_that_are_let_through_are_read(tmp_path: Path) -> None:
    inside = paragraph("Diep")
    for _ in range(80):
        inside = table(row(cell(inside), "b"))
    pieces = read_word(make_word(tmp_path / "x.docx", inside), "x").pieces()
    assert [piece.text for piece in pieces] == ["Diep", *["b"] * 80]


def test_a_file_of_one_package_that_points_outside_it_reads_nothing_else(tmp_path: Path) -> None:
    path = make_word(tmp_path / "x.docx", paragraph("Tekst"))
    with ZipFile(path) as archive:
        files: dict[str, str | bytes] = {
            name: archive.read(name).replace(b"styles.xml", b"../../../../etc/passwd")
            for name in archive.namelist()
        }
    write_parts(path, files)
    assert [piece.text for piece in read_word(path, "x").pieces()] == ["Tekst"]


def test_an_empty_document_is_an_empty_source(tmp_path: Path) -> None:
    source = read_word(make_word(tmp_path / "x.docx", ""), "x")
    assert (source.blocks, source.lines) == ((), ())


def test_reading_tells_how_far_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    path = make_word(tmp_path / "x.docx", paragraph("Tekst") * 1000)
    told: list[tuple[str, int, int]] = []
    read_word(path, "x", Watch(lambda *what: told.append(what)))
    assert told[0][0] == "Word-bestand lezen"
    assert [done for _, done, total in told if total == 1000] == [200, 400, 600, 800, 1000]

    with pytest.raises(StoppedError):
        read_word(path, "x", Watch(is_stopped=lambda: len(told) > 0))


def long_document(pages: int) -> str:
    """About `pages` pages as an office writes them: numbered, in bits, changed, with tables."""
    words = run("De corporaties bouwen ") + run("samen ", "<w:b/>") + run("woningen. " * 12)
    page = (
        paragraph("Thema", style="Kop1", number="1:0")
        + paragraph(words, number="1:1") * 6
        + paragraph(words + inserted(run("nieuw")) + deleted("oud")) * 2
        + table(*[row("1", "Dorpsstraat 12", "24 woningen", "2025")] * 8)
    )
    return page * pages


NUMBERS = numbering(level(0, "%1") + level(1, "%1.%2"))


def seconds(tmp_path: Path, pages: int) -> float:
    path = make_word(tmp_path / "x.docx", long_document(pages), parts={"numbering": NUMBERS})
    started = process_time()
    source = read_word(path, "x")
    spent = process_time() - started
    assert len(source.lines) == pages * 41
    return spent


def test_two_hundred_pages_lose_no_line(tmp_path: Path) -> None:
    assert seconds(tmp_path, 200) < PATIENCE


_BODY = (
    paragraph("Wonen", style="Kop1", number="1:0")
    + paragraph(
        commented(1, run("Wij ", "<w:b/>")) + deleted("a") + inserted(run("b")), number="1:1"
    )
    + paragraph(deleted("weg"), more=deleted_end(), number="1:1")
    + paragraph(run("half"), more=deleted_end())
    + table(
        row("a", cell(paragraph("b", number="1:0"), properties='<w:gridSpan w:val="2"/>')),
        row("c", "d", properties='<w:tblHeader/><w:del w:author="An"/>'),
    )
    + paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/>'
        '<w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0E0"/>'
        "<w:pict><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent></w:pict>"
        '<w:footnoteReference w:id="1"/></w:r>'
    )
)


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_done_to_the_xml_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    parts = {
        "document": part("w:document", f"<w:body>{_BODY}</w:body>"),
        "styles": part("w:styles", STYLES),
        "numbering": part("w:numbering", NUMBERS),
        "comments": part("w:comments", comment(1, "An", "Vraag") + comment(2, "Bo", "Los")),
        "footnotes": part("w:footnotes", f'<w:footnote w:id="1">{paragraph("n")}</w:footnote>'),
    }
    victim = data.draw(st.sampled_from(["document", "document", *parts]))
    parts[victim] = mutilated(parts[victim], data)
    path = tmp_path_factory.getbasetemp() / "verminkt.docx"
    main, styles = parts.pop("document"), parts.pop("styles")
    with_main(path, main, **parts | {"styles": styles})
    try:
        source = read_word(path, "x.docx")
    except UserError:
        return
    pieces = source.pieces()
    assert [piece.key for piece in pieces] == sorted({piece.key for piece in pieces})
    assert {piece.line for piece in pieces if piece.runs} == set(range(len(source.lines)))
    assert {piece.line for piece in pieces} <= set(range(len(source.lines)))
