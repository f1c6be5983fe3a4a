"""Measures the product on its gold texts and suites; `make evaluate` runs every section.

    python packaging/evaluate.py [SECTION ...] [--notes] [--gold FOLDER ...]

A section prints a table; ``--notes`` lists every difference.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.recognition import recognize  # noqa: E402
from core.recognition.overlaps import resolve_overlaps  # noqa: E402
from core.recognition.quantities import find_quantities  # noqa: E402
from core.recognition.times import find_times  # noqa: E402
from tests.figure_labels import score_aspects  # noqa: E402
from tests.figure_siblings import sibling_scores  # noqa: E402
from tests.gold_format import Gold, load_gold  # noqa: E402
from tests.scoring import QUANTITIES, TIMES, Score, reading_of, score, total  # noqa: E402
from tests.suites.runner import run  # noqa: E402

GOLD = ROOT / "tests" / "data" / "gold"
SAMPLE = ROOT / "tests" / "data" / "articles" / "chongqing" / "gold.txt"


def gold_texts(folders: list[str]) -> list[Gold]:
    """The gold texts of the folders; the sample's for "sample"."""
    paths = [SAMPLE] if "sample" in folders else []
    for folder in folders:
        paths += sorted((GOLD / folder).glob("*.txt"))
    return [load_gold(path) for path in paths]


def evaluate_values(options: argparse.Namespace) -> None:
    """Spans and values of quantities and times, by label."""
    labels = QUANTITIES + TIMES
    golds = gold_texts(options.gold)
    scores = [
        score(gold, recognize(reading_of(gold)), labels, names_known=options.names_known) for gold in golds
    ]
    by_label = {label: total(each[label] for each in scores) for label in labels}
    print_scores(by_label | {"all": total(by_label.values())}, notes=options.notes)


def print_scores(scores: Mapping[str, Score], *, notes: bool) -> None:
    """One row a label, and every difference with ``notes``."""
    print(f"{'':10} {'right':>6} {'missed':>6} {'false':>6} {'F1':>6} {'values':>8}")
    for label, each in scores.items():
        row = f"{label:10} {each.right:6} {each.missed:6} {each.false:6} {each.f1:6.1%}"
        print(f"{row} {each.right_values:4}/{each.values} {each.value_accuracy:6.1%}")
    for label, each in scores.items():
        for note in each.notes if notes and label != "all" else ():
            print(f"  {note}")


def evaluate_conformance(options: argparse.Namespace) -> None:
    """Other projects' tests: what passes of what our own rules do not contradict."""
    for suite in ("jionlp", "cn2an", "wetext"):
        outcome = run(suite)
        counts = (
            f"{len(outcome.measured)} cases, {len(outcome.set_aside)} set aside, {len(outcome.failed)} fail"
        )
        print(f"{suite:10} {outcome.rate:6.1%}  {counts}")
        for case in outcome.failed if options.notes else ():
            print(f"  {case['model']}: {case['input']}")


def evaluate_siblings(options: argparse.Namespace) -> None:
    """The sample and ten siblings with other figures and dates, each through the whole path."""
    for name, each in sibling_scores():
        counts = f"{each.right} of {each.right + each.missed} found, {each.false} false"
        print(f"{name:12} {counts}, {each.right_values} of {each.values} values right")
        for note in each.notes if options.notes else ():
            print(f"  {note}")


def evaluate_figures(options: argparse.Namespace) -> None:
    """What figures are about: precision and recall of each column, over articles labelled by reading."""
    for folder in ("a", "b", "c"):
        scores, notes = score_aspects(folder)
        for aspect, each in scores.items():
            counts = f"{each.right:4} right {each.wrong:3} wrong {each.missed:3} missed"
            print(f"{folder} {aspect:11}{counts}  {each.precision:6.1%} precision {each.recall:6.1%} recall")
        for note in notes if options.notes else ():
            print(f"  {note}")


def evaluate_speed(options: argparse.Namespace) -> None:
    """Time for quantities and times on one core, as a share of what jieba.posseg takes for the same text."""
    import jieba.posseg

    readings = [reading_of(gold) for gold in gold_texts(options.gold)]
    text = "\n".join(reading.text for reading in readings)

    def ours() -> None:
        for reading in readings:
            resolve_overlaps([*find_quantities(reading), *find_times(reading)])

    seconds, theirs = best_time(ours), best_time(lambda: list(jieba.posseg.cut(text)))
    print(f"{len(text)} characters: {seconds * 1000:.1f} ms, {seconds / theirs:.2f} x jieba.posseg")


def best_time(act: Callable[[], object], times: int = 5) -> float:
    """The shortest processor time of several, after one that loads what must be loaded."""
    act()
    spent = []
    for _ in range(times):
        begin = process_time()
        act()
        spent.append(process_time() - begin)
    return min(spent)


SECTIONS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "values": evaluate_values,
    "conformance": evaluate_conformance,
    "siblings": evaluate_siblings,
    "figures": evaluate_figures,
    "speed": evaluate_speed,
}


def main() -> None:
    """Run the sections named, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []])
    parser.add_argument("--gold", nargs="*", default=["sample", "a", "b", "c"])
    parser.add_argument("--notes", action="store_true", help="list every difference")
    parser.add_argument(
        "--names-known", action="store_true", help="leave aside what lies inside names in the gold"
    )
    options = parser.parse_args()
    for name in options.sections or SECTIONS:
        print(f"== {name}")
        SECTIONS[name](options)


if __name__ == "__main__":
    main()
