import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "packaging" / "README.md"])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_picture_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", paper.read_text(encoding="utf-8"))
    here = [link for link in links if "://" not in link]
    assert [link for link in here if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_of_ours_that_is_named_exists(paper: Path) -> None:
    rooms = "prestatie_desktop|packaging|docs|tests|resources"
    named = re.findall(rf"`((?:{rooms})/[\w./-]*)`", paper.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_readme_opens_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (\S+)", readme, flags=re.MULTILINE)[:2]
    assert commands == ["packaging/start.sh", "packaging/test.sh"]


def test_every_word_of_the_glossary_is_a_name_in_the_code() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    today = text.split("## Words kept for later rooms")[0]
    rows = re.findall(r"^\|[^|]*\|([^|]*)\|", today, flags=re.MULTILINE)
    words = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    sources = (ROOT / "prestatie_desktop").rglob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert words
    assert {word for word in words if not re.search(rf"\b{word}\b", code)} == set()


def test_the_changelog_has_one_heading_for_what_is_not_released_and_known_kinds_of_change() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(\w+)\]", changelog, flags=re.MULTILINE)[:1] == ["Unreleased"]
    kinds = set(re.findall(r"^### (.*)$", changelog, flags=re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
