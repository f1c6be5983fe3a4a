"""A Chinese input method that is on: fields compose with it, and everything else keeps its keys from it."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.document import Document
from gui.dialogs.command_palette import CommandPalette
from gui.dialogs.key_choice import KeyChoice
from gui.dialogs.line_input import LineInput
from gui.dialogs.scheme_editor import SchemeEditor
from gui.workplace import Workplace

Kind = TypeVar("Kind", bound=QWidget)
WORDS = "江州市与临泽县共建产业园，总投资10亿元，占地170亩。市长王建国出席开工仪式。"


@pytest.fixture
def opened(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> Workplace:
    """The window with an article."""
    article = tmp_path / "江州.txt"
    article.write_text(f"江州产业园开工\n{WORDS}\n", encoding="utf-8")
    workplace.articles.open(article)
    qtbot.waitUntil(lambda: bool(opened_document(workplace).annotations), timeout=30_000)
    return workplace


def opened_document(workplace: Workplace) -> Document:
    document = workplace.session.document
    assert document is not None
    return document


def compose(field: QWidget, pinyin: str, words: str) -> None:
    """Do as an input method does: show what is being spelt, letter by letter, and put words in its place."""
    for end in range(1, len(pinyin) + 1):
        QCoreApplication.sendEvent(field, QInputMethodEvent(pinyin[:end], []))
    done = QInputMethodEvent()
    done.setCommitString(words)
    QCoreApplication.sendEvent(field, done)


def dialog_of(qtbot: QtBot, kind: type[Kind]) -> Kind:
    def shown() -> list[Kind]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()) and shown()[0].isActiveWindow())
    return shown()[0]


def wrong_about_input_methods() -> list[str]:
    """What is seen and takes what an input method composes though it is no field, or the other way about."""
    found = []
    for widget in QApplication.allWidgets():
        if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        is_field = isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly()
        if is_field != bool(widget.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)):
            found.append(type(widget).__name__)
    return found


@pytest.mark.parametrize("act", ["view.read", "view.annotate", "view.repair", "edit.find", "view.figures"])
def test_only_fields_take_what_an_input_method_composes(opened: Workplace, act: str) -> None:
    opened.parts.actions_table[act].trigger()
    assert wrong_about_input_methods() == []


@pytest.mark.parametrize(
    ("act", "kind"),
    [("help.palette", CommandPalette), ("mark.scheme", SchemeEditor), ("help.keys", KeyChoice)],
)
def test_only_fields_of_dialogs_take_what_an_input_method_composes(
    qtbot: QtBot, opened: Workplace, act: str, kind: type[QWidget]
) -> None:
    opened.parts.actions_table[act].trigger()
    dialog = dialog_of(qtbot, kind)
    assert wrong_about_input_methods() == []
    dialog.close()


def test_what_is_being_spelt_is_not_looked_for(opened: Workplace) -> None:
    opened.parts.actions_table["edit.find"].trigger()
    panel = opened.parts.find_panel
    panel.field.setText("江州")
    before = len(panel.model.rows)
    QCoreApplication.sendEvent(panel.field, QInputMethodEvent("shi", []))
    assert (panel.field.text(), len(panel.model.rows)) == ("江州", before)
    compose(panel.field, "shi", "市")
    assert [hit.place.span.of(opened_document(opened).text) for hit in panel.model.rows] == ["江州市"]


def test_a_note_is_composed(qtbot: QtBot, opened: Workplace) -> None:
    mark = opened_document(opened).annotations[0]
    opened.parts.actions_table["view.annotate"].trigger()
    opened.session.select(mark.id)
    opened.parts.actions_table["mark.note"].trigger()
    dialog = dialog_of(qtbot, LineInput)
    compose(dialog.field, "heshi", "核实")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened_document(opened).annotation(mark.id).note == "核实")


def test_a_command_is_composed(qtbot: QtBot, opened: Workplace) -> None:
    opened.parts.actions_table["help.palette"].trigger()
    palette = dialog_of(qtbot, CommandPalette)
    compose(palette.field, "zzz", "没有这个命令")
    assert palette.nothing.isVisible()
    palette.field.clear()
    compose(palette.field, "find", "Find")
    assert not palette.nothing.isVisible()
    palette.close()


def test_a_label_and_its_choices_are_composed(qtbot: QtBot, opened: Workplace) -> None:
    opened.parts.actions_table["mark.scheme"].trigger()
    editor = dialog_of(qtbot, SchemeEditor)
    form = editor.pages["labels"].form
    name, attributes = form.widget_of("Name"), form.widget_of("Attributes")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.clear()
    compose(name, "renwu", "人物")
    attributes.setFocus()
    for pinyin, words in (
        ("shangshidi", "上市地"),
        (":", "："),
        ("hushi", "沪市"),
        ("\\", "、"),
        ("s", "深市"),
    ):
        compose(attributes, pinyin, words)
    label = editor.draft.scheme.labels[0]
    assert label.name == "人物"
    assert [(each.name, each.choices) for each in label.attributes] == [("上市地", ("沪市", "深市"))]
    editor.reject()
