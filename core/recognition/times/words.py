"""Words of time: 去年, 上半年, 周三, 中秋节, 康熙三年, with the fields that each gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from core.assets import load_lines, load_toml
from core.language.calendar_dates import year_of_reign
from core.language.numerals import parse_number
from core.language.units import Forms
from core.recognition.times.moments import Atom, Moment

_KINDS = ("year", "part_of_year", "month", "week", "day", "part")
_ERA_NUMBER = re.compile(r"(?P<year>元|\d{1,3}|[〇零一二三四五六七八九十百]{1,6})年")
_ERA_DECADE = re.compile(r"(?P<year>\d{0,2}0|[二三四五六七八九]?十)年代")
_WEEKDAY = re.compile(
    r"(?:周|星期|礼拜)([一二三四五六日天末])"
    # 一周三次 and 每周五天 count: no weekday.
    r"(?![期年围边刊报末]|[次趟回](?!日)|天(?![气空津台然亮黑晚])"
    r")"
)
_WEEKDAYS = dict(zip("一二三四五六日天", (1, 2, 3, 4, 5, 6, 7, 7), strict=True))
# China counted by the lunar calendar until 1912.
_COMMON_CALENDAR = 1912
_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)(?:的)?")
_NO_MOD = re.compile(
    r"初[中级步一二三四五六七八九十衷心审赛选]|底[层部下特]|末[端尾梢]|中[\u4e00-\u9fff]|前期|后期"
)
_NO_PART = re.compile(
    r"早[盘期日已就在前年稻餐茶市班产]|晚[会餐报宴年点自辈期育婚]|夜[市景宵班校总会光色空跑]|晨[报练会跑光检曦昏]"
)
_BRACKETED = re.compile(r"(?P<word>[去前昨上今本明后下])[（(]\d{1,3}[）)](?P<unit>[年月日])")
_BRACKETED_SHIFTS = {"前": -2, "去": -1, "昨": -1, "上": -1, "今": 0, "本": 0, "明": 1, "下": 1, "后": 2}
_ONE_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])|(?<=[是比较与和及在的于从]))前一(?P<unit>周|个?月|年)(?![前后内])"
)
_DAYS_OFF = re.compile(
    r"(?:小?长假(?:期(?!间))?|假[期日]|黄金周)(?:的?(?P<day>首日|第(?P<nth>[一二三四五六七八])天|最后一天))?"
)
# “五一”假期 is one time, the quotation marks within it; a holiday quoted alone is marked without them.
_QUOTED_HOLIDAY = re.compile(r"”(?=小?长假|假[期日]|黄金周|期间|前后|前夕)")
_SHARED_DAYS_OFF = re.compile(r"(?:国庆节?、?中秋节?|中秋节?、?国庆节?)(?=小?长假|假[期日])")
_SEASON_WORDS = frozenset(f"{season}{word}" for season in "春夏秋冬" for word in "天季")
_NOT_ALONE = frozenset({*"早晚晨夜", "黎明", "拂晓"}) | _SEASON_WORDS


@dataclass(frozen=True, slots=True)
class Words:
    """The table of words: the fields by form, and each kind's forms."""

    fields: Mapping[str, Moment]
    mods: Mapping[str, Moment]
    alone: Mapping[str, Moment]
    words: Forms
    mod_forms: Forms
    alone_forms: Forms
    references: Forms
    holidays: Forms
    holiday_names: frozenset[str]
    vacations: Mapping[str, tuple[int, int]]
    vacation_forms: Forms
    unclear_terms: Forms
    term_support: Forms
    before_terms: frozenset[str]
    eras: Forms
    idioms: Forms
    not_after: Mapping[str, frozenset[str]]
    not_before: Mapping[str, frozenset[str]]
    length_before: tuple[str, ...]
    only_before: Mapping[str, frozenset[str]]
    beginnings: tuple[str, ...]


@cache
def load_words() -> Words:
    """The words of ``resources/lexicons/times.toml``."""
    table = load_toml("lexicons/times.toml")
    words, holidays = table["words"], table["holidays"]
    fields = {word: row for kind in _KINDS for word, row in words[kind].items()}
    references = {word: name for name, listed in table["references"].items() for word in listed.split()}
    names = [
        *holidays["solar"],
        *holidays["lunar"],
        *holidays["weekday"],
        "复活节",
        *holidays["terms"]["clear"].split(),
    ]
    unclear = holidays["terms"]["unclear"].split()
    return Words(
        cast("Mapping[str, Moment]", fields),
        cast("Mapping[str, Moment]", words["mod"]),
        cast("Mapping[str, Moment]", words["alone"]),
        _same(fields),
        _same(words["mod"]),
        _same(words["alone"]),
        Forms(references),
        _same(names),
        frozenset(names),
        {name: (first, last) for name, (first, last) in holidays["vacations"].items()},
        _same(holidays["vacations"]),
        _same(unclear),
        _same(holidays["terms"]["support"].split()),
        frozenset(holidays["terms"]["before"].split()),
        _same(table["eras"]),
        _same(load_lines("lexicons/time_words.txt")),
        {word: frozenset(before) for word, before in table["not_after"].items()},
        {word: frozenset(after) for word, after in table["not_before"].items()},
        tuple(table["length_before"]["words"].split()),
        {word: frozenset(after) for word, after in table["only_before"].items()},
        (
            *fields,
            *words["alone"],
            *references,
            *names,
            *(f"“{name}" for name in names),
            *unclear,
            *table["eras"],
            *holidays["vacations"],
        ),
    )


def _same(words: Mapping[str, object] | list[str]) -> Forms:
    return Forms({word: word for word in words})


def read_word(text: str, place: int) -> Atom | None:
    """A word with fields, a weekday, a holiday, a reign, or 农历."""
    return (
        _read_table_word(text, place)
        or _read_weekday(text, place)
        or _read_holiday(text, place)
        or _read_vacation(text, place)
        or _read_unclear_term(text, place)
        or _read_bracketed(text, place)
        or _read_era(text, place)
        or _read_one_before(text, place)
        or _read_lunar_sign(text, place)
    )


def _read_table_word(text: str, place: int) -> Atom | None:
    table = load_words()
    word = table.words.longest(text, place)
    if word is None:
        return None
    holiday = table.holidays.longest(text, place)
    if (holiday and holiday[1] > word[1]) or is_other_word(text, place, word[1]):
        return None
    fields = table.fields[word[0]]
    if word[0] in _NOT_ALONE and _NO_PART.match(text, place):
        return None
    weekday = _WEEKDAYS.get(text[word[1] : word[1] + 1]) if "week_shift" in fields else None
    if weekday:
        return Atom(word[1] + 1, {**fields, "weekday": weekday})
    if "week_shift" in fields and text.startswith("末", word[1]):
        return Atom(word[1] + 1, {**fields, "weekend": 1})
    return Atom(word[1], fields, needs_more=word[0] in _NOT_ALONE)


def is_other_word(text: str, place: int, end: int) -> bool:
    """Whether the neighbors make another word of it: 出现在, 过去了."""
    table, word = load_words(), text[place:end]
    before, after = text[place - 1 : place] if place else "", text[end : end + 1]
    if before in table.not_after.get(word, ()) or after in table.not_before.get(word, ()):
        return True
    return word in table.only_before and after not in table.only_before[word]


_SEASON = re.compile(r"[春夏秋冬](?![节季天运游耕播种训招考令闱晚装衣菊葵粮夏秋冬])")
_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}


def read_season(text: str, place: int) -> Atom | None:
    """The 春 of 2021年春."""
    shape = _SEASON.match(text, place)
    return Atom(shape.end(), {"season": _SEASONS[shape[0]]}) if shape else None


def _read_weekday(text: str, place: int) -> Atom | None:
    shape = _WEEKDAY.match(text, place)
    if not shape:
        return None
    moment: Moment = {"weekend": 1} if shape[1] == "末" else {"weekday": _WEEKDAYS[shape[1]]}
    return Atom(shape.end(), moment)


def _read_holiday(text: str, place: int) -> Atom | None:
    table = load_words()
    is_quoted = text.startswith("“", place)
    name = table.holidays.longest(text, place + is_quoted)
    if name is None or (not is_quoted and is_other_word(text, place, name[1])):
        return None
    if is_quoted and not _QUOTED_HOLIDAY.match(text, name[1]):
        return None
    end = name[1] + is_quoted
    moment: Moment = {"holiday": name[0]}
    if name[0].endswith("夜"):  # 除夕夜8点 is eight in the evening
        moment = {**moment, "half_day": "night"}
    shared = _SHARED_DAYS_OFF.match(text, place)  # 国庆、中秋假期
    free = _DAYS_OFF.match(text, shared.end() if shared else end)
    return _of_days_off(free, moment) if free else Atom(end, moment)


def _of_days_off(free: re.Match[str], moment: Moment) -> Atom:
    """国庆假期, or the 首日 of it."""
    moment = {**moment, "days_off": 1}
    if not free["day"]:
        return Atom(free.end(), moment)
    nth = 1 if free["day"] == "首日" else int(parse_number(free["nth"])) if free["nth"] else 0
    return Atom(free.end(), {**moment, "nth_day": nth})


def _read_vacation(text: str, place: int) -> Atom | None:
    """暑假, July to August."""
    table = load_words()
    name = table.vacation_forms.longest(text, place)
    if name is None or is_other_word(text, place, name[1]):
        return None
    first, last = table.vacations[name[0]]
    return Atom(name[1], {"month": last}, {"month": first})


def _read_unclear_term(text: str, place: int) -> Atom | None:
    """大雪 and 小满 are solar terms where the words around speak of a day: 大雪节气, 小满前后, 时值大雪."""
    table = load_words()
    name = table.unclear_terms.longest(text, place)
    if name is None:
        return None
    support = table.term_support.longest(text, name[1])
    if support is None and text[max(0, place - 2) : place] not in table.before_terms:
        return None
    end = support[1] if support and support[0] == "节气" else name[1]
    return Atom(end, {"holiday": name[0]})


def _read_era(text: str, place: int) -> Atom | None:
    era = load_words().eras.longest(text, place)
    decade = _ERA_DECADE.match(text, era[1]) if era else None
    if era and decade:  # 民国60年代 begins with its 60th year
        first = year_of_reign(era[0], int(parse_number(decade["year"])))
        return Atom(decade.end(), {"year": first + 9}, {"year": first})
    shape = _ERA_NUMBER.match(text, era[1]) if era else None
    if not era or not shape:
        return None
    number = 1 if shape["year"] == "元" else int(parse_number(shape["year"]))
    year = year_of_reign(era[0], number)
    moment: Moment = {"year": year, "lunar": 1} if year < _COMMON_CALENDAR else {"year": year}
    return Atom(shape.end(), moment)


def _read_one_before(text: str, place: int) -> Atom | None:
    """The 前一周 of 比前一周: the one before the last named; 开学前|一周 is a length before something."""
    shape = _ONE_BEFORE.match(text, place)
    if not shape:
        return None
    unit = {"周": "next_week", "月": "next_month", "年": "next_year"}[shape["unit"][-1]]
    return Atom(shape.end(), cast("Moment", {unit: -1}))


def _read_bracketed(text: str, place: int) -> Atom | None:
    """Taiwan's 今（3）日, 去（112）年, 上（9）月: the number only says the same."""
    shape = _BRACKETED.match(text, place)
    if not shape:
        return None
    unit = {"年": "year_shift", "月": "month_shift", "日": "day_shift"}[shape["unit"]]
    return Atom(shape.end(), cast("Moment", {unit: _BRACKETED_SHIFTS[shape["word"]]}))


def _read_lunar_sign(text: str, place: int) -> Atom | None:
    shape = _LUNAR.match(text, place)
    return Atom(shape.end(), {"lunar": 1}, needs_more=True) if shape else None


def read_mod(text: str, place: int) -> Atom | None:
    """初, 年底, 中旬 behind what they modify."""
    table = load_words()
    word = table.mod_forms.longest(text, place)
    if word is None or (len(word[0]) == 1 and _NO_MOD.match(text, place)):
        return None
    return Atom(word[1], table.mods[word[0]])


def read_alone(text: str, place: int) -> Atom | None:
    """年底 and 月初 without a year or month before them."""
    table = load_words()
    word = table.alone_forms.longest(text, place)
    return Atom(word[1], table.alone[word[0]]) if word else None
