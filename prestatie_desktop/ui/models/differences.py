"""What differs between two moments of a dossier: first only where, the words when looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet, TextPart
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity, Ref
from prestatie_desktop.domain.groups import members, named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, find_item, theme_of
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.redline import Change as TextChange
from prestatie_desktop.domain.redline import RedlineBlock, redline
from prestatie_desktop.domain.richtext import from_plain, parse
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import SigningMode
from prestatie_desktop.domain.signing_rules import SigningRules
from prestatie_desktop.domain.signing_state import ItemChange, changed_groups
from prestatie_desktop.domain.sorts import SORTS, ref
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.change import is_text
from prestatie_desktop.words.fields import field_name, field_value, sort_name
from prestatie_desktop.words.items import item_name
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

#: What the program keeps for itself, and what is told elsewhere.
_LEFT_OUT_SORTS = ("role", "edition", "signature_sheet", "signature", "bod_submission")
_LEFT_OUT_FIELDS = ("id", "rank", "logo_id", "snapshot_id", "series_id")
_ITEM_SORTS = ("agreement", "commitment")


@dataclass(frozen=True, slots=True)
class Place:
    """Something that differs, without saying how yet."""

    change: ItemChange
    ref: Ref


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field: its name, and both values as rich text."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """How one thing differs."""

    change: ItemChange
    title: str
    fields: tuple[FieldDifference, ...]


def compare(then: Dossier, now: Dossier) -> list[Place]:
    """Everything that differs, in the order of a dossier."""
    roles = set(_items_with_other_roles(then, now))
    places: list[Place] = []
    for sort, cls in SORTS.items():
        if sort not in _LEFT_OUT_SORTS:
            places += _places(then.all(cls), now.all(cls), roles if sort in _ITEM_SORTS else set())
    return places


def compare_signed(
    then: Dossier, now: Dossier, party_id: Id, changed: Iterable[tuple[Id, ItemChange]]
) -> list[Place]:
    """What differs in what a party signed: the common text, names, groups, themes and items."""
    places = [
        *_places(then.all(AgreementSet), now.all(AgreementSet), set()),
        *_places(then.all(TextPart), now.all(TextPart), set()),
    ]
    before, after = then.find(Party, party_id), now.find(Party, party_id)
    if before and after and before.full_name != after.full_name:
        places.append(Place(ItemChange.CHANGED, ref(after)))
    if before:
        groups = changed_groups(then, now, before)
        places += [Place(ItemChange.CHANGED, Ref("party_group", group)) for group in groups]
    items = list(changed)
    themes = dict.fromkeys(_theme_ids(then, now, (item_id for item_id, _ in items)))
    for theme_id in themes:
        one, other = then.find(Theme, theme_id), now.find(Theme, theme_id)
        if one and other and one != other:
            places.append(Place(ItemChange.CHANGED, ref(other)))
    for cls in (Series, SeriesRow):
        places += _places(then.all(cls), now.all(cls), set())
    for item_id, change in items:
        item = find_item(now, item_id) or find_item(then, item_id)
        if item is not None:
            places.append(Place(change, ref(item)))
    return places


def describe(then: Dossier, now: Dossier, place: Place, party_id: Id = "") -> Difference:
    """How something differs; with a party, also how that party signs it."""
    before, after = then.at(place.ref), now.at(place.ref)
    title = _title(now if after is not None else then, place.ref)
    found = list(_field_differences(then, now, place.ref, before, after))
    if place.ref.sort == "party_group" and before and after and not found:
        found += _member_difference(then, now, place.ref.id)
    if place.ref.sort in _ITEM_SORTS:
        found += _role_difference(then, now, place.ref.id)
        if party_id:
            found += _signing_difference(then, now, place.ref.id, party_id)
    return Difference(place.change, title, tuple(found))


def segments(old: str, new: str) -> list[tuple[str, str]]:
    """The redline of two rich texts as (text, "same"/"inserted"/"deleted").

    Paragraphs that stayed the same, far from any change, are left out as "…".
    """
    blocks = redline(parse(old) if old else (), parse(new) if new else ())
    near = _near_changes(blocks)
    found: list[tuple[str, str]] = []
    skipped = False
    for at, block in enumerate(blocks):
        if at not in near:
            skipped = True
            continue
        if found or skipped:
            found.append(("\n…\n" if skipped and found else "…\n" if skipped else "\n", "same"))
        skipped = False
        for segment in block.segments:
            kind = _KINDS[segment.change]
            if kind == "inserted" and found and found[-1][1] == "deleted":
                found.append(("\N{HAIR SPACE}", "same"))
            found.append((segment.text, kind))
    if skipped and found:
        found.append(("\n…", "same"))
    return found


_KINDS = {
    TextChange.SAME: "same",
    TextChange.FORMATTED: "same",
    TextChange.INSERTED: "inserted",
    TextChange.DELETED: "deleted",
}


def _near_changes(blocks: Sequence[RedlineBlock]) -> set[int]:
    changed = [at for at, block in enumerate(blocks) if block.is_changed]
    if not changed:
        return set(range(len(blocks)))
    return {near for at in changed for near in (at - 1, at, at + 1)}


def _places(before: Sequence[Entity], after: Sequence[Entity], also: set[Id]) -> Iterator[Place]:
    old = {entity.id: entity for entity in before}
    new = {entity.id for entity in after}
    for entity in after:
        was = old.get(entity.id)
        if was is None:
            yield Place(ItemChange.ADDED, ref(entity))
        elif entity.id in also or (was is not entity and _differ(was, entity)):
            yield Place(ItemChange.CHANGED, ref(entity))
    for entity in before:
        if entity.id not in new:
            yield Place(ItemChange.REMOVED, ref(entity))


def _differ(one: Entity, other: Entity) -> bool:
    return one != other and any(
        getattr(one, f.name) != getattr(other, f.name)
        for f in fields(one)
        if not _is_left_out(one, f.name)
    )


def _is_left_out(entity: Entity, name: str) -> bool:
    # The status follows from adopting and signing; it is no part of the text.
    is_status = name == "status" and isinstance(entity, AgreementSet)
    return is_status or name in _LEFT_OUT_FIELDS


def _items_with_other_roles(then: Dossier, now: Dossier) -> Iterator[Id]:
    before = {(r.item_id, r.party_id, r.kind) for r in then.all(Role)}
    after = {(r.item_id, r.party_id, r.kind) for r in now.all(Role)}
    return (item_id for item_id, _, _ in before ^ after)


def _theme_ids(then: Dossier, now: Dossier, item_ids: Iterable[Id]) -> Iterator[Id]:
    for item_id in item_ids:
        for dossier in (now, then):
            item: Item | None = find_item(dossier, item_id)
            if item is not None:
                yield theme_of(dossier, item)
                break


def _field_differences(
    then: Dossier, now: Dossier, where: Ref, before: Entity | None, after: Entity | None
) -> Iterator[FieldDifference]:
    some = after if after is not None else before
    if some is None:
        return
    for f in fields(some):
        if _is_left_out(some, f.name):
            continue
        old = _value(then, where, f.name, before)
        new = _value(now, where, f.name, after)
        if old != new:
            yield FieldDifference(field_name(f.name), old, new)


def _value(dossier: Dossier, where: Ref, name: str, entity: Entity | None) -> str:
    if entity is None:
        return ""
    value = getattr(entity, name)
    if is_text(where.sort, name):
        return str(value)
    text = field_value(dossier, where, name, value)
    return from_plain(text) if text else ""


def _member_difference(then: Dossier, now: Dossier, group_id: Id) -> Iterator[FieldDifference]:
    """Who is in a group that itself stayed the same: a group inside it changed."""
    old, new = _parties(then, group_id), _parties(now, group_id)
    if old != new:
        yield FieldDifference(field_name("members"), from_plain(old), from_plain(new))


def _parties(dossier: Dossier, group_id: Id) -> str:
    return ", ".join(party.name for party in members(dossier, group_id))


def _role_difference(then: Dossier, now: Dossier, item_id: Id) -> Iterator[FieldDifference]:
    old, new = _roles(then, item_id), _roles(now, item_id)
    if old != new:
        yield FieldDifference(tr("Partijen en rollen"), from_plain(old), from_plain(new))


def _roles(dossier: Dossier, item_id: Id) -> str:
    return ", ".join(
        f"{named(dossier, role.party_id)} ({label(role.kind).lower()})"
        for role in ordered_roles(dossier, item_id)
    )


def _signing_difference(
    then: Dossier, now: Dossier, item_id: Id, party_id: Id
) -> Iterator[FieldDifference]:
    old, new = _signing(then, item_id, party_id), _signing(now, item_id, party_id)
    if old != new:
        yield FieldDifference(tr("Ondertekening"), from_plain(old), from_plain(new))


def _signing(dossier: Dossier, item_id: Id, party_id: Id) -> str:
    item = find_item(dossier, item_id)
    if item is None:
        return ""
    signs = SigningRules(dossier).of(item, party_id)
    if signs.mode is SigningMode.WITH_RESERVATION:
        return f"{label(signs.mode)}: {signs.reservation}"
    return label(signs.mode)


def _title(dossier: Dossier, where: Ref) -> str:
    entity = dossier.at(where)
    if isinstance(entity, (Agreement, Commitment)):
        return item_name(dossier, entity.id)
    if isinstance(entity, Theme):
        return tr("Thema {number}: {title}").format(number=entity.number, title=entity.title)
    names = (getattr(entity, name, "") for name in ("title", "name", "label", "person"))
    name = next((text for text in names if text), "")
    party_id = getattr(entity, "party_id", "")
    if not name and party_id:
        name = named(dossier, party_id)
    return f"{sort_name(where.sort)}: {name}" if name else sort_name(where.sort)
