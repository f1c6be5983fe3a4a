"""How often a name is right that the tagger is so sure of: two numbers, fitted on held-back sentences."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from tagger_training.corpora import Parts

from core.recognition.name_confidence import log_odds
from core.recognition.tagger import Tagger

ROUNDS = 50


def calibrate(tagger: Tagger, parts: Iterable[Parts]) -> NDArray[np.float32]:
    """Slope and offset of a logistic curve from the tagger's log odds to the odds of being right.

    Every corpus is tagged under its own guideline; a name is right if its span and label are.
    """
    odds, right = [], []
    for p in parts:
        sentences = p.calibration
        tagged = tagger.tag([s.text for s in sentences], {p.corpus.name: 1.0})
        for sentence, result in zip(sentences, tagged, strict=True):
            for name in result.names:
                odds.append(log_odds(name.score))
                right.append((name.start, name.end, name.label) in sentence.names)
    columns = np.stack([odds, np.ones(len(odds))], 1)
    return fit_logistic(columns, np.array(right, np.float64), np.zeros(2)).astype(np.float32)


def fit_logistic(
    columns: NDArray[np.float64], targets: NDArray[np.float64], pull: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The weights of the columns by Newton's method, in steps of at most one; ``pull`` holds each near 0."""
    weights = np.zeros(columns.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-columns @ weights))
        curvature = (columns * (expected * (1 - expected))[:, None]).T @ columns + np.diag(pull)
        step = np.linalg.solve(curvature, columns.T @ (expected - targets) + pull * weights)
        weights -= step / max(1.0, float(np.abs(step).max()))
    return weights
