"""A small dataset, and what its articles are written with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import edits, pipeline, sidecar
from core.dataset import Dataset, Index, refresh
from core.document import Document
from core.edits import Author
from core.files.source import read_source

BY = Author("甲", "2024-05-06T08:00:00+08:00")
ARTICLES = {
    "9.txt": "高新区引进企业21家\n\n重庆高新区去年引进企业21家，张三说。\n",
    "10.txt": "高新技術企業\n\n重慶市高新區的GB/T标准。\n",
    "a.txt": "无关的一篇\n\n这里说的是高山和新村。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, none annotated."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def annotate(folder: Path) -> Callable[..., Document]:
    """Annotates an article of the folder; ``finish`` calls it done besides."""

    def annotate(name: str, *, finish: bool = False, annotator: str | None = None) -> Document:
        document = pipeline.annotate(read_source(folder / name))
        if finish:
            document = edits.set_progress(edits.accept_all(document, BY), "done", BY)
        target = sidecar.sidecar_path(folder / name, annotator)
        sidecar.save(document, target, expected=sidecar.digest_of(target))
        return document

    return annotate


@pytest.fixture
def index(tmp_path: Path, folder: Path, annotate: Callable[..., Document]) -> Iterator[Index]:
    """The index of the folder, with the first article annotated."""
    annotate("9.txt")
    made = Index(tmp_path / "index.sqlite")
    list(refresh(made, Dataset(folder)))
    yield made
    made.close()
