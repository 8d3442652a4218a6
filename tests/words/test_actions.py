import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Formatter

import pytest

from prestatie_desktop import journal
from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.journal.edits import agreements, commitments, roles, signing
from prestatie_desktop.journal.entry import Mode
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words import actions
from prestatie_desktop.words.actions import entry_sentence, redo_name, sentence, undo_name
from tests.building import agreement, party, project, small_session

EDITS = Path(journal.__path__[0]) / "edits"


def action_names() -> set[str]:
    """Every action name that an edit function gives, read from the source; and those of an import."""
    names: set[str] = {"name_moment", "load_example"}
    names |= {"import_source", "source_change", "source_comment"}
    for path in EDITS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names.update(_named_in(node))
    return names


def _named_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        first = node.args[0] if node.args else None
        if node.func.id in {"act", "add", "edit"} and isinstance(first, ast.Constant):
            yield str(first.value)
    if isinstance(node, ast.FunctionDef):
        given = node.args.args[len(node.args.args) - len(node.args.defaults) :]
        for argument, default in zip(given, node.args.defaults, strict=True):
            if argument.arg == "action" and isinstance(default, ast.Constant):
                yield str(default.value)


def test_the_source_names_the_actions_this_test_looks_for() -> None:
    assert {"set_text", "set_role", "paste_cells", "set_figures", "adopt"} <= action_names()


@pytest.mark.parametrize("name", sorted(action_names()))
def test_every_action_has_a_sentence(name: str) -> None:
    done = sentence(name, {"count": "2"})
    assert not done.startswith("Wijziging “")
    # "Ongedaan gemaakt: …" lowers the first letter, so a sentence may not begin with a name.
    assert done[0] not in "?{"


def test_no_sentence_is_left_of_an_action_that_is_gone() -> None:
    ours = {*actions._SENTENCES, *actions._COUNTED, *actions._SPECIAL}
    by_caller = {"fill_down", "clear_cells", "paste_figures"}
    assert ours - action_names() == by_caller


def test_sentences_use_only_arguments_that_entries_have() -> None:
    known = {"about", "count", "label", "name", "party", "person", "theme", "title"}
    templates = [
        *actions._SENTENCES.values(),
        *(t for two in actions._COUNTED.values() for t in two),
    ]
    used = {name for text in templates for _, name, _, _ in Formatter().parse(text) if name}
    assert used <= known


def test_a_change_of_text_says_which_one() -> None:
    assert sentence("set_text", {"about": "1.7"}) == "Tekst van 1.7 gewijzigd"
    assert sentence("set_text", {"about": "1.7"}, Mode.UNDO) == (
        "Ongedaan gemaakt: tekst van 1.7 gewijzigd"
    )
    assert sentence("set_text", {"about": "1.7"}, Mode.REDO) == (
        "Opnieuw gedaan: tekst van 1.7 gewijzigd"
    )


def test_the_beginning_of_a_dossier_is_something_done() -> None:
    first = next(iter(small_session().store.entries_since("")))
    assert first.mode is Mode.START
    assert entry_sentence(first) == "Dossier Prestatieafspraken Veldhoven 2026 begonnen"


def test_an_action_of_a_newer_program_is_named_as_it_is() -> None:
    assert sentence("take_position", {"about": "1.7"}) == "Wijziging “take_position”"
    assert sentence("set_status", {"about": "1.7", "status": "later"}) == "Status van 1.7: later"


def test_braces_in_what_people_typed_stay_what_they_are() -> None:
    assert sentence("add_party", {"about": "{party}"}) == "Partij {party} toegevoegd"


def test_an_import_is_named_after_its_source_and_counts_its_parts() -> None:
    assert sentence("import_source", {"about": "plan.docx", "count": "83"}) == (
        "Bron plan.docx ingelezen: 83 onderdelen"
    )
    assert sentence("import_source", {"about": "", "count": "1"}) == "Bron ingelezen: 1 onderdeel"


def test_what_somebody_changed_in_a_source_names_who_and_when_as_far_as_it_says() -> None:
    args = {"about": "1.7", "person": "J. de Vries", "date": "2025-10-03"}
    assert sentence("source_change", args) == (
        "Wijziging in de bron van 1.7 door J. de Vries, 3 oktober 2025"
    )
    assert sentence("source_change", {**args, "person": ""}) == (
        "Wijziging in de bron van 1.7, 3 oktober 2025"
    )
    assert sentence("source_comment", {**args, "date": ""}) == (
        "Opmerking in de bron bij 1.7 door J. de Vries"
    )
    assert sentence("source_comment", {**args, "date": "ooit"}).endswith(", ooit")


def test_one_and_several_rows_are_told_apart() -> None:
    assert sentence("paste_cells", {"count": "1"}) == "1 rij gewijzigd door plakken"
    assert sentence("paste_cells", {"count": "12"}) == "12 rijen gewijzigd door plakken"


def test_real_entries_read_as_dutch_sentences() -> None:
    session = small_session()
    dossier, item = session.dossier, agreement(session, "1.7")
    owner, house = party(session, "Gemeente Veldhoven"), party(session, "Woonhuis")
    kind_id = project(session, "Kerkveld").kind_id
    said = []
    doing: tuple[Callable[[], Act], ...] = (
        lambda: agreements.set_status(dossier, item.id, AgreementStatus.AGREED),
        lambda: agreements.set_number(dossier, item.id, "1.8"),
        lambda: roles.set_role(dossier, item.id, owner.id, RoleKind.INVOLVED),
        lambda: roles.set_role(dossier, item.id, owner.id, None),
        lambda: signing.set_signing(dossier, SigningScope.ITEM, item.id, house.id, SigningMode.NOT),
        lambda: signing.set_signing(dossier, SigningScope.ITEM, item.id, house.id, None),
        lambda: signing.set_signing_many(dossier, [(item.id, house.id)], SigningMode.NOT),
        lambda: commitments.add_commitment(dossier, kind_id, values={"location": "Zuid"}),
        lambda: commitments.remove_commitments(dossier, [project(session, "Zuid").id]),
    )
    for act in doing:
        entry = session.commit(act())
        assert entry is not None
        said.append(entry_sentence(entry))
    assert said == [
        "Status van 1.7: akkoord",
        "Nummer gewijzigd: 1.7 → 1.8",
        "Rol van Gemeente Veldhoven bij 1.8: betrokken",
        "Rol van Gemeente Veldhoven bij 1.8 weggehaald",
        "Ondertekening van 1.8 door Woonhuis: tekent niet",
        "Ondertekening van 1.8 door Woonhuis: zoals standaard",
        "Wie tekent, 1 vakje: tekent niet",
        "Rij Zuid toegevoegd aan Nieuwbouw",
        "Rij Zuid verwijderd",
    ]


def test_the_menu_names_the_step_it_would_undo_and_redo() -> None:
    session = small_session()
    session.commit(agreements.set_planning(session.dossier, agreement(session, "1.7").id, "Q2"))
    assert undo_name(session.to_undo) == "Ongedaan maken: planning van 1.7 gewijzigd"
    assert redo_name(session.to_redo) == "Opnieuw"
    session.undo()
    assert redo_name(session.to_redo) == "Opnieuw: planning van 1.7 gewijzigd"
    assert undo_name(None) == "Ongedaan maken"


def test_a_step_from_before_the_window_opened_is_named_with_person_and_date() -> None:
    session = small_session()
    line = session.to_undo
    assert line is not None
    line = replace(line, at=datetime(2025, 11, 3, 12, tzinfo=UTC))
    assert "(S. Voorbeeld, 3 november 2025 om " in undo_name(line, line.at + timedelta(seconds=1))
    assert "(" not in undo_name(line, line.at)
