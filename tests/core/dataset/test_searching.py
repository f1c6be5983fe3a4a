"""Search over a dataset: words in both scripts, patterns, marks by label and words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from core import edits, sidecar
from core.dataset import Dataset, Index, refresh, search
from core.document import Document
from core.errors import PatternBroken, PatternTooSlow
from core.text.find import Query, finder
from tests.core.dataset.conftest import BY

NAMES = ("9.txt", "10.txt", "a.txt")
CASES = (
    # query, what is found in which article, comment
    (Query("高新"), {"9.txt": ["高新", "高新"], "10.txt": ["高新", "高新"]}, "a part of a longer word"),
    (Query("高新區"), {"9.txt": ["高新区", "高新区"], "10.txt": ["高新區"]}, "either script"),
    (Query("gb/t标准"), {"10.txt": ["GB/T标准"]}, "letters of either size, and signs between"),
    (Query("高 新"), {}, "a space is a sign like others"),
    (Query(""), {}, "nothing is nowhere"),
    (Query(r"\d+家", is_pattern=True), {"9.txt": ["21家", "21家"]}, "a pattern"),
    (Query(r"^.{5}$", is_pattern=True), {"a.txt": ["无关的一篇"]}, "a whole line"),
    (Query(is_in_marks=True, label="PER"), {"9.txt": ["张三"]}, "all marks of a label"),
    (Query("21", is_in_marks=True), {"9.txt": ["21家", "21家"]}, "marks by a part of their words"),
    (Query("重庆", is_in_marks=True, label="PER"), {}, "of that label only"),
    (Query("^张", is_pattern=True, is_in_marks=True), {"9.txt": ["张三"]}, "marks by a pattern"),
)


@pytest.mark.parametrize(("query", "expected", "comment"), CASES)
def test_search(index: Index, query: Query, expected: dict[str, list[str]], comment: str) -> None:
    found = {
        article.name: [place.words for place in article.places] for article in search(index, query, NAMES)
    }
    assert found == expected, comment


def test_articles_come_in_the_order_asked_for(index: Index) -> None:
    for names in (NAMES, NAMES[::-1]):
        assert [found.name for found in search(index, Query("高"), names)] == list(names)


def test_a_place_on_a_mark_says_which(index: Index) -> None:
    [found] = search(index, Query(is_in_marks=True, label="PER"), NAMES)
    assert found.places[0].label == "PER"
    assert found.places[0].mark in {mark.id for mark in index.marks("9.txt")}


def test_a_pattern_that_is_none_is_refused(index: Index) -> None:
    with pytest.raises(PatternBroken):
        list(search(index, Query("(", is_pattern=True), NAMES))


def test_a_pattern_that_never_ends_is_given_up(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.dataset.searching.finder", partial(finder, patience=0.05))
    (folder / "long.txt").write_text("啊" * 3000 + "。", encoding="utf-8")
    list(refresh(index, Dataset(folder)))
    with pytest.raises(PatternTooSlow):
        list(search(index, Query("(啊|啊啊)+$", is_pattern=True), ["long.txt"]))


def test_blind_search_finds_no_mark_that_nobody_has_looked_at(
    index: Index, folder: Path, annotate: Callable[..., Document]
) -> None:
    query = Query(is_in_marks=True, label="PER")
    assert list(search(index, query, NAMES, is_blind=True)) == []
    person = Query("张三", is_in_marks=True)
    document = annotate("9.txt")
    mark = next(mark for mark in document.annotations if mark.quote == "张三")
    looked_at = edits.set_status(document, mark.id, "accepted", BY)
    target = sidecar.sidecar_path(folder / "9.txt")
    sidecar.save(looked_at, target, expected=sidecar.digest_of(target))
    list(refresh(index, Dataset(folder)))
    assert [found.name for found in search(index, person, NAMES, is_blind=True)] == ["9.txt"]
    everything = Query(is_in_marks=True)
    assert len(next(search(index, everything, NAMES, is_blind=True)).places) == 1
    done = edits.set_progress(looked_at, "done", BY)
    sidecar.save(done, target, expected=sidecar.digest_of(target))
    list(refresh(index, Dataset(folder)))
    [found] = search(index, everything, NAMES, is_blind=True)
    assert len(found.places) == len(document.annotations) > 1
