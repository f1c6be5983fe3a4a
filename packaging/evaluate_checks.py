"""Print what the checks find and what they falsely ask: ``python packaging/evaluate_checks.py [--notes]``.

Sound articles (``tests/data/checks``, the gold articles and the sample) should raise no question of high or
medium severity; each contradiction planted into them should raise a new one of its rule, or of one that names
the same mistake, at the place of the change. Slips of the pen (``tests/data/checks/slips*.tsv``) are asked
about one sentence at a time; the same sentences without them should raise no question at all.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core import pipeline  # noqa: E402
from core.checks import agreements, find_findings  # noqa: E402
from core.document import Document, Finding  # noqa: E402
from core.house import House  # noqa: E402
from tests import slips  # noqa: E402
from tests.gold_format import load_gold  # noqa: E402
from tests.planted import (  # noqa: E402
    SETS,
    WRITTEN,
    document_of,
    key_of,
    load_planted,
    load_sound,
    verdict,
)

GOLD = ROOT / "tests" / "data" / "gold"
SAMPLE = ROOT / "resources" / "samples" / "chongqing.txt"
CHECKING: list[float] = []
VERDICTS = ("right", "equivalent", "other", "missed")


def evaluate_planted(which: str, texts: Mapping[str, str], *, notes: bool) -> None:
    """How many of a set's planted contradictions are found, by what their planter calls them."""
    known = {
        name: set(map(key_of, find_findings(document_of(text, name), WRITTEN)))
        for name, text in texts.items()
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in load_planted(which):
        document = document_of(row.into(texts[row.article]), row.article)
        answer = verdict(row, document, find_findings(document, WRITTEN), known[row.article])
        counts[row.rule][answer] += 1
        if notes and answer in ("other", "missed"):
            print(f"  {answer}: {row.rule} {row.article}: {row.old!r} -> {row.new!r} ({row.note})")
    print(f"{'planted':16} {'all':>5}" + "".join(f"{each:>11}" for each in VERDICTS))
    for rule, count in (*counts.items(), ("all", sum(counts.values(), Counter[str]()))):
        print(f"{rule:16} {count.total():5}" + "".join(f"{count[each]:11}" for each in VERDICTS))
    found = count["right"] + count["equivalent"]
    print(f"{which}: {found} of {count.total()} found with the right rule: {found / count.total():.1%}")


def evaluate_sound(name: str, texts: Mapping[str, str], *, notes: bool) -> None:
    """What is asked of sound articles, by severity; and the share of the checks in the whole path's time."""
    severities: Counter[str] = Counter()
    marking, checking, agreed = 0.0, sum(CHECKING), 0
    for title, text in texts.items():
        begun = time.process_time()
        document = document_of(text, title, WRITTEN)
        marking += time.process_time() - begun
        findings = document.findings
        agreed += len(agreements(document))
        severities.update(finding.severity for finding in findings)
        for finding in findings if notes else ():
            print(f"  {finding.severity} {finding.rule} {title}: {finding.message!r}")
    asked = " ".join(f"{each} {severities[each]}" for each in ("high", "medium", "low"))
    print(f"{name}: {len(texts)} articles: {asked}; {agreed} agreements; ", end="")
    print(f"the checks take {(sum(CHECKING) - checking) / marking:.1%} of the whole path")


def time_checks(ask: Callable[..., Document]) -> Callable[..., Document]:
    """The step of the path that asks the checks, which notes the seconds that it takes in ``CHECKING``."""

    def timed(*arguments: Document | House) -> Document:
        begun = time.process_time()
        document = ask(*arguments)
        CHECKING.append(time.process_time() - begun)
        return document

    return timed


def evaluate_slips(table: str, *, notes: bool) -> None:
    """How many slips are asked about, of how many the meaning is told; and what sound sentences raise."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for slip in slips.load_slips(table):
        findings, start = _asked_of(slip.sentence)
        answer = slips.verdict(slip, start, findings)
        counts[slip.kind][answer] += 1
        falsely = [finding.message for finding in _asked_of(slip.sound)[0]]
        counts[slip.kind]["false"] += len(falsely)
        if notes and (answer == "missed" or falsely):
            print(f"  {answer}: {slip.kind} {slip.sentence} [{slip.meant}] {falsely or ''}")
    columns = ("right", "asked", "missed", "false")
    print(f"{'slips':16}" + "".join(f"{each:>11}" for each in columns))
    for kind, count in (*counts.items(), ("all", sum(counts.values(), Counter[str]()))):
        print(f"{kind:16}" + "".join(f"{count[each]:11}" for each in columns))
    found, total = count["right"] + count["asked"], count.total() - count["false"]
    print(f"{table}: {found} of {total} found, {count['right']} with what is meant: {found / total:.1%}")


def _asked_of(sentence: str) -> tuple[tuple[Finding, ...], int]:
    """What is asked of a sentence as an article of its own, and where it begins there."""
    document = document_of(f"本报讯　{sentence}", "sentence")
    return document.findings, document.text.index(sentence)


def main() -> None:
    """All measurements, of every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", action="store_true", help="list every question and every miss")
    parser.add_argument("--set", choices=SETS, help="of the planted sets only this one")
    parser.add_argument("--slips", action="store_true", help="only the slips of the pen")
    options = parser.parse_args()
    pipeline.renew_findings = time_checks(pipeline.renew_findings)
    document_of("本报讯　2025年6月1日，全县共有小学51所。", "warm-up")
    for table in slips.TABLES:
        evaluate_slips(table, notes=options.notes)
    if options.slips:
        return
    for which in (options.set,) if options.set else SETS:
        sound = load_sound(which)
        evaluate_sound(f"sound articles of set {which}", sound, notes=options.notes)
        evaluate_planted(which, sound, notes=options.notes)
    for folder in sorted(GOLD.iterdir()):
        gold = {path.stem: load_gold(path).text for path in sorted(folder.glob("*.txt"))}
        evaluate_sound(f"gold {folder.name}", gold, notes=options.notes)
    evaluate_sound("sample", {"chongqing": SAMPLE.read_text(encoding="utf-8")}, notes=options.notes)


if __name__ == "__main__":
    main()
