"""What people changed and remarked in the source itself, as entries of their own.

The step belongs to who imports; each entry names who made the change in the source, and when.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.importing.planning_draft import Draft
from prestatie_desktop.importing.planning_fitting_items import line_of
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import Wording
from prestatie_desktop.importing.source import Comment, Stamp
from prestatie_desktop.journal.edits.making import lines
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words.fields import field_name

_LONGEST_NAME = 200
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Event:
    """One thing somebody did to one agreement in the source."""

    #: When it is told: never before what happened earlier to the same agreement.
    at: datetime
    place: int
    agreement_id: Id
    stamp: Stamp
    #: The text it led to, or None.
    text: str | None = None
    #: The line it added to the remark.
    remark: str = ""


class SourceChanges:
    """Collects what happened in the source, and tells it in the order in which it happened."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._events: list[_Event] = []

    def expect(
        self, place: int, agreement_id: Id, wordings: Sequence[Wording], comments: Sequence[Comment]
    ) -> bool:
        """Take in what happened to an agreement; returns whether there is anything to tell."""
        remark = self._dossier.get(Agreement, agreement_id).remark
        new = [one for one in comments if not _has_line(remark, _said(one))]
        events = [
            *_in_order(_changes(place, agreement_id, wordings)),
            *_in_order(_remarks(place, agreement_id, new)),
        ]
        self._events += events
        return bool(events)

    def acts(self, draft: Draft) -> Iterator[Act]:
        """An act for each, made for the draft as it is by then."""
        for event in sorted(self._events, key=lambda event: event.at):
            agreement = draft.dossier.get(Agreement, event.agreement_id)
            draft.change(agreement, _after(agreement, event))
            yield Act(
                action="source_comment" if event.text is None else "source_change",
                args=_args(agreement, event.stamp),
                changes=draft.take_changes(),
            )


def _said(comment: Comment) -> str:
    return lines(line_of(comment), field_name("remark"))


def _has_line(remark: str, said: str) -> bool:
    return f"\n{said}\n" in f"\n{remark}\n"


def _changes(place: int, agreement_id: Id, wordings: Sequence[Wording]) -> Iterator[_Event]:
    """One event for each person and moment, with the text as it was left."""
    for stamp, states in groupby(wordings, key=lambda wording: wording.stamp):
        known = stamp or Stamp("")
        *_, last = states
        yield _Event(_moment(known), place, agreement_id, known, text=last.text)


def _remarks(place: int, agreement_id: Id, comments: Sequence[Comment]) -> Iterator[_Event]:
    for comment in comments:
        stamp = comment.stamp
        yield _Event(_moment(stamp), place, agreement_id, stamp, remark=_said(comment))


def _in_order(events: Iterator[_Event]) -> Iterator[_Event]:
    """The events of one agreement in the order of the source, whatever its clocks said."""
    latest = _LONG_AGO
    for event in events:
        latest = max(latest, event.at)
        yield replace(event, at=latest)


def _moment(stamp: Stamp) -> datetime:
    if stamp.at is None:
        return _LONG_AGO
    return stamp.at if stamp.at.tzinfo else stamp.at.replace(tzinfo=UTC)


def _after(agreement: Agreement, event: _Event) -> Agreement:
    if event.text is not None:
        return replace(agreement, text=event.text)
    remark = "\n".join(filter(None, [agreement.remark, event.remark]))
    return replace(agreement, remark=lines(remark, field_name("remark")))


def _args(agreement: Agreement, stamp: Stamp) -> dict[str, str]:
    day: date | None = stamp.at.date() if stamp.at else None
    return {
        "about": agreement.number,
        "person": short(stamp.author, _LONGEST_NAME),
        "date": day.isoformat() if day else "",
    }
