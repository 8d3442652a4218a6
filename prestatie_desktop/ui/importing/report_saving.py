"""What was made of a source, kept as a file: to read, or (JSON) for another program."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.report import Report, report_json, report_lines
from prestatie_desktop.storage.placing import new_file
from prestatie_desktop.ui.dialogs.sentence import tell
from prestatie_desktop.words.translation import tr


def save_report(parent: QWidget, report: Report) -> None:
    """Ask where to, and write it there; says so when that cannot be."""
    name = tr("{name} – verslag van de import.txt").format(name=Path(report.name).stem)
    kinds = tr("Tekst (*.txt)") + ";;JSON (*.json)"
    chosen, kind = QFileDialog.getSaveFileName(parent, tr("Verslag bewaren"), name, kinds)
    if not chosen:
        return
    path = Path(chosen)
    as_json = path.suffix.lower() == ".json" or (not path.suffix and "json" in kind)
    text = report_json(report) if as_json else "\n".join(report_lines(report)) + "\n"
    try:
        with new_file(path, overwrite=True) as beside:
            beside.write_text(text, encoding="utf-8", newline="\n", errors="replace")
    except UserError as error:
        tell(parent, str(error))
