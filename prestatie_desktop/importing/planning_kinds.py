"""Tables of commitments: which table of the dossier a row of the source belongs in."""

from collections.abc import Iterator
from dataclasses import replace

from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.rank import between
from prestatie_desktop.filling.standard import standard_kinds
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.planning_draft import Work
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import FoundRow
from prestatie_desktop.journal.edits.making import MAX_LINE, MAX_NUMBER
from prestatie_desktop.words.importing import nameless

_OWN = "own:"
#: What only rows of homes have.
_OF_PROJECTS = frozenset({"homes", "homes_after", "offered", "dwelling_type", "price"})


class Kinds:
    """The tables of the draft, and those that the source needs besides."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._before = {kind.id: kind for kind in work.dossier.all(CommitmentKind)}
        self._now = dict(self._before or (_standard() if work.is_pristine else {}))
        self._standard = {kind.key: kind for kind in _standard().values()}
        self._used: set[Id] = set()
        self._last_rank = max((kind.rank for kind in self._now.values()), default="")
        self._known: dict[tuple[str, Id], Id] = {}
        self._free = frozenset(_free_kinds(work))

    def of(self, row: FoundRow, theme_id: Id) -> Id:
        """The table a row belongs in; it is made when there is none."""
        known = self._known.get((row.kind, theme_id))
        if known is None:
            kind = self._found(row.kind, theme_id) or self._made(row.kind, theme_id)
            known = self._known[row.kind, theme_id] = self._placed(kind, row, theme_id)
        return known

    def standing(self, row: FoundRow, theme_id: Id) -> Id:
        """The table a row would belong in; "" when there is none."""
        kind = self._found(row.kind, theme_id)
        return kind.id if kind else ""

    def settle(self) -> None:
        """Put the tables into the draft.

        In a dossier that held nothing yet, a standard table without rows stands outside the
        themes: it can be used, but no theme of the source has it.
        """
        for kind_id, kind in self._now.items():
            before = self._before.get(kind_id)
            if self._work.is_pristine and kind_id not in self._used and kind.key in self._standard:
                kind = replace(kind, number="", theme_id="")  # noqa: PLW2901
            if before is None:
                self._work.draft.add(kind)
            else:
                self._work.draft.change(before, kind)

    def _found(self, name: str, theme_id: Id) -> CommitmentKind | None:
        fitting = [kind for kind in self._now.values() if self._is_called(kind, name)]
        here = [kind for kind in fitting if kind.theme_id == theme_id]
        if here or not fitting:
            return here[0] if here else None
        if fitting[0].form is KindForm.PROJECT:
            return fitting[0]
        # A free table is one of each theme: only one that is not used yet can go to another.
        return next((kind for kind in fitting if self._is_unused(kind)), None)

    def _is_called(self, kind: CommitmentKind, name: str) -> bool:
        if name in self._standard:
            return kind.key == name
        return folded(kind.label) == folded(_label(name))

    def _is_unused(self, kind: CommitmentKind) -> bool:
        if kind.id in self._used or (kind.theme_id and not self._work.is_pristine):
            return False
        return not self._work.dossier.of(Commitment, "kind_id", kind.id)

    def _made(self, name: str, theme_id: Id) -> CommitmentKind:
        self._last_rank = between(self._last_rank, "")
        kind_id = new_id()
        if name in self._standard:
            known = self._standard[name]
            return replace(known, id=kind_id, theme_id=theme_id, rank=self._last_rank)
        return CommitmentKind(
            id=kind_id,
            key=f"own_{kind_id}",
            label=_label(name),
            form=KindForm.FREE if name in self._free else KindForm.PROJECT,
            theme_id=theme_id,
            rank=self._last_rank,
        )

    def _placed(self, kind: CommitmentKind, row: FoundRow, theme_id: Id) -> Id:
        """The table with the number and theme of the source, where it has none of its own."""
        is_open = self._work.is_pristine and kind.id not in self._used
        number = row.kind_number if len(row.kind_number) <= MAX_NUMBER else ""
        if is_open or not kind.number:
            kind = replace(kind, number=short(number, MAX_NUMBER))
        if is_open or not kind.theme_id:
            kind = replace(kind, theme_id=theme_id)
        self._used.add(kind.id)
        self._now[kind.id] = kind
        return kind.id


def _standard() -> dict[Id, CommitmentKind]:
    return {kind.id: kind for kind in standard_kinds(lambda _: new_id(), {})}


def _label(name: str) -> str:
    return short(name.removeprefix(_OWN), MAX_LINE) or nameless("row")


def _free_kinds(work: Work) -> Iterator[str]:
    """The names of own tables whose rows have amounts and never homes."""
    projects: set[str] = set()
    amounts: set[str] = set()
    for row in work.reading.rows:
        if row.kind.startswith(_OWN):
            projects.update([row.kind] if _OF_PROJECTS & row.values.keys() else [])
            amounts.update([row.kind] if "amount" in row.values else [])
    yield from amounts - projects
