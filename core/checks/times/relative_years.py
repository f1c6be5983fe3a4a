"""去年, 今年 and years of events against the day of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "relative_year"
_YEAR_END = re.compile(r"(?:今年|本年)(?:年?[末底]|年终|全年|12月底?)")
_TO_COME = re.compile(
    r"将|必须|应|预计|计划|力争|目标|到时|届时|争取|拟|要|有望|确保|预期|预测|规划|前|实现|可|会|基本|全面|完成|建成|如果|若"
)
_DONE = re.compile(r"已[有经达建完]?|了|达|共有|现有|为|增长|下降|累计")
_EXACT = re.compile(r"\d+\.\d")
_LAST_YEAR = re.compile(
    r"去年(?:(?:全年|上半年|下半年|[一二三四]季度|前[一二三四\d]+个?[月季]度?|\d{1,2}(?:[—–-]|月?[至到])?\d{0,2}月))"
)
_SAME_PERIOD = re.compile(r"(?<![同环])[比较][^，。；]{0,4}去年同期")
_EVENT = re.compile(r"(?<!\d)(20\d\d)年?([\u4e00-\u9fff]{2,8})")
_BEGINS = re.compile(r"(?:启动|开幕|开始|开跑|开赛|举行|开战|拉开|闭幕|落幕|结束|揭幕)")
_LONGEST_EVENT = 8
_PLAN = re.compile(
    r"(?:^|[，：；“])(?:预计|计划|到|力争)?(20\d\d)年(?!第?[一二三四]季度|度|来|以来|前|间|版)"
    r"[^。；，]{0,10}，?[^。；，]{0,14}?(?:(?<![原曾该项体])计划(?![^，。；]{0,4}[的中内外书生])"
    r"|拟|有望|力争|争取|打算|预计|将(?:于|在|继续|再|达|新|建|举|开|有))"
)
_PAST = re.compile(
    r"已|曾|原|实际|当时|当年|此前|以来|去年|上年|完成了|回顾|提出|公布|印发|出台|获批|立项|启动了|了[，。；一\d]|超额|至今"
    r"|实施后|[从自比较]\d"
)
_RECENT = 3
_LATE_MONTHS = 11


def check_relative_years(material: Material) -> Iterator[Finding]:
    """Questions about years that the day of the article makes odd."""
    if material.date is None:
        return
    for sentence in material.sentences:
        words = material.words(sentence.span)
        yield from _ends_to_come(material, words, sentence.span.start)
        yield from _compared_with_itself(material, words, sentence.span.start)
        yield from _plans_of_the_past(material, words, sentence.span.start)
    yield from _events(material)


def _plans_of_the_past(material: Material, words: str, start: int) -> Iterator[Finding]:
    """2024年，图书馆计划再建2个书房, said in 2026 by a sentence that tells of nothing past."""
    assert material.date is not None
    first = min(material.dating.years) if material.dating else material.date.year
    for found in _PLAN.finditer(words):
        year = int(found[1])
        if first - _RECENT <= year < first and not _PAST.search(words):
            shown = say("year_over", now=material.date.year, year=year)
            span = Span(*found.span(1)).shifted(start)
            yield ask(RULE, MEDIUM, say("planned_past"), shown, material.text, span)


def _ends_to_come(material: Material, words: str, start: int) -> Iterator[Finding]:
    """今年末 in what has happened already, while the year is not over."""
    assert material.date is not None
    if material.date.month >= _LATE_MONTHS:
        return
    for found in _YEAR_END.finditer(words):
        clause = _rest_of_sentence(words, found.end())
        before = words[max(0, found.start() - 8) : found.start()]
        if _TO_COME.search(before + clause) or not (_DONE.search(clause) or _EXACT.search(clause)):
            continue
        span = Span(*found.span()).shifted(start)
        day = material.date
        shown = say("not_yet", year=day.year, month=day.month, day=day.day, said=found[0])
        yield ask(RULE, MEDIUM, say("last_year"), shown, material.text, span)


def _rest_of_sentence(words: str, place: int) -> str:
    return re.split("[。；]", words[place:])[0]


def _compared_with_itself(material: Material, words: str, start: int) -> Iterator[Finding]:
    """去年1—5月……比去年同期: one of the two is another year."""
    for found in _LAST_YEAR.finditer(words):
        same = _SAME_PERIOD.search(words, found.end())
        if same and "今年" not in words[found.end() : same.start()]:
            places = (Span(*each.span()).shifted(start) for each in (found, same))
            shown = say("before_last", said=found[0])
            yield ask(RULE, MEDIUM, say("same_period"), shown, material.text, *places)


def _events(material: Material) -> Iterator[Finding]:
    """One event of two years, in the title and where it begins (2026年春运, 2025年春运启动)."""
    named: dict[str, list[tuple[str, Span]]] = {}
    for sentence in material.sentences:
        words = material.words(sentence.span)
        for found in _EVENT.finditer(words):
            begins = _BEGINS.search(found[2])
            event = found[2][: begins.start()] if begins else found[2]
            span = Span(found.start(), found.start(2) + len(event)).shifted(sentence.span.start)
            if len(event) >= 2 and (begins or sentence.is_summary):
                named.setdefault(event[:_LONGEST_EVENT], []).append((found[1], span))
    assert material.date is not None
    for event, places in named.items():
        for year, span in places[1:]:
            if year != places[0][0] and str(material.date.year) in (year, places[0][0]):
                shown = say("event_of_two", one=places[0][0], other=year, event=event)
                yield ask(RULE, MEDIUM, say("event_years"), shown, material.text, places[0][1], span)
