"""From a reading to the acts of one undo step, and what becomes of each part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.importing.decisions import NOTHING_DECIDED, Action, Decisions
from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.importing.planning_agreements import plan_agreements
from prestatie_desktop.importing.planning_cover import clear_frame, plan_cover
from prestatie_desktop.importing.planning_draft import Work
from prestatie_desktop.importing.planning_figures import plan_figures
from prestatie_desktop.importing.planning_fitting import fitted
from prestatie_desktop.importing.planning_parties import plan_parties
from prestatie_desktop.importing.planning_rows import plan_rows
from prestatie_desktop.importing.planning_signatories import plan_signatories
from prestatie_desktop.importing.planning_source_changes import SourceChanges
from prestatie_desktop.importing.planning_text_parts import plan_text_parts
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.planning_themes import plan_themes
from prestatie_desktop.importing.reading import (
    Doubt,
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    Part,
    Reading,
)
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words.translation import tr

_LONGEST_NAME = 200

#: What each sort of part is called in counts and reports.
SORTS: Mapping[type[Part], str] = {
    FoundCover: "cover",
    FoundParty: "party",
    FoundGroup: "group",
    FoundTextPart: "text_part",
    FoundTheme: "theme",
    FoundAgreement: "agreement",
    FoundRow: "row",
    FoundFigures: "figures",
    FoundSignatory: "signatory",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would do to a dossier. Nothing has happened until its acts are committed.

    `session.commit_together(plan.acts)` makes them one step to undo; without acts there is nothing
    to do.
    """

    #: What happens with each part, in the order in which parts are shown.
    matches: tuple[Match, ...]
    acts: tuple[Act, ...]
    #: By the key of a part: what it is in the dossier; "" for what is left out.
    ids: Mapping[str, Id]
    #: By the key of a part: doubts beyond those it was recognised with.
    doubts: Mapping[str, tuple[Doubt, ...]]
    #: By the sort of a thing: how many were taken out of an empty dossier's frame.
    removed: Mapping[str, int]

    @property
    def added(self) -> Mapping[str, int]:
        """How many parts of each sort come in as something new."""
        return self._count(Action.ADD)

    @property
    def updated(self) -> Mapping[str, int]:
        """How many parts of each sort change something that is there."""
        return self._count(Action.UPDATE)

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many parts of each sort change nothing."""
        return self._count(Action.SKIP)

    def _count(self, action: Action) -> Mapping[str, int]:
        found = Counter(SORTS[type(m.part)] for m in self.matches if m.action is action)
        return {sort: found[sort] for sort in SORTS.values() if found[sort]}


def plan(
    reading: Reading,
    dossier: Dossier,
    decisions: Decisions = NOTHING_DECIDED,
    *,
    name: str = "",
    watch: Watch = UNWATCHED,
) -> Plan:
    """What importing a reading into a dossier comes down to. The dossier itself stays as it is.

    `name` is that of the source, for the sentence of the step. Raises StoppedError when whoever
    watches asks to stop, and UserError when a remark becomes too long for a dossier.
    """
    work = Work(fitted(reading, decisions), dossier, decisions)
    changes = SourceChanges(work.dossier)
    _fill(work, changes, watch)
    matches = tuple(work.matches)
    first = Act(
        action="import_source",
        args={
            "about": short(name, _LONGEST_NAME),
            "count": str(sum(m.action is not Action.SKIP for m in matches)),
        },
        changes=work.draft.take_changes(),
    )
    acts = (first, *changes.acts(work.draft))
    return Plan(
        matches=matches,
        acts=tuple(act for act in acts if act.changes),
        ids=work.ids,
        doubts=work.doubts,
        removed=work.removed,
    )


def _fill(work: Work, changes: SourceChanges, watch: Watch) -> None:
    frame = work.dossier.themes
    watch.at(tr("Vergelijken met het dossier"))
    plan_cover(work)
    names = plan_parties(work)
    plan_text_parts(work)
    themes = plan_themes(work)
    agreements = plan_agreements(work, names, themes, changes)
    watch.at(tr("Rijen vergelijken met het dossier"))
    plan_rows(work, names, themes, agreements)
    plan_figures(work, names, themes, agreements)
    plan_signatories(work, names)
    clear_frame(work, frame)
