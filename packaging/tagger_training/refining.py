"""Our own guideline's head, learnt from our own articles: a few minutes on top of the exported model.

Batches of them, with other names in half the places, take turns with the corpora, which keep their heads and
hold the output layer near what it was. At the end, all weights are put half way between before and after: so
the network keeps what it knew of the world.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tagger_training.calibration import calibrate
from tagger_training.corpora import Parts, Sentence, in_pieces
from tagger_training.export import LAYER_PARTS, OWN, network_arrays
from tagger_training.learning import Batch, Piece, descend, padded, plan
from tagger_training.network import Tagger
from tagger_training.own_articles import own_sentences, pools_of, with_other_names
from torch import nn

from core.recognition.tagger import Tagger as NumpyTagger

STEPS = 600
RATE = 5e-4
REPLACED = 0.5
KEPT = 0.5
"""The share of the weights as they were before."""


def refine(path: Path, parts: list[Parts], gold: Path) -> None:
    """Learn from the articles below ``gold`` and write the model at ``path`` anew."""
    with np.load(path) as stored:
        arrays = dict(stored)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    tagger = _read_tagger(arrays)
    original = copy.deepcopy(tagger).eval().requires_grad_(False)
    batches = _batches(parts, list(own_sentences(gold)), _Table(arrays), random.Random(1))
    descend(tagger, original, batches, total=STEPS, rate=RATE)
    for name, weights in network_arrays(tagger.eval()).items():
        mean = KEPT * arrays[name].astype(np.float32) + (1 - KEPT) * weights.astype(np.float32)
        arrays[name] = mean.astype(weights.dtype)
    arrays["calibration"] = calibrate(NumpyTagger({**arrays, "calibration": (1.0, 0.0)}), parts)
    np.savez_compressed(path, **arrays)


class _Table:
    """The characters of an exported model."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        characters = str(arrays["characters"])
        self._ids = {character: i for i, character in enumerate(characters)}
        self.unknown = len(characters)

    def __call__(self, text: str) -> list[int]:
        return [self._ids.get(character, self.unknown) for character in text]


def _read_tagger(arrays: Mapping[str, Any]) -> Tagger:
    """The exported model as a network that learns; its embeddings stay."""
    tagger = Tagger(tuple(str(arrays["heads"]).split()))
    tagger.embedding = nn.Embedding.from_pretrained(
        _tensor(arrays["embedding"].astype(np.float32) * arrays["embedding_scale"])
    )
    for layer in range(2):
        for name, weight in LAYER_PARTS:
            for array, suffix in zip(arrays[f"{name}/{layer}"], ("", "_reverse"), strict=True):
                getattr(tagger.encoder, f"{weight}_l{layer}{suffix}").data = _tensor(array.T)
    tagger.output.weight.data = _tensor(arrays["output"].T)
    tagger.output.bias.data = _tensor(arrays["output_bias"])
    for head, linear in tagger.heads.items():
        linear.weight.data = _tensor(arrays[f"head/{head}"].T)
        linear.bias.data = _tensor(arrays[f"bias/{head}"])
        tagger.transitions[head].data = _tensor(arrays[f"transitions/{head}"]) - tagger.allowed
    return tagger


def _tensor(array: np.ndarray) -> torch.Tensor:
    return torch.tensor(np.ascontiguousarray(array, np.float32))


def _batches(parts: list[Parts], own: list[Sentence], table: _Table, draw: random.Random) -> Iterator[Batch]:
    """``STEPS`` batches, half of them of our own articles."""
    pieces = {p.corpus.name: (list(in_pieces(p.train)), p.corpus.weight) for p in parts}
    corpora, ours = plan(pieces, draw), _own_batches(own, parts, draw)
    for _ in range(STEPS):
        is_own = draw.random() < 0.5
        head, sentences = next(ours if is_own else corpora)
        batch = padded(head, sentences, table, draw)
        yield replace(batch, is_pulled=not is_own)


def _own_batches(
    own: Iterable[Sentence], parts: list[Parts], draw: random.Random
) -> Iterator[tuple[str, list[Piece]]]:
    pools = pools_of(parts, own)
    while True:
        renamed = [with_other_names(sentence, pools, draw, REPLACED) for sentence in own]
        yield from plan({OWN: (list(in_pieces(renamed)), 1.0)}, draw)
