"""What a screen reader and a keyboard find in the window: names for everything that takes the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.document import Document
from core.edits import Author
from core.schemes import Scheme
from gui.look.theme import Theme
from gui.main_window import MainWindow
from gui.window_parts import WindowParts
from gui.workplace import Workplace


@pytest.fixture
def main_window(qtbot: QtBot) -> MainWindow:
    main_window = MainWindow()
    qtbot.addWidget(main_window)
    with qtbot.waitActive(main_window):
        main_window.show()
    return main_window


@pytest.fixture
def parts(main_window: MainWindow, scheme: Scheme, theme: Theme) -> WindowParts:
    return WindowParts(main_window, scheme, theme)


def show(parts: WindowParts, document: Document, mode: str) -> None:
    parts.set_open(True)
    parts.desk.set_panel_shown(True)
    for part in (parts.desk, parts.top_row, parts.status_row):
        part.set_mode(mode)
    for part in (
        parts.side_panel,
        parts.annotate_panel,
        parts.repair_panel,
        parts.find_panel,
        parts.status_row,
    ):
        part.set_document(document)
    parts.repair_panel.select_repair("r3")
    parts.annotate_panel.select_annotation("a1")


def nameless(window: QWidget) -> list[str]:
    """The visible widgets that take the focus and have no name."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        interface = QAccessible.queryAccessibleInterface(widget) if takes_focus else None
        if interface and not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("mode", ["read", "annotate", "repair"])
def test_everything_that_takes_the_focus_has_a_name(
    main_window: MainWindow, parts: WindowParts, document: Document, mode: str
) -> None:
    show(parts, document, mode)
    for section in parts.side_panel.sections.values():
        section.set_open(True)
    assert nameless(main_window) == []


def test_the_start_page_has_names(main_window: MainWindow, parts: WindowParts) -> None:
    assert nameless(main_window) == []


def test_tab_reaches_every_head_and_list_of_the_panel(parts: WindowParts, document: Document) -> None:
    show(parts, document, "read")
    sections = parts.side_panel.sections
    sections["article"].head.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {section.head for section in sections.values()} <= reached
    assert {sections[name].list for name in ("findings", "names", "figures")} <= reached


def test_a_list_says_its_rows(parts: WindowParts, document: Document) -> None:
    show(parts, document, "read")
    interface = QAccessible.queryAccessibleInterface(parts.side_panel.names.list)
    assert interface.role() == QAccessible.Role.List
    assert interface.child(0).text(QAccessible.Text.Name).startswith("江州市 3")


def test_the_ring_shows_only_while_working_by_keyboard(
    qtbot: QtBot, parts: WindowParts, document: Document
) -> None:
    show(parts, document, "read")
    head = parts.side_panel.article.head
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    by_mouse = head.grab().toImage()
    QTest.keyClick(head, Qt.Key.Key_Right)
    QTest.keyClick(head, Qt.Key.Key_Left)
    assert head.grab().toImage() != by_mouse


MUTE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}


def focusable(window: QWidget) -> list[QWidget]:
    """The visible widgets that Tab may reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]


def names_below(interface: QAccessibleInterface) -> Iterator[str]:
    """The names of everything in the tree that a screen reader walks."""
    yield interface.text(QAccessible.Text.Name)
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from names_below(child)


@pytest.mark.parametrize("mode", ["read", "annotate", "repair"])
def test_everything_that_takes_the_focus_says_what_it_is(
    main_window: MainWindow, parts: WindowParts, document: Document, mode: str
) -> None:
    show(parts, document, mode)
    roles = {
        type(widget).__name__: QAccessible.queryAccessibleInterface(widget).role()
        for widget in focusable(main_window)
    }
    assert {name: role for name, role in roles.items() if role in MUTE} == {}


def test_the_tree_of_a_screen_reader_holds_what_the_window_shows(
    main_window: MainWindow, parts: WindowParts, document: Document
) -> None:
    show(parts, document, "read")
    names = set(names_below(QAccessible.queryAccessibleInterface(main_window)))
    for words in ("Article", "Read", "Annotate", "Findings", "Names", "Figures", "Times", "Simplified"):
        assert any(words in name for name in names), words


@pytest.mark.parametrize("mode", ["read", "annotate", "repair"])
def test_the_focus_is_seen_wherever_it_is(
    main_window: MainWindow, parts: WindowParts, document: Document, mode: str
) -> None:
    show(parts, document, mode)
    main_window.resize(1440, 900)
    QApplication.processEvents()
    reached, unseen = set[QWidget](), []
    for widget in focusable(main_window):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        with_focus = here.grab().toImage()
        parts.article.setFocus(Qt.FocusReason.OtherFocusReason)
        if here not in reached | {parts.article} and here.grab().toImage() == with_focus:
            unseen.append(type(here).__name__)
        reached.add(here)
    assert len(reached) > 20
    assert unseen == []


def test_the_selected_mark_is_said_as_it_is_now(parts: WindowParts, document: Document, qtbot: QtBot) -> None:
    show(parts, document, "annotate")
    parts.article.set_document(document)
    parts.article.select_annotation("a3")
    assert parts.article.accessibleDescription().startswith(
        "江州日报, ORG Organization, Automatic, unreviewed"
    )
    accepted = edits.set_status(document, "a3", "accepted", Author(None, "2022-01-05T09:00:00+08:00"))
    parts.article.set_document(accepted)
    assert "Accepted" in parts.article.accessibleDescription()
    parts.article.select_annotation(None)
    assert parts.article.accessibleDescription() == ""


def test_one_of_several_says_so(parts: WindowParts, document: Document) -> None:
    show(parts, document, "read")
    for button in (parts.status_row.script_button("hans"), parts.side_panel.names.tabs.button("LOC")):
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton


@pytest.mark.parametrize(
    "act",
    [
        "help.shortcuts", "help.palette", "help.keys", "help.guidelines", "help.about", "mark.scheme",
        "data.export", "file.annotator", "file.encoding", "file.export_article",
    ],
)  # fmt: skip
def test_everything_in_a_dialog_that_takes_the_focus_has_a_name(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, act: str
) -> None:
    path = tmp_path / "1.txt"
    path.write_text("江州市引进企业21家。", encoding="utf-8")
    workplace.articles.open(path)
    qtbot.waitUntil(lambda: workplace.session.path == path, timeout=30_000)
    workplace.articles.open_folder(tmp_path)
    workplace.parts.actions_table[act].trigger()

    def dialogs() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()))
    assert nameless(dialogs()[0]) == []
    dialogs()[0].close()
