"""What happens with each part: the part, over what it goes, and the outcome."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from prestatie_desktop.ui.importing.actions_look import ACTIONS
from prestatie_desktop.ui.importing.fates import TO_CHECK
from prestatie_desktop.ui.importing.match_model import MatchModel, match_words
from prestatie_desktop.ui.importing.row_list import RowList
from prestatie_desktop.ui.importing.said import number_of, sort_of, title_of
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import hairline, width_of, words
from prestatie_desktop.words.translation import tr

_ROW = 51


class MatchView(RowList):
    """Two lines for each part; any number can be selected."""

    def __init__(self, model: MatchModel, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, tr("Samenvoegen"), parent)
        self.setProperty("k", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def guesses(self, _width: int) -> Iterable[int]:
        """All the same."""
        return (theme().px(_ROW) for _ in self._model.matches)

    def measured(self, _row: int, _width: int) -> int:
        """All the same."""
        return theme().px(_ROW)

    def paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """The part above, its counterpart below, the outcome at the right."""
        px, match = theme().px, self._model.matches[row]
        if self.selectionModel().isSelected(self._model.index(row)):
            painter.fillRect(rect, theme().colour("select"))
        hairline(painter, rect.bottomLeft(), rect.bottomRight())
        state = ACTIONS[match.action]
        font = theme().font("small", 600)
        wide = max(width_of(one.word, font) for one in ACTIONS.values()) + px(26)
        end = QRectF(rect.right() - wide - px(12), rect.top(), wide, rect.height())
        paint_glyph(painter, QRectF(end.left(), end.top(), px(18), end.height()), state.glyph,
                    state.tone, size=17)  # fmt: skip
        words(painter, end.adjusted(px(24), 0, 0, 0), state.word, font, state.tone)
        room = QRectF(rect.left() + px(14), rect.top() + px(5), end.left() - rect.left() - px(26),
                      px(21))  # fmt: skip
        lower = room.translated(0, px(20))
        number = number_of(match.part)
        if number:
            lead = max(px(44), width_of(number, theme().font("ui", 600)) + px(10))
            words(painter, room, number, theme().font("ui", 600), "ink")
            room = room.adjusted(lead, 0, 0, 0)
        else:
            sort = f"{sort_of(match.part)}: "
            words(painter, room, sort, theme().font("ui"), "ink3")
            room = room.adjusted(width_of(sort, theme().font("ui")), 0, 0, 0)
        words(painter, room, title_of(match.part), theme().font("ui"), "ink")
        tone = "warn" if match.differs else "ink3"
        if match.differs:
            box = QRectF(lower.left(), lower.top(), px(18), lower.height())
            paint_glyph(painter, box, TO_CHECK.glyph, "warn", size=15)
            lower = lower.adjusted(px(22), 0, 0, 0)
        words(painter, lower, match_words(match), theme().font("small"), tone)
