"""A window driven by a program: opened, waited for, and measured while it works."""

from __future__ import annotations

import random
import re
import resource
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.workplace import Workplace

ROOT = Path(__file__).resolve().parent.parent
_PLACE = tempfile.TemporaryDirectory(prefix="danqian-")
SENTENCE = re.compile("[^。”\\n][^。\\n]{11,}。")


class Gaps:
    """How long the event loop kept a timer of 5 ms waiting.

    ``work`` is what this process did on the processor in each of these waits: unlike the wait itself it does
    not grow when other programs keep the machine busy.
    """

    def __init__(self) -> None:
        self.milliseconds: list[float] = []
        self.work: list[float] = []
        self._last, self._last_work = time.perf_counter(), time.process_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now, work = time.perf_counter(), time.process_time()
        self.milliseconds.append(1000 * (now - self._last))
        self.work.append(1000 * (work - self._last_work))
        self._last, self._last_work = now, work


def new_workplace() -> Workplace:
    """A window with everything in it, with settings that are nobody's."""
    from gui.app import make_application, show_window

    if QApplication.instance() is None:
        make_application()
    made: list[Workplace] = []
    show_window(new_settings(), made.append)
    until(lambda: bool(made))
    return made[0]


def new_settings() -> QSettings:
    """Settings in a new file."""
    return QSettings(str(new_folder() / "settings.ini"), QSettings.Format.IniFormat)


def new_folder() -> Path:
    """An empty folder, which is gone when the process ends."""
    return Path(tempfile.mkdtemp(dir=_PLACE.name))


def open_article(workplace: Workplace, data: bytes, pause: float = 0.3) -> None:
    """Open an article of these bytes, and wait until it is marked and for ``pause`` seconds more."""
    path = new_folder() / "article.txt"
    path.write_bytes(data)
    workplace.articles.open(path)
    until(lambda: workplace.session.path == path and is_marked(workplace))
    idle(pause)


def is_marked(workplace: Workplace) -> bool:
    """Whether the open article has its marks."""
    document = workplace.session.document
    return document is not None and bool(document.annotations)


def clean_text(length: int) -> str:
    """Undamaged news of so many characters, the same each time.

    The lines of sound articles one after another, their sentences dealt out anew: no paragraph stands twice.
    """
    folder = ROOT / "tests" / "data" / "checks" / "sound"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    sentences = [found[0] for text in texts for found in SENTENCE.finditer(text)]
    chance, lines, size = random.Random(0), list[str](), 0
    for line in cycle("\n".join(texts).split("\n")):
        count = len(SENTENCE.findall(line))
        lines.append("".join(chance.choices(sentences, k=max(2, count))) if count else line)
        size += len(lines[-1]) + 1
        if size > length:
            return "\n".join(lines)[:length]
    raise AssertionError


def until(is_done: Callable[[], bool], limit: float = 60) -> None:
    """Let the window work until something is done; ``TimeoutError`` after ``limit`` seconds.

    In an event loop of its own: ``QTest.qWait`` keeps Python's lock, and every other thread waits with it.
    """
    began, loop, clock = time.perf_counter(), QEventLoop(), QTimer()

    def look() -> None:
        if is_done() or time.perf_counter() - began > limit:
            loop.quit()

    clock.timeout.connect(look)
    clock.start(1)
    QTimer.singleShot(0, look)
    loop.exec()
    if not is_done():
        raise TimeoutError


def idle(seconds: float) -> None:
    """Let the window work for so many seconds."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def timed(*acts: Callable[[], object]) -> tuple[float, float]:
    """Seconds that acts took one after the other, and how many of them the program worked."""
    began, work_began = time.perf_counter(), time.process_time()
    for act in acts:
        act()
    return time.perf_counter() - began, time.process_time() - work_began


def percentile(figures: list[float], share: float) -> float:
    """The figure below which ``share`` (0 to 1) of them lie."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def peak_megabytes() -> float:
    """The most memory that this process has held.

    As ``/proc`` counts it: ``getrusage`` counts what the process held that started this one, too.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


def megabytes_now() -> float:
    """The memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20
