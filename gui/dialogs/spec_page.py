"""A page of the scheme editor: rows of one kind at the left, the form of the current one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.schemes import LabelSpec
from gui.dialogs.spec_form import Field, SpecForm
from gui.look.fonts import latin_font, ui_font
from gui.look.theme import Theme
from gui.widgets.buttons import TextButton
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane, pass_theme
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import RowModel
from gui.words.label_names import title_of

LIST_WIDTH, CODE_SHARE = 232, 0.46


class SpecDelegate(RowDelegate):
    """Name in its color, title, key."""

    height = 28
    margin = 0

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one row."""
        spec: Any = row
        is_label = isinstance(spec, LabelSpec)
        ink = theme.hue(spec.hue).text if is_label else theme.ui.ink
        line = area.adjusted(8, 0, -8, 0)
        key = spec.key if is_label else ""
        draw_text(painter, line, key, theme.ui.ink_2, font=latin_font(11), align=RIGHT)
        name = QRect(line.left(), line.top(), int(line.width() * CODE_SHARE), line.height())
        draw_text(painter, name, spec.name, ink, font=latin_font(12, 600))
        title = line.adjusted(name.width() + 6, 0, -56 if key else 0, 0)
        draw_text(painter, title, title_of(spec) if spec.titles else "", theme.ui.ink_2, font=ui_font(12))


class SpecPage(QWidget):
    """Asks for changes by signals; the editor holds the draft and gives the rows back."""

    spec_changed = Signal(int, object)
    add_requested = Signal()
    remove_requested = Signal(int)
    move_requested = Signal(int, int)
    merge_requested = Signal(int)

    def __init__(
        self, fields: Sequence[Field], *, can_merge: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model: RowModel[Any] = RowModel(lambda row: f"{row.name} {title_of(row)}")
        self.list = RowList(self._model, SpecDelegate(self), scrolls=True)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.form = SpecForm(fields)
        self.form.changed.connect(lambda spec: self.spec_changed.emit(self.place, spec))
        self.add, self.remove, self.merge = TextButton(), TextButton(), TextButton()
        self.up, self.down = TextButton("↑"), TextButton("↓")
        for button, act in (
            (self.add, self.add_requested.emit),
            (self.remove, lambda: self._of_current(self.remove_requested.emit)),
            (self.up, lambda: self._move(-1)),
            (self.down, lambda: self._move(1)),
            (self.merge, lambda: self._of_current(self.merge_requested.emit)),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        self.merge.setVisible(can_merge)
        self._lay_out(can_merge)
        self.retranslate()

    @property
    def place(self) -> int:
        """Which row is the current one; -1 where there is none."""
        return self.list.currentIndex().row()

    def set_rows(self, rows: Sequence[Any], place: int | None = None) -> None:
        """Show ``rows``; the current one stays, or is that at ``place``."""
        wanted = self.place if place is None else place
        self._model.set_rows(rows)
        if rows:
            self.list.select_row(max(0, min(wanted, len(rows) - 1)))
        self._show_current()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        pass_theme(self, theme)

    def retranslate(self) -> None:
        """Word the buttons."""
        self.add.set_words(self.tr("Add"))
        self.remove.set_words(self.tr("Remove"))
        self.merge.set_words(self.tr("Merge into…"))
        self.up.setAccessibleName(self.tr("Up"))
        self.down.setAccessibleName(self.tr("Down"))

    def _lay_out(self, can_merge: bool) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        shown = (self.add, self.remove, self.up, self.down, *((self.merge,) if can_merge else ()))
        for button in shown:
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = Pane("surface")
        holder.setLayout(QVBoxLayout())
        holder.layout().setContentsMargins(2, 0, 14, 0)  # type: ignore[union-attr]
        holder.layout().addWidget(self.form)  # type: ignore[union-attr]
        scroll.setWidget(holder)
        OverlayScroll(scroll)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(scroll, 1)

    def _show_current(self) -> None:
        rows = self._model.rows
        self.form.set_spec(rows[self.place] if 0 <= self.place < len(rows) else None)

    def _move(self, by: int) -> None:
        if 0 <= self.place + by < len(self._model.rows):
            self.move_requested.emit(self.place, self.place + by)

    def _of_current(self, act: Callable[[int], object]) -> None:
        if self.place >= 0:
            act(self.place)
