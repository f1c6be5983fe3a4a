"""The neural name tagger, run by NumPy: characters in, names with a score out.

A character embedding, two layers of bidirectional gated recurrent units and one linear head per
annotation guideline, decoded by Viterbi under learnt tag transitions. ``packaging/train_tagger.py`` makes
the model file; ``resources/models/names.md`` is its card.

Sentences of different length run side by side without padding: they are sorted by length, and row ``t`` of
the packed layout holds character ``t`` of all sentences that are long enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from core import assets

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
BATCH_SENTENCES = 128
BATCH_CHARACTERS = 8192

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TaggedName:
    """``text[start:end]`` of a sentence is a name; ``score`` is the lowest tag probability inside."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The names of a sentence, and for every character the probability that it belongs to some name."""

    names: tuple[TaggedName, ...]
    presence: Floats


@dataclass(frozen=True, slots=True)
class _Layer:
    """Weights of both directions: inputs (2, in, 3w), states (2, w, 3w), input and new-gate biases."""

    inputs: Floats
    states: Floats
    bias: Floats
    new_bias: Floats


@dataclass(frozen=True, slots=True)
class _Packing:
    """How sentences lie in the packed layout; ``turned`` tells the row when each is read backwards."""

    order: list[int]
    lengths: Integers
    active: list[int]
    offsets: list[int]
    turned: Integers

    def rows(self, sentence: int) -> Integers:
        """The packed rows of the characters of the ``sentence``-th longest sentence."""
        return np.asarray(self.offsets[: self.lengths[sentence]]) + sentence


class Tagger:
    """A loaded model. ``tag`` is all that others need."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        characters = str(arrays["characters"])
        self._ids = {character: i for i, character in enumerate(characters)}
        self._unknown = len(characters)
        self._layers = [_read_layer(arrays, layer) for layer in range(2)]
        embedding = arrays["embedding"].astype(np.float32) * arrays["embedding_scale"].astype(np.float32)
        first = self._layers[0]
        self._first_inputs = np.matmul(embedding, first.inputs) + first.bias[:, None, :]
        self._output = arrays["output"].astype(np.float32)
        self._output_bias = arrays["output_bias"].astype(np.float32)
        self._names = slice(*arrays["output_names"].tolist())
        self._heads = {
            name: {
                part: arrays[f"{part}/{name}"].astype(np.float32) for part in ("head", "bias", "transitions")
            }
            for name in str(arrays["heads"]).split()
        }

    @property
    def heads(self) -> tuple[str, ...]:
        """The guidelines that the model knows."""
        return tuple(self._heads)

    def tag(self, sentences: Sequence[str], heads: Mapping[str, float]) -> list[TaggedSentence]:
        """Each sentence with its names, under a weighted mean of guidelines (weights that sum to 1).

        On one core: more would wait for each other on matrices of this size, and the window needs one, too.
        """
        mixed = {
            part: sum(np.float32(weight) * self._heads[head][part] for head, weight in heads.items())
            for part in ("head", "bias", "transitions")
        }
        tagged = [TaggedSentence((), np.zeros(0, np.float32))] * len(sentences)
        with threadpool_limits(1, user_api="blas"):
            for batch in _batches(sentences):
                self._tag_batch(sentences, batch, mixed, tagged)
        return tagged

    def _tag_batch(
        self,
        sentences: Sequence[str],
        batch: list[int],
        mixed: Mapping[str, Floats],
        tagged: list[TaggedSentence],
    ) -> None:
        """Fill in ``tagged`` for the sentences of a batch."""
        packing = _pack([len(sentences[i]) for i in batch], batch)
        scores = self._scores([sentences[i] for i in packing.order], packing, mixed)
        tags = _viterbi(scores, packing, mixed["transitions"])
        probabilities = np.exp(scores - _log_sum_exp(scores)[:, None])
        certain = probabilities[np.arange(len(tags)), tags]
        for row, i in enumerate(packing.order):
            rows = packing.rows(row)
            names = _read_names(tags[rows].tolist(), certain[rows])
            tagged[i] = TaggedSentence(tuple(names), 1 - probabilities[rows, 0])

    def _scores(self, sentences: list[str], packing: _Packing, mixed: Mapping[str, Any]) -> Floats:
        ids = np.empty(sum(packing.active), np.intp)
        for row, sentence in enumerate(sentences):
            ids[packing.rows(row)] = [self._ids.get(character, self._unknown) for character in sentence]
        inputs = np.stack([self._first_inputs[0][ids], self._first_inputs[1][ids[packing.turned]]])
        states = _run_layer(inputs, self._layers[0], packing)
        second = self._layers[1]
        inputs = np.stack([states @ second.inputs[0], states[packing.turned] @ second.inputs[1]])
        inputs += second.bias[:, None, :]
        states = _run_layer(inputs, second, packing)
        classes = states @ self._output + self._output_bias
        scores = states @ mixed["head"] + mixed["bias"]
        scores[:, 1:] += classes[:, self._names]
        others = np.delete(classes, np.r_[self._names], axis=1)
        scores[:, 0] += _log_sum_exp(others)
        return np.asarray(scores, np.float32)


@cache
def load_tagger() -> Tagger:
    """The tagger that is shipped."""
    with np.load(assets.path_of("models/names.npz")) as arrays:
        return Tagger(dict(arrays))


def _read_layer(arrays: Mapping[str, Any], layer: int) -> _Layer:
    inputs, states, bias, state_bias = (
        np.ascontiguousarray(arrays[f"{part}/{layer}"].astype(np.float32))
        for part in ("inputs", "states", "input_bias", "state_bias")
    )
    width = states.shape[1]
    bias[:, : 2 * width] += state_bias[:, : 2 * width]
    return _Layer(inputs, states, bias, state_bias[:, None, 2 * width :])


def _batches(sentences: Sequence[str]) -> list[list[int]]:
    """Sentences of about equal length together, the longest first."""
    order = sorted((i for i, s in enumerate(sentences) if s), key=lambda i: -len(sentences[i]))
    batches: list[list[int]] = []
    characters = 0
    for i in order:
        characters += len(sentences[i])
        if not batches or len(batches[-1]) == BATCH_SENTENCES or characters > BATCH_CHARACTERS:
            batches.append([])
            characters = len(sentences[i])
        batches[-1].append(i)
    return batches


def _pack(lengths: list[int], order: list[int]) -> _Packing:
    """``lengths`` run from the longest to the shortest."""
    counts = np.asarray(lengths)
    active = [int((counts > step).sum()) for step in range(lengths[0])]
    offsets = np.concatenate([[0], np.cumsum(active)[:-1]])
    turned = np.empty(int(counts.sum()), np.intp)
    for row, length in enumerate(lengths):
        places = offsets[:length] + row
        turned[places] = places[::-1]
    return _Packing(order, counts, active, offsets.tolist(), turned)


def _run_layer(inputs: Floats, layer: _Layer, packing: _Packing) -> Floats:
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


def _viterbi(scores: Floats, packing: _Packing, transitions: Floats) -> NDArray[np.int8]:
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


def _log_sum_exp(scores: Floats) -> Floats:
    highest = scores.max(1)
    total: Floats = np.log(np.exp(scores - highest[:, None]).sum(1)) + highest
    return total


def _read_names(tags: list[int], certain: Floats) -> list[TaggedName]:
    names = []
    start = 0
    for place, (tag, following) in enumerate(zip(tags, [*tags[1:], 0], strict=True)):
        if tag % 2:
            start = place
        if tag and following != tag + tag % 2:
            label = TAGS[tag].partition("-")[2]
            names.append(TaggedName(start, place + 1, label, float(certain[start : place + 1].min())))
    return names
