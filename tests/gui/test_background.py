import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from gui.background import Background


def test_a_result_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    background, seen = Background(), []
    here = threading.get_ident()

    def done(result: int) -> None:
        seen.append((result, threading.get_ident() == here))

    background.run("open", lambda: 42, done, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]


def test_a_failure_arrives_as_the_error(qtbot: QtBot) -> None:
    background, failures = Background(), []
    error = ValueError("no")

    def fail() -> None:
        raise error

    background.run("open", fail, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures == [error]


def test_an_older_result_is_stale_once_a_newer_call_began(qtbot: QtBot) -> None:
    background, seen = Background(), []
    gate = threading.Event()
    background.run("open", lambda: gate.wait(5) and "old", seen.append, seen.append)
    background.run("open", lambda: "new", seen.append, seen.append)
    background.run("save", lambda: "other lane", seen.append, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    gate.set()
    assert background.wait(5000)
    qtbot.wait(20)
    assert sorted(seen) == ["new", "other lane"]


def test_what_is_stale_before_a_thread_is_free_is_not_gathered(qtbot: QtBot) -> None:
    """Each mark of a long article that was accepted asked for all rows anew, one after another."""
    background, worked, seen = Background(threads=1), [], []
    gate = threading.Event()
    background.run("open", lambda: gate.wait(5), lambda _: None, seen.append)
    for number in range(3):
        background.gather(lambda number=number: worked.append(number) or number, seen.append)
    background.gather(lambda: worked.append("other") or "other", seen.append, lane="other")
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert worked == seen == [2, "other"]


def test_nothing_is_started_behind_the_end(qtbot: QtBot) -> None:
    """A timer that began a call while the window was deleted made the deletion wait for ever."""
    background, seen = Background(), []
    background.gather(lambda: seen.append("before"), len)
    assert background.end(5000)
    background.gather(lambda: seen.append("behind"), len)
    assert background.wait(5000)
    assert seen == ["before"]


def test_nothing_that_was_worked_with_is_kept(qtbot: QtBot) -> None:
    """An index of a folder that had been left stayed open with its file."""

    class Index:
        def states(self) -> bytes:
            return b"".join(bytes([number % 256]) for number in range(20_000))

    background = Background()
    kept = weakref.WeakSet[Index]()
    waiting = [300]

    def read_on(_: object = None) -> None:
        for lane in ("names", "states", "copies") if waiting[0] > 0 else ():
            index = Index()
            kept.add(index)
            waiting[0] -= 1
            background.gather(index.states, read_on if lane == "copies" else len, lane=lane)

    read_on()
    qtbot.waitUntil(lambda: waiting[0] <= 0)
    assert background.wait(5000)
    qtbot.wait(20)
    gc.collect()
    assert not kept
