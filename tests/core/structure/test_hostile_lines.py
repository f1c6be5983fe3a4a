"""Lines that are made to hurt are told apart in a moment."""

import time

import pytest

from core.structure.kinds import own_kind

LINES = [
    ("首页" + ">" * 140 + "，", "arrows without end"),
    ("a > " * 36 + "。", "a breadcrumb that is none"),
    ("a" + (" " * 5 + "|" + " " * 5 + "a") * 300 + "x" * 30, "bars with much space between"),
    ("（" * 5000, "brackets"),
    ("（记者张三）" * 500, "credits"),
    ("2022-01-05 " * 500, "dates"),
    (" " * 5000 + "。", "spaces"),
    ("来源：" * 2000, "sources"),
]


@pytest.mark.parametrize(("line", "comment"), LINES, ids=[row[1] for row in LINES])
def test_no_line_takes_long(line, comment):
    start = time.process_time()
    own_kind(line)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("首页 > 要闻 > 正文", "navigation"),
        ("要闻 | 财经｜体育 |", "navigation"),
        ("要闻 | 财经", None),
        ("投资 > 消费，增速放缓", None),
    ],
)
def test_lines_of_links(line, kind):
    assert own_kind(line) == kind
