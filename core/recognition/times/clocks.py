"""Times of the day: 22时18分, 8点半, 3:20, 下午六点一刻."""

from __future__ import annotations

import re

from core.language.numerals import parse_number
from core.recognition.quantities.shapes import is_score_before
from core.recognition.times.moments import Atom, Moment

_N = r"\d{1,2}|[〇零一二两三四五六七八九十廿卅]{1,3}"
_SEP = r" ?(?:至|到|——|--|—|－|-|–|~|～) ?"
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])[:：](?P<minute>[0-5]\d)(?:[:：](?P<second>[0-5]\d))?"
    r"(?:时|分)?(?: ?(?P<half>[aApP])\.?[mM]\b\.?)?(?![\d:：])"
)
_MINUTE = (
    r"\d{1,2}|[〇零]\d|[〇零][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?"
    r"|[一二三四五六七八九](?=分|[^\u4e00-\u9fff]|$)"
)
_HOUR = re.compile(
    rf"(?:(?P<begin>{_N}){_SEP})?(?P<hour>{_N})"
    r"(?P<unit>时(?![代候间期不尚装任常刻势段差针])|点(?![位评击赞数名球滴心燃亮明出意建要看体原]))"
    rf"(?:(?P<half>半)(?![数年个])|(?P<quarter>[一三13])刻|整"
    rf"|过?(?P<minute>{_MINUTE})(?!刻)(?P<minutes>分(?!之))?(?:(?P<second>{_N})秒)?)?钟?(?P<about>许|多钟?|左右)?"
)
# Minutes that are lacking, before the hour or behind it.
_GAP = rf"差(?:(?P<minute>{_N})分钟?|(?P<quarter>[一1])刻钟?)"
_LACKING = re.compile(rf"{_GAP}(?:到|就)?(?P<hour>{_N})点(?:整|钟)?")
_LACKING_BEHIND = re.compile(rf"(?P<hour>{_N})点(?:整|钟)?{_GAP}")
_HOURS = re.compile(r"[一二两三四五六七八九]{2}")
_LEADING, _FOLLOWING = tuple("在从到至于自"), tuple("到至从前后起开过")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_FIRST_SURE_HOUR = 11


def read_clock(text: str, place: int, *, after_part: bool) -> Atom | None:
    """A time of the day; 九点零五 without 分 is one, 九点五 only ``after_part`` (晚上)."""
    shape = _CLOCK.match(text, place)
    if shape:
        return None if is_score_before(text, place) else _from_digits(shape)
    lacking = _LACKING.match(text, place) or _LACKING_BEHIND.match(text, place)
    if lacking:
        return _before_the_hour(lacking)
    spoken = _HOUR.match(text, place)
    if not spoken or _is_decimal(spoken, after_part) or _is_a_little(text, spoken):
        return None
    first, hour = _hours(spoken)
    if hour > _LAST_HOUR:
        return None
    moment = _with_minutes({"hour": hour}, spoken)
    if moment.get("minute", 0) > _LAST_MINUTE:
        return None
    if spoken["about"]:
        moment["approx"] = "more" if spoken["about"][0] == "多" else "about"
    begin: Moment | None = {"hour": first} if first is not None else None
    return Atom(spoken.end(), moment, begin, needs_more=_is_doubtful(text, spoken))


def _hours(shape: re.Match[str]) -> tuple[int | None, int]:
    """9~11点, 七八点: the first hour of a range, and the hour."""
    words = shape["hour"]
    if _HOURS.fullmatch(words):
        return int(parse_number(words[0])), int(parse_number(words[1]))
    return int(parse_number(shape["begin"])) if shape["begin"] else None, int(parse_number(words))


def _from_digits(shape: re.Match[str]) -> Atom:
    moment: Moment = {"hour": int(shape["hour"]), "minute": int(shape["minute"])}
    if shape["second"]:
        moment["second"] = int(shape["second"])
    if shape["half"]:
        moment["half_day"] = "am" if shape["half"] in "aA" else "pm"
    return Atom(shape.end(), moment)


def _before_the_hour(shape: re.Match[str]) -> Atom | None:
    """差五分三点 and 三点差五分 are 2:55."""
    hour = int(parse_number(shape["hour"]))
    minutes = 15 if shape["quarter"] else int(parse_number(shape["minute"]))
    if not 1 <= hour <= _LAST_HOUR or not 1 <= minutes <= _LAST_MINUTE:
        return None
    return Atom(shape.end(), {"hour": hour - 1, "minute": 60 - minutes})


def _with_minutes(moment: Moment, shape: re.Match[str]) -> Moment:
    if shape["half"]:
        return {**moment, "minute": 30}
    if shape["quarter"]:
        return {**moment, "minute": int(parse_number(shape["quarter"])) * 15}
    if shape["minute"]:
        moment = {**moment, "minute": int(parse_number(shape["minute"]))}
    if shape["second"]:
        moment = {**moment, "second": int(parse_number(shape["second"]))}
    return moment


def _is_decimal(shape: re.Match[str], after_part: bool) -> bool:
    """二十点六, 零点五 and 零点零五 are numbers."""
    minute = shape["minute"]
    if shape["unit"] != "点" or not minute or shape["minutes"] or after_part:
        return False
    return len(minute) == 1 or shape["hour"] == "零"


def _is_a_little(text: str, shape: re.Match[str]) -> bool:
    """一点也不, 一点儿, 早一点 say how much; 今晚一点 and 在一点 say when."""
    if shape[0] != "一点":
        return False
    before = text[max(0, shape.start() - 2) : shape.start()]
    is_comparison = before[-1:] in tuple("早晚") and before[:1] not in tuple("今昨明当每天日号")
    return is_comparison or text[shape.end() : shape.end() + 1] in tuple("也都儿点没不")


def _is_doubtful(text: str, shape: re.Match[str]) -> bool:
    """三点 alone may be three points: it needs a day, 半, minutes or a preposition beside it."""
    is_exact = shape["minute"] or shape["half"] or shape["quarter"] or shape[0][-1] in "钟整许"
    if is_exact or shape["unit"] == "时" or _hours(shape)[1] >= _FIRST_SURE_HOUR:
        return False
    before, after = text[max(0, shape.start() - 1) : shape.start()], text[shape.end() : shape.end() + 1]
    is_led = before in (_LEADING if shape[0] == "一点" else (*_LEADING, *"是，。", ""))
    return not (is_led or after in _FOLLOWING or shape["begin"])
