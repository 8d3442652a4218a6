from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.domain.splice import Splice, SpliceError, apply, digest, inverse, make
from tests.strategies.richtext import characters

texts = st.text(alphabet="ab€<", max_size=30) | st.text(characters)


@given(texts, texts)
def test_applying_a_splice_gives_the_new_text(old: str, new: str) -> None:
    assert apply(old, make(old, new)) == new


@given(texts, texts)
def test_the_inverse_gives_the_old_text_back(old: str, new: str) -> None:
    splice = make(old, new)
    assert apply(new, inverse(splice, old)) == old


@given(texts, texts)
def test_the_inverse_of_the_inverse_is_the_splice_itself(old: str, new: str) -> None:
    splice = make(old, new)
    assert inverse(inverse(splice, old), new) == splice


@given(texts, texts)
def test_a_splice_holds_only_what_differs(old: str, new: str) -> None:
    splice = make(old, new)
    assert splice.removed[:1] != splice.inserted[:1] or not (splice.removed or splice.inserted)
    assert splice.removed[-1:] != splice.inserted[-1:] or not (splice.removed or splice.inserted)


def test_a_typed_word_is_kept_as_that_word() -> None:
    old = "<p>Wij bouwen woningen.</p>"
    new = "<p>Wij bouwen 480 woningen.</p>"
    assert make(old, new) == Splice(14, "", "480 ", digest(old))


def test_a_splice_for_another_text_is_refused() -> None:
    splice = make("abc", "abd")
    with pytest.raises(SpliceError):
        apply("xbc", splice)
    with pytest.raises(SpliceError):
        inverse(splice, "xbc")


@pytest.mark.parametrize("at", [-1, 0, 3, 99])
def test_a_forged_place_is_refused(at: int) -> None:
    with pytest.raises(SpliceError):
        apply("abc", replace(make("abc", "abd"), at=at))


def test_a_text_with_half_a_character_still_has_a_name() -> None:
    assert len(digest("\ud800")) == 16
