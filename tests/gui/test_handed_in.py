"""What comes from outside the window: dropped, pasted, from a second start, while a dialog is open too."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import ExportFailed
from gui.controllers import own_articles
from gui.dialogs.question import Question, ask_to_recover, tell_error
from gui.look.theme import Theme
from gui.workplace import Workplace

LONG = 30_000
COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WORDS = "江州市引进企业21家\n\n去年，江州市引进企业21家，总投资10亿元。"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own that is nobody's."""
    folder = tmp_path / "own"
    monkeypatch.setattr(own_articles, "own_folder", lambda: folder)
    return folder


def article(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(WORDS, encoding="utf-8")
    return path


def drop(workplace: Workplace, data: QMimeData) -> bool:
    """Whether the window took it."""
    entering = QDragEnterEvent(workplace.window.rect().center(), COPY, data, LEFT, PLAIN)
    entering.ignore()
    workplace.window.dragEnterEvent(entering)
    if entering.isAccepted():
        workplace.window.dropEvent(QDropEvent(QPointF(10, 10), COPY, data, LEFT, PLAIN))
    return entering.isAccepted()


def urls(*names: str | Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(n)) if isinstance(n, Path) else QUrl(n) for n in names])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def wait_for(qtbot: QtBot, workplace: Workplace, path: Path) -> None:
    qtbot.waitUntil(lambda: workplace.session.path == path, timeout=LONG)


def paste(workplace: Workplace, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    workplace.parts.actions_table["file.paste"].trigger()


def test_the_first_of_several_is_opened_and_the_others_are_at_hand(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    paths = [article(tmp_path, name) for name in ("一.txt", "二.txt", "三.txt")]
    assert drop(workplace, urls(*paths))
    wait_for(qtbot, workplace, paths[0])
    assert workplace.appearance.settings.recent[:3] == tuple(map(str, paths))
    assert "2 more" in workplace.parts.status_row.notice()


def test_a_folder_shows_its_articles(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "稿件"
    folder.mkdir()
    path = article(folder, "一.txt")
    assert drop(workplace, urls(folder))
    wait_for(qtbot, workplace, path)


def test_an_address_is_not_taken(workplace: Workplace) -> None:
    assert not drop(workplace, urls("https://example.org/a.html"))


def test_words_become_an_article(qtbot: QtBot, workplace: Workplace, own_folder: Path) -> None:
    assert drop(workplace, words(WORDS))
    wait_for(qtbot, workplace, own_folder / "江州市引进企业21家.txt")


@pytest.mark.parametrize("place", ["window", "start_page"])
def test_what_is_dropped_stays_where_it_was(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, place: str
) -> None:
    data = urls(article(tmp_path, "一.txt"))
    target = workplace.window if place == "window" else workplace.parts.start_page
    move = Qt.DropAction.MoveAction
    entering = QDragEnterEvent(target.rect().center(), move | COPY, data, LEFT, PLAIN)
    dropped = QDropEvent(QPointF(10, 10), move | COPY, data, LEFT, PLAIN)
    for event, hear in ((entering, target.dragEnterEvent), (dropped, target.dropEvent)):
        event.setDropAction(move)
        hear(event)
        assert event.dropAction() == COPY
    wait_for(qtbot, workplace, tmp_path / "一.txt")


def test_blank_words_are_not_taken(workplace: Workplace) -> None:
    assert not drop(workplace, words(" \n"))


def test_words_are_pasted(qtbot: QtBot, workplace: Workplace, own_folder: Path) -> None:
    paste(workplace, words(WORDS))
    wait_for(qtbot, workplace, own_folder / "江州市引进企业21家.txt")
    document = workplace.session.document
    assert document is not None
    assert document.text == WORDS


def test_a_page_without_plain_words_is_pasted_as_its_words(
    qtbot: QtBot, workplace: Workplace, own_folder: Path
) -> None:
    data = QMimeData()
    data.setHtml("<h1>江州</h1><p>总投资<b>10亿</b>元。</p><script>alert(1)</script>")
    paste(workplace, data)
    wait_for(qtbot, workplace, own_folder / "江州.txt")
    assert (own_folder / "江州.txt").read_text(encoding="utf-8") == "江州\n总投资10亿元。"


def test_a_file_that_was_copied_is_opened_where_it_is(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, own_folder: Path
) -> None:
    path = article(tmp_path, "复制的 文章.txt")
    paste(workplace, urls(path))
    wait_for(qtbot, workplace, path)
    assert not own_folder.exists()


def shown_question() -> Question:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible())


def test_where_nothing_can_be_written_pasting_says_so(
    qtbot: QtBot, workplace: Workplace, own_folder: Path
) -> None:
    own_folder.write_text("a file where the folder should be", encoding="utf-8")
    paste(workplace, words(WORDS))
    assert "江州市引进企业21家.txt" in shown_question().heading.text()
    shown_question().accept()
    with pytest.raises(ExportFailed):
        own_articles.own_copy("a.txt", b"", own_folder)


def test_what_comes_while_a_dialog_is_open_waits_for_its_end(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = article(tmp_path, "一.txt")
    workplace.conversation.ask(lambda theme, parent: tell_error(theme, "?", "", parent), {})
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    workplace.articles.open_paths([path])
    qtbot.wait(50)
    assert workplace.session.path is None
    shown_question().accept()
    wait_for(qtbot, workplace, path)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_unsaved_work_is_never_dropped_by_a_key_that_closes(
    qtbot: QtBot, workplace: Workplace, theme: Theme, key: Qt.Key
) -> None:
    question = ask_to_recover(theme, "江州.txt", "01-05 08:40", workplace.window)
    with qtbot.waitActive(question):
        question.open()
    with qtbot.waitSignal(question.answered) as answered:
        QTest.keyClick(question, key)
    assert answered.args == ["recover"]


@pytest.mark.skipif(sys.platform != "linux", reason="names elsewhere are of characters")
@pytest.mark.parametrize(
    ("name", "shown"), [(b"\xbd\xad\xd6\xdd.txt", "����.txt"), ("换\n行.txt".encode(), "换�行.txt")]
)
def test_a_name_of_odd_characters_is_opened_and_shown(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, name: bytes, shown: str
) -> None:
    path = article(tmp_path, os.fsdecode(name))
    workplace.articles.open_paths([path])
    wait_for(qtbot, workplace, path)
    assert workplace.window.windowTitle().startswith(f"{shown}[*] — ")
