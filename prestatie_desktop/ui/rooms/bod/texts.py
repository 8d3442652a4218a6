"""The texts of a bod: letter, rent policy, groups, liveability, requests, conditions."""

from functools import partial

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.edits.bods import set_bod_text
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.link_dialog import ask_link
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.rooms.agreements.rich_tools import RichTools
from prestatie_desktop.ui.rooms.agreements.row_look import number_now
from prestatie_desktop.ui.rooms.agreements.text_binding import TextBinding
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Card
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.legal import LegalHeading
from prestatie_desktop.words.translation import tr


class BodTexts(QWidget):
    """A card for each text, written in place."""

    def __init__(
        self, desk: Desk, headings: tuple[LegalHeading, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.fields = {heading.key: BodTextField(desk, heading) for heading in headings}
        whole = Column(self, gap=14)
        whole.add(*self.fields.values())

    def show_party(self, party_id: Id) -> None:
        """Show the texts of a corporation, as they are now."""
        for field in self.fields.values():
            field.show_party(party_id)

    def flush(self) -> None:
        """Commit what is being typed."""
        for field in self.fields.values():
            field.binding.flush()


class BodTextField(QWidget):
    """One text under its heading, with the article of the law that asks for it."""

    def __init__(self, desk: Desk, heading: LegalHeading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._heading, self._party_id = desk, heading, ""
        self.editor = RichEditor(heading.label, tr("geen voornemens; schrijf hier"))
        self.editor.set_numbers(lambda item: number_now(desk.dossier, item))
        self.binding = TextBinding(self.editor, desk.bridge, partial(_set, heading.key))
        self.tools = RichTools(self.editor)
        self.tools.hide()
        self._unsaved = Text("", "small", colour="warn", wrap=True)
        self._unsaved.hide()
        top = Row(gap=10)
        title = Text(heading.label, "h2", wrap=True)
        top.addWidget(title, 1)
        top.addWidget(self.tools)
        top.addWidget(Text(heading.article, "small", colour="ink3"))
        whole = Column(self, gap=4)
        whole.addLayout(top)
        whole.add(Card(self.editor, self._unsaved))
        self.editor.entered.connect(self.tools.show)
        self.editor.left.connect(self._leave)
        self.editor.link_wanted.connect(self._link)
        self.binding.unsaved.connect(self._show_unsaved)

    def show_party(self, party_id: Id) -> None:
        """Show the text of a corporation."""
        if party_id != self._party_id:
            self.tools.hide()
            self._party_id = party_id
        self.binding.bind(party_id, self._text_of)

    def _text_of(self, party_id: Id) -> str | None:
        texts = self._desk.dossier.of(BodText, "party_id", party_id)
        return next((text.text for text in texts if text.heading == self._heading.key), "")

    def _leave(self) -> None:
        self.tools.hide()
        self.editor.focusNextChild()

    def _link(self) -> None:
        target = ask_link(self, self._desk.dossier, "")
        self.editor.setFocus()
        if target:
            self.editor.insert_link(target, number_now(self._desk.dossier, target))

    def _show_unsaved(self, refused: bool) -> None:
        self._unsaved.setVisible(refused)
        if refused:
            self._unsaved.set_text(
                tr("Deze tekst is niet bewaard; maak hem korter of herstel hem met Ctrl+Z.")
            )


def _set(heading: str, dossier: Dossier, party_id: Id, html: str) -> Act:
    return set_bod_text(dossier, party_id, heading, html)
