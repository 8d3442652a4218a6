"""However a document is damaged, reading it ends, loses nothing and says the same each time."""

import random
from pathlib import Path

import pytest

from prestatie_desktop.importing.recognising.recognise import recognise
from tests.importing.documents.inventing import invented
from tests.importing.documents.telling import check_books, read, told
from tests.importing.documents.writing import as_open_text, as_page, as_text, as_word

TWIN = Path(__file__).parent.parent / "documents" / "files" / "tweeling.txt"
_WRITERS = (as_text, as_word, as_open_text, as_page)
_STRAY = (
    "1.1", "12", "**", "Trekker:", "# ", "|", "- ", "1. ", "Namens", "Totaal", "2026", "gemeente",
    "Wie: ", "x\t\tx", "Artikel", "(", "–", "1.1\t1.1\t1.1", "Afspraak 1",
)  # fmt: skip


def _damaged(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 12)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        how = chance.randrange(7)
        if how == 0:
            del lines[at : at + 9]
        elif how == 1:
            lines[at], lines[other] = lines[other], lines[at]
        elif how == 2:
            lines.insert(at, lines[other])
        elif how == 3:
            lines[at] = lines[at].replace("\t", " ")
        elif how == 4:
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
        elif how == 5:
            lines[at] = lines[at].upper()
        else:
            lines[at] = chance.choice(_STRAY)
        lines = lines or ["x"]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(24))
def test_nothing_is_lost_of_a_damaged_document(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    if seed % 2:
        path = tmp_path / "tweeling.txt"
        path.write_text(_damaged(TWIN.read_text(encoding="utf-8"), chance), encoding="utf-8")
    else:
        path = chance.choice(_WRITERS)(_damaged(invented(seed).sketch, chance), tmp_path)
    source, reading = read(path)
    check_books(source, reading)
    keys = [part.key for part in reading.parts()]
    assert len(keys) == len(set(keys))
    assert told(recognise(source)) == told(reading)


def test_parts_have_keys_of_their_own_when_a_number_stands_twice(tmp_path: Path) -> None:
    lines = TWIN.read_text(encoding="utf-8").split("\n")
    at = next(place for place, line in enumerate(lines) if line.startswith("4.5\t"))
    (tmp_path / "stuk.txt").write_text("\n".join([*lines[: at + 1], *lines[at:]]), encoding="utf-8")
    _, reading = read(tmp_path / "stuk.txt")
    assert [one.number for one in reading.agreements].count("4.5") == 2
    keys = [part.key for part in reading.parts()]
    assert len(keys) == len(set(keys))


def test_a_number_that_is_typed_twice_does_not_cost_a_small_table(tmp_path: Path) -> None:
    sketch = """
        # Prestatieafspraken 2026

        | Nr | Afspraak |
        | 1.1 | Duinhave bouwt dertig kleine woningen aan de Kade. |
        | 1.2 | Duinhave isoleert honderd woningen in de wijk. |
        | 1.2 | De gemeente geeft voorrang aan deze plannen. |
        | 1.3 | De huurders krijgen ieder kwartaal bericht. |
        """
    source, reading = read(as_word(sketch, tmp_path))
    assert [one.number for one in reading.agreements] == ["1.1", "1.2", "1.2", "1.3"]
    check_books(source, reading)
