"""On what the times were taken: without it they say nothing."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path


def facts() -> str:
    """Processor, memory, system, libraries, and how busy the machine was."""
    return "\n".join(
        (
            f"{_processor()}, {os.cpu_count()} processors, {_memory()}, {platform.platform()}",
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
            + ", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
            f"load {_load()}: medians are compared within this run; ours and the other take turns",
        )
    )


_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "openpyxl", "lxml")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return "memory unknown"
    return f"{size / 2**30:.0f} GiB"


def _load() -> str:
    try:
        return " ".join(f"{load:.1f}" for load in os.getloadavg())
    except (AttributeError, OSError):
        return "unknown"
