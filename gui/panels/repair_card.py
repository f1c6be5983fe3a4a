"""The card of the current repair: its line, the evidence, what can be decided."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.document import Document
from core.repair_rows import alike, in_line, suggestions
from core.repairs import Repair
from gui.panels.context_line import ContextLine
from gui.widgets.buttons import IconButton, KeycapButton, TextButton
from gui.widgets.fact_rows import FactRows
from gui.widgets.keycaps import keys_of
from gui.widgets.pane import Pane, Words
from gui.words.repair_words import kind_title, visible

INDENT = 8
LONGEST_TITLE = 6
_PARTS = re.compile(rf"[；\n](?=[^：；\n]{{1,{LONGEST_TITLE}}}：)|\n")


class RepairCard(Pane):
    """Shows one repair; emits what a person decides, for this one or for all alike."""

    repairs_decided = Signal(tuple, str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("panel", ("bottom",), parent=parent)
        self._document: Document | None = None
        self._repair: Repair | None = None
        self._alike: tuple[Repair, ...] = ()
        self._title = Words(weight=600)
        self._place = Words(ink="ink_2")
        self._previous, self._next = IconButton("chevron-left"), IconButton("chevron-right")
        self._previous.set_action(actions["go.previous_repair"])
        self._next.set_action(actions["go.next_repair"])
        self._line = ContextLine()
        self._facts = FactRows(46)
        self._accept = KeycapButton("", keys_of(actions["mark.confirm"].shortcut()), primary=True)
        self._reject = KeycapButton("", keys_of(actions["mark.reject"].shortcut()))
        self._confidence = Words(pixels=22)
        self._group = TextButton(pixels=13)
        self._accept.clicked.connect(lambda: self._decide("applied"))
        self._reject.clicked.connect(lambda: self._decide("rejected"))
        self._group.clicked.connect(self._accept_alike)
        self._lay_out()
        self.set_repair(None, None)

    def set_repair(self, document: Document | None, repair_id: str | None) -> None:
        """Show the repair of that id, or that none is chosen."""
        row = in_line(document, repair_id) if document and repair_id else None
        self._document, self._repair = document, row.repair if row else None
        self._alike = alike(document, row.repair) if document and row else ()
        self._line.set_row(row)
        for widget in (self._line, self._confidence):
            widget.setVisible(row is not None)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        head.addWidget(self._previous)
        head.addWidget(self._next)
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._reject)
        buttons.addStretch(1)
        buttons.addWidget(self._confidence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INDENT, 8, INDENT, 10)
        layout.setSpacing(0)
        for part, gap in ((head, 0), (self._line, 4), (self._facts, 12), (buttons, 10)):
            part.setContentsMargins(INDENT, 0, INDENT, 0)
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
            layout.addSpacing(gap)
        layout.addWidget(self._group, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self) -> None:
        repair = self._repair
        self._title.setText(self._title_words(repair))
        self._place.setText(self._place_words(repair))
        self._facts.set_rows(self._fact_words(repair) if repair else [])
        self._accept.setVisible(repair is not None and repair.status != "applied")
        self._reject.setVisible(repair is not None and repair.status != "rejected")
        self._accept.setText(self.tr("Accept"))
        is_applied = repair is not None and repair.status == "applied"
        self._reject.setText(self.tr("Revert") if is_applied else self.tr("Reject"))
        self._confidence.setText(percent(repair.confidence) if repair else "")
        self._group.setVisible(len(self._alike) > 1)
        self._group.set_words(self._group_words())

    def _group_words(self) -> str:
        count = len(self._alike)
        if len({repair.replacement for repair in self._alike}) == 1:
            words = self.tr("Accept all %n “{0}”", "", count)
            return words.format(visible(self._alike[0].replacement))
        kind = kind_title(self._alike[0].kind) if self._alike else ""
        return self.tr("Accept all %n of the kind “{0}”", "", count).format(kind)

    def _title_words(self, repair: Repair | None) -> str:
        if repair is None:
            return self.tr("No repair chosen")
        return {
            "suggested": self.tr("Pending"),
            "applied": self.tr("Repaired"),
            "rejected": self.tr("Rejected"),
        }[repair.status]

    def _place_words(self, repair: Repair | None) -> str:
        if repair is None or self._document is None:
            return ""
        if repair.status != "suggested":
            return kind_title(repair.kind)
        waiting = [row.repair.id for row in suggestions(self._document)]
        return f"{waiting.index(repair.id) + 1} / {len(waiting)}"

    def _fact_words(self, repair: Repair) -> list[tuple[str, str]]:
        proof = self.tr("Proved: damaging it again gives the source") if repair.proved else ""
        original = visible(repair.original)
        return [
            (self.tr("Source"), original),
            *evidence_rows(repair, self.tr("Evidence")),
            (self.tr("Proof"), proof),
        ]

    def _accept_alike(self) -> None:
        self.repairs_decided.emit(tuple(repair.id for repair in self._alike), "applied")

    def _decide(self, status: str) -> None:
        if self._repair:
            self.repairs_decided.emit((self._repair.id,), status)


def evidence_rows(repair: Repair, usual: str) -> list[tuple[str, str]]:
    """The evidence by its parts, each under its own title where it has one (页内：…；词语：…)."""
    rows = []
    for part in _PARTS.split(repair.evidence):
        title, colon, words = part.partition("：")
        rows.append((title, words) if colon and len(title) <= LONGEST_TITLE else (usual, part))
    return rows


def percent(confidence: float) -> str:
    """A confidence as a whole percentage; only a proof is 100%.

    >>> percent(0.9966), percent(0.58), percent(1.0)
    ('99%', '58%', '100%')
    """
    return f"{int(round(confidence * 100, 6))}%"
