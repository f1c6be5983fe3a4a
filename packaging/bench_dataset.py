"""Measures a dataset of 10,000 articles, half of them annotated: its list, its states, its search.

    python packaging/bench_dataset.py [--articles N]

The articles are sound ones of the tests with other figures in them; the same number gives the same files.
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
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core import pipeline, sidecar  # noqa: E402
from core.dataset import Dataset, Index, refresh, search  # noqa: E402
from core.document import Document  # noqa: E402
from core.files.source import source_of  # noqa: E402
from core.text.find import Query  # noqa: E402

SOUND = ROOT / "tests" / "data" / "checks" / "sound"
WINDOW = Path(__file__).with_name("bench_window.py")
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建华国庆春梅志红玉海燕"
WARM_BAR = {"cold": "in background", "warm": "< 1"}
PAGE = 200
"""Places that a person sees at first."""

QUERIES = (
    ("words in a few articles", Query("气象局")),
    ("a year, in most articles", Query("去年")),
    ("one character, in all articles", Query("的")),
    ("words that are nowhere", Query("丹铅校读")),
    ("marks with words", Query("市", is_in_marks=True, label="ORG")),
    ("marks of a label", Query(is_in_marks=True, label="PER")),
    ("a pattern", Query(r"\d+(?:\.\d+)?亿元", is_pattern=True)),
)


def make_dataset(folder: Path, count: int) -> str:
    """Write ``count`` articles, every second with its sidecar; the digest of all."""
    single = [path.read_text(encoding="utf-8") for path in sorted(SOUND.glob("*.txt"))]
    texts = ["\n\n".join(single[i : i + 2]) for i in range(0, len(single) - 1, 2)]
    patterns = [pipeline.annotate(source_of(text.encode(), "a.txt")) for text in texts]
    digest = sha256()
    for number in range(count):
        document, data = _varied(patterns[number % len(patterns)], number)
        digest.update(data)
        path = folder / f"{number:05}.txt"
        path.write_bytes(data)
        if number % 2:
            sidecar.sidecar_path(path).write_bytes(sidecar.encode(document))
    return digest.hexdigest()[:16]


def _varied(pattern: Document, number: int) -> tuple[Document, bytes]:
    """An article with other figures and other persons in the same places, and its bytes."""
    chance, signs = Random(number), list(pattern.text)
    for place, sign in enumerate(signs):
        if sign.isascii() and sign.isdigit():
            signs[place] = str(chance.randrange(10))
    for mark in pattern.annotations:
        if mark.label == "PER":
            signs[mark.span.start + 1 : mark.span.end] = chance.choices(GIVEN, k=len(mark.span) - 1)
    text = "".join(signs)
    data = text.encode()
    source = replace(pattern.source, bytes=len(data), sha256=sha256(data).hexdigest())
    marks = tuple(replace(mark, quote=mark.span.of(text)) for mark in pattern.annotations)
    document = replace(pattern, source=source, source_text=text, text=text, annotations=marks, findings=())
    return document, data


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(folder: Path, index_path: Path) -> None:
    """Print everything that needs no window."""
    dataset = Dataset(folder)
    show("names listed, s", statistics.median(seconds(lambda: dataset.names()) for _ in range(5)), "< 1")
    names = dataset.names()
    with closing(Index(index_path)) as index:
        show(
            "states and texts indexed, cold, s",
            seconds(lambda: list(refresh(index, dataset))),
            "in background",
        )
    with closing(Index(index_path)) as index:
        show("again: what the clock could not tell, s", seconds(lambda: list(refresh(index, dataset))), "")

    def warm() -> None:
        with closing(Index(index_path)) as index:
            index.states()
            list(refresh(index, dataset))

    show("states, warm, s", statistics.median(seconds(warm) for _ in range(5)), "< 1")
    with closing(Index(index_path)) as index:
        for name, query in QUERIES:
            began = time.process_time()
            times = [seconds(lambda query=query: _first_page(index, query, names)) for _ in range(5)]
            work = (time.process_time() - began) / len(times)
            places = sum(len(found.places) for found in search(index, query, names))
            every = seconds(lambda query=query: list(search(index, query, names)))
            show(f"search: {name}, first page, ms", 1000 * statistics.median(times), "< 100")
            show("    its own work, which a busy machine does not stretch, ms", 1000 * work, "< 100")
            print(f"{'':4}all {places:,} places: {1000 * every:,.0f} ms")
    print(f"index: {index_path.stat().st_size / 2**20:.0f} MB")


def measure_window(folder: Path, place: Path) -> None:
    """Print what a person sees of it, in a window that begins without an index, and in one that has it."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "XDG_CACHE_HOME": str(place / "cache"),
        "XDG_DATA_HOME": str(place / "data"),
    }
    for state in ("cold", "warm"):
        command = [sys.executable, str(WINDOW), "dataset", str(folder)]
        printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        figures = json.loads(printed.splitlines()[-1])
        show(f"window, {state}: names listed, s", figures["listed_s"], "< 1")
        show(f"window, {state}: states and texts there, s", figures["indexed_s"], WARM_BAR[state])
        show(f"window, {state}: largest gap of the event loop, ms", figures["gap_max_ms"], "")
        show(f"window, {state}: 99.9th percentile of the gaps, ms", figures["gap_p999_ms"], "")
        show(f"window, {state}: search to the first places painted, ms", figures["search_ms"], "< 100")
        show(f"window, {state}: work of the whole window meanwhile, ms", figures["search_work_ms"], "< 100")
        show(f"window, {state}: next article painted with its marks, ms", figures["next_ms"], "< 150")
        show(f"window, {state}: work of the whole window meanwhile, ms", figures["next_work_ms"], "< 150")


def _first_page(index: Index, query: Query, names: Sequence[str]) -> int:
    places = 0
    for found in search(index, query, names):
        places += len(found.places)
        if places >= PAGE:
            break
    return places


def show(what: str, figure: float, bar: str) -> None:
    """One line of the table."""
    print(f"{what:<58} {figure:>12,.2f}   {bar}", flush=True)


def main() -> None:
    """Make the dataset and measure."""
    parser = argparse.ArgumentParser(description="Print the bars of a large dataset.")
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "dataset")
        folder.mkdir()
        print(f"{options.articles} articles, sha256 {make_dataset(folder, options.articles)}")
        measure(folder, Path(place, "index.sqlite"))
        measure_window(folder, Path(place))


if __name__ == "__main__":
    main()
