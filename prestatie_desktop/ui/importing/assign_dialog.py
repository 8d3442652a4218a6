"""The one thing that is asked when a stretch of the source is assigned by hand."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.translation import tr


class AssignDialog(Dialog):
    """A number, a title, or a choice; Enter says it."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(title, about, width=460, parent=parent)
        self._form = Form()
        self._asked: Field | Combo | None = None
        self.add(self._form)
        self.add_cancel()
        self._say = self.add_button(tr("Toewijzen"), default=True)

    def ask_text(self, name: str, proposal: str, hint: str, *, required: bool = True) -> None:
        """Ask a line of text."""
        field = Field(proposal, hint=hint)
        self._form.add_row(name, field)
        self._asked = field
        if required:
            field.textChanged.connect(lambda text: self._say.setEnabled(bool(text.strip())))
            self._say.setEnabled(bool(proposal))
        field.selectAll()
        field.setFocus()

    def ask_choice(self, name: str, choices: list[tuple[str, str]], proposal: str) -> None:
        """Ask one of these."""
        combo = Combo()
        combo.set_choices(choices, proposal)
        combo.setMinimumContentsLength(24)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._form.add_row(name, combo)
        self._asked = combo
        self._say.setEnabled(bool(choices))
        combo.setFocus()

    def answer(self) -> str:
        """What was typed or chosen."""
        if isinstance(self._asked, Field):
            return self._asked.text().strip()
        return self._asked.current_key() if self._asked is not None else ""
