"""Light or dark, and how large the letters are: what is in force, and telling everyone."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from prestatie_desktop.ui.look import fonts
from prestatie_desktop.ui.look.current import put_in_force
from prestatie_desktop.ui.look.sheet import style_sheet
from prestatie_desktop.ui.look.style import WindowStyle
from prestatie_desktop.ui.look.tokens import DARK, LIGHT, FontRole, Palette

MIN_SCALE, MAX_SCALE = 1.0, 2.0


class Appearance(StrEnum):
    """The user's choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The look in force. The application makes one and keeps it.

    `changed` comes after palette, font and style sheet are all in place.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        appearance: Appearance = Appearance.SYSTEM,
        scale: float = 1.0,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self._scale = _within(scale)
        self._system = app.styleHints().colorScheme()
        self._palette = self._chosen()
        # Kept here as well: Qt owns the style, Python must not forget its overrides.
        self._style = WindowStyle(self)
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        put_in_force(self)
        self._tell_system()
        self._apply()

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def scale(self) -> float:
        """The text scale in force, 1.0 to 2.0."""
        return self._scale

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Light, dark, or as the system says."""
        self._appearance = appearance
        self._tell_system()
        self._use(self._chosen(), self._scale)

    def set_scale(self, scale: float) -> None:
        """Letters and everything measured by them; kept between 1.0 and 2.0."""
        self._use(self._palette, _within(scale))

    def px(self, size: float) -> int:
        """Pixels at 100 % text brought to the scale in force."""
        return round(size * self._scale)

    def colour(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(self._palette[name])

    def font(self, role: FontRole, weight: int = 400, *, italic: bool = False) -> QFont:
        """The font of a role at the scale in force."""
        return fonts.font(role, weight, scale=self._scale, italic=italic)

    def _chosen(self) -> Palette:
        if self._appearance is Appearance.SYSTEM:
            return DARK if self._system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT

    def _tell_system(self) -> None:
        # So that title bars and the system's own dialogs match; Unknown means "as the system".
        self._app.styleHints().setColorScheme(_SCHEMES[self._appearance])

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._use(self._chosen(), self._scale)

    def _use(self, palette: Palette, scale: float) -> None:
        if (palette, scale) != (self._palette, self._scale):
            self._palette, self._scale = palette, scale
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(qt_palette(self._palette))
        self._app.setFont(self.font("ui"))
        QToolTip.setFont(self.font("small"))
        self._app.setStyleSheet(style_sheet(self._palette, self._scale))
        self.changed.emit()


def qt_palette(palette: Palette) -> QPalette:
    """The same colours for what Qt paints itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for kind, colour in {
        role.Window: palette.window,
        role.WindowText: palette.ink,
        role.Base: palette.surface,
        role.AlternateBase: palette.head,
        role.Text: palette.ink,
        role.Button: palette.surface,
        role.ButtonText: palette.ink,
        role.BrightText: palette.bad,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.PlaceholderText: palette.ink3,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.ToolTipBase: palette.toast,
        role.ToolTipText: palette.on_toast,
        role.Light: palette.surface,
        role.Midlight: palette.line,
        role.Mid: palette.line,
        role.Dark: palette.edge,
        role.Shadow: palette.edge,
        role.Accent: palette.accent,
    }.items():
        made.setColor(kind, QColor(colour))
    for kind in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, kind, QColor(palette.edge))
    return made


def _within(scale: float) -> float:
    return max(MIN_SCALE, min(MAX_SCALE, scale))
