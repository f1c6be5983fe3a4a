"""Handing on: files in every form, pages, the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.document import Document
from core.edits import Author
from core.errors import ExportFailed
from core.report import proof_sheet
from core.text.spans import Span
from gui.background import Background
from gui.controllers.handing_on import HandingOn
from gui.dialogs.form_choice import FormChoice
from gui.printing.pages import HEIGHT, WIDTH, paged
from gui.printing.paper import preview_pages
from gui.printing.pdf import pdf_of
from gui.printing.sheet_document import circled
from gui.printing.typeset import DECORATION, QUESTION
from gui.session import Session
from gui.words.handed_on import MANUSCRIPTS, REPORTS

BY = Author("王编辑", "2024-07-15T09:30:00+08:00")


class Answering:
    """A conversation in which every question has its answer."""

    def __init__(self, path: Path, form: int) -> None:
        self.path, self.form = path, form
        self.told: list[Exception] = []
        self.suggested: list[Path] = []

    def choose_form(self, title, suggested, forms, then):
        self.suggested.append(suggested)
        then(self.path, self.form)

    def tell_any(self, error):
        self.told.append(error)


def handing_on(qtbot, document, talk, span=None):
    window = QWidget()
    qtbot.addWidget(window)
    session = Session(window)
    session.open(document, talk.path.with_name("江州.txt"))
    return HandingOn(session, Background(window), talk, lambda: BY, lambda: span, window)


STARTS = {".html": b"<!DOCTYPE", ".docx": b"PK", ".pdf": b"%PDF", ".md": b"# ", ".txt": "江州".encode()}
FORMS = [("export_report", n, form) for n, form in enumerate(REPORTS)]
FORMS += [("export_article", n, form) for n, form in enumerate(MANUSCRIPTS)]


@pytest.mark.parametrize(("act", "number", "form"), FORMS, ids=[form[0] for _, _, form in FORMS])
def test_every_form_is_written(qtbot: QtBot, tmp_path: Path, document: Document, act, number, form) -> None:
    talk = Answering(tmp_path / f"out{form[2]}", number)
    handing = handing_on(qtbot, document, talk)
    with qtbot.waitSignal(handing.noticed, timeout=20_000):
        getattr(handing, act)()
    assert talk.path.read_bytes().startswith(STARTS[form[2]])
    assert talk.suggested[0].parent == tmp_path
    assert talk.suggested[0].name.startswith("江州-")
    assert not talk.told


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path, document: Document) -> None:
    talk = Answering(tmp_path / "nowhere" / "out.html", 2)
    handing = handing_on(qtbot, document, talk)
    handing.export_report()
    qtbot.waitUntil(lambda: bool(talk.told), timeout=20_000)
    assert isinstance(talk.told[0], ExportFailed)


def test_with_nothing_open_nothing_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    talk = Answering(tmp_path / "a.html", 0)
    handing = HandingOn(Session(window), Background(window), talk, lambda: BY, lambda: None, window)
    handing.export_report()
    handing.copy_with_formats()
    assert not talk.suggested


def test_the_article_is_copied_with_its_formats(qtbot: QtBot, tmp_path: Path, document: Document) -> None:
    handing_on(qtbot, document, Answering(tmp_path / "a", 0)).copy_with_formats()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == document.text
    assert "<h1>江州：产业园开工</h1>" in data.html()


def test_a_selection_is_copied_alone(qtbot: QtBot, tmp_path: Path, document: Document) -> None:
    handing_on(qtbot, document, Answering(tmp_path / "a", 0), Span(0, 2)).copy_with_formats()
    assert QGuiApplication.clipboard().text() == "江州"


def test_the_name_follows_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    forms = [("Word (*.docx)", ".docx"), ("Page (*.html)", ".html")]
    dialog = FormChoice("Export", tmp_path / "江州.docx", forms)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.selectNameFilter(forms[1][0])
    dialog.filterSelected.emit(forms[1][0])
    with qtbot.waitSignal(dialog.form_chosen) as chosen:
        dialog.accept()
    assert chosen.args == [tmp_path / "江州.html", 1]


# Pages


def test_a_long_report_is_cut_into_pages_with_no_heading_alone(qtbot: QtBot, document: Document) -> None:
    sheet = proof_sheet(document, BY)
    longer = replace(sheet, sections=sheet.sections * 12)
    pages = paged(longer)
    assert pages.pageSize() == QSizeF(WIDTH, HEIGHT)
    assert pages.pageCount() > 4
    layout, block = pages.documentLayout(), pages.begin()
    titles = {section.title for section in sheet.sections}
    lone = []
    while block.isValid():
        following = block.next()
        if block.text().partition("\u3000")[0] in titles and following.isValid():
            tops = [layout.blockBoundingRect(each).bottom() - 1 for each in (block, following)]
            lone += [block.text()] if tops[0] // HEIGHT != (tops[1] - 1) // HEIGHT else []
        block = following
    assert not lone


def test_a_pdf_holds_the_words_of_the_report(qtbot: QtBot, document: Document) -> None:
    from core.reading.pdf import read_pdf

    words = read_pdf(pdf_of(proof_sheet(document, BY))).text
    for part in ("江州：产业园开工", "两处总投资相同？", "170亩"):
        assert part in words


def test_the_preview_shows_pages(qtbot: QtBot, document: Document) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    preview_pages(proof_sheet(document, BY), window)
    [dialog] = window.findChildren(QDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.grab().isNull()
    dialog.close()


@pytest.mark.parametrize(
    ("number", "sign"), [(1, "①"), (20, "⑳"), (21, "㉑"), (36, "㊱"), (50, "㊿"), (51, "51")]
)
def test_numbers_in_circles(number: int, sign: str) -> None:
    assert circled(number) == sign


def test_no_question_stands_on_another_page_than_its_first_sentence(document: Document) -> None:
    findings = tuple(replace(document.findings[0], id=f"f{number}") for number in range(1, 60))
    pages = paged(proof_sheet(replace(document, findings=findings), BY))
    layout, block, kept = pages.documentLayout(), pages.begin(), 0
    while block.next().isValid():
        if block.blockFormat().property(DECORATION) == QUESTION:
            kept += 1
            tops = [layout.blockBoundingRect(each).bottom() - 1 for each in (block, block.next())]
            assert int(tops[0] // HEIGHT) == int(tops[1] // HEIGHT)
        block = block.next()
    assert kept >= len(findings)
    assert pages.pageCount() > 4
