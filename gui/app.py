"""Starts the program: the window first, then everything in it.

Nothing is imported up here that the empty window does not need; ``furnishing`` and with it all the rest is
loaded when the window is up.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import __version__
from core.assets import path_of
from gui import garbage
from gui.controllers.appearance import Appearance
from gui.look.fonts import ui_font
from gui.main_window import MainWindow
from gui.settings import load_settings

if TYPE_CHECKING:
    from types import TracebackType

    from gui.workplace import Workplace

STARTED = time.monotonic()
STYLE = "Fusion"
"""Said as an option: ``setStyle`` would make all of Python's ``QStyle``, and the window waits for that."""
SWITCH_SECONDS = 0.0005
"""How long a thread at work may keep the window's waiting: Python's own choice is ten times that, and the
window waits so long at every call of Qt that lets go of the interpreter."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window on the files named, or hand them to the window that is open; the exit status."""
    options = _parse(list(sys.argv[1:] if arguments is None else arguments))
    app = make_application()
    if options.self_test:
        return _run_self_test(app, options.self_test, options.paths)
    return _run(app, options.paths)


def make_application() -> QApplication:
    """The application with its name, style and font."""
    garbage.defer()
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(["danqian", "-style", STYLE])
    app.setApplicationName("danqian")
    app.setOrganizationName("danqian")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("danqian")
    app.setWindowIcon(QIcon(str(path_of("icons/logo.svg"))))
    app.setFont(ui_font(13))
    return app


def show_window(store: QSettings, ready: Callable[[Workplace], None]) -> MainWindow:
    """Show the window, empty; ``ready`` is called once everything is in it."""
    appearance = Appearance(load_settings(store))
    appearance.apply()
    window = MainWindow()
    window.restore_place(appearance.settings.geometry)
    window.show()

    def furnish_window() -> None:
        from gui.furnishing import furnish

        ready(furnish(window, appearance, store))

    QTimer.singleShot(0, window, furnish_window)
    return window


def _run(app: QApplication, paths: list[Path]) -> int:
    from platformdirs import user_runtime_path

    from gui.single_instance import SingleInstance
    from gui.start_failure import tell_and_end

    first = SingleInstance(user_runtime_path("danqian"))
    if not first.claim():
        first.hand_over(paths)
        return 0
    made: list[Workplace] = []

    def begin(workplace: Workplace) -> None:
        made.append(workplace)
        first.files_handed_over.connect(lambda handed: _come_forward(workplace, handed))
        workplace.articles.begin(paths or workplace.resuming.paths())
        sys.excepthook = sys.__excepthook__

    sys.excepthook = tell_and_end
    window = show_window(QSettings(), begin)
    window.fit(window.screen().availableSize())
    status = app.exec()
    for workplace in made:
        workplace.wait()
        workplace.background.end(2000)
    first.release()
    window.deleteLater()
    return status


def _run_self_test(app: QApplication, report: Path, paths: list[Path]) -> int:
    """Try the window on one article, with settings that are nobody's."""
    from gui.self_test import SelfTest

    if len(paths) != 1 or not paths[0].is_file():
        print("danqian-gui: --self-test needs one article", file=sys.stderr)  # noqa: T201
        return 2
    store = QSettings(str(report.with_suffix(".ini").absolute()), QSettings.Format.IniFormat)
    store.setValue("language", "zh")
    store.setValue("theme", "light")
    made: list[Workplace] = []

    def begin(workplace: Workplace) -> None:
        made.append(workplace)
        SelfTest(workplace, paths[0], report, STARTED, app.exit)

    def end(kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        sys.__excepthook__(kind, fault, where)
        app.exit(1)

    sys.excepthook = end  # what fails before there is anything in the window would leave it open for ever
    window = show_window(store, begin)
    status = app.exec()
    sys.excepthook = sys.__excepthook__
    for workplace in made:
        workplace.background.end()
    window.deleteLater()
    return status


def _come_forward(workplace: Workplace, paths: list[Path]) -> None:
    """Show the window, and what a second start wanted opened."""
    window = workplace.window
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    workplace.articles.open_paths(paths)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("danqian-gui", description="Read, restore and annotate news articles.")
    parser.add_argument("--self-test", type=Path, metavar="OUT.json", help="open, mark, save, report and end")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
