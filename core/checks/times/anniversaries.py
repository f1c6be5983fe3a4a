"""Anniversaries against the year that they count from: 1903年起到今年120周年, 中华人民共和国成立75周年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.assets import load_toml
from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.slips import is_slip
from core.checks.wording import say
from core.document import Finding

RULE = "order"
_ANNIVERSARY = re.compile(r"(?<!\d)(\d{1,4})周年")
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)年(?![间代])")
_SINCE = re.compile(
    r"成立|创[办建立刊]|建[成馆校院立]|通车|开[馆园业办通放]|诞生|诞辰|逝世|驶出|第一|首|始建|组建|投[产用]|发[射布]|创"
)
_NEAR_YEARS = 3
# 到建党100周年时: some other year is meant, unless the article says that it is this one.
_NOW = re.compile(r"今[年天日]|正值|迎来|喜迎|当天|恰逢|之际")


def check_anniversaries(material: Material) -> Iterator[Finding]:
    """Questions about anniversaries that the year of the event does not give."""
    for sentence in material.sentences if "周年" in material.simplified else ():
        if "周年" in material.words(sentence.span):
            start, end = sentence.span.start, sentence.span.end
            yield from _check_anniversaries(material, sentence.paragraph, start, end)


def _check_anniversaries(material: Material, paragraph: int, start: int, end: int) -> Iterator[Finding]:
    """120周年 against the year that it counts from, or against a known event."""
    if material.date is None:
        return
    this_year = material.date.year
    for mark in material.marks_by_sentence[material.sentence_index(start)]:
        found = _ANNIVERSARY.fullmatch(material.words(mark.span)) if start <= mark.span.start < end else None
        if not found:
            continue
        before = material.simplified[max(start, mark.span.start - 14) : mark.span.start]
        known = next((year for event, year in events().items() if before.endswith(event)), None)
        if known and not _NOW.search(material.simplified[start : mark.span.start]):
            continue
        stated = [known] if known else [*_founding_years(material, paragraph), *_told_next(material, end)]
        ends = {this_year, *(int(year[1]) for year in _YEAR.finditer(material.simplified, start, end))}
        if any(abs(year + int(found[1]) - last) <= 1 for year in stated for last in ends):
            continue
        meant = str(this_year - int(found[1]))
        for year in stated:
            passed = str(this_year - year)
            is_near = known and abs(int(found[1]) - int(passed)) <= _NEAR_YEARS
            is_beside = str(year) in material.simplified[start:end]
            if is_slip(found[1], passed) or is_near or (is_beside and is_slip(str(year), meant)):
                shown = say("reckoned", sum=f"{this_year} - {year}", made=this_year - year, said=found[1])
                yield ask(RULE, MEDIUM, say("anniversary"), shown, material.text, mark.span)
                break


def _founding_years(material: Material, paragraph: int) -> Iterator[int]:
    """The years in which something began, in the paragraph of an anniversary and the one before."""
    for number in (paragraph, paragraph - 1, paragraph + 1):
        for place in material.paragraph(number):
            words = material.words(material.sentences[place].span)
            if _SINCE.search(words):
                yield from (int(year[1]) for year in _YEAR.finditer(words))


def _told_next(material: Material, end: int) -> Iterator[int]:
    """The year with which the next sentence begins to tell: 今年是成立70周年。1956年，…"""
    if told := _YEAR.match(material.simplified, end):
        yield int(told[1])


@cache
def events() -> dict[str, int]:
    """Known events and their years."""
    table: dict[str, int] = load_toml("lexicons/anniversaries.toml")["years"]
    return table
