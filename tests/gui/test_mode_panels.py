"""The panels of the annotator's view and of the repairs view."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.document import Annotation, Document, Was
from core.schemes import Scheme
from core.text.spans import Span
from gui.actions import Actions
from gui.look.theme import Theme
from gui.panels.annotate_panel import AnnotatePanel
from gui.panels.key_hints import KeyHint
from gui.panels.mark_card import LabelCandidate
from gui.panels.repair_card import evidence_rows, percent
from gui.panels.repair_filter_row import PENDING, RepairFilterRow
from gui.panels.repair_panel import RepairPanel


@pytest.fixture
def annotating(
    qtbot: QtBot, actions: Actions, document: Document, scheme: Scheme, theme: Theme
) -> AnnotatePanel:
    panel = AnnotatePanel(actions)
    qtbot.addWidget(panel)
    panel.set_theme(theme)
    panel.set_scheme(scheme)
    panel.set_document(document)
    panel.resize(296, 800)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


@pytest.fixture
def repairing(qtbot: QtBot, actions: Actions, document: Document, theme: Theme) -> RepairPanel:
    panel = RepairPanel(actions)
    qtbot.addWidget(panel)
    panel.set_theme(theme)
    panel.set_document(document)
    panel.resize(364, 800)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


def said(widget: QWidget) -> list[str]:
    """Every visible word of a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words."""
    buttons = widget.findChildren(QAbstractButton)
    return next(b for b in buttons if b.text() == words and b.isVisible())


def words_of(view: QAbstractItemView) -> list[str]:
    """What a list says, row by row."""
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def with_mark(document: Document, mark: Annotation) -> Document:
    marks = tuple(mark if old.id == mark.id else old for old in document.annotations)
    return replace(document, annotations=marks)


def test_the_unreviewed_wait_the_least_certain_first(annotating: AnnotatePanel) -> None:
    assert words_of(annotating.list)[:2] == ["LOC 临泽县 0.60", "LOC 临泽县 0.65"]
    assert len(words_of(annotating.list)) == 12


def test_a_waiting_mark_is_gone_to(qtbot: QtBot, annotating: AnnotatePanel) -> None:
    annotating.list.setFocus()
    QTest.keyClick(annotating.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(annotating.annotation_activated) as activated:
        QTest.keyClick(annotating.list, Qt.Key.Key_Return)
    assert activated.args == ["a13"]


def test_the_card_tells_of_the_selected_mark(annotating: AnnotatePanel) -> None:
    annotating.select_annotation("a4")
    words = said(annotating.card)
    assert words[0] == "江州市"
    assert "Automatic, unreviewed" in words
    assert any(text.startswith("江州市\u3000") for text in words)
    assert annotating.list.currentIndex().data() == "LOC 江州市 0.95"


def test_without_a_mark_there_is_nothing_to_press(annotating: AnnotatePanel) -> None:
    assert said(annotating.card) == ["No mark selected"]
    assert not [b for b in annotating.card.findChildren(QAbstractButton) if b.isVisible()]


def test_accept_and_reject_are_the_windows_own_acts(
    qtbot: QtBot, annotating: AnnotatePanel, actions: Actions
) -> None:
    annotating.select_annotation("a4")
    for words, action in (("Accept", "mark.confirm"), ("Reject", "mark.reject")):
        with qtbot.waitSignal(actions[action].triggered):
            QTest.mouseClick(button(annotating.card, words), Qt.MouseButton.LeftButton)


def test_a_changed_label_can_be_changed_back(
    qtbot: QtBot, annotating: AnnotatePanel, document: Document
) -> None:
    old = document.annotation("a4")
    changed = replace(old, label="ORG", status="edited", was=Was("LOC", old.span))
    annotating.set_document(with_mark(document, changed))
    annotating.select_annotation("a4")
    row = next(b for b in annotating.card.findChildren(LabelCandidate) if b.label == "LOC")
    qtbot.waitUntil(row.isVisible)
    with qtbot.waitSignal(annotating.label_requested) as requested:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert requested.args == ["LOC"]


def test_what_lies_inside_a_mark_is_told(annotating: AnnotatePanel, document: Document) -> None:
    inner = replace(document.annotations[0], id="b1", label="PER", span=Span(0, 1), quote="江")
    annotating.set_document(replace(document, annotations=(*document.annotations, inner)))
    annotating.select_annotation("a1")
    assert "PER 江" in said(annotating.card)


def test_a_mark_that_is_gone_is_no_longer_shown(annotating: AnnotatePanel, document: Document) -> None:
    annotating.select_annotation("a4")
    annotating.set_document(replace(document, annotations=()))
    assert said(annotating.card) == ["No mark selected"]


def test_the_hints_show_the_keys_of_the_acts(annotating: AnnotatePanel) -> None:
    hints = [hint.keys() for hint in annotating.findChildren(KeyHint)]
    assert hints[0] == ("Shift", "←", "→")
    assert hints[1] == ("Ctrl", "Shift", "←", "→")
    assert hints[3] == ("Ctrl", "Enter")


def test_suggestions_stand_as_context_lines(repairing: RepairPanel) -> None:
    assert words_of(repairing.waiting)[0].endswith("服务[平]台，历时两天。 98%")


def test_a_suggestion_is_gone_to(qtbot: QtBot, repairing: RepairPanel) -> None:
    repairing.waiting.setFocus()
    QTest.keyClick(repairing.waiting, Qt.Key.Key_Down)
    with qtbot.waitSignal(repairing.repair_activated) as activated:
        QTest.keyClick(repairing.waiting, Qt.Key.Key_Return)
    assert activated.args == ["r4"]


def test_a_suggestion_is_decided_in_the_list_by_keys(qtbot: QtBot, repairing: RepairPanel) -> None:
    repairing.select_repair("r3")
    repairing.waiting.setFocus()
    with qtbot.waitSignal(repairing.repairs_decided) as decided:
        QTest.keyClick(repairing.waiting, Qt.Key.Key_Delete)
    assert decided.args == [("r3",), "rejected"]
    with qtbot.waitSignal(repairing.repairs_decided) as decided:
        QTest.keyClick(repairing.waiting, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert decided.args == [("r3",), "applied"]


def test_the_card_decides_one_or_all_alike(qtbot: QtBot, repairing: RepairPanel) -> None:
    repairing.select_repair("r3")
    assert "1 / 2" in said(repairing.card)
    assert "98%" in said(repairing.card)
    for words, expected in (
        ("Accept", [("r3",), "applied"]),
        ("Reject", [("r3",), "rejected"]),
        ("Accept all 2 “平”", [("r3", "r4"), "applied"]),
    ):
        with qtbot.waitSignal(repairing.repairs_decided) as decided:
            QTest.mouseClick(button(repairing.card, words), Qt.MouseButton.LeftButton)
        assert decided.args == expected


def test_an_applied_repair_can_be_reverted(qtbot: QtBot, repairing: RepairPanel) -> None:
    with qtbot.waitSignal(repairing.repair_activated) as activated:
        repairing.done.setFocus()
        QTest.keyClick(repairing.done, Qt.Key.Key_Return)
    repairing.select_repair(activated.args[0])
    assert "Repaired" in said(repairing.card)
    with qtbot.waitSignal(repairing.repairs_decided) as decided:
        QTest.mouseClick(button(repairing.card, "Revert"), Qt.MouseButton.LeftButton)
    assert decided.args == [("r1",), "rejected"]


EVIDENCE = (
    # evidence, rows, comment
    (
        "页内：无一“平”字；词语：服务平台 98%",
        [("页内", "无一“平”字"), ("词语", "服务平台 98%")],
        "titled parts",
    ),
    ("重出的注音\n正演：相符", [("Evidence", "重出的注音"), ("正演", "相符")], "lines"),
    ("一、甲；二、乙", [("Evidence", "一、甲；二、乙")], "a semicolon inside a part"),
    ("", [], "none"),
)


@pytest.mark.parametrize(("evidence", "rows", "comment"), EVIDENCE)
def test_evidence_rows(document: Document, evidence: str, rows: list[tuple[str, str]], comment: str) -> None:
    repair = replace(document.repairs[0], evidence=evidence)
    assert [row for row in evidence_rows(repair, "Evidence") if row[1]] == rows, comment


PERCENTS = (
    # confidence, words, comment
    (0.98, "98%", "a whole percentage"),
    (0.999, "99%", "never rounded up to certain"),
    (1.0, "100%", "proved"),
    (0.58, "58%", "no error of binary fractions"),
)


@pytest.mark.parametrize(("confidence", "words", "comment"), PERCENTS)
def test_percent(confidence: float, words: str, comment: str) -> None:
    assert percent(confidence) == words, comment


@pytest.fixture
def filter_row(qtbot: QtBot, document: Document, theme: Theme) -> RepairFilterRow:
    row = RepairFilterRow()
    qtbot.addWidget(row)
    row.set_theme(theme)
    row.set_document(document)
    row.show()
    return row


def test_a_kind_is_switched_off(qtbot: QtBot, filter_row: RepairFilterRow) -> None:
    assert filter_row.chip("gloss").text() == "Gloss 1"
    assert filter_row.chip(PENDING).text() == "Pending 2"
    with qtbot.waitSignal(filter_row.kinds_hidden) as hidden:
        QTest.mouseClick(filter_row.chip("gloss"), Qt.MouseButton.LeftButton)
    assert hidden.args == [frozenset({"gloss"})]


def test_the_chips_follow_the_document(filter_row: RepairFilterRow, document: Document) -> None:
    decided = tuple(replace(repair, status="applied") for repair in document.repairs)
    filter_row.set_document(replace(document, repairs=decided))
    assert filter_row.chip("dropped").text() == "Filtered 2"
    with pytest.raises(KeyError):
        filter_row.chip(PENDING)


def test_the_original_is_asked_for(qtbot: QtBot, filter_row: RepairFilterRow) -> None:
    with qtbot.waitSignal(filter_row.originals_chosen) as chosen:
        QTest.mouseClick(button(filter_row, "All"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["all"]
