"""The card under a resting pointer: what is known of a mark, a repair or a finding."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.document import Annotation, Finding
from core.repairs import Repair
from core.schemes import Scheme
from core.wording import value_in_words
from gui.look.fonts import latin_font, ui_font
from gui.look.theme import Theme
from gui.words.label_names import label_hue, label_title
from gui.words.language import QT_TRANSLATE_NOOP, window_language
from gui.words.mark_words import status_words
from gui.words.question_words import question_words
from gui.words.repair_words import change_in_words, kind_title

# By the recognizer or rule that a mark's origin names, the finer one first.
ORIGINS = {
    "names/lexicon": QT_TRANSLATE_NOOP("Marks", "Lexicon"),
    "names/tagger": QT_TRANSLATE_NOOP("Marks", "Name model"),
    "names/byline": QT_TRANSLATE_NOOP("Marks", "Byline"),
    "names/again": QT_TRANSLATE_NOOP("Marks", "Same name elsewhere"),
    "names": QT_TRANSLATE_NOOP("Marks", "Name rules"),
    "works": QT_TRANSLATE_NOOP("Marks", "Title marks"),
    "terms": QT_TRANSLATE_NOOP("Marks", "Quoted terms"),
    "quantities": QT_TRANSLATE_NOOP("Marks", "Quantity rules"),
    "times": QT_TRANSLATE_NOOP("Marks", "Time rules"),
    "hand": QT_TRANSLATE_NOOP("Marks", "By hand"),
}
PADDING_X, PADDING_Y = 12, 9
LINE_HEIGHT = 20
BELOW_PX = 8
GAP = 8
WIDEST = 420
MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def origin_words(origin: str) -> str:
    """Who found a mark, in the language of the window; an unknown origin says itself."""
    known = ORIGINS.get(origin) or ORIGINS.get(origin.partition("/")[0])
    return QCoreApplication.translate("Marks", known) if known else origin


def state_words(mark: Annotation) -> str:
    """Status, origin and confidence of a mark in one line."""
    confidence = "" if mark.confidence is None else f"{mark.confidence:.2f}"
    said = (status_words(mark.status), origin_words(mark.origin), confidence)
    return " · ".join(words for words in said if words)


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: a title with a label code before it, then ``first`` in ink and ``rest`` softer."""

    title: str
    first: str = ""
    rest: tuple[str, ...] = ()
    code: str = ""
    hue: str = "term"

    def lines(self) -> tuple[str, ...]:
        """All of it, line by line."""
        title = f"{self.code} {self.title}".strip()
        return tuple(line for line in (title, self.first, *self.rest) if line)


def mark_card(mark: Annotation, scheme: Scheme) -> CardText:
    """Label, value in words, status, origin, confidence and note of a mark."""
    title, hue = label_title(scheme, mark.label), label_hue(scheme, mark.label)
    value = value_in_words(mark.value, mark.label, window_language()) if mark.value else ""
    return CardText(title, value, (state_words(mark), mark.note or ""), mark.label, hue)


def repair_card(repair: Repair) -> CardText:
    """What a repair changes, its kind, confidence and evidence."""
    state = f"{kind_title(repair.kind)} · {repair.confidence:.0%}"
    return CardText(change_in_words(repair), "", (state, repair.evidence))


def finding_card(finding: Finding) -> CardText:
    """The question of a finding and its arithmetic."""
    question, reason = question_words(finding)
    return CardText(question, "", (reason,))


class PointerCard(QWidget):
    """Shows one card inside its parent; the pointer goes through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._parent, self._theme = parent, theme
        self._card = CardText("")

    @property
    def card(self) -> CardText:
        """What it says."""
        return self._card

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def show_card(self, card: CardText, below: QRect) -> None:
        """Show ``card`` under the rectangle ``below`` of the parent."""
        self._card = card
        self.setAccessibleName("\n".join(card.lines()))
        self.resize(self._width(), 2 * PADDING_Y + LINE_HEIGHT * len(card.lines()))
        self.move(self._place(below))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, words."""
        ui, card = self._theme.ui, self._card
        painter = QPainter(self)
        painter.fillRect(self.rect(), ui.surface)
        painter.setPen(QPen(ui.line_strong, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        line = QRect(PADDING_X, PADDING_Y, self.width() - 2 * PADDING_X, LINE_HEIGHT)
        self._write(painter, line, card.code, latin_font(11, 600), self._theme.hue(card.hue).text)
        title = line.adjusted(self._code_room(), 0, 0, 0)
        self._write(painter, title, card.title, ui_font(13, 600), ui.ink)
        for words, pixels, ink in ((card.first, 13, ui.ink), *((row, 12, ui.ink_2) for row in card.rest)):
            if words:
                line.translate(0, LINE_HEIGHT)
                self._write(painter, line, words, ui_font(pixels), ink)

    def _write(self, painter: QPainter, line: QRect, words: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, MIDDLE_LEFT, shown)

    def _code_room(self) -> int:
        code = self._card.code
        return QFontMetrics(latin_font(11, 600)).horizontalAdvance(code) + GAP if code else 0

    def _width(self) -> int:
        card = self._card
        title = self._code_room() + QFontMetrics(ui_font(13, 600)).horizontalAdvance(card.title)
        rows = (QFontMetrics(ui_font(13)).horizontalAdvance(words) for words in (card.first, *card.rest))
        return 2 * PADDING_X + min(WIDEST, self._parent.width() - 4 * PADDING_X, max(title, *rows) + 1)

    def _place(self, below: QRect) -> QPoint:
        """Under the rectangle; above it where the parent ends, and never out at the side."""
        area = self._parent.rect()
        x = max(area.left(), min(below.left(), area.right() - self.width()))
        y = below.bottom() + BELOW_PX
        return QPoint(x, y if y + self.height() <= area.bottom() else below.top() - BELOW_PX - self.height())
