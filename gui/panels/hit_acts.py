"""What is done to the places that are ticked: marked, or the marks on them relabelled or reviewed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.schemes import Scheme
from gui.widgets.buttons import KeycapButton, TextButton
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.pane import Words
from gui.words.label_names import label_title

MARGIN = 12


class HitActs(QWidget):
    """Buttons below the places, and above them (``head``) how many there are.

    ``act_chosen`` gives the kind of an act (``mark relabel accept reject``) and its label.
    """

    act_chosen = Signal(tuple)
    all_turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._is_on_marks, self._chosen = False, 0
        self.count = Words(ink="ink_2", pixels=12)
        self.count.setWordWrap(True)
        self.all = TextButton()
        self.all.clicked.connect(self.all_turned)
        self.labels = ChoiceButton()
        self.mark = KeycapButton("")
        self.accept, self.reject = TextButton(pixels=13), TextButton(pixels=13)
        self.mark.clicked.connect(self._label)
        self.accept.clicked.connect(lambda: self.act_chosen.emit(("accept", "")))
        self.reject.clicked.connect(lambda: self.act_chosen.emit(("reject", "")))
        self.head = self._row(self.count, self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row(self.labels, self.mark))
        self._reviews = self._row(None, self.accept, self.reject)
        column.addWidget(self._reviews)
        self.set_on_marks(False)

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer the labels of a scheme."""
        self._scheme = scheme
        titles = ((spec.name, label_title(scheme, spec.name)) for spec in scheme.labels)
        self.labels.set_choices([(name, f"{name} {title}") for name, title in titles])

    def set_on_marks(self, is_on_marks: bool) -> None:
        """Offer what is done to marks, or what is done to words."""
        self._is_on_marks = is_on_marks
        self._reviews.setVisible(is_on_marks)
        self._word()

    def tell(self, words: str, *, chosen: int, listed: int) -> None:
        """Say what was found, and how many of those listed are ticked."""
        self.count.setText(words)
        self._chosen = chosen
        self.all.setVisible(listed > 0)
        self.all.set_words(self.tr("None") if chosen == listed else self.tr("All"))
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            if self._scheme is not None:
                self.set_scheme(self._scheme)
        super().changeEvent(event)

    def _word(self) -> None:
        self.labels.setAccessibleName(self.tr("Label"))
        relabel = self.tr("Relabel %n mark(s)", "", self._chosen)
        self.mark.setText(relabel if self._is_on_marks else self.tr("Mark %n place(s)", "", self._chosen))
        self.accept.set_words(self.tr("Accept %n mark(s)", "", self._chosen))
        self.reject.set_words(self.tr("Reject %n mark(s)", "", self._chosen))
        self.mark.updateGeometry()
        for button in (self.mark, self.accept, self.reject):
            button.setEnabled(self._chosen > 0)

    def _label(self) -> None:
        self.act_chosen.emit(("relabel" if self._is_on_marks else "mark", self.labels.choice))

    def _row(self, first: QWidget | None, *others: QWidget) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        if first is not None:
            layout.addWidget(first, 1)
        else:
            layout.addStretch(1)
        for other in others:
            layout.addWidget(other)
        return row
