"""Reading a source for the assistant: from a file or the clipboard, beside the window."""

from collections.abc import Callable
from dataclasses import dataclass

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.source_rows import SourceRows
from prestatie_desktop.ui.importing.working_out import Tools, Worked, work
from prestatie_desktop.ui.working.holding import MANY, hold
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True)
class Opened:
    """A source, and the first reading of it."""

    rows: SourceRows
    worked: Worked


def reading_job(
    get: Callable[[Watch], Source],
    steps: DecisionSteps,
    dossier: Dossier | None,
    tools: Tools,
) -> Callable[[Callable[[str, int, int], None], Callable[[], bool]], Opened]:
    """The long work that reads a source and recognises what it can."""

    def job(step: Callable[[str, int, int], None], stopping: Callable[[], bool]) -> Opened:
        watch = Watch(step, stopping)
        source = get(watch)
        is_large = len(source.lines) > MANY
        if is_large:
            hold()
        watch.at(tr("Herkennen wat erin staat…"))
        rows = SourceRows(source)
        worked = work(tools, rows, steps.decisions, dossier, watch=watch)
        watch.at(tr("Klaar"), 1, 1)
        if is_large:
            hold()
        return Opened(rows, worked)

    return job
