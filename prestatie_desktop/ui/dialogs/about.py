"""Which program this is, what it is made of, and where its log is."""

import platform
from importlib import metadata

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget

from prestatie_desktop import __version__
from prestatie_desktop.paths import user_log
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import column, row
from prestatie_desktop.ui.widgets.pic import AppMark
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: What we build on, with its licence. The version is read from what is installed.
_LIBRARIES = (
    ("PySide6-Essentials", "Qt voor Python", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("reportlab", "ReportLab", "BSD-3-Clause"),
    ("pillow", "Pillow", "MIT-CMU"),
    ("pypdfium2", "pypdfium2 (PDFium)", "Apache-2.0 of BSD-3-Clause"),
    ("pyphen", "Pyphen", "MPL-1.1, LGPL-2.1 of GPL-2.0"),
    ("platformdirs", "platformdirs", "MIT"),
    ("font-source-sans-pro", "Source Sans Pro", "OFL-1.1"),
)
_ICONS = ("Material Design Icons", "6.9.96", "Apache-2.0")


class AboutDialog(Dialog):
    """Versions, licences and the folder of the log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Over Prestatie Desktop"), width=560, parent=parent)
        from prestatie_desktop.storage.file_format import SCHEMA_VERSION

        versions = tr("Versie {version} · bestandsversie {file} · Python {python}").format(
            version=__version__, file=SCHEMA_VERSION, python=platform.python_version()
        )
        licence = tr("Vrije software onder de EUPL-1.2. Werkt zonder netwerk.")
        words = column(Text(versions, weight=600), Text(licence, colour="ink2"), gap=2)
        self.add(row(AppMark(44), words, None, gap=14))
        self.add(Text(tr("Gemaakt met"), "h2"), _library_table())
        folder = tr("Logboek: {folder}").format(folder=user_log())
        self.add(Text(folder, "small", colour="ink2", elide=True))
        self.add_quiet(tr("Map van het logboek openen"), "folder-open-outline").clicked.connect(
            _open_log
        )
        self.add_button(tr("Sluiten"), default=True).setFocus()


def library_lines() -> tuple[tuple[str, str, str], ...]:
    """Name, version and licence of everything the program is made of."""
    lines = [(name, _version(package), licence) for package, name, licence in _LIBRARIES]
    return (*lines, _ICONS)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return tr("niet geïnstalleerd")


def _library_table() -> Table:
    table = Table(name=tr("Gebruikte onderdelen"))
    model = QStandardItemModel(0, 3, table)
    model.setHorizontalHeaderLabels([tr("Onderdeel"), tr("Versie"), tr("Licentie")])
    for line in library_lines():
        model.appendRow([QStandardItem(text) for text in line])
    table.setModel(model)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.set_columns((200, 110, 230), stretch=2)
    table.setMinimumHeight(theme().px(200))
    return table


def _open_log() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(user_log())))
