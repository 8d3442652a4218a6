"""The text of an earlier moment, to read."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.ui.dialogs.scrolling import room_on_screen
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr


class EditionDialog(Dialog):
    """One theme at a time, so that a large dossier opens at once."""

    def __init__(self, then: Dossier, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, tr("Alleen lezen: zo was de tekst toen."), width=760, parent=parent)
        self._then = then
        self._theme = Combo()
        self._theme.setAccessibleName(tr("Thema"))
        self._theme.set_choices([(t.id, f"{t.number}  {t.title}") for t in then.themes])
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setMinimumHeight(min(theme().px(380), room_on_screen(self)))
        self._text.setAccessibleName(tr("Tekst"))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.add(self._theme, self._text)
        self.add_button(tr("Sluiten"), default=True)
        self._theme.currentIndexChanged.connect(lambda _at: self._show())
        self._show()

    def words(self) -> str:
        """What can be read."""
        return self._text.toPlainText()

    def _show(self) -> None:
        self._text.setFont(theme().font("read"))
        self._text.setHtml(theme_html(self._then, self._theme.current_key()))


def theme_html(dossier: Dossier, theme_id: Id) -> str:
    """A theme as our own rich text, with numbers and roles in words."""
    chosen = next((t for t in dossier.themes if t.id == theme_id), None)
    if chosen is None:
        return f"<p>{escape(tr('Er zijn geen thema’s.'))}</p>"
    parts = [f"<h2>{escape(chosen.number)} {escape(chosen.title)}</h2>", chosen.introduction]
    for agreement in dossier.agreements_of(theme_id):
        heading = " ".join(filter(None, [agreement.number, agreement.heading]))
        parts.append(f"<h4>{escape(heading)}</h4>")
        parts.append(agreement.text if plain(agreement.text).strip() else "")
        roles = ", ".join(
            f"{named(dossier, role.party_id)} ({in_sentence(label(role.kind))})"
            for role in ordered_roles(dossier, agreement.id)
        )
        if roles:
            parts.append(f"<p><i>{escape(roles)}</i></p>")
    return "".join(parts)
