"""The page of signatures: persons, their function, and for which organisation they sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prestatie_desktop.importing.recognising.vocabulary import fold, is_sentence, one_line
from prestatie_desktop.importing.source import Piece

_TITLE = r"(?i:(?:de\s+)?(?:dhr|heer|mevr|mevrouw|mw|mr|drs|ir|ing|dr|prof)\b\.?)"
_INITIALS = r"[A-Z]\.(?:[-\s]?[A-Z][a-z]?\.)*"
_PREFIX = r"(?:(?:van|de|der|den|ten|ter|te|het|'t|in|op|aan|el|al|le|la|di|von)\s+)*"
_SURNAME = r"[A-Z][\w'’\-]+(?:\s+(?:(?:van|de|der|den|ten|ter|'t)\s+)*[A-Z][\w'’\-]+){0,3}"
_PERSON = re.compile(
    rf"(?:{_TITLE}\s*)+(?:{_TITLE}\s*)*(?:{_INITIALS}\s*|[A-Z][a-z]+\s+)?{_PREFIX}{_SURNAME}"
    rf"|{_INITIALS}\s*(?:\([A-Z][a-z]+\)\s*)?{_PREFIX}{_SURNAME}",
)
_FUNCTION = re.compile(
    r"(?:.*(?<!\w))?(?:wethouder|burgemeester|bestuurder|bestuurders|directeur\w*|voorzitter|secretaris"
    r"|penningmeester|bestuurslid|manager|gebiedsmanager|regiomanager|portefeuillehouder|gemandateerde"
    r"|vicevoorzitter|vice voorzitter|dagelijks bestuur|commissaris|gedeputeerde|ceo|rayonmanager"
    r"|lid van het bestuur|namens het bestuur|procuratiehouder|teamleider)(?!\w).*"
)
_ON_BEHALF = re.compile(
    r"\(?\s*(?:i\.?\s?o\.?|in opdracht van|namens|b\.?\s?a\.?|vervangt|plaatsvervanger van)"
    r"\s*:?\s+(?P<who>[^()]+?)\s*\)?$",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?P<label>naam|functie|namens|organisatie|partij|voor deze|vertegenwoordigd door|datum|plaats"
    r"|handtekening|d\.d\.|paraaf)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FILL_IN = re.compile(r"[\s._…:\-]*")
_SECTION = re.compile(r".*(?:ondertekening|handtekening|ondertekenen|aldus overeengekomen|ondertekend|getekend).*")  # fmt: skip
_LONGEST = 110
_SHORT_LINE = 60
_SENTENCE = 300
_NAMES = re.compile(r"(?:namens|voor)\s+(?:de\s+|het\s+)?", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """What stands under one signature."""

    name: str = ""
    function: str = ""
    organisation: str = ""
    on_behalf_of: str = ""
    pieces: list[int] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether it says who signs and for whom, or as what."""
        return bool(self.name and (self.organisation or self.function))


def is_person(text: str) -> bool:
    """Whether a line is the name of a person, with title or initials."""
    text = one_line(text)
    if len(text) > _LONGEST:
        return False
    found = _PERSON.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" ,")
    return not rest or rest.startswith("(") or bool(_FUNCTION.fullmatch(fold(rest)))


def is_above_person(pieces: Sequence[Piece]) -> bool:
    """Whether a line can stand above the name of a person under signatures."""
    if not pieces:
        return False
    text = one_line(pieces[0].text)
    is_short = len(text) < _SHORT_LINE and not text.endswith(".")
    return (is_short and not text[:1].isdigit()) or says_nothing(text)


_REPRESENTED = re.compile(
    r"(?:\d+[.)]\s*)?(?:de |het )?(?P<who>[^,;]{3,80}?)(?:,\s+(?:[^,;]{0,60},\s+){0,2}?)?\s*"
    r"(?:te dezen |hierbij )?(?:rechtsgeldig )?vertegenwoordigd door\s+(?:haar |zijn )?(?P<rest>\S.*)",
    re.IGNORECASE,
)


def represented(text: str) -> Block | None:
    """The block that a sentence says: "Woonhuis, vertegenwoordigd door de heer A. B., bestuurder"."""
    found = _REPRESENTED.fullmatch(one_line(text)[:_SENTENCE])
    if found is None:
        return None
    rest = found["rest"].strip(" .;")
    named = _PERSON.search(rest)
    if named is None:
        return None
    around = rest[: named.start()] + rest[named.end() :]
    said = [part.strip(" ,.;") for part in around.split(",") if is_function(part.strip(" ,.;"))]
    return Block(
        name=named[0].strip(" ,"),
        function=said[0] if said else "",
        organisation=_named(found["who"]),
    )


def is_function(text: str) -> bool:
    """Whether a line is somebody's function."""
    return len(text) < _LONGEST and bool(_FUNCTION.fullmatch(fold(text)))


def is_signing_title(text: str) -> bool:
    """Whether a heading stands above signatures."""
    return len(text) < _LONGEST and bool(_SECTION.fullmatch(fold(text)))


def groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Lines that stand together: a gap divides, and so does a new person once one is whole."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if piece.gap or not found:
            found.append([])
        found[-1].append(piece)
    return found


def blocks(pieces: Sequence[Piece]) -> list[Block]:
    """The signature blocks among some lines; what belongs to none is in none."""
    made: list[Block] = []
    for piece in pieces:
        if said := represented(piece.text):
            said.pieces.append(piece.key)
            made.append(said)
    pieces = [piece for piece in pieces if represented(piece.text) is None] if made else pieces
    for group in _groups_of_persons(pieces):
        persons = [i for i, piece in enumerate(group) if is_person(_joined_start(group, i))]
        if not persons:
            _continue(made, group)
            continue
        first = persons[0] if _person_leads(group, persons) else 0
        bounds = [*(persons if first == persons[0] else _heads(group, persons)), len(group)]
        for start, end in pairwise(bounds):
            block = _block(group[start:end])
            if block.name:
                made.append(block)
    return made


def _groups_of_persons(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The groups; where every line stands by itself, all of them together."""
    found = groups(pieces)
    persons = [group for group in found if any(is_person(piece.text) for piece in group)]
    lonely = sum(len(group) == 1 for group in persons)
    return [list(pieces)] if persons and lonely * 2 > len(persons) else found


def _joined_start(group: Sequence[Piece], at: int) -> str:
    """A line, with the next one when its bracket is still open: "Mevr. A (i.o. Mevr. B."."""
    text = group[at].text
    if text.count("(") > text.count(")") and at + 1 < len(group):
        return f"{text} {group[at + 1].text}"
    return text


def _person_leads(group: Sequence[Piece], persons: Sequence[int]) -> bool:
    """Whether the organisation stands below the person: behind the last one a name still follows."""
    behind = [one_line(piece.text) for piece in group[persons[-1] + 1 :]]
    return persons[0] == 0 or any(not _is_beside_name(text) for text in behind)


def _is_beside_name(text: str) -> bool:
    return is_function(text) or says_nothing(text) or text.endswith(")")


def _heads(group: Sequence[Piece], persons: Sequence[int]) -> list[int]:
    """Where blocks begin when the organisation stands above the person: after each function."""
    starts = [0]
    for person, following in pairwise(persons):
        end = person + 1
        while end < following and _is_beside_name(one_line(group[end].text)):
            end += 1
        starts.append(end)
    return starts


def _continue(made: list[Block], group: list[Piece]) -> None:
    """Lines without a person may be the function and organisation of the block before."""
    last = made[-1] if made else None
    if last is None or (last.organisation and last.function) or len(group) > 2:
        return
    if any(is_function(piece.text) for piece in group):
        _fill(last, group)


def _block(group: Sequence[Piece]) -> Block:
    block = Block()
    _fill(block, group)
    return block


def _fill(block: Block, group: Sequence[Piece]) -> None:
    for text, pieces in _whole_lines(group):
        block.pieces += [piece.key for piece in pieces]
        label = _LABELS.fullmatch(text)
        if label:
            _labelled(block, label["label"].casefold(), label["value"].strip())
        elif _FILL_IN.fullmatch(text):
            continue
        elif not block.name and is_person(text):
            _person(block, text)
        elif is_function(text) and not block.function:
            _function(block, text)
        elif not block.organisation:
            block.organisation = _named(text)
        else:
            block.function = one_line(f"{block.function} {text}")


def _named(text: str) -> str:
    """An organisation without "Namens de" before it; "gemeente" then gets its capital."""
    clean = _NAMES.sub("", text.strip(" ,:"), count=1)
    return clean[:1].upper() + clean[1:]


def _labelled(block: Block, label: str, value: str) -> None:
    if _FILL_IN.fullmatch(value):
        return
    if label in ("naam", "vertegenwoordigd door"):
        _person(block, value)
    elif label == "functie":
        block.function = value
    elif label in ("organisatie", "partij", "namens", "voor deze"):
        block.organisation = value


def _person(block: Block, text: str) -> None:
    text = one_line(text)
    found = _PERSON.match(text)
    end = found.end() if found else len(text)
    rest = text[end:].strip(" ,")
    behalf = _ON_BEHALF.search(rest)
    block.name = text[:end].strip(" ,")
    if behalf:
        block.on_behalf_of = behalf["who"].strip(" ,")
    elif rest:
        block.function = rest.strip("() ")


def _function(block: Block, text: str) -> None:
    text = re.sub(r"^(?:de|het)\s+", "", text.strip(" ,:"), flags=re.IGNORECASE)
    before, comma, after = text.partition(",")
    if comma and is_function(before) and not is_function(after):
        block.function, block.organisation = before.strip(), block.organisation or after.strip()
    elif comma and is_function(after) and not is_function(before):
        block.function, block.organisation = after.strip(), block.organisation or before.strip()
    else:
        block.function = text


def _whole_lines(group: Sequence[Piece]) -> list[tuple[str, list[Piece]]]:
    """The lines of a block; one broken at a bracket, a dash or within a name is made whole."""
    lines: list[tuple[str, list[Piece]]] = []
    for piece in group:
        text = one_line(piece.text)
        if says_nothing(text):
            continue
        if lines and _is_broken(lines[-1][0], text):
            before, pieces = lines[-1]
            lines[-1] = (one_line(f"{before} {text}"), [*pieces, piece])
        else:
            lines.append((text, [piece]))
    return lines


def _is_broken(before: str, text: str) -> bool:
    if before.count("(") > before.count(")"):
        return True
    if is_person(before) or is_function(before) or is_function(text) or _LABELS.match(text):
        return False
    return before.endswith(("-", "–", "/", ",")) or text[:1].islower() or text[:1] == "("


_AGREED = re.compile(
    r"(?:aldus|ondergetekenden|getekend|plaats en datum|voor akkoord|namens deze).*"
)


def says_nothing(text: str) -> bool:
    """Whether a loose line near signatures is a place to fill in, or only says that one signs."""
    if _AGREED.fullmatch(fold(text)) and len(text) < _LONGEST:
        return True
    return bool(_FILL_IN.fullmatch(text)) or bool(
        (label := _LABELS.fullmatch(one_line(text))) and _FILL_IN.fullmatch(label["value"])
    )


def is_running_text(text: str) -> bool:
    """Whether a line is a sentence and so no name under a signature."""
    return len(text) > _LONGEST or (is_sentence(text) and text.rstrip().endswith("."))


__all__ = [
    "Block", "blocks", "groups", "is_function", "is_person", "is_running_text",
    "is_signing_title", "says_nothing",
]  # fmt: skip
