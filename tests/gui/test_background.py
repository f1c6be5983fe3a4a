import threading

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
