"""What was filled in for a new dossier: read from lines of names, and judged before it is made."""

from collections import Counter
from dataclasses import dataclass

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.words.labels import plural
from prestatie_desktop.words.translation import tr

LONGEST_NAME = 200
MANY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What is the matter, and at which field ("municipalities", "year", …)."""

    field: str
    sentence: str


def names_in(text: str) -> tuple[str, ...]:
    """One name on each line; empty lines and bullets before a name do not count."""
    lines = ("".join(c if c.isprintable() else " " for c in line) for line in text.splitlines())
    return tuple(name for line in lines if (name := " ".join(line.lstrip(" \t•*-–").split())))


def municipality_names(text: str) -> tuple[str, ...]:
    """As `names_in`; "Heerlen" becomes "Gemeente Heerlen"."""
    return tuple(
        name if name.casefold().startswith("gemeente ") else f"Gemeente {name}"
        for name in names_in(text)
    )


def guessed_corporation(tenants: str, corporations: tuple[str, ...]) -> str:
    """The corporation whose name stands in that of a tenants' organisation; "" when none does."""
    inside = [name for name in corporations if name.casefold() in tenants.casefold()]
    return max(inside, key=len, default="")


def year_flaw(first: str, last: str) -> Flaw | None:
    """Whether the years can be read and follow each other."""
    try:
        begin, end = int(first), int(last or first)
    except ValueError:
        wrong = "year" if not first.strip().isdecimal() else "last_year"
        return Flaw(field=wrong, sentence=tr("Typ een jaar, bijvoorbeeld 2026."))
    if not 1990 <= begin <= 2100:
        return Flaw(field="year", sentence=tr("Het jaar ligt tussen 1990 en 2100."))
    if not 0 <= end - begin <= 20 or end > 2100:
        sentence = tr("Het laatste jaar ligt hooguit twintig jaar na het eerste, en niet ervoor.")
        return Flaw(field="last_year", sentence=sentence)
    return None


def name_flaw(field: str, names: tuple[str, ...], others: tuple[str, ...] = ()) -> Flaw | None:
    """Whether every name is different, from the others too, and none is far too long."""
    if len(names) > MANY:
        return Flaw(field=field, sentence=tr("Dit zijn er meer dan 200."))
    for name in names:
        if len(name) > LONGEST_NAME:
            start = f"{name[:30]}…"
            sentence = tr("De naam “{name}” is langer dan 200 tekens.").format(name=start)
            return Flaw(field=field, sentence=sentence)
    for name, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            double = next(n for n in names if n.casefold() == name)
            sentence = tr("{name} staat er meer dan eens.").format(name=double)
            return Flaw(field=field, sentence=sentence)
    taken = {other.casefold() for other in others}
    groups = {plural(kind).casefold() for kind in PartyKind}
    for name in names:
        if name.casefold() in taken:
            sentence = tr("{name} staat al bij een andere soort partij.").format(name=name)
            return Flaw(field=field, sentence=sentence)
        if name.casefold() in groups:
            sentence = tr("{name} is de naam van de groep zelf; noem de partijen apart.")
            return Flaw(field=field, sentence=sentence.format(name=name))
    return None


def safe_file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    kept = "".join("-" if c in '\\/:*?"<>|' or not c.isprintable() else c for c in title)
    return " ".join(kept.split()).strip(". ")[:100] or tr("Nieuw dossier")
