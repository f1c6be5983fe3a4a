"""The gap network in NumPy: for every place between two characters, which one is missing there, if any.

It sees three characters on either side, the pairs and triples across the place, and by dilated
convolutions what stands further off. ``packaging/train_gaps.py`` makes the model file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from core.assets import path_of

MODEL = "models/gaps.npz"
REACH = 3
"""Characters on either side that the first layer sees one by one."""

CROSSINGS = ((-1, 0), (-2, -1, 0), (-1, 0, 1))
"""Characters taken together, counted from the place: -1 is in front of it."""

BUCKETS = 131_071
"""Rows of the table of pairs and triples; a prime, as a remainder chooses the row."""

DILATIONS = (1, 2, 4, 8, 1)
BEYOND, UNKNOWN = 0, 1
"""Numbers of what is before and behind a text, and of characters that the model does not know."""

_BASE = 10_007
_BATCH = 2048
# Places whose scores depend on a character, on either side.
_CONTEXT = REACH + sum(DILATIONS)
_EPSILON = 1e-5

Floats = NDArray[np.float32]


def crossing_rows(padded: Any, places: int) -> Iterator[Any]:
    """Rows of the table for each kind of crossing at every place.

    ``padded`` holds numbers of characters, ``REACH`` more at each end, in an array of NumPy or PyTorch.
    """
    for kind, offsets in enumerate(CROSSINGS):
        key: Any = kind
        for offset in offsets:
            start = REACH + offset
            key = padded[..., start : start + places] + key * _BASE
        yield key % BUCKETS


@dataclass(frozen=True, slots=True)
class GapNetwork:
    """The weights; ``missing`` are the characters whose absence it can tell."""

    missing: str
    index: Mapping[str, int]
    characters: Floats
    crossings: NDArray[np.int8]
    crossing_steps: Floats
    first: tuple[Floats, Floats]
    layers: tuple[tuple[Floats, Floats], ...]
    norms: tuple[tuple[Floats, Floats], ...]
    output: tuple[Floats, Floats]

    def scores(self, text: str, missing: Sequence[str]) -> Floats:
        """The log odds of each of ``missing`` against nothing at all, in front of every character and behind.

        The text is normalized and holds none of ``missing``. Rows are places, one more than characters.
        """
        numbers = np.array([self.index.get(c, UNKNOWN) for c in text], np.int64)
        columns = [0, *(1 + self.missing.index(c) for c in missing)]
        rows = [self._part(numbers, start, columns) for start in range(0, len(text) + 1, _BATCH)]
        scores = np.concatenate(rows)
        return np.asarray(scores[:, 1:] - scores[:, :1], np.float32)

    def _part(self, numbers: NDArray[np.int64], start: int, columns: Sequence[int]) -> Floats:
        """The scores of ``_BATCH`` places from ``start`` on, which do not depend on where parts begin."""
        end = min(start + _BATCH, len(numbers) + 1)
        first, last = max(0, start - _CONTEXT), min(len(numbers), end + _CONTEXT)
        with threadpool_limits(1, "blas"):
            states = self._states(numbers[first:last])[start - first : end - first]
        weight, bias = self.output
        return np.asarray(states @ weight[:, columns] + bias[columns])

    def _states(self, numbers: NDArray[np.int64]) -> Floats:
        places = len(numbers) + 1
        padded = np.pad(numbers, REACH, constant_values=BEYOND)
        parts = [self.characters[padded[i : i + places]] for i in range(2 * REACH)]
        parts += [self.crossings[r] * self.crossing_steps for r in crossing_rows(padded, places)]
        states = _rectified(np.concatenate(parts, axis=1), *self.first)
        for dilation, layer, norm in zip(DILATIONS, self.layers, self.norms[:-1], strict=True):
            around = np.pad(_normalized(states, *norm), ((dilation, dilation), (0, 0)))
            wide = np.concatenate([around[i * dilation : i * dilation + places] for i in range(3)], axis=1)
            states = states + _rectified(wide, *layer)
        return _normalized(states, *self.norms[-1])


def _rectified(rows: Floats, weight: Floats, bias: Floats) -> Floats:
    return np.asarray(np.maximum(rows @ weight + bias, 0))


def _normalized(states: Floats, gain: Floats, bias: Floats) -> Floats:
    centered = states - states.mean(axis=1, keepdims=True)
    deviation = np.sqrt((centered**2).mean(axis=1, keepdims=True) + _EPSILON)
    return np.asarray(centered / deviation * gain + bias)


@cache
def gap_network() -> GapNetwork:
    """The network that is shipped."""
    with np.load(path_of(MODEL)) as stored:
        return from_arrays(stored)


def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> GapNetwork:
    """The network from the arrays of its file: tables and weights in bytes, with the step of each column."""
    characters = str(arrays["index"])
    return GapNetwork(
        missing=str(arrays["missing"]),
        index={character: number for number, character in enumerate(characters, start=UNKNOWN + 1)},
        characters=arrays["characters"] * arrays["characters_steps"],
        crossings=arrays["crossings"],
        crossing_steps=arrays["crossings_steps"],
        first=_linear(arrays, "first"),
        layers=tuple(_linear(arrays, f"layer{i}") for i in range(len(DILATIONS))),
        norms=tuple(_norm(arrays, f"norm{i}") for i in range(len(DILATIONS) + 1)),
        output=_linear(arrays, "output"),
    )


def _linear(arrays: Mapping[str, NDArray[Any]], name: str) -> tuple[Floats, Floats]:
    """The weight, inputs by outputs, and the bias of a layer."""
    weight = arrays[f"{name}_weight"] * arrays[f"{name}_weight_steps"]
    return weight, arrays[f"{name}_bias"].astype(np.float32)


def _norm(arrays: Mapping[str, NDArray[Any]], name: str) -> tuple[Floats, Floats]:
    return arrays[f"{name}_weight"].astype(np.float32), arrays[f"{name}_bias"].astype(np.float32)
