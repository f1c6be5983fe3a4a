"""What is looked for, and where: words or a pattern, in the text or on marks, here or in the folder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.schemes import Scheme
from core.text.find import Query
from gui.widgets.buttons import IconButton, TextButton
from gui.widgets.choice_button import ChoiceButton
from gui.widgets.search_field import SearchField
from gui.widgets.segmented import Segmented
from gui.words.label_names import label_title

MARGIN = 12
TEXT, ANY_MARK = "", "*"


class FindOptions(QWidget):
    """Tells by ``query_changed`` whenever something else is looked for, or elsewhere."""

    query_changed = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self.scope = "article"
        self.field = SearchField()
        self.field.textChanged.connect(self.query_changed)
        self.pattern = TextButton(".*", pixels=13)
        self.pattern.setCheckable(True)
        self.pattern.toggled.connect(self.query_changed)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close_requested)
        self.scopes = Segmented([("article", ""), ("folder", "")], pixels=12, height=26, padding=10)
        self.scopes.chosen.connect(self._take_scope)
        self.scopes.choose(self.scope)
        self.places = ChoiceButton()
        self.places.chosen.connect(lambda _: self.query_changed.emit())
        head, where = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.field, 1)
        head.addWidget(self.pattern)
        head.addWidget(self._close)
        where.setSpacing(8)
        where.addWidget(self.scopes)
        where.addWidget(self.places, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(where)
        self._retranslate()

    @property
    def query(self) -> Query:
        """What is looked for."""
        place = self.places.choice
        label = None if place in (TEXT, ANY_MARK) else place
        return Query(self.field.text(), self.pattern.isChecked(), place != TEXT, label)

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer marks of the labels of a scheme."""
        self._scheme = scheme
        self._offer_places()

    def choose_scope(self, scope: str) -> None:
        """Look in the open ``article``, or in all of the ``folder``."""
        self.scopes.choose(scope)
        self._take_scope(scope)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _take_scope(self, scope: str) -> None:
        if scope != self.scope:
            self.scope = scope
            self._hint()
            self.query_changed.emit()

    def _offer_places(self) -> None:
        offered = [(TEXT, self.tr("In the text")), (ANY_MARK, self.tr("On marks"))]
        if self._scheme is not None:
            offered += [
                (spec.name, self.tr("On {0} {1}").format(spec.name, label_title(self._scheme, spec.name)))
                for spec in self._scheme.labels
            ]
        self.places.set_choices(offered)

    def _hint(self) -> None:
        is_here = self.scope == "article"
        self.field.set_hint(self.tr("Find in this article") if is_here else self.tr("Find in the folder"))

    def _retranslate(self) -> None:
        self._hint()
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.pattern.setAccessibleName(self.tr("Regular expression"))
        self.pattern.setToolTip(self.tr("Regular expression"))
        self.places.setAccessibleName(self.tr("Where to look"))
        self.scopes.set_text("article", self.tr("Article"))
        self.scopes.set_text("folder", self.tr("Folder"))
        self._offer_places()
