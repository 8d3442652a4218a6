from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.redline import (
    Change,
    Counts,
    RedlineBlock,
    new_text,
    old_text,
    redline,
    summary,
)
from prestatie_desktop.domain.redline_words import MAX_COMPARISONS
from prestatie_desktop.domain.richtext import (
    Block,
    RichText,
    Run,
    from_plain,
    normalise,
    parse,
    plain_text,
)
from tests.strategies.richtext import rich_texts

LONG = int(MAX_COMPARISONS**0.5) + 1
SIGNS = {
    Change.SAME: "{}",
    Change.INSERTED: "[+{}]",
    Change.DELETED: "[-{}]",
    Change.FORMATTED: "[~{}]",
}


def _text(text: str) -> RichText:
    return parse(from_plain(text))


def _marked(blocks: tuple[RedlineBlock, ...]) -> str:
    return "\n".join(
        SIGNS[block.change].format("")
        + "".join(SIGNS[segment.change].format(segment.text) for segment in block.segments)
        for block in blocks
    )


WORDS = st.lists(
    st.sampled_from(["de", "woningen", "480", "450", ",", ".", "ruim", "van", "\n", "Woonbedrijf"]),
    max_size=25,
).map(" ".join)


@given(rich_texts, rich_texts)
def test_both_texts_can_be_read_back_from_the_redline(old: RichText, new: RichText) -> None:
    blocks = redline(old, new)
    assert old_text(blocks) == old
    assert new_text(blocks) == new


@given(WORDS, WORDS)
def test_without_insertions_the_old_words_remain_and_without_deletions_the_new(
    old: str, new: str
) -> None:
    blocks = redline(_text(old), _text(new))
    assert plain_text(old_text(blocks)) == plain_text(_text(old))
    assert plain_text(new_text(blocks)) == plain_text(_text(new))


@given(rich_texts)
def test_a_text_beside_itself_has_no_changes(text: RichText) -> None:
    assert not any(block.is_changed for block in redline(text, text))
    assert summary(text, text).is_empty


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "Woonbedrijf bouwt ruim 480 woningen.",
            "Woonbedrijf bouwt 450 woningen.",
            "Woonbedrijf bouwt [-ruim 480][+450] woningen.",
        ),
        (
            "Het budget is € 1.250,50 per jaar.",
            "Het budget is € 1.350,50 per jaar.",
            "Het budget is € [-1.250,50][+1.350,50] per jaar.",
        ),
        (
            "Wij bouwen 30 woningen.",
            "Wij bouwen 30 woningen in Stiphout.",
            "Wij bouwen 30 woningen[+ in Stiphout].",
        ),
        (
            "Wij bouwen jaarlijks 30 woningen.",
            "Wij bouwen 30 woningen.",
            "Wij bouwen [-jaarlijks ]30 woningen.",
        ),
        (
            "De gemeente levert 480 - 500 kavels per jaar.",
            "De gemeente levert 450 - 520 kavels per jaar.",
            "De gemeente levert [-480 - 500][+450 - 520] kavels per jaar.",
        ),
        ("", "Nieuw.", "[+][+Nieuw.]"),
        ("Oud.", "", "[-][-Oud.]"),
        (
            "De corporatie spant zich in voor betaalbare huren in de wijk.",
            "Partijen onderzoeken samen of de energietoeslag verhoogd kan worden, in 2027.",
            (
                "[-De corporatie spant zich in voor betaalbare huren in de wijk.]"
                "[+Partijen onderzoeken samen of de energietoeslag verhoogd kan worden, in 2027.]"
            ),
        ),
        (
            "Wij bouwen 30 woningen.\nWij slopen niets.",
            "Eerst overleggen wij.\nWij bouwen 40 woningen.\nWij slopen niets.",
            "[+][+Eerst overleggen wij.]\nWij bouwen [-30][+40] woningen.\nWij slopen niets.",
        ),
        (
            "Een twee drie vier.\nVijf zes zeven acht.",
            "Vijf zes zeven negen.",
            "[-][-Een twee drie vier.]\nVijf zes zeven [-acht][+negen].",
        ),
        (
            "Aap noot mies.\nWim zus jet.",
            "Teun vuur gijs.\nLam kees bok.\nWeide does hok.",
            (
                "[-][-Aap noot mies.]\n[-][-Wim zus jet.]\n[+][+Teun vuur gijs.]\n"
                "[+][+Lam kees bok.]\n[+][+Weide does hok.]"
            ),
        ),
        ("a\n\nb", "c\n\nb", "[-a][+c]\n\nb"),
    ],
)
def test_a_redline_reads_as_a_person_would_mark_it(old: str, new: str, marked: str) -> None:
    assert _marked(redline(_text(old), _text(new))) == marked


def test_insertions_with_a_short_word_between_them_stay_apart() -> None:
    blocks = redline(
        _text("Wij gaan in overleg over huur"), _text("Wij gaan snel in goed overleg over huur")
    )
    assert _marked(blocks) == "Wij gaan [+snel ]in [+goed ]overleg over huur"


def test_text_that_only_looks_different_is_shown_as_formatted_with_its_old_marks() -> None:
    (block,) = redline(parse("<p>ruim 480 woningen</p>"), parse("<p>ruim <b>480</b> woningen</p>"))
    assert _marked((block,)) == "ruim [~480] woningen"
    assert block.segments[1].before == Run(text="480")
    assert block.segments[1].run == Run(text="480", bold=True)


def test_a_paragraph_that_became_a_list_item_is_formatted() -> None:
    (block,) = redline(parse("<p>a</p>"), parse("<ul><li>a</li></ul>"))
    assert block.change is Change.FORMATTED
    assert block.is_changed
    assert block.shown.level == 1


def test_an_item_that_only_got_another_number_is_unchanged() -> None:
    old = parse("<ol><li>een</li><li>twee</li></ol>")
    blocks = redline(old, parse("<ol><li>nul</li><li>een</li><li>twee</li></ol>"))
    assert [block.change for block in blocks] == [Change.INSERTED, Change.SAME, Change.SAME]
    assert [block.shown.number for block in blocks] == [1, 2, 3]
    assert old_text(blocks) == old


def test_a_deleted_paragraph_shows_where_it_was() -> None:
    (block,) = redline(parse("<ul><li>a</li></ul>"), ())
    assert block.shown.level == 1


def test_the_summary_counts_words_paragraphs_and_looks() -> None:
    old = parse("<p>Wij bouwen ruim 480 woningen.</p><p>Oud punt.</p><p>zus</p><p>zo</p>")
    new = parse("<p>Wij <b>bouwen</b> 450 woningen.</p><p>zus</p><ul><li>zo</li></ul>")
    assert summary(old, new) == Counts(
        inserted_words=1, deleted_words=4, deleted_blocks=1, formatted=2
    )
    assert summary((), new).inserted_blocks == 3


def test_a_very_long_stretch_is_replaced_as_a_whole() -> None:
    old = "begin " + " ".join(f"a{n}" for n in range(LONG)) + " midden eind"
    new = "begin " + " ".join(f"b{n}" for n in range(LONG)) + " midden eind"
    changes = [
        segment.change for block in redline(_text(old), _text(new)) for segment in block.segments
    ]
    assert changes == [Change.SAME, Change.DELETED, Change.INSERTED, Change.SAME]


def test_words_that_come_back_endlessly_are_replaced_as_a_whole() -> None:
    blocks = redline(_text("x " + "de het " * 500 + "y"), _text("z " + "het de " * 500 + "w"))
    assert [segment.change for segment in blocks[0].segments] == [Change.DELETED, Change.INSERTED]


def test_very_many_changed_paragraphs_are_replaced_as_a_whole() -> None:
    old = tuple(Block(runs=(Run(text=f"punt {n} blijft oud"),)) for n in range(100))
    new = tuple(Block(runs=(Run(text=f"punt {n} wordt nieuw"),)) for n in range(101))
    changes = [block.change for block in redline(old, new)]
    assert changes == [Change.DELETED] * 100 + [Change.INSERTED] * 101


def test_very_many_changed_paragraphs_are_paired_by_place_when_none_came_or_went() -> None:
    old = tuple(Block(runs=(Run(text=f"punt {n} blijft oud"),)) for n in range(100))
    new = tuple(Block(runs=(Run(text=f"punt {n} blijft jong"),)) for n in range(100))
    changes = [segment.change for block in redline(old, new) for segment in block.segments]
    assert changes == [Change.SAME, Change.DELETED, Change.INSERTED] * 100


def test_endlessly_equal_paragraphs_are_still_compared() -> None:
    old = normalise([Block(runs=(Run(text=text),)) for text in ("a", "b") * 300])
    new = normalise([Block(runs=(Run(text=text),)) for text in ("b", "a") * 300])
    blocks = redline(old, new)
    assert old_text(blocks) == old
    assert new_text(blocks) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("de het een ", "het een de "),
        ("woord {n} en ", "woord {n} of "),
        ("{n} ", "x{n} "),
        ("a{n}\n", "a{n} b\n"),
        ("a b c {n}\n", "c b a {n}\n"),
        ("\n", "\n\n"),
        ("a, ", "b, "),
    ],
)
def test_the_work_for_the_longest_text_allowed_is_bounded(old: str, new: str) -> None:
    def seconds(times: int) -> float:
        texts = ["".join(piece.format(n=n) for n in range(times)) for piece in (old, new)]
        one, other = _text(texts[0]), _text(texts[1])
        began = process_time()
        redline(one, other)
        return process_time() - began

    small = max(seconds(1_000), 0.05)
    assert seconds(8_000) < 8 * 5 * small
