"""One measurement of the window, in a process of its own; the last line printed is JSON.

python packaging/bench_window.py start|bare-start|memory|bare-memory|keys|large|growth|dataset FOLDER
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

BEGAN = time.perf_counter()
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit  # noqa: E402

if TYPE_CHECKING:
    from gui.workplace import Workplace

SAMPLE = ROOT / "resources" / "samples" / "chongqing.txt"
MARKS = 2000
LARGE = 1_000_000
KEYS = 60


def start() -> dict[str, float]:
    """From the start of the process to the window's first paint, and until everything is in it."""
    from gui.app import make_application, show_window

    app = make_application()
    made: list[Workplace] = []
    window = show_window(_store(), made.append)
    window.repaint()
    up = time.perf_counter() - BEGAN
    while not made:
        app.processEvents()
    window.repaint()
    return {"seconds": up, "furnished_s": time.perf_counter() - BEGAN}


def bare_start() -> dict[str, float]:
    """The same for a window with nothing in it."""
    QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    window.repaint()
    return {"seconds": time.perf_counter() - BEGAN}


def memory() -> dict[str, float]:
    """The most memory held with the sample open and marked."""
    workplace = _workplace()
    _open(workplace, SAMPLE.read_bytes())
    return {"megabytes": _peak()}


def bare_memory() -> dict[str, float]:
    """The same with PySide6 and jieba's tagger loaded and nothing done."""
    import jieba.posseg

    app = QApplication([])
    window = QMainWindow()
    window.show()
    list(jieba.posseg.cut("重庆"))
    app.processEvents()
    return {"megabytes": _peak()}


def keys() -> dict[str, float]:
    """From a key that steps through marks to the repaint, in an article with 2,000 marks."""
    workplace = _workplace()
    article = workplace.parts.article
    _open(workplace, SAMPLE.read_bytes())
    document = workplace.session.document
    assert document is not None
    pattern = document.live_annotations()[0]
    text = document.text * (1 + MARKS * 12 // len(document.text))
    marks = tuple(
        replace(
            pattern, id=f"a{i}", span=type(pattern.span)(i * 12, i * 12 + 3), quote=text[i * 12 : i * 12 + 3]
        )
        for i in range(MARKS)
    )
    workplace.session.open(
        replace(document, text=text, source_text=text, repairs=(), annotations=marks), None
    )
    _idle(0.5)
    times = []
    for _ in range(KEYS):
        began = time.perf_counter()
        workplace.marking.go(1)
        article.viewport().repaint()
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - began))
    accepts = []
    for _ in range(KEYS):
        began = time.perf_counter()
        workplace.marking.confirm()
        article.viewport().repaint()
        QApplication.processEvents()
        accepts.append(1000 * (time.perf_counter() - began))
    workplace.session.undo_stack.setClean()
    return {"p95_ms": _percentile(times, 0.95), "accept_p95_ms": _percentile(accepts, 0.95)}


def large() -> dict[str, float]:
    """A clean file of 1,000,000 characters: its first screen, and the event loop while it is marked."""
    from gui.app import make_application

    text = _clean(LARGE)
    app = make_application()
    bare = QTextEdit()
    bare.resize(1000, 800)
    bare.show()
    app.processEvents()
    began = time.perf_counter()
    bare.setPlainText(text)
    bare.viewport().repaint()
    bare_seconds = time.perf_counter() - began
    bare.close()
    workplace = _workplace()
    _idle(0.3)
    gaps = _Gaps()
    path = Path(tempfile.mkdtemp()) / "large.txt"
    path.write_text(text, encoding="utf-8")
    shown = QEventLoop()
    workplace.articles.opened.connect(shown.quit)
    began = time.perf_counter()
    workplace.articles.open(path)
    shown.exec()
    workplace.parts.article.viewport().repaint()
    first = time.perf_counter() - began
    _until(lambda: bool(workplace.session.document and workplace.session.document.annotations), 600)
    _idle(0.5)
    figures = gaps.milliseconds[5:]
    return {
        "first_screen_ratio": first / bare_seconds,
        "gap_p999_ms": _percentile(figures, 0.999),
        "gap_max_ms": max(figures),
        "marked_s": time.perf_counter() - began,
    }


def growth() -> dict[str, float]:
    """How much the memory grows from the 100th to the 1,100th article opened and closed."""
    workplace = _workplace()
    data = _clean(600).encode()
    sizes = []
    for number in range(1100):
        _open(workplace, data + str(number).encode(), idle=0)
        if number in (100, 1099):
            sizes.append(_now())
    return {"megabytes": sizes[1] - sizes[0]}


def dataset() -> dict[str, float]:
    """A folder of many articles (the second argument): its list, search in it, and the next article."""
    folder = Path(sys.argv[2])
    workplace = _workplace()
    panel, find = workplace.parts.files_panel, workplace.parts.find_panel
    _idle(0.5)
    gaps = _Gaps()
    began = time.perf_counter()
    workplace.articles.open_folder(folder)
    _until(lambda: len(panel.files()) > 0)
    panel.list.viewport().repaint()
    listed = time.perf_counter() - began
    total = len(panel.files())
    _until(lambda: workplace.folder.index is not None and len(workplace.folder.index.states()) == total, 600)
    cold = time.perf_counter() - began
    _idle(1)
    figures = gaps.milliseconds[5:]
    workplace.parts.actions_table["edit.find_folder"].trigger()
    searches = []
    for words in ("企业", "记者", "去年", "万元", "全市"):
        find.field.setText(words)
        began = time.perf_counter()
        find.options.query_changed.emit()
        find.folder_query_changed.emit(find.options.query)
        _until(lambda words=words: bool(find.model.rows) and find.model.rows[0].place.words == words)
        find.list.viewport().repaint()
        searches.append(1000 * (time.perf_counter() - began))
        _idle(0.5)
    find.close_requested.emit()
    return {
        "listed_s": listed,
        "indexed_s": cold,
        "gap_p999_ms": _percentile(figures, 0.999),
        "gap_max_ms": max(figures),
        "search_ms": statistics.median(searches),
        "next_ms": statistics.median(_steps(workplace, 20)),
    }


def _steps(workplace: Workplace, count: int) -> list[float]:
    """The times from the key for the next article until it is painted with its marks, in milliseconds."""
    times = []
    for _ in range(count):
        before = workplace.session.path
        began = time.perf_counter()
        workplace.parts.actions_table["file.next"].trigger()
        _until(lambda before=before: workplace.session.path != before and _is_marked(workplace))
        workplace.parts.article.viewport().repaint()
        times.append(1000 * (time.perf_counter() - began))
        _idle(1)  # a person looks at it, at least so long
    return times[1:]


def _is_marked(workplace: Workplace) -> bool:
    document = workplace.session.document
    return document is not None and bool(document.annotations)


class _Gaps:
    """How long the event loop kept a timer of 5 ms waiting."""

    def __init__(self) -> None:
        self.milliseconds: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.milliseconds.append(1000 * (now - self._last))
        self._last = now


def _workplace() -> Workplace:
    from gui.app import make_application, show_window

    if QApplication.instance() is None:
        make_application()
    made: list[Workplace] = []
    show_window(_store(), made.append)
    _until(lambda: bool(made))
    return made[0]


def _store() -> QSettings:
    return QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)


def _open(workplace: Workplace, data: bytes, idle: float = 0.3) -> None:
    path = Path(tempfile.mkdtemp()) / "article.txt"
    path.write_bytes(data)
    workplace.articles.open(path)
    _until(lambda: workplace.session.path == path and bool(workplace.session.document.annotations))
    _idle(idle)


def _clean(length: int) -> str:
    folder = ROOT / "tests" / "data" / "checks" / "sound"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return (text * (1 + length // len(text)))[:length]


def _until(is_done: Callable[[], bool], limit: float = 60) -> None:
    began = time.perf_counter()
    while not is_done():
        QApplication.processEvents()
        QTest.qWait(1)
        if time.perf_counter() - began > limit:
            raise TimeoutError


def _idle(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QTest.qWait(5)


def _percentile(figures: list[float], share: float) -> float:
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _now() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    measured = {
        "start": start,
        "bare-start": bare_start,
        "memory": memory,
        "bare-memory": bare_memory,
        "keys": keys,
        "large": large,
        "growth": growth,
        "dataset": dataset,
    }[sys.argv[1]]()
    print(json.dumps(measured))
