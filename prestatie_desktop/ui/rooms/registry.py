"""The rooms of the window, in the order of the rail."""

from collections.abc import Callable
from dataclasses import dataclass

from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True)
class RoomDefinition:
    """A room: its key, icon and word, how it is made, and the quiet count beside its word."""

    key: str
    glyph: str
    word: str
    make: Callable[[Desk], Room]
    #: The count and what it means in words; "" for none.
    count: Callable[[Desk], tuple[str, str]] = lambda _: ("", "")
    on_rail: bool = True


def rooms() -> tuple[RoomDefinition, ...]:
    """All rooms; each is imported when it is first opened."""
    return (
        RoomDefinition(
            "agreements", "format-list-numbered", tr("Afspraken"), _agreements, _agreement_count
        ),
        RoomDefinition("parties", "account-group-outline", tr("Partijen"), _parties, _party_count),
        RoomDefinition("signing", "draw-pen", tr("Wie tekent"), _signing, _signed_count),
        RoomDefinition("bod", "home-plus-outline", tr("Bod"), _bod),
        RoomDefinition("versions", "history", tr("Versies"), _versions),
        RoomDefinition("print", "printer-outline", tr("Afdrukken"), _print, on_rail=False),
    )


def _agreements(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.agreements.room import AgreementsRoom

    return AgreementsRoom(desk)


def _parties(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.parties.room import PartiesRoom

    return PartiesRoom(desk)


def _signing(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.signing.room import SigningRoom

    return SigningRoom(desk)


def _bod(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.bod.room import BodRoom

    return BodRoom(desk)


def _versions(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.versions.room import VersionsRoom

    return VersionsRoom(desk)


def _print(desk: Desk) -> Room:
    from prestatie_desktop.ui.rooms.printing.room import PrintingRoom

    return PrintingRoom(desk)


def _agreement_count(desk: Desk) -> tuple[str, str]:
    from prestatie_desktop.domain.agreement import Agreement

    count = desk.dossier.count(Agreement)
    return str(count), tr("{count} afspraken").format(count=count)


def _party_count(desk: Desk) -> tuple[str, str]:
    from prestatie_desktop.domain.signing_rules import signing_parties

    count = len(signing_parties(desk.dossier))
    return str(count), tr("{count} partijen die tekenen").format(count=count)


def _signed_count(desk: Desk) -> tuple[str, str]:
    from prestatie_desktop.domain.signing import SignatureSheet
    from prestatie_desktop.domain.signing_state import PartyState

    if not desk.dossier.count(SignatureSheet):
        return "", ""
    states = [signing.state for signing in desk.signing]
    signed = states.count(PartyState.SIGNED)
    meaning = tr("{signed} van {total} partijen getekend").format(signed=signed, total=len(states))
    return f"{signed}/{len(states)}", meaning
