"""How likely a relation that nearly holds was meant: what its words, its place and its digits say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise

from core.checks.numbers.reckoning.candidates import (
    FALL,
    MULTIPLE,
    PRODUCT,
    RATE,
    RISE,
    SAME,
    SHARE,
    SUM,
    Candidate,
)
from core.checks.numbers.reckoning.context import Context
from core.checks.numbers.reckoning.operands import AMOUNT, Operand

_CUES = {
    "opens": re.compile(r"其中|包括|分为|分别"),
    "rest": re.compile(r"其余|余下|剩|还有|尚有|另有|另外|未"),
    "total": re.compile(r"合计|共|总|一共|相加|加起来"),
    "more": re.compile(r"增|多|高出?|升|提高|涨|长|快|超|净"),
    "less": re.compile(r"减|少|低|降|缩|跌|省|扣|落"),
    "than": re.compile(r"比|较|去年|上年|同期|由|从|原"),
    "part": re.compile(r"占"),
    "rate": re.compile(r"率|比重|比例"),
    "each": re.compile(r"每|均|单价|亩产|日薪|月薪|一[天日年月户亩]"),
    "by": re.compile(r"按"),
    "done": re.compile(r"已|完成"),
    "to": re.compile(r"[至到为达]$"),
}
_SIGNS = re.compile(r"[，；：。、（(）)\n\u3000]")
_BREAKS = re.compile(r"[。！？\n]|；|[，：]|[、（(]|[和与及]")
_KINDS = {"。": 4, "！": 4, "？": 4, "\n": 4, "；": 3, "，": 2, "：": 2, "、": 1, "（": 1, "(": 1}
_DIGITS = re.compile(r"^[-\d.,，]+")
_FAR = 120
KINDS = (SUM, "row", SHARE, RATE, RISE, FALL, MULTIPLE, PRODUCT, SAME)
"""The kinds of relations that weights are learnt for."""
_HALF = 0.5
_SHARED = ("widest", "jumps", "digits", "most", "units", "written")


class Evidence:
    """What the words of an article and the places of its figures say of their relations.

    What is said of a figure, or of the words between two, is kept: many relations share it.
    """

    def __init__(self, text: str, operands: Sequence[Operand]) -> None:
        self.text, self.operands = text, operands
        self._of_slots: dict[tuple[int, str], tuple[str, ...]] = {}
        self._breaks: dict[tuple[int, int], int] = {}

    def shape(self, candidate: Candidate) -> list[str]:
        """What speaks for a relation's being meant, whatever its figures are: their words and places."""
        slots = [self.operands[slot] for slot in candidate.slots]
        names = _names(candidate.kind, len(slots))
        found: list[str] = []
        for place, name in zip(candidate.slots, names, strict=True):
            if name != "p":
                found += self._of_slot(place, name)
        found += _of_all(slots, names)
        found += self._of_place(candidate, names)
        if candidate.kind == SUM:
            found.append(self._behind(candidate))
        if candidate.kind == SAME:
            found += _of_words(self.text, slots)
        found += _of_sizes(tuple([slot.significant for slot in slots]))
        return found

    def mending(self, candidate: Candidate, context: Context) -> list[str]:
        """What speaks for a mistake in a relation that nearly holds: what would mend it."""
        slots = [self.operands[slot] for slot in candidate.slots]
        return list(dict.fromkeys(_of_mending(candidate, slots, _names(candidate.kind, len(slots)), context)))

    def _of_slot(self, place: int, name: str) -> tuple[str, ...]:
        if (kept := self._of_slots.get((place, name))) is not None:
            return kept
        slot = self.operands[place]
        found = [f"{name}={slot.role}", *(f"{name}~{cue}" for cue in _cues_of(slot.lead))]
        if slot.is_summary:
            found.append(f"{name} summary")
        if slot.per:
            found.append(f"{name} per")
        if slot.family.startswith("时"):
            found.append(f"{name} time")
        return self._of_slots.setdefault((place, name), tuple(found))

    def _of_place(self, candidate: Candidate, names: Sequence[str]) -> tuple[str, ...]:
        places = candidate.slots
        order = sorted(range(len(places)), key=places.__getitem__)
        breaks = tuple([self._break(places[one], places[other]) for one, other in pairwise(order)])
        jumps = places[order[-1]] - places[order[0]] - len(breaks)
        return _of_order("".join([names[n] for n in order if names[n] != "p"]), breaks, jumps)

    def _behind(self, candidate: Candidate) -> str:
        """As which part its sentence tells the next of the family behind a sum: left out, as 其余3枚."""
        last = max(candidate.slots)
        one, other = self.operands[last], self.operands[min(last + 1, len(self.operands) - 1)]
        is_told = last + 1 < len(self.operands) and other.sentence == one.sentence
        return f"then {other.role if is_told and other.family == one.family else None}"

    def _break(self, one: int, other: int) -> int:
        """How strong the strongest sign between two figures is, up to 5 for the end of a paragraph."""
        if (kept := self._breaks.get((one, other))) is not None:
            return kept
        first, second = self.operands[one], self.operands[other]
        start, end = first.span.end, second.span.start
        gap = self.text[start:end] if end - start < _FAR else "\n"
        is_apart = first.paragraph != second.paragraph
        wide = 5 if is_apart else max((_KINDS.get(found[0], 0) for found in _BREAKS.finditer(gap)), default=0)
        return self._breaks.setdefault((one, other), wide)


def shape_of(evidence: Evidence, candidate: Candidate) -> list[str]:
    """The names by which a relation's shape is learnt: those of its kind, and those that all kinds share."""
    kind, found = kind_of(candidate), evidence.shape(candidate)
    return [
        *(f"{kind} {name}" for name in found),
        *(name for name in found if name.startswith(_SHARED)),
        kind,
    ]


def features_of(evidence: Evidence, candidate: Candidate, context: Context) -> list[str]:
    """The names by which a mistake is learnt: the shape's, and what would mend it in its kind and in any."""
    kind, found = kind_of(candidate), evidence.mending(candidate, context)
    return [
        *shape_of(evidence, candidate),
        *(f"{kind} {name}" for name in found),
        *(f"any {name}" for name in found),
    ]


def kind_of(candidate: Candidate) -> str:
    """What kind of relation its weights are learnt for: a sum of more than two parts is one of its own."""
    return candidate.kind if candidate.kind != SUM or len(candidate.slots) == 3 else "row"


@cache
def _names(kind: str, count: int) -> tuple[str, ...]:
    """What each slot is called: w and its parts, which stand in reading order."""
    if kind == SUM:
        return ("w", "a", "b") if count == 3 else ("w", *["p"] * (count - 2), "z")
    if kind == PRODUCT:
        return ("e", "w", "n", "m")[:count]
    return ("r", "x", "y") if kind != SAME else ("s", "t")


@lru_cache(maxsize=4096)
def _of_sizes(sizes: tuple[int, ...]) -> tuple[str, ...]:
    most = max(sizes)
    return f"digits {min(10, sum(sizes) - most)}", f"most {min(4, most)} least {min(4, min(sizes))}"


@lru_cache(maxsize=4096)
def _of_order(pattern: str, breaks: tuple[int, ...], jumps: int) -> tuple[str, ...]:
    widest = max(breaks)
    found = (
        f"order {pattern}",
        f"widest {widest}",
        f"order {pattern} widest {widest}",
        f"jumps {min(jumps, 4)}",
        f"order {pattern} jumps {min(jumps, 3)}",
    )
    if len(breaks) == 2:
        return *found, f"order {pattern} breaks {breaks[0]}{breaks[1]}"
    return *found, f"mean {round(2 * sum(breaks) / len(breaks))}", f"parts {min(len(breaks), 5)}"


def _of_all(slots: Sequence[Operand], names: Sequence[str]) -> Iterator[str]:
    roles = "".join(f"{name}{slot.role} " for slot, name in zip(slots, names, strict=True) if name != "p")
    yield f"roles {roles}"
    yield f"units {min(3, len({slot.unit for slot in slots}))}"
    quotes = {_written(slot.quote) for slot, name in zip(slots, names, strict=True) if name in "wabpzxy"}
    yield f"written {min(2, len(quotes))}"


@lru_cache(maxsize=4096)
def _written(quote: str) -> str:
    """A figure without its leading digits: 3.2万元, 万元."""
    return _DIGITS.sub("", quote)


def _of_words(text: str, slots: Sequence[Operand]) -> Iterator[str]:
    """How much the words around two figures have in common."""
    one, other = slots
    first, second = _words_of(one.lead), _words_of(other.lead)
    shared = len(first & second)
    behind = [text[slot.span.end : slot.span.end + 2] for slot in slots]
    same = sum(a == b for a, b in zip(*behind, strict=False))
    whole = len(
        _words_of(one.lead + "，" + text[one.span.end : one.span.end + 12])
        & _words_of(other.lead + "，" + text[other.span.end : other.span.end + 12])
    )
    summaries = one.is_summary + other.is_summary
    yield f"before {min(4, shared)}"
    yield f"around {min(6, whole)}"
    yield f"around {min(6, whole)} in {summaries}"
    yield f"behind {same}"
    yield f"behind {same} before {min(3, shared)} in {summaries}"
    yield f"all before {bool(first) and bool(second) and 2 * shared >= min(len(first), len(second))}"
    yield f"summaries {summaries}"
    yield f"digits {min(4, one.significant)} in {summaries}"
    yield f"unit {one.unit == other.unit}"
    yield f"label {one.family if one.kind == AMOUNT and len(one.family) == 1 else one.kind}"


@lru_cache(maxsize=4096)
def _words_of(words: str) -> frozenset[str]:
    """The pairs of characters of some words, none across a sign."""
    return frozenset(
        part[at : at + 2] for part in _SIGNS.split(words) for at in range(len(part) - 1) if part[at] > "z"
    )


@lru_cache(maxsize=4096)
def _cues_of(lead: str) -> tuple[str, ...]:
    """What the words of the last clause before a figure say of it."""
    clause = _SIGNS.split(lead)[-1]
    return tuple(cue for cue, pattern in _CUES.items() if pattern.search(clause)) or ("none",)


def _of_mending(
    candidate: Candidate, slots: Sequence[Operand], names: Sequence[str], context: Context
) -> Iterator[str]:
    support = [context.support[slot] for slot in candidate.slots]
    sizes = [slot.significant for slot in slots]
    best, agree, twin, turned = 0, 0, False, 0
    kept = 1.0
    repeats = []
    for n, values in candidate.mends:
        slot, name = candidate.slots[n], names[n] if names[n] != "p" else "z"
        yield f"mend {name} {min(4, sizes[n])}"
        is_said = context.times[slot] > 1
        repeats.append(is_said)
        if is_said:
            continue
        best = max(best, sizes[n])
        if any(sorted(value) == sorted(slots[n].digits) for value in values):
            turned = max(turned, sizes[n])
        agree = max(agree, max([len(context.mending[slot, value]) for value in values]) - 1)
        twin = twin or any(
            (slots[n].family, round(int(value) * slots[n].size, 6)) in context.said for value in values
        )
        kept = min(kept, support[n])
    yield from _of_mends(min(4, best), min(4, max(sizes)), min(3, agree), twin)
    yield f"turned {min(4, turned)}"
    yield f"loose {candidate.is_loose}"
    yield f"repeated {all(repeats)} {any(repeats)}"
    if candidate.tens and not candidate.mends:
        n = max(candidate.tens, key=lambda each: sizes[each[0]])[0]
        power = dict(candidate.tens)[n]
        slot = candidate.slots[n]
        yield f"tens {min(4, sizes[n])} {abs(power)}"
        yield f"tens {min(10, sum(sizes) - max(sizes))}"
        yield f"tens agree {min(3, len(context.mending[slot, power]) - 1)}"
        twin = (slots[n].family, round(slots[n].amount * 10.0**power, 6)) in context.said
        yield f"tens twin {twin}"
        kept = support[n]
    pairs = combinations(sorted(candidate.slots), 2)
    yield f"covered {round(4 * max(context.covered.get(pair, 0.0) for pair in pairs))}"
    yield f"own support {round(5 * kept)}"
    yield f"least support {round(5 * sorted(support)[1])}"
    yield f"all support {sum(value > _HALF for value in support)} of {min(4, len(support))}"


@lru_cache(maxsize=1024)
def _of_mends(best: int, most: int, agree: int, twin: bool) -> tuple[str, ...]:
    return f"best {best}", f"best {best} of {most}", f"agree {agree}", f"twin {twin}"
