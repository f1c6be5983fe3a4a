"""What the scheme asks of the whole article: each question with its choices, of which some are taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.schemes import ArticleLabelSpec, Scheme
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.panel_head import PanelHead
from gui.widgets.buttons import RADIUS, TextButton
from gui.widgets.pane import Pane, Words, pass_theme
from gui.widgets.wrapped_row import WrappedRow
from gui.words.label_names import title_of

MARGIN = 16


class ChoiceChip(TextButton):
    """A choice that can be taken: framed, on a ground with a frame of ink where it is taken."""

    def paint_face(self, painter: QPainter, theme: Theme) -> None:
        """Frame, ground, words."""
        painter.setPen(QPen(theme.ui.ink if self.isChecked() else theme.ui.line_strong, 1))
        painter.setBrush(self.ground_color(theme) or theme.ui.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        painter.setFont(ui_font(12))
        painter.setPen(theme.ui.ink if self.isEnabled() else theme.ui.ink_off)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class ChoiceRow(WrappedRow):
    """One question; its choices go on in a further row where the panel is narrow. Left and right move."""

    answered = Signal(str, tuple)
    leave_requested = Signal()
    gap = 4
    narrowest = 200

    def __init__(self, spec: ArticleLabelSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.chips = {choice: ChoiceChip(choice, parent=self) for choice in spec.choices}
        for choice, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setAccessibleName(f"{title_of(spec)}: {choice}")
            chip.installEventFilter(self)
            chip.clicked.connect(lambda _=False, choice=choice: self._take(choice))

    def set_values(self, values: tuple[str, ...]) -> None:
        """Show what is taken."""
        for choice, chip in self.chips.items():
            chip.setChecked(choice in values)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        pass_theme(self, theme)

    def buttons(self) -> Iterable[ChoiceChip]:
        """The choices."""
        return self.chips.values()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move among the choices, Esc goes back to the article."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
            return True
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        chips = list(self.chips.values())
        place = next(number for number, chip in enumerate(chips) if chip is watched)
        chips[(place + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _take(self, choice: str) -> None:
        """Several stay taken where the question allows it; a second press takes a choice back."""
        is_taken = self.chips[choice].isChecked()
        if not self._spec.is_multiple:
            self.set_values((choice,) if is_taken else ())
        values = tuple(name for name, chip in self.chips.items() if chip.isChecked())
        self.answered.emit(self._spec.name, values)


class ArticleLabelForm(Pane):
    """All questions, one below the other; hidden where the scheme has none."""

    answered = Signal(str, tuple)
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), edge_token="line", parent=parent)
        self._rows: dict[str, ChoiceRow] = {}
        self._titles: list[tuple[ArticleLabelSpec, Words]] = []
        self._head = PanelHead()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 10)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._head)
        self.hide()

    def row(self, name: str) -> ChoiceRow:
        """The choices of a question."""
        return self._rows[name]

    def set_scheme(self, scheme: Scheme) -> None:
        """Ask what ``scheme`` asks."""
        while self._layout.count() > 1:
            item = self._layout.takeAt(1)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self._rows, self._titles = {}, []
        for spec in scheme.article_labels:
            self._add(spec)
        self.setVisible(bool(self._rows))
        self.retranslate()
        if self._theme:
            self.set_theme(self._theme)

    def set_labels(self, labels: Mapping[str, tuple[str, ...]]) -> None:
        """Show the labels that the article has."""
        for name, row in self._rows.items():
            row.set_values(labels.get(name, ()))

    def focus_first(self) -> bool:
        """Give the focus to the first choice; False where nothing is asked."""
        for row in self._rows.values():
            next(iter(row.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def retranslate(self) -> None:
        """Speak another language."""
        self._head.set_words(self.tr("Whole article"))
        for spec, words in self._titles:
            words.setText(title_of(spec))

    def _add(self, spec: ArticleLabelSpec) -> None:
        title, row = Words(title_of(spec), "ink_2", pixels=12), ChoiceRow(spec)
        row.answered.connect(self.answered)
        row.leave_requested.connect(self.leave_requested)
        for widget in (title, row):
            inset = QWidget()
            layout = QVBoxLayout(inset)
            layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
            layout.addWidget(widget)
            self._layout.addWidget(inset)
        self._rows[spec.name] = row
        self._titles.append((spec, title))
