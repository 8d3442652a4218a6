"""Opens one window after another for the scenes of a screen."""

from collections.abc import Callable
from pathlib import Path

from prestatie_desktop.ui.settings import Settings
from tests.pictures.dossiers import WHO, Dossiers
from tests.pictures.studio import Keep, Studio


class Stage:
    """A folder with settings, the dossiers, and the window that is open."""

    def __init__(self, folder: Path, dossiers: Dossiers, keep: Keep, size: tuple[int, int]) -> None:
        self.folder, self.dossiers = folder, dossiers
        self._keep, self._size = keep, size
        self._open: Studio | None = None

    def window(self, *, known: bool = True) -> Studio:
        """Another window, on the start screen; a known user has been here before."""
        self.close()
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        if known:
            Settings(home).author = WHO
        self._open = Studio(home, self._keep, self._size)
        return self._open

    def on(self, which: str) -> Studio:
        """Another window, on a dossier of its own."""
        studio = self.window()
        studio.open(self.dossiers.copy(which, self.folder))
        return studio

    def close(self) -> None:
        """Close the window that is open."""
        if self._open is not None:
            self._open.close()
            self._open = None


#: What a module of scenes offers.
Scenes = Callable[[Stage], None]
