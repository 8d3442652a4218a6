"""What a column holds by the words above it. `FIELDS` lists every field a column can be."""

import re
from functools import lru_cache

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.importing.recognising.vocabulary import fold, year_of

#: What a column can be, by the use of its table; besides "year:2026" and "party:NAME".
FIELDS: dict[TableUse, tuple[str, ...]] = {
    TableUse.AGREEMENTS: (
        "number", "theme", "heading", "text", "parties", "lead", "involved", "planning",
        "indicator", "status", "obligation", "figures", "remark",
    ),
    TableUse.PROJECTS: (
        "kind", "measure", "location", "neighbourhood", "postcode", "homes", "homes_after", "offered",
        "dwelling_type", "accessibility", "price", "daeb", "status", "planning", "corporation",
        "municipality", "agreement", "note",
    ),
    TableUse.FIGURES: ("label",),
    TableUse.SIGNATORIES: ("name", "function", "organisation", "signature"),
    TableUse.TEXT: (),
    TableUse.NOTHING: (),
}  # fmt: skip

_KIND_HEADS = (
    r"(?:soort|soort (?:project|ingreep|activiteit|maatregel)|ingreep|activiteit|categorie|maatregel"
    r"|type (?:project|ingreep|activiteit|maatregel)|aard|projecttype)"
)
_AGREEMENT_HEADS = (
    ("number", r"(?:nr|no|nummer|afspraaknummer|afspraak ?nr|volgnummer|#|code|id|actie ?nr)"),
    (
        "lead",
        (
            r".*(?:trekker|initiatief|verantwoordelijk|eigenaar|regie|penvoerder|aanjager|houder"
            r"|voortouw|aan zet).*|lead"
        ),
    ),
    ("involved", r".*(?:betrokken|overige partij|samen met|in samenwerking|partners?).*|rollen"),
    (
        "planning",
        r".*(?:planning|wanneer|termijn|deadline|periode|gereed|tijdpad|looptijd|datum).*",
    ),
    (
        "indicator",
        r".*(?:indicator|resultaat|kpi|meetbaar|doelstelling|beoogd|output|prestatie ).*",
    ),
    ("status", r"(?:status|voortgang|stand van zaken|stoplicht)"),
    ("obligation", r".*(?:verplichting|inspanning|hardheid).*"),
    ("theme", r"(?:thema|hoofdstuk|onderdeel|pijler|programmalijn|speerpunt|ambitie)"),
    ("heading", r"(?:onderwerp|titel|kopje|naam|subthema)"),
    ("text", r".*(?:afspraak|afspraken|omschrijving|actie|inhoud|tekst|wat|maatregel|inzet).*"),
    ("parties", r".*(?:partij|(?<!\w)wie(?!\w)|(?<!\w)door|uitvoer).*"),
    ("figures", r".*(?:cijfer|aantal|verdeling|bedrag|budget|kosten).*"),
    ("remark", r".*(?:opmerking|toelichting|bijzonderhe|notitie|aantekening).*"),
)
_PROJECT_HEADS = (
    ("agreement", r"(?:bij )?afspraak(?: ?(?:nr|nummer))?"),
    ("homes_after", r".*(?:na (?:ingreep|samenvoeg|renovatie|sloop)|nieuw aantal|terug te bouwen).*"),
    ("offered", r".*(?:bod|aangeboden|geboden).*"),
    ("postcode", r".*(?:postcode|pc4|pc6).*"),
    ("accessibility", r".*(?:bat|toegankelijk|levensloop|zorggeschikt|rollator|woonkeur).*"),
    ("price", r".*(?:prijs|huurklasse|segment|huurcategorie|aftop|huurgrens|betaalbaarheid).*|huur"),
    ("daeb", r".*daeb.*"),
    ("kind", _KIND_HEADS),
    ("dwelling_type", r".*(?:type|woningsoort|soort woning|woonvorm|bouwvorm|egw|mgw).*"),
    ("homes", r".*(?:aantal|woningen|vhe|eenheden|won$|wooneenheden|hoeveel|omvang).*|#"),
    ("municipality", r".*gemeente.*"),
    ("neighbourhood", r".*(?:wijk|buurt|kern|stadsdeel|dorp|plaats|gebied).*"),
    ("location", r".*(?:locatie|project|complex|adres|straat|plan(?!n)|naam|object|omschrijving|waar).*"),
    ("corporation", r".*(?:corporatie|partij|verhuurder|eigenaar|organisatie|(?<!\w)door|trekker|(?<!\w)wie(?!\w)).*"),
    ("status", r"(?:status|fase|stand van zaken|projectfase|voortgang)"),
    ("planning", r".*(?:planning|start|oplevering|gereed|wanneer|jaar|periode|realisatie|datum).*"),
    ("note", r".*(?:toelichting|opmerking|motivatie|motivering|bijzonder|reden|notitie|overig).*"),
)  # fmt: skip
_SIGNATORY_HEADS = (
    ("function", r".*(?:functie|rol|hoedanigheid).*"),
    ("organisation", r".*(?:organisatie|partij|namens|corporatie|instelling).*"),
    ("name", r".*(?:naam|ondertekenaar|persoon|vertegenwoordig).*"),
    ("signature", r".*(?:handtekening|paraaf|ondertekening).*"),
    ("", r".*(?:datum|plaats).*"),
)
_HEADS = {
    TableUse.AGREEMENTS: _AGREEMENT_HEADS,
    TableUse.PROJECTS: _PROJECT_HEADS,
    TableUse.SIGNATORIES: _SIGNATORY_HEADS,
}
_PATTERNS = {
    use: tuple((field, re.compile(words)) for field, words in heads)
    for use, heads in _HEADS.items()
}
_LONGEST_HEAD = 60


@lru_cache(maxsize=4_096)
def field_named(label: str, use: TableUse) -> str | None:
    """The field that a column heading names in a table of this use; None when it names none."""
    year = year_of(label)
    if year is not None:
        return f"year:{year}"
    folded = fold(label)
    if not folded or len(folded) > _LONGEST_HEAD:
        return None
    patterns = _PATTERNS.get(use, ())
    return next((field for field, pattern in patterns if pattern.fullmatch(folded)), None)


def heads_found(labels: tuple[str, ...], use: TableUse) -> int:
    """How many different fields a row of labels names, when it is read as the head of a table."""
    named = {field_named(label, use) for label in labels}
    return len({field for field in named if field and not field.startswith("year:")})
