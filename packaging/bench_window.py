"""One measurement of the window, in a process of its own; the last line printed is JSON.

python packaging/bench_window.py start|bare-start|memory|bare-memory|keys|growth
python packaging/bench_window.py dataset FOLDER
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

BEGAN = time.perf_counter()
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from driven_window import (  # noqa: E402
    Gaps,
    clean_text,
    idle,
    is_marked,
    megabytes_now,
    new_settings,
    new_workplace,
    open_article,
    peak_megabytes,
    percentile,
    timed,
    until,
)
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

if TYPE_CHECKING:
    from core.document import Document
    from gui.workplace import Workplace

SAMPLE = ROOT / "resources" / "samples" / "chongqing.txt"
MARKS, APART = 2000, 50
WORDS = ("云溪市", "丁春志", "统计局", "马家沟")
KEYS = 60


def start() -> dict[str, float]:
    """From the start of the process to the window's first paint, and until everything is in it."""
    from gui.app import make_application, show_window

    app = make_application()
    made: list[Workplace] = []
    window = show_window(new_settings(), made.append)
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
    workplace = new_workplace()
    open_article(workplace, SAMPLE.read_bytes())
    return {"megabytes": peak_megabytes()}


def bare_memory() -> dict[str, float]:
    """The same with PySide6 and jieba's tagger loaded and nothing done."""
    import jieba.posseg

    app = QApplication([])
    window = QMainWindow()
    window.show()
    list(jieba.posseg.cut("重庆"))
    app.processEvents()
    return {"megabytes": peak_megabytes()}


def keys() -> dict[str, float]:
    """In an article of 100,000 characters with 2,000 marks: from a key to the repaint, and 500 marks at once.

    The keys step through marks and accept them; then what was decided on one mark goes to the 499 others on
    the same words, and is undone.
    """
    workplace = new_workplace()
    open_article(workplace, SAMPLE.read_bytes())
    workplace.parts.actions_table["view.annotate"].trigger()
    workplace.session.open(_marked(workplace), None)
    idle(0.5)
    steps = [_repainted(workplace, lambda: workplace.marking.go(1)) for _ in range(KEYS)]
    accepts = [_repainted(workplace, workplace.marking.confirm) for _ in range(KEYS)]
    spreads, undos = [], []
    for _ in range(5):
        for times, action_id in ((spreads, "mark.same"), (undos, "edit.undo")):
            idle(0.5)
            times.append(_repainted(workplace, workplace.parts.actions_table[action_id].trigger))
    workplace.session.undo_stack.setClean()
    return {
        "p95_ms": percentile([wall for wall, _ in steps], 0.95),
        "work_p95_ms": percentile([work for _, work in steps], 0.95),
        "accept_p95_ms": percentile([wall for wall, _ in accepts], 0.95),
        "spread_ms": statistics.median(wall for wall, _ in spreads),
        "spread_work_ms": statistics.median(work for _, work in spreads),
        "undo_ms": statistics.median(wall for wall, _ in undos),
    }


def _marked(workplace: Workplace) -> Document:
    """The open article with another text: a mark every 50 characters, four words in turn."""
    from core.text.spans import Span  # not at the top: a bare window is timed from the start of this module

    document = workplace.session.document
    assert document is not None
    pattern = document.live_annotations()[0]
    signs = list(clean_text(MARKS * APART))
    spans = [Span(start, start + len(WORDS[0])) for start in range(0, len(signs), APART)]
    for number, span in enumerate(spans):
        signs[span.start : span.end] = WORDS[number % len(WORDS)]
    text = "".join(signs)
    marks = tuple(
        replace(
            pattern, id=f"a{number}", span=span, source=span, quote=span.of(text), entity=None, status="auto"
        )
        for number, span in enumerate(spans)
    )
    return replace(
        document, text=text, source_text=text, repairs=(), annotations=marks, entities=(), findings=()
    )


def _repainted(workplace: Workplace, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from an act until the article is painted, and how many of them the program worked."""
    paint = workplace.parts.article.viewport().repaint
    passed, worked = timed(act, paint, QApplication.processEvents)
    return 1000 * passed, 1000 * worked


def growth() -> dict[str, float]:
    """How much the memory grows from the 100th to the 1,100th article opened and closed."""
    workplace = new_workplace()
    data = clean_text(600).encode()
    sizes = []
    for number in range(1100):
        open_article(workplace, data + str(number).encode(), pause=0)
        if number in (100, 1099):
            sizes.append(megabytes_now())
    return {"megabytes": sizes[1] - sizes[0]}


def dataset() -> dict[str, float]:
    """A folder of many articles (the second argument): its list, search in it, and the next article."""
    folder = Path(sys.argv[2])
    workplace = new_workplace()
    panel, find = workplace.parts.files_panel, workplace.parts.find_panel
    idle(0.5)
    gaps = Gaps()
    read: list[float] = []
    workplace.folder.changed.connect(lambda: read.append(time.perf_counter()))
    began = time.perf_counter()
    workplace.articles.open_folder(folder)
    until(lambda: len(panel.files()) > 0)
    panel.list.viewport().repaint()
    listed = time.perf_counter() - began
    until(lambda: bool(read), 600)  # asking the index itself would wait for whoever writes it
    cold = read[0] - began
    idle(1)
    figures = gaps.milliseconds[5:]
    until(lambda: workplace.session.document is not None)  # there is nothing to search from before
    workplace.parts.actions_table["edit.find_folder"].trigger()
    searches, work, asked = [], [], list[tuple[float, float]]()
    find.folder_query_changed.connect(lambda _: asked.append((time.perf_counter(), time.process_time())))
    for words in ("企业", "记者", "去年", "万元", "全市"):
        asked.clear()
        find.field.setText(words)  # the question is put a moment after the last key
        until(lambda words=words: bool(find.model.rows) and find.model.rows[0].place.words == words)
        find.list.viewport().repaint()
        searches.append(1000 * (time.perf_counter() - asked[0][0]))
        work.append(1000 * (time.process_time() - asked[0][1]))
        idle(0.5)
    find.close_requested.emit()
    steps = _steps(workplace, 20)
    return {
        "listed_s": listed,
        "indexed_s": cold,
        "gap_p999_ms": percentile(figures, 0.999),
        "gap_max_ms": max(figures),
        "search_ms": statistics.median(searches),
        "search_work_ms": statistics.median(work),
        "next_ms": statistics.median(wall for wall, _ in steps),
        "next_work_ms": statistics.median(work for _, work in steps),
    }


def _steps(workplace: Workplace, count: int) -> list[tuple[float, float]]:
    """From the key for the next article until it is painted with its marks: as ``_repainted`` has it."""
    times = []
    for _ in range(count):
        before = workplace.session.path
        began, work_began = time.perf_counter(), time.process_time()
        workplace.parts.actions_table["file.next"].trigger()
        until(lambda before=before: workplace.session.path != before and is_marked(workplace))
        workplace.parts.article.viewport().repaint()
        times.append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - work_began)))
        idle(1)  # a person looks at it, at least so long
    return times[1:]


if __name__ == "__main__":
    measured = {
        "start": start,
        "bare-start": bare_start,
        "memory": memory,
        "bare-memory": bare_memory,
        "keys": keys,
        "growth": growth,
        "dataset": dataset,
    }[sys.argv[1]]()
    print(json.dumps(measured))
