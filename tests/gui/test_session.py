from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.document import Annotation, Document, ScriptChoice, SourceRecord
from core.text.spans import Span
from gui.session import Session

SOURCE = SourceRecord("a.txt", 6, "0" * 64, "utf-8", "lf", "plain/1")
MARK = Annotation("a1", "LOC", Span(0, 2), "重庆", Span(0, 2))


@pytest.fixture
def document() -> Document:
    return Document(SOURCE, "重庆", ScriptChoice("hans", "hans"), "重庆", annotations=(MARK,))


def test_an_edit_is_a_step_back_and_forth(qtbot: QtBot, document: Document) -> None:
    session = Session()
    session.open(document, Path("a.txt"))
    changed = replace(document, annotations=())
    with qtbot.waitSignal(session.document_changed):
        session.edit(changed, "Remove")
    assert session.is_unsaved
    session.undo_stack.undo()
    assert session.document is document
    assert not session.is_unsaved
    session.undo_stack.redo()
    assert session.document is changed


def test_an_edit_that_changes_nothing_is_no_step(qtbot: QtBot, document: Document) -> None:
    session = Session()
    session.open(document, None)
    session.edit(replace(document), "Nothing")
    assert session.undo_stack.count() == 0


def test_what_is_gone_is_no_longer_selected(qtbot: QtBot, document: Document) -> None:
    session = Session()
    session.open(document, None)
    session.select("a1")
    session.edit(replace(document, annotations=()), "Remove")
    assert session.selected is None


def test_a_save_of_an_older_document_leaves_the_session_unsaved(qtbot: QtBot, document: Document) -> None:
    session = Session()
    session.open(document, None)
    first, second = replace(document, annotations=()), replace(document, annotator="甲")
    session.edit(first, "1")
    session.edit(second, "2")
    session.mark_saved(first)
    assert session.is_unsaved
    session.mark_saved(second)
    assert not session.is_unsaved


def test_a_read_only_document_takes_no_edit(qtbot: QtBot, document: Document) -> None:
    session = Session()
    session.open(document, None, is_read_only=True)
    session.edit(replace(document, annotations=()), "Remove")
    assert session.document is document


def left_and_opened(session: Session, document: Document) -> None:
    """An article with one saved edit, and then another one open."""
    changed = replace(document, annotations=())
    session.open(document, Path("a.txt"))
    session.edit(changed, "Remove")
    session.mark_saved(changed)
    session.open(document, Path("b.txt"))


def test_an_article_has_its_history_back_when_it_is_opened_as_it_was_left(document: Document) -> None:
    session = Session()
    left_and_opened(session, document)
    assert not session.undo_stack.canUndo()
    seconds = replace(document.progress, seconds=5)
    session.open(replace(document, annotations=(), progress=seconds), Path("a.txt"))
    assert not session.is_unsaved
    session.undo_stack.undo()
    assert session.document == document
    assert session.is_unsaved


@pytest.mark.parametrize("reason", ["changed", "forgotten"])
def test_an_article_that_something_else_was_done_to_has_no_history(document: Document, reason: str) -> None:
    session = Session()
    left_and_opened(session, document)
    if reason == "forgotten":
        session.forget_histories()
    now = replace(document, annotations=(), annotator="乙" if reason == "changed" else None)
    session.open(now, Path("a.txt"))
    assert not session.undo_stack.canUndo()


def test_what_was_left_unsaved_has_no_history(document: Document) -> None:
    session = Session()
    changed = replace(document, annotations=())
    session.open(document, Path("a.txt"))
    session.edit(changed, "Remove")
    session.open(document, Path("b.txt"))
    session.open(changed, Path("a.txt"))
    assert not session.undo_stack.canUndo()
