"""Where what does not fit goes: into running text of its own, with a doubt at the part."""

from prestatie_desktop.domain.agreement_set import TextPartKind
from prestatie_desktop.domain.richtext import from_plain
from prestatie_desktop.importing.planning_texts import fits, joined, portions, short
from prestatie_desktop.importing.reading import Doubt, DoubtKind, FoundTextPart
from prestatie_desktop.journal.edits.making import MAX_LINE
from prestatie_desktop.words.importing import continued, labelled

#: So much of a name says in a title what the rest belongs to.
_NAME = 80


class Room:
    """Collects what did not fit while parts are made to fit."""

    def __init__(self) -> None:
        self.rest: list[FoundTextPart] = []
        self._doubts: dict[str, dict[Doubt, None]] = {}

    @property
    def doubts(self) -> dict[str, tuple[Doubt, ...]]:
        """By the key of a part: why a person should look at it."""
        return {key: tuple(doubts) for key, doubts in self._doubts.items()}

    def doubt(self, key: str, kind: DoubtKind, *args: str) -> None:
        """Say why a part is to be checked."""
        self._doubts.setdefault(key, {})[Doubt(kind, args)] = None

    def keep(self, key: str, name: str, html: str) -> None:
        """Keep a text that belongs to a part as running text after the themes."""
        self.doubt(key, DoubtKind.TOO_LONG)
        for portion in portions(html):
            place = len(self.rest)
            part = FoundTextPart(
                key=f"rest:{place}",
                kind=TextPartKind.CLOSING,
                title=continued(short(name, _NAME) or key),
                text=portion,
            )
            self.rest.append(part)

    def line(self, key: str, field: str, text: str, limit: int = MAX_LINE) -> str:
        """A text of one line; when it is too long it is cut, and all of it is kept."""
        if len(text) > limit:
            self.keep(key, text, from_plain(labelled(field, text)))
        return short(text, limit)

    def above(self, key: str, *fields: tuple[str, str, int]) -> str:
        """Fields (name, text, limit) that are too long, as paragraphs for the text of the part."""
        long = [labelled(field, text) for field, text, limit in fields if len(text) > limit]
        if long:
            self.doubt(key, DoubtKind.TOO_LONG)
        return joined(*map(from_plain, long))

    def text(self, key: str, name: str, html: str) -> str:
        """So much of a text as fits; the rest is kept."""
        if fits(html):
            return html
        first, *others = portions(html)
        for other in others:
            self.keep(key, name, other)
        return first
