"""Who annotated which articles of a folder: sidecars by article, documents by annotator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from core.document import Document
from core.errors import SidecarBroken, UserError
from core.sidecar import is_sidecar, stored_in
from core.sidecar.names import SUFFIX

Sidecars = Mapping[str, tuple[Path, ...]]
"""The sidecars of each article, which is named by its path from the folder."""


def files_below(folder: Path) -> set[str]:
    """What may be articles of a folder, by their paths from it: every file but the sidecars."""
    return {_from(folder, path) for path in folder.rglob("*") if path.is_file() and not is_sidecar(path)}


def sidecars_below(folder: Path, articles: Collection[str]) -> Sidecars:
    """The sidecars in a folder; of two articles that one may belong to it is the one among ``articles``."""
    found: dict[str, tuple[Path, ...]] = {}
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        name = _from(folder, path).removesuffix(SUFFIX)
        article = name if name in articles else _without_annotator(name, articles)
        found[article] = (*found.get(article, ()), path)
    return found


def documents_of(sidecars: Iterable[Path]) -> dict[str | None, Document]:
    """What sidecars of one article hold, by annotator: the field inside decides, not the file's name."""
    documents: dict[str | None, Document] = {}
    for path in sidecars:
        document = stored_in(path)
        if any(a.span.of(document.text) != a.quote for a in document.annotations):
            raise SidecarBroken(path, "its quotes are not in its text")
        documents.setdefault(document.annotator, document)
    return documents


def annotators_in(folder: Path) -> tuple[str | None, ...]:
    """Who annotated in a folder, by the names of the sidecars: who has no name first, then by name.

    Those whose sidecars settle the differences of others come last.
    """
    sidecars = sidecars_below(folder, files_below(folder))
    examples: dict[str, Path] = {}
    for article, paths in sidecars.items():
        for path in paths:
            examples.setdefault(_annotator(path, Path(article).name), path)
    return tuple(name or None for name in sorted(examples, key=lambda name: (_settles(examples[name]), name)))


def _settles(sidecar: Path) -> bool:
    """Whether a sidecar holds what was decided on the differences of others."""
    try:
        return bool(stored_in(sidecar).adjudication)
    except UserError:
        return False


def _annotator(sidecar: Path, article: str) -> str:
    """What stands between an article's name and the suffix."""
    return sidecar.name.removesuffix(SUFFIX).removeprefix(article).removeprefix(".")


def _from(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _without_annotator(name: str, articles: Collection[str]) -> str:
    article = name.rpartition(".")[0]
    return article if article in articles else name
