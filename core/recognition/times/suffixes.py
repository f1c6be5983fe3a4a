"""What follows a time and belongs to it: 前, 以来, 期间, 左右."""

from __future__ import annotations

import re
from dataclasses import replace

from core.recognition.times.context import Expression
from core.values import mod_of

SINCE = re.compile(r"(?:起|开始)?(?:至今|以来)|到(?:现在|目前|如今|今天)")
_BEFORE = re.compile(
    r"之前|以前|前夕|前(?![\u4e00-\u9fff]*?(?:期间))(?!提(?![交出供升请报]))"
    r"(?![后期列夜往来去景沿进线身所排夕天日年几一二两三四五六七八九十\d首任副次])"
)
_AFTER = re.compile(
    r"(?:之后|过后|以后|以来|至今|后(?![来期续天半方勤备者果世面代院台卫年日几一二两三四五六七八九十\d]))"
)
_INSIDE = re.compile(
    r"(?:以内|之内|期间|内(?![部容外地陆蒙需在阁涵心存饰衣向战设置参]))|间(?![隔断谍距接歇])"
)
_ABOUT = re.compile(r"前后|左右|(?<=[时分点半])许|上下")
_DAYS_OFF = ("假期", "假日", "长假", "黄金周")
_STOP = re.compile(r"止(?![步境血痛损])")


def with_suffix(text: str, found: Expression) -> Expression:
    """以来 opens a stretch; 前 and 后 are BEFORE and AFTER, but what 底 says before them stays."""
    end, value = found.end, found.value
    first, _, last = value.timex.partition("/")
    stop = _STOP.match(text, end) if last else None
    if stop:
        return replace(found, end=stop.end())
    about = _ABOUT.match(text, end)
    if about:
        return replace(found, end=about.end(), value=replace(value, mod=mod_of("about")))
    if "REF" in value.timex or text[found.start : end] in ("今", "此"):
        return found
    since = SINCE.match(text, end)
    if since:
        mod = None if value.mod == "START" else value.mod  # 年初以来
        return replace(found, end=since.end(), value=replace(value, timex=f"{first}/..", mod=mod))
    before, after, inside = (shape.match(text, end) for shape in (_BEFORE, _AFTER, _INSIDE))
    if last and not text.endswith(_DAYS_OFF, found.start, end):
        value = replace(value, timex=f"{last}/..") if after else value  # 2020至2025年前 ends there
    elif before or after:
        mod, edge = ("BEFORE", "START") if before else ("AFTER", "END")  # 8月初前 is before August
        value = replace(value, mod=mod if value.mod in (None, edge) else value.mod)
    suffix = before or after or inside
    return replace(found, end=suffix.end(), value=value) if suffix else found
