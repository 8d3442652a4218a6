"""That the command works, on the smallest size; how fast anything is, is never a test."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.contents import Cells
from tests.benchmarks.docx import write_docx
from tests.benchmarks.table import Line, repeats, table


def run(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks", *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.parametrize(
    ("only", "measures"),
    [
        ("start", ["start: first paint", "start: first edit in the file"]),
        ("edit", ["edit: 67 agreements, text in the file", "text on the screen"]),
        ("open,find", ["open: 1× the example", "find: next, 2× the example"]),
        ("plan", ["plan: 50 rows, new", "plan: 100 rows, again, other numbers"]),
        ("sheets", ["read: 500 rows of .xlsx", "read: 1000 rows of .ods", "csv into a source"]),
        ("documents", ["read: 2 chapters in .docx", "read: 4 chapters in .pdf", "python-pptx"]),
        ("recognise", ["recognise: 162 lines", "recognise: 297 lines"]),
        ("print", ["print: all 18 documents", "bare reportlab", "LibreOffice"]),
    ],
)
def test_the_command_prints_a_table_with_ratios_and_every_repeat(
    only: str, measures: list[str]
) -> None:
    done = run("--only", only, "--repeats", "1", "--agreements", "67", "--sizes", "1,2")

    assert done.returncode == 0, done.stderr
    assert "Every repeat, in ms:" in done.stdout
    assert "×" in done.stdout
    for measure in measures:
        assert measure in done.stdout


def test_a_measure_that_does_not_exist_is_named() -> None:
    done = run("--only", "start,jump")

    assert done.returncode == 2
    assert "no such measure: jump" in done.stderr


def test_a_ratio_compares_the_middle_times() -> None:
    line = Line(what="a", ours=[2, 30, 3], against="b", theirs=[1, 90, 2], aim="≤ 2×")

    assert line.ratio == 1.5
    assert table([line]).splitlines()[1].split() == ["a", "3.0", "b", "2.0", "1.50×", "≤", "2×"]
    assert repeats([line]).splitlines() == ["a: 2.0 30.0 3.0", "    b: 1.0 90.0 2.0"]


def test_a_word_processors_file_holds_the_words_of_paragraphs_and_tables(tmp_path: Path) -> None:
    from xml.etree import ElementTree as ET
    from zipfile import ZipFile

    path = tmp_path / "words.docx"
    write_docx(["<b>Één</b> &amp; twee", Cells(((("kop",), ()), (("drie", "vier"), ())))], path)

    with ZipFile(path) as file:
        names = file.namelist()
        words = "".join(ET.fromstring(file.read("word/document.xml")).itertext())
    assert names[0] == "[Content_Types].xml"
    assert words.split() == ["Één", "&", "tweekopdrievier"]
