"""Where a file is to be written, and in which form: the system's dialog, its endings kept right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class FormChoice(QFileDialog):
    """Offers ``forms``, each with its words and the suffix that it has."""

    form_chosen = Signal(Path, int)

    def __init__(
        self, title: str, suggested: Path, forms: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, title, str(suggested.parent))
        self._forms = tuple(forms)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([words for words, _ in forms])
        self.setDefaultSuffix(forms[0][1])
        self.selectFile(suggested.name)
        self.filterSelected.connect(self._follow)
        self.fileSelected.connect(lambda name: self.form_chosen.emit(Path(name), self._form()))

    def _form(self) -> int:
        words = [words for words, _ in self._forms]
        chosen = self.selectedNameFilter()
        return words.index(chosen) if chosen in words else 0

    def _follow(self) -> None:
        """Give the name the ending of the form that was picked."""
        suffix = self._forms[self._form()][1]
        self.setDefaultSuffix(suffix)
        for name in self.selectedFiles()[:1]:
            self.selectFile(Path(name).with_suffix(suffix).name)
