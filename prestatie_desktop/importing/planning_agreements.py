"""Agreements of a source in a dossier, with who does what for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Role, RoleKind
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.matching_agreements import AgreementPairing, pair_agreements
from prestatie_desktop.importing.matching_pairs import Pair
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.planning_numbers import FreeNumbers
from prestatie_desktop.importing.planning_parties import Names
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.planning_source_changes import SourceChanges
from prestatie_desktop.importing.planning_themes import Themes
from prestatie_desktop.importing.reading import DoubtKind, FoundAgreement, FoundRole, Wording
from prestatie_desktop.journal.edits.making import lines
from prestatie_desktop.words.fields import field_name
from prestatie_desktop.words.importing import number_in_source

_STRENGTH = {RoleKind.INVOLVED: 0, RoleKind.UNKNOWN_LEAD: 1, RoleKind.LEAD: 2}


class Agreements:
    """Which agreement of the draft is meant by a number of the source."""

    def __init__(self, work: Work) -> None:
        self._known = {number_key(a.number): a for a in work.dossier.all(Agreement)}
        for part in reversed(work.reading.agreements):
            found = work.dossier.find(Agreement, work.ids[part.key])
            if found and part.number:
                self._known[number_key(part.number)] = found

    def of(self, number: str) -> Agreement | None:
        """The agreement with this number, or None."""
        key = number_key(number)
        return self._known.get(key) if key else None


def plan_agreements(work: Work, names: Names, themes: Themes, changes: SourceChanges) -> Agreements:
    """Bring the agreements in, each under its theme and in the order of the source."""
    planner = _Planner(work, names, themes, changes)
    for place in range(len(work.reading.agreements)):
        planner.plan(place)
    return Agreements(work)


class _Planner:
    def __init__(self, work: Work, names: Names, themes: Themes, changes: SourceChanges) -> None:
        self._work = work
        self._names = names
        self._changes = changes
        self._found = pair_agreements(work.reading.agreements, work.dossier, work.decisions)
        self._pairs = self._found.pairing.pairs
        self._themes = dict(self._theme_ids(themes))
        self._ranks = dict(self._new_ranks())
        self._numbers = _free_numbers(work, self._found)
        self._last = self._last_numbers()

    def _theme_ids(self, themes: Themes) -> Iterator[tuple[int, Id]]:
        for place, part in enumerate(self._work.reading.agreements):
            pair = self._pairs.get(place)
            if pair is not None:
                yield place, pair.entity.theme_id
            elif not self._work.is_left_out(part):
                yield place, themes.of_agreement(part.theme, part.number)

    def _new_ranks(self) -> Iterator[tuple[int, str]]:
        by_theme: dict[Id, list[int]] = {}
        for place, theme_id in self._themes.items():
            by_theme.setdefault(theme_id, []).append(place)
        for theme_id, places in by_theme.items():
            order = [self._pairs[p].entity.rank if p in self._pairs else "" for p in places]
            standing = [a.rank for a in self._work.dossier.agreements_of(theme_id)]
            ranks = ranks_among(order, standing)
            yield from zip((p for p in places if p not in self._pairs), ranks, strict=True)

    def _last_numbers(self) -> dict[Id, str]:
        """The highest number under each theme, there and in the source."""
        last: dict[Id, str] = {}
        standing = ((a.theme_id, a.number) for a in self._work.dossier.all(Agreement))
        parts = self._work.reading.agreements
        coming = ((theme, parts[place].number) for place, theme in self._themes.items())
        for theme_id, number in (*standing, *coming):
            if number_key(number) > number_key(last.get(theme_id, "")):
                last[theme_id] = number
        return last

    def plan(self, place: int) -> None:
        """Bring one agreement in."""
        part = self._work.reading.agreements[place]
        pair = self._pairs.get(place)
        if self._work.is_left_out(part):
            self._work.left_out(part, pair)
        elif pair is None:
            self._add(place, part)
        else:
            self._update(place, part, pair)

    def _add(self, place: int, part: FoundAgreement) -> None:
        theme_id = self._themes[place]
        number, remark = self._number(part, theme_id)
        agreement = Agreement(
            id=new_id(),
            theme_id=theme_id,
            number=number,
            heading=part.heading,
            text=part.wordings[0].text if part.wordings else part.text,
            status=part.status or AgreementStatus.PROPOSED,
            obligation=part.obligation,
            planning=part.planning,
            indicator=part.indicator,
            remark=with_lines("", remark),
            rank=self._ranks[place],
        )
        self._work.draft.add(agreement)
        for party_id, kind in self._roles(part.roles).items():
            role = Role(id=new_id(), item_id=agreement.id, party_id=party_id, kind=kind)
            self._work.draft.add(role)
        self._changes.expect(place, agreement.id, part.wordings[1:], part.comments)
        self._work.added(part, agreement, self._found.others(place))

    def _number(self, part: FoundAgreement, theme_id: Id) -> tuple[str, str]:
        """The number it gets, and the remark: with the number it had when that is taken."""
        number = self._numbers.of_source(part.number)
        if number or not part.number:
            return number or self._next_number(theme_id), part.remark
        self._work.doubt(part, DoubtKind.DOUBLE_NUMBER, part.number)
        remark = with_lines(part.remark, number_in_source(part.number))
        return self._next_number(theme_id), remark

    def _next_number(self, theme_id: Id) -> str:
        theme = self._work.dossier.find(Theme, theme_id)
        first = f"{theme.number.rstrip('. ')}.0" if theme else "0"
        self._last[theme_id] = self._numbers.after(self._last.get(theme_id) or first)
        return self._last[theme_id]

    def _update(self, place: int, part: FoundAgreement, pair: Pair[Agreement]) -> None:
        old = pair.entity
        text, later = _text_and_later(old.text, part)
        new = filled(
            old,
            number=self._numbers.over(old.number, part.number),
            heading=part.heading,
            text=text,
            status=part.status,
            obligation=part.obligation,
            planning=part.planning,
            indicator=part.indicator,
        )
        new = replace(new, remark=with_lines(old.remark, part.remark))
        changed = self._work.draft.change(old, new)
        changed |= self._replace_roles(old.id, part.roles)
        changed |= self._changes.expect(place, old.id, later, part.comments)
        self._work.updated(
            part,
            pair,
            changed=changed,
            differs=self._found.differs(place),
            others=self._found.others(place),
        )

    def _replace_roles(self, item_id: Id, found: Sequence[FoundRole]) -> bool:
        """Put the roles of the source in the place of those there are; none leaves them."""
        wanted = self._roles(found)
        if not wanted:
            return False
        changed = False
        for role in self._work.dossier.roles_of(item_id):
            kind = wanted.pop(role.party_id, None)
            if kind is None:
                self._work.draft.remove(role)
                changed = True
            else:
                changed |= self._work.draft.change(role, replace(role, kind=kind))
        for party_id, kind in wanted.items():
            role = Role(id=new_id(), item_id=item_id, party_id=party_id, kind=kind)
            self._work.draft.add(role)
            changed = True
        return changed

    def _roles(self, found: Sequence[FoundRole]) -> dict[Id, RoleKind]:
        """The part each party or group has; named twice it has the stronger one."""
        roles: dict[Id, RoleKind] = {}
        for role in found:
            party_id = self._names.of(role.party)
            if party_id and _STRENGTH[role.kind] >= _STRENGTH[roles.get(party_id, role.kind)]:
                roles[party_id] = role.kind
        return roles


def _text_and_later(now: str, part: FoundAgreement) -> tuple[str, Sequence[Wording]]:
    """The text to begin with, and the states of the source that come after it.

    Where the dossier has a state of the source already, what came before it is not told again.
    """
    states = [wording.text for wording in part.wordings]
    if not states or part.text == now:
        return part.text, ()
    if now in states:
        return now, part.wordings[len(states) - states[::-1].index(now) :]
    return states[0], part.wordings[1:]


def _free_numbers(work: Work, found: AgreementPairing) -> FreeNumbers:
    pairing = found.pairing
    matched = [
        (pair.entity.number, pairing.parts[place].number) for place, pair in pairing.pairs.items()
    ]
    new = [pairing.parts[place].number for place in pairing.unpaired()]
    others = filter(pairing.is_free, pairing.entities)
    tables = {row.kind_number for row in work.reading.rows}
    if not work.is_pristine:
        tables |= {kind.number for kind in work.dossier.all(CommitmentKind)}
    return FreeNumbers((agreement.number for agreement in others), matched, new, avoided=tables)


def with_lines(text: str, more: str) -> str:
    """A remark with lines added that are not in it yet."""
    text, more = (lines(one, field_name("remark")) for one in (text, more))
    if not more or f"\n{more}\n" in f"\n{text}\n":
        return text
    return lines("\n".join(filter(None, [text, more])), field_name("remark"))
