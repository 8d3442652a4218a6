"""An agreement while it is being read: its pieces come one after another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation
from prestatie_desktop.domain.richtext import Run, is_blank
from prestatie_desktop.importing.reading import (
    Doubt,
    DoubtKind,
    FoundAgreement,
    Wording,
)
from prestatie_desktop.importing.recognising.names import Lexicon, Mention
from prestatie_desktop.importing.recognising.roles import joined_roles, mentions_in
from prestatie_desktop.importing.recognising.texts import as_of, cut, rich, stamps
from prestatie_desktop.importing.recognising.vocabulary import fold, one_line
from prestatie_desktop.importing.source import Piece

_STATUSES = (
    (AgreementStatus.DROPPED, r"vervallen|vervalt|afgewezen|geschrapt"),
    (AgreementStatus.ON_HOLD, r"aangehouden|on hold|geparkeerd|uitgesteld"),
    (AgreementStatus.AGREED, r"akkoord|overeengekomen|definitief|vastgesteld|besloten|groen"),
    (AgreementStatus.DISCUSSED, r"besproken|in bespreking|in overleg|in behandeling"),
    (AgreementStatus.PROPOSED, r"voorstel|concept|nieuw|voorgesteld"),
)
_PATTERNS = tuple((status, re.compile(words)) for status, words in _STATUSES)
_LABEL = (
    r"(?P<label>(?:mede)?[-\s]?(?:trekkers?|initiatiefnemers?|verantwoordelijk\w*|penvoerder|regie)"
    r"(?:\s+partij(?:en)?)?|betrokken(?:en|\s+partij(?:en)?)?|overige partijen|samen met|partij(?:en)?"
    r"|wie|uitvoering door|actiehouders?|planning|wanneer|termijn|deadline|gereed|periode"
    r"|indicator(?:en)?|kpi|resultaat|beoogd resultaat|meetbaar|monitoring|status|voortgang"
    r"|opmerking(?:en)?|toelichting|soort verplichting|verplichting)"
)
LABELLED = re.compile(rf"{_LABEL}\s*:\s*(?P<value>\S.*)", re.IGNORECASE | re.DOTALL)
#: A label within a paragraph begins with a capital and stands behind the end of a sentence.
INLINE = re.compile(rf"(?<=[.;)!?\]\n])\s*(?=[A-Z]){_LABEL}\s*:\s*(?=\S)", re.IGNORECASE)
_LEADS = re.compile(r"trekker|initiatief|verantwoordelijk|penvoerder|regie|actiehouder")
_INVOLVED = re.compile(r"betrokken|overige|samen met|mede")
_PARTIES = re.compile(r"partij|wie|uitvoering")
_PLANNING = re.compile(r"planning|wanneer|termijn|deadline|gereed|periode")
_INDICATOR = re.compile(r"indicator|kpi|resultaat|meetbaar|monitoring")


@dataclass(slots=True)
class Draft:
    """What is known so far of one agreement."""

    theme: str
    number: str
    key: str
    heading: str = ""
    text: list[Piece] = field(default_factory=list)
    printed: list[Mention] = field(default_factory=list)
    leads: list[Mention] = field(default_factory=list)
    involved: list[Mention] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    planning: list[str] = field(default_factory=list)
    indicator: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    status: AgreementStatus | None = None
    obligation: Obligation | None = None
    pieces: list[Piece] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    level: int = 0

    def add_parties(self, pieces: Iterable[Piece], lexicon: Lexicon, what: str = "parties") -> None:
        """Take the parties named in some pieces: as printed, or as who leads or is involved."""
        found = mentions_in(pieces, lexicon)
        target = {"lead": self.leads, "involved": self.involved}.get(what, self.printed)
        target += found.found
        self.not_read += [rest for rest in found.rest if len(rest) > 1]

    def add_field(self, name: str, text: str, label: str = "") -> None:
        """Take a cell or a line for one of the fields; what fits none becomes a remark."""
        if name == "planning":
            self.planning.append(text)
        elif name == "indicator":
            self.indicator.append(text)
        elif name == "heading":
            self.heading = one_line(f"{self.heading} {text}")
        elif name == "status" and (status := status_of(text)):
            self.status = status
        elif name == "obligation" and (obligation := obligation_of(text)):
            self.obligation = obligation
        else:
            self.remarks.append(f"{label}: {text}" if label else text)

    def add_text(self, piece: Piece, lexicon: Lexicon) -> None:
        """Take a paragraph; what stands at its end behind labels ("Wie: Woonhuis") apart."""
        bounds = [found.start("label") for found in INLINE.finditer(piece.text)]
        self.text.append(_until(piece, bounds[0]) if bounds else piece)
        for start, end in pairwise([*bounds, len(piece.text)]):
            part = cut(piece, start)
            text = part.text[: end - start].rstrip(" .;")
            self.add_labelled(replace(part, runs=_first(part.runs, len(text))), lexicon)

    def add_part(self, label: str, pieces: Sequence[Piece]) -> None:
        """Take what one sort of party does, from a column of its own: its heading comes along."""
        for place, piece in enumerate(piece for piece in pieces if piece.text.strip()):
            lead = () if place else (Run(text=f"{label}: ", bold=True),)
            self.text.append(replace(piece, runs=(*lead, *piece.runs), gap=True))

    def add_labelled(self, piece: Piece, lexicon: Lexicon) -> bool:
        """Take a line such as "Trekker: Woonhuis"; says whether it was one."""
        found = LABELLED.fullmatch(piece.text.strip())
        if found is None:
            return False
        label, value = found["label"], found["value"].strip()
        folded = fold(label)
        if _INVOLVED.search(folded):
            return self._named(piece, value, lexicon, "involved")
        if _LEADS.search(folded):
            return self._named(piece, value, lexicon, "lead")
        if _PARTIES.search(folded):
            return self._named(piece, value, lexicon, "parties")
        if _PLANNING.search(folded):
            self.add_field("planning", value)
        elif _INDICATOR.search(folded):
            self.add_field("indicator", value)
        elif folded.startswith(("status", "voortgang")):
            self.add_field("status", value, label)
        elif "verplichting" in folded:
            self.add_field("obligation", value, label)
        else:
            self.add_field("remark", value, label)
        return True

    def _named(self, piece: Piece, value: str, lexicon: Lexicon, what: str) -> bool:
        rest = cut(
            piece, len(piece.text) - len(piece.text.lstrip()) + piece.text.strip().rindex(value)
        )
        self.add_parties((replace(rest, label=piece.label),), lexicon, what)
        return True

    def finished(self) -> FoundAgreement:
        """The agreement, with what is to be checked about it."""
        roles = joined_roles(self.printed, self.leads, self.involved)
        if not self.number:
            self.doubts.append(Doubt(DoubtKind.NO_NUMBER))
        if not roles:
            self.doubts.append(Doubt(DoubtKind.NO_PARTIES))
        if self.not_read:
            self.doubts.append(Doubt(DoubtKind.PARTIES_NOT_READ, ("; ".join(self.not_read)[:200],)))
        text = rich(self.text)
        return FoundAgreement(
            key=self.key,
            pieces=tuple(dict.fromkeys(piece.key for piece in self.pieces)),
            doubts=tuple(self.doubts),
            theme=self.theme,
            number=self.number,
            heading=self.heading,
            text=text,
            roles=roles,
            planning="; ".join(self.planning),
            indicator="; ".join(self.indicator),
            remark="\n".join(self.remarks),
            status=self.status,
            obligation=self.obligation,
            wordings=self._wordings(text),
            comments=tuple(comment for piece in self.pieces for comment in piece.comments),
        )

    def _wordings(self, text: str) -> tuple[Wording, ...]:
        """The states between the tracked changes; those that changed nothing are left out."""
        made: list[Wording] = []
        done: frozenset[object] = frozenset()
        order = stamps(self.text)
        if not order:
            return ()
        for stamp in (None, *order):
            done = done if stamp is None else done | {stamp}
            known = frozenset(one for one in order if one in done)
            state = rich(self.text, lambda piece, known=known: as_of(piece, known))  # type: ignore[misc]
            if not made or state != made[-1].text:
                made.append(Wording(stamp, state))
        if made and made[-1].text != text:
            made.append(Wording(made[-1].stamp, text))
        return tuple(made) if len(made) > 1 else ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was read but a number."""
        return not self.heading and is_blank(rich(self.text))


def _until(piece: Piece, end: int) -> Piece:
    """The piece without what stands behind its first labels."""
    return replace(piece, runs=_first(piece.runs, end), tracked=())


def _first(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """The first characters of some runs."""
    kept: list[Run] = []
    for run in runs:
        if length <= 0:
            break
        kept.append(replace(run, text=run.text[:length]))
        length -= len(run.text)
    return tuple(kept)


def names_parties(label: str) -> bool:
    """Whether parties stand behind a label: "Trekker", "Wie", "Betrokken"."""
    folded = fold(label)
    return any(words.search(folded) for words in (_LEADS, _INVOLVED, _PARTIES))


def status_of(text: str) -> AgreementStatus | None:
    """Where the negotiation stands, in a word; None for anything else."""
    folded = fold(text)
    return next((status for status, words in _PATTERNS if words.fullmatch(folded)), None)


def obligation_of(text: str) -> Obligation | None:
    """Whether a result or an effort is promised; None when the words do not say."""
    folded = fold(text)
    if "inspanning" in folded:
        return Obligation.EFFORT
    return Obligation.RESULT if "resultaat" in folded else None
