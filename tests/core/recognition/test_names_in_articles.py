"""Names in whole articles: siblings of the sample, and the same articles in Traditional characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.article import ReadingText
from core.language.script import convert
from core.recognition.names import find_names
from core.recognition.works import find_works
from core.structure import read_structure
from core.text.spans import Span, longest_first
from tests.gold_format import Gold, load_gold
from tests.siblings import make_siblings

DATA = Path(__file__).parents[2] / "data"
SAMPLE = DATA / "articles" / "chongqing" / "gold.txt"
LABELS = {"PER", "LOC", "ORG"}


def _names(text: str) -> set[tuple[Span, str]]:
    simplified = convert(text, to="hans")
    reading = ReadingText(text, simplified, read_structure(text, simplified).blocks)
    mentions = longest_first([*find_works(reading), *find_names(reading)])
    return {(m.span, m.label) for m in mentions if m.label in LABELS}


def _f1(gold: Gold) -> float:
    marks = {(mark.span, mark.label) for mark in gold.marks}
    terms = [mark.span for mark in gold.marks if mark.label in {"TERM", "WORK"}]
    found = {(s, label) for s, label in _names(gold.text) if not any(t.contains(s) for t in terms)}
    names = {mark for mark in marks if mark[1] in LABELS}
    return 2 * len(found & names) / (len(found) + len(names))


def test_siblings_of_the_sample_do_as_well_as_the_sample() -> None:
    sample = _f1(load_gold(SAMPLE))
    siblings = [_f1(gold) for gold in make_siblings(SAMPLE.read_text(encoding="utf-8"), 10)]
    assert sample >= 0.95
    assert min(siblings) >= sample - 0.03


@pytest.mark.parametrize("name", ["01-county-economy", "04-volleyball", "10-trade"])
def test_traditional_twins_have_the_same_names(name: str) -> None:
    text = load_gold(DATA / "gold" / "a" / f"{name}.txt").text
    assert _names(convert(text, to="hant")) == _names(text)


@pytest.mark.parametrize(("name", "least"), [("b", 0.95), ("d", 0.92), ("i", 0.84)])
def test_a_set_keeps_what_it_has_reached(name: str, least: float) -> None:
    golds = [load_gold(path) for path in sorted((DATA / "gold" / name).glob("*.txt"))]
    assert sum(map(_f1, golds)) / len(golds) >= least
