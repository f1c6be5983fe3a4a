"""What an article says twice: title, digest, caption against the body; one figure in two magnitudes or units.

Of the figures in a summary those that the body has as well agree. One that the body lacks is questioned where
the body has, under the same words, a figure that a slip of the pen makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.figures import PEOPLE, Figure
from core.checks.numbers.slips import is_slip
from core.checks.wording import say
from core.document import Finding
from core.language.units import load_units
from core.text.spans import Span

RULE, TENS, UNIT = "repeat", "magnitude", "unit"
_ENDS = re.compile(r"[，。；：、（）()！？“”\n\u3000]")
_REACH = 16
_LABEL = re.compile(r"([^，。；：\n]{2,10})(?:[：:]|[ \u3000])(?:[约为近达]|合计|共计?)?")
_EDGE = re.compile(r"^(?:其中|图[^：:]{1,2})|[\s\u3000]")
_LABEL_REACH, _SENTENCE_REACH = 30, 40
_THING = re.compile(r"[\u4e00-\u9fff]{2}")
_LEAST_TOPIC = 4
# One that is twice the other may be the sum of two told apart.
_NOT_TWICE = 0.9
_LEAST_DIGITS = 2
# 万 for 亿 is a slip of its own; a point one place off is believed with more evidence.
_SWAPPED = frozenset({10_000, 100_000_000})
_SHIFTED = frozenset({10, 100, 1000})
_SURE_DIGITS = 3
_INJURED = re.compile("[轻重受死遇伤]")
_FEW_RIVALS = 3
_LEAST_SHARED = 2


def check_repeats(material: Material) -> Iterator[Finding]:
    """Questions about figures that are said twice and not alike."""
    for figure in material.figures:
        if material.is_summary(figure):
            body = body_figures(material, figure)
            if agrees(figure, body):
                yield from _same_thing_otherwise(material, figure, body)
            else:
                yield from _said_otherwise(material, figure, body)
    yield from _other_magnitudes(material)
    yield from _other_units(material)


def body_figures(material: Material, figure: Figure) -> list[Figure]:
    """The figures of the body that can say the same as one of a summary."""
    near = material.of_family(figure.family, figure.span.start)
    return [other for other in near if not material.is_summary(other)]


def agrees(figure: Figure, body: list[Figure]) -> bool:
    """Whether the body has the figure, perhaps rounded; 至少4名 is no word for 68人."""
    return any(
        other.range.meets(figure.range) for other in body if not other.is_bound or figure.is_bound
    ) or any(other.amount == figure.amount for other in body)


def _said_otherwise(material: Material, figure: Figure, body: list[Figure]) -> Iterator[Finding]:
    """A figure that the body lacks, where it has one that is a slip, or a power of ten, away."""
    alike = [other for other in body if _is_slip_of(figure, other)]
    if alike:
        words = words_around(material, figure.span)
        best = max(alike, key=lambda other: len(words & words_around(material, other.span)))
        if (
            words & words_around(material, best.span)
            or is_labelled(material, figure.span, best.span)
            or _is_one_of_few(figure, alike, body)
        ):
            yield _question(material, figure, best)
            return
    topic = _topic(material, figure)
    rounded = [
        other
        for other in body
        if _is_rounded_slip_of(figure, other) and len(topic & _told_before(material, other)) >= _LEAST_SHARED
    ]
    if rounded:
        yield _question(material, figure, rounded[0])
        return
    tens = [other for other in body if _is_tens_of(figure, other)]
    if tens and len(figure.digits.rstrip("0")) >= _SURE_DIGITS:
        shown = say("body_says", said=figure.quote, other=tens[0].quote)
        yield ask(TENS, MEDIUM, say("magnitude_in_body"), shown, material.text, figure, tens[0])
        return
    yield from _same_topic_otherwise(material, figure, body)


def _question(material: Material, figure: Figure, other: Figure, severity: str = MEDIUM) -> Finding:
    shown = say("body_says", said=figure.quote, other=other.quote)
    return ask(RULE, severity, say("figure_in_body"), shown, material.text, figure, other)


def _is_tens_of(figure: Figure, other: Figure) -> bool:
    """16.9万名 of 16926人: the same digits, rounded, and the point elsewhere."""
    if (
        not other.digits
        or len(other.digits.rstrip("0")) < _SURE_DIGITS
        or min(figure.amount, other.amount) <= 0
    ):
        return False
    return figure.is_exact and any(
        figure.range.scaled(10.0**power).meets(other.range) for power in (-4, -3, -2, -1, 1, 2, 3, 4)
    )


def is_labelled(material: Material, span: Span, other: Span) -> bool:
    """Whether the label of a line (20日：-31.6℃) stands in the sentence of the other place, before it."""
    sentence = material.sentences[material.sentence_index(span.start)].span
    label = _LABEL.fullmatch(material.simplified, sentence.start, span.start)
    place = material.sentences[material.sentence_index(other.start)].span
    start = max(place.start, other.start - _LABEL_REACH)
    name = _EDGE.sub("", label[1]) if label else ""
    return len(name) > 1 and name in material.simplified[start : other.start]


def _same_thing_otherwise(material: Material, figure: Figure, body: list[Figure]) -> Iterator[Finding]:
    """2人轻伤 in a title, where the body has 2人 of something else, and of this 3人轻伤 throughout."""
    thing = _thing(material, figure)
    same = [
        other for other in body if thing and other.unit == figure.unit and _thing(material, other) == thing
    ]
    words = words_around(material, figure.span)
    if any(
        other.amount == figure.amount
        and other.unit == figure.unit
        and len(words & words_around(material, other.span)) >= _LEAST_SHARED
        for other in body
    ):
        return  # the body says just this
    amounts = {other.amount for other in same}
    is_one = figure.is_exact and len(amounts) == 1 and same[0].is_exact and figure.amount not in amounts
    if is_one and abs(figure.amount - same[0].amount) < same[0].amount * _NOT_TWICE:
        is_sure = bool(_INJURED.match(thing)) or len(figure.digits) > 1
        yield _question(material, figure, same[0], MEDIUM if is_sure else LOW)


def _thing(material: Material, figure: Figure) -> str:
    """The two characters behind a figure, where no sign stands between: what is counted, or done."""
    found = _THING.match(material.simplified, figure.span.end)
    return found[0] if found and figure.mark.label == "COUNT" else ""


def _same_topic_otherwise(material: Material, figure: Figure, body: list[Figure]) -> Iterator[Finding]:
    """优果率提高8个百分点 in a title, where the body says of the same, and only once, 提高6个百分点."""
    topic = _topic(material, figure)
    if len(topic) < _LEAST_TOPIC or not figure.is_exact or not figure.quote[0].isdigit():
        return
    told = [
        other
        for other in body
        if other.unit == figure.unit
        and other.is_exact
        and len(topic & _told_before(material, other)) > len(topic) / 2
        and _direct(material, other) == _direct(material, figure)
    ]
    if len({other.amount for other in told}) == 1 and is_slip(figure.digits, told[0].digits):
        yield _question(material, figure, told[0])


def _topic(material: Material, figure: Figure) -> frozenset[str]:
    """The pairs of characters in the clause before a figure."""
    start = material.sentences[figure.sentence].span.start
    return pairs_of(_ENDS.split(material.simplified[start : figure.span.start])[-1][-_REACH:])


def _told_before(material: Material, figure: Figure) -> frozenset[str]:
    """The pairs of characters in the sentence before a figure."""
    start = max(material.sentences[figure.sentence].span.start, figure.span.start - _SENTENCE_REACH)
    return pairs_of(material.simplified[start : figure.span.start])


def _direct(material: Material, figure: Figure) -> str:
    """The two characters directly before a figure: 提高, 增长."""
    return material.simplified[figure.span.start - 2 : figure.span.start]


def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighboring characters: what two places share of them are the same words.

    >>> sorted(pairs_of("总产值"))
    ['产值', '总产']
    """
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _is_one_of_few(figure: Figure, alike: list[Figure], body: list[Figure]) -> bool:
    """Whether the likeness is no chance even where no word is shared: many digits, or few others as long."""
    rivals = {
        other.amount
        for other in body
        if (other.unit, other.power, len(other.digits)) == (figure.unit, figure.power, len(figure.digits))
    }
    is_only = len({other.amount for other in alike}) == 1
    significant = len(figure.digits.rstrip("0"))
    is_sure = significant > _SURE_DIGITS or (significant == _SURE_DIGITS and len(rivals) <= _FEW_RIVALS)
    return is_only and is_sure


def _is_slip_of(figure: Figure, other: Figure) -> bool:
    is_written = all(each.is_exact and each.quote.lstrip("-－")[0].isdigit() for each in (figure, other))
    if (figure.amount < 0) != (other.amount < 0):
        return False
    if len(figure.digits) < _LEAST_DIGITS or not is_written:
        return False
    is_one_unit = figure.unit == other.unit or {figure.unit, other.unit} <= PEOPLE
    return is_one_unit and figure.power == other.power and is_slip(figure.digits, other.digits)


def _is_rounded_slip_of(figure: Figure, other: Figure) -> bool:
    """超182万 of 128.4万: told with fewer digits, of which one is wrong."""
    tens = 10 ** (figure.power - other.power) if figure.power > other.power else 1
    if tens == 1 or figure.unit != other.unit or len(figure.digits) < _LEAST_DIGITS or not other.digits:
        return False
    down = int(other.digits) // tens
    meant = {str(down), str(round(int(other.digits) / tens))}
    is_long = len(figure.digits) >= _SURE_DIGITS
    return any(
        is_slip(figure.digits, digits) and (is_long or sorted(digits) == sorted(figure.digits))
        for digits in meant
    )


def words_around(material: Material, span: Span) -> frozenset[str]:
    """The pairs of characters in the words around a place, up to the next signs."""
    before = material.simplified[max(0, span.start - _REACH) : span.start]
    after = material.simplified[span.end : span.end + _REACH]
    near = (_ENDS.split(before.rstrip("：:（( "))[-1], _ENDS.split(after.lstrip("：:）) "))[0])
    return pairs_of(near[0]) | pairs_of(near[1])


def _other_magnitudes(material: Material) -> Iterator[Finding]:
    """20.16亿元 and 20.16万元: the same digits, ten thousand times as much."""
    seen: dict[tuple[str, str], list[Figure]] = {}
    for figure in material.figures:
        significant = figure.digits.rstrip("0")
        if len(significant) < _SURE_DIGITS or figure.amount <= 0:
            continue
        for other in seen.setdefault((figure.unit, significant), []):
            ratio = max(figure.amount, other.amount) / min(figure.amount, other.amount)
            shared = words_around(material, figure.span) & words_around(material, other.span)
            is_sure = len(significant) > _SURE_DIGITS or len(shared) >= _LEAST_SHARED
            is_slip = round(ratio) in (_SWAPPED | _SHIFTED)
            if (
                is_sure
                and is_slip
                and not _is_part(material, min(figure, other, key=attrgetter("amount")), ratio)
            ):
                shown = f"{other.quote}\u3000{figure.quote}"
                yield ask(TENS, MEDIUM, say("two_magnitudes"), shown, material.text, other, figure)
                break
        else:
            seen[figure.unit, significant].append(figure)


def _is_part(material: Material, figure: Figure, ratio: float) -> bool:
    """Whether its sentence says how it comes to the larger one: 占10%, or 按100天计算."""
    sentence = material.words(material.sentences[figure.sentence].span)
    return str(round(ratio)) in sentence or any(
        f.is_percent and round(f.amount * ratio) == 100 for f in material.by_sentence[figure.sentence]
    )


def _other_units(material: Material) -> Iterator[Finding]:
    """2.75万海里 and 2.75万公里: the same digits in two units of one kind."""
    units = load_units()
    seen: dict[tuple[str, int], list[Figure]] = {}
    for figure in material.figures:
        unit = units.get(figure.unit)
        if figure.mark.label != "MEASURE" or not unit or len(figure.digits.rstrip("0")) < _LEAST_DIGITS:
            continue
        for other in seen.setdefault((figure.digits, figure.power), []):
            other_unit = units.get(other.unit)
            if (
                other_unit
                and other_unit.id != unit.id
                and other_unit.kind == unit.kind
                and other.amount != figure.amount
                and _is_sure_of_unit(material, other, figure)
            ):
                shown = f"{other.quote}\u3000{figure.quote}"
                yield ask(UNIT, MEDIUM, say("two_units"), shown, material.text, other, figure)
                break
        else:
            seen[figure.digits, figure.power].append(figure)


def _is_sure_of_unit(material: Material, one: Figure, other: Figure) -> bool:
    """Whether the digits are many, or the words around shared."""
    shared = words_around(material, one.span) & words_around(material, other.span)
    return len(one.digits.rstrip("0")) >= _SURE_DIGITS or len(shared) >= _LEAST_SHARED
