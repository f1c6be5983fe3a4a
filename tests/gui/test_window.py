"""The window as a whole: modes, panes, narrow sizes, languages, themes, and what is remembered."""

import threading
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.document import Document
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in
from gui.controllers import core_work
from gui.dialogs.command_palette import CommandPalette
from gui.look.metrics import load_metrics
from gui.main_window import MainWindow
from gui.settings import load_settings
from gui.workplace import Workplace

LONG = 30_000
ARTICLE = "江州市引进企业21家\n2024-05-06 08:00 来源：江州日报\n\n去年，江州市引进企业21家，总投资10亿元。\n"


@pytest.fixture
def workplace(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> Workplace:
    """The window with an article open, and beside it another one."""
    path = tmp_path / "1.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "2.txt").write_text(ARTICLE.replace("21", "22"), encoding="utf-8")
    workplace.articles.open(path)
    session = workplace.session
    qtbot.waitUntil(lambda: bool(session.document and session.document.annotations), timeout=LONG)
    return workplace


def trigger(workplace: Workplace, action_id: str) -> None:
    workplace.parts.actions_table[action_id].trigger()


def test_a_sidecar_opens_its_article(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    article = tmp_path / "2.txt"
    workplace.articles.open_paths([sidecar_path(article)])
    qtbot.waitUntil(lambda: workplace.session.path == article, timeout=LONG)


def test_the_start_page_offers_only_what_means_something(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.closing.close_article()
    actions = workplace.parts.actions_table
    assert workplace.parts.pages.currentWidget() is workplace.parts.start_page
    assert not actions["file.save"].isEnabled()
    assert not actions["mark.accept_all"].isEnabled()
    assert actions["file.open"].isEnabled()


def test_each_mode_has_its_panel_and_bars(workplace: Workplace) -> None:
    parts = workplace.parts
    for mode, panel in (
        ("view.annotate", parts.annotate_panel),
        ("view.repair", parts.repair_panel),
        ("view.read", parts.side_panel),
    ):
        trigger(workplace, mode)
        assert panel.isVisible()
        assert parts.label_bar.isVisible() == (mode == "view.annotate")
        assert parts.repair_filter.isVisible() == (mode == "view.repair")


def test_while_an_article_is_being_marked_the_status_row_says_so(
    qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Marks 0 would read as if nothing had been found in it."""
    gate, mark, facts = threading.Event(), core_work.mark, workplace.parts.status_row.facts
    assert "Marking…" not in facts()

    def slow(*given: object) -> Document:
        gate.wait(5)
        return mark(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(core_work, "mark", slow)
    path = tmp_path / "new.txt"
    path.write_text(ARTICLE.replace("21", "23"), encoding="utf-8")
    workplace.articles.open(path)
    qtbot.waitUntil(lambda: "Marking…" in facts(), timeout=LONG)
    gate.set()
    qtbot.waitUntil(lambda: facts()[1].startswith("Marks "), timeout=LONG)
    assert "Marks 0" not in facts()


def test_a_mark_selected_in_the_article_is_selected_in_the_panel(qtbot: QtBot, workplace: Workplace) -> None:
    document = workplace.session.document
    assert document is not None
    money = next(mark for mark in document.annotations if mark.label == "MONEY")
    workplace.parts.article.annotation_clicked.emit(money.id)
    assert workplace.session.selected == money.id
    figures = workplace.parts.side_panel.figures.list
    qtbot.waitUntil(lambda: "10亿" in str(figures.currentIndex().data()), timeout=LONG)


@pytest.mark.parametrize("size", [(1440, 900), (1100, 720), (911, 512), (800, 480)])
def test_everything_has_room_at_every_size(qtbot: QtBot, workplace: Workplace, size: tuple[int, int]) -> None:
    window, parts = workplace.window, workplace.parts
    window.resize(*size)
    qtbot.waitUntil(lambda: window.width() == size[0])
    assert (window.width(), window.height()) == size
    assert parts.rail.isVisible()
    assert parts.article.width() >= 320
    assert parts.side_panel.isVisible() == (size[0] >= 1000)


@pytest.mark.parametrize("width", [1440, 1100, 911, 800])
def test_files_and_guidelines_leave_the_article_its_room(
    qtbot: QtBot, workplace: Workplace, width: int
) -> None:
    window, parts = workplace.window, workplace.parts
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() == width)
    trigger(workplace, "view.guidelines")
    parts.desk.set_files_shown(True)

    def edges(part: QWidget) -> tuple[int, int]:
        left = part.mapTo(window, QPoint(0, 0)).x()
        return left, left + part.width()

    shown = [part for part in (parts.files_panel, parts.article, parts.guidelines) if part.isVisible()]
    qtbot.waitUntil(lambda: all(edges(one)[1] <= edges(other)[0] for one, other in pairwise(shown)))
    assert parts.article.width() >= 320
    assert parts.files_panel.isVisible() == (width in (1440, 911))
    trigger(workplace, "view.guidelines")
    assert parts.files_panel.isVisible()


@pytest.mark.parametrize(
    ("room", "is_filled"),
    [
        ((1920, 1040), False),
        ((1440, 940), False),
        ((1440, 900), True),
        ((1366, 728), True),
        ((911, 485), True),
    ],
)
def test_the_window_fills_a_screen_that_is_too_small_for_it(
    qtbot: QtBot, room: tuple[int, int], is_filled: bool
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.fit(QSize(*room))
    assert window.isMaximized() == is_filled
    size = window.normalGeometry().size()
    assert size == size.boundedTo(QSize(*room))
    assert is_filled or size == QSize(*load_metrics().layout.window_first)


def test_in_a_narrow_window_a_section_opens_over_the_article_and_esc_closes_it(
    qtbot: QtBot, workplace: Workplace
) -> None:
    workplace.window.resize(911, 512)
    qtbot.waitUntil(lambda: not workplace.parts.side_panel.isVisible())
    width = workplace.parts.article.width()
    workplace.parts.rail.section_chosen.emit("figures")
    assert workplace.parts.side_panel.isVisible()
    assert workplace.parts.article.width() == width, "the article does not move"
    qtbot.keyClick(workplace.parts.desk.panel.parentWidget(), Qt.Key.Key_Escape)
    assert not workplace.parts.side_panel.isVisible()
    workplace.window.resize(1440, 900)
    qtbot.waitUntil(workplace.parts.side_panel.isVisible)


def test_find_takes_the_place_of_the_panel_and_gives_it_back(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "edit.find")
    find = workplace.parts.find_panel
    assert find.isVisible()
    qtbot.keyClicks(find.field, "21")
    assert find.model.rowCount() == 2
    qtbot.keyClick(find.field, Qt.Key.Key_Escape)
    assert not find.isVisible()
    assert workplace.parts.side_panel.isVisible()


def test_all_places_found_are_marked_in_one_step(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "edit.find")
    find = workplace.parts.find_panel
    find.field.setText("引进企业")
    spans = tuple(row.place.span for row in find.model.rows)
    find.acts.labels.choose("TERM")
    find.acts.mark.click()
    document = workplace.session.document
    assert document is not None
    assert [mark.label for mark in document.annotations if mark.span in spans] == ["TERM", "TERM"]
    workplace.session.undo_stack.undo()
    assert not workplace.session.is_unsaved


def test_f6_goes_round_the_panes(qtbot: QtBot, workplace: Workplace) -> None:
    workplace.parts.article.setFocus()
    seen = []
    for _ in range(4):
        trigger(workplace, "go.next_pane")
        focus = QApplication.focusWidget()
        panes = (
            workplace.parts.article,
            workplace.parts.side_panel,
            workplace.parts.rail,
            workplace.parts.top_row,
        )
        seen.append(next(pane for pane in panes if focus and (pane is focus or pane.isAncestorOf(focus))))
    assert len(set(map(id, seen))) >= 3
    assert workplace.parts.article in seen


def test_the_palette_finds_an_act_and_does_it(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "help.palette")
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette))
    qtbot.waitUntil(palette.isActiveWindow)
    qtbot.keyClicks(palette.field, "Dark")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert workplace.appearance.theme.name == "dark"
    trigger(workplace, "view.theme_light")


def test_every_theme_and_both_languages_can_be_put_on(qtbot: QtBot, workplace: Workplace) -> None:
    for theme in ("dark", "sepia", "contrast", "light"):
        trigger(workplace, f"view.theme_{theme}")
        assert workplace.appearance.theme.name.startswith(theme)
        workplace.window.grab()
    trigger(workplace, "view.language_zh")
    save = workplace.parts.actions_table["file.save"]
    qtbot.waitUntil(lambda: save.text() == "保存标注")
    assert workplace.window.windowTitle().endswith("丹铅")
    trigger(workplace, "view.language_en")
    qtbot.waitUntil(lambda: save.text() == "Save Annotations")


def test_zoom_goes_to_36_pixels_and_back(workplace: Workplace) -> None:
    for _ in range(12):
        trigger(workplace, "view.zoom_in")
    assert workplace.appearance.settings.body_size == 36
    trigger(workplace, "view.zoom_reset")
    assert workplace.appearance.settings.body_size == 18


def test_the_next_article_of_the_folder_is_one_key_away(qtbot: QtBot, workplace: Workplace) -> None:
    path = workplace.session.path
    assert path is not None
    trigger(workplace, "file.next")
    qtbot.waitUntil(lambda: workplace.session.path == path.with_name("2.txt"), timeout=LONG)
    trigger(workplace, "file.next")
    assert workplace.session.path == path.with_name("2.txt")


def test_what_was_chosen_is_remembered(qtbot: QtBot, workplace: Workplace, store: QSettings) -> None:
    trigger(workplace, "view.theme_sepia")
    trigger(workplace, "view.zoom_in")
    trigger(workplace, "view.panel")
    workplace.session.undo_stack.setClean()
    workplace.window.close()
    settings = load_settings(store)
    assert (settings.theme, settings.body_size, settings.is_panel_shown) == ("sepia", 20, False)
    assert settings.recent[0].endswith("1.txt")


def test_an_approved_article_is_saved_and_the_next_one_opens(qtbot: QtBot, workplace: Workplace) -> None:
    path = workplace.session.path
    assert path is not None
    trigger(workplace, "mark.approve")
    qtbot.waitUntil(lambda: workplace.session.path == path.with_name("2.txt"), timeout=LONG)
    stored = stored_in(sidecar_path(path))
    assert stored.progress.status == "done"
    assert {mark.status for mark in stored.annotations} == {"accepted"}


def test_an_article_is_flagged_and_the_list_of_files_shows_it(qtbot: QtBot, workplace: Workplace) -> None:
    trigger(workplace, "mark.flag")
    assert workplace.session.document is not None
    assert workplace.session.document.progress.flagged
    assert workplace.parts.actions_table["mark.flag"].isChecked()
    workplace.session.undo_stack.undo()
    assert not workplace.parts.actions_table["mark.flag"].isChecked()
