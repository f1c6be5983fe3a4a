"""Acts on places found in a dataset: marks are set, relabelled, rejected, in all articles, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core import edits, pipeline, sidecar
from core.bulk import carry_out, take_back
from core.bulk.acting import Act
from core.bulk.planning import Plan, plan, undone
from core.dataset import Dataset, Found, Index, refresh, search
from core.document import Annotation, Document
from core.edits import Author
from core.files.source import read_source
from core.nesting import FREE
from core.schemes import SCHEME_FILE, LabelSpec, default_scheme, toml_of
from core.sidecar.opening import stored_in
from core.text.find import Query
from core.text.spans import Span

BY = Author("甲", "2024-05-06T08:00:00+08:00")
NAMES = tuple(f"{number}.txt" for number in range(6))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles that all name a 阅览间; the even ones annotated."""
    made = tmp_path / "articles"
    made.mkdir()
    for number, name in enumerate(NAMES):
        text = f"第{number}篇\n\n阅览间里有{number}个人，张三到阅览间去。\n"
        (made / name).write_text(text, encoding="utf-8")
        if number % 2 == 0:
            save(replace(pipeline.annotate(read_source(made / name)), annotator="甲"), made / name)
    return made


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "i.sqlite")
    list(refresh(made, Dataset(folder, "甲")))
    yield made
    made.close()


def save(document: Document, article: Path) -> None:
    target = sidecar.sidecar_path(article, "甲")
    sidecar.save(document, target, expected=sidecar.digest_of(target))


def marks(folder: Path, name: str, words: str) -> list[Annotation]:
    document = stored_in(sidecar.sidecar_path(folder / name, "甲"))
    return [a for a in document.live_annotations() if a.quote == words]


def found(index: Index, folder: Path, query: Query) -> list[Found]:
    list(refresh(index, Dataset(folder, "甲")))
    return list(search(index, query, NAMES))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_places_are_marked_in_all_articles_and_unmarked_again(index: Index, folder: Path, acts: Path) -> None:
    before, told = bytes_of(folder), Plan()
    chosen = found(index, folder, Query("阅览间"))
    journal = carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, told), folder=acts)
    assert (told.places, told.missed, told.problems) == (12, 0, [])
    for name in NAMES:
        assert [(a.label, a.status) for a in marks(folder, name, "阅览间")] == [("ORG", "added")] * 2
        assert stored_in(sidecar.sidecar_path(folder / name, "甲")).annotator == "甲"
    carry_out(take_back(journal, undone), folder=acts)
    assert bytes_of(folder) == before


def test_marks_are_relabelled_accepted_and_rejected(index: Index, folder: Path, acts: Path) -> None:
    chosen = found(index, folder, Query("阅览间"))
    carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, Plan()), folder=acts)
    query = Query("阅览", is_in_marks=True, label="ORG")
    carry_out(plan(folder, found(index, folder, query), Act("relabel", "LOC"), BY, Plan()), folder=acts)
    assert {a.label for name in NAMES for a in marks(folder, name, "阅览间")} == {"LOC"}
    query = Query("张三", is_in_marks=True)
    carry_out(plan(folder, found(index, folder, query), Act("accept"), BY, Plan()), folder=acts)
    assert {a.status for name in NAMES for a in marks(folder, name, "张三")} == {"accepted"}
    carry_out(plan(folder, found(index, folder, query), Act("reject"), BY, Plan()), folder=acts)
    assert [a for name in NAMES for a in marks(folder, name, "张三")] == []


def test_undoing_keeps_what_was_done_since(index: Index, folder: Path, acts: Path) -> None:
    chosen = found(index, folder, Query("阅览间"))
    journal = carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, Plan()), folder=acts)
    document = stored_in(sidecar.sidecar_path(folder / "2.txt", "甲"))
    person = next(a for a in document.annotations if a.quote == "张三")
    save(edits.set_status(document, person.id, "accepted", BY), folder / "2.txt")
    carry_out(take_back(journal, undone), folder=acts)
    assert marks(folder, "2.txt", "阅览间") == []
    assert [a.status for a in marks(folder, "2.txt", "张三")] == ["accepted"]


def test_undoing_takes_the_act_out_of_an_article_that_it_annotated(
    index: Index, folder: Path, acts: Path
) -> None:
    chosen = found(index, folder, Query("阅览间"))
    journal = carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, Plan()), folder=acts)
    document = stored_in(sidecar.sidecar_path(folder / "3.txt", "甲"))
    person = next(a for a in document.annotations if a.quote == "张三")
    save(edits.set_status(document, person.id, "accepted", BY), folder / "3.txt")
    carry_out(take_back(journal, undone), folder=acts)
    assert marks(folder, "3.txt", "阅览间") == []
    assert [a.status for a in marks(folder, "3.txt", "张三")] == ["accepted"]


def test_undoing_keeps_what_was_set_inside_another_mark_since(index: Index, folder: Path, acts: Path) -> None:
    toml = toml_of(replace(default_scheme(), overlap="nested", guidelines=""))
    (folder / SCHEME_FILE).write_text(toml, encoding="utf-8")
    chosen = found(index, folder, Query("阅览间里"))
    carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, Plan()), folder=acts)
    query = Query("阅览间里", is_in_marks=True)
    journal = carry_out(
        plan(folder, found(index, folder, query), Act("relabel", "LOC"), BY, Plan()), folder=acts
    )
    document = stored_in(sidecar.sidecar_path(folder / "2.txt", "甲"))
    start = document.text.index("阅览")
    inner = edits.add(document, Span(start, start + 2), "WORK", BY, nesting=FREE)
    save(inner, folder / "2.txt")
    carry_out(take_back(journal, undone), folder=acts)
    assert [a.label for a in marks(folder, "2.txt", "阅览间里")] == ["ORG"]
    assert [a.label for a in marks(folder, "2.txt", "阅览")] == ["WORK"]


def test_relabelling_keeps_what_a_mark_means_under_the_schemes_own_names(
    index: Index, folder: Path, acts: Path
) -> None:
    labels = (LabelSpec("人数", recognizes=("COUNT",)), LabelSpec("数", recognizes=("NUMBER",)))
    scheme = replace(default_scheme(), labels=labels, guidelines="")
    (folder / SCHEME_FILE).write_text(toml_of(scheme), encoding="utf-8")
    for name in NAMES:
        article = folder / name
        save(replace(pipeline.annotate(read_source(article), scheme=scheme), annotator="甲"), article)
    query = Query("3个", is_in_marks=True)
    carry_out(plan(folder, found(index, folder, query), Act("relabel", "数"), BY, Plan()), folder=acts)
    assert [(a.label, bool(a.value)) for a in marks(folder, "3.txt", "3个")] == [("数", True)]


def test_what_changed_since_it_was_found_is_left_and_told(index: Index, folder: Path, acts: Path) -> None:
    chosen = found(index, folder, Query("阅览间"))
    (folder / "0.txt").write_text("全改了\n", encoding="utf-8")
    (folder / "1.txt").write_text("这里没有了\n", encoding="utf-8")
    (folder / "3.txt").unlink()
    told = Plan()
    carry_out(plan(folder, chosen, Act("mark", "ORG"), BY, told), folder=acts)
    assert (told.places, told.missed) == (6, 2)
    assert [error.path and error.path.name for error in told.problems] == ["0.txt", "3.txt"]
    assert len(marks(folder, "2.txt", "阅览间")) == 2
