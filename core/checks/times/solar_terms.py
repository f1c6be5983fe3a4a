"""The twenty-four solar terms: their order (最后一个节气大寒) and their days (1月20日是大寒)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.assets import load_toml
from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.times.lunar_days import single_day_before
from core.checks.wording import say
from core.document import Finding
from core.language.calendar_dates import solar_term
from core.language.numerals import parse_number
from core.text.spans import Span

RULE = "lunar"
_SEASONS = "春夏秋冬"
_A_SEASON = 6
_NUMERALS = "一二三四五六七八九十"
_PLACE = (
    rf"(?:(?P<season>[{_SEASONS}])[季天]?的?)?"
    rf"(?P<place>第[{_NUMERALS}]{{1,3}}个|最后一?个|首个|倒数第[二三]个)节气"
)
_TOLERANCE = 1


@cache
def solar_terms() -> tuple[str, ...]:
    """All twenty-four, in the order of the year, which begins with 立春."""
    table = load_toml("lexicons/times.toml")["holidays"]["terms"]
    return tuple(str(table["order"]).split())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A term behind its place in the year, before it, and behind a day."""
    term = rf"(?P<term>{'|'.join(solar_terms())})"
    behind = rf"{_PLACE}[，：“‘—]{{0,2}}(?:是|为|即)?[“‘]?{term}"
    ahead = (
        rf"{term}[”’]?(?:节气)?，?(?:是|为)?"
        rf"(?:[^，。；]{{0,4}}?二十四节气(?:中|里|之中)?的?|一年中的?|农历年的?)?{_PLACE}"
    )
    day_of = (
        r"(?:[（(]星期.[）)])?，?(?:是|为|正是|恰是|迎来|适逢|恰逢|正值|时值|交|[（(]|，(?=..节气)|(?=..[的，。、；当]))"
        rf"(?:[^，。；（）]{{0,6}}节气(?:中|里)?的?)?(?:(?:最后|第)[{_NUMERALS}]{{1,3}}个节气)?[“‘]?{term}[”’]?"
        r"(?!之?[前后过]|以来|期间|时节|将|小长假|假|临近|[\u4e00-\u9fff]{0,2}(?:镇|村|街|路))"
    )
    return re.compile(behind), re.compile(ahead), re.compile(day_of)


def check_solar_terms(material: Material) -> Iterator[Finding]:
    """Questions about solar terms out of their place or off their day."""
    if not any(term in material.simplified for term in solar_terms()):
        return
    behind, ahead, day_of = _patterns()
    for pattern in (behind, ahead) if "节气" in material.simplified else ():
        for found in material.find(pattern):
            yield from _check_place(material, found)
    for time in material.times:
        beside = day_of.match(material.simplified, time.span.end)
        day = single_day_before(material, time) if beside else None
        real = solar_term(day.year, beside["term"]) if beside and day else None
        if beside and day and real and abs((day - real).days) > _TOLERANCE:
            shown = say("term_is", year=real.year, term=beside["term"], month=real.month, day=real.day)
            term = Span(*beside.span("term"))
            yield ask(RULE, MEDIUM, say("term_date"), shown, material.text, time.span, term)


def _check_place(material: Material, found: re.Match[str]) -> Iterator[Finding]:
    """最后一个节气大寒, 夏季的第三个节气芒种."""
    first = _A_SEASON * _SEASONS.index(found["season"]) if found["season"] else 0
    terms = solar_terms()[first : first + _A_SEASON] if found["season"] else solar_terms()
    place = _place(found["place"])
    if place is not None and -len(terms) <= place < len(terms) and terms[place] != found["term"]:
        told = {"place": found["place"], "term": terms[place]}
        season = found["season"]
        shown = say("term_of_season", season=season, **told) if season else say("term_of_year", **told)
        places = Span(*found.span("place")), Span(*found.span("term"))
        yield ask(RULE, MEDIUM, say("term_order"), shown, material.text, *places)


def _place(words: str) -> int | None:
    """Where in a row 第三个, 最后一个 or 倒数第二个 is, as an index."""
    if words.startswith("最后"):
        return -1
    if words.startswith("倒数"):
        return -(_NUMERALS.index(words[3]) + 1)
    if words.startswith("首"):
        return 0
    try:
        return int(parse_number(words.removeprefix("第").removesuffix("个"))) - 1
    except ValueError:
        return None
