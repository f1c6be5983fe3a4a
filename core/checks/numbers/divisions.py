"""Wholes and what can be their parts, in the order in which an article sets them.

A whole stands before its parts (其中, 分为, a bracket, the sentence before) or behind them (合计, 共); what
is left (其余, 尚有) is a part as any other. Averages, changes and what was before stand between them and
are no parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.checks.material import Material
from core.checks.numbers.claims import Claim
from core.checks.numbers.each_of import weighted
from core.checks.numbers.figures import Figure, Range
from core.language.numerals import parse_number

PARTS = frozenset({"level", "total", "rest"})
_OPENS = re.compile(r"[中里]，|其中|包括|分为|分成|[由含]|组成|分别|[（(：]")
_OPENS_SENTENCE = re.compile(r"[\s\u3000]*(?:其中|分[^，。]{1,6}看|[按从][^，。；]{1,10}，|包括)")
_DIVIDES = re.compile(
    r"分[为成][^，。；]{0,8}[：，]|：|[三四五六七八九]个?[类组种项块部段期支所][^，。；]{0,6}，?分别"
)
_CLOSING = re.compile(r"合计|共计|总计|总共|一共|合共|加起来|加在一起|合起来|相加|共")
_COUNTED = re.compile(
    r"(?:上述|以上|这|前)?([两二三四五六七八九]|(?<!\d)\d)[个项类部分者块种处人家地区市县期批笔条座天日月年季只支队科组所][^，。；、\d]{0,6}(?:共计?|合计|总计|总共)?[^，。；、\d]{0,4}$"
)
_REST = re.compile("其余|余下|其它|其他|剩余|剩下|还剩|剩")
_LEFT = re.compile("余下|剩|尚余|还余|结余|尚欠")
_DONE = re.compile("已|完成|恢复|通过|收回|实到|实际|参加|到位|开工|建成|解决|整改|投入")
_THING = re.compile("[\u4e00-\u9fff]{2}")
ELSEWHERE = re.compile("加上|连同|算上|一半")
MOST_PARTS, _FAR = 8, 10
_LONGEST_GAP, _SHORT_GAP = 34, 8
ENUMERATED = re.compile("[\u4e00-\u9fff]{0,4}[、和与及]")
_NOT_SUMMED = frozenset({"岁", "倍", "胜", "负", "平"})


@dataclass(frozen=True, slots=True)
class Division:
    """A whole with what can be its parts, and how plainly the words say so."""

    whole: Figure
    parts: tuple[Figure, ...]
    is_told: bool
    is_closed: bool


def total_of(parts: Sequence[Figure]) -> Range:
    """The sum of some figures."""
    return sum((part.range for part in parts), Range(0.0, 0.0))


def row_of(material: Material, claims: Sequence[Claim], family: str) -> list[Claim]:
    """What can be parts or wholes in a sentence, what several have each (两群各80匹) as many times."""
    plain = [c for c in claims if c.figure.family == family and _is_summed(c)]
    figures = weighted(material, [c.figure for c in plain])
    return [Claim(figure, c.role, c.lead) for figure, c in zip(figures, plain, strict=True)]


def _is_summed(claim: Claim) -> bool:
    figure = claim.figure
    is_plain = (
        figure.is_exact and figure.amount > 0 and not figure.is_percent and figure.unit not in _NOT_SUMMED
    )
    is_each_of = claim.role == "each" and claim.clause.rstrip("有自占为获得").endswith("各")
    return is_plain and (claim.role in PARTS or is_each_of)


def wholes_of(material: Material, claims: Sequence[Claim], family: str) -> Iterator[Claim]:
    """What can be a whole: what a change is counted from and an average as well."""
    for claim in claims:
        if claim.figure.family == family and claim.role != "change" and claim.figure.is_exact:
            yield claim


def divisions_within(material: Material, row: Sequence[Claim]) -> Iterator[Division]:
    """Wholes and parts of one sentence, the plainest first."""
    figures = [claim.figure for claim in row]
    for at, claim in enumerate(row):
        if (
            claim.role == "total"
            and _CLOSING.search(claim.clause)
            and not ELSEWHERE.search(claim.lead)
            and at > 1
        ):
            start = _start_of_list(material, row, at)
            for first in range(start, at - 1):
                yield Division(claim.figure, tuple(figures[first:at]), True, True)
        counted = _COUNTED.search(claim.clause)
        if counted and at > 1 and _CLOSING.search(claim.clause):
            count = int(parse_number(counted[1]))
            if 1 < count <= at:
                yield Division(claim.figure, tuple(figures[at - count : at]), True, True)
    for at in range(2, len(row)):
        start = at - 1
        while start > 0 and ENUMERATED.match(_gap(material, row, start - 1)):
            start -= 1
        gap = _gap(material, row, at - 1)
        if at - start > 1 and len(gap) <= _SHORT_GAP and not ENUMERATED.match(gap):
            yield Division(figures[at], tuple(figures[start:at]), True, False)
    for whole in wholes_of(material, material.claims_by_sentence[figures[0].sentence], figures[0].family):
        at = max((n for n, claim in enumerate(row) if claim.span.start <= whole.span.start), default=-1)
        parts = _run(material, row, at + 1)
        if len(parts) < 2:
            continue
        opening = material.between(whole.figure, parts[0])
        if len(opening) > _LONGEST_GAP + 10:
            continue
        is_told = bool(_OPENS.search(opening))
        for end in range(len(parts), 1, -1):
            is_rest = (
                end == len(parts)
                and _is_left(row[at + 1 : at + end + 1])
                and _is_one_thing(material, whole.figure, parts)
            )
            is_closed = (is_told and end == len(parts) and bool(_REST.search(row[at + end].lead))) or (
                is_rest and at <= 0
            )
            yield Division(whole.figure, tuple(parts[:end]), is_told or (is_rest and at <= 0), is_closed)


def _is_left(row: Sequence[Claim]) -> bool:
    """Whether the last of some parts is what is left (已恢复1.1万户，尚有1500户), not one of many (其他)."""
    last = row[-1]
    if last.role != "rest":
        return False
    return bool(_LEFT.search(last.lead)) or any(_DONE.search(claim.label) for claim in row[:-1])


def _is_one_thing(material: Material, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether no part counts another thing by the words behind it: 14名学生、9名教师."""
    things = (_THING.match(material.simplified, figure.span.end) for figure in (whole, *parts))
    return len({thing[0] for thing in things if thing}) < 2


def _gap(material: Material, row: Sequence[Claim], at: int) -> str:
    return material.between(row[at].figure, row[at + 1].figure)


def _start_of_list(material: Material, row: Sequence[Claim], end: int) -> int:
    """Where the list that ends before ``end`` begins: behind the last total before it."""
    start = end - 1
    while start > 0 and row[start - 1].role != "total" and end - start < MOST_PARTS:
        if len(_gap(material, row, start - 1)) > _LONGEST_GAP or row[start].role == "total":
            break
        start -= 1
    return start


def _run(material: Material, row: Sequence[Claim], start: int) -> list[Figure]:
    """The figures from a place on that can be parts beside one another."""
    run: list[Figure] = []
    for at in range(start, min(len(row), start + MOST_PARTS)):
        claim = row[at]
        gap = _gap(material, row, at - 1) if run else ""
        if run and (claim.role == "total" or "其中" in claim.lead or len(gap) > _LONGEST_GAP):
            break
        if "）" in gap and "（" not in gap.split("）")[0]:
            break
        run.append(claim.figure)
        if claim.role == "rest" and _REST.search(claim.lead):
            break
    return run


def divisions_before(material: Material, place: int, row: Sequence[Claim], family: str) -> Iterator[Division]:
    """Parts in this sentence of a whole in the two before it, in its paragraph, or in the title."""
    parts = tuple(_run(material, row, 0))
    if len(parts) < 2:
        return
    sentence = material.sentences[place]
    before = material.simplified[sentence.span.start : parts[0].span.start]
    opened = bool(_OPENS_SENTENCE.match(before) or _DIVIDES.search(before))
    is_closed = any(c.role == "rest" and _REST.search(c.lead) for c in row)
    is_left = _is_left(row[: len(parts)])
    first = max(part.amount for part in parts) if not is_left else parts[0].amount
    told = (opened or is_closed) and len(parts) > 2
    for earlier in reversed(range(max(0, place - (_FAR if told else 2)), place)):
        is_near = material.sentences[earlier].paragraph == sentence.paragraph and place - earlier <= 2
        if not is_near and not told:
            continue
        for claim in reversed([*wholes_of(material, material.claims_by_sentence[earlier], family)]):
            if claim.figure.amount > first:
                is_told = (opened and (earlier == place - 1 or told)) or is_closed or is_left
                for end in range(len(parts), 1, -1) if is_near else (len(parts),):
                    yield Division(claim.figure, parts[:end], is_told, (is_closed or is_left) and is_near)


def are_enumerated(material: Material, parts: Sequence[Figure]) -> bool:
    """Whether the parts are one enumeration: A级花4200枝、B级花1500枝、C级花300枝."""
    return all(ENUMERATED.match(material.between(one, other)) for one, other in pairwise(parts))
