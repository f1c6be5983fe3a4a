"""The histories of articles that were left: what was done in one can be undone when it is opened again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from core.document import Document

MOST = 20
"""Articles whose history is kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """The document before an edit and after it, and what the edit is called."""

    before: Document
    after: Document
    name: str


class Histories:
    """The last articles that were left with everything saved, each with its steps and as it was then."""

    def __init__(self) -> None:
        self._left: OrderedDict[Path, tuple[tuple[Step, ...], Document]] = OrderedDict()

    def keep(self, path: Path, steps: tuple[Step, ...], document: Document) -> None:
        """Keep the history of an article that is left."""
        self._left.pop(path, None)
        if steps:
            self._left[path] = steps, document
        while len(self._left) > MOST:
            self._left.popitem(last=False)

    def take(self, path: Path, document: Document) -> tuple[Step, ...]:
        """The steps that led to the document of an article; none where somebody has changed it since."""
        steps, left = self._left.pop(path, ((), None))
        return steps if left is not None and _timeless(left) == _timeless(document) else ()

    def forget(self) -> None:
        """Keep none: something was done to many articles since, and is undone before them."""
        self._left.clear()


def _timeless(document: Document) -> Document:
    """The document but for the time spent on it, which is counted as it is saved."""
    return replace(document, progress=replace(document.progress, seconds=0))
