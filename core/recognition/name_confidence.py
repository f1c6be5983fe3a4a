"""How likely a name is right: what speaks for it and against it, weighed as marked articles taught.

``packaging/calibrate_names.py`` makes the weights (``resources/models/name_confidence.toml``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core import assets
from core.language.lexicon import Lexicon
from core.mentions import Mention
from core.recognition.presence import Presence
from core.recognition.tagger import LABELS

Evidence = Mapping[str, float]
"""How much of each kind of evidence there is; what is not named is 0."""

LONG_NAME = 8
"""Characters from which on a name is long, and its ends are far from each other."""

CLEARLY_NONE = 0.02
"""Taken for the probability that a name goes on where the text does not."""

_CLIP = 1e-4
_HAN = range(0x4E00, 0xA000)


@dataclass(frozen=True, slots=True)
class Found:
    """The names of a text with what they were found by: the tagger's own names and its presence."""

    text: str
    names: Sequence[Mention]
    tagged: Sequence[Mention]
    presence: Presence
    lexicon: Lexicon


def weighed(found: Found) -> Iterator[Mention]:
    """The names of an article with the probability that their ends and label are right as confidence.

    Labels of the user's own keep the tagger's.
    """
    weights = _weights()
    for name, evidence in zip(found.names, evidence_of(found), strict=True):
        odds = sum(amount * weights.get(kind, 0.0) for kind, amount in evidence.items())
        # Rounded, as the last digits of an exponential are another on every system.
        confidence = round(1 / (1 + math.exp(-odds)), 4)
        yield replace(name, confidence=confidence) if name.label in LABELS else name


def evidence_of(found: Found) -> Iterator[Evidence]:
    """The evidence for each name, in their order."""
    text, presence = found.text, found.presence
    tagged_at = {place: m for m in found.tagged for place in range(m.span.start, m.span.end)}
    often = Counter(name.span.of(text) for name in found.names)
    for name in found.names:
        start, end = name.span.start, name.span.end
        words = name.span.of(text)
        yield {
            "always": 1.0,
            f"label {name.label}": 1.0,
            f"origin {name.origin}": 1.0,
            f"tagger {_agreement(name, (tagged_at.get(place) for place in range(start, end)))}": 1.0,
            "score": log_odds(name.confidence),
            "least presence": log_odds(presence.least(start, end)),
            "presence before": log_odds(_beyond(text, presence, start - 1)),
            "presence behind": log_odds(_beyond(text, presence, end)),
            "known": float(bool(found.lexicon.named(words))),
            "often": math.log(often[words]),
            "two characters": float(len(words) == 2),
            "long": float(len(words) >= LONG_NAME),
        }


def log_odds(probability: float) -> float:
    """The logarithm of the odds, finite at the ends.

    >>> log_odds(0.5), round(log_odds(1.0), 1)
    (0.0, 9.2)
    """
    clipped = min(max(probability, _CLIP), 1 - _CLIP)
    return math.log(clipped / (1 - clipped))


def _agreement(name: Mention, tagged: Iterable[Mention | None]) -> str:
    """What the tagger says of the place: the ``same``, ``another label``, ``other ends`` or ``none``."""
    there = [each for each in tagged if each]
    if not there:
        return "none"
    if all(each.span == name.span for each in there):
        return "same" if there[0].label == name.label else "another label"
    return "other ends"


def _beyond(text: str, presence: Presence, place: int) -> float:
    """How likely the name goes on at a place beside it."""
    is_han = 0 <= place < len(text) and ord(text[place]) in _HAN
    return presence.at(place) if is_han else CLEARLY_NONE


@cache
def _weights() -> Mapping[str, float]:
    return dict(assets.load_toml("models/name_confidence.toml")["weights"])
