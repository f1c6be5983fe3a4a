"""The article view, driven as a person drives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.article import Article, Block
from core.document import Annotation, Document, Finding, Place, ScriptChoice, SourceRecord
from core.repairs import Repair
from core.schemes import default_scheme
from core.text.spans import Span
from gui.article.pointer_card import PointerCard
from gui.article.view import ArticleView
from gui.look.theme import load_theme, palette, stylesheet
from gui.widgets.focus_frame import FocusFrame
from gui.words.language import Translation

THEME = load_theme("light")
HEAD = "您当前的位置\n重庆：“一区两群”协同发展\n2022-01-05 重庆日报\n"
BODY = "总投资10亿元的万州中心建成投用，2021年11月底签订《协议》。"
FILLER = "这里是没有标注的一段文字，只为把文章拉长到一屏以外。"
TEXT = HEAD + BODY + "\n" + (FILLER + "\n") * 60 + "末段提到渝北区。"


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def mark(name: str, label: str, words: str, status: str = "auto") -> Annotation:
    span = span_of(words)
    return Annotation(name, label, span, words, span, status=status)


def blocks() -> Iterator[Block]:
    kinds = {"您": "navigation", "重": "title", "2": "dateline"}
    place = 0
    for line in TEXT.split("\n"):
        yield Block(kinds.get(line[0], "body"), Span(place, place + len(line)))
        place += len(line) + 1


def article() -> Document:
    marks = (
        mark("a1", "TERM", "“一区两群”"),
        mark("a2", "MONEY", "10亿元"),
        mark("a3", "ORG", "万州中心", "accepted"),
        mark("a4", "LOC", "万州"),
        mark("a5", "DATE", "2021年11月底"),
        mark("a6", "LOC", "渝北区"),
    )
    gap = TEXT.index("投用")
    source = TEXT[:gap] + TEXT[gap:]
    return Document(
        SourceRecord("a.txt", 1, "0", "utf-8", "lf", "plain/1"),
        source,
        ScriptChoice("hans", "hans"),
        TEXT,
        repairs=(Repair("r1", Span(gap, gap), "", "并", "dropped", 0.9, status="suggested"),),
        article=Article(blocks=tuple(blocks())),
        annotations=marks,
        findings=(Finding("f1", "sum", "high", "?", (Place(span_of("10亿元"), "10亿元"),)),),
    )


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView(THEME, default_scheme())
    qtbot.addWidget(made)
    made.resize(1032, 772)
    made.show()
    qtbot.waitExposed(made)
    made.set_document(article())
    made.setFocus()
    return made


def middle_of(view: ArticleView, words: str) -> QPoint:
    """The middle of the first row of ``words`` in the viewport."""
    area = view.area_of(span_of(words))
    assert area is not None
    return area.center().toPoint()


def click(view: ArticleView, place: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def ink_at(view: ArticleView, area: QRectF, color: QColor) -> int:
    """How many pixels of ``area`` are of exactly that color."""
    image = view.viewport().grab(area.toAlignedRect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = color.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_kinds_are_set_apart_and_navigation_is_folded(view: ArticleView) -> None:
    document = view.document()
    assert document.findBlockByNumber(0).text() != "您当前的位置"
    title, dateline, body = (document.findBlockByNumber(number) for number in (1, 2, 3))
    sizes = [block.charFormat().font().pixelSize() for block in (title, dateline, body)]
    assert sizes == [26, 13, 18]
    assert body.blockFormat().lineHeight() == 32


def test_a_click_on_a_mark_tells_which(view: ArticleView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view, middle_of(view, "11月底"))
    assert clicked.args == ["a5"]
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view, middle_of(view, "签订"))
    assert clicked.args == [None]


def test_clicking_again_goes_through_overlapping_marks(view: ArticleView, qtbot: QtBot) -> None:
    place, seen = middle_of(view, "万州"), []
    view.annotation_clicked.connect(seen.append)
    view.annotation_clicked.connect(view.select_annotation)
    for _ in range(3):
        click(view, place)
    assert seen == ["a4", "a3", "a4"]


def test_selecting_paints_a_frame_and_moves_nothing(view: ArticleView) -> None:
    area = view.area_of(span_of("10亿元"))
    ink = THEME.ui.ink
    before = ink_at(view, area.adjusted(-4, -8, 4, 8), ink)
    view.select_annotation("a2")
    assert view.area_of(span_of("10亿元")) == area
    assert ink_at(view, area.adjusted(-4, -8, 4, 8), ink) > before + 100


def test_a_hidden_hue_is_neither_painted_nor_clicked(view: ArticleView, qtbot: QtBot) -> None:
    area = view.area_of(span_of("2021年11月底"))
    teal = THEME.hue("time").line
    assert ink_at(view, area, teal) > 0
    view.set_hidden_hues(frozenset({"time"}))
    assert ink_at(view, area, teal) == 0
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view, middle_of(view, "11月底"))
    assert clicked.args == [None]


def test_accepting_changes_paint_and_no_line(view: ArticleView) -> None:
    before = [view.area_of(a.span) for a in article().annotations[:5]]
    accepted = tuple(replace(a, status="accepted") for a in article().annotations)
    view.set_document(replace(article(), annotations=accepted))
    assert [view.area_of(a.span) for a in article().annotations[:5]] == before


def test_selected_words_are_offsets_of_the_text(view: ArticleView, qtbot: QtBot) -> None:
    start, end = middle_of(view, "总"), middle_of(view, "资")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start.x() - 8, start.y()))
    QTest.mouseMove(view.viewport(), QPoint(end.x() + 6, end.y()))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(end.x() + 6, end.y()))
    assert view.selected_span() == span_of("总投资")


def test_the_caret_walks_and_selects_by_keyboard(view: ArticleView) -> None:
    view.set_caret(span_of("总投资").start)
    QTest.keyClick(view, Qt.Key.Key_Right)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == span_of("投资")
    assert view.caret() == span_of("投资").end


def test_ctrl_and_arrows_step_over_words(view: ArticleView) -> None:
    view.set_segmenter(lambda line: ["总投资", "10亿元", "的", line[8:]])
    view.set_caret(span_of("总投资").start)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == span_of("10亿元").start
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.selected_span() == span_of("10亿元")
    QTest.keyClick(view, Qt.Key.Key_Left, shift)
    assert view.selected_span() is None


@pytest.mark.parametrize("keys", ["1", "Shift+1", "Return", "Delete", "Escape", "Alt+Right", "F2"])
def test_actions_of_the_window_come_before_the_view(view: ArticleView, qtbot: QtBot, keys: str) -> None:
    action = QAction(view)
    action.setShortcut(keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    view.addAction(action)
    view.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    sequence = action.shortcut()[0]
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(view, sequence.key(), sequence.keyboardModifiers())


def test_copying_takes_the_article_and_not_the_page(view: ArticleView) -> None:
    view.select_span(Span(0, span_of("协同发展").end))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == TEXT[: span_of("协同发展").end]


def test_a_fold_opens_by_a_click_and_keeps_the_text_below_in_place(view: ArticleView, qtbot: QtBot) -> None:
    row = view.document().documentLayout().blockBoundingRect(view.document().firstBlock())
    with qtbot.waitSignal(view.fold_toggled):
        click(view, row.center().toPoint())
    assert view.document().findBlockByNumber(1).text() == "您当前的位置"
    view.toggle_fold(0)
    assert view.document().findBlockByNumber(1).text().startswith("重庆")


def test_scrolling_to_a_place_brings_it_into_sight(view: ArticleView, qtbot: QtBot) -> None:
    target = span_of("渝北区")
    assert view.area_of(target).top() > view.viewport().height()
    view.scroll_to(target)
    qtbot.waitUntil(lambda: 0 < view.area_of(target).top() < view.viewport().height())
    before = view.verticalScrollBar().value()
    view.scroll_to(target)
    assert view.verticalScrollBar().value() == before


def test_what_is_folded_opens_when_it_is_sought(view: ArticleView) -> None:
    assert view.area_of(span_of("您当前的位置")) is None
    view.scroll_to(span_of("您当前的位置"))
    assert view.area_of(span_of("您当前的位置")) is not None


@pytest.mark.parametrize("change", ["zoom", "theme", "script", "resize", "correct"])
def test_what_is_read_stays_where_it_is(view: ArticleView, qtbot: QtBot, change: str) -> None:
    view.verticalScrollBar().setValue(900)
    seen = view.first_offset_in_sight()
    if change == "zoom":
        view.set_body_size(24)
    elif change == "theme":
        view.set_theme(load_theme("dark"))
    elif change == "script":
        view.set_view_script("hant")
    elif change == "resize":
        view.resize(640, 772)
    else:
        view.set_document(corrected())
        seen += 1
    assert view.first_offset_in_sight() == seen


def corrected() -> Document:
    """The article with a character more in its first paragraph."""
    text = TEXT.replace("总投资", "总的投资")
    shift = [Block(block.kind, moved(block.span)) for block in article().article.blocks]
    return replace(
        article(),
        text=text,
        source_text=text,
        annotations=(),
        repairs=(),
        article=Article(blocks=tuple(shift)),
    )


def moved(span: Span) -> Span:
    at = TEXT.index("总投资") + 1
    return Span(span.start + (span.start >= at), span.end + (span.end >= at))


def test_dragging_an_edge_asks_for_the_new_span(view: ArticleView, qtbot: QtBot) -> None:
    view.set_mode("annotate")
    view.select_annotation("a2")
    edge = view.area_of(span_of("10亿元"))
    start = QPoint(round(edge.right()), round(edge.center().y()))
    target = QPoint(round(view.area_of(span_of("的万")).right()), start.y())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), target)
    with qtbot.waitSignal(view.edges_dragged) as dragged:
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert dragged.args == ["a2", span_of("10亿元的万")]
    assert view.selected_span() is None


def test_an_edge_cannot_be_dragged_past_the_other(view: ArticleView, qtbot: QtBot) -> None:
    view.set_mode("annotate")
    view.select_annotation("a2")
    edge = view.area_of(span_of("10亿元"))
    start = QPoint(round(edge.left()), round(edge.center().y()))
    target = QPoint(round(edge.right()) + 80, start.y())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), target)
    with qtbot.waitSignal(view.edges_dragged) as dragged:
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert dragged.args == ["a2", Span(span_of("10亿元").end - 1, span_of("10亿元").end)]


def test_edges_are_not_dragged_while_reading(view: ArticleView, qtbot: QtBot) -> None:
    view.select_annotation("a2")
    edge = view.area_of(span_of("10亿元"))
    start = QPoint(round(edge.right()), round(edge.center().y()))
    with qtbot.assertNotEmitted(view.edges_dragged):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), QPoint(start.x() + 60, start.y()))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start.x() + 60, start.y()))


def test_margins_tell_findings_and_repairs(view: ArticleView, qtbot: QtBot) -> None:
    row = middle_of(view, "10亿元").y()
    column = view.column()
    with qtbot.waitSignal(view.finding_clicked) as clicked:
        click(view, QPoint(column.left() - 32, row))
    assert clicked.args == ["f1"]
    with qtbot.waitSignal(view.repair_clicked) as clicked:
        click(view, QPoint(column.right() + 28, middle_of(view, "投用").y()))
    assert clicked.args == ["r1"]


def test_a_suggestion_at_its_gap_is_clicked(view: ArticleView, qtbot: QtBot) -> None:
    place = view.area_of(span_of("投用"))
    with qtbot.waitSignal(view.repair_clicked) as clicked:
        click(view, QPoint(round(place.left()), round(place.center().y())))
    assert clicked.args == ["r1"]


def test_the_repairs_view_shows_the_suggestion_in_line(view: ArticleView) -> None:
    view.set_mode("repair")
    text = view.document().findBlockByNumber(3).text()
    assert "并投用" in text
    assert view.selected_span() is None
    view.select_span(span_of("建成投用"))
    assert view.selected_span() == span_of("建成投用")


def test_the_menu_asks_with_the_mark_under_the_pointer(view: ArticleView, qtbot: QtBot) -> None:
    place = middle_of(view, "11月底")
    with qtbot.waitSignals([view.annotation_clicked, view.context_menu_requested]):
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
        QGuiApplication.sendEvent(view.viewport(), event)


def test_another_article_starts_at_its_top(view: ArticleView) -> None:
    view.verticalScrollBar().setValue(900)
    other = replace(article(), source=replace(article().source, name="b.txt"))
    view.set_document(other)
    assert view.verticalScrollBar().value() == 0
    assert view.caret() == span_of("重庆").start
    view.set_document(None)
    assert view.document().toPlainText() == ""


def test_a_long_article_is_shown_at_once_and_read_in_bit_by_bit(view: ArticleView, qtbot: QtBot) -> None:
    text = (FILLER + "\n") * 4_000 + "末段。"
    source = replace(article().source, name="long.txt")
    long = Document(source, text, ScriptChoice("hans", "hans"), text)
    view.set_document(long)
    assert view.document().characterCount() < 20_000
    assert view.document().firstBlock().text() == FILLER
    with qtbot.waitSignal(view.fully_shown, timeout=20_000):
        pass
    assert view.document().characterCount() == len(text) + 1


def test_a_place_not_yet_read_in_can_be_sought(view: ArticleView) -> None:
    text = (FILLER + "\n") * 4_000 + "末段。"
    source = replace(article().source, name="long.txt")
    view.set_document(Document(source, text, ScriptChoice("hans", "hans"), text))
    view.set_caret(len(text) - 2)
    assert view.caret() == len(text) - 2


def test_the_wheel_scrolls_from_beside_the_column_too(view: ArticleView) -> None:
    QGuiApplication.sendEvent(view, wheel(-120))
    assert view.verticalScrollBar().value() > 0


def wheel(turn: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 300),
        QPointF(5, 300),
        QPoint(0, turn),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_ctrl_and_the_wheel_ask_for_larger_text(view: ArticleView, qtbot: QtBot) -> None:
    size = view.document().defaultFont().pixelSize()
    with qtbot.waitSignal(view.zoom_requested) as asked:
        QGuiApplication.sendEvent(view.viewport(), wheel(120, Qt.KeyboardModifier.ControlModifier))
    assert asked.args == [1]
    assert view.document().defaultFont().pixelSize() == size


def test_a_double_click_selects_the_segmented_word(view: ArticleView) -> None:
    view.set_segmenter(lambda line: ["总投资", "10亿元", "的", line[8:]])
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, "投"))
    assert view.selected_span() == span_of("总投资")


def test_selecting_words_leaves_the_mark(view: ArticleView, qtbot: QtBot) -> None:
    view.select_annotation("a5")
    start, end = middle_of(view, "总"), middle_of(view, "资")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert clicked.args == [None]


def test_a_selected_mark_takes_the_place_of_selected_words(view: ArticleView) -> None:
    view.verticalScrollBar().setValue(200)
    view.select_span(span_of("总投资"))
    assert view.has_caret
    view.select_annotation("a6")
    assert (view.selected_span(), view.caret(), view.has_caret) == (None, span_of("渝北区").start, False)
    assert view.verticalScrollBar().value() == 200
    view.select_annotation(None)
    assert view.has_caret


def test_an_input_method_gets_no_hold_of_the_keys(view: ArticleView) -> None:
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_focus_ring_is_shown_by_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    view, field = ArticleView(THEME, default_scheme(), window), QLineEdit(window)
    layout.addWidget(field)
    layout.addWidget(view)
    view.set_document(article())
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    (frame,) = view.findChildren(FocusFrame)
    assert frame.isVisible()
    click(view, QPoint(200, 200))
    assert not frame.isVisible()
    assert view.hasFocus()


def test_marks_in_navigation_are_not_shown(view: ArticleView, qtbot: QtBot) -> None:
    extra = mark("a9", "LOC", "您当前")
    view.set_document(replace(article(), annotations=(extra, *article().annotations)))
    view.toggle_fold(0)
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view, middle_of(view, "您当前"))
    assert clicked.args == [None]


@pytest.mark.parametrize("script", ["hans", "hant", "source"])
def test_another_script_moves_no_mark(view: ArticleView, script: str) -> None:
    before = view.area_of(span_of("2021年11月底"))
    view.set_view_script(script)
    area = view.area_of(span_of("2021年11月底"))
    assert (area.width(), area.top()) == (before.width(), before.top())
    view.select_span(span_of("2021年11月底"))
    assert view.selected_span() == span_of("2021年11月底")


def rest_on(view: ArticleView, place: QPoint) -> tuple[str, ...]:
    """What the card says when the pointer rests at ``place``; nothing where there is none."""
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QGuiApplication.sendEvent(view.viewport(), event)
    (shown,) = view.findChildren(PointerCard)
    return shown.card.lines() if shown.isVisible() else ()


def test_a_resting_pointer_shows_the_card_of_a_mark(view: ArticleView) -> None:
    valued = replace(article().annotations[1], value={"amount": "1000000000", "unit": "CNY"})
    view.set_document(replace(article(), annotations=(valued,)))
    words = rest_on(view, middle_of(view, "亿元"))
    assert words[0].startswith("MONEY")
    assert words[1].startswith("1,000,000,000 ")
    assert "Automatic" in words[2]
    QTest.mouseMove(view.viewport(), middle_of(view, "签订"))
    assert rest_on(view, middle_of(view, "签订")) == ()


def test_a_resting_pointer_tells_findings_and_repairs(view: ArticleView) -> None:
    row = middle_of(view, "10亿元").y()
    assert rest_on(view, QPoint(round(view.column().left()) - 32, row)) == ("?",)
    gap = view.area_of(span_of("投用"))
    assert rest_on(view, QPoint(round(gap.left()), round(gap.center().y())))[0] == "→ 并"


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[QApplication]:
    """The application with the style sheet of the light theme, as it is when it runs."""
    before = qapp.palette()
    qapp.setPalette(palette(THEME))
    qapp.setStyleSheet(stylesheet(THEME))
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(before)


def test_the_theme_changes_while_the_window_is_open(styled: QApplication, view: ArticleView) -> None:
    dark = load_theme("dark")
    styled.setPalette(palette(dark))
    styled.setStyleSheet(stylesheet(dark))
    view.set_theme(dark)
    area = view.area_of(span_of("万州中心"))
    assert ink_at(view, area, dark.hue("org").tint) > 200
    assert ink_at(view, QRectF(2, 2, 10, 10), dark.ui.surface) == 100


def test_an_arrow_leaves_the_mark_and_moves_the_caret_from_it(view: ArticleView) -> None:
    view.annotation_clicked.connect(view.select_annotation)
    view.select_annotation("a5")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.has_caret
    assert view.caret() == span_of("2021年11月底").start + 1


def test_a_theme_chosen_before_the_first_polish_stays(styled: QApplication, qtbot: QtBot) -> None:
    view = ArticleView(THEME, default_scheme())
    qtbot.addWidget(view)
    dark = load_theme("dark")
    styled.setPalette(palette(dark))
    styled.setStyleSheet(stylesheet(dark))
    view.set_theme(dark)
    view.ensurePolished()
    assert view.palette().base().color() == dark.ui.surface
    assert view.viewport().palette().base().color() == dark.ui.surface


def test_folds_speak_the_language_of_the_window(view: ArticleView, qtbot: QtBot) -> None:
    assert view.document().firstBlock().text() == "Navigation (1)"
    translation = Translation()
    translation.use("zh")
    qtbot.waitUntil(lambda: view.document().firstBlock().text() == "导航 1 行")
    translation.use("en")
    qtbot.waitUntil(lambda: view.document().firstBlock().text() == "Navigation (1)")


def test_a_gap_is_scrolled_to_as_well(view: ArticleView, qtbot: QtBot) -> None:
    gap = span_of("渝北区").start
    view.scroll_to(Span(gap, gap))
    qtbot.waitUntil(lambda: 0 < view.area_of(span_of("渝北区")).top() < view.viewport().height())


def test_originals_of_this_paragraph_follow_the_caret_while_no_repair_is_chosen(view: ArticleView) -> None:
    glossed = Repair("r2", Span(TEXT.index("万州"), TEXT.index("万州") + 1), "万", "万", "gloss")
    view.set_document(replace(article(), repairs=(glossed, *article().repairs)))
    view.set_mode("repair")
    view.set_originals("paragraph")
    view.set_caret(span_of("末段").start)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "万万州" not in view.toPlainText()
    click(view, middle_of(view, "签订"))
    assert "万万州" in view.toPlainText()
    view.select_repair("r1")
    assert "万万州" in view.toPlainText()


def test_a_screen_reader_hears_of_the_selected_mark(view: ArticleView) -> None:
    view.select_annotation("a3")
    assert view.accessibleDescription().startswith("万州中心, ORG Organization")
    view.select_annotation(None)
    assert view.accessibleDescription() == ""


def test_a_long_article_breaks_its_rows_anew_after_the_resizing(view: ArticleView, qtbot: QtBot) -> None:
    text = (FILLER + "\n") * 5_000
    source = replace(article().source, name="long.txt")
    view.set_document(Document(source, text, ScriptChoice("hans", "hans"), text))
    before = view.column().width()
    view.resize(640, 772)
    assert view.column().width() == before
    qtbot.waitUntil(lambda: view.column().width() < before)


def test_many_changed_lines_are_written_bit_by_bit(view: ArticleView, qtbot: QtBot) -> None:
    line = "發(fā)展中的一段文字，只为把文章拉长。"
    text, source = line.replace("發(fā)", "发"), replace(article().source, name="damaged.txt")
    count = 1_000
    repairs = tuple(
        Repair(f"r{n}", Span(n * (len(line) + 1), n * (len(line) + 1) + 5), "發(fā)", "发", "gloss")
        for n in range(count)
    )
    shown = Document(
        source, (line + "\n") * count, ScriptChoice("hant", "hans"), (text + "\n") * count, repairs=repairs
    )
    view.set_document(shown)
    with qtbot.waitSignal(view.fully_shown, timeout=20_000):
        pass
    view.set_mode("repair")
    with qtbot.waitSignal(view.fully_shown, timeout=20_000):
        view.set_originals("all")
    assert view.toPlainText().count("發(fā)发展") == count
