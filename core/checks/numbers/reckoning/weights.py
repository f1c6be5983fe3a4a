"""How likely relations between figures were meant, or are mistaken, by the weights of their features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from core.assets import load_text
from core.checks.numbers.reckoning.candidates import Candidate
from core.checks.numbers.reckoning.context import Context
from core.checks.numbers.reckoning.evidence import KINDS, Evidence, kind_of

_FARTHEST = 30.0


def is_meant(evidence: Evidence, candidate: Candidate) -> float:
    """How likely it is that a relation which holds was meant, and is no chance."""
    return _likelihood("meant", candidate, evidence.shape(candidate))


def is_mistaken(evidence: Evidence, candidate: Candidate, context: Context) -> float:
    """How likely it is that a mistake keeps a relation from holding."""
    features = evidence.shape(candidate) + evidence.mending(candidate, context)
    return _likelihood("mistaken", candidate, features)


def _likelihood(table: str, candidate: Candidate, features: Iterable[str]) -> float:
    bias, weights = _weights(table)[kind_of(candidate)]
    total = bias + sum([weights.get(name, 0.0) for name in features])
    return 1 / (1 + exp(-max(-_FARTHEST, min(_FARTHEST, total))))


@cache
def _weights(table: str) -> Mapping[str, tuple[float, Mapping[str, float]]]:
    """For each kind of relation its bias and the weights of its features, with what all kinds share."""
    read: Mapping[str, float] = json.loads(load_text("models/relations.json"))[table]
    shared: dict[str, float] = {}
    own: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for full, weight in read.items():
        kind, _, name = full.partition(" ")
        if kind in own:
            own[kind][name] = weight
        else:
            name = name if kind == "any" else full
            shared[name] = weight
    bias = shared.pop("bias")
    return {
        kind: (
            bias + weights.pop("", 0.0),
            {name: shared.get(name, 0.0) + weights.get(name, 0.0) for name in shared.keys() | weights.keys()},
        )
        for kind, weights in own.items()
    }
