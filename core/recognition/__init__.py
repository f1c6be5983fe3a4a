"""Recognition: text and structure to mentions with values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.article import ReadingText
from core.mentions import Mention
from core.recognition.overlaps import resolve_overlaps
from core.recognition.quantities import find_quantities

Recognizer = Callable[[ReadingText], Iterator[Mention]]

# In the order of asking; `resolve_overlaps` decides between them, not the order.
RECOGNIZERS: tuple[Recognizer, ...] = (find_quantities,)


def recognize(reading: ReadingText) -> tuple[Mention, ...]:
    """The mentions of a text, flat and in reading order."""
    return resolve_overlaps(mention for find in RECOGNIZERS for mention in find(reading))
