"""What becomes of a source with what was decided: worked out beside the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.planning import Plan
from prestatie_desktop.importing.planning import plan as plan_import
from prestatie_desktop.importing.reading import (
    Doubt,
    Fate,
    FoundGroup,
    FoundParty,
    Part,
    Reading,
)
from prestatie_desktop.importing.report import Report, report
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.starting import start_from
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.journal.change import apply_all
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore
from prestatie_desktop.ui.importing.deciding import needs_reading
from prestatie_desktop.ui.importing.result_tree import Head, tree_of
from prestatie_desktop.ui.importing.source_rows import SourceRows

P = TypeVar("P", bound=Part)
Recognise = Callable[[Source, Decisions, Watch], Reading]
Planner = Callable[[Reading, Dossier, Decisions, str, Watch], Plan]


@dataclass(frozen=True, slots=True)
class Tools:
    """What recognises and what plans; tests hand in their own."""

    recognise: Recognise = field(default_factory=lambda: _recognise)
    plan: Planner = field(default_factory=lambda: _plan)


@dataclass(frozen=True, slots=True)
class Worked:
    """What was made of a source with what was decided; worked out beside the window."""

    decisions: Decisions
    #: As it was recognised.
    recognised: Reading
    #: The same, with what planning doubts besides.
    reading: Reading
    plan: Plan
    #: The dossier it is planned for; None for a new one.
    dossier: Dossier | None
    #: That dossier as it would be.
    after: Dossier | None
    heads: list[Head]
    parts: Mapping[str, Part]
    #: Rows of the source with something that was not recognised.
    lost: tuple[int, ...]
    #: Every line of the source in one of its counts.
    report: Report

    @property
    def holds_anything(self) -> bool:
        """Whether there is anything in it but a title page."""
        return len(self.parts) > 1


def work(
    tools: Tools,
    rows: SourceRows,
    decisions: Decisions,
    dossier: Dossier | None,
    *,
    before: Worked | None = None,
    watch: Watch = UNWATCHED,
) -> Worked:
    """Recognise and plan; only plan where the reading stays the same."""
    if before is not None and not needs_reading(before.decisions, decisions):
        recognised = before.recognised
    else:
        recognised = tools.recognise(rows.source, decisions, watch)
    name = rows.source.name
    into = dossier if dossier is not None else _begun(recognised, name)
    here = decisions if dossier is not None else decisions.for_new_dossier()
    plan = tools.plan(recognised, into, here, name, watch)
    reading = with_doubts(with_named(recognised, plan), plan.doubts)
    after = None
    if dossier is not None:
        after = dossier.copy()
        for act in plan.acts:
            apply_all(after, act.changes)
    return Worked(
        decisions,
        recognised,
        reading,
        plan,
        dossier,
        after,
        tree_of(reading),
        {part.key: part for part in reading.parts()},
        _lost(rows, reading),
        report(rows.source, recognised, plan),
    )


def with_named(reading: Reading, plan: Plan) -> Reading:
    """The reading with the names that planning had to make parties of."""
    known = {part.key for part in reading.parts()}
    added = [match.part for match in plan.matches if match.part.key not in known]
    if not added:
        return reading
    return replace(
        reading,
        parties=(*reading.parties, *(one for one in added if isinstance(one, FoundParty))),
        groups=(*reading.groups, *(one for one in added if isinstance(one, FoundGroup))),
    )


def with_doubts(reading: Reading, doubts: Mapping[str, tuple[Doubt, ...]]) -> Reading:
    """The reading with more reasons to look at some of its parts."""
    if not doubts:
        return reading

    def doubted(parts: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(
            replace(part, doubts=tuple(dict.fromkeys((*part.doubts, *doubts[part.key]))))
            if part.key in doubts
            else part
            for part in parts
        )

    return replace(
        reading,
        cover=doubted((reading.cover,))[0],
        parties=doubted(reading.parties),
        groups=doubted(reading.groups),
        text_parts=doubted(reading.text_parts),
        themes=doubted(reading.themes),
        agreements=doubted(reading.agreements),
        rows=doubted(reading.rows),
        figures=doubted(reading.figures),
        signatories=doubted(reading.signatories),
    )


def _lost(rows: SourceRows, reading: Reading) -> tuple[int, ...]:
    accounts = reading.accounts
    return tuple(
        dict.fromkeys(
            rows.row_of(piece.key)
            for piece in rows.source.pieces()
            if piece.key in accounts and accounts[piece.key].fate is Fate.NOT_RECOGNISED
        )
    )


def _begun(reading: Reading, name: str) -> Dossier:
    """A new dossier as it begins, to plan for."""
    session = Session(MemoryStore(), Author(""))
    session.commit(start_from(reading, name))
    return session.dossier


def _recognise(source: Source, decisions: Decisions, watch: Watch) -> Reading:
    from prestatie_desktop.importing.recognising.recognise import recognise

    return recognise(source, decisions, watch)


def _plan(
    reading: Reading, dossier: Dossier, decisions: Decisions, name: str, watch: Watch
) -> Plan:
    return plan_import(reading, dossier, decisions, name=name, watch=watch)
