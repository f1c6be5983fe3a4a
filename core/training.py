"""Corrections to a better tagger: a head of the user's own, learnt from reviewed articles in a minute.

The encoder stays; only the scores of the tags on top of it are learnt, beginning from what is shipped and
held near it, so that nothing is forgotten. Labels of the user's own scheme get tags as well. A part of the
articles is held back, and the report says how well the names in them are found before and after.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.article import UNREAD_KINDS
from core.document import Document
from core.recognition.overlaps import PRECEDENCE
from core.recognition.recurrent import Floats
from core.recognition.tagger import (
    GUIDELINES,
    LABELS,
    LearntHead,
    TaggedSentence,
    learnt_path,
    load_tagger,
    sentence_places,
)
from core.script import HANS, convert

RULED = frozenset(PRECEDENCE) - set(LABELS)
"""Labels that rules find; they are not learnt."""

HELD_BACK = 5
"""One article in so many is held back; of fewer articles than this, one sentence in so many."""

MOST_CHARACTERS = 200_000
ROUNDS = 25
BATCH = 1024
RATE = 0.01
PULL = 1e-3
"""How strongly the weights are held to where they began."""

UNSEEN = -4.0
"""The score that a new label begins with."""

_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in Simplified characters and its names as (start, end, label)."""

    text: str
    names: frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Report:
    """What was learnt from how much, and the exact F1 (0 to 1) on what was held back, before and after."""

    labels: tuple[str, ...]
    sentences: int
    held_back: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """A new head and how it does."""

    head: LearntHead
    report: Report


def learn(documents: Iterable[Document], *, seed: int = 1) -> Learnt | None:
    """A head learnt from the reviewed ones among ``documents``; None where there are too few."""
    training, held_back = _divide([list(examples(d)) for d in documents if is_reviewed(d)], seed)
    if not training or not held_back:
        return None
    own = sorted({label for e in training for _, _, label in e.names} - set(LABELS))
    labels = (*LABELS, *own)
    head = _fit(training, labels, seed)
    texts = [e.text for e in held_back]
    before = _f1(held_back, load_tagger().tag(texts, GUIDELINES))
    after = _f1(held_back, load_tagger().tag(texts, GUIDELINES, head))
    return Learnt(head, Report(labels, len(training), len(held_back), before, after))


def is_reviewed(document: Document) -> bool:
    """Whether a person has been through the marks: the article is done, or some mark was reviewed."""
    return document.progress.status == "done" or any(a.is_reviewed for a in document.annotations)


def examples(document: Document) -> Iterator[Example]:
    """The sentences of a document with the names that stand in them."""
    text = convert(document.text, to=HANS)
    spans = [block.span for block in document.article.blocks if block.kind not in UNREAD_KINDS]
    names = [(a.span.start, a.span.end, a.label) for a in document.live_annotations() if a.label not in RULED]
    for start, end in sentence_places(text, spans):
        inside = frozenset((s - start, e - start, label) for s, e, label in names if start <= s and e <= end)
        yield Example(text[start:end], inside)


def write_learnt(path: Path, head: LearntHead) -> None:
    """Write a head, whole or not at all."""
    unfinished = path.with_name(path.name + ".unfinished.npz")
    np.savez_compressed(
        unfinished,
        labels=" ".join(head.labels),
        weights=head.weights,
        bias=head.bias,
        transitions=head.transitions,
    )
    unfinished.replace(path)


def adopt(head: LearntHead) -> None:
    """From now on recognition uses this head. ``forget`` undoes it."""
    learnt_path().parent.mkdir(parents=True, exist_ok=True)
    write_learnt(learnt_path(), head)


def forget() -> None:
    """Recognition goes back to what is shipped."""
    learnt_path().unlink(missing_ok=True)


def _divide(articles: list[list[Example]], seed: int) -> tuple[list[Example], list[Example]]:
    """What to learn from, at most ``MOST_CHARACTERS``, and what to hold back."""
    parts: Sequence[Sequence[Example]] = articles
    if len(articles) < HELD_BACK:
        parts = [[example] for article in articles for example in article]
    order = list(range(len(parts)))
    random.Random(seed).shuffle(order)
    held_back = [example for i in order[::HELD_BACK] for example in parts[i]]
    training, characters = [], 0
    for example in (example for n, i in enumerate(order) if n % HELD_BACK for example in parts[i]):
        characters += len(example.text)
        if characters <= MOST_CHARACTERS:
            training.append(example)
    return training, held_back


def _fit(training: Sequence[Example], labels: tuple[str, ...], seed: int) -> LearntHead:
    features = np.concatenate(load_tagger().features([e.text for e in training], GUIDELINES))
    tags = np.concatenate([_tags(example, labels) for example in training])
    count = 1 + 2 * len(labels)
    weights = np.zeros((features.shape[1], count), np.float32)
    shipped = 1 + 2 * len(LABELS)
    weights[-shipped:, :shipped] = np.eye(shipped)
    bias = np.full(count, UNSEEN, np.float32)
    bias[:shipped] = 0
    _descend(features, tags, weights, bias, np.random.default_rng(seed))
    return LearntHead(labels, weights, bias, _transitions(count))


def _tags(example: Example, labels: tuple[str, ...]) -> NDArray[np.intp]:
    tags = np.zeros(len(example.text), np.intp)
    for start, end, label in example.names:
        tags[start:end] = 2 * labels.index(label) + 2
        tags[start] -= 1
    return tags


def _transitions(count: int) -> Floats:
    """A name goes on only as it began."""
    scores = np.zeros((count, count), np.float32)
    for following in range(2, count, 2):
        scores[:, following] = _FORBIDDEN
        scores[following - 1 : following + 1, following] = 0
    return scores


def _descend(
    features: Floats, tags: NDArray[np.intp], weights: Floats, bias: Floats, draw: np.random.Generator
) -> None:
    """Fit ``weights`` and ``bias`` in place: cross-entropy by Adam, with a pull back to where they began."""
    began = weights.copy()
    steps = (_Adam(weights), _Adam(bias))
    for _ in range(ROUNDS):
        order = draw.permutation(len(tags))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            inputs = features[rows]
            errors = _softmax(inputs @ weights + bias)
            errors[np.arange(len(rows)), tags[rows]] -= 1
            errors /= len(rows)
            steps[0].step(inputs.T @ errors + PULL * (weights - began))
            steps[1].step(errors.sum(0))


def _softmax(scores: Floats) -> Floats:
    exponentials = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(1, keepdims=True), np.float32)


class _Adam:
    """Kingma and Ba's optimizer on one array, changed in place."""

    def __init__(self, values: Floats) -> None:
        self._values = values
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)
        self._count = 0

    def step(self, gradient: Floats) -> None:
        self._count += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (gradient**2 - self._square)
        mean = self._mean / (1 - 0.9**self._count)
        square = self._square / (1 - 0.999**self._count)
        self._values -= RATE * mean / (np.sqrt(square) + 1e-8)


def _f1(held_back: Sequence[Example], tagged: Iterable[TaggedSentence]) -> float:
    right = found = gold = 0
    for example, sentence in zip(held_back, tagged, strict=True):
        names = {(name.start, name.end, name.label) for name in sentence.names}
        right, found, gold = right + len(names & example.names), found + len(names), gold + len(example.names)
    return 2 * right / max(1, found + gold)
