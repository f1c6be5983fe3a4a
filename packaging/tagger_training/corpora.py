"""The corpora that the name tagger learns from, and the parts of them that it never sees.

A corpus is a file of ``character<TAB>BIO tag`` lines with a blank line between sentences. Every corpus
follows a guideline of its own, so that each gets its own head; all are mapped to PER, LOC and ORG.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")

LONGEST = 150
"""Longer sentences are cut, never inside a name."""

SHARED_CLAUSE = 12
"""A training sentence that shares a clause of so many characters with a held-back one is left out."""

CLUENER_LABELS = {
    "name": "PER",
    "address": "LOC",
    "scene": "LOC",
    "company": "ORG",
    "organization": "ORG",
    "government": "ORG",
}
WEIBO_LABELS = {"PER.NAM": "PER", "LOC.NAM": "LOC", "GPE.NAM": "LOC", "ORG.NAM": "ORG"}
PLAIN_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and its names as (start, end, label)."""

    text: str
    names: tuple[tuple[int, int, str], ...]

    def tags(self) -> list[int]:
        """The names as indices into ``TAGS``, one a character."""
        tags = [0] * len(self.text)
        for start, end, label in self.names:
            tags[start:end] = [TAGS.index(f"I-{label}")] * (end - start)
            tags[start] = TAGS.index(f"B-{label}")
        return tags


@dataclass(frozen=True, slots=True)
class Corpus:
    """A source: its file, how its labels map, how many sentences are held back to test and calibrate.

    ``weight`` says how often a sentence is seen in one epoch.
    """

    name: str
    file: str
    labels: dict[str, str]
    test: int
    calibration: int
    weight: float


CORPORA = (
    Corpus("msra", "msra/train.bio", PLAIN_LABELS, 3000, 1000, 1.0),
    Corpus("cluener", "cluener/train.bio", CLUENER_LABELS, 1000, 500, 2.0),
    Corpus("weibo", "weibo/train.bio", WEIBO_LABELS, 0, 100, 4.0),
    Corpus("pku", "pku199801/all.bio", PLAIN_LABELS, 1000, 0, 0.5),
)
WEIBO_TEST = "weibo/dev.bio"


@dataclass(frozen=True, slots=True)
class Parts:
    """A corpus in three parts: to learn from, to test on, to calibrate with."""

    corpus: Corpus
    train: list[Sentence]
    test: list[Sentence]
    calibration: list[Sentence]


def read_parts(data: Path) -> list[Parts]:
    """All corpora under the folder ``data``, split by a fixed seed.

    No training sentence of any corpus shares a clause with a held-back sentence of any corpus:
    two of the sources are parts of the same newspaper.
    """
    drawn = [_draw(corpus, data) for corpus in CORPORA]
    held_back = {clause for parts in drawn for s in parts.test + parts.calibration for clause in _clauses(s)}
    return [
        Parts(p.corpus, [s for s in p.train if held_back.isdisjoint(_clauses(s))], p.test, p.calibration)
        for p in drawn
    ]


def _draw(corpus: Corpus, data: Path) -> Parts:
    sentences = list(read_bio(data / corpus.file, corpus.labels))
    random.Random(20211).shuffle(sentences)
    first, second = corpus.test, corpus.test + corpus.calibration
    test = sentences[:first]
    if corpus.name == "weibo":
        test = list(read_bio(data / WEIBO_TEST, corpus.labels))
    return Parts(corpus, sentences[second:], test, sentences[first:second])


def _clauses(sentence: Sentence) -> Iterator[str]:
    for clause in re.split(r"[，。！？；：、\s]", sentence.text):
        if len(clause) >= SHARED_CLAUSE:
            yield clause


def read_bio(path: Path, labels: dict[str, str]) -> Iterator[Sentence]:
    """The sentences of a BIO file, with the labels that ``labels`` maps."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line:
            character, tag = line.split("\t")
            rows.append((character, tag))
        elif rows:
            text = "".join(character for character, _ in rows)
            yield Sentence(text, tuple(_names([tag for _, tag in rows], labels)))
            rows = []


def _names(tags: list[str], labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for place, (tag, following) in enumerate(zip(tags, [*tags[1:], "O"], strict=True)):
        if tag.startswith("B") or (tag != "O" and (place == 0 or tags[place - 1][1:] != tag[1:])):
            start = place
        if tag != "O" and following != f"I{tag[1:]}" and tag[2:] in labels:
            yield start, place + 1, labels[tag[2:]]


def in_pieces(sentences: Iterable[Sentence]) -> Iterator[tuple[str, list[int]]]:
    """Texts of at most ``LONGEST`` characters with their tags, never cut inside a name."""
    for sentence in sentences:
        tags = sentence.tags()
        start = 0
        while start < len(tags):
            end = min(len(tags), start + LONGEST)
            while end < len(tags) and end > start + LONGEST // 2 and tags[end] != 0:
                end -= 1
            yield sentence.text[start:end], tags[start:end]
            start = end
