"""Numbered units of time: 2021年, 11月, 21日, 三季度, 80年代, 第二周, 2021-11-21."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import cast

from core.language.numerals import parse_number
from core.recognition.times.moments import Atom, Moment

_N = r"\d{1,2}|[〇零一二两三四五六七八九十廿卅]{1,4}"
_SEP = r" ?(?:至|到|——|--|—|－|-|–|~|～) ?"
_YEAR = re.compile(
    rf"(?P<bc>[公西]元前)?(?P<ad>[公西]元)?(?:(?P<begin>\d{{4}}|[〇零一二三四五六七八九]{{4}})年?{_SEP})?"
    r"(?P<year>\d{1,4}|(?<=元前)[一二三四五六七八九十百千零]{1,7}|[一二两]千(?:[〇零一二三四五六七八九十百]{1,6})?|[〇零一二三四五六七八九]{2,4})"
    r"(?:年度?|(?<=\d)(?:财年|财政年度|会计年度|学年度?))(?![轻纪级龄检薪轮货糕画味幼迈长])"
)
_MONTH = re.compile(
    rf"(?P<leap>闰)?(?:(?P<begin>{_N})(?:月)?{_SEP})?"
    r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?![球饼嫂票薪])"
)
_DAY = re.compile(
    rf"(?:(?P<begin>{_N}){_SEP})?(?P<day>{_N})(?P<unit>日|号)"
    r"(?:(?<=日)(?![元圆币本均记报])|(?<=日)(?=报道|报告|本报)|(?<=月\d[日号])|(?<=月\d\d[日号])"
    r"|(?<=号)(?![线楼院文令机馆店车桥门井房床台栋座铁坝卫种选码子称牌渠沟仓站坑泵炉舰轮船星箭]))"
)
_BARE_DAY = re.compile(
    r"(?<=月)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.%万千百亿个人名元家项次届年月日号时点:：/]|[,，]\d{3})"
)
_LUNAR_DAY = re.compile(
    r"(?:大年|(?<![今去明前后每这\d])年|(?<!年))(?:初(?P<first>十|[一二三四五六七八九]|\d{1,2})"
    r"|(?<=月)(?P<plain>廿[一二三四五六七八九]?|三十|二十[一二三四五六七八九]?|十[一二三四五六七八九]?))"
    r"(?![\d日号月年天个多余几万千百亿些次步])"
)
_CENTURY = re.compile(rf"(?:[公西]元(?P<bc>前)?)?(?P<century>{_N})世纪|(?P<word>[上本])个?世纪")
_DECADE = re.compile(
    r"(?P<full>1\d|20)?(?:(?P<begin>[一二三四五六七八](?=[二三四五六七八九]十)|[1-8]0(?:年代)?[至到—-](?=[2-9]0)))?"
    r"(?P<decade>[1-9]0|(?<=19|20)00|[二三四五六七八九]十|[一二三四五六七八九][〇零]|一十)年代"
)
_NTH = re.compile(rf"(?:的)?第(?P<number>{_N})(?:(?P<month>个月)|天)")
_QUARTER = re.compile(
    rf"第?(?:(?P<begin>[一二三四1-4])(?:{_SEP}|(?=[二三四]季度)))?(?P<quarter>[一二三四1-4])季度?(?![节风])"
    r"|Q(?P<latin>[1-4])(?:季度)?(?![A-Za-z0-9])"
)
_WEEK = re.compile(rf"(?:的)?第(?P<week>{_N})个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])?(?![年])")
_FULL = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>3[01]|[12]\d|0?[1-9])(?=\d\d[:：]|\D|$)"
    r"|(?P<year2>(?:19|20)\d\d) (?P<month2>0[1-9]|1[0-2]) (?P<day2>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?P<year3>(?:19|20)\d\d)(?P<month3>0[1-9]|1[0-2])(?P<day3>0[1-9]|[12]\d|3[01])(?!\d)"
)
_YEAR_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])(?![\d/.]|-\d\d?(?!\d))")
_SEASON_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)[-/—](?P<last>\d\d)(?=赛季|学年|财年|年度|年冬)")
_MONTH_DAY = re.compile(
    r"(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"
    r"|(?P<month2>1[0-2]|[1-9])/(?P<day2>3[01]|[12]\d|[1-9])(?:日|号)"
    r"|(?P<month3>1[0-2]|[1-9])·(?P<day3>3[01]|[12]\d|[1-9])(?!\d)"
)
_BARE_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d.,，:：%/])")
_BUSINESS = re.compile(
    r"的?(?:合并|营收|营业|财报|净利|毛利|税后|获利|业绩|经济|GDP|出货|每股|单季|季报|[初底末])"
)
_LISTED = re.compile(r"第?(?P<first>(?:\d{1,2}、){1,4}|(?:\d{4}、){1,4}|(?:[一二三四五六七八九十]、){1,4})")
_NEIGHBORS = ("一二", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")
_MONTH_END = 31


def _number(words: str) -> int:
    return int(parse_number(words))


def _maybe(words: str | None) -> int | None:
    return _number(words) if words else None


def read_year(text: str, place: int) -> Atom | None:
    """2021年, 二〇二一年, 1998—2003年, 98年 (which needs more), 公元前221年."""
    shape = _YEAR.match(text, place)
    if not shape:
        return None
    words, number, begin = shape["year"], _number(shape["year"]), _maybe(shape["begin"])
    first: Moment | None = {"year": begin} if begin else None
    if shape["bc"] or shape["ad"]:
        return Atom(shape.end(), {"year": -number if shape["bc"] else number})
    if number and (len(words) == 4 or words[1] == "千" if len(words) > 1 else False):
        return Atom(shape.end(), {"year": number}, first)
    if len(words) != 2:
        return None
    if begin:
        return Atom(shape.end(), {"year": begin // 100 * 100 + number}, first)
    is_year = words[0] in "0〇零" or (not words.isascii() and words not in _NEIGHBORS)
    return Atom(shape.end(), {"short_year": number}, needs_more=not is_year)


def read_bare_year(text: str, place: int) -> Atom | None:
    """2021 where no unit follows."""
    shape = _BARE_YEAR.match(text, place)
    return Atom(shape.end(), {"year": int(shape["year"])}) if shape else None


def read_full_date(text: str, place: int) -> Atom | None:
    """2021-11-21, 2021/11/21, 2021.11.21, 20211121."""
    shape = _FULL.match(text, place)
    if not shape:
        return None
    year, month, day = (int(part) for part in shape.groups() if part)
    return Atom(shape.end(), {"year": year, "month": month, "day": day})


def read_season_years(text: str, place: int) -> Atom | None:
    """2022-23赛季, 2023/24学年: two years, the second in two digits."""
    shape = _SEASON_YEARS.match(text, place)
    if not shape or int(shape["last"]) != (int(shape["first"]) + 1) % 100:
        return None
    first = int(shape["first"])
    return Atom(shape.end(), {"year": first + 1}, {"year": first})


def read_year_month(text: str, place: int) -> Atom | None:
    """2021-11, 2008.03."""
    shape = _YEAR_MONTH.match(text, place)
    return Atom(shape.end(), {"year": int(shape["year"]), "month": int(shape["month"])}) if shape else None


def read_month_day(text: str, place: int) -> Atom | None:
    """09-01, 11/3号, 6·30."""
    shape = _MONTH_DAY.match(text, place)
    if not shape or text[place - 1 : place] in ("-", "/", "."):
        return None
    month, day = (int(part) for part in shape.groups() if part)
    needs_more = shape["month3"] is not None and text[place - 1 : place] not in ("“", "")
    return Atom(shape.end(), {"month": month, "day": day}, needs_more=needs_more)


def read_month(text: str, place: int) -> Atom | None:
    """11月, 1-11月, 闰四月."""
    shape = _MONTH.match(text, place)
    if not shape:
        return None
    month, begin = _number(shape["month"]), _maybe(shape["begin"])
    if begin is not None and not 1 <= begin <= 12:
        return None
    moment: Moment = {"month": month, "lunar": 1, "leap": 1} if shape["leap"] else {"month": month}
    return Atom(shape.end(), moment, {"month": begin} if begin else None)


def read_day(text: str, place: int) -> Atom | None:
    """21日, 12-19日, 9号 (which needs a month or a time beside it)."""
    shape = _DAY.match(text, place)
    if not shape or "两" in shape["day"]:
        return _read_bare_day(text, place)
    day, begin = _number(shape["day"]), _maybe(shape["begin"])
    if not 1 <= day <= _MONTH_END or (begin is not None and not 1 <= begin <= _MONTH_END):
        return None
    if text.startswith(("电", "讯"), shape.end()):  # 高雄三日电
        return Atom(shape.end(), {"day": day}, {"day": begin} if begin else None)
    is_doubtful = shape["unit"] == "号" or (len(shape["day"]) == 1 and not shape["day"].isascii())
    first: Moment | None = {"day": begin} if begin else None
    return Atom(shape.end(), {"day": day}, first, needs_more=is_doubtful)


def _read_bare_day(text: str, place: int) -> Atom | None:
    """10月22 without 日, 正月初五, 八月十五."""
    shape = _BARE_DAY.match(text, place)
    if shape:
        return Atom(shape.end(), {"day": int(shape["day"])})
    lunar = _LUNAR_DAY.match(text, place)
    if not lunar:
        return None
    is_new_year = lunar[0].startswith(("大年", "年"))
    moment: Moment = {"day": _number(lunar["first"] or lunar["plain"]), "lunar": 1}
    return Atom(lunar.end(), {**moment, "month": 1} if is_new_year else moment, needs_more=not is_new_year)


def read_century(text: str, place: int) -> Atom | None:
    """20世纪 is 19, 上世纪 too."""
    shape = _CENTURY.match(text, place)
    if not shape:
        return None
    century = _number(shape["century"]) - 1 if shape["century"] else {"上": 19, "本": 20}[shape["word"]]
    return Atom(
        shape.end(), {"century": century, "before_christ": 1} if shape["bc"] else {"century": century}
    )


def read_decade(text: str, place: int) -> Atom | None:
    """80年代, 九十年代, 七八十年代."""
    shape = _DECADE.match(text, place)
    if not shape:
        return None
    number = _number(shape["decade"])
    moment: Moment = {"decade": number if number >= 10 else number * 10}
    if shape["begin"]:
        first = _number(shape["begin"][:1]) * 10
        return Atom(shape.end(), moment, {"decade": first}) if first < moment["decade"] else None
    return Atom(shape.end(), {"century": int(shape["full"]), **moment} if shape["full"] else moment)


def read_quarter(text: str, place: int) -> Atom | None:
    """三季度, 第一季度, Q3, 一至三季度."""
    shape = _QUARTER.match(text, place)
    if not shape or not (shape["latin"] or text[shape.end() - 1] == "度" or _is_quarter(text, shape)):
        return None
    begin = _maybe(shape["begin"])
    quarter = _number(shape["quarter"] or shape["latin"])
    return Atom(shape.end(), {"quarter": quarter}, {"quarter": begin} if begin else None)


def _is_quarter(text: str, shape: re.Match[str]) -> bool:
    """Taiwan's 第二季 is a quarter behind a year and before words of business; a serial has seasons too."""
    if shape[0][0] != "第":
        return False
    before = text[shape.start() - 1 : shape.start()]
    return before == "年" or _BUSINESS.match(text, shape.end()) is not None


def read_week(text: str, place: int) -> Atom | None:
    """第三周 of a year or month, 第3个星期日 of a month."""
    shape = _WEEK.match(text, place)
    if not shape:
        return None
    number = _number(shape["week"])
    if shape["weekday"]:
        weekday = "一二三四五六日天".index(shape["weekday"]) + 1
        return Atom(shape.end(), {"which_weekday": number, "weekday": min(weekday, 7)}, needs_more=True)
    is_whole = text[place - 1 : place] in ("（", "(") and text[shape.end() : shape.end() + 1] in ("）", ")")
    return Atom(shape.end(), {"week": number}, needs_more=not is_whole)


def read_nth(text: str, place: int) -> Atom | None:
    """第8个月 of a year, 第十天 of a year, or 第三天 counted from the last day named."""
    shape = _NTH.match(text, place)
    if not shape:
        return None
    number = _number(shape["number"])
    if shape["month"]:
        return Atom(shape.end(), {"month": number}, needs_more=True) if 1 <= number <= 12 else None
    return Atom(shape.end(), {"next_day": number - 1})


Reader = Callable[[str, int], Atom | None]


def read_listed(text: str, place: int) -> Atom | None:
    """4、5月份, 2020、2021年, 第二、三季度: numbers in one script, each greater than the one before it."""
    shape = _LISTED.match(text, place)
    found = (reader(text, shape.end()) for reader in _LISTABLE.values()) if shape else ()
    last = next((atom for atom in found if atom), None)
    if shape is None or last is None or last.begin or not last.moment.keys() <= _LISTABLE.keys():
        return None
    ((name, number),) = cast("Mapping[str, int]", last.moment).items()
    words = shape["first"].rstrip("、").split("、")
    numbers = [*map(_number, words), number]
    if name == "decade":  # 七、八十年代
        numbers = [each if each >= 10 else 10 * each for each in numbers]
    is_rising = all(first < second for first, second in pairwise(numbers))
    if not is_rising or words[0].isascii() != text[shape.end()].isascii():
        return None
    return replace(last, listed=tuple(cast("Moment", {name: each}) for each in numbers[:-1]))


_LISTABLE: Mapping[str, Reader] = {
    "decade": read_decade, "year": read_year, "month": read_month, "day": read_day, "quarter": read_quarter,
}  # fmt: skip
# The character behind a numeral (or behind two of a range) says which readers can succeed.
_READERS: Mapping[str, tuple[Reader, ...]] = {
    "年": (read_decade, read_year),
    **dict.fromkeys("财学会", (read_year,)),
    "月": (read_month,),
    "日": (read_day,),
    "号": (read_day, read_month_day),
    "世": (read_century,),
    "季": (read_quarter,),
    **dict.fromkeys("周星礼", (read_week,)),
    "个": (read_week, read_nth),
    "天": (read_nth,),
    "、": (read_listed,),
}
_OTHERS = (
    read_season_years,
    read_full_date,
    read_year_month,
    read_month_day,
    read_quarter,
    read_day,
    read_century,
)
_NUMERAL = r"[\d〇零一二两三四五六七八九十百千廿卅]{1,8}"
_BEHIND_NUMERAL = re.compile(rf"(?:[公西]元前?|的?第|闰|Q)?{_NUMERAL}(?:{_SEP}{_NUMERAL})?(.)?")


def readers_at(text: str, place: int) -> tuple[Reader, ...]:
    """The readers that can find something at ``place``."""
    shape = _BEHIND_NUMERAL.match(text, place)
    found = _READERS.get(shape[1], _OTHERS) if shape else _OTHERS
    return (*found, read_day) if text[place - 1 : place] == "月" else found  # 1月3至2月10
