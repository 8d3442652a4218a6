from hypothesis import given

from prestatie_desktop.domain.richtext import RichText, parse, to_html
from prestatie_desktop.domain.richtext_links import with_current_numbers
from tests.strategies.richtext import unruly_rich_texts

NUMBERS = {"a1": "1.12", "a2": "2.3"}


def shown(html: str) -> str:
    return to_html(with_current_numbers(parse(html), NUMBERS.get))


def test_a_number_in_a_link_is_the_number_of_today() -> None:
    html = '<p>Zie <a href="item:a1">1.7</a> en <a href="item:a2"><b>2.1.a</b></a>.</p>'
    assert shown(html) == (
        '<p>Zie <a href="item:a1">1.12</a> en <a href="item:a2"><b>2.3</b></a>.</p>'
    )


def test_words_in_a_link_stay_as_written() -> None:
    html = '<p><a href="item:a1">de afspraak over sloop</a></p>'
    assert shown(html) == html


def test_a_link_without_a_number_to_show_stays_as_it_stands() -> None:
    html = '<p><a href="item:weg">1.7</a> en 1.7 zonder verwijzing</p>'
    assert shown(html) == html


@given(unruly_rich_texts)
def test_nothing_but_links_is_touched(blocks: RichText) -> None:
    changed = with_current_numbers(blocks, lambda _: "9.9")
    for before, after in zip(blocks, changed, strict=True):
        kept = [run for run in after.runs if run.link is None]
        assert kept == [run for run in before.runs if run.link is None]
        assert len(after.runs) == len(before.runs)
