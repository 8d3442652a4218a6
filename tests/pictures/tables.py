"""Tables of projects and of figures, in the themes."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from prestatie_desktop.domain.series import Series
from prestatie_desktop.ui.panels.commitment_tables import CommitmentTables
from prestatie_desktop.ui.panels.grid_table import GridTable
from prestatie_desktop.ui.panels.series_tables import SeriesTables
from tests.pictures.stage import Stage
from tests.pictures.studio import Studio


def scenes(stage: Stage) -> None:
    """Each table open, a cell being typed in, its menus."""
    studio = stage.on("example")
    room = studio.room("agreements")
    tables = studio.window.findChild(CommitmentTables)
    assert tables is not None
    for kind in tables.kinds():
        tables.show_kind(kind.id)
        studio.take(f"tabel-{kind.label.partition(' ')[0].lower()}")
    tables.show_kind(tables.kinds()[0].id)
    table = tables.table()
    assert table is not None
    table.set_open(open_=True)
    studio.take("tabel-alle-rijen")
    _typing(studio, table.table)
    for theme in studio.desk.dossier.themes:
        if any(series.theme_id == theme.id for series in studio.desk.dossier.all(Series)):
            room.show_tab(theme.id)
            _open_series(studio)
            studio.take(f"cijfertabel-thema-{theme.number}")


def _typing(studio: Studio, view: GridTable) -> None:
    column = next(at for at, head in enumerate(view.grid.heads) if head.right)
    index = view.model().index(1, column)
    view.setCurrentIndex(index)
    view.setFocus()
    studio.take("tabel-cel")
    view.edit(index)
    editor = view.findChild(QLineEdit)
    if editor is not None:
        editor.setText("+65")
        editor.textEdited.emit("+65")
    studio.take("tabel-typen")
    if editor is not None:
        editor.deleteLater()
    place = view.viewport().mapToGlobal(view.visualRect(index).center())
    studio.take_menu("tabel-menu", lambda: view.menu().popup(place))


def _open_series(studio: Studio) -> None:
    series = next((s for s in studio.window.findChildren(SeriesTables) if s.isVisible()), None)
    if series is None:
        return
    for button in series.findChildren(QAbstractButton):
        if button.isVisible() and "tonen" in button.text():
            button.click()
