"""Measures how long programs take from their start to a window that can be used, under Wine, side by side.

    python packaging/windows/start_time.py [--runs N] PROGRAM.exe=TITLE ...

They take turns, so that a busy machine slows all of them. A window can be used once its menu bar is painted.
Each line is the median of the counted runs; the last column compares it with the first program's.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop import Desktop, opened_desktop, until
from product import BUILD
from wine import Wine
from wine_fixture import furnish

LIMIT = 60.0
"""Seconds after which a program has failed to show a window."""


@dataclass
class Program:
    """A program that is measured, how its window is called, and the seconds that it took."""

    path: Path
    title: str
    shown: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)


def measure(wine: Wine, desktop: Desktop, program: Program) -> None:
    """Start a program, note when its window is there and when its menu bar is painted, and close it."""
    began = time.monotonic()
    process = wine.start(wine.windows_path(program.path))
    try:
        if not until(lambda: desktop.has(program.title), seconds=LIMIT, pause=0.02):
            raise TimeoutError(f"{program.path.name} shows no window called {program.title}")
        shown = time.monotonic() - began
        if not until(lambda: desktop.has_menu_bar(program.title), seconds=LIMIT, pause=0.02):
            raise TimeoutError(f"{program.path.name} paints no menu bar")
        program.shown.append(shown)
        program.usable.append(time.monotonic() - began)
        time.sleep(1)  # what it does behind the window is not the next program's burden
        desktop.close(program.title)
        process.wait(LIMIT)
    finally:
        process.kill()


def main() -> None:
    """Measure, and print a line for each program."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each program")
    parser.add_argument("programs", nargs="+", metavar="PROGRAM.exe=TITLE")
    options = parser.parse_args()
    words = [word.rpartition("=") for word in options.programs]
    programs = [Program(Path(path).resolve(), title) for path, _, title in words]
    folder = BUILD / "start"
    shutil.rmtree(folder, ignore_errors=True)
    with opened_desktop() as desktop:
        wine = furnish(folder / "prefix")
        try:
            for _ in range(options.runs + 1):
                for program in programs:
                    measure(wine, desktop, program)
        finally:
            wine.end()
    print(f"{'medians of ' + str(options.runs):<24} {'window':>8} {'usable':>8} {'ratio':>8}")
    base = statistics.median(programs[0].usable[1:])
    for program in programs:
        shown, usable = statistics.median(program.shown[1:]), statistics.median(program.usable[1:])
        print(f"{program.path.name:<24} {shown:>6.2f} s {usable:>6.2f} s {usable / base:>8.2f}")


if __name__ == "__main__":
    main()
