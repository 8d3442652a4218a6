"""Running text of a source in a dossier."""

from collections.abc import Iterable, Sequence

from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pair, Pairing
from prestatie_desktop.importing.matching_texts import words_of
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.reading import FoundTextPart
from prestatie_desktop.words.labels import label

_MOST_OFFERED = 5


def plan_text_parts(work: Work) -> None:
    """Bring the running text in: matched by title, or by its words."""
    parts, standing = work.reading.text_parts, work.dossier.all(TextPart)
    pairing = Pairing[FoundTextPart, TextPart](parts, standing, work.decisions)
    for reason, key in (
        (MatchReason.SAME_NAME, _kind_and_title),
        (MatchReason.SAME_NAME, _part_title),
        (MatchReason.SIMILAR_TEXT, _words),
    ):
        pairing.by(Ground(reason, key, key))
    order = [
        pairing.pairs[place].entity.rank if place in pairing.pairs else ""
        for place in range(len(parts))
    ]
    ranks = ranks_among(order, [part.rank for part in standing])
    for place, part in enumerate(parts):
        rank = "" if place in pairing.pairs else next(ranks)
        _plan_text_part(work, part, pairing.pairs.get(place), rank, standing)


def _plan_text_part(
    work: Work,
    part: FoundTextPart,
    pair: Pair[TextPart] | None,
    rank: str,
    standing: Sequence[TextPart],
) -> None:
    if work.is_left_out(part):
        work.left_out(part, pair)
        return
    title = part.title or label(part.kind)
    if pair is None:
        new = TextPart(id=new_id(), kind=part.kind, title=title, text=part.text, rank=rank)
        work.draft.add(new)
        work.added(part, new, _alike(part, standing))
        return
    changed = work.draft.change(pair.entity, filled(pair.entity, title=title, text=part.text))
    work.updated(part, pair, changed=changed)


def _alike(part: FoundTextPart, standing: Iterable[TextPart]) -> list[TextPart]:
    return [one for one in standing if one.kind is part.kind][:_MOST_OFFERED]


def _part_title(part: FoundTextPart | TextPart) -> object:
    return folded(part.title) or folded(label(part.kind))


def _kind_and_title(part: FoundTextPart | TextPart) -> object:
    return part.kind, _part_title(part)


def _words(part: FoundTextPart | TextPart) -> object:
    return words_of(part.text) or None
