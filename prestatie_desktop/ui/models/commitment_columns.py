"""The columns a table of commitments can have."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.bod_overview import agreed, difference, offer, without_year
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, Daeb, KindForm, ProjectStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.quantity import Quantity, Unknown
from prestatie_desktop.errors import UserError
from prestatie_desktop.words.cells import short_accessibility, short_price, short_quantity
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.quantities import describe_breakdown, format_number
from prestatie_desktop.words.translation import tr

Text = Callable[[Dossier, Commitment], str]


def _nothing(_dossier: Dossier, _row: Commitment) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it shows, what is edited, and how typed text becomes a stored value."""

    key: str
    title: str
    width: int
    show: Text
    raw: Text
    #: Of a number: sorted and added up as one, at the right.
    quantity: Callable[[Commitment], Quantity] | None = None
    parse: Callable[[Dossier, str], str] = lambda _, text: text
    suggestions: Callable[[Dossier], tuple[str, ...]] | None = None
    editable: bool = True
    second: Text = _nothing
    #: Shown where a number is blank.
    blank: str = ""
    tip: Text = _nothing
    unit: str = "homes"


def project_columns(years: tuple[int, ...]) -> tuple[Column, ...]:
    """Every column of a table of projects, in the order in which they are offered."""
    return (
        _line("location", tr("Locatie"), 215),
        number("homes", tr("Woningen"), 96, lambda row: row.homes),
        _suggested("dwelling_type", tr("Type"), 160, ChoiceList.DWELLING_TYPE),
        _accessibility(),
        _price(),
        corporation(),
        _line("neighbourhood", tr("Wijk"), 140),
        _line("postcode", tr("Postcode"), 90),
        _enum("daeb", tr("DAEB"), 100, Daeb, lambda row: row.daeb),
        _enum("status", tr("Status"), 120, ProjectStatus, lambda row: row.status),
        number("offered", tr("Aangeboden"), 110, lambda row: row.offered),
        number("homes_after", tr("Na samenvoegen"), 130, lambda row: row.homes_after),
        *(year(each) for each in years),
        _party("municipality_id", tr("Gemeente"), 150, PartyKind.MUNICIPALITY),
        note(),
        _agreement(),
    )


def free_columns() -> tuple[Column, ...]:
    """Every column of a table of free promises."""
    return (
        _line("location", tr("Onderwerp"), 330),
        replace(
            number("amount", tr("Bedrag"), 128, lambda row: row.amount, unit=""),
            show=lambda _, row: _with_noun(row.amount),
        ),
        corporation(),
        note(),
        _agreement(),
    )


def bod_columns(form: KindForm, years: tuple[int, ...]) -> tuple[Column, ...]:
    """The columns of a table in a bod: the years, what was offered and what was agreed."""
    if form is KindForm.FREE:
        return (free_columns()[0], free_columns()[1], note(), number_offered(""))
    return (
        _line("location", tr("Locatie"), 250, second=_project_words),
        *(year(each, blank="–", width=64) for each in years),
        Column(
            key="without_year",
            title=tr("zonder jaar"),
            width=98,
            show=lambda _, row: short_quantity(without_year(row)),
            raw=lambda _, row: without_year(row).raw,
            quantity=without_year,
            editable=False,
            blank="–",
        ),
        number_offered("homes"),
        number("homes", tr("Afgesproken"), 112, lambda row: row.homes, second=_difference_words),
    )


def bod_extras() -> tuple[Column, ...]:
    """What a table of a bod can show beside its years; sales need the postcode."""
    return tuple(
        column
        for column in project_columns(())
        if column.key not in ("location", "homes", "offered", "corporation_id")
    )


def default_keys(form: KindForm) -> tuple[str, ...]:
    """The columns that are shown until a person chooses others."""
    if form is KindForm.FREE:
        return ("location", "amount", "corporation_id", "note")
    return ("location", "homes", "dwelling_type", "accessibility", "price", "corporation_id")


def number(
    key: str,
    title: str,
    width: int,
    quantity: Callable[[Commitment], Quantity],
    *,
    blank: str = "",
    unit: str = "homes",
    second: Text = _nothing,
) -> Column:
    """A number, kept as it was typed."""
    return Column(
        key=key,
        title=title,
        width=width,
        show=lambda _, row: short_quantity(quantity(row)),
        raw=lambda _, row: quantity(row).raw,
        quantity=quantity,
        blank=blank,
        second=second,
        tip=lambda _, row: _raw_words(quantity(row)),
        unit=unit,
    )


def number_offered(unit: str) -> Column:
    """What was offered, which is the agreed number until another is typed."""
    return Column(
        key="offered",
        title=tr("Bod"),
        width=90,
        show=lambda _, row: short_quantity(offer(row)),
        raw=lambda _, row: offer(row).raw,
        quantity=offer,
        tip=lambda _, row: _raw_words(offer(row)),
        unit=unit,
        editable=unit != "",
    )


def year(which: int, *, blank: str = "", width: int = 72) -> Column:
    """The number in one calendar year."""
    return number(f"year:{which}", str(which), width, lambda row: row.in_year(which), blank=blank)


def corporation() -> Column:
    """Whose row it is."""
    return _party("corporation_id", tr("Corporatie"), 140, PartyKind.CORPORATION)


def note() -> Column:
    """What is said beside it."""
    return Column(
        key="note",
        title=tr("Toelichting"),
        width=220,
        show=lambda _, row: " ".join(row.note.split()),
        raw=lambda _, row: row.note,
        tip=lambda _, row: row.note,
    )


def classes(dossier: Dossier, which: ChoiceList) -> tuple[Choice, ...]:
    """The choices of one list."""
    return tuple(choice for choice in dossier.all(Choice) if choice.list is which)


def party_named(dossier: Dossier, text: str, kind: PartyKind) -> Id:
    """The id of a party by its name or another name it has. Raises UserError for any other."""
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return ""
    for party in dossier.parties:
        names = (party.name, party.legal_name, *party.aliases)
        if party.kind is kind and wanted in (name.casefold() for name in names):
            return party.id
    raise UserError(
        tr("‘{name}’ is geen {kind} in dit dossier; er is niets gewijzigd.").format(
            name=" ".join(text.split())[:60], kind=label(kind).lower()
        )
    )


def _line(key: str, title: str, width: int, second: Text = _nothing) -> Column:
    def show(_: Dossier, row: Commitment) -> str:
        return str(getattr(row, key))

    return Column(key=key, title=title, width=width, show=show, raw=show, second=second)


def _suggested(key: str, title: str, width: int, which: ChoiceList) -> Column:
    def show(_: Dossier, row: Commitment) -> str:
        return str(getattr(row, key))

    return Column(
        key=key,
        title=title,
        width=width,
        show=show,
        raw=show,
        suggestions=lambda dossier: tuple(choice.label for choice in classes(dossier, which)),
    )


def _party(key: str, title: str, width: int, kind: PartyKind) -> Column:
    def show(dossier: Dossier, row: Commitment) -> str:
        party_id = getattr(row, key)
        return named(dossier, party_id) if party_id else ""

    return Column(
        key=key,
        title=title,
        width=width,
        show=show,
        raw=show,
        parse=lambda dossier, text: party_named(dossier, text, kind),
        suggestions=lambda dossier: tuple(p.name for p in dossier.all(Party) if p.kind is kind),
    )


def _enum(
    key: str,
    title: str,
    width: int,
    members: type[StrEnum],
    value: Callable[[Commitment], StrEnum | None],
) -> Column:
    def show(_: Dossier, row: Commitment) -> str:
        member = value(row)
        return label(member) if member else ""

    def parse(_: Dossier, text: str) -> str:
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return ""
        for member in members:
            if wanted in (label(member).casefold(), member.value):
                return member.value
        raise UserError(
            tr("‘{text}’ is geen keuze voor {title}; er is niets gewijzigd.").format(
                text=wanted[:60], title=title
            )
        )

    return Column(
        key=key,
        title=title,
        width=width,
        show=show,
        raw=show,
        parse=parse,
        suggestions=lambda _: tuple(label(member) for member in members),
    )


def _agreement() -> Column:
    def show(dossier: Dossier, row: Commitment) -> str:
        found = dossier.find(Agreement, row.agreement_id)
        return found.number if found else ""

    def parse(dossier: Dossier, text: str) -> str:
        wanted = text.strip()
        found = [each.id for each in dossier.all(Agreement) if each.number == wanted]
        if wanted and not found:
            raise UserError(
                tr("Er is geen afspraak {number}; er is niets gewijzigd.").format(
                    number=wanted[:20]
                )
            )
        return found[0] if wanted else ""

    return Column(
        key="agreement_id", title=tr("Afspraak"), width=90, show=show, raw=show, parse=parse
    )


def _accessibility() -> Column:
    which = ChoiceList.ACCESSIBILITY
    return Column(
        key="accessibility",
        title=tr("BAT"),
        width=110,
        show=lambda dossier, row: short_accessibility(row.accessibility, classes(dossier, which)),
        raw=lambda _, row: row.accessibility.raw,
        tip=lambda dossier, row: describe_breakdown(row.accessibility, classes(dossier, which)),
    )


def _price() -> Column:
    which = ChoiceList.PRICE
    return Column(
        key="price",
        title=tr("Prijsklasse"),
        width=190,
        show=lambda _, row: short_price(row.price),
        raw=lambda _, row: row.price.raw,
        tip=lambda dossier, row: "\n".join(
            dict.fromkeys((row.price.raw, describe_breakdown(row.price, classes(dossier, which))))
        ).strip(),
    )


def _with_noun(quantity: Quantity) -> str:
    """An amount with what is counted: a free promise can be about anything."""
    nouns = {"persons": tr("personen"), "homes": tr("woningen"), "units": tr("vhe")}
    noun = nouns.get(quantity.unit, "") if quantity.is_known else ""
    return f"{short_quantity(quantity)} {noun}".strip()


def _raw_words(quantity: Quantity) -> str:
    """The text as it was written, where the cell shows something shorter."""
    raw = quantity.raw.strip()
    if quantity.unknown is Unknown.NOT_READ:
        return tr("{raw} (niet gelezen als getal)").format(raw=raw)
    return raw if raw != short_quantity(quantity) else ""


def _project_words(_: Dossier, row: Commitment) -> str:
    price = short_price(row.price)
    return "  ·  ".join(part for part in (row.dwelling_type, price) if part)


def _difference_words(_: Dossier, row: Commitment) -> str:
    apart = difference(row) if not row.offered.is_empty else None
    if not apart:
        return tr("eerst {raw}").format(raw=row.offered.raw) if _differs(row) else ""
    words = tr("{count} minder") if apart < 0 else tr("{count} meer")
    return words.format(count=format_number(abs(apart)))


def _differs(row: Commitment) -> bool:
    return not row.offered.is_empty and row.offered.raw.strip() != agreed(row).raw.strip()
