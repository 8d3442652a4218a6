"""Everything drawn says what it means, so that a reader who listens can be told."""

import io
from typing import Any

import pytest

from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.documents.flowables.marks import Mark
from tests.documents import demo


def listened(document: Document) -> list[tuple[int, Mark | None]]:
    """The page and meaning of every piece, in the order drawn; meanings never overlap."""
    from prestatie_desktop.documents.flowables.page_canvas import PageCanvas
    from prestatie_desktop.documents.layout import lay_out

    heard: list[tuple[int, Mark | None]] = []

    class Listening(PageCanvas):
        open_marks = 0

        def begin_mark(self, mark: Mark | None) -> None:
            assert self.open_marks == 0
            self.open_marks += 1
            heard.append((self.getPageNumber(), mark))

        def end_mark(self, mark: Mark | None) -> None:
            assert heard[-1][1] is mark
            self.open_marks -= 1

        def drawString(self, *arguments: Any, **options: Any) -> None:
            assert self.open_marks == 1
            super().drawString(*arguments, **options)

        def drawImage(self, *arguments: Any, **options: Any) -> Any:
            assert self.open_marks == 1
            return super().drawImage(*arguments, **options)

        def line(self, *arguments: Any, **options: Any) -> None:
            assert self.open_marks == 1
            super().line(*arguments, **options)

    lay_out([document], io.BytesIO(), lambda _done, _total: None, Listening)
    return heard


@pytest.mark.parametrize("name", demo.ALL)
def test_nothing_is_drawn_without_a_meaning_or_with_two(name: str) -> None:
    assert listened(demo.ALL[name]())


def test_a_header_cell_is_the_same_cell_on_every_page() -> None:
    heads = [
        (page, mark)
        for page, mark in listened(demo.sheet())
        if mark and mark.role == "TH" and mark.row == -1 and mark.column == 1
    ]
    assert [page for page, _ in heads] == [1, 2, 3]
    assert len({id(mark) for _, mark in heads}) == 1


def test_cells_know_their_row_and_column_and_pictures_their_words() -> None:
    marks = [mark for _, mark in listened(demo.bod()) if mark]
    places = [(mark.row, mark.column) for mark in marks if mark.role == "TD"]
    assert places == sorted(places)
    assert "Logo van Wonen Zuiderlinde" in {m.alt for m in marks if m.role == "Figure"}
    assert [m.role for m in marks if m.role[0] == "H"] == ["H1", "H2", "H1", "H2", "H3"]
