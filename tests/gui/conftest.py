"""A small article with names, figures, times, repairs and findings, what widgets need, and the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.article import Article, Block
from core.document import (
    Annotation,
    Document,
    Entity,
    Finding,
    Place,
    SchemeRecord,
    ScriptChoice,
    SourceRecord,
)
from core.repairs import Repair
from core.schemes import Scheme, default_scheme
from core.text.spans import Span
from gui.actions import Actions
from gui.app import show_window
from gui.look.theme import Theme, load_theme
from gui.words.language import Translation

if TYPE_CHECKING:
    from gui.workplace import Workplace

LINES = (
    "江州：产业园开工",
    "2022-01-05 08:40 江州日报",
    "江州市与临泽县共建产业园，总投资10亿元，占地170亩。",
    "江州还引进企业21家，2021年11月底完成总投资10亿元。",
    "去年12月20日、21日，临泽县代表团到江州考察服务台，历时两天。",
)
TEXT = "\n".join(LINES)
CNY = {"amount": "1000000000", "to": None, "unit": "CNY"}
MARKS = (
    # label, words, which occurrence, value, status, confidence, entity
    ("LOC", "江州", 0, None, "accepted", 0.9, "e1"),
    ("TIME", "2022-01-05 08:40", 0, {"timex": "2022-01-05T08:40"}, "auto", 0.99, None),
    ("ORG", "江州日报", 0, None, "auto", 0.8, None),
    ("LOC", "江州市", 0, None, "auto", 0.95, "e1"),
    ("LOC", "临泽县", 0, None, "auto", 0.6, "e2"),
    ("MONEY", "10亿元", 0, CNY, "auto", 0.97, None),
    ("MEASURE", "170亩", 0, {"amount": "170", "to": None, "unit": "mu"}, "auto", 0.96, None),
    ("LOC", "江州", 3, None, "auto", 0.7, "e1"),
    ("COUNT", "21家", 0, {"amount": "21", "to": None, "unit": "家"}, "rejected", 0.5, None),
    ("DATE", "2021年11月底", 0, {"timex": "2021-11", "mod": "END"}, "auto", 0.9, None),
    ("MONEY", "10亿元", 1, CNY, "auto", 0.97, None),
    ("DATE", "去年12月20日、21日", 0, {"timex": "2021-12-20", "also": ["2021-12-21"]}, "auto", 0.85, None),
    ("LOC", "临泽县", 1, None, "auto", 0.65, "e2"),
    ("DURATION", "两天", 0, {"timex": "P2D"}, "auto", 0.9, None),
)
SOURCE = SourceRecord("江州.txt", 240, "0" * 64, "utf-8", "lf", "plain/1")


def place_of(words: str, occurrence: int = 0) -> Span:
    """Where ``words`` stand in the article."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _annotations() -> Iterator[Annotation]:
    for number, (label, words, nth, value, status, confidence, entity) in enumerate(MARKS, 1):
        span = place_of(words, nth)
        yield Annotation(f"a{number}", label, span, words, span, value, status, "test", confidence, entity)


def _blocks() -> Iterator[Block]:
    start = 0
    for kind, line in zip(("title", "dateline", "body", "body", "body"), LINES, strict=True):
        yield Block(kind, Span(start, start + len(line)))
        start += len(line) + 1


def _repairs() -> tuple[Repair, ...]:
    gap = place_of("服务台").start + 2
    return (
        Repair("r1", place_of("产业园"), "產業園", "产业园", "gloss", 1.0, True),
        Repair("r2", place_of("共建"), "共(gòng)建", "共建", "straddle", 0.995),
        Repair("r3", Span(gap, gap), "", "平", "dropped", 0.98, status="suggested", reason="filtered"),
        Repair("r4", Span(gap + 4, gap + 4), "", "平", "dropped", 0.61, status="suggested"),
    )


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application in English, whatever a test before has spoken."""
    translation = Translation()
    translation.use("en")
    yield qapp
    del translation


@pytest.fixture(autouse=True)
def clipboard_emptied() -> Iterator[None]:
    """Leave nothing copied.

    Without a screen Qt keeps the clipboard in a static of its own, which goes after Python has: data that
    Python made would end the process in a crash. A desktop's clipboard goes with the application.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def document() -> Document:
    """The article, marked."""
    return Document(
        SOURCE,
        TEXT,
        ScriptChoice("hans", "hans"),
        TEXT,
        repairs=_repairs(),
        article=Article(
            "江州：产业园开工", "2022-01-05T08:40", "江州日报", ("张三",), None, tuple(_blocks())
        ),
        annotations=tuple(_annotations()),
        entities=(Entity("e1", "LOC", "江州市", ("江州",)), Entity("e2", "LOC", "临泽县")),
        findings=(
            Finding(
                "f1",
                "sum",
                "high",
                "两处总投资相同？\n10亿元 = 10亿元",
                (Place(place_of("10亿元"), "10亿元"),),
            ),
            Finding("f2", "range", "low", "已经看过", (Place(Span(0, 2), "江州"),), decision="ignore"),
        ),
        scheme=SchemeRecord("news", "1", ""),
    )


@pytest.fixture
def scheme() -> Scheme:
    """The default labels."""
    return default_scheme()


@pytest.fixture
def theme() -> Theme:
    """The light theme."""
    return load_theme("light")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for what needs one."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QWidget) -> Actions:
    """The acts of a window."""
    return Actions(window, window)


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    """The settings of a user who has chosen English and nothing else."""
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue("language", "en")
    return made


@pytest.fixture
def workplace(qtbot: QtBot, store: QSettings) -> Iterator[Workplace]:
    """The whole window with nothing open; a module that needs more asks for it under the same name."""
    furnished: list[Workplace] = []
    qtbot.addWidget(show_window(store, furnished.append))
    qtbot.waitUntil(lambda: bool(furnished), timeout=30_000)
    made = furnished[0]
    yield made
    made.session.undo_stack.setClean()
    made.wait()
    made.background.end()
