"""The journal as lines of text, the oldest first."""

from collections.abc import Iterator

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.numbering import same_number
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.entry import Author, Entry
from prestatie_desktop.journal.history import history_of, item_refs
from prestatie_desktop.journal.store import Store
from prestatie_desktop.words.actions import entry_sentence
from prestatie_desktop.words.dates import local
from prestatie_desktop.words.history import change_lines


def whole_history(store: Store) -> Iterator[str]:
    """A line for every entry: moment, person and what was done."""
    return map(_entry_line, store.entries_since(""))


def item_history(store: Store, dossier: Dossier, name: str) -> Iterator[str]:
    """The same for one agreement (by number) or project (by place), with what changed below it.

    Raises UserError when there is none, or more than one, by that name.
    """
    refs = item_refs(store, dossier, _named(dossier, name))
    for event in reversed(list(history_of(store, dossier, refs))):
        yield _entry_line(event.entry)
        for change in event.changes:
            yield from (f"    {line}" for line in change_lines(dossier, change))


def _entry_line(entry: Entry) -> str:
    moment = f"{local(entry.at):%d-%m-%Y %H:%M}"
    return f"{moment}  {_who(entry.author)}: {entry_sentence(entry)}"


def _who(author: Author) -> str:
    person = author.person or "?"
    return f"{person} ({author.organisation})" if author.organisation else person


def _named(dossier: Dossier, name: str) -> Agreement | Commitment:
    for agreement in dossier.all(Agreement):
        if same_number(agreement.number, name):
            return agreement
    wanted = name.strip().casefold()
    places = [row for row in dossier.all(Commitment) if row.location.casefold() == wanted]
    if len(places) > 1:
        raise UserError(f"Er zijn {len(places)} projecten die “{name}” heten; noem een afspraak.")
    if not places:
        raise UserError(f"In dit dossier staat geen afspraak of project “{name}”.")
    return places[0]
