"""TIMEX3 values in words: 2021-11 with END is 2021年11月底, P3Y/P5Y is 3 to 5 years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from core.values import JsonObject

Language = Literal["zh", "en"]
_Names = Mapping[str, Mapping[str, str]]

_REFERENCES: _Names = {
    "zh": {"PAST_REF": "近期（过去）", "PRESENT_REF": "目前", "FUTURE_REF": "今后"},
    "en": {"PAST_REF": "in the recent past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"},
}
_MODS: _Names = {
    "zh": {"START": "初", "MID": "中", "END": "底"},
    "en": {"START": "beginning of ", "MID": "middle of ", "END": "end of "},
}
_SIDES: _Names = {
    "zh": {"BEFORE": "{}以前", "AFTER": "{}以后"},
    "en": {"BEFORE": "before {}", "AFTER": "after {}"},
}
_PARTS: _Names = {
    "zh": {"MO": "上午", "MI": "中午", "AF": "下午", "EV": "晚上", "NI": "夜间", "DT": "白天"},
    "en": {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"},
}
_PART_OF_YEAR: _Names = {
    "zh": {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度", "H1": "上半年", "H2": "下半年",
           "SP": "春季", "SU": "夏季", "FA": "秋季", "WI": "冬季"},
    "en": {"Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter",
           "H1": "first half", "H2": "second half",
           "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"},
}  # fmt: skip
_LENGTHS: _Names = {
    "zh": {"Y": "年", "M": "个月", "W": "周", "D": "天", "TH": "小时", "TM": "分钟", "TS": "秒"},
    "en": {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"},
}
_BETWEEN = {"zh": ("至", "、"), "en": (" to ", ", ")}
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def time_in_words(value: JsonObject, language: Language) -> str:
    """What a TIMEX3 value says, in words.

    >>> time_in_words({"timex": "2021-01/2021-11"}, "zh"), time_in_words({"timex": "PT1H30M"}, "en")
    ('2021年1月至2021年11月', '1 hour 30 minutes')
    """
    timex = str(value.get("timex") or "")
    if value.get("quant"):
        return _set_in_words(timex, value, language)
    if side := _SIDES[language].get(str(value.get("mod"))):
        return side.format(time_in_words({**value, "mod": None}, language))
    points = [_timex_in_words(part, value.get("mod"), language) for part in _listed(timex, value)]
    between = _BETWEEN[language][1 if value.get("also") else 0]
    return _open_range(points, between, language)


def _listed(timex: str, value: JsonObject) -> list[str]:
    first, slash, last = timex.partition("/")
    if first.startswith("P") and last.startswith("P") and first[-1] == last[-1] and "T" not in first:
        return [f"{first[:-1]}~{last[1:]}"]  # 3 to 5 years
    return [*([first, last] if slash else [first]), *value.get("also", ())]


def _open_range(points: list[str], between: str, language: Language) -> str:
    if len(points) == 2 and ".." in points:
        known = points[1] if points[0] == ".." else points[0]
        if language == "zh":
            return f"{known}以前" if points[0] == ".." else f"{known}以来"
        return f"until {known}" if points[0] == ".." else f"since {known}"
    return between.join(points)


def _timex_in_words(timex: str, mod: object, language: Language) -> str:
    if timex in _REFERENCES[language]:
        return _REFERENCES[language][timex]
    if timex == "..":
        return timex
    if timex.startswith("P"):
        return _length_in_words(timex, language)
    day, _, clock = timex.partition("T")
    words = _date_in_words(day, mod, language) if day else ""
    if not clock:
        return words
    time = _PARTS[language].get(clock, clock)
    return f"{words} {time}".strip() if language == "en" or time == clock else words + time


def _date_in_words(day: str, mod: object, language: Language) -> str:
    if language == "en":
        return _MODS["en"].get(str(mod), "") + _english_date(day)
    return _chinese_date(day) + _MODS["zh"].get(str(mod), "")


def _chinese_date(day: str) -> str:
    if weekday := _WEEKDAY.fullmatch(day):
        return _WEEKDAYS["zh"][int(weekday[1]) - 1]
    if day.isdigit() and len(day) < 4:
        return f"{int(day) + 1}世纪" if len(day) == 2 else f"{int(day[:2]) + 1}世纪{day[2]}0年代"
    year, *rest = day.split("-")
    words = f"公元前{int(year[2:])}年" if year[:2] == "BC" else f"{int(year)}年" if year.isdigit() else ""
    return words + "".join(map(_chinese_part, rest, ("月", "日"))) or day


def _chinese_part(part: str, unit: str) -> str:
    if part in _PART_OF_YEAR["zh"]:
        return _PART_OF_YEAR["zh"][part]
    if part.startswith("W") and part != "WE":
        return f"第{int(part[1:])}周" if part[1:].isdigit() else "每周"
    if part == "WE":
        return "周末"
    return f"{int(part)}{unit}" if part.isdigit() else ""


def _english_date(day: str) -> str:
    if day.isdigit() and len(day) < 4:
        return f"{day}0s" if len(day) == 3 else f"{int(day) + 1}th century"
    if weekday := _WEEKDAY.fullmatch(day):
        return _WEEKDAYS["en"][int(weekday[1]) - 1]
    year, *rest = day.split("-")
    known = "" if year == "XXXX" else year
    if not rest:
        return known or day
    if rest[0] in _PART_OF_YEAR["en"]:
        return f"{_PART_OF_YEAR['en'][rest[0]]} of {known}".removesuffix(" of ")
    if rest[0].startswith("W"):
        return f"week {rest[0][1:]} of {known}"
    month = _MONTHS[int(rest[0]) - 1] if rest[0].isdigit() else ""
    number = str(int(rest[1])) if len(rest) > 1 and rest[1].isdigit() else ""
    return " ".join(word for word in (number, month, known) if word)


_LENGTH = re.compile(r"([\d.]+)(?:~([\d.]+))?([A-Z])")


def _length_in_words(timex: str, language: Language) -> str:
    days, _, clock = timex.removeprefix("P").partition("T")
    parts = [(*match, "") for match in _LENGTH.findall(days)] + [
        (*match, "T") for match in _LENGTH.findall(clock)
    ]
    return ("" if language == "zh" else " ").join(
        _part_in_words(first, last, prefix + letter, language) for first, last, letter, prefix in parts
    )


def _part_in_words(first: str, last: str, letter: str, language: Language) -> str:
    name = _LENGTHS[language][letter]
    if language == "zh":
        return f"{first}—{last}{name}" if last else f"{first}{name}"
    number = f"{first} to {last}" if last else first
    return f"{number} {name}" if number == "1" else f"{number} {name}s"


def _set_in_words(timex: str, value: JsonObject, language: Language) -> str:
    length = _length_in_words(timex, language)
    bare = re.fullmatch(r"1 ?(?:个)?(.+)", length)
    every = f"每{bare[1] if bare else length}" if language == "zh" else f"every {bare[1] if bare else length}"
    if not value.get("on"):
        return every
    between, listed = _BETWEEN[language]
    members = (str(value["on"]), *value.get("also", ()))
    words = listed.join(
        between.join(_occasion(end, language) for end in member.split("/")) for member in members
    )
    return f"{every}（{words}）" if language == "zh" else f"{every} ({words})"


def _occasion(on: str, language: Language) -> str:
    day, _, clock = on.partition("T")
    if day.startswith("XXXX-XX-"):
        number = int(day.removeprefix("XXXX-XX-"))
        words = f"{number}日" if language == "zh" else f"on day {number}"
    else:
        words = _chinese_date(day) if language == "zh" and day else _english_date(day) if day else ""
    time = _PARTS[language].get(clock, clock)
    return " ".join(word for word in (words, time) if word)
