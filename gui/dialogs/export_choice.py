"""How the annotations of the folder are exported: the format, which marks, and whether they are divided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.exchange import ALL_BUT_REJECTED, Wanted
from core.exchange.dataset_export import Order
from gui.dialogs.dialog import ThemedDialog
from gui.look.theme import Theme
from gui.widgets.check_line import CheckLine
from gui.widgets.choice_button import ChoiceButton
from gui.words.format_names import format_in_words

WIDTH = 480
REVIEWED = frozenset({"accepted", "edited", "added"})
SHARES = {"train": 80.0, "dev": 10.0, "test": 10.0}


class ExportChoice(ThemedDialog):
    """``chosen`` brings an ``Order``."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, forms: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Export Annotations"))
        self.setWindowTitle(self.tr("Export Annotations"))
        self.add_words(
            self.tr("The annotations of all articles of the folder, in the format of another tool:")
        )
        self.form, self.unit = ChoiceButton(), ChoiceButton()
        self.form.set_choices([(form, format_in_words(form)) for form in forms])
        self.form.setAccessibleName(self.tr("Format"))
        self.unit.set_choices([("char", self.tr("Tokens: characters")), ("word", self.tr("Tokens: words"))])
        self.unit.setAccessibleName(self.tr("Tokens"))
        self.reviewed = CheckLine(self.tr("Only marks that somebody has reviewed"))
        self.reviewed.setChecked(True)
        self.split = CheckLine(self.tr("Divide into train, dev and test (80 : 10 : 10)"))
        for part in (self.form, self.unit, self.reviewed, self.split):
            self.body.addWidget(part)
        self.add_words(
            self.tr("Copies of one article never stand on two sides. What the format cannot hold is told."),
            "ink_3",
        )
        self.accept_button = self.add_button(self.tr("Choose Where…"), primary=True)
        self.accept_button.clicked.connect(self._choose)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.setFixedWidth(WIDTH)
        self.form.setFocus()
        self.set_theme(theme)

    def _choose(self) -> None:
        statuses = REVIEWED if self.reviewed.isChecked() else ALL_BUT_REJECTED
        shares = SHARES if self.split.isChecked() else {}
        self.chosen.emit(Order(self.form.choice, Wanted(statuses, self.unit.choice), shares))
        self.accept()
