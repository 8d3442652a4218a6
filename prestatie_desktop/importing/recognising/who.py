"""Everybody in a source: parties, groups, and which spellings stand for whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.reading import (
    Doubt,
    DoubtKind,
    FoundGroup,
    FoundParty,
    Spelling,
)
from prestatie_desktop.importing.recognising.evidence import Evidence
from prestatie_desktop.importing.recognising.names import Lexicon
from prestatie_desktop.importing.recognising.party_words import (
    Generic,
    is_tenants,
    party_kind,
    without_legal_form,
)
from prestatie_desktop.importing.recognising.spellings import proposals
from prestatie_desktop.importing.recognising.vocabulary import fold
from prestatie_desktop.words.labels import plural

_SHORTEST = 4
_TENANTS_OF = re.compile(
    r"(?P<who>.+?)\s*[-–—:]?\s*(?:\(?huurders\w*(?:\(en\))?\)?|hbv|huurdersvereniging).*",
    re.IGNORECASE,
)
_TENANTS_BEFORE = re.compile(
    r"(?:\w*huurders\w*(?:\s(?:vereniging|organisatie|raad|belang\w*))?|hbv|hv|ho|bewonersraad)\s+"
    r"(?:van |bij )?(?P<who>.+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Who:
    """The parties and groups by name, in the order of the field, and the words that mean them."""

    parties: dict[str, FoundParty] = field(default_factory=dict)
    groups: dict[str, FoundGroup] = field(default_factory=dict)
    spellings: tuple[Spelling, ...] = ()
    lexicon: Lexicon = field(default_factory=Lexicon)

    def kind_of(self, name: str) -> PartyKind | None:
        """What a party is; None for a group or an unknown name."""
        party = self.parties.get(name)
        return party.kind if party else None

    def of_kind(self, kind: PartyKind) -> tuple[str, ...]:
        """The names of all parties of a kind."""
        return tuple(name for name, party in self.parties.items() if party.kind is kind)


def everybody(
    evidence: Evidence, beside: Mapping[str, tuple[str, ...]], decisions: Decisions
) -> Who:
    """Who takes part. `beside`: tenants' organisations named beside signatures, with other names."""
    written = Counter(evidence.names)
    for (sort, text), count in evidence.generics.items():
        if sort in (Generic.CORPORATIONS, Generic.TENANTS):
            written[text] += count
    spellings = (
        *_spellings(written, evidence, decisions),
        *_short_forms(evidence, decisions),
    )
    stands_for = {one.written: one.stands_for for one in spellings}
    stands_for.update({s: stands_for.get(n, n) for s, n in evidence.short.items()})
    stands_for.update(decisions.spellings)
    names = [n for n in evidence.names if stands_for.get(n, n) == n and n not in beside]
    providers = {stands_for.get(name, name) for name in evidence.providers}
    who = Who(spellings=spellings)
    aliases = _aliases(stands_for)
    for name in names:
        others = aliases.get(name, ())
        guessed = [o for o in others if o not in decisions.spellings and o not in evidence.short]
        who.parties[name] = _party(name, others, guessed, providers, decisions)
    for name, others in beside.items():
        _add_beside(who, name, tuple(o for o in others if o not in evidence.names))
    for name in evidence.actors:
        if stands_for.get(name, name) == name:
            who.parties.setdefault(name, _actor(name, aliases))
    if evidence.generics and not who.of_kind(PartyKind.MUNICIPALITY):
        _add_unnamed_municipality(who, evidence)
    _represent(who)
    _in_order(who)
    _add_groups(who, evidence, stands_for, aliases, decisions)
    _fill_lexicon(who, stands_for, decisions)
    return who


def _spellings(
    written: Counter[str], evidence: Evidence, decisions: Decisions
) -> tuple[Spelling, ...]:
    generic_words = {text for _sort, text in evidence.generics}
    found = proposals(written, decisions.spellings)
    return tuple(one for one in found if one.written not in generic_words)


def _short_forms(evidence: Evidence, decisions: Decisions) -> Iterator[Spelling]:
    """The first word of a corporation's name where it stands alone: no other begins with it."""
    text = "\n".join(evidence.margins)
    firsts = Counter(name.split()[0] for name in evidence.names if not is_tenants(name))
    for name in sorted(evidence.providers):
        first, *more = name.split()
        if not more or firsts[first] > 1 or first in evidence.names or first in decisions.spellings:
            continue
        if len(first) < _SHORTEST or without_legal_form(first) == "":
            continue
        if re.search(rf"(?<!\w){re.escape(first)}(?!\s+{re.escape(more[0])})(?!\w)", text):
            yield Spelling(written=first, stands_for=name, reason="shortened")


def _aliases(stands_for: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for written, name in stands_for.items():
        if name and name != written:
            found.setdefault(name, []).append(written)
    return {name: tuple(dict.fromkeys(others)) for name, others in found.items()}


def _party(
    name: str,
    others: tuple[str, ...],
    guessed: Iterable[str],
    providers: set[str],
    decisions: Decisions,
) -> FoundParty:
    kind, sure = party_kind(name, is_provider=name in providers)
    doubts: list[Doubt] = []
    if name in decisions.kinds:
        kind = decisions.kinds[name]
    elif not sure:
        doubts.append(Doubt(DoubtKind.PARTY_KIND_GUESSED, (name,)))
    doubts += [Doubt(DoubtKind.SPELLING, (other, name)) for other in guessed]
    legal = next((o for o in others if fold(o).startswith(("stichting", "vereniging"))), "")
    return FoundParty(
        key=f"party:{name}",
        name=name,
        kind=kind,
        legal_name=legal,
        aliases=others,
        signs=kind is not PartyKind.ACTOR,
        doubts=tuple(doubts),
    )


def _actor(name: str, aliases: Mapping[str, tuple[str, ...]]) -> FoundParty:
    return FoundParty(
        key=f"party:{name}",
        name=name,
        kind=PartyKind.ACTOR,
        aliases=aliases.get(name, ()),
        signs=False,
    )


def _add_beside(who: Who, name: str, others: tuple[str, ...]) -> None:
    who.parties[name] = FoundParty(
        key=f"party:{name}",
        name=name,
        kind=PartyKind.TENANTS_ORGANISATION,
        legal_name=name,
        aliases=others,
        signs=False,
        doubts=(Doubt(DoubtKind.NAMED_BESIDE, (name,)),),
    )


def _add_unnamed_municipality(who: Who, evidence: Evidence) -> None:
    words = [t for (s, t) in evidence.generics if s is Generic.MUNICIPALITY]
    if words:
        name = "Gemeente"
        who.parties[name] = FoundParty(
            key=f"party:{name}",
            name=name,
            kind=PartyKind.MUNICIPALITY,
            doubts=(Doubt(DoubtKind.PARTY_KIND_GUESSED, (name,)),),
        )


def _represent(who: Who) -> None:
    """Say for whose tenants an organisation speaks, where its name holds a corporation's."""
    from dataclasses import replace

    corporations = who.of_kind(PartyKind.CORPORATION)
    for name in who.of_kind(PartyKind.TENANTS_ORGANISATION):
        found = tuple(c for c in corporations if _speaks_for(name, c))
        longest = max(map(len, found), default=0)
        best = tuple(c for c in found if len(c) == longest)
        if best:
            who.parties[name] = replace(who.parties[name], represents=best)


def _speaks_for(name: str, corporation: str) -> bool:
    wanted = fold(corporation)
    for pattern in (_TENANTS_OF, _TENANTS_BEFORE):
        found = pattern.fullmatch(name)
        if found and wanted and f" {wanted} " in f" {fold(found['who'])} ":
            return True
    return False


def _in_order(who: Who) -> None:
    order = list(PartyKind)
    ordered = sorted(who.parties.values(), key=lambda party: order.index(party.kind))
    who.parties = {party.name: party for party in ordered}


def _add_groups(
    who: Who,
    evidence: Evidence,
    stands_for: Mapping[str, str],
    aliases: Mapping[str, tuple[str, ...]],
    decisions: Decisions,
) -> None:
    _make_groups_by_hand(who, aliases, decisions)
    members = {
        Generic.CORPORATIONS: who.of_kind(PartyKind.CORPORATION),
        Generic.TENANTS: tuple(
            n for n in who.of_kind(PartyKind.TENANTS_ORGANISATION) if who.parties[n].signs
        ),
        Generic.MUNICIPALITIES: who.of_kind(PartyKind.MUNICIPALITY),
    }
    towns = members[Generic.MUNICIPALITIES]
    for sort in Generic:
        words = Counter({t: n for (s, t), n in evidence.generics.items() if s is sort})
        if not words:
            continue
        if sort in (Generic.MUNICIPALITY, Generic.MUNICIPALITIES) and len(towns) == 1:
            who.lexicon.generics[sort] = towns[0]
            continue
        if sort is Generic.MUNICIPALITY:
            who.lexicon.generics[sort] = plural(PartyKind.MUNICIPALITY)
            continue
        name = _group_name(sort, words)
        everyone = tuple(name for name, party in who.parties.items() if party.signs)
        chosen = members.get(sort, everyone)
        other = tuple(w for w in words if w != name)
        if name not in decisions.kinds:
            _add_group(who, name, decisions.members.get(name, chosen), aliases, words=other)
        who.lexicon.generics[sort] = name
    for name in evidence.subsets:
        if stands_for.get(name, name) != name or name in decisions.kinds:
            continue
        doubts = () if name in decisions.members else (Doubt(DoubtKind.MEMBERS_GUESSED, (name,)),)
        whole = members[Generic.CORPORATIONS if "corporatie" in fold(name) else Generic.TENANTS]
        _add_group(who, name, decisions.members.get(name, whole), aliases, doubts=doubts)


def _make_groups_by_hand(
    who: Who, aliases: Mapping[str, tuple[str, ...]], decisions: Decisions
) -> None:
    """A name with members is a group, whatever it looked like."""
    for name in [name for name in who.parties if name in decisions.members]:
        del who.parties[name]
        members = [member for member in decisions.members[name] if member != name]
        _add_group(who, name, members, aliases)


def _group_name(sort: Generic, words: Counter[str]) -> str:
    """What the source calls the group, in the plural where it uses that at all."""
    standard = {
        Generic.CORPORATIONS: plural(PartyKind.CORPORATION),
        Generic.TENANTS: plural(PartyKind.TENANTS_ORGANISATION),
        Generic.MUNICIPALITIES: plural(PartyKind.MUNICIPALITY),
        Generic.ALL: "Alle partijen",
    }[sort]
    several = [word for word in words if fold(word).endswith(("s", "en"))]
    best = max(several, key=lambda word: (words[word], word), default="")
    return best if best and best[0].isupper() else standard


def _add_group(
    who: Who,
    name: str,
    members: Sequence[str],
    aliases: Mapping[str, tuple[str, ...]],
    *,
    words: Iterable[str] = (),
    doubts: tuple[Doubt, ...] = (),
) -> None:
    others = tuple(
        dict.fromkeys((*words, *(a for w in (name, *words) for a in aliases.get(w, ()))))
    )
    spelled = tuple(
        Doubt(DoubtKind.SPELLING, (a, name)) for w in (name, *words) for a in aliases.get(w, ())
    )
    known = tuple(member for member in members if member in who.parties)
    who.groups[name] = FoundGroup(
        key=f"party:{name}", name=name, members=known, aliases=others, doubts=(*doubts, *spelled)
    )


def _fill_lexicon(who: Who, stands_for: Mapping[str, str], decisions: Decisions) -> None:
    lexicon = who.lexicon
    for name, group in who.groups.items():
        for written in (name, *group.aliases):
            lexicon.learn(written, name)
    for name, party in who.parties.items():
        for written in (name, *party.aliases):
            lexicon.learn(written, name)
    for written, name in stands_for.items():
        target = lexicon.name_of(name) if name else ""
        if target:
            lexicon.learn(written, target)
    lexicon.none = frozenset(fold(w) for w, name in decisions.spellings.items() if not name)
