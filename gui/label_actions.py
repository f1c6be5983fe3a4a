"""The labels of the scheme in force as actions: a key each, which acts while the article has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.schemes import Scheme
from gui.words.label_names import label_title


class LabelActions(QObject):
    """Makes them anew for every scheme; ``label_chosen`` brings the name of the one that was triggered."""

    label_chosen = Signal(str)

    def __init__(self, scheme: Scheme, article: QWidget) -> None:
        super().__init__(article)
        self._article, self._scheme = article, scheme
        self._actions: dict[str, QAction] = {}
        self.set_scheme(scheme)

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def __getitem__(self, label: str) -> QAction:
        return self._actions[label]

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the labels of ``scheme``."""
        self._scheme = scheme
        for action in self._actions.values():
            self._article.removeAction(action)
            action.deleteLater()
        self._actions = {label.name: self._made(label.name, label.key) for label in scheme.labels}
        self.retranslate()

    def retranslate(self) -> None:
        """Put every title into the language of the application."""
        for name, action in self._actions.items():
            action.setText(f"{label_title(self._scheme, name)}  {name}".replace("&", "&&"))

    def _made(self, name: str, key: str) -> QAction:
        action = QAction(self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self.label_chosen.emit(name))
        self._article.addAction(action)
        return action
