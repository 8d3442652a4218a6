"""How parts of a reading are named and why they are to be checked, in a line."""

from functools import cache

from prestatie_desktop.domain.richtext import first_sentence
from prestatie_desktop.filling.standard import standard_kinds
from prestatie_desktop.importing.reading import (
    Doubt,
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    Part,
)
from prestatie_desktop.words.importing import doubt_sentence
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_SENTENCE = 160


def number_of(part: Part) -> str:
    """What stands before its words: the number of a theme or an agreement."""
    return part.number if isinstance(part, FoundTheme | FoundAgreement) else ""


def title_of(part: Part) -> str:  # noqa: PLR0911 - one line per sort
    """What it is, on one line."""
    match part:
        case FoundCover():
            return part.title or tr("Gegevens van het dossier")
        case FoundTheme() | FoundTextPart() | FoundFigures():
            return part.title or tr("(zonder titel)")
        case FoundAgreement():
            return part.heading or first_sentence(part.text, _SENTENCE) or tr("(nog geen tekst)")
        case FoundRow():
            return part.values.get("location") or tr("(zonder locatie)")
        case FoundParty() | FoundGroup():
            return part.name
        case FoundSignatory():
            return part.name or part.function or tr("(zonder naam)")
    return part.key


def beside(part: Part) -> str:
    """What stands quietly beside it: whose row, how many homes, which organisation."""
    match part:
        case FoundRow():
            homes = part.values.get("homes") or part.values.get("amount", "")
            return "  ·  ".join(filter(None, (homes, part.corporation)))
        case FoundParty():
            return label(part.kind)
        case FoundGroup():
            return tr("Groep van {count}").format(count=len(part.members))
        case FoundSignatory():
            return part.party
        case FoundFigures():
            return tr("{count} rijen").format(count=len(part.rows))
    return ""


def sort_of(part: Part) -> str:  # noqa: C901, PLR0911 - one line per sort
    """What sort of thing it is, as a heading says it: "Afspraak 1.7"."""
    match part:
        case FoundCover():
            return tr("Dossier")
        case FoundTheme():
            return tr("Thema {number}").format(number=part.number).strip()
        case FoundAgreement():
            if not part.number:
                return tr("Afspraak zonder nummer")
            return tr("Afspraak {number}").format(number=part.number)
        case FoundRow():
            return kind_label(part.kind)
        case FoundParty():
            return tr("Partij")
        case FoundGroup():
            return tr("Groep van partijen")
        case FoundTextPart():
            return label(part.kind)
        case FoundFigures():
            return label(part.kind)
        case FoundSignatory():
            return tr("Ondertekenaar")
    return ""


def reasons_of(part: Part) -> tuple[str, ...]:
    """Why a person is to look at it, a sentence each."""
    return tuple(dict.fromkeys(doubt_words(doubt) for doubt in part.doubts))


def doubt_words(doubt: Doubt) -> str:
    """One reason."""
    return doubt_sentence(doubt.kind.value, doubt.args)


def kind_label(kind: str) -> str:
    """What a table of commitments is called: "Nieuwbouw", or the label of the source itself."""
    if kind.startswith("own:"):
        return kind.removeprefix("own:")
    return _kinds().get(kind, kind or tr("Inzet"))


def kind_choices() -> list[tuple[str, str]]:
    """The tables a person can choose from: key and words."""
    return list(_kinds().items())


@cache
def _kinds() -> dict[str, str]:
    return {kind.key: kind.label for kind in standard_kinds(lambda key: key, {})}
