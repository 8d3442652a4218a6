"""Edits of a corporation's bod."""

from datetime import UTC, date, datetime

from prestatie_desktop.domain.bod import BodSubmission, BodText
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.journal.change import Added, Removed
from prestatie_desktop.journal.edits.making import act, edit, lines, rich
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act
from prestatie_desktop.journal.snapshot import freeze


def set_bod_text(dossier: Dossier, party_id: Id, heading: str, html: str) -> Act:
    """Change the text a corporation's bod has under a heading."""
    text = rich(html, "De tekst van het bod")
    name = dossier.get(Party, party_id).name
    now = next((t for t in dossier.of(BodText, "party_id", party_id) if t.heading == heading), None)
    if now is not None:
        return edit("set_bod_text", now, about=name, burst=f"bod:{now.id}", text=text)
    if not text:
        return act("set_bod_text", about=name)
    new = BodText(id=new_id(), party_id=party_id, heading=heading, text=text)
    return act("set_bod_text", Added(new), about=name, burst=f"bod:{new.id}")


def submit_bod(
    dossier: Dossier,
    author: Author,
    party_id: Id,
    submitted_on: date,
    *,
    consulted_on: date | None = None,
    consultation: str = "",
    board_approved_on: date | None = None,
    note: str = "",
    now: datetime | None = None,
) -> Act:
    """Freeze a corporation's bod as handed in on a day; later edits leave that copy alone."""
    party = dossier.get(Party, party_id)
    snapshot = freeze(dossier)
    submission = BodSubmission(
        id=new_id(),
        party_id=party_id,
        submitted_on=submitted_on,
        registered_at=now or datetime.now(UTC),
        registered_by=author.person,
        consulted_on=consulted_on,
        consultation=lines(consultation, "Het overleg met huurders"),
        board_approved_on=board_approved_on,
        note=lines(note, "De toelichting"),
        snapshot_id=snapshot.id,
    )
    return act("submit_bod", Added(submission), blobs=(snapshot,), about=party.name)


def withdraw_bod(dossier: Dossier, submission_id: Id) -> Act:
    """Take back a submission that was a mistake."""
    submission = dossier.get(BodSubmission, submission_id)
    return act("withdraw_bod", Removed(submission), about=named(dossier, submission.party_id))
