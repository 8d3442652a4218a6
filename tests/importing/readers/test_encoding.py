from os import urandom
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_desktop.importing.readers.encoding import NotTextError, decode
from tests.importing.patience import PATIENCE

DUTCH = (
    "De coöperatie bouwt één complex van € 12 miljoen – vóór 2027 – en zo’n 5 ‘patio’s’ in België. "
    "Financiële ruimte, geïnitieerd, ruïne, crème, Curaçao."
)
#: Without the euro, dashes and curly quotes, which older encodings do not have.
PLAIN = "De coöperatie heeft één geïnitieerd plan; financiële ruimte en variërende prijzen. "


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("times", [1, 40])
def test_dutch_reads_the_same_in_every_encoding_that_offices_use(encoding: str, times: int) -> None:
    assert decode((DUTCH * times).encode(encoding)) == DUTCH * times


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "latin-1", "iso8859-15"])
def test_older_encodings_are_seen_by_the_letters_within_words(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding)) == PLAIN


def test_the_euro_of_latin_9_is_no_currency_sign() -> None:
    assert decode("€ 10 voor financiën".encode("iso8859-15")) == "€ 10 voor financiën"


@pytest.mark.parametrize("text", ["één", "€", "–", "’", "ë ï é € – ’", "zo’n 10 – 12 %"])
def test_a_few_characters_are_enough(text: str) -> None:
    assert decode(text.encode("cp1252")) == text
    assert decode(text.encode()) == text


def test_dashes_and_ellipses_between_letters_are_not_taken_for_letters_of_a_macintosh() -> None:
    text = "huur—koop, ja…nee, A–B en “zo”n"
    assert decode(text.encode("cp1252")) == text


def test_a_stray_byte_of_windows_does_not_spoil_a_text_in_utf_8() -> None:
    data = ("één plan voor patiënten " * 3).encode() + "categorieën".encode("cp1252")
    assert decode(data) == "één plan voor patiënten " * 3 + "categorieën"


def test_codes_that_windows_never_used_are_shown_as_unreadable() -> None:
    assert decode(b"woning \x81\x8d caf\xe9") == "woning \ufffd\ufffd café"


def test_a_cut_wide_text_loses_only_its_last_character() -> None:
    assert decode("woningen".encode("utf-16-le") + b"x") == "woningen\ufffd"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 1000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        b"\x7fELF" + b"\x01\0\0\0\x02\0\0\0" * 100,
        b"MZ" + bytes(range(32)) * 10,
        b"tekst\n" * 5000 + bytes(range(256)) * 2000,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_a_nought_or_two_in_a_text_is_no_reason_to_refuse_it() -> None:
    text = "Een regel tekst van een oude computer\n" * 20 + "\0"
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_ten_megabytes_take_less_than_a_second(encoding: str) -> None:
    data = DUTCH.encode(encoding) * (10_000_000 // len(DUTCH.encode(encoding)))
    begin = process_time()
    decode(data)
    assert process_time() - begin < PATIENCE


@pytest.mark.parametrize("unit", [b"\xe9", b"\xc3\xa9\xe9A", b"a\xe9a", b"\xc3", b"\xed\xa0\x80"])
def test_hostile_bytes_take_no_longer_than_they_should(unit: bytes) -> None:
    begin = process_time()
    decode(unit * (5_000_000 // len(unit)))
    assert process_time() - begin < PATIENCE


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(NotTextError):
        decode(urandom(100_000))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_without_halves_of_characters_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotTextError:
        return
    assert text == decode(data)
    text.encode()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60))
def test_any_text_in_utf_8_with_a_mark_is_that_text(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
