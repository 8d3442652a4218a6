"""All parties by kind, and the groups: one calm list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import members, named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import (
    LEFT,
    RIGHT,
    focus_ring,
    hairline,
    plate,
    width_of,
    words,
)
from prestatie_desktop.ui.look.tokens import ROW_TALL
from prestatie_desktop.words.labels import label, plural
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ID = int(Qt.ItemDataRole.UserRole)
_SECOND, _END, _GLYPH = _ID + 1, _ID + 2, _ID + 3
GLYPHS = {
    PartyKind.MUNICIPALITY: "bank-outline",
    PartyKind.CORPORATION: "home-city-outline",
    PartyKind.TENANTS_ORGANISATION: "account-group-outline",
    PartyKind.OTHER: "office-building-outline",
    PartyKind.ACTOR: "account-outline",
}
GROUP_GLYPH = "account-multiple-outline"


class PartyList(QListWidget):
    """Arrows choose, Alt with an arrow moves, Delete takes out, Enter goes to the name."""

    #: Another party or group is chosen; "" for none.
    chosen = Signal(str)
    moved = Signal(str, int)
    removal_asked = Signal(str)
    editing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Partijen en groepen"))
        self.setItemDelegate(_Rows(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(lambda _new, _old: self.chosen.emit(self.chosen_id()))
        self.itemDoubleClicked.connect(lambda _: self.editing_asked.emit())
        follow(self._restyle)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the parties and groups as they are now; the choice stays."""
        lines = list(_lines(dossier))
        kept, at = self.chosen_id(), self.currentRow()
        blocked = self.blockSignals(True)
        if [line[0] for line in lines] != [self.item(i).data(_ID) for i in range(self.count())]:
            self.clear()
            for line in lines:
                item = QListWidgetItem()
                if not line[0]:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(item)
        for place, line in enumerate(lines):
            _fill(self.item(place), line)
        self.blockSignals(blocked)
        if not self.choose(kept):
            self._choose_near(at)

    def choose(self, party_id: Id) -> bool:
        """Make a party or group the chosen one; False when it is not here."""
        for at in range(self.count()):
            if party_id and self.item(at).data(_ID) == party_id:
                self.setCurrentRow(at)
                return True
        return False

    def chosen_id(self) -> Id:
        """The chosen party or group; "" for none."""
        return str(self.currentIndex().data(_ID) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        here = self.chosen_id()
        if alt and way is not None:
            if here:
                self.moved.emit(here, way)
        elif event.key() == Qt.Key.Key_Delete and here:
            self.removal_asked.emit(here)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and here:
            self.editing_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in view."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _choose_near(self, at: int) -> None:
        rows = [i for i in range(self.count()) if self.item(i).data(_ID)]
        near = min(rows, key=lambda i: abs(i - max(at, 0)), default=-1)
        self.setCurrentRow(near)
        self.chosen.emit(self.chosen_id())

    def _restyle(self) -> None:
        self.setFont(theme().font("ui"))
        self.scheduleDelayedItemsLayout()


#: Id ("" for a heading), words, second line, words at the end, icon, what a screen reader says.
Line = tuple[Id, str, str, str, str, str]


def _lines(dossier: Dossier) -> list[Line]:
    lines: list[Line] = []
    for kind in PartyKind:
        of_kind = [party for party in dossier.parties if party.kind is kind]
        if of_kind:
            lines.append(_heading(plural(kind), len(of_kind)))
            lines += [_party_line(dossier, party) for party in of_kind]
    groups = dossier.all(PartyGroup)
    if groups:
        lines.append(_heading(tr("Groepen"), len(groups)))
        lines += [_group_line(dossier, group) for group in groups]
    return lines


def _heading(text: str, count: int) -> Line:
    return ("", text, "", str(count), "", f"{text}: {count}")


def _party_line(dossier: Dossier, party: Party) -> Line:
    legal_name = "" if party.legal_name == party.name else party.legal_name
    second = ", ".join(filter(None, [legal_name, party.seat]))
    if party.represents:
        names = ", ".join(named(dossier, one) for one in party.represents)
        second = tr("namens de huurders van {names}").format(names=names)
    if party.successor_id:
        second = tr("opgevolgd door {name}").format(name=named(dossier, party.successor_id))
    end = tr("tekent") if party.can_sign else tr("tekent niet")
    spoken = ", ".join(filter(None, [party.name, label(party.kind), second, end]))
    return (party.id, party.name, second, end, GLYPHS[party.kind], spoken)


def _group_line(dossier: Dossier, group: PartyGroup) -> Line:
    inside = members(dossier, group.id)
    second = ", ".join(party.name for party in inside) or tr("nog zonder leden")
    end = tr("1 partij") if len(inside) == 1 else tr("{n} partijen").format(n=len(inside))
    spoken = ", ".join([group.name, tr("groep"), end, second])
    return (group.id, group.name, second, end, GROUP_GLYPH, spoken)


def _fill(item: QListWidgetItem, line: Line) -> None:
    party_id, text, second, end, glyph, spoken = line
    item.setText(text)
    for role, value in ((_ID, party_id), (_SECOND, second), (_END, end), (_GLYPH, glyph)):
        item.setData(role, value)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setToolTip("\n".join(filter(None, [text, second])) if len(text + second) > 60 else "")


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().px(ROW_TALL + 5 if index.data(_ID) else 38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        painter.save()
        if index.data(_ID):
            _paint_party(painter, rect, index, option.state)
        else:
            _paint_heading(painter, rect, index)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRectF, index: Index) -> None:
    px = theme().px
    painter.fillRect(rect, theme().colour("head"))
    hairline(painter, rect.bottomLeft(), rect.bottomRight())
    room = rect.adjusted(px(14), 0, -px(14), 0)
    words(painter, room, str(index.data()), theme().font("ui", 600), "ink2", align=LEFT)
    words(painter, room, str(index.data(_END)), theme().font("small"), "ink3", align=RIGHT)


def _paint_party(painter: QPainter, rect: QRectF, index: Index, state: QStyle.StateFlag) -> None:
    px = theme().px
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme().colour("select"))
        bar = QRectF(rect.left(), rect.top() + px(6), px(3), rect.height() - px(12))
        plate(painter, bar, 2, fill="accent")
    hairline(painter, rect.bottomLeft(), rect.bottomRight())
    room = rect.adjusted(px(14), 0, -px(14), 0)
    icon = QRectF(room.left(), room.top(), px(22), room.height())
    paint_glyph(painter, icon, str(index.data(_GLYPH)), "ink2", size=20)
    end = str(index.data(_END))
    words(painter, room, end, theme().font("small"), "ink3", align=RIGHT)
    room = room.adjusted(px(34), 0, -width_of(end, theme().font("small")) - px(12), 0)
    second = str(index.data(_SECOND) or "")
    if not second:
        words(painter, room, str(index.data()), theme().font("ui", 600), "ink")
    else:
        top = QRectF(room.left(), room.center().y() - px(20), room.width(), px(21))
        under = QRectF(room.left(), room.center().y(), room.width(), px(18))
        words(painter, top, str(index.data()), theme().font("ui", 600), "ink")
        words(painter, under, second, theme().font("small"), "ink3")
    if state & QStyle.StateFlag.State_HasFocus:
        focus_ring(painter, rect.adjusted(0, 0, -1, -1), 3)
