"""What tracked changes did to an agreement, one state after the other, and who remarked what."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtWidgets import QWidget

from prestatie_desktop.importing.reading import FoundAgreement
from prestatie_desktop.importing.source import Stamp
from prestatie_desktop.ui.models.differences import segments
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.redline import RedlineView, SegmentKind
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import short_moment
from prestatie_desktop.words.translation import tr


def wordings_of(agreement: FoundAgreement) -> Iterator[QWidget]:
    """A redline of each state against the one before it."""
    if len(agreement.wordings) < 2:
        return
    yield Text(tr("Bijgehouden wijzigingen"), weight=600)
    for before, after in zip(agreement.wordings, agreement.wordings[1:], strict=False):
        parts = segments(before.text, after.text)
        view = RedlineView([(text, cast("SegmentKind", kind)) for text, kind in parts])
        who = stamp_words(after.stamp)
        panel = Panel("soft", Text(who, "small", colour="ink2", weight=600), view,
                      gap=3, margins=(12, 8, 10, 10))  # fmt: skip
        panel.setAccessibleName(f"{who}: {view.accessibleName()}")
        yield panel


def comments_of(agreement: FoundAgreement) -> Iterator[QWidget]:
    """The remarks in the margin."""
    if agreement.comments:
        yield Text(tr("Opmerkingen in de kantlijn"), weight=600)
    for comment in agreement.comments:
        who = Text(stamp_words(comment.stamp), "small", colour="ink2", weight=600)
        yield Panel("soft", who, Text(comment.text, wrap=True), gap=3, margins=(12, 8, 10, 10))


def stamp_words(stamp: Stamp | None) -> str:
    """Who and when, as far as the document says."""
    if stamp is None:
        return tr("Oorspronkelijke tekst")
    moment = short_moment(stamp.at) if stamp.at is not None else ""
    return ", ".join(filter(None, (stamp.author or tr("onbekende auteur"), moment)))
