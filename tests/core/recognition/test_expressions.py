"""What Chinese can say for numbers and times, in tables: `tests/data/expressions`, one expression a line."""

from datetime import date
from pathlib import Path

import pytest

from core.article import ReadingText
from core.language.script import convert
from core.recognition.overlaps import resolve_overlaps
from core.recognition.quantities import find_quantities
from core.recognition.times import find_times
from core.values import Quantity

TABLES = Path(__file__).parents[2] / "data" / "expressions"
ANCHOR = date(2022, 1, 5)  # a Wednesday


def rows():
    for table in sorted(TABLES.glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            text, tab, marks = line.partition("\t")
            if tab:
                yield pytest.param(text, [] if marks == "-" else marks.split(";"), id=text)


def found(text):
    """["quote=LABEL value", ...] in reading order."""
    reading = ReadingText.of_body(text, convert(text, to="hans"), ANCHOR)
    mentions = resolve_overlaps([*find_quantities(reading), *find_times(reading)])
    return [f"{mention.span.of(text)}={mention.label} {brief(mention.value)}" for mention in mentions]


def brief(value):
    if isinstance(value, Quantity):
        parts = [value.amount, value.to and f"…{value.to}", value.ratio and f":{value.ratio}", value.unit]
        return " ".join(filter(None, [*parts, value.per and f"/{value.per}", value.approx]))
    on = value.on and f"on {value.on}"
    return " ".join(filter(None, [value.timex, value.mod, *value.also, on, value.calendar]))


@pytest.mark.parametrize(("text", "marks"), list(rows()))
def test_an_expression_has_its_marks_and_values(text, marks):
    assert sorted(found(text)) == sorted(marks)
