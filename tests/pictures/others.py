"""The rooms Partijen and Versies."""

from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from tests.pictures.stage import Stage


def scenes(stage: Stage) -> None:
    """A party of each kind, a group, what changed, the journal."""
    studio = stage.on("example")
    room = studio.room("parties")
    studio.take("partijen")
    seen: set[PartyKind] = set()
    for party in studio.desk.dossier.all(Party):
        if party.kind not in seen:
            seen.add(party.kind)
            room.list.choose(party.id)
            studio.take(f"partijen-{party.kind.value}")
    groups = studio.desk.dossier.all(PartyGroup)
    if groups:
        room.list.choose(groups[0].id)
        studio.take("partijen-groep")
    room = studio.room("versions")
    studio.take("versies")
    room.list.setCurrentIndex(room.points.index(1, 0))
    studio.take("versies-moment")
    room.show_side("journal")
    studio.take("versies-logboek")
    studio.take_dialog("versies-lezen", room._read)
    journal = room.journal
    first = journal.table.model().index(0, 0)
    studio.take_dialog("versies-stap", lambda: journal._open(first))
    studio = stage.on("long")
    tenants = studio.desk.dossier.all(Party)
    longest = max(tenants, key=lambda party: len(party.name))
    studio.room("parties").list.choose(longest.id)
    studio.take("partijen-lange-naam")
    studio.room("signing")
    studio.take("wie-tekent-lange-naam")
