"""What the article says about itself, the legend, and the outline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from core.article import Article
from core.document import Document
from core.schemes import Scheme
from core.text.spans import Span
from gui.panels.legend import Legend
from gui.panels.sections.outline import Heading, Outline, headings_of
from gui.panels.sections.section import MARGIN, TITLE_LEFT, Section, Summary
from gui.widgets.fact_rows import FactRows
from gui.words.label_names import hue_titles, label_hue


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The article's own data, the number of marks by hue, the headings."""

    article: Article
    hues: Counter[str]
    scheme: Scheme
    headings: tuple[Heading, ...]


class ArticleSection(Section):
    """Date, source and byline as rows, only those that the article has; below them the legend."""

    hues_hidden = Signal(frozenset)
    place_activated = Signal(Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("article", parent)
        self._facts = FactRows()
        self._facts.setContentsMargins(TITLE_LEFT, 0, MARGIN, 4)
        self.outline = Outline()
        self.outline.place_activated.connect(self.place_activated)
        self.legend = Legend()
        self.legend.hues_hidden.connect(self.hues_hidden)
        self.body_layout.addWidget(self._facts)
        self.body_layout.addWidget(self.legend)
        self.body_layout.addWidget(self.outline)

    @staticmethod
    def compute(document: Document, scheme: Scheme) -> ArticleFacts:
        """What the article says of itself, and how often each hue occurs."""
        labels = Counter(mark.label for mark in document.annotations if mark.is_live)
        hues: Counter[str] = Counter()
        for label, count in labels.items():
            hues[label_hue(scheme, label)] += count
        return ArticleFacts(document.article, hues, scheme, headings_of(document))

    def show_rows(self, rows: ArticleFacts) -> None:
        """Fill the rows and the legend."""
        article = rows.article
        day = (article.published or "")[:10]
        self.head.set_summary(Summary("", " ".join(filter(None, (article.publisher, day)))))
        self._facts.set_rows(self._said_of(article))
        self.legend.set_titles(hue_titles(rows.scheme))
        self.legend.set_counts(rows.hues)
        self.outline.set_title(self.tr("Outline"))
        self.outline.set_headings(rows.headings)

    def _said_of(self, article: Article) -> list[tuple[str, str]]:
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
