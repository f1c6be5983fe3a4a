"""What the article says about itself, and the legend."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from core.article import Article
from core.document import Document
from core.schemes import Scheme
from gui.label_names import hue_titles, label_hue
from gui.legend import Legend
from gui.pane import Words
from gui.sections.section import MARGIN, TITLE_LEFT, Section, Summary

LABEL_WIDTH = 48


class ArticleSection(Section):
    """Date, source and byline as rows, only those that the article has; below them the legend."""

    hues_hidden = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("article", parent)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(TITLE_LEFT, 0, MARGIN, 4)
        self._rows.setHorizontalSpacing(0)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._rows.setColumnStretch(1, 1)
        self.legend = Legend()
        self.legend.hues_hidden.connect(self.hues_hidden)
        self.body_layout.addLayout(self._rows)
        self.body_layout.addWidget(self.legend)
        self._shown: list[tuple[str, str]] = []

    def summary(self, document: Document, scheme: Scheme) -> Summary:
        """Source and day, while closed."""
        article = document.article
        day = (article.published or "")[:10]
        return Summary("", " ".join(filter(None, (article.publisher, day))))

    def show_document(self, document: Document, scheme: Scheme) -> None:
        """Fill the rows and count the hues."""
        rows = [(label, value) for label, value in self._facts(document.article) if value]
        if rows != self._shown:
            self._shown = rows
            self._fill(rows)
        hues = Counter(label_hue(scheme, mark.label) for mark in document.live_annotations())
        self.legend.set_titles(hue_titles(scheme))
        self.legend.set_counts(hues)

    def _facts(self, article: Article) -> list[tuple[str, str]]:
        reporters = " ".join(article.authors)
        byline = [
            self.tr("Reporter {0}").format(reporters) if reporters else "",
            self.tr("Editor {0}").format(article.editor) if article.editor else "",
        ]
        return [
            (self.tr("Published"), _day_in_words(article.published)),
            (self.tr("Source"), article.publisher or ""),
            (self.tr("Byline"), "\u3000".join(filter(None, byline))),
        ]

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for row, (label, value) in enumerate(rows):
            words = Words(value)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setWordWrap(True)
            self._rows.addWidget(Words(label, "ink_2"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(words, row, 1)
        if self._theme:
            self.set_theme(self._theme)


def _day_in_words(published: str | None) -> str:
    """Day, clock to the minute, weekday; as much as is known."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    clock = f" {moment:%H:%M}" if "T" in published else ""
    weekday = QLocale().standaloneDayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{moment:%Y-%m-%d}{clock}\u3000{weekday}"
