"""Compares the example with the published document, where a copy of it is at hand.

`PRESTATIE_BRONNEN` names the folder with `heerlen-jaarschijf-2024.txt`; without it nothing is compared.
"""

import html
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.resources.data import agreements, example, projects, strings

FOLDER = os.environ.get("PRESTATIE_BRONNEN", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="PRESTATIE_BRONNEN names no folder")

MONTHS = {"januari": 1, "februari": 2, "juli": 7, "september": 9, "november": 11}
QUARTERS = {"eerste": "Q1", "tweede": "Q2", "derde": "Q3"}
LONGEST_SHARED_RUN = 6
NUMBERED = re.compile(r"^(?:<p>)?(\d\.\d+)(?:</p>)?\t(.*)$", re.MULTILINE)
LOOSE = re.compile(
    r"^(3\.1|5\.12|5\.13)\n(.*?)(?=^\*\*Aantal|^\d\.\d+$|^# )", re.DOTALL | re.MULTILINE
)


def source() -> str:
    return (Path(FOLDER) / "heerlen-jaarschijf-2024.txt").read_text(encoding="utf-8")


def bare(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def source_items() -> dict[str, str]:
    text = source()
    return {number: bare(body) for number, body in NUMBERED.findall(text) + LOOSE.findall(text)}


def figures(text: str) -> set[str]:
    """The numbers, percentages, amounts and dates of a text, however they are written."""
    text = re.sub(r"\b(\d\d?)-0?(\d\d?)-(\d{4})", r"\1 \2 \3", text)
    text = re.sub(r"\b0(\d)\b", r"\1", text)
    for name, number in MONTHS.items():
        text = text.replace(name, f" {number} ")
    text = re.sub(r"(\d)\.(\d{3})\b", r"\1\2", text)
    text = re.sub(r"(eerste|tweede|derde) kwartaal", lambda found: QUARTERS[found[1]], text)
    return set(re.findall(r"\d+(?:,\d+)?", text))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def squeezed(text: str) -> str:
    """Without spaces, and with the raised letters of "1e" flattened."""
    text = re.sub(r"<sup>\s*o\s*</sup>", "e", text)
    return re.sub(r"\s|</?sup>", "", text)


def source_rows() -> list[list[str]]:
    chapter = source().split("\n1.7\t")[0]
    rows = [line.split("\t") for line in chapter.splitlines()]
    return [row for row in rows if len(row) in (4, 6) and row[0].strip()]


def test_every_agreement_of_the_source_is_there() -> None:
    assert set(source_items()) == {each["number"] for each in agreements()}


def test_every_figure_of_an_agreement_stands_in_its_text_and_no_other() -> None:
    items = source_items()
    for each in agreements():
        ours = re.sub(r"<a [^>]*>afspraak [\d.]+</a>", "", each["text"])
        theirs = items[each["number"]].replace(", punt 1)", ")")
        assert figures(bare(ours)) == figures(theirs), each["number"]


def test_no_sentence_is_taken_over() -> None:
    theirs = runs(bare(source()), LONGEST_SHARED_RUN + 1)
    prose: list[Any] = [
        example(name) for name in ("dossier", "themes", "agreements", "bods", "free")
    ]
    prose += [example("history"), [row["note"] for row in projects()]]
    for text in strings(prose):
        assert not runs(bare(text), LONGEST_SHARED_RUN + 1) & theirs, text


def test_rows_are_written_as_in_the_source() -> None:
    rows = source_rows()
    assert len(rows) == len(projects()) == 72
    for ours, theirs in zip(projects(), rows, strict=True):
        if ours["location"] == "Paadweg":
            assert ours["homes"] == theirs[2]
            continue
        written = [ours["homes"]]
        if len(theirs) == 6:
            written += [ours["dwelling_type"], ours["accessibility"], ours["price"]]
        assert written[0] == theirs[1].strip()
        assert [squeezed(each) for each in written] == [
            squeezed(each) for each in theirs[1 : 1 + len(written)]
        ]


def test_series_hold_the_figures_of_the_source() -> None:
    lines = {line.split("\t")[0]: bare(line).split() for line in source().splitlines()}
    efg, bat = example("series")
    for row in efg["rows"]:
        assert lines[row["label"]] == [row["label"], *row["values"]]
    for row in bat["rows"]:
        label = row["label"].replace(" voor ", " ")
        assert lines[label][-6:-1] == row["values"]


def test_no_person_of_the_source_is_named() -> None:
    people = re.findall(r"(?:Dhr|Mevr)\. \w\.\s+(\w+)", source())
    assert len(people) == 12
    told = " ".join(strings([example(n) for n in ("signatories", "history", "bods", "parties")]))
    assert not [name for name in people if re.search(rf"\b{name}\b", told)]
