"""The books: what became of every piece. What nobody claims was not recognised."""

from collections.abc import Iterable

from prestatie_desktop.importing.reading import Account, Fate, IgnoreRule
from prestatie_desktop.importing.recognising.vocabulary import fold, is_sentence
from prestatie_desktop.importing.source import Piece, Source

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

    def pieces(self) -> Iterable[Piece]:
        """Every piece with text."""
        return self._pieces.values()

    def is_open(self, piece: Piece) -> bool:
        """Whether nobody claimed the piece yet."""
        return piece.key in self._pieces and piece.key not in self._accounts

    def accounts(self) -> dict[int, Account]:
        """The account of every piece with text. A sentence of its own is never ignored."""
        kept = {
            fold(piece.text)
            for key, piece in self._pieces.items()
            if (found := self._accounts.get(key)) and found.fate is not Fate.IGNORED
        }
        return {key: self._checked(key, piece, kept) for key, piece in self._pieces.items()}

    def _checked(self, key: int, piece: Piece, kept: set[str]) -> Account:
        account = self._accounts.get(key, _UNCLAIMED)
        if account.fate is not Fate.IGNORED or account.rule in _WITHOUT_MEANING:
            return account
        is_lost = is_sentence(piece.text) and fold(piece.text) not in kept
        return _UNCLAIMED if is_lost else account

    def _claim(self, account: Account, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self._accounts.setdefault(piece.key, account)
