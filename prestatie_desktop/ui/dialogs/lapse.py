"""The question before a change that makes signatures belong to an earlier text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.party import Party
from prestatie_desktop.ui.widgets.badge import SignMark
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import flow
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_NAMED = 12


class LapseDialog(Dialog):
    """Names whose signature it is about. Enter keeps everything as it is."""

    def __init__(self, parties: Sequence[Party], parent: QWidget | None = None) -> None:
        one = len(parties) == 1
        title = (
            tr("De handtekening van {party} hoort dan bij een eerdere tekst").format(
                party=parties[0].name
            )
            if one
            else tr("{count} handtekeningen horen dan bij een eerdere tekst").format(
                count=len(parties)
            )
        )
        super().__init__(
            title,
            tr(
                "Wat deze partij tekende verandert met deze wijziging: zij wordt “op eerdere tekst” "
                "en heeft een nieuw blad nodig. Maakt u de wijziging ongedaan, dan geldt de "
                "handtekening weer."
            )
            if one
            else tr(
                "Wat deze partijen tekenden verandert met deze wijziging: zij worden “op eerdere "
                "tekst” en hebben een nieuw blad nodig. Maakt u de wijziging ongedaan, dan gelden "
                "de handtekeningen weer."
            ),
            parent=parent,
        )
        marks: list[QWidget] = [SignMark("stale", party.name) for party in parties[:_NAMED]]
        self.add(flow(*marks, gap=14))
        if len(parties) > _NAMED:
            more = tr("en nog {count} partijen").format(count=len(parties) - _NAMED)
            self.add(Text(more, "small", colour="ink3"))
        self.add_button(tr("&Toch wijzigen"))
        keep = self.add_button(tr("Niet wijzigen"), default=True, accepts=False)
        keep.clicked.connect(self.reject)
        keep.setFocus()


def ask(parent: QWidget | None, parties: Sequence[Party]) -> bool:
    """Whether to make the change although these parties' signatures lapse."""
    dialog = LapseDialog(parties, parent)
    answer = dialog.exec() == LapseDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
