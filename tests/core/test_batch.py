"""Many files: each by itself, whatever happens to the others."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from core import batch, edits, sidecar
from core.batch import Outcome, annotate_file, find_articles, run
from core.edits import Author
from core.errors import BadRequest, FileMissing, NotText, SidecarBroken, SourceChanged, UserError
from core.source import read_source

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


def middling(path: Path) -> Outcome:
    """A task that meets every fate, by the name of the file."""
    fate = path.stem
    if fate == "fault":
        raise ZeroDivisionError("by zero")
    if fate == "refused":
        raise NotText(path, "a picture")
    if fate == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(path, "done")


@pytest.fixture
def fates(tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in ("one", "refused", "fault", "two", "three")]
    for path in paths:
        path.touch()
    return [*paths, tmp_path / "missing.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_does_not_stop_the_rest(fates, jobs):
    outcomes = {o.path.stem: o for o in run(middling, fates, jobs=jobs)}
    assert {stem: o.status for stem, o in outcomes.items()} == {
        "one": "done",
        "two": "done",
        "three": "done",
        "refused": "failed",
        "fault": "failed",
        "missing": "failed",
    }
    assert isinstance(outcomes["refused"].error, NotText)
    assert outcomes["refused"].error.detail == "a picture"
    assert isinstance(outcomes["missing"].error, FileMissing)
    assert "ZeroDivisionError: by zero" in outcomes["fault"].error.detail


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_a_process_that_is_killed_takes_only_its_file_along(fates):
    killed = fates[0].with_name("killed.txt")
    killed.touch()
    outcomes = {o.path.stem: o for o in run(middling, [fates[0], killed, *fates[3:5]], jobs=2)}
    assert {stem: o.status for stem, o in outcomes.items()} == {
        "one": "done",
        "killed": "failed",
        "two": "done",
        "three": "done",
    }


def test_few_files_are_handed_out_at_a_time(fates):
    taken = []

    def watched():
        for path in fates * 20:
            taken.append(path)
            yield path

    outcomes = run(middling, watched(), jobs=2)
    next(outcomes)
    assert len(taken) <= 2 * 4 + 2
    outcomes.close()


def test_errors_travel_between_processes():
    import pickle

    error = pickle.loads(pickle.dumps(NotText(Path("a"), "b")))
    assert (type(error), error.path, error.detail) == (NotText, Path("a"), "b")
    assert isinstance(error, UserError)


def test_the_task_can_be_sent():
    import pickle

    assert pickle.loads(pickle.dumps(partial(annotate_file, accept_at=0.5))).keywords == {"accept_at": 0.5}
    assert batch.Outcome(Path("a"), "done").error is None
