"""Who is to annotate the articles of the folder: names, a share that two do each, and whether blind."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from core.assignment import Assignment
from gui.dialogs.dialog import ThemedDialog
from gui.look.theme import Theme
from gui.widgets.check_line import CheckLine

WIDTH = 480
_BETWEEN = re.compile(r"[,，、;；\s]+")


class AssignmentChoice(ThemedDialog):
    """``chosen`` brings the names, the share from 0 to 1, and whether nobody may see others' marks."""

    chosen = Signal(list, float, bool)

    def __init__(
        self, theme: Theme, assignment: Assignment, articles: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Assign Articles"))
        self.setWindowTitle(self.tr("Assign Articles"))
        known = {name for given in assignment.articles.values() for name in given}
        self.add_words(self.tr("Articles: {0}, of which assigned: {1}").format(articles, len(known)))
        for name, given in assignment.articles.items():
            self.add_words(f"{name}　{len(given)}", "ink_3")
        self.add_words(self.tr("Annotators, with commas between:"))
        self.names = QLineEdit("、".join(assignment.articles))
        self.names.setAccessibleName(self.tr("Annotators"))
        self.names.setMinimumHeight(32)
        self.body.addWidget(self.names)
        self.add_words(self.tr("Share of the articles that two annotate each, in percent:"))
        self.overlap = QLineEdit(str(round(assignment.overlap * 100)))
        self.overlap.setValidator(QIntValidator(0, 100, self.overlap))
        self.overlap.setAccessibleName(self.tr("Share for two"))
        self.overlap.setMinimumHeight(32)
        self.body.addWidget(self.overlap)
        self.blind = CheckLine(self.tr("Blind: no suggestions before the first pass, no others' marks"))
        self.blind.setChecked(assignment.is_blind)
        self.body.addWidget(self.blind)
        self.add_words(self.tr("What was assigned before stays as it is."), "ink_3")
        self.accept_button = self.add_button(self.tr("Assign"), primary=True)
        self.accept_button.clicked.connect(self._choose)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.names.textChanged.connect(self._check)
        self._check()
        self.setFixedWidth(WIDTH)
        self.names.setFocus()
        self.set_theme(theme)

    def _names(self) -> list[str]:
        return [name for name in _BETWEEN.split(self.names.text()) if name]

    def _check(self) -> None:
        """Two annotators before anything can be shared, one before anything can be assigned."""
        count = len(self._names())
        self.overlap.setEnabled(count > 1)
        self.accept_button.setEnabled(count > 0)

    def _choose(self) -> None:
        names = self._names()
        share = int(self.overlap.text() or 0) / 100 if len(names) > 1 else 0.0
        self.chosen.emit(names, share, self.blind.isChecked())
        self.accept()
