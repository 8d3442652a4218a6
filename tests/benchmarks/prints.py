"""All prints of the example, against the plainest reportlab and against a word processor."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from prestatie_desktop.documents.printing import ALL, jobs, print_documents
from prestatie_desktop.storage.opening import open_dossier
from tests.benchmarks.bare_pdf import write_bare
from tests.benchmarks.contents import Cells, contents
from tests.benchmarks.docx import write_docx
from tests.benchmarks.dossiers import example_file
from tests.benchmarks.table import Line
from tests.benchmarks.taking import in_turns, milliseconds

_Contents = dict[str, list[str | Cells]]


def prints(folder: Path, repeats: int) -> Iterator[Line]:
    """Everything the command `print all` writes."""
    with closing(open_dossier(example_file(folder))) as store:
        dossier = store.load()
        blobs = store.blob
        parts = {job.name: list(contents(job.compose())) for job in jobs(dossier, blobs, ALL)}
        ours = partial(milliseconds, print_documents, dossier, blobs, ALL, folder / "ours")
        bare = partial(milliseconds, _bare, parts, folder / "bare")
        if repeats > 1:
            # The first of each reads fonts and patterns.
            in_turns(1, ours, bare)
        times, theirs = in_turns(repeats, ours, bare)
        what = f"print: all {len(parts)} documents"
        yield Line(what=what, ours=times, against="bare reportlab", theirs=theirs, aim="≤ 1.2×")
        if office := shutil.which("soffice") or shutil.which("libreoffice"):
            yield _against_office(office, Line(what=what, ours=times), parts, folder)
        else:
            yield Line(what=what, ours=times, against="LibreOffice: not installed", aim="≤ 0.2×")


def _bare(parts: _Contents, out: Path) -> None:
    out.mkdir(exist_ok=True)
    for name, words in parts.items():
        write_bare(words, out / f"{name}.pdf")


def _against_office(office: str, ours: Line, parts: _Contents, folder: Path) -> Line:
    """One call that turns as many files with the same words into PDF."""
    files = [folder / f"{number}.docx" for number in range(len(parts))]
    for path, words in zip(files, parts.values(), strict=True):
        write_docx(words, path)
    out = folder / "office"
    home = f"-env:UserInstallation={(folder / 'office-home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    run = partial(subprocess.run, [*command, *map(str, files)], check=True, capture_output=True)
    # The first call makes its own folder of settings.
    run()
    times = [milliseconds(run) for _ in range(3)]
    assert len(list(out.glob("*.pdf"))) == len(files)
    return replace(ours, against="LibreOffice", theirs=times, aim="≤ 0.2×")
