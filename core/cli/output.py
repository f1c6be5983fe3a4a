"""What the command line writes: results to standard output, everything else to standard error.

UTF-8 and line feeds on every system, so that pipes carry the same bytes everywhere.
"""

from __future__ import annotations

import io
import sys
from typing import Any

from core.files.json_text import json_line


def use_utf_8() -> None:
    """Make the standard streams what this module promises.

    Half a surrogate pair, which UTF-8 cannot hold, comes out as the escape that JSON has for it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def write(text: str, *, at_once: bool = False) -> None:
    """Write a result; ``at_once`` where more comes later."""
    sys.stdout.write(text)
    if at_once:
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write a result that is not text, a workbook say."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_json(value: Any) -> None:
    """Write a result as one line of JSON, at once."""
    sys.stdout.write(json_line(value) + "\n")
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(f"danqian: {sentence}\n")


class Progress:
    """How far a long command is, on a terminal only."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._is_shown = total > 1 and sys.stderr.isatty()

    def advance(self, name: str) -> None:
        """One more is done."""
        self._done += 1
        if self._is_shown:
            sys.stderr.write(f"\r\x1b[K{self._done}/{self._total} {name[:60]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty for what comes after."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
