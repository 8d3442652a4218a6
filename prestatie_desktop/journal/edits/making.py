"""What the edit functions share: acts, checked texts and places in an order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unicodedata import category

from prestatie_desktop.domain.agreement import MAX_TEXT
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.rank import between
from prestatie_desktop.domain.richtext import length, parse, to_html
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Change, difference
from prestatie_desktop.journal.session import Act

#: More characters than this in a name, a title or another short field are refused.
MAX_LINE = 2_000
#: A number stands in a narrow column on screen and paper.
MAX_NUMBER = 20


def act(
    action: str,
    *changes: Change,
    burst: str = "",
    blobs: tuple[Blob, ...] = (),
    **args: str,
) -> Act:
    """What a person wants done, with the arguments of its sentence."""
    return Act(action=action, args=args, changes=changes, burst=burst, blobs=blobs)


def edit(action: str, entity: Entity, /, *, burst: str = "", about: str = "", **new: Any) -> Act:
    """Give fields of one entity another value. `about` names it in the sentence."""
    changed = replace(entity, **new)
    return act(action, *difference(entity, changed), burst=burst, about=about)


def add(action: str, *entities: Entity, **args: str) -> Act:
    """Bring entities into the dossier."""
    changes = tuple(Added(entity) for entity in entities)
    return Act(action=action, args=args, changes=changes)


def known(dossier: Dossier, sorts: tuple[type[Entity], ...], *ids: Id) -> None:
    """Raises KeyError for an id that nothing of these sorts bears."""
    for one in ids:
        if not any(dossier.find(sort, one) for sort in sorts):
            raise KeyError(one)


def known_if_any(dossier: Dossier, sorts: tuple[type[Entity], ...], *ids: Id) -> None:
    """As `known`; "" stands for none."""
    known(dossier, sorts, *filter(None, ids))


def line(text: str, what: str) -> str:
    """A short text on one line, trimmed. Raises UserError when it is far too long."""
    clean = " ".join(_printable(text).split())
    if len(clean) > MAX_LINE:
        raise UserError(
            f"{what} is langer dan {MAX_LINE} tekens en is niet overgenomen; maak de tekst korter."
        )
    return clean


def numbered(text: str) -> str:
    """The number of a theme, table or agreement, or "". Raises UserError when it is far too long."""
    clean = line(text, "Het nummer")
    if len(clean) > MAX_NUMBER:
        raise UserError(
            f"Het nummer is langer dan {MAX_NUMBER} tekens en is niet overgenomen; kies een korter."
        )
    return clean


def required(text: str, what: str) -> str:
    """As `line`, and raises UserError when nothing is left."""
    clean = line(text, what)
    if not clean:
        raise UserError(f"{what} mag niet leeg zijn; er is niets gewijzigd.")
    return clean


def lines(text: str, what: str) -> str:
    """A longer plain text that may have several lines. Raises UserError when it is too long."""
    kept = "\n".join(map(_printable, text.replace("\r\n", "\n").split("\n")))
    if len(kept) > MAX_TEXT:
        raise UserError(_too_long(what))
    return kept.strip()


def _printable(text: str) -> str:
    """Text without what cannot be seen: a soft hyphen goes, a control character is a space."""
    return "".join(c if c.isprintable() else " " * (category(c) != "Cf") for c in text)


def rich(html: str, what: str) -> str:
    """Canonical rich text. Raises UserError when it is too long, RichTextError when no rich text."""
    canonical = to_html(parse(html))
    if length(canonical) > MAX_TEXT or len(canonical) > 10 * MAX_TEXT:
        raise UserError(_too_long(what))
    return canonical


def _too_long(what: str) -> str:
    return (
        f"{what} is langer dan 100.000 tekens en is niet overgenomen; "
        "de vorige tekst staat er nog. Verdeel de tekst over meer onderdelen."
    )


def rank_at(siblings: Sequence[Entity], position: int, moving: Id = "") -> str:
    """The rank that puts an entity at a position among its siblings (0 is first).

    One that stands there already keeps its own.
    """
    rank = {s.id: str(getattr(s, "rank", "")) for s in siblings}
    now = rank.pop(moving, "")
    ranks = list(rank.values())
    position = max(0, min(position, len(ranks)))
    before = ranks[position - 1] if position else ""
    # Things that came together from elsewhere may share a rank; there is no room between them.
    after = next((r for r in ranks[position:] if r > before), "")
    stays = before < now and (now < after or not after)
    return now if stays else between(before, after)


def rank_last(siblings: Sequence[Entity]) -> str:
    """The rank after all siblings."""
    return rank_at(siblings, len(siblings))
