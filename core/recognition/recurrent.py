"""The tagger's network in NumPy: recurrent layers over sentences side by side, and the best tag sequence.

Sentences of different length run side by side without padding: they are sorted by length, and row ``t`` of
the packed layout holds character ``t`` of all sentences that are long enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]

NEW = 2
"""The number of the new gate, behind reset and update."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights by gate (reset, update, new) and direction: inputs (3, 2, in, w), states (3, 2, w, w).

    Beside them the biases of the inputs (3, 2, 1, w), and that of the state in the new gate (2, 1, w). Reset
    and update have the other sign, as what is wanted of them is ``exp(-x)``. Each gate by itself, so that
    what is worked on lies in one piece, however few sentences go on.
    """

    inputs: Floats
    states: Floats
    bias: Floats
    new_bias: Floats


@dataclass(frozen=True, slots=True)
class Packing:
    """How sentences lie in the packed layout; ``turned`` tells the row when each is read backwards."""

    order: list[int]
    lengths: Integers
    active: list[int]
    offsets: list[int]
    turned: Integers

    def rows(self, sentence: int) -> Integers:
        """The packed rows of the characters of the ``sentence``-th longest sentence."""
        return np.asarray(self.offsets[: self.lengths[sentence]]) + sentence


def read_layer(arrays: Mapping[str, Any], layer: int) -> Layer:
    """A layer from the arrays of a model file; the biases that may be added up beforehand are."""
    inputs, states = (_by_gate(arrays[f"{part}/{layer}"]) for part in ("inputs", "states"))
    bias, state_bias = (_by_gate(arrays[f"{part}/{layer}"][:, None]) for part in ("input_bias", "state_bias"))
    bias[:NEW] += state_bias[:NEW]
    return Layer(inputs, states, bias, state_bias[NEW])


def _by_gate(stored: NDArray[Any]) -> Floats:
    """The stored weights (2, in, 3w) with the gate first and the signs of ``Layer``."""
    directions, rows, columns = stored.shape
    gates = stored.astype(np.float32).reshape(directions, rows, 3, columns // 3).transpose(2, 0, 1, 3)
    turned = np.ascontiguousarray(gates)
    turned[:NEW] *= -1
    return turned


def pack(lengths: list[int], order: list[int]) -> Packing:
    """The layout of sentences; ``lengths`` run from the longest to the shortest."""
    counts = np.asarray(lengths)
    active = [int((counts > step).sum()) for step in range(lengths[0])]
    offsets = np.concatenate([[0], np.cumsum(active)[:-1]])
    turned = np.empty(int(counts.sum()), np.intp)
    for row, length in enumerate(lengths):
        places = offsets[:length] + row
        turned[places] = places[::-1]
    return Packing(order, counts, active, offsets.tolist(), turned)


def run_layer(inputs: Floats, layer: Layer, packing: Packing) -> Floats:
    """Both directions at once; the second reads every sentence backwards.

    ``inputs`` are what the characters say to each gate: (3, 2, characters, w). -> (characters, 2w)
    """
    width = inputs.shape[-1]
    state = np.zeros((2, packing.active[0], width), np.float32)
    states = np.empty((2, inputs.shape[2], width), np.float32)
    buffer = np.empty(3 * state.size, np.float32)
    with np.errstate(over="ignore"):
        for offset, active in zip(packing.offsets, packing.active, strict=True):
            if active < state.shape[1]:
                state = np.ascontiguousarray(state[:, :active])
            gates = np.matmul(state, layer.states, out=buffer[: 3 * state.size].reshape(3, *state.shape))
            _step(gates, inputs[:, :, offset : offset + active], layer.new_bias, state)
            states[:, offset : offset + active] = state
    return np.concatenate([states[0], states[1][packing.turned]], axis=1)


def _step(gates: Floats, given: Floats, new_bias: Floats, state: Floats) -> None:
    """One step of the recurrence: ``gates`` is what the states say, ``given`` what the characters say."""
    reset_update, new = gates[:NEW], gates[NEW]
    reset_update += given[:NEW]
    np.exp(reset_update, reset_update)
    reset_update += 1  # the gates themselves are one divided by this
    new += new_bias
    new /= reset_update[0]
    new += given[NEW]
    np.tanh(new, new)
    state -= new
    state /= reset_update[1]
    state += new


def viterbi(scores: Floats, packing: Packing, transitions: Floats) -> Integers:
    """The best allowed tag sequence of every sentence, in the packed layout."""
    best = scores.copy()
    best[: packing.active[0]] += transitions[0]
    came_from = np.zeros(scores.shape, np.intp)
    steps = list(zip(packing.offsets, packing.offsets[1:], packing.active[1:], strict=False))
    for before, offset, active in steps:
        ways = best[before : before + active, :, None] + transitions
        came_from[offset : offset + active] = ways.argmax(1)
        best[offset : offset + active] += ways.max(1)
    tags: Integers = best.argmax(1)  # what ends a sentence is settled by this, and all before it from there
    cells, rows = came_from.ravel(), np.arange(len(scores)) * scores.shape[1]
    for before, offset, active in reversed(steps):
        behind = slice(offset, offset + active)
        tags[before : before + active] = cells[rows[behind] + tags[behind]]
    return tags


def log_sum_exp(scores: Floats) -> Floats:
    """The logarithm of each column's sum of exponentials."""
    highest = scores.max(0)
    total: Floats = np.log(np.exp(scores - highest).sum(0)) + highest
    return total
