"""Measures: 8.46万亩, 零下5℃, 三斤半, 1米83, with their SI values."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from core.language.numerals import ARABIC, EXACT, parse_number, plain
from core.recognition.amounts import read_amount
from core.recognition.quantities.found import Found, Worded, quantity_of, with_approximations
from core.recognition.quantities.vocabulary import Vocabulary
from core.values import Quantity

HALF = re.compile(r"半(?![价径年月天小导数夜路程山球])")
_LAST_HALF = re.compile(r"半(?![\u4e00-\u9fff])")
_DECIMALS = re.compile(r"(?:\d{1,2}|[一二三四五六七八九]{1,2})(?![\d.%万千百亿个人名元米公斤岁厘分点度家项])")
# 三十七度二, 38度5: one digit behind the degrees.
_TENTHS = re.compile(r"[\d一二三四五六七八九](?![\d.%万千百亿个多多年月日点时分秒以左上])(?=[\W的了，]|$)")
_SPEED = re.compile(r"(?P<h>时速)[^\d，。；]{0,6}$|(?P<s>秒速)[^\d，。；]{0,6}$")
# 16G内存, 100兆宽带: letters and 兆 alone are data where memory or a line is spoken of.
_DATA = {"G": "GB", "T": "TB", "M": "MB", "兆": "MB"}
_STORAGE = re.compile(
    r"[的大]?(?:内存|运存|显存|存储|储存|流量|硬盘|固态|闪存|[UＵ]盘|网盘|云盘|空间|容量|数据|文件)"
)
_LINE = re.compile(r"[的大]?(?:宽带|光纤|网速|带宽|光网|网络)")
_LINE_SPEEDS = {"G": "Gbps", "M": "Mbps", "兆": "Mbps"}
_LAST_GENERATION = 6
_SCALES = {"华氏": "°F", "摄氏": "°C"}
_TEMPERATURE = re.compile(r"(?:气温|温度|体温|高温|低温|水温|室温|调[高低到至]|烧到|发烧|高烧)[^，。]{0,8}$")
_LETTERED = re.compile(rf"({ARABIC}) ?([GTM兆])")
_WEATHER = re.compile(
    r"气温|低温|高温|降温|升温|回温|冷空气|冷气团|寒潮|寒流|气象[台局署]|晴|阵雨|季候风|天文台|转凉|回暖|寒冷|酷热|炎热"
)
# 用电200度, 外送620亿度: nothing is so hot.
_ELECTRIC, _MANY = re.compile(r"(?:用电|电量|耗电|发电|节电|送电|省电|供电)[^，。；\d]{0,6}$"), 10000
_ANGLE = re.compile(r"[角转旋斜仰俯坡纬经酒烈]")
_DIMENSIONS = frozenset("高长宽深远厚粗重")


def read_measure(worded: Worded) -> Found:
    """An amount of a unit of measure; temperatures may be below zero, lengths go on behind 米."""
    worded = _on_scale(with_half(worded))
    if worded.unit == "m":
        worded = _with_decimals(worded, _DECIMALS)
    elif worded.form == "度":
        worded = _with_decimals(worded, _TENTHS)
    worded = _with_finer(worded)
    quantity = quantity_of(worded.amount, worded.unit)
    quantity = replace(quantity, si=worded.vocabulary.measures[worded.unit].to_si(worded.amount.first))
    speed = (
        _SPEED.search(worded.behind(10)) if worded.vocabulary.measures[worded.unit].kind == "length" else None
    )
    if speed:  # 时速350公里
        quantity = replace(quantity, per=speed.lastgroup)
    end = worded.end
    if worded.ahead() == "来" and worded.ahead(2)[1:] in _DIMENSIONS:  # 三米来高
        end, quantity = end + 1, replace(quantity, approx="about")
    return Found(worded.start, end, "MEASURE", quantity, "measure")


def find_data(text: str, start: int, vocabulary: Vocabulary) -> Found | None:
    """256G存储, 100兆宽带; 5G网络 is a generation."""
    shape = _LETTERED.match(text, start)
    if not shape:
        return None
    sign, end = shape[2], shape.end()
    name = _DATA[sign] if _STORAGE.match(text, end) else _LINE_SPEEDS.get(sign)
    if name is None or (name == _LINE_SPEEDS.get(sign) and not _LINE.match(text, end)):
        return None
    amount = parse_number(shape[1])
    if sign == "G" and amount <= _LAST_GENERATION and not _STORAGE.match(text, end):
        return None
    quantity = Quantity(plain(amount), None, name)
    return with_approximations(text, Found(start, end, "MEASURE", quantity, "data"), vocabulary)


def with_half(worded: Worded) -> Worded:
    """三斤半, 两倍半."""
    return _more_by_half(worded, HALF)


def with_last_half(worded: Worded) -> Worded:
    """四元半 and 八圈半, where nothing follows that the 半 could belong to: 四元半价, 三个半场."""
    return _more_by_half(worded, _LAST_HALF)


def _more_by_half(worded: Worded, shape: re.Pattern[str]) -> Worded:
    half = shape.match(worded.text, worded.end) if worded.amount.last is None else None
    if not half:
        return worded
    amount = replace(worded.amount, first=EXACT.add(worded.amount.first, Decimal("0.5")))
    return replace(worded, amount=amount, end=half.end())


def _with_decimals(worded: Worded, shape: re.Pattern[str]) -> Worded:
    """1米83 is 1.83 m, 38度5 38.5 degrees."""
    decimals = shape.match(worded.text, worded.end)
    first = worded.amount.first
    if not decimals or worded.amount.last is not None or first % 1:
        return worded
    digits = "".join(plain(parse_number(digit)) for digit in decimals[0])
    amount = replace(worded.amount, first=EXACT.add(first, Decimal(f"0.{digits}")))
    return replace(worded, amount=amount, end=decimals.end())


def _with_finer(worded: Worded) -> Worded:
    """5英尺8英寸 is 68 inches, 三斤二两 is 32 两: the whole in the finer unit."""
    units = worded.vocabulary.measures
    second = read_amount(worded.text, worded.end) if worded.amount.last is None else None
    form = worded.vocabulary.units.longest(worded.text, second.end) if second else None
    label, _, name = form[0].partition(" ") if form else ("", "", "")
    if second is None or form is None or label != "MEASURE" or units[name].kind != units[worded.unit].kind:
        return worded
    ratio = units[worded.unit].factor / units[name].factor
    if ratio <= 1 or ratio.denominator != 1 or second.last is not None or not 0 < second.first < ratio:
        return worded
    whole = EXACT.multiply(worded.amount.first, Decimal(ratio.numerator))
    amount = replace(second, first=EXACT.add(whole, second.first))
    return replace(worded, amount=amount, unit=name, end=form[1])


def _is_weather(worded: Worded) -> bool:
    """Whether the degrees stand in a report on weather: 冷空气南下，明晨跌破10度."""
    is_mild = -60 < worded.amount.first < 60
    return is_mild and _WEATHER.search(worded.behind(60)) is not None and not _ANGLE.search(worded.behind(6))


def _on_scale(worded: Worded) -> Worded:
    """华氏98度, 零下5℃; 度 is °C where a temperature is spoken of."""
    if worded.unit not in ("°C", "°F", "°"):
        return worded
    scale = _SCALES.get(worded.behind(2)) if worded.unit == "°" else None
    if scale:
        return replace(worded, start=worded.start - 2, unit=scale)
    if worded.unit == "°" and (worded.amount.first >= _MANY or _ELECTRIC.search(worded.behind(10))):
        return replace(worded, unit="kWh")
    is_below = worded.behind(2) == "零下"
    is_temperature = is_below or _TEMPERATURE.search(worded.behind(12)) is not None or _is_weather(worded)
    unit = "°C" if worded.unit == "°" and is_temperature else worded.unit
    if not is_below:
        return replace(worded, unit=unit)
    first, last = worded.amount.first, worded.amount.last
    bounds = (-first, None) if last is None else (-last, -first)  # 零下七八度
    amount = replace(worded.amount, first=bounds[0], last=bounds[1])
    return replace(worded, start=worded.start - 2, amount=amount, unit=unit)
