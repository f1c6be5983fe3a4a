"""Amounts in running text: a numeral with what makes it vague, or two of them that make a range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from core.language.numerals import (
    ARABIC,
    EXACT,
    HAN,
    HAN_DIGITS,
    LARGE_POWERS,
    LONGEST,
    SMALL_POWERS,
    parse_arabic,
    parse_number,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What an expression of number says, and where it ends.

    ``last`` ends a range. ``approx`` is what the numeral itself says (上千 ``at_least``, 几十 ``about``).
    ``power`` is the power of ten that ends the wording (万 4), which 2—3万 lends to its 2. ``is_bare_one``
    is true of 一 alone, which is more often an article than a count; ``is_han`` of all-Chinese wordings.
    """

    end: int
    first: Decimal
    last: Decimal | None = None
    approx: str | None = None
    power: int = 0
    is_han: bool = False
    is_bare_one: bool = False


_POWERS = f"{SMALL_POWERS}{LARGE_POWERS}"
_EXPONENTS = dict(zip("十拾百佰千仟万萬亿億兆", (1, 1, 2, 2, 3, 3, 4, 4, 8, 8, 12), strict=True))
_EXPONENTS |= {"k": 3, "K": 3, "w": 4, "W": 4}
_PLAIN = re.compile(
    rf"([-−+负])?({ARABIC})"
    rf"(?: ?([{_POWERS}]{{1,3}})|([kKwW])(?![A-Za-z·0-9电高超分视影画屏显]))?(?![\d{HAN_DIGITS}{_POWERS}])"
)
_MIXED = re.compile(
    rf"负?(?:{ARABIC}|{HAN})(?: ?[{_POWERS}])?"
    rf"(?:[\d{HAN_DIGITS}{_POWERS}廿卅卌]|(?<=\d),(?=\d{{3}}(?!\d))){{0,48}}"
    rf"(?:点[\d{HAN_DIGITS}]{{1,48}}[万亿]*)?"
)
_VAGUE = re.compile(rf"(?:(好?几|数|上|成)(?=[{_POWERS}])|近(?=[百千万亿]))?([{_POWERS}]{{1,3}})")
# 百十块钱, 千把块钱, 投资百万元: powers that stand for a rough number, or for one in the larger unit.
_ROUGH = re.compile(r"(百)八?十(?=[个人名家户块元里斤亩号来])|([百千万])把(?=[个人名家户块元里斤亩])")
_LARGE_SUMS = re.compile(
    r"(?<!位：)(?:[十百千]万|[百千]亿|万亿)(?=(?:[美欧港日]元|元(?![店机])|人次|吨|千瓦))"
)
# 十几, 三十几万, 一百几十, 三千几百, 八百几: what 几 stands for is below the power before it.
_SOME = re.compile(
    rf"((?:[{HAN_DIGITS}]?[百千万]){{0,3}}[{HAN_DIGITS}]?[十百千万]|廿|卅|\d0)几([十百千]?)([百千万亿]*)"
)
# 百名学子, 千家企业: a power that stands for its own round number.
_ROUND = re.compile(
    r"[百千万](?=(?:名|位(?![数上])|[对辆架艘台件项种场个亩]|人次)|家(?:企业|单位|机构|媒体|商[户家]|门?店|工厂|景区)"
    r"|户(?:居民|家庭|农户|村民|群众|商户))(?<![\d一二两三四五六七八九十百千万亿几数上成好第].)"
)
_LED = re.compile(r"(?:[近约超逾破达]|不足|不到|不下|接近|将近|至少|(?P<over>(?<![经通不])过))$")
_MORE = re.compile(
    r"(?:余(?![震额])|多|来(?=[万亿个名位家岁人户块元斤公米吨亩次种条件只台辆度平头座所间箱桶里]))(?!数)([万亿]{0,2})"
)
_PLUS = re.compile(r"\+(?![\dA-Za-z])")
_NEIGHBORS = re.compile(r"一二|一两|二三|两三|三四|四五|五六|六七|七八|八九|三五|三两")
_LISTED = re.compile(
    rf"([二三四五六七八])、([三四五六七八九])(?:([{_POWERS}]{{1,3}})|(?=[年天月周个名人次岁户家件条米里公吨斤小分]))"
)
_LISTED_PAIRS = frozenset({"二三", "三四", "四五", "五六", "六七", "七八", "八九"})
_HAN_ONLY = re.compile(rf"[{HAN_DIGITS}]+")
_PIECES = re.compile(r"个(多?)([万亿]+)")
SEPARATOR = re.compile(r" ?(?:[（(]含[）)])?(?:至|到|——|--|—|－|-|–|~|～|〜|﹣) ?")


def read_amount(text: str, place: int) -> Amount | None:
    """The amount that begins at ``place`` of folded text, without its unit.

    >>> found = read_amount("三五百人", 0)
    >>> found.first, found.last, found.end
    (Decimal('300'), Decimal('500'), 3)
    """
    shape = _PLAIN.match(text, place)
    if shape:
        return _with_more(text, _read_plain(shape))
    return _read_vague(text, place) or _read_listed(text, place) or _read_mixed(text, place)


def _read_plain(shape: re.Match[str]) -> Amount | None:
    sign, digits, powers, letter = shape.groups()
    if len(digits) > LONGEST:
        return None
    exponent = sum(_EXPONENTS[power] for power in powers or letter or "")
    number = parse_arabic(digits).scaleb(exponent, EXACT)
    return Amount(shape.end(), -number if sign in ("-", "−", "负") else number, power=exponent)


def _with_more(text: str, amount: Amount | None) -> Amount | None:
    """余 and 多 within the wording: 500多万, 2000余."""
    if amount is None or amount.last is not None:
        return amount
    pieces = _PIECES.match(text, amount.end)
    if pieces:  # 两个亿
        exponent = sum(_EXPONENTS[power] for power in pieces[2])
        approx = "more" if pieces[1] else amount.approx
        first = EXACT.scaleb(amount.first, exponent)
        return replace(amount, end=pieces.end(), first=first, approx=approx, power=exponent)
    plus = _PLUS.match(text, amount.end)  # 10万+, 3000+件
    if plus:
        return replace(amount, end=plus.end(), approx="at_least")
    more = _MORE.match(text, amount.end)
    if not more or (amount.first % 10 and more[0][0] != "余" and not more[1] and not amount.power):
        return amount
    exponent = sum(_EXPONENTS[power] for power in more[1])
    approx = "about" if more[0][0] == "来" else "more"
    first = EXACT.scaleb(amount.first, exponent) if exponent else amount.first
    return replace(amount, end=more.end(), first=first, approx=approx, power=amount.power + exponent)


def _read_vague(text: str, place: int) -> Amount | None:
    """几十, 数百, 上千 and the bare powers of 近千 and 百余."""
    some = _SOME.match(text, place)
    if some:
        return _read_some(some)
    rough = _ROUGH.match(text, place)
    if rough:
        exponent = _EXPONENTS[rough[1] or rough[2]]
        return Amount(rough.end(), Decimal(1).scaleb(exponent), None, "about", exponent, is_han=True)
    large = _LARGE_SUMS.match(text, place)
    if large:
        exponent = sum(_EXPONENTS[power] for power in large[0])
        return Amount(large.end(), Decimal(1).scaleb(exponent), None, None, exponent, is_han=True)
    vague = _VAGUE.match(text, place)
    if not vague or (not vague[1] and vague[2][0] == "十"):
        return None
    exponent = sum(_EXPONENTS[power] for power in vague[2])
    unit = Decimal(1).scaleb(exponent)
    if vague[1] in ("几", "好几", "数"):
        found: Amount | None = Amount(vague.end(), unit, 9 * unit, "about", exponent, is_han=True)
    elif vague[1]:
        found = Amount(vague.end(), unit, None, "at_least", exponent, is_han=True)
    else:
        found = _with_more(text, Amount(vague.end(), unit, None, None, exponent, is_han=True))
        led = _LED.search(text, max(0, place - 2), place)
        if found and led and led["over"]:  # 过亿元
            return replace(found, approx="more")
        return found if found and (found.approx or led or _ROUND.match(text, place)) else None
    return found


def _read_some(shape: re.Match[str]) -> Amount | None:
    """十几 is 11 to 19, 一百几十 110 to 190, 八百几 more than 800."""
    base, lower, powers = shape.groups()
    exponent = sum(_EXPONENTS[power] for power in powers)
    known = _parse(base)
    if known is None:
        return None
    first = EXACT.scaleb(known.first, exponent)
    if not lower and base[-1] in "百千万":
        return Amount(shape.end(), first, None, "more", exponent, is_han=True)
    one = Decimal(1).scaleb(exponent + (_EXPONENTS[lower] if lower else 0))
    return Amount(shape.end(), first + one, first + 9 * one, "about", exponent, is_han=True)


def _read_listed(text: str, place: int) -> Amount | None:
    """七、八年, 三、四十个: neighbors with a comma between them; no 第三、四节, no 一、二、三."""
    shape = _LISTED.match(text, place)
    if not shape or text[place - 1 : place] in ("第", "、") or shape[1] + shape[2] not in _LISTED_PAIRS:
        return None
    powers = shape[3] or ""
    first, last = (parse_number(f"{digit}{powers}") for digit in shape.group(1, 2))
    return Amount(shape.end(), first, last, power=_ending_power(powers), is_han=True)


def _read_mixed(text: str, place: int) -> Amount | None:
    """The longest stretch that is a numeral: the 千 of 十千米 goes back to its unit."""
    shape = _MIXED.match(text, place)
    if not shape:
        return None
    for end in range(shape.end(), max(place, shape.end() - 3), -1):
        found = _parse(text[place:end])
        if found:
            return _with_more(text, replace(found, end=end))
    return None


def _parse(words: str) -> Amount | None:
    pair = _NEIGHBORS.search(words)
    try:
        if pair and "点" not in words and not (len(words) > 2 and _HAN_ONLY.fullmatch(words)):
            return _parse_neighbors(words, pair.start())
        number = parse_number(words)
    except ValueError:
        return None
    is_han = not any(sign.isascii() for sign in words)
    return Amount(0, number, power=_ending_power(words), is_han=is_han, is_bare_one=words == "一")


def _parse_neighbors(words: str, place: int) -> Amount:
    """三五百 is 300 to 500, 一万六七 16,000 to 17,000: each digit in its turn."""
    before, first, last, after = words[:place], words[place], words[place + 1], words[place + 2 :]
    return Amount(
        0,
        parse_number(before + first + after),
        parse_number(before + last + after),
        power=_ending_power(words),
        is_han=True,
    )


def _ending_power(words: str) -> int:
    """The last run of large powers, else of small ones: 万 in 一百五十万, 百 in 三百."""
    large = words[len(words.rstrip(LARGE_POWERS)) :]
    small = words[len(words.rstrip(SMALL_POWERS)) :]
    return sum(_EXPONENTS[power] for power in large or small)


def read_range_end(text: str, first: Amount) -> Amount | None:
    """The amount of a range whose beginning is ``first``: 至8000 after 6000, —3万 after 2.

    >>> found = read_range_end("2—3万元", Amount(1, Decimal(2)))
    >>> found.first, found.last, found.end
    (Decimal('2E+4'), Decimal('3E+4'), 4)
    """
    separator = SEPARATOR.match(text, first.end)
    if not separator or first.last is not None:
        return None
    second = read_amount(text, separator.end())
    if second is None or second.last is not None:
        return None
    begin = first.first
    is_lent = (not first.power and second.power) or first.power < 4 <= second.power
    if is_lent and begin < EXACT.scaleb(second.first, -second.power):
        begin = begin.scaleb(second.power, EXACT)
    if begin >= second.first:
        return None
    approx = second.approx or first.approx
    return replace(
        second, first=begin, last=second.first, approx=approx, is_han=first.is_han and second.is_han
    )
