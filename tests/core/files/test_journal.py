"""Unsaved work is there after a crash, whole, and only for the sidecar that it belongs to."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import edits, pipeline, sidecar
from core.edits import Author
from core.errors import SaveFailed
from core.files import journal
from core.files.source import read_source

NOW = "2026-01-05T08:40:36+08:00"
TEXT = "1月5日，全市落实协同发展项目184个。\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "报 1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def document(article):
    return edits.accept_all(pipeline.annotate(read_source(article)), Author("甲", NOW))


def keep(document, article, folder, at=NOW, expected=None):
    target = sidecar.sidecar_path(article)
    journal.record(document, article, target, expected=expected, now=at, folder=folder)
    return target


def test_what_was_written_down_is_recovered(document, article, tmp_path):
    target = keep(document, article, tmp_path, expected="d" * 64)
    unsaved = journal.recover(target, folder=tmp_path)
    assert (unsaved.article, unsaved.sidecar, unsaved.expected, unsaved.at) == (
        article,
        target,
        "d" * 64,
        NOW,
    )
    opened = sidecar.load_data(unsaved.data, target, read_source(article))
    assert opened.document == document
    assert not target.exists()


def test_each_sidecar_has_its_own(document, article, tmp_path):
    keep(document, article, tmp_path)
    assert journal.recover(sidecar.sidecar_path(article, "乙"), folder=tmp_path) is None


def test_the_latest_state_counts_and_saving_forgets_it(document, article, tmp_path):
    target = keep(document, article, tmp_path)
    keep(edits.remove(document, document.annotations[0].id, Author("甲", NOW)), article, tmp_path)
    assert b'"rejected"' in journal.recover(target, folder=tmp_path).data
    journal.discard(target, folder=tmp_path)
    journal.discard(target, folder=tmp_path)
    assert journal.recover(target, folder=tmp_path) is None


def test_all_unsaved_work_is_found_at_the_start(document, article, tmp_path):
    keep(document, article, tmp_path, at="2026-01-01T00:00:00+08:00")
    keep(document, article.with_name("b.txt"), tmp_path, at="2026-01-02T00:00:00+08:00")
    assert [u.article.name for u in journal.pending(folder=tmp_path)] == ["b.txt", article.name]


@pytest.mark.parametrize("damage", [lambda d: d[:-5], lambda d: d[5:], lambda d: b"", lambda d: b"\xff" + d])
def test_a_damaged_journal_is_no_work(document, article, tmp_path, damage):
    target = keep(document, article, tmp_path)
    [file] = tmp_path.glob("*.journal")
    file.write_bytes(damage(file.read_bytes()))
    assert journal.recover(target, folder=tmp_path) is None
    assert journal.pending(folder=tmp_path) == ()


def test_a_folder_that_cannot_be_written_is_told(document, article):
    with pytest.raises(SaveFailed):
        keep(document, article, article)
    assert journal.pending(folder=article) == ()


def test_journals_are_in_the_users_own_folder(document, article):
    target = keep(document, article, None)
    assert journal.recover(target).article == article
    assert journal.journal_folder() not in article.parents
    journal.discard(target)


KEEPING = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from core import pipeline
from core.files import journal
from core.files.source import read_source

article, target, folder = map(Path, sys.argv[1:])
document = pipeline.open_article(read_source(article))
for turn in count(1):
    turned = replace(document, x={"turn": turn})
    journal.record(turned, article, target, expected=None, now="2026-01-05T08:40:36+08:00", folder=folder)
    print(turn, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_killed_at_any_moment_the_last_state_written_down_is_recovered(article, tmp_path):
    target = sidecar.sidecar_path(article)
    command = [sys.executable, "-c", KEEPING, str(article), str(target), str(tmp_path)]
    for pause in (0.001, 0.017, 0.031):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            first = process.stdout.readline()
            time.sleep(pause)
            process.kill()
            written = [first, *process.stdout]
        unsaved = journal.recover(target, folder=Path(tmp_path))
        opened = sidecar.load_data(unsaved.data, target, read_source(article))
        assert opened.document.x["turn"] >= int(written[-1])
