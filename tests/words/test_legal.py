from datetime import date

from prestatie_desktop.domain.bod_readiness import Point, Reason, Standing
from prestatie_desktop.words.bods import point_words
from prestatie_desktop.words.legal import legal_bod


def test_the_law_of_a_day_is_the_last_version_before_it() -> None:
    law = legal_bod(date(2023, 7, 1))
    assert law.valid_from == date(2015, 7, 1)
    assert legal_bod(date(1990, 1, 1)) == law


def test_every_text_a_heading_names_is_a_text_one_can_write() -> None:
    law = legal_bod(date(2023, 7, 1))
    written = {text.key for text in law.texts}
    assert {key for heading in law.headings for key in heading.texts} <= written


def test_every_reason_has_words() -> None:
    for reason in Reason:
        words = [point_words(Point("x", Standing.PASSED, reason, count)) for count in (1, 3)]
        assert all(words)
        assert "{" not in "".join(words)
