"""Other documents made of one: other names, other numbers, another order, other blanks.

Each function takes the text of a set of agreements as slides turned into text, and what was
recognised in it, and makes a text that a person would read in the same way.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.reading import Reading

Vary = Callable[[str, Reading, random.Random], str]

_SHARED_FIRST = (
    "Wonen Waterrijk",
    "Wonen Heuvelland",
    "Wonen Zandstad",
    "Wonen Polder",
    "Wonen Duin",
)
_ONE_WORD = ("Vivaria", "Mitrosse", "Kennemerthuis", "Ymetta", "Lefierre")
_ODD = ("Woon & Zo", "Trede 5", "’t Goede Huis", "Portaal-24", "D'n Herd")
_SAME_ENDING = ("Aalst Wonen", "Beemster Wonen", "Cadzand Wonen", "Delden Wonen", "Eelde Wonen")
_MUNICIPALITIES = ("Bergen op Zoom", "'s-Hertogenbosch", "De Bilt", "Alphen-Chaam")
_TITLES = (
    "Huis en haard",
    "De portemonnee",
    "Koel in de zomer, warm in de winter",
    "Wie hulp nodig heeft",
    "Buurten met een hart",
    "Hoe wij het doen",
)
_NUMBER = re.compile(
    r"^(?P<before>(?:## )?(?:<p>)?)(?P<chapter>\d)\.(?P<item>\d+)(?=\s|<|$)", re.MULTILINE
)


def named_alike(text: str, reading: Reading, chance: random.Random) -> str:
    """Corporations of two words that begin with the same word."""
    return _renamed(text, reading, _SHARED_FIRST, _MUNICIPALITIES[0])


def named_with_one_word(text: str, reading: Reading, chance: random.Random) -> str:
    """Corporations of one word."""
    return _renamed(text, reading, _ONE_WORD, _MUNICIPALITIES[1])


def named_oddly(text: str, reading: Reading, chance: random.Random) -> str:
    """Corporations with digits, signs and apostrophes."""
    return _renamed(text, reading, _ODD, _MUNICIPALITIES[2])


def named_with_one_ending(text: str, reading: Reading, chance: random.Random) -> str:
    """Corporations of two words that end with the same word."""
    return _renamed(text, reading, _SAME_ENDING, _MUNICIPALITIES[3])


def _renamed(text: str, reading: Reading, names: Sequence[str], municipality: str) -> str:
    old = [one for one in reading.parties if one.kind is PartyKind.CORPORATION]
    known = {one.name for one in old}
    pairs: list[tuple[str, str]] = []
    for one, name in zip(old, names, strict=True):
        pairs.append((one.name, name))
        word = one.name.split()[0]
        if (
            len(word) > 3
            and word != one.name
            and sum(other.split()[0] == word for other in known) == 1
        ):
            pairs.append((word, _short(name)))
    where = next(one for one in reading.parties if one.kind is PartyKind.MUNICIPALITY)
    pairs.append((where.name.removeprefix("Gemeente "), municipality))
    return _replaced(text, pairs)


def _short(name: str) -> str:
    """What people call a corporation for short: its first word, when that is a name."""
    word = name.split(maxsplit=1)[0]
    return word if len(word) > 3 and word.isalpha() and word != "Wonen" else name


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """All at once and the longest first, so that nothing is replaced twice."""
    new = dict(pairs)
    words = "|".join(re.escape(old) for old in sorted(new, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda found: new[found[0]], text)


def other_places(text: str, reading: Reading, chance: random.Random) -> str:
    """Other streets and neighbourhoods."""
    words = {
        word
        for row in reading.rows
        for word in re.findall(
            r"[A-Z][a-z]{4,}(?:straat|weg|laan|pad|kade|plein)", row.values["location"]
        )
    }
    ends = ("gracht", "dreef", "steeg", "erf")
    pairs = [
        (word, f"{chance.choice('BDFKLMNPRST')}{chance.choice('aeiou')}l{chance.choice(ends)}")
        for word in sorted(words)
    ]
    return _replaced(text, pairs) if pairs else text


def other_homes(text: str, reading: Reading, chance: random.Random) -> str:
    """Other numbers of homes in the project tables."""
    raw = {row.values["homes"] for row in reading.rows if "homes" in row.values}

    def other(line: str) -> str:
        cells = line.split("\t")
        if len(cells) in (4, 6):
            cells[1] = re.sub(r"\d+", _another, cells[1]) if cells[1] in raw else cells[1]
        return "\t".join(cells)

    def _another(found: re.Match[str]) -> str:
        return str(int(found[0]) + chance.randrange(1, 400))

    return "\n".join(map(other, text.split("\n")))


def higher_numbers(text: str, reading: Reading, chance: random.Random) -> str:
    """Chapters from 4 on, and agreements numbered on from there."""
    return _NUMBER.sub(lambda m: f"{m['before']}{int(m['chapter']) + 3}.{int(m['item']) + 2}", text)


def other_titles(text: str, reading: Reading, chance: random.Random) -> str:
    """Themes with titles that no other document has."""
    new = {one.title: title for one, title in zip(reading.themes, _TITLES, strict=True)}
    return re.sub(
        r"^(#+ )(.*)$", lambda m: m[1] + new.get(m[2].strip(), m[2]), text, flags=re.MULTILINE
    )


def themes_in_another_order(text: str, reading: Reading, chance: random.Random) -> str:
    """Chapters in another order, numbered anew."""
    before, chapters, after = _chapters(text, reading)
    order = chance.sample(range(len(chapters)), len(chapters))
    moved = [_numbered(chapters[at], place) for place, at in enumerate(order, 1)]
    return "\n".join([before, *moved, after])


def _numbered(chapter: str, number: int) -> str:
    return _NUMBER.sub(lambda m: f"{m['before']}{number}.{m['item']}", chapter)


def _chapters(text: str, reading: Reading) -> tuple[str, list[str], str]:
    lines = text.split("\n")
    starts: list[int] = []
    for theme in reading.themes:
        since = starts[-1] + 1 if starts else 0
        found = (at for at, line in enumerate(lines) if line.lstrip("# ").strip() == theme.title)
        starts.append(next(at for at in found if at >= since))
    end = 1 + max(at for at, line in enumerate(lines) if "\t" in line)
    bounds = [*starts, end]
    parts = ["\n".join(lines[a:b]) for a, b in pairwise(bounds)]
    return "\n".join(lines[: starts[0]]), parts, "\n".join(lines[end:])


def agreements_shuffled(text: str, reading: Reading, chance: random.Random) -> str:
    """In each table the agreements change places; the numbers stay."""
    return _each_table(text, lambda rows: _shuffled(rows, chance, numbers_move=False))


def numbers_out_of_order(text: str, reading: Reading, chance: random.Random) -> str:
    """In each table the agreements change places and take their numbers along."""
    return _each_table(text, lambda rows: _shuffled(rows, chance, numbers_move=True))


def _shuffled(
    rows: list[list[str]], chance: random.Random, *, numbers_move: bool
) -> list[list[str]]:
    if not _is_agreements(rows):
        return rows
    moved = chance.sample(rows, len(rows))
    if numbers_move:
        return moved
    return [[row[0], *other[1:]] for row, other in zip(rows, moved, strict=True)]


def _is_agreements(rows: list[list[str]]) -> bool:
    return all(_NUMBER.match(row[0]) for row in rows)


def _is_figures(rows: list[list[str]]) -> bool:
    return rows[0][0] in ("", "Categorie") and any(cell for cell in rows[0])


def columns_permuted(text: str, reading: Reading, chance: random.Random) -> str:
    """The columns of each project table, and of the tables of figures, in another order."""

    def moved(rows: list[list[str]]) -> list[list[str]]:
        if _is_agreements(rows):
            return rows
        keep = 1 if _is_figures(rows) else 0
        order = [*range(keep), *chance.sample(range(keep, len(rows[0])), len(rows[0]) - keep)]
        return [[row[at] for at in order] for row in rows]

    return _each_table(text, moved)


def parties_before_the_text(text: str, reading: Reading, chance: random.Random) -> str:
    """In tables of agreements the parties stand before the text."""

    def moved(rows: list[list[str]]) -> list[list[str]]:
        if not _is_agreements(rows):
            return rows
        at = 2 if all(row[1] == "→" for row in rows) else 1
        return [[*row[:at], row[at + 1], row[at], *row[at + 2 :]] for row in rows]

    return _each_table(text, moved)


def tables_in_another_order(text: str, reading: Reading, chance: random.Random) -> str:
    """The project tables, with their headings, in another order."""
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if re.match(r"## \d\.\d ", line)]
    first = next(at for at, line in enumerate(lines) if "\t" in line and _NUMBER.match(line))
    last = max(at for at, line in enumerate(lines[:first]) if _is_project_row(line))
    bounds = [*heads, last + 1]
    parts = [lines[a:b] for a, b in pairwise(bounds)]
    kinds = list(dict.fromkeys(part[0] for part in parts))
    chance.shuffle(kinds)
    moved = [line for kind in kinds for part in parts if part[0] == kind for line in [*part, ""]]
    return "\n".join([*lines[: heads[0]], *moved, *lines[last + 1 :]])


def _is_project_row(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) in (4, 6) and not _NUMBER.match(line) and bool(cells[-1].strip())


def bold_moved(text: str, reading: Reading, chance: random.Random) -> str:
    """In each cell with one party in bold another of them is bold."""

    def moved(found: re.Match[str]) -> str:
        names = [name for name in re.split(r"\s*</?b>\s*", found[1]) if name.strip()]
        if len(names) != 2 or found[1].count("<b>") != 1:
            return found[0]
        is_first = found[1].lstrip().startswith("<b>")
        one, other = names
        return f"<p>{one} <b>{other}</b></p>" if is_first else f"<p><b>{one}</b> {other}</p>"

    return re.sub(r"<p>((?:(?!</?p>|\t).){1,90})</p>(?=\t?$)", moved, text, flags=re.MULTILINE)


def more_blank_lines(text: str, reading: Reading, chance: random.Random) -> str:
    """More blank lines wherever there are some."""
    return re.sub(r"\n(?=\n)", lambda _: "\n" * chance.randrange(1, 4), text)


def fewer_blank_lines(text: str, reading: Reading, chance: random.Random) -> str:
    """Never more than one blank line."""
    return re.sub(r"\n(?:[ ]*\n)+", "\n\n", text)


def more_tabs(text: str, reading: Reading, chance: random.Random) -> str:
    """Empty columns at the end of all tables."""
    return re.sub(r"^(.*\t.*)$", r"\1\t\t", text, flags=re.MULTILINE)


def windows_line_ends(text: str, reading: Reading, chance: random.Random) -> str:
    """As Windows writes lines."""
    return text.replace("\n", "\r\n")


def hard_blanks(text: str, reading: Reading, chance: random.Random) -> str:
    """Blanks that do not break between the words of some lines."""
    return re.sub(r"(?<=\w) (?=\w)", lambda _: chance.choice((" ", " ", "\u00a0")), text)


def everything(text: str, reading: Reading, chance: random.Random) -> str:
    """Several changes together."""
    for vary in (
        themes_in_another_order,
        agreements_shuffled,
        other_titles,
        other_homes,
        other_places,
        higher_numbers,
        named_oddly,
        more_blank_lines,
        more_tabs,
        windows_line_ends,
    ):
        text = vary(text, reading, chance)
    return text


def _each_table(text: str, change: Callable[[list[list[str]]], list[list[str]]]) -> str:
    made: list[str] = []
    for is_table, lines in _stretches(text.split("\n")):
        rows = [line.split("\t") for line in lines] if is_table else []
        full = [row for row in rows if any(row)]
        if not full or len({len(row) for row in full}) > 1:
            made += lines
            continue
        changed = iter(change(full))
        made += ["\t".join(next(changed)) if any(row) else "\t".join(row) for row in rows]
    return "\n".join(made)


def _stretches(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    stretch: list[str] = []
    for line in lines:
        if stretch and ("\t" in line) != ("\t" in stretch[-1]):
            yield "\t" in stretch[-1], stretch
            stretch = []
        stretch.append(line)
    yield "\t" in stretch[-1], stretch


VARIANTS: tuple[Vary, ...] = (
    named_alike,
    named_with_one_word,
    named_oddly,
    named_with_one_ending,
    other_places,
    other_homes,
    higher_numbers,
    other_titles,
    themes_in_another_order,
    agreements_shuffled,
    numbers_out_of_order,
    columns_permuted,
    parties_before_the_text,
    tables_in_another_order,
    bold_moved,
    more_blank_lines,
    fewer_blank_lines,
    more_tabs,
    windows_line_ends,
    hard_blanks,
    everything,
)
