"""The neural name tagger, run by NumPy: characters in, names with a score out.

A character embedding, two layers of bidirectional gated recurrent units and one linear head per
annotation guideline, decoded by Viterbi under learnt tag transitions. ``packaging/train_tagger.py`` makes
the model file; ``resources/models/names.md`` is its card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from core import assets
from core.blas import one_core
from core.recognition.learnt import LearntHead
from core.recognition.recurrent import (
    Floats,
    Packing,
    log_sum_exp,
    pack,
    read_layer,
    run_layer,
    viterbi,
)
from core.text.spans import Span

GUIDELINES = {"news": 1.0}
"""The head of our own guideline."""

LABELS = ("PER", "LOC", "ORG")
"""Tag 0 is no name, 2k + 1 begins a name of label k and 2k + 2 goes on with it."""

TAGS = 1 + 2 * len(LABELS)

BATCH_SENTENCES = 128
BATCH_CHARACTERS = 8192
LONGEST_SENTENCE = 120
_SENTENCE = re.compile(rf"[^。！？!?；\n]{{1,{LONGEST_SENTENCE}}}[。！？!?；\n”’」』）)]*")


_Part = tuple[Floats, Sequence[str], Floats]
"""Scores of tags, their labels and the transitions between them."""


@dataclass(frozen=True, slots=True)
class TaggedName:
    """``text[start:end]`` of a sentence is a name; ``score`` is the probability that it is right."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The names of a sentence, and for every character the probability that it belongs to some name."""

    names: tuple[TaggedName, ...]
    presence: Floats


class Tagger:
    """A loaded model. ``tag`` is all that others need."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        characters = str(arrays["characters"])
        self._ids = {character: i for i, character in enumerate(characters)}
        self._unknown = len(characters)
        self._layers = [read_layer(arrays, layer) for layer in range(2)]
        embedding = arrays["embedding"].astype(np.float32) * arrays["embedding_scale"].astype(np.float32)
        first = self._layers[0]
        self._first_inputs = np.matmul(embedding, first.inputs) + first.bias
        self._slope, self._offset = arrays.get("calibration", (1.0, 0.0))
        output, bias = (arrays[part].astype(np.float32) for part in ("output", "output_bias"))
        names = np.arange(*arrays["output_names"])
        self._others = np.ascontiguousarray(np.delete(output, names, axis=1).T)
        self._others_bias = np.delete(bias, names)[:, None]
        self._heads = {
            name: _on_top(arrays, name, output[:, names], bias[names])
            for name in str(arrays["heads"]).split()
        }

    @property
    def heads(self) -> tuple[str, ...]:
        """The guidelines that the model knows."""
        return tuple(self._heads)

    def tag(
        self, sentences: Sequence[str], heads: Mapping[str, float], learnt: LearntHead | None = None
    ) -> list[TaggedSentence]:
        """Each sentence with its names, under a weighted mean of guidelines (weights that sum to 1).

        A ``learnt`` head stands on top of that mean.
        """
        tagged = [TaggedSentence((), np.zeros(0, np.float32))] * len(sentences)
        mixed = self._mixed(heads)
        for packing, features in self._features_of(sentences, mixed):
            parts = self._parts(features, mixed, learnt)
            for scores, labels, transitions in parts:
                tags = viterbi(scores, packing, transitions)
                probabilities = np.exp(scores - log_sum_exp(scores.T)[:, None])
                certain = self._calibrated(probabilities[np.arange(len(tags)), tags])
                for row, i in enumerate(packing.order):
                    rows = packing.rows(row)
                    names = _read_names(tags[rows].tolist(), certain[rows], labels)
                    presence = 1 - probabilities[rows, 0] if labels is parts[0][1] else tagged[i].presence
                    tagged[i] = TaggedSentence((*tagged[i].names, *names), presence)
        return tagged

    @staticmethod
    def _parts(features: Floats, mixed: Mapping[str, Any], learnt: LearntHead | None) -> list[_Part]:
        """What is decoded apart: names, and the labels of a user's own, which may hold names inside."""
        if learnt is None:
            return [(features[:, -TAGS:], LABELS, mixed["transitions"])]
        scores = features @ learnt.weights + learnt.bias
        parts: list[_Part] = [(scores[:, :TAGS], LABELS, learnt.transitions[:TAGS, :TAGS])]
        if own := learnt.labels[len(LABELS) :]:
            kept = np.r_[0, TAGS : scores.shape[1]]
            scores = scores[:, kept]
            scores[:, 0] = 0
            parts.append((scores, own, learnt.transitions[np.ix_(kept, kept)]))
        return parts

    def _calibrated(self, probabilities: Floats) -> Floats:
        """The share of names that are right when the tagger is so sure of their least certain character."""
        clipped = probabilities.clip(1e-4, 1 - 1e-4)
        odds = self._slope * np.log(clipped / (1 - clipped)) + self._offset
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)

    def features(self, sentences: Sequence[str], heads: Mapping[str, float]) -> list[Floats]:
        """For each sentence a row a character: the encoder's states and the mixed head's scores."""
        features = [np.zeros((0, 0), np.float32)] * len(sentences)
        for packing, rows in self._features_of(sentences, self._mixed(heads)):
            for row, i in enumerate(packing.order):
                features[i] = rows[packing.rows(row)]
        return features

    def _mixed(self, heads: Mapping[str, float]) -> dict[str, Any]:
        return {
            part: sum(np.float32(weight) * self._heads[head][part] for head, weight in heads.items())
            for part in ("head", "bias", "transitions")
        }

    def _features_of(
        self, sentences: Sequence[str], mixed: Mapping[str, Any]
    ) -> Iterator[tuple[Packing, Floats]]:
        """Batch by batch. On one core: on matrices of this size more would wait for each other."""
        for batch in _batches(sentences):
            packing = pack([len(sentences[i]) for i in batch], batch)
            with one_core():
                states = self._encode([sentences[i] for i in packing.order], packing)
                features = np.concatenate([states, self._scores(states, mixed)], axis=1)
            yield packing, features

    def _encode(self, sentences: list[str], packing: Packing) -> Floats:
        ids = np.empty(sum(packing.active), np.intp)
        for row, sentence in enumerate(sentences):
            ids[packing.rows(row)] = [self._ids.get(character, self._unknown) for character in sentence]
        first, second = self._layers
        inputs = np.empty((3, 2, len(ids), first.states.shape[-1]), np.float32)
        for direction, order in enumerate((ids, ids[packing.turned])):
            for gate in range(3):
                np.take(self._first_inputs[gate, direction], order, 0, inputs[gate, direction], "clip")
        states = run_layer(inputs, first, packing)
        for direction, rows in enumerate((states, states[packing.turned])):
            np.matmul(rows, second.inputs[:, direction], out=inputs[:, direction])
        inputs += second.bias
        return run_layer(inputs, second, packing)

    def _scores(self, states: Floats, mixed: Mapping[str, Any]) -> Floats:
        """The seven tags' scores; all that LAC's own output calls something else is no name."""
        scores: Floats = states @ mixed["head"] + mixed["bias"]
        scores[:, 0] += log_sum_exp(self._others @ states.T + self._others_bias)
        return scores


def _on_top(arrays: Mapping[str, Any], name: str, output: Floats, output_bias: Floats) -> dict[str, Floats]:
    """A guideline's head on top of what LAC's own output says of the six tags of names."""
    parts = ("head", "bias", "transitions")
    head, bias, transitions = (arrays[f"{part}/{name}"].astype(np.float32) for part in parts)
    head[:, 1:] += output
    bias[1:] += output_bias
    return {"head": head, "bias": bias, "transitions": transitions}


def sentence_places(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Where the sentences within ``spans`` begin and end; a long one is cut.

    >>> sentence_places("甲。“乙！”丙", [Span(0, 7)])
    [(0, 2), (2, 6), (6, 7)]
    """
    return [found.span() for span in spans for found in _SENTENCE.finditer(text, span.start, span.end)]


@cache
def load_tagger() -> Tagger:
    """The tagger that is shipped."""
    with np.load(assets.path_of("models/names.npz")) as arrays:
        return Tagger(dict(arrays))


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


def _read_names(tags: list[int], certain: Floats, labels: Sequence[str]) -> list[TaggedName]:
    names = []
    start = 0
    for place, (tag, following) in enumerate(zip(tags, [*tags[1:], 0], strict=True)):
        if tag % 2:
            start = place
        if tag and following != tag + tag % 2:
            label = labels[(tag - 1) // 2]
            names.append(TaggedName(start, place + 1, label, float(certain[start : place + 1].min())))
    return names
