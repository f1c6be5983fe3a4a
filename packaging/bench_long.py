"""A clean file of 1,000,000 characters in the window; the last line printed is JSON.

python packaging/bench_long.py window|bare-gaps
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from driven_window import Gaps, clean_text, idle, new_workplace, percentile, timed, until  # noqa: E402
from PySide6.QtCore import QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: E402

LONG = 1_000_000
UNSETTLED = 5
"""Gaps that are left out: the loop has only begun."""


def window() -> dict[str, float]:
    """Its first screen, in a window in which the models are there.

    And the event loop while models load and the file is marked, beside a bare one in a process of its own.
    """
    from gui.app import make_application
    from gui.controllers import core_work

    text = clean_text(LONG)
    app = make_application()
    bare = QTextEdit()
    bare.resize(1000, 800)
    bare.show()
    app.processEvents()
    bare_seconds, bare_work = timed(partial(bare.setPlainText, text), bare.viewport().repaint)
    bare.close()
    workplace = new_workplace()
    idle(0.3)
    loop = subprocess.Popen(
        [sys.executable, __file__, "bare-gaps"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    gaps = Gaps()
    loaded: list[None] = []
    workplace.background.gather(core_work.warm_up, loaded.append, lane="measuring")
    until(lambda: bool(loaded))
    path = Path(tempfile.mkdtemp()) / "large.txt"
    path.write_text(text, encoding="utf-8")
    shown = QEventLoop()
    workplace.articles.opened.connect(shown.quit)
    began = time.perf_counter()
    paint = workplace.parts.article.viewport().repaint
    first, first_work = timed(partial(workplace.articles.open, path), shown.exec, paint)
    until(lambda: bool(workplace.session.document and workplace.session.document.annotations), 600)
    idle(0.5)
    marked = time.perf_counter() - began
    printed, _ = loop.communicate()
    bare_gaps: dict[str, float] = json.loads(printed)
    return {
        "first_screen_ratio": first / bare_seconds,
        "first_screen_work_ratio": first_work / bare_work,
        "marked_s": marked,
        **{f"gap_{name}": figure for name, figure in _worst(gaps.milliseconds).items()},
        **{f"work_{name}": figure for name, figure in _worst(gaps.work).items()},
        **{f"bare_{name}": figure for name, figure in bare_gaps.items()},
    }


def bare_gaps() -> dict[str, float]:
    """The gaps of an event loop that has nothing to do, until standard input ends: the machine's own."""
    app = QApplication([])
    gaps, reader = Gaps(), Thread(target=sys.stdin.read, daemon=True)
    reader.start()
    while reader.is_alive():
        app.processEvents()
        idle(0.05)
    return _worst(gaps.milliseconds)


def _worst(milliseconds: list[float]) -> dict[str, float]:
    settled = milliseconds[UNSETTLED:]
    return {"p999_ms": percentile(settled, 0.999), "max_ms": max(settled)}


if __name__ == "__main__":
    print(json.dumps({"window": window, "bare-gaps": bare_gaps}[sys.argv[1]]()))
