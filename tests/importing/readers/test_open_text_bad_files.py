"""OpenDocument texts that are locked, broken, hostile, or very long."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.readers.open_text import read_open_text
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.breaking_xml import mutilated
from tests.importing.making_open_text import (
    AUTOMATIC,
    NAMESPACES,
    annotation,
    cell,
    changes,
    content_part,
    deletion,
    gone,
    heading,
    insertion,
    items,
    level,
    list_style,
    make_flat_open_text,
    make_open_text,
    paragraph,
    row,
    span,
    table,
    within,
)
from tests.importing.patience import PATIENCE


def refused(path: Path, why: str = "is beschadigd") -> None:
    with pytest.raises(UserError, match=why) as caught:
        read_open_text(path, "jaar.odt")
    assert str(caught.value).startswith(f"“jaar.odt” {why}")
    assert "het dossier is niet gewijzigd" in str(caught.value)


def test_a_text_with_a_password_is_refused_with_the_way_out(tmp_path: Path) -> None:
    locked = (
        f'<manifest:manifest {NAMESPACES}><manifest:file-entry manifest:full-path="content.xml">'
        '<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x=">'
        '<manifest:algorithm manifest:algorithm-name="Blowfish CFB"/></manifest:encryption-data>'
        "</manifest:file-entry></manifest:manifest>"
    )
    parts: dict[str, str | bytes] = {
        "META-INF/manifest.xml": locked,
        "content.xml": b"\x8f\x02\xee" * 90,
    }
    path = make_open_text(tmp_path / "x.odt", "", parts=parts)
    refused(path, "is beveiligd met een wachtwoord")


@pytest.mark.parametrize("keep", [0, 1, 60, 500])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, keep: int) -> None:
    path = make_open_text(tmp_path / "x.odt", paragraph("Tekst " * 500))
    path.write_bytes(path.read_bytes()[:keep])
    refused(path)


@pytest.mark.parametrize(
    "content",
    ["", "geen xml", "<a/>", f"<office:document-content {NAMESPACES}/>",
     content_part("<text:p></text:h>", ""), content_part(paragraph("&onbekend;"), "")],
)  # fmt: skip
def test_xml_that_is_no_text_is_refused(tmp_path: Path, content: str) -> None:
    body = content.replace("&amp;onbekend;", "&onbekend;")
    refused(make_open_text(tmp_path / "x.odt", "", parts={"content.xml": body}))


@pytest.mark.parametrize("part", ["styles.xml", "META-INF/manifest.xml"])
def test_any_other_broken_part_is_refused_too(tmp_path: Path, part: str) -> None:
    refused(make_open_text(tmp_path / "x.odt", paragraph("Tekst"), parts={part: "<a><b></a>"}))


def test_a_spreadsheet_is_refused(tmp_path: Path) -> None:
    sheet = content_part("", "").replace("office:text>", "office:spreadsheet>")
    refused(make_open_text(tmp_path / "x.odt", "", parts={"content.xml": sheet}))


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{steps}]>'
    for body in (paragraph("X").replace("X", "&e11;"), '<text:p text:style-name="&e11;"/>'):
        content = content_part(body, "").replace("?>\n", f"?>\n{bomb}", 1)
        started = process_time()
        refused(make_open_text(tmp_path / "x.odt", "", parts={"content.xml": content}))
        assert process_time() - started < PATIENCE


@pytest.mark.parametrize(
    "tag", ["text:section", "text:span", "text:list", "text:list-item", "table:table", "draw:g"]
)
def test_ten_thousand_elements_in_each_other_are_refused(tmp_path: Path, tag: str) -> None:
    refused(make_open_text(tmp_path / "x.odt", f"<{tag}>" * 10_000 + f"</{tag}>" * 10_000))


def test_the_deepest_lists_that_are_let_through_are_read(tmp_path: Path) -> None:
    inside = items("Diep")
    for _ in range(100):
        inside = items(paragraph("x") + inside)
    pieces = read_open_text(make_open_text(tmp_path / "x.odt", inside), "x").pieces()
    assert [piece.text for piece in pieces] == [*["x"] * 100, "Diep"]
    assert max(piece.level for piece in pieces) == 9


def test_a_flat_file_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    path = make_flat_open_text(tmp_path / "x.fodt", paragraph("Tekst"))
    path.write_bytes(path.read_bytes()[:-30])
    refused(path)


def test_a_file_without_styles_is_read(tmp_path: Path) -> None:
    path = make_open_text(tmp_path / "x.odt", paragraph("Tekst"), styles="", automatic="")
    assert [piece.text for piece in read_open_text(path, "x").pieces()] == ["Tekst"]


def test_an_empty_text_is_an_empty_source(tmp_path: Path) -> None:
    source = read_open_text(make_open_text(tmp_path / "x.odt", ""), "x")
    assert (source.blocks, source.lines) == ((), ())


def test_reading_tells_how_far_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    path = make_open_text(tmp_path / "x.odt", paragraph("Tekst") * 1000)
    told: list[tuple[str, int, int]] = []
    read_open_text(path, "x", Watch(lambda *what: told.append(what)))
    assert told[0][0] == "OpenDocument-tekst lezen"
    assert [done for _, done, total in told if total == 1000] == [200, 400, 600, 800, 1000]
    with pytest.raises(StoppedError):
        read_open_text(path, "x", Watch(is_stopped=lambda: True))


NUMBERS = list_style("L1", level(1, after="."), level(2, shown=2))


def seconds(tmp_path: Path, pages: int) -> float:
    words = "De corporaties bouwen " + span("samen ", "T1") + "woningen. " * 12
    page = (
        heading("Thema")
        + items(paragraph("Een") + items(*[f"<text:p>{words}</text:p>"] * 6), style="L1")
        + paragraph(words) * 2
        + table(*[row("1", "Dorpsstraat 12", "24 woningen", "2025")] * 8)
    )
    regions = [deletion(f"d{number}", "oud") + insertion(f"i{number}") for number in range(pages)]
    changed = "".join(
        page + paragraph(f"Wij {gone(f'd{number}')}{within(f'i{number}', 'nieuw')}")
        for number in range(pages)
    )
    path = make_open_text(
        tmp_path / "x.odt", changes(*regions) + changed, automatic=AUTOMATIC + NUMBERS
    )
    started = process_time()
    source = read_open_text(path, "x")
    spent = process_time() - started
    assert len(source.lines) == pages * 43
    return spent


def test_two_hundred_pages_lose_no_line(tmp_path: Path) -> None:
    assert seconds(tmp_path, 200) < PATIENCE


_STYLED = (
    AUTOMATIC + NUMBERS
    + list_style("L2", level(1, "A", more='style:num-prefix="Lid "'), level(2, "i", shown=2))
)  # fmt: skip
_BODY = (
    changes(deletion("ct1", "weg", "ook weg"), insertion("ct2"), deletion("ct3", "los"))
    + heading("Wonen")
    + gone("ct3")
    + items(paragraph("een" + gone("ct1")) + items("a"), style="L1", more='xml:id="l1"')
    + items("b", style="L2", more='text:continue-list="l1"')
    + paragraph(within("ct2", "nieuw") + annotation("An", "Vraag") + '<text:s text:c="3"/>')
    + paragraph("<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame>")
    + paragraph("x<text:note><text:note-body><text:p>noot</text:p></text:note-body></text:note>")
    + table(row("a", cell("b", more='table:number-columns-repeated="2"')), row("c", "d", "e"))
)


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_done_to_the_xml_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = mutilated(content_part(_BODY, _STYLED), data)
    path = tmp_path_factory.getbasetemp() / "verminkt.odt"
    make_open_text(path, "", parts={"content.xml": content})
    try:
        source = read_open_text(path, "x.odt")
    except UserError:
        return
    pieces = source.pieces()
    assert [piece.key for piece in pieces] == sorted({piece.key for piece in pieces})
    assert {piece.line for piece in pieces if piece.runs} == set(range(len(source.lines)))
    assert {piece.line for piece in pieces} <= set(range(len(source.lines)))
