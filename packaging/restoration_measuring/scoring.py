"""What comes back of damaged pages: errors, lost places, half-eaten characters, speed."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from restoration_measuring.damaging import Traced, random_chain, trace

from core.language.script import HANS, convert, converter, to_machine_traditional
from core.repairs import LOST, applied, compose
from core.restoration import restore
from core.restoration.damage import FOLDED


@dataclass
class Score:
    """Counts over all pages."""

    characters: int = 0
    wrong: int = 0
    wrong_width: int = 0
    eaten: int = 0
    eaten_marked: int = 0
    halved: int = 0
    halved_right: int = 0
    halved_wrong: int = 0
    vanished: int = 0
    vanished_marked: int = 0
    shown: int = 0
    seconds: float = 0.0
    repairs: Counter[tuple[str, bool, str]] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)


def score_page(score: Score, traced: Traced, *, keep: int = 0) -> None:
    """Restore one damaged page and count what came back."""
    start = time.process_time()
    restoration = restore(traced.shown)
    score.seconds += time.process_time() - start
    score.shown += len(traced.shown)
    score.repairs.update((r.kind, r.proved, r.status) for r in restoration.repairs)
    got = compose(traced.shown, applied(restoration.repairs), converter(restoration.script)).text
    expected = convert(traced.clean, to=HANS)
    result = _align(expected, got)
    apart = traced.eaten | traced.halved | {i for pair in traced.vanished for i in pair}
    for i, character in enumerate(expected):
        if i not in apart:
            score.characters += 1
            is_right = result[i].translate(FOLDED) == character.translate(FOLDED)
            score.wrong += not is_right
            score.wrong_width += is_right and result[i] != character
    score.eaten += len(traced.eaten)
    score.eaten_marked += sum(LOST in result[i] or result[i] == expected[i] for i in traced.eaten)
    for i in traced.eaten:
        if keep and LOST not in result[i]:
            print("    eaten", repr(expected[max(0, i - 8) : i + 8]), result[i])
    halved = [i for i in traced.halved if expected[i] != "。"]
    score.halved += len(halved)
    score.halved_right += sum(result[i] == expected[i] for i in halved)
    score.halved_wrong += sum(result[i] != expected[i] and LOST not in result[i] for i in halved)
    score.vanished += len(traced.vanished)
    score.vanished_marked += sum(_is_marked(expected, result, pair) for pair in traced.vanished)
    if len(score.examples) < keep:
        score.examples += _differences(expected.translate(FOLDED), got.translate(FOLDED), apart)


def _is_marked(expected: str, result: list[str], pair: tuple[int, int]) -> bool:
    return any(LOST in result[i] for i in pair) or all(result[i] == expected[i] for i in pair)


def _align(expected: str, got: str) -> list[str]:
    """What stands in ``got`` for every character of ``expected``."""
    result = [""] * len(expected)
    for tag, i1, i2, j1, j2 in SequenceMatcher(
        None, expected.translate(FOLDED), got.translate(FOLDED), autojunk=False
    ).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            result[i1:i2] = got[j1:j2]
        elif tag != "insert":
            result[i1:i2] = [got[j1:j2]] * (i2 - i1)
        elif i1 < len(result):
            result[i1] += got[j1:j2]
    return result


def _differences(expected: str, got: str, apart: frozenset[int] | set[int]) -> Iterator[tuple[str, str]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if tag != "equal" and not apart.issuperset(range(i1, i2)):
            yield expected[max(0, i1 - 6) : i2 + 6], got[max(0, j1 - 6) : j2 + 6]


def measure_damaged(pages: Iterable[str], *, seed: int, keep: int = 0) -> Score:
    """Damage and restore pages; the first ``keep`` differences are kept as examples."""
    random_source = random.Random(seed)
    score = Score()
    for page in pages:
        clean = to_machine_traditional(page)
        score_page(score, trace(clean, random_chain(clean, random_source)), keep=keep)
    return score


def report(name: str, score: Score) -> None:
    """One block of figures."""
    print(f"{name}: {score.characters:,} characters")
    print(f"  character error rate   {score.wrong / max(1, score.characters):.4%}  ({score.wrong})")
    print(f"  half for full width    {score.wrong_width}")
    print(f"  eaten, marked as lost  {score.eaten_marked} of {score.eaten}")
    print(f"  half eaten             {score.halved}: {score.halved_right} right, {score.halved_wrong} wrong")
    print(f"  vanished, marked       {score.vanished_marked} of {score.vanished}")
    print(f"  speed                  {score.shown / score.seconds:,.0f} characters/s")
    for key, number in sorted(score.repairs.items()):
        print(f"  {key}: {number}")
    for expected, got in score.examples:
        print("   ", repr(expected), repr(got))
