"""Anniversaries against the year that they count from: 1903年起到今年120周年, 中华人民共和国成立75周年.

So, too, how long something has lasted by now: 2015年8月发起，至今已满10年.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.assets import load_toml
from core.checks.asking import MEDIUM, ask
from core.checks.figures import is_slip
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.numerals import parse_number
from core.spans import Span

RULE = "order"
_ANNIVERSARY = re.compile(r"(?<!\d)(\d{1,4})周年")
_YEAR = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)年(?![间代])")
_SINCE = re.compile(
    r"成立|创[办建立刊]|建[成馆校院立]|通车|开[馆园业办通放]|诞生|诞辰|逝世|驶出|第一|首|始建|组建|投[产用]|发[射布]|创"
)
_NEAR_YEARS = 3
_SO_FAR = re.compile(
    r"(?:至今|迄今|到现在|距今|[船校厂楼房树窑桥]龄(?:已|为|有|达)?|到?今年(?:正好|恰好|刚好|整整|已|是|满|走过)|走过了?|历经|已走过|整整|已有|迎来)[^，。；\d]{0,6}?(?:(?<![近约])(\d{1,3})(?:年|周年|个年头|个春秋|载)|(?<![近约])([一二三四五六七八九十百]{1,4})(?:年|周年|个年头|[华寿]诞|岁生日))(?![前多余间级])"
    r"|(?<![\d近约第])(\d{1,3})年来|今年(\d{1,3})年了"
)
_SINCE_MONTH = re.compile(r"(?<!\d)(1[0-9]\d\d|20\d\d)年(?:(\d{1,2})月)?(?!间|代|[至到—]\d)")
# 到建党100周年时: some other year is meant, unless the article says that it is this one.
_NOW = re.compile(r"今[年天日]|正值|迎来|喜迎|当天|恰逢|之际")


def check_anniversaries(material: Material) -> Iterator[Finding]:
    """Questions about anniversaries that the year of the event does not give."""
    for sentence in material.sentences if "周年" in material.simplified else ():
        if "周年" in material.words(sentence.span):
            start, end = sentence.span.start, sentence.span.end
            yield from _check_anniversaries(material, sentence.paragraph, start, end)
    yield from _lasting(material) if material.date else ()


def _lasting(material: Material) -> Iterator[Finding]:
    """2019年8月入列，至今已服役6年: the one year before it, in its sentence, and how long that is ago."""
    assert material.date is not None
    for found in material.find(_SO_FAR):
        sentence = material.sentences[material.sentence_index(found.start())].span
        since = [*_SINCE_MONTH.finditer(material.simplified, sentence.start, found.start())]
        years = _number(next(filter(None, found.groups())))
        if "周年" in found[0] or not since or not years or len({each[1] for each in since}) > 1:
            continue
        begun = since[-1]
        passed = (material.date.year - int(begun[1])) + (material.date.month - int(begun[2] or 6)) / 12
        if abs(passed - years) <= 1 or not _is_far_off(years, passed):
            continue
        passed_by = material.date.year - int(begun[1])
        shown = say("reckoned", sum=f"{material.date.year} - {begun[1]}", made=passed_by, said=years)
        spans = Span(*begun.span()), Span(*found.span())
        yield ask(RULE, MEDIUM, say("years_since"), shown, material.text, *spans)


def _number(words: str) -> int:
    try:
        return int(parse_number(words))
    except ValueError:
        return 0


def _is_far_off(years: int, passed: float) -> bool:
    """Whether the years are another number, not the same one rounded (近30年, 20多年)."""
    return is_slip(str(years), str(round(passed))) or abs(years - passed) <= _NEAR_YEARS


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
        stated = [known] if known else list(_founding_years(material, paragraph))
        ends = {this_year, *(int(year[1]) for year in _YEAR.finditer(material.simplified, start, end))}
        if any(abs(year + int(found[1]) - last) <= 1 for year in stated for last in ends):
            continue
        for year in stated:
            passed = str(this_year - year)
            if is_slip(found[1], passed) or (known and abs(int(found[1]) - int(passed)) <= _NEAR_YEARS):
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


@cache
def events() -> dict[str, int]:
    """Known events and their years."""
    table: dict[str, int] = load_toml("lexicons/anniversaries.toml")["years"]
    return table
