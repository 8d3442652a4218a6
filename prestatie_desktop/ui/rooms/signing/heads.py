"""What stands at the left of a row of the matrix: number, title, and what is special about it."""

from dataclasses import dataclass

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.items import Item, binds, find_item
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.signing import SigningMode, SigningRule, SigningScope
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.ui.rooms.signing.rows import Row, RowKind
from prestatie_desktop.words.translation import tr

_TITLE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class RowHead:
    """The words and signs at the left of a row."""

    number: str
    title: str
    #: Quiet words after the title.
    second: str = ""
    #: "pin-outline" or "comment-text-outline".
    glyph: str = ""
    tip: str = ""
    #: No longer part of what is agreed.
    struck: bool = False
    #: A row of a table that was opened.
    nested: bool = False


def head_of(dossier: Dossier, row: Row) -> RowHead:
    """The head of a row; of one that is just gone, an empty one."""
    match row.kind:
        case RowKind.THEME:
            return _theme_head(dossier, row)
        case RowKind.TABLE:
            return _table_head(dossier, row)
    item = find_item(dossier, row.id)
    return _item_head(dossier, item) if item else RowHead(number="", title="")


def title_of(item: Item) -> str:
    """A heading, the first words of the text, or the place of a project."""
    if isinstance(item, Agreement):
        return item.heading or _first_words(plain(item.text)) or tr("zonder tekst")
    return item.location or tr("zonder plaats")


def short_name(dossier: Dossier, row: Row) -> str:
    """A row in the line of words: "1.11", "thema 2", "Nieuwbouw"."""
    head = head_of(dossier, row)
    if row.kind is RowKind.THEME:
        return tr("thema {number}").format(number=head.number) if head.number else head.title
    if row.kind is RowKind.TABLE or not head.number:
        return head.title
    commitment = dossier.find(Commitment, row.id)
    return f"{head.number} {head.title}" if commitment else head.number


def _theme_head(dossier: Dossier, row: Row) -> RowHead:
    theme = dossier.find(Theme, row.id)
    if theme is None:
        return RowHead(number="", title=tr("Buiten de thema’s"))
    glyph, tip = _rules_at(dossier, row.id, SigningScope.THEME)
    return RowHead(number=theme.number, title=theme.title, glyph=glyph, tip=tip)


def _table_head(dossier: Dossier, row: Row) -> RowHead:
    kind = dossier.find(CommitmentKind, row.id)
    if kind is None:
        return RowHead(number="", title="")
    count = len(dossier.of(Commitment, "kind_id", kind.id))
    text = tr("1 rij") if count == 1 else tr("{count} rijen").format(count=count)
    return RowHead(number=kind.number, title=kind.label, second=text)


def _item_head(dossier: Dossier, item: Item) -> RowHead:
    glyph, tip = _rules_at(dossier, item.id, SigningScope.ITEM)
    if isinstance(item, Agreement):
        return RowHead(
            number=item.number,
            title=title_of(item),
            glyph=glyph,
            tip=tip,
            struck=not binds(item),
        )
    kind = dossier.find(CommitmentKind, item.kind_id)
    return RowHead(
        number=kind.number if kind else "",
        title=title_of(item),
        second=named(dossier, item.corporation_id) if item.corporation_id else "",
        glyph=glyph,
        tip=tip,
        struck=not binds(item),
        nested=True,
    )


def _rules_at(dossier: Dossier, target_id: str, scope: SigningScope) -> tuple[str, str]:
    rules = [r for r in dossier.of(SigningRule, "target_id", target_id) if r.scope is scope]
    if not rules:
        return "", ""
    reserved = [rule for rule in rules if rule.mode is SigningMode.WITH_RESERVATION]
    tip = "\n".join(_rule_words(dossier, rule) for rule in rules)
    return ("comment-text-outline" if reserved else "pin-outline"), tip


def _rule_words(dossier: Dossier, rule: SigningRule) -> str:
    party = named(dossier, rule.party_id)
    match rule.mode:
        case SigningMode.NOT:
            return tr("{party} tekent hier niet").format(party=party)
        case SigningMode.SIGNS:
            return tr("{party} tekent hier wel").format(party=party)
    return tr("{party}, met voorbehoud: {text}").format(party=party, text=rule.reservation)


def _first_words(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0] + "…"
