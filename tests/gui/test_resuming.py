"""A second start goes on where the first one ended; column and rows are as wide and high as chosen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from core.text.spans import Span
from gui.app import show_window
from gui.settings import load_settings

if TYPE_CHECKING:
    from gui.workplace import Workplace

LONG = 30_000
Start = Callable[[], "Workplace"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "文 章.txt"
    lines = (f"第{number}天，江州的天气很好，人们到江边散步。" for number in range(1, 200))
    path.write_text("江州散步记\n" + "\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def start(qtbot: QtBot, store: QSettings) -> Iterator[Start]:
    """Starts the program without a file, as often as it is called."""
    started: list[Workplace] = []

    def begin() -> "Workplace":
        before = len(started)
        qtbot.addWidget(show_window(store, started.append))
        qtbot.waitUntil(lambda: len(started) > before, timeout=LONG)
        started[-1].articles.begin(started[-1].resuming.paths())
        return started[-1]

    yield begin
    for made in started:
        made.session.undo_stack.setClean()
        made.wait()
        made.background.end()


def is_marked(workplace: "Workplace") -> bool:
    document = workplace.session.document
    return document is not None and bool(document.annotations)


def opened(qtbot: QtBot, workplace: "Workplace", path: Path) -> None:
    qtbot.waitUntil(lambda: workplace.session.path == path and is_marked(workplace), timeout=LONG)


def read_on(qtbot: QtBot, workplace: "Workplace", path: Path) -> int:
    """Open the article and scroll down in it; where one is then."""
    workplace.articles.open(path)
    opened(qtbot, workplace, path)
    bar = workplace.parts.article.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    bar.setValue(2000)
    return workplace.parts.article.first_offset_in_sight()


def test_the_next_start_shows_the_last_article_where_it_was_left(
    qtbot: QtBot, start: Start, article: Path
) -> None:
    first = start()
    place = read_on(qtbot, first, article)
    first.appearance.choose_mode("annotate")
    place = first.parts.article.first_offset_in_sight()
    first.parts.actions_table["view.files"].setChecked(True)
    first.window.close()
    second = start()
    opened(qtbot, second, article)
    assert second.appearance.mode == "annotate"
    assert second.parts.article.first_offset_in_sight() == place > 0
    assert second.parts.actions_table["view.files"].isChecked()
    assert second.parts.files_panel.isVisible()


def test_every_recent_article_opens_at_its_own_place(qtbot: QtBot, start: Start, article: Path) -> None:
    workplace = start()
    place = read_on(qtbot, workplace, article)
    other = article.with_name("另一篇.txt")
    other.write_text("江州新闻\n江州市2024年引进企业21家。\n", encoding="utf-8")
    workplace.articles.open(other)
    opened(qtbot, workplace, other)
    assert workplace.parts.article.verticalScrollBar().value() == 0
    workplace.articles.open(article)
    opened(qtbot, workplace, article)
    assert workplace.parts.article.first_offset_in_sight() == place


def test_a_closed_or_vanished_article_does_not_come_back(qtbot: QtBot, start: Start, article: Path) -> None:
    first = start()
    read_on(qtbot, first, article)
    first.closing.close_article()
    first.window.close()
    assert start().session.path is None
    second = start()
    read_on(qtbot, second, article)
    second.window.close()
    article.unlink()
    assert start().session.path is None


def test_what_crashed_while_it_opened_is_not_opened_again(
    qtbot: QtBot, start: Start, store: QSettings, article: Path
) -> None:
    store.setValue("last_article", str(article))
    assert start().resuming.paths() == []
    assert load_settings(store).last_article == ""


def test_after_a_crash_the_open_article_is_known(
    qtbot: QtBot, start: Start, store: QSettings, article: Path
) -> None:
    workplace = start()
    workplace.articles.open(article)
    opened(qtbot, workplace, article)
    assert load_settings(store).last_article == str(article)


def test_the_column_is_as_wide_as_chosen(qtbot: QtBot, start: Start, article: Path) -> None:
    workplace = start()
    workplace.window.resize(1700, 900)
    read_on(qtbot, workplace, article)
    view, actions = workplace.parts.article, workplace.parts.actions_table
    place, widths = view.first_offset_in_sight(), []
    for name in ("narrow", "normal", "wide"):
        actions[f"view.measure_{name}"].trigger()
        widths.append(view.column().width() / 18)
        assert view.caret() >= 0
    assert widths == [30, 38, 49]
    actions["view.measure_normal"].trigger()
    assert abs(view.first_offset_in_sight() - place) <= 38


def test_the_rows_are_as_high_as_chosen_and_codes_keep_their_room(
    qtbot: QtBot, start: Start, article: Path
) -> None:
    workplace = start()
    read_on(qtbot, workplace, article)
    view, actions = workplace.parts.article, workplace.parts.actions_table

    def height() -> float:
        return view.document().lastBlock().blockFormat().lineHeight()

    for mode, heights in (("read", [29, 32, 38]), ("annotate", [38, 38, 46])):
        actions[f"view.{mode}"].trigger()
        for name, expected in zip(("close", "normal", "open"), heights, strict=True):
            actions[f"view.rows_{name}"].trigger()
            view.reveal(Span(5000, 5001))
            assert height() == expected


def test_measure_and_rows_are_remembered(qtbot: QtBot, start: Start) -> None:
    first = start()
    first.parts.actions_table["view.measure_wide"].trigger()
    first.parts.actions_table["view.rows_open"].trigger()
    first.window.close()
    second = start()
    assert second.parts.actions_table["view.measure_wide"].isChecked()
    assert (second.appearance.measure, second.appearance.rows) == (1.3, 1.2)
