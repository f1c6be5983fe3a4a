"""Print what the checks find and what they falsely ask: ``python packaging/evaluate_checks.py [--notes]``.

Sound articles (``tests/data/checks/sound``, the gold articles and the sample) should raise no question of
high or medium severity; each planted contradiction (``tests/data/checks/planted.jsonl``) should raise a new
one of its rule that touches the place of the change.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.checks import agreements, find_findings  # noqa: E402
from core.document import Document, Finding  # noqa: E402
from core.pipeline import mark, open_article  # noqa: E402
from core.source import source_of  # noqa: E402
from core.spans import Span  # noqa: E402
from tests.gold_format import load_gold  # noqa: E402

CHECKED = ROOT / "tests" / "data" / "checks"
GOLD = ROOT / "tests" / "data" / "gold" / "a"
SAMPLE = ROOT / "resources" / "samples" / "chongqing.txt"

# A changed figure often breaks two things at once; the rules that then name the same mistake.
EQUIVALENT: Mapping[str, frozenset[str]] = {
    "sum": frozenset({"repeat"}),
    "share": frozenset({"repeat", "sum"}),
    "growth": frozenset({"repeat"}),
    "magnitude": frozenset({"repeat", "sum", "share", "unit"}),
    "unit": frozenset({"magnitude", "repeat"}),
    "repeat": frozenset({"sum", "share"}),
    "age": frozenset({"repeat"}),
    "relative_year": frozenset({"repeat"}),
    "order": frozenset({"repeat", "age"}),
}


@dataclass(frozen=True)
class Planted:
    """One contradiction: the article, what was put in the place of what, and its rule."""

    article: str
    old: str
    new: str
    rule: str
    note: str


def document_of(text: str, name: str) -> Document:
    """The marked document of a text, without findings."""
    return mark(open_article(source_of(text.encode(), f"{name}.txt")))


def planted_rows() -> list[Planted]:
    """The planted contradictions."""
    lines = (CHECKED / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    return [Planted(**json.loads(line)) for line in lines]


def key_of(finding: Finding) -> tuple[Any, ...]:
    """What makes two findings of two versions of an article the same."""
    return finding.rule, finding.message, tuple(place.quote for place in finding.places)


def is_found(row: Planted, document: Document, findings: Iterator[Finding], known: set[Any]) -> str:
    """``right`` for a new finding of the rule at the place, ``other`` for one of another rule, else empty."""
    start = document.text.index(row.new)
    place = Span(start, start + len(row.new))
    answer = ""
    for finding in findings:
        touches = any(place.overlaps(each.span) or place.contains(each.span) for each in finding.places)
        if key_of(finding) in known or not touches:
            continue
        if finding.rule == row.rule or finding.rule in EQUIVALENT.get(row.rule, ()):
            return "right"
        answer = f"as {finding.rule}"
    return answer


def evaluate_planted(texts: Mapping[str, str], notes: bool) -> None:
    """How many of the planted contradictions are found, by rule."""
    known = {
        name: {key_of(f) for f in find_findings(document_of(text, name))} for name, text in texts.items()
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in planted_rows():
        document = document_of(texts[row.article].replace(row.old, row.new, 1), row.article)
        answer = is_found(row, document, iter(find_findings(document)), known[row.article])
        counts[row.rule][answer] += 1
        if notes and answer != "right":
            print(f"  {answer or 'missed'}: {row.rule} {row.article}: {row.old} -> {row.new} ({row.note})")
    print(f"{'planted':16} {'all':>5} {'right':>5} {'other':>5}")
    for rule, count in counts.items():
        print(
            f"{rule:16} {count.total():5} {count['right']:5} {count.total() - count['right'] - count['']:5}"
        )
    total = sum(counts.values(), Counter[str]())
    print(f"{'all':16} {total.total():5} {total['right']:5}  {total['right'] / total.total():.1%}")


def evaluate_sound(name: str, texts: Mapping[str, str], notes: bool) -> None:
    """What is asked of sound articles, by severity; and the time of the checks."""
    severities: Counter[str] = Counter()
    marking = checking = 0.0
    agreed = 0
    for title, text in texts.items():
        begun = time.perf_counter()
        document = document_of(text, title)
        marked = time.perf_counter()
        findings = find_findings(document)
        checking += time.perf_counter() - marked
        marking += marked - begun
        agreed += len(agreements(document))
        severities.update(finding.severity for finding in findings)
        for finding in findings if notes else ():
            print(f"  {finding.severity} {finding.rule} {title}: {finding.message!r}")
    asked = " ".join(f"{each} {severities[each]}" for each in ("high", "medium", "low"))
    print(f"{name}: {len(texts)} articles: {asked}; {agreed} agreements; ", end="")
    print(f"checks take {checking / marking:.1%} of the path before them")


def main() -> None:
    """Both measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", action="store_true", help="list every question and every miss")
    notes = parser.parse_args().notes
    sound = {
        path.stem: path.read_text(encoding="utf-8") for path in sorted((CHECKED / "sound").glob("*.txt"))
    }
    document_of("预热。", "first")
    evaluate_sound("sound", sound, notes)
    gold = {path.stem: load_gold(path).text for path in sorted(GOLD.glob("*.txt"))}
    evaluate_sound("gold a", gold, notes)
    evaluate_sound("sample", {"chongqing": SAMPLE.read_text(encoding="utf-8")}, notes)
    evaluate_planted(sound, notes)


if __name__ == "__main__":
    main()
