"""Recognition: text and structure to mentions with values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.article import ReadingText
from core.mentions import Mention
from core.recognition.overlaps import resolve_overlaps
from core.recognition.quantities import find_quantities
from core.recognition.times import find_times

Recognizer = Callable[[ReadingText], Iterator[Mention]]

# In the order of asking; `resolve_overlaps` decides between them, not the order.
RECOGNIZERS: tuple[Recognizer, ...] = (find_quantities, find_times)


def recognize(reading: ReadingText) -> tuple[Mention, ...]:
    """The mentions of a text, flat and in reading order."""
    return resolve_overlaps(mention for find in RECOGNIZERS for mention in find(reading))
