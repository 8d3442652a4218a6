import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.richtext import (
    MAX_LEVEL,
    MAX_NUMBER,
    Block,
    ListKind,
    RichText,
    RichTextError,
    Run,
    normalise,
    parse,
    plain_text,
    to_html,
)
from tests.strategies.richtext import characters, html_texts, rich_texts, unruly_rich_texts

CANONICAL = [
    "",
    "<p></p><p></p>",
    "<p>10 m<sup>2</sup> en H<sub>2</sub>O</p>",
    "<p>a<br/>b</p>",
    "<p><b>vet </b>b</p>",
    "<p><b>vet <i>en schuin</i></b><i> los</i></p>",
    '<p><a href="item:a-1">zie <b>3</b></a></p>',
    "<p>&gt; geen citaat &lt;b&gt; &amp;amp;</p>",
    "<p>    vier  spaties</p>",
    "<p>€ 10\u00a0000</p>",
    "<p>a</p><ul><li>x</li><li>y</li></ul><p>b</p>",
    "<ol><li>een</li><li>twee<ul><li>sub</li></ul></li><li>drie</li></ol><p>na</p>",
    '<ol type="a" start="3"><li>c</li><li>d</li></ol>',
    '<ol><li>a</li></ol><ol start="5"><li>b</li></ol>',
    '<ol><li>a</li></ol><ol><li>opnieuw</li></ol><ol type="a"><li>a</li></ol>',
    "<ul><li>a<ol><li>b</li></ol><ul><li>c</li></ul></li></ul>",
    "<ul><li></li></ul>",
]

REFUSED = [
    "los",
    "<p>a",
    "<p>a</p>\n<p>b</p>",
    "<p></p>",
    "<p>a<br>b</p>",
    "<P>a</P>",
    "<p><strong>a</strong></p>",
    "<p><b></b>a</p>",
    "<p><b>a</b><b>b</b></p>",
    "<p><i><b>a</b></i></p>",
    "<p><sup><sub>a</sub></sup></p>",
    "<p>a & b</p>",
    "<p>a&nbsp;b</p>",
    "<p>a > b</p>",
    "<p>a\nb</p>",
    "<p>a\tb</p>",
    "<p>a\x00</p>",
    "<p>e\u0301</p>",
    '<p style="color:red">a</p>',
    '<p><a href="https://example.nl">a</a></p>',
    '<p><a href="item:">a</a></p>',
    "<script>x</script>",
    "<ul></ul>",
    "<li>a</li>",
    "<p>a</b></p>",
    "</ul>",
    "<ul><li>a</li></ul><ul><li>b</li></ul>",
    '<ol start="1"><li>a</li></ol>',
    '<ol start="0"><li>a</li></ol>',
    '<ol start="02"><li>a</li></ol>',
    '<ol type="A"><li>a</li></ol>',
    "<ul><ul><li>a</li></ul></ul>",
    "<ul><li>a<ul><li>b</li></ul>staart</li></ul>",
    "<p>a</p></p>",
    "<p>&#" + "9" * 5000 + ";</p>",
    "<ul><li>" * (MAX_LEVEL + 1) + "</li></ul>" * (MAX_LEVEL + 1),
]


@pytest.mark.parametrize("html", CANONICAL)
def test_a_canonical_text_is_read_and_spelled_the_same(html: str) -> None:
    assert to_html(parse(html)) == html


@pytest.mark.parametrize("html", REFUSED)
def test_any_other_spelling_is_refused(html: str) -> None:
    with pytest.raises(RichTextError):
        parse(html)


@given(unruly_rich_texts)
def test_what_is_spelled_is_read_back_in_normal_form(blocks: RichText) -> None:
    assert parse(to_html(blocks)) == normalise(blocks)


@given(unruly_rich_texts)
def test_the_normal_form_of_the_normal_form_is_itself(blocks: RichText) -> None:
    assert normalise(normalise(blocks)) == normalise(blocks)


@given(html_texts)
def test_every_text_has_one_spelling(html: str) -> None:
    assert to_html(parse(html)) == html


@given(st.text(characters) | st.text(alphabet="<>/pbulioa &;\n", max_size=60))
def test_reading_any_string_gives_blocks_or_a_rich_text_error(text: str) -> None:
    try:
        blocks = parse(text)
    except RichTextError:
        return
    assert to_html(blocks) == text


@given(rich_texts)
def test_no_control_character_gets_in(blocks: RichText) -> None:
    assert not any(c < " " for c in plain_text(blocks) if c != "\n")


def test_equal_neighbours_become_one_run_and_empty_runs_go() -> None:
    runs = (
        Run(text="a", bold=True),
        Run(text="", italic=True),
        Run(text="\x00", italic=True),
        Run(text="b", bold=True),
    )
    assert normalise([Block(runs=runs)]) == (Block(runs=(Run(text="ab", bold=True),)),)


def test_an_accent_in_the_next_run_is_composed_with_its_letter() -> None:
    block = Block(runs=(Run(text="e"), Run(text="\u0301")))
    assert normalise([block])[0].text == "é"


def test_superscript_wins_from_subscript() -> None:
    block = Block(runs=(Run(text="2", superscript=True, subscript=True),))
    assert to_html((block,)) == "<p><sup>2</sup></p>"


def test_every_sort_of_line_break_becomes_one_line_break() -> None:
    block = Block(runs=(Run(text="a\r\nb\rc\u2028d\u2029e\vf"),))
    assert to_html((block,)) == "<p>a<br/>b<br/>c<br/>d<br/>e<br/>f</p>"


def test_marks_that_turn_the_reading_direction_never_get_in() -> None:
    assert to_html((Block(runs=(Run(text="480\u202e\u2066 euro"),)),)) == "<p>480 euro</p>"


def test_a_no_break_blank_is_kept() -> None:
    assert normalise([Block(runs=(Run(text="€\u00a05"),))])[0].text == "€\u00a05"


def test_an_unusable_link_is_dropped_and_its_text_kept() -> None:
    assert to_html((Block(runs=(Run(text="a", link='"x'),)),)) == "<p>a</p>"


def test_items_without_a_number_follow_the_item_before() -> None:
    first = Block(list_kind=ListKind.DECIMAL, level=1, number=4)
    deeper = Block(list_kind=ListKind.BULLET, level=2)
    rest = Block(list_kind=ListKind.DECIMAL, level=1)
    numbers = [block.number for block in normalise([first, deeper, rest, rest])]
    assert numbers == [4, None, 5, 6]


def test_another_kind_of_list_starts_at_one() -> None:
    items = [Block(list_kind=kind, level=1) for kind in (ListKind.DECIMAL, ListKind.LETTER)]
    assert [block.number for block in normalise(items)] == [1, 1]


def test_levels_go_down_one_step_at_a_time_and_end_at_the_deepest() -> None:
    items = [Block(list_kind=ListKind.BULLET, level=level) for level in (0, 7, *range(3, 20))]
    levels = [block.level for block in normalise(items)]
    assert levels[:4] == [1, 2, 3, 4]
    assert max(levels) == MAX_LEVEL


def test_numbers_stay_within_what_a_list_can_show() -> None:
    items = [Block(list_kind=ListKind.DECIMAL, level=1, number=n) for n in (-3, 10**12)]
    assert [block.number for block in normalise(items)] == [1, MAX_NUMBER]


def test_a_paragraph_has_no_level_and_no_number() -> None:
    assert normalise([Block(runs=(Run(text="a"),), level=3, number=2)]) == (
        Block(runs=(Run(text="a"),)),
    )


def test_one_empty_paragraph_is_no_text() -> None:
    assert to_html((Block(),)) == ""
