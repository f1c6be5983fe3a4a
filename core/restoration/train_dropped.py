"""Fit the confidences of filtered characters: ``python -m core.restoration.train_dropped DATA``.

Neither the gap network nor the character model that weigh a gap may have seen it. So one more part of the
corpora is left out of the network's training, a character model is trained on the rest, and the weights
are learnt from the gaps in the part left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from core.assets import path_of
from core.restoration.dropped import (
    FILTERED,
    MODEL,
    Cost,
    Features,
    Gap,
    design,
    doubted,
    find_gaps,
    shares,
    with_reading,
)
from core.restoration.gap_network import GapNetwork, gap_network
from core.restoration.language import Language, from_columns, language, normalized
from core.restoration.lexicon import word_costs
from core.restoration.train import count, estimate, is_held_out, read_sentences, read_words

Example = tuple[str, list[Gap], Features]

_PAGE = 3000
# Least and greatest size of a negative binomial, and how many between are tried.
_SIZES = (0.05, 20.0, 60)
_RIDGE = 3.0
_ROUNDS = 40


def is_left_out(number: int) -> bool:
    """Whether a sentence is kept from the gap network to learn confidences from: two blocks in twenty."""
    return number // 50 % 20 in {1, 11}


def pages(sentences: Iterator[str]) -> Iterator[str]:
    """Some thousand characters each."""
    page: list[str] = []
    for sentence in sentences:
        page.append(normalized(sentence))
        if sum(map(len, page)) > _PAGE:
            yield "\n".join(page)
            page = []


def filtered(page: str, characters: str) -> tuple[str, dict[int, str]]:
    """The page without the characters, and where they were."""
    text = ""
    missing: dict[int, str] = {}
    for character in page:
        if character in characters:
            missing[len(text)] = missing.get(len(text), "") + character
        else:
            text += character
    return text, missing


def examples(sentences: Iterator[str], network: GapNetwork, cost: Cost) -> Iterator[Example]:
    """Text and gaps of each page with the answers, 1 where the character was the first one missing."""
    for page in pages(sentences):
        text, missing = filtered(page, FILTERED)
        gaps = find_gaps(text, FILTERED, network, cost, word_costs())
        yield text, gaps, np.array([float(missing.get(gap.place, "")[:1] == gap.character) for gap in gaps])


def fit_weights(found: Sequence[Example]) -> dict[str, Features]:
    """The weights at first, and those with how a character reads, of the gaps that the first leave open."""
    rows, answers = np.concatenate([design(g) for _, g, _ in found]), np.concatenate([a for *_, a in found])
    first = fit(rows, answers)
    read: list[Gap] = []
    right: list[float] = []
    for text, gaps, page_answers in found:
        doubtful = doubted(gaps, shares(design(gaps) @ first)) if gaps else []
        read += with_reading(text, [gaps[number] for number in doubtful])
        right += page_answers[doubtful].tolist()
    return {"weights": first, "reading_weights": fit(design(read), np.array(right))}


def fit(rows: Features, answers: Features) -> Features:
    """Logistic regression by Newton's method, with a ridge on standardized columns."""
    scale = rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    x = rows / scale
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = shares(x @ weights)
        gradient = x.T @ (p - answers) + _RIDGE * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return np.asarray(weights / scale)


def fit_clusters(texts: Iterable[str], characters: str) -> Features:
    """How evenly pages have each character: the size of a negative binomial that lacks it as often."""
    counts = np.array([[text.count(c) for c in characters] for text in texts], float)
    mean = np.maximum(counts.mean(axis=0), 1e-3)
    without = ((counts == 0).sum(axis=0) + 0.5) / (len(counts) + 1)
    sizes = np.geomspace(*_SIZES)[:, None]
    expected = -sizes * np.log1p(mean / sizes)
    return np.asarray(sizes[np.abs(expected - np.log(without)).argmin(axis=0), 0])


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
    numbered = [(n, s) for n, s in enumerate(read_sentences(folder)) if not is_held_out(n)]
    seen = (s for n, s in numbered if not is_left_out(n))
    model = from_columns(estimate(count(seen, read_words())))
    left_out = (s for n, s in numbered if is_left_out(n))
    found = list(examples(left_out, gap_network(), _as_shipped(model)))
    columns = {
        **fit_weights(found),
        "clusters": fit_clusters(pages(s for _, s in numbered), gap_network().missing),
    }
    np.savez_compressed(path_of(MODEL), allow_pickle=False, **columns)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
