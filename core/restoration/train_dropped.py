"""Train the model of filtered characters: ``python -m core.restoration.train_dropped DATA``.

The character model that weighs a gap must not have seen it. So one more part of the corpora is left out,
a character model is trained on the rest, and the weights are learnt from the gaps in the part left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.assets import path_of
from core.restoration.dropped import FILTERED, MODEL, Cost, Features, Gap, design, find_gaps, with_support
from core.restoration.language import Language, from_columns, language, normalized
from core.restoration.lexicon import word_costs
from core.restoration.train import count, estimate, is_held_out, read_sentences, read_words

_PAGE = 3000
_RIDGE = 3.0
_ROUNDS = 40


def is_left_out(number: int) -> bool:
    """Whether a sentence is kept from the character model to learn gaps from: five blocks in twenty."""
    return number // 50 % 20 in {1, 5, 9, 13, 17}


def pages(sentences: Iterator[str]) -> Iterator[str]:
    """Some thousand characters each."""
    page: list[str] = []
    for sentence in sentences:
        page.append(normalized(sentence))
        if sum(map(len, page)) > _PAGE:
            yield "\n".join(page)
            page = []


def filtered(page: str) -> tuple[str, dict[int, str]]:
    """The page without the filtered characters, and where they were."""
    text = ""
    missing: dict[int, str] = {}
    for character in page:
        if character in FILTERED:
            missing[len(text)] = missing.get(len(text), "") + character
        else:
            text += character
    return text, missing


def examples(sentences: Iterator[str], cost: Cost) -> Iterator[tuple[list[Gap], Features]]:
    """The gaps of each page with the answers, 1 where the character was."""
    for page in pages(sentences):
        text, missing = filtered(page)
        gaps = find_gaps(text, cost, word_costs())
        yield gaps, np.array([float(missing.get(gap.place) == gap.character) for gap in gaps])


def train(found: Sequence[tuple[list[Gap], Features]]) -> dict[str, Features]:
    """Weights of the gaps by themselves, then of their scores together with those of other places.

    The second weights are learnt from scores that come of the other half's first weights.
    """
    rows = [design(gaps) for gaps, _ in found]
    answers = [answer for _, answer in found]
    halves = [fit(np.concatenate(rows[other::2]), np.concatenate(answers[other::2])) for other in (1, 0)]
    support = [with_support(gaps, rows[page] @ halves[page % 2]) for page, (gaps, _) in enumerate(found)]
    everything = np.concatenate(answers)
    return {
        "first": fit(np.concatenate(rows), everything),
        "second": fit(np.concatenate(support), everything),
    }


def fit(rows: Features, answers: Features) -> Features:
    """Logistic regression by Newton's method, with a ridge on standardized columns."""
    scale = rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    x = rows / scale
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - answers) + _RIDGE * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return np.asarray(weights / scale)


def _as_shipped(model: Language) -> Cost:
    """The model's costs for characters as the shipped model numbers them."""
    number = [0, *(model.index.get(character, 0) for character in language().index)]
    return lambda a, b, c: model.code_cost(number[a], number[b], number[c])


def main(arguments: list[str]) -> int:
    """Train on the folder named and write the model."""
    folder = Path(arguments[0]) if arguments else Path()
    if not arguments or not folder.is_dir():
        sys.stderr.write("usage: python -m core.restoration.train_dropped DATA (a folder of .bio corpora)\n")
        return 2
    numbered = list(enumerate(read_sentences(folder)))
    seen = (s for n, s in numbered if not is_held_out(n) and not is_left_out(n))
    model = from_columns(estimate(count(seen, read_words())))
    found = list(examples((s for n, s in numbered if is_left_out(n)), _as_shipped(model)))
    np.savez_compressed(path_of(MODEL), allow_pickle=False, **train(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
