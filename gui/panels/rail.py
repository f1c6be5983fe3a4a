"""The rail: one icon a section; a cinnabar dot says that something there waits."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look.metrics import load_metrics
from gui.panels.sections.titles import TITLES, section_title
from gui.widgets.buttons import IconButton
from gui.widgets.pane import Pane

BUTTON = 32


class Rail(Pane):
    """Emits ``section_chosen`` with a section's id; up and down keys move along it."""

    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        size = load_metrics().layout.icon_rail
        self._buttons = {name: IconButton(name, size=BUTTON, icon_size=size) for name in TITLES}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 0, 8)
        layout.setSpacing(6)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, name=name: self.section_chosen.emit(name))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setFixedWidth(load_metrics().layout.rail)
        self._retranslate()

    def set_current(self, section: str) -> None:
        """Show which section is in sight."""
        self._buttons[section].setChecked(True)

    def set_waiting(self, sections: Collection[str]) -> None:
        """Put the dot on ``sections`` and on no other."""
        for name, button in self._buttons.items():
            button.set_dot(name in sections)

    def button(self, section: str) -> IconButton:
        """The button of a section."""
        return self._buttons[section]

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for section, button in self._buttons.items():
            button.setAccessibleName(section_title(section))
            button.setToolTip(section_title(section))
