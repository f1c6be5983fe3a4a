"""Amounts with what makes them a quantity: a unit, a classifier, a noun, or the words around a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from core.language.numerals import HAN_DIGITS
from core.recognition.amounts import Amount, read_amount, read_range_end
from core.recognition.quantities.found import (
    Found,
    Worded,
    approximation_before,
    quantity_of,
    with_approximations,
    with_rate,
)
from core.recognition.quantities.measures import read_measure, with_last_half
from core.recognition.quantities.money import read_money
from core.recognition.quantities.shares import read_multiple, read_share
from core.recognition.quantities.vocabulary import Vocabulary

_SEPARATED = re.compile(r"(?:[（(]含[）)])?(?:至|到|——|--|—|－|-|–|~|～)(?:零下)?")
_BOTH_BOUNDS = re.compile(r"以上(?:[、，,]|至|到)?(?=[\d一二两三四五六七八九十])")
_CLASS = re.compile(r"(?:19|20)\d\d[届级]")
_WAN = 10000
_MOST_ATTRIBUTES = 3
_LONGEST_PLAIN, _MOST_LARGE = 6, 100
_AFTER_LARGE = re.compile(r"[^\u4e00-\u9fff“‘]|[的于约小]|$")
# What a 级 counts that is a measure: 七级大风, 3.0级以上余震.
_MAGNITUDE = re.compile(r"(?:(?:以上|左右)的?)?(?:大|阵|强|余|偏[东南西北])?(?:风|地震|震|海浪|浪)")
_CONTRAST = re.compile(r"(?:只有|仅有|仅|只剩|不止|至少|至多)$")
_SPEED_AT_SEA, _LONGEST_BEFORE_SPEED = re.compile(r"(?:[航船]速|速度)[^\d，。；]{0,6}$"), 10
_UNITLESS = re.compile(
    r"[年月日号时点分秒周天世季岁届期路楼室房线铁中院街巷弄栋院+]|个?(?:月|小时|星期|季度|半)|[A-Za-z]"
)
# What shows that 毛 and 角 are money: 五毛。 三毛五 八角五分, no 三毛流浪记 and 八角、桂皮.
_SMALL_MONEY = re.compile(rf"[{HAN_DIGITS}\d](?:分|\W|$)|钱|(?<=毛)(?:\W|$)")
# 主任一名、|委员四名: a list of nouns, each with its count behind.
_LISTED = re.compile(
    r"、[\u4e00-\u9fff]{1,12}?[\d二两三四五六七八九十]+([\u4e00-\u9fff]{1,2})(?=[、，。；]|$)"
)
_KIN = frozenset({"父子", "母女", "母子", "父女", "祖孙", "师徒", "一家", "全家", "婆媳"})
# 二 of these is the second, 两 counts them.
_SECOND_OF = frozenset({"次", "期", "代", "类", "胎", "维", "级"})
_ROOMS, _FOR_PERSONS = ("室", "房"), ("桌", "床", "座", "制")
_LOST = re.compile(r"[、，]?[\d一二两三四五六七八九十]{1,2}[负胜]")
_PLAIN = re.compile(r"[0-9]+(?:[-—–~～至到]{1,2}[0-9]+)?")
_WANTS_NUMBER = re.compile(
    r"(?:指数|总数|总量|达到?|[为至到是超约近破报涨跌]|收于?|[共合总]计|数量|等于|得分|评分|比分)[ :：为]?$"
)


def find_counted(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """The quantity whose numeral begins at ``start``."""
    amount = read_amount(text, start)
    if amount is None:
        return None
    ranged = read_range_end(text, amount)
    found = _with_unit(text, start, ranged, vocabulary) if ranged else None
    if found is None:
        found = _with_unit(text, start, amount, vocabulary)
        split = _with_split_power(text, start, amount, vocabulary)
        found = split if split and (found is None or split.end >= found.end) else found
    return found or find_number_alone(text, start, ranged or amount, vocabulary)


def _with_split_power(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """The 千 of 888千克 and 十千米 belongs to the unit; 三千米 stays 3000 m."""
    place = amount.end - 1
    if text[place] not in "千兆百" or place == start:
        return None
    unit = vocabulary.units.longest(text, place)
    shorter = read_amount(text[:place], start)
    if unit is None or not unit[0].startswith("MEASURE") or shorter is None or shorter.end != place:
        return None
    is_thousands = shorter.is_han and shorter.first < 10 and text.startswith("千米", place)
    return None if is_thousands else _with_unit(text, start, shorter, vocabulary)


def _with_unit(
    text: str, start: int, amount: Amount, vocabulary: Vocabulary, *, may_range: bool = True
) -> Found | None:
    place = amount.end + (text[amount.end : amount.end + 1] == " ")
    unit = vocabulary.units.longest(text, place)
    if unit is None:
        return _with_noun(text, start, amount, vocabulary)
    meaning, end = unit
    label, _, name = meaning.partition(" ")
    worded = Worded(text, start, amount, name, end, vocabulary)
    if not label or (label == "COUNT" and _is_part_of_noun(text, amount.end, end, vocabulary)):
        return _with_noun(text, start, amount, vocabulary)
    if (place > amount.end and label == "COUNT") or _is_no_unit(worded):
        return None
    found = None if _is_draw(worded) else _READERS[label](worded)
    if found is None and label in ("MONEY", "MEASURE"):
        found = _read_count(replace(worded, unit=worded.form))
    if found is None:
        return None
    found = _ranged(worded, found) if may_range else found
    return with_approximations(text, with_rate(text, found, vocabulary), vocabulary)


def _is_draw(worded: Worded) -> bool:
    """Whether the 平 of 14胜4平6负 counts matches and not square meters."""
    return worded.form == "平" and (
        worded.behind(1) == "胜" or _LOST.match(worded.text, worded.end) is not None
    )


def _is_part_of_noun(text: str, place: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a longer counted noun stands there: the 村 of 2000村民 is no classifier, 人 is one anyway."""
    noun = vocabulary.nouns.longest(text, place)
    return noun is not None and noun[1] > end and text[place] != "人"


def _is_no_unit(worded: Worded) -> bool:
    """Whether the form belongs to another word here: 三方, 十分, 三门峡."""
    form, following = worded.form, worded.ahead()
    if form in ("届", "级") and _CLASS.match(worded.text, worded.start):  # 2024届毕业生
        return True
    is_magnitude = _MAGNITUDE.match(worded.text, worded.end) is not None
    if form == "级" and following == "以" and not is_magnitude:  # 二级以上医院
        return True
    if form[-1].isascii() and form[-1].isalpha() and following.isascii() and following.isalnum():
        return True
    word = worded.vocabulary.words.longest(worded.text, worded.start)
    if word and word[1] >= worded.end:
        return True
    is_short = worded.amount.is_han and worded.amount.end - worded.start == 1
    is_whole = worded.start == 0 and worded.end == len(worded.text)
    is_fragile = is_short and not is_whole and form in worded.vocabulary.fragile
    is_sure = (
        (form == "度" and worded.behind(2) == "零下")
        or (form in ("毛", "角") and _SMALL_MONEY.match(worded.text, worded.end) is not None)
        or (form == "期" and worded.behind(1) in tuple("分共了续办近出第"))
        or (form == "口" and worded.behind(1) in ("家", "户"))
        or (form == "代" and (worded.behind(2) in _KIN or following == "人"))
        or (form == "里" and following in ("地", "路", "外"))
        or (form == "级" and is_magnitude)
    )
    return is_fragile and not is_sure


def _read_count(worded: Worded) -> Found | None:
    """Classifiers; 一家 is an article, 3号3栋 an address."""
    if worded.unit == "大" and (
        worded.amount.first > _MOST_LARGE or _AFTER_LARGE.match(worded.text, worded.end)
    ):
        return None
    if worded.amount.is_han and worded.amount.first == 0:  # 零件, 零部件
        return None
    if worded.unit in _SECOND_OF and worded.text[worded.start : worded.amount.end] == "二":  # 二次供水
        return None
    if worded.unit == "节" and _SPEED_AT_SEA.search(worded.behind(_LONGEST_BEFORE_SPEED)):
        return read_measure(replace(worded, unit="kn"))
    is_address = worded.behind(1) in ("号", "栋", "幢", "楼")
    is_size = worded.unit == "人" and worded.ahead() in _FOR_PERSONS  # 四人桌
    is_plan = worded.unit == "厅" and worded.behind(1) in _ROOMS  # 3室2厅
    if is_address or is_size or is_plan or (worded.amount.is_bare_one and not _is_contrast(worded)):
        return None
    return with_last_half(worded).found("COUNT", "count")


def _is_contrast(worded: Worded) -> bool:
    """Whether 一 counts here: 仅一家, or 一人 beside 二人 and before a list's 委员四名."""
    bound = approximation_before(worded.text, worded.start, worded.vocabulary)
    if _CONTRAST.search(worded.behind(3)) or bound == "at_least":
        return True
    listed = _LISTED.match(worded.text, worded.end)
    if listed and listed[1] == worded.unit and "一" <= worded.behind(1) <= "龥":
        return True
    following = read_amount(worded.text, worded.end)
    return (
        following is not None
        and not following.is_bare_one
        and worded.text.startswith(worded.unit, following.end)
    )


_READERS: Mapping[str, Callable[[Worded], Found | None]] = {
    "MONEY": read_money,
    "MEASURE": read_measure,
    "COUNT": _read_count,
    "PERCENT": read_share,
    "NUMBER": read_multiple,
}


def _with_noun(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """3.1万居民 counts 人; the noun stays outside."""
    noun = _counted_noun(text, amount.end, vocabulary)
    if noun is None or amount.is_bare_one or (amount.is_han and not amount.power):
        return None
    found = Found(start, amount.end, "COUNT", quantity_of(amount, noun[0]), "noun")
    approx = approximation_before(text, start, vocabulary)
    return replace(found, quantity=replace(found.quantity, approx=approx)) if approx else found


def _counted_noun(text: str, place: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """The unit that the noun gives and where it ends: 居民, 单身青年, or by its ending 接种者."""
    for _ in range(_MOST_ATTRIBUTES):
        found = vocabulary.nouns.longest(text, place)
        attribute = vocabulary.attributes.longest(text, place)
        if found or attribute is None:
            break
        place = attribute[1]
    person = vocabulary.person.match(text, place)
    return found or (("人", person.end()) if person else None)


def _ranged(worded: Worded, found: Found) -> Found:
    """A range whose both ends have the unit: 10%至15%, 1万元-5万元, 500元以上2000元以下."""
    bounds = _BOTH_BOUNDS.match(worded.text, found.end)
    separator = bounds or _SEPARATED.match(worded.text, found.end)
    if not separator or worded.amount.last is not None:
        return found
    amount = read_amount(worded.text, separator.end())
    if amount is None:
        return found
    second = _with_unit(worded.text, separator.end(), amount, worded.vocabulary, may_range=False)
    if (
        not second
        or second.quantity.to
        or (second.label, second.quantity.unit)
        != (
            found.label,
            found.quantity.unit,
        )
    ):
        return found
    if Decimal(second.quantity.amount) <= Decimal(found.quantity.amount):
        return found
    if bounds and second.quantity.approx != "at_most":
        return found
    approx = None if bounds else second.quantity.approx or found.quantity.approx
    return replace(
        found, end=second.end, quantity=replace(found.quantity, to=second.quantity.amount, approx=approx)
    )


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def find_number_alone(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """A number without a unit, where it says so itself (49.6, 1,200, 30万) or its neighbors do."""
    is_small = amount.is_han and _is_whole(amount.first) and max(amount.first, amount.last or 0) < _WAN
    if is_small or _UNITLESS.match(text, amount.end):
        return None
    words = text[start : amount.end]
    is_plain = _PLAIN.fullmatch(words) is not None
    is_led = _WANTS_NUMBER.search(text, max(0, start - 4), start) is not None
    if is_plain and not is_led and vocabulary.trailing.longest(text, amount.end) is None:
        return None
    is_followed = "一" <= text[amount.end : amount.end + 1] <= "龥"
    if is_plain and (len(words) > _LONGEST_PLAIN or (is_led and is_followed)):
        return None
    word = vocabulary.words.longest(text, start)
    if word and word[1] >= amount.end:
        return None
    before = vocabulary.money_before.search(text, max(0, start - 8), start)
    currency = vocabulary.money_words.longest(before[1], 0) if before else None
    if before and currency:  # 人民币500万
        money = Found(before.start(), amount.end, "MONEY", quantity_of(amount, currency[0]), "number")
        return with_approximations(text, money, vocabulary)
    found = Found(start, amount.end, "NUMBER", quantity_of(amount, None), "number")
    return with_approximations(text, found, vocabulary)
