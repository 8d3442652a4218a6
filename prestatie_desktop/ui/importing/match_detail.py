"""One part beside its counterpart in the dossier: what would change, in redline."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtWidgets import QWidget

from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.match_difference import differences
from prestatie_desktop.ui.importing.said import sort_of
from prestatie_desktop.ui.models.differences import Difference, segments
from prestatie_desktop.ui.widgets.layouts import Column, column
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.redline import RedlineView, SegmentKind
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.importing import match_reason
from prestatie_desktop.words.translation import tr

_MOST_ROWS = 30


class MatchDetail(Page):
    """Scrolls; made anew for each part."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._holder = QWidget()
        self._column = Column(self._holder, gap=0)
        self._column.addStretch(1)
        super().__init__(self._holder, parent)
        self._shown: QWidget | None = None

    def show_match(self, match: Match | None) -> None:
        """Show another one."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if match is not None:
            self._shown = column(*self._things(match), gap=6, margins=(16, 12, 16, 16))
            self._column.insertWidget(0, self._shown)
        self.verticalScrollBar().setValue(0)

    def _things(self, match: Match) -> Iterator[QWidget]:
        yield Text(sort_of(match.part), "h2", wrap=True)
        if match.entity_label:
            there = tr("In het dossier: {name} ({why})")
            why = match_reason(match.reason.value)
            said = there.format(name=match.entity_label, why=why)
            yield Text(said, "small", colour="ink2", wrap=True)
        if match.differs:
            sentence = tr("Het nummer is hetzelfde, maar de tekst is heel anders. Kies zelf.")
            yield Text(sentence, "small", colour="warn", wrap=True)
        worked, dossier = self._desk.worked, self._desk.dossier
        if dossier is None or worked.after is None:
            return
        entity = worked.plan.ids.get(match.part.key, "") or match.entity_id
        found = differences(dossier, worked.after, entity)
        shown = [card for one in found[:_MOST_ROWS] for card in _cards(one, several=len(found) > 1)]
        yield from shown
        if not shown:
            yield Text(tr("Er verandert niets."), colour="ink2")
        if len(found) > _MOST_ROWS:
            yield Text(tr("En nog {count}.").format(count=len(found) - _MOST_ROWS), "small")


def _cards(difference: Difference, *, several: bool) -> Iterator[QWidget]:
    for field in difference.fields:
        parts = segments(field.old, field.new)
        view = RedlineView([(text, cast("SegmentKind", kind)) for text, kind in parts])
        name = f"{difference.title}: {field.name}" if several else field.name
        panel = Panel("soft", Text(name, "small", colour="ink3", wrap=True), view, gap=2,
                      margins=(12, 6, 10, 8))  # fmt: skip
        panel.setAccessibleName(f"{name}: {view.accessibleName()}")
        yield panel
