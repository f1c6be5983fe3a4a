"""A screen that nobody sees, with a window manager, for windows that Wine shows."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_SIZE = "1280x800x24"
_MENU_BAR, _SOFT_EDGES = "300x34+8+4", 20


class Desktop:
    """What is on the screen, and the few things that a person does with windows."""

    def titles(self) -> list[str]:
        """The titles of the windows that are open."""
        return list(self._windows().values())

    def has(self, words: str) -> bool:
        """Whether a window with ``words`` in its title is there."""
        return any(words in title for title in self.titles())

    def shows(self, words: str, *, seconds: float = 60) -> bool:
        """Whether a window with ``words`` in its title comes up within the time."""
        return until(lambda: self.has(words), seconds=seconds)

    def has_menu_bar(self, words: str) -> bool:
        """Whether letters are painted where the menu bar of such a window begins.

        Letters have soft edges and thus many colors; a window without its content has one or two.
        """
        for window, title in self._windows().items():
            if words in title:
                command = ["convert", f"x:{window}", "-crop", _MENU_BAR, "-unique-colors"]
                found = _output(*command, "-format", "%w", "info:")
                return found.isdigit() and int(found) > _SOFT_EDGES
        return False

    def close(self, words: str) -> None:
        """Close the window as its button does."""
        subprocess.run(["wmctrl", "-c", words], check=False)

    def take_picture(self, target: Path) -> None:
        """Write what the screen shows as PNG."""
        subprocess.run(["import", "-window", "root", str(target)], check=True)

    def _windows(self) -> dict[str, str]:
        """The title of each open window, by its id."""
        rows = [row.split(None, 3) for row in _output("wmctrl", "-l").splitlines()]
        return {row[0]: row[3] for row in rows if len(row) == 4}


@contextmanager
def opened_desktop() -> Iterator[Desktop]:
    """Open the screen and make it the one that programs find; both end with the block."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", _SIZE, "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Desktop()
    finally:
        for process in (manager, screen):
            process.terminate()
            process.wait()


def until(is_so: Callable[[], bool], *, seconds: float, pause: float = 0.2) -> bool:
    """Whether something comes true within the time; asked again after each ``pause`` in seconds."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True


def _output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout
