"""Whether a dossier can be as a workbook would have it."""

from collections import Counter
from collections.abc import Hashable, Iterator

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import would_be_circular
from prestatie_desktop.domain.integrity import dangling
from prestatie_desktop.domain.numbering import number_key
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.signing import SigningMode, SigningRule
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.importing.own_workbook_draft import Draft
from prestatie_desktop.importing.own_workbook_file import wrong
from prestatie_desktop.importing.own_workbook_matching import Match
from prestatie_desktop.words.translation import tr

_Same = tuple[str, Hashable]


def check(before: Dossier, draft: Draft) -> None:
    """Raises UserError, with the place of the row, for what no edit would allow either.

    What was so before the import stays as it was.
    """
    after = draft.dossier
    broken = {one.where.id for one in dangling(after)} - {one.where.id for one in dangling(before)}
    doubles = _doubles(after) - _doubles(before)
    for match in draft.taken:
        if match.id in broken:
            raise _in_row(match, tr("deze rij verwijst naar iets wat er niet (meer) is"))
        for what, same in _same(after, match):
            if (what, same) in doubles and _says_so(match):
                raise _in_row(match, what)
        _check_thing(before, after, match)


def _says_so(match: Match) -> bool:
    """Whether somebody typed by what the row is known, and did not just leave it as it was."""
    exact = match.exact is not None and not match.is_copy
    return not (exact and all(map(match.is_as_it_was, match.sheet.known_by)))


def _in_row(match: Match, what: str) -> Exception:
    key = next(iter(match.sheet.known_by), "")
    return wrong(match.sheet, match.address(key), what)


def _doubles(dossier: Dossier) -> Counter[_Same]:
    counts = Counter(
        same
        for sort in (Party, PartyGroup, Theme, Agreement, Role, SigningRule)
        for thing in dossier.all(sort)
        for same in _identity(thing)
    )
    return Counter({same: count for same, count in counts.items() if count > 1})


def _same(dossier: Dossier, match: Match) -> Iterator[_Same]:
    thing = dossier.find(match.sheet.sort, match.id)
    yield from _identity(thing)


def _identity(thing: object) -> Iterator[_Same]:
    """What no two things may have in common."""
    match thing:
        case Party(name=name) | PartyGroup(name=name):
            yield tr("deze naam komt twee keer voor"), ("name", name.casefold())
        case Theme(number=number):
            yield tr("dit nummer komt twee keer voor"), ("theme", number_key(number))
        case Agreement(number=number):
            yield tr("dit nummer komt twee keer voor"), ("agreement", number_key(number))
        case Role(item_id=item, party_id=party):
            yield tr("deze partij heeft hier al een rol"), ("role", item, party)
        case SigningRule(scope=scope, target_id=target, party_id=party):
            yield tr("deze regel staat er twee keer"), ("rule", scope, target, party)


def _check_thing(before: Dossier, after: Dossier, match: Match) -> None:
    thing = after.find(match.sheet.sort, match.id)
    if thing == before.find(match.sheet.sort, match.id):
        return
    match thing:
        case PartyGroup(id=group, members=members) if would_be_circular(after, group, members):
            raise _in_row(match, tr("een groep kan geen lid zijn van zichzelf"))
        case SigningRule(mode=SigningMode.WITH_RESERVATION, reservation=""):
            raise _in_row(match, tr("een voorbehoud heeft woorden nodig"))
        case AgreementSet(first_year=first, last_year=last) if not _can_be_years(first, last):
            raise wrong(
                match.sheet,
                match.address("last_year"),
                tr("deze jaren kunnen niet; het laatste ligt hooguit twintig jaar na het eerste"),
            )


def _can_be_years(first: int, last: int) -> bool:
    return 1990 <= first <= last <= 2100 and last - first <= 20
