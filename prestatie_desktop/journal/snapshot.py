"""A dossier frozen into bytes, and thawed again: what an edition or a submitted bod keeps."""

import json
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.journal.codec import decode_entity, encode_fields

if TYPE_CHECKING:
    from prestatie_desktop.journal.store import Store

MEDIA_TYPE = "application/vnd.prestatie.snapshot"
_FORMAT = 1


def freeze(dossier: Dossier) -> Blob:
    """All entities of a dossier, in bytes that are the same for the same dossier."""
    rows = {
        name: [encode_fields(e) for e in sorted(dossier.all(cls), key=lambda e: e.id)]
        for name, cls in SORTS.items()
    }
    text = json.dumps({"format": _FORMAT, "rows": rows}, ensure_ascii=False, sort_keys=True)
    return Blob(zlib.compress(text.encode(), level=6), MEDIA_TYPE)


def thaw(blob: Blob) -> Dossier:
    """The dossier back from its bytes. Raises ValueError when they are no snapshot."""
    if blob.media_type != MEDIA_TYPE:
        raise ValueError(f"{blob.media_type} is no snapshot")
    try:
        content = json.loads(zlib.decompress(blob.data))
        if content["format"] != _FORMAT:
            raise ValueError(f"snapshot format {content['format']} is not known")
        dossier = Dossier()
        for name, rows in content["rows"].items():
            for row in rows:
                dossier.put(decode_entity(name, row))
    except (zlib.error, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"the snapshot cannot be read: {error}") from error
    return dossier


def snapshot(store: "Store", blob_id: str) -> Dossier:
    """A frozen dossier from a store; the last few stay in memory. Raises KeyError, ValueError."""
    return _thawed(store.blob(blob_id))


@lru_cache(maxsize=8)
def _thawed(blob: Blob) -> Dossier:
    return thaw(blob)
