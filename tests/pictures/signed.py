"""Signatures, one of them on an earlier text."""

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.signing_state import PartyState
from prestatie_desktop.journal.edits import agreements
from tests.pictures.stage import Stage
from tests.pictures.studio import Studio


def scenes(stage: Stage) -> None:
    """What is stale says so, in every room."""
    studio = stage.on("signed")
    room = studio.room("signing")
    view = room.matrix.view
    stale = next(s for s in studio.desk.signing if s.state is PartyState.STALE)
    column = next(at for at, p in enumerate(room.matrix.model.parties) if p.id == stale.party.id)
    view.setCurrentIndex(view.model().index(7, column))
    view.setFocus()
    studio.take("wie-tekent-getekend")
    studio.take_dialog("wie-tekent-verschil", lambda: room.steps.show_difference(stale.party.id))
    studio.take_dialog("wie-tekent-vastleggen", room.register_signature)
    studio.take_dialog("wie-tekent-bevindingen", room.steps.show_findings)
    studio.take_menu("wie-tekent-menu-getekend", lambda: room.matrix._open_party_menu(column))
    first = _signed_item(studio)
    studio.workspace.show_item(first.id)
    studio.room("agreements")
    studio.workspace.show_item(first.id)
    studio.take("afspraken-getekend")
    studio.take_dialog(
        "getekend-wijzigen",
        lambda: studio.desk.bridge.do(
            agreements.set_text, first.id, "<p>Een heel andere tekst.</p>"
        ),
    )
    studio.room("versions")
    studio.take("versies-getekend")
    studio.room("parties")
    studio.take("partijen-getekend")
    studio.room("print:signatures")
    studio.take("afdrukken-getekend")


def _signed_item(studio: Studio) -> Agreement:
    theme = studio.desk.dossier.themes[0].id
    return studio.desk.dossier.agreements_of(theme)[2]
