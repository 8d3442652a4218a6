"""The chosen part as it will be: its text, who does what, its values, and what was changed in it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.richtext import shortened
from prestatie_desktop.importing.reading import (
    Fate,
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    IgnoreRule,
    Part,
)
from prestatie_desktop.ui.importing.fates import FATES, sureness
from prestatie_desktop.ui.importing.figures_table import figures_table
from prestatie_desktop.ui.importing.found_fields import fields_of
from prestatie_desktop.ui.importing.named_line import NamedLine
from prestatie_desktop.ui.importing.said import reasons_of, sort_of, title_of
from prestatie_desktop.ui.importing.source_rows import SourceRow
from prestatie_desktop.ui.importing.wordings import comments_of, wordings_of
from prestatie_desktop.ui.look.states import RoleMark
from prestatie_desktop.ui.widgets.badge import Chip, RoleBadge
from prestatie_desktop.ui.widgets.layouts import Column, Row, column, flow
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.importing import rule_name
from prestatie_desktop.words.translation import tr

_MARKS: dict[str, RoleMark] = {
    "lead": "lead",
    "involved": "involved",
    "unknown_lead": "unknown_lead",
}


class PartDetail(Page):
    """Scrolls; made anew for each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._holder = QWidget()
        self._column = Column(self._holder, gap=0)
        self._column.addStretch(1)
        super().__init__(self._holder, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Gekozen deel"))
        self._shown: QWidget | None = None
        self.show_part(None)

    def show_part(self, part: Part | None) -> None:
        """Show a part, or that none is chosen."""
        if part is None:
            self._show(_nothing(), "")
            return
        made = column(*_head(part), *_body(part), gap=8, margins=(16, 12, 16, 16))
        self._show(made, f"{sort_of(part)}. {title_of(part)}")

    def show_line(self, row: SourceRow, fate: Fate, rule: IgnoreRule | None) -> None:
        """Show what became of a line that is of no part."""
        made = column(*_line(row, fate, rule), gap=8, margins=(16, 12, 16, 16))
        self._show(made, f"{FATES[fate].word}. {row.text}")

    def _show(self, made: QWidget, said: str) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = made
        self._column.insertWidget(0, made)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(said)


def _nothing() -> QWidget:
    return EmptyState(
        tr("Kies een regel"),
        tr("Hier staat dan hoe die in het dossier komt. In de bron is gemarkeerd waar het staat."),
        glyph="compare-horizontal",
    )


def _line(row: SourceRow, fate: Fate, rule: IgnoreRule | None) -> Iterator[QWidget | Row]:
    state = FATES[fate]
    top = Row(gap=10)
    top.addWidget(Text(row.where[:1].upper() + row.where[1:], "h2"))
    top.addWidget(Chip(state.word, state.glyph, state.tone))
    top.addStretch(1)
    yield top
    if rule is not None:
        yield Text(rule_name(rule.value), "small", colour="ink2")
    yield Text(shortened(" ".join(row.text.split()), 600), wrap=True)
    if fate is Fate.NOT_RECOGNISED:
        keys = tr("Zeg wat het is met een toets: A afspraak, H hoort bij, P partijen, O overslaan.")
        yield Text(keys, "small", colour="ink2", wrap=True)


def _head(part: Part) -> Iterator[QWidget | Row]:
    state = sureness(sure=part.sure)
    top = Row(gap=10)
    top.addWidget(Text(sort_of(part), "h2"))
    top.addWidget(Chip(state.word, state.glyph, state.tone))
    top.addStretch(1)
    yield top
    for reason in reasons_of(part):
        line = Row(gap=8)
        line.addWidget(Pic("alert-outline", "warn", 17), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(reason, "small", colour="warn", wrap=True), 1)
        yield line


def _body(part: Part) -> Iterator[QWidget]:
    heading, text = _text_of(part)
    if heading:
        yield Text(heading, weight=600, wrap=True)
    if text:
        yield rich(text)
    if isinstance(part, FoundAgreement) and part.roles:
        badges = [RoleBadge(_MARKS[role.kind.value], role.party) for role in part.roles]
        yield flow(*badges, gap=14)
    for name, value in fields_of(part):
        yield NamedLine(name, value)
    if isinstance(part, FoundFigures):
        yield figures_table(part)
    if isinstance(part, FoundAgreement):
        yield from wordings_of(part)
        yield from comments_of(part)


def _text_of(part: Part) -> tuple[str, str]:
    match part:
        case FoundAgreement():
            return part.heading, part.text
        case FoundTheme():
            return part.title, part.introduction
        case FoundTextPart():
            return part.title, part.text
        case FoundCover() | FoundRow() | FoundFigures() | FoundSignatory():
            return title_of(part), ""
        case FoundParty() | FoundGroup():
            return part.name, ""
    return "", ""


def rich(text: str) -> Text:
    """Text as it will stand in the dossier."""
    shown = Text(text, "read", wrap=True, rich=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
