"""Gold texts: an article with its marks written inline, [[LABEL|text|{"amount": "3"}]].

The first lines may be comments: ``# date: 2022-01-05`` is the article's own date.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from core.text.spans import Span

_MARK = re.compile(r"\[\[([A-Z]+)\|(.*?)(?:\|(\{.*?\}))?\]\]", re.DOTALL)
_HEADER = re.compile(r"# ?(\w+): ?(.*)\n")


@dataclass(frozen=True)
class GoldMark:
    """One mark: its place in the plain text and what the annotator wrote of its value."""

    span: Span
    label: str
    value: dict[str, Any] | None = None


@dataclass(frozen=True)
class Gold:
    """A gold text: plain, with its marks in reading order."""

    name: str
    text: str
    marks: tuple[GoldMark, ...]
    date: date | None = None
    headers: dict[str, str] = field(default_factory=dict)


def parse_gold(marked: str, name: str = "") -> Gold:
    """The text without marks, and the marks."""
    headers: dict[str, str] = {}
    while header := _HEADER.match(marked):
        headers[header[1]] = header[2].strip()
        marked = marked[header.end() :]
    pieces: list[str] = []
    marks: list[GoldMark] = []
    place, length = 0, 0
    for shape in _MARK.finditer(marked):
        pieces += (marked[place : shape.start()], shape[2])
        start = length + shape.start() - place
        length = start + len(shape[2])
        marks.append(GoldMark(Span(start, length), shape[1], json.loads(shape[3]) if shape[3] else None))
        place = shape.end()
    pieces.append(marked[place:])
    day = date.fromisoformat(headers["date"][:10]) if "date" in headers else None
    return Gold(name, "".join(pieces), tuple(marks), day, headers)


def load_gold(path: Path) -> Gold:
    """The gold text of a file."""
    return parse_gold(path.read_text(encoding="utf-8"), path.stem)
