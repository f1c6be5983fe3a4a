"""The text to train with, in long strings: the corpora without what is kept for measuring, and phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from gap_training.phrases import draw_rows, draw_words
from gap_training.word_pairs import read_word_pairs

from core.restoration.dropped import FILTERED
from core.restoration.language import normalized
from core.restoration.train import is_held_out, read_sentences
from core.restoration.train_dropped import is_left_out

_LEAST = 8
_MOST_CHARACTERS = 6000
_MISSING = 500


def read_news(data: Path) -> str:
    """The sentences to learn from, a line each."""
    numbered = enumerate(read_sentences(data))
    return "\n".join(normalized(s) for n, s in numbered if not is_held_out(n) and not is_left_out(n))


def read_phrases(pairs: Path, rows: int, words: int) -> str:
    """Rows of words that stand together, and of words from the dictionary, a line each."""
    return "\n".join([*draw_rows(read_word_pairs(pairs), rows, seed=1), *draw_words(words, seed=1)])


def usual_characters(texts: Iterable[str]) -> str:
    """The characters that the network tells apart, sorted."""
    counts = Counter[str]()
    for text in texts:
        counts.update(text)
    return "".join(sorted(c for c, n in counts.most_common(_MOST_CHARACTERS) if n >= _LEAST))


def missing_characters(news: str) -> str:
    """The characters that may be missing: the filtered ones, then the most frequent Chinese ones."""
    usual: Sequence[str] = [c for c, _ in Counter(news).most_common() if "一" <= c <= "鿿"]
    return "".join(dict.fromkeys([*FILTERED, *usual]))[:_MISSING]
