"""Learn which relations between figures are meant: ``python packaging/train_relations.py [--measure]``.

Sound articles teach it. In each one digit after the other is changed, in the values, not in the text: a
relation that held and now nearly holds is what a mistake looks like; one that nearly holds in the sound
article is chance. What is learnt are the weights of ``resources/models/relations.json``, of two logistic
regressions: ``meant`` for relations that hold, ``mistaken`` for those that nearly do.

``--measure`` tells what is found in each fifth of the articles, learnt from the others, at so many false
questions an article; ``--without`` leaves whole sets out.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.checks.material import Material  # noqa: E402
from core.checks.numbers.reckoning import candidates_of  # noqa: E402
from core.checks.numbers.reckoning.candidates import Candidate  # noqa: E402
from core.checks.numbers.reckoning.context import context_of, is_open  # noqa: E402
from core.checks.numbers.reckoning.evidence import Evidence, features_of, shape_of  # noqa: E402
from core.checks.numbers.reckoning.operands import Operand, operands_of  # noqa: E402
from core.checks.numbers.slips import exchanged  # noqa: E402
from tests.gold_format import load_gold  # noqa: E402
from tests.planted import SETS, document_of, load_sound  # noqa: E402

GOLD = ROOT / "tests" / "data" / "gold"
GOLD_SETS = "abcdefg"
OUT = ROOT / "resources" / "models" / "relations.json"
LEAST, SELDOM, PASSES, STEP = 0.03, 4, 300, 0.5
A_MISTAKE, RIDGE = 0.3, 1.0
FOLDS, RATES = 5, (0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2)
CHANGED_DIGITS = 2
TENS = {"万": (1e4, 1e-4), "亿": (1e-4,), "千": (10.0,)}

Weights = Mapping[str, float]


@dataclass
class Article:
    """A sound article: its Simplified text and what can be reckoned with in it."""

    name: str
    text: str
    operands: list[Operand]


@dataclass
class Row:
    """An example: the features of a relation of an article, and of which change, -1 for none."""

    article: int
    is_true: bool
    features: list[str]
    case: tuple[int, int]


def load_articles(cache: Path | None) -> list[Article]:
    """The sound articles of the checks and the gold articles, marked once and then kept in ``cache``."""
    if cache and cache.exists():
        kept: list[Article] = pickle.loads(cache.read_bytes())
        return kept
    texts = {f"{which}/{name}": text for which in SETS for name, text in load_sound(which).items()}
    for folder in GOLD_SETS:
        paths = sorted((GOLD / folder).glob("*.txt"))
        texts |= {f"gold {folder}/{path.stem}": load_gold(path).text for path in paths}
    made = []
    for name, text in texts.items():
        material = Material(document_of(text, Path(name).name))
        made.append(Article(name, material.simplified, operands_of(material)))
    if cache:
        cache.write_bytes(pickle.dumps(made))
    return made


def mutations(operand: Operand, chance: random.Random) -> Iterator[Operand]:
    """A figure with some of its digits changed, with two of them exchanged, and with another power of ten."""
    digits = operand.digits
    places = [n for n in range(len(digits)) if not n or digits[n:].strip("0")]
    for place in chance.sample(places, min(CHANGED_DIGITS, len(places))):
        others = [other for other in "0123456789" if other != digits[place] and (place or other != "0")]
        yield operand.rewritten(digits[:place] + chance.choice(others) + digits[place + 1 :])
    if digits.isdecimal() and (turned := list(exchanged(digits))):
        yield operand.rewritten(chance.choice(turned))
    for sign, factors in TENS.items():
        if sign in operand.quote:
            yield from (operand.scaled(factor) for factor in factors)


def changed_of(article: Article) -> Iterator[tuple[int, list[Operand]]]:
    """What can be reckoned with, each changed in turn, with the place of the one changed."""
    chance = random.Random(article.name)
    for place, operand in enumerate(article.operands):
        for mutated in mutations(operand, chance):
            yield place, [*article.operands[:place], mutated, *article.operands[place + 1 :]]


def meant_rows(number: int, article: Article) -> Iterator[Row]:
    """Relations that hold in a sound article, and those that hold only by the chance of a changed digit."""
    sound = Evidence(article.text, article.operands)
    held = [each for each in candidates_of(article.operands) if each.holds]
    keys = {each.key for each in held}
    for place, each in enumerate(held):
        yield Row(number, True, shape_of(sound, each), (place, 0))
    for place, changed in changed_of(article):
        evidence = Evidence(article.text, changed)
        for each in candidates_of(changed):
            if each.holds and place in each.slots and each.key not in keys:
                yield Row(number, False, shape_of(evidence, each), (place, 0))


def _meant(evidence: Evidence, meant: Callable[[Iterable[str]], float], candidate: Candidate) -> float:
    return meant(shape_of(evidence, candidate))


def mistaken_rows(number: int, article: Article, meant: Callable[[Iterable[str]], float]) -> Iterator[Row]:
    """Relations that a changed digit keeps from holding, and those that nearly hold by chance."""
    operands, text = article.operands, article.text
    base = list(candidates_of(operands))
    keys = {each.key for each in base if each.holds}
    evidence = Evidence(text, operands)
    context = context_of(operands, base, partial(_meant, evidence, meant))
    for each in base:
        if not each.holds and is_open(each, context):
            yield Row(number, False, features_of(evidence, each, context), (-1, min(each.slots)))
    for case, (place, changed) in enumerate(changed_of(article)):
        after = list(candidates_of(changed))
        broken = [each for each in after if not each.holds and place in each.slots and each.key in keys]
        if broken:
            after_it = Evidence(text, changed)
            context = context_of(changed, after, partial(_meant, after_it, meant))
            for each in broken:
                if not is_open(each, context):
                    continue
                yield Row(number, True, features_of(after_it, each, context), (place, case))


def learn(rows: Sequence[Row], *, weight: float) -> dict[str, float]:
    """The weights of a logistic regression with a ridge; the true rows of a case count ``weight``."""
    counts = Counter(name for row in rows for name in set(row.features))
    names = [name for name, count in counts.items() if count >= SELDOM]
    index = {name: number for number, name in enumerate(names)}
    pairs = [(n, index[name]) for n, row in enumerate(rows) for name in set(row.features) if name in index]
    row_of, name_of = np.array(pairs).T
    cases = Counter((row.article, row.case) for row in rows if row.is_true)
    truth = np.array([row.is_true for row in rows], float)
    worth = np.array([weight / cases[row.article, row.case] if row.is_true else 1.0 for row in rows])
    theta, bias = np.zeros(len(names)), 0.0
    squares, bias_squares = np.full(len(names), 1e-8), 1e-8
    for _ in range(PASSES):  # Adagrad over all rows at once
        logits = np.bincount(row_of, theta[name_of], minlength=len(rows)) + bias
        error = worth * (1 / (1 + np.exp(-np.clip(logits, -30, 30))) - truth)
        slope = np.bincount(name_of, error[row_of], minlength=len(names)) + RIDGE * theta
        squares += slope**2
        bias_squares += error.sum() ** 2
        theta -= STEP * slope / np.sqrt(squares)
        bias -= STEP * error.sum() / np.sqrt(bias_squares)
    return {"bias": float(bias), **dict(zip(names, map(float, theta), strict=True))}


def score(weights: Weights, features: Iterable[str]) -> float:
    """The log odds of an example."""
    return weights["bias"] + sum(weights.get(name, 0.0) for name in features)


def measure(rows: Sequence[Row], articles: Sequence[Article]) -> None:
    """What is found of the cases, and the limit, at so many false questions an article, out of sample."""
    scored: list[tuple[float, Row]] = []
    for fold in range(FOLDS):
        weights = learn([row for row in rows if row.article % FOLDS != fold], weight=A_MISTAKE)
        scored += [(score(weights, row.features), row) for row in rows if row.article % FOLDS == fold]
    for name, is_gold in (("written to be checked", False), ("gold", True)):
        members = {n for n, each in enumerate(articles) if each.name.startswith("gold") == is_gold}
        best: dict[bool, dict[tuple[int, tuple[int, int]], float]] = {True: {}, False: {}}
        for value, row in scored:
            if row.article in members:
                key = (row.article, row.case)
                best[row.is_true][key] = max(value, best[row.is_true].get(key, value))
        false, true = sorted(best[False].values(), reverse=True), list(best[True].values())
        for rate in RATES:
            limit = false[min(int(rate * len(members)), len(false) - 1)]
            found = sum(value > limit for value in true) / len(true)
            print(f"{name}: {rate} false an article at {limit:.2f}: {found:.1%} of {len(true)} found")


def main() -> None:
    """Learn, and perhaps measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="where the marked articles are kept")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--without", default=[], nargs="*", help="sets that nothing is learnt from")
    options = parser.parse_args()
    left_out = tuple(options.without)
    articles = [each for each in load_articles(options.cache) if not each.name.startswith(left_out)]
    held = [row for n, article in enumerate(articles) for row in meant_rows(n, article)]
    meant = learn(held, weight=1.0)
    print(f"{len(articles)} articles: {sum(row.is_true for row in held)} relations hold")

    def is_meant(shape: Iterable[str]) -> float:
        return 1 / (1 + exp(-score(meant, shape)))

    rows = [row for n, article in enumerate(articles) for row in mistaken_rows(n, article, is_meant)]
    if options.measure:
        measure(rows, articles)
    tables = {"meant": meant, "mistaken": learn(rows, weight=A_MISTAKE)}
    kept = {
        table: {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= LEAST}
        for table, weights in tables.items()
    }
    options.out.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
