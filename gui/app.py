"""Starts the window: makes the objects, connects them, and ends them in order."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from platformdirs import user_runtime_path
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import __version__
from core.assets import path_of
from core.edits import Author
from core.schemes import default_scheme
from gui import core_work
from gui.acts import Acts
from gui.appearance import Appearance
from gui.articles import Articles
from gui.background import Background
from gui.conversation import Conversation
from gui.folder import Folder
from gui.fonts import ui_font
from gui.journaling import Journaling
from gui.main_window import MainWindow
from gui.marking import Marking
from gui.repairing import Repairing
from gui.saving import Saving
from gui.self_test import SelfTest
from gui.session import Session
from gui.settings import load_settings, save_settings
from gui.single_instance import SingleInstance
from gui.wiring import Wiring
from gui.workplace import Workplace

STARTED = time.monotonic()


def make_application(arguments: Sequence[str]) -> QApplication:
    """The application with its name, style and font."""
    app = QApplication(list(arguments))
    app.setApplicationName("danqian")
    app.setOrganizationName("danqian")
    app.setApplicationDisplayName(QCoreApplication.translate("Application", "Danqian"))
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(path_of("icons/logo.svg"))))
    app.setStyle("Fusion")
    app.setFont(ui_font(13))
    return app


def make_workplace(store: QSettings) -> Workplace:
    """The window and everything behind it, connected; settings are read from ``store`` and go back there."""
    appearance = Appearance(load_settings(store))
    appearance.apply()
    scheme = default_scheme()
    window = MainWindow(scheme, appearance.theme)
    session, background = Session(window), Background(window)
    conversation = Conversation(window, lambda: appearance.theme)

    def author() -> Author:
        return Author(appearance.settings.annotator or None, _now())

    saving = Saving(session, background, conversation)
    workplace = Workplace(
        window=window,
        session=session,
        background=background,
        conversation=conversation,
        appearance=appearance,
        marking=Marking(session, window.article, scheme, author, conversation.ask_words),
        repairing=Repairing(session, author),
        saving=saving,
        journaling=Journaling(session, saving, conversation, _now),
        articles=Articles(session, saving, background, conversation, appearance, author),
        folder=Folder(window.files_panel, session, background, appearance),
    )
    Wiring(workplace)
    Acts(workplace)
    window.restore_place(appearance.settings.geometry)
    workplace.articles.close_agreed.connect(lambda: _put_away(workplace, store))
    return workplace


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window on the files named, or hand them to the window that is open; the exit status."""
    options = _parse(list(sys.argv[1:] if arguments is None else arguments))
    app = make_application(["danqian"])
    if options.self_test:
        return _run_self_test(app, options.self_test, options.paths)
    first = SingleInstance(user_runtime_path("danqian"))
    if not first.claim():
        first.hand_over(options.paths)
        return 0
    workplace = make_workplace(QSettings())
    first.files_handed_over.connect(lambda paths: _come_forward(workplace, paths))
    workplace.window.show()
    QTimer.singleShot(0, workplace.window, lambda: _begin(workplace, options.paths))
    status = app.exec()
    workplace.journaling.wait()
    workplace.background.wait(2000)
    first.release()
    return status


def _run_self_test(app: QApplication, report: Path, paths: list[Path]) -> int:
    """Try the window on one article, with settings that are nobody's."""
    if len(paths) != 1 or not paths[0].is_file():
        print("danqian-gui: --self-test needs one article", file=sys.stderr)  # noqa: T201
        return 2
    store = QSettings(str(report.with_suffix(".ini").absolute()), QSettings.Format.IniFormat)
    store.setValue("language", "zh")
    store.setValue("theme", "light")
    workplace = make_workplace(store)
    workplace.window.show()
    SelfTest(workplace, paths[0], report, STARTED, app.exit)
    status = app.exec()
    workplace.background.wait()
    return status


def _begin(workplace: Workplace, paths: list[Path]) -> None:
    """Open what was asked for, or load what the first article will need; the window is up already."""
    if paths:
        workplace.articles.open_paths(paths)
    else:
        workplace.background.run("warm up", core_work.warm_up, lambda _: None, lambda _: None)


def _come_forward(workplace: Workplace, paths: list[Path]) -> None:
    """Show the window, and what a second start wanted opened."""
    workplace.window.setWindowState(workplace.window.windowState() & ~Qt.WindowState.WindowMinimized)
    workplace.window.raise_()
    workplace.window.activateWindow()
    workplace.articles.open_paths(paths)


def _now() -> str:
    """The time of an act, ISO 8601 with offset."""
    return datetime.now().astimezone().isoformat("T", "seconds")


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("danqian-gui", description="Read, restore and annotate news articles.")
    parser.add_argument("--self-test", type=Path, metavar="OUT.json", help="open, mark, save, report and end")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER")
    return parser.parse_args(arguments)


def _put_away(workplace: Workplace, store: QSettings) -> None:
    """Remember the window's place and the user's choices, and let the window go."""
    window, appearance = workplace.window, workplace.appearance
    save_settings(
        store,
        replace(
            appearance.settings,
            geometry=bytes(window.saveGeometry().data()),
            panel_widths=tuple(window.desk.widths().items()),
            is_panel_shown=window.actions_table["view.panel"].isChecked(),
        ),
    )
    QCoreApplication.quit()


if __name__ == "__main__":
    sys.exit(main())
