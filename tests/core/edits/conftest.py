"""A small article that was damaged, repaired and marked, for the edits to work on."""

import pytest

from core import edits
from core.article import Article, Block
from core.document import Document, ScriptChoice, SourceRecord
from core.edits import Author
from core.mentions import Mention
from core.repairs import Repair, applied, compose
from core.text.spans import Span
from core.values import Quantity

SOURCE = "首頁\n張三來到重慶(qìng),重慶有10萬方米。\n李四也到重慶(qìng)"
REPAIRS = [
    ("重慶(qìng)", "重慶", "gloss", "applied"),
    (",", ",", "width", "applied"),
    ("", "平", "dropped", "suggested"),
    ("重慶(qìng)", "重慶", "gloss", "applied"),
]
NOW = "2026-01-05T08:40:36+08:00"


def build(source: str, repairs: tuple[Repair, ...]) -> Document:
    record = SourceRecord("a.txt", len(source.encode()), "0" * 64, "utf-8", "lf", "plain/1")
    text = compose(source, applied(repairs)).text
    return Document(record, source, ScriptChoice("hant", "hant"), text, repairs)


@pytest.fixture
def author() -> Author:
    return Author("甲", NOW)


@pytest.fixture
def document() -> Document:
    places = [SOURCE.index("重慶("), SOURCE.index(","), SOURCE.index("方米"), SOURCE.rindex("重慶(")]
    repairs = tuple(
        Repair(f"r{n}", Span(at, at + len(old)), old, new, kind, status=status)
        for n, (at, (old, new, kind, status)) in enumerate(zip(places, REPAIRS, strict=True), 1)
    )
    bare = build(SOURCE, repairs)
    blocks, place = [], 0
    for kind, line in zip(("navigation", "body", "body"), bare.text.split("\n"), strict=True):
        blocks.append(Block(kind, Span(place, place + len(line))))
        place += len(line) + 1
    with_blocks = Document(
        bare.source, SOURCE, bare.script, bare.text, repairs, Article(title=None, blocks=tuple(blocks))
    )
    return edits.merge_mentions(with_blocks, mentions(with_blocks.text))


def mentions(text: str) -> list[Mention]:
    """張三, 重慶 once, and the measure that was read with the suggested 平."""
    person, place, area = text.index("張三"), text.index("重慶"), text.index("10萬")
    return [
        Mention(Span(person, person + 2), "PER", origin="names"),
        Mention(Span(place, place + 2), "LOC", origin="names"),
        Mention(Span(area, area + 5), "MEASURE", Quantity("100000", unit="m2"), assumes=("r3",)),
    ]
