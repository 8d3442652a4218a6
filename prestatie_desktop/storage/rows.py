"""Entities as rows and back. Types decide: lists and quantities are kept as JSON text."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import repeat
from typing import Any, get_args, get_origin, get_type_hints

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.journal.codec import decode_field, encode

_Decoder = Callable[[Any], Any]


def to_row(entity: Entity) -> dict[str, Any]:
    """An entity as the values of its columns."""
    return {f.name: to_column(getattr(entity, f.name)) for f in fields(entity)}


def to_column(value: Any) -> Any:
    """The value of one field as text, a whole number or None."""
    encoded = encode(value)
    return to_json(encoded) if isinstance(encoded, list | dict) else encoded


def to_json(value: Any) -> str:
    """JSON as short as it can be: a dossier keeps every edit that was ever made."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_rows(sort: str, rows: Sequence[Sequence[Any]]) -> list[Entity]:
    """Entities back from rows in the order of their fields.

    Raises ValueError, TypeError or KeyError when a value does not fit.
    """
    cls: Any = SORTS[sort]
    entities: list[Entity] = list(map(object.__new__, repeat(cls, len(rows))))
    # Column by column into the slots: a third of the time that a hundred thousand calls of the
    # constructor take, which for a frozen class sets its fields one by one as well.
    for f, decode, column in zip(
        fields(cls), _decoders(sort), zip(*rows, strict=True), strict=False
    ):
        values = _decoded(decode, column) if decode else column
        deque(map(getattr(cls, f.name).__set__, entities, values), maxlen=0)
    return entities


def _decoded(decode: _Decoder, column: Iterable[Any]) -> Iterator[Any]:
    # Most rows share a few values (a status, an empty quantity): each is read once.
    values = {value: decode(value) for value in set(column)}
    return map(values.__getitem__, column)


@cache
def _decoders(sort: str) -> tuple[_Decoder | None, ...]:
    cls = SORTS[sort]
    hints = get_type_hints(cls)
    return tuple(_decoder(sort, f.name, hints[f.name]) for f in fields(cls))


def _decoder(sort: str, field: str, hint: Any) -> _Decoder | None:
    if hint in (str, int):
        return None
    if _is_json(hint):
        return lambda value: decode_field(sort, field, json.loads(value))
    return lambda value: decode_field(sort, field, value)


def _is_json(hint: Any) -> bool:
    kinds = (hint, *get_args(hint))
    return any(get_origin(kind) is tuple or is_dataclass(kind) for kind in kinds)
