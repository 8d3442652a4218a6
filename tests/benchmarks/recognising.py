"""Recognising a document of agreements and tables of projects, as it grows."""

from collections.abc import Iterator

from prestatie_desktop.importing.readers.text import read_text
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.importing.source import Source
from tests.benchmarks.table import Line
from tests.benchmarks.taking import milliseconds

#: Of a document of size 1; a published set of agreements has about as many.
_THEMES, _AGREEMENTS, _ROWS = 5, 12, 15
_CORPORATIONS = ("Woonbron Zonneveen", "De Linde", "Thuisborg")
_TENANTS = "Huurdersraad Zonneveen"


def recognising(repeats: int, sizes: tuple[int, ...]) -> Iterator[Line]:
    """From the paragraphs and tables of a source to what they hold."""
    first: list[float] = []
    for size in sizes:
        source = _document(size)
        taken = [milliseconds(recognise, source) for _ in range(repeats)]
        first = first or taken
        against = "" if taken is first else "the smallest"
        yield Line(
            what=f"recognise: {len(source.lines):,} lines",
            ours=taken,
            against=against,
            theirs=first if against else (),
        )


def _document(size: int) -> Source:
    lines = ["# Prestatieafspraken 2026", "Gemeente Zonneveen"]
    for theme in range(1, _THEMES + 1):
        lines += [f"# {theme} Thema van de stad {theme}", "", "Er is veel te doen.", ""]
        lines += ["## Nieuwbouw", "Locatie\tAantal\tPrijsklasse\tCorporatie"]
        lines += [_row(theme, number) for number in range(_ROWS * size)]
        lines += ["", "Nr\tAfspraak\tPartijen"]
        lines += [_agreement(theme, number) for number in range(1, _AGREEMENTS * size + 1)]
        lines.append("")
    return read_text("\n".join(lines), "document.txt")


def _row(theme: int, number: int) -> str:
    who = _CORPORATIONS[number % len(_CORPORATIONS)]
    return f"Straat {theme}-{number}\tca. {number % 90 + 1}\tbetaalbaar\t{who}"


def _agreement(theme: int, number: int) -> str:
    who = _CORPORATIONS[number % len(_CORPORATIONS)]
    text = f"{who} levert vóór 1 juli plan {number} voor wijk {number % 40} aan de partners op."
    return f"{theme}.{number}\t{text}\t<b>{who}</b> Gemeente Zonneveen, {_TENANTS}"
