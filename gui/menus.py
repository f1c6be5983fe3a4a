"""The menus, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.actions import MENUS, SEPARATED, SUBMENUS, Actions
from gui.words.file_names import shown_name

ARTICLE_MENU = (
    "mark.confirm",
    "mark.reject",
    "mark.same",
    "",
    "go.name",
    "mark.relate",
    "mark.split",
    "mark.join",
    "mark.piece",
    "",
    "mark.note",
    "mark.correct",
    "",
    "go.inner_mark",
    "go.next_mark",
    "go.previous_mark",
)


class Menus:
    """The menu bar and the article's own menu; ``labels`` are the label actions, listed in both."""

    def __init__(self, bar: QMenuBar, actions: Actions, parent: QWidget) -> None:
        self._actions = actions
        self._menus = {menu: bar.addMenu("") for menu, _ in MENUS}
        self._recent = QMenu(parent)
        self._labels = QMenu(parent)
        self._article = QMenu(parent)
        self._submenus = {name: QMenu(parent) for name, _ in SUBMENUS}
        for spec, action in actions:
            menu = self._menus[spec.menu]
            if spec.id in SEPARATED:
                menu.addSeparator()
            submenu = self._submenus.get(spec.submenu or "")
            if submenu is not None:
                menu.addMenu(submenu)
            (submenu or menu).addAction(action)
            if spec.id == "file.open_sample":
                menu.addMenu(self._recent)
        first = self._menus["mark"].actions()[0]
        self._menus["mark"].insertMenu(first, self._labels)
        for action_id in ARTICLE_MENU:
            if action_id:
                self._article.addAction(actions[action_id])
            else:
                self._article.addSeparator()
        self._article.insertMenu(self._article.actions()[0], self._labels)
        self.retranslate()

    @property
    def article(self) -> QMenu:
        """What a right click on the article offers."""
        return self._article

    def set_labels(self, labels: Iterable[QAction]) -> None:
        """List the labels of a scheme."""
        self._labels.clear()
        for action in labels:
            self._labels.addAction(action)

    def set_recent(self, paths: tuple[str, ...], open_path: Callable[[Path], None]) -> None:
        """List the recent files."""
        self._recent.clear()
        for name in paths:
            entry = self._recent.addAction(shown_name(name).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, name=name: open_path(Path(name)))
        self._recent.setEnabled(bool(paths))

    def retranslate(self) -> None:
        """Put every title into the language of the application."""
        for menu, title in MENUS:
            self._menus[menu].setTitle(QCoreApplication.translate("Actions", title))
        for name, title in SUBMENUS:
            self._submenus[name].setTitle(QCoreApplication.translate("Actions", title))
        self._recent.setTitle(QCoreApplication.translate("Actions", "Recent Articles"))
        self._labels.setTitle(QCoreApplication.translate("Actions", "Label"))
