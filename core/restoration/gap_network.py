"""The gap network in NumPy: for every place between two characters, which one is missing there, if any.

At first sight it sees three characters on either side, with the pairs and triples across the place. That
is enough for nearly all places. Where a character may be missing it looks more closely, and takes in by
dilated convolutions what it saw at the places around, but computes nothing that no such place needs.
``packaging/train_gaps.py`` makes the model file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.blas import one_core

MODEL = "models/gaps.npz"
REACH = 3
"""Characters on either side that are seen one by one."""

CROSSINGS = ((-1, 0), (-2, -1, 0), (-1, 0, 1))
"""Characters taken together, counted from the place: -1 is in front of it."""

BUCKETS = 131_071
"""Rows of the table of pairs and triples; a prime, as a remainder chooses the row."""

DILATIONS = (3, 8)
BEYOND, UNKNOWN = 0, 1
"""Numbers of what is before and behind a text, and of characters that the model does not know."""

_BASE = 10_007
_BATCH = 2048
# Places whose scores depend on a first sight, on either side.
_CONTEXT = sum(DILATIONS)
# Log odds at first sight from which a place is looked at more closely.
_LOOKED_AT = -7.0
_EPSILON = 1e-5

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Layer = tuple[Floats, Floats]


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
    beside: Floats
    across: Floats
    bias: Floats
    sight: Layer
    layers: tuple[Layer, ...]
    norms: tuple[Layer, ...]
    wide: Layer
    narrow: Layer
    output: Layer

    def scores(self, text: str, missing: Sequence[str]) -> tuple[Integers, Floats]:
        """Places where one of ``missing`` may be, ascending, with the log odds of each against nothing.

        A place is in front of the character of its number. The text is normalized and holds none of
        ``missing``.
        """
        numbers = np.array([BEYOND] * REACH + self._numbers(text) + [BEYOND] * REACH, np.int64)
        columns = np.array([0, *(1 + self.missing.index(c) for c in missing)])
        places = len(text) + 1
        with one_core():
            parts = [self._part(numbers, start, places, columns) for start in range(0, places, _BATCH)]
        return np.concatenate([chosen for chosen, _ in parts]), np.concatenate([odds for _, odds in parts])

    def _numbers(self, text: str) -> list[int]:
        return [self.index.get(c, UNKNOWN) for c in text]

    def _part(self, padded: Integers, start: int, places: int, columns: Integers) -> tuple[Integers, Floats]:
        """The same for ``_BATCH`` places from ``start`` on."""
        end = min(start + _BATCH, places)
        first, last = max(0, start - _CONTEXT), min(places, end + _CONTEXT)
        states = self._first_sight(padded[first : last + 2 * REACH - 1])
        odds = _odds(states[start - first : end - first], self.sight, columns)
        chosen = start + np.flatnonzero(odds.max(axis=1, initial=-np.inf) > _LOOKED_AT)
        rows = np.arange(first, last)
        return chosen, _odds(self._closer_look(rows, states, chosen, places), self.output, columns)

    def _first_sight(self, padded: Integers) -> Floats:
        """The states of all places between the characters of a stretch, by what stands beside them."""
        places = len(padded) - 2 * REACH + 1
        different, numbers = np.unique(padded, return_inverse=True)
        shown = self.characters[different] @ self.beside
        hidden = shown.shape[1] // (2 * REACH)
        crossed = [self.crossings[rows] for rows in crossing_rows(padded, places)]
        states = np.concatenate(crossed, axis=1, dtype=np.float32) @ self.across
        states += self.bias
        for i in range(2 * REACH):
            states += shown[numbers[i : i + places], i * hidden : (i + 1) * hidden]
        return np.asarray(np.maximum(states, 0, out=states), np.float32)

    def _closer_look(self, rows: Integers, states: Floats, chosen: Integers, places: int) -> Floats:
        """The last states of the chosen places, from the first ones of the places ``rows``."""
        wanted = [chosen]
        for dilation in DILATIONS[:0:-1]:
            wanted.insert(0, np.unique(_around(wanted[0], dilation).clip(0, places - 1)))
        for dilation, layer, norm, needed in zip(DILATIONS, self.layers, self.norms, wanted, strict=False):
            around = np.searchsorted(rows, _around(needed, dilation).clip(0, places - 1))
            seen = _normalized(states[around], *norm)
            seen[_around(needed, dilation) != rows[around]] = 0
            seen = seen.reshape(3, len(needed), states.shape[1]).swapaxes(0, 1)
            itself = states[around[len(needed) : 2 * len(needed)]]
            states = itself + _rectified(seen.reshape(len(needed), 3 * states.shape[1]), *layer)
            rows = needed
        widened = _rectified(_normalized(states, *self.norms[-2]), *self.wide)
        return _normalized(states + (widened @ self.narrow[0] + self.narrow[1]), *self.norms[-1])


def _around(places: Integers, distance: int) -> Integers:
    """The places so far in front, the places themselves, those so far behind."""
    return np.concatenate([places - distance, places, places + distance])


def _odds(states: Floats, layer: Layer, columns: Integers) -> Floats:
    weight, bias = layer
    scores = states @ weight[:, columns] + bias[columns]
    return np.asarray(scores[:, 1:] - scores[:, :1], np.float32)


def _rectified(rows: Floats, weight: Floats, bias: Floats) -> Floats:
    result = rows @ weight
    result += bias
    return np.asarray(np.maximum(result, 0, out=result), np.float32)


def _normalized(states: Floats, gain: Floats, bias: Floats) -> Floats:
    result = states - states.mean(axis=1, keepdims=True)
    deviation = np.sqrt(np.einsum("ij,ij->i", result, result) / result.shape[1] + _EPSILON)
    result /= deviation[:, None]
    result *= gain
    result += bias
    return np.asarray(result, np.float32)


@cache
def gap_network() -> GapNetwork:
    """The network that is shipped."""
    with np.load(path_of(MODEL)) as stored:
        return from_arrays(stored)


def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> GapNetwork:
    """The network from the arrays of its file: tables and weights in bytes, with the step of each column."""
    first, bias = _linear(arrays, "first")
    characters = arrays["characters"] * arrays["characters_steps"]
    size = characters.shape[1]
    beside = first[: 2 * REACH * size].reshape(2 * REACH, size, -1)
    return GapNetwork(
        missing=str(arrays["missing"]),
        index={c: number for number, c in enumerate(str(arrays["index"]), start=UNKNOWN + 1)},
        characters=characters,
        crossings=arrays["crossings"],
        beside=np.ascontiguousarray(beside.swapaxes(0, 1).reshape(size, -1)),
        across=first[2 * REACH * size :] * np.tile(arrays["crossings_steps"], len(CROSSINGS)).T,
        bias=bias,
        sight=_linear(arrays, "sight"),
        layers=tuple(_linear(arrays, f"layer{i}") for i in range(len(DILATIONS))),
        norms=tuple(_norm(arrays, f"norm{i}") for i in range(len(DILATIONS) + 2)),
        wide=_linear(arrays, "wide"),
        narrow=_linear(arrays, "narrow"),
        output=_linear(arrays, "output"),
    )


def _linear(arrays: Mapping[str, NDArray[Any]], name: str) -> Layer:
    """The weight, inputs by outputs, and the bias of a layer."""
    weight = arrays[f"{name}_weight"] * arrays[f"{name}_weight_steps"]
    return weight, arrays[f"{name}_bias"].astype(np.float32)


def _norm(arrays: Mapping[str, NDArray[Any]], name: str) -> Layer:
    return arrays[f"{name}_weight"].astype(np.float32), arrays[f"{name}_bias"].astype(np.float32)
