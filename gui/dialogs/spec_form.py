"""A form for one part of a scheme: a field for each of its values, and the next part after every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from gui.look.theme import Theme
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.pane import Words, pass_theme

LABEL_WIDTH, LINES_HEIGHT = 92, 84

LINE, LINES, CHOICE = "line", "lines", "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One value as words: how it is got from a part and put into it. ``hint`` stands in an empty field."""

    title: str
    get: Callable[[Any], str]
    put: Callable[[Any, str], Any]
    kind: str = LINE
    choices: Sequence[tuple[str, str]] = field(default_factory=tuple)
    hint: str = ""


class SpecForm(QWidget):
    """``changed`` brings the part with what was entered; a line counts when it is left, or at Enter."""

    changed = Signal(object)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._spec: Any = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.widgets = [self._made(each) for each in self._fields]
        for row, (each, widget) in enumerate(zip(self._fields, self.widgets, strict=True)):
            title = Words(each.title, "ink_2")
            title.setFixedHeight(28)
            self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(widget, row, 1)
        self._grid.setRowStretch(len(self._fields), 1)

    def set_spec(self, spec: Any) -> None:
        """Show another part, or nothing."""
        self._spec = spec
        self.setEnabled(spec is not None)
        for each, widget in zip(self._fields, self.widgets, strict=True):
            _fill(widget, "" if spec is None else each.get(spec))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        pass_theme(self, theme)

    def widget_of(self, title: str) -> QWidget:
        """The field of that title."""
        return next(w for each, w in zip(self._fields, self.widgets, strict=True) if each.title == title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a line takes what was typed; the dialog does not hear of it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_all()
            self.focusNextChild()
            return True
        return False

    def take_all(self) -> None:
        """Take what was typed and not yet left."""
        for each, widget in zip(self._fields, self.widgets, strict=True):
            if isinstance(widget, QLineEdit):
                self._take(each, widget.text().strip())

    def _made(self, each: Field) -> QLineEdit | QPlainTextEdit | ChoiceButton:
        if each.kind == CHOICE:
            button = ChoiceButton()
            button.set_choices(each.choices)
            button.chosen.connect(lambda words: self._take(each, words))
            widget: QLineEdit | QPlainTextEdit | ChoiceButton = button
        elif each.kind == LINES:
            lines = QPlainTextEdit()
            lines.setPlaceholderText(each.hint)
            lines.setFixedHeight(LINES_HEIGHT)
            lines.setTabChangesFocus(True)
            lines.textChanged.connect(lambda: self._take(each, lines.toPlainText()))
            widget = lines
        else:
            line = QLineEdit()
            line.setPlaceholderText(each.hint)
            line.editingFinished.connect(lambda: self._take(each, line.text().strip()))
            line.installEventFilter(self)
            widget = line
        widget.setAccessibleName(each.title)
        return widget

    def _take(self, each: Field, words: str) -> None:
        if self._spec is not None and words != each.get(self._spec):
            self._spec = each.put(self._spec, words)
            self.changed.emit(self._spec)


def _fill(widget: QWidget, words: str) -> None:
    widget.blockSignals(True)
    if isinstance(widget, ChoiceButton):
        widget.choose(words)
    elif isinstance(widget, QPlainTextEdit):
        if widget.toPlainText() != words and not widget.hasFocus():
            widget.setPlainText(words)
    elif isinstance(widget, QLineEdit) and widget.text() != words:
        widget.setText(words)
    widget.blockSignals(False)
