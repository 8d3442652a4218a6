"""A map file: how names and tables of a source are to be read, for the next source or a colleague.

It holds what depends on the source alone: spellings, kinds of parties, members of groups and how
tables are read. What was decided about a dossier is not in it.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import refusals
from prestatie_desktop.importing.decisions import ColumnMap, Decisions
from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.words.translation import tr

FORMAT = "prestatie-import-map"
VERSION = 1
#: A map of a thousand names is some 100 kB.
MAX_BYTES = 5 * 1024 * 1024
#: No table has a head further down.
_LAST_HEAD = 10_000

_FIELDS = {"format", "version", "spellings", "kinds", "members", "columns"}
_COLUMN_FIELDS = {"use", "kind", "head", "columns"}


def write_map(decisions: Decisions, path: Path) -> None:
    """Write what a map file holds, whole or not at all; an older file makes place for it.

    Raises UserError when it cannot be written.
    """
    text = json.dumps(_encoded(decisions), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n", errors="replace")
        beside.replace(path)
    except OSError as error:
        raise UserError(
            tr(
                "Het kaartbestand {name} kan hier niet worden geschreven; er is niets bewaard. "
                "Kies een andere map of naam."
            ).format(name=refusals.quoted(path.name))
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def read_map(path: Path) -> Decisions:
    """What a map file says; everything else is undecided.

    Raises UserError for whatever is no map file of this version.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        known = error if isinstance(error, OSError) else OSError()
        raise refusals.of_system(path.name, known) from error
    if len(data) > MAX_BYTES:
        raise _refused(path)
    try:
        return _decoded(json.loads(data.decode("utf-8-sig")), path)
    except (ValueError, TypeError, RecursionError) as error:
        raise _refused(path) from error


def merged(base: Decisions, more: Decisions) -> Decisions:
    """What was decided with what else is decided: where both speak of one thing, `more` holds."""
    return Decisions(
        spellings={**base.spellings, **more.spellings},
        kinds={**base.kinds, **more.kinds},
        members={**base.members, **more.members},
        columns={**base.columns, **more.columns},
        assigned={**base.assigned, **more.assigned},
        resolutions={**base.resolutions, **more.resolutions},
        known_parties={**base.known_parties, **more.known_parties},
        with_comments=base.with_comments and more.with_comments,
    )


def _encoded(decisions: Decisions) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "spellings": dict(decisions.spellings),
        "kinds": {name: kind.value for name, kind in decisions.kinds.items()},
        "members": {name: list(members) for name, members in decisions.members.items()},
        "columns": {
            signature: {
                "use": column_map.use.value,
                "kind": column_map.kind,
                "head": column_map.head,
                "columns": list(column_map.columns),
            }
            for signature, column_map in decisions.columns.items()
        },
    }


def _decoded(value: Any, path: Path) -> Decisions:
    """The decisions. Raises ValueError or TypeError for what no map file holds."""
    whole = _mapping(value)
    if whole.get("format") != FORMAT:
        raise ValueError(FORMAT)
    if _number(whole.get("version")) > VERSION:
        raise _newer(path)
    _only(whole, _FIELDS)
    columns = _mapping(whole.get("columns", {}))
    for part in ("spellings", "kinds", "members"):
        if not all(name.strip() for name in _mapping(whole.get(part, {}))):
            raise ValueError(part)
    return Decisions(
        spellings={name: _text(one) for name, one in _mapping(whole.get("spellings", {})).items()},
        kinds={
            name: PartyKind(_text(one)) for name, one in _mapping(whole.get("kinds", {})).items()
        },
        members={name: _texts(one) for name, one in _mapping(whole.get("members", {})).items()},
        columns={signature: _column_map(_mapping(one)) for signature, one in columns.items()},
    )


def _column_map(value: Mapping[str, Any]) -> ColumnMap:
    _only(value, _COLUMN_FIELDS)
    head = value.get("head")
    if head is not None and not 0 <= _number(head) <= _LAST_HEAD:
        raise ValueError("head")
    return ColumnMap(
        use=TableUse(_text(value.get("use"))),
        kind=_text(value.get("kind", "")),
        head=head,
        columns=_texts(value.get("columns", [])),
    )


def _only(value: Mapping[str, Any], known: set[str]) -> None:
    if strange := value.keys() - known:
        raise ValueError(strange)


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return tuple(_text(one) for one in value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("no number")
    return value


def _refused(path: Path) -> UserError:
    return UserError(
        tr(
            "{name} is geen kaartbestand van Prestatie Desktop en is niet gebruikt; er is niets "
            "gewijzigd. Kies een kaartbestand dat bij het importeren is bewaard."
        ).format(name=refusals.quoted(path.name))
    )


def _newer(path: Path) -> UserError:
    return UserError(
        tr(
            "{name} is gemaakt met een nieuwere versie van Prestatie Desktop en is niet gebruikt; "
            "er is niets gewijzigd. Werk het programma bij, of bewaar de kaart opnieuw."
        ).format(name=refusals.quoted(path.name))
    )
