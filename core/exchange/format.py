"""What all formats share: what is asked of an exporter, and what an importer gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from core.document import Annotation, Document
from core.spans import Span, longest_first

ALL_BUT_REJECTED = frozenset({"auto", "accepted", "edited", "added"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which marks go out, by status, and what a token is: ``char`` or ``word``."""

    statuses: frozenset[str] = ALL_BUT_REJECTED
    unit: str = "char"

    def marks(self, document: Document) -> tuple[Annotation, ...]:
        """The marks of a document that go out, in reading order."""
        return tuple(a for a in document.annotations if a.status in self.statuses)


Losses = Counter[str]
"""How often a format could not hold something, by what that was."""

Exporter = Callable[[Iterable[Document], Wanted, Losses], Iterator[bytes]]
"""Documents as the bytes of one file; counts what it leaves out. No clock and no order of sets."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with labelled stretches, as another tool has it; ``name`` is its file's, where it says so."""

    text: str
    spans: tuple[tuple[Span, str], ...] = ()
    name: str | None = None


Importer = Callable[[bytes], Iterator[Labelled]]
"""The texts in a file of another tool; ``NotText`` where it is none."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: one way or both. ``suffix`` is that of its files."""

    name: str
    suffix: str
    write: Exporter
    read: Importer | None = None
    losses: tuple[str, ...] = field(default=())


def flat(marks: Iterable[Annotation], losses: Losses) -> list[Annotation]:
    """The marks without those inside longer ones, which flat formats have no room for."""
    given = list(marks)
    kept = longest_first(given)
    losses["marks inside or across longer ones"] += len(given) - len(kept)
    return kept


def count_what_is_left_out(document: Document, marks: Iterable[Annotation], losses: Losses) -> None:
    """What formats of bare labelled stretches do not hold."""
    for mark in marks:
        losses["values"] += mark.value is not None
        losses["notes"] += mark.note is not None
        losses["attributes"] += bool(mark.attributes)
        losses["entities of marks"] += mark.entity is not None
        losses["gaps in discontinuous marks"] += len(mark.pieces) > 1
    losses["relations"] += len(document.relations)
    losses["labels of whole articles"] += sum(map(len, document.labels.values()))
