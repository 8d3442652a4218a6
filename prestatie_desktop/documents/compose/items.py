"""Agreements and commitments in a list: number, what it is about, and a party's part in it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from prestatie_desktop.documents.compose.rich import first_words
from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import Item, all_items, binds, theme_of
from prestatie_desktop.domain.roles import roles_by_party
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.words.labels import in_sentence, label

OWN = "voert uit"


def number_of(dossier: Dossier, item: Item) -> str:
    """The number of an agreement, or of the table a commitment stands in."""
    if isinstance(item, Agreement):
        return item.number
    return dossier.get(CommitmentKind, item.kind_id).number


def subject(dossier: Dossier, item: Item) -> str:
    """What an item is about, on one line: "Nieuwbouw: Slakhorst, 147 woningen (Woonpunt)"."""
    if isinstance(item, Agreement):
        return item.heading or first_words(item.text)
    kind = dossier.get(CommitmentKind, item.kind_id)
    figures = item.homes if kind.form is KindForm.PROJECT else item.amount
    said = dict.fromkeys(filter(None, (item.location, figures.raw)))
    what = ", ".join(said)
    corporation = _corporation(dossier, item)
    return f"{kind.label}: {what}" + (f" ({corporation})" if corporation else "")


def part_of(dossier: Dossier, item: Item, party_id: Id) -> str:
    """What a party does for an item: trekker, betrokken, voert uit; "" for nothing."""
    if isinstance(item, Commitment) and item.corporation_id == party_id:
        return OWN
    kind = roles_by_party(dossier, item.id).get(party_id)
    return in_sentence(label(kind)) if kind else ""


def by_theme(dossier: Dossier, items: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    """Items in reading order under the heading of their theme."""
    for theme_id, found in groupby(items, key=lambda item: theme_of(dossier, item)):
        yield theme_heading(dossier, theme_id), list(found)


def theme_heading(dossier: Dossier, theme_id: Id) -> str:
    """2 Betaalbaarheid; the words for what stands outside every theme."""
    theme = dossier.find(Theme, theme_id)
    return f"{theme.number} {theme.title}".strip() if theme else "Buiten de thema’s"


class Counts:
    """How many agreements, projects and other commitments there are among items."""

    def __init__(self, dossier: Dossier, items: Iterable[Item]) -> None:
        self.agreements = self.projects = self.others = 0
        for item in items:
            if isinstance(item, Agreement):
                self.agreements += 1
            elif dossier.get(CommitmentKind, item.kind_id).form is KindForm.PROJECT:
                self.projects += 1
            else:
                self.others += 1


def signs_for(dossier: Dossier, items: Iterable[Item]) -> str:
    """61 van 67 afspraken, 22 van 72 projecten en 4 van 20 andere toezeggingen."""
    of_all = Counts(dossier, (item for item in all_items(dossier) if binds(item)))
    signed = Counts(dossier, items)
    parts = [
        f"{part} van {whole} {words}"
        for part, whole, words in (
            (signed.agreements, of_all.agreements, "afspraken"),
            (signed.projects, of_all.projects, "projecten"),
            (signed.others, of_all.others, "andere toezeggingen"),
        )
        if whole
    ]
    return joined(parts) or "nog geen items"


def joined(parts: list[str]) -> str:
    """Words in a row: "a, b en c"."""
    return " en ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _corporation(dossier: Dossier, commitment: Commitment) -> str:
    return named(dossier, commitment.corporation_id) if commitment.corporation_id else ""
