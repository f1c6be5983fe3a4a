"""Mentions: what a recognizer found, before anybody has looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from core.text.spans import Span
from core.values import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names or measures something.

    ``origin`` says which recognizer found it and by which rule ("quantities", "names/lexicon").
    ``confidence`` is the calibrated probability that span and label are right. ``assumes`` are the ids of
    suggested repairs that it was read through; the pipeline fills it in.
    """

    span: Span
    label: str
    value: Value | None = None
    confidence: float = 0.9
    origin: str = ""
    assumes: tuple[str, ...] = ()
