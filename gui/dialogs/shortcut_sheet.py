"""The shortcut sheet: all keys on one page, by menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from core.schemes import Scheme
from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.models.commands import Command
from gui.widgets.keycaps import keycaps_width, keys_of, paint_keycaps
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.row_list import draw_text
from gui.words.label_names import label_title

COLUMN, GAP = 360, 40
HEAD, ROW = 36, 26
SIZE = QSize(2 * COLUMN + GAP + 72, 640)

Group = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]


class ShortcutSheet(ThemedDialog):
    """Shows what the keys do; nothing to press but Close."""

    def __init__(
        self, theme: Theme, commands: Sequence[Command], scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.heading.setText(self.tr("Keyboard shortcuts"))
        groups = (*groups_of(commands), (self.tr("Labels"), label_keys(scheme)))
        page = ShortcutPage(groups)
        scroll = QScrollArea()
        scroll.setAccessibleName(page.accessibleName())
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        OverlayScroll(scroll)
        self.body.addWidget(scroll, 1)
        self.add_words(self.tr("Digits, Enter, Delete and arrows act while the article has the focus (F6)."))
        self.add_button(self.tr("Close"), primary=True).clicked.connect(self.accept)
        self.resize_within(SIZE)
        self.set_theme(theme)


class ShortcutPage(QWidget):
    """The groups in as many columns as there is room for."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        self._theme: Theme | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("\n".join(lines_of(self._groups)))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As tall as the tallest column."""
        return max((height_of(column) for column in self._columns(width)), default=0)

    def sizeHint(self) -> QSize:
        """Two columns."""
        width = 2 * COLUMN + GAP
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every column."""
        if self._theme is None:
            return
        painter = QPainter(self)
        columns = self._columns(self.width())
        width = (self.width() - GAP * (len(columns) - 1)) // len(columns) - 10
        for place, column in enumerate(columns):
            self._paint_column(painter, place * (width + GAP + 5), width, column, self._theme)

    def _columns(self, width: int) -> list[list[Group]]:
        """One column or two; the second begins where the halves are most even."""
        if width < 2 * 280 + GAP:
            return [list(self._groups)]
        cuts = range(1, len(self._groups))
        cut = min(
            cuts, key=lambda n: max(height_of(self._groups[:n]), height_of(self._groups[n:])), default=1
        )
        return [list(self._groups[:cut]), list(self._groups[cut:])]

    def _paint_column(
        self, painter: QPainter, left: int, width: int, groups: Sequence[Group], theme: Theme
    ) -> None:
        top, ui = 0, theme.ui
        for title, rows in groups:
            draw_text(painter, QRect(left, top, width, HEAD), title, ui.ink, font=ui_font(13, 600))
            top += HEAD
            for words, keys in rows:
                keys_left = left + width - keycaps_width(keys)
                draw_text(painter, QRect(left, top, keys_left - left - 8, ROW), words, ui.ink_2)
                place = QPoint(keys_left, top + ROW // 2)
                paint_keycaps(painter, place, keys, ui.ink_2, ui.line_strong, ui.surface)
                top += ROW
            top += 8


def groups_of(commands: Sequence[Command]) -> tuple[Group, ...]:
    """The acts that have keys, by menu."""
    menus = dict.fromkeys(command.menu for command in commands)
    rows = {menu: tuple((c.title, c.keys) for c in commands if c.menu == menu and c.keys) for menu in menus}
    return tuple((menu, keyed) for menu, keyed in rows.items() if keyed)


def label_keys(scheme: Scheme) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys of the labels."""
    return tuple(
        (f"{label_title(scheme, spec.name)} {spec.name}", keys_of(spec.key))
        for spec in scheme.labels
        if spec.key
    )


def height_of(groups: Sequence[Group]) -> int:
    """How tall a column of groups is."""
    return sum(HEAD + ROW * len(rows) + 8 for _, rows in groups)


def lines_of(groups: Sequence[Group]) -> list[str]:
    """The sheet as lines of text."""
    return [f"{words} {'+'.join(keys)}" for _, rows in groups for words, keys in rows]
