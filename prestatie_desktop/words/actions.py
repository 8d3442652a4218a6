"""What somebody did, as a sentence made from the name and arguments the journal keeps."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from prestatie_desktop.domain.agreement import AgreementStatus, RoleKind
from prestatie_desktop.domain.agreement_set import SetStatus
from prestatie_desktop.domain.signing import SigningMode
from prestatie_desktop.journal.entry import Entry, Mode
from prestatie_desktop.journal.steps import StepLine
from prestatie_desktop.words.dates import long_date, long_moment
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr

Args = Mapping[str, str]

_SENTENCES = {
    "load_example": "Voorbeeld {about} geladen",
    "start_dossier": "Dossier {title} begonnen",
    "name_moment": "Moment vastgelegd: {name}",
    "set_details": "Gegevens van {about} gewijzigd",
    "add_text_part": "Tekstdeel {about} toegevoegd",
    "set_part_title": "Titel van {about} gewijzigd",
    "set_part_text": "Tekst van {about} gewijzigd",
    "move_text_part": "Tekstdeel {about} verplaatst",
    "remove_text_part": "Tekstdeel {about} verwijderd",
    "add_theme": "Thema {about} toegevoegd",
    "rename_theme": "Thema {about} hernoemd",
    "set_introduction": "Inleiding van thema {about} gewijzigd",
    "move_theme": "Thema {about} verplaatst",
    "remove_theme": "Thema {about} verwijderd",
    "renumber": "Afspraken van thema {about} opnieuw genummerd",
    "add_agreement": "Afspraak {about} toegevoegd",
    "set_text": "Tekst van {about} gewijzigd",
    "set_heading": "Kopje van {about} gewijzigd",
    "set_number": "Nummer gewijzigd: {about}",
    "set_obligation": "Soort verplichting van {about} gewijzigd",
    "set_origin": "Herkomst van {about} gewijzigd",
    "set_planning": "Planning van {about} gewijzigd",
    "set_indicator": "Indicator van {about} gewijzigd",
    "set_remark": "Opmerking bij {about} gewijzigd",
    "set_open_question": "Open vraag bij {about} gewijzigd",
    "set_municipalities": "Gemeenten van {about} gewijzigd",
    "move_agreement": "Afspraak {about} verplaatst in thema {theme}",
    "remove_agreement": "Afspraak {about} verwijderd",
    "add_party": "Partij {about} toegevoegd",
    "edit_party": "Gegevens van {about} gewijzigd",
    "set_logo": "Logo van {about} gewijzigd",
    "move_party": "Partij {about} verplaatst",
    "remove_party": "Partij {about} verwijderd",
    "add_group": "Groep {about} toegevoegd",
    "edit_group": "Groep {about} gewijzigd",
    "move_group": "Groep {about} verplaatst",
    "remove_group": "Groep {about} verwijderd",
    "add_choice": "Klasse {about} toegevoegd",
    "edit_choice": "Klasse {about} gewijzigd",
    "remove_choice": "Klasse {about} verwijderd",
    "add_kind": "Tabel {about} toegevoegd",
    "edit_kind": "Tabel {about} gewijzigd",
    "remove_kind": "Tabel {about} verwijderd",
    "set_commitment": "Gegevens van {about} gewijzigd",
    "confirm_reading": "Lezing van een getal bij {about} bevestigd",
    "move_commitment": "Rij {about} verplaatst",
    "add_series": "Cijfertabel {about} toegevoegd",
    "edit_series": "Cijfertabel {about} gewijzigd",
    "add_series_row": "Rij {label} toegevoegd aan {about}",
    "set_row_label": "Opschrift van rij {about} gewijzigd",
    "set_figures": "Cijfers van {about} gewijzigd",
    "paste_figures": "Cijfers geplakt in {about}",
    "remove_series": "Cijfertabel {about} verwijderd",
    "set_bod_text": "Tekst van het bod van {about} gewijzigd",
    "submit_bod": "Bod van {about} ingediend",
    "withdraw_bod": "Indiening van het bod van {about} ingetrokken",
    "add_signatory": "Ondertekenaar {about} toegevoegd voor {party}",
    "edit_signatory": "Gegevens van ondertekenaar {about} gewijzigd",
    "remove_signatory": "Ondertekenaar {about} van {party} verwijderd",
    "adopt": "Versie {about} vastgesteld",
    "register_signature": "Handtekening van {person} voor {about} geregistreerd",
    "withdraw_signature": "Handtekening van {person} voor {about} ingetrokken",
}

_COUNTED = {
    "paste_rows": ("1 rij geplakt in {about}", "{count} rijen geplakt in {about}"),
    "paste_cells": ("1 rij gewijzigd door plakken", "{count} rijen gewijzigd door plakken"),
    "fill_down": ("1 rij doorgevuld", "{count} rijen doorgevuld"),
    "clear_cells": ("1 rij leeggemaakt", "{count} rijen leeggemaakt"),
    "remove_series_rows": ("1 rij met cijfers verwijderd", "{count} rijen met cijfers verwijderd"),
}

_AGAIN = {Mode.UNDO: "Ongedaan gemaakt: {done}", Mode.REDO: "Opnieuw gedaan: {done}"}


def sentence(action: str, args: Args, mode: Mode = Mode.DO) -> str:
    """What was done: "Tekst van 1.7 gewijzigd", "Ongedaan gemaakt: tekst van 1.7 gewijzigd".

    An action that a newer version of the program wrote is named as it is.
    """
    done = _done(action, _Known(args))
    if mode in _AGAIN:
        return tr(_AGAIN[mode]).format(done=in_sentence(done))
    return done


def entry_sentence(entry: Entry) -> str:
    """The sentence of a line of the journal."""
    return sentence(entry.action, entry.args, entry.mode)


def undo_name(line: StepLine | None, opened_at: datetime | None = None) -> str:
    """The menu's name of the step that undo takes back.

    Give `opened_at` to have a step from before the window opened named with person and date.
    """
    return _step_name("Ongedaan maken", line, opened_at)


def redo_name(line: StepLine | None, opened_at: datetime | None = None) -> str:
    """The menu's name of the step that redo does again; `opened_at` as in `undo_name`."""
    return _step_name("Opnieuw", line, opened_at)


def _step_name(verb: str, line: StepLine | None, opened_at: datetime | None) -> str:
    if line is None:
        return tr(verb)
    name = f"{tr(verb)}: {in_sentence(sentence(line.action, line.args))}"
    if opened_at is None or line.at >= opened_at:
        return name
    return f"{name} ({line.author.person}, {long_moment(line.at)})"


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _done(action: str, args: Args) -> str:
    if action in _SPECIAL:
        return _SPECIAL[action](args)
    if action in _COUNTED:
        one, several = _COUNTED[action]
        return tr(one if args["count"] == "1" else several).format_map(args)
    if action in _SENTENCES:
        return tr(_SENTENCES[action]).format_map(args)
    return tr("Wijziging “{action}”").format(action=action)


def _label(choices: type[StrEnum], key: str) -> str:
    try:
        return in_sentence(label(choices(key)))
    except ValueError:
        return key


def _set_status(args: Args) -> str:
    return tr("Status van {about}: {status}").format(
        about=args["about"], status=_label(AgreementStatus, args["status"])
    )


def _set_dossier_status(args: Args) -> str:
    return tr("Status van het dossier: {status}").format(status=_label(SetStatus, args["about"]))


def _set_role(args: Args) -> str:
    if not args["role"]:
        return tr("Rol van {party} bij {about} weggehaald").format_map(args)
    role = _label(RoleKind, args["role"])
    return tr("Rol van {party} bij {about}: {role}").format_map(_Known({**args, "role": role}))


def _set_signing(args: Args) -> str:
    if not args["mode"]:
        return tr("Ondertekening van {about} door {party}: zoals standaard").format_map(args)
    mode = _label(SigningMode, args["mode"])
    return tr("Ondertekening van {about} door {party}: {mode}").format_map(
        _Known({**args, "mode": mode})
    )


def _set_signing_many(args: Args) -> str:
    text = tr("1 vakje") if args["count"] == "1" else tr("{count} vakjes").format_map(args)
    mode = _label(SigningMode, args["mode"]) if args["mode"] else tr("zoals standaard")
    return tr("Wie tekent, {cells}: {mode}").format(cells=text, mode=mode)


def _set_roles_many(args: Args) -> str:
    text = tr("1 vakje") if args["count"] == "1" else tr("{count} vakjes").format_map(args)
    if not args["role"]:
        return tr("Rol in {cells} weggehaald").format(cells=text)
    return tr("Rol in {cells}: {role}").format(cells=text, role=_label(RoleKind, args["role"]))


def _add_commitment(args: Args) -> str:
    if not args["place"]:
        return tr("Rij toegevoegd aan {about}").format_map(args)
    return tr("Rij {place} toegevoegd aan {about}").format_map(args)


def _remove_commitments(args: Args) -> str:
    if args["about"]:
        return tr("Rij {about} verwijderd").format_map(args)
    return tr("{count} rijen verwijderd").format_map(args)


def _import_source(args: Args) -> str:
    parts = tr("1 onderdeel") if args["count"] == "1" else tr("{count} onderdelen").format_map(args)
    if not args["about"]:
        return tr("Bron ingelezen: {parts}").format(parts=parts)
    return tr("Bron {about} ingelezen: {parts}").format(about=args["about"], parts=parts)


def _source_change(args: Args) -> str:
    return tr("Wijziging in de bron van {about}").format_map(args) + _by_whom(args)


def _source_comment(args: Args) -> str:
    return tr("Opmerking in de bron bij {about}").format_map(args) + _by_whom(args)


def _by_whom(args: Args) -> str:
    person = tr(" door {person}").format_map(args) if args["person"] else ""
    return person + (f", {_day(args['date'])}" if args["date"] else "")


def _day(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text


_SPECIAL: dict[str, Callable[[Args], str]] = {
    "set_status": _set_status,
    "set_dossier_status": _set_dossier_status,
    "set_role": _set_role,
    "set_roles_many": _set_roles_many,
    "set_signing": _set_signing,
    "set_signing_many": _set_signing_many,
    "add_commitment": _add_commitment,
    "remove_commitments": _remove_commitments,
    "import_source": _import_source,
    "source_change": _source_change,
    "source_comment": _source_comment,
}
