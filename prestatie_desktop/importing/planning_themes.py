"""Themes of a source in a dossier, and which theme is meant by what it calls them."""

from dataclasses import replace

from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.filling.standard import is_standard_theme
from prestatie_desktop.importing.matching_names import folded
from prestatie_desktop.importing.matching_pairs import Ground, Pairing
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.planning_numbers import FreeNumbers
from prestatie_desktop.importing.planning_ranks import ranks_among
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import FoundTheme
from prestatie_desktop.journal.edits.making import MAX_LINE
from prestatie_desktop.words.importing import part_name

_MOST_OFFERED = 10


class Themes:
    """Which theme of the draft is meant by what a source calls it: a key, a number or a title."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._known: dict[object, Id] = {}
        self._standing = _standing(work)
        for theme in self._standing:
            self._learn(theme.id, number_key(theme.number), folded(theme.title))
        # What the source itself calls them goes before what the dossier does.
        for part in reversed(work.reading.themes):
            original = work.fitted.originals[part.key]
            assert isinstance(original, FoundTheme)
            names = (number_key(original.number), folded(original.title), original.key, part.key)
            if theme_id := work.ids[part.key]:
                self._learn(theme_id, *filter(None, names))

    def _learn(self, theme_id: Id, *names: object) -> None:
        for name in filter(None, names):
            self._known[name] = theme_id

    def of(self, name: str) -> Id:
        """The theme that is called so; "" when none is."""
        for key in (name, number_key(name), folded(name)):
            if key and key in self._known:
                return self._known[key]
        return ""

    def of_agreement(self, name: str, number: str) -> Id:
        """The theme an agreement stands under: the one named, or the one its number begins with.

        Without either it is the last theme, which is made when there is none at all.
        """
        found = self.of(name) or self.of(number.partition(".")[0])
        if found:
            return found
        return self._standing[-1].id if self._standing else self._made(name, number)

    def _made(self, name: str, number: str) -> Id:
        title = short(name, MAX_LINE) or part_name("theme")
        own = number.partition(".")[0] or "1"
        theme = Theme(id=new_id(), number=own, title=title, rank=next(ranks_among([""], [])))
        self._work.draft.add(theme)
        self._standing = (theme,)
        self._learn(theme.id, number_key(theme.number), folded(theme.title))
        return theme.id


def _standing(work: Work) -> tuple[Theme, ...]:
    """The themes that something can come into.

    Beside the themes of the source, standard ones that are not among them are about to go.
    """
    themes = work.dossier.themes
    if not work.is_pristine or not work.reading.themes:
        return themes
    used = set(work.ids.values())
    return tuple(theme for theme in themes if theme.id in used or not is_standard_theme(theme))


def plan_themes(work: Work) -> Themes:
    """Bring the themes in: matched by title or number; new ones stand in the order of the source."""
    parts, standing = work.reading.themes, work.dossier.themes
    pairing = Pairing[FoundTheme, Theme](parts, standing, work.decisions)
    for reason, of_part, of_theme in (
        (MatchReason.SAME_NUMBER, _number_and_title, _number_and_title),
        (MatchReason.SAME_NAME, _title, _title),
        (MatchReason.SAME_NUMBER, _number, _number),
        (MatchReason.SAME_NAME, _nothing, _is_called_after_its_number),
    ):
        pairing.by(Ground(reason, of_part, of_theme))
    numbers = _free_numbers(work, pairing)
    ranks = _ranks(work, pairing)
    for place, part in enumerate(parts):
        pair = pairing.pairs.get(place)
        if work.is_left_out(part):
            work.left_out(part, pair)
        elif pair is None:
            theme = _new_theme(part, numbers, ranks[place])
            work.draft.add(theme)
            work.added(part, theme, standing[:_MOST_OFFERED])
        else:
            new = _updated(work, pair.entity, part, numbers, ranks.get(place, ""))
            changed = work.draft.change(pair.entity, new)
            differs = pair.reason is MatchReason.SAME_NUMBER and _is_other(part, pair.entity)
            work.updated(part, pair, changed=changed, differs=differs and not work.is_pristine)
    return Themes(work)


def _number(theme: FoundTheme | Theme) -> object:
    return number_key(theme.number) or None


def _title(theme: FoundTheme | Theme) -> object:
    return folded(theme.title) or None


def _number_and_title(theme: FoundTheme | Theme) -> object:
    return (_number(theme), _title(theme)) if _number(theme) and _title(theme) else None


def _nothing(part: FoundTheme) -> object:
    return None if _number(part) or _title(part) else True


def _is_called_after_its_number(theme: Theme) -> object:
    return True if theme.title == _title_of(theme.number) else None


def _title_of(number: str) -> str:
    return f"{part_name('theme')} {number}"


def _is_other(part: FoundTheme, theme: Theme) -> bool:
    return bool(_title(part)) and _title(part) != _title(theme)


def _free_numbers(work: Work, pairing: Pairing[FoundTheme, Theme]) -> FreeNumbers:
    matched = [
        (pair.entity.number, pairing.parts[place].number) for place, pair in pairing.pairs.items()
    ]
    new = [pairing.parts[place].number for place in pairing.unpaired()]
    # In a dossier that holds nothing yet, a theme that is not in the source goes.
    others = () if work.is_pristine else filter(pairing.is_free, pairing.entities)
    return FreeNumbers((theme.number for theme in others), matched, new)


def _ranks(work: Work, pairing: Pairing[FoundTheme, Theme]) -> dict[int, str]:
    """The place of each new theme; in a dossier that holds nothing yet, of every theme."""
    if work.is_pristine:
        order = [""] * len(pairing.parts)
        return dict(enumerate(ranks_among(order, [])))
    order = [
        pairing.pairs[place].entity.rank if place in pairing.pairs else ""
        for place in range(len(pairing.parts))
    ]
    ranks = ranks_among(order, [theme.rank for theme in work.dossier.themes])
    return dict(zip(pairing.unpaired(), ranks, strict=True))


def _new_theme(part: FoundTheme, numbers: FreeNumbers, rank: str) -> Theme:
    number = numbers.of_source(part.number) or numbers.next_theme()
    return Theme(
        id=new_id(),
        number=number,
        title=part.title or _title_of(number),
        introduction=part.introduction,
        rank=rank,
    )


def _updated(work: Work, theme: Theme, part: FoundTheme, numbers: FreeNumbers, rank: str) -> Theme:
    number = numbers.over(theme.number, part.number)
    new = filled(theme, number=number, title=part.title, introduction=part.introduction)
    if folded(new.title) != folded(theme.title):
        new = replace(new, short_title="")
    if work.is_pristine:
        new = replace(new, introduction=part.introduction, rank=rank)
    return new
