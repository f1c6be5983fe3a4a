"""Copies of one another in a dataset, found in its index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.dataset import Dataset, Index, refresh
from core.dataset.copies import copies_of
from core.document import Document

MIRROR = "首页 > 新闻\n\n高新区引进企业21家\n\n重庆高新区去年引进企业21家，张三说。\n"


def test_copies_know_one_another_whether_annotated_or_not(
    index: Index, folder: Path, annotate: Callable[..., Document]
) -> None:
    assert copies_of(index) == {}
    (folder / "mirror.txt").write_text(MIRROR, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    list(refresh(index, Dataset(folder)))
    both = ("9.txt", "mirror.txt")
    assert copies_of(index) == dict.fromkeys(both, both)
    annotate("mirror.txt")
    list(refresh(index, Dataset(folder)))
    assert set(copies_of(index)) == {"9.txt", "mirror.txt"}
    (folder / "9.txt").unlink()
    list(refresh(index, Dataset(folder)))
    assert copies_of(index) == {}
