"""The books: what became of every piece. What nobody claims was not recognised."""

import re
from collections.abc import Iterable

from prestatie_desktop.importing.reading import Account, Fate, IgnoreRule
from prestatie_desktop.importing.recognising.vocabulary import fold, is_sentence
from prestatie_desktop.importing.source import Piece, Source

_DIGITS = re.compile(r"\d+")
_UNCLAIMED = Account(Fate.NOT_RECOGNISED)
#: These rules leave out what has no meaning of its own, so it need not stand elsewhere.
_WITHOUT_MEANING = {IgnoreRule.PAGE_NUMBER, IgnoreRule.DECORATION, IgnoreRule.BY_HAND}


class Ledger:
    """Accounts for the pieces of one source. A piece that is claimed twice keeps its first claim."""

    def __init__(self, source: Source) -> None:
        self._pieces = {piece.key: piece for piece in source.pieces() if piece.text.strip()}
        self._accounts: dict[int, Account] = {}

    def recognise(self, part: str, pieces: Iterable[Piece]) -> None:
        """These pieces are a part, or its number, text or figure."""
        self._claim(Account(Fate.RECOGNISED, part), pieces)

    def attach(self, part: str, pieces: Iterable[Piece]) -> None:
        """These pieces belong to a part."""
        self._claim(Account(Fate.ATTACHED, part), pieces)

    def ignore(self, rule: IgnoreRule, pieces: Iterable[Piece]) -> None:
        """These pieces are left out by a rule."""
        self._claim(Account(Fate.IGNORED, "", rule), pieces)

    def move(self, part: str, to: str) -> None:
        """What was of one part belongs to another: that one is no part after all."""
        for key, account in self._accounts.items():
            if account.part == part:
                self._accounts[key] = Account(Fate.ATTACHED, to)

    def pieces(self) -> Iterable[Piece]:
        """Every piece with text."""
        return self._pieces.values()

    def is_open(self, piece: Piece) -> bool:
        """Whether nobody claimed the piece yet."""
        return piece.key in self._pieces and piece.key not in self._accounts

    def accounts(self) -> dict[int, Account]:
        """The account of every piece with text. A sentence of its own is never ignored."""
        found = {key: self._accounts.get(key, _UNCLAIMED) for key in self._pieces}
        doubtful = [
            key
            for key, account in found.items()
            if account.fate is Fate.IGNORED
            and account.rule not in _WITHOUT_MEANING
            and is_sentence(self._pieces[key].text)
        ]
        kept = self._kept(found) if doubtful else set()
        for key in doubtful:
            if _plain(self._pieces[key].text) not in kept:
                found[key] = _UNCLAIMED
        return found

    def _kept(self, found: dict[int, Account]) -> set[str]:
        return {
            _plain(self._pieces[key].text)
            for key, account in found.items()
            if account.fate is not Fate.IGNORED
        }

    def _claim(self, account: Account, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self._accounts.setdefault(piece.key, account)


def _plain(text: str) -> str:
    """What a line says whatever page it stands on."""
    return fold(_DIGITS.sub(" ", text))
