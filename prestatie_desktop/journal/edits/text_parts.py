"""Edits of the running text around the agreements."""

from prestatie_desktop.domain.agreement_set import TextPart, TextPartKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.journal.change import Removed
from prestatie_desktop.journal.edits.making import (
    act,
    add,
    edit,
    rank_at,
    rank_last,
    required,
    rich,
)
from prestatie_desktop.journal.session import Act


def add_text_part(dossier: Dossier, kind: TextPartKind, title: str, text: str = "") -> Act:
    """Add a preamble, definitions or closing words."""
    part = TextPart(
        id=new_id(),
        kind=kind,
        title=required(title, "De titel"),
        text=rich(text, "De tekst"),
        rank=rank_last(dossier.all(TextPart)),
    )
    return add("add_text_part", part, about=part.title)


def set_part_title(dossier: Dossier, part_id: Id, title: str) -> Act:
    """Give a text part another title."""
    part = dossier.get(TextPart, part_id)
    return edit("set_part_title", part, about=part.title, title=required(title, "De titel"))


def set_part_text(dossier: Dossier, part_id: Id, html: str) -> Act:
    """Change the text of a part."""
    part = dossier.get(TextPart, part_id)
    text = rich(html, f"De tekst van {part.title}")
    return edit("set_part_text", part, about=part.title, burst=f"text:{part_id}", text=text)


def move_text_part(dossier: Dossier, part_id: Id, position: int) -> Act:
    """Put a part at another position among all parts."""
    part = dossier.get(TextPart, part_id)
    rank = rank_at(dossier.all(TextPart), position, part_id)
    return edit("move_text_part", part, about=part.title, rank=rank)


def remove_text_part(dossier: Dossier, part_id: Id) -> Act:
    """Take a part out."""
    part = dossier.get(TextPart, part_id)
    return act("remove_text_part", Removed(part), about=part.title)
