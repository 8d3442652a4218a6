import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 takes too much there (it keeps half of a repetition that failed)."""
    sources = [*(ROOT / "prestatie_desktop").rglob("*.py"), *(ROOT / "db").rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\)(?:[*+?]|\{[\d,]+\})\+", line)
    ]
    assert found == []
