"""Two versions of an article side by side."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import pipeline
from core.assets import path_of
from core.files.source import read_source
from core.text.comparison import compare_texts, compare_with_source


def shown(row):
    """A row as ``left|right`` with the changed stretches in brackets."""
    sides = (
        "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in side)
        for side in (row.left, row.right)
    )
    return "|".join(sides)


CASES = [
    ("甲\n乙", "甲\n乙", ["甲|甲", "乙|乙"], "nothing changed"),
    ("共投资4.24亿元。", "共投资4.42亿元。", ["共投资4.2[4]亿元。|共投资4.[4]2亿元。"], "a digit moved"),
    ("市长张三到会。", "市长李四到会。", ["市长[张三]到会。|市长[李四]到会。"], "a name"),
    ("甲段\n丙段", "甲段\n新的。\n丙段", ["甲段|甲段", "|[新的。]", "丙段|丙段"], "an added paragraph"),
    ("甲段\n\n\n乙段", "甲段\n乙段", ["甲段|甲段", "乙段|乙段"], "blank lines"),
    ("删\n共10个项目", "共12个项目", ["[删]|", "共1[0]个项目|共1[2]个项目"], "one gone, one rewritten"),
    ("", "甲", ["|[甲]"], "from nothing"),
    ("", "", [], "nothing at all"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "rows", "comment"), CASES, ids=[case[3] for case in CASES])
def test_rows(left, right, rows, comment):
    assert [shown(row) for row in compare_texts(left, right)] == rows


LINES = st.lists(st.text(st.sampled_from("甲乙丙，。1"), max_size=8), max_size=6).map("\n".join)


@given(LINES, LINES)
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_and_what_is_not_marked_is_alike(left, right):
    rows = compare_texts(left, right)
    for side, text in (("left", left), ("right", right)):
        lines = ["".join(piece.text for piece in getattr(row, side)) for row in rows]
        assert [line for line in lines if line] == [line for line in text.split("\n") if line.strip()]
    for row in rows:
        same = [[p.text for p in side if not p.is_changed] for side in (row.left, row.right)]
        assert "".join(same[0]) == "".join(same[1])


def test_the_sample_beside_its_source():
    document = pipeline.open_article(read_source(path_of("samples/chongqing.txt")))
    rows = compare_with_source(document)
    left = ["".join(piece.text for piece in row.left) for row in rows]
    right = ["".join(piece.text for piece in row.right) for row in rows]
    assert right == [line for line in document.text.split("\n") if line.strip()]
    assert left == [line for line in document.source_text.split("\n") if line.strip()]
    assert rows[1].is_changed


HOSTILE = [
    ("甲" * 200_000, "乙" * 200_000),
    ("甲乙" * 100_000, "乙甲" * 100_000),
    ("甲，" * 60_000, "甲乙，" * 40_000),
    ("甲\n" * 50_000, "乙\n" * 50_000),
    ("".join(f"第{n}段有些不同\n" for n in range(3000)), "".join(f"第{n}段有点不同\n" for n in range(3000))),
]


@pytest.mark.parametrize("texts", HOSTILE, ids=range(len(HOSTILE)))
def test_no_pair_of_texts_takes_long(texts):
    start = time.process_time()
    compare_texts(*texts)
    assert time.process_time() - start < 8
