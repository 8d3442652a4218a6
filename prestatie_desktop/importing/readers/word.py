"""Reads Word files (.docx, .docm, .dotx): the text as Word prints it, with who changed what.

Macros are not looked at.
"""

from pathlib import Path

from prestatie_desktop.importing.readers.office_assembly import Assembly
from prestatie_desktop.importing.readers.office_package import Package
from prestatie_desktop.importing.readers.word_blocks import BlockReader, Document
from prestatie_desktop.importing.readers.word_comments import Comments
from prestatie_desktop.importing.readers.word_counting import Counting
from prestatie_desktop.importing.readers.word_names import PARAGRAPH, W
from prestatie_desktop.importing.readers.word_notes import headers_and_footers, notes
from prestatie_desktop.importing.readers.word_numbering import numberings
from prestatie_desktop.importing.readers.word_parts import WordParts, word_parts
from prestatie_desktop.importing.readers.word_styles import Styles
from prestatie_desktop.importing.source import Form, Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch

_DOING = "Word-bestand lezen"


def read_word(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """What a Word file holds.

    Insertions are in the text and deletions are not. Raises UserError when the file is broken.
    """
    watch.at(_DOING)
    with Package(path, name) as package:
        parts = word_parts(package)
    return _source(parts, name, watch)


def _source(parts: WordParts, name: str, watch: Watch) -> Source:
    comments = Comments(parts.first("comments"), parts.first("commentsExtended"))
    document = Document(
        Styles(parts.first("styles")), Counting(numberings(parts.first("numbering"))), comments
    )
    total = sum(1 for _ in parts.body.iter(PARAGRAPH))
    assembly = Assembly(watch, _DOING, total, comments.not_in(_called(parts)))
    assembly.add(BlockReader(document).read(parts.body))
    assembly.add_apart(notes(parts, document))
    assembly.add_apart(headers_and_footers(parts, document))
    return assembly.source(name, Form.WORD, document.notices.sentences(), comments.rest())


def _called(parts: WordParts) -> set[str]:
    """The ids of comments that any text calls."""
    roots = [parts.body, *(root for roots in parts.others.values() for root in roots)]
    calls = (W + "commentRangeStart", W + "commentReference")
    return {each.get(W + "id", "") for root in roots for each in root.iter(*calls)}
