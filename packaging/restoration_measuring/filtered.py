"""How well filtered characters are told: suggestions on pages that lack them, and on pages that do not."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from restoration_measuring.damaging import random_chain

from core.language.script import HANS, convert, converter, to_machine_traditional
from core.repairs import applied, compose, in_reading
from core.restoration import restore
from core.restoration.damage import FOLDED, damage
from core.restoration.dropped import FILTERED


@dataclass
class Filtered:
    """Suggested characters with whether they are right, and how many were missing."""

    missing: int = 0
    suggestions: list[tuple[float, bool]] = field(default_factory=list)
    wrong: list[tuple[float, str]] = field(default_factory=list)

    def at(self, confidence: float) -> tuple[float, float]:
        """Recall and precision of the suggestions from a confidence on."""
        right = [is_right for share, is_right in self.suggestions if share >= confidence]
        return sum(right) / max(1, self.missing), sum(right) / max(1, len(right))


def measure_filtered(pages: Iterable[str], *, seed: int, filtered: str = FILTERED) -> Filtered:
    """Damaged pages, without the characters ``filtered`` in either script, and what is suggested on them."""
    random_source = random.Random(seed)
    result = Filtered()
    for page in pages:
        clean = to_machine_traditional(page)
        chain = random_chain(clean, random_source)
        shown = damage(clean, replace(chain, filtered=filtered + to_machine_traditional(filtered)))
        expected = convert(clean, to=HANS)
        result.missing += sum(c in filtered for c in expected)
        for confidence, is_right, words in _suggestions(shown, expected, filtered):
            result.suggestions.append((confidence, is_right))
            if not is_right:
                result.wrong.append((confidence, words))
    return result


def _suggestions(shown: str, expected: str, filtered: str) -> Iterator[tuple[float, bool, str]]:
    """Each suggested character of a page: its confidence, whether it is right, and the words around."""
    restoration = restore(shown)
    applied_ids = {repair.id for repair in applied(restoration.repairs)}
    taken = [r for r in restoration.repairs if r.id in applied_ids or r.kind == "dropped"]
    text = compose(shown, taken, converter(restoration.script)).text
    right = _right_places(expected, text, filtered)
    for repair, span in in_reading([replace(r, status="applied") for r in taken]):
        if repair.kind != "dropped":
            continue
        for place in range(span.start, span.end):
            words = f"{text[max(0, place - 6) : place]}[{text[place]}]{text[place + 1 : place + 7]}"
            yield repair.confidence, place in right, words


def _right_places(expected: str, text: str, filtered: str) -> set[int]:
    """Places of filtered characters of ``text`` that the clean page has there too."""
    matcher = SequenceMatcher(None, expected.translate(FOLDED), text.translate(FOLDED), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {j + k for i, j, n in blocks for k in range(n) if text[j + k] in filtered}


def report_filtered(name: str, filtered: Filtered, *, examples: int = 0) -> None:
    """Recall and precision at some confidences, and the surest of the wrong ones."""
    print(f"{name}: {filtered.missing} missing, {len(filtered.suggestions)} suggested")
    for confidence in (0.5, 0.7, 0.9, 0.95, 0.99):
        recall, precision = filtered.at(confidence)
        print(f"  from {confidence}: recall {recall:.1%}, precision {precision:.1%}")
    for confidence, words in sorted(filtered.wrong, reverse=True)[:examples]:
        print(f"    {confidence:.3f} {words!r}")
