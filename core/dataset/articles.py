"""Which articles there are in a folder, in their order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.errors import BadRequest
from core.files.source import KINDS

SUFFIXES = frozenset({".txt", *KINDS})
_DIGITS = re.compile(r"(\d+)")


def is_article(name: str) -> bool:
    """Whether a file is an article by its name; with ``danqian-`` begin the dataset's own files."""
    return "." + name.rpartition(".")[2].lower() in SUFFIXES and not name.startswith((".", "danqian-"))


def in_order(names: Iterable[str]) -> list[str]:
    """Names in counting order."""
    return sorted(names, key=natural_key)


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The files among ``paths``, and the articles in the folders among them and below, each once."""
    found: dict[Path, Path] = {}
    for path in paths:
        articles = _articles_below(path) if path.is_dir() else [path]
        found |= {article.absolute(): article for article in articles if article.absolute() not in found}
    if not found:
        raise BadRequest(None, "there is no article to work on")
    return list(found.values())


def natural_key(name: str) -> tuple[tuple[int, int | str], ...]:
    """What names are sorted by: runs of digits as numbers, the rest without case.

    >>> sorted(["10.txt", "9.txt", "a.txt"], key=natural_key)
    ['9.txt', '10.txt', 'a.txt']
    """
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)


def _articles_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)
        for name in sorted(files, key=natural_key):
            if is_article(name):
                yield Path(place, name)
