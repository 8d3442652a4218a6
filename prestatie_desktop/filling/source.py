"""The files an example dossier is made of."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.errors import UserError
from prestatie_desktop.paths import resources

Row = Mapping[str, Any]

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True, slots=True)
class Source:
    """The folder of one example, and the ids its keys stand for: the same at every loading."""

    name: str
    folder: Path

    def read(self, file: str) -> Any:
        """The contents of one of its files."""
        return json.loads((self.folder / f"{file}.json").read_text(encoding="utf-8"))

    def id_of(self, key: str) -> Id:
        """The id of the thing with a key: `party:weller`, `item:1.7`; "" for no key at all."""
        if not key:
            return ""
        digest = int.from_bytes(sha256(f"{self.name}/{key}".encode()).digest()[:16], "big")
        letters = []
        for _ in range(16):
            digest, letter = divmod(digest, len(_ALPHABET))
            letters.append(_ALPHABET[letter])
        return "".join(letters)

    def ids(self, sort: str) -> Callable[[str | None], Id]:
        """The ids of one sort of thing by its key alone."""
        return lambda key: self.id_of(f"{sort}:{key}") if key else ""


def source(name: str) -> Source:
    """The example with a name. Raises UserError when there is none."""
    folder = resources() / "examples" / name
    if name not in example_names():
        known = ", ".join(example_names())
        raise UserError(f"Er is geen voorbeeld “{name}”; wel: {known}. Er is niets gemaakt.")
    return Source(name, folder)


def example_names() -> tuple[str, ...]:
    """The examples that come with the program."""
    return tuple(sorted(path.parent.name for path in resources().glob("examples/*/dossier.json")))
