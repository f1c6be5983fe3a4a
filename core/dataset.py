"""A folder of articles and their sidecars: which articles there are, and how far each is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import BadRequest, UserError
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in
from core.source import KINDS

SUFFIXES = frozenset({".txt", *KINDS})
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class ArticleState:
    """How far an article is; ``reviewed`` and ``total`` count live marks."""

    path: Path
    status: str = "new"
    reviewed: int = 0
    total: int = 0
    is_flagged: bool = False


def articles_in(folder: Path) -> tuple[Path, ...]:
    """The articles of a folder, by name with numbers in counting order; hidden files are left out.

    An unreadable folder has none.
    """
    try:
        files = [path for path in folder.iterdir() if _is_article(path)]
    except OSError:
        return ()
    return tuple(sorted(files, key=lambda path: natural_key(path.name)))


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


def state_of(article: Path, annotator: str | None = None) -> ArticleState:
    """How far an annotator is with an article; a sidecar that cannot be read counts as new."""
    target = sidecar_path(article, annotator)
    if not target.exists():
        return ArticleState(article)
    try:
        document = stored_in(target)
    except UserError:
        return ArticleState(article)
    marks = document.live_annotations()
    reviewed = sum(mark.is_reviewed for mark in marks)
    return ArticleState(article, document.progress.status, reviewed, len(marks), document.progress.flagged)


def _articles_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)
        for name in sorted(files, key=natural_key):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                yield path


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
