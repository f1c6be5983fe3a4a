"""Learning where characters are missing, from text out of which some are taken.

From every piece of text all places of some characters are taken, other characters each time, and often
the filtered ones. So every text teaches, however few filtered characters it holds. Where several are
missing in a row some may be left in front, as they are found one after another.
"""

from __future__ import annotations

import time

import numpy as np
import torch
from gap_training.network import GapNetwork
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from core.restoration.dropped import FILTERED
from core.restoration.gap_network import UNKNOWN

_PIECE, _PIECES = 256, 64
# How often the filtered characters are taken out, and how many others at most: many at first, which makes
# for many gaps to learn from, few at the end, as on a page.
_FILTERED_SHARE = 0.7
_MOST_OTHERS, _FEW_OTHERS = 30, 6
_LEFT_IN_FRONT = 0.5
# Steps with rising learning rate, and the shares of all: with falling rate, with phrases among the batches,
# until news alone remains.
_RATE = 2e-3
_WARM_UP, _COOL_DOWN, _PHRASES, _NEWS_ALONE = 100, 0.25, 0.45, 0.85
_REPORT = 50
_IMPOSSIBLE = -1e4
# What the scores at first sight weigh in the loss.
_SIGHT = 0.2

Integers = NDArray[np.int64]


class Teacher:
    """Draws pieces of text with characters taken out: numbers, answers, and which answers are possible."""

    def __init__(self, characters: str, missing: str, *, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.alphabet = (characters, missing)
        self.index = {c: n for n, c in enumerate(characters, start=UNKNOWN + 1)}
        self.missing = np.zeros(len(characters) + 2, np.int64)
        self.count = len(missing)
        for number, character in enumerate(missing, start=1):
            self.missing[self.index[character]] = number

    def encode(self, text: str) -> Integers:
        """A text as numbers."""
        return np.array([self.index.get(c, UNKNOWN) for c in text], np.int64)

    def batch(self, text: Integers, others: int) -> tuple[Tensor, Tensor, Tensor]:
        """Numbers, answers (-1 beside the text) and which answers are possible, for ``_PIECES`` pieces.

        Up to ``others`` characters are taken out beside the filtered ones.
        """
        numbers = np.zeros((_PIECES, _PIECE), np.int64)
        answers = np.full((_PIECES, _PIECE + 1), -1, np.int64)
        possible = np.zeros((_PIECES, 1 + self.count), np.bool_)
        for row, start in enumerate(self.random.integers(0, len(text) - _PIECE, _PIECES)):
            chosen = self._choose(others)
            kept, answer = self._take_out(text[start : start + _PIECE], chosen)
            numbers[row, : len(kept)] = kept
            answers[row, : len(answer)] = answer
            possible[row, [0, *chosen]] = True
        return torch.from_numpy(numbers), torch.from_numpy(answers), torch.from_numpy(possible)

    def _choose(self, most: int) -> Integers:
        """Characters to take out, as numbers of answers."""
        others = self.random.integers(1, self.count + 1, self.random.integers(0, most + 1))
        if self.random.random() < _FILTERED_SHARE:
            return np.unique(np.append(others, range(1, len(FILTERED) + 1)))
        return np.unique(others)

    def _take_out(self, piece: Integers, chosen: Integers) -> tuple[Integers, Integers]:
        """What is left of a piece, and the answer for each place: the first character missing there, or 0."""
        kinds = self.missing[piece]
        is_out = np.isin(kinds, chosen) & (kinds > 0)
        is_next = is_out[1:] & is_out[:-1]
        for place in (np.flatnonzero(is_next) + 1).tolist():  # several in a row
            if self.random.random() < _LEFT_IN_FRONT and not (place > 1 and is_out[place - 2]):
                is_out[place - 1] = False
        places = np.cumsum(~is_out) - ~is_out
        kept = piece[~is_out]
        answer = np.zeros(len(kept) + 1, np.int64)
        out = np.flatnonzero(is_out)[::-1]
        answer[places[out]] = kinds[out]
        return kept, answer


def train(news: str, phrases: str, characters: str, missing: str, *, steps: int) -> GapNetwork:
    """The network after so many steps, the last ones on news alone; the same on the same machine."""
    torch.manual_seed(1)
    teacher = Teacher(characters, missing, seed=1)
    network = GapNetwork(len(characters) + 2, len(missing))
    optimizer = torch.optim.Adam(network.parameters(), _RATE)
    sources = [teacher.encode(news), teacher.encode(phrases)]
    began, total = time.monotonic(), 0.0
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * _pace(step, steps)
        is_phrases = step < _NEWS_ALONE * steps and teacher.random.random() < _PHRASES
        others = _MOST_OTHERS if step < (1 - _COOL_DOWN) * steps else _FEW_OTHERS
        loss = _loss(network, *teacher.batch(sources[is_phrases], others))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        total += loss.item()
        if (step + 1) % _REPORT == 0 or step + 1 == steps:
            print(f"{step + 1}/{steps} {total / _REPORT:.5f} {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0
    return network.eval()


def _pace(step: int, steps: int) -> float:
    """The learning rate as a share: up at once, level, and down to nothing at the end."""
    return min(1.0, (step + 1) / _WARM_UP, (steps - step) / (_COOL_DOWN * steps))


def _loss(network: GapNetwork, numbers: Tensor, answers: Tensor, possible: Tensor) -> Tensor:
    """Cross entropy of the last scores, and some of those at first sight."""
    with torch.autocast("cpu", torch.bfloat16):
        at_sight, at_last = network(numbers)
    impossible = ~possible[:, None]
    return _entropy(at_last, answers, impossible) + _SIGHT * _entropy(at_sight, answers, impossible)


def _entropy(scores: Tensor, answers: Tensor, impossible: Tensor) -> Tensor:
    scores = scores.float().masked_fill(impossible, _IMPOSSIBLE)
    return functional.cross_entropy(scores.flatten(0, 1), answers.flatten(), ignore_index=-1)
