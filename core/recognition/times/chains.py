"""Chains: atoms from coarse to fine that make one moment, 去年 + 12月 + 20日 + 上午."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from core.recognition.amounts import read_amount
from core.recognition.times.clocks import read_clock
from core.recognition.times.moments import (
    CENTURY,
    CLOCK,
    MONTH,
    PART_OF_DAY,
    PART_OF_YEAR,
    YEAR,
    Atom,
    Moment,
    coarsest,
    finest,
)
from core.recognition.times.numbered import Reader, read_bare_year, readers_at
from core.recognition.times.words import read_alone, read_mod, read_season, read_word

_NUMERIC = frozenset("0123456789〇零一二两三四五六七八九十廿卅闰第Q公西上本大年初差")
_GLUE = re.compile(
    r"的(?=[\d一二三四五六七八九十第上下凌早晚中春夏秋冬端清国元除劳圣重七]) ?| ?[-T]?(?=\d{1,2}[:：]\d\d)"
)
_SPACED = re.compile(r" (?=[\d上下凌早晚中一二三四五六七八九十])")
# 前三季度, 前11个月, 前两天: the first of what stands before.
_FIRST_PARTS = re.compile(
    r"(?P<edge>前|首|头|后|最后)(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?季(?!节)度?|个?月|个?星期|周|天|日)(?![后前内])"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """One moment in folded text; ``begin`` is the beginning of a pair (1-11月), inheriting included.

    ``own`` is the moment before it inherited anything, ``is_time`` false for what needs more to be a time.
    ``listed`` are the members of 4、5月份 before the last.
    """

    start: int
    end: int
    moment: Moment
    begin: Moment | None = None
    is_time: bool = True
    own: Moment | None = None
    listed: tuple[Moment, ...] = ()

    @property
    def has_clock(self) -> bool:
        """Whether it says a part of the day or a time."""
        return finest(self.moment) >= PART_OF_DAY


def read_chain(text: str, start: int) -> Chain | None:
    """The longest row of atoms that begins at ``start``."""
    moment: Moment = {}
    begin: Moment | None = None
    listed: tuple[Moment, ...] = ()
    place, count, is_time = start, 0, False
    while True:
        atom, end = _next_atom(text, place, moment, is_first=count == 0)
        if atom is None:
            break
        if listed or (begin is not None and begin.keys() != {"year"}):
            break
        listed = tuple({**moment, **each} for each in atom.listed)
        if atom.begin is not None:
            begin = {**moment, **atom.begin}
        moment = {**moment, **atom.moment}
        is_time = is_time or not atom.needs_more or count > 0
        place, count = end, count + 1
    if count == 0 or set(moment) <= {"lunar"}:
        return None
    return Chain(start, place, _settled(moment), begin and _settled(begin), is_time, listed=listed)


# 初一 to 初十 are of the lunar calendar even behind 上个月.
_LAST_FIRST_DAY = 10


def _settled(moment: Moment) -> Moment:
    """Fields that others override: the 夜 of a time is no part once there is a clock."""
    if "week" in moment and {"month", "month_shift", "next_month"} & moment.keys():
        moment = {**moment, "week_of_month": moment["week"]}
        del moment["week"]
    if "next_day" in moment and {"year", "short_year", "year_shift"} & moment.keys():
        moment = {**moment, "day_of_year": moment["next_day"] + 1}
        del moment["next_day"]
    if "month_shift" in moment and "lunar" in moment and moment.get("day", 0) > _LAST_FIRST_DAY:
        moment = {**moment}
        del moment["lunar"]  # 上个月二十五
    if "next_day" in moment and {"month", "month_shift", "next_month"} & moment.keys():
        moment = {**moment, "day": moment["next_day"] + 1}
        del moment["next_day"]
    return moment


_WEEKDAY_BETWEEN = re.compile(
    r"(?:周|星期|礼拜)[一二三四五六日天]|[（(](?:周|星期)[一二三四五六日天][）)](?=[\d上下凌早晚中])"
)


def _next_atom(text: str, place: int, moment: Moment, *, is_first: bool) -> tuple[Atom | None, int]:
    """The atom at ``place`` (or behind 的 or a space) if it is finer than all before it.

    The weekday of 6月1日周六早上 says nothing new and is passed over.
    """
    weekday = _WEEKDAY_BETWEEN.match(text, place) if "day" in moment else None
    if weekday:
        place = weekday.end()
        if not weekday[0].startswith(("（", "(")):
            return Atom(place, {}), place
    atom = _read_atom(text, place, moment, is_first=is_first)
    if atom is None and not is_first:
        glue = _GLUE.match(text, place) or _SPACED.match(text, place)
        if glue and glue.end() > place:
            atom = _read_atom(text, glue.end(), moment, is_first=False)
    return (atom, atom.end) if atom else (None, place)


def _read_atom(text: str, place: int, moment: Moment, *, is_first: bool) -> Atom | None:
    level = finest(moment)
    for atom in _readings(text, place, moment, is_first=is_first):
        if atom.moment.keys() <= {"lunar"}:
            return atom
        if "mod" in atom.moment and coarsest(atom.moment) > CLOCK:
            if "mod" not in moment and level in (CENTURY, 1, YEAR, PART_OF_YEAR, MONTH):
                return atom
        elif coarsest(atom.moment) > level and "mod" not in moment:
            return atom
    return None


def _readings(text: str, place: int, moment: Moment, *, is_first: bool) -> list[Atom]:
    """Every way to read an atom at ``place``, the likelier first."""
    found: list[Atom | None] = []
    first = text[place : place + 1]
    level = finest(moment)
    if first in _NUMERIC:
        read_time: Reader = partial(read_clock, after_part="half_day" in moment)
        found += [_attempt(reader, text, place) for reader in [*readers_at(text, place), read_time]]
        if is_first:
            found.append(read_bare_year(text, place))
    found.append(_attempt(read_word, text, place))
    if is_first:
        found.append(read_alone(text, place))
    else:
        found.append(read_mod(text, place))
        if level == YEAR:
            found.append(read_season(text, place))
    return sorted((atom for atom in found if atom), key=lambda atom: -atom.end)


def _attempt(reader: Reader, text: str, place: int) -> Atom | None:
    """What the reader finds; 一二十 looks like a numeral and is none."""
    try:
        return reader(text, place)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class FirstParts:
    """今年前三季度: the first (or last) so many parts of what the chain before says."""

    end: int
    is_last: bool
    count: int
    unit: str


def read_first_parts(text: str, place: int) -> FirstParts | None:
    """前三季度 and the like at ``place``."""
    shape = _FIRST_PARTS.match(text, place)
    if not shape:
        return None
    amount = read_amount(shape["count"], 0)
    if amount is None or amount.last or amount.end < len(shape["count"]):
        return None
    unit = {"季": "Q", "月": "M", "星": "W", "周": "W", "天": "D", "日": "D"}[shape["unit"].lstrip("个")[0]]
    return FirstParts(shape.end(), shape["edge"] in ("后", "最后"), int(amount.first), unit)
