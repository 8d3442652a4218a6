"""Finding an issued sheet by the control code on paper."""

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.signing import SignatureSheet

LENGTH = 12
#: Letters that are no part of a code but are easily read in one.
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "Z": "2", "G": "6"})


def clean_code(typed: str) -> str:
    """The characters of a code as typed, without blanks and dashes, misreadings put right."""
    return "".join(c for c in typed.upper() if c.isalnum()).translate(_MISREAD)


def sheets_with(dossier: Dossier, typed: str) -> tuple[SignatureSheet, ...]:
    """The issued sheets with this code, the newest first; none for half a code."""
    code = clean_code(typed)
    if len(code) != LENGTH:
        return ()
    found = [s for s in dossier.all(SignatureSheet) if clean_code(s.code) == code]
    return tuple(sorted(found, key=lambda sheet: sheet.issued_at, reverse=True))
