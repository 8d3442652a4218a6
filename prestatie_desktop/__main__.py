"""Starts the program, and turns whatever goes wrong into one line."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from prestatie_desktop.cli import PROGRAM, run
from prestatie_desktop.errors import UserError

#: Exit code of a bug, as sysexits.h has it; 1 is for what a user can act on.
BUG = 70


def main(argv: Sequence[str] | None = None) -> int:
    """The program; returns its exit code. `argv` without the program's name."""
    _write_anything()
    try:
        code = run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UserError as error:
        return _say(str(error), 1)
    except KeyboardInterrupt:
        return _say("Afgebroken.", 130)
    except BrokenPipeError:
        return _leave_pipe()
    except Exception as error:  # noqa: BLE001 - what is left is a bug, and a user gets no trace
        return _bug(error)
    return code


def _bug(error: Exception) -> int:
    from prestatie_desktop.log import log_bug, log_file

    with suppress(OSError):
        log_bug(error)
        return _say(f"Er ging iets mis in het programma zelf. Meer staat in {log_file()}.", BUG)
    return _say("Er ging iets mis in het programma zelf.", BUG)


def _say(sentence: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"{PROGRAM}: {' '.join(sentence.split())}\n")
    return code


def _leave_pipe() -> int:
    # Whoever read our lines stopped reading; Python would complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _write_anything() -> None:
    # A Windows console or a C locale cannot write every name; a "?" is better than no line.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
