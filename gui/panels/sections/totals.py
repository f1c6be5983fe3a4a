"""What an article comes to: 3 questions, 14 names, 41 figures; and its errors per 10,000 characters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.document import Document
from core.overview import figure_groups, names
from core.schemes import Scheme
from gui.widgets.pane import Words
from gui.words.label_names import labels_of_group
from gui.words.language import window_language


@dataclass(frozen=True, slots=True)
class Totals:
    """How many open questions, names and figures there are, and the errors per 10,000 characters.

    A name or figure at several places is one, as in the proof report.
    ``errors`` counts what a person has called a mistake, ``possible`` also what is still asked.
    """

    questions: int
    names: int
    figures: int
    characters: int
    errors: float
    possible: float


def totals_of(document: Document, scheme: Scheme) -> Totals:
    """Count an article."""
    from core.checks.error_rate import error_rate  # with all that asks

    rate = error_rate(document)
    return Totals(
        sum(finding.decision is None for finding in document.findings),
        len(names(document, labels_of_group(scheme, "names"))),
        len(figure_groups(document, labels_of_group(scheme, "figures"))),
        rate.characters,
        rate.confirmed,
        rate.possible,
    )


class TotalsRow(QWidget):
    """Two lines of words; the tooltip of the second names the rule that it counts by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.rate = Words(), Words(ink="ink_2", pixels=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for words in (self.counts, self.rate):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(words)

    def show_totals(self, totals: Totals) -> None:
        """Say what an article comes to."""
        said = (
            self.tr("Questions {0}").format(totals.questions),
            self.tr("Names {0}").format(totals.names),
            self.tr("Figures {0}").format(totals.figures),
        )
        self.counts.setText(("，" if window_language() == "zh" else ", ").join(said))
        errors, possible = f"{totals.errors:.1f}", f"{totals.possible:.1f}"
        words = self.tr("Errors per 10,000 characters: {0}").format(errors)
        if totals.possible > totals.errors:
            words += self.tr(" ({0} if all questions are mistakes)").format(possible)
        self.rate.setText(words)
        self.rate.setToolTip(self._rule(totals))
        self.rate.setAccessibleDescription(self._rule(totals))

    def _rule(self, totals: Totals) -> str:
        rule = self.tr(
            "Counted as the quality rules for newspapers and periodicals count errors "
            "(报纸编校差错率计算方法, annex of 报纸期刊质量管理规定, 2020): a wrong fact, word or figure 1, "
            "numerals and signs 0.1, twice as much in titles and for names and dates, the same mistake "
            "three times at most. Only what you have called a mistake counts."
        )
        characters = self.tr("Characters {0}").format(totals.characters)
        return f"{rule}\n{characters}"
