"""Who signs for a party and on what ground, as it stands on paper."""

from prestatie_desktop.domain.signing import Signatory, SigningBasis
from prestatie_desktop.words.dates import long_date

_BASES = {
    SigningBasis.STATUTES: "statuten",
    SigningBasis.MANDATE: "mandaat",
    SigningBasis.POWER_OF_ATTORNEY: "volmacht",
    SigningBasis.ON_BEHALF_OF: "opdracht",
}
#: These are given by the person on whose behalf one signs.
_GIVEN = (SigningBasis.MANDATE, SigningBasis.POWER_OF_ATTORNEY, SigningBasis.ON_BEHALF_OF)

TO_FILL_IN = "_" * 34
"""A line to write on, where the dossier does not know."""


def who(signatory: Signatory) -> str:
    """Mevrouw M. Voorbeeld, bestuurder."""
    return ", ".join(filter(None, (signatory.name, signatory.function)))


def ground(signatory: Signatory) -> str:
    """Volmacht van de heer A. Voorbeeld, besluit 12 d.d. 3 november 2023; "" when not known."""
    given = signatory.basis in _GIVEN
    words = _BASES[signatory.basis] if signatory.basis else ""
    if given and signatory.on_behalf_of:
        words += f" van {signatory.on_behalf_of}"
    parts = [words, signatory.document]
    if signatory.on_behalf_of and not given:
        parts.append(f"i.o. {signatory.on_behalf_of}")
    text = ", ".join(filter(None, parts))
    if signatory.document_date is None:
        return text
    return f"{text} d.d. {long_date(signatory.document_date)}".strip()
