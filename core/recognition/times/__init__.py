"""Times: dates, times of day, lengths and recurrences, with TIMEX3 values.

One expression walks the text from candidate to candidate; at each the readers of recurrences, expressions
and lengths try, and the longest reading stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

from core.article import ReadingText
from core.language.calendar_dates import years_of_reign
from core.language.numerals import fold
from core.mentions import Mention
from core.recognition.quantities.found import approximation_before
from core.recognition.quantities.vocabulary import load_vocabulary
from core.recognition.times.context import Context, Expression
from core.recognition.times.durations import Duration, read_duration
from core.recognition.times.expressions import read_expression
from core.recognition.times.relative import Relative, read_coming, read_relative
from core.recognition.times.sets import read_set
from core.recognition.times.words import is_other_word, load_words
from core.text.spans import Span
from core.values import TimeValue, mod_of

_HAN = "〇零一二两三四五六七八九十百千万亿廿卅几半数俩仨壹贰叁肆伍陆柒捌玖拾佰仟"
_DIGITS_BEFORE = "零一二两三四五六七八九十百千万亿"
_UNIT = "年月日号时点分秒天周季载世晚星礼小个半工交刻钟昼整毫财学会"
_NUMBERS = rf"""
    (?<![\d.])(?:\d{{4}}[-/. ]\d{{1,2}}|\d{{1,2}}[:：]\d\d|\d{{1,2}}[-/·]\d{{1,2}}|\d{{8}}(?!\d))
  | (?<![\d.])(?:19|20)\d\d(?!\d)
  | (?<![\d{_DIGITS_BEFORE}])[\d{_HAN}闰](?=[\d{_HAN}.,多余来至到~～—－–、\- ]{{0,16}}[{_UNIT}])
  | 大年初 | (?<![今去明前后每这])年初(?=[一二三四五六七八九十]) | 初[一二三四五六七八九十]
  | 第[\d{_HAN}]{{1,3}}(?:季|、.季|个?周|个?星|天|年)
  | Q[1-4](?![A-Za-z\d])

  | [去前昨上今本明后下](?=[（(]\d{{1,3}}[）)][年月日])
  | 前(?=一(?:周|个?月|年)) | (?<!提)[前首](?=[\d一二两三四五六七八九十]{{1,2}}(?:个?季度?(?![节的])|个月))
  | (?<![^\W\d_])前(?=(?:[一二两三四五六七八九十]{{1,2}}|\d{{1,2}})月)
  | [早晚夜晨](?=[\d一二两三四五六七八九十]{{1,3}}[点时:：])
  | 差(?=[\d一二两三四五六七八九十]{{1,3}}[分刻])
  | [大小](?=半(?:年|天|个[月小钟]))
  | [上本]个?世纪 | [公西]元前?[\d{_HAN}]
"""
_BOTH = re.compile(r"(去今|昨今|今明|明后)(?:两(?=[年天日])|(?=天))(年|天|日)")
_BOTH_SHIFTS = {"去": -1, "昨": -1, "今": 0, "明": 1, "后": 2}
_SEASONS_BETWEEN = re.compile(r"([去今明])([春夏秋冬])([今明])([春夏秋冬])")
_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
_REIGN = re.compile(r"(?:年间|时期|年代)")
_LENGTH_SUFFIX = re.compile(
    r"多?以来|来(?![说看到自往访临的源])|间(?![隔断谍距接歇])|之内|内(?![部容外地陆蒙需在阁涵])|里(?![程面])"
    r"|(?P<about>左右|上下)|(?P<more>多(?![次种项个名家条])|余)|(?P<at_least>以上)|(?P<at_most>以下|以内)"
)


@cache
def _candidates() -> re.Pattern[str]:
    """Where a time may begin."""
    words = load_words().beginnings
    lunar = (
        "农历",
        "阴历",
        "旧历",
        "夏历",
        "今明",
        "明后",
        "去今",
        "昨今",
        "再过",
        "过",
        "周",
        "星期",
        "礼拜",
        "每",
    )
    first = "".join(sorted({word[0] for word in (*words, *lunar)}))
    listed = "|".join(
        sorted(map(re.escape, {*words, *lunar} - {"早", "晚", "夜", "晨"}), key=len, reverse=True)
    )
    return re.compile(rf"{_NUMBERS} | (?=[{first}])(?:{listed})", re.VERBOSE)


def find_times(reading: ReadingText) -> Iterator[Mention]:
    """Every time expression of the passages, in reading order."""
    text = fold(reading.simplified)
    anchor = reading.anchor if reading.anchor and _FIRST_YEAR <= reading.anchor.year <= _LAST_YEAR else None
    context = Context(anchor, is_mainland=reading.text == reading.simplified)
    for block in reading.passages():
        passage = block.span.of(text)
        for found, label in _walk(passage, context):
            context = replace(context, last=found.day or context.last)
            span = Span(found.start, found.end).shifted(block.span.start)
            yield Mention(span, label, found.value, 0.95, "times")


def _walk(text: str, context: Context) -> Iterator[tuple[Expression, str]]:
    candidates, place = _candidates(), 0
    previous: Expression | None = None
    while candidate := candidates.search(text, place):
        start = candidate.start()
        idiom = load_words().idioms.longest(text, start)
        if idiom:
            place = idiom[1]
            continue
        found = _read(text, start, _context_at(text, start, context, previous))
        if found:
            yield found
            previous = _remembered(text, found, previous)
        place = found[0].end if found else _skip(text, candidate)


def _context_at(text: str, start: int, context: Context, previous: Expression | None) -> Context:
    """Later expressions know the last day named; a weekday in brackets behind it is of that week."""
    if previous is None:
        return context
    if previous.day and start == previous.end + 1 and text[previous.end] in "（(":
        return replace(context, anchor=previous.day, last=previous.day)
    is_near = start - previous.end <= _SAME_PERIOD_WITHIN
    return replace(context, last=previous.day, period=previous.value.timex if is_near else "")


def _remembered(text: str, found: tuple[Expression, str], before: Expression | None) -> Expression:
    """What later expressions know: the last day named, and the last date before a length or recurrence."""
    last, (expression, label) = before.day if before else None, found
    if before and text.endswith("同期", expression.start, expression.end):  # compared with, not told
        return replace(before, end=expression.end)
    if label in ("DURATION", "SET") and before:
        return replace(before, day=expression.day or last)
    return replace(expression, day=expression.day or last)


def _skip(text: str, candidate: re.Match[str]) -> int:
    """Past the digits of a numeral that was no time."""
    run = _DIGITS.match(text, candidate.start())
    return max(run.end() if run else 0, candidate.start() + 1)


_DIGITS = re.compile(r"[\d.]+")
_DIGITS_BEFORE_BLANK = re.compile(r"\d\d $")  # 群号 7716 2043
# @小明2008 names an account.
_SAME_PERIOD_WITHIN = 80
# 历时近两年 bounds a length; 近5分钟 behind what is no verb is the last five.
_LONG_YEARS = 10
# The calendar ends at the years 1 and 9999: a date near them is no article's.
_FIRST_YEAR, _LAST_YEAR = 100, 9900
_SINCE_THEN = re.compile(r"以?来|间|[之以]?内|里|的")
_LASTING = ("将", "接", "就是", "了", "已", "历时", "长达", "为期", "耗时", "用时", "持续", "相隔", "时隔")
_PLACES_RECENT = re.compile(r"(?:^|[\W\d_]|[在于的是据])$")
_ONE_OF_THEM = re.compile(r"[这那有某哪复]一[天日夜晚年刻](?!多)")
# A record is broken downward: 破1小时2分大关.
_RECORD = re.compile(r"(?<!突)破$")
_HANDLE, _LONGEST_HANDLE = re.compile(r"@[\w-]{1,30}$"), 31


def _read(text: str, start: int, context: Context) -> tuple[Expression, str] | None:
    """The longest reading at ``start``."""
    if text[start - 1 : start] == "第":  # 连续第7日
        return None
    if text[start] == "每":
        recurring = read_set(text, start)
        return (recurring, "SET") if recurring else None
    known = _read_reference(text, start) or _read_both_years(text, start, context)
    if known:
        return known
    coming = read_coming(text, start, context)
    if coming:
        return _of_relative(text, start, coming, context)
    is_ago = text.find("距今", max(0, start - 6), start) >= 0  # 距今约3200年
    moment = None if is_ago else read_expression(text, start, context)
    length = None if _ONE_OF_THEM.match(text, max(0, start - 1)) else read_duration(text, start)
    if length and not _is_date(text, start, length, moment):
        return _of_length(text, start, length, context)
    if moment is None:
        return None
    if _is_doubtful(text, start, moment):
        return None
    return moment, "TIME" if moment.is_clock else "DATE"


def _is_date(text: str, start: int, length: Duration, moment: Expression | None) -> bool:
    """3日 is a day of the month unless 内 follows; 24年 and 两日 are lengths."""
    if moment is None or (length.unit == "日" and text.startswith(("内", "以内", "之内"), length.end)):
        return False
    if moment.end != length.end:
        return moment.end > length.end
    return not text.endswith(load_words().length_before, max(0, start - 4), start)


def _is_doubtful(text: str, start: int, moment: Expression) -> bool:
    """A bare year only where nothing makes it a number."""
    words = text[start : moment.end]
    if not (words.isdigit() and len(words) == 4):
        return False
    if _HANDLE.search(text, max(0, start - _LONGEST_HANDLE), start) or _DIGITS_BEFORE_BLANK.search(
        text, max(0, start - 3), start
    ):
        return True
    before, after = text[start - 1 : start], text[moment.end : moment.end + 1]
    return (
        bool(
            before
            and ((before.isascii() and before.isalnum()) or before in "约超近达共过至为第-/#№¥$—～~.〔[")
        )
        or (after.isascii() and after.isalnum())
        or after in tuple("万千百亿个人名家元余多米公吨亩户辆件项次号例斤岁度本届级")
    )


def _read_reference(text: str, start: int) -> tuple[Expression, str] | None:
    """近日, 目前, 今后: PAST_REF, PRESENT_REF, FUTURE_REF."""
    words = load_words()
    era = words.eras.longest(text, start)
    if era and (reign := _REIGN.match(text, era[1])):
        years = years_of_reign(era[0])
        if years:
            return Expression(start, reign.end(), TimeValue(f"{years[0]:04d}/{years[1]:04d}")), "DATE"
    found = words.references.longest(text, start)
    if found is None or is_other_word(text, start, found[1]):
        return None
    if found[0] != "PRESENT_REF" and (
        read_duration(text, found[1])
        or (text[found[1] : found[1] + 1] == "的" and read_duration(text, found[1] + 1))
    ):
        return None
    return Expression(start, found[1], TimeValue(found[0])), "DATE"


def _of_length(text: str, start: int, length: Duration, context: Context) -> tuple[Expression, str]:
    relative = read_relative(text, start, length, context)
    if relative:
        return _of_relative(text, start, relative, context)
    end, approx = length.end, length.approx
    start += text[start] == "零"  # 15岁零3个月
    if text[start - 1 : start] != "近" or _is_nearly(text, start, length):
        bound = approximation_before(text, start, load_vocabulary())
        approx = "less" if _RECORD.search(text, max(0, start - 2), start) else bound or approx
    suffix = _LENGTH_SUFFIX.match(text, end)
    if suffix:
        end, approx = suffix.end(), suffix.lastgroup or approx
    return Expression(start, end, TimeValue(length.timex, mod_of(approx))), "DURATION"


def _is_nearly(text: str, start: int, length: Duration) -> bool:
    """Whether the 近 before a length bounds it: 被埋近18小时, 从教近四十年; 近三年 are the last three."""
    before = text[max(0, start - 3) : start - 1]
    if before.endswith(_LASTING):
        return True
    letter, amount = length.parts[0]
    is_long = letter == "Y" and amount >= _LONG_YEARS and not _SINCE_THEN.match(text, length.end)
    return (is_long or letter.startswith("T")) and _PLACES_RECENT.search(before) is None


def _of_relative(text: str, start: int, relative: Relative, context: Context) -> tuple[Expression, str]:
    """三天后, and 六天后的3时 with the time of that day."""
    found = Expression(start, relative.end, relative.value, relative.is_clock, relative.day)
    if relative.day and not relative.is_clock:
        place = relative.end + text.startswith("的", relative.end)
        clock = read_expression(text, place, context) if place < len(text) else None
        if clock and clock.is_clock and clock.value.timex.startswith("T"):
            value = replace(relative.value, timex=f"{relative.value.timex}{clock.value.timex}")
            return replace(found, end=clock.end, value=value), "TIME"
    return found, "TIME" if relative.is_clock else "DATE"


def _read_both_years(text: str, start: int, context: Context) -> tuple[Expression, str] | None:
    """今明两年, 今明两天, 今冬明春."""
    seasons = _SEASONS_BETWEEN.match(text, start)
    if seasons and context.day:
        first, season, last, next_season = seasons.groups()
        timex = "/".join(
            f"{context.day.year + _BOTH_SHIFTS[year]:04d}-{_SEASONS[name]}"
            for year, name in ((first, season), (last, next_season))
        )
        return Expression(start, seasons.end(), TimeValue(timex, None, context.day.isoformat())), "DATE"
    shape = _BOTH.match(text, start)
    if not shape or context.day is None:
        return None
    shifts = [_BOTH_SHIFTS[word] for word in shape[1]]
    if shape[2] == "年":
        timex = "/".join(f"{context.day.year + shift:04d}" for shift in shifts)
    else:
        timex = "/".join((context.day + timedelta(days=shift)).isoformat() for shift in shifts)
    value = TimeValue(timex, None, context.day.isoformat())
    return Expression(start, shape.end(), value), "DATE"
