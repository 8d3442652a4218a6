"""The command line's own words in Dutch: argparse itself speaks English."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

_MISTAKES = (
    (r"the following arguments are required: (.+)", "Dit ontbreekt nog: {}."),
    (r"unrecognized arguments: (.+)", "Dit is onbekend of te veel: {}."),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)", "{1} kan niet; kies {2}."),
    (r"argument (\S+): expected one argument", "Achter {} hoort nog iets."),
    (r"argument (\S+): ignored explicit argument .+", "Achter {} hoort niets."),
)


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in Dutch and exits with 2 for wrong use."""

    def __init__(self, prog: str, usage: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog or None,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "Gegevens"
        self._optionals.title = "Opties"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it should be, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_dutch(message)}\n")


def in_dutch(message: str) -> str:
    """What argparse says about a mistake, in Dutch."""
    for pattern, sentence in _MISTAKES:
        if found := re.fullmatch(pattern, message):
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return "Zo is deze opdracht niet te begrijpen."


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Gebruik: ")
