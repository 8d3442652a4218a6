"""What the program remembers about this user on this computer; nothing of it is in a dossier."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from prestatie_desktop.paths import user_data

if TYPE_CHECKING:
    from prestatie_desktop.journal.entry import Author

_RECENT = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A dossier that was open before, with the words shown beside it."""

    path: Path
    title: str
    state: str
    opened_at: str


class Settings:
    """Name and organisation, recent dossiers, appearance and the place of the window."""

    def __init__(self, folder: Path | None = None) -> None:
        #: The user's own folder: settings and own notes are in it.
        self.folder = folder or user_data()
        path = self.folder / "instellingen.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def author(self) -> "Author | None":
        """Who works here; None before the first start."""
        from prestatie_desktop.journal.entry import Author

        person = str(self._store.value("who/person", ""))
        return Author(person, str(self._store.value("who/organisation", ""))) if person else None

    @author.setter
    def author(self, author: "Author") -> None:
        self._store.setValue("who/person", author.person)
        self._store.setValue("who/organisation", author.organisation)
        self._store.sync()

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._store.value("look/appearance", "system"))

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        self._store.setValue("look/appearance", appearance)

    @property
    def text_scale(self) -> float:
        """From 1.0 to 2.0."""
        try:
            scale = float(str(self._store.value("look/scale", "1.0")))
        except ValueError:
            return 1.0
        return min(2.0, max(1.0, scale))

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("look/scale", str(scale))

    def state(self, name: str) -> QByteArray:
        """The kept state of a window, splitter or header; empty when there is none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember the state of a window, splitter or header."""
        self._store.setValue(f"state/{name}", state)

    def text(self, name: str, default: str = "") -> str:
        """Any other small thing that is remembered by name."""
        return str(self._store.value(f"text/{name}", default))

    def keep_text(self, name: str, value: str) -> None:
        """Remember a small thing by name."""
        self._store.setValue(f"text/{name}", value)

    @property
    def recent(self) -> tuple[RecentFile, ...]:
        """Dossiers that were open before, the latest first."""
        files = []
        for index in range(self._store.beginReadArray("recent")):
            self._store.setArrayIndex(index)
            path, title, state, opened_at = (
                str(self._store.value(name, "")) for name in ("path", "title", "state", "at")
            )
            if path:
                files.append(RecentFile(Path(path), title, state, opened_at))
        self._store.endArray()
        return tuple(files)

    def remember(self, file: RecentFile) -> None:
        """Put a dossier first in the list."""
        others = [other for other in self.recent if other.path != file.path]
        self._write_recent([file, *others][:_RECENT])

    def forget(self, path: Path | None = None) -> None:
        """Take one dossier, or all, from the list; the files themselves stay."""
        self._write_recent([f for f in self.recent if path is not None and f.path != path])

    def _write_recent(self, files: list[RecentFile]) -> None:
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(files))
        for index, file in enumerate(files):
            self._store.setArrayIndex(index)
            self._store.setValue("path", str(file.path))
            self._store.setValue("title", file.title)
            self._store.setValue("state", file.state)
            self._store.setValue("at", file.opened_at)
        self._store.endArray()
        self._store.sync()
