"""The comments of a Word file, with the answers to each."""

from collections.abc import Iterable

from lxml.etree import _Element

from prestatie_desktop.importing.readers.word_names import PARAGRAPH, W14, W15, W, stamp_of
from prestatie_desktop.importing.source import Comment

_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


class Comments:
    """All comments, handed out once each where the text calls them."""

    def __init__(self, root: _Element | None, extended: _Element | None) -> None:
        elements = [] if root is None else root.findall(W + "comment")
        self._waiting = {each.get(W + "id", ""): _comment(each) for each in elements}
        self._answers = _answers(elements, extended)

    def at(self, ids: Iterable[str]) -> list[Comment]:
        """The comments with these ids that were not handed out yet, each with its answers."""
        return [comment for each in ids for comment in self._with_answers(each)]

    def not_in(self, called: set[str]) -> list[Comment]:
        """The comments that the text does not call anywhere."""
        answers = {answer for each in called for answer in self._answers.get(each, ())}
        return self.at([each for each in self._waiting if each not in called | answers])

    def rest(self) -> list[Comment]:
        """The comments that were never handed out."""
        return self.at(list(self._waiting))

    def _with_answers(self, comment_id: str) -> list[Comment]:
        ids = (comment_id, *self._answers.get(comment_id, ()))
        found = (self._waiting.pop(each, None) for each in ids)
        return [each for each in found if each is not None]


def _comment(element: _Element) -> Comment:
    paragraphs = (_text(each).strip() for each in element.iter(PARAGRAPH))
    return Comment(stamp_of(element), "\n".join(each for each in paragraphs if each))


def _text(paragraph: _Element) -> str:
    return "".join(
        each.text or "" if each.tag == W + "t" else _SIGNS[str(each.tag)]
        for each in paragraph.iter(W + "t", *_SIGNS)
    )


def _answers(elements: list[_Element], extended: _Element | None) -> dict[str, list[str]]:
    """Of each comment that was answered: the ids of the answers, in order."""
    parents = {} if extended is None else _parents(extended)
    owners = {
        paragraph.get(W14 + "paraId", "").upper(): each.get(W + "id", "")
        for each in elements
        for paragraph in each.iter(PARAGRAPH)
    }
    answers: dict[str, list[str]] = {}
    for element in elements:
        own = [each.get(W14 + "paraId", "").upper() for each in element.iter(PARAGRAPH)]
        parent = next((owners.get(parents[each]) for each in own if each in parents), None)
        if parent is not None:
            answers.setdefault(parent, []).append(element.get(W + "id", ""))
    return answers


def _parents(extended: _Element) -> dict[str, str]:
    return {
        each.get(W15 + "paraId", "").upper(): parent.upper()
        for each in extended.iter(W15 + "commentEx")
        if (parent := each.get(W15 + "paraIdParent"))
    }
