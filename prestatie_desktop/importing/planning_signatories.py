"""People under the signatures of a source, in a dossier."""

from dataclasses import replace

from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.domain.groups import members
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.rank import between
from prestatie_desktop.domain.richtext import from_plain, plain
from prestatie_desktop.domain.signing import Signatory
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pair, Pairing
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.planning_parties import Names
from prestatie_desktop.importing.planning_texts import joined
from prestatie_desktop.importing.reading import FoundSignatory
from prestatie_desktop.journal.edits.making import line
from prestatie_desktop.words.importing import nameless, part_name


def plan_signatories(work: Work, names: Names) -> None:
    """Bring the people in: one of the same party with the same name is the same."""
    parts, standing = work.reading.signatories, work.dossier.all(Signatory)
    parties = {part.key: _party(work, names, part) for part in parts}
    pairing = Pairing[FoundSignatory, Signatory](parts, standing, work.decisions)

    def found_key(part: FoundSignatory) -> object:
        return parties[part.key], folded(_name(part))

    def standing_key(signatory: Signatory) -> object:
        return signatory.party_id, folded(signatory.name)

    pairing.by(Ground(MatchReason.SAME_NAME, found_key, standing_key))
    last: dict[Id, str] = {}
    for signatory in standing:
        last[signatory.party_id] = max(signatory.rank, last.get(signatory.party_id, ""))
    for place, part in enumerate(parts):
        pair, party_id = pairing.pairs.get(place), parties[part.key]
        if pair is not None and not work.is_left_out(part):
            changed = work.draft.change(pair.entity, _given(pair.entity, part))
            work.updated(part, pair, changed=changed)
        elif party_id and not work.is_left_out(part):
            last[party_id] = between(last.get(party_id, ""), "")
            new = _new(part, party_id, last[party_id])
            work.draft.add(new)
            work.added(part, new, [one for one in standing if one.party_id == party_id])
        elif names.of(part.party) and not work.is_left_out(part):
            _keep_as_text(work, part)
        else:
            work.left_out(part, pair)


def _party(work: Work, names: Names, part: FoundSignatory) -> Id:
    """The party somebody signs for; of a group with one member that member."""
    if party_id := names.party(part.party):
        return party_id
    found = members(work.dossier, names.of(part.party)) if names.of(part.party) else ()
    return found[0].id if len(found) == 1 else ""


def _name(part: FoundSignatory) -> str:
    return line(part.name, "") or line(part.function, "") or nameless("signatory")


def _new(part: FoundSignatory, party_id: Id, rank: str) -> Signatory:
    return _given(Signatory(id=new_id(), party_id=party_id, name=_name(part), rank=rank), part)


def _given(signatory: Signatory, part: FoundSignatory) -> Signatory:
    return filled(
        signatory,
        function=line(part.function, ""),
        basis=part.basis,
        on_behalf_of=line(part.on_behalf_of, ""),
    )


def _keep_as_text(work: Work, part: FoundSignatory) -> None:
    """A person who signs for a group signs for no party: the name is kept as running text."""
    said = ", ".join(filter(None, [_name(part), line(part.function, ""), line(part.party, "")]))
    title = part_name("signatory", 2)
    parts = work.dossier.all(TextPart)
    standing = next((one for one in parts if one.title == title), None)
    if standing is None:
        rank = between(parts[-1].rank if parts else "", "")
        new = TextPart(id=new_id(), kind=TextPartKind.CLOSING, title=title, rank=rank)
        work.draft.add(replace(new, text=from_plain(said)))
        work.added(part, new)
        return
    text, more = standing.text, from_plain(said)
    if plain(more) not in plain(text).split("\n"):
        text = joined(text, more)
    changed = work.draft.change(standing, replace(standing, text=text))
    work.updated(part, Pair(standing, MatchReason.SAME_NAME), changed=changed)
