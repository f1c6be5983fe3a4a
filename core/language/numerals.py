"""Numerals: Chinese, Arabic and mixed, and the exact decimals that they stand for.

``ARABIC`` and ``HAN`` find what may be a numeral, ``parse_number`` decides and gives its value. All work on
folded text: digits and signs in half width (``fold``), characters Simplified.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from itertools import pairwise

# Products and sums of numerals are exact; a context that had to round would raise.
EXACT = Context(prec=400, traps=[Inexact])

# No amount is written with more signs; a longer run is a serial number, or meant to hurt.
LONGEST = 60

# Financial forms (大写) after 《支付结算办法》附一; 幺 俩 仨 洞 拐 are spoken ones.
_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True))
_DIGITS |= dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True))
_DIGITS |= {"○": 0, "Ｏ": 0, "两": 2, "幺": 1, "弌": 1, "俩": 2, "仨": 3, "貳": 2, "參": 3, "陸": 6, "貮": 2}
_DIGITS |= {"洞": 0, "拐": 7}
_POWERS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}

HAN_DIGITS = "零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺俩仨"
SMALL_POWERS = "十百千拾佰仟"
LARGE_POWERS = "万亿兆萬億"
# 75·67%: a middle dot is a decimal point only where a share or a power of ten follows, and no date does.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+|[·•]\d+(?=[%‰万亿倍]|个百分点))?"
# No numeral is longer; a bound keeps a page of 一一一一 from taking minutes.
HAN = rf"[{HAN_DIGITS}{SMALL_POWERS}{LARGE_POWERS}廿卅卌]{{1,48}}"

_FOLDED = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i) not in "!\"'(),:;<>?[]{}"}
_FOLDED |= {ord("．"): ord("."), ord("％"): ord("%"), ord("−"): ord("-"), ord("○"): ord("〇"), 0x3000: 0x20}
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]+")

_WRITTEN_ALIKE = str.maketrans({",": "", "，": "", "·": ".", "•": "."})
_PLAIN = re.compile(rf"([-−+负]?)(\d[\d,，]*(?:[.·•]\d+)?) ?([{SMALL_POWERS}{LARGE_POWERS}]*)")
_DIGIT_STRING = re.compile(rf"[{HAN_DIGITS}洞拐]+")
_LARGE_OR_SMALL = ("兆", "亿億", "万萬", "千仟", "百佰", "十拾")


def fold(text: str) -> str:
    """The text with digits, letters and signs in half width; the length stays.

    >>> fold("３．５％，ＧＤＰ")
    '3.5%，GDP'
    """
    return _FOLDABLE.sub(lambda found: found[0].translate(_FOLDED), text)


def plain(number: Decimal) -> str:
    """A number as DESIGN writes it: no exponent, no zeros after the last digit of a fraction.

    >>> plain(Decimal("4.240E+8")), plain(Decimal("0.50"))
    ('424000000', '0.5')
    """
    written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def parse_number(text: str) -> Decimal:
    """The value of one numeral; ValueError where it is none.

    >>> parse_number("三万五千"), parse_number("8.231万亿"), parse_number("一百二")
    (Decimal('35000'), Decimal('8.231E+12'), Decimal('1.2E+2'))
    """
    if len(text) > LONGEST:
        raise ValueError(f"no numeral is so long: {text[:10]}…")
    shape = _PLAIN.fullmatch(text)
    if shape:
        sign, digits, powers = shape.groups()
        number = parse_arabic(digits).scaleb(_exponent(powers), EXACT)
        return -number if sign in ("-", "−", "负") and sign else number
    if text[:1] in ("负", "-", "−") and len(text) > 1:
        return -parse_number(text[1:])
    for short, long in _TENS.items():
        text = text.replace(short, long)
    return _parse_mixed(text)


def parse_arabic(digits: str) -> Decimal:
    """The value of Arabic digits with their separators and point.

    >>> parse_arabic("1,234.5"), parse_arabic("75·67")
    (Decimal('1234.5'), Decimal('75.67'))
    """
    return Decimal(digits.translate(_WRITTEN_ALIKE))


def _exponent(powers: str) -> int:
    """万亿 is 12; the powers may only grow (千万, 百亿, 万亿), but for 千万亿 and the like."""
    if len(powers) > 3 or any(a in LARGE_POWERS and b in SMALL_POWERS for a, b in pairwise(powers)):
        raise ValueError(f"not a numeral: {powers}")
    return sum(_POWERS[power] for power in powers)


def _parse_mixed(text: str) -> Decimal:
    if not text:
        raise ValueError("no numeral")
    if _FINANCIAL.search(text):  # 入伍十八年
        raise ValueError(f"financial and common forms in one numeral: {text}")
    if _DIGIT_STRING.fullmatch(text):
        if "两" in text[1:]:
            raise ValueError(f"not a numeral: {text}")  # 二两 weighs
        return Decimal("".join(str(_DIGITS[digit]) for digit in text))
    for group in _LARGE_OR_SMALL:
        place = max(text.rfind(power) for power in group)
        if place >= 0:
            return _parse_around(text[:place], group, text[place + 1 :])
    return _parse_decimal(text)


def _parse_decimal(text: str) -> Decimal:
    """Digits around 点 or a point: 一点五, 3.14, 一百点123 has its hundred taken off before."""
    whole, point, decimals = text.partition("点")
    if not point:
        return Decimal(_arabic_digits(text))
    if not decimals or "." in text:
        raise ValueError(f"not a numeral: {text}")
    return Decimal(f"{_arabic_digits(whole)}.{_arabic_digits(decimals)}")


_FINANCIAL = re.compile("[壹贰叁肆伍陆柒捌玖][十百千]")
_BOTH_SCRIPTS = re.compile(rf"[{HAN_DIGITS[3:]}]\d|\d[{HAN_DIGITS[3:]}]")


def _arabic_digits(text: str) -> str:
    if _BOTH_SCRIPTS.search(text):  # the 六2 of 周六2.3万人次
        raise ValueError(f"digits of two scripts: {text}")
    digits = "".join(str(_DIGITS.get(sign, sign)) for sign in text)
    if not re.fullmatch(r"\d+(?:\.\d+)?", digits, re.ASCII) or "两" in text[1:]:
        raise ValueError(f"not a numeral: {text}")
    return digits


def _parse_around(left: str, group: str, right: str) -> Decimal:
    """What stands before and after the power of ten ``group`` (万, 百, …), the last of its kind."""
    power = _POWERS[group[0]]
    large = group[0] in LARGE_POWERS
    if "点" in right:
        whole, _, decimals = right.partition("点")
        below = _below(whole, power, bool(whole)) if whole else Decimal(0)
        return EXACT.add(
            EXACT.add(_times(left, power, large), below), Decimal(f"0.{_arabic_digits(decimals)}")
        )
    return EXACT.add(_times(left, power, large), _below(right, power, True))


def _times(left: str, power: int, large: bool) -> Decimal:
    if not left and power == 1:
        return Decimal(10)
    if left == "零" and power == 1:  # 一千零十
        return Decimal(10)
    if not left:
        raise ValueError("a power of ten alone")
    factor = (
        parse_number(left.lstrip("零〇"))
        if large or (left[:1] in "零〇" and len(left) > 1)
        else _factor(left)
    )
    return factor.scaleb(power, EXACT)


def _factor(left: str) -> Decimal:
    """What may stand before 十 百 千: one digit or an Arabic number."""
    if len(left) == 1 and left in _DIGITS and _DIGITS[left]:
        return Decimal(_DIGITS[left])
    if re.fullmatch(r"\d+(?:\.\d+)?", left, re.ASCII):
        return Decimal(left)
    if left[0] in HAN_DIGITS and "点" in left and not any(power in left for power in _POWERS):
        return _parse_decimal(left)
    raise ValueError(f"not before a power of ten: {left}")


def _below(right: str, power: int, elliptical: bool) -> Decimal:
    """What follows a power of ten: less than it, 五 in 三万五 being 五千."""
    if not right:
        return Decimal(0)
    digit = _DIGITS.get(right, int(right) if right.isdecimal() else 0) if len(right) == 1 else 0
    if elliptical and digit:
        return Decimal(digit).scaleb(power - 1 if power > 1 else 0, EXACT)
    bare = right.lstrip("零〇")
    if not bare:
        raise ValueError(f"a zero at the end: {right}")
    if len(bare) > 1 and _DIGIT_STRING.fullmatch(bare):
        raise ValueError(f"digits after a power of ten: {right}")
    if bare[0] in "百佰" and len(bare) < len(right):  # 一万零百一十一
        bare = "一" + bare
    number = parse_number(bare)
    if number < 0 or number >= Decimal(1).scaleb(power):
        raise ValueError(f"more than the power before it: {right}")
    return number


_SPOKEN = "零一二三四五六七八九"


def to_chinese(number: Decimal) -> str:
    """A number as it is read out, for texts and tests; the inverse of ``parse_number``.

    >>> to_chinese(Decimal("10500.25"))
    '一万零五百点二五'
    """
    if number < 0:
        return "负" + to_chinese(-number)
    whole, _, decimals = plain(number).partition(".")
    words = _whole_words(int(whole)) or "零"
    return words + ("点" + "".join(_SPOKEN[int(digit)] for digit in decimals) if decimals else "")


def _whole_words(number: int) -> str:
    for power, name in ((8, "亿"), (4, "万"), (3, "千"), (2, "百"), (1, "十")):
        head, rest = divmod(number, 10**power)
        if head:
            gap = "零" if rest and rest < 10 ** (power - 1) else ""
            return _whole_words(head) + name + gap + _whole_words(rest)
    return _SPOKEN[number] if number else ""
