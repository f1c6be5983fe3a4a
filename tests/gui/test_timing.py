"""The time that a person works on an article: what counts, and what it is added to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.document import Document, Progress
from gui.controllers.timing import Timing
from gui.session import Session


class Clock:
    """A clock that goes as a test says."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_pauses_do_not_count(document: Document) -> None:
    session, clock = Session(), Clock()
    timing = Timing(session, clock)
    session.open(document, None)
    for seconds in (40, 500, 25, 0.5):
        clock.now += seconds
        timing.notice()
    assert timing.stamped(document).progress.seconds == 65
    assert timing.stamped(document).progress.seconds == 65


def test_it_goes_on_from_what_was_counted_before(document: Document) -> None:
    session, clock = Session(), Clock()
    timing = Timing(session, clock)
    worked = replace(document, progress=Progress("in_progress", seconds=100))
    session.open(worked, None)
    clock.now += 20
    assert timing.stamped(worked).progress.seconds == 120
    later = replace(worked, progress=Progress("in_progress", seconds=130))  # of a colleague, say
    assert timing.stamped(later).progress.seconds == 130
    session.open(document, None)
    clock.now += 5
    assert timing.stamped(document).progress.seconds == 5


def test_keys_and_the_mouse_are_work(qtbot: QtBot, document: Document) -> None:
    session, clock, window = Session(), Clock(), QWindow()
    timing = Timing(session, clock)
    timing.watch(window)
    session.open(document, None)
    for _ in range(3):
        clock.now += 30
        QTest.keyClick(window, Qt.Key.Key_A)
    clock.now += 300
    assert timing.stamped(document).progress.seconds == 90
