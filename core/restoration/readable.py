"""Whether bytes read in another encoding read as Chinese: what the finders of wrong encodings share."""

from __future__ import annotations

import re

from core.repairs import LOST
from core.restoration.language import language, normalized

READABLE = 7.5
"""Nats a character up to which text is believed: Chinese costs some 5, a wrong decoding 10 and more."""

# One place in so many may be lost.
_MOST_LOST = 4
_LEAST_HAN = 2
_HAN = re.compile("[一-鿿]")


def cost_of(text: str) -> float:
    """The language model's cost for each character of a text, in nats, without its lost places."""
    known = normalized(text.replace(LOST, ""))
    return language().text_cost(known) / max(1, len(known))


def is_readable(text: str) -> bool:
    """Whether it has Chinese characters and costs no more than Chinese does."""
    return len(_HAN.findall(text)) >= _LEAST_HAN and cost_of(text) < READABLE


def unless_lost(text: str) -> str:
    """The text; empty where too many of its places are lost."""
    return text if text.count(LOST) * _MOST_LOST < len(text) else ""
