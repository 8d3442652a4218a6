"""Lines, paragraphs, headings and lists of plain text and Markdown."""

import os
import re
from pathlib import Path

import pytest

from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.importing.readers.text import read_text
from prestatie_desktop.importing.source import Form, Piece, Source
from prestatie_desktop.importing.watch import StoppedError, Watch
from tests.importing.readers.reading_text import assert_is_accounted_for, bold, pieces, table, told

FOLDER = os.environ.get("PRESTATIE_BRONNEN", "")


def read(text: str) -> Source:
    source = read_text(text, "bron.txt")
    assert_is_accounted_for(source)
    return source


def only(text: str) -> Piece:
    (piece,) = pieces(read(text))
    return piece


def test_every_line_that_is_not_blank_is_a_line_with_its_number() -> None:
    source = read("Voorwoord\n\n  \nTweede regel  \r\nDerde\rVierde")
    assert [line.text for line in source.lines] == [
        "Voorwoord",
        "Tweede regel  ",
        "Derde",
        "Vierde",
    ]
    assert [line.where for line in source.lines] == ["regel 1", "regel 4", "regel 5", "regel 6"]
    assert told(source) == ["Voorwoord", "Tweede regel", "Derde", "Vierde"]


def test_the_source_has_its_name_and_form() -> None:
    assert (read("a").name, read("a").form) == ("bron.txt", Form.TEXT)
    assert read_text("a", "x", Form.CLIPBOARD).form is Form.CLIPBOARD


@pytest.mark.parametrize("text", ["", "\n\n", " \t \n\u00a0\n\f"])
def test_a_blank_text_has_no_lines(text: str) -> None:
    assert read(text).lines == ()
    assert read(text).blocks == ()


def test_a_gap_stands_before_what_follows_a_blank_line_or_a_new_page() -> None:
    found = pieces(read("een\ntwee\n \ndrie\n\fvier\nvijf\f\nzes"))
    assert [piece.gap for piece in found] == [False, False, True, True, False, True]


def test_text_before_and_after_a_page_break_is_one_line_of_two_pieces() -> None:
    source = read("voor\fna\nverder")
    assert told(source) == ["voor", "na", "verder"]
    assert [piece.line for piece in source.pieces()] == [0, 0, 1]
    assert source.lines[0].text == "voor\fna"
    assert [piece.gap for piece in source.pieces()] == [False, True, False]


def test_blanks_are_single_and_invisible_characters_are_gone() -> None:
    assert only("  tien\u00a0\u00a0huur\u00adwo\u200bningen \u2009 in   de wijk ").text == (
        "tien huurwoningen in de wijk"
    )


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [
        ("# Wonen", 1, "Wonen"),
        ("### 1.1 Nieuwbouw ###", 3, "1.1 Nieuwbouw"),
        ("## **Betaalbaarheid**", 2, "Betaalbaarheid"),
        ("# 2\tDuurzaam", 1, "2 Duurzaam"),
        ("# C#", 1, "C#"),
        ("<h2>Leefbaarheid</h2>", 2, "Leefbaarheid"),
    ],
)
def test_a_heading_is_its_text_and_its_level(line: str, level: int, text: str) -> None:
    piece = only(line)
    assert (piece.heading, piece.text) == (level, text)


@pytest.mark.parametrize("line", ["#wonen", "####### te diep", "nummer # 3"])
def test_a_number_sign_alone_makes_no_heading(line: str) -> None:
    piece = only(line)
    assert (piece.heading, piece.text) == (0, line)


def test_a_heading_that_is_wholly_bold_stays_bold() -> None:
    assert bold(only("## **Wonen en zorg**")) == ["Wonen en zorg"]


def test_an_underlined_line_is_a_heading_and_its_underline_stays() -> None:
    found = pieces(read("Wonen\n=====\n\nZorg\n---\ntekst\n\nTwee regels\ntekst\n---"))
    assert [(p.text, p.heading) for p in found] == [
        ("Wonen", 1), ("=====", 0), ("Zorg", 2), ("---", 0), ("tekst", 0),
        ("Twee regels", 0), ("tekst", 0), ("---", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["---", "* * *", "***", "_______", "........", "```", "```html", "~~~", "→", "•", "—", "<br>",
     "<p></p>", "&nbsp;", "![](beeld.png)", "<!-- pagina 3 -->", "#", "-", "____ ____"],
)  # fmt: skip
def test_a_line_without_text_for_a_reader_is_kept_as_it_stands(line: str) -> None:
    source = read(f"voor\n\n{line}\n\nna")
    assert told(source) == ["voor", line, "na"]
    assert pieces(source)[1].heading == 0


@pytest.mark.parametrize("line", ["\x00", "\u200b", "\u00ad\ufeff", "\ud800", "\x07\x07"])
def test_a_line_of_characters_that_cannot_be_shown_is_still_accounted_for(line: str) -> None:
    source = read(f"a\n{line}\nb")
    assert told(source) == ["a", "\ufffd", "b"]
    "".join(shown.text for shown in source.lines).encode()


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "· ", "– ", "•", "-\t", "•\t", "o\t", "▪ "])
def test_a_typed_list_item_is_an_item_without_its_sign(sign: str) -> None:
    piece = only(f"{sign}vergroenen van de wijk")
    assert (piece.text, piece.list_kind, piece.level) == (
        "vergroenen van de wijk", ListKind.BULLET, 1,
    )  # fmt: skip


def test_the_level_of_an_item_follows_its_indent_over_gaps() -> None:
    found = pieces(read("- a\n  - b\n    - c\n\n  - d\n- e\n\ntekst\n\n    - f"))
    assert [piece.level for piece in found] == [1, 2, 3, 2, 1, 0, 1]


@pytest.mark.parametrize(
    "line",
    ["1. De gemeente bouwt", "a) de huurder betaalt", "2.1 Partijen overleggen", "12) wonen"],
)
def test_typed_numbers_stay_in_the_text(line: str) -> None:
    piece = only(line)
    assert (piece.text, piece.list_kind) == (line, None)


def test_a_number_or_sign_with_a_tab_after_it_is_no_table() -> None:
    assert told(read("1.\tSloop van de flat\na)\tbouw")) == ["1. Sloop van de flat", "a) bouw"]


@pytest.mark.parametrize(
    ("line", "text", "strong"),
    [
        ("**Wethouder** wonen", "Wethouder wonen", ["Wethouder"]),
        ("__Wethouder__ wonen", "Wethouder wonen", ["Wethouder"]),
        ("<b>Wethouder</b> wonen", "Wethouder wonen", ["Wethouder"]),
        ("<strong>Wet</strong>houder", "Wethouder", ["Wet"]),
        ("**Let op:**morgen", "Let op:morgen", ["Let op:"]),
        ("**a** en **b**", "a en b", ["a", "b"]),
        ("***samen***", "samen", ["samen"]),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", []),
        ("aantal** en huur**", "aantal** en huur**", []),
        ("**) raming, aantal**", "**) raming, aantal**", []),
        (r"\*\*niet\*\*", "**niet**", []),
        ("**half", "**half", []),
        ("<b>half", "half", ["half"]),
        ("half</b> af", "half af", []),
    ],
)
def test_bold_is_what_was_marked_as_bold(line: str, text: str, strong: list[str]) -> None:
    piece = only(line)
    assert (piece.text, bold(piece)) == (text, strong)


@pytest.mark.parametrize(
    ("line", "text", "slanted"),
    [
        ("een *nieuw* plan", "een nieuw plan", ["nieuw"]),
        ("een _nieuw_ plan", "een nieuw plan", ["nieuw"]),
        ("snake_case_naam", "snake_case_naam", []),
        ("5 * 3 * 2 en 5*3*2", "5 * 3 * 2 en 5*3*2", []),
        ("woningen*, huur* en prijs", "woningen*, huur* en prijs", []),
        ("*) zonder zorg*", "*) zonder zorg*", []),
        ("naam: ________ plaats: ____", "naam: ________ plaats: ____", []),
        ("<i>kaderplan</i>", "kaderplan", ["kaderplan"]),
    ],
)
def test_italic_is_not_seen_where_signs_mean_something_else(
    line: str, text: str, slanted: list[str]
) -> None:
    piece = only(line)
    assert (piece.text, [run.text for run in piece.runs if run.italic]) == (text, slanted)


def test_bold_goes_on_over_the_lines_of_a_paragraph() -> None:
    found = pieces(read("Over **alle woningen\nvan de corporatie** samen\n\n**los\n\nook** los"))
    assert [bold(piece) for piece in found] == [["alle woningen"], ["van de corporatie"], [], []]
    assert [piece.text for piece in found[2:]] == ["**los", "ook** los"]


def test_a_mark_that_nobody_closed_ends_with_its_paragraph() -> None:
    found = pieces(read("<b>vet\nook vet\n- niet vet\n\nniet vet"))
    assert [bool(bold(piece)) for piece in found] == [True, True, False, False]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("zie [de visie](https://example.org/visie) van nu", "zie de visie van nu"),
        ("zie [bijlage](bijlage.pdf)", "zie bijlage"),
        ("artikel [44](lid)", "artikel [44](lid)"),
        (r"1\. eerste \[concept\] \<b\>", "1. eerste [concept] <b>"),
        (r"C:\Users\map", r"C:\Users\map"),
        ("~~oud~~ `code`", "~~oud~~ `code`"),
    ],
)
def test_links_are_their_text_and_escapes_what_they_stand_for(line: str, text: str) -> None:
    assert only(line).text == text


@pytest.mark.parametrize(
    "line",
    ["< 10 woningen", "<hoek> Dorpsstraat", "a < b > c", "huur <b en c", "x <p 5 y> z", "<a>", "<>",
     "<script>alert(1)</script>", "<naam invullen>", "<b", "5 <- 3", "</>", "mail <ik@wij.nl>"],
)  # fmt: skip
def test_a_bracket_that_makes_no_known_tag_is_text(line: str) -> None:
    assert only(line).text == line


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("wijk &amp; buurt", "wijk & buurt"),
        ("<b>&euro;</b> 5 &lt; 6 &#8211; &#x20ac;", "€ 5 < 6 – €"),
        ("R&D &co &amp", "R&D &co &amp"),
        ("&onzin; &#99999999;", "&onzin; &#99999999;"),
        ("&lt;b&gt;niet vet&lt;/b&gt;", "<b>niet vet</b>"),
    ],
)
def test_only_clear_entities_are_decoded(line: str, text: str) -> None:
    assert only(line).text == text


@pytest.mark.parametrize(
    ("line", "text", "raised"),
    [
        ("1 <sup>e</sup> aftop", "1e aftop", ["e"]),
        (
            "2<sup>de</sup> ronde, 1 <sup> ste </sup> plaats",
            "2de ronde, 1ste plaats",
            ["de", "ste"],
        ),
        ("woningen <sup>1</sup> en 3 <sup>2</sup>", "woningen 1 en 3 2", ["1", "2"]),
        ("m<sup>2</sup> CO<sub>2</sub>", "m2 CO2", ["2"]),
    ],
)
def test_the_raised_letter_of_an_ordinal_stands_directly_after_its_figure(
    line: str, text: str, raised: list[str]
) -> None:
    piece = only(line)
    found = [run.text.strip() for run in piece.runs if run.superscript]
    assert (piece.text, found) == (text, raised)


def test_paragraphs_and_items_on_one_line_are_pieces_of_that_line() -> None:
    source = read(
        "<p>Wij doen:</p> <ul><li>•  planten</li> <li>bouwen<br>slopen</li></ul><p>Klaar</p>"
    )
    assert told(source) == ["Wij doen:", "planten", "bouwen\nslopen", "Klaar"]
    assert [p.list_kind for p in pieces(source)] == [None, ListKind.BULLET, ListKind.BULLET, None]
    assert len(source.lines) == 1


def test_a_list_of_tags_over_lines_keeps_its_numbers() -> None:
    found = pieces(read('<ol start="3" type="a">\n<li>drie</li>\n<li>\nvier\n</li>\n</ol>'))
    assert [(p.text, p.list_kind, p.number) for p in found if p.list_kind] == [
        ("drie", ListKind.LETTER, 3), ("vier", ListKind.LETTER, 4),
    ]  # fmt: skip
    assert len(found) == 6


def test_a_table_of_tags_over_lines_is_one_table_with_its_lines() -> None:
    source = read(
        "Vooraf\n\n<table>\n<thead>\n<tr><th>Nr</th>\n<th>Afspraak</th></tr>\n</thead>\n\n"
        "<tr><td>1</td><td><p>Wij bouwen</p>\n<p>tien <b>woningen</b></p></td></tr>\n</table>\nDaarna"
    )
    found = table(source)
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["Nr", "Afspraak"], ["1", "Wij bouwen\ntien woningen"],
    ]  # fmt: skip
    assert (found.heads, found.gap) == (1, True)
    assert told(source)[0] == "Vooraf"
    assert told(source)[-1] == "Daarna"
    by_line = {p.text: source.lines[p.line].where for p in source.pieces()}
    assert by_line["Afspraak"] == "regel 6"
    assert by_line["tien woningen"] == "regel 10"
    assert by_line["</thead>"] == "regel 7"


def test_lines_of_tags_only_stand_before_the_table_they_are_in() -> None:
    assert told(read("<table>\n<tr>\n<td>a</td><td>b</td>\n</tr>\n</table>")) == [
        "<table>", "<tr>", "</tr>", [["a", "b"]], "</table>",
    ]  # fmt: skip


def test_a_table_that_never_ends_takes_nothing_after_a_gap_with_it() -> None:
    source = read("<table>\n<tr><td>a</td><td>b</td></tr>\n\n# Kop\n\n- punt")
    assert [(p.text, p.heading) for p in pieces(source)][-2:] == [("Kop", 1), ("punt", 0)]
    assert [[c.text for c in r.cells] for r in table(source).rows] == [["a", "b"]]


def test_whoever_watches_sees_how_far_it_is_and_can_stop_it() -> None:
    seen: list[tuple[str, int, int]] = []
    read_text("regel\n" * 10_000, "x", watch=Watch(lambda *at: seen.append(at)))
    assert seen[-1] == ("Tekst lezen", 10_000, 10_001)
    with pytest.raises(StoppedError):
        read_text("regel\n" * 10_000, "x", watch=Watch(is_stopped=lambda: True))


@pytest.mark.skipif(not FOLDER, reason="PRESTATIE_BRONNEN names no folder")
class TestPublished:
    @pytest.fixture
    def source(self) -> Source:
        path = Path(FOLDER) / "heerlen-jaarschijf-2024.txt"
        return read(path.read_text(encoding="utf-8"))

    def test_every_line_is_there(self, source: Source) -> None:
        text = (Path(FOLDER) / "heerlen-jaarschijf-2024.txt").read_text(encoding="utf-8")
        assert len(source.lines) == len([line for line in text.split("\n") if line.strip()]) == 291

    def test_no_tag_or_mark_is_left_in_the_text(self, source: Source) -> None:
        text = " ".join(piece.text for piece in source.pieces())
        assert not [mark for mark in ("<", "**", "&amp;", "  ") if mark in text]

    def test_rows_of_one_table_have_the_same_columns(self, source: Source) -> None:
        text = (Path(FOLDER) / "heerlen-jaarschijf-2024.txt").read_text(encoding="utf-8")
        runs = re.findall(r"(?:^.*\t.*\n)+", text, re.MULTILINE)
        tables = [block for block in source.blocks if not isinstance(block, Piece)]
        assert len(tables) == len([run for run in runs if run.strip()]) > 20
        assert all(len({len(row.cells) for row in found.rows}) == 1 for found in tables)
