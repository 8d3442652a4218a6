"""The library that reads PDF, made to keep within bounds.

pdfminer trusts what a file says: a stream may unpack to a terabyte, a font may name four thousand
million letters, a drawing may draw itself. Everything that can grow without end takes steps from an
allowance here, and is stopped when that is used up.
"""

import io
import logging
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from pdfminer import cmapdb, pdffont, pdfinterp, pdftypes
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from prestatie_desktop.importing import limits
from prestatie_desktop.importing.watch import StoppedError

# It warns of every oddity of every file; nobody can act on that.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

_MOST_CODES = 0x10000


class TooMuchError(Exception):
    """One page takes more than a page can."""


class FarTooMuchError(Exception):
    """All pages together take more than a document can."""


class DamagedError(Exception):
    """A stream cannot be unpacked."""


class Allowance:
    """How much work one document may still take. `pulse` is called now and then; it may raise."""

    _PULSE = 20_000

    def __init__(self, pulse: Callable[[], None] = lambda: None) -> None:
        self._pulse = pulse
        self._steps = limits.MAX_STEPS
        self._bytes = limits.MAX_INFLATED
        self.turn_page(limits.MAX_OPENING_STEPS)

    def turn_page(self, steps: int | None = None) -> None:
        """Begin with a new page."""
        self._page = limits.MAX_PAGE_STEPS if steps is None else steps
        self._next_pulse = self._page - self._PULSE

    def step(self, count: int = 1) -> None:
        """Take steps. Raises when there are none left."""
        self._page -= count
        self._steps -= count
        if self._page < self._next_pulse:
            self._next_pulse = self._page - self._PULSE
            self._check()

    def _check(self) -> None:
        if self._steps < 0:
            raise FarTooMuchError
        if self._page < 0:
            raise TooMuchError
        self._pulse()

    def room(self) -> int:
        """How many bytes may still be unpacked."""
        return self._bytes

    def unpack(self, count: int) -> None:
        """Take bytes."""
        self._bytes -= count
        if self._bytes < 0:
            raise FarTooMuchError


_ALLOWANCE: ContextVar[Allowance | None] = ContextVar("pdf_allowance", default=None)


@contextmanager
def within(allowance: Allowance) -> Iterator[None]:
    """Whatever pdfminer does in here takes from this allowance."""
    token = _ALLOWANCE.set(allowance)
    try:
        yield
    finally:
        _ALLOWANCE.reset(token)


def _allowance() -> Allowance:
    return _ALLOWANCE.get() or Allowance()


def _step(count: int = 1) -> None:
    if (allowance := _ALLOWANCE.get()) is not None:
        allowance.step(count)


# What pdfminer uses of others, with bounds


class _Zlib:
    """What pdfminer uses of zlib."""

    error = zlib.error

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """Unpack, also what was cut off. Raises DamagedError rather than losing text in silence."""
        allowance = _allowance()
        most = allowance.room()
        try:
            result = zlib.decompressobj().decompress(data, most + 1)
        except zlib.error:
            result = _all_but_checksum(data, most)
        allowance.unpack(len(result))
        return result


def _all_but_checksum(data: bytes, most: int) -> bytes:
    """Unpack what is whole but for the last bytes: many programs get those wrong."""
    inflate = zlib.decompressobj()
    try:
        result = inflate.decompress(data[:-8], most + 1)
    except zlib.error as error:
        raise DamagedError from error
    for byte in data[-8:]:
        try:
            result += inflate.decompress(bytes([byte]), 1 << 16)
        except zlib.error:
            break
    return result


def _lzw(data: bytes) -> bytes:
    allowance = _allowance()
    pieces = []
    for piece in LZWDecoder(io.BytesIO(data)).run():
        allowance.step(5)
        allowance.unpack(len(piece))
        pieces.append(piece)
    return b"".join(pieces)


def _run_lengths(data: bytes) -> bytes:
    _step(len(data) * 20)
    return rldecode(data)


def _png(pred: int, colors: int, columns: int, bits: int, data: bytes) -> bytes:
    _step(len(data) // 4)
    return apply_png_predictor(pred, colors, columns, bits, data)


def _tiff(colors: int, columns: int, bits: int, data: bytes) -> bytes:
    _step(len(data) // 4)
    return apply_tiff_predictor(colors, columns, bits, data)


def _range(*ends: int) -> range:
    """Of letters: the codes that a font says it has, which are never more than 65,536."""
    found = range(*ends)
    if found.stop - found.start > _MOST_CODES:
        raise DamagedError
    _step(len(found))
    return found


class _ContentParser(PDFContentParser):
    """Counts what is read of a drawing: most of what it can do costs nothing but reading it."""

    def fillbuf(self) -> bool:
        """Read on. What is kept of a long comment is copied each time."""
        if self.charpos >= len(self.buf):
            _step(self.BUFSIZ // 2 + len(self._curtoken) // 1000)
        return super().fillbuf()


_BOUNDED: Sequence[tuple[object, Mapping[str, object]]] = (
    (
        pdftypes,
        {
            "zlib": _Zlib,
            "lzwdecode": _lzw,
            "rldecode": _run_lengths,
            "apply_png_predictor": _png,
            "apply_tiff_predictor": _tiff,
        },
    ),
    (cmapdb, {"range": _range}),
    (pdffont, {"range": _range}),
    (pdfinterp, {"PDFContentParser": _ContentParser}),
)
for _module, _names in _BOUNDED:
    for _name, _function in _names.items():
        setattr(_module, _name, _function)


# pdfminer's own parts, each counting what it does


class CarefulParser(PDFParser):
    """Counts what is read of the file: tables that point at themselves are read for ever."""

    _line = 0

    def fillbuf(self) -> bool:
        """Read on. What is kept of a long line or comment is copied each time."""
        if self.charpos >= len(self.buf):
            self._line += 1
            _step(200 + self._line + len(self._curtoken) // 4096)
        return super().fillbuf()

    def nextline(self) -> tuple[int, bytes]:
        """A line."""
        self._line = 0
        return super().nextline()


class CarefulDocument(PDFDocument):
    """Counts the objects that are looked up: one may point at itself."""

    def getobj(self, objid: int) -> object:
        """An object by its number."""
        _step(5)
        return super().getobj(objid)


class _UnknownFont(PDFFont):
    """Stands for a font that is broken: its letters are seen to be missing."""

    def __init__(self) -> None:
        super().__init__({}, {}, default_width=500)

    def to_unichr(self, cid: int) -> str:
        raise PDFUnicodeNotDefined(None, cid)


class CarefulFonts(PDFResourceManager):
    """Fonts. A broken one costs its own letters, never the page."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that is described by `spec`."""
        try:
            return super().get_font(objid, spec)
        except (StoppedError, TooMuchError, FarTooMuchError):
            raise
        except Exception:  # noqa: BLE001 - a font breaks in as many ways as there are formats
            self._cached_fonts[objid] = font = _UnknownFont()
            return font


class CarefulInterpreter(PDFPageInterpreter):
    """Counts what is drawn, and how often a drawing is used in others."""

    _DEEPEST = 500

    def execute(self, streams: Sequence[object]) -> None:
        """Draw."""
        _step(500)
        super().execute(streams)

    def push(self, obj: Any) -> None:
        """Lay an operand ready."""
        _step()
        if len(self.argstack) < self._DEEPEST:
            super().push(obj)

    def pop(self, n: int) -> list[Any]:
        """Take operands for an operator."""
        _step(2)
        return super().pop(n)

    def do_q(self) -> None:
        """Save the state of drawing."""
        _step(5)
        if len(self.gstack) < self._DEEPEST:
            super().do_q()
