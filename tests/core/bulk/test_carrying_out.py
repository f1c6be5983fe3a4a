"""An act on many files is carried out as a whole, taken back as a whole, and finished after a crash."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from core.bulk import Change, carry_out, carrying_out, recover, take_back
from core.bulk.journal import Journal, journals_in
from core.errors import SaveFailed, SidecarChanged

FILES, KILLS = 200, 12
ACT = """
import sys
from pathlib import Path
from core.bulk import Change, carry_out
files, acts = Path(sys.argv[1]), Path(sys.argv[2])
changes = [Change(p, p.read_bytes(), b"new " + p.read_bytes()) for p in sorted(files.glob("*.json"))]
print("ready", flush=True)
carry_out(changes, folder=acts)
"""

RECOVERY = """
import sys
from pathlib import Path
from core.bulk import recover
recover(folder=Path(sys.argv[1]))
"""


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def are(changes: list[Change], when: str) -> bool:
    return all(content(change.path) == getattr(change, when) for change in changes)


def keep_now(path: Path, before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
    return now


def test_all_files_are_changed_and_changed_back(changes: list[Change], acts: Path) -> None:
    seen: list[int] = []
    journal = carry_out(iter(changes), folder=acts, advance=seen.append)
    assert are(changes, "after")
    assert seen == list(range(1, len(changes) + 1))
    carry_out(take_back(journal, keep_now), folder=acts)
    assert are(changes, "before")


def test_what_was_changed_since_is_kept_when_the_act_is_undone(changes: list[Change], acts: Path) -> None:
    journal = carry_out(changes, folder=acts)
    changes[3].path.write_bytes(b"new 3 and more")

    def without(path: Path, before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
        assert (path, before, after, now) == (changes[3].path, b"old 3", b"new 3", b"new 3 and more")
        return b"old 3 and more"

    carry_out(take_back(journal, without), folder=acts)
    assert content(changes[3].path) == b"old 3 and more"
    assert are(changes[:3] + changes[4:], "before")


def test_a_file_that_is_not_as_it_was_read_stops_the_act(changes: list[Change], acts: Path) -> None:
    changes[7].path.write_bytes(b"somebody else's")
    with pytest.raises(SidecarChanged) as raised:
        carry_out(changes, folder=acts)
    assert raised.value.path == changes[7].path
    assert content(changes[7].path) == b"somebody else's"
    assert are(changes[:7] + changes[8:], "before")
    assert list(journals_in(acts)) == []


def test_a_file_that_cannot_be_written_stops_the_act(
    changes: list[Change], acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = carrying_out.replace_file, []

    def full(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 6:
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(carrying_out, "replace_file", full)
    with pytest.raises(SaveFailed):
        carry_out(changes, folder=acts)
    assert are(changes, "before")


def test_an_act_can_be_stopped_by_the_person(changes: list[Change], acts: Path) -> None:
    def stop(done: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(changes, folder=acts, advance=stop)
    assert are(changes, "before")


def test_without_a_place_for_the_journal_nothing_is_done(changes: list[Change], tmp_path: Path) -> None:
    with pytest.raises(SaveFailed):
        carry_out(changes, folder=tmp_path / "none")
    assert are(changes, "before")


def test_a_journal_that_was_not_finished_is_forgotten(changes: list[Change], acts: Path) -> None:
    (acts / "0-1.act").write_bytes(b"")
    (acts / "0-2.act").write_bytes(b"half a")
    assert recover(folder=acts) == 0
    assert list(journals_in(acts)) == []


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR])
def test_a_journal_that_cannot_be_opened_now_is_finished_later(
    changes: list[Change], acts: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    interrupted = Journal.begin(changes, acts)
    real = sqlite3.connect

    def connect(file: Path, **options: Any) -> sqlite3.Connection:
        if file == interrupted.file:
            error = sqlite3.OperationalError("not now")
            error.sqlite_errorcode = code
            raise error
        return real(file, **options)

    other = Change(acts.parent / "other.json", None, b"new")
    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", connect)
        assert recover(folder=acts) == 0
        carry_out([other], folder=acts)
    assert content(other.path) == b"new"
    assert are(changes, "before")
    assert recover(folder=acts) == 1
    assert are(changes, "after")


def test_an_interrupted_withdrawal_goes_on(changes: list[Change], acts: Path) -> None:
    journal = Journal.begin(changes, acts)
    for change in changes[:4]:
        change.path.write_bytes(change.after or b"")
    journal.set_phase("back")
    assert recover(folder=acts) == 1
    assert are(changes, "before")


def test_recovery_leaves_what_somebody_has_saved_since(changes: list[Change], acts: Path) -> None:
    Journal.begin(changes, acts)
    changes[2].path.write_bytes(b"somebody else's")
    assert recover(folder=acts) == 1
    assert content(changes[2].path) == b"somebody else's"
    assert are(changes[:2] + changes[3:], "after")
    assert recover(folder=acts) == 0


def test_an_act_that_another_window_carries_out_is_left_alone(changes: list[Change], acts: Path) -> None:
    def look(done: int) -> None:
        subprocess.run([sys.executable, "-c", RECOVERY, str(acts)], check=True)
        assert [journal.phase for journal in journals_in(acts)] == ["forward"]

    carry_out(changes[:1], folder=acts, advance=look)


def test_only_the_last_acts_are_kept(changes: list[Change], acts: Path) -> None:
    for number in range(25):
        path = changes[0].path
        carry_out([Change(path, content(path), str(number).encode())], folder=acts)
    assert len(list(journals_in(acts))) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_process_killed_at_any_moment_leaves_all_or_nothing(tmp_path: Path, acts: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    chance = random.Random(8)
    halves = 0
    for _ in range(KILLS):
        for number in range(FILES):
            (files / f"{number:03}.json").write_bytes(b"x" * 400 + str(number).encode())
        old = {path.name: path.read_bytes() for path in files.glob("*.json")}
        process = subprocess.Popen([sys.executable, "-c", ACT, str(files), str(acts)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.35))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        halves += _changed(files, old) not in (0, FILES)
        recover(folder=acts)
        assert _changed(files, old) in (0, FILES)
        assert all(journal.phase == "done" for journal in journals_in(acts))
    assert halves, "no kill hit the middle of an act"


def _changed(files: Path, old: dict[str, bytes]) -> int:
    """How many files hold the new text; each holds either the old one or the new one."""
    now = {path.name: path.read_bytes() for path in files.glob("*.json")}
    assert now.keys() == old.keys()
    new = {name for name in now if now[name] == b"new " + old[name]}
    assert all(now[name] == old[name] for name in now.keys() - new)
    return len(new)
