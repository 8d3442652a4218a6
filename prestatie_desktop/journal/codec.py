"""Entities as JSON values and back, driven by their own field types."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, partial
from typing import Any, Union, get_args, get_origin, get_type_hints

from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS

Json = Any


def encode(value: Any) -> Json:  # noqa: PLR0911 - one line per kind of value
    """A value of any field as JSON: text, numbers, lists and objects."""
    if value is None or type(value) is str:  # what most fields hold
        return value
    match value:
        case bool() | int():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case Decimal():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [encode(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return encode_fields(value)
    raise TypeError(f"{type(value).__name__} cannot be kept in a dossier")


def encode_fields(value: Any) -> dict[str, Json]:
    """A dataclass as an object, field by field."""
    cls: Any = type(value)
    return {name: encode(getattr(value, name)) for name in _names(cls)}


def decode(field_type: Any, value: Json) -> Any:
    """A value back from JSON. Raises ValueError, TypeError or KeyError when it does not fit."""
    return _decoder(field_type)(value)


def decode_entity(sort: str, value: dict[str, Json]) -> Entity:
    """An entity back from JSON; fields it lacks take their default. Raises as `decode`."""
    cls: Any = SORTS[sort]
    entity: Entity = _decoder(cls)(value)
    return entity


def decode_field(sort: str, field: str, value: Json) -> Any:
    """The value of one field of a sort back from JSON. Raises as `decode`."""
    cls: Any = SORTS[sort]
    return _field_decoders(cls)[field](value)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


@cache
def _field_decoders(cls: Any) -> dict[str, Callable[[Json], Any]]:
    hints = get_type_hints(cls)
    return {f.name: _decoder(hints[f.name]) for f in fields(cls)}


@cache
def _decoder(field_type: Any) -> Callable[[Json], Any]:
    origin = get_origin(field_type)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(t for t in get_args(field_type) if t is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        part = _decoder(get_args(field_type)[0])
        return lambda value: tuple(part(one) for one in _exactly(list, value))
    if is_dataclass(field_type) and isinstance(field_type, type):
        return _dataclass_decoder(field_type)
    if isinstance(field_type, type):
        return _SIMPLE.get(field_type, field_type)
    raise TypeError(f"{field_type} cannot be kept in a dossier")


def _dataclass_decoder(cls: type) -> Callable[[Json], Any]:
    def decode_object(value: dict[str, Json]) -> Any:
        decoders = _field_decoders(cls)
        return cls(**{name: decoders[name](part) for name, part in _exactly(dict, value).items()})

    return decode_object


def _exactly(kind: type, value: Json) -> Any:
    # JSON's true is Python's 1, and text is a row of texts: only the very type will do.
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _flag(value: Json) -> bool:
    # A database has no true and false but 1 and 0.
    if type(value) not in (bool, int) or value not in (0, 1):
        raise TypeError(f"{value!r} is neither true nor false")
    return bool(value)


def _number(value: Json) -> Decimal:
    try:
        number = Decimal(_exactly(str, value))
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is no number") from error
    if not number.is_finite():
        raise ValueError(f"{value!r} is no number that can be counted")
    return number


def _moment(value: Json) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return moment


_SIMPLE: dict[type, Callable[[Json], Any]] = {
    str: partial(_exactly, str),
    int: partial(_exactly, int),
    bool: _flag,
    Decimal: _number,
    date: date.fromisoformat,
    datetime: _moment,
}
