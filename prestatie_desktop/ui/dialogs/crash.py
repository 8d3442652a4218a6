"""A mistake of the program itself: what happened, what was kept, and where the log is."""

import logging
import platform
import traceback
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from prestatie_desktop import __version__
from prestatie_desktop.log import log_file
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import flow
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: The dialog that is open: mistakes that follow each other are told once.
_open: list[Dialog] = []


class CrashDialog(Dialog):
    """No trace of the error on the screen: that is in the log, and can be copied."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        from prestatie_desktop.ui.dialogs.sentence import breakable

        super().__init__(
            tr("Er ging iets mis in het programma"),
            tr(
                "Dit is een fout van het programma, niet van u. Alles wat op het scherm als gedaan "
                "stond, staat in het bestand; alleen wat u op dit moment typte of koos is misschien "
                "niet bewaard. U kunt verder werken. Gaat het vaker mis, sluit dan het programma "
                "en open het opnieuw."
            ),
            width=600,
            parent=parent,
        )
        self._error = error
        where = tr("Wat er gebeurde staat in het logboek: {file}").format(file=log_file())
        self._copy = Button(tr("Gegevens kopiëren"), "content-copy")
        self._copy.clicked.connect(self._copy_details)
        folder = Button(tr("Map van het logboek openen"), "folder-open-outline")
        folder.clicked.connect(_open_folder)
        self.add(Text(breakable(where), colour="ink2", wrap=True), flow(self._copy, folder))
        self.add_button(tr("Sluiten"), default=True).setFocus()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(details(self._error))
        self._copy.setText(tr("Gekopieerd"))
        self._copy.set_glyph("check")


def show_crash(error: BaseException) -> None:
    """Tell of a mistake in a window of its own, also when a dialog is open. Never raises.

    It opens as soon as what is being painted or answered now has ended.
    """
    _soon(lambda parent: CrashDialog(error, parent))


def show_sentence(sentence: str) -> None:
    """As `show_crash`, of what nobody caught but a user can act on."""
    from prestatie_desktop.ui.dialogs.sentence import SentenceDialog

    _soon(lambda parent: SentenceDialog(sentence, parent))


def details(error: BaseException) -> str:
    """What whoever repairs the program wants to know."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Prestatie Desktop {__version__}\nPython {platform.python_version()}, Qt {qVersion()}\n"
        f"{platform.platform()}\n\n{trace}"
    )


def _soon(make: Callable[[QWidget | None], Dialog]) -> None:
    with suppress(Exception):
        app = QApplication.instance()
        if app is not None:
            QTimer.singleShot(0, app, lambda: _show(make))


def _show(make: Callable[[QWidget | None], Dialog]) -> None:
    if _open:
        return
    try:
        parent = QApplication.activeModalWidget() or QApplication.activeWindow()
        dialog = make(parent)
        _open.append(dialog)
        dialog.exec()
        dialog.deleteLater()
    except Exception:  # Nothing may follow from telling of a mistake.
        logging.getLogger(__name__).exception("the mistake could not be shown")
    finally:
        _open.clear()


def _open_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
