"""How often a name is right that the tagger is so sure of: two numbers, fitted on held-back sentences."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from tagger_training.corpora import Parts

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
    return fit_logistic(np.array(odds), np.array(right, np.float64))


def log_odds(probability: float) -> float:
    """The logarithm of the odds, finite at the ends."""
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(clipped / (1 - clipped)))


def fit_logistic(inputs: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.float32]:
    """Slope and offset by Newton's method, in steps of at most one."""
    columns = np.stack([inputs, np.ones_like(inputs)], 1)
    parameters = np.array([1.0, 0.0])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-columns @ parameters))
        curvature = (columns * (expected * (1 - expected))[:, None]).T @ columns + np.eye(2)
        step = np.linalg.solve(curvature, columns.T @ (expected - targets))
        parameters -= step / max(1.0, float(np.abs(step).max()))
    return parameters.astype(np.float32)
