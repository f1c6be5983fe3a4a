"""Pages: where the report is cut, what is painted beside its paragraphs, and the foot of each page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from core.report.sheet import Sheet
from gui.printing.sheet_document import QUOTATION_LEFT, RAIL, document_of
from gui.printing.typeset import (
    DECORATION,
    DOTS_PER_INCH,
    HEADING,
    MINOR,
    MOMENT,
    PUBLICATION,
    QUESTION,
    mm,
    points,
    sans,
    theme,
)

PAPER_MM = (210.0, 297.0)
SIDE_MM, TOP_MM, BOTTOM_MM, FOOT_MM = 20.0, 18.0, 22.0, 13.0
"""Margins, and how far above the lower edge the foot of a page stands."""

WIDTH = mm(PAPER_MM[0] - 2 * SIDE_MM)
HEIGHT = mm(PAPER_MM[1] - TOP_MM - BOTTOM_MM)
MOST_MOVED = 100
"""Headings and questions that may be moved to the next page one after another."""


@dataclass(frozen=True, slots=True)
class _Decorated:
    """A paragraph with what is painted beside it, and where it stands."""

    kind: str
    area: QRectF


def paged(sheet: Sheet) -> QTextDocument:
    """The report cut into pages, no heading and no question alone at the foot of one."""
    document = document_of(sheet, WIDTH)
    document.setPageSize(QSizeF(WIDTH, HEIGHT))
    for _ in range(MOST_MOVED):
        if not _move_lone(document):
            break
    return document


def name_of(sheet: Sheet) -> str:
    """What a window, a printer's queue or a PDF calls the report."""
    return f"{sheet.kicker}：{sheet.title}"


def prepare(device: QPagedPaintDevice) -> None:
    """Give ``device`` the paper that the report is laid out for; the margins are the report's own."""
    paper = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))


def print_sheet(sheet: Sheet, device: QPagedPaintDevice) -> int:
    """Paint the whole report on ``device``; how many pages it took."""
    document = paged(sheet)
    decorated = list(_decorations(document))
    painter = QPainter(device)
    scale = device.logicalDpiX() / DOTS_PER_INCH
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _paint_page(painter, document, decorated, number)
        _paint_foot(painter, sheet, number + 1, document.pageCount())
        painter.restore()
    painter.end()
    return document.pageCount()


def _paint_page(painter: QPainter, document: QTextDocument, decorated: list[_Decorated], number: int) -> None:
    page = QRectF(0, number * HEIGHT, WIDTH, HEIGHT)
    painter.save()
    painter.translate(mm(SIDE_MM), mm(TOP_MM) - page.top())
    painter.setClipRect(page.adjusted(-mm(3), 0, mm(3), 0))
    document.drawContents(painter, page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = [each for each in decorated if _page_at(each.area) == number]
    for each in shown:
        _paint_beside(painter, each)
    _paint_rail(painter, [each for each in shown if each.kind in (MOMENT, PUBLICATION)])
    painter.restore()


def _paint_beside(painter: QPainter, decorated: _Decorated) -> None:
    ui, area = theme().ui, decorated.area
    match decorated.kind:
        case "heading" | "minor":
            is_minor = decorated.kind == MINOR
            color, width = (ui.line_strong, 0.5) if is_minor else (ui.ink, 0.75)
            _rule(painter, area.bottom() + points(3), color, width)
        case "first":
            _rule(painter, area.top() - points(4), ui.ink, 0.75)
        case "last":
            _rule(painter, area.bottom() + points(4), ui.line_strong, 0.5)
        case "quotation":
            left = QUOTATION_LEFT - mm(2.4)
            painter.setPen(_pen(ui.line_strong, 1.2))
            painter.drawLine(QPointF(left, area.top() + points(1)), QPointF(left, area.bottom() - points(1)))


def _rule(painter: QPainter, y: float, color: QColor, width: float) -> None:
    painter.setPen(_pen(color, width))
    painter.drawLine(QPointF(0, y), QPointF(WIDTH, y))


def _paint_rail(painter: QPainter, moments: list[_Decorated]) -> None:
    """The line of the times on a page, and a dot for each; a ring for the day of the article itself."""
    if not moments:
        return
    ui, radius = theme().ui, points(2.6)
    dots = [QPointF(RAIL, each.area.top() + points(6.8)) for each in moments]
    painter.setPen(_pen(ui.control, 0.75))
    painter.drawLine(dots[0], dots[-1])
    for dot, each in zip(dots, moments, strict=True):
        is_ring = each.kind == PUBLICATION
        painter.setPen(_pen(ui.ink, 0.9))
        painter.setBrush(ui.surface if is_ring else ui.ink)
        painter.drawEllipse(dot, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_foot(painter: QPainter, sheet: Sheet, number: int, count: int) -> None:
    painter.setFont(sans(8))
    painter.setPen(theme().ui.ink_3)
    area = QRectF(mm(SIDE_MM), mm(PAPER_MM[1] - FOOT_MM) - points(12), WIDTH, points(14))
    words = sheet.page.format(number, count)
    room = area.width() - painter.fontMetrics().horizontalAdvance(words) - mm(8)
    title = painter.fontMetrics().elidedText(sheet.title, Qt.TextElideMode.ElideRight, round(room))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, points(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _decorations(document: QTextDocument) -> Iterator[_Decorated]:
    for block in _blocks(document):
        kind = block.blockFormat().property(DECORATION)
        if kind:
            yield _Decorated(str(kind), _area(document, block))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _area(document: QTextDocument, block: QTextBlock) -> QRectF:
    """Where the lines of a paragraph stand, without the room around them."""
    bounds, layout = document.documentLayout().blockBoundingRect(block), block.layout()
    lines = [layout.lineAt(n).rect() for n in range(layout.lineCount())]
    if not lines:
        return bounds
    top, bottom = min(line.top() for line in lines), max(line.bottom() for line in lines)
    return QRectF(bounds.left(), bounds.top() + top, bounds.width(), bottom - top)


def _move_lone(document: QTextDocument) -> bool:
    """Begin a page with the first heading or question that another page goes on with."""
    for block in _blocks(document):
        if not _leads_on(block) or not block.next().isValid():
            continue
        first = _first_of(block)
        form = first.blockFormat()
        if form.pageBreakPolicy() != QTextFormat.PageBreakFlag.PageBreak_Auto:
            continue
        if _page_of(document, block) != _page_of(document, block.next()):
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(first).setBlockFormat(form)
            return True
    return False


def _leads_on(block: QTextBlock) -> bool:
    """Whether no page may end behind a paragraph."""
    return block.blockFormat().property(DECORATION) in (HEADING, MINOR, QUESTION)


def _first_of(block: QTextBlock) -> QTextBlock:
    """The first of the paragraphs that lead on to this one."""
    while block.previous().isValid() and _leads_on(block.previous()):
        block = block.previous()
    return block


def _page_of(document: QTextDocument, block: QTextBlock) -> int:
    return _page_at(_area(document, block))


def _page_at(area: QRectF) -> int:
    """The page on which the first line stands; Qt puts it a fraction of a dot above the page's edge."""
    return int((area.top() + points(3)) // HEIGHT)
