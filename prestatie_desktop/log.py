"""The log: what went wrong, with its trace, for whoever has to find out why."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from prestatie_desktop.paths import user_log

_SIZE, _FILES = 1_000_000, 5


def log_file() -> Path:
    """The file that the log is written to."""
    return user_log() / "prestatie-desktop.log"


def start_log() -> None:
    """Write warnings and bugs to the log file; never stop the program for want of a log."""
    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        handler = RotatingFileHandler(
            log_file(), maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # A log that cannot be written after all is no reason for a trace on the terminal.
    logging.raiseExceptions = False
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def log_bug(error: BaseException) -> None:
    """Write a bug with its trace; to whoever started the program from a terminal, too."""
    start_log()
    logging.getLogger("prestatie_desktop").error("bug", exc_info=error)
    if sys.stderr is not None and sys.stderr.isatty():
        # Not `sys.excepthook`: in the window that is what called us.
        sys.__excepthook__(type(error), error, error.__traceback__)
