"""Make ``resources/models/name_confidence.toml``: ``python packaging/calibrate_names.py``, some seconds.

What the evidence weighs is learnt from all gold sets below. The tagger or the rules know most of them, so
that on these they are right more often than on new articles; how much less is learnt from the sets that
neither knows, each judged by weights that were learnt without its article. To be run after every change of
the tagger or the rules.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from evaluate_names import golds_of, reading_of  # noqa: E402
from tagger_training.calibration import fit_logistic  # noqa: E402

from core.recognition import recognize  # noqa: E402
from core.recognition.name_confidence import Evidence, evidence_of  # noqa: E402
from core.recognition.names import found_under  # noqa: E402
from tests.gold_format import Gold  # noqa: E402

KNOWN, UNKNOWN = ("a", "b", "d", "g", "i"), ("c", "e")
"""Sets that the tagger or the rules know, and sets of which only these numbers are taken."""

TARGET = ROOT / "resources" / "models" / "name_confidence.toml"
PULL = 3.0
PARTS = 5
DIGITS = 3
ALWAYS = "always"

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A name that was found, as numbers."""

    article: str
    is_new: bool
    evidence: Evidence
    is_right: bool


def judged_in(folder: str) -> Iterator[Judged]:
    """The names found in a gold set's articles that are marked in the end."""
    for gold in golds_of(folder):
        yield from _judged(gold, folder)


def _judged(gold: Gold, folder: str) -> Iterator[Judged]:
    right = {(mark.span, mark.label) for mark in gold.marks}
    reading = reading_of(gold)
    marked = {(mention.span, mention.label) for mention in recognize(reading)}
    found = found_under(reading, None)
    for name, evidence in zip(found.names, evidence_of(found), strict=True):
        if (where := (name.span, name.label)) in marked:
            yield Judged(f"{folder}/{gold.name}", folder in UNKNOWN, evidence, where in right)


def columns_of(names: Sequence[Judged], kinds: Sequence[str]) -> Floats:
    """A row a name, a column a kind of evidence."""
    return np.array([[name.evidence.get(kind, 0.0) for kind in kinds] for name in names])


def fit(columns: Floats, right: Floats, kinds: Sequence[str]) -> Floats:
    """What each kind weighs: held near 0, so that a kind that is seldom seen weighs little."""
    return fit_logistic(columns, right, PULL * np.array([kind != ALWAYS for kind in kinds]))


def main() -> None:
    """Learn the weights and write them."""
    names = [name for folder in (*KNOWN, *UNKNOWN) for name in judged_in(folder)]
    kinds = sorted({kind for name in names for kind in name.evidence})
    columns, right = columns_of(names, kinds), np.array([name.is_right for name in names], np.float64)
    articles = sorted({name.article for name in names})
    random.Random(1).shuffle(articles)
    part_of = {article: number % PARTS for number, article in enumerate(articles)}
    parts = np.array([part_of[name.article] for name in names])
    odds = np.zeros(len(names))
    for part in range(PARTS):
        odds[parts == part] = columns[parts == part] @ fit(
            columns[parts != part], right[parts != part], kinds
        )
    new = np.array([name.is_new for name in names])
    slope, offset = fit_logistic(np.stack([odds[new], np.ones(new.sum())], 1), right[new], np.zeros(2))
    weights = slope * fit(columns, right, kinds)
    weights[kinds.index(ALWAYS)] += offset
    print(f"{len(names)} names, {new.sum()} of them new; slope {slope:.2f}, offset {offset:.2f}")
    TARGET.write_text(_as_toml(dict(zip(kinds, weights.tolist(), strict=True))), encoding="utf-8")


def _as_toml(weights: dict[str, float]) -> str:
    rows = [
        f'"{kind}" = {weight:.{DIGITS}f}\n'
        for kind, weight in weights.items()
        if round(weight, DIGITS) or kind == ALWAYS
    ]
    head = "# How much each kind of evidence weighs for a name (core/recognition/name_confidence.py).\n"
    return f"{head}# Made by packaging/calibrate_names.py.\n\n[weights]\n{''.join(rows)}"


if __name__ == "__main__":
    main()
