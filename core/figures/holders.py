"""Whose figure it is: the names at the beginning of its clause, or the one that 全市 and 公司 stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from core.assets import load_toml
from core.document import Annotation
from core.figures.words import is_speaking
from core.text.spans import Span

# What may stand before the name whose figure it is: 截至去年11月底，其中…
_BEFORE_NAMES = re.compile(
    r"[^，。；]{0,16}[，：]|(?:其中|据悉|目前|截至|当前|今年|去年|[\d年月日前底末初、至—-])*[，：]?"
)
_BETWEEN_NAMES = re.compile(r"[、和与及·\-—]?")
# What stands for a name given before, and how that name ends: 全县实现…, 公司拟…
_STANDING = re.compile(
    r"(?:(?:截至|到|至)?[\d年月日前底末初上下半季度一二三四今去全当]*，?)?(?:年末|年底|当年)?"
    r"(?:[全我该](?P<place>[省市县区镇乡州])|(?:该|本)?(?P<firm>公司|集团)|[该全本](?P<house>院|校|馆|行|所|厂))"
)
_PLACES = {"区": "区|新区|开发区", "州": "州|自治州"}
# 江州银行股份有限公司 is a bank, 江州大学附属医院心内科 no hospital.
_HOUSE = {house: re.compile(rf"{house}$") for house in "院校馆所厂"} | {"银行": re.compile("银行")}
_FIRM = re.compile(r"公司|集团|股份|银行|证券")


def holder_of(
    simplified: str, text: str, names: Sequence[Annotation], starts: Sequence[int], *, leans: bool
) -> str:
    """The names at the beginning of the figure's clause, which begins at the last of ``starts``.

    A clause that ``leans`` on those before it (it begins with its predicate) takes the nearest one's.
    """
    ends = [*starts[1:], len(text)]
    for place, (start, end) in reversed(list(enumerate(zip(starts, ends, strict=True)))):
        is_own = place == len(starts) - 1
        if not is_own and is_speaking(simplified[start:end]):
            continue
        held = _names_at(text, names, start)
        if held or (is_own and (not leans or any(name.span.start >= start for name in names))):
            return held
    return ""


def holder_meant(
    simplified: str, back: Iterable[Annotation], starts: Sequence[int], figure: int, *, leans: bool
) -> str:
    """The nearest name that a word like 全市 or 公司 at a clause's beginning stands for.

    ``back`` are the names before the figure, the nearest first.
    """
    for start in reversed(starts if leans else starts[-1:]):
        standing = _STANDING.match(simplified, start, figure)
        if standing is None:
            continue
        for name in back:
            if name.span.start < start and (meant := _meant(standing, name)):
                return meant
        return ""
    return ""


def _meant(standing: re.Match[str], name: Annotation) -> str:
    """The name, or the place that an institution's name begins with: 江州市|气象台."""
    place, firm, house = standing.group("place", "firm", "house")
    if place and name.label in ("LOC", "ORG"):
        ending = _PLACES.get(place, place)
        found = re.match(rf"[^省市县区镇乡州]{{1,6}}?(?:{ending})", name.quote)
        is_whole = found is not None and (name.label == "ORG" or found.end() == len(name.quote))
        return found[0] if found and is_whole else ""
    if name.label != "ORG":
        return ""
    ending = "银行" if house == "行" else house
    is_meant = _FIRM.search(name.quote) if firm else ending and _HOUSE[ending].search(name.quote)
    return name.quote if is_meant else ""


@cache
def _titles() -> tuple[str, ...]:
    return tuple(load_toml("lexicons/posts.toml")["address"].split())


def _names_at(text: str, names: Sequence[Annotation], start: int) -> str:
    """Names that follow one another from ``start``, past times and the like: 荣昌、丰都."""
    first: Span | None = None
    for name in names:
        if name.span.start < start:
            continue
        gap = text[(first.end if first else start) : name.span.start]
        if first and name.label == "PER" and gap.endswith(_titles()):
            return name.quote  # 中国工程院院士|郑怀远
        if not (_BETWEEN_NAMES if first else _BEFORE_NAMES).fullmatch(gap):
            break
        first = first.union(name.span) if first else name.span
    return first.of(text) if first else ""
