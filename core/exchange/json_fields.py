"""Fields of other tools' JSON, taken only where they are what they should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from core.errors import NotText
from core.text.spans import Span

_NOT_AS_EXPECTED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


@contextmanager
def expected(what: str) -> Iterator[None]:
    """Say that ``what`` is none where a field is missing or of another type than the format has it."""
    try:
        yield
    except _NOT_AS_EXPECTED as error:
        raise NotText(None, f"{what}: {type(error).__name__} {error}") from error


def loaded(data: bytes) -> Any:
    """The value of a JSON file; a byte order mark is no part of it."""
    return json.loads(data.decode("utf-8-sig", "replace"))


def text_in(value: Any) -> str:
    """A string, TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError("text is not a string")
    return value


def span_in(text: str, start: int, end: int) -> Span:
    """A stretch of ``text``, ValueError for one that is not in it."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}…{end} is not in the text")
    return Span(start, end)
