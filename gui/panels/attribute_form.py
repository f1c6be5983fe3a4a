"""What the scheme asks of the selected mark: a field for each attribute of its label."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from core.schemes import AttributeSpec
from gui.look.theme import Theme
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.pane import Words, pass_theme
from gui.words.label_names import title_of

GAP = 12
NOTHING = "–"


class AttributeForm(QWidget):
    """``answered`` brings an attribute's name and its value, None where it was emptied; Esc asks to leave."""

    answered = Signal(str, object)
    leave_requested = Signal()

    def __init__(self, label_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._specs: tuple[AttributeSpec, ...] = ()
        self._fields: dict[str, QLineEdit | ChoiceButton] = {}
        self._values: dict[str, Any] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, label_width - GAP)
        self._grid.setColumnStretch(1, 1)

    def set_attributes(self, specs: Sequence[AttributeSpec], values: Mapping[str, Any]) -> None:
        """Ask for ``specs``, with the answers of now; the same questions keep their fields."""
        if tuple(specs) != self._specs:
            self._specs = tuple(specs)
            self._make_fields()
        self._values = dict(values)
        for name, field in self._fields.items():
            self._fill(field, values.get(name))
        self.setVisible(bool(specs))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        pass_theme(self, theme)

    def field(self, name: str) -> QLineEdit | ChoiceButton:
        """The field of an attribute."""
        return self._fields[name]

    def focus_first(self) -> bool:
        """Give the focus to the first field; False where nothing is asked."""
        for field in self._fields.values():
            field.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed, Esc goes back to the article."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QLineEdit):
            self._take(watched.objectName())
            self.focusNextChild()
            return True
        return False

    def _make_fields(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._fields = {spec.name: self._made(spec) for spec in self._specs}
        for row, spec in enumerate(self._specs):
            field = self._fields[spec.name]
            field.setObjectName(spec.name)
            field.setAccessibleName(title_of(spec))
            field.installEventFilter(self)
            self._grid.addWidget(Words(title_of(spec), "ink_2"), row, 0)
            self._grid.addWidget(field, row, 1)
        for before, after in pairwise((self._reached_before(), *self._fields.values())):
            self.setTabOrder(before, after)
        if self._theme:
            pass_theme(self, self._theme)

    def _reached_before(self) -> QWidget:
        """What Tab reaches before the fields: new ones would come behind everything else in the window."""
        before: QWidget = self
        while (before := before.previousInFocusChain() or self) is not self:
            if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
                break
        return before

    def _made(self, spec: AttributeSpec) -> QLineEdit | ChoiceButton:
        if spec.kind == "choice":
            button = ChoiceButton()
            button.set_choices([("", NOTHING), *((choice, choice) for choice in spec.choices)])
            button.chosen.connect(lambda choice: self._answer(spec.name, choice or None))
            return button
        line = QLineEdit()
        if spec.kind == "number":
            line.setPlaceholderText(self.tr("a number"))
        line.editingFinished.connect(lambda: self._take(spec.name))
        return line

    def _fill(self, field: QLineEdit | ChoiceButton, value: Any) -> None:
        words = "" if value is None else str(value)
        if isinstance(field, ChoiceButton):
            field.choose(words)
        elif field.text() != words:
            field.setText(words)

    def _take(self, name: str) -> None:
        """Take what was typed; what is no number where one is asked for is put back."""
        spec = next(spec for spec in self._specs if spec.name == name)
        field = self._fields[name]
        words = field.text().strip()
        value: object = words or None
        if spec.kind == "number" and words:
            value = number_in(words)
            if value is None:
                self._fill(field, self._values.get(name))
                return
        self._answer(name, value)

    def _answer(self, name: str, value: object) -> None:
        if value != self._values.get(name):
            self._values[name] = value
            self.answered.emit(name, value)


def number_in(words: str) -> int | float | None:
    """The number that words are, full-width digits too; None where they are none.

    >>> number_in("３"), number_in("2.50"), number_in("many")
    (3, 2.5, None)
    """
    try:
        number = float(words)
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1 << 53 else number
