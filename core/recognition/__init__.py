"""Recognition: text and structure to mentions with values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.article import ReadingText
from core.mentions import Mention
from core.recognition.names import find_names
from core.recognition.overlaps import resolve_overlaps
from core.recognition.quantities import find_quantities
from core.recognition.terms import find_terms
from core.recognition.times import find_times
from core.recognition.works import find_works

Recognizer = Callable[[ReadingText], Iterator[Mention]]

# In the order of asking; `resolve_overlaps` decides between them, not the order.
RECOGNIZERS: tuple[Recognizer, ...] = (
    find_works,
    find_terms,
    find_names,
    find_quantities,
    find_times,
)


def recognize(reading: ReadingText) -> tuple[Mention, ...]:
    """The mentions of a text, flat and in reading order."""
    return resolve_overlaps(mention for find in RECOGNIZERS for mention in find(reading))
