"""What one part of the window tells another, tried on the whole window with an article of a few lines."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.document import Document
from gui.workplace import Workplace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workplace(workplace: Workplace, document: Document) -> Workplace:
    """The window with the small article open."""
    workplace.session.open(document, None)
    workplace.parts.article.setFocus()
    return workplace


def test_control_with_the_arrows_selects_words(
    qtbot: QtBot, workplace: Workplace, document: Document
) -> None:
    article = workplace.parts.article
    article.set_caret(document.text.index("总投资"))
    qtbot.keyClick(article, Qt.Key.Key_Right, CONTROL | SHIFT)
    span = article.selected_span()
    assert span is not None
    assert span.of(document.text) in ("总", "总投资")


def test_control_with_the_wheel_zooms(workplace: Workplace) -> None:
    viewport, before = workplace.parts.article.viewport(), workplace.appearance.settings.body_size
    turn = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turn)
    assert workplace.appearance.settings.body_size > before


def test_the_first_step_among_repairs_is_to_the_first(workplace: Workplace) -> None:
    workplace.parts.actions_table["go.next_repair"].trigger()
    assert workplace.appearance.mode == "repair"
    assert workplace.session.selected_repair == "r3"
    workplace.parts.actions_table["go.next_repair"].trigger()
    assert workplace.session.selected_repair == "r4"


def test_another_article_begins_with_nothing_selected(workplace: Workplace, document: Document) -> None:
    workplace.appearance.choose_mode("annotate")
    waiting = workplace.parts.annotate_panel.list
    workplace.session.select("a3")
    assert waiting.selectionModel().hasSelection()
    workplace.session.open(replace(document, source=replace(document.source, name="另一篇.txt")), None)
    assert not waiting.selectionModel().hasSelection()


def notice(workplace: Workplace) -> str:
    return workplace.parts.status_row.notice()


def test_what_was_said_of_an_act_goes_when_it_is_undone(
    workplace: Workplace, document: Document, tmp_path: Path
) -> None:
    workplace.session.open(document, tmp_path / "江州.txt")
    workplace.repairing.accept_all()
    assert notice(workplace) == "2 repairs accepted"
    workplace.session.undo_stack.undo()
    assert notice(workplace) == ""
    workplace.session.undo_stack.redo()
    assert notice(workplace) == ""


def test_what_was_said_of_an_act_goes_with_the_next(
    workplace: Workplace, document: Document, tmp_path: Path
) -> None:
    workplace.session.open(document, tmp_path / "江州.txt")
    workplace.session.select("a3")
    workplace.parts.status_row.set_notice("said of another act")
    workplace.marking.confirm()
    assert notice(workplace) == ""
