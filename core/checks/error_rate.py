"""Errors per 10,000 characters, counted as the quality rules for newspapers and periodicals count them.

``resources/error_weights.toml`` names the rules and has the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.assets import load_toml
from core.document import Document, Finding
from core.overview import word_count
from core.text.spans import Span

PER = 10_000
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """The weight of what a person has called a mistake, that of what is still asked, and the characters."""

    mistakes: float
    asked: float
    characters: int

    @property
    def confirmed(self) -> float:
        """Mistakes per 10,000 characters."""
        return self.mistakes * PER / self.characters if self.characters else 0.0

    @property
    def possible(self) -> float:
        """The same if all that is still asked were mistakes too."""
        return (self.mistakes + self.asked) * PER / self.characters if self.characters else 0.0


def error_rate(document: Document) -> ErrorRate:
    """How many errors an article has, and may have."""
    return rate_of(document.findings, headings_of(document), word_count(document))


def headings_of(document: Document) -> tuple[Span, ...]:
    """Title and headings, where an error counts twice."""
    return tuple(b.span for b in document.article.blocks if b.kind in ("title", "heading"))


def rate_of(findings: Iterable[Finding], headings: Iterable[Span], characters: int) -> ErrorRate:
    """The errors among some findings."""
    headings = tuple(headings)
    groups: dict[str, list[tuple[Finding, bool]]] = {"mistake": [], "open": []}
    for finding in findings:
        kind = finding.decision or "open"
        if kind in groups:
            is_heading = any(span.overlaps(place.span) for span in headings for place in finding.places)
            groups[kind].append((finding, is_heading))
    return ErrorRate(weight_of(groups["mistake"]), weight_of(groups["open"]), characters)


def weight_of(findings: Iterable[tuple[Finding, bool]]) -> float:
    """The weight of findings; each with whether it stands in a heading, where it counts twice."""
    seen: Counter[tuple[str, str]] = Counter()
    sums: dict[str, float] = {}
    weights = _weights()
    for finding, is_heading in findings:
        mistake = finding.rule, finding.message
        seen[mistake] += 1
        if seen[mistake] > _MOST_TIMES:
            continue
        is_doubled = is_heading or finding.rule in weights["doubled"]
        weight = weights["weights"].get(finding.rule, 1.0) * (2 if is_doubled else 1)
        sums[finding.rule] = min(
            sums.get(finding.rule, 0.0) + weight, weights["most"].get(finding.rule, float("inf"))
        )
    return sum(sums.values())


@cache
def _weights() -> dict[str, Any]:
    return load_toml("error_weights.toml")
