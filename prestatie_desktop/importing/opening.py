"""Opening a document that somebody else made, whatever it is, without trusting it."""

import logging
import stat
from collections.abc import Callable
from pathlib import Path

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import archives, limits, refusals
from prestatie_desktop.importing.archives import Entry
from prestatie_desktop.importing.gathering import TooManyLinesError
from prestatie_desktop.importing.sniffing import Kind, kind_of
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import UNWATCHED, StoppedError, Watch
from prestatie_desktop.words.translation import tr

_ENDINGS = {
    tr("Word"): (".docx", ".docm", ".dotx", ".dotm"),
    tr("Excel en CSV"): (".xlsx", ".xlsm", ".xltx", ".xltm", ".csv", ".tsv"),
    tr("OpenDocument"): (".odt", ".ott", ".ods", ".ots", ".odp", ".otp", ".fodt", ".fods", ".fodp"),
    tr("PowerPoint"): (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm"),
    tr("PDF"): (".pdf",),
    tr("Tekst en webpagina's"): (".txt", ".md", ".markdown", ".html", ".htm"),
}

#: The endings of what can be imported. Any other is tried, too: contents go before names.
SUFFIXES = tuple(ending for endings in _ENDINGS.values() for ending in endings)


def _pattern(endings: tuple[str, ...]) -> str:
    return " ".join(f"*{ending}" for ending in endings)


#: For a dialog that asks for a file, as Qt wants it.
FILE_FILTER = ";;".join(
    [
        tr("Documenten") + f" ({_pattern(SUFFIXES)})",
        *(f"{label} ({_pattern(endings)})" for label, endings in _ENDINGS.items()),
        tr("Alle bestanden") + " (*)",
    ]
)


def open_source(path: Path, watch: Watch = UNWATCHED) -> Source:
    """Read a document.

    Raises UserError, in one or two Dutch sentences, for whatever cannot be read, and StoppedError
    when the one who watches asks to stop. Nothing is written anywhere.
    """
    name = path.name or str(path)
    try:
        return _opened(path, name, watch)
    except (UserError, StoppedError, ImportError):
        raise
    except TooManyLinesError as error:
        raise refusals.too_many_lines(name, limits.MAX_LINES) from error
    except MemoryError as error:
        raise refusals.too_intricate(name) from error
    except OSError as error:
        raise refusals.of_system(name, error) from error
    except Exception as error:
        # Libraries that read formats stumble over damage in a hundred ways. Whose fault it was is
        # in the log; the one who dropped a broken file is not shown a crash.
        logging.getLogger("prestatie_desktop").warning("not read", exc_info=error)
        raise refusals.broken(name) from error


def clipboard_source(html: str | None, text: str) -> Source:
    """What was copied in another program. Raises UserError when there is no text in it."""
    from prestatie_desktop.importing.readers import clipboard

    source = clipboard.clipboard_source(html, text)
    if not source.lines:
        raise UserError(
            tr(
                "Op het klembord staat geen tekst; er is niets geïmporteerd. Kopieer eerst iets in "
                "een ander programma."
            )
        )
    return source


def _opened(path: Path, name: str, watch: Watch) -> Source:
    watch.at(tr("{name} openen").format(name=name))
    _check(path, name)
    kind, entries = kind_of(path, name)
    if kind in _REFUSED:
        raise _REFUSED[kind](name)
    _check_size(path, kind, entries, name, watch)
    source = _READERS[kind](path, name, watch)
    if not source.lines:
        raise refusals.no_text(name)
    return source


def _check(path: Path, name: str) -> None:
    try:
        found = path.stat()
    except ValueError as error:
        raise refusals.missing(name) from error
    if stat.S_ISDIR(found.st_mode):
        raise refusals.folder(name)
    if not stat.S_ISREG(found.st_mode):
        raise refusals.no_file(name)
    if found.st_size == 0:
        raise refusals.empty(name)
    if found.st_size > limits.MAX_FILE:
        raise refusals.too_large(name, limits.MAX_FILE)


def _check_size(
    path: Path, kind: Kind, entries: tuple[Entry, ...], name: str, watch: Watch
) -> None:
    if entries:
        in_passing = kind in {Kind.XLSX, Kind.OPEN_SHEETS}
        most = limits.MAX_XML_IN_PASSING if in_passing else limits.MAX_XML_AS_TREE
        archives.verify(path, entries, name, most, watch)
    elif kind is not Kind.PDF and path.stat().st_size > limits.MAX_TEXT:
        raise refusals.too_large(name, limits.MAX_TEXT)


# Readers, each with the libraries it needs, imported when the first such file is opened


def _text(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.text import read_text

    return read_text(_decoded(path, name), name, watch=watch)


def _csv(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.csv_sheet import read_csv

    return read_csv(_decoded(path, name), name, watch=watch)


def _decoded(path: Path, name: str) -> str:
    from prestatie_desktop.importing.readers.encoding import NotTextError, decode

    try:
        return decode(path.read_bytes())
    except NotTextError as error:
        raise refusals.not_text(name) from error


def _html(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.encoding import NotTextError
    from prestatie_desktop.importing.readers.html import read_html

    try:
        return read_html(path.read_bytes(), name, watch=watch)
    except NotTextError as error:
        raise refusals.not_text(name) from error


def _word(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.word import read_word

    return read_word(path, name, watch=watch)


def _xlsx(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.sheets import read_xlsx

    return read_xlsx(path, name, watch=watch)


def _open_text(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.open_text import read_open_text

    return read_open_text(path, name, watch=watch)


def _open_sheets(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.open_sheets import read_ods

    return read_ods(path, name, watch=watch)


def _slides(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.slides import read_slides

    return read_slides(path, name, watch=watch)


def _open_slides(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.slides_open import read_open_slides

    return read_open_slides(path, name, watch=watch)


def _pdf(path: Path, name: str, watch: Watch) -> Source:
    from prestatie_desktop.importing.readers.pdf import read_pdf

    return read_pdf(path, name, watch=watch)


_READERS: dict[Kind, Callable[[Path, str, Watch], Source]] = {
    Kind.TEXT: _text,
    Kind.CSV: _csv,
    Kind.HTML: _html,
    Kind.WORD: _word,
    Kind.XLSX: _xlsx,
    Kind.OPEN_TEXT: _open_text,
    Kind.OPEN_SHEETS: _open_sheets,
    Kind.SLIDES: _slides,
    Kind.OPEN_SLIDES: _open_slides,
    Kind.PDF: _pdf,
}

_REFUSED: dict[Kind, Callable[[str], UserError]] = {
    Kind.OLD_WORD: lambda name: refusals.old_format(name, "Word", ".docx"),
    Kind.OLD_EXCEL: lambda name: refusals.old_format(name, "Excel", ".xlsx"),
    Kind.OLD_SLIDES: lambda name: refusals.old_format(name, "PowerPoint", ".pptx"),
    Kind.OLD_OFFICE: lambda name: refusals.other_format(name, tr("een oud Office-bestand")),
    Kind.BINARY_EXCEL: lambda name: refusals.old_format(name, "Excel", ".xlsx"),
    Kind.RICH_TEXT: lambda name: refusals.old_format(name, "Word", ".docx"),
    Kind.XML: lambda name: refusals.other_format(name, tr("een XML-bestand")),
    Kind.APPLE: lambda name: refusals.other_format(
        name, tr("gemaakt met Pages, Numbers of Keynote")
    ),
    Kind.PROTECTED: refusals.protected,
    Kind.DOSSIER: refusals.dossier,
    Kind.PICTURE: refusals.picture,
    Kind.PACKED: refusals.packed,
    Kind.NO_DOCUMENT: refusals.not_text,
}
