"""Train the model of filtered characters: ``python -m core.restoration.train_dropped DATA``.

The character model that weighs a gap must not have seen it. So one more part of the corpora is left out,
a character model is trained on the rest, and the weights are learnt from the gaps in the part left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.assets import path_of
from core.restoration.dropped import FILTERED, MODEL, Cost, Gap, design, find_gaps
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
    text, missing = "", {}
    for character in page:
        if character in FILTERED:
            missing[len(text)] = missing.get(len(text), "") + character
        else:
            text += character
    return text, missing


def examples(sentences: Iterator[str], cost: Cost) -> tuple[list[Gap], NDArray[np.float64]]:
    """Gaps with the answer, 1 where the character was."""
    gaps: list[Gap] = []
    answers: list[float] = []
    for page in pages(sentences):
        text, missing = filtered(page)
        found = find_gaps(text, cost, word_costs())
        gaps += found
        answers += [float(missing.get(gap.place) == gap.character) for gap in found]
    return gaps, np.array(answers)


def fit(rows: NDArray[np.float64], answers: NDArray[np.float64]) -> NDArray[np.float64]:
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
    return weights / scale


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
    gaps, answers = examples((s for n, s in numbered if is_left_out(n)), _as_shipped(model))
    weights = fit(design(gaps), answers)
    np.savez_compressed(path_of(MODEL), allow_pickle=False, weights=weights)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
