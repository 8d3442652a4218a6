"""A document of somebody else comes in from the command line, or one line says why it does not."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from prestatie_desktop import cli_import
from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.map_file import write_map
from prestatie_desktop.importing.planning import plan
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.journal.history import replay
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import open_dossier
from tests.building import SECRETARY
from tests.cli.conftest import Run
from tests.cli.test_mistakes import one_line
from tests.exchange.shape import misfits
from tests.importing.report_shape import REPORT

TEXT = """\
# Prestatieafspraken Zonneveen 2027

# 1 Bouwen

Er komen huizen bij.

1.1\tDe corporaties bouwen in 2027 samen honderd huurwoningen.\t**Woonbron Zonneveen** Gemeente Zonneveen
1.2\tDe gemeente wijst voor elk plan een contactpersoon aan.\tGemeente Zonneveen

# 2 Betaalbaarheid

2.1\tDe huren stijgen niet harder dan de lonen.\tWoonbron Zonneveen

xyzzy
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "afspraken.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "nieuw.prestatie"


def loaded(path: Path) -> Dossier:
    with closing(open_dossier(path)) as store:
        dossier = store.load()
        assert dossier == replay(store.entries_since(""))
        return dossier


def texts(dossier: Dossier) -> dict[str, str]:
    return {a.number: plain(a.text) for a in dossier.all(Agreement)}


def test_a_dossier_that_is_not_there_yet_is_made_of_the_document(
    run: Run, source: Path, into: Path
) -> None:
    said = run("import", source, "--into", into)
    dossier = loaded(into)
    assert (said.code, said.err) == (0, "")
    assert dossier.set.title == "Prestatieafspraken Zonneveen 2027"
    assert [(t.number, t.title) for t in dossier.themes] == [
        ("1", "Bouwen"),
        ("2", "Betaalbaarheid"),
    ]
    assert sorted(texts(dossier)) == ["1.1", "1.2", "2.1"]
    roles = {
        named(dossier, role.party_id): role.kind
        for role in dossier.roles_of(dossier.all(Agreement)[0].id)
    }
    assert roles == {
        "Woonbron Zonneveen": RoleKind.LEAD, "Gemeente Zonneveen": RoleKind.INVOLVED,
    }  # fmt: skip


def test_the_lines_tell_what_became_of_the_document(run: Run, source: Path, into: Path) -> None:
    lines = run("import", source, "--into", into).out.splitlines()
    assert lines[0] == "afspraken.txt: 8 niet-lege regels"
    assert "3 afspraken" in lines[2]
    assert "  regel 14: xyzzy" in lines
    assert lines[-1] == f"Ingelezen in {into}."


def test_the_json_is_the_report_and_nothing_else(run: Run, source: Path, into: Path) -> None:
    said = run("import", source, "--into", into, "--json")
    value = json.loads(said.out)
    assert misfits(value, REPORT) == []
    assert value["found"]["agreement"] == value["plan"]["added"]["agreement"] == 3
    assert sum(value["counts"].values()) == value["lines"] == 8
    assert into.exists()


def test_the_import_is_one_step_that_can_be_undone(run: Run, source: Path, dossier: Path) -> None:
    before = loaded(dossier)
    run("import", source, "--into", dossier)
    assert loaded(dossier) != before
    with closing(open_dossier(dossier)) as store:
        session = Session(store, SECRETARY)
        session.undo()
        assert session.dossier == before


def test_a_dossier_made_of_the_template_gets_the_themes_of_the_document(
    run: Run, source: Path, into: Path
) -> None:
    run("new", into)
    said = run("import", source, "--into", into)
    assert [t.title for t in loaded(into).themes] == ["Bouwen", "Betaalbaarheid"]
    assert "Vervallen, want leeg en niet in de bron: 4 thema’s" in said.out.splitlines()


def test_the_same_document_again_writes_nothing(run: Run, source: Path, into: Path) -> None:
    run("import", source, "--into", into)
    before = into.read_bytes()
    said = run("import", source, "--into", into)
    assert said.out.splitlines()[-1] == f"Er is niets te wijzigen in {into}."
    assert into.read_bytes() == before


def test_what_matches_is_updated_and_what_is_not_in_the_document_stays(
    run: Run, source: Path, into: Path
) -> None:
    run("import", source, "--into", into)
    changed = TEXT.replace("samen honderd huurwoningen", "samen tweehonderd huurwoningen")
    source.write_text(
        changed.replace("2.1\tDe huren", "2.2\tNieuwe huurders wonen prettig. De huren"),
        encoding="utf-8",
    )
    said = run("import", source, "--into", into)
    assert (
        texts(loaded(into))["1.1"]
        == "De corporaties bouwen in 2027 samen tweehonderd huurwoningen."
    )
    assert "Bijgewerkt: 2 afspraken" in said.out.splitlines()


def test_a_dry_run_writes_nothing_at_all(run: Run, source: Path, into: Path, dossier: Path) -> None:
    before = dossier.read_bytes()
    present = sorted(p.name for p in dossier.parent.iterdir())
    one = run("import", source, "--into", into, "--dry-run")
    two = run("import", source, "--into", dossier, "--dry-run")
    three = run("import", source, "--into", into, "--dry-run", "--json")
    assert [one.code, two.code, three.code] == [0, 0, 0]
    assert one.out.splitlines()[-1] == two.out.splitlines()[-1] == "Er is niets geschreven."
    assert json.loads(three.out)["plan"]["added"]["agreement"] == 3
    assert dossier.read_bytes() == before
    assert sorted(p.name for p in dossier.parent.iterdir()) == present


def test_a_map_file_says_what_names_stand_for(
    run: Run, source: Path, into: Path, tmp_path: Path
) -> None:
    write_map(
        Decisions(spellings={"Woonbron Zonneveen": "Gemeente Zonneveen"}), tmp_path / "kaart.json"
    )
    run("import", source, "--into", into, "--map", tmp_path / "kaart.json")
    assert [party.name for party in loaded(into).parties] == ["Gemeente Zonneveen"]


def test_what_the_program_exported_comes_back_the_same(
    run: Run, dossier: Path, into: Path, tmp_path: Path
) -> None:
    workbook = tmp_path / "werkboek.xlsx"
    run("export", dossier, "--format", "xlsx", "--out", workbook)
    said = run("import", workbook, "--into", into)
    assert (said.code, said.err) == (0, "")
    assert "Afspraken: 3 nieuw" in said.out
    assert loaded(into).all(Agreement) == loaded(dossier).all(Agreement)
    again = json.loads(run("import", workbook, "--into", into, "--json").out)
    assert again["format"] == "prestatie-workbook-report"
    assert (again["entries"], again["notices"]) == (0, [])
    page = (Path(__file__).parents[2] / "docs" / "import-report.md").read_text(encoding="utf-8")
    assert all(f"`{field}`" in page for field in (*again, *again["sheets"][0]))


# Mistakes.


def test_a_map_for_a_workbook_of_our_own_is_not_passed_over_in_silence(
    run: Run, dossier: Path, into: Path, tmp_path: Path
) -> None:
    workbook, chart = tmp_path / "werkboek.xlsx", tmp_path / "kaart.json"
    run("export", dossier, "--format", "xlsx", "--out", workbook)
    write_map(Decisions(), chart)
    before = into.read_bytes() if into.exists() else b""
    said = run("import", workbook, "--into", into, "--map", chart)
    assert said.code == 1
    assert "wordt zonder kaartbestand gelezen" in one_line(said.err)
    assert (into.read_bytes() if into.exists() else b"") == before


def broken_sources(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "map"
    folder.mkdir()
    made = {
        "weg.docx": None, "leeg.txt": b"", "kapot.docx": b"PK\x03\x04" + b"\0" * 200,
        "ruis.bin": bytes(range(256)) * 20, "oud.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    }  # fmt: skip
    for name, data in made.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    spoiled = spoiled_workbook(tmp_path / "bedorven.xlsx")
    return {**{name: tmp_path / name for name in made}, spoiled.name: spoiled, "map": folder}


def spoiled_workbook(path: Path) -> Path:
    """A workbook whose table of contents is whole and whose contents cannot be unpacked."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<workbook>" + "abc" * 500 + "</workbook>")
    data = bytearray(path.read_bytes())
    start = data.find(b"xl/workbook.xml") + 20
    data[start : start + 12] = bytes(byte ^ 0xFF for byte in data[start : start + 12])
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "name", ["weg.docx", "leeg.txt", "kapot.docx", "ruis.bin", "oud.doc", "bedorven.xlsx", "map"]
)
def test_a_document_that_cannot_be_read_is_one_line_and_touches_nothing(
    run: Run, into: Path, dossier: Path, name: str, tmp_path: Path
) -> None:
    path = broken_sources(tmp_path)[name]
    before = dossier.read_bytes()
    for target in (into, dossier):
        said = run("import", path, "--into", target)
        assert (said.code, said.out) == (1, "")
        assert "niet ingelezen" in one_line(said.err)
    assert not into.exists()
    assert dossier.read_bytes() == before


def test_a_target_that_is_no_dossier_is_one_line(run: Run, source: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander.txt"
    other.write_text("geen dossier")
    for target in (other, tmp_path, tmp_path / "geen map" / "x.prestatie"):
        said = run("import", source, "--into", target)
        assert (said.code, said.out) == (1, "")
        one_line(said.err)
    assert other.read_text() == "geen dossier"


def test_a_map_that_cannot_be_used_stops_the_import(run: Run, source: Path, into: Path) -> None:
    said = run("import", source, "--into", into, "--map", source)
    assert said.code == 1
    assert "is geen kaartbestand" in one_line(said.err)
    assert not into.exists()


def test_a_document_in_which_nothing_is_recognised_makes_no_dossier(
    run: Run, into: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*args: Any) -> Any:
        found = recognise(*args)
        return replace(found, parties=(), themes=(), agreements=(), text_parts=(), accounts={})

    monkeypatch.setattr(cli_import, "recognise", nothing)
    path = tmp_path / "brief.txt"
    path.write_text("Beste buren, tot zaterdag.", encoding="utf-8")
    said = run("import", path, "--into", into)
    assert said.code == 1
    assert "niets herkend" in one_line(said.err)
    assert not into.exists()
    assert run("import", path, "--into", into, "--dry-run").code == 0


def test_a_dossier_that_somebody_else_changed_meanwhile_is_left_as_it_is(
    run: Run, source: Path, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*args: Any, **more: Any) -> Any:
        made = plan(*args, **more)
        with closing(open_dossier(dossier)) as other:
            Session(other, SECRETARY).name_moment("tussendoor")
        return made

    monkeypatch.setattr(cli_import, "plan", slow)
    before = loaded(dossier)
    said = run("import", source, "--into", dossier)
    assert said.code == 1
    assert "door iemand anders gewijzigd" in one_line(said.err)
    assert loaded(dossier) == before


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["import"], "Dit ontbreekt nog: BRON, --into."),
        (["import", "x"], "Dit ontbreekt nog: --into."),
        (["import", "x", "--into", "y", "--map"], "Achter --map hoort nog iets."),
        (["import", "x", "--into", "y", "--dry"], "Dit is onbekend of te veel: --dry."),
    ],
)
def test_wrong_use_says_how_it_should_be(run: Run, argv: list[str], sentence: str) -> None:
    said = run(*argv)
    assert said.code == 2
    assert sentence in said.err


def test_the_program_imports_without_a_screen(program: Run, source: Path, into: Path) -> None:
    said = program("import", source, "--into", into)
    assert (said.code, said.err) == (0, "")
    assert into.exists()
