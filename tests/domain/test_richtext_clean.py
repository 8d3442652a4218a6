from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import parse, plain, to_html
from prestatie_desktop.domain.richtext_clean import clean, clean_plain
from tests.strategies.richtext import characters, html_texts


def _word_item(level: int, marker: str, text: str) -> str:
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} "
        "lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
        f"</span><![endif]>{text}<o:p></o:p></p>\n"
    )


WORD_PAGE = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>'
    "<title>Afspraken</title><style><!-- p.MsoNormal {margin:0cm;} --></style>"
    "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head>"
    "<body lang=NL><!--StartFragment--><h2>Beschikbaarheid</h2>"
    "<p class=MsoNormal>Woonbedrijf\nbouwt <b style='mso-bidi-font-weight:normal'>ruim\n480</b> "
    "woningen.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "{items}<!--EndFragment--></body></html>"
)

CASES = [
    ("", ""),
    ("tekst zonder tags & zo < 5", "<p>tekst zonder tags &amp; zo &lt; 5</p>"),
    ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    ("<p>a<br>b<br></p>", "<p>a<br/>b</p>"),
    ("a<br><br>b", "<p>a</p><p>b</p>"),
    ("a <br> b", "<p>a<br/>b</p>"),
    ("<p>a</p><hr><p>b</p>", "<p>a</p><p>b</p>"),
    ("a<hr>b", "<p>a</p><p>b</p>"),
    ("<h1>Kop</h1>tekst", "<p><b>Kop</b></p><p>tekst</p>"),
    ("<strong>a</strong><em>b</em>", "<p><b>a</b><i>b</i></p>"),
    ("<b>a <i>b", "<p><b>a <i>b</i></b></p>"),
    ("<b>a</i></b>c", "<p><b>a</b>c</p>"),
    (
        '<span style="font-weight: 700; font-style:italic">a<span style="font-weight:normal">b',
        "<p><b><i>a</i></b><i>b</i></p>",
    ),
    (
        (
            '<u>a<span style="text-decoration:none">b</span></u>'
            '<span style="text-decoration-line:underline">c'
        ),
        "<p><u>a</u>b<u>c</u></p>",
    ),
    (
        (
            'm<span style="vertical-align:super">2</span><span style="vertical-align:sub">3'
            '<span style="vertical-align:baseline">4'
        ),
        "<p>m<sup>2</sup><sub>3</sub>4</p>",
    ),
    ("H<sub>2</sub>O <sup>a<sub>b", "<p>H<sub>2</sub>O <sup>a</sup><sub>b</sub></p>"),
    ('<a href="https://x.nl"><u>site</u></a> <u>b', "<p>site <u>b</u></p>"),
    ('<a href="item:a1">afspraak</a>', '<p><a href="item:a1">afspraak</a></p>'),
    ('<a href="item:<x>">afspraak</a><a>b</a>', "<p>afspraakb</p>"),
    ("€&nbsp;10&euro; a&nbsp; b &nbsp;c&nbsp;", "<p>€\u00a010€ a b c</p>"),
    ("<b>a </b> <i> b</i>", "<p><b>a </b><i>b</i></p>"),
    ("nieuw<ins>e</ins> <del>oude </del>tekst", "<p>nieuwe tekst</p>"),
    ("a<span class='x msoDel'>b</span><span style='display:none'>c</span>", "<p>a</p>"),
    ("a<div style='mso-element:comment-list'>b</div><p style='mso-hide:all'>c", "<p>a</p>"),
    ("<s>doorgehaald</s> <font color=red>rood</font>", "<p>doorgehaald rood</p>"),
    ("a<img src='data:x' alt='>'>b<script>x<p></script>c<style>p{}", "<p>abc</p>"),
    ("<title/>a<?php x ?>b<!DOCTYPE c>d<!-- <p> --x-->e<!-- open", "<p>abde</p>"),
    (
        "<ul><li>a<li>b<ul><li>c</ul></ul>d",
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>",
    ),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ("<ul><li><p>a</p><p>b</p></li><li> </li></ul>", "<ul><li>a<br/>b</li></ul>"),
    ("<ol><li>a</ol><ol><li>b</ol>", "<ol><li>a</li></ol><ol><li>b</li></ol>"),
    (
        "<ol start=3><li>a<li value='7'>b",
        '<ol start="3"><li>a</li></ol><ol start="7"><li>b</li></ol>',
    ),
    ("<ol start=x type=A><li>a", '<ol type="a"><li>a</li></ol>'),
    ("<ol style='list-style-type:lower-alpha'><li>a", '<ol type="a"><li>a</li></ol>'),
    ("<ol style='list-style:lower-latin'><li>a", '<ol type="a"><li>a</li></ol>'),
    ("<li>los", "<p>los</p>"),
    ("<div>• een</div><p>· twee</p><p>•</p>", "<ul><li>een</li><li>twee</li></ul><p>•</p>"),
    ("<pre>a\n  b</pre>", "<p>a<br/>b</p>"),
    (
        (
            "<table><tr><td>Wijk</td><td><b>Aantal</b></td><td> </td></tr>"
            "<tr><td><p>Stiphout</p><p>Oost</p><td>14</table>na"
        ),
        "<p>Wijk | <b>Aantal</b></p><p>Stiphout Oost | 14</p><p>na</p>",
    ),
    ("<table><tr><td></td><td>a</td></tr><tr></tr></table>", "<p>| a</p>"),
    (
        "<table><tr><td><p>a</p><ul><li>b</li></ul><table><tr><td>c<td>d</table></td></tr></table>",
        "<p>a</p><ul><li>b</li></ul><p>c | d</p>",
    ),
    ("<td>a</td><td>b", "<p>a</p><p>b</p>"),
    ("<ul><li>a<table><tr><td>b</li>c</td></tr></table>", "<ul><li>a</li></ul><p>bc</p>"),
    ("a<b title='x>c", "<p>a<b>c</b></p>"),
    ("<p a='1' a=2 b = c d= e>x", "<p>x</p>"),
    ("a < b <3 </ c> d&#99999999999;", "<p>a &lt; b &lt;3 &lt;/ c&gt; d</p>"),
]


@pytest.mark.parametrize(("pasted", "expected"), CASES)
def test_pasted_html_becomes_rich_text(pasted: str, expected: str) -> None:
    assert clean(pasted) == expected


def test_a_page_from_word_keeps_text_and_emphasis() -> None:
    assert clean(WORD_PAGE.replace("{items}", "")) == (
        "<p><b>Beschikbaarheid</b></p><p>Woonbedrijf bouwt <b>ruim 480</b> woningen.</p>"
    )


def test_lists_from_word_become_lists() -> None:
    items = [(1, "·", "een"), (2, "o", "dieper"), (1, "·", "twee")]
    pasted = WORD_PAGE.replace("{items}", "".join(_word_item(*item) for item in items))
    assert clean(pasted).endswith("<ul><li>een<ul><li>dieper</li></ul></li><li>twee</li></ul>")


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (["1.", "2)", "4."], "1. x\n2. x\n4. x"),
        (["a.", "b.", "c)"], "a. x\nb. x\nc. x"),
        (["i.", "ii.", "iii.", "iv.", "v."], "1. x\n2. x\n3. x\n4. x\n5. x"),
        (["h.", "i.", "j."], "h. x\ni. x\nj. x"),
        (["c.", "vi."], "c. x\n6. x"),
        (["2.1", "2.2."], "1. x\n2. x"),
        (["-", "§", ""], "• x\n• x\n• x"),
    ],
)
def test_numbers_and_letters_from_word_are_read(markers: list[str], expected: str) -> None:
    pasted = "".join(_word_item(1, marker, "x") for marker in markers)
    assert plain(clean(pasted)) == expected


def test_a_numbered_heading_from_word_is_a_bold_item() -> None:
    pasted = "<h1><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Wonen</h1>"
    assert clean(pasted) == '<ol start="2"><li><b>Wonen</b></li></ol>'


def test_a_quote_that_never_closes_loses_no_text() -> None:
    assert clean('<p title="x>een</p><p>twee</p>') == "<p>een</p><p>twee</p>"
    assert clean("een <b title='x tekst") == "<p>een</p>"


@given(html_texts)
def test_canonical_html_is_left_as_it_is(html: str) -> None:
    assert clean(html) == html


SOUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<i",
            "</i>",
            "<ul>",
            "<ol>",
            "<li>",
            "</ul>",
            "</ol>",
            "</li>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "</table>",
            "<br>",
            "<a",
            "</a>",
            "href='item:x'",
            "<div",
            "</div>",
            "<!--",
            "-->",
            "<![if",
            "<script>",
            "</script>",
            "<pre>",
            "&nbsp;",
            "&#0;",
            "&amp",
            "&lt;",
            "•",
            "1.",
            ">",
            '"',
            "'",
            "=",
            "/",
            "style='mso-list:l0&#32;level2'",
            "<del>",
            "</del>",
        ]
    )
    | st.sampled_from([" ", "\n", "tekst", "<p style='mso-list:l0 level3'>"])
    | st.text(characters, max_size=5),
    max_size=30,
).map("".join)


@given(st.text(characters) | SOUP)
def test_any_text_at_all_becomes_canonical_and_stays_so(pasted: str) -> None:
    html = clean(pasted)
    assert to_html(parse(html)) == html
    assert clean(html) == html


@given(st.text(characters) | SOUP)
def test_any_plain_text_becomes_canonical(pasted: str) -> None:
    html = clean_plain(pasted)
    assert to_html(parse(html)) == html


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("", ""),
        ("een\n\n twee  drie ", "<p>een</p><p>twee drie</p>"),
        (
            "- een\n– twee\n* drie\n•\tvier",
            "<ul>"
            + "".join(f"<li>{word}</li>" for word in ("een", "twee", "drie", "vier"))
            + "</ul>",
        ),
        ("1. een\n2) twee\nna", "<ol><li>een</li><li>twee</li></ol><p>na</p>"),
        (
            "a. een\n  - diep\n  - dieper\nb. twee",
            '<ol type="a"><li>een<ul><li>diep</li><li>dieper</li></ul></li><li>twee</li></ol>',
        ),
        (
            "1.5 miljoen\n2027. woningen\nA. Jansen\n-5",
            "<p>1.5 miljoen</p><p>2027. woningen</p><p>A. Jansen</p><p>-5</p>",
        ),
    ],
)
def test_lists_in_plain_text_are_recognised(pasted: str, expected: str) -> None:
    assert clean_plain(pasted) == expected


HEAVY = [
    "<b>", "</b>", "<p>", "<", "<!--", "<![", "<a x='", '<a x="', "<a '", "<script>", "&#9", " ",
    "<table><tr><td>", "<ul><li>", "<li>", "woord <i>x</i> ", "\n", "\u00a0 ", "<td>", "<p><div>",
    "<pre> \n", "<a href=item:x>", "</", "1. ", "<span style='a:b;'>",
]  # fmt: skip


@pytest.mark.parametrize("piece", HEAVY)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = process_time()
        clean(text)
        return process_time() - began

    small = max(min(seconds(20_000) for _ in range(2)), 0.004)
    assert seconds(160_000) < 8 * 4 * small


def test_a_megabyte_from_word_takes_no_longer_per_character_than_a_tenth_of_it() -> None:
    item = _word_item(1, "1.", "Woonbedrijf bouwt <b>ruim 480</b> woningen.")

    def seconds(size: int) -> float:
        began = process_time()
        clean(item * (size // len(item)))
        return process_time() - began

    assert seconds(1_000_000) < 10 * 3 * seconds(100_000)
