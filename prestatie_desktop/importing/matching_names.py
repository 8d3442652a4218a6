"""Names, places and titles as they are compared: without what does not tell one from another."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+")

#: Words of a legal form. Two names that differ only in these are one and the same party: "Stichting
#: Woonhuis", "Woonhuis" and "Woonhuis B.V." are. Words that tell what a party does stay:
#: "Huurdersvereniging Woonhuis" is not "Woonhuis", and "Gemeente Veldhoven" is not "Veldhoven".
_LEGAL_FORM = re.compile(
    r"\b(?:stichting|woningstichting|woonstichting|vereniging|woningvereniging"
    r"|woningbouwvereniging|bouwvereniging|cooperatie|cooperatieve|b ?v|n ?v|u ?a)\b"
)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """The words of a text without capitals, accents and punctuation; signs when it has no words."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in normalize("NFKD", plain) if not combining(c))
    return " ".join(_WORD.findall(plain) or plain.split())


@lru_cache(maxsize=10_000)
def without_legal_form(name: str) -> str:
    """A folded name without the words of its legal form; all of it when nothing else is left."""
    whole = folded(name)
    return " ".join(_LEGAL_FORM.sub(" ", whole).split()) or whole
