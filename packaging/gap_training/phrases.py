"""Words in rows, to train with beside the news: as they follow each other, or at random.

The corpora are small and old: thousands of usual words stand in them seldom or never (平台). Rows around
a word, each next one drawn by how often it stands beside the last, teach which words go together; jieba's
dictionary has more words, drawn at random. Rows are no text, so that training ends on news alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from gap_training.word_pairs import Floats, Integers, WordPairs

from core.restoration.dropped import FILTERED
from core.restoration.language import normalized
from core.restoration.train import read_words

# Words are drawn by this power of their share, so that rarer ones come as well.
_EVENED = 0.6
_IN_A_ROW = 8
# Words in front of the one that a row is made around, and behind it.
_BEFORE, _BEHIND = 3, 5
# So many of the rows are made around a word with a filtered character.
_FILTERED_ROWS = 0.3
_HAN = re.compile("[一-鿿]+")


def draw_words(count: int, *, seed: int) -> Iterator[str]:
    """Rows of words, about ``count`` together; the same seed gives the same ones."""
    words, frequencies = zip(*read_words(), strict=True)
    shares = np.array(frequencies, float) ** _EVENED
    numbers = np.random.default_rng(seed).choice(len(words), count, p=shares / shares.sum())
    for row in numbers.reshape(-1, _IN_A_ROW).tolist():
        yield normalized("".join(words[number] for number in row))


def draw_rows(pairs: WordPairs, rows: int, *, seed: int) -> Iterator[str]:
    """Rows of words that usually stand beside each other; the same seed gives the same ones."""
    random = np.random.default_rng(seed)
    chains = _Chains(pairs, random)
    middle = chains.draw_middles(rows)
    columns = [middle]
    for _ in range(_BEFORE):
        columns.insert(0, chains.step(columns[0], chains.backward))
    for _ in range(_BEHIND):
        columns.append(chains.step(columns[-1], chains.forward))
    for row in np.stack(columns, axis=1).tolist():
        yield normalized("".join(pairs.words[number] for number in row))


# Where the neighbors of each word begin, which they are, and their weights summed up.
Links = tuple[Integers, Integers, Floats]


class _Chains:
    """What stands behind each word and before it, to draw from."""

    def __init__(self, pairs: WordPairs, random: np.random.Generator) -> None:
        self.random = random
        is_han = np.array([_HAN.fullmatch(word) is not None for word in pairs.words])
        self.evened = _summed(np.where(is_han, pairs.probabilities, 0.0) ** _EVENED)
        is_filtered = np.array([any(c in word for c in FILTERED) for word in pairs.words])
        self.filtered = _summed(np.where(is_han & is_filtered, pairs.probabilities, 0.0) ** _EVENED)
        kept = is_han[pairs.first] & is_han[pairs.second]
        first, second, share = pairs.first[kept], pairs.second[kept], pairs.share[kept]
        joint = share * pairs.probabilities[first]
        self.forward = _links(first, second, share, len(pairs.words))
        self.backward = _links(second, first, joint, len(pairs.words))

    def draw_middles(self, rows: int) -> Integers:
        usual, filtered = (self._draw(sums, rows) for sums in (self.evened, self.filtered))
        return np.where(self.random.random(rows) < _FILTERED_ROWS, filtered, usual)

    def step(self, words: Integers, links: Links) -> Integers:
        """A neighbor of each word; any word where it has none."""
        starts, others, sums = links
        begin, end = starts[words], starts[words + 1]
        aims = sums[begin] + self.random.random(len(words)) * (sums[end] - sums[begin])
        drawn = np.searchsorted(sums, aims, side="right") - 1
        linked = others[drawn.clip(begin, end - 1).clip(0, len(others) - 1)]
        return np.where(begin < end, linked, self._draw(self.evened, len(words)))

    def _draw(self, sums: Floats, count: int) -> Integers:
        return np.searchsorted(sums, self.random.random(count) * sums[-1], side="right") - 1


def _summed(weights: Floats) -> Floats:
    return np.concatenate([[0.0], np.cumsum(weights)])


def _links(words: Integers, others: Integers, weights: Floats, count: int) -> Links:
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(words[order], np.arange(count + 1))
    return starts, others[order], _summed(weights[order])
