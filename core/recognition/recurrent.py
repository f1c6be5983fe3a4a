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


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of both directions: inputs (2, in, 3w), states (2, w, 3w), input and new-gate biases."""

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
    inputs, states, bias, state_bias = (
        np.ascontiguousarray(arrays[f"{part}/{layer}"].astype(np.float32))
        for part in ("inputs", "states", "input_bias", "state_bias")
    )
    width = states.shape[1]
    bias[:, : 2 * width] += state_bias[:, : 2 * width]
    return Layer(inputs, states, bias, state_bias[:, None, 2 * width :])


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
    """Both directions at once; the second reads every sentence backwards. -> (characters, 2 * width)"""
    width = layer.states.shape[1]
    state = np.zeros((2, packing.active[0], width), np.float32)
    states = np.empty((2, inputs.shape[1], width), np.float32)
    buffer = np.empty(2 * packing.active[0] * 3 * width, np.float32)
    with np.errstate(over="ignore"):
        for offset, active in zip(packing.offsets, packing.active, strict=True):
            gates = buffer[: 2 * active * 3 * width].reshape(2, active, 3 * width)
            np.matmul(state[:, :active], layer.states, out=gates)
            _step(gates, inputs[:, offset : offset + active], layer.new_bias, state[:, :active])
            states[:, offset : offset + active] = state[:, :active]
    return np.concatenate([states[0], states[1][packing.turned]], axis=1)


def _step(gates: Floats, given: Floats, new_bias: Floats, state: Floats) -> None:
    """One step of the recurrence: ``gates`` is what the states say, ``given`` what the characters say."""
    width = state.shape[-1]
    reset_update, new = gates[..., : 2 * width], gates[..., 2 * width :]
    reset_update += given[..., : 2 * width]
    np.negative(reset_update, reset_update)
    np.exp(reset_update, reset_update)
    reset_update += 1
    np.reciprocal(reset_update, reset_update)
    new += new_bias
    new *= reset_update[..., :width]
    new += given[..., 2 * width :]
    np.tanh(new, new)
    state -= new
    state *= reset_update[..., width:]
    state += new


def viterbi(scores: Floats, packing: Packing, transitions: Floats) -> NDArray[np.int8]:
    """The best allowed tag sequence of every sentence, in the packed layout."""
    best = scores[: packing.active[0]] + transitions[0]
    back = np.zeros(scores.shape, np.int8)
    tags = np.zeros(len(scores), np.int8)
    ends = best.argmax(1)
    for offset, active in zip(packing.offsets[1:], packing.active[1:], strict=True):
        ways = best[:active, :, None] + transitions
        came_from = ways.argmax(1)
        back[offset : offset + active] = came_from
        best = np.take_along_axis(ways, came_from[:, None], 1)[:, 0] + scores[offset : offset + active]
        ends[:active] = best.argmax(1)
    for offset, active in zip(reversed(packing.offsets), reversed(packing.active), strict=True):
        tags[offset : offset + active] = ends[:active]
        ends[:active] = back[np.arange(offset, offset + active), ends[:active]]
    return tags


def log_sum_exp(scores: Floats) -> Floats:
    """The logarithm of each row's sum of exponentials."""
    highest = scores.max(1)
    total: Floats = np.log(np.exp(scores - highest[:, None]).sum(1)) + highest
    return total
