"""Makes the pictures of the documents: the window on the sample, in the states that the documents talk about.

    python packaging/screenshots.py FOLDER

Every picture comes from the real window on a fresh copy of the sample; nothing is retouched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from driven_window import new_folder
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from gui.app import make_application, show_window
from gui.workplace import Workplace

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "samples" / "chongqing.txt"
LIMIT = 120.0
"""Seconds within which an article must be marked."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of the window: its size in logical pixels, its theme, and what was done in it."""

    name: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "light"
    language: str = "zh"
    scale: str = "1"
    act: Callable[[Workplace], None] | None = None
    is_empty: bool = False


def look_at_repairs(workplace: Workplace) -> None:
    """The repairs view on the first suggestion, its paragraph with the originals."""
    workplace.appearance.choose_mode("repair")
    workplace.parts.article.set_originals("paragraph")
    workplace.parts.repair_filter.set_originals("paragraph")


def annotate(workplace: Workplace) -> None:
    """The annotator's view with a mark selected."""
    workplace.appearance.choose_mode("annotate")
    workplace.marking.go_unreviewed(1)


def review(workplace: Workplace) -> None:
    """Some marks accepted, as after a minute's work."""
    marks = workplace.session.document.live_annotations() if workplace.session.document else ()
    for mark in marks[:24]:
        workplace.session.select(mark.id)
        workplace.marking.confirm()
    workplace.session.select(None)
    workplace.parts.article.verticalScrollBar().setValue(0)


def find(workplace: Workplace) -> None:
    """The panel to find in."""
    workplace.parts.show_find("协同")


def look_at_question(workplace: Workplace) -> None:
    """A question, at the second of its places."""
    workplace.questioning.step(1)
    workplace.questioning.step_place()


def open_name(workplace: Workplace) -> None:
    """The card of a place that the article names in two ways."""
    document = workplace.session.document
    marks = document.live_annotations() if document else ()
    name = next(mark for mark in marks if mark.quote == "丰都县")
    workplace.session.select(name.id)
    workplace.naming.open()


def show_error(workplace: Workplace) -> None:
    """A file that is no article."""
    path = new_folder() / "照片.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    workplace.articles.open(path)


def show_shortcuts(workplace: Workplace) -> None:
    """The sheet of keys."""
    workplace.parts.actions_table["help.shortcuts"].trigger()


PICTURES = (
    Picture("editor-light", act=review),
    Picture("editor-dark", theme="dark", act=review),
    Picture("editor-sepia", theme="sepia"),
    Picture("editor-contrast", theme="contrast"),
    Picture("editor-english", language="en"),
    Picture("repairs", act=look_at_repairs),
    Picture("repairs-dark", theme="dark", act=look_at_repairs),
    Picture("annotate", act=annotate),
    Picture("find", act=find),
    Picture("questions", act=look_at_question),
    Picture("name", act=open_name),
    Picture("narrow", size=(1100, 720)),
    Picture("small", size=(911, 512)),
    Picture("empty", is_empty=True),
    Picture("error", act=show_error),
    Picture("shortcuts", act=show_shortcuts),
    Picture("scale-150", size=(960, 600), scale="1.5"),
    Picture("scale-200", size=(911, 512), scale="2"),
)


def main() -> int:
    """Draw the pictures named, or all; each in a process of its own, as each starts the program."""
    folder, names = Path(sys.argv[1]).absolute(), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    if len(names) == 1:
        picture = next(picture for picture in PICTURES if picture.name == names[0])
        if os.environ.get("QT_SCALE_FACTOR") == picture.scale:
            draw(picture, folder / f"{picture.name}.png")
            return 0
    for picture in PICTURES:
        if not names or picture.name in names:
            environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": picture.scale}
            command = [sys.executable, __file__, str(folder), picture.name]
            if status := subprocess.call(command, env=environment):
                return status
    return 0


def draw(picture: Picture, target: Path) -> None:
    """Bring the window into the state and grab it, with the dialog over it where there is one."""
    app = make_application()
    home = new_folder()
    store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("theme", picture.theme)
    store.setValue("language", picture.language)
    made: list[Workplace] = []
    window = show_window(store, made.append)
    window.resize(*picture.size)
    _wait(app, lambda: bool(made))
    workplace = made[0]
    if not picture.is_empty:
        article = home / SAMPLE.name
        article.write_bytes(SAMPLE.read_bytes())
        workplace.articles.open(article)
        _wait(app, lambda: bool(workplace.session.document and workplace.session.document.annotations))
        panel = workplace.parts.side_panel
        _wait(app, lambda: not panel.isVisible() or panel.figures.list.model().rowCount() > 0)
    if picture.act:
        picture.act(workplace)
    _settle(app)
    image = workplace.window.grab()
    _draw_dialog(image, workplace)
    image.save(str(target))
    workplace.session.undo_stack.setClean()
    workplace.journaling.forget()
    workplace.journaling.wait()
    workplace.background.wait()


def _draw_dialog(image: QPixmap, workplace: Workplace) -> None:
    for dialog in workplace.window.findChildren(QDialog):
        if dialog.isVisible():
            painter = QPainter(image)
            window = workplace.window
            left, top = (window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 3
            painter.fillRect(window.rect(), QColor(0, 0, 0, 60))
            painter.drawPixmap(left, top, dialog.grab())
            painter.end()


def _wait(app: QApplication, is_done: Callable[[], bool]) -> None:
    began = time.monotonic()
    while not is_done():
        app.processEvents()
        if time.monotonic() - began > LIMIT:
            raise TimeoutError("the article was not marked in time")


def _settle(app: QApplication) -> None:
    """Let layouts, scrolling and painting come to rest."""
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        app.processEvents()


if __name__ == "__main__":
    sys.exit(main())
