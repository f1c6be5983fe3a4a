"""The command line: the same core as the window, and the same result.

Exit status: 0 done; 1 done, with findings or disagreements; 2 wrong usage, or nothing could be done; 3 done,
some files failed; 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType, ModuleType
from typing import NoReturn

from core import __version__
from core.bulk import recover
from core.cli import (
    agree,
    annotate,
    assign,
    check,
    export,
    figures,
    import_,
    info,
    output,
    recognize,
    report,
    restore,
    search,
    train,
)
from core.cli.arguments import Parser
from core.cli.sentences import sentence
from core.errors import UserError

COMMANDS: tuple[ModuleType, ...] = (
    annotate,
    restore,
    recognize,
    figures,
    check,
    report,
    search,
    export,
    import_,
    agree,
    assign,
    train,
    info,
)
"""Each has ``NAME``, ``HELP``, ``add_arguments`` and ``execute``."""

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; the exit status."""
    output.use_utf_8()
    options = _parser().parse_args(words)
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        recover()
        status: int = options.execute(options)
        sys.stdout.flush()
    except UserError as error:
        output.tell(sentence(error))
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)
    return status


def _parser() -> Parser:
    parser = Parser(prog="danqian", description="Restore and annotate Chinese news articles.")
    parser.add_argument("--version", action="version", version=f"danqian {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for command in COMMANDS:
        added = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(added)
        added.set_defaults(execute=command.execute)
    return parser


def _interrupt(signal_number: int, frame: FrameType | None) -> NoReturn:
    """A polite request to end is the same as Ctrl+C: what is being saved is saved whole or not at all."""
    raise KeyboardInterrupt
