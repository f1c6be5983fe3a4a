from dataclasses import replace

import pytest

from core.document import Document, Finding, ScriptChoice, SourceRecord
from core.edits import Author, settle

SOURCE = SourceRecord("a.txt", 6, "0" * 64, "utf-8", "lf", "plain/1")
EDITOR = Author("甲", "2026-01-02T03:04:05+08:00")
OPEN = Finding("f1", "sum", "high", "合计不符？")


@pytest.fixture
def document() -> Document:
    bare = Document(SOURCE, "重庆", ScriptChoice("hans", "hans"), "重庆")
    return replace(bare, findings=(OPEN, replace(OPEN, id="f2")))


def test_a_question_is_settled_by_whom_and_when(document: Document) -> None:
    settled = settle(document, "f1", "mistake", EDITOR, "已改为 42")
    assert settled.findings[0] == replace(OPEN, decision="mistake", by="甲", at=EDITOR.now, note="已改为 42")
    assert settled.findings[1] == document.findings[1]
    assert settled.history[-1].act == "settle"


def test_it_can_be_opened_again(document: Document) -> None:
    settled = settle(document, "f1", "right", EDITOR)
    assert settle(settled, "f1", None, EDITOR).findings == document.findings


def test_the_same_decision_again_changes_nothing(document: Document) -> None:
    settled = settle(document, "f1", "ignored", EDITOR)
    assert settle(settled, "f1", "ignored", EDITOR) is settled


def test_only_known_questions_and_decisions_are_taken(document: Document) -> None:
    with pytest.raises(KeyError):
        settle(document, "f9", "right", EDITOR)
    with pytest.raises(ValueError, match="maybe"):
        settle(document, "f1", "maybe", EDITOR)
