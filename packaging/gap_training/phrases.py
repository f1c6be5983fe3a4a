"""Words drawn at random from the dictionary, to train with beside the news.

The corpora are small and old: thousands of usual words stand in them seldom or never (平台). jieba's
dictionary has these with their frequencies. Drawn in rows they teach which characters make a word, and
nothing of what goes with what, so that training ends on news alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.restoration.language import normalized
from core.restoration.train import read_words

# Words are drawn by this power of their share, so that rarer ones come as well.
_EVENED = 0.6
_IN_A_ROW = 8


def draw_words(count: int, *, seed: int) -> Iterator[str]:
    """Rows of words, about ``count`` together; the same seed gives the same ones."""
    words, frequencies = zip(*read_words(), strict=True)
    shares = np.array(frequencies, float) ** _EVENED
    numbers = np.random.default_rng(seed).choice(len(words), count, p=shares / shares.sum())
    for row in numbers.reshape(-1, _IN_A_ROW).tolist():
        yield normalized("".join(words[number] for number in row))
