"""The page stays equal to its lines, however these change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from core.text.spans import Span
from gui.article.formats import ArticleFormats
from gui.article.page import ArticlePage
from gui.article.page_geometry import PageGeometry
from gui.article.view_text import FOLD, Line, Run, ViewText, changed_lines
from gui.look.metrics import load_metrics
from gui.look.theme import load_theme

FORMATS = ArticleFormats(load_metrics(), load_theme("light"), 18)
KINDS = ("title", "dateline", "heading", "body", "quote", "navigation")


def lines_of(rows: list[tuple[str, str]]) -> list[Line]:
    made, place = [], 0
    for kind, words in rows:
        span = Span(place, place + len(words))
        role = FOLD if kind == "navigation" else "text"
        made.append(Line(kind, span, (Run(words, span, role, kind),), 0 if role == FOLD else None))
        place = span.end + 1
    return made


def described(document: QTextDocument) -> list[tuple[str, float, float, int]]:
    """What each block shows and how."""
    rows = []
    block = document.firstBlock()
    while block.isValid():
        shape = block.blockFormat()
        fragment = block.begin()
        size = 0 if fragment.atEnd() else fragment.fragment().charFormat().font().pixelSize()
        rows.append((block.text(), shape.topMargin(), shape.lineHeight(), size))
        block = block.next()
    return rows


def fresh(lines: list[Line]) -> list[tuple[str, float, float, int]]:
    document = QTextDocument()
    ArticlePage(document, FORMATS).append(lines)
    return described(document)


ROWS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["重庆", "一区两群", "𠮷", "。"])),
    min_size=1,
    max_size=7,
)


@settings(max_examples=80, deadline=None)
@given(ROWS, ROWS)
def test_a_changed_page_is_as_if_written_anew(
    qapp: QApplication, before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    old, new = lines_of(before), lines_of(after)
    document = QTextDocument()
    page = ArticlePage(document, FORMATS)
    page.append(old)
    page.update(old, new, changed_lines(old, new))
    assert described(document) == fresh(new)


def test_lines_after_a_change_go_on_from_the_new_end(qapp: QApplication) -> None:
    old, new = lines_of([("body", "一"), ("body", "二")]), lines_of([("body", "一"), ("heading", "二")])
    document = QTextDocument()
    page = ArticlePage(document, FORMATS)
    page.append(old)
    page.update(old, new, changed_lines(old, new))
    more = lines_of([("body", "三")])
    page.append(more)
    assert described(document) == fresh([*new, *more])


def test_margins_are_set_once(qapp: QApplication) -> None:
    document = QTextDocument()
    page = ArticlePage(document, FORMATS)
    page.set_margins(44, 20, 40)
    frame = document.rootFrame().frameFormat()
    assert (frame.leftMargin(), frame.topMargin(), frame.bottomMargin()) == (44, 20, 40)
    page.clear()
    page.set_margins(44, 20, 40)
    assert document.rootFrame().frameFormat().leftMargin() == 44


@pytest.mark.parametrize(
    ("kind", "size", "height", "comment"),
    [
        ("title", 26, 38, "the title"),
        ("heading", 18, 28, "a heading inside"),
        ("dateline", 13, 24, "time and publisher"),
        ("body", 18, 32, "body"),
        ("credit", 18, 32, "who wrote it"),
    ],
)
def test_kinds_have_their_sizes(kind: str, size: int, height: int, comment: str, qapp: QApplication) -> None:
    ((_, _, line, pixels),) = fresh(lines_of([(kind, "字")]))
    assert (pixels, line) == (size, height), comment


@pytest.mark.parametrize("body", load_metrics().body_choices)
def test_every_size_keeps_the_proportions(body: int, qapp: QApplication) -> None:
    formats = ArticleFormats(load_metrics(), load_theme("light"), body)
    (line,) = lines_of([("body", "字")])
    assert formats.em_of(line) == body
    assert abs(formats.block_format(line, None).lineHeight() - body * 16 / 9) <= 0.5


def test_what_is_not_laid_out_is_not_in_sight(qapp: QApplication) -> None:
    lines = lines_of([("body", "一"), ("body", "二")])
    document = QTextDocument()
    ArticlePage(document, FORMATS).append(lines)
    page = PageGeometry(document, ViewText(lines), FORMATS)
    area = QRectF(0, 0, 200, 200)
    assert list(page.seen_lines(area)) == []
    document.setTextWidth(200)
    assert document.size().height() > 0
    seen = list(page.seen_lines(area))
    assert [line.number for line in seen] == [0, 1]
    assert page.seen_span(seen, area) == Span(0, 3)
    assert [line.number for line in page.seen_lines(QRectF(0, seen[1].top + 1, 200, 9))] == [1]
