"""The guidelines beside the article; they go to the section of the label that is being worked with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from core.schemes import LabelSpec
from core.schemes.guidelines import section_of
from gui.look.fonts import ui_font
from gui.look.theme import Theme
from gui.panels.panel_head import PanelHead
from gui.widgets.buttons import IconButton
from gui.widgets.overlay_scroll import OverlayScroll
from gui.widgets.pane import Pane

MARGIN, LINE_PERCENT, CELL = 16, 130, 4
HEADING_PX = (18, 15, 13)


class GuidelinesPane(Pane):
    """Markdown to read; nothing is fetched and no link leaves the window."""

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", ("left",), parent=parent)
        self._markdown, self._is_set = "", False
        self._label: LabelSpec | None = None
        self._current: int | None = None
        self._head, self._close = PanelHead(), IconButton("close")
        self._close.clicked.connect(self.close_requested)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setFont(ui_font(13))
        self.page.document().setDocumentMargin(MARGIN)
        self.page.viewport().setAutoFillBackground(False)
        OverlayScroll(self.page)
        self._go_soon = QTimer(self, singleShot=True, interval=0)
        self._go_soon.timeout.connect(self._go)
        # Qt lays a long text out bit by bit, and knows places only when the last bit is done.
        self.page.verticalScrollBar().rangeChanged.connect(lambda *_: self._go_soon.start())
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(self._head, 1)
        head.addWidget(self._close)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.page, 1)
        self._retranslate()

    def set_guidelines(self, markdown: str) -> None:
        """Show other guidelines, or say that there are none; they are set when somebody looks."""
        if markdown != self._markdown:
            self._markdown, self._is_set = markdown, False
        if self.isVisible():
            self._set()

    def showEvent(self, event: QShowEvent) -> None:
        """Set what has come while the pane was hidden."""
        super().showEvent(event)
        self._set()

    def _set(self) -> None:
        if self._is_set:
            return
        self._is_set, markdown = True, self._markdown
        self.page.setMarkdown(markdown or self.tr("This label scheme names no guidelines."))
        self._loosen()
        self._go()

    def set_label(self, label: LabelSpec | None) -> None:
        """Go to the section of ``label``, where there is one."""
        if label is not None and label != self._label:
            self._label = label
            self._go()

    def current_heading(self) -> str:
        """The heading at the top of what is shown."""
        top = self.page.verticalScrollBar().value()
        layout = self.page.document().documentLayout()
        above = [b for b in self._headings() if layout.blockBoundingRect(b).top() <= top + MARGIN]
        return above[-1].text() if above else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of ``theme``."""
        super().set_theme(theme)
        palette = self.page.palette()
        for role, color in ((palette.ColorRole.Base, theme.ui.panel), (palette.ColorRole.Text, theme.ui.ink)):
            palette.setColor(role, color)
        self.page.setPalette(palette)
        self._draw_tables()
        self._frame_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._head.set_words(self.tr("Guidelines"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.page.setAccessibleName(self.tr("Guidelines"))

    def _headings(self) -> list[QTextBlock]:
        found, block = [], self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def _go(self) -> None:
        headings = self._headings()
        number = section_of([block.text() for block in headings], self._label) if self._label else None
        self._current = number
        self._frame_current()
        if number is not None:
            top = self.page.document().documentLayout().blockBoundingRect(headings[number]).top()
            self.page.verticalScrollBar().setValue(round(top) - MARGIN // 2)

    def _loosen(self) -> None:
        """Lines further apart, tables with hairlines: Qt sets Markdown tighter than Chinese reads."""
        cursor = QTextCursor(self.page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        for block in self._headings():
            heading = QTextCharFormat()
            level = min(block.blockFormat().headingLevel(), len(HEADING_PX))
            heading.setFont(ui_font(HEADING_PX[level - 1], 600))
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(heading)  # not merged: Qt's own size for a heading would stay
        self._draw_tables()

    def _draw_tables(self) -> None:
        if self._theme is None:
            return
        for frame in self.page.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setCellPadding(CELL)
                form.setCellSpacing(0)
                form.setBorderCollapse(True)
                form.setBorder(1)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(self._theme.ui.line_strong)
                frame.setFormat(form)

    def _frame_current(self) -> None:
        """A ground under the heading of the label's section."""
        found = []
        if self._theme is not None and self._current is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self._headings()[self._current])
            selection.format.setBackground(self._theme.ui.press)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            found.append(selection)
        self.page.setExtraSelections(found)
