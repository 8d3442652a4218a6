"""The command line: the window, and the same program without one."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_desktop import __version__
from prestatie_desktop.errors import UserError
from prestatie_desktop.usage import Parser

if TYPE_CHECKING:
    from prestatie_desktop.journal.entry import Author
    from prestatie_desktop.journal.session import Session
    from prestatie_desktop.storage.sqlite_store import SqliteStore

PROGRAM = "prestatie-desktop"
#: Exit code of `check` when there is something to look at.
FOUND = 3


@dataclass(frozen=True, slots=True)
class Command:
    """One command: how it is used, what it is for, its arguments and what it does."""

    usage: str
    about: str
    arguments: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], int]


def run(argv: Sequence[str]) -> int:
    """Carry out a command line; returns the exit code.

    Raises UserError for what a user can act on, SystemExit for wrong use and for help.
    """
    command = COMMANDS.get(argv[0]) if argv else None
    if command is None:
        return _window(_window_parser().parse_args(argv))
    prog = f"{PROGRAM} {argv[0]}"
    parser = Parser(prog, f"{prog} {command.usage}", command.about)
    command.arguments(parser)
    return command.run(parser.parse_args(argv[1:]))


def _window_parser() -> Parser:
    lines = [f"  {PROGRAM} {name} {command.usage}" for name, command in COMMANDS.items()]
    parser = Parser(
        PROGRAM,
        f"{PROGRAM} [BESTAND]",
        "Opent het venster, op een dossier als er een bestand bij staat.",
        "\n".join(
            ["Zonder venster:", *lines, "", "Uitleg bij een opdracht: zet er --help achter."]
        ),
    )
    parser.add_argument("file", metavar="BESTAND", nargs="?", type=Path, help="het dossier")
    parser.add_argument(
        "--version", action="version", version=f"Prestatie Desktop {__version__}",
        help="noem de versie",
    )  # fmt: skip
    return parser


def _window(args: argparse.Namespace) -> int:
    if not _has_screen():
        raise UserError(
            "Er is hier geen scherm om een venster op te openen. Gebruik een opdracht zonder "
            f"venster, zoals print of picture; zie {PROGRAM} --help."
        )
    from prestatie_desktop.app import run_window

    return run_window(args.file)


def _new_arguments(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("--example", metavar="NAAM", help="vul het met een voorbeeld: heerlen-2024")


def _new(args: argparse.Namespace) -> int:
    from prestatie_desktop.storage.opening import create_dossier

    create_dossier(args.file, _me(), _filler(args.example)).close()
    _tell(args.file)
    return 0


def _filler(example: str | None) -> "Callable[[Session], object]":
    if example is None:
        from prestatie_desktop.filling.template import new_dossier, next_year

        return lambda session: session.commit(new_dossier(next_year()))
    from prestatie_desktop.filling.example import fill_example
    from prestatie_desktop.filling.source import source

    source(example)
    return lambda session: fill_example(session.store, example)


def _import_arguments(parser: Parser) -> None:
    parser.add_argument(
        "source", metavar="BRON", type=Path, help="het document: Word, Excel, PDF, tekst, …"
    )
    parser.add_argument(
        "--into", metavar="BESTAND", type=Path, required=True,
        help="het dossier; het wordt gemaakt als het er nog niet is",
    )  # fmt: skip
    parser.add_argument(
        "--map", metavar="KAART", type=Path, help="een kaartbestand met namen en kolommen"
    )
    parser.add_argument("--dry-run", action="store_true", help="schrijf niets, vertel alleen")
    parser.add_argument("--json", action="store_true", help="geef het verslag als JSON")


def _import(args: argparse.Namespace) -> int:
    from prestatie_desktop.cli_import import Order, import_document

    order = Order(
        source=args.source,
        into=args.into,
        map_file=args.map,
        dry_run=args.dry_run,
        as_json=args.json,
    )
    for line in import_document(order, _me()):
        _tell(line)
    return 0


def _print_arguments(parser: Parser) -> None:
    parser.add_argument(
        "what", metavar="WAT", choices=("agreement", "signatures", "bod", "all"),
        help="agreement (de afspraken), signatures (de ondertekenbladen), bod of all",
    )  # fmt: skip
    _file(parser)
    _out(parser, "MAP", "de map waarin de documenten komen")
    parser.add_argument("--party", metavar="NAAM", help="alleen voor deze partij")


def _print(args: argparse.Namespace) -> int:
    from prestatie_desktop.documents.printing import print_documents

    with _opened(args.file) as store:
        paths = print_documents(store.load(), store.blob, args.what, args.out, args.party)
    for path in paths:
        _tell(path)
    return 0


def _export_arguments(parser: Parser) -> None:
    _file(parser)
    parser.add_argument(
        "--format", metavar="VORM", choices=("json", "xlsx"), required=True,
        help="json, of xlsx (een werkboek dat weer kan worden ingelezen)",
    )  # fmt: skip
    _out(parser, "PAD", "het bestand dat wordt geschreven")


def _export(args: argparse.Namespace) -> int:
    from prestatie_desktop.exchange.json_export import write_json
    from prestatie_desktop.exchange.xlsx_export import write_xlsx

    write = {"json": write_json, "xlsx": write_xlsx}[args.format]
    with _opened(args.file) as store:
        write(store.load(), args.out)
    _tell(args.out)
    return 0


def _history_arguments(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("--item", metavar="NUMMER", help="alleen deze afspraak of dit project")


def _history(args: argparse.Namespace) -> int:
    from prestatie_desktop.words.journal import item_history, whole_history

    with _opened(args.file) as store:
        dossier = store.load()
        lines = item_history(store, dossier, args.item) if args.item else whole_history(store)
        for line in lines:
            _tell(line)
    return 0


def _check_arguments(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("--json", action="store_true", help="geef de bevindingen als JSON")


def _check(args: argparse.Namespace) -> int:
    from prestatie_desktop.domain.checks import signing_findings
    from prestatie_desktop.exchange.json_findings import findings_text
    from prestatie_desktop.words.findings import finding_sentence

    with _opened(args.file) as store:
        dossier = store.load()
    findings = tuple(signing_findings(dossier))
    if args.json:
        _tell(findings_text(dossier, findings))
    else:
        for finding in findings:
            _tell(finding_sentence(dossier, finding))
    if findings:
        return FOUND
    if not args.json:
        _tell("Nagekeken: er is niets gevonden.")
    return 0


def _picture_arguments(parser: Parser) -> None:
    _file(parser)
    _out(parser, "PNG", "de afbeelding die wordt geschreven")
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="light (licht) of dark (donker)"
    )
    parser.add_argument("--room", metavar="NAAM", default="agreements", help="de kamer in beeld")


def _picture(args: argparse.Namespace) -> int:
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from prestatie_desktop.app import picture

    picture(args.file, args.out, look=args.theme, room=args.room)
    _tell(args.out)
    return 0


def _file(parser: Parser) -> None:
    parser.add_argument("file", metavar="BESTAND", type=Path, help="het dossier (*.prestatie)")


def _out(parser: Parser, metavar: str, what: str) -> None:
    parser.add_argument("--out", metavar=metavar, type=Path, required=True, help=what)


@contextmanager
def _opened(path: Path) -> "Iterator[SqliteStore]":
    from prestatie_desktop.storage.opening import open_dossier

    store = open_dossier(path)
    try:
        yield store
    finally:
        store.close()


def _tell(line: object) -> None:
    print(line)  # noqa: T201 - the command line speaks


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _me() -> "Author":
    import getpass

    from prestatie_desktop.journal.entry import Author

    try:
        return Author(getpass.getuser())
    except (OSError, KeyError):
        return Author("")


COMMANDS = {
    "new": Command(
        "BESTAND [--example heerlen-2024]", "Maakt een nieuw dossier.", _new_arguments, _new
    ),
    "import": Command(
        "BRON --into BESTAND [--map KAART.json] [--dry-run] [--json]",
        "Leest een document van anderen in en vertelt wat ervan is geworden.",
        _import_arguments,
        _import,
    ),
    "print": Command(
        "agreement|signatures|bod|all BESTAND --out MAP [--party NAAM]",
        "Schrijft documenten als PDF.",
        _print_arguments,
        _print,
    ),
    "export": Command(
        "BESTAND --format json|xlsx --out PAD",
        "Schrijft het dossier voor een ander programma.",
        _export_arguments,
        _export,
    ),
    "history": Command(
        "BESTAND [--item 1.7]",
        "Laat zien wat er is gebeurd: door wie en wanneer, het oudste eerst.",
        _history_arguments,
        _history,
    ),
    "check": Command(
        "BESTAND [--json]",
        "Kijkt na wie wat tekent. Afsluitcode 3 als er iets is gevonden.",
        _check_arguments,
        _check,
    ),
    "picture": Command(
        "BESTAND --out PNG [--theme light|dark] [--room NAAM]",
        "Bewaart een afbeelding van het venster.",
        _picture_arguments,
        _picture,
    ),
}
