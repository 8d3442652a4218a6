"""What the secretary should do next to get everything signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.domain.signing_state import (
    CommonChange,
    ItemChange,
    PartySigning,
    PartyState,
    latest_edition,
)
from prestatie_desktop.words.dates import short_date
from prestatie_desktop.words.items import item_name
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr

_NAMED = 3


class Do(StrEnum):
    """What a button of the next step does."""

    PARTIES = "parties"
    ADOPT = "adopt"
    REGISTER = "register"
    DIFFERENCE = "difference"
    PRINT = "print"
    SIGNATORIES = "signatories"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One step: who it is about, why, and at most two things to do."""

    title: str
    explanation: str
    tone: Literal["warn", "ok", "accent"] = "accent"
    glyph: str = ""
    party_id: Id = ""
    actions: tuple[Do, ...] = ()


def next_step(
    dossier: Dossier,
    signings: Sequence[PartySigning],
    *,
    is_concept: bool,
    changed: Mapping[Id, Mapping[Id, ItemChange]],
    common: Mapping[Id, Sequence[CommonChange]],
) -> NextStep:
    """The first thing that stands between the dossier and all signatures."""
    if not signings:
        return NextStep(
            title=tr("Nog geen partij die tekent"),
            explanation=tr("Voeg eerst de gemeente, corporaties en huurdersorganisaties toe."),
            glyph="account-group-outline",
            actions=(Do.PARTIES,),
        )
    if latest_edition(dossier) is None:
        return _adopt_first(signings)
    by_state = {state: [s for s in signings if s.state is state] for state in PartyState}
    if by_state[PartyState.STALE]:
        first = by_state[PartyState.STALE][0]
        what = changed_words(
            dossier, changed.get(first.party.id, {}), common.get(first.party.id, ())
        )
        return _stale(dossier, first, what)
    if is_concept:
        return _adopt_again(by_state[PartyState.SHEET_STALE])
    waiting = by_state[PartyState.SHEET_OUT] + by_state[PartyState.NO_SHEET]
    if waiting:
        return _waiting(waiting)
    return NextStep(
        tone="ok",
        title=tr("Alle partijen hebben getekend"),
        explanation=tr("Druk de ondertekende bladen af voor het archief."),
        glyph="check-circle-outline",
        actions=(Do.PRINT,),
    )


def current_sheet(dossier: Dossier, signing: PartySigning) -> SignatureSheet | None:
    """The sheet of the text as it is now, if one was issued to this party."""
    sheets = dossier.of(SignatureSheet, "party_id", signing.party.id)
    fitting = [sheet for sheet in sheets if sheet.code == signing.code]
    return max(fitting, key=lambda sheet: sheet.issued_at, default=None)


def changed_words(
    dossier: Dossier, changed: Mapping[Id, ItemChange], common: Sequence[CommonChange] = ()
) -> str:
    """What changed since, in a few names: "1.11, 2.4 en 3 andere", "de statutaire naam"."""
    if not changed:
        return _joined([in_sentence(label(one)) for one in common]) or tr("de gezamenlijke tekst")
    names = [
        item_name(dossier, item_id).removeprefix(tr("Afspraak") + " ")
        if find_item(dossier, item_id)
        else tr("een verwijderd onderdeel")
        for item_id in list(changed)[:_NAMED]
    ]
    more = len(changed) - len(names)
    if more:
        return tr("{names} en {more} andere").format(names=", ".join(names), more=more)
    return _joined(names)


def _joined(names: Sequence[str]) -> str:
    first, last = ", ".join(names[:-1]), "".join(names[-1:])
    return tr("{first} en {last}").format(first=first, last=last) if first else last


def _adopt_first(signings: Sequence[PartySigning]) -> NextStep:
    nameless = [s for s in signings if not s.has_signatory]
    if nameless:
        first = nameless[0]
        others = len(nameless) - 1
        if not others:
            text = tr("{party} heeft nog geen ondertekenaar.").format(party=first.party.name)
        else:
            text = tr("{count} partijen hebben nog geen ondertekenaar.").format(count=others + 1)
        return NextStep(
            title=tr("Volgende stap: vaststellen"),
            explanation=text,
            glyph="file-lock-outline",
            party_id=first.party.id,
            actions=(Do.SIGNATORIES,),
        )
    return NextStep(
        title=tr("Volgende stap: vaststellen"),
        explanation=tr("Elke partij krijgt dan een blad met een controlecode."),
        glyph="file-lock-outline",
    )


def _stale(dossier: Dossier, signing: PartySigning, what: str) -> NextStep:
    assert signing.signature is not None
    day = short_date(signing.signature.signed_on)
    sheet = current_sheet(dossier, signing)
    if sheet is None:
        text = tr("Tekende {day}; daarna veranderde {what}.").format(day=day, what=what)
    else:
        text = tr("Tekende {day}; het nieuwe blad {code} is nog niet getekend.").format(
            day=day, code=sheet.code
        )
    return NextStep(
        tone="warn",
        title=tr("Volgende stap: {party}").format(party=signing.party.name),
        explanation=text,
        glyph="history",
        party_id=signing.party.id,
        actions=(Do.DIFFERENCE, Do.PRINT if sheet else Do.ADOPT),
    )


def _adopt_again(stale_sheets: Sequence[PartySigning]) -> NextStep:
    if not stale_sheets:
        text = tr("De tekst is gewijzigd na het vaststellen.")
    else:
        names = ", ".join(s.party.name for s in stale_sheets[:_NAMED])
        text = tr("Het blad van {names} hoort bij een eerdere tekst.").format(names=names)
        if len(stale_sheets) > _NAMED:
            text = tr("De bladen van {count} partijen horen bij een eerdere tekst.").format(
                count=len(stale_sheets)
            )
    return NextStep(
        tone="warn",
        title=tr("Volgende stap: opnieuw vaststellen"),
        explanation=text,
        glyph="file-lock-outline",
        party_id=stale_sheets[0].party.id if stale_sheets else "",
        actions=(Do.DIFFERENCE,) if stale_sheets else (),
    )


def _waiting(waiting: Sequence[PartySigning]) -> NextStep:
    nameless = next((s for s in waiting if not s.has_signatory), None)
    if nameless is not None:
        return NextStep(
            title=tr("Volgende stap: {party}").format(party=nameless.party.name),
            explanation=tr("Er is nog niemand aangewezen die tekent."),
            tone="warn",
            glyph="account-tie-outline",
            party_id=nameless.party.id,
            actions=(Do.SIGNATORIES, Do.PRINT),
        )
    first = waiting[0]
    text = tr("Het blad is uit; nog niet getekend.")
    if first.sheet is not None:
        text = tr("Blad {code} is uit sinds {day}.").format(
            code=first.sheet.code, day=in_sentence(short_date(first.sheet.issued_at.date()))
        )
    return NextStep(
        title=tr("Volgende stap: {party}").format(party=first.party.name),
        explanation=text,
        glyph="draw-pen",
        party_id=first.party.id,
        actions=(Do.PRINT,),
    )
