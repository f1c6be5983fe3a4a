"""Contradictions planted into sound articles, and what counts as finding one."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from core.document import Document, Finding
from core.files.source import source_of
from core.house import NO_HOUSE, House
from core.pipeline import mark, open_article
from core.text.spans import Span

FOLDER = Path(__file__).parent / "data" / "checks"
SETS: Mapping[str, Path] = {
    "first": FOLDER,
    **{
        name: FOLDER / name
        for name in ("fresh", "third", "fourth", "fifth", "sixth", "seventh", "figures", "desk")
    },
}
"""The sets of articles: each a folder of sound ones and a file of what was planted into them."""
WRITTEN = House(today=date(2026, 11, 24))
"""The day on which all of them were written, when an editor would have checked them."""


@dataclass(frozen=True)
class Planted:
    """One contradiction: the article, what was put in the place of what, and what its planter calls it."""

    article: str
    old: str
    new: str
    rule: str
    note: str

    def into(self, text: str) -> str:
        """The article's text with the contradiction in it."""
        return text.replace(self.old, self.new, 1)

    def place(self, text: str) -> Span:
        """Where it stands in the text that has it."""
        start = text.index(self.new)
        return Span(start, start + len(self.new))


def load_planted(which: str) -> list[Planted]:
    """All planted contradictions of a set."""
    lines = (SETS[which] / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    return [Planted(**json.loads(line)) for line in lines]


def load_sound(which: str) -> dict[str, str]:
    """The sound articles of a set by name."""
    paths = sorted((SETS[which] / "sound").glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def document_of(text: str, name: str, house: House = NO_HOUSE) -> Document:
    """The marked document of a text."""
    return mark(open_article(source_of(text.encode(), f"{name}.txt")), house=house)


def key_of(finding: Finding) -> tuple[Any, ...]:
    """What makes two findings of two versions of an article the same."""
    return finding.rule, finding.message, tuple(place.quote for place in finding.places)


@cache
def _answers(table: str, word: str) -> frozenset[str]:
    rows = tomllib.loads((FOLDER / "equivalents.toml").read_text(encoding="utf-8"))
    return frozenset(rows[table].get(word, [word] if table == "right" else []))


def verdict(row: Planted, document: Document, findings: Iterable[Finding], known: set[Any]) -> str:
    """How a contradiction was met by a new finding at its place.

    ``right`` with its rule, ``equivalent`` with one that names the same mistake, ``other`` with another rule,
    ``missed`` with none. ``equivalents.toml`` says which rules these are.
    """
    place = row.place(document.text)
    rules = {
        finding.rule
        for finding in findings
        if key_of(finding) not in known
        and any(place.overlaps(each.span) or place.contains(each.span) for each in finding.places)
    }
    if rules & _answers("right", row.rule):
        return "right"
    if rules & _answers("same_mistake", row.rule):
        return "equivalent"
    return "other" if rules else "missed"
