"""The words of the field by which parts of a document are known, whoever wrote it."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BLANKS = re.compile(r"\s+")
_NOT_WORDS = re.compile(r"[^\w%&+]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """A text in one case, without accents, punctuation and double blanks, to compare with."""
    plain = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORDS.sub(" ", letters).strip()


def one_line(text: str) -> str:
    """A text on one line with single blanks."""
    return _BLANKS.sub(" ", text).strip()


#: Kind of a table of commitments by the words that name it; the first that is found counts.
_KINDS = (
    (
        "study",
        r"onderzoek\w*|stud(?:ie|ies)|verkenning\w*|haalbaarheid\w*|planvorming|initiatie\w*",
    ),
    ("demolition", r"sloop\w*|te slopen|slopen|gesloopt\w*|onttrekking\w*"),
    (
        "acquisition",
        (
            r"aankoop|aankopen|aan te kopen|inpond\w*|in te ponden|verwerving\w*|terugkoop\w*"
            r"|terugkopen|uitpond\w*terug"
        ),
    ),
    ("sale", r"verkoop\w*|te verkopen|verkopen|verkochte?|uitpond\w*"),
    (
        "renovation",
        (
            r"renovatie\w*|renoveren|gerenoveerd\w*|groot ?onderhoud|woningverbetering\w*|verbeter\w*"
            r"|verduurzam\w*|isolatie\w*|transformatie\w*|herontwikkel\w*|aanpak bestaande voorraad"
        ),
    ),
    (
        "new_build",
        (
            r"nieuwbouw\w*|nieuw te bouwen|nieuwe woningen|te bouwen|bouwprogramma\w*|woningbouw\w*"
            r"|toevoeging\w*|op te leveren|bouwprojecten"
        ),
    ),
)
_KIND_PATTERNS = tuple((key, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for key, words in _KINDS)
_LONGEST_KIND_TITLE = 90


@lru_cache(maxsize=8_192)
def kind_named(text: str) -> str:
    """The kind of commitments that a heading, a sheet's name or a cell names; "" for none.

    Where several are named ("Sloop en nieuwbouw") the one that stands first.
    """
    folded = fold(text)
    if not folded or len(folded) > _LONGEST_KIND_TITLE:
        return ""
    found = [(m.start(), key) for key, pattern in _KIND_PATTERNS if (m := pattern.search(folded))]
    return min(found)[1] if found else ""


_ARROWS = "→➔➜➤►▶⇒»>›-–—•·▪◦‣●○■□*\uf0b7\uf0a7\uf0e0_=~.|"
_DECORATION = re.compile(rf"[{re.escape(_ARROWS)}\s]*")
_MARKUP = re.compile(
    r"\s*+(?>(?:(?:</?[a-zA-Z][^<>]*+>|<!--[^<>]*+-->|&\w+;)\s*+)+)"
    r"|[|:+\-=\s]++|[-=*_~]{3,}|[`~]{3,}\w*|!\[[^\[\]]*\]\([^()]*\)|\ufffd+"
)
_PAGE = re.compile(
    r"(?:-\s*)?(?:(?:pagina|blz|bladzijde|pag|p|page|dia)\.?\s*)?\d{1,4}"
    r"(?:\s*(?:/|van|of|\|)\s*\d{1,4})?(?:\s*-)?",
    re.IGNORECASE,
)
LEADING_ARROW = re.compile(r"[→➔➜➤►▶⇒»›]+\s*")


def is_decoration(text: str) -> bool:
    """Whether nothing in it is meant to be read: an arrow, a rule, markup."""
    return bool(_DECORATION.fullmatch(text) or _MARKUP.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Whether it can be a page number."""
    return bool(_PAGE.fullmatch(text.strip()))


def is_sentence(text: str) -> bool:
    """Whether it says something: several words, of which one is longer than two letters."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= 4 or (len(words) >= 2 and text.rstrip().endswith((".", "!", "?")))


TOTAL = re.compile(r"(?:eind|sub|deel)?tota(?:al|len)(?: .*)?|som|saldo", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether a row or column heading says that it adds up others."""
    return bool(TOTAL.fullmatch(fold(text)))


_YEAR = re.compile(
    r"(?:jaar\s*|eind\s*|ultimo\s*|31-12-|per\s*)?((?:19|20)\d\d)(?:\s*\*)?", re.IGNORECASE
)


def year_of(text: str) -> int | None:
    """The year a heading stands for: "2026", "eind 2026"; None for anything else."""
    found = _YEAR.fullmatch(text.strip())
    return int(found[1]) if found else None
