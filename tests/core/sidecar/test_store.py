"""Saving: all or nothing, whatever happens in the middle."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from core import edits, sidecar
from core.errors import SaveFailed, SidecarChanged
from core.sidecar import digest_of, load, save, sidecar_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture
def path(article):
    return sidecar_path(article)


def files(folder):
    return sorted(p.name for p in folder.iterdir())


def test_a_save_leaves_only_the_sidecar(document, path):
    digest = save(document, path, expected=None)
    assert digest == digest_of(path)
    assert files(path.parent) == ["a.txt", path.name]
    assert path.stat().st_mode & 0o777 == (path.parent / "a.txt").stat().st_mode & 0o777


def test_saving_again_replaces_what_was_saved(document, path, author):
    first = save(document, path, expected=None)
    changed = edits.accept_all(document, author)
    assert save(changed, path, expected=first) != first


def test_what_somebody_else_saved_is_not_replaced(document, path, author):
    first = save(document, path, expected=None)
    theirs = save(edits.accept_all(document, author), path, expected=first)
    with pytest.raises(SidecarChanged):
        save(document, path, expected=first)
    with pytest.raises(SidecarChanged):
        save(document, path, expected=None)
    assert digest_of(path) == theirs
    path.unlink()
    with pytest.raises(SidecarChanged):
        save(document, path, expected=first)


def test_a_link_stays_a_link(document, path, tmp_path):
    elsewhere = tmp_path / "elsewhere.json"
    path.symlink_to(elsewhere)
    save(document, path, expected=None)
    assert path.is_symlink()
    assert elsewhere.exists()


def test_a_folder_that_cannot_be_written(document, article):
    target = article / "a.danqian.json"  # a file where a folder should be
    with pytest.raises(SaveFailed):
        save(document, target, expected=None)
    with pytest.raises(SaveFailed):
        save(document, article.parent / "none" / "a.danqian.json", expected=None)
    with pytest.raises(SaveFailed):
        save(document, article.with_name("x" * 300), expected=None)
    assert files(article.parent) == ["a.txt"]


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(document, path):
    path.parent.chmod(0o500)
    try:
        with pytest.raises(SaveFailed):
            save(document, path, expected=None)
    finally:
        path.parent.chmod(0o700)


def test_a_disk_that_fails_leaves_the_old_sidecar(document, path, author, monkeypatch):
    first = save(document, path, expected=None)

    def failing(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(SaveFailed, match="No space"):
        save(edits.accept_all(document, author), path, expected=first)
    assert digest_of(path) == first
    assert files(path.parent) == ["a.txt", path.name]


def test_an_interruption_leaves_the_old_sidecar(document, path, author, monkeypatch):
    first = save(document, path, expected=None)

    def interrupted(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(edits.accept_all(document, author), path, expected=first)
    assert digest_of(path) == first
    assert files(path.parent) == ["a.txt", path.name]


SAVING = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from core.sidecar import load, save
from core.files.source import read_source

article, sidecar, mode, limit = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
opened = load(sidecar, read_source(article))


def save_next(opened):
    document = replace(opened.document, x={"turn": opened.document.x.get("turn", 0) + 1})
    try:
        return replace(opened, document=document, digest=save(document, sidecar, expected=opened.digest))
    except Exception as error:
        print(type(error).__name__, error, flush=True)
        sys.exit(3)


def die_at(step):
    "Every write, fsync and replacement counts before and after; the process dies at one of them."
    steps = iter(range(1, 1000))

    def count():
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(call):
        def called(*args, **options):
            count()
            result = call(*args, **options)
            count()
            return result
        return called

    class Piecemeal:
        def __init__(self, file): self.file = file
        def __enter__(self): return self
        def __exit__(self, *error): self.file.close()
        def __getattr__(self, name): return getattr(self.file, name)
        def write(self, data):
            size = 1 + len(data) // 5
            for place in range(0, len(data), size):
                count()
                self.file.write(data[place : place + size])
                self.file.flush()

    opening = Path.open

    def open_piecemeal(self, *mode, **options):
        file = opening(self, *mode, **options)
        return Piecemeal(file) if "wb" in mode else file

    Path.open = open_piecemeal
    os.fsync, os.replace = counted(os.fsync), counted(os.replace)


if mode == "killed":
    for step in range(1, 100):
        child = os.fork()
        if not child:
            die_at(step)
            save_next(opened)
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        opened = load(sidecar, read_source(article))
        print(status, opened.document.x["turn"], len(opened.document.annotations), flush=True)
        if not status:
            break
elif mode == "limited":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    save_next(opened)
else:
    while True:
        opened = save_next(opened)
        print(opened.document.x["turn"], flush=True)
"""


def saving(article, path, mode, limit=0):
    command = [sys.executable, "-c", SAVING, str(article), str(path), mode, str(limit)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


@posix
def test_killed_at_every_step_of_a_save_the_sidecar_is_whole(document, article, path):
    save(replace(document, x={"turn": 0}), path, expected=None)
    with saving(article, path, "killed") as process:
        rows = [tuple(map(int, line.split())) for line in process.stdout]
    *killed, last = rows
    assert len(killed) >= 9
    assert {status for status, _, _ in killed} == {-signal.SIGKILL}
    assert last[0] == 0
    turns = [turn for _, turn, _ in rows]
    assert turns == sorted(turns)
    assert turns[0] == 0
    assert {count for _, _, count in rows} == {len(document.annotations)}
    assert files(path.parent) == ["a.txt", path.name]


@posix
def test_killed_at_any_moment_of_many_saves_nothing_that_was_confirmed_is_lost(
    document, article, path, source
):
    save(document, path, expected=None)
    for pause in (0.002, 0.023):
        with saving(article, path, "loop") as process:
            first = process.stdout.readline()
            time.sleep(pause)
            process.kill()
            confirmed = [first, *process.stdout]
        assert load(path, source).document.x["turn"] >= int(confirmed[-1])


@posix
def test_no_space_is_told_and_nothing_is_lost(document, article, path):
    digest = save(document, path, expected=None)
    with saving(article, path, "limited", 1000) as process:
        told = process.stdout.read()
    assert process.returncode == 3
    assert told.startswith("SaveFailed")
    assert digest_of(path) == digest
    assert files(path.parent) == ["a.txt", path.name]


@posix
def test_two_programs_that_save_at_once_do_not_overwrite_each_other(document, article, path, source):
    save(document, path, expected=None)
    with saving(article, path, "loop") as one, saving(article, path, "loop") as other:
        first = [one.stdout.readline(), other.stdout.readline()]
        time.sleep(0.3)
        one.kill()
        other.kill()
        lines = [*first, *one.stdout, *other.stdout]
    assert any(line.startswith("SidecarChanged") for line in lines)
    assert load(path, source).document.x["turn"] >= max(int(line) for line in lines if line[:-1].isdigit())


def test_saving_does_without_a_cache_folder(document, path, monkeypatch, tmp_path):
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    assert save(document, path, expected=None)


def test_a_sidecar_that_is_a_folder(document, path):
    path.mkdir()
    with pytest.raises(SaveFailed):
        save(document, path, expected=None)
    with pytest.raises(SaveFailed):
        save(document, path, expected=digest_of(path))
    assert sidecar.sidecars_of(path.with_name("a.txt")) == (path,)
