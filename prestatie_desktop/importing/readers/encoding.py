"""Bytes as text: UTF-8, UTF-16, Windows-1252, and what older programs wrote.

charset-normalizer is not asked: it takes Dutch in Windows-1252 for Central European.
"""

import codecs
import re
from itertools import islice

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64_000
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_MOST_CONTROLS = 0.02
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ANY_HIGH = re.compile(rb"[\x80-\xff]")
_WITHIN_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])")
_MOST_WORDS = 5_000
#: Letters with a mark within Dutch words; those that are a dash or an ellipsis in Windows left out.
_DUTCH = frozenset("ëïéèöüäêç")


#: What a byte that is no UTF-8 is in Windows-1252.
_STRAYS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


class NotTextError(ValueError):
    """The bytes are no text: a picture, a program, a broken file."""


def decode(data: bytes) -> str:
    """The text that these bytes are; the same bytes give the same text.

    Raises NotTextError for anything that is no text.
    """
    text = _decoded(data)
    sample = _sample_of(text)
    if len(_CONTROLS.findall(sample)) > len(sample) * _MOST_CONTROLS:
        raise NotTextError
    return text


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mixed(data) if _is_mostly_utf8(data) else data.decode(_narrow(data), "replace")


def _sample_of(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of western text is nought."""
    sample = data[: 2 * _SAMPLE]
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > half / 2 and first <= half / 50:
        return "utf-16-le"
    if first > half / 2 and second <= half / 50:
        return "utf-16-be"
    return ""


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether a few bytes of another encoding slipped into UTF-8."""
    sample = data[: 2 * _SAMPLE]
    sequences = len(_SEQUENCE.findall(sample))
    return sequences > len(_ANY_HIGH.findall(_SEQUENCE.sub(b"", sample)))


def _mixed(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape").translate(_STRAYS)


def _narrow(data: bytes) -> str:
    """One byte per letter: Windows, unless the letters within words say Macintosh or DOS."""
    found = b"".join(match[0] for match in islice(_WITHIN_WORD.finditer(data), _MOST_WORDS))
    return max(_western(data), "mac_roman", "cp850", key=lambda name: _dutch(found, name))


def _western(data: bytes) -> str:
    """Latin-9 has its euro where Windows has a sign that nobody uses, and nothing at 0x80-0x9f."""
    is_latin9 = b"\xa4" in data and not re.search(rb"[\x80-\x9f]", data)
    return "iso8859_15" if is_latin9 else "cp1252"


def _dutch(letters: bytes, encoding: str) -> int:
    """How Dutch these are: letters with a mark that Dutch uses, less those that it does not."""
    read = letters.decode(encoding, "replace")
    return sum(1 if letter in _DUTCH else -letter.isalpha() for letter in read)
