"""A dialog to read in: Markdown of our own, nothing to fetch and no link that leaves the window."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser, QWidget

from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import ui_font
from gui.look.theme import Theme

SIZE = (720, 560)
SHORT = 600
"""Characters up to which the dialog is as small as its words."""


class ReadingDialog(ThemedDialog):
    """Shows words to read, and a button to close."""

    def __init__(self, theme: Theme, title: str, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        if len(markdown) <= SHORT:
            for paragraph in markdown.split("\n\n"):
                self.add_words(paragraph)
            self.setFixedWidth(480)
        else:
            page = QTextBrowser()
            page.setOpenLinks(False)
            page.setFrameShape(QTextBrowser.Shape.NoFrame)
            page.setFont(ui_font(14))
            page.setMarkdown(markdown)
            page.setAccessibleName(title)
            self.body.addWidget(page, 1)
            self.resize(*SIZE)
        self.add_button(self.tr("Close"), primary=True).clicked.connect(self.accept)
        self.set_theme(theme)
