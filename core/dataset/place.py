"""A dataset as a place on the disk: which articles it holds, and what their files look like from outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from core.dataset.articles import in_order, is_article
from core.dataset.database import VERSION
from core.files.safe_files import real_path
from core.sidecar import sidecar_path


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder of articles as one annotator sees it, with ``is_deep`` also the folders below it.

    An article's name is its path from the folder, with ``/`` on every system.
    """

    folder: Path
    annotator: str | None = None
    is_deep: bool = False

    def names(self) -> tuple[str, ...]:
        """The articles in counting order; what is hidden or cannot be read is left out."""
        return tuple(in_order(name for name, entry in _files(self) if is_article(entry.name)))

    def path(self, name: str) -> Path:
        """Where an article is."""
        return self.folder / name

    def name_of(self, path: Path) -> str | None:
        """The name of an article by its path; None of one that does not belong to the dataset."""
        if not path.is_relative_to(self.folder) or (path.parent != self.folder and not self.is_deep):
            return None
        return path.relative_to(self.folder).as_posix()

    def sidecar(self, name: str) -> Path:
        """Where the annotator's sidecar of an article is, or would be."""
        return sidecar_path(self.folder / name, self.annotator)

    def stamps(self) -> dict[str, str]:
        """By name, the times and sizes of an article and its sidecar; of one without, it ends in a space."""
        ending = sidecar_path(Path("a"), self.annotator).name.removeprefix("a")
        articles: dict[str, str] = {}
        sidecars: dict[str, str] = {}
        for name, entry in _files(self):
            if is_article(entry.name):
                articles[name] = _stamp(entry)
            elif name.endswith(ending):
                sidecars[name.removesuffix(ending)] = _stamp(entry)
        return {name: f"{stamp} {sidecars.get(name, '')}" for name, stamp in articles.items()}

    def index_file(self) -> Path:
        """Where its index is: in the user's cache folder, which is never on a share."""
        place = os.path.normcase(str(real_path(self.folder)))
        name = f"{place}\0{self.annotator or ''}\0{self.is_deep}"
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return user_cache_path("danqian", appauthor=False) / "datasets" / f"{digest}.{VERSION}.sqlite"


def _files(dataset: Dataset) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file with its path from the folder; links to folders are not followed."""
    waiting = [""]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(dataset.folder / here) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if dataset.is_deep and entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{here}{entry.name}/")
                    elif entry.is_file():
                        yield f"{here}{entry.name}", entry
        except OSError:
            continue


def _stamp(entry: os.DirEntry[str]) -> str:
    try:
        status = entry.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns}:{status.st_size}"
