"""Every screen, once for each look and size of text."""

import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtGui import QImage

from prestatie_desktop.app import make_app
from prestatie_desktop.ui.look.theme import Appearance, Theme
from tests.pictures import (
    agreements,
    bod,
    dialogs,
    empty,
    importing,
    others,
    printing,
    signed,
    signing,
    start,
    tables,
)
from tests.pictures.dossiers import Dossiers
from tests.pictures.stage import Scenes, Stage

_SCENES = (
    start.scenes,
    empty.scenes,
    agreements.scenes,
    tables.scenes,
    others.scenes,
    signing.scenes,
    signed.scenes,
    bod.scenes,
    printing.scenes,
    dialogs.scenes,
    importing.scenes,
)

#: What README and docs show: the scene, its screens, and the name of the file.
_KEPT = (
    (agreements.scenes, "afspraken", "afspraken"),
    (signed.scenes, "wie-tekent-getekend", "wie-tekent"),
    (bod.scenes, "bod", "bod"),
    (importing.scenes, "import-inhoud", "import"),
)


class _Taken(Exception):  # noqa: N818 - nothing went wrong
    """The one picture that was wanted is there."""


def rounds(
    home: Path,
    out: Path,
    *,
    looks: tuple[str, ...],
    scales: tuple[float, ...],
    size: tuple[int, int],
    only: str = "",
) -> int:
    """Write `out/NAME-look-percentage.png`; returns 1 when a screen could not be shown."""
    theme = Theme(make_app())
    dossiers = Dossiers(home)
    failed = 0
    out.mkdir(parents=True, exist_ok=True)
    for look in looks:
        for scale in scales:
            theme.set_appearance(Appearance(look))
            theme.set_scale(scale)
            suffix = f"{look}-{round(scale * 100)}"
            failed += _round(home, dossiers, size=size, only=only, out=out, suffix=suffix)
    return 1 if failed else 0


def kept(home: Path, out: Path) -> int:
    """Write the few pictures that the documentation shows, light and dark."""
    theme = Theme(make_app())
    dossiers = Dossiers(home)
    out.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark"):
        theme.set_appearance(Appearance(look))
        for scenes, screen, name in _KEPT:
            path = out / f"{name}-{look}.png"
            _take_one(home, dossiers, scenes, screen, path)
    return 0


def _take_one(home: Path, dossiers: Dossiers, scenes: Scenes, screen: str, path: Path) -> None:
    def keep(name: str, image: QImage) -> None:
        if name == screen:
            image.save(str(path), quality=0)
            raise _Taken

    with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
        stage = Stage(Path(folder), dossiers, keep, (1440, 900))
        try:
            scenes(stage)
        except _Taken:
            return
        finally:
            stage.close()
    raise AssertionError(f"there is no screen {screen}")


def _round(
    home: Path, dossiers: Dossiers, *, size: tuple[int, int], only: str, out: Path, suffix: str
) -> int:
    failed = 0

    def keep(name: str, image: QImage) -> None:
        if name.startswith(only.removesuffix("$")) and (
            not only.endswith("$") or name == only[:-1]
        ):
            image.save(str(out / f"{name}-{suffix}.png"), quality=30)

    for scenes in _SCENES:
        with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
            stage = Stage(Path(folder), dossiers, keep, size)
            try:
                scenes(stage)
            except Exception:  # noqa: BLE001 - the other screens are still worth a look
                failed += 1
                sys.stderr.write(f"{scenes.__module__} {suffix}:\n{traceback.format_exc()}\n")
            finally:
                stage.close()
    return failed
