"""Train the models of restoration: ``python -m core.restoration.train DATA``.

DATA is a folder of corpora, one character and its tag a line, sentences apart by blank lines; the tags
are not used. A twentieth of the sentences is left out, for ``packaging/evaluate_restoration.py``.
The same data give the same files, byte for byte.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.assets import load_text, path_of
from core.restoration.language import BOUNDARY, MODEL, STEP, normalized
from core.restoration.lexicon import LONGEST, WORDS
from core.restoration.lexicon import STEP as WORD_STEP

_DISCOUNT = 0.75
_LEAST_TRIGRAM = 2.0
_LEAST_WORD = 5
_PLACE = 600
# jieba counted words in some 60 million words of text; the corpora have 4 million characters.
_WORD_WEIGHT = 0.05


def read_sentences(folder: Path) -> Iterator[str]:
    """The sentences of every ``.bio`` file under ``folder``, in the order of the files' names."""
    for file in sorted(folder.rglob("*.bio")):
        for sentence in file.read_text(encoding="utf-8").split("\n\n"):
            yield "".join(line.partition("\t")[0] for line in sentence.split("\n"))


def is_held_out(number: int) -> bool:
    """Whether the sentence of that number is kept for measuring: one block of 50 in every 20.

    >>> [number for number in (0, 349, 350, 399, 400) if is_held_out(number)]
    [350, 399]
    """
    return number // 50 % 20 == 7


def read_words() -> Iterator[tuple[str, int]]:
    """The words of jieba with their frequencies."""
    text = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, frequency, _ = line.split(" ")
        yield word, int(frequency)


def read_places() -> Iterator[str]:
    """Names of places down to the county, with their short forms, which jieba lacks in part."""
    for line in load_text("lexicons/divisions.tsv").splitlines():
        if not line.startswith("#"):
            yield from (normalized(name) for name in line.split("\t")[1:3] if len(name) > 1)


def count(sentences: Iterator[str], words: Iterator[tuple[str, int]]) -> tuple[Counter[str], ...]:
    """Weighted unigrams, bigrams and trigrams."""
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    for sentence in sentences:
        text = BOUNDARY + normalized(sentence) + BOUNDARY
        for length, table in enumerate(counts, start=1):
            table.update(text[i : i + length] for i in range(3 - length, len(text) - length + 1))
    for word, frequency in words:
        text = normalized(word)
        for length, table in enumerate(counts, start=1):
            for i in range(len(text) - length + 1):
                table[text[i : i + length]] += frequency * _WORD_WEIGHT  # type: ignore[assignment]
    return counts


def estimate(counts: tuple[Counter[str], ...]) -> dict[str, NDArray[np.generic]]:
    """Absolute discounting with back-off, as the columns of the model's file."""
    unigrams, bigrams, trigrams = counts
    characters = "".join(sorted(c for c in unigrams if len(c) == 1))
    total = sum(unigrams.values())
    floor = 0.5 / total
    lower = {c: max(n / total, floor) for c, n in unigrams.items()}
    bigram_probabilities, unigram_backoffs = _discounted(bigrams, lambda gram: lower[gram[1:]])
    kept = Counter({gram: n for gram, n in trigrams.items() if n >= _LEAST_TRIGRAM})
    trigram_probabilities, bigram_backoffs = _discounted(
        kept, lambda gram: bigram_probabilities[gram[1:]], _prefix_totals(trigrams)
    )
    return _columns(
        characters, lower, unigram_backoffs, bigram_probabilities, bigram_backoffs, trigram_probabilities
    )


def _prefix_totals(grams: Counter[str]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for gram, n in grams.items():
        totals[gram[:-1]] = totals.get(gram[:-1], 0.0) + n
    return totals


def _discounted(
    grams: Counter[str], lower: object, totals: dict[str, float] | None = None
) -> tuple[dict[str, float], dict[str, float]]:
    """Interpolated probabilities, and the weight that each prefix leaves to what was not seen."""
    assert callable(lower)
    totals = totals or _prefix_totals(grams)
    explained: dict[str, float] = {}
    for gram, n in grams.items():
        explained[gram[:-1]] = explained.get(gram[:-1], 0.0) + max(n - _DISCOUNT, n * 0.1)
    backoffs = {prefix: max(1 - mass / totals[prefix], 1e-4) for prefix, mass in explained.items()}
    probabilities = {
        gram: max(n - _DISCOUNT, n * 0.1) / totals[gram[:-1]] + backoffs[gram[:-1]] * lower(gram)
        for gram, n in grams.items()
    }
    return probabilities, backoffs


def _columns(
    characters: str,
    unigrams: dict[str, float],
    unigram_backoffs: dict[str, float],
    bigrams: dict[str, float],
    bigram_backoffs: dict[str, float],
    trigrams: dict[str, float],
) -> dict[str, NDArray[np.generic]]:
    number = {character: i for i, character in enumerate(characters, start=1)}
    size = len(characters) + 1

    def key(gram: str) -> int:
        value = 0
        for character in gram:
            value = value * size + number[character]
        return value

    bigram_order = sorted(bigrams, key=key)
    trigram_order = sorted(trigrams, key=key)
    rare = max(_cost(p) for p in unigrams.values())
    return {
        "characters": np.array(characters),
        "unigram_costs": np.array([rare, *(_cost(unigrams[c]) for c in characters)], np.uint8),
        "unigram_backoffs": np.array([0, *(_cost(unigram_backoffs.get(c, 1)) for c in characters)], np.uint8),
        "bigram_steps": _steps([key(gram) for gram in bigram_order]),
        "bigram_costs": np.array([_cost(bigrams[gram]) for gram in bigram_order], np.uint8),
        "bigram_backoffs": np.array([_cost(bigram_backoffs.get(gram, 1)) for gram in bigram_order], np.uint8),
        "trigram_steps": _steps([key(gram) for gram in trigram_order]),
        "trigram_costs": np.array([_cost(trigrams[gram]) for gram in trigram_order], np.uint8),
    }


def word_columns(words: Iterable[tuple[str, int]]) -> dict[str, NDArray[np.generic]]:
    """The usual words with their costs, as the columns of the lexicon's file."""
    frequencies: Counter[str] = Counter()
    for word, frequency in words:
        frequencies[normalized(word)] += frequency
    for name in read_places():
        frequencies[name] = max(frequencies[name], _PLACE)
    total = sum(frequencies.values())
    kept = sorted(w for w, n in frequencies.items() if n >= _LEAST_WORD and len(w) <= LONGEST)
    costs = [round(-math.log(frequencies[word] / total) / WORD_STEP) for word in kept]
    return {"words": np.array("\n".join(kept)), "costs": np.array(costs, np.uint8)}


def _steps(keys: list[int]) -> NDArray[np.generic]:
    steps = np.diff(np.array(keys, np.int64), prepend=0)
    return steps.astype(np.uint32) if steps.max() < 2**32 else steps


def _cost(probability: float) -> int:
    return min(255, round(-math.log(probability) / STEP))


def main(arguments: list[str]) -> int:
    """Train on the folder named and write the models."""
    folder = Path(arguments[0]) if arguments else Path()
    if not arguments or not folder.is_dir():
        sys.stderr.write("usage: python -m core.restoration.train DATA (a folder of .bio corpora)\n")
        return 2
    sentences = (text for number, text in enumerate(read_sentences(folder)) if not is_held_out(number))
    columns = estimate(count(sentences, read_words()))
    # Not compressed here: an installer does that better, and they load in a fifth of the time.
    np.savez(path_of(MODEL), allow_pickle=False, **columns)
    np.savez(path_of(WORDS), allow_pickle=False, **word_columns(read_words()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
