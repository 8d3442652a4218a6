"""Without a dossier: the first start, recent dossiers, one that is gone, a file that is none."""

from pathlib import Path

from prestatie_desktop.ui.settings import RecentFile
from tests.pictures.stage import Stage

_AT = "2024-02-28T13:05:00+00:00"


def scenes(stage: Stage) -> None:
    """The start screen."""
    studio = stage.window(known=False)
    studio.take_dialog("start-eerste-keer-vraag", studio.act("who"))
    studio.take("start-eerste-keer")
    studio = stage.window()
    studio.take("start-leeg")
    settings = studio.window.settings
    here = stage.dossiers.copy("example", stage.folder)
    long = Path("/netwerk/volkshuisvesting/prestatieafspraken en bijlagen/2023/definitief")
    for path, title, state in (
        (long / "Jaarafspraken Voerendaal 2023.prestatie", "Jaarafspraken Voerendaal 2023",
         "Getekend, 5 van 5 getekend"),
        (stage.dossiers.copy("empty", stage.folder), "Prestatieafspraken Voerendaal", "Concept"),
        (here, "Prestatieafspraken Heerlen 2024", "Vastgesteld, 8 van 11 getekend"),
    ):  # fmt: skip
        settings.remember(RecentFile(path, title, state, _AT))
    studio.window.start.refresh()
    studio.take("start")
    none = stage.folder / "Verslag van het overleg met de huurders.prestatie"
    none.write_text("Dit is geen dossier.", encoding="utf-8")
    studio.take_dialog("start-geen-dossier", lambda: studio.window.open_path(none))
    studio.take_dialog("nieuw-dossier", studio.act("new"))
