"""Bytes that belong to a dossier: logos and frozen snapshots, known by what they hold."""

import hashlib
from dataclasses import dataclass

from prestatie_desktop.domain.identity import Id


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes with their type; its id is the sha256 of the bytes, so it never changes."""

    data: bytes
    media_type: str

    @property
    def id(self) -> Id:
        """Sha256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
