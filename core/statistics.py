"""What a dataset holds: labels, frequent names, pace, unlabelled articles, copies; for charts and tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from core import tables
from core.dataset import Dataset
from core.document import STATUSES, Document
from core.edits.blind import first_pass_is_over, without_suggestions
from core.errors import UserError
from core.files.safe_files import is_there
from core.near_duplicates import Signature, copies_among, signature_of_article
from core.sidecar import stored_in

UNLABELLED = "unlabelled"
MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name with its label: how often it is marked, and in how many articles."""

    name: str
    label: str
    marks: int
    articles: int


@dataclass(frozen=True, slots=True)
class Effort:
    """An article that time was counted on: seconds of work, characters and live marks."""

    name: str
    seconds: int
    characters: int
    marks: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of one annotator's articles.

    ``labels`` counts marks by label and status; ``states`` articles by theirs; ``days`` articles by the day
    on which they were last worked on; ``unlabelled`` are finished articles without a mark.
    """

    articles: int = 0
    labels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    names: tuple[NameCount, ...] = ()
    efforts: tuple[Effort, ...] = ()
    unlabelled: tuple[str, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()

    @property
    def marks(self) -> int:
        """All live marks."""
        return sum(map(_live, self.labels.values()))

    @property
    def seconds_each(self) -> float | None:
        """Seconds an article, of those that time was counted on; None before there is one."""
        return sum(each.seconds for each in self.efforts) / len(self.efforts) if self.efforts else None


class Counting:
    """Counts documents one by one; nothing of a document is kept but its figures."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` are the labels whose marks are names."""
        self._name_labels = frozenset(names)
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._states, self._days = Counter[str](), Counter[str]()
        self._names: Counter[tuple[str, str]] = Counter()
        self._holders: Counter[tuple[str, str]] = Counter()
        self._efforts: list[Effort] = []
        self._unlabelled: list[str] = []
        self._signatures: dict[str, Signature | None] = {}

    def add(self, name: str, document: Document) -> None:
        """Count an article under its ``name``."""
        live = document.live_annotations()
        for mark in document.annotations:
            self._labels[mark.label][mark.status] += 1
        self._count_names(document)
        progress = document.progress
        self._states[progress.status] += 1
        if document.history:
            self._days[document.history[-1].at[:10]] += 1
        if progress.seconds:
            self._efforts.append(Effort(name, progress.seconds, len(document.text), len(live)))
        if progress.status == "done" and not live:
            self._unlabelled.append(name)
        self._signatures[name] = signature_of_article(document.text, document.article.blocks)

    def counted(self, untouched: int = 0) -> Statistics:
        """The figures so far; ``untouched`` articles have no sidecar yet."""
        states = self._states + Counter({"new": untouched})
        frequent = sorted(self._names.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]
        return Statistics(
            len(self._signatures) + untouched,
            {
                label: dict(counts)
                for label, counts in sorted(self._labels.items(), key=lambda row: (-_live(row[1]), row[0]))
            },
            dict(states),
            dict(sorted(self._days.items())),
            tuple(NameCount(name, label, n, self._holders[label, name]) for (label, name), n in frequent),
            tuple(self._efforts),
            tuple(self._unlabelled),
            copies_among(self._signatures),
        )

    def _count_names(self, document: Document) -> None:
        entities = {entity.id: entity.name for entity in document.entities}
        found = Counter(
            (mark.label, entities.get(mark.entity or "", mark.quote))
            for mark in document.live_annotations()
            if mark.label in self._name_labels
        )
        self._names.update(found)
        self._holders.update(found.keys())


def _live(counts: Mapping[str, int]) -> int:
    return sum(counts.values()) - counts.get("rejected", 0)


def statistics_of(
    dataset: Dataset,
    name_labels: Iterable[str],
    *,
    is_blind: bool = False,
    watch: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Statistics:
    """The figures of a dataset as its annotator has it; sidecars that cannot be read are left out.

    Articles without a sidecar are counted as untouched. With ``is_blind`` suggestions do not count before
    the first pass of an article is over. ``watch`` hands the articles on one by one, to tell of them.
    """
    counting = Counting(name_labels)
    untouched = 0
    for name in watch(dataset.names()):
        sidecar = dataset.sidecar(name)
        if not is_there(sidecar):
            untouched += 1
            continue
        with suppress(UserError):
            document = stored_in(sidecar)
            is_hidden = is_blind and not first_pass_is_over(document)
            counting.add(name, without_suggestions(document) if is_hidden else document)
    return counting.counted(untouched)


def as_csv(statistics: Statistics) -> Iterator[bytes]:
    """All figures as one table: what is counted, of what, and how much."""
    return tables.as_csv(("what", "of", "and", "count", "articles"), _rows(statistics))


def _rows(statistics: Statistics) -> Iterator[tables.Row]:
    yield "articles", None, None, statistics.articles, None
    for label, counts in statistics.labels.items():
        for status in STATUSES:
            if counts.get(status):
                yield "marks", label, status, counts[status], None
    yield from (("states", state, None, n, None) for state, n in sorted(statistics.states.items()))
    yield from (("days", day, None, n, None) for day, n in statistics.days.items())
    yield from (("names", each.name, each.label, each.marks, each.articles) for each in statistics.names)
    yield from (("seconds", each.name, None, each.seconds, None) for each in statistics.efforts)
    yield from ((UNLABELLED, name, None, None, None) for name in statistics.unlabelled)
    for number, group in enumerate(statistics.copies, 1):
        yield from (("copies", name, None, number, None) for name in group)
