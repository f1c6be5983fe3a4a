"""Parts against their whole: 20000人，其中8000人、12000人; a、b，合计c; 86盏，已更换54盏，其余32盏.

`core.checks.numbers.divisions` says which figures can be a whole and its parts. Lists are often not
complete, so a sum is asked about only where one slip of the pen would mend it, and not where another
reading adds up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.claims import Claim
from core.checks.numbers.divisions import (
    ELSEWHERE,
    ENUMERATED,
    MOST_PARTS,
    PARTS,
    Division,
    are_enumerated,
    divisions_before,
    divisions_within,
    row_of,
    total_of,
)
from core.checks.numbers.figures import Figure, like
from core.checks.numbers.slips import slipped, turned
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE, TENS = "sum", "magnitude"
_DIMENSION = re.compile("[长宽高深厚径距]$")
_FAR_APART = 200
_NEAR = (0.85, 0.7)
_SURE_DIGITS, _FEW_DIGITS = 3, 2
_COMPLEMENTS = (
    ("男", "女"),
    ("城镇", "乡村"),
    ("城镇", "农村"),
    ("城区", "乡镇"),
    ("进口", "出口"),
    ("境内", "境外"),
    ("国内", "国外"),
    ("线上", "线下"),
    ("新", "旧"),
    ("新", "老"),
    ("新建", "续建"),
    ("上半年", "下半年"),
    ("前", "后"),
    ("东", "西"),
    ("南", "北"),
    ("左", "右"),
    ("大", "小"),
    ("税收", "非税"),
    ("专职", "兼职"),
    ("初中", "高中"),
    ("小学", "初中"),
    ("轻", "重"),
    ("死", "伤"),
    ("主", "副"),
    ("公办", "民办"),
    ("本科", "专科"),
    ("阳性", "阴性"),
    ("合格", "不合格"),
    ("同意", "反对"),
    ("已", "未"),
    ("甲", "乙"),
    ("一", "二"),
    ("1", "2"),
    ("A", "B"),
)


def check_sums(material: Material) -> Iterator[Finding]:
    """Questions about wholes that their parts do not make."""
    for place, claims in enumerate(material.claims_by_sentence):
        for family in dict.fromkeys(claim.figure.family for claim in claims if claim.role in PARTS):
            row = row_of(material, claims, family)
            if row:
                yield from _check(material, place, row, family)


def _settled(material: Material, row: Sequence[Claim], wholes: Iterable[Figure]) -> set[Span]:
    """The places of all figures of a row that make one of the wholes together with their neighbors."""
    settled: set[Span] = set()
    figures = [claim.figure for claim in row]
    for first in range(len(figures) - 1):
        for end in range(first + 2, min(len(figures), first + MOST_PARTS) + 1):
            parts = figures[first:end]
            if any(
                ENUMERATED.match(material.between(figures[at - 1], figures[at]))
                for at in (first, end)
                if 0 < at < len(figures)
            ):
                continue  # in the middle of 医生16人、护士4人、翻译1人
            made = total_of(parts)
            if any(made.meets(whole.range) for whole in wholes if whole not in parts):
                settled.update(part.span for part in parts)
    return settled


def _check(material: Material, place: int, row: Sequence[Claim], family: str) -> Iterator[Finding]:
    divisions = [*divisions_within(material, row), *divisions_before(material, place, row, family)]
    settled = _settled(
        material, row, {division.whole.span: division.whole for division in divisions}.values()
    )
    for division in divisions:
        spans = {part.span for part in division.parts}
        if settled.isdisjoint(spans | {division.whole.span}) and (finding := _asked(material, division, row)):
            yield finding
            settled |= spans


def _asked(material: Material, division: Division, row: Sequence[Claim]) -> Finding | None:
    parts, whole = division.parts, division.whole
    labels = {claim.span: claim.label for claim in row}
    names = [labels.get(part.span, "") for part in parts]
    is_parallel = are_parallel(names) and not _is_one_more(labels.get(whole.span, ""), names[0])
    if not division.is_told and not is_parallel:
        return None
    if any(_DIMENSION.search(labels.get(part.span, "")) for part in parts):
        return None
    first, *_, last = sorted((whole, *parts), key=lambda figure: figure.span)
    if last.span.start - first.span.end < _FAR_APART and ELSEWHERE.search(material.between(first, last)):
        return None
    if odd := _of_other_magnitude(division):
        shown = f"{' + '.join(part.quote for part in parts)}\u3000{whole.quote}"
        return ask(TENS, MEDIUM, say("magnitude_of", figure=odd.quote), shown, material.text, whole, *parts)
    if not _is_wrong(division, is_parallel=is_parallel):
        return None
    if not (division.is_told and are_enumerated(material, parts)) and _is_made(material, division, row):
        return None
    is_precise = (
        division.is_closed or len(parts) > 2 or max(len(p.digits) for p in (*parts, whole)) >= _SURE_DIGITS
    )
    severity = MEDIUM if division.is_told and is_precise else LOW
    made = like(whole, sum(part.amount for part in parts), min(part.power for part in parts))
    shown = say("reckoned", sum=" + ".join(part.quote for part in parts), made=made, said=whole.quote)
    return ask(RULE, severity, say("parts_and_total"), shown, material.text, whole, *parts)


def are_parallel(labels: Sequence[str]) -> bool:
    """Whether labels name parts of one kind: they end alike, or divide a whole in two.

    >>> are_parallel(["水洗组", "日晒组"]), are_parallel(["男性", "女职工"]), are_parallel(["学校", "投资"])
    (True, True, False)
    """
    return all(labels) and all(
        one != other
        and (
            one[-1] == other[-1]
            or one[0] == other[0]
            or any((a in one and b in other) or (b in one and a in other) for a, b in _COMPLEMENTS)
        )
        for one, other in pairwise(labels)
    )


def _is_wrong(division: Division, *, is_parallel: bool) -> bool:
    """Whether the parts should make the whole and one slip of the pen keeps them from it."""
    whole, parts = division.whole, division.parts
    made = sum(part.amount for part in parts)
    mending = list(_mending(whole, parts))
    if division.is_closed:
        return bool(mending) or whole.amount / 2 < made < whole.amount * 2
    near = _NEAR[len(parts) > 2]
    is_near = near * whole.amount <= made <= whole.amount / near
    if len(parts) == 2 and made < whole.amount and not is_near and not is_parallel:
        return False
    is_sure = any(len(figure.digits) >= _SURE_DIGITS for figure in mending) or made > whole.amount
    return (bool(mending) and (is_near or is_sure)) or is_turned(whole, parts)


def _mending(whole: Figure, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, whole or parts, in which one slip of the pen would make the parts add up."""
    made = total_of(parts)
    if any(other.meets(made) for other in slipped(whole)):
        yield whole
    for part in parts:
        rest = whole.range - total_of([other for other in parts if other is not part])
        if any(other.meets(rest) for other in slipped(part)):
            yield part


def is_turned(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether two digits exchanged in one of the figures keep the parts from making the whole."""
    found = total_of(parts)
    if any(other.meets(found) for other in turned(whole)):
        return True
    rests = (
        (part, whole.range - total_of([other for other in parts if other is not part])) for part in parts
    )
    return any(other.meets(rest) for part, rest in rests for other in turned(part))


def _is_one_more(label: str, name: str) -> bool:
    """Whether what can be the whole is called as the parts are, so that it is one of them: 东村, 西村."""
    return abs(len(label) - len(name)) <= 1 and are_parallel([label, name])


def _is_made(material: Material, division: Division, row: Sequence[Claim]) -> bool:
    """Whether some other figures of the sentence make the whole."""
    place, family = division.whole.sentence, division.whole.family
    near = material.claims_by_sentence[max(0, place - 1) : place] if division.is_closed else ()
    earlier = [claim for claims in near for claim in row_of(material, claims, family)]
    figures = [claim.figure for claim in (*earlier, *row) if claim.figure is not division.whole][-MOST_PARTS:]
    return any(
        total_of(parts).meets(division.whole.range)
        for count in range(2, len(figures) + 1)
        for parts in combinations(figures, count)
    )


def _of_other_magnitude(division: Division) -> Figure | None:
    """The figure that 万 for 亿, or 亿 for 万, has put out of all proportion: mended, the parts add up."""
    whole, parts = division.whole, division.parts
    if sum(len(figure.digits.rstrip("0")) >= _FEW_DIGITS for figure in (whole, *parts)) < _FEW_DIGITS:
        return None
    for factor in (1e-4, 1e4):
        if total_of(parts).meets(whole.range.scaled(factor)):
            return whole
        for part in parts:
            rest = whole.range - total_of([other for other in parts if other is not part])
            if part.range.scaled(factor).meets(rest):
                return part
    return None
