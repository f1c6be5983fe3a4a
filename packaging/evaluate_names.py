"""How well names are recognized: on gold articles and on held-back parts of the corpora, beside jieba.posseg.

    python packaging/evaluate_names.py [CORPORA] [--gold FOLDER ...] [--notes]

Exact: span and label agree. Relaxed: a mark of the same label overlaps. The interval is the middle 95% of
1,000 bootstrap samples of whole articles or sentences. Besides: the sample with other places and people, the
gold articles in Traditional characters, how often marks of a confidence are right, speed and size.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from tagger_training.corpora import Sentence, read_parts  # noqa: E402

from core import assets  # noqa: E402
from core.article import ReadingText  # noqa: E402
from core.language.script import HANS, HANT, convert  # noqa: E402
from core.recognition import recognize  # noqa: E402
from core.recognition.names import find_names  # noqa: E402
from core.recognition.tagger import load_tagger  # noqa: E402
from core.structure import read_structure  # noqa: E402
from tests.gold_format import Gold, load_gold  # noqa: E402
from tests.siblings import make_siblings  # noqa: E402

GOLD = ROOT / "tests" / "data" / "gold"
SAMPLE = ROOT / "tests" / "data" / "articles" / "chongqing" / "gold.txt"
LABELS = ("PER", "LOC", "ORG")
GOLD_LABELS = (*LABELS, "WORK", "TERM")
POSSEG_LABELS = {"nr": "PER", "nrt": "PER", "nrfg": "PER", "ns": "LOC", "nt": "ORG"}
SAMPLES = 1000
SIBLINGS = 10
CONFIDENCES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
WEIGHED = frozenset("abcdegi")
"""Gold sets from which ``packaging/calibrate_names.py`` takes what confidence says."""

Mark = tuple[int, int, str]


@dataclass(frozen=True)
class Case:
    """One text with what is marked in it and what was found."""

    gold: frozenset[Mark]
    found: frozenset[Mark]

    def counts(self, labels: Sequence[str], *, relaxed: bool = False) -> tuple[int, int, int, int]:
        """Right ones among the found, found, right ones among the gold, gold."""
        gold = {mark for mark in self.gold if mark[2] in labels}
        found = {mark for mark in self.found if mark[2] in labels}
        if not relaxed:
            right = len(gold & found)
            return right, len(found), right, len(gold)
        return sum(_meets(m, gold) for m in found), len(found), sum(_meets(m, found) for m in gold), len(gold)


def _meets(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(mark[2] == o[2] and mark[0] < o[1] and o[0] < mark[1] for o in others)


def f1(counts: Iterable[tuple[int, int, int, int]]) -> float:
    """The F1 of summed counts, in percent."""
    right, found, reached, gold = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = right / max(1, found), reached / max(1, gold)
    return 200 * precision * recall / max(1e-9, precision + recall)


def interval(cases: Sequence[Case], labels: Sequence[str]) -> tuple[float, float]:
    """Where the exact F1 lies in 95 of 100 bootstrap samples."""
    counts = np.array([case.counts(labels) for case in cases])
    draw = np.random.default_rng(1)
    scores = sorted(f1([counts[draw.integers(0, len(cases), len(cases))].sum(0)]) for _ in range(SAMPLES))
    return scores[SAMPLES // 40], scores[-SAMPLES // 40 - 1]


def print_rows(title: str, cases: Sequence[Case], labels: Sequence[str]) -> None:
    """A row for each label and one for PER, LOC and ORG together."""
    for name, group in [*((label, (label,)) for label in labels), ("names", LABELS)]:
        marks = sum(case.counts(group)[3] for case in cases)
        if marks:
            low, high = interval(cases, group)
            exact = f1(case.counts(group) for case in cases)
            relaxed = f1(case.counts(group, relaxed=True) for case in cases)
            print(f"{title:28} {name:6} {marks:6} {exact:6.1f} [{low:5.1f} {high:5.1f}] {relaxed:8.1f}")


def reading_of(gold: Gold) -> ReadingText:
    """A gold article as the pipeline would read it."""
    simplified = convert(gold.text, to=HANS)
    return ReadingText(gold.text, simplified, read_structure(gold.text, simplified).blocks, gold.date)


def posseg_names(text: str) -> Iterator[Mark]:
    """What jieba.posseg tags as names; adjacent parts of a place or institution are joined."""
    import jieba.posseg

    place, last = 0, (0, 0, "")
    for pair in jieba.posseg.cut(text):
        label = POSSEG_LABELS.get(pair.flag, "")
        end = place + len(pair.word)
        if label and label == last[2] and last[1] == place and label != "PER":
            last = (last[0], end, label)
        else:
            if last[2]:
                yield last
            last = (place, end, label)
        place = end
    if last[2]:
        yield last


def golds_of(folder: str) -> list[Gold]:
    """The articles of a gold set, or the sample."""
    return [load_gold(p) for p in ([SAMPLE] if folder == "sample" else sorted((GOLD / folder).glob("*.txt")))]


def evaluate_gold(folders: Sequence[str], *, notes: bool) -> None:
    """Gold articles: ours, then jieba.posseg."""
    for folder in folders:
        golds = golds_of(folder)
        ours = [_case(gold, _found(gold)) for gold in golds]
        print_rows(f"gold {folder}", ours, GOLD_LABELS)
        print_rows(f"gold {folder}, posseg", [_case(gold, posseg_names(gold.text)) for gold in golds], LABELS)
        for gold, case in zip(golds, ours, strict=True) if notes else ():
            for sign, marks in (("missed", case.gold - case.found), ("false", case.found - case.gold)):
                for start, end, label in sorted(marks):
                    print(f"  {gold.name}: {sign} {label} {gold.text[start:end]}")


def _found(gold: Gold) -> Iterator[Mark]:
    return ((m.span.start, m.span.end, m.label) for m in recognize(reading_of(gold)))


def _case(gold: Gold, found: Iterable[Mark]) -> Case:
    marks = frozenset((m.span.start, m.span.end, m.label) for m in gold.marks if m.label in GOLD_LABELS)
    return Case(marks, frozenset(mark for mark in found if mark[2] in GOLD_LABELS))


def evaluate_twins(folders: Sequence[str]) -> None:
    """The sample with other places and people, and every gold article in Traditional characters."""
    siblings = make_siblings(SAMPLE.read_text(encoding="utf-8"), SIBLINGS)
    scores = [_f1_of([sibling]) for sibling in siblings]
    print(f"{SIBLINGS} siblings of the sample: worst {min(scores):.1f}, mean {sum(scores) / SIBLINGS:.1f}")
    for folder in folders:
        golds = golds_of(folder)
        twins = [replace(gold, text=convert(gold.text, to=HANT)) for gold in golds]
        print(f"gold {folder}: Simplified {_f1_of(golds):.1f}, Traditional {_f1_of(twins):.1f}")


def _f1_of(golds: Iterable[Gold]) -> float:
    return f1(_case(gold, _found(gold)).counts(LABELS) for gold in golds)


def evaluate_confidence(folders: Sequence[str]) -> None:
    """How many of the marks of a confidence are right, and how well the least certain ones tell the wrong."""
    marks: list[tuple[float, bool]] = []
    for gold in (gold for folder in folders for gold in golds_of(folder)):
        right = {(mark.span, mark.label) for mark in gold.marks}
        found = (m for m in recognize(reading_of(gold)) if m.label in LABELS)
        marks += [(m.confidence, (m.span, m.label) in right) for m in found]
    print(f"confidence on {' '.join(folders)}\nconfidence   marks   mean   right")
    for low, high in pairwise(CONFIDENCES):
        there = [mark for mark in marks if low <= mark[0] < high]
        if there:
            mean, right_share = (sum(column) / len(there) for column in zip(*there, strict=True))
            print(f"{low:.2f}-{min(high, 1):.2f} {len(there):9} {mean:6.3f} {right_share:7.3f}")
    doubtful = sorted(marks)[: len(marks) // 5]
    wrong = sum(not is_right for _, is_right in doubtful) / max(1, sum(not is_right for _, is_right in marks))
    print(f"{wrong:.1%} of the wrong marks are in the least certain fifth; AUC {_auc(marks):.3f}")


def _auc(marks: Sequence[tuple[float, bool]]) -> float:
    """How often a right mark is more certain than a wrong one; a tie is half."""
    right = np.array([confidence for confidence, is_right in marks if is_right])
    wrong = np.array([confidence for confidence, is_right in marks if not is_right])
    return float((np.sign(right[:, None] - wrong[None, :]) / 2 + 0.5).mean()) if wrong.size else 1.0


def evaluate_corpora(data: Path) -> None:
    """The parts of the corpora that training never saw, each with its own guideline's head."""
    for parts in read_parts(data):
        name, sentences = parts.corpus.name, parts.test
        tagged = load_tagger().tag([s.text for s in sentences], {name: 1.0})
        ours = [
            _sentence(s, ((n.start, n.end, n.label) for n in t.names))
            for s, t in zip(sentences, tagged, strict=True)
        ]
        print_rows(f"{name}, own head", ours, LABELS)
        print_rows(f"{name}, our guideline", [_sentence(s, _names(s.text)) for s in sentences], ())
        print_rows(f"{name}, posseg", [_sentence(s, posseg_names(s.text)) for s in sentences], ())


def _sentence(sentence: Sentence, found: Iterable[Mark]) -> Case:
    return Case(frozenset(sentence.names), frozenset(found))


def _names(text: str) -> Iterator[Mark]:
    reading = ReadingText.of_body(text, convert(text, to=HANS))
    return ((m.span.start, m.span.end, m.label) for m in find_names(reading))


def evaluate_speed(golds: Sequence[Gold]) -> None:
    """Names alone and the whole of recognition against jieba.posseg, the median of five, in turns."""
    text = "\n".join(gold.text for gold in golds)
    reading = ReadingText.of_body(text, convert(text, to=HANS))
    runs: dict[str, Callable[[], object]] = {
        "names": lambda: list(find_names(reading)),
        "recognition": lambda: recognize(reading),
        "posseg": lambda: list(posseg_names(text)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(6):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    medians = {name: sorted(times[1:])[2] for name, times in seconds.items()}
    for name, median in medians.items():
        print(f"{name:12} {len(text) / median:9,.0f} characters/s {median / medians['posseg']:5.2f} x posseg")
    print(f"model {assets.path_of('models/names.npz').stat().st_size:,} bytes")


def evaluate_names(data: Path | None, folders: Sequence[str], *, notes: bool = False) -> None:
    """All of it. Without ``data`` the corpora are passed over, and a sentence says so."""
    print(f"{'':28} {'label':6} {'marks':>6} {'exact':>6} {'95%':>13} {'relaxed':>8}")
    evaluate_gold(folders, notes=notes)
    if data and data.is_dir():
        evaluate_corpora(data)
    else:
        print("The corpora are not here (DATA=): their held-back parts are not measured.")
    evaluate_twins(folders)
    evaluate_confidence([folder for folder in folders if folder not in (*WEIGHED, "sample")])
    evaluate_speed([*golds_of("sample"), *golds_of("a")])


def main() -> None:
    """Read the options and evaluate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", type=Path, help="folder of the corpora")
    parser.add_argument("--gold", nargs="*", default=["sample", "a", "b", "c", "d", "e", "f", "g", "h", "i"])
    parser.add_argument("--notes", action="store_true", help="list every difference")
    options = parser.parse_args()
    evaluate_names(options.data, options.gold, notes=options.notes)


if __name__ == "__main__":
    main()
