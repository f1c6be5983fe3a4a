"""The card that a mark shows under the pointer: label, value in words, who set it, how sure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.document import Annotation
from core.schemes import Scheme
from gui.fonts import latin_font, ui_font
from gui.label_names import label_hue, label_title
from gui.language import QT_TRANSLATE_NOOP
from gui.mark_words import status_words
from gui.theme import Theme

ValueWords = Callable[[Annotation], str]

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


class MarkTooltip(QWidget):
    """Shows one mark; the pointer goes through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._code, self._hue, self._title = "", "term", ""
        self._rows: tuple[tuple[str, str], ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        self._theme = theme
        self.update()

    def show_mark(self, mark: Annotation, scheme: Scheme, value: str, below: QRect) -> None:
        """Show what is known of ``mark`` under the rectangle ``below``, which is global."""
        self._code, self._hue = mark.label, label_hue(scheme, mark.label)
        self._title = label_title(scheme, mark.label)
        rows = (("ink", value), ("ink_2", state_words(mark)), ("ink_2", mark.note or ""))
        self._rows = tuple((ink, words) for ink, words in rows if words)
        self.setAccessibleName(" ".join((self._code, self._title, *(words for _, words in self._rows))))
        self.resize(self._width(), 2 * PADDING_Y + LINE_HEIGHT * (1 + len(self._rows)))
        self.move(self._place(below))
        self.show()
        self.update()

    def words(self) -> tuple[str, ...]:
        """What the card says, line by line."""
        return (f"{self._code} {self._title}", *(words for _, words in self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, words."""
        ui = self._theme.ui
        painter = QPainter(self)
        painter.fillRect(self.rect(), ui.surface)
        painter.setPen(QPen(ui.line_strong, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        line = QRect(PADDING_X, PADDING_Y, self.width() - 2 * PADDING_X, LINE_HEIGHT)
        painter.setFont(latin_font(11, 600))
        painter.setPen(self._theme.hue(self._hue).text)
        painter.drawText(line, MIDDLE_LEFT, self._code)
        painter.setFont(ui_font(13, 600))
        painter.setPen(ui.ink)
        painter.drawText(line.adjusted(self._code_width() + GAP, 0, 0, 0), MIDDLE_LEFT, self._title)
        for ink, words in self._rows:
            line.translate(0, LINE_HEIGHT)
            painter.setFont(ui_font(13 if ink == "ink" else 12))
            painter.setPen(getattr(ui, ink))
            painter.drawText(line, MIDDLE_LEFT, words)

    def _code_width(self) -> int:
        return QFontMetrics(latin_font(11, 600)).horizontalAdvance(self._code)

    def _width(self) -> int:
        title = self._code_width() + GAP + QFontMetrics(ui_font(13, 600)).horizontalAdvance(self._title)
        measure = QFontMetrics(ui_font(13))
        return 2 * PADDING_X + max(title, *(measure.horizontalAdvance(words) for _, words in self._rows), 0)

    def _place(self, below: QRect) -> QPoint:
        """Under the mark; above it where the screen ends, and never out at the side."""
        screen = QGuiApplication.screenAt(below.center()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = max(area.left(), min(below.left(), area.right() - self.width()))
        y = below.bottom() + BELOW_PX
        return QPoint(x, y if y + self.height() <= area.bottom() else below.top() - BELOW_PX - self.height())
