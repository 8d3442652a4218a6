"""The beginning of a new dossier that a source is imported into."""

from dataclasses import replace

from prestatie_desktop.domain.agreement_set import AgreementSet, SetKind
from prestatie_desktop.filling.template import next_year
from prestatie_desktop.importing.planning_cover import usable_years, with_cover
from prestatie_desktop.importing.planning_texts import short
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.journal.change import Added
from prestatie_desktop.journal.edits.agreement_sets import start
from prestatie_desktop.journal.edits.making import MAX_LINE
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words.importing import imported_title


def start_from(reading: Reading, name: str = "") -> Act:
    """The first act of a new dossier, before the plan that fills it.

    Title, kind, years and date are those of the source. Without a title it is called after the
    source (`name`, a file name); without years it is about next year.
    """
    cover = replace(reading.cover, title=short(reading.cover.title, MAX_LINE))
    first, last = usable_years(cover) or (next_year().first_year,) * 2
    kind = cover.kind or (SetKind.YEARLY if first == last else SetKind.FRAMEWORK)
    act = start(cover.title or _named_after(name) or imported_title(first), kind, first, last)
    begun = act.changes[0]
    assert isinstance(begun, Added)
    assert isinstance(begun.entity, AgreementSet)
    return replace(act, changes=(Added(with_cover(begun.entity, cover)),))


def _named_after(name: str) -> str:
    stem = name.rpartition(".")[0] or name
    return short(stem.replace("_", " "), MAX_LINE)
