"""Quantities with a shape of their own: 百分之五, 三分之一, 第六届, 3:2, 翻了一番, ¥300."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from core.language.numerals import ARABIC, HAN, parse_number
from core.recognition.amounts import Amount, read_amount, read_range_end
from core.recognition.quantities.found import (
    Found,
    approximation_before,
    as_fraction,
    with_approximations,
    written,
)
from core.recognition.quantities.vocabulary import Vocabulary
from core.values import Quantity

_SHARE = re.compile(
    r"(负)?(?:的)?(百|千|万)分之?(?:(百)(?![千万亿\d一二三四五六七八九])|(负)?(?=[\d零〇一二两三四五六七八九十百几]))"
)
_SHARE_END = re.compile(r"(?:至|到|—|-|~)(?:[百千万]分之)?")
_FRACTION = re.compile(rf"(负)?(?:({HAN}|\d+)又)?({HAN}|\d+)分之({HAN}|\d+(?:\.\d+)?)")
_SLASH = re.compile(r"(\d{1,3}) ?/ ?(\d{1,4})(?![\d/.年月日号]|决赛)")
_PRESSURE = re.compile(r"(\d{2,3})/(\d{2,3}) ?(?:毫米汞柱|mmHg)")
_RATIO = re.compile(rf"({ARABIC}|{HAN})([:：∶比])({ARABIC}[万亿]?|{HAN})(?![\d:：年月日])")
# 3-1击败, 以0-2告负; what falls (1-0，) is no range.
_DASHED_SCORE = re.compile(
    r"(0|[1-9]\d{0,2})([-—–])(0|[1-9]\d{0,2})(?![\d:：.年月日号%\-/])"
    r"(?P<won>(?:的比分)?(?:击败|战胜|[小大险完获取]?胜|负|[惜]?败|逆转|不敌|力克|横扫|[打战]平|领先|落后|告负|淘汰|晋级))?"
    r"(?P<ended>(?=[，。；！、）)]|$))?"
)
_DOUBLING = re.compile(
    rf"翻(?:了)?(?P<approx>近|约|超)?(?:(?P<times>{HAN}|\d+)(?:多|余)?)?番|翻(?:了)?(?:一)?倍"
)
_DECADES_OF_LIFE = re.compile(r"([五六七八九])旬")
_MOST_DOUBLINGS = 20
_MINUTES = re.compile(r"(?:\+\d{1,2})?(分钟|小时|号(?![线楼])|度(?=[获入得夺登当参]))")
_ORDINAL = re.compile(
    rf"第({ARABIC}[万亿]?|{HAN})(?:(?:至|到|-|—|~|、(?=[二三四五六七八九](?!、)))第?({ARABIC}|{HAN}))?"
)
_NAME_AFTER_ORDINAL = re.compile(
    r"春(?!季)|宇宙速度|故乡|外语|课堂|印象|语言|性征|桶金|梯队|中学|小学|医院|人民|中心|师范|实验|附属|书记|时间|产业|手(?!机)|线(?!路)|夫人|大学|高级|职业|幼儿|监狱|看守|方(?!面|案|阵)|人称|者|世界|国际|"
    r"季度|感|[天年月日周]|个?(?:星期|月|季度)|检察|法院|大街|大道|路|汽车|机床|军|师|团|野战|炮兵|航空|汽|财经|建筑|工程局|轮换"
)
# Where a score or proportion is spoken of: 比分为25:21、19:25, 以3:2战胜, 师生比达到1:15.
_SCORES = re.compile(r"(?:\d{1,3}[:：]\d{1,3}(?:[、，,和]|以及))+$")
_SCORE_BEFORE = re.compile(
    r"比分[^。；]{0,40}$|(?:比例?|之比|占比|比值|配比)[将已约为达到是至降升高提]{0,5}$"
    r"|(?:以|胜|负|击败|战胜|淘汰|扳平|告捷|爆冷|大胜|险胜|平局)了?(?:[^，。\d]{0,4})$"
)


def is_score_before(text: str, start: int) -> bool:
    """Whether the words before ``start`` make 15:12 a score or proportion rather than a time."""
    first = _SCORES.search(text, max(0, start - 45), start)
    place = first.start() if first else start
    return _SCORE_BEFORE.search(text, max(0, place - 45), place) is not None


def find_share(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """百分之五, 千分之三, 百分之三十到四十一, 百分百."""
    shape = _SHARE.match(text, start)
    if not shape:
        return None
    unit = {"百": "%", "千": "permille", "万": None}[shape[2]]
    if shape[3]:
        quantity, end = Quantity("100", None, unit), shape.end()
    else:
        amount = read_amount(text, shape.end())
        if amount is None:
            return None
        last = written(amount.last) if amount.last is not None else None
        quantity, end = Quantity(written(amount.first), last, unit), amount.end
        separator = _SHARE_END.match(text, end)
        second = read_amount(text, separator.end()) if separator else None
        if (
            separator
            and second is None
            and text.startswith("百", separator.end())
            and separator[0][-1] == "之"
        ):
            quantity, end = replace(quantity, to="100"), separator.end() + 1
        if (
            separator
            and second
            and (separator[0][-1] == "之" or text[second.end : second.end + 1] not in tuple("年月日个"))
        ):
            quantity, end = replace(quantity, to=written(second.first)), second.end
        quantity = replace(quantity, approx=amount.approx)
    if shape[1] or shape[4]:
        quantity = replace(quantity, amount=f"-{quantity.amount}")
    if unit is None:
        return _of_ten_thousand(start, end, quantity)
    return with_approximations(text, Found(start, end, "PERCENT", quantity, "share"), vocabulary)


def _of_ten_thousand(start: int, end: int, quantity: Quantity) -> Found:
    fraction = as_fraction(Decimal(quantity.amount), Decimal(10000))
    return Found(start, end, "NUMBER", replace(quantity, amount=written(fraction)), "fraction")


def find_pressure(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """140/90毫米汞柱, the higher and the lower pressure of the blood."""
    shape = _PRESSURE.match(text, start)
    if not shape:
        return None
    pressure = vocabulary.measures["mmHg"]
    quantity = Quantity(shape[1], unit=pressure.id, si=pressure.to_si(Decimal(shape[1])), ratio=shape[2])
    return with_approximations(text, Found(start, shape.end(), "MEASURE", quantity, "pressure"), vocabulary)


def find_fraction(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """三分之一, 一又四分之三, 1/2."""
    shape = _FRACTION.match(text, start) or _SLASH.match(text, start)
    if not shape or text[max(0, start - 1) : start] == "/":
        return None
    try:
        amount = _fraction_of(shape)
    except (ValueError, ZeroDivisionError):
        return None
    found = Found(start, shape.end(), "NUMBER", Quantity(written(amount)), "fraction")
    return with_approximations(text, found, vocabulary)


def _fraction_of(shape: re.Match[str]) -> Fraction:
    if shape.re is _SLASH:
        return as_fraction(parse_number(shape[1]), parse_number(shape[2]))
    whole = Fraction(parse_number(shape[2])) if shape[2] else Fraction(0)
    fraction = whole + as_fraction(parse_number(shape[4]), parse_number(shape[3]))
    return -fraction if shape[1] else fraction


def find_decades_of_life(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """年近六旬: an age in tens of years."""
    shape = _DECADES_OF_LIFE.match(text, start)
    if not shape:
        return None
    quantity = Quantity(written(parse_number(shape[1]) * 10), unit="岁")
    if text.endswith(("年过", "年逾"), 0, start):
        quantity = replace(quantity, approx="more")
    return with_approximations(text, Found(start, shape.end(), "MEASURE", quantity, "age"), vocabulary)


def find_ratio(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """3:2, 三比二, 3-1击败; a time of day is none unless a score is spoken of."""
    shape = _RATIO.match(text, start) or _dashed_score(text, start)
    if not shape or text[start - 1 : start].isdigit():
        return None
    first, sign, second = shape.group(1, 2, 3)
    is_clock = (
        sign in ":：" and len(second) == 2 and second.isdigit() and int(second) < 60 and first.isdigit()
    ) and int(first) < 25
    if is_clock and not is_score_before(text, start):
        return None
    try:
        quantity = Quantity(written(parse_number(first)), ratio=written(parse_number(second)))
    except ValueError:
        return None
    approx = approximation_before(text, start, vocabulary)
    return Found(start, shape.end(3), "NUMBER", replace(quantity, approx=approx), "ratio")


def _dashed_score(text: str, start: int) -> re.Match[str] | None:
    """3-1 where it is a score and no range."""
    shape = _DASHED_SCORE.match(text, start)
    if not shape or text[start - 1 : start] in ("-", "/", "."):
        return None
    is_falling = shape["ended"] is not None and int(shape[1]) > int(shape[3])
    return (
        shape if shape["won"] or is_falling or _SCORE_BEFORE.search(text, max(0, start - 45), start) else None
    )


def find_doubling(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """翻番 and 翻一番 are 2 倍, 翻两番 4."""
    shape = _DOUBLING.match(text, start)
    if not shape:
        return None
    times = read_amount(shape["times"], 0) if shape["times"] else Amount(0, Decimal(1))
    if times is None or not 0 < times.first < _MOST_DOUBLINGS:
        return None
    approx = vocabulary.leading_meaning.get(shape["approx"] or "")
    quantity = Quantity(written(2**times.first), unit="倍", approx=approx)
    return Found(start, shape.end(), "NUMBER", quantity, "doubling")


def find_ordinal(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """第六届, 第3位, 第一; not 第一中学, 第二天."""
    shape = _ORDINAL.match(text, start)
    if not shape or _NAME_AFTER_ORDINAL.match(text, shape.end()):
        return None
    if shape[2] and text[shape.end(1)] == "、" and not vocabulary.units.longest(text, shape.end()):
        shape = _ORDINAL.match(text[: shape.end(1)], start) or shape  # 第三，四 without a unit
    try:
        first, last = parse_number(shape[1]), parse_number(shape[2]) if shape[2] else None
    except ValueError:
        return None
    minutes = _MINUTES.match(text, shape.end())  # 第23分钟, 第45+2分钟, 第5号
    unit = (f"COUNT {minutes[1]}", minutes.end()) if minutes else None
    unit = unit or vocabulary.units.longest(text, shape.end())
    meaning, end = unit if unit and unit[0].startswith("COUNT") else ("COUNT ", shape.end())
    name = meaning.partition(" ")[2]
    if name == "大":  # 第二|大股东
        name, end = "", shape.end()
    quantity = Quantity(written(first), written(last) if last is not None else None, name or None)
    return Found(start, end, "ORDINAL", quantity, "ordinal")


def find_signed_money(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """¥300, US$5 million in Chinese pages, HKD13.5, 人民币 1.2 亿."""
    sign = vocabulary.signs.longest(text, start) or vocabulary.money_words.longest(text, start)
    if sign is None:
        return None
    code, place = sign
    place += text[place : place + 1] == " "
    amount = read_amount(text, place)
    if amount is None or not text[place].isdigit():
        return None
    amount = read_range_end(text, amount) or amount
    end = amount.end
    word = vocabulary.units.longest(text, end)
    if word and word[0].startswith("MONEY"):
        end = word[1]
    last = written(amount.last) if amount.last is not None else None
    quantity = Quantity(written(amount.first), last, code, approx=amount.approx)
    return with_approximations(text, Found(start, end, "MONEY", quantity, "sign"), vocabulary)


def find_half(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """半价, 半数, 一半, 半斤, 半公里."""
    if text.startswith(("半价", "对折", "半数", "各半", "一半"), start):
        found = Found(start, start + 2, "PERCENT", Quantity("50", unit="%"), "half")
        return with_approximations(text, found, vocabulary)
    unit = vocabulary.units.longest(text, start + 1)
    if unit is None or not unit[0].startswith("MEASURE") or text[start + 1 : unit[1]] in vocabulary.fragile:
        return None
    name = unit[0].partition(" ")[2]
    if text[start - 1 : start] in ("一", "大", "多", "前", "后", "上", "下", "过"):
        return None
    quantity = Quantity("0.5", unit=name, si=vocabulary.measures[name].to_si(Decimal("0.5")))
    return with_approximations(text, Found(start, unit[1], "MEASURE", quantity, "half"), vocabulary)
