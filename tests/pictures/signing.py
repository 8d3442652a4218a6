"""The room Wie tekent before and just after a version is adopted."""

from prestatie_desktop.ui.rooms.signing.rows import RowKind
from tests.pictures.stage import Stage


def scenes(stage: Stage) -> None:
    """The matrix, its menus and dialogs."""
    studio = stage.on("example")
    room = studio.room("signing")
    studio.take("wie-tekent")
    view = room.matrix.view
    rows = range(room.matrix.model.rowCount())
    item = next(at for at in rows if room.matrix.model.row_at(at).kind is RowKind.ITEM)
    view.setCurrentIndex(view.model().index(item, 3))
    view.setFocus()
    studio.take("wie-tekent-vakje")
    studio.take_dialog("wie-tekent-vakje-venster", room.matrix._open_cell)
    studio.take_dialog(
        "wie-tekent-voorbehoud", lambda: room.matrix._ask_reservation("Alleen met subsidie.")
    )
    place = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
    studio.take_menu("wie-tekent-menu", lambda: room.matrix._open_cell_menu(place))
    studio.take_menu("wie-tekent-menu-partij", lambda: room.matrix._open_party_menu(2))
    studio.take_dialog("wie-tekent-vaststellen", room.adopt)
    party = studio.desk.dossier.parties[1].id
    studio.take_dialog("wie-tekent-ondertekenaars", lambda: room.steps.do("signatories", party))
    studio = stage.on("adopted")
    studio.room("signing")
    studio.take("wie-tekent-vastgesteld")
