"""Articles on the disk to sidecars beside them."""

import pytest

from core import edits, pipeline, sidecar
from core.annotating import annotate_file
from core.batch import Outcome
from core.dataset import find_articles
from core.edits import Author
from core.errors import BadRequest, SchemeBroken, SidecarBroken, SourceChanged
from core.files.source import read_source
from core.schemes import SCHEME_FILE

TEXT = "1月5日，全市落实项目184个。\n"
BY = Author("甲", "2026-01-05T08:40:36+08:00")


@pytest.fixture
def folder(tmp_path):
    for name in ("2.txt", "10.txt", "b/1.html", "b/c.md.bak", ".hidden/x.txt", "b/.x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def names(paths):
    return [path.name for path in paths]


def test_articles_of_folders_in_counting_order_each_once(folder):
    assert names(find_articles([folder])) == ["2.txt", "10.txt", "1.html"]
    assert names(find_articles([folder / "10.txt", folder])) == ["10.txt", "2.txt", "1.html"]
    assert names(find_articles([folder / "none.txt"])) == ["none.txt"]
    (folder / "empty").mkdir()
    with pytest.raises(BadRequest):
        find_articles([folder / "empty"])


def test_an_article_is_annotated_once(folder):
    path = folder / "2.txt"
    assert annotate_file(path) == Outcome(path, "done")
    first = sidecar.sidecar_path(path).read_bytes()
    assert annotate_file(path) == Outcome(path, "skipped")
    assert sidecar.sidecar_path(path).read_bytes() == first


def test_a_changed_article_that_nobody_worked_on_is_annotated_again(folder):
    path = folder / "2.txt"
    annotate_file(path)
    path.write_text(TEXT * 2, encoding="utf-8")
    assert annotate_file(path).status == "done"
    assert sidecar.load(sidecar.sidecar_path(path), read_source(path)).anchored is None


def test_work_by_hand_is_never_overwritten(folder):
    path = folder / "2.txt"
    target = sidecar.sidecar_path(path)
    annotate_file(path)
    opened = sidecar.load(target, read_source(path))
    sidecar.save(edits.accept_all(opened.document, BY), target, expected=opened.digest)
    kept = target.read_bytes()
    path.write_text(TEXT * 2, encoding="utf-8")
    with pytest.raises(SourceChanged):
        annotate_file(path)
    target.write_bytes(b"{")
    with pytest.raises(SidecarBroken):
        annotate_file(path)
    assert (target.read_bytes(), kept != b"{") == (b"{", True)


def test_an_article_too_long_to_be_marked_says_so(folder, monkeypatch):
    monkeypatch.setattr(pipeline, "MOST_MARKED", 5)
    assert "too long" in annotate_file(folder / "2.txt").note


def test_an_article_follows_the_scheme_of_its_folder(folder):
    labels = '[[labels]]\nname = "日期"\nrecognizes = ["DATE"]\n'
    (folder / SCHEME_FILE).write_text(f'name = "own"\nversion = "3"\n{labels}', encoding="utf-8")
    annotate_file(folder / "2.txt")
    stored = sidecar.stored_in(sidecar.sidecar_path(folder / "2.txt"))
    assert [(mark.quote, mark.label) for mark in stored.annotations] == [("1月5日", "日期")]
    assert (stored.scheme.name, stored.scheme.version) == ("own", "3")
    (folder / SCHEME_FILE).write_text(labels, encoding="utf-8")
    with pytest.raises(SchemeBroken, match="“name” is missing"):
        annotate_file(folder / "10.txt")
