"""The bar of the annotator's view: every label with its key; a press asks for that label."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from core.schemes import Scheme
from gui.look.metrics import load_metrics
from gui.look.theme import Theme
from gui.panels.label_button import HEIGHT, LabelButton, MoreButton
from gui.widgets.pane import Pane
from gui.words.label_names import label_title

GAP = 2
DIVIDER_ROOM = 17
SIDE = 12


class LabelBar(Pane):
    """Shows the labels of a scheme in the order of their keys, a line between their groups."""

    label_chosen = Signal(str)

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("top",), parent=parent)
        self._scheme = scheme
        self._is_compact = False
        self._current: str | None = None
        self._sticky: str | None = None
        self._buttons: list[LabelButton] = []
        self._rest: list[LabelButton] = []
        self._dividers: list[int] = []
        self._more = MoreButton(parent=self)
        self._more.clicked.connect(self._open_menu)
        self.setFixedHeight(load_metrics().layout.label_bar)
        self.setAccessibleName(self.tr("Labels"))
        self.set_scheme(scheme)

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the labels of ``scheme``."""
        self._scheme = scheme
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [LabelButton(spec, label_title(scheme, spec.name), self) for spec in scheme.labels]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, name=button.spec.name: self.label_chosen.emit(name))
            if self._theme is not None:
                button.set_theme(self._theme)
        self.set_current(self._current)
        self.set_sticky(self._sticky)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        super().set_theme(theme)
        for button in (*self._buttons, self._more):
            button.set_theme(theme)

    def set_current(self, label: str | None) -> None:
        """Show which label the selected mark has."""
        self._current = label
        for button in self._buttons:
            button.setChecked(button.spec.name == label)

    def set_sticky(self, label: str | None) -> None:
        """Frame the label that sticks, or none."""
        self._sticky = label
        for button in self._buttons:
            button.set_sticky(button.spec.name == label)

    def set_compact(self, is_compact: bool) -> None:
        """Leave the titles out, in a narrow window."""
        self._is_compact = is_compact
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many labels as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_scheme(self._scheme)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the lines between groups."""
        super().paintEvent(event)
        if self._theme is not None:
            painter = QPainter(self)
            for x in self._dividers:
                line = QRect(x, (self.height() - 20) // 2, 1, 20)
                painter.fillRect(line, self._theme.ui.line_strong)

    def _arrange(self) -> None:
        """Place what fits, centered. First titles give way, then labels go behind the last button."""
        shown = [button for button in self._buttons if "+" not in button.spec.key]
        room = self.width() - 2 * SIDE
        self._leave_titles_out(self._is_compact)
        if self._width_of(shown) > room:
            self._leave_titles_out(True)
        while shown and self._width_of(shown) > room:
            shown.pop()
        self._rest = [button for button in self._buttons if button not in shown]
        for hidden in self._rest:
            hidden.hide()
        self._more.setText(self.tr("%1 more").replace("%1", str(len(self._rest))))
        self._more.setVisible(bool(self._rest))
        self._dividers = []
        x = max(SIDE, (self.width() - self._width_of(shown)) // 2)
        top = (self.height() - HEIGHT) // 2 + 1
        for button, has_line in self._with_lines(shown):
            if has_line:
                self._dividers.append(x + DIVIDER_ROOM // 2 - GAP)
                x += DIVIDER_ROOM
            button.setGeometry(x, top, button.sizeHint().width(), HEIGHT)
            button.show()
            x += button.width() + GAP
        self.update()

    def _leave_titles_out(self, are_out: bool) -> None:
        for button in self._buttons:
            button.set_compact(are_out)

    def _width_of(self, shown: list[LabelButton]) -> int:
        return sum(
            button.sizeHint().width() + GAP + (DIVIDER_ROOM if has_line else 0)
            for button, has_line in self._with_lines(shown)
        )

    def _with_lines(self, shown: list[LabelButton]) -> Iterator[tuple[LabelButton | MoreButton, bool]]:
        """The buttons to show, and whether a group begins there; grey names are one of their own."""
        before: tuple[str, bool] | None = None
        for button in shown:
            group = (button.spec.group, button.spec.hue == "term")
            yield button, before is not None and group != before
            before = group
        if len(shown) < len(self._buttons):
            yield self._more, before is not None

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for button in self._rest:
            spec = button.spec
            action = menu.addAction(f"{spec.name}  {label_title(self._scheme, spec.name)}\t{spec.key}")
            action.triggered.connect(lambda _=False, name=spec.name: self.label_chosen.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
