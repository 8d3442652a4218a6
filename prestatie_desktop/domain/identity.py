"""Identity: every thing in a dossier has a random id of its own; numbers are only shown."""

import secrets

Id = str

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def new_id() -> Id:
    """Sixteen letters and digits without look-alikes: some 78 random bits."""
    # One number for all sixteen: asking the system for each costs ten times as much.
    number = secrets.randbits(128)
    letters: list[str] = []
    for _ in range(16):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return "".join(letters)
