"""Siblings of an article: the same text with other figures and dates, and what its marks then say."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.assets import RESOURCES
from core.files.source import source_of
from core.pipeline import annotate
from core.recognition.quantities.found import written
from core.text.spans import Span
from tests.gold_format import Gold, GoldMark, load_gold, parse_gold
from tests.scoring import Score, score_document

SOURCE = RESOURCES / "samples" / "chongqing.txt"
GOLD = Path(__file__).parent / "data" / "articles" / "chongqing" / "gold.txt"

_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(
    r"(?P<year>\d{4}年|去年|今年)(?P<month>\d{1,2}月)?(?P<day>\d{1,2}日)?(?P<rest>[底初]|上旬|中旬|下旬)?"
)
_COUNTED = ("MONEY", "COUNT", "MEASURE", "PERCENT")


def sibling_scores(count: int = 10) -> Iterator[tuple[str, Score]]:
    """The score of the sample as it came and of ``count`` siblings, each through the whole path.

    The sample has lost a character of 平方米, which no sibling has.
    """
    yield "the sample", score_document(load_gold(GOLD), annotate(source_of(SOURCE.read_bytes(), SOURCE.name)))
    whole = parse_gold(GOLD.read_text(encoding="utf-8").replace("万方米|", "万平方米|"))
    for sibling in make_figure_siblings(whole, count):
        document = annotate(source_of(sibling.text.encode(), "sibling.txt"))
        yield sibling.name, score_document(sibling, document)


def make_figure_siblings(gold: Gold, count: int) -> Iterator[Gold]:
    """``count`` versions with other figures and dates; what no rule here can change stays as it is."""
    for number in range(count):
        yield _sibling(gold, random.Random(number), f"sibling {number}")


def _sibling(gold: Gold, draw: random.Random, name: str) -> Gold:
    pieces: list[str] = []
    marks: list[GoldMark] = []
    place, length = 0, 0
    for mark in gold.marks:
        words, value = _other(mark, mark.span.of(gold.text), gold.date, draw)
        between = gold.text[place : mark.span.start]
        pieces += (between, words)
        start = length + len(between)
        length, place = start + len(words), mark.span.end
        marks.append(GoldMark(Span(start, length), mark.label, value))
    pieces.append(gold.text[place:])
    return Gold(name, "".join(pieces), tuple(marks), gold.date, gold.headers)


def _other(
    mark: GoldMark, words: str, anchor: date | None, draw: random.Random
) -> tuple[str, dict[str, Any] | None]:
    """Other words of the same shape, with the value that they have."""
    numerals = list(_ARABIC.finditer(words))
    if mark.label in _COUNTED and mark.value and len(numerals) == 1 and not mark.value.get("to"):
        return _other_amount(words, numerals[0], dict(mark.value), draw)
    shape = _DATE.fullmatch(words) if mark.label == "DATE" and mark.value else None
    if shape and anchor and "/" not in mark.value["timex"] and not mark.value.get("also"):  # type: ignore[index]
        return _other_date(shape, dict(mark.value or {}), anchor, draw)
    return words, mark.value


def _other_amount(
    words: str, numeral: re.Match[str], value: dict[str, Any], draw: random.Random
) -> tuple[str, dict[str, Any]]:
    digits = "".join(draw.choice("123456789") if sign.isdigit() else sign for sign in numeral[0])
    factor = Fraction(digits) / Fraction(numeral[0])
    amount = Fraction(value["amount"]) * factor
    exact = written(amount) if amount.denominator == 1 else f"{float(amount):.10g}"
    changed = words[: numeral.start()] + digits + words[numeral.end() :]
    return changed, value | {"amount": exact.removesuffix("/1")}


def _other_date(
    shape: re.Match[str], value: dict[str, Any], anchor: date, draw: random.Random
) -> tuple[str, dict[str, Any]]:
    year = draw.randrange(2012, anchor.year)
    said = shape["year"]
    number = year if said[0].isdigit() else anchor.year - (said == "去年")
    words, timex = f"{year}年" if said[0].isdigit() else said, f"{number:04d}"
    if shape["month"]:
        month = draw.randint(1, 12)
        words, timex = f"{words}{month}月", f"{timex}-{month:02d}"
    if shape["day"]:
        day = draw.randint(1, 28)
        words, timex = f"{words}{day}日", f"{timex}-{day:02d}"
    return words + (shape["rest"] or ""), value | {"timex": timex}
