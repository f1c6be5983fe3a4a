"""Which encoding an article is in, chosen by how it reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from core.files.decoding import SHOWN as SIGN_FOR_UNREAD
from gui.dialogs.dialog import ThemedDialog
from gui.look.fonts import article_font, ui_font
from gui.look.theme import Theme
from gui.widgets.row_list import RIGHT, RowDelegate, RowList, draw_text
from gui.widgets.row_model import ROW, AnyIndex, RowModel
from gui.words.language import QT_TRANSLATE_NOOP

SHOWN = 4000
LIST_WIDTH = 240
NAMES = {
    "gb18030": QT_TRANSLATE_NOOP("Encodings", "Simplified Chinese (GB18030)"),
    "big5hkscs": QT_TRANSLATE_NOOP("Encodings", "Traditional Chinese (Big5)"),
    "utf-8": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-8)"),
    "utf-8-sig": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-8)"),
    "utf-16-le": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-16, little-endian)"),
    "utf-16-be": QT_TRANSLATE_NOOP("Encodings", "Unicode (UTF-16, big-endian)"),
    "shift_jis": QT_TRANSLATE_NOOP("Encodings", "Japanese (Shift JIS)"),
    "euc_kr": QT_TRANSLATE_NOOP("Encodings", "Korean (EUC-KR)"),
    "cp1252": QT_TRANSLATE_NOOP("Encodings", "Western European (Windows-1252)"),
}
CHOICES = ("gb18030", "big5hkscs", "utf-8", "utf-16-le", "utf-16-be", "shift_jis", "euc_kr", "cp1252")


def encoding_name(encoding: str) -> str:
    """An encoding in words."""
    return QCoreApplication.translate("Encodings", NAMES.get(encoding, encoding))


class EncodingRow(RowDelegate):
    """Name, and how many places would not decode."""

    height = 30

    def paint_row(self, painter: QPainter, area: QRect, row: object, theme: Theme) -> None:
        """Paint one encoding."""
        assert isinstance(row, tuple)
        encoding, text = row
        unread = text.count(SIGN_FOR_UNREAD)
        line = area.adjusted(16, 0, -16, 0)
        draw_text(painter, line, encoding_name(encoding), theme.ui.ink)
        if unread:
            draw_text(painter, line, str(unread), theme.ui.ink_3, font=ui_font(12), align=RIGHT)


class EncodingChoice(ThemedDialog):
    """Lists encodings beside the text as each gives it; ``encoding_chosen`` brings the codec's name."""

    encoding_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        decode: Callable[[str], str],
        likely: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent)
        self.heading.setText(self.tr("Which of these reads well?"))
        self.setWindowTitle(name)
        words = self.tr("“{0}” as each encoding reads it; the numbers count unreadable places.")
        self.add_words(words.format(name))
        encodings = dict.fromkeys((*likely, *CHOICES))
        self._model: RowModel[tuple[str, str]] = RowModel(_words)
        self.list = RowList(self._model, EncodingRow(self), scrolls=True)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(self.tr("Encodings"))
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(article_font(16))
        self.preview.setAccessibleName(self.tr("Preview"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.preview, 1)
        self.body.addLayout(row, 1)
        self.choose = self.add_button(self.tr("Open with This"), primary=True)
        self.choose.clicked.connect(self._choose)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self._model.set_rows([(encoding, decode(encoding)) for encoding in encodings])
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._show(index))
        self.list.activated.connect(self._show)
        self.list.select_row(0)
        self.list.setFocus()
        self.resize(820, 520)
        self.set_theme(theme)

    def _show(self, index: AnyIndex) -> None:
        self.preview.setPlainText(index.data(ROW)[1][:SHOWN])

    def _choose(self) -> None:
        self.encoding_chosen.emit(self.list.currentIndex().data(ROW)[0])
        self.accept()


def _words(row: tuple[str, str]) -> str:
    return encoding_name(row[0])
