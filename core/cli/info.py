"""``danqian info``: versions, formats and folders, for a report of a fault."""

from __future__ import annotations

import argparse
import platform
import re
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version

from core import __version__
from core.assets import model_version
from core.cli import output
from core.exchange import FOLDER_FORMATS, FORMATS
from core.files.decoding import CHINESE
from core.files.journal import journal_folder
from core.reading import READERS
from core.recognition.learnt import adopted, version_of
from core.schemes import default_scheme

NAME, HELP = "info", "print versions, formats and folders"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def execute(options: argparse.Namespace) -> int:
    """Print a fact a line."""
    both_ways = [name for name, format_ in FORMATS.items() if format_.read]
    facts = {
        "danqian": __version__,
        "python": f"{platform.python_version()} on {platform.platform()}",
        "libraries": ", ".join(_libraries()),
        "labels": " ".join(label.name for label in default_scheme().labels),
        "reads": " ".join(READERS),
        "encodings": " ".join(CHINESE),
        "exports": " ".join([*FORMATS, *FOLDER_FORMATS]),
        "imports": " ".join([*both_ways, *FOLDER_FORMATS]),
        "names": _names(),
        "unsaved work": str(journal_folder()),
    }
    width = max(map(len, facts))
    output.write("".join(f"{name:<{width}}  {fact}\n" for name, fact in facts.items()))
    return 0


def _names() -> str:
    """The model that finds names, and the labels of what was learnt on top of it."""
    shipped = model_version("names")
    head = adopted(shipped)
    return f"{shipped}, learnt {version_of(head)}: {' '.join(head.labels)}" if head else shipped


def _libraries() -> Iterator[str]:
    """The libraries that the program stands on, with their versions."""
    try:
        wanted = requires("danqian") or []
    except PackageNotFoundError:  # run from a checkout that is not installed
        return
    ours = (requirement for requirement in wanted if "extra ==" not in requirement)
    for name in dict.fromkeys(re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in ours):
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"
