"""Charts of bars: what stands beside a bar is told whole."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.look.fonts import ui_font
from gui.look.theme import load_theme
from gui.widgets import bar_chart
from gui.widgets.bar_chart import Bar, Chart, Part, paint_chart


@pytest.mark.parametrize("words", ["7", "2,402 \u6b21 \u00b7 1,274 \u7bc7"])
def test_figures_beside_the_longest_bar_are_not_cut_off(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    places: dict[str, QRect] = {}
    monkeypatch.setattr(
        bar_chart, "draw_text", lambda _, place, text, *__, **___: places.setdefault(text, place) and 0
    )
    image = QImage(600, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_chart(
        painter, QRect(0, 0, 600, 58), Chart("c", (Bar("b", (Part(9),), words),)), load_theme("light")
    )
    painter.end()
    assert places[words].width() > QFontMetrics(ui_font(12)).horizontalAdvance(words)
    assert places[words].right() <= 600
