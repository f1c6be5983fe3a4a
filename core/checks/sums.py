"""Parts against their total: 20000人，其中8000人、7000人、5000人; a、b，合计c; (重伤4人、轻伤27人).

A list behind 其中 is often not complete, so its sum is questioned only where one slip of the pen
would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from core.checks.asking import MEDIUM, ask
from core.checks.each_of import weighted
from core.checks.figures import Figure, Range, like, slipped, turned
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding

RULE, TENS = "sum", "magnitude"
_OPENS = re.compile(r"其中|包括|（|\(")
_CLOSES = re.compile(
    r"(?:合计|共计|总计|合共|加起来)(?:[为是达约有]{0,2}|持股|占比?|占股)$|[，；]一?共[为是达约有]{0,2}$"
    r"|[，；](?:总共|共|总计|合计|共计)[收投发产生用需派出安排]{0,3}[有效]{0,2}[\u4e00-\u9fff]{0,3}$"
)
# 两个标段共43万元, 三项合计6200元: the parts are counted.
_COUNTED = re.compile(
    r"[，；、。](?:上述|以上|这|前)?([两二三四五六七八九]|\d(?!\d))[个项类部分者块种处人家地区市县期批笔条座天日月年季只支队]"
    r"[^，。；、\d]{0,6}(?:共计?|合计|总计)[\u4e00-\u9fff]{0,4}$"
)
_SHARES = re.compile(r"(?:合计|共计|总计)[\u4e00-\u9fff]{0,4}$")
_NUMERALS = "零一二三四五六七八九"
_CALLED_WHOLE = re.compile("合计|共计|总计|合共")
_RESTS = re.compile(r"^(?:其余|其他|其它|余下|剩余|剩下)")
# A figure behind one of these is no part of the list before it.
_BREAKS = re.compile(
    r"比|较|去年|上年|同期|上一|前一|增长|增加|下降|减少|提高|增至|降至|平均|人均|每|累计|目标|计划|超过|不到|以上|等"
    r"|其中|合计|共计|总计|预计|至今|距|折合|约合|相当"
)
_MOST_PARTS = 8
_ENUMERATED = frozenset("、和与及")
_SEPARATORS = "，、；：（和与及"
_LONGEST_LABEL = 16
_ASPECT = re.compile(r"(?:从|按|分|依)[^，。]{1,10}?(?:看|分|划分|统计)?，")
_SHORTEST_LIST = 2
# How near two parts, or more, come to their total before a slip in a figure of two digits is believed.
_NEAR = (0.85, 0.75)
_SURE_DIGITS = 3
# 98件（套）: the bracket belongs to the unit.
_AFTER_UNIT = re.compile(r"^[（(][^（）()\d]{1,3}[）)]")


def check_sums(material: Material) -> Iterator[Finding]:
    """Questions about lists whose parts do not make their total."""
    for figures in (weighted(material, each) for each in material.by_sentence):
        for place, total in enumerate(figures if len(figures) > _SHORTEST_LIST else ()):
            is_part = total.is_percent and not _is_closing(material, total)
            if is_part or not total.is_exact or total.amount <= 0 or total.per:
                continue
            if parts := _counted_parts(material, figures, place):
                wrong = parts if _is_wrong(total, parts, is_whole=True) else []
            elif parts := _list_before(material, figures, place):
                is_whole = bool(_CALLED_WHOLE.search(material.between(parts[-1], total)))
                wrong = parts if _is_wrong(total, parts, is_whole=is_whole) else []
                near = [*_figures_before(material, total), *figures[:place]] if wrong else []
                wrong = [] if _is_made(total, near) else wrong
            else:
                parts, is_whole = _list_after(material, figures, place)
                wrong = _wrong_part(material, total, parts, is_whole)
                if wrong and _is_made(total, figures[place + 1 :], known=parts):
                    wrong = []
            if odd := _of_other_magnitude(total, parts):
                shown = f"{' + '.join(part.quote for part in parts)}\u3000{total.quote}"
                yield ask(
                    TENS, MEDIUM, say("magnitude_of", figure=odd.quote), shown, material.text, total, odd
                )
            elif wrong:
                yield _question(material, total, wrong)
        if divided := _divided(material, figures):
            yield _question(material, *divided)
        rest = _list_with_rest(material, figures)
        whole = _total_before(material, rest) if rest else None
        if whole and _is_wrong(whole, rest, is_whole=True):
            yield _question(material, whole, rest)


def _is_closing(material: Material, total: Figure) -> bool:
    """Whether a share is called the sum of those before it (两人合计持股38%)."""
    start = max(material.sentences[total.sentence].span.start, total.span.start - _LONGEST_LABEL)
    return bool(_SHARES.search(material.simplified, start, total.span.start))


def _figures_before(material: Material, figure: Figure) -> Sequence[Figure]:
    """The figures of the sentence before a figure's, in its paragraph."""
    place = figure.sentence - 1
    is_one = place >= 0 and (
        material.sentences[place].paragraph == material.sentences[figure.sentence].paragraph
    )
    return material.by_sentence[place] if is_one else ()


def _is_made(total: Figure, figures: Sequence[Figure], *, known: Sequence[Figure] = ()) -> bool:
    """Whether some figures near a total, not all of them of a ``known`` list, make it."""
    listed = {figure.span for figure in known}
    same = [f for f in figures if f.family == total.family][:_MOST_PARTS]
    return any(
        _sum(parts).meets(total.range)
        for count in range(_SHORTEST_LIST + 1, len(same) + 1)
        for parts in combinations(same, count)
        if not listed.issuperset(part.span for part in parts)
    )


def _of_other_magnitude(total: Figure, parts: Sequence[Figure]) -> Figure | None:
    """The figure that 万 for 亿, or 亿 for 万, has put out of all proportion: mended, the parts add up."""
    if len(parts) < _SHORTEST_LIST or _sum(parts).meets(total.range):
        return None
    for factor in (1e-4, 1e4):
        if _sum(parts).meets(total.range.scaled(factor)):
            return total
        for part in parts:
            rest = total.range - _sum([other for other in parts if other is not part])
            if part.range.scaled(factor).meets(rest):
                return part
    return None


def _counted_parts(material: Material, figures: Sequence[Figure], place: int) -> list[Figure]:
    """The parts before a total that says how many they are (三项合计6200元)."""
    total = figures[place]
    start = max(material.sentences[total.sentence].span.start, total.span.start - _LONGEST_LABEL)
    counted = _COUNTED.search(material.simplified, start, total.span.start)
    if not counted:
        return []
    count = _NUMERALS.find(counted[1].replace("两", "二")) if not counted[1].isdigit() else int(counted[1])
    same = [f for f in figures[:place] if f.family == total.family and f.span.end <= counted.start() + 1]
    is_list = len(same) == count > 1 and all(f.is_exact and f.amount < total.amount * 2 for f in same)
    return (
        same if is_list and not any(_BREAKS.search(material.between(a, b)) for a, b in pairwise(same)) else []
    )


def _list_before(material: Material, figures: Sequence[Figure], place: int) -> list[Figure]:
    """The parts before a total that is called 合计 or 共."""
    total = figures[place]
    start = max(material.sentences[total.sentence].span.start, total.span.start - _LONGEST_LABEL)
    closing = _CLOSES.search(material.simplified[start : total.span.start])
    parts: list[Figure] = []
    end = start + closing.start() if closing else 0
    for figure in reversed(figures[:place]) if closing else ():
        if figure.family != total.family or figure.quote[0].isdigit() != total.quote[0].isdigit():
            continue
        if parts and _BREAKS.search(material.simplified[figure.span.end : end]):
            break
        parts.insert(0, figure)
        end = figure.span.start
    return parts if len(parts) > 1 else []


def _list_after(material: Material, figures: Sequence[Figure], place: int) -> tuple[list[Figure], bool]:
    """The parts that follow a total, and whether the last one is called the rest."""
    total = figures[place]
    parts: list[Figure] = []
    start = _opening(material, figures, place)
    for figure in figures[place + 1 :] if start else ():
        if figure.family != total.family or figure.span.start < start:
            continue
        gap = _AFTER_UNIT.sub("", material.simplified[start : figure.span.start])
        label = re.split(f"[{_SEPARATORS}]", gap)[-1]
        if _BREAKS.search(gap) or _is_closed(gap) or len(label) > _LONGEST_LABEL or not figure.is_exact:
            break
        parts.append(figure)
        start = figure.span.end
        if _RESTS.match(label):
            return parts, True
    return parts, False


def _is_closed(gap: str) -> bool:
    """Whether a bracket that was opened before is closed in between."""
    return gap.find("）") >= 0 and not 0 <= gap.find("（") < gap.find("）")


def _opening(material: Material, figures: Sequence[Figure], place: int) -> int:
    """Where the list of a total begins, behind 其中 or a bracket before the next figure; 0 for none."""
    total = figures[place]
    if not _OPENS.search(material.simplified, total.span.end, total.span.end + 2 * _LONGEST_LABEL):
        return 0
    following = next((f for f in figures[place + 1 :] if f.family == total.family), None)
    if following is None:
        return 0
    gap = material.between(total, following)
    rest = _AFTER_UNIT.sub("", gap)
    opening = _OPENS.search(rest[: 2 * _LONGEST_LABEL])
    return total.span.end + len(gap) - len(rest) + opening.end() if opening else 0


def _divided(material: Material, figures: Sequence[Figure]) -> tuple[Figure, list[Figure]] | None:
    """从城乡看，城镇的有417.7万人，乡村的有194.7万人: what an aspect divides, with its wrong parts."""
    if not figures or not _ASPECT.match(material.words(material.sentences[figures[0].sentence].span)):
        return None
    parts = [f for f in figures if f.family == figures[0].family and not f.is_percent and f.is_exact]
    largest = max((part.amount for part in parts), default=0.0)
    near = material.of_family(figures[0].family, figures[0].span.start)
    wholes = [figure for figure in near if figure.amount > largest]
    if len(parts) < _SHORTEST_LIST or any(_sum(parts).meets(whole.range) for whole in wholes):
        return None
    for whole in wholes:
        is_sure = any(len(figure.digits) > _SURE_DIGITS for figure in _slipped(whole, parts))
        if is_sure and _is_repeated(whole, material):
            return whole, parts
    return None


def _is_repeated(figure: Figure, material: Material) -> bool:
    near = material.of_family(figure.family, figure.span.start)
    return sum(other.amount == figure.amount for other in near) > 1


def _list_with_rest(material: Material, figures: Sequence[Figure]) -> list[Figure]:
    """A sentence that is nothing but a list, its last part called the rest."""
    parts = [f for f in figures if figures and f.family == figures[0].family and f.is_exact]
    if len(parts) <= _SHORTEST_LIST or len(parts) != len(figures):
        return []
    labels = [re.split(f"[{_SEPARATORS}]", material.between(a, b))[-1] for a, b in pairwise(parts)]
    return parts if _RESTS.match(labels[-1]) and not any(map(_BREAKS.search, labels)) else []


def _total_before(material: Material, parts: Sequence[Figure]) -> Figure | None:
    """The figure in the sentence before that a list with a rest divides."""
    place = parts[0].sentence - 1
    if place < 0:
        return None
    largest = max(part.amount for part in parts)
    found = [f for f in material.by_sentence[place] if f.family == parts[0].family and f.amount > largest]
    return found[0] if found and found[0].is_exact else None


def _wrong_part(material: Material, total: Figure, parts: Sequence[Figure], is_whole: bool) -> list[Figure]:
    """The run of parts that should make the total and does not, where none does.

    A run ends where the enumeration does: not in the middle of 医生16人、护士4人、翻译1人.
    """
    gaps = [material.between(one, other) for one, other in pairwise(parts)]
    ends = [place for place, gap in enumerate(gaps) if gap[:1] not in _ENUMERATED] + [len(parts) - 1]
    runs = [list(parts[: end + 1]) for end in ends if end]
    if any(_sum(run).meets(total.range) for run in runs):
        return []
    wrong = (run for run in reversed(runs) if _is_wrong(total, run, is_whole=is_whole and run == list(parts)))
    return next(wrong, [])


def _is_wrong(total: Figure, parts: Sequence[Figure], *, is_whole: bool) -> bool:
    """Whether the parts should make the total and do not: they are all, or one slip would mend them."""
    if any(_sum(parts[start:]).meets(total.range) for start in range(len(parts) - 1)):
        return False
    whole = sum(part.amount for part in parts)
    mending = list(_slipped(total, parts))
    if is_whole:
        return bool(mending) or total.amount / 2 < whole < total.amount * 2
    if any(part.amount >= total.amount for part in parts):
        return is_turned(total, parts)
    near = _NEAR[len(parts) > _SHORTEST_LIST]
    is_near = near * total.amount <= whole <= total.amount / near
    return any(is_near or len(figure.digits) >= _SURE_DIGITS for figure in mending) or is_turned(total, parts)


def _sum(parts: Sequence[Figure]) -> Range:
    return sum((part.range for part in parts), Range(0.0, 0.0))


def _slipped(total: Figure, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, total or parts, in which one slip of the pen would make the parts add up."""
    if any(other.meets(_sum(parts)) for other in slipped(total)):
        yield total
    for part in parts:
        rest = total.range - _sum([other for other in parts if other is not part])
        if any(other.meets(rest) for other in slipped(part)):
            yield part


def is_turned(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether two digits exchanged in one of the figures keep the parts from making the total."""
    found = _sum(parts)
    if any(other.meets(found) for other in turned(total)):
        return True
    rests = ((part, total.range - _sum([other for other in parts if other is not part])) for part in parts)
    return any(other.meets(rest) for part, rest in rests for other in turned(part))


def _question(material: Material, total: Figure, parts: Sequence[Figure]) -> Finding:
    whole = like(total, sum(part.amount for part in parts), min(part.power for part in parts))
    reckoning = say("reckoned", sum=" + ".join(part.quote for part in parts), made=whole, said=total.quote)
    return ask(RULE, MEDIUM, say("parts_and_total"), reckoning, material.text, total, *parts)
