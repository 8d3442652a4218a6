"""The words of an import: what was recognised, what is doubtful, and what happens with it.

The importer's own names are values of its enums; this room does not know the importer itself.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from prestatie_desktop.words.translation import tr

_PARTS = {
    "cover": ("Titelblad", "Titelblad"),
    "party": ("Partij", "Partijen"),
    "group": ("Groep", "Groepen"),
    "text_part": ("Tekstdeel", "Tekstdelen"),
    "theme": ("Thema", "Thema’s"),
    "agreement": ("Afspraak", "Afspraken"),
    "row": ("Rij", "Rijen met inzet"),
    "figures": ("Cijfertabel", "Cijfertabellen"),
    "signatory": ("Ondertekenaar", "Ondertekenaars"),
}

_FATES = {
    "recognised": "Herkend",
    "attached": "Hoort bij een onderdeel",
    "ignored": "Overgeslagen",
    "not_recognised": "Niet herkend",
}

_RULES = {
    "repeated_heading": "Herhaalde kop",
    "repeated_column_heads": "Herhaalde kolomkoppen",
    "running_head": "Kop- of voettekst van bladzijden",
    "page_number": "Bladzijdenummer",
    "table_of_contents": "Inhoudsopgave",
    "decoration": "Versiering",
    "by_hand": "Met de hand overgeslagen",
}

_USES = {
    "agreements": "Afspraken",
    "projects": "Inzet",
    "figures": "Cijfers",
    "signatories": "Ondertekenaars",
    "text": "Tekst",
    "nothing": "Niets",
}

_ACTIONS = {"add": "Toevoegen", "update": "Bijwerken", "skip": "Overslaan"}

_REASONS = {
    "chosen": "zelf gekozen",
    "same_number": "zelfde nummer",
    "same_name": "zelfde naam",
    "same_place": "zelfde plaats",
    "similar_text": "tekst lijkt erop",
    "identical": "staat er al precies zo",
    "new": "nieuw",
    "kept": "het dossier houdt zijn eigen gegevens",
}

_SPELLING_REASONS = {
    "legal_form": "rechtsvorm weggelaten",
    "shortened": "verkorte naam",
    "typing_error": "lijkt een typefout",
    "order": "woorden in een andere volgorde",
    "plural": "enkelvoud of meervoud",
    "acronym": "afkorting",
}

_FIELDS = {
    "number": "Nummer",
    "theme": "Thema",
    "heading": "Kopje",
    "text": "Tekst",
    "parties": "Partijen",
    "lead": "Trekker",
    "involved": "Betrokken",
    "planning": "Planning",
    "indicator": "Indicator",
    "status": "Status",
    "obligation": "Verplichting",
    "figures": "Cijfers",
    "remark": "Opmerking",
    "kind": "Soort",
    "measure": "Maatregel",
    "location": "Locatie",
    "neighbourhood": "Buurt",
    "postcode": "Postcode",
    "homes": "Woningen",
    "homes_after": "Woningen erna",
    "offered": "Aangeboden",
    "amount": "Hoeveelheid",
    "dwelling_type": "Woningtype",
    "accessibility": "Toegankelijkheid",
    "price": "Prijsklasse",
    "daeb": "DAEB",
    "corporation": "Corporatie",
    "municipality": "Gemeente",
    "agreement": "Afspraak",
    "note": "Toelichting",
    "label": "Opschrift van de rij",
    "name": "Naam",
    "function": "Functie",
    "organisation": "Organisatie",
    "signature": "Handtekening",
    "title": "Titel",
    "legal_name": "Statutaire naam",
}

#: With {0}, {1} … for the arguments of the doubt.
_DOUBTS = {
    "no_number": "Er staat geen nummer bij.",
    "double_number": "Het nummer komt vaker voor; deze krijgt een vrij nummer.",
    "no_parties": "Er staan geen partijen bij.",
    "parties_not_read": "Niet als partij herkend: {0}.",
    "loose_lines": "De onderdelen stonden los onder elkaar.",
    "no_corporation": "Er staat geen corporatie bij.",
    "not_a_number": "Niet helemaal als aantal gelezen: {0}.",
    "shifted_cells": "De cellen van deze rij leken verschoven.",
    "total_differs": "Het totaal van {0} is {1}, maar de som is {2}.",
    "not_a_hundred_percent": "De percentages zijn samen {0}, geen 100.",
    "columns_guessed": "Wat in de kolommen staat, is afgeleid uit de inhoud.",
    "kind_guessed": "De soort is afgeleid uit de inhoud.",
    "theme_without_title": "Het thema heeft geen titel.",
    "spelling": "“{0}” is gelezen als {1}.",
    "party_kind_guessed": "Het is niet zeker wat voor partij {0} is.",
    "named_beside": "{0} staat bij de handtekeningen, zonder wie er tekent.",
    "members_guessed": "Wie bij {0} horen, staat niet in de bron.",
    "too_long": "Een te lange tekst is ingekort; het geheel staat in de tekst of toelichting.",
    "by_hand": "Met de hand toegewezen.",
}


def part_name(sort: str, count: int = 1) -> str:
    """What a sort of part is called, for one or several: "Afspraak", "Afspraken"."""
    return tr(_PARTS[sort][count != 1])


def fate_name(fate: str) -> str:
    """What became of a line: "Herkend"."""
    return tr(_FATES[fate])


def rule_name(rule: str) -> str:
    """Why a line was left out: "Bladzijdenummer"."""
    return tr(_RULES[rule])


def use_name(use: str) -> str:
    """What a table holds: "Afspraken"."""
    return tr(_USES[use])


def action_name(action: str) -> str:
    """What happens with a part: "Toevoegen"."""
    return tr(_ACTIONS[action])


def match_reason(reason: str) -> str:
    """Why a part is put over a thing of the dossier: "zelfde nummer"."""
    return tr(_REASONS[reason])


def spelling_reason(reason: str) -> str:
    """Why a spelling may stand for a name; a reason without words is named as it is."""
    return tr(_SPELLING_REASONS[reason]) if reason in _SPELLING_REASONS else reason


def column_name(field: str) -> str:
    """What a column holds: "Locatie", "2026", or the name of a party; "" for nothing."""
    for prefix in ("year:", "party:"):
        if field.startswith(prefix):
            return field.removeprefix(prefix)
    return tr(_FIELDS[field]) if field in _FIELDS else field


def doubt_sentence(kind: str, args: Sequence[str] = ()) -> str:
    """Why a person should look at a part, as a sentence; "?" for a word that is missing."""
    return tr(_DOUBTS[kind]).format(*args, *["?"] * 3)


def number_in_source(number: str) -> str:
    """The remark at an agreement that could not keep its number."""
    return tr("Nummer in de bron: {number}").format(number=number)


def continued(name: str) -> str:
    """The title of a text part with what did not fit elsewhere."""
    return tr("Vervolg van {name}").format(name=name)


def labelled(field: str, text: str) -> str:
    """What a cell said, where it could not stay in its own column: "Status: in overleg"."""
    return f"{column_name(field)}: {text}"


def comment_line(person: str, day: date | None, text: str) -> str:
    """A comment from the margin, as a remark: "J. de Vries (3-10-2025): klopt dit?"."""
    when = f" ({day.day}-{day.month}-{day.year})" if day else ""
    return f"{person or tr('Iemand')}{when}: {text}"


def nameless(sort: str) -> str:
    """What a thing is called that must have a name and has none in the source."""
    return tr("{sort} zonder naam").format(sort=part_name(sort))


def imported_title(year: int) -> str:
    """The title of a new dossier whose source has none."""
    return tr("Prestatieafspraken {year}").format(year=year)


def counted(counts: Mapping[str, int]) -> str:
    """Counts per sort of part: "6 thema’s, 67 afspraken, 1 groep"; "niets" for none."""
    words = [f"{count} {part_name(sort, count).lower()}" for sort, count in counts.items() if count]
    return ", ".join(words) or tr("niets")
