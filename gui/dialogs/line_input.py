"""A dialog for one piece of text: a note, or the right words of a wrong place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import article_font
from gui.look.theme import Theme

WIDTH = 440


class LineInput(ThemedDialog):
    """Asks for words; ``entered`` brings them. Nothing is entered when it is closed otherwise."""

    entered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        *,
        hint: str = "",
        explanation: str = "",
        verb: str = "",
        pixels: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent)
        if explanation:
            self.add_words(explanation)
        self.field = QLineEdit(words)
        self.field.setFont(article_font(pixels))
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.setMinimumHeight(36)
        self.body.addWidget(self.field)
        accept = self.add_button(verb or self.tr("OK"), primary=True)
        cancel = self.add_button(self.tr("Cancel"))
        accept.clicked.connect(self._enter)
        cancel.clicked.connect(self.reject)
        self.field.selectAll()
        self.field.setFocus()
        self.setFixedWidth(WIDTH)
        self.set_theme(theme)

    def _enter(self) -> None:
        self.entered.emit(self.field.text())
        self.accept()
