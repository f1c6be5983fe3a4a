"""Words in the place of others that sound or look like them: 感到现场 for 赶到现场, 劳动地成果 for 的成果.

Each is right elsewhere, so that only the sentence tells: it must be far likelier with the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from core.assets import load_text
from core.checks.writing.likelihood import gain
from core.text.spans import Span

# Nats that the sentence must gain.
_CONFUSED_GAIN = 6.5
_PARTICLES = re.compile("[地得]")
# What must follow, and the nats that the sentence must gain, for another particle to be meant (劳动地成果,
# 激动得握住); 的 for 地 and 得 is known by its neighbors, in the table of words.
_MEANT_PARTICLES = {
    "地": (("的", re.compile(r"(?![\u4e00-\u9fff]{1,2}[着了过])"), 8.5), ("得", re.compile(""), 2.0)),
    "得": (
        ("的", re.compile(""), 7.1),
        ("地", re.compile(r"[\u4e00-\u9fff]{1,2}[着住了过]|[向把将朝往]"), 3.5),
    ),
}

Guess = tuple[Span, str]
"""Where a word stands, and the one that is meant."""


def find_soundalikes(text: str) -> Iterator[Guess]:
    """Words that the sentence has for others, if segmentation makes words of them."""
    yield from _confused(text)
    yield from _particles(text)


def _confused(text: str) -> Iterator[Guess]:
    for found in _confused_words().finditer(text):
        for other in _taken_for()[found[0]]:
            if gain(text, found.start(), found[0], other) > _CONFUSED_GAIN:
                yield Span(*found.span()), other


def _particles(text: str) -> Iterator[Guess]:
    for found in _PARTICLES.finditer(text):
        for other, follows, needed in _MEANT_PARTICLES[found[0]]:
            if follows.match(text, found.end()) and gain(text, found.start(), found[0], other) > needed:
                yield Span(*found.span()), other


@cache
def _confused_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_taken_for(), key=lambda word: (-len(word), word))))


@cache
def _taken_for() -> Mapping[str, tuple[str, ...]]:
    """The words that each is taken for."""
    groups = [row.split() for row in load_text("lexicons/confused_words.txt").splitlines() if row[:1] != "#"]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}
