"""A screen that nobody sees, with a window manager, for windows that Wine shows."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_SIZE = "1280x800x24"


class Desktop:
    """What is on the screen, and the few things that a person does with windows."""

    def titles(self) -> list[str]:
        """The titles of the windows that are open."""
        rows = _output("wmctrl", "-l").splitlines()
        return [row.split(None, 3)[3] for row in rows if len(row.split(None, 3)) == 4]

    def shows(self, words: str, *, seconds: float = 60) -> bool:
        """Whether a window with ``words`` in its title comes up within the time."""
        return until(lambda: any(words in title for title in self.titles()), seconds=seconds)

    def close(self, words: str) -> None:
        """Close the window as its button does."""
        subprocess.run(["wmctrl", "-c", words], check=False)

    def take_picture(self, target: Path) -> None:
        """Write what the screen shows as PNG."""
        subprocess.run(["import", "-window", "root", str(target)], check=True)


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


def until(is_so: Callable[[], bool], *, seconds: float) -> bool:
    """Whether something comes true within the time; asked five times a second."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def _output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout
