"""Edits of the dossier's own lists: dwelling types, accessibility and price classes."""

from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.journal.change import Removed
from prestatie_desktop.journal.edits.making import act, add, edit, line, rank_last, required
from prestatie_desktop.journal.session import Act


def add_choice(
    dossier: Dossier,
    which: ChoiceList,
    label: str,
    *,
    key: str = "",
    aliases: tuple[str, ...] = (),
) -> Act:
    """Add a class to a list. Raises UserError for an empty label."""
    siblings = [choice for choice in dossier.all(Choice) if choice.list is which]
    choice = Choice(
        id=new_id(),
        list=which,
        key=key or f"own_{new_id()}",
        label=required(label, "De naam van de klasse"),
        aliases=tuple(a for one in aliases if (a := line(one, "De andere schrijfwijze"))),
        rank=rank_last(siblings),
    )
    return add("add_choice", choice, about=choice.label)


def edit_choice(dossier: Dossier, choice_id: Id, label: str, aliases: tuple[str, ...]) -> Act:
    """Change how a class is called and recognised."""
    choice = dossier.get(Choice, choice_id)
    return edit(
        "edit_choice",
        choice,
        about=choice.label,
        label=required(label, "De naam van de klasse"),
        aliases=tuple(a for one in aliases if (a := line(one, "De andere schrijfwijze"))),
    )


def remove_choice(dossier: Dossier, choice_id: Id) -> Act:
    """Take a class out of its list; what rows say stays as it was written."""
    choice = dossier.get(Choice, choice_id)
    return act("remove_choice", Removed(choice), about=choice.label)
