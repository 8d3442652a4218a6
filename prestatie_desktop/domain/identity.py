"""Identity: every thing in a dossier has a random id of its own; numbers are only shown."""

import secrets

Id = str

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def new_id() -> Id:
    """Sixteen letters and digits without look-alikes: some 78 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(16))
