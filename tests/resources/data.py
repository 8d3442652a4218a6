"""Reads the shipped data the way a test needs it: plain lists and dictionaries."""

import json
from collections.abc import Iterator
from typing import Any

from prestatie_desktop import paths

EXAMPLE = "examples/heerlen-2024"
CORPORATIONS = ("vincio", "weller", "wonen_limburg", "wonen_zuid", "woonpunt")


def load(name: str) -> Any:
    return json.loads((paths.resources() / name).read_text(encoding="utf-8"))


def example(name: str) -> Any:
    return load(f"{EXAMPLE}/{name}.json")


def agreements() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = example("agreements")
    return found


def projects() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = example("projects")
    return found


def strings(value: Any) -> Iterator[str]:
    """Every text anywhere in the data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def rich_texts(value: Any) -> list[str]:
    return [text for text in strings(value) if text.startswith("<")]
