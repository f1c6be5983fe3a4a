"""The training itself: all corpora in turns, with a pull back to the original network.

A network that sees two old newspapers forgets the modern text that LAC was made from. On every second
batch, a Kullback-Leibler term therefore holds its own output layer near LAC's.
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

import torch
import torch.nn.functional as functional
from tagger_training.corpora import Parts, in_pieces
from tagger_training.network import Tagger, Vocabulary, load_lac
from torch import Tensor

BATCH_CHARACTERS = 2400
WARM_UP = 200
PULL = 0.4
UNKNOWN_SHARE = 0.02
"""So many characters are hidden from the network, which must then read the context."""


class Characters(Protocol):
    """The numbers of characters, and that of one that is not known."""

    unknown: int

    def __call__(self, text: str) -> list[int]:
        """One number a character."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of one corpus, padded; what it says is held near the original where it ``is_pulled``."""

    head: str
    ids: Tensor
    tags: Tensor
    mask: Tensor
    lengths: Tensor
    is_pulled: bool = False


def train(parts: list[Parts], *, epochs: float, rate: float) -> Tagger:
    """Fine-tune LAC on every corpus; deterministic for a given PyTorch and one thread."""
    torch.set_num_threads(1)
    torch.manual_seed(1)
    draw = random.Random(1)
    vocabulary = Vocabulary()
    tagger = Tagger(tuple(p.corpus.name for p in parts))
    load_lac(tagger)
    original = copy.deepcopy(tagger).eval().requires_grad_(False)
    tagger.embedding.weight.requires_grad_(False)
    pieces = {p.corpus.name: (list(in_pieces(p.train)), p.corpus.weight) for p in parts}
    total = int(epochs * sum(1 for _ in plan(pieces, random.Random(0))))
    batches = (padded(*each, vocabulary, draw) for each in _endless(pieces, draw))
    pulled = (batch if step % 2 else replace(batch, is_pulled=True) for step, batch in enumerate(batches))
    descend(tagger, original, islice(pulled, total), total=total, rate=rate)
    return tagger.eval()


def _endless(pieces: Pieces, draw: random.Random) -> Iterator[tuple[str, list[Piece]]]:
    while True:
        yield from plan(pieces, draw)


def descend(tagger: Tagger, original: Tagger, batches: Iterable[Batch], *, total: int, rate: float) -> None:
    """Learn from ``total`` batches in place, by Adam at a rate that rises first and falls then."""
    learnt = [p for p in tagger.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(learnt, rate)
    began, seen = time.monotonic(), 0
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (step + 1) / min(WARM_UP, total / 8)) * max(0.02, 1 - step / total)
        loss = _loss(tagger.train(), original, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 5.0)
        optimizer.step()
        seen += int(batch.lengths.sum())
        if step % 100 == 0:
            speed = seen / (time.monotonic() - began)
            print(f"{step}/{total} {batch.head} {loss.item():.3f} {speed:.0f} characters/s", flush=True)


def _loss(tagger: Tagger, original: Tagger, batch: Batch) -> Tensor:
    states = tagger.encode(batch.ids, batch.lengths)
    loss = tagger.loss(tagger.scores(states, batch.head), batch.tags, batch.mask, batch.head)
    if batch.is_pulled:
        with torch.no_grad():
            target = functional.log_softmax(original.output(original.encode(batch.ids, batch.lengths)), -1)
        own = functional.log_softmax(tagger.output(states), -1)
        divergence = (target.exp() * (target - own)).sum(-1)
        loss = loss + PULL * (divergence * batch.mask).sum()
    return loss / len(batch.lengths)


Piece = tuple[str, list[int]]
Pieces = dict[str, tuple[list[Piece], float]]


def plan(pieces: Pieces, draw: random.Random) -> Iterator[tuple[str, list[Piece]]]:
    """One epoch: batches of about equal size and of sentences of about equal length, in random order."""
    batches: list[tuple[str, list[Piece]]] = []
    for head, (sentences, weight) in pieces.items():
        chosen = [s for s in sentences for _ in range(int(weight + draw.random()))]
        chosen.sort(key=lambda sentence: len(sentence[0]) + 6 * draw.random())
        while chosen:
            size = max(8, min(64, BATCH_CHARACTERS // len(chosen[-1][0])))
            batches.append((head, chosen[-size:]))
            del chosen[-size:]
    draw.shuffle(batches)
    yield from batches


def padded(head: str, sentences: list[Piece], vocabulary: Characters, draw: random.Random) -> Batch:
    """Sentences as one batch, some of their characters hidden."""
    lengths = [len(text) for text, _ in sentences]
    ids = torch.zeros(len(sentences), max(lengths), dtype=torch.long)
    tags, mask = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
    for row, (text, labels) in enumerate(sentences):
        hidden = (vocabulary.unknown if draw.random() < UNKNOWN_SHARE else i for i in vocabulary(text))
        ids[row, : len(text)] = torch.tensor(list(hidden))
        tags[row, : len(text)] = torch.tensor(labels)
        mask[row, : len(text)] = True
    return Batch(head, ids, tags, mask, torch.tensor(lengths))
