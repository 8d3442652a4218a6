"""An example dossier: the state it begins with, and the history its wordings went through."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.filling.example_entities import example_entities
from prestatie_desktop.filling.source import Row, Source, source
from prestatie_desktop.journal.change import Added
from prestatie_desktop.journal.edits.agreements import set_open_question, set_status, set_text
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.store import Store

#: Who put the dossier together and writes down what the parties settle on.
SECRETARY = Author("Mevrouw B. Hoekstede", "Gemeente Heerlen")

_LOADED_AT = datetime(2023, 11, 6, 9, 0, tzinfo=UTC)
#: The days on which the parties met: the first wordings, the next ones, and so on.
_MEETINGS = (
    datetime(2023, 11, 14, 13, 0, tzinfo=UTC),
    datetime(2023, 12, 12, 13, 0, tzinfo=UTC),
    datetime(2024, 1, 16, 13, 0, tzinfo=UTC),
)
_SETTLED_AT = datetime(2024, 2, 20, 13, 0, tzinfo=UTC)
_PAUSE = timedelta(minutes=7)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Deed:
    at: datetime
    author: Author
    do: Callable[[Session], object]


@dataclass(slots=True)
class _Clock:
    at: datetime = _LOADED_AT

    def __call__(self) -> datetime:
        return self.at


def fill_example(store: Store, name: str) -> None:
    """Put an example into an empty store: the state in one entry, its history in the next ones.

    The same example gives the same things with the same ids. Raises UserError when there is no
    example with this name.
    """
    deeds = sorted(_deeds(source(name)), key=lambda deed: deed.at)
    clock = _Clock()
    session = Session(store, SECRETARY, dossier=Dossier(), now=clock)
    for deed in deeds:
        clock.at, session.author = deed.at, deed.author
        deed.do(session)


def _deeds(origin: Source) -> Iterator[_Deed]:
    entities = example_entities(origin)
    final = {entity.id: entity for entity in entities if isinstance(entity, Agreement)}
    item_id = origin.ids("item")
    growing = [
        (final[item_id(number)], list(wordings))
        for number, wordings in groupby(origin.read("history"), key=lambda row: row["agreement"])
    ]
    yield _loading(entities, [agreement for agreement, _ in growing])
    for place, (agreement, wordings) in enumerate(growing):
        roles = [e for e in entities if isinstance(e, Role) and e.item_id == agreement.id]
        yield from _growth(agreement, roles, wordings, place * _PAUSE)
    yield _naming(_MEETINGS[0] - _MINUTE, "Eerste opzet na het ambtelijk overleg")
    yield _naming(_SETTLED_AT + 2 * _PAUSE * len(growing), "Voor het bestuurlijk overleg")


def _loading(entities: Sequence[Entity], growing: Sequence[Agreement]) -> _Deed:
    later = {agreement.id for agreement in growing}
    now = [e for e in entities if e.id not in later and getattr(e, "item_id", "") not in later]
    title = next(e.title for e in entities if hasattr(e, "title"))
    added = tuple(Added(entity) for entity in now)
    act = Act(action="load_example", args={"about": title}, changes=added, starts=True)
    return _Deed(_LOADED_AT, SECRETARY, lambda session: session.commit(act))


def _growth(
    agreement: Agreement, roles: Sequence[Role], wordings: Sequence[Row], later: timedelta
) -> Iterator[_Deed]:
    """An agreement as it came about: its first wording, those after it, and what was settled."""
    first, *others = wordings
    yield _Deed(_MEETINGS[0] + later, _author(first), _proposing(agreement, roles, first["text"]))
    for meeting, wording in zip(_MEETINGS[1:], others, strict=False):
        yield _Deed(meeting + later, _author(wording), _wording(agreement, wording["text"]))
    at = _SETTLED_AT + later
    yield _Deed(at, SECRETARY, _wording(agreement, agreement.text))
    yield _Deed(
        at + _MINUTE,
        SECRETARY,
        lambda s: s.commit(set_status(s.dossier, agreement.id, agreement.status)),
    )
    yield _Deed(
        at + 2 * _MINUTE,
        SECRETARY,
        lambda s: s.commit(
            set_open_question(
                s.dossier, agreement.id, agreement.open_question, agreement.question_owner_id
            )
        ),
    )


def _proposing(
    agreement: Agreement, roles: Sequence[Role], text: str
) -> Callable[[Session], object]:
    proposal = replace(
        agreement,
        text=text,
        status=AgreementStatus.PROPOSED,
        open_question="",
        question_owner_id="",
    )
    act = Act(
        action="add_agreement",
        args={"about": agreement.number},
        changes=(Added(proposal), *(Added(role) for role in roles)),
    )
    return lambda session: session.commit(act)


def _wording(agreement: Agreement, text: str) -> Callable[[Session], object]:
    return lambda session: session.commit(set_text(session.dossier, agreement.id, text))


def _naming(at: datetime, name: str) -> _Deed:
    return _Deed(at, SECRETARY, lambda session: session.name_moment(name))


def _author(wording: Row) -> Author:
    return Author(wording["by"], wording["organisation"])
