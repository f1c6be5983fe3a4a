"""Scores of marks against gold: exact spans by label, and values where the span is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.article import ReadingText
from core.document import Document
from core.language.script import convert
from core.mentions import Mention
from core.text.spans import Span
from tests.gold_format import Gold, GoldMark

QUANTITIES = ("MONEY", "PERCENT", "MEASURE", "COUNT", "ORDINAL", "NUMBER")
TIMES = ("DATE", "TIME", "DURATION", "SET")
# What the sidecar adds on its own account is no part of a value's meaning.
_UNSCORED = frozenset({"anchor", "si", "assumes", "calendar"})


@dataclass
class Score:
    """Counts of one label."""

    right: int = 0
    missed: int = 0
    false: int = 0
    values: int = 0
    right_values: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Exact-span F1, 1 where there was nothing to find and nothing found."""
        total = 2 * self.right + self.missed + self.false
        return 2 * self.right / total if total else 1.0

    @property
    def value_accuracy(self) -> float:
        """Right values among the right spans that have one in the gold."""
        return self.right_values / self.values if self.values else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.missed + other.missed,
            self.false + other.false,
            self.values + other.values,
            self.right_values + other.right_values,
            self.notes + other.notes,
        )


def reading_of(gold: Gold) -> ReadingText:
    """The gold's plain text as a recognizer reads it, every line body."""
    return ReadingText.of_body(gold.text, convert(gold.text, to="hans"), gold.date)


def is_same_value(mention: Mention, mark: GoldMark) -> bool:
    """Whether the two say the same; what is absent is null."""
    ours = mention.value.to_json() if mention.value else {}
    return _meaning(ours) == _meaning(mark.value or {})


def _meaning(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in value.items() if each and name not in _UNSCORED}


def score(
    gold: Gold, mentions: Iterable[Mention], labels: tuple[str, ...], *, names_known: bool = False
) -> dict[str, Score]:
    """The score of each label. ``names_known`` leaves aside what lies inside the gold's other marks."""
    marks = {(mark.span, mark.label): mark for mark in gold.marks if mark.label in labels}
    others = [mark.span for mark in gold.marks if mark.label not in labels]
    scores = {label: Score() for label in labels}
    found: Counter[tuple[Span, str]] = Counter()
    for mention in mentions:
        if mention.label not in labels or (names_known and any(o.contains(mention.span) for o in others)):
            continue
        key = (mention.span, mention.label)
        found[key] += 1
        _count(gold, scores[mention.label], mention, marks.get(key))
    for key, mark in marks.items():
        if key not in found:
            scores[mark.label].missed += 1
            scores[mark.label].notes.append(_note(gold, "missed", mark.span, mark.label, mark.value))
    return scores


def _count(gold: Gold, counted: Score, mention: Mention, mark: GoldMark | None) -> None:
    if mark is None:
        counted.false += 1
        value = mention.value.to_json() if mention.value else None
        counted.notes.append(_note(gold, "false", mention.span, mention.label, value))
        return
    counted.right += 1
    if mark.value is None:
        return
    counted.values += 1
    counted.right_values += is_same_value(mention, mark)
    if not is_same_value(mention, mark):
        ours = _meaning(mention.value.to_json()) if mention.value else None
        counted.notes.append(_note(gold, f"value {ours}", mention.span, mention.label, mark.value))


def _note(gold: Gold, what: str, span: Span, label: str, value: Any) -> str:
    context = gold.text[max(0, span.start - 12) : span.start], gold.text[span.end : span.end + 10]
    meaning = _meaning(value) if value else value
    return f"{gold.name}: {what} {label} {context[0]}[{span.of(gold.text)}]{context[1]} {meaning}".replace(
        "\n", "⏎"
    )


@dataclass(frozen=True)
class _Marked:
    """An annotation as the scorer asks a mention."""

    value: Mapping[str, Any]

    def to_json(self) -> Mapping[str, Any]:
        """The value as the sidecar has it."""
        return self.value


def score_document(gold: Gold, document: Document) -> Score:
    """All quantities and times of an opened article against the gold of its reading text."""
    marks = (mark for mark in document.live_annotations() if mark.label in QUANTITIES + TIMES)
    mentions: Any = [
        Mention(mark.span, mark.label, _Marked(mark.value or {}), 1.0, "document")  # type: ignore[arg-type]
        for mark in marks
    ]
    return total(score(gold, mentions, QUANTITIES + TIMES).values())


def total(scores: Iterable[Score]) -> Score:
    """The sum over labels or texts."""
    result = Score()
    for each in scores:
        result = result + each
    return result
