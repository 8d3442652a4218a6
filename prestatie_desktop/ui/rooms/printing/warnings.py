"""What there is to mind before printing. It warns and never blocks."""

from collections.abc import Sequence

from prestatie_desktop.ui.rooms.printing.listing import SIGNATURES, Listed
from prestatie_desktop.ui.rooms.printing.versions import CONCEPT
from prestatie_desktop.words.translation import tr


def warnings_about(document: str, version: str, wanted: Sequence[Listed]) -> tuple[str, ...]:
    """The sentences about these documents."""
    if document != SIGNATURES:
        return ()
    found = []
    if version == CONCEPT and wanted:
        found.append(
            tr(
                "Dit is een concept: op elke bladzijde staat CONCEPT. Bladen om te tekenen komen "
                "uit een vastgestelde versie."
            )
        )
    without = [one.title for one in wanted if not one.has_signatory]
    if len(without) == 1:
        found.append(
            tr("{party} heeft nog geen ondertekenaar. Het blad krijgt een lege naamregel.").format(
                party=without[0]
            )
        )
    elif without:
        found.append(
            tr(
                "{count} partijen hebben nog geen ondertekenaar. Hun bladen krijgen een lege "
                "naamregel."
            ).format(count=len(without))
        )
    stale = [one.title for one in wanted if one.stale]
    if stale:
        found.append(
            tr(
                "De tekst is na deze versie gewijzigd voor {parties}. Het blad wordt afgedrukt "
                "zoals het is uitgegeven."
            ).format(parties=_named(stale))
        )
    return tuple(found)


def _named(parties: Sequence[str]) -> str:
    if len(parties) == 1:
        return parties[0]
    return tr("{count} partijen").format(count=len(parties))
