"""What a source says of itself, and the frame of a dossier that held nothing before."""

from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import AgreementSet
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.standard import is_standard_theme
from prestatie_desktop.importing.matching_pairs import Pair
from prestatie_desktop.importing.matching_values import MatchReason
from prestatie_desktop.importing.planning_draft import Work, filled
from prestatie_desktop.importing.reading import FoundCover
from prestatie_desktop.journal.edits.agreement_sets import check_years
from prestatie_desktop.journal.edits.making import line


def plan_cover(work: Work) -> None:
    """Take title, kind, years and date over, where the dossier holds nothing yet.

    A dossier that holds something is about what it is about, unless a person says otherwise.
    """
    cover, now = work.reading.cover, work.dossier.set
    pair = Pair(now, MatchReason.SAME_NAME)
    new = with_cover(now, cover)
    if new == now:
        work.updated(cover, pair, changed=False)
    elif work.is_left_out(cover):
        work.left_out(cover, pair)
    elif work.is_pristine or cover.key in work.decisions.resolutions:
        work.updated(cover, pair, changed=work.draft.change(now, new))
    else:
        work.left_out(cover, pair, MatchReason.KEPT)


def with_cover(dossier_set: AgreementSet, cover: FoundCover) -> AgreementSet:
    """What a dossier is about, with what a source says of itself; impossible years are passed by."""
    years = usable_years(cover)
    new = filled(
        dossier_set, title=line(cover.title, ""), kind=cover.kind, dated=cover.dated
    )  # fmt: skip
    return replace(new, first_year=years[0], last_year=years[1]) if years else new


def usable_years(cover: FoundCover) -> tuple[int, int] | None:
    """The first and last year, or None when the source gives none that can be."""
    first = cover.first_year if cover.first_year is not None else cover.last_year
    if first is None:
        return None
    last = first if cover.last_year is None else cover.last_year
    try:
        check_years(first, last)
    except UserError:
        return None
    return first, last


def clear_frame(work: Work, standing: tuple[Theme, ...]) -> None:
    """Take out the standard themes that nothing of the source came into.

    `standing` are the themes as they were.
    """
    if not work.is_pristine:
        return
    used = set(work.ids.values())
    for theme in standing:
        if theme.id not in used and is_standard_theme(theme) and not _holds_anything(work, theme):
            work.draft.remove(theme)
            work.removed["theme"] = work.removed.get("theme", 0) + 1


def _holds_anything(work: Work, theme: Theme) -> bool:
    return any(
        work.dossier.of(sort, "theme_id", theme.id) for sort in (Agreement, CommitmentKind, Series)
    )
