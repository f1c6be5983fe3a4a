"""Many files: each by itself, whatever happens to the others."""

import os
import pickle
import signal
import sys
from pathlib import Path

import pytest

from core.batch import Outcome, run
from core.errors import FileMissing, NotText, UserError
from core.files.source import read_source


def middling(path: Path) -> Outcome:
    """A task that meets every fate, by the name of the file."""
    fate = read_source(path).path.stem
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
    error = pickle.loads(pickle.dumps(NotText(Path("a"), "b")))
    assert (type(error), error.path, error.detail) == (NotText, Path("a"), "b")
    assert isinstance(error, UserError)
