"""Arguments that several commands take, and how they are checked."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

from core.errors import BadRequest
from core.files.source import Source, read_source, source_of

STANDARD_INPUT = "-"


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Say it and end with 2."""
        self.exit(2, f"{self.prog.split()[0]}: {message} (danqian --help)\n")


def confidence(words: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(words)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{words} is not a confidence from 0 to 1")
    return value


def positive(words: str) -> int:
    """A whole number from 1 on."""
    if not words.isascii() or not words.isdigit() or not int(words[:9]):
        raise argparse.ArgumentTypeError(f"{words} is not a number from 1 on")
    return int(words[:9])


def day(words: str) -> date:
    """A date as ISO 8601 writes it."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is not a date such as 2022-01-05") from None


def add_file(parser: argparse.ArgumentParser) -> None:
    """One article."""
    parser.add_argument("file", metavar="FILE", help="an article; - is standard input")


def add_accept_at(parser: argparse.ArgumentParser) -> None:
    """The confidence from which suggestions are applied."""
    parser.add_argument(
        "--accept-at",
        type=confidence,
        metavar="P",
        help="apply suggested repairs from this confidence on (0 to 1)",
    )


def existing_folder(folder: Path) -> Path:
    """The folder that an argument names; ``BadRequest`` where there is none."""
    if not folder.is_dir():
        raise BadRequest(
            folder,
            "this is a file, where a folder is needed" if folder.exists() else "there is no such folder",
        )
    return folder


def source_named(name: str) -> Source:
    """The source that an argument names."""
    if name == STANDARD_INPUT:
        return source_of(sys.stdin.buffer.read(), "stdin")
    return read_source(Path(name))
