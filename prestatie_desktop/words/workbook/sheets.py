"""The sheets of the workbook that a dossier is exported to, and that is read in again."""

from prestatie_desktop.domain.agreement import (
    Agreement,
    AgreementStatus,
    Obligation,
    Origin,
    Role,
    RoleKind,
)
from prestatie_desktop.domain.agreement_set import (
    AgreementSet,
    SetKind,
    SetStatus,
    TextPart,
    TextPartKind,
)
from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import (
    Commitment,
    CommitmentKind,
    Daeb,
    KindForm,
    ProjectStatus,
)
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.series import Series, SeriesKind, SeriesRow
from prestatie_desktop.domain.signing import (
    Signatory,
    SigningBasis,
    SigningMode,
    SigningRule,
    SigningScope,
)
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.words.workbook.forms import Column, Form, Growth, Sheet

#: Goes up when an older program would read a workbook wrongly.
VERSION = 1

#: The hidden sheet by which a workbook is known, followed by the version.
MARK = "prestatie-werkboek-"

#: Columns for the way back, at the far right and hidden.
ID, EXACT = "id", "exact"

#: Above the two columns of a sheet with one thing.
UPRIGHT = ("Gegeven", "Waarde")

#: Characters (UTF-16 units) in one cell; Excel takes 32,767.
CELL = 32_000

#: Between names in one cell.
BETWEEN = "; "

_NAMED = (Party, PartyGroup)
_ITEM = (Agreement, Commitment)

_ROLES = (
    Column("roles:lead", "Trekker", Form.ROLES, 24, sorts=_NAMED),
    Column("roles:involved", "Betrokken", Form.ROLES, 24, sorts=_NAMED),
    Column("roles:unknown_lead", "Trekker onbekend", Form.ROLES, 24, sorts=_NAMED),
)

DOSSIER = Sheet(
    title="Dossier",
    sort=AgreementSet,
    upright=True,
    columns=(
        Column("title", "Titel", Form.LINE, 60, required=True),
        Column("kind", "Soort", Form.CHOICE, 60, choices=SetKind, otherwise="yearly"),
        Column("first_year", "Eerste jaar", Form.YEAR, 60, required=True),
        Column("last_year", "Laatste jaar", Form.YEAR, 60, required=True),
        Column("status", "Status", Form.CHOICE, 60, choices=SetStatus, otherwise="concept"),
        Column("dated", "Datum", Form.DAY, 60),
        Column("framework_title", "Meerjarenkader", Form.LINE, 60),
        Column("framework_period", "Periode van het kader", Form.LINE, 60),
        Column("base_document", "Gebaseerd op", Form.LINE, 60),
        Column("base_document_date", "Datum van het basisdocument", Form.DAY, 60),
    ),
)

THEMES = Sheet(
    title="Thema’s",
    sort=Theme,
    known_by=("number",),
    columns=(
        Column("number", "Nummer", Form.NUMBER, 11, required=True),
        Column("title", "Titel", Form.LINE, 40, required=True),
        Column("short_title", "Korte naam", Form.LINE, 20),
        Column("introduction", "Inleiding", Form.RICH, 80),
    ),
)

AGREEMENTS = Sheet(
    title="Afspraken",
    sort=Agreement,
    known_by=("number",),
    owner="theme_id",
    columns=(
        Column("number", "Nummer", Form.NUMBER, 11),
        Column("theme_id", "Thema", Form.ONE, 22, sorts=(Theme,), required=True),
        Column("heading", "Kopje", Form.LINE, 24),
        Column("text", "Tekst", Form.RICH, 80),
        *_ROLES,
        Column("status", "Status", Form.CHOICE, 15, choices=AgreementStatus, otherwise="voorstel"),
        Column("obligation", "Verplichting", Form.CHOICE, 26, choices=Obligation),
        Column("planning", "Planning", Form.LINE, 16),
        Column("indicator", "Indicator", Form.LINE, 24),
        Column("origin", "Herkomst", Form.CHOICE, 24, choices=Origin),
        Column("municipalities", "Alleen voor gemeenten", Form.SEVERAL, 20, sorts=(Party,)),
        Column("remark", "Opmerking", Form.LINES, 36),
        Column("open_question", "Open vraag", Form.LINES, 36),
        Column("question_owner_id", "Wie antwoordt", Form.ONE, 20, sorts=_NAMED),
    ),
)

COMMITMENTS = Sheet(
    title="Inzet",
    sort=Commitment,
    known_by=("kind_id", "location", "corporation_id"),
    owner="kind_id",
    growth=Growth.YEARS,
    grows_after="offered",
    columns=(
        Column("kind_id", "Soort", Form.ONE, 18, sorts=(CommitmentKind,), required=True),
        Column("corporation_id", "Corporatie", Form.ONE, 18, sorts=(Party,)),
        Column("location", "Locatie of onderwerp", Form.LINE, 32),
        Column("homes", "Woningen", Form.QUANTITY, 16),
        Column("homes_after", "Woningen erna", Form.QUANTITY, 16),
        Column("offered", "Aangeboden", Form.QUANTITY, 16),
        Column("amount", "Hoeveelheid", Form.QUANTITY, 16),
        Column("amount_unit", "Eenheid", Form.UNIT, 12),
        Column("dwelling_type", "Woningtype", Form.LINE, 26),
        Column("accessibility", "Toegankelijkheid", Form.SPLIT, 20),
        Column("price", "Prijsklasse", Form.SPLIT, 26),
        Column("daeb", "DAEB", Form.CHOICE, 12, choices=Daeb),
        Column("status", "Status", Form.CHOICE, 15, choices=ProjectStatus),
        Column("municipality_id", "Gemeente", Form.ONE, 20, sorts=(Party,)),
        Column("neighbourhood", "Buurt", Form.LINE, 16),
        Column("postcode", "Postcode", Form.LINE, 12),
        Column("agreement_id", "Afspraak", Form.ONE, 12, sorts=(Agreement,)),
        *_ROLES,
        Column("note", "Toelichting", Form.LINES, 48),
    ),
)

ROLES = Sheet(
    title="Rollen",
    sort=Role,
    known_by=("item_id", "party_id"),
    owner="item_id",
    columns=(
        Column("item_id", "Afspraak of inzet", Form.ONE, 40, sorts=_ITEM, required=True),
        Column("party_id", "Partij", Form.ONE, 32, sorts=_NAMED, required=True),
        Column("kind", "Rol", Form.CHOICE, 18, choices=RoleKind, required=True),
    ),
)

SERIES = Sheet(
    title="Cijfertabellen",
    sort=Series,
    known_by=("title",),
    columns=(
        Column("title", "Titel", Form.LINE, 44, required=True),
        Column("kind", "Soort", Form.CHOICE, 13, choices=SeriesKind, otherwise="series"),
        Column("theme_id", "Thema", Form.ONE, 22, sorts=(Theme,)),
        Column("agreement_id", "Afspraak", Form.ONE, 12, sorts=(Agreement,)),
        Column("columns", "Kolommen", Form.FIGURES, 60, sorts=(Party,)),
        Column("row_label", "Opschrift van de rijen", Form.LINE, 20),
        Column("unit", "Eenheid", Form.UNIT, 12, otherwise="homes"),
        Column("reference_date", "Peildatum", Form.DAY, 12),
        Column("with_totals", "Met totalen", Form.FLAG, 14),
    ),
)

FIGURES = Sheet(
    title="Cijfers",
    sort=SeriesRow,
    known_by=("series_id", "label"),
    owner="series_id",
    growth=Growth.FIGURES,
    grows_after="label",
    columns=(
        Column("series_id", "Cijfertabel", Form.ONE, 44, sorts=(Series,), required=True),
        Column("label", "Rij", Form.LINE, 24),
    ),
)

PARTIES = Sheet(
    title="Partijen",
    sort=Party,
    known_by=("name",),
    columns=(
        Column("name", "Naam", Form.LINE, 32, required=True),
        Column("kind", "Soort", Form.CHOICE, 24, choices=PartyKind, required=True),
        Column("legal_name", "Statutaire naam", Form.LINE, 36),
        Column("aliases", "Andere namen", Form.LIST, 32),
        Column("seat", "Vestigingsplaats", Form.LINE, 18),
        Column("signs", "Tekent", Form.FLAG, 11),
        Column("represents", "Spreekt namens huurders van", Form.SEVERAL, 30, sorts=(Party,)),
        Column("successor_id", "Rechtsopvolger", Form.ONE, 24, sorts=(Party,)),
        Column("note", "Toelichting", Form.LINES, 48),
    ),
)

GROUPS = Sheet(
    title="Groepen",
    sort=PartyGroup,
    known_by=("name",),
    columns=(
        Column("name", "Naam", Form.LINE, 32, required=True),
        Column("members", "Leden", Form.SEVERAL, 80, sorts=_NAMED),
        Column("note", "Toelichting", Form.LINES, 48),
    ),
)

SIGNATORIES = Sheet(
    title="Ondertekenaars",
    sort=Signatory,
    known_by=("party_id", "name"),
    owner="party_id",
    columns=(
        Column("party_id", "Partij", Form.ONE, 32, sorts=(Party,), required=True),
        Column("name", "Naam", Form.LINE, 28, required=True),
        Column("function", "Functie", Form.LINE, 28),
        Column("basis", "Grondslag", Form.CHOICE, 14, choices=SigningBasis),
        Column("document", "Document", Form.LINE, 32),
        Column("document_date", "Datum van het document", Form.DAY, 16),
        Column("on_behalf_of", "In opdracht van", Form.LINE, 28),
    ),
)

SIGNING = Sheet(
    title="Wie tekent",
    sort=SigningRule,
    known_by=("scope", "target_id", "party_id"),
    columns=(
        Column("scope", "Reikwijdte", Form.CHOICE, 20, choices=SigningScope, required=True),
        Column("target_id", "Geldt voor", Form.ONE, 40, sorts=(Theme, *_ITEM)),
        Column("party_id", "Partij", Form.ONE, 32, sorts=_NAMED, required=True),
        Column("mode", "Tekent", Form.CHOICE, 22, choices=SigningMode, required=True),
        Column("reservation", "Voorbehoud", Form.LINES, 60),
    ),
)

TEXT_PARTS = Sheet(
    title="Tekstdelen",
    sort=TextPart,
    known_by=("kind", "title"),
    columns=(
        Column("kind", "Soort", Form.CHOICE, 16, choices=TextPartKind, required=True),
        Column("title", "Titel", Form.LINE, 32, required=True),
        Column("text", "Tekst", Form.RICH, 100),
    ),
)

BOD_TEXTS = Sheet(
    title="Bodteksten",
    sort=BodText,
    known_by=("party_id", "heading"),
    owner="party_id",
    columns=(
        Column("party_id", "Corporatie", Form.ONE, 24, sorts=(Party,), required=True),
        Column("heading", "Onderdeel", Form.LEGAL, 32, required=True),
        Column("text", "Tekst", Form.RICH, 100),
    ),
)

KINDS = Sheet(
    title="Tabellen",
    sort=CommitmentKind,
    known_by=("label", "theme_id"),
    columns=(
        Column("label", "Naam", Form.LINE, 32, required=True),
        Column("number", "Nummer", Form.NUMBER, 11),
        Column("theme_id", "Thema", Form.ONE, 22, sorts=(Theme,)),
        Column("form", "Vorm", Form.CHOICE, 14, choices=KindForm, otherwise="project"),
        Column("legal", "Wettelijk onderdeel", Form.LEGAL, 44),
    ),
)

CHOICES = Sheet(
    title="Keuzelijsten",
    sort=Choice,
    known_by=("list", "label"),
    owner="list",
    columns=(
        Column("list", "Lijst", Form.CHOICE, 18, choices=ChoiceList, required=True),
        Column("label", "Naam", Form.LINE, 32, required=True),
        Column("aliases", "Andere schrijfwijzen", Form.LIST, 60),
    ),
)

#: In the order of the tabs.
SHEETS = (
    DOSSIER,
    THEMES,
    AGREEMENTS,
    COMMITMENTS,
    ROLES,
    SERIES,
    FIGURES,
    PARTIES,
    GROUPS,
    SIGNATORIES,
    SIGNING,
    TEXT_PARTS,
    BOD_TEXTS,
    KINDS,
    CHOICES,
)

#: Fields that stay behind: a logo is no text.
LEFT_BEHIND: dict[type[Entity], tuple[str, ...]] = {Party: ("logo_id",)}
