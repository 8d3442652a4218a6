"""Before a step is undone that was made before this window was opened."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.words.actions import sentence
from prestatie_desktop.words.dates import long_moment
from prestatie_desktop.words.translation import tr


class OldStepDialog(Dialog):
    """Names the step, who did it and when."""

    def __init__(self, step: StepLine, parent: QWidget | None = None) -> None:
        super().__init__(tr("Eerdere stap ongedaan maken?"), old_step_words(step), parent=parent)
        self.add_cancel()
        self.add_button(tr("Ongedaan maken"), "undo", default=True).setFocus()


def old_step_words(step: StepLine) -> str:
    """What was done, by whom and when."""
    who = ", ".join(filter(None, [step.author.person or tr("onbekend"), step.author.organisation]))
    return tr(
        "{step}. Dat deed {who} op {when}, voordat u dit dossier nu opende. "
        "Met Opnieuw komt de stap terug."
    ).format(step=sentence(step.action, step.args), who=who, when=long_moment(step.at))


def may_undo(window: QWidget | None, session: Session) -> bool:
    """Whether to take back the last step; asks when it is from before the window was opened."""
    step = session.to_undo
    if step is None or step.at >= session.opened_at:
        return True
    dialog = OldStepDialog(step, window)
    answered = dialog.exec()
    dialog.deleteLater()
    return bool(answered)
