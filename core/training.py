"""Corrections to a better tagger: a head of the user's own, learnt from reviewed articles in a minute.

The encoder stays; only the scores of the tags on top of it are learnt, beginning from what is shipped and
held near it, so that nothing is forgotten. Labels of the user's own scheme get tags as well. A part of the
articles is held back, and the report says how well all of name recognition finds the names in them, as
shipped and as learnt.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from core.article import UNREAD_KINDS, ReadingText
from core.assets import model_version
from core.document import Document
from core.recognition.learnt import LearntHead
from core.recognition.names import names_under
from core.recognition.overlaps import PRECEDENCE
from core.recognition.recurrent import Floats
from core.recognition.tagger import GUIDELINES, LABELS, TAGS, load_tagger, sentence_places
from core.schemes import Scheme, default_scheme
from core.script import HANS, convert

RULED = frozenset(PRECEDENCE) - set(LABELS)
"""Labels that rules find; they are not learnt."""

HELD_BACK = 5
"""One article in so many is held back; of fewer articles than this, one sentence in so many."""

MOST_CHARACTERS = 200_000
ROUNDS = 25
BATCH = 1024
RATE = 0.01
NAMES_PULL, OWN_PULL = 5e-3, 1e-3
"""How strongly the weights are held to where they began: for names, which are known, and for a new label."""

WORTH = 300
"""Names that what is shipped is worth: with so many examples, its labels go half the way to what they say."""

UNSEEN = -4.0
"""The score that a new label begins with."""

_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in Simplified characters and its names as (start, end, label)."""

    text: str
    names: frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Score:
    """How often a label (all of them: "") stands in what was held back; its exact F1 (0 to 1) there."""

    label: str
    count: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """A new head, from how many sentences, and how it does on how many others: all labels first."""

    head: LearntHead
    sentences: int
    held_back: int
    scores: tuple[Score, ...]


def learn(
    documents: Iterable[Document],
    scheme: Scheme | None = None,
    *,
    seed: int = 1,
    advance: Callable[[float], None] = lambda _: None,
) -> Learnt | None:
    """A head learnt from the reviewed ones among ``documents``; None where there are too few.

    ``scheme`` is that of the documents, the shipped one where there is none. Once they are read, ``advance``
    hears what share of the work is done; what it raises ends the work.
    """
    scheme = scheme or default_scheme()
    articles = [list(examples(d, scheme)) for d in documents if is_reviewed(d)]
    training, held_back = _divide(articles, seed)
    if not any(example.names for example in training) or not any(held_back):
        return None
    advance(0)
    own = sorted({label for e in training for _, _, label in e.names} - set(LABELS))
    labels = (*LABELS, *own)
    head = _fit(training, labels, seed, advance)
    scores = tuple(_scores([_joined(part) for part in held_back], head, labels))
    return Learnt(head, len(training), sum(map(len, held_back)), scores)


def is_reviewed(document: Document) -> bool:
    """Whether a person has been through the marks: the article is done, or some mark was reviewed."""
    return document.progress.status == "done" or any(a.is_reviewed for a in document.annotations)


def examples(document: Document, scheme: Scheme) -> Iterator[Example]:
    """The sentences of a document with the names that stand in them, under the recognizer's labels.

    Left out are sentences with a mark that may be one of several of these, for the scheme joins them.
    """
    text = convert(document.text, to=HANS)
    spans = [block.span for block in document.article.blocks if block.kind not in UNREAD_KINDS]
    learnt_as = _learnt_as(scheme)
    marks = document.live_annotations()
    names = [(a.span.start, a.span.end, learnt_as.get(a.label, a.label)) for a in marks]
    for start, end in sentence_places(text, spans):
        inside = [(s - start, e - start, label) for s, e, label in names if start <= s and e <= end]
        if all(label for _, _, label in inside):
            yield Example(text[start:end], _flat(name for name in inside if name[2] not in RULED))


def _learnt_as(scheme: Scheme) -> dict[str, str]:
    """What each label of a scheme is called by the recognizer; "" where it joins several names' labels."""
    known: dict[str, str] = {}
    for label in scheme.labels:
        joined = set(label.found_as) - RULED
        if set(label.found_as) & RULED and not joined:
            known[label.name] = next(iter(label.found_as))
        else:
            known[label.name] = "" if len(joined) > 1 else next(iter(joined), label.name)
    return known


def _flat(names: Iterable[tuple[int, int, str]]) -> frozenset[tuple[int, int, str]]:
    """Of names in each other, the outermost: a character has one tag."""
    kept: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda name: (name[0], -name[1])):
        if not kept or kept[-1][1] <= name[0]:
            kept.append(name)
    return frozenset(kept)


def _divide(articles: list[list[Example]], seed: int) -> tuple[list[Example], list[Sequence[Example]]]:
    """What to learn from, at most ``MOST_CHARACTERS``, and what to hold back: articles, or sentences."""
    parts: Sequence[Sequence[Example]] = articles
    if len(articles) < HELD_BACK:
        parts = [[example] for article in articles for example in article]
    order = list(range(len(parts)))
    random.Random(seed).shuffle(order)
    held_back = [parts[i] for i in order[::HELD_BACK]]
    training, characters = [], 0
    for example in (example for n, i in enumerate(order) if n % HELD_BACK for example in parts[i]):
        characters += len(example.text)
        if characters <= MOST_CHARACTERS:
            training.append(example)
    return training, held_back


def _fit(
    training: Sequence[Example], labels: tuple[str, ...], seed: int, advance: Callable[[float], None]
) -> LearntHead:
    features = np.concatenate(load_tagger().features([e.text for e in training], GUIDELINES))
    tags = np.concatenate([_tags(example, labels) for example in training])
    count = 1 + 2 * len(labels)
    weights, bias = np.zeros((features.shape[1], count), np.float32), np.zeros(count, np.float32)
    weights[-TAGS:, :TAGS] = np.eye(TAGS)
    is_own, draw = tags >= TAGS, np.random.default_rng(seed)
    rounds = ROUNDS * (1 + bool(labels[len(LABELS) :]))
    names = weights[:, :TAGS].copy(), bias[:TAGS].copy()
    for done in _descend(features[~is_own], tags[~is_own], *names, NAMES_PULL, draw):
        advance(done / (rounds + 1))
    known = sum(label in LABELS for example in training for _, _, label in example.names)
    trust = known / (known + WORTH)
    weights[:, :TAGS] += trust * (names[0] - weights[:, :TAGS])
    bias[:TAGS] = trust * names[1]
    if rounds > ROUNDS:
        own = (
            np.zeros((features.shape[1], count - TAGS + 1), np.float32),
            np.full(count - TAGS + 1, UNSEEN, np.float32),
        )
        own[1][0] = 0
        for done in _descend(features, np.where(is_own, tags - TAGS + 1, 0), *own, OWN_PULL, draw):
            advance((ROUNDS + done) / (rounds + 1))
        weights[:, TAGS:] = own[0][:, 1:] - own[0][:, :1]
        bias[TAGS:] = own[1][1:] - own[1][0]
    return LearntHead(labels, weights, bias, _transitions(count), model_version("names"))


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
    features: Floats,
    tags: NDArray[np.intp],
    weights: Floats,
    bias: Floats,
    pull: float,
    draw: np.random.Generator,
) -> Iterator[int]:
    """Fit ``weights`` and ``bias`` in place: cross-entropy by Adam, with a pull back to where they began.

    Before every round, it yields how many are done.
    """
    began = weights.copy()
    steps = (_Adam(weights), _Adam(bias))
    for done in range(ROUNDS):
        yield done
        order = draw.permutation(len(tags))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            inputs = features[rows]
            errors = _softmax(inputs @ weights + bias)
            errors[np.arange(len(rows)), tags[rows]] -= 1
            errors /= len(rows)
            steps[0].step(inputs.T @ errors + pull * (weights - began))
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


def _joined(part: Sequence[Example]) -> Example:
    """Sentences of one article as one text, so that what it says once can help everywhere in it."""
    starts = accumulate((len(example.text) for example in part), initial=0)
    names = (
        (start + s, start + e, label)
        for start, example in zip(starts, part, strict=False)
        for s, e, label in example.names
    )
    return Example("".join(example.text for example in part), frozenset(names))


def _scores(held_back: Sequence[Example], head: LearntHead, labels: Sequence[str]) -> Iterator[Score]:
    """The exact F1 of all names, and of each label that stands in the gold."""
    gold = Counter(label for example in held_back for _, _, label in example.names)
    old, new = _f1(held_back, None), _f1(held_back, head)
    for label in ("", *labels):
        if not label or gold[label]:
            yield Score(label, gold[label] if label else gold.total(), old[label], new[label])


def _f1(held_back: Iterable[Example], head: LearntHead | None) -> defaultdict[str, float]:
    right, both = Counter[str](), Counter[str]()
    for example in held_back:
        reading = ReadingText.of_body(example.text, example.text)
        names = {(m.span.start, m.span.end, m.label) for m in names_under(reading, head)}
        for counter, found in ((right, names & example.names), (both, names), (both, example.names)):
            for _, _, label in found:
                counter.update((label, ""))
    return defaultdict(float, {label: 2 * right[label] / count for label, count in both.items()})
