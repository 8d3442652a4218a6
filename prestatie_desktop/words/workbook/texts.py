"""What can stand in a cell of a workbook: text that every spreadsheet keeps as it is."""

import re
from zlib import crc32

# XML has no way to write these; a spreadsheet with them does not open.
_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n?")
_CONTINUED = re.compile(r" \(vervolg(?: ([2-9]|[1-9][0-9]{1,3}))?\)\Z")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")


def visible(text: str) -> str:
    r"""The text without what no cell can hold; every line break is "\n"."""
    return _BARRED.sub("", _LINE_BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """The text as it is written: spreadsheets take `_x0041_` for a character by its number."""
    return _ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text as it was before `escaped`."""
    return _ESCAPED.sub("_", text)


def folded(text: str) -> str:
    """How a title or name is compared: case and white space make no difference."""
    return " ".join(text.split()).casefold()


def continued(title: str, number: int) -> str:
    """What stands above the `number`th column in which a column goes on (0 is itself)."""
    return title if not number else f"{title} (vervolg{f' {number}' if number > 1 else ''})"


def is_continued(title: str) -> bool:
    """Whether a title is that of a column in which another one goes on."""
    return continues(title)[1] > 0


def continues(title: str) -> tuple[str, int]:
    """The title of the column that goes on here, and the how manieth part this is (0 is itself)."""
    found = _CONTINUED.search(title)
    return (title[: found.start()], int(found[1] or 1)) if found else (title, 0)


def digest(text: str) -> str:
    """Eight characters by which to see that a cell is not what it was."""
    return f"{crc32(text.encode()):08x}"


def pieces(text: str, most: int) -> list[str]:
    """The text in pieces of at most `most` UTF-16 units, as spreadsheets count; one when empty."""
    if len(text) * 2 <= most:
        return [text]
    found: list[str] = []
    start = units = 0
    for at, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if units + width > most:
            found.append(text[start:at])
            start, units = at, 0
        units += width
    return [*found, text[start:]]
