"""Documents with marks of every difficult kind, made without recognizers."""

from dataclasses import replace

import pytest

from core import edits
from core.article import Article, Block
from core.document import Document, Relation, ScriptChoice, SourceRecord
from core.edits import Author
from core.mentions import Mention
from core.nesting import FREE
from core.text.spans import Span
from core.values import Quantity
from tests.labelled import marked

BY = Author("甲", "2026-01-05T08:40:36+08:00")
LINES = ["首页 > 要闻", "记者张三报道：𠮷镇建成1 000亩茶园。《茶。园》在列！", "“好，”他说。Mate 60 GB茶。"]
MARKS = [("张三", "PER"), ("𠮷镇", "LOC"), ("1 000亩", "MEASURE"), ("《茶。园》", "WORK"), ("GB茶", "ORG")]


def as_document(lines: list[str], name: str = "茶.txt") -> Document:
    text, blocks, place = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        if line:
            blocks.append(Block("body" if number else "navigation", Span(place, place + len(line))))
        place += len(line) + 1
    record = SourceRecord(name, len(text.encode()), "0" * 64, "utf-8", "lf", "plain/1")
    return Document(record, text, ScriptChoice("hans", "hans"), text, article=Article(blocks=tuple(blocks)))


@pytest.fixture
def document() -> Document:
    bare = as_document(LINES)
    spans = [(Span(at, at + len(w)), label) for w, label in MARKS for at in [bare.text.index(w)]]
    values = {"MEASURE": Quantity("1000", unit="mu")}
    return edits.merge_mentions(bare, [Mention(span, label, values.get(label)) for span, label in spans])


@pytest.fixture
def nested(document: Document) -> Document:
    start = document.text.index("茶。园")
    inner = edits.add(document, Span(start, start + 1), "TERM", BY, nesting=FREE)
    noted = edits.set_note(inner, "a2", "数", BY)
    return replace(noted, relations=(Relation("x1", "在", "a1", "a2"),), labels={"topic": ("农业",)})


@pytest.fixture
def make():
    """Makes a document of lines, the first of them navigation."""
    return as_document


@pytest.fixture
def rich(make):
    """𠮷镇 in two pieces, a mark in a mark, a relation, a note, attributes, a value, topics."""
    base = make(["页", "𠮷大镇有茶 园，2亩"])
    document = marked(
        base,
        (Span(2, 5), "LOC", {"pieces": (Span(2, 3), Span(4, 5))}),
        (Span(3, 4), "TERM", {"note": "大小\n不明", "attributes": {"sure": True, "kind": "甲", "n": 2}}),
        (Span(6, 9), "WORK", {}),
        (Span(10, 12), "MEASURE", {"value": {"amount": "2", "unit": "mu"}}),
    )
    return replace(document, relations=(Relation("x1", "在", "a3", "a1"),), labels={"topic": ("农业", "茶")})
