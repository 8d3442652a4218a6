"""Figures in the margin of an agreement: a distribution over parties, a rent rise, a quota."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prestatie_desktop.domain.quantity import Quantity, read
from prestatie_desktop.importing.reading import Doubt, DoubtKind, FoundRow
from prestatie_desktop.importing.recognising.names import Lexicon
from prestatie_desktop.importing.recognising.vocabulary import fold, one_line
from prestatie_desktop.importing.source import Piece

_VALUE = (
    r"(?:€\s*)?[+\-–]?\d[\d.,]*\s*(?:%|procent|mln|miljoen|woningen|personen|vhe)?"
    r"|nog niet [a-z]+|onbekend|n\.?n\.?b\.?|p\.?m\.?|n\.?t\.?b\.?|t\.b\.|n\.?v\.?t\.?|geen"
)
_PAIR = re.compile(
    rf"(?P<label>[^:]{{2,90}}?)\s*:\s*(?P<value>{_VALUE})(?=\s+[A-ZÀ-Ý]|\s*[;,]|\s*$)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?P<title>[^:]{3,120}):\s+(?=\S)")
_QUOTA = re.compile(r"taakstelling|vergunninghouder|statushouder|huisvesting|restopgave|personen")
_RENT = re.compile(r"huur|index|loonontwikkeling|inflatie|\bcao\b")
_SHARE = re.compile(r"verdeling|verdeel|aandeel|rato|naar bezit")
#: A figure, at most three words before it ("CAO index – 1,4%"), and no end of a sentence.
_FIGURE = re.compile(r"(?:[^\W\d]+[\s–-]+){0,3}[€+–-]?\s*\d(?:.*[^.])?$")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure, what it is about, and the party it is of; "" for all together."""

    subject: str
    amount: str
    party: str = ""


def promises(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Promise, ...]:
    """The figures in some paragraphs; nothing when they are not wholly made of them."""
    found: list[Promise] = []
    subject = ""
    for text in _whole(pieces):
        lead = _LEAD.match(text)
        body = text
        if lead and not _PAIR.match(text) and not lexicon.name_of(lead["title"]):
            subject, body = lead["title"], text[lead.end() :]
        elif text.endswith(":"):
            subject = text.rstrip(":")
            continue
        made = list(_by_party(body, subject, lexicon)) or list(_pairs(body, subject))
        found += made
    return tuple(found)


def _whole(pieces: Sequence[Piece]) -> list[str]:
    """The paragraphs, with what a page broke off behind a colon or before a figure joined again."""
    texts: list[str] = []
    for piece in pieces:
        text = one_line(piece.text)
        broken = bool(texts) and not piece.gap and (
            text[:1].isdigit() or (texts[-1].endswith(":") and ":" in texts[-1][:-1])
        )  # fmt: skip
        if broken:
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    return texts


def _by_party(text: str, subject: str, lexicon: Lexicon) -> Iterator[Promise]:
    """Name figure name figure: each figure is of the party before it."""
    places = list(_names(text, lexicon))
    if not places:
        return
    ends = [start for start, _, _ in places[1:]] + [len(text)]
    for (_, end, name), following in zip(places, ends, strict=True):
        amount = text[end:following].strip(" :;,|–-")
        signed = text[end:following].strip(" :;,|")
        raw = amount if not signed.startswith(("-", "–")) or " " in signed[:2] else signed
        if raw and len(raw) < _LONGEST and _FIGURE.match(raw):
            yield Promise(subject, raw, name)


def _names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    words = [(m.start(), m.end(), fold(m[0])) for m in re.finditer(r"[^\s:;,|]+", text)]
    at = 0
    while at < len(words):
        for length in range(min(6, len(words) - at), 0, -1):
            folded = " ".join(word for _, _, word in words[at : at + length])
            if name := lexicon.names.get(tuple(folded.split())):
                yield words[at][0], words[at + length - 1][1], name
                at += length
                break
        else:
            at += 1


def _pairs(text: str, subject: str) -> Iterator[Promise]:
    for found in _PAIR.finditer(text):
        label = found["label"].strip(" ;,")
        yield Promise(f"{subject}: {label}" if subject else label, found["value"].strip())


def promised_rows(
    found: Sequence[Promise], about: str, theme: str, agreement: str, pieces: Sequence[Piece]
) -> tuple[FoundRow, ...]:
    """Rows of a free table for these figures. `about` helps to tell what they are about."""
    kind = _kind(" ".join([about, *(f"{one.subject} {one.amount}" for one in found)]))
    doubts = tuple(_doubts(found))
    keys = tuple(piece.key for piece in pieces)
    return tuple(
        FoundRow(
            key=f"promise:{keys[0]}:{place}",
            pieces=keys,
            doubts=doubts,
            kind=kind,
            theme=theme,
            agreement=agreement,
            corporation=one.party,
            values={"location": one.subject or _usual_subject(kind), "amount": one.amount},
            unit=_unit(one, kind),
        )
        for place, one in enumerate(found)
    )


def _kind(text: str) -> str:
    folded = fold(text)
    if _QUOTA.search(folded):
        return "quota"
    return "rent_policy" if _RENT.search(folded) else "amount"


def _usual_subject(kind: str) -> str:
    return {"quota": "Taakstelling", "rent_policy": "Huurstijging"}.get(kind, "Bedrag")


def _unit(one: Promise, kind: str) -> str:
    if "%" in one.amount:
        return "percent"
    return "persons" if kind == "quota" else ""


def _doubts(found: Sequence[Promise]) -> Iterator[Doubt]:
    shares = [read(one.amount, "percent") for one in found if one.party]
    if len(shares) < 2 or not all(_is_share(one) for one in shares):
        return
    total = sum((one.value for one in shares if one.value is not None), Decimal(0))
    is_said = any(_SHARE.search(fold(one.subject)) for one in found)
    if total != 100 and (is_said or 85 < total < 115):
        yield Doubt(DoubtKind.NOT_A_HUNDRED_PERCENT, (f"{total:f}",))


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == "percent" and quantity.value is not None
