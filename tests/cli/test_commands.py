import json
import re
from pathlib import Path

import pytest

from prestatie_desktop import __version__
from prestatie_desktop.cli import COMMANDS
from prestatie_desktop.domain.checks import Rule
from prestatie_desktop.exchange.json_export import export
from prestatie_desktop.filling.template import next_year
from prestatie_desktop.storage.opening import open_dossier
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def test_new_makes_a_dossier_with_the_standard_lists(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.prestatie"
    assert run("new", path) == (0, f"{path}\n", "")
    store = open_dossier(path)
    dossier = store.load()
    store.close()
    assert len(dossier.themes) == 6
    assert dossier.set.title == f"Prestatieafspraken {next_year().first_year}"


def test_new_can_be_filled_with_the_example(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "heerlen.prestatie"
    assert run("new", path, "--example", "heerlen-2024").code == 0
    out = tmp_path / "heerlen.json"
    assert run("export", path, "--format", "json", "--out", out) == (0, f"{out}\n", "")
    value = json.loads(out.read_text(encoding="utf-8"))
    assert (len(value["agreements"]), len(value["commitments"])) == (67, 72)
    assert run("check", path).code == 0


def test_export_writes_what_stands_in_the_file(run: Run, dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    run("export", dossier, "--format", "json", "--out", out)
    store = open_dossier(dossier)
    assert json.loads(out.read_text(encoding="utf-8")) == export(store.load())
    store.close()


def test_reading_commands_leave_the_file_as_it_is(run: Run, dossier: Path, tmp_path: Path) -> None:
    before = dossier.read_bytes()
    run("export", dossier, "--format", "json", "--out", tmp_path / "uit.json")
    run("history", dossier)
    run("check", dossier)
    assert dossier.read_bytes() == before


def test_check_names_its_findings_and_says_so_with_its_exit_code(run: Run, dossier: Path) -> None:
    said = run("check", dossier)
    assert said.code == 3
    assert "Woonhuis tekent, maar heeft nog geen ondertekenaar.\n" in said.out
    assert len(said.out.splitlines()) == 4


def test_check_gives_the_same_findings_as_json(run: Run, dossier: Path) -> None:
    said = run("check", dossier, "--json")
    value = json.loads(said.out)
    assert said.code == 3
    assert (value["format"], value["version"]) == ("prestatie-findings", 1)
    assert {f["rule"] for f in value["findings"]} == {"no_signatory"}
    assert [f["sentence"] for f in value["findings"]] == run("check", dossier).out.splitlines()


def test_every_field_of_a_finding_is_documented(run: Run, dossier: Path) -> None:
    page = (ROOT / "docs" / "json-format.md").read_text(encoding="utf-8")
    section = page.partition("## Findings")[2]
    value = json.loads(run("check", dossier, "--json").out)
    for field in (*value, *value["findings"][0], *(rule.value for rule in Rule)):
        assert f"`{field}`" in section


def test_check_says_so_when_nothing_was_found(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "leeg.prestatie"
    run("new", path)
    assert run("check", path) == (0, "Nagekeken: er is niets gevonden.\n", "")
    assert json.loads(run("check", path, "--json").out)["findings"] == []


def test_history_tells_everything_or_one_item(run: Run, dossier: Path) -> None:
    said = run("history", dossier)
    assert said.code == 0
    assert "S. Voorbeeld (Gemeente Veldhoven): Afspraak 1.7 toegevoegd" in said.out
    one = run("history", dossier, "--item", "1.7").out.splitlines()
    assert len(one) == 3
    assert all("1.7" in line for line in one)


def test_the_version_is_named(run: Run) -> None:
    assert run("--version") == (0, f"Prestatie Desktop {__version__}\n", "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_and_is_in_the_general_help(run: Run, name: str) -> None:
    said = run(name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Gebruik: prestatie-desktop {name} ")
    assert not re.search(r"usage|options|arguments|show this", said.out)
    assert f"prestatie-desktop {name} {COMMANDS[name].usage}" in run("--help").out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"prestatie-desktop {name} " in (ROOT / "README.md").read_text(encoding="utf-8")
