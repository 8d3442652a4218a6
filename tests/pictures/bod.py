"""The room Bod."""

from PySide6.QtWidgets import QScrollArea

from prestatie_desktop.domain.party import PartyKind
from tests.pictures.stage import Stage


def scenes(stage: Stage) -> None:
    """Each corporation, further down, and once it is handed in."""
    studio = stage.on("example")
    room = studio.room("bod")
    studio.take("bod")
    area = next(a for a in room.findChildren(QScrollArea) if a.isVisible())
    bar = area.verticalScrollBar()
    for at in (1, 2, 3):
        bar.setValue(at * area.viewport().height() * 9 // 10)
        studio.take(f"bod-verder-{at}")
    bar.setValue(bar.maximum())
    studio.take("bod-onderaan")
    for party in studio.desk.dossier.parties:
        if party.kind is PartyKind.CORPORATION and party.id != room.party_id:
            room.show_party(party.id)
            studio.take(f"bod-{party.name.split()[-1].lower()}")
    studio.take_dialog("bod-indienen", room.submit)
    studio = stage.on("submitted")
    room = studio.room("bod")
    studio.take("bod-ingediend")
    room.submission.toggle()
    studio.take("bod-ingediend-open")
