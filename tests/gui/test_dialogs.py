"""Dialogs: opened, answered by keys, and closed without a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.document import Document
from core.files.decoding import decode
from core.schemes import Scheme
from core.sidecar import Anchored
from gui.actions import Actions
from gui.dialogs.command_palette import CommandPalette
from gui.dialogs.encoding_choice import EncodingChoice
from gui.dialogs.line_input import LineInput
from gui.dialogs.moved_text import MovedText
from gui.dialogs.question import ask_to_save, tell_error
from gui.dialogs.shortcut_sheet import ShortcutSheet, groups_of, lines_of
from gui.look.theme import Theme
from gui.models.commands import Command, commands_of, find_commands
from gui.widgets.keycaps import keys_of

RETURN, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


def test_a_question_is_answered_by_its_buttons(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    for answer in ("save", "discard", "cancel"):
        question = ask_to_save(theme, "江州.txt", window)
        question.open()
        with qtbot.waitSignal(question.answered) as answered:
            QTest.mouseClick(question.buttons[answer], Qt.MouseButton.LeftButton)
        assert answered.args == [answer]


@pytest.mark.parametrize("count", [1, 4, 12])
def test_a_long_sentence_is_shown_whole(qtbot: QtBot, window: QWidget, theme: Theme, count: int) -> None:
    error = tell_error(
        theme, "第5行 PER：“hue”写成了“pink”，只能是 per org loc term time qty 之一；" * count, "", window
    )
    with qtbot.waitExposed(error):
        error.open()
    assert error.heading.height() >= error.heading.heightForWidth(error.heading.width())
    assert error.height() <= error.screen().availableSize().height()


def test_enter_is_the_first_answer_and_esc_the_last(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    for key, answer in ((RETURN, "save"), (ESCAPE, "cancel")):
        question = ask_to_save(theme, "江州.txt", window)
        with qtbot.waitActive(question):
            question.open()
        with qtbot.waitSignal(question.answered) as answered:
            QTest.keyClick(question, key)
        assert answered.args == [answer]


def test_an_error_says_its_sentence(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    error = tell_error(theme, "“江州.docx”读不了", "它没有被改动。", window)
    error.open()
    assert error.heading.text() == "“江州.docx”读不了"
    with qtbot.waitSignal(error.answered) as answered:
        QTest.keyClick(error, ESCAPE)
    assert answered.args == ["close"]


def test_words_are_entered(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    dialog = LineInput(theme, "Note", "旧", parent=window)
    with qtbot.waitActive(dialog):
        dialog.open()
    dialog.field.setText("新的备注")
    entered: list[str] = []
    dialog.entered.connect(entered.append)
    QTest.keyClick(dialog.field, RETURN)
    assert entered == ["新的备注"]


def test_words_that_are_given_up_are_not_entered(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    dialog = LineInput(theme, "Note", "旧", parent=window)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.entered):
        QTest.keyClick(dialog.field, ESCAPE)


COMMANDS = (
    Command("file.open", "打开文章…", "文件", ("Ctrl", "O"), also="Open Article… dkwz"),
    Command("mark.confirm", "接受", "标记", ("Enter",), also="Accept js"),
    Command("mark.accept_all", "全部接受", "标记", (), also="Accept All qbjs"),
)
FOUND = (
    # typed, ids, comment
    ("", ["file.open", "mark.confirm", "mark.accept_all"], "everything"),
    ("接受", ["mark.confirm", "mark.accept_all"], "what begins with it comes first"),
    ("dkwz", ["file.open"], "initials of pinyin"),
    ("accept all", ["mark.accept_all"], "English words, each of them"),
    ("标记", ["mark.confirm", "mark.accept_all"], "the menu"),
    ("没有", [], "nothing"),
)


@pytest.mark.parametrize(("typed", "ids", "comment"), FOUND)
def test_commands_are_found(typed: str, ids: list[str], comment: str) -> None:
    assert [command.id for command in find_commands(COMMANDS, typed)] == ids, comment


def test_the_palette_chooses_by_keys(qtbot: QtBot, window: QWidget, theme: Theme, actions: Actions) -> None:
    palette = CommandPalette(theme, commands_of(actions), window)
    palette.show_over(window)
    QTest.keyClicks(palette.field, "open")
    QTest.keyClick(palette.field, DOWN)
    with qtbot.waitSignal(palette.command_chosen) as chosen:
        QTest.keyClick(palette.field, RETURN)
    assert chosen.args == ["file.open_folder"]


def test_what_cannot_be_done_is_not_chosen(
    qtbot: QtBot, window: QWidget, theme: Theme, actions: Actions
) -> None:
    actions["edit.undo"].setEnabled(False)
    palette = CommandPalette(theme, commands_of(actions), window)
    palette.show_over(window)
    palette.field.setText("undo")
    with qtbot.assertNotEmitted(palette.command_chosen):
        QTest.keyClick(palette.field, RETURN)
    palette.close()


def test_where_no_command_is_meant_the_palette_says_so(
    qtbot: QtBot, window: QWidget, theme: Theme, actions: Actions
) -> None:
    palette = CommandPalette(theme, commands_of(actions), window)
    palette.show_over(window)
    assert not palette.nothing.isVisible()
    palette.field.setText("zzzz")
    assert palette.nothing.isVisible()
    assert palette.nothing.text() == "No command has such a name"
    palette.close()


def test_the_sheet_has_every_key(window: QWidget, theme: Theme, actions: Actions, scheme: Scheme) -> None:
    commands = commands_of(actions)
    lines = lines_of(groups_of(commands))
    keyed = [command for command in commands if command.keys]
    assert len(lines) == len(keyed)
    assert "Save Annotations Ctrl+S" in lines
    sheet = ShortcutSheet(theme, commands, scheme, window)
    sheet.open()
    assert sheet.grab().width() > 400
    sheet.close()


KEYS = (
    # shortcut, keys, comment
    ("Ctrl+Shift+O", ("Ctrl", "Shift", "O"), "modifiers apart"),
    ("Ctrl++", ("Ctrl", "+"), "the plus itself"),
    ("Return", ("Enter",), "as keyboards have it"),
    ("Ctrl+PgDown", ("Ctrl", "PgDn"), "as keyboards have it"),
    ("Shift+1", ("Shift", "1"), "a digit"),
    ("", (), "none"),
)


@pytest.mark.parametrize(("shortcut", "keys", "comment"), KEYS)
def test_keys_of(shortcut: str, keys: tuple[str, ...], comment: str) -> None:
    assert keys_of(shortcut) == keys, comment


def test_an_encoding_is_chosen_by_how_it_reads(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    data = "江州市与临泽县共建产业园。".encode("gb18030")
    dialog = EncodingChoice(
        theme,
        "江州.txt",
        lambda encoding: decode(data, encoding=encoding).text,
        ("big5hkscs", "gb18030"),
        window,
    )
    with qtbot.waitActive(dialog):
        dialog.open()
    assert "江州市" not in dialog.preview.toPlainText()
    QTest.keyClick(dialog.list, DOWN)
    assert "江州市与临泽县" in dialog.preview.toPlainText()
    with qtbot.waitSignal(dialog.encoding_chosen) as chosen:
        QTest.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert chosen.args == ["gb18030"]


def test_moved_text_begins_with_what_was_lost(
    qtbot: QtBot, window: QWidget, theme: Theme, document: Document, scheme: Scheme
) -> None:
    ids = tuple(mark.id for mark in document.annotations)
    anchored = Anchored(document, ids[:10], ids[10:12], document.annotations[12:])
    dialog = MovedText(theme, "江州.txt", anchored, scheme, window)
    dialog.open()
    model = dialog.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["LOC 临泽县", "DURATION 两天"]
    dialog.tabs.button("exact").click()
    assert model.rowCount() == 10
    with qtbot.waitSignal(dialog.answered) as answered:
        QTest.keyClick(dialog, ESCAPE)
    assert answered.args == ["later"]
