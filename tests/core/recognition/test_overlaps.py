import pytest

from core.article import ReadingText
from core.mentions import Mention
from core.recognition.overlaps import PRECEDENCE, resolve_overlaps
from core.recognition.quantities import find_quantities
from core.recognition.times import find_times
from core.text.spans import Span


def kept(*mentions):
    return [
        (m.span.start, m.span.end, m.label)
        for m in resolve_overlaps([Mention(Span(a, b), c) for a, b, c in mentions])
    ]


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([(0, 8, "DATE"), (6, 8, "COUNT")], [(0, 8, "DATE")]),  # the longer
        ([(0, 20, "WORK"), (3, 8, "DATE"), (10, 12, "COUNT")], [(0, 20, "WORK")]),  # nothing inside a title
        ([(0, 2, "COUNT"), (0, 2, "LOC")], [(0, 2, "LOC")]),  # 三台 the county
        ([(0, 4, "PER"), (0, 4, "NUMBER")], [(0, 4, "NUMBER")]),
        ([(0, 4, "COUNT"), (0, 4, "DATE")], [(0, 4, "DATE")]),
        ([(0, 2, "COUNT"), (2, 4, "COUNT")], [(0, 2, "COUNT"), (2, 4, "COUNT")]),  # neighbors do not overlap
        ([(0, 3, "COUNT"), (2, 5, "LOC")], [(0, 3, "COUNT")]),  # 20名|山区 holds no 名山区
        ([(0, 4, "DATE"), (0, 6, "ORG"), (8, 9, "PER")], [(0, 6, "ORG"), (8, 9, "PER")]),  # 一月天文台
        ([(0, 2, "VEHICLE"), (0, 2, "COUNT")], [(0, 2, "VEHICLE")]),  # a label of somebody's own scheme
        ([], []),
    ],
)
def test_the_longest_stays_and_precedence_breaks_ties(mentions, expected):
    assert kept(*mentions) == expected
    assert kept(*reversed(mentions)) == expected


def test_precedence_names_every_label_of_the_default_scheme():
    assert sorted(PRECEDENCE) == sorted(
        "PER LOC ORG WORK TERM DATE TIME DURATION SET MONEY PERCENT MEASURE COUNT ORDINAL NUMBER".split()  # noqa: SIM905
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年11月", [("2021年11月", "DATE")]),
        ("两个月", [("两个月", "DURATION")]),
        ("3个季度", [("3个季度", "DURATION")]),
        ("每亩8000元", [("8000元", "MONEY")]),
        ("每天绕飞15圈", [("每天", "SET"), ("15圈", "COUNT")]),
        ("得到6分", [("6分", "COUNT")]),
    ],
)
def test_quantities_and_times_share_a_text(text, expected):
    reading = ReadingText.of_body(text, text)
    mentions = resolve_overlaps([*find_quantities(reading), *find_times(reading)])
    assert [(mention.span.of(text), mention.label) for mention in mentions] == expected
