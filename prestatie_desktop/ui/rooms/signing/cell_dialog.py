"""Everything about one cell of the matrix as choices, for who does not know the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QRadioButton, QWidget

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.signing import SigningMode
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import column, row
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAnswer:
    """What one cell should be. No mode: as it is without a rule of its own."""

    role: RoleKind | None
    mode: SigningMode | None
    reservation: str = ""


class CellDialog(Dialog):
    """Role and signing of one party at one item."""

    def __init__(
        self,
        where: str,
        now: CellAnswer,
        *,
        via: str = "",
        by_itself: SigningMode = SigningMode.SIGNS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(where, width=460, parent=parent)
        none = tr("Geen eigen rol ({group})").format(group=via) if via else tr("Geen rol")
        self._roles = _Choices(
            [*((kind.value, label(kind)) for kind in RoleKind), ("", none)],
            now.role.value if now.role else "",
            self,
        )
        usual = tr("Zoals standaard: {mode}").format(mode=in_sentence(label(by_itself)))
        self._modes = _Choices(
            [("", usual), *((mode.value, label(mode)) for mode in SigningMode)],
            now.mode.value if now.mode else "",
            self,
        )
        self._text = QPlainTextEdit(now.reservation)
        self._text.setAccessibleName(tr("Tekst van het voorbehoud"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(theme().px(76))
        self.add(
            row(
                column(Text(tr("Rol"), weight=600), *self._roles.buttons, None, gap=2),
                column(Text(tr("Ondertekening"), weight=600), *self._modes.buttons, None, gap=2),
                None,
                gap=24,
            ),
            self._text,
        )
        self.add_cancel()
        self._accept = self.add_button(tr("Overnemen"), default=True)
        self._modes.group.buttonToggled.connect(lambda *_: self._changed())
        self._text.textChanged.connect(self._changed)
        self._changed()

    def answer(self) -> CellAnswer:
        """What was chosen."""
        role, mode = self._roles.key(), self._modes.key()
        reserved = mode == SigningMode.WITH_RESERVATION.value
        return CellAnswer(
            role=RoleKind(role) if role else None,
            mode=SigningMode(mode) if mode else None,
            reservation=self._text.toPlainText().strip() if reserved else "",
        )

    def _changed(self) -> None:
        reserved = self._modes.key() == SigningMode.WITH_RESERVATION.value
        self._text.setVisible(reserved)
        self._accept.setEnabled(not reserved or bool(self._text.toPlainText().strip()))


class _Choices:
    """Radio buttons with keys."""

    def __init__(self, choices: Sequence[tuple[str, str]], now: str, parent: QWidget) -> None:
        self.group = QButtonGroup(parent)
        self._keys: dict[QRadioButton, str] = {}
        for key, text in choices:
            button = QRadioButton(text)
            button.setChecked(key == now)
            self.group.addButton(button)
            self._keys[button] = key

    @property
    def buttons(self) -> tuple[QRadioButton, ...]:
        """The buttons in order."""
        return tuple(self._keys)

    def key(self) -> str:
        """The key of the one that is on."""
        return next((key for button, key in self._keys.items() if button.isChecked()), "")
