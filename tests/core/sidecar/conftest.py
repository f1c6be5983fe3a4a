"""A document with something in every member of the sidecar."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import edits, pipeline
from core.document import (
    Document,
    Entity,
    Finding,
    HistoryEntry,
    Lost,
    Place,
    Progress,
    Relation,
)
from core.edits import Author
from core.files.source import Source, read_source
from core.mentions import Mention
from core.text.spans import Span

TEXT = "重庆日报：重庆对口协同\n2022-01-05 08:40:36\n张三到重庆，投资4.24亿元。\n李四也到重庆𠮷镇。\n"


@pytest.fixture
def author() -> Author:
    return Author("甲", "2026-01-05T08:40:36+08:00")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    return path


@pytest.fixture
def source(article: Path) -> Source:
    return read_source(article)


@pytest.fixture
def document(source: Source) -> Document:
    """Marked by fixed mentions, not by the recognizers of the day."""
    opened = pipeline.open_article(source)
    return edits.merge_mentions(opened, [mention(opened, *row) for row in (("张三", "PER"), ("李四", "PER"))])


def mention(document: Document, words: str, label: str) -> Mention:
    start = document.text.index(words)
    return Mention(Span(start, start + len(words)), label, origin="names")


@pytest.fixture
def rich(document: Document, author: Author) -> Document:
    """Everything at once, with members of other programs at every level."""
    start = document.text.index("𠮷镇")
    full = edits.add(document, Span(start, start + 2), "LOC", author, value=None)
    full = edits.relabel(full, "a1", "ORG", author)
    full = edits.set_note(full, "a2", "是否同一人？\u2028二", author)
    full = edits.set_attribute(full, "a2", "sure", False, author)
    full = edits.correct_text(full, Span(0, 1), "众", author)
    title = full.article.blocks[0]
    foreign = {"theirs": {"deep": [1, {"a": None}]}}
    return replace(
        full,
        article=replace(
            full.article,
            title="题",
            authors=("甲", "乙"),
            blocks=(replace(title, unknown=foreign), *full.article.blocks[1:]),
            unknown=foreign,
        ),
        annotations=tuple(replace(a, unknown=foreign) for a in full.annotations),
        repairs=tuple(replace(r, unknown=foreign, evidence="手") for r in full.repairs),
        entities=(Entity("e1", "PER", "张三", ("老张",), "1", unknown=foreign),),
        relations=(Relation("x1", "同乡", "a1", "a2", unknown=foreign),),
        labels={"topic": ("经济", "区域")},
        findings=(
            Finding(
                "f1",
                "sum",
                "high",
                "?",
                (Place(Span(0, 2), full.text[:2], unknown=foreign),),
                unknown=foreign,
            ),
        ),
        history=(*full.history, HistoryEntry(author.now, None, "old", 3, unknown=foreign)),
        lost=Lost((replace(full.annotations[0], id="a9"),), unknown=foreign),
        annotator="甲",
        progress=Progress("done", True, "难", 61, unknown=foreign),
        source=replace(full.source, unknown=foreign),
        script=replace(full.script, unknown=foreign),
        scheme=replace(full.scheme, unknown=foreign),
        models={"names": "2026-01"},
        x={"mine": 1.5},
        unknown={"generator": {"host": "h"}, **foreign},
    )
