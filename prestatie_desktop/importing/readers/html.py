"""Web pages, and what Word, Excel and LibreOffice save as one.

lxml is not used: it stops where tags are nested deeply, and drops the text that follows.
"""

import re

from prestatie_desktop.domain.richtext_tags import Tag, tags_and_text
from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.encoding import decode
from prestatie_desktop.importing.readers.html_follower import Follower
from prestatie_desktop.importing.readers.html_order import in_order
from prestatie_desktop.importing.readers.html_runs import Runs
from prestatie_desktop.importing.readers.office_notices import Notices, Unread
from prestatie_desktop.importing.source import Form, Piece, Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch

_DOING = "Webpagina lezen"
_EVERY = 5_000
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
#: What Windows puts before html on its clipboard.
_CLIPBOARD_HEAD = re.compile(r"\A\s*+Version:[0-9.]++\s++StartHTML:[^<]*+")


def read_html(
    data: bytes | str, name: str, form: Form = Form.HTML, watch: Watch = UNWATCHED
) -> Source:
    """Read a page. Scripts are never run, and what they, styles and hidden parts hold is no text.

    Raises NotTextError when the bytes are no text.
    """
    html = data if isinstance(data, str) else decoded(data)
    page = _Page()
    for count, token in enumerate(tags_and_text(_CLIPBOARD_HEAD.sub("", html, count=1))):
        if count % _EVERY == 0:
            watch.at(_DOING)
        page.take(token)
    return page.source(name, form)


def decoded(data: bytes) -> str:
    """The text of a page, by what it says of its own encoding where that cannot be seen."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared is None or b"\0" in data[:_DECLARED_WITHIN] or _is_utf8(data):
        return decode(data)
    try:
        return data.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Page:
    """Makes a line of every paragraph."""

    def __init__(self) -> None:
        self._gatherer = Gatherer()
        self._follower = Follower(self._piece, hides=True)
        self._notices = Notices()
        self._paragraphs = 0

    def take(self, token: Tag | str) -> None:
        if isinstance(token, Tag) and token.name == "img" and not _is_small(token):
            self._notices.count(Unread.PICTURE)
        self._follower.take(token)

    def source(self, name: str, form: Form) -> Source:
        for block in self._follower.finish():
            self._gatherer.add(block)
        for _ in range(self._follower.hidden):
            self._notices.count(Unread.HIDDEN)
        return in_order(self._gatherer.source(name, form, self._notices.sentences()))

    def _piece(self, runs: Runs, *, label: str = "", **more: object) -> Piece:
        text = "".join(run.text for run in runs).replace("\n", " ")
        self._gatherer.line(f"{label} {text}" if label else text, self._where())
        return self._gatherer.piece(runs, label=label, **more)

    def _where(self) -> str:
        if self._follower.row:
            return f"tabel {self._follower.tables}, rij {self._follower.row}"
        self._paragraphs += 1
        place = f"alinea {self._paragraphs}"
        return f"kop- of voettekst, {place}" if self._follower.is_beside else place


def _is_small(image: Tag) -> bool:
    """Whether it is a bullet, an icon or a picture that counts visitors."""
    sizes = (image.attributes.get(side, "") for side in ("width", "height"))
    return any(size.isdecimal() and len(size) < 3 and int(size) <= 32 for size in sizes)
