"""Prints every speed and memory bar of the design, side by side in one run on fixed inputs: ``make bench``.

    python packaging/bench.py [--runs N]

A ratio compares medians of the same run, so a slow machine slows both sides. Bars that need a window run in
processes of their own (``bench_window.py``, ``bench_long.py``).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.article import ReadingText  # noqa: E402
from core.files.source import source_of  # noqa: E402
from core.language.script import convert  # noqa: E402
from core.pipeline import annotate  # noqa: E402
from core.recognition import RECOGNIZERS, recognize  # noqa: E402
from core.recognition.names import find_names  # noqa: E402
from core.recognition.overlaps import resolve_overlaps  # noqa: E402
from core.recognition.quantities import find_quantities  # noqa: E402
from core.recognition.times import find_times  # noqa: E402
from core.restoration import restore  # noqa: E402
from core.restoration.damage import Chain, damage  # noqa: E402

SOUND = ROOT / "tests" / "data" / "checks" / "sound"
GLOSSED = "發對於開個這會業關產點與將實現進區縣協農萬達動質環經濟國際學體驗"
WINDOW = Path(__file__).with_name("bench_window.py")
LONG = Path(__file__).with_name("bench_long.py")


def clean_text() -> str:
    """Thirty-odd sound articles, one after another: about 18,000 characters."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SOUND.glob("*.txt")))


def damaged_text(clean: str) -> str:
    """The same as a mirror site would show it."""
    return damage(convert(clean, to="hant"), Chain(GLOSSED, "，"))


def in_turn(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median time of each work in seconds, after one call that is not counted.

    They are done in turn, so that a clock that changes changes all of them.
    """
    times: list[list[float]] = []
    for _ in range(runs + 1):
        times.append([])
        for work in works:
            began = time.perf_counter()
            work()
            times[-1].append(time.perf_counter() - began)
    return [statistics.median(row) for row in zip(*times[1:], strict=True)]


def measure_core(runs: int) -> None:
    """The bars without a window."""
    import jieba.posseg

    clean = clean_text()
    damaged, short = damaged_text(clean), clean[:1000]
    for name, text in (("clean", clean), ("damaged", damaged), ("short", short)):
        print(f"input {name}: {len(text)} characters, sha256 {sha256(text.encode()).hexdigest()[:16]}")
    reading = ReadingText.of_body(clean, clean)
    source, short_source = (source_of(text.encode(), "a.txt") for text in (clean, short))
    rest = [find for find in RECOGNIZERS if find is not find_names]
    posseg, whole, without, names, values, all_found = in_turn(
        runs,
        lambda: list(jieba.posseg.cut(clean)),
        lambda: annotate(source),
        lambda: resolve_overlaps(m for find in rest for m in find(reading)),
        lambda: list(find_names(reading)),
        lambda: (list(find_quantities(reading)), list(find_times(reading))),
        lambda: recognize(reading),
    )
    print(f"jieba.posseg: {posseg:.3f} s, {len(clean) / posseg:,.0f} characters/s")
    show("whole pipeline / posseg", whole / posseg, "≤ 2.5")
    show("recognition without names / posseg", without / posseg, "≤ 1")
    show("names / posseg", names / posseg, "≤ 2")
    show("quantities and times / posseg", values / posseg, "≤ 0.35")
    show("recognition / posseg", all_found / posseg, "")
    restored, untouched = in_turn(runs, lambda: restore(damaged), lambda: restore(clean))
    show("restoration, damaged: characters/s", len(damaged) / restored, "≥ 300,000")
    show("restoration, undamaged: characters/s", len(clean) / untouched, "≥ 3,000,000")
    cut, marked = in_turn(4 * runs, lambda: list(jieba.posseg.cut(short)), lambda: annotate(short_source))
    show("1,000 characters, read and marked / posseg", marked / cut, "≤ 3")


def measure_window(runs: int) -> None:
    """The bars of the window, each by a process that prints its figures as JSON.

    As installed, with bytecode kept: in a folder of their own, filled by first runs that do not count.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    bytecode = tempfile.TemporaryDirectory(prefix="danqian-")
    environment = os.environ | {"QT_QPA_PLATFORM": platform, "PYTHONPYCACHEPREFIX": bytecode.name}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(*arguments: str, program: Path = WINDOW) -> dict[str, float]:
        command = [sys.executable, str(program), *arguments]
        printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        figures: dict[str, float] = json.loads(printed.splitlines()[-1])
        return figures

    def median_of(key: str, rows: Sequence[dict[str, float]]) -> float:
        return statistics.median(row[key] for row in rows[1:])

    bare, full = zip(*((run("bare-start"), run("start")) for _ in range(3 * runs)), strict=True)
    bare_start = median_of("seconds", bare)
    show("start: window up / bare PySide6 window", median_of("seconds", full) / bare_start, "≤ 1.5")
    show("start: everything in it / bare PySide6 window", median_of("furnished_s", full) / bare_start, "")
    memory = run("memory")["megabytes"] / run("bare-memory")["megabytes"]
    show("memory for the sample / PySide6 and jieba", memory, "≤ 3")
    keys = run("keys")
    show("key to repaint with 2,000 marks, 95th percentile, ms", keys["p95_ms"], "< 50")
    show("    its own work, 95th percentile, ms", keys["work_p95_ms"], "< 50")
    show("500 marks decided alike and repainted, ms", keys["spread_ms"], "< 200")
    show("    its own work, ms", keys["spread_work_ms"], "< 200")
    show("    undone and repainted, ms", keys["undo_ms"], "< 200")
    large = run("window", program=LONG)
    show("1,000,000 characters: first screen / setPlainText", large["first_screen_ratio"], "≤ 8")
    show("    its own work / setPlainText's", large["first_screen_work_ratio"], "≤ 8")
    for name, words, bar in (("p999", "99.9th percentile", "< 50"), ("max", "largest", "< 120")):
        own, bare_loop = large[f"gap_{name}_ms"], large[f"bare_{name}_ms"]
        show(f"event-loop gaps less a bare loop's, {words}, ms", max(0.0, own - bare_loop), bar)
        show(f"    a bare loop's beside it, {words}, ms", bare_loop, "")
        show(f"    its own work in a gap, {words}, ms", large[f"work_{name}_ms"], bar)
    show("memory growth over 1,000 articles, MB", run("growth")["megabytes"], "≈ 0")


def show(what: str, figure: float, bar: str) -> None:
    """One line of the table."""
    print(f"{what:<58} {figure:>12,.2f}   {bar}", flush=True)


def main() -> None:
    """Measure everything, or only one side."""
    parser = argparse.ArgumentParser(description="Print the bars of speed and memory.")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each measurement")
    parser.add_argument("--only", choices=("core", "window"))
    options = parser.parse_args()
    if options.only != "window":
        measure_core(options.runs)
    if options.only != "core":
        measure_window(options.runs)


if __name__ == "__main__":
    main()
