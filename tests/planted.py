"""Contradictions planted into sound articles, and what counts as finding one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.document import Document, Finding
from core.pipeline import mark, open_article
from core.source import source_of
from core.spans import Span

FOLDER = Path(__file__).parent / "data" / "checks"

# One changed figure often breaks two things at once; these rules then name the same mistake.
EQUIVALENT: Mapping[str, frozenset[str]] = {
    "sum": frozenset({"repeat"}),
    "share": frozenset({"repeat", "sum"}),
    "growth": frozenset({"repeat"}),
    "magnitude": frozenset({"repeat", "sum", "share", "unit"}),
    "unit": frozenset({"magnitude", "repeat"}),
    "repeat": frozenset({"sum", "share"}),
    "age": frozenset({"repeat"}),
    "relative_year": frozenset({"repeat"}),
    "order": frozenset({"repeat", "age"}),
}


@dataclass(frozen=True)
class Planted:
    """One contradiction: the article, what was put in the place of what, and its rule."""

    article: str
    old: str
    new: str
    rule: str
    note: str

    def into(self, text: str) -> str:
        """The article's text with the contradiction in it."""
        return text.replace(self.old, self.new, 1)


def load_planted() -> list[Planted]:
    """All planted contradictions."""
    lines = (FOLDER / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    return [Planted(**json.loads(line)) for line in lines]


def load_sound() -> dict[str, str]:
    """The sound articles by name."""
    paths = sorted((FOLDER / "sound").glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def document_of(text: str, name: str) -> Document:
    """The marked document of a text."""
    return mark(open_article(source_of(text.encode(), f"{name}.txt")))


def key_of(finding: Finding) -> tuple[Any, ...]:
    """What makes two findings of two versions of an article the same."""
    return finding.rule, finding.message, tuple(place.quote for place in finding.places)


def verdict(row: Planted, document: Document, findings: Iterable[Finding], known: set[Any]) -> str:
    """How a contradiction was met by a new finding at its place.

    ``right`` with its rule, ``equivalent`` with one that names the same mistake, ``other`` with another rule,
    ``missed`` with none.
    """
    start = document.text.index(row.new)
    place = Span(start, start + len(row.new))
    rules = {
        finding.rule
        for finding in findings
        if key_of(finding) not in known
        and any(place.overlaps(each.span) or place.contains(each.span) for each in finding.places)
    }
    if row.rule in rules:
        return "right"
    if rules & EQUIVALENT.get(row.rule, frozenset()):
        return "equivalent"
    return "other" if rules else "missed"
