"""Which of several mentions of one place stays."""

from __future__ import annotations

from collections.abc import Iterable

from core.mentions import Mention
from core.spans import longest_first

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


def resolve_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The flat marks of DESIGN, in reading order: the longest span, on a tie the label of precedence.

    Labels of a user's own scheme come before ours: who taught them wants them.
    """
    ranked = sorted(mentions, key=lambda mention: _RANK.get(mention.label, -1))
    return tuple(longest_first(ranked))
