"""The head of a user's own, fitted to sentences: cross-entropy, held near what is shipped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.assets import model_version
from core.recognition.learnt import LearntHead
from core.recognition.recurrent import Floats
from core.recognition.tagger import GUIDELINES, LABELS, TAGS, load_tagger

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


def fit_head(
    training: Sequence[Example], labels: tuple[str, ...], seed: int, advance: Callable[[float], None]
) -> LearntHead:
    """The head learnt from some sentences; ``advance`` hears what share of the work is done."""
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


def as_shipped(head: LearntHead, labels: Collection[str]) -> LearntHead:
    """The head that knows of some of its labels what is shipped alone: of one of the user's own, nothing."""
    weights, bias = head.weights.copy(), head.bias.copy()
    for number, label in enumerate(LABELS):
        if label in labels:
            tags = [2 * number + 1, 2 * number + 2]
            weights[:, tags], bias[tags] = 0, 0
            weights[[tag - TAGS for tag in tags], tags] = 1
    kept = [number for number, label in enumerate(head.labels) if label in LABELS or label not in labels]
    columns = [0, *(2 * number + part for number in kept for part in (1, 2))]
    return LearntHead(
        tuple(head.labels[number] for number in kept),
        weights[:, columns],
        bias[columns],
        head.transitions[np.ix_(columns, columns)],
        head.encoder,
    )


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
        """Move what is fitted against the gradient."""
        self._count += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (gradient**2 - self._square)
        mean = self._mean / (1 - 0.9**self._count)
        square = self._square / (1 - 0.999**self._count)
        self._values -= RATE * mean / (np.sqrt(square) + 1e-8)
