"""The desk: the article between its files and its panel, and how the room is shared out.

Wide windows hold everything side by side. Below ``narrow_below`` the panel is smaller and the files open
over nothing but by their button; below ``single_below`` the panel lies over the article while it is open.
Where files and guidelines leave the article too little, the files wait until the guidelines are closed.
Widths that the user drags are remembered for each mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.look.metrics import load_metrics

ARTICLE_MIN = 320
"""Pixels that the article is left at least."""

SEAMS = 2
"""Pixels between the article, the guidelines and the panel."""


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What lies on the desk: ``panels`` by mode, ``guests`` in their place, bars over and under the article.

    ``guidelines`` stand between the article and the panel while they are wanted.
    """

    files: QWidget
    article: QWidget
    panels: Mapping[str, QWidget]
    guests: tuple[QWidget, ...]
    guidelines: QWidget
    rail: QWidget
    bars_above: tuple[QWidget, ...] = ()
    bars_below: tuple[QWidget, ...] = ()


class Desk(QWidget):
    """Lays out what it is given; knows nothing of what it shows."""

    panel_shown = Signal(bool)

    def __init__(self, parts: DeskParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_rules = load_metrics().layout
        self._parts = parts
        self._mode = "read"
        self._widths: dict[str, int] = {}
        self._is_panel_wanted = self._is_files_wanted = False
        self._is_overlay_open = self._is_focused = False
        self._panel = QStackedWidget()
        for panel in (*dict.fromkeys(parts.panels.values()), *parts.guests):
            self._panel.addWidget(panel)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._middle())
        self._splitter.addWidget(parts.guidelines)
        self._splitter.addWidget(self._panel)
        parts.guidelines.hide()
        parts.guidelines.setMinimumWidth(self._layout_rules.guidelines_min)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.splitterMoved.connect(self._remember_width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(parts.files)
        row.addWidget(self._splitter, 1)
        row.addWidget(parts.rail)
        parts.files.setFixedWidth(self._layout_rules.files)
        parts.files.hide()
        self._panel.installEventFilter(self)

    @property
    def is_panel_over_article(self) -> bool:
        """Whether the window is so narrow that the panel covers part of the article."""
        return self.isVisible() and self.width() < self._layout_rules.single_below

    @property
    def panel(self) -> QWidget:
        """The panel that is shown, or would be: that of the mode, or a guest."""
        return self._panel.currentWidget() or self._panel

    def widths(self) -> dict[str, int]:
        """The panel widths that the user has set, by mode."""
        return dict(self._widths)

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take the widths of an earlier session."""
        self._widths = dict(widths)
        self._arrange()

    def set_mode(self, mode: str) -> None:
        """Show the panel of a mode, at its width."""
        self._mode = mode
        self._panel.setCurrentWidget(self._parts.panels[mode])
        self._arrange()

    def set_guest(self, guest: QWidget | None) -> None:
        """Put a guest into the place of the mode's panel, or give that back."""
        self._panel.setCurrentWidget(guest or self._parts.panels[self._mode])
        self._arrange()

    def set_panel_shown(self, is_shown: bool) -> None:
        """Open or close the panel; the rail stays. A wish in a narrow window ends with it."""
        if self.is_panel_over_article:
            self._is_overlay_open = is_shown
        else:
            self._is_panel_wanted = is_shown
        self._arrange()
        if is_shown and self.is_panel_over_article:
            self._panel.setFocus()

    def set_guidelines_shown(self, is_shown: bool) -> None:
        """Open or close the guidelines beside the article."""
        self._parts.guidelines.setVisible(is_shown)
        self._arrange()

    def set_files_shown(self, is_shown: bool) -> None:
        """Open or close the list of files."""
        self._is_files_wanted = is_shown
        self._arrange()

    def set_focused(self, is_focused: bool) -> None:
        """Leave nothing beside the article, or put everything back as it was."""
        self._is_focused = is_focused
        self._parts.rail.setVisible(not is_focused)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the room out for the first time."""
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        self._share_out()

    def _share_out(self) -> None:
        if not self.is_panel_over_article:
            self._is_overlay_open = False
        self._arrange()
        self.panel_shown.emit(self._is_panel_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close a panel that lies over the article by Esc."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self.is_panel_over_article:
            self.set_panel_shown(False)
            self.panel_shown.emit(False)
            self._parts.article.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in self._parts.bars_above:
            column.addWidget(bar)
        column.addWidget(self._parts.article, 1)
        for bar in self._parts.bars_below:
            column.addWidget(bar)
        middle.setMinimumWidth(ARTICLE_MIN)
        return middle

    @property
    def _is_panel_open(self) -> bool:
        is_wanted = self._is_overlay_open if self.is_panel_over_article else self._is_panel_wanted
        return is_wanted and not self._is_focused

    def _arrange(self) -> None:
        self._parts.files.setVisible(self._is_files_wanted and not self._is_focused and self._has_room())
        if self.is_panel_over_article:
            self._lay_over_article()
        else:
            self._lay_beside_article()

    def _has_room(self) -> bool:
        """Whether the files have room beside the article; the guidelines come first."""
        beside = self._layout_rules.files + self._guidelines_width() + self._layout_rules.rail
        if self._is_panel_open and not self.is_panel_over_article:
            beside += self._panel_width()
        return self._parts.guidelines.isHidden() or self.width() >= ARTICLE_MIN + beside + SEAMS

    def _lay_over_article(self) -> None:
        if self._panel.parent() is not self:
            self._panel.setParent(self)
        width = self._layout_rules.panel_narrow
        right = self.width() - self._parts.rail.width()
        self._panel.setGeometry(right - width, 0, width, self.height())
        self._panel.setVisible(self._is_panel_open)
        self._panel.raise_()
        beside = self._guidelines_width()
        self._splitter.setSizes([max(0, self._splitter.width() - beside - 1), beside])

    def _lay_beside_article(self) -> None:
        if self._panel.parent() is not self._splitter:
            self._splitter.addWidget(self._panel)
        self._panel.setVisible(self._is_panel_open)
        width = self._panel_width()
        self._panel.setMinimumWidth(min(width, self._layout_rules.panel_annotate))
        beside = self._guidelines_width()
        self._splitter.setSizes([max(0, self._splitter.width() - width - beside - SEAMS), beside, width])

    def _guidelines_width(self) -> int:
        """What the guidelines take: what the user has set, and less where it is narrow."""
        if self._parts.guidelines.isHidden():
            return 0
        rules = self._layout_rules
        if self.width() < rules.narrow_below:
            return rules.guidelines_min
        return self._widths.get("guidelines", rules.guidelines)

    def _panel_width(self) -> int:
        rules = self._layout_rules
        if self.width() < rules.narrow_below:
            return min(rules.panel_narrow, self._default_width())
        return self._widths.get(self._mode, self._default_width())

    def _default_width(self) -> int:
        return self._layout_rules.panel_annotate if self._mode == "annotate" else self._layout_rules.panel

    def _remember_width(self) -> None:
        if self.width() >= self._layout_rules.narrow_below:
            sizes = self._splitter.sizes()
            self._widths[self._mode] = sizes[2]
            if not self._parts.guidelines.isHidden():
                self._widths["guidelines"] = sizes[1]
