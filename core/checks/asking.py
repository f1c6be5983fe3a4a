"""How a check puts its question: a sentence in Chinese, the reckoning on a second line, and the places."""

from __future__ import annotations

from core.document import Finding, Place
from core.text.spans import HasSpan, Span

HIGH, MEDIUM, LOW = "high", "medium", "low"


def ask(
    rule: str, severity: str, question: str, reckoning: str, text: str, *places: HasSpan | Span
) -> Finding:
    """A finding without an id. The places come in reading order, each once.

    >>> ask("word", LOW, "“帐户”应为“账户”？", "", "个人帐户", Span(2, 4)).places[0].quote
    '帐户'
    """
    spans = {place if isinstance(place, Span) else place.span for place in places}
    quoted = tuple(Place(span, span.of(text)) for span in sorted(spans))
    return Finding("", rule, severity, f"{question}\n{reckoning}" if reckoning else question, quoted)
