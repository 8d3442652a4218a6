"""Into a dossier that holds something: per part add, update or skip, with what would change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from prestatie_desktop.importing.decisions import Action, Resolution
from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.ui.importing.actions_look import ACTIONS
from prestatie_desktop.ui.importing.deciding import resolve_each, unresolve
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.key_button import KeyButton
from prestatie_desktop.ui.importing.match_detail import MatchDetail
from prestatie_desktop.ui.importing.match_model import MatchModel
from prestatie_desktop.ui.importing.match_view import MatchView
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Column, Row, column, flow
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_KEYS = {Action.ADD: "T", Action.UPDATE: "B", Action.SKIP: "O"}


class MergingPage(QWidget):
    """A list of what comes; beside it the change in redline and what to do with it."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = MatchModel(self)
        self.list = MatchView(self.model)
        self.chips = ChipChoice()
        self.chips.setAccessibleName(tr("Welke delen"))
        self.detail = MatchDetail(desk)
        self.buttons = {
            action: KeyButton(state.word, state.glyph, _KEYS[action])
            for action, state in ACTIONS.items()
        }
        self.proposal = KeyButton(tr("Voorstel"), "restore", "Bksp")
        self.over = Combo()
        self._over_head = Text(tr("Bijwerken van"), "small", colour="ink3")
        self._chosen = Text("", "small", colour="ink2", wrap=True)
        self._arrange()
        self._connect()
        self.refresh()
        self.list.go_to(0)
        follow(self._restyle)

    def refresh(self) -> None:
        """Show the plan as it is now; the cursor stays at its part."""
        match = self._match()
        row = max(0, self.list.current_row())
        self.model.show(self._desk.worked.plan.matches)
        there = self.model.row_of(match.part.key) if match is not None else -1
        if self.list.current_row() < 0:
            self.list.go_to(there if there >= 0 else min(row, len(self.model.matches) - 1))
        self._show_counts()
        self._show_chosen()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and detail share the room."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        about = tr(
            "In dit dossier staat al iets. Kies per deel; Ctrl+A kiest alles wat u hier ziet."
        )
        head = Column(gap=6, margins=(14, 12, 14, 10))
        head.add(Text(about, "small", colour="ink2", wrap=True), self.chips)
        left = Panel("left", head, gap=0)
        left.body.addWidget(self.list, 1)
        self.over.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.over.setAccessibleName(tr("Bijwerken van"))
        top = column(
            self._chosen, flow(*self.buttons.values(), self.proposal, gap=6, line_gap=6),
            self._over_head, self.over, gap=6, margins=(16, 12, 16, 10),
        )  # fmt: skip
        right = Panel("left", top, gap=0)
        right.body.addWidget(self.detail, 1)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(left)
        self._across.addWidget(right)
        self._across.setSizes([620, 400])
        self._across.setChildrenCollapsible(False)
        Row(self, gap=0).addWidget(self._across)

    def _connect(self) -> None:
        self._desk.read.connect(self.refresh)
        self.list.moved.connect(lambda _row: self._show_chosen())
        self.list.selectionModel().selectionChanged.connect(self._show_selection)
        self.chips.chosen.connect(self._filter)
        self.over.activated.connect(self._on_over)
        self.proposal.clicked.connect(self._as_proposed)
        self._key("Backspace", self._as_proposed)
        for action, button in self.buttons.items():
            do = partial(self._say, action)
            button.clicked.connect(lambda _=False, do=do: do())
            self._key(_KEYS[action], do)

    def _key(self, key: str, do: Callable[[], object]) -> None:
        action = QAction(self.list)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self.list.addAction(action)

    def _match(self) -> Match | None:
        row = self.list.current_row()
        return self.model.matches[row] if 0 <= row < len(self.model.matches) else None

    def _selected(self) -> list[Match]:
        return [self.model.matches[row] for row in self.list.selected_rows()]

    def _say(self, action: Action) -> None:
        chosen = {
            match.part.key: resolution
            for match in self._selected()
            if (resolution := _resolution(match, action)) is not None
        }
        if chosen:
            words = f"{_parts_words(len(chosen))}: {ACTIONS[action].word.lower()}"
            self._desk.decide(words, resolve_each(self._desk.decisions, chosen))
        self.list.setFocus()

    def _as_proposed(self) -> None:
        keys = [match.part.key for match in self._selected()]
        words = tr("{parts}: zoals voorgesteld").format(parts=_parts_words(len(keys)))
        self._desk.decide(words, unresolve(self._desk.decisions, keys))
        self.list.setFocus()

    def _on_over(self, _index: int) -> None:
        match = self._match()
        if match is None:
            return
        said = {match.part.key: Resolution(Action.UPDATE, self.over.current_key())}
        words = tr("Bijwerken van {name}").format(name=self.over.currentText())
        self._desk.decide(words, resolve_each(self._desk.decisions, said))

    def _filter(self, which: str) -> None:
        self.model.filter(which)
        self.list.go_to(0)
        self._show_chosen()

    def _show_counts(self) -> None:
        words = {
            "all": tr("Alles"),
            "choose": tr("Zelf kiezen"),
            **{action.value: ACTIONS[action].word for action in Action},
        }
        glyphs = {"all": None, "choose": "alert-outline"}
        shown = [
            (key, f"{word} {self.model.count(key)}", glyphs.get(key, _glyph(key)))
            for key, word in words.items()
            if self.model.count(key) or key in ("all", self.model.which)
        ]
        self.chips.set_choices(shown, self.model.which)

    def _show_selection(self) -> None:
        matches = self._selected()
        self._chosen.set_text(
            tr("{parts} gekozen").format(parts=_parts_words(len(matches)))
            if matches
            else tr("Kies links een of meer delen.")
        )
        for action, button in self.buttons.items():
            able = any(_resolution(match, action) is not None for match in matches)
            button.setEnabled(able)
        resolved = self._desk.decisions.resolutions
        self.proposal.setEnabled(any(match.part.key in resolved for match in matches))

    def _show_chosen(self) -> None:
        match = self._match()
        self._show_selection()
        targets = _targets(match) if match is not None else []
        has_choice = len(targets) > 1
        self._over_head.setVisible(has_choice)
        self.over.setVisible(has_choice)
        if match is not None and has_choice:
            self.over.set_choices(targets, match.entity_id)
        self.detail.show_match(match)

    def _restyle(self) -> None:
        self.over.setMinimumWidth(theme().px(160))


def _resolution(match: Match, action: Action) -> Resolution | None:
    """What is to be said for a part; None where there is nothing to update."""
    if action is not Action.UPDATE:
        return Resolution(action)
    targets = _targets(match)
    return Resolution(action, targets[0][0]) if targets else None


def _targets(match: Match) -> list[tuple[str, str]]:
    found = {match.entity_id: match.entity_label} if match.entity_id else {}
    return list({**found, **dict(match.alternatives)}.items())


def _parts_words(count: int) -> str:
    return tr("1 deel") if count == 1 else tr("{count} delen").format(count=count)


def _glyph(key: str) -> str | None:
    return next((ACTIONS[action].glyph for action in Action if action.value == key), None)
