import json

import pytest
from hypothesis import given

from prestatie_desktop.domain.richtext import parse, plain, plain_text
from prestatie_desktop.domain.richtext_links import with_current_numbers
from prestatie_desktop.words.workbook.rich_marks import marks_of, with_marks
from tests.strategies.richtext import html_texts


@given(html_texts)
def test_layout_over_the_same_words_is_the_text_again(html: str) -> None:
    layout = json.loads(json.dumps(marks_of(html, parse(html))))
    assert with_marks(plain(html), layout) == html


@given(html_texts)
def test_a_reference_that_reads_as_another_number_keeps_the_one_it_was_written_with(
    html: str,
) -> None:
    read = with_current_numbers(parse(html), lambda _: "12.34")
    assert with_marks(plain_text(read), marks_of(html, read)) == html


def test_the_layout_holds_none_of_the_words() -> None:
    html = "<p>Wij <b>slopen</b> niets.</p><ul><li>echt</li></ul>"
    said = json.dumps(marks_of(html, parse(html)))
    assert not any(word in said for word in ("Wij", "slopen", "niets", "echt"))


@pytest.mark.parametrize("html", ["", "<p>Plat.</p>", "<p>Een.</p><p></p><p>Twee &amp; drie.</p>"])
def test_plain_paragraphs_need_no_layout(html: str) -> None:
    assert marks_of(html, parse(html)) is None


@pytest.mark.parametrize(
    "layout",
    [
        [["", 0, 0, [[3, ""]]]],
        [["bullet", 1, 0, [[8, ""]]]],
        [["", 0, 0, [[8, "q"]]]],
        [["vierkant", 1, 0, [[8, ""]]]],
        [["", 0, 0, [[8]]]],
        [[]],
        5,
        "xx",
        [["", 0, 0, [[8, "", "x", 4]]]],
        [["", 0, 0, [["8", ""]]]],
    ],
)
def test_another_layout_is_refused(layout: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them will do
        with_marks("Acht wor", layout)
