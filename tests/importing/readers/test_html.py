"""Web pages, and what Office programs save or copy as one."""

import os
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.encoding import NotTextError
from prestatie_desktop.importing.readers.html import read_html
from prestatie_desktop.importing.source import Form, Piece, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.patience import PATIENCE
from tests.importing.readers.reading_text import assert_is_accounted_for, bold, pieces, table, told
from tests.strategies.richtext import characters


def read(html: str | bytes) -> Source:
    source = read_html(html, "pagina.html")
    assert_is_accounted_for(source)
    assert len(source.lines) == len(source.pieces())
    return source


def only(html: str) -> Piece:
    (piece,) = pieces(read(html))
    return piece


def word_item(marker: str, text: str, level: int = 1, tag: str = "p") -> str:
    return (
        f"<{tag} class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
        f"{text}<o:p></o:p></{tag}>\r\n"
    )


def test_headings_paragraphs_and_cells_are_lines_with_their_place() -> None:
    source = read(
        "<h1>Wonen</h1><p>Wij\r\nbouwen</p><table><tr><td>a<td>b<tr><td><p>c<p>d</table><p>e"
    )
    assert told(source) == ["Wonen", "Wij bouwen", [["a", "b"], ["c\nd"]], "e"]
    assert [line.text for line in source.lines] == ["Wonen", "Wij bouwen", "a", "b", "c", "d", "e"]
    assert [line.where for line in source.lines] == [
        "alinea 1", "alinea 2", "tabel 1, rij 1", "tabel 1, rij 1", "tabel 1, rij 2", "tabel 1, rij 2",
        "alinea 3",
    ]  # fmt: skip
    assert (source.name, source.form) == ("pagina.html", Form.HTML)


def test_a_heading_has_its_level_and_no_bold_of_its_own() -> None:
    found = pieces(
        read(
            "<h2>Wonen <b>en</b> zorg</h2><h6>klein</h6><p class=MsoTitle>Titel</p>"
            "<p style='mso-outline-level:3'>eigen stijl</p><p>tekst"
        )
    )
    assert [piece.heading for piece in found] == [2, 6, 1, 3, 0]
    assert bold(found[0]) == ["en"]


def test_marks_are_those_of_the_writer() -> None:
    piece = only(
        "<p><strong>vet</strong> <em>schuin</em> <u>streep</u> m<sup>2</sup> CO<sub>2</sub> "
        "<span style='font-weight:700'>ook</span> <b style='font-weight:normal'>niet</b> "
        "<a href='https://example.org'>koppeling</a></p>"
    )
    assert bold(piece) == ["vet", "ook"]
    assert piece.text == "vet schuin streep m2 CO2 ook niet koppeling"
    assert [run.text for run in piece.runs if run.underline] == ["streep"]


def test_a_line_break_stands_in_its_paragraph_and_two_begin_another() -> None:
    source = read("<p>Naam<br>functie<br><br>organisatie</p>")
    assert [(piece.text, piece.gap) for piece in pieces(source)] == [
        ("Naam\nfunctie", False), ("organisatie", True),
    ]  # fmt: skip
    assert source.lines[0].text == "Naam functie"


@pytest.mark.parametrize(
    "blank", ["<p>&nbsp;</p>", "<div><br></div>", "<br>", "<hr>", "<p><br/></p>"]
)
def test_a_blank_paragraph_or_a_rule_is_a_gap(blank: str) -> None:
    assert [piece.gap for piece in pieces(read(f"<p>a</p><p>b</p>{blank}<p>c</p>"))] == [
        False, False, True,
    ]  # fmt: skip
    assert read(f"<p>a</p>{blank}<table><tr><td>b<td>c</table>").blocks[1].gap


def test_lists_keep_their_kind_level_and_numbers() -> None:
    found = pieces(
        read(
            "<ol start=3><li>drie<ul><li>• punt</ul><li><p>vier</p><p>vervolg</p>"
            "<li value=9>negen</ol><ol type=a><li>aa</ol><ul><li>los</ul>"
        )
    )
    assert [(p.text, p.list_kind, p.level, p.number) for p in found] == [
        ("drie", ListKind.DECIMAL, 1, 3), ("punt", ListKind.BULLET, 2, None),
        ("vier", ListKind.DECIMAL, 1, 4), ("vervolg", None, 0, None),
        ("negen", ListKind.DECIMAL, 1, 9), ("aa", ListKind.LETTER, 1, 1),
        ("los", ListKind.BULLET, 1, None),
    ]  # fmt: skip


def test_the_markers_of_word_are_read_as_lists_and_numbers() -> None:
    found = pieces(
        read(
            word_item("·", "planten")
            + word_item("o", "bomen", 2)
            + word_item("1.7", "bouwen")
            + word_item("2.1", "Sloop", 2, "h2")
        )
    )
    assert [(p.text, p.list_kind, p.level, p.label) for p in found] == [
        ("planten", ListKind.BULLET, 1, ""), ("bomen", ListKind.BULLET, 2, ""),
        ("bouwen", ListKind.DECIMAL, 1, "1.7"), ("Sloop", None, 0, "2.1"),
    ]  # fmt: skip
    assert found[3].heading == 2


def test_a_number_of_word_is_shown_with_its_line() -> None:
    source = read(word_item("1.7", "bouwen"))
    assert source.lines[0].text == "1.7 bouwen"


@pytest.mark.parametrize("marker", ["Artikel 3", "1.7.a", "(a)", "A1", "IV"])
def test_a_number_of_word_in_another_style_is_kept_as_it_is(marker: str) -> None:
    assert only(word_item(marker, "bouwen")).label == marker


@pytest.mark.parametrize("marker", ["·", "o", "§", "\uf0b7", "-"])
def test_a_bullet_of_an_empty_paragraph_is_nothing_to_read(marker: str) -> None:
    assert told(read(word_item(marker, "") + "<p>na")) == ["na"]


def test_a_number_that_word_gave_to_an_empty_cell_is_read() -> None:
    source = read(f"<table><tr><td>{word_item('1.7', '')}</td><td>Wij bouwen</td></tr></table>")
    assert told(source) == [[["1.7", "Wij bouwen"]]]


def test_a_bullet_typed_in_a_paragraph_makes_an_item() -> None:
    piece = only("<p><b>•</b>&nbsp; planten")
    assert (piece.text, piece.list_kind, piece.level) == ("planten", ListKind.BULLET, 1)


@pytest.mark.parametrize("text", ["- 5 woningen", "* zonder zorg", "•", "5 • 6"])
def test_a_sign_that_is_no_bullet_stays(text: str) -> None:
    piece = only(f"<p>{text}</p>")
    assert (piece.text, piece.list_kind) == (text, None)


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("<thead><tr><td>A<td>B</thead><tbody><tr><td>1<td>2</tbody>", 1),
        ("<tr><th>A<th>B<tr><th>C<th>D<tr><td>1<td>2", 2),
        ("<tr><th>A<td>1<tr><th>B<td>2", None),
        ("<tr><td>A<td>B<tr><td>1<td>2", None),
        ("<thead><tr><td>&nbsp;<td></thead><tr><td>1<td>2", None),
    ],
)
def test_a_table_knows_the_heads_that_the_page_marks(rows: str, heads: int | None) -> None:
    assert table(read(f"<table>{rows}</table>")).heads == heads


def test_merged_cells_leave_empty_cells_so_that_columns_stay() -> None:
    source = read(
        "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>&nbsp;"
        "<tr><td>g<td rowspan=3 colspan=2>h<td>i<tr><td>j<td>k</table>"
    )
    assert told(source) == [
        [["a", "b", "", "c"], ["", "d", "e", "f"], ["g", "h", "", "i"], ["j", "", "", "k"]]
    ]


@pytest.mark.parametrize("span", ["0", "-3", "x", "99999999999", "1e9", "", "٣"])
def test_an_impossible_span_is_one_or_bounded(span: str) -> None:
    rows = table(read(f"<table><tr><td colspan='{span}'>a<td>b<tr><td>c<td>d</table>")).rows
    assert all(len(row.cells) <= 1001 for row in rows)


def test_a_caption_and_stray_text_stand_before_their_table() -> None:
    source = read("<table><caption>Sloop 2026</caption>los<tr><td>a<td>b</table>")
    assert told(source) == ["Sloop 2026", "los", [["a", "b"]]]
    assert source.lines[0].where == "alinea 1"


def test_a_table_that_only_arranges_the_page_is_no_table() -> None:
    real = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert told(read(f"<table><tr><td><p>kop</p>{real}<p>voet</p></table>")) == [
        "kop", [["a", "b"], ["c", "d"]], "voet",
    ]  # fmt: skip
    assert told(read(f"<table><tr><td>menu<td>{real}</table>")) == [
        "menu",
        [["a", "b"], ["c", "d"]],
    ]
    assert told(read("<table><tr><td><h1>Kop</h1><p>tekst</table>")) == ["Kop", "tekst"]


def test_a_small_table_in_a_cell_is_text_of_that_cell() -> None:
    inner = "<table><tr><td>x<td>y</table>"
    assert told(read(f"<table><tr><td>a<td>{inner}<tr><td>b<td>c</table>")) == [
        [["a", "x\ny"], ["b", "c"]]
    ]


def test_what_nobody_sees_is_no_text_and_is_told() -> None:
    source = read(
        "<html><head><title>T</title><style>p{color:red}</style><script>alert('a')</script></head>"
        "<body><script>document.write('<p>b</p>')</script><template><p>c</p></template>"
        "<noscript>d</noscript><p hidden>e</p><p style='display:none'>f</p><!-- g --><p>zichtbaar "
        "<del>weg</del><ins>erbij</ins></p><iframe>h</iframe></body></html>"
    )
    assert told(source) == ["zichtbaar erbij"]
    assert source.notices == ("5 stukken verborgen tekst zijn niet ingelezen.",)


def test_menus_heads_and_feet_of_a_page_are_text() -> None:
    source = read(
        "<header>Gemeente</header><nav><a href=x>Wonen</a></nav><p>t</p><footer>Contact</footer>"
    )
    assert told(source) == ["Gemeente", "Wonen", "t", "Contact"]


def test_pictures_are_told_but_no_icons() -> None:
    source = read("<p>a<img src=plan.png><img src=icon.png width=16 height=16></p>")
    assert source.notices == (
        "Een afbeelding is niet gelezen: tekst die alleen daarin staat, komt niet mee.",
    )


def test_preformatted_text_keeps_its_lines() -> None:
    assert told(read("<pre>een\ntwee\n\ndrie</pre>")) == ["een\ntwee", "drie"]


def test_entities_are_decoded_once_and_nothing_is_fetched() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&lt;b&gt; &amp;amp; &x; &euro;'
    )
    assert pieces(read(page))[-1].text == "<b> &amp; &x; €"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "cp1252"),
        ("<meta charset=windows-1252>", "cp1252"), ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=utf-8>", "cp1252"), ("<meta charset=windows-1252>", "utf-8"),
        ("<meta http-equiv=Content-Type content='text/html; charset=macintosh'>", "mac_roman"),
        ("<meta charset=onzin>", "cp1252"), ("<meta charset=rot13>", "cp1252"),
        ("<meta charset=base64>", "cp1252"), ("<meta charset=utf-16>", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_encoding_whatever_it_says(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>Eén coöperatie – geïnitieerd</body></html>"
    assert told(read(page.encode(encoding))) == ["Eén coöperatie – geïnitieerd"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotTextError):
        read_html(b"\x00\x01\x02" * 100, "x")


def test_what_windows_puts_before_copied_html_is_no_text() -> None:
    head = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:00000\r\n"
    page = f"{head}<html><body><!--StartFragment--><p>tekst</p><!--EndFragment--></body></html>"
    assert told(read(page)) == ["tekst"]
    assert told(read("<p>Version:1.0 StartHTML:5")) == ["Version:1.0 StartHTML:5"]


def test_cells_copied_from_excel_are_a_table() -> None:
    page = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{mso-ignore:padding}-->'
        "</style></head><body><table border=0><!--StartFragment--><col width=64 span=2><tr height=20>"
        "<td height=20 class=xl65 width=64>Project</td><td x:num='1250'>1.250</td></tr><tr><td>Kade</td>"
        "<td class=xl66 style='font-weight:700'>€ 5</td></tr><!--EndFragment--></table></body></html>"
    )
    source = read(page)
    assert told(source) == [[["Project", "1.250"], ["Kade", "€ 5"]]]
    assert bold(source.pieces()[-1]) == ["€ 5"]


@pytest.mark.parametrize(
    "page", ["", "   ", "<html></html>", "<script>", "<!-- open", "<p", "<table>"]
)
def test_a_page_without_text_has_no_lines(page: str) -> None:
    assert read(page).lines == ()


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<p>", "<h1>", "<td>", "<tr>", "</div>", "<br>",
     "<span style='a:b'>", "< ", "&#", "<table><caption>"],
)  # fmt: skip
def test_a_hundred_thousand_open_tags_lose_no_text(unit: str) -> None:
    begin = process_time()
    source = read_html(unit * 50_000 + "einde<p>slot</p>", "x")
    assert process_time() - begin < PATIENCE
    assert "einde" in source.lines[-2].text
    assert source.lines[-1].text == "slot"


def test_marks_that_nobody_closes_do_not_hide_later_tables() -> None:
    source = read("<font color=red>x<br>" * 500 + "<table><tr><td>a<td>b<tr><td>c<td>d</table>")
    assert told(source)[-1] == [["a", "b"], ["c", "d"]]


def test_merged_cells_cannot_fill_the_memory() -> None:
    source = read_html("<table><tr><td colspan=1000 rowspan=1000>a<td>b</table>" * 5_000, "x")
    rows = [row for block in source.blocks for row in getattr(block, "rows", ())]
    assert len(rows) == 5_000
    assert sum(len(row.cells) for row in rows) < 300_000


def test_whoever_watches_can_stop_it() -> None:
    with pytest.raises(StoppedError):
        read_html("<p>a</p>", "x", watch=Watch(is_stopped=lambda: True))


_PARTS = [
    "<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th rowspan=2>",
    "<ul>", "</ul>", "<ol start=4>", "</ol>", "<li>", "<h2>", "</h2>", "<br>", "<thead>", "</thead>", "wonen",
    "zorg ", "&nbsp;", "\n", "<div>", "</div>", "<pre>", "<caption>", "<td colspan=3>", "<hr>", "• ", "<sup>",
    "<p style='mso-list:l0 level2 lfo1'>", "<span style='mso-list:Ignore'>1.7", "</span>",
]  # fmt: skip


@example("<span style='mso-list:Ignore'>1.7wonen")
@given(st.lists(st.sampled_from(_PARTS), max_size=40).map("".join))
def test_any_tags_keep_every_word(page: str) -> None:
    source = read(page)
    found = " ".join(f"{piece.label} {piece.text}" for piece in source.pieces())
    for word in ("wonen", "zorg"):
        assert found.count(word) == page.count(word)


@given(st.text(characters, max_size=40))
def test_any_text_is_a_page(text: str) -> None:
    read(text)


@pytest.mark.skipif(
    not os.environ.get("PRESTATIE_BRONNEN"), reason="PRESTATIE_BRONNEN names no folder"
)
def test_a_published_text_as_a_page_has_the_same_paragraphs() -> None:
    path = Path(os.environ["PRESTATIE_BRONNEN"]) / "parkstad-regionaal-2024-2028.txt"
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    source = read("".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in lines))
    assert len(source.lines) == len(lines)
