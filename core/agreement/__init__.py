"""How far two annotators agree on the same articles, by mark and by character, and where they do not.

Marks are paired one to one: same words and label first, then those of one label that overlap most, then same
words, then any that overlap. F1 is the share of marks with a partner of the same label, on the same words
(exact) or on some of them (relaxed). κ and α count characters without white space, once for each label: is
the character in a mark of it or not. Over all labels a character is what the longest mark around it says.

Only what people have looked at counts. Where one of the two still has an automatic mark that was neither
accepted nor rejected nor changed, nobody can tell what that person would say: such places count neither as
agreement nor as disagreement, for marks and characters alike, and an article that one has not begun is not
compared. Rejected marks are a decision: that there is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from core.agreement.reliability import alpha, kappa
from core.document import Annotation, Document
from core.text.spans import longest_first

ALL = "*"
"""What stands for the label in the figures of all labels together."""

Said = tuple[Hashable, Hashable]
"""What the one and the other say of a character: a label or none, or whether it is in a mark of a label."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The marks of two annotators that belong together; None where one of them has none."""

    one: Annotation | None
    other: Annotation | None

    @property
    def labels(self) -> tuple[str | None, str | None]:
        """What each calls it."""
        return self.one.label if self.one else None, self.other.label if self.other else None

    @property
    def kind(self) -> str:
        """How they differ: ``same``, ``edges``, ``label``, ``both`` or ``missing``."""
        if not self.one or not self.other:
            return "missing"
        if self.one.stretches == self.other.stretches:
            return "same" if self.one.label == self.other.label else "label"
        return "edges" if self.one.label == self.other.label else "both"

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return min(mark.span.start for mark in (self.one, self.other) if mark)


@dataclass(frozen=True, slots=True)
class Compared:
    """An article that two annotators marked; who has no name is None.

    ``length`` counts its characters without white space; ``characters`` those that somebody marked, for
    each label and for ``ALL``, by what the two say. ``left_out`` counts the marks at places that one of them
    has not looked at.
    """

    name: str
    annotators: tuple[str | None, str | None]
    pairs: tuple[Pair, ...]
    length: int
    characters: Mapping[str, Counter[Said]]
    left_out: int = 0
    text: str = ""

    @property
    def disagreements(self) -> tuple[Pair, ...]:
        """The pairs that are not the same."""
        return tuple(pair for pair in self.pairs if pair.kind != "same")


@dataclass(frozen=True, slots=True)
class Figures:
    """How far two agree on a label: how many marks each has, F1, κ and α; None where nothing is to tell."""

    label: str
    one: int
    other: int
    exact: float | None
    relaxed: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures for each label and, last, for ``ALL``; ``confusion`` counts pairs by their two labels."""

    figures: tuple[Figures, ...]
    confusion: Mapping[tuple[str | None, str | None], int]


def compare(name: str, one: Document, other: Document, *, unseen: bool = False) -> Compared:
    """Two documents of one article; ValueError where their texts are not the same.

    With ``unseen`` the automatic marks that nobody has looked at count like any others.
    """
    if one.text != other.text:
        raise ValueError("the texts differ")
    open_places = set[int]() if unseen else _undecided(one) | _undecided(other)
    live = one.live_annotations(), other.live_annotations()
    marks = [[mark for mark in each if open_places.isdisjoint(_places(mark))] for each in live]
    solid = {place for place, character in enumerate(one.text) if not character.isspace()} - open_places
    characters = dict(_characters(marks[0], marks[1], solid))
    left_out = sum(map(len, live)) - sum(map(len, marks))
    pairs = tuple(pairs_of(*marks))
    names = one.annotator, other.annotator
    return Compared(name, names, pairs, len(solid), characters, left_out, one.text)


def has_begun(document: Document) -> bool:
    """Whether its annotator has looked at anything in it."""
    return document.progress.status != "new" or any(mark.status != "auto" for mark in document.annotations)


def pairs_of(one: Sequence[Annotation], other: Sequence[Annotation]) -> list[Pair]:
    """The marks of both, each once, in reading order."""
    shared = _shared(one, other)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(shared, key=lambda ij: (*_unlike(one[ij[0]], other[ij[1]]), -shared[ij], ij)):
        if i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    pairs = [Pair(mark, other[partners[i]] if i in partners else None) for i, mark in enumerate(one)]
    pairs += [Pair(None, mark) for j, mark in enumerate(other) if j not in taken]
    return sorted(pairs, key=lambda pair: pair.start)


def agreement(compared: Iterable[Compared]) -> Agreement:
    """The figures of all articles together."""
    confusion: Counter[tuple[str | None, str | None]] = Counter()
    relaxed: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    characters: dict[str, Counter[Said]] = {}
    length = 0
    for article in compared:
        length += article.length
        for pair in article.pairs:
            confusion[pair.labels] += 1
            for label in (pair.labels[0] or "", ALL) if pair.labels[0] == pair.labels[1] else ():
                relaxed[label] += 1
                exact[label] += pair.kind == "same"
        for label, counts in article.characters.items():
            characters.setdefault(label, Counter()).update(counts)
    labels = sorted({label for pair in confusion for label in pair if label})
    rows = (
        _figures(label, confusion, exact[label], relaxed[label], _with_unmarked(characters, label, length))
        for label in (*labels, ALL)
    )
    return Agreement(tuple(rows), confusion)


def _shared(one: Sequence[Annotation], other: Sequence[Annotation]) -> Counter[tuple[int, int]]:
    """How many characters any two marks share, by their numbers."""
    there: defaultdict[int, list[int]] = defaultdict(list)
    for j, mark in enumerate(other):
        for place in _places(mark):
            there[place].append(j)
    return Counter(
        (i, j) for i, mark in enumerate(one) for place in _places(mark) for j in there.get(place, ())
    )


def _unlike(one: Annotation, other: Annotation) -> tuple[bool, bool, bool]:
    """What two marks are paired by: both the same first, then the label, then the words."""
    label, words = one.label != other.label, one.stretches != other.stretches
    return label or words, label, words


def _undecided(document: Document) -> set[int]:
    """The places of the automatic marks that nobody has decided on."""
    return {place for mark in document.annotations if mark.status == "auto" for place in _places(mark)}


def _places(mark: Annotation) -> Iterator[int]:
    return chain.from_iterable(range(stretch.start, stretch.end) for stretch in mark.stretches)


def _characters(
    one: Sequence[Annotation], other: Sequence[Annotation], solid: Collection[int]
) -> Iterator[tuple[str, Counter[Said]]]:
    """The marked characters for each label and for all."""
    for label in sorted({mark.label for mark in (*one, *other)}):
        first, second = (
            {place for mark in marks if mark.label == label for place in _places(mark) if place in solid}
            for marks in (one, other)
        )
        yield label, Counter((place in first, place in second) for place in first | second)
    longest, longest_other = (
        {place: mark.label for mark in longest_first(marks) for place in _places(mark) if place in solid}
        for marks in (one, other)
    )
    places = longest.keys() | longest_other.keys()
    yield ALL, Counter((longest.get(place), longest_other.get(place)) for place in places)


def _with_unmarked(characters: Mapping[str, Counter[Said]], label: str, length: int) -> Counter[Said]:
    """The characters with those that neither marked so."""
    marked = characters.get(label, Counter())
    unmarked: Said = (None, None) if label == ALL else (False, False)
    return marked + Counter({unmarked: length - marked.total()})


def _figures(
    label: str,
    confusion: Mapping[tuple[str | None, str | None], int],
    exact: int,
    relaxed: int,
    characters: Counter[Said],
) -> Figures:
    def has(mine: str | None) -> bool:
        return mine is not None and label in (mine, ALL)

    one = sum(count for (mine, _), count in confusion.items() if has(mine))
    other = sum(count for (_, theirs), count in confusion.items() if has(theirs))
    both = one + other
    return Figures(
        label,
        one,
        other,
        2 * exact / both if both else None,
        2 * relaxed / both if both else None,
        kappa(characters),
        alpha(characters),
    )
