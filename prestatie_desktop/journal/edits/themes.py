"""Edits of themes."""

from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.numbering import same_number
from prestatie_desktop.domain.series import Series, SeriesRow
from prestatie_desktop.domain.signing import SigningRule
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Removed
from prestatie_desktop.journal.edits.making import (
    act,
    add,
    edit,
    line,
    numbered,
    rank_at,
    rank_last,
    required,
    rich,
)
from prestatie_desktop.journal.edits.removing import item_belongings, unlinked
from prestatie_desktop.journal.session import Act


def add_theme(
    dossier: Dossier,
    title: str,
    *,
    number: str = "",
    short_title: str = "",
    introduction: str = "",
) -> Act:
    """Add a theme after the last. Without a number it gets the next free one.

    Raises UserError for an empty title or a number that is taken.
    """
    number = numbered(number) or _next_number(dossier)
    _check_number(dossier, number)
    theme = Theme(
        id=new_id(),
        number=number,
        title=required(title, "De titel van het thema"),
        short_title=line(short_title, "De korte naam"),
        introduction=rich(introduction, "De inleiding"),
        rank=rank_last(dossier.themes),
    )
    return add("add_theme", theme, about=f"{theme.number} {theme.tab_name}")


def rename_theme(
    dossier: Dossier, theme_id: Id, *, number: str, title: str, short_title: str
) -> Act:
    """Give a theme another number, title or short name. Raises UserError as `add_theme`."""
    theme = dossier.get(Theme, theme_id)
    number = required(numbered(number), "Het nummer")
    _check_number(dossier, number, besides=theme_id)
    return edit(
        "rename_theme",
        theme,
        about=f"{theme.number} {theme.tab_name}",
        number=number,
        title=required(title, "De titel van het thema"),
        short_title=line(short_title, "De korte naam"),
    )


def set_introduction(dossier: Dossier, theme_id: Id, html: str) -> Act:
    """Change the introduction of a theme."""
    theme = dossier.get(Theme, theme_id)
    text = rich(html, f"De inleiding van thema {theme.number}")
    return edit(
        "set_introduction",
        theme,
        about=theme.number,
        burst=f"introduction:{theme_id}",
        introduction=text,
    )


def move_theme(dossier: Dossier, theme_id: Id, position: int) -> Act:
    """Put a theme at another position. Its number stays."""
    theme = dossier.get(Theme, theme_id)
    rank = rank_at(dossier.themes, position, theme_id)
    return edit("move_theme", theme, about=theme.number, rank=rank)


def remove_theme(dossier: Dossier, theme_id: Id) -> Act:
    """Take out a theme with its agreements, figures and tables; one step to undo."""
    theme = dossier.get(Theme, theme_id)
    doomed: list[Entity] = []
    for agreement in dossier.agreements_of(theme_id):
        doomed += [*item_belongings(dossier, agreement.id), agreement]
    for series in dossier.of(Series, "theme_id", theme_id):
        doomed += [*dossier.of(SeriesRow, "series_id", series.id), series]
    for kind in dossier.of(CommitmentKind, "theme_id", theme_id):
        for commitment in dossier.of(Commitment, "kind_id", kind.id):
            doomed += [*item_belongings(dossier, commitment.id), commitment]
        doomed.append(kind)
    doomed += dossier.of(SigningRule, "target_id", theme_id)
    going = {entity.id for entity in doomed}
    return act(
        "remove_theme",
        *(c for a in dossier.agreements_of(theme_id) for c in unlinked(dossier, a.id, going)),
        *(Removed(entity) for entity in [*doomed, theme]),
        about=f"{theme.number} {theme.tab_name}",
    )


def _next_number(dossier: Dossier) -> str:
    taken = [theme.number for theme in dossier.themes]
    return next(
        str(n) for n in range(1, len(taken) + 2) if not any(same_number(str(n), t) for t in taken)
    )


def _check_number(dossier: Dossier, number: str, besides: Id = "") -> None:
    for theme in dossier.themes:
        if theme.id != besides and same_number(theme.number, number):
            raise UserError(
                f"Er is al een thema {theme.number} ({theme.tab_name}); er is niets gewijzigd. "
                "Kies een ander nummer."
            )
