"""Plain text and Markdown, as typed, copied or converted from another document."""

from prestatie_desktop.importing.readers.html_order import in_order
from prestatie_desktop.importing.readers.text_gathering import TextGatherer
from prestatie_desktop.importing.readers.text_lines import Kind, Line, groups, split
from prestatie_desktop.importing.readers.text_rows import read_pipes, read_tabs
from prestatie_desktop.importing.readers.text_typed import Indents, read_tags, read_typed
from prestatie_desktop.importing.source import Block, Form, Source
from prestatie_desktop.importing.watch import UNWATCHED, Watch


def read_text(text: str, name: str, form: Form = Form.TEXT, watch: Watch = UNWATCHED) -> Source:
    """Read a text: every non-blank line is a line of the source, with at least one piece."""
    lines = split(text)
    gatherer = TextGatherer(watch, len(lines))
    indents = Indents()
    for group in groups(lines):
        for block in _blocks(group, gatherer, indents):
            gatherer.add(block)
    return in_order(gatherer.source(name, form))


def _blocks(group: list[Line], gatherer: TextGatherer, indents: Indents) -> list[Block]:
    match group[0].kind:
        case Kind.TYPED:
            return read_typed(group, gatherer, indents)
        case Kind.TABS:
            return read_tabs(group, gatherer)
        case Kind.PIPES:
            return read_pipes(group, gatherer)
        case Kind.TAGS:
            return read_tags(group, gatherer)
