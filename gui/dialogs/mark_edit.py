"""What a mark should be instead: its words and its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.text.spans import Span
from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import article_font
from gui.look.theme import Theme
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.pane import Words

WIDTH = 440


class MarkEdit(ThemedDialog):
    """``chosen`` brings a label and a place; words that the article does not hold cannot be chosen."""

    chosen = Signal(str, Span)

    def __init__(
        self,
        theme: Theme,
        words: str,
        label: str,
        labels: Sequence[tuple[str, str]],
        find: Callable[[str], Span | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Edit the Mark"))
        self.setWindowTitle(self.tr("Edit the Mark"))
        self._find = find
        self.add_words(self.tr("The words that are marked, as they stand in the article:"))
        self.field = QLineEdit(words)
        self.field.setFont(article_font(16))
        self.field.setAccessibleName(self.tr("Words"))
        self.field.setMinimumHeight(36)
        self.body.addWidget(self.field)
        self._problem = Words(ink="ink_2", pixels=12)
        self.body.addWidget(self._problem)
        self.label = ChoiceButton()
        self.label.set_choices(labels)
        self.label.choose(label)
        self.label.setAccessibleName(self.tr("Label"))
        self.body.addWidget(self.label)
        self.accept_button = self.add_button(self.tr("OK"), primary=True)
        self.accept_button.clicked.connect(self._choose)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.field.textChanged.connect(self._check)
        self._check()
        self.setFixedWidth(WIDTH)
        self.field.selectAll()
        self.field.setFocus()
        self.set_theme(theme)

    def _check(self) -> None:
        is_there = self._find(self.field.text()) is not None
        self._problem.setText("" if is_there else self.tr("These words do not stand in the article"))
        self.accept_button.setEnabled(is_there)

    def _choose(self) -> None:
        span = self._find(self.field.text())
        if span is not None:
            self.chosen.emit(self.label.choice, span)
            self.accept()
