"""Amounts with a unit: money, measures, counts, shares in 成 and 折, multiples, and numbers alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from core.numerals import EXACT, HAN_DIGITS, parse_number, plain
from core.recognition.amounts import Amount, read_amount, read_range_end
from core.recognition.quantities.found import Found, approximation_before, with_approximations, written
from core.recognition.quantities.vocabulary import Vocabulary
from core.values import Quantity

_SEPARATED = re.compile(r"(?:[（(]含[）)])?(?:至|到|——|--|—|－|-|–|~|～)")
_SMALL_MONEY = re.compile(
    rf"([\d{HAN_DIGITS}])(?:(角|毛)(?:([\d{HAN_DIGITS}])分)?|分|(?=[，。；、,.\s）)]|$))(?:钱)?"
)
_CENTS = re.compile(rf"零?([\d{HAN_DIGITS}])分(?!之|钟)")
_MONEY_TAIL = re.compile(r"(?:整|正)(?![\u4e00-\u9fff])|钱")
_HALF = re.compile(r"半(?![径年月天小导数夜路程山球])")
_DECIMALS = re.compile(r"(?:\d{1,2}|[一二三四五六七八九]{1,2})(?![\d.%万千百亿个人名元米公斤岁厘分点度家项])")
_WAN = 10000
_LONGEST_PLAIN = 6
_SCALES = {"华氏": "°F", "摄氏": "°C"}
_SMALLER = {"jiao": -1, "fen": -2}
_PER = re.compile(r"(?:/|／|每)(?:一)?")
_AFTER_SHARE = re.compile(r"[功为员立长绩果分本人年型熟套品就群交都语因见效婚像片虫药仙双对天器语]")
_AFTER_DISCOUNT = re.compile(r"[合算叠射磨腾旧返线页子桥]")
_AFTER_LARGE = re.compile(r"[^\u4e00-\u9fff“‘]|[的于约小]")
_TEMPERATURE = re.compile(r"(?:气温|温度|体温|高温|低温|水温|室温|调[高低到至])[^，。]{0,8}$")
_CONTRAST = re.compile(r"(?:只有|仅有|仅|只剩|不止|其中)$")
_UNITLESS = re.compile(
    r"[年月日号时点分秒周天世季岁届期路楼室房线铁中院街巷弄栋院]|个?(?:月|小时|星期|季度|半)|[A-Za-z]"
)
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
        whole, split = (
            _with_unit(text, start, amount, vocabulary),
            _with_split_power(text, start, amount, vocabulary),
        )
        found = split if split and (whole is None or split.end >= whole.end) else whole
    return found or find_number_alone(text, start, ranged or amount, vocabulary)


def _with_split_power(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """The 千 of 888千克 and 十千米 belongs to the unit; 三千米 stays 3000 m."""
    place = amount.end - 1
    if text[place] not in "千兆百" or place == start:
        return None
    unit = vocabulary.units.longest(text, place)
    if unit is None or not unit[0].startswith("MEASURE"):
        return None
    shorter = read_amount(text[:place], start)
    if (
        shorter is None
        or shorter.end != place
        or (shorter.is_han and text[place : place + 2] == "千米" and shorter.first < 10)
    ):
        return None
    return _with_unit(text, start, shorter, vocabulary)


def _with_unit(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    place = amount.end + (text[amount.end : amount.end + 1] == " ")
    unit = vocabulary.units.longest(text, place)
    if unit is None or not unit[0]:
        return None if unit else _with_noun(text, start, amount, vocabulary)
    meaning, end = unit
    label, _, name = meaning.partition(" ")
    form = text[place:end]
    if (place > amount.end and label == "COUNT") or _is_no_unit(text, start, amount, form, end, vocabulary):
        return None
    found = _READERS[label](text, start, amount, name, end, vocabulary)
    return with_approximations(text, _with_rate(text, found, vocabulary), vocabulary) if found else None


def _is_no_unit(text: str, start: int, amount: Amount, form: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the form belongs to another word here: 三方, 十分, an article 一个."""
    following = text[end : end + 1]
    if form[-1].isascii() and form[-1].isalpha() and following.isascii() and following.isalnum():
        return True
    word = vocabulary.words.longest(text, start)
    if word and word[1] >= end:
        return True
    is_cold = form == "度" and text[max(0, start - 2) : start] == "零下"
    is_whole = start == 0 and end == len(text)
    is_short = amount.is_han and amount.end - start == 1
    return is_short and form in vocabulary.fragile and not is_cold and not is_whole


def _read_money(
    text: str, start: int, amount: Amount, code: str, end: int, vocabulary: Vocabulary
) -> Found | None:
    first, last = amount.first, amount.last
    if code in _SMALLER:
        return _read_small_money(text, start, amount, code, end, vocabulary)
    if text[amount.end : end] in ("块", "元", "圆", "块钱"):
        if text[amount.end : end] == "块" and not _is_money_piece(text, end, amount):
            return _read_count(text, start, amount, "块", end, vocabulary)
        small, end = _small_money(text, end) if last is None else (Decimal(0), end)
        first = EXACT.add(first, small)
    tail = _MONEY_TAIL.match(text, end)
    end = tail.end() if tail else end
    word = vocabulary.money_words.longest(text, end)
    if word:
        code, end = word
    before = vocabulary.money_before.search(text, max(0, start - 8), start)
    if before:
        start, code = before.start(), vocabulary.money_words.longest(before[1], 0)[0]  # type: ignore[index]
    return _ranged(
        text, Found(start, end, "MONEY", _quantity(first, last, code, amount), "money"), amount, vocabulary
    )


def _read_small_money(
    text: str, start: int, amount: Amount, code: str, end: int, vocabulary: Vocabulary
) -> Found:
    """八毛, 五角八分, 三十分钱, in 元."""
    exponent = _SMALLER[code]
    first = amount.first.scaleb(exponent)
    last = amount.last.scaleb(exponent) if amount.last is not None else None
    cents = _CENTS.match(text, end) if code == "jiao" and last is None else None
    if cents:
        first, end = EXACT.add(first, parse_number(cents[1]).scaleb(-2)), cents.end()
    return Found(start, end, "MONEY", _quantity(first, last, "CNY", amount), "money")


def _is_money_piece(text: str, end: int, amount: Amount) -> bool:
    """块 is money before 钱, small money or the end of a phrase."""
    following = text[end : end + 1]
    return (
        not "一" <= following <= "龥"
        or following in "钱的左上以多"
        or _SMALL_MONEY.match(text, end) is not None
    )


def _small_money(text: str, end: int) -> tuple[Decimal, int]:
    """三元五角八分, 十块三, 12块5毛: what follows the 元, in 元."""
    if text[end : end + 1] == "零":
        cents = _CENTS.match(text, end)
        return (parse_number(cents[1]).scaleb(-2), cents.end()) if cents else (Decimal(0), end)
    small = _SMALL_MONEY.match(text, end)
    if not small:
        return Decimal(0), end
    if small[2] is None and (
        text[end + 1 : end + 2] == "分" or (text[end - 1] == "元" and text[end].isascii())
    ):
        cents = _CENTS.match(text, end)
        return (parse_number(small[1]).scaleb(-2), cents.end()) if cents else (Decimal(0), end)
    value = parse_number(small[1]).scaleb(-1)
    return value + (parse_number(small[3]).scaleb(-2) if small[3] else 0), small.end()


def _read_measure(
    text: str, start: int, amount: Amount, unit: str, end: int, vocabulary: Vocabulary
) -> Found | None:
    first = amount.first
    if amount.last is None:
        end, first = _half_after(text, end, first)
        end, first = _decimals_after(text, end, first) if unit == "m" else (end, first)
    scale = _SCALES.get(text[max(0, start - 2) : start]) if unit == "°" else None
    if scale:  # 华氏98度
        start, unit = start - 2, scale
    start, first = _below_zero(text, start, first) if unit in ("°C", "°F", "°") else (start, first)
    if unit == "°" and (
        (start < amount.end - 1 and text[start] == "零")
        or _TEMPERATURE.search(text, max(0, start - 12), start)
    ):
        unit = "°C"
    quantity = _quantity(first, amount.last, unit, amount)
    quantity = replace(quantity, si=vocabulary.measures[unit].to_si(first))
    if text[end : end + 1] == "来" and text[end + 1 : end + 2] in tuple("高长宽深远厚粗重"):
        end, quantity = end + 1, replace(quantity, approx="about")
    return _ranged(text, Found(start, end, "MEASURE", quantity, "measure"), amount, vocabulary)


def _half_after(text: str, end: int, first: Decimal) -> tuple[int, Decimal]:
    """三斤半."""
    half = _HALF.match(text, end)
    return (half.end(), EXACT.add(first, Decimal("0.5"))) if half else (end, first)


def _decimals_after(text: str, end: int, first: Decimal) -> tuple[int, Decimal]:
    """1米83 is 1.83 m."""
    decimals = _DECIMALS.match(text, end)
    if not decimals or first % 1:
        return end, first
    digits = "".join(plain(parse_number(digit)) for digit in decimals[0])
    return decimals.end(), EXACT.add(first, Decimal(f"0.{digits}"))


def _below_zero(text: str, start: int, first: Decimal) -> tuple[int, Decimal]:
    if text[max(0, start - 2) : start] in ("零下", "零度"):
        return start - 2, -first
    return start, first


def _read_count(
    text: str, start: int, amount: Amount, unit: str, end: int, vocabulary: Vocabulary
) -> Found | None:
    if unit == "大" and (_AFTER_LARGE.match(text, end) or amount.first > 100 or end == len(text)):
        return None
    is_address = text[max(0, start - 1) : start] in ("号", "栋", "幢")
    if is_address or (amount.is_bare_one and not _is_contrast(text, start, unit, end)):
        return None
    return _ranged(
        text,
        Found(start, end, "COUNT", _quantity(amount.first, amount.last, unit, amount), "count"),
        amount,
        vocabulary,
    )


def _is_contrast(text: str, start: int, unit: str, end: int) -> bool:
    """Whether 一 counts here: 仅一家, or 一人 beside 二人."""
    if _CONTRAST.search(text, max(0, start - 3), start):
        return True
    following = read_amount(text, end)
    return following is not None and text.startswith(unit, following.end)


def _read_share(
    text: str, start: int, amount: Amount, unit: str, end: int, vocabulary: Vocabulary
) -> Found | None:
    if unit == "tenth":
        return _read_tenths(text, start, amount, end)
    if unit == "discount":
        return _read_discount(text, start, amount, end)
    if unit == "basis":
        amount, unit = replace(amount, first=amount.first / 100, last=amount.last and amount.last / 100), "pp"
    quantity = _quantity(amount.first, amount.last, unit, amount)
    return _ranged(text, Found(start, end, "PERCENT", quantity, "percent"), amount, vocabulary)


def _read_tenths(text: str, start: int, amount: Amount, end: int) -> Found | None:
    """八成, 三成五 (35)."""
    if amount.first > 10 or (amount.is_bare_one and text[end : end + 1] == "不"):
        return None
    first, last = amount.first * 10, amount.last and amount.last * 10
    if (
        text[end : end + 1]
        and text[end] in "一二三四五六七八九"
        and text[end + 1 : end + 2] not in tuple("成个大")
    ):
        first, end = first + parse_number(text[end]), end + 1
    elif _AFTER_SHARE.match(text, end):
        return None
    return Found(start, end, "PERCENT", _quantity(first, last, "%", amount), "tenths")


def _read_discount(text: str, start: int, amount: Amount, end: int) -> Found | None:
    """七折 is 70 percent, 八五折 and 8.5折 are 85."""
    if _AFTER_DISCOUNT.match(text, end) or amount.first >= 100:
        return None
    factor = 10 if amount.first < 10 else 1
    last = amount.last and amount.last * factor
    first = amount.first * factor
    if last is not None and amount.is_han and amount.end - start == 2:
        first, last = amount.first * 10 + (amount.last or 0), None
    return Found(start, end, "PERCENT", _quantity(first, last, "%", amount), "discount")


def _read_multiple(
    text: str, start: int, amount: Amount, unit: str, end: int, vocabulary: Vocabulary
) -> Found | None:
    if text[end : end + 1] in tuple("率数增感速体"):
        return None
    first = amount.first
    if amount.last is None:
        end, first = _half_after(text, end, first)
    return _ranged(
        text,
        Found(start, end, "NUMBER", _quantity(first, amount.last, unit, amount), "multiple"),
        amount,
        vocabulary,
    )


_Reader = Callable[[str, int, Amount, str, int, Vocabulary], Found | None]
_READERS: dict[str, _Reader] = {
    "MONEY": _read_money,
    "MEASURE": _read_measure,
    "COUNT": _read_count,
    "PERCENT": _read_share,
    "NUMBER": _read_multiple,
}


def _with_noun(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """3.1万居民 counts 人; the noun stays outside."""
    noun = vocabulary.nouns.longest(text, amount.end)
    if noun is None or amount.is_bare_one or (amount.is_han and not amount.power):
        return None
    found = Found(start, amount.end, "COUNT", _quantity(amount.first, amount.last, noun[0], amount), "noun")
    approx = approximation_before(text, start, vocabulary)
    return replace(found, quantity=replace(found.quantity, approx=approx)) if approx else found


def _quantity(first: Decimal, last: Decimal | None, unit: str | None, amount: Amount) -> Quantity:
    return Quantity(written(first), written(last) if last is not None else None, unit, approx=amount.approx)


def _ranged(text: str, found: Found, amount: Amount, vocabulary: Vocabulary) -> Found:
    """A range whose both ends have the unit: 10%至15%, 1万元-5万元."""
    separator = _SEPARATED.match(text, found.end)
    if not separator or amount.last is not None:
        return found
    place = separator.end()
    if text.startswith("零下", place):
        place += 2
    second_amount = read_amount(text, place)
    second = second_amount and _with_unit(text, place, second_amount, vocabulary)
    if (
        not second
        or (second.label, second.quantity.unit) != (found.label, found.quantity.unit)
        or second.quantity.to
    ):
        return found
    if Decimal(second.quantity.amount) <= Decimal(found.quantity.amount):
        return found
    quantity = replace(
        found.quantity, to=second.quantity.amount, approx=second.quantity.approx or found.quantity.approx
    )
    return replace(found, end=second.end, quantity=quantity)


def _with_rate(text: str, found: Found, vocabulary: Vocabulary) -> Found:
    """8000元/亩 and 每亩8000元: what the quantity is per; these words stay outside."""
    after = _PER.match(text, found.end)
    rate = vocabulary.rates.longest(text, after.end()) if after else None
    if rate is None:
        before = vocabulary.rate_before.search(text, max(0, found.start - 12), found.start)
        rate = vocabulary.rates.longest(before[1], 0) if before else None
    return replace(found, quantity=replace(found.quantity, per=rate[0])) if rate else found


def find_number_alone(text: str, start: int, amount: Amount, vocabulary: Vocabulary) -> Found | None:
    """A number without a unit, where it says so itself (49.6, 1,200, 30万) or its neighbors do."""
    is_small = amount.is_han and amount.first % 1 == 0 and max(amount.first, amount.last or 0) < _WAN
    if is_small or text.startswith("+", amount.end) or _UNITLESS.match(text, amount.end):
        return None
    words = text[start : amount.end]
    is_plain = words.isascii() and words.isdigit()
    is_led = _WANTS_NUMBER.search(text, max(0, start - 4), start) is not None
    if is_plain and not is_led and vocabulary.trailing.longest(text, amount.end) is None:
        return None
    is_followed = "一" <= text[amount.end : amount.end + 1] <= "龥"
    if is_plain and (len(words) > _LONGEST_PLAIN or (is_led and is_followed)):
        return None
    word = vocabulary.words.longest(text, start)
    if word and word[1] >= amount.end:
        return None
    found = Found(start, amount.end, "NUMBER", _quantity(amount.first, amount.last, None, amount), "number")
    return with_approximations(text, found, vocabulary)
