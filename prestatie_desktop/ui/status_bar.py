"""The foot of the window: that everything is in the file, and whose file it is."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.actions import entry_sentence
from prestatie_desktop.words.dates import clock
from prestatie_desktop.words.translation import tr


class StatusBar(Panel):
    """That everything is in the file, the last change, the file and the text size."""

    def __init__(self, desk: Desk, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__("foot", across=True, gap=8, margins=(16, 3, 16, 3), parent=parent)
        self._last = Text(role="small", colour="ink3", elide=True)
        self._scale = Text(role="small", weight=600, colour="ink2")
        self.add(
            Pic("check", "ok", 16),
            Text(tr("Alles staat in het bestand"), "small", colour="ink2"),
            self._last,
            None,
            Pic("wifi-off", "ink3", 15),
            Text(tr("Werkt zonder netwerk"), "small", colour="ink3"),
            8,
            Text(file_name, "small", colour="ink3", elide=True),
            8,
            self._scale,
        )
        desk.bridge.committed.connect(self._on_committed)
        follow(self._restyle_foot)

    def _on_committed(self, entry: Entry) -> None:
        what = entry_sentence(entry)
        self._last.setText(f"·  {clock(entry.at)}  {what}")

    def _restyle_foot(self) -> None:
        self._scale.setText(f"{round(theme().scale * 100)} %")
