"""The side panel as a person uses it: by keys, by mouse, and while the document changes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.document import Document
from core.edits import Author
from core.report import proof_sheet
from core.schemes import Scheme
from gui.background import Background
from gui.look.theme import Theme, load_theme
from gui.panels.sections.totals import totals_of
from gui.panels.side_panel import LARGE, SidePanel


@pytest.fixture
def panel(qtbot: QtBot, document: Document, scheme: Scheme, theme: Theme) -> SidePanel:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.set_theme(theme)
    panel.set_scheme(scheme)
    panel.set_document(document)
    panel.resize(364, 800)
    panel.show()
    return panel


def words_of(view: QAbstractItemView) -> list[str]:
    """What a list says, row by row, as a screen reader is told."""
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click_row(view: QAbstractItemView, row: int) -> None:
    area = view.visualRect(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def test_names_stand_by_count_with_their_other_forms(panel: SidePanel) -> None:
    assert words_of(panel.names.list) == ["江州市 3 also 江州 2", "临泽县 2"]


def test_the_other_order_is_that_of_the_text(panel: SidePanel, document: Document) -> None:
    first = document.annotations[4]
    marks = (replace(first, id="b1", span=first.span), *document.annotations)
    panel.set_document(replace(document, annotations=tuple(marks)))
    panel.names.order.click()
    assert panel.names.order.text() == "In text order"


def test_a_row_goes_to_its_first_place_then_to_the_next(qtbot: QtBot, panel: SidePanel) -> None:
    for expected in ("a1", "a4", "a8", "a1"):
        with qtbot.waitSignal(panel.annotation_activated) as activated:
            click_row(panel.names.list, 0)
        assert activated.args == [expected]


def test_arrows_move_and_enter_activates(qtbot: QtBot, panel: SidePanel) -> None:
    panel.figures.list.setFocus()
    QTest.keyClick(panel.figures.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.annotation_activated) as activated:
        QTest.keyClick(panel.figures.list, Qt.Key.Key_Return)
    assert activated.args == ["a7"]


def test_a_figure_that_recurs_is_one_row(panel: SidePanel) -> None:
    assert words_of(panel.figures.list) == ["10亿元 总投资 ×2 (question 1)", "170亩 占地"]


def test_the_rejected_figure_is_not_counted(panel: SidePanel) -> None:
    assert panel.figures.head.accessibleName() == "Figures 2"


def test_window_and_proof_report_count_the_same_figures(
    panel: SidePanel, document: Document, scheme: Scheme
) -> None:
    sheet = proof_sheet(document, Author(None, "2024-07-15T09:30:00+08:00"), language="en")
    reported = next(section.count for section in sheet.sections if section.title == "Figures")
    totals = totals_of(document, scheme)
    assert (reported, totals.figures) == ("2", 2)
    assert panel.figures.head.accessibleName() == "Figures 2"


def test_times_are_in_order_and_a_duration_last(panel: SidePanel) -> None:
    panel.times.set_open(True)
    days = [row.split(" ")[0] for row in words_of(panel.times.list)]
    assert days == ["2021-11末", "12-20、21", "2022-01-05", "两天"]


def test_selecting_a_mark_selects_its_row_and_its_tab(panel: SidePanel) -> None:
    panel.select_annotation("a3")
    assert words_of(panel.names.list) == ["江州日报 1"]
    assert panel.names.list.currentIndex().row() == 0
    panel.select_annotation("a13")
    assert panel.names.list.currentIndex().data() == "临泽县 2"
    panel.select_annotation(None)
    assert not panel.names.list.selectionModel().hasSelection()


def test_the_row_stays_selected_when_the_document_changes(panel: SidePanel, document: Document) -> None:
    panel.select_annotation("a7")
    marks = tuple(replace(m, status="accepted") for m in document.annotations if m.id != "a6")
    panel.set_document(replace(document, annotations=marks))
    assert panel.figures.list.currentIndex().data() == "170亩 占地"


def test_findings_say_question_reason_and_severity(
    qtbot: QtBot, panel: SidePanel, document: Document
) -> None:
    [said] = words_of(panel.findings.list)
    sentence = "江州市与临泽县共建产业园，总投资10亿元，占地170亩。"
    assert said == f"1. 两处总投资相同？ 10亿元 = 10亿元 {sentence} (High)"
    with qtbot.waitSignal(panel.finding_activated) as activated:
        click_row(panel.findings.list, 0)
    assert activated.args == ["f1", None]


def test_a_closed_head_says_what_is_inside(panel: SidePanel) -> None:
    panel.article.head.click()
    assert not panel.article.body.isVisible()
    assert panel.article.head.accessibleDescription() == "江州日报 2022-01-05"
    assert panel.repairs.head.accessibleDescription() == "Pending 2"


def test_a_head_opens_and_closes_by_keys(panel: SidePanel) -> None:
    head = panel.times.head
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert panel.times.is_open
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert panel.times.is_open
    QTest.keyClick(head, Qt.Key.Key_Left)
    assert not panel.times.is_open
    QTest.keyClick(head, Qt.Key.Key_Return)
    assert panel.times.is_open


def test_the_legend_counts_and_hides(qtbot: QtBot, panel: SidePanel) -> None:
    legend = panel.article.legend
    assert legend.entry("loc").accessibleName() == "Places 5"
    with qtbot.waitSignal(panel.hues_hidden) as hidden:
        QTest.mouseClick(legend.entry("loc"), Qt.MouseButton.LeftButton)
    assert hidden.args == [frozenset({"loc"})]
    with qtbot.waitSignal(panel.hues_hidden) as hidden:
        QTest.mouseClick(legend.entry("qty"), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    assert hidden.args == [frozenset({"per", "org", "loc", "time", "term"})]
    with qtbot.waitSignal(panel.hues_hidden) as hidden:
        QTest.mouseClick(legend.entry("qty"), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    assert hidden.args == [frozenset()]


def test_a_kind_of_repairs_leads_to_its_first_place(qtbot: QtBot, panel: SidePanel) -> None:
    panel.repairs.set_open(True)
    assert words_of(panel.repairs.list)[-1] == "Pending 2"
    with qtbot.waitSignal(panel.repair_activated) as activated:
        click_row(panel.repairs.list, 2)
    assert activated.args == ["r3"]


def test_the_table_of_figures_is_copied_for_a_spreadsheet(panel: SidePanel) -> None:
    panel.figures.list.setFocus()
    QTest.keyClick(panel.figures.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "Amount"
    assert lines[1].split("\t") == ["1000000000", "10亿", "元", "总投资", "2"]


def test_opening_a_section_brings_it_into_sight(qtbot: QtBot, panel: SidePanel) -> None:
    panel.resize(364, 300)
    panel.open_section("repairs")
    qtbot.waitUntil(lambda: panel.verticalScrollBar().value() > 0)
    head = panel.repairs.head
    qtbot.waitUntil(lambda: 0 <= head.mapTo(panel, QPoint(0, 0)).y() < 300)


def test_the_section_at_the_top_is_told(qtbot: QtBot, panel: SidePanel) -> None:
    panel.resize(364, 200)
    with qtbot.waitSignal(panel.section_in_sight) as told:
        panel.open_section("figures")
    assert told.args == ["figures"]


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "contrast-light", "contrast-dark"])
def test_every_theme_is_painted(panel: SidePanel, name: str) -> None:
    theme = load_theme(name)
    panel.set_theme(theme)
    image = panel.grab().toImage()
    assert image.pixelColor(4, image.height() - 4) == theme.ui.panel


def test_an_article_without_anything_is_shown(panel: SidePanel, document: Document) -> None:
    empty = replace(document, annotations=(), repairs=(), findings=(), entities=())
    panel.set_document(empty)
    panel.set_document(None)
    panel.set_document(empty)
    assert words_of(panel.names.list) == []


def test_an_article_whose_marks_are_still_to_be_found_is_not_said_to_raise_nothing(
    panel: SidePanel, document: Document
) -> None:
    unread = replace(document, annotations=(), findings=(), entities=())
    for article, is_said in ((unread, False), (replace(unread, models={"names": "1"}), True)):
        panel.set_document(article)
        said = [words.text() for words in panel.findings.findChildren(QLabel) if words.isVisible()]
        assert ("Nothing to ask" in said) == is_said
        assert panel.findings.totals.isVisible() == is_said


def test_the_rows_of_a_large_article_are_gathered_elsewhere(
    qtbot: QtBot, panel: SidePanel, document: Document
) -> None:
    background = Background()
    panel.set_run_later(background.gather)
    repairs = tuple(replace(document.repairs[0], id=f"g{number}") for number in range(LARGE))
    panel.set_document(replace(document, repairs=repairs, annotations=document.annotations[:3]))
    qtbot.waitUntil(lambda: panel.repairs.head.accessibleName() == f"Repairs {LARGE}")
    assert words_of(panel.figures.list) == []


def test_a_hidden_panel_shows_the_newest_document_when_it_appears(
    panel: SidePanel, document: Document
) -> None:
    panel.hide()
    panel.set_document(replace(document, annotations=()))
    assert panel.figures.head.accessibleName() == "Figures 2"
    panel.show()
    assert panel.figures.head.accessibleName() == "Figures 0"


def test_the_outline_leads_to_a_heading(qtbot: QtBot, panel: SidePanel, document: Document) -> None:
    outline = panel.article.outline
    assert not outline.isVisible()
    blocks = tuple(replace(block, kind="heading") for block in document.article.blocks[2:4])
    panel.set_document(replace(document, article=replace(document.article, blocks=blocks)))
    assert outline.isVisible()
    assert not outline.list.isVisible()
    QTest.keyClick(outline.head, Qt.Key.Key_Right)
    assert words_of(outline.list)[0].startswith("江州市与临泽县")
    with qtbot.waitSignal(panel.place_activated) as activated:
        click_row(outline.list, 1)
    assert activated.args == [blocks[1].span]


def test_the_menu_of_a_question_settles_it(qtbot: QtBot, panel: SidePanel) -> None:
    rows = panel.findings.list
    rows.select_row(0)
    rows.customContextMenuRequested.emit(QPoint(-1, -1))
    menu = next(menu for menu in panel.findings.findChildren(QMenu) if menu.isVisible())
    with qtbot.waitSignal(panel.finding_settled) as settled:
        menu.actions()[1].trigger()
    menu.close()
    assert settled.args[1] == "mistake"


def test_edits_in_quick_succession_are_gathered_once(
    qtbot: QtBot, panel: SidePanel, document: Document
) -> None:
    calls: list[object] = []

    def run_later(work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        calls.append(work)
        done(work())

    panel.set_run_later(run_later)
    for count in (7, 6, 5):
        panel.set_document(replace(document, annotations=document.annotations[:count]))
    assert calls == []
    qtbot.waitUntil(lambda: len(calls) == 1)
    assert words_of(panel.figures.list) == []
    assert panel.names.head.accessibleName() == "Names 3"


def test_a_magnitude_is_written_out_to_the_last_digit() -> None:
    from fractions import Fraction

    from core.overview import FigureGroup
    from gui.panels.sections.figures import figure_in_full, plain_amount

    row = FigureGroup("MONEY", "4.24亿", "元", "资金", True, Fraction(424_000_000), ("a1", "a2"))
    assert figure_in_full(row) == "4.24亿元 = 424,000,000 元 资金 ×2"
    part = FigureGroup("MONEY", "1234567.25", "元", "费用", True, Fraction("1234567.25"), ("a1",))
    assert (plain_amount(part), figure_in_full(part)) == ("1234567.25", "1234567.25元 费用")
    third = FigureGroup("NUMBER", "1/3", "", "人口", True, Fraction(1, 3), ("a1",))
    assert plain_amount(third) == "1/3"
