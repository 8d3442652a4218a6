"""What a corporation leads and takes part in, theme by theme."""

from html import escape

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import binds
from prestatie_desktop.domain.roles import roles_by_party
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_ORDER = (RoleKind.LEAD, RoleKind.UNKNOWN_LEAD, RoleKind.INVOLVED)


class OwnPart(QWidget):
    """To read; every number leads to its agreement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = Column(gap=6)
        whole = Column(self, gap=6)
        whole.add(Text(tr("Trekker en betrokken"), "h2"))
        whole.addLayout(self._lines)

    def show_party(self, party_id: Id) -> None:
        """Show the part of a corporation, as it is now."""
        dossier = self._desk.dossier
        texts = [
            (f"{theme.number}  {theme.title}", _part(dossier, theme.id, party_id))
            for theme in dossier.themes
        ]
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for title, part in texts:
            if part:
                line = Text(f"<b>{escape(title)}</b><br>{part}", rich=True, wrap=True)
                line.setAccessibleName(title)
                line.linkActivated.connect(self._desk.item_wanted)
                self._lines.addWidget(line)
        if self._lines.count() == 0:
            words = tr("Deze corporatie heeft nog geen rol bij een afspraak.")
            self._lines.addWidget(Text(words, colour="ink3", wrap=True))


def part_of(dossier: Dossier, theme_id: Id, party_id: Id) -> dict[RoleKind, list[Agreement]]:
    """The agreements of a theme in which a party has a part, by the part it has."""
    found: dict[RoleKind, list[Agreement]] = {kind: [] for kind in _ORDER}
    for agreement in dossier.agreements_of(theme_id):
        kind = roles_by_party(dossier, agreement.id).get(party_id)
        if kind is not None and binds(agreement):
            found[kind].append(agreement)
    return found


def _part(dossier: Dossier, theme_id: Id, party_id: Id) -> str:
    part = part_of(dossier, theme_id, party_id)
    return "<br>".join(
        f"{escape(label(kind))}: "
        + ", ".join(f'<a href="{each.id}">{escape(each.number or "…")}</a>' for each in found)
        for kind, found in part.items()
        if found
    )
