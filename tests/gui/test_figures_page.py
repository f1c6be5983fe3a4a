"""The page of figures and times: sorted, narrowed, copied, and the way to a mark and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.document import Document
from core.figures.lines import figure_lines, time_points
from gui.look.theme import Theme
from gui.models.figure_table import IN_FULL, TIME
from gui.pages.figures_page import FiguresPage
from gui.widgets.timeline_chart import ChartPoint, TimelineChart
from gui.workplace import Workplace

LONG = 30_000
ARTICLE = (
    "江州市引进企业21家\n2024-05-06 08:00 来源：江州日报\n\n"
    "2023年，江州市引进企业21家，总投资4.24亿元，比上年增长12.5%。2021年3月，江州市落实资金300万元。\n"
)


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> FiguresPage:
    """The page of an article's figures, as the menu opens it."""
    (tmp_path / "1.txt").write_text(ARTICLE, encoding="utf-8")
    workplace.articles.open(tmp_path / "1.txt")
    session = workplace.session
    qtbot.waitUntil(lambda: bool(session.document and session.document.annotations), timeout=LONG)
    workplace.parts.actions_table["view.figures"].trigger()
    shown = workplace.page_work.figures_page
    qtbot.waitUntil(shown.isVisible, timeout=LONG)
    return shown


def column(page: FiguresPage, number: int) -> list[str]:
    """The words of a column as they are shown."""
    return [page.order.index(row, number).data() for row in range(page.order.rowCount())]


def click_head(qtbot: QtBot, page: FiguresPage, number: int) -> None:
    """Click the title of a column."""
    head = page.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(number) + 12, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_amounts_stand_in_full_with_what_they_are_about(page: FiguresPage) -> None:
    row = column(page, 0).index("4.24亿元")
    cells = [page.order.index(row, number).data() for number in range(7)]
    assert cells[:3] == ["4.24亿元", "424,000,000 元", "总投资"]
    assert "2023" in cells[TIME]


def test_a_click_on_a_title_sorts_by_what_the_column_means(qtbot: QtBot, page: FiguresPage) -> None:
    click_head(qtbot, page, IN_FULL)
    amounts = [words for words in column(page, IN_FULL) if words.endswith("元")]
    assert amounts == ["3,000,000 元", "424,000,000 元"]
    click_head(qtbot, page, IN_FULL)
    assert [words for words in column(page, IN_FULL) if words.endswith("元")] == amounts[::-1]
    assert column(page, IN_FULL)[-1] == ""  # times have no amount, and come last in either direction


def test_words_narrow_the_table_and_their_count_is_said(qtbot: QtBot, page: FiguresPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.filter, "300")
    page.filter.insert(" 资金")  # as an input method does
    assert column(page, 0) == ["2021年3月", "300万元"]
    page.filter.clear()
    assert len(column(page, 0)) > 4


def test_ctrl_c_copies_what_is_shown_for_a_spreadsheet(qtbot: QtBot, page: FiguresPage) -> None:
    page.filter.setText("4.24")
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert {len(cells) for cells in lines} == {9}
    assert "424,000,000 元" in [cells[IN_FULL] for cells in lines]
    assert len(lines) == page.order.rowCount() + 1


def test_enter_goes_to_the_figure_in_the_article_and_esc_only_back(
    qtbot: QtBot, workplace: Workplace, page: FiguresPage
) -> None:
    page.table.selectRow(column(page, 0).index("4.24亿元"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    document = workplace.session.document
    assert document is not None
    assert workplace.parts.desk.isVisible()
    selected = document.annotation(workplace.session.selected or "")
    assert selected.quote == "4.24亿元"
    workplace.parts.actions_table["view.figures"].trigger()
    qtbot.waitUntil(page.isVisible, timeout=LONG)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert workplace.parts.desk.isVisible()


POINTS = (
    ChartPoint("2021", "2021-03", "落实资金", 0.0, ("a1",)),
    ChartPoint("2023", "2023", "引进企业", 0.7, ("a2", "a3")),
    ChartPoint("2024", "2024-05-06", "published", 0.6, ("a4",), is_publication=True),
)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> TimelineChart:
    """A timeline of three days."""
    made = TimelineChart()
    qtbot.addWidget(made)
    made.set_theme(theme)
    made.show()
    made.resize(600, made.height())
    made.set_points(POINTS)
    return made


def test_arrows_go_along_the_line_and_enter_through_the_marks_of_a_day(
    qtbot: QtBot, chart: TimelineChart
) -> None:
    asked: list[str] = []
    chart.activated.connect(asked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert asked == ["a2", "a3", "a2"]
    assert chart.current == 2
    assert "published" in chart.accessibleDescription()


def test_a_click_on_a_point_goes_to_its_mark_and_beside_it_nowhere(
    qtbot: QtBot, chart: TimelineChart
) -> None:
    asked: list[str] = []
    chart.activated.connect(asked.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(2).toPoint())
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(2).toPoint() - QPoint(60, 0))
    assert asked == ["a4"]


def test_points_are_apart_as_their_days_are(chart: TimelineChart) -> None:
    first, second, third = (chart.place_of(number).x() for number in range(3))
    assert first < second < third
    assert second - first > third - second


def test_lines_are_the_figures_of_the_document(document: Document) -> None:
    lines = figure_lines(document)
    assert "1,000,000,000 元" in [line.full for line in lines]
    assert [point.first for point in time_points(document)] == ["2021-11", "2021-12-20", "2022-01-05"]
