"""Files that nobody would make on purpose: mutations of small honest ones, and pure noise.

    python -m tests.importing.fuzz --minutes 10 [--seed 1] [--only pdf]

tries one after another and keeps those on which something went wrong in `--keep`.
"""

import argparse
import re
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from time import monotonic, process_time

from prestatie_desktop.domain.richtext import MAX_LEVEL, MAX_NUMBER
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.source import Source, Table
from tests.importing.hostile import HONEST

#: Seconds of work that one small file may take.
PATIENCE = 25.0

_VALUES = (
    *("", "0", "-1", "1", "99999999999999999999", "4294967295", "2147483648", "1e308", "NaN", "x"),
    *("true", "none", "../../x", "#REF!", "\u0661", "é" * 300, "&#0;", "]]>", "<", "%s{0}"),
)
_TAG = re.compile(r"<[^<>]{1,400}>")
_ATTRIBUTE = re.compile(r'="([^"<>]{0,200})"')
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")


def mutated(data: bytes, random: Random) -> bytes:
    """Bytes flipped, cut, doubled, moved, put in."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_BYTE_CHANGES)(data, random) if data else random.randbytes(9)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[end:]


def _end(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _double(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random)
    place = random.randrange(len(data))
    return data[:place] + data[start:end] * random.choice([1, 2, 50]) + data[place:]


def _insert(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data))
    new = random.choice([random.randbytes(8), b"\0" * 40, b"\xff" * 40, b"9" * 30, b"<" * 20, b"("])
    return data[:place] + new + data[place:]


def _span(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data))
    return start, min(len(data), start + random.choice([1, 4, 30, 400]))


_BYTE_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (_flip, _cut, _end, _double, _insert)


def mutated_words(data: bytes, random: Random) -> bytes:
    """Numbers and names of a PDF changed, so that it still is one."""
    for _ in range(random.randint(1, 6)):
        pattern = random.choice([_NUMBER, _NAME])
        found = list(pattern.finditer(data))
        if not found:
            break
        one, other = random.choice(found), random.choice(found)
        new = other[0] if random.random() < 0.6 else random.choice(_VALUES).encode()[:30]
        data = data[: one.start()] + new + data[one.end() :]
    return data


def mutated_xml(xml: str, random: Random) -> str:
    """Tags moved, doubled and dropped; attributes with other values."""
    for _ in range(random.randint(1, 6)):
        xml = random.choice(_XML_CHANGES)(xml, random)
    return xml


def _attribute(xml: str, random: Random) -> str:
    found = list(_ATTRIBUTE.finditer(xml))
    if not found:
        return xml
    one = random.choice(found)
    new = random.choice(found)[1] if random.random() < 0.3 else random.choice(_VALUES)
    return xml[: one.start(1)] + new + xml[one.end(1) :]


def _tag(xml: str, random: Random) -> str:
    found = list(_TAG.finditer(xml))
    if not found:
        return xml
    one, other = random.choice(found), random.choice(found)
    new = random.choice([other[0], other[0] * 2, "", one[0] + random.choice(_VALUES)])
    return xml[: one.start()] + new + xml[one.end() :]


def _element(xml: str, random: Random) -> str:
    """An element that closes itself or holds text only, put somewhere else or many times."""
    found = list(re.finditer(r"<([\w:]+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)", xml))
    tags = list(_TAG.finditer(xml))
    if not found or not tags:
        return xml
    copy, place = random.choice(found)[0], random.choice(tags).end()
    return xml[:place] + copy * random.choice([1, 3, 200]) + xml[place:]


_XML_CHANGES: tuple[Callable[[str, Random], str], ...] = (_attribute, _attribute, _tag, _element)


def mutated_inside(data: bytes, random: Random) -> bytes:
    """An archive with other things in its parts, and well packed again."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in random.sample(sorted(parts), k=min(len(parts), random.randint(1, 3))):
        parts[name] = _mutated_part(parts[name], random)
    if random.random() < 0.2:
        del parts[random.choice(sorted(parts))]
    result = BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return result.getvalue()


def _mutated_part(part: bytes, random: Random) -> bytes:
    if part.lstrip().startswith(b"<") and random.random() < 0.9:
        return mutated_xml(part.decode("utf-8", "replace"), random).encode("utf-8", "replace")
    return mutated(part, random)


def variant(name: str, data: bytes, random: Random) -> bytes:
    """A file like this one and yet not quite."""
    if data.startswith(b"PK") and random.random() < 0.75:
        return mutated_inside(data, random)
    if name.endswith(".pdf") and random.random() < 0.6:
        return mutated_words(data, random)
    if name.endswith(".html") and random.random() < 0.6:
        return mutated_xml(data.decode(), random).encode("utf-8", "replace")
    return mutated(data, random)


def noise(random: Random) -> bytes:
    """Bytes without meaning, sometimes with the beginning of something."""
    starts = [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7\n",
        b"<html>",
        b"\xff\xfe",
        b"\xd0\xcf\x11\xe0",
        b"{\\rtf",
    ]
    return random.choice(starts) + random.randbytes(random.choice([1, 20, 500, 5000]))


def check(path: Path) -> None:
    """Open a file; whatever it is, it is read well or refused in a sentence, and soon."""
    start = process_time()
    outcome = _opened(path)
    if isinstance(outcome, Source):
        check_source(outcome)
    else:
        assert "het dossier is niet gewijzigd" in str(outcome), outcome
        _check_cause(outcome)
    assert process_time() - start < PATIENCE, "this took too long"


def _opened(path: Path) -> Source | UserError:
    try:
        return open_source(path)
    except UserError as refusal:
        return refusal


def _check_cause(refusal: UserError) -> None:
    """A library may stumble over a file; our own code says what is wrong with it."""
    *_, wall = traceback.extract_tb(refusal.__traceback__)
    cause = refusal.__cause__
    if wall.name != open_source.__name__ or cause is None:
        return
    *_, last = traceback.extract_tb(cause.__traceback__)
    if "prestatie_desktop" in last.filename:
        raise AssertionError("our own code stumbled") from cause


def check_source(source: Source) -> None:
    """What holds of every source."""
    pieces = source.pieces()
    keys = [piece.key for piece in pieces]
    assert keys == sorted(set(keys)), "keys are unique and go up"
    lines = [piece.line for piece in pieces]
    assert all(0 <= line < len(source.lines) for line in lines), "lines exist"
    told = {piece.line for piece in pieces if piece.text.strip()}
    assert told == set(range(len(source.lines))), "every line has a piece with text"
    for piece in pieces:
        piece.text.encode()
        assert 0 <= piece.level <= MAX_LEVEL
        assert 0 <= piece.heading <= 10
        assert piece.number is None or 0 <= piece.number <= MAX_NUMBER
    for line in source.lines:
        assert line.text.strip()
        assert line.where
        line.text.encode()
    for block in source.blocks:
        assert not isinstance(block, Table) or block.rows


def _tries(folder: Path, random: Random, only: str) -> Iterator[Path]:
    names = [name for name in HONEST if only in name]
    honest = {name: HONEST[name](folder / name).read_bytes() for name in names}
    while True:
        name = random.choice(names)
        is_noise = random.random() < 0.03
        path = folder / f"variant-{name}"
        path.write_bytes(noise(random) if is_noise else variant(name, honest[name], random))
        yield path


def main() -> int:
    """Fuzz until the time is over; 1 when anything went wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz")
    options = parser.parse_args()
    options.keep.mkdir(exist_ok=True)
    end = monotonic() + options.minutes * 60
    count, failures = 0, set[str]()
    with tempfile.TemporaryDirectory() as folder:
        for path in _tries(Path(folder), Random(options.seed), options.only):
            if monotonic() > end:
                break
            count += 1
            try:
                check(path)
            except Exception:  # noqa: BLE001 - this is what is looked for
                _keep(path, options.keep, count, failures)
    sys.stdout.write(f"{count} files, {len(failures)} sorts of failures in {options.keep}\n")
    return bool(failures)


def _keep(path: Path, folder: Path, count: int, failures: set[str]) -> None:
    trace = traceback.format_exc()
    sort = "\n".join(trace.splitlines()[-8:])
    if sort not in failures:
        failures.add(sort)
        (folder / f"{count}-{path.name}").write_bytes(path.read_bytes())
        sys.stdout.write(f"--- {count} {path.name}\n{trace}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
