"""How an agreement reads while it is not the chosen one: number, text and roles, status."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import parse
from prestatie_desktop.domain.richtext_links import with_current_numbers
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.marks import paint_role
from prestatie_desktop.ui.look.paint import plate, width_of, words
from prestatie_desktop.ui.look.states import STATUS, RoleMark
from prestatie_desktop.ui.look.tokens import CHIP, RADIUS_CHIP, READING_LINE
from prestatie_desktop.ui.richtext_document import to_document
from prestatie_desktop.words.translation import tr

#: In pixels at 100 %, the same in the painted row and in the chosen card.
SIDE, TOP, BOTTOM, NUMBER, STATUS_WIDTH, ROLE_GAP, ROLE_LINE = 18, 14, 14, 54, 136, 14, 28
#: Narrower than this, the status stands under the text.
NARROW = 600
_KEPT = 400
_PROPORTIONAL: Final = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role and where it stands in its row, from the left of the text."""

    x: int
    y: int
    mark: RoleMark
    name: str


@dataclass(slots=True)
class RowLook:
    """A row laid out for one width."""

    document: QTextDocument
    roles: tuple[RoleShown, ...]
    text_height: int
    height: int


def set_line_height(document: QTextDocument) -> None:
    """Running text with room between its lines."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(READING_LINE, _PROPORTIONAL)
    cursor.mergeBlockFormat(spaced)


def number_now(dossier: Dossier, item_id: Id) -> str:
    """What a link to an item reads as; "?" when the item is gone."""
    agreement = dossier.find(Agreement, item_id)
    return agreement.number if agreement else "?"


class RowLooks:
    """Lays rows out and keeps the last few hundred."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Id, RowLook] = OrderedDict()
        self._width = 0

    def forget(self, agreement_id: Id) -> None:
        """An agreement reads otherwise now."""
        self._kept.pop(agreement_id, None)

    def forget_all(self) -> None:
        """Everything may read otherwise: other colours, names or numbers."""
        self._kept.clear()

    def of(self, dossier: Dossier, agreement: Agreement, width: int) -> RowLook:
        """A row laid out."""
        if width != self._width:
            self.forget_all()
            self._width = width
        kept = self._kept.get(agreement.id)
        if kept is None:
            kept = _laid_out(dossier, agreement, width)
            self._kept[agreement.id] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(agreement.id)
        return kept


def guesses(agreements: Iterable[Agreement], width: int) -> Iterator[int]:
    """The height each row will have, without laying it out."""
    px = theme().px
    letters = max(1, text_width(width) // max(1, px(7.3)))
    empty, heading, line = px(TOP + BOTTOM + ROLE_LINE + 10), px(30), px(27)
    for agreement in agreements:
        lines = 1 + len(agreement.text) // letters
        yield empty + (heading if agreement.heading else 0) + lines * line


def text_width(width: int) -> int:
    """The room for the text in a row of this width."""
    px = theme().px
    taken = 2 * px(SIDE) + px(NUMBER)
    if not is_narrow(width):
        taken += px(STATUS_WIDTH) + px(12)
    return max(px(120), width - taken)


def is_narrow(width: int) -> bool:
    """Whether the status has to stand under the text."""
    return width < theme().px(NARROW)


def _laid_out(dossier: Dossier, agreement: Agreement, width: int) -> RowLook:
    px, room = theme().px, text_width(width)
    document = reading_document(dossier, agreement, room)
    text_height = max(round(document.size().height()), px(26))
    roles, height = _placed_roles(dossier, agreement, room, after_status=is_narrow(width))
    whole = px(TOP) + text_height + (px(10) + height if height else 0) + px(BOTTOM)
    return RowLook(document, roles, text_height, whole)


def reading_document(dossier: Dossier, agreement: Agreement, width: int) -> QTextDocument:
    """Heading and text, with the numbers of today in its links."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(theme().font("read"))
    blocks = with_current_numbers(parse(agreement.text), lambda one: number_now(dossier, one))
    to_document(document, blocks, theme().colour("accent"))
    if not agreement.text:
        _write_quietly(document, tr("Nog geen tekst"))
    if agreement.heading:
        _put_heading(document, agreement.heading)
    set_line_height(document)
    _close_last_block(document)
    document.setTextWidth(width)
    return document


def _write_quietly(document: QTextDocument, text: str) -> None:
    quiet = QTextCharFormat()
    quiet.setForeground(theme().colour("ink3"))
    QTextCursor(document).insertText(text, quiet)


def _put_heading(document: QTextDocument, heading: str) -> None:
    cursor = QTextCursor(document)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    cursor.insertText(heading, bold)
    cursor.insertBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    spaced = QTextBlockFormat()
    spaced.setBottomMargin(2)
    cursor.setBlockFormat(spaced)


def _close_last_block(document: QTextDocument) -> None:
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    flush = QTextBlockFormat()
    flush.setBottomMargin(0)
    cursor.mergeBlockFormat(flush)


def _placed_roles(
    dossier: Dossier, agreement: Agreement, room: int, *, after_status: bool
) -> tuple[tuple[RoleShown, ...], int]:
    px = theme().px
    placed: list[RoleShown] = []
    x = y = 0
    if after_status:
        x = status_width(agreement) + px(ROLE_GAP)
    for role in ordered_roles(dossier, agreement.id):
        name, mark = named(dossier, role.party_id), role_mark(role.kind.value)
        width = px(25) + width_of(name, role_font(mark))
        if x and x + width > room:
            x, y = 0, y + px(ROLE_LINE)
        placed.append(RoleShown(x, y, mark, name))
        x += width + px(ROLE_GAP)
    return tuple(placed), (y + px(ROLE_LINE)) if placed or after_status else 0


def role_mark(kind: str) -> RoleMark:
    """The mark of a role's kind."""
    return "lead" if kind == "lead" else "involved" if kind == "involved" else "unknown_lead"


def role_font(mark: RoleMark) -> QFont:
    """Who leads stands out."""
    return theme().font("ui", 600 if mark == "lead" else 400)


def status_width(agreement: Agreement) -> int:
    """The width of a status badge."""
    return width_of(STATUS[agreement.status.value].word, theme().font("small", 600)) + theme().px(
        44
    )


def paint_row(
    painter: QPainter, rect: QRectF, agreement: Agreement, look: RowLook, *, warm: bool
) -> None:
    """Draw a row that is not the chosen one."""
    px = theme().px
    if warm:
        plate(painter, rect.adjusted(0, px(3), 0, -px(3)), 8, fill="hover")
    x, y = rect.left() + px(SIDE), rect.top() + px(TOP)
    _paint_number(painter, QRectF(x, y - px(3), px(NUMBER) - px(4), px(26)), agreement)
    x += px(NUMBER)
    paint_document(painter, QPointF(x, y), look.document)
    below = y + look.text_height + px(10)
    if is_narrow(int(rect.width())):
        paint_status(painter, QPointF(x, below + px(1)), agreement)
    else:
        right = rect.right() - px(SIDE) + px(2) - status_width(agreement)
        paint_status(painter, QPointF(right, y), agreement)
    for role in look.roles:
        _paint_role(painter, QPointF(x + role.x, below + role.y), role)


def _paint_number(painter: QPainter, room: QRectF, agreement: Agreement) -> None:
    font = theme().font("read", 600)
    font.setStrikeOut(STATUS[agreement.status.value].struck)
    words(painter, room, agreement.number, font, "ink3" if font.strikeOut() else "ink")


def paint_document(painter: QPainter, at: QPointF, document: QTextDocument) -> None:
    """Draw laid out text in the ink in force."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, theme().colour("ink"))
    context.palette = palette
    painter.save()
    painter.translate(at)
    document.documentLayout().draw(painter, context)
    painter.restore()


def paint_status(painter: QPainter, at: QPointF, agreement: Agreement) -> None:
    """The status as a badge."""
    px, state = theme().px, STATUS[agreement.status.value]
    box = QRectF(at.x(), at.y(), status_width(agreement), px(CHIP))
    plate(painter, box, RADIUS_CHIP, fill=f"{state.tone}_soft")
    glyph = QRectF(box.left() + px(10), box.top(), px(18), box.height())
    paint_glyph(painter, glyph, state.glyph, state.tone, size=17)
    room = box.adjusted(px(34), 0, 0, 0)
    words(painter, room, state.word, theme().font("small", 600), state.tone)


def _paint_role(painter: QPainter, at: QPointF, role: RoleShown) -> None:
    px = theme().px
    line = QRectF(at.x(), at.y(), px(19), px(ROLE_LINE))
    paint_role(painter, line, role.mark)
    font = role_font(role.mark)
    room = QRectF(at.x() + px(25), at.y(), width_of(role.name, font) + px(4), px(ROLE_LINE))
    words(painter, room, role.name, font, "ink" if role.mark == "lead" else "ink2")
