"""Gold texts that have been scored: their figures may not fall below the bars again.

The first runs, before anybody had read the sets, are recorded in docs/quality.md.
"""

import pytest

from core.assets import RESOURCES
from core.recognition import recognize
from tests.gold_format import load_gold, parse_gold
from tests.scoring import QUANTITIES, TIMES, reading_of, score, total

DATA = RESOURCES.parent / "tests" / "data"
SPAN_BAR, VALUE_BAR, SAMPLE_FLOOR = 0.99, 0.99, 70


def scored(paths):
    golds = [load_gold(path) for path in paths]
    return total(
        each
        for gold in golds
        for each in score(gold, recognize(reading_of(gold)), QUANTITIES + TIMES).values()
    )


@pytest.mark.parametrize("name", ["a", "b"])
def test_a_set_keeps_its_bars(name):
    result = scored(sorted((DATA / "gold" / name).glob("*.txt")))
    assert result.f1 >= SPAN_BAR, result.notes
    assert result.value_accuracy >= VALUE_BAR, result.notes


def test_the_sample_is_found_with_right_values_and_nothing_false_in_its_body():
    result = scored([DATA / "articles" / "chongqing" / "gold.txt"])
    assert result.right_values >= SAMPLE_FLOOR
    assert result.missed <= 2, result.notes
    # 当前 and 24小时 stand in navigation and boilerplate, which a structured article does not read.
    assert result.false <= 3, result.notes


def test_gold_marks_are_parsed_to_places_and_values():
    gold = parse_gold('# date: 2022-01-05\n共[[COUNT|3个|{"amount":"3","unit":"个"}]]，[[LOC|云阳]]。')
    assert gold.text == "共3个，云阳。"
    assert [(mark.span.of(gold.text), mark.label) for mark in gold.marks] == [
        ("3个", "COUNT"),
        ("云阳", "LOC"),
    ]
    assert gold.marks[0].value == {"amount": "3", "unit": "个"}


def test_a_wrong_span_counts_as_missed_and_false():
    gold = parse_gold("[[COUNT|共3个]]。")
    result = total(score(gold, recognize(reading_of(gold)), QUANTITIES).values())
    assert (result.right, result.missed, result.false) == (0, 1, 1)
