"""Edits of what the dossier is about."""

from dataclasses import replace
from typing import Any

from prestatie_desktop.domain.agreement_set import AgreementSet, SetKind, SetStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import new_id
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits.making import add, edit, line, required
from prestatie_desktop.journal.session import Act


def start(title: str, kind: SetKind, first_year: int, last_year: int | None = None) -> Act:
    """Begin an empty dossier: the first thing in every journal."""
    last_year = first_year if last_year is None else last_year
    check_years(first_year, last_year)
    dossier_set = AgreementSet(
        id=new_id(),
        title=required(title, "De titel"),
        kind=kind,
        first_year=first_year,
        last_year=last_year,
    )
    return replace(add("start_dossier", dossier_set, title=dossier_set.title), starts=True)


def set_details(dossier: Dossier, **new: Any) -> Act:
    """Change the title, kind, years, framework, base document or date.

    Raises UserError for an empty title or impossible years.
    """
    now = dossier.set
    if "title" in new:
        new["title"] = required(new["title"], "De titel")
    for name in ("framework_title", "framework_period", "base_document"):
        if name in new:
            new[name] = line(new[name], "De omschrijving")
    check_years(new.get("first_year", now.first_year), new.get("last_year", now.last_year))
    return edit("set_details", now, about=new.get("title", now.title), **new)


def set_status(dossier: Dossier, status: SetStatus) -> Act:
    """Say how far the parties are."""
    return edit("set_dossier_status", dossier.set, about=status.value, status=status)


def check_years(first: int, last: int) -> None:
    """Raises UserError for years that no set of agreements has."""
    if not (1990 <= first <= last <= 2100 and last - first <= 20):
        raise UserError(
            "Deze jaren kunnen niet: kies een eerste jaar vanaf 1990 en een laatste jaar dat "
            "daar hooguit twintig jaar na ligt. Er is niets gewijzigd."
        )
