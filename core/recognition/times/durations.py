"""Lengths of time: 3—5年, 一个半小时, 70周年, 6天5晚, as TIMEX3 durations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from core.assets import load_toml
from core.language.numerals import EXACT, plain
from core.recognition.amounts import SEPARATOR, Amount, read_amount, read_range_end

_HALVES = {
    "Y": (Decimal(6), "M"),
    "M": (Decimal(15), "D"),
    "W": (Decimal("3.5"), "D"),
    "D": (Decimal(12), "TH"),
    "TH": (Decimal(30), "TM"),
    "TM": (Decimal(30), "TS"),
}
Parts = tuple[tuple[str, Decimal], ...]
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_HALF_UNIT = re.compile(
    r"(?:(大|小|前|后|上|下)?半)(年|个月|月|天|日|小时|个小时|钟头|个钟头|分钟|个世纪|世纪|个多月|个多小时)"
)
_HALF_BETWEEN = re.compile(r"个半(月|小时|钟头|星期|礼拜|世纪)|(分|天|年)半(钟)?")
_MORE = re.compile(
    r"(?P<measure>个)?(?:多|余)(?=个?[年月周天日小星礼分秒工交季世钟])|来(?=个?[年月周天日小星分秒])"
)
_MINUTES_MORE = re.compile(r"分[多余]钟")
_HUNDREDTHS = re.compile(r"\d{2}(?![\d.%])")
_HALF_AFTER = re.compile(r"半(?![径数导山路夜价])")
_NO_UNIT = re.compile(
    r"年(?:级|代|轮|货|糕|画|味|检|薪|前[一二两三四五六七八九十\d]+(?:个?季度|个?月))|日(?:元|圆|本|币|均|报)|周(?:岁|边|围|[一二三四五六日](?!年|[次趟回天]))"
    r"|天(?:津|气|然|文|地|下(?![来午])|空|安门|猫|府|河|使)|分(?:之|别|布|公司|店|数|钱|局|队|校|行|支|球)|月(?:球|饼|薪|亮|嫂|初|末|底)|秒(?:杀)|时(?:代|期)|载(?:人|重|客|体|货)"
)
# 距今5100—4700年: the longer comes first.
_FALLING, _LATEST_YEAR = re.compile(r"(\d{3,7})(?:——|[—－–~～至到-])(\d{3,7})年"), 2100
_NIGHTS = re.compile(r"[\d一二两三四五六七八九十]+[晚夜]")
_BOTH_BOUNDS = re.compile(r"以上(?:[、，,]|至|到)?")


@dataclass(frozen=True, slots=True)
class _Units:
    """What each word is in TIMEX3 (factor and letter), and the expression that finds them."""

    meaning: Mapping[str, tuple[Decimal, str]]
    pattern: re.Pattern[str]


@cache
def _units() -> _Units:
    meaning: dict[str, tuple[Decimal, str]] = {}
    for name, words in load_toml("lexicons/times.toml")["lengths"].items():
        letter = name.lstrip("0123456789.")
        meaning |= dict.fromkeys(words.split(), (Decimal(name.removesuffix(letter)), letter))
    return _Units(meaning, re.compile("|".join(sorted(meaning, key=len, reverse=True))))


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: its parts by TIMEX3 letter, of one value or a range of two."""

    end: int
    parts: Parts
    to: Parts | None = None
    approx: str | None = None
    unit: str = ""

    @property
    def timex(self) -> str:
        """P2Y, PT1H30M, P3Y/P5Y."""
        first = _timex(self.parts)
        return f"{first}/{_timex(self.to)}" if self.to else first


def _timex(parts: Parts) -> str:
    days = "".join(f"{plain(value)}{letter}" for letter, value in parts if letter[0] != "T")
    hours = "".join(f"{plain(value)}{letter[1]}" for letter, value in parts if letter[0] == "T")
    return f"P{days}{'T' if hours else ''}{hours}"


def read_duration(text: str, place: int) -> Duration | None:
    """The length that begins at ``place``.

    >>> read_duration("一个半小时后", 0).timex, read_duration("3—5年内", 0).timex
    ('PT1H30M', 'P3Y/P5Y')
    """
    first = _read_half(text, place) or _read_one(text, place)
    if first is None:
        return None
    if first.to is None:
        first = _with_finer(text, first)
    if first.unit == "分" and len(first.parts) == 1:  # 6分 is a score
        return None
    return _with_second_bound(text, _with_nights(text, first))


def _read_half(text: str, place: int) -> Duration | None:
    """半年, 半个月, 大半天."""
    shape = _HALF_UNIT.match(text, place)
    if not shape:
        return None
    approx = {"大": "more", "小": "less", None: None}.get(shape[1], "none")
    if approx == "none":
        return None
    unit = shape[2].replace("多", "")
    factor, letter = _units().meaning[unit]
    amount, finer = _HALVES[letter]
    value = amount if factor == 1 else factor / 2
    parts = ((finer if factor == 1 else letter, value),)
    return Duration(shape.end(), parts, approx="more" if "多" in shape[2] else approx, unit=shape[2])


def _read_one(text: str, place: int) -> Duration | None:
    """An amount, or a range of two, with one unit and a half of it."""
    amount = read_amount(text, place)
    if amount is None:
        return None
    falling = _FALLING.match(text, place)
    if falling and int(falling[1]) > max(int(falling[2]), _LATEST_YEAR):
        first, last = (Decimal(years) for years in falling.group(1, 2))
        return Duration(falling.end(), (("Y", first),), (("Y", last),), None, "年")
    ranged = read_range_end(text, amount) if amount.last is None else None
    found = _with_unit(text, ranged or amount) if ranged else None
    return found or _with_unit(text, amount)


def _with_unit(text: str, amount: Amount) -> Duration | None:
    end, approx = amount.end + (text[amount.end : amount.end + 1] == " "), amount.approx
    half = _HALF_BETWEEN.match(text, end)
    if half and amount.last is None:
        return _half_more(half, amount.first, approx)
    minutes = _MINUTES_MORE.match(text, end) if amount.last is None else None
    if minutes:  # 3分多钟
        return Duration(minutes.end(), (("TM", amount.first),), None, "more", "分钟")
    more = _MORE.match(text, end)
    if more:
        end, approx = more.end(), "more"
    unit = _units().pattern.match(text, end)
    if not unit or _NO_UNIT.match(text, unit.end() - 1) or amount.first < 0:
        return None
    has_measure = more is not None and more["measure"] is not None
    if unit[0] == "月" and not (has_measure or _is_length_in_months(text, amount, unit.end())):
        return None
    return _of_unit(text, amount, unit, approx)


def _of_unit(text: str, amount: Amount, unit: re.Match[str], approx: str | None) -> Duration:
    """The amount in the unit's TIMEX3 letter, with 半 or hundredths (9秒83) behind the unit."""
    factor, letter = _units().meaning[unit[0]]
    first = EXACT.multiply(amount.first, factor)
    if amount.last is not None:
        last = EXACT.multiply(amount.last, factor)
        vague = None if approx == "about" else approx  # 十几分钟: the range says how vague
        return Duration(unit.end(), ((letter, first),), ((letter, last),), vague, unit[0])
    hundredths = _HUNDREDTHS.match(text, unit.end()) if unit[0] == "秒" else None
    if hundredths and first % 1 == 0:
        first = EXACT.add(first, Decimal(f"0.{hundredths[0]}"))
        return Duration(hundredths.end(), ((letter, first),), None, approx, unit[0])
    end, parts = _half_after(text, unit.end(), letter, first)
    return Duration(end, parts, None, approx, unit[0])


def _is_length_in_months(text: str, amount: Amount, end: int) -> bool:
    """两月 and 三年零六月 are lengths, 6月 is June."""
    before = text[max(0, amount.end - 4) : amount.end]
    is_recent = amount.end >= 2 and text[amount.end - 2] == "近"
    return is_recent or text[amount.end - 1] in "两仨" or text.startswith("内", end) or "年" in before


def _half_more(shape: re.Match[str], number: Decimal, approx: str | None) -> Duration:
    """一个半小时, 一分半钟."""
    unit = shape[1] or shape[2]
    _, letter = _units().meaning[unit]
    amount, finer = _HALVES[letter]
    return Duration(shape.end(), ((letter, number), (finer, amount)), None, approx, unit)


def _half_after(text: str, end: int, letter: str, number: Decimal) -> tuple[int, Parts]:
    """两年半."""
    half = _HALF_AFTER.match(text, end)
    if not half or letter not in _HALVES:
        return end, ((letter, number),)
    amount, finer = _HALVES[letter]
    return half.end(), ((letter, number), (finer, amount))


def _with_finer(text: str, first: Duration) -> Duration:
    """四年六个月, 36天5小时30分: parts that go on with a finer unit."""
    while True:
        place = first.end + (text[first.end : first.end + 1] == "零")
        following = _read_one(text, place)
        if following is None or following.to or (len(first.parts) != 1 and len(following.parts) != 1):
            return first
        if _ORDER.index(following.parts[0][0]) <= _ORDER.index(first.parts[-1][0]):
            return first
        first = replace(first, end=following.end, parts=first.parts + following.parts, unit=following.unit)


def _with_nights(text: str, first: Duration) -> Duration:
    """6天5晚 is six days."""
    nights = _NIGHTS.match(text, first.end) if first.unit == "天" else None
    return replace(first, end=nights.end()) if nights else first


def _with_second_bound(text: str, first: Duration) -> Duration:
    """3天—8周, 三年以上七年以下: both ends with their units."""
    if first.to is not None:
        return first
    bounds = _BOTH_BOUNDS.match(text, first.end)
    separator = bounds or SEPARATOR.match(text, first.end)
    if not separator:
        return first
    second = _read_one(text, separator.end())
    if second is None or second.to or (bounds and not text.startswith("以下", second.end)):
        return first
    return replace(first, end=second.end + 2 if bounds else second.end, to=second.parts)
