"""Which of several mentions of one place stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from core.mentions import Mention
from core.text.spans import longest_first

# Of two equally long mentions the label that stands earlier here stays: 2021年11月 is a DATE before a COUNT,
# a quoted title a WORK before a TERM, 三台 the county before three of something.
PRECEDENCE = (
    "WORK",
    "TERM",
    "TIME",
    "DATE",
    "SET",
    "DURATION",
    "MONEY",
    "PERCENT",
    "MEASURE",
    "ORDINAL",
    "NUMBER",
    "PER",
    "LOC",
    "ORG",
    "COUNT",
)
_RANK = {label: rank for rank, label in enumerate(PRECEDENCE)}
_NAMES = frozenset({"PER", "LOC", "ORG"})


def resolve_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The flat marks of DESIGN, in reading order: the longest span, on a tie the label of precedence.

    Labels of a user's own scheme come before ours: who taught them wants them. A name does not begin with the
    end of a figure: in 20名山区学生 there is no 名山区.
    """
    ranked = sorted(_without_crossing(list(mentions)), key=lambda mention: _RANK.get(mention.label, -1))
    return tuple(longest_first(ranked))


def _without_crossing(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions but those names that begin inside a figure or time and go on behind it."""
    figures = [m.span for m in mentions if m.label in _RANK and m.label not in _NAMES]
    figures.sort(key=lambda span: span.start)
    starts = [span.start for span in figures]
    for mention in mentions:
        before = bisect_left(starts, mention.span.start) - 1
        is_cut = before >= 0 and mention.span.start < figures[before].end < mention.span.end
        if not (is_cut and mention.label in _NAMES):
            yield mention
