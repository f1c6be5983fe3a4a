"""What is painted around and under the text: margins, repairs, codes, themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.document import Annotation, Document, Finding, Place, ScriptChoice, SourceRecord
from core.questions import finding_numbers
from core.repairs import Repair
from core.schemes import default_scheme
from core.text.spans import Span
from gui.article.view import ArticleView
from gui.look.theme import load_theme

THEME = load_theme("light")
TEXT = "总投资10亿元的万州中心建成投用。动力▯.55千瓦，域实现发展。\n第二段说3—5年内完成。"
SOURCE = TEXT.replace("域实现发展", "域?qū)崿F(xiàn)發(fā)展").replace("▯", "?")


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def repair(name: str, original: str, words: str, kind: str) -> Repair:
    return Repair(name, span_of(original, SOURCE), original, words, kind)


def article() -> Document:
    gap = SOURCE.index("投用")
    return Document(
        SourceRecord("a.txt", 1, "0", "utf-8", "lf", "plain/1"),
        SOURCE,
        ScriptChoice("hant", "hans"),
        TEXT,
        repairs=(
            Repair("r1", Span(gap, gap), "", "并", "dropped", 0.9, status="suggested"),
            repair("r2", "?.55", "▯.55", "lost"),
            repair("r3", "域?qū)崿F(xiàn)", "域实现", "drift"),
            repair("r4", "發(fā)", "发", "gloss"),
        ),
        annotations=tuple(
            Annotation(name, label, span_of(words), words, Span(0, 0), status="accepted")
            for name, label, words in (("a1", "MONEY", "10亿元"), ("a2", "ORG", "万州中心"))
        ),
        findings=(
            Finding("f9", "range", "low", "?", (Place(span_of("3—5年内"), "3—5年内"),)),
            Finding("f2", "sum", "high", "?", (Place(span_of("10亿元"), "10亿元"),)),
            Finding("f3", "sum", "high", "!", (Place(span_of("投用"), "投用"),), decision="ignored"),
        ),
    )


@pytest.fixture(scope="module")
def any_view(qapp: QApplication) -> Iterator[ArticleView]:
    """One view for all the articles of a property."""
    made = ArticleView(THEME, default_scheme())
    made.resize(500, 300)
    made.show()
    yield made
    made.close()


WORDS = st.text(
    st.sampled_from("中文“”《》𠮷😀e\u0301\u200b\u202e\u00a0שלום\t\n。ab1▯\ufffc\x00"), max_size=60
)
PLACES = st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=6)


@settings(max_examples=40, deadline=None)
@given(
    WORDS,
    PLACES,
    st.sampled_from(["read", "annotate", "repair"]),
    st.sampled_from(["reading", "hant", "source"]),
    st.sampled_from(["hide", "all"]),
)
def test_whatever_stands_in_an_article_is_painted(
    any_view: ArticleView, text: str, places: list[tuple[int, int]], mode: str, script: str, originals: str
) -> None:
    spans = sorted({Span(start, min(start + size, len(text))) for start, size in places if start < len(text)})
    marks = tuple(
        Annotation(f"a{n}", label, span, span.of(text), span, status=status)
        for n, (span, label, status) in enumerate(
            zip(spans, ("LOC", "DATE", "COUNT", "?", "PER", "ORG"), ("auto", "accepted") * 3, strict=False)
        )
    )
    gaps = tuple(
        Repair(f"r{n}", Span(place, place), "", "补", "dropped", status="suggested")
        for n, place in enumerate(sorted({span.start for span in spans}))
    )
    record = SourceRecord("a.txt", 1, str(hash(text)), "utf-8", "lf", "plain/1")
    choice = ScriptChoice("hans", "hans")
    any_view.set_document(Document(record, text, choice, text, repairs=gaps, annotations=marks))
    any_view.set_mode(mode)
    any_view.set_view_script(script)
    any_view.set_originals(originals)
    any_view.select_annotation("a0" if marks else None)
    any_view.grab()
    for span in spans:
        any_view.scroll_to(span)
        any_view.select_span(span)
        selected = any_view.selected_span()
        assert selected is None or span.contains(selected)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView(THEME, default_scheme())
    qtbot.addWidget(made)
    made.resize(1032, 400)
    made.show()
    qtbot.waitExposed(made)
    made.set_document(article())
    return made


def painted(view: ArticleView, area: QRectF, color: QColor, *, within: int = 40) -> int:
    """How many pixels of ``area`` have that color, by and large: the edges of curves are mixed."""
    image = view.viewport().grab(area.toAlignedRect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = (QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))
    return sum(_apart(pixel, color) < within for pixel in found)


def _apart(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def beside(view: ArticleView, words: str, *, right: bool) -> QRectF:
    """The margin beside the row of ``words``."""
    row, column = view.area_of(span_of(words)), view.column()
    assert row is not None
    left = column.right() if right else 0.0
    return QRectF(left, row.top(), column.left(), row.height())


def test_numbers_follow_the_text_and_leave_decided_findings_out() -> None:
    assert finding_numbers(article()) == {"f2": 1, "f9": 2}


def test_findings_stand_in_the_left_margin_and_wave_under_their_words(view: ArticleView) -> None:
    zhu = THEME.ui.zhu
    assert painted(view, beside(view, "10亿元", right=False), zhu) > 30
    under = view.area_of(span_of("10亿元")).adjusted(0, 20, 0, 6)
    assert painted(view, under, zhu, within=250) > 10
    assert painted(view, view.area_of(span_of("10亿元")), THEME.hue("qty").line) == 0
    view.set_mode("repair")
    assert painted(view, beside(view, "10亿元", right=False), zhu) == 0


def test_narrow_margins_have_dots_in_place_of_numbers(view: ArticleView) -> None:
    wide = painted(view, beside(view, "3—5年内", right=False), THEME.ui.zhu)
    view.resize(460, 400)
    dot = painted(view, beside(view, "3—5年内", right=False), THEME.ui.zhu)
    assert 12 <= dot < wide


def test_a_suggestion_is_marked_at_its_gap_and_in_the_right_margin(view: ArticleView) -> None:
    zhu = THEME.ui.zhu
    gap = view.area_of(span_of("投用"))
    assert painted(view, QRectF(gap.left() - 8, gap.top() - 12, 16, 12), zhu) > 5
    assert painted(view, beside(view, "投用", right=True), zhu) > 5
    rejected = tuple(replace(r, status="rejected") if r.id == "r1" else r for r in article().repairs)
    view.set_document(replace(article(), repairs=rejected))
    assert painted(view, beside(view, "投用", right=True), zhu) == 0


def test_the_repairs_view_tells_drift_from_glosses(view: ArticleView) -> None:
    grey = THEME.hue("term").tint
    before = painted(view, view.area_of(span_of("域实现")), grey, within=4)
    view.set_mode("repair")
    assert painted(view, view.area_of(span_of("域实现")), grey, within=4) > before + 300
    gloss = view.area_of(span_of("发", TEXT))
    assert painted(view, gloss.adjusted(0, 22, 0, 8), THEME.ui.ink_off) > 2
    assert painted(view, beside(view, "域实现", right=True), THEME.ui.ink_3) > 20


def test_the_chosen_suggestion_has_a_ground_and_its_paragraph_a_bar(view: ArticleView) -> None:
    view.set_caret(span_of("第二段").start)
    view.set_mode("repair")
    row = view.area_of(span_of("投用"))
    box = QRectF(row.left() - 20, row.top(), 20, row.height())
    assert painted(view, box, THEME.ui.zhu) > 10
    bar = beside(view, "投用", right=False)
    assert painted(view, bar, THEME.ui.ink) == 0
    assert painted(view, beside(view, "第二段", right=False), THEME.ui.ink) > 20
    view.select_repair("r1")
    assert painted(view, bar, THEME.ui.ink) > 20
    assert painted(view, beside(view, "第二段", right=False), THEME.ui.ink) == 0


def test_a_lost_byte_is_quiet(view: ArticleView) -> None:
    place = span_of("▯")
    area = view.area_of(place)
    assert painted(view, area, THEME.ui.ink) == 0


def test_codes_stand_above_marks_in_the_annotators_view_only(view: ArticleView) -> None:
    def above() -> int:
        row = view.area_of(span_of("万州中心"))
        return painted(view, QRectF(row.left(), row.top() - 11, row.width(), 10), THEME.hue("org").text)

    assert above() == 0
    view.set_mode("annotate")
    assert above() > 10


def test_high_contrast_has_frames_for_grounds(view: ArticleView) -> None:
    contrast = load_theme("contrast-light")
    view.set_theme(contrast)
    area = view.area_of(span_of("万州中心"))
    edge = painted(view, QRectF(area.left(), area.top(), area.width(), 1), contrast.hue("org").line)
    assert edge > area.width() - 4


def test_a_wave_is_a_line_and_no_area(view: ArticleView) -> None:
    under = view.area_of(span_of("3—5年内")).adjusted(0, 21, 0, 8)
    assert painted(view, under, THEME.ui.surface) > under.width() * under.height() * 0.6


def test_the_caret_is_away_while_a_mark_is_selected(view: ArticleView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select_annotation("a2")
    row = view.area_of(span_of("总投资"))
    view.set_caret(span_of("总投资").start)
    assert painted(view, QRectF(row.left() - 3, row.top(), 3, row.height()), THEME.ui.ink, within=120) == 0
    view.select_annotation(None)
    assert painted(view, QRectF(row.left() - 3, row.top(), 3, row.height()), THEME.ui.ink, within=120) > 10


def test_a_discontinuous_mark_leaves_its_gap_out(view: ArticleView) -> None:
    whole = Span(span_of("万州").start, span_of("建成").end)
    parts = (span_of("万州"), span_of("建成"))
    mark = Annotation("a1", "ORG", whole, whole.of(TEXT), Span(0, 0), status="accepted", pieces=parts)
    view.set_document(replace(article(), annotations=(mark,)))
    tint = THEME.hue("org").tint
    assert painted(view, view.area_of(span_of("中心")).adjusted(2, 0, -2, 0), tint, within=4) == 0
    assert painted(view, view.area_of(span_of("万州")), tint, within=4) > 100
    assert painted(view, view.area_of(span_of("建成")), tint, within=4) > 100


def test_kinds_of_repairs_can_be_left_unmarked(view: ArticleView) -> None:
    view.set_mode("repair")
    grey = THEME.hue("term").tint
    assert painted(view, view.area_of(span_of("域实现")), grey, within=4) > 300
    view.set_hidden_repairs(frozenset({"drift", "pending"}))
    assert painted(view, view.area_of(span_of("域实现")), grey, within=4) < 100
    assert "并投用" not in view.toPlainText()
    assert painted(view, beside(view, "投用", right=True), THEME.ui.zhu) == 0
    view.set_mode("read")
    assert painted(view, beside(view, "投用", right=True), THEME.ui.zhu) > 5
