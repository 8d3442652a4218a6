"""Write composed documents as one PDF: whole and in one piece, or not at all."""

import errno
import io
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.errors import UserError

Progress = Callable[[int, int], None]


class Cancelled(Exception):  # noqa: N818
    """The person who asked for this print stopped it; nothing was written."""


def write_pdf(
    document: Document | Sequence[Document],
    target: Path | BinaryIO,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write one document, or several after each other with page numbers of their own.

    `progress` is called with the work done and the work in all. When `cancelled` says so, it
    stops with `Cancelled`. Equal documents give equal bytes. Raises `UserError` when the file
    cannot be written; the file that stood there before is then still there.
    """
    documents = [document] if isinstance(document, Document) else list(document)
    data = _pdf(documents, progress or _silent, cancelled or _never)
    if isinstance(target, Path):
        _replace(target, data)
    else:
        target.write(data)


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def _pdf(documents: list[Document], progress: Progress, cancelled: Callable[[], bool]) -> bytes:
    from prestatie_desktop.documents.layout import lay_out

    def step(done: int, total: int) -> None:
        if cancelled():
            raise Cancelled
        progress(done, total)

    buffer = io.BytesIO()
    lay_out(documents, buffer, step)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    """Write beside the target and put it in its place in one move."""
    beside = path.with_name(f".{new_id()}.pdf.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UserError(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return (
            f"{path.name} past niet meer op de schijf; er is niets opgeslagen. "
            "Maak ruimte of kies een andere map."
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"De map {path.parent} bestaat niet; er is niets opgeslagen. Kies een andere map."
    if isinstance(error, IsADirectoryError):
        return f"{path.name} is een map; er is niets opgeslagen. Kies een andere naam."
    return (
        f"{path.name} kan niet worden opgeslagen in {path.parent}; er is niets veranderd. "
        "Misschien staat het bestand nog open of mag u daar niet schrijven: kies een andere map."
    )
