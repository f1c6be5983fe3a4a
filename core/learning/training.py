"""Corrections to a better tagger: a head of the user's own, learnt from reviewed articles in a minute.

The encoder stays; only the scores of the tags on top of it are learnt, beginning from what is shipped and
held near it, so that nothing is forgotten. Labels of the user's own scheme get tags as well. A part of the
articles is held back, and the report says how well all of name recognition finds the names in them, as
shipped and as learnt.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from core.article import UNREAD_KINDS, ReadingText
from core.document import Document
from core.language.script import HANS, convert
from core.learning.head_fitting import Example, as_shipped, fit_head
from core.recognition.learnt import LearntHead
from core.recognition.names import names_under
from core.recognition.overlaps import PRECEDENCE
from core.recognition.tagger import LABELS, sentence_places
from core.schemes import Scheme, default_scheme

RULED = frozenset(PRECEDENCE) - set(LABELS)
"""Labels that rules find; they are not learnt."""

HELD_BACK = 5
"""One article in so many is held back; of fewer articles than this, one sentence in so many."""

MOST_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Score:
    """How often a label (all of them: "") stands in what was held back; its exact F1 (0 to 1) there."""

    label: str
    count: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """A new head, from how many sentences, and how it does on how many others: all labels first.

    ``as_shipped`` are the labels of which it knows what is shipped alone, for learning made them worse there.
    """

    head: LearntHead
    sentences: int
    held_back: int
    scores: tuple[Score, ...]
    as_shipped: tuple[str, ...] = ()


def learn(
    documents: Iterable[Document],
    scheme: Scheme | None = None,
    *,
    seed: int = 1,
    advance: Callable[[float], None] = lambda _: None,
) -> Learnt | None:
    """A head learnt from the reviewed ones among ``documents``; None where there are too few.

    ``scheme`` is that of the documents, the shipped one where there is none. Once they are read, ``advance``
    hears what share of the work is done; what it raises ends the work.
    """
    scheme = scheme or default_scheme()
    articles = [list(examples(d, scheme)) for d in documents if is_reviewed(d)]
    training, held_back = _divide(articles, seed)
    if not any(example.names for example in training) or not any(held_back):
        return None
    advance(0)
    own = sorted({label for e in training for _, _, label in e.names} - set(LABELS))
    labels = (*LABELS, *own)
    head = fit_head(training, labels, seed, advance)
    learnt = Learnt(head, len(training), sum(map(len, held_back)), ())
    return _without_losses(learnt, [_joined(part) for part in held_back])


def _without_losses(learnt: Learnt, held_back: Sequence[Example]) -> Learnt:
    """The same measured, and without what it learnt of labels that do not gain, where that is no loss."""
    labels = learnt.head.labels
    scores = tuple(_scores(held_back, learnt.head, labels))
    worse = tuple(score.label for score in scores[1:] if score.after < score.before or not score.after)
    learnt = replace(learnt, scores=scores)
    if not worse:
        return learnt
    head = as_shipped(learnt.head, worse)
    again = tuple(_scores(held_back, head, labels))
    is_loss = again[0].after < scores[0].after
    return learnt if is_loss else replace(learnt, head=head, scores=again, as_shipped=worse)


def is_reviewed(document: Document) -> bool:
    """Whether a person has been through the marks: the article is done, or some mark was reviewed."""
    return document.progress.status == "done" or any(a.is_reviewed for a in document.annotations)


def examples(document: Document, scheme: Scheme) -> Iterator[Example]:
    """The sentences of a document with the names that stand in them, under the recognizer's labels.

    Left out are sentences with a mark that may be one of several of these, for the scheme joins them.
    """
    text = convert(document.text, to=HANS)
    spans = [block.span for block in document.article.blocks if block.kind not in UNREAD_KINDS]
    learnt_as = _learnt_as(scheme)
    marks = document.live_annotations()
    names = [(a.span.start, a.span.end, learnt_as.get(a.label, a.label)) for a in marks]
    for start, end in sentence_places(text, spans):
        inside = [(s - start, e - start, label) for s, e, label in names if start <= s and e <= end]
        if all(label for _, _, label in inside):
            yield Example(text[start:end], _flat(name for name in inside if name[2] not in RULED))


def _learnt_as(scheme: Scheme) -> dict[str, str]:
    """What each label of a scheme is called by the recognizer; "" where it joins several names' labels."""
    known: dict[str, str] = {}
    for label in scheme.labels:
        joined = set(label.found_as) - RULED
        if set(label.found_as) & RULED and not joined:
            known[label.name] = next(iter(label.found_as))
        else:
            known[label.name] = "" if len(joined) > 1 else next(iter(joined), label.name)
    return known


def _flat(names: Iterable[tuple[int, int, str]]) -> frozenset[tuple[int, int, str]]:
    """Of names in each other, the outermost: a character has one tag."""
    kept: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda name: (name[0], -name[1])):
        if not kept or kept[-1][1] <= name[0]:
            kept.append(name)
    return frozenset(kept)


def _divide(articles: list[list[Example]], seed: int) -> tuple[list[Example], list[Sequence[Example]]]:
    """What to learn from, at most ``MOST_CHARACTERS``, and what to hold back: articles, or sentences."""
    parts: Sequence[Sequence[Example]] = articles
    if len(articles) < HELD_BACK:
        parts = [[example] for article in articles for example in article]
    order = list(range(len(parts)))
    random.Random(seed).shuffle(order)
    held_back = [parts[i] for i in order[::HELD_BACK]]
    training, characters = [], 0
    for example in (example for n, i in enumerate(order) if n % HELD_BACK for example in parts[i]):
        characters += len(example.text)
        if characters <= MOST_CHARACTERS:
            training.append(example)
    return training, held_back


def _joined(part: Sequence[Example]) -> Example:
    """Sentences of one article as one text, so that what it says once can help everywhere in it."""
    starts = accumulate((len(example.text) for example in part), initial=0)
    names = (
        (start + s, start + e, label)
        for start, example in zip(starts, part, strict=False)
        for s, e, label in example.names
    )
    return Example("".join(example.text for example in part), frozenset(names))


def _scores(held_back: Sequence[Example], head: LearntHead, labels: Sequence[str]) -> Iterator[Score]:
    """The exact F1 of all names, and of each label that stands in the gold."""
    gold = Counter(label for example in held_back for _, _, label in example.names)
    old, new = _f1(held_back, None), _f1(held_back, head)
    for label in ("", *labels):
        if not label or gold[label]:
            yield Score(label, gold[label] if label else gold.total(), old[label], new[label])


def _f1(held_back: Iterable[Example], head: LearntHead | None) -> defaultdict[str, float]:
    right, both = Counter[str](), Counter[str]()
    for example in held_back:
        reading = ReadingText.of_body(example.text, example.text)
        names = {(m.span.start, m.span.end, m.label) for m in names_under(reading, head)}
        for counter, found in ((right, names & example.names), (both, names), (both, example.names)):
            for _, _, label in found:
                counter.update((label, ""))
    return defaultdict(float, {label: 2 * right[label] / count for label, count in both.items()})
