"""The report as a document of Qt, for a column of a given width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from core.report.sheet import Moment, Note, Part, Question, Quotation, Row, Section, Sheet, Table, Timeline
from gui.printing.typeset import (
    FACTS_FIRST,
    FACTS_LAST,
    HEADING,
    MINOR,
    MOMENT,
    PUBLICATION,
    QUESTION,
    QUOTATION,
    block,
    ink,
    mm,
    points,
    sans,
    serif,
    theme,
)

NUMBER_WIDTH, CELL_RIGHT, QUOTATION_LEFT = mm(7), mm(4), mm(10)
DAY_RIGHT, RAIL, ABOUT_LEFT = mm(33), mm(37), mm(42)
GAP_POINTS = 24.0
"""Room above a moment that is a generation from the one before."""

AFTER_TABLE = 11.0
"""Room below a table in points: Qt leaves out that above a paragraph which follows one."""

CIRCLED = (0x2460, 0x3251, 0x32B1)
"""Where Unicode has its circled numbers from 1, 21 and 36 on, up to 50."""


def document_of(sheet: Sheet, width: float) -> QTextDocument:
    """The sheet set in a column of ``width`` dots, as yet without pages."""
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setUseDesignMetrics(True)
    made.setDocumentMargin(0)
    made.setDefaultFont(serif(10.5))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    made.setTextWidth(width)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, f"{sheet.kicker}：{sheet.title}")
    _Writer(made, width).write(sheet)
    return made


class _Writer:
    """Writes a sheet into an empty document, from its start to its end."""

    def __init__(self, document: QTextDocument, width: float) -> None:
        self._cursor = QTextCursor(document)
        self._width = width
        self._ui = theme().ui
        self._is_empty = True

    def write(self, sheet: Sheet) -> None:
        """Write the whole sheet."""
        self._add(block(1.3, 0, 4), (sheet.kicker, ink(sans(9), self._ui.ink_3)))
        self._add(block(1.25, 0, 11), (sheet.title, ink(serif(21, 700))))
        self._add_facts(sheet.facts)
        self._add(block(1.4, 7, 0), (sheet.summary, ink(sans(9), self._ui.ink_2)))
        for section in sheet.sections:
            self._add_section(section)

    def _add(self, form: QTextBlockFormat, *runs: tuple[str, QTextCharFormat]) -> None:
        """A paragraph of runs. After a table Qt has begun one already."""
        if self._is_empty:
            self._cursor.setBlockFormat(form)
            self._is_empty = False
        else:
            self._cursor.insertBlock(form)
        self._cursor.setBlockCharFormat(runs[0][1])
        for words, manner in runs:
            self._cursor.insertText(words, manner)

    def _add_section(self, section: Section) -> None:
        heading = block(
            1.3, 15 if section.is_minor else 25, 7, decoration=MINOR if section.is_minor else HEADING
        )
        title = ink(sans(10 if section.is_minor else 12, 600))
        self._add(heading, (section.title, title), (f"\u3000{section.count}", ink(sans(9), self._ui.ink_3)))
        for part in section.parts:
            self._add_part(part)

    def _add_part(self, part: Part) -> None:
        match part:
            case Note():
                self._add(block(1.4, 5, 4), (part.text, ink(sans(8.5), self._ui.ink_2)))
            case Question():
                self._add_question(part)
            case Table():
                self._add_table(part)
            case Timeline():
                for moment in part.moments:
                    self._add_moment(moment)

    def _add_question(self, question: Question) -> None:
        ui, is_open = self._ui, not question.decision
        number = ink(sans(11), ui.zhu if is_open else ui.ink_3)
        is_grave = is_open and question.severity == "high"
        severity = ink(sans(8.5, 600 if is_grave else 400), ui.zhu if is_grave else ui.ink_3)
        lines = list(filter(None, (question.reason, question.decision)))
        form = block(1.4, 8, 0, left=NUMBER_WIDTH, first=-NUMBER_WIDTH, decoration=QUESTION)
        form.setTabPositions([_tab(NUMBER_WIDTH), _tab(self._width, is_right=True)])
        self._add(
            form,
            (f"{circled(question.number)}\t", number),
            (question.question, ink(serif(10.5, 600))),
            (f"\t{question.severity_words}", severity),
        )
        for words in lines:
            is_last = words is lines[-1] and not question.quotations
            form = block(1.4, 1, 0, left=NUMBER_WIDTH, decoration="" if is_last else QUESTION)
            self._add(form, (words, ink(serif(9.5), ui.ink_2)))
        for quotation in question.quotations:
            self._add_quotation(quotation, is_open=is_open)

    def _add_quotation(self, quotation: Quotation, *, is_open: bool) -> None:
        plain, marked = ink(serif(9.5)), ink(serif(9.5, 600))
        marked.setFontUnderline(True)
        marked.setUnderlineColor(self._ui.zhu if is_open else self._ui.control)
        runs = [(piece.text, marked if piece.is_marked else plain) for piece in quotation]
        self._add(block(1.45, 4, 0, left=QUOTATION_LEFT, decoration=QUOTATION), *runs)

    def _add_moment(self, moment: Moment) -> None:
        kind = PUBLICATION if moment.is_publication else MOMENT
        form = block(1.4, 2 + GAP_POINTS * moment.gap, 0, left=ABOUT_LEFT, first=-ABOUT_LEFT, decoration=kind)
        form.setTabPositions([_tab(DAY_RIGHT, is_right=True), _tab(ABOUT_LEFT)])
        self._add(
            form,
            (moment.year, ink(sans(9, 600))),
            (f"\t{moment.day}\t", ink(sans(9))),
            (moment.about, ink(serif(9))),
        )

    def _add_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        shares = (10, 40, 10, 40)
        pairs = [*facts, *[("", "")] * (len(facts) % 2)]
        count = len(pairs) // 2
        table = self._begin_table(count, shares)
        for place, pair in enumerate(pairs):
            row, left = divmod(place, 2)
            edge = FACTS_FIRST if row == 0 else ""
            edge = FACTS_LAST if row == count - 1 and row else edge
            for offset, (words, color) in enumerate(zip(pair, (self._ui.ink_3, self._ui.ink), strict=True)):
                form = block(1.35, 1.5, 1.5, decoration=edge if place % 2 == 0 and offset == 0 else "")
                _fill(table.cellAt(row, 2 * left + offset), form, words, ink(sans(8.5), color))
        self._end_table(table)

    def _add_table(self, table: Table) -> None:
        made = self._begin_table(len(table.rows) + 1, [column.share for column in table.columns])
        last = len(table.columns) - 1
        for place, column in enumerate(table.columns):
            cell = made.cellAt(0, place)
            form = block(1.3, 2, 2, is_right=column.is_number)
            form.setRightMargin(CELL_RIGHT if place < last else 0)
            _fill(cell, form, column.title, ink(sans(8), self._ui.ink_3))
            _edge(cell, self._ui.control, 0.6)
        for number, row in enumerate(table.rows, 1):
            self._fill_row(made, number, row, table)
        self._end_table(made)

    def _fill_row(self, made: QTextTable, number: int, row: Row, table: Table) -> None:
        last = len(table.columns) - 1
        for place, (words, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            cell = made.cellAt(number, place)
            form = block(1.35, 2.2, 2.2, is_right=column.is_number)
            form.setRightMargin(CELL_RIGHT if place < last else 0)
            hue = theme().hue(row.hue).line if row.hue and place == 0 else None
            form.setLeftMargin(mm(2) if hue else 0)
            _fill(cell, form, words, ink(serif(9)))
            _edge(cell, self._ui.line, 0.4, hue)

    def _begin_table(self, rows: int, shares: Sequence[int]) -> QTextTable:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setHeaderRowCount(1)
        form.setBottomMargin(points(AFTER_TABLE))
        kind = QTextLength.Type.PercentageLength
        form.setWidth(QTextLength(kind, 100))
        form.setColumnWidthConstraints([QTextLength(kind, share) for share in shares])
        return self._cursor.insertTable(rows, len(shares), form)

    def _end_table(self, table: QTextTable) -> None:
        """Go on behind the table, in the paragraph that Qt has there: it takes no room of its own."""
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._is_empty = True


def circled(number: int) -> str:
    """The number in a circle, as far as there are some.

    >>> circled(1), circled(35), circled(51)
    ('①', '㉟', '51')
    """
    first, second, third = CIRCLED
    if number > 50:
        return str(number)
    start, base = (first, 1) if number <= 20 else (second, 21) if number <= 35 else (third, 36)
    return chr(start + number - base)


def _tab(place: float, *, is_right: bool = False) -> QTextOption.Tab:
    kind = QTextOption.TabType.RightTab if is_right else QTextOption.TabType.LeftTab
    return QTextOption.Tab(place, kind)


def _fill(cell: QTextTableCell, form: QTextBlockFormat, words: str, manner: QTextCharFormat) -> None:
    cursor = cell.firstCursorPosition()
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(manner)
    cursor.insertText(words, manner)


def _edge(cell: QTextTableCell, color: QColor, width: float, hue: QColor | None = None) -> None:
    """A rule under a cell, and in the color of a hue at its left."""
    form = cell.format().toTableCellFormat()
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    form.setBottomBorder(points(width))
    form.setBottomBorderStyle(solid)
    form.setBottomBorderBrush(color)
    if hue is not None:
        form.setLeftBorder(points(2))
        form.setLeftBorderStyle(solid)
        form.setLeftBorderBrush(hue)
    cell.setFormat(form)
