"""What all formats share: what is asked of an exporter, and what an importer gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.document import Annotation, Document, Relation
from core.text.spans import Span, longest_first
from core.values import JsonObject

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

NamedFile = tuple[str, bytes]
"""A file of a folder: its name and what it holds."""

WrittenFile = tuple[str, Iterable[bytes]]
"""A file of a folder that is being written: its name, with forward slashes, and its bytes in pieces.

Each is written before the next is asked for.
"""

Parts = Mapping[str, Iterable[Document]]
"""The documents of each part, train and test say; ``WHOLE`` is the only part of what is not divided."""

WHOLE = ""

FolderExporter = Callable[[Parts, Wanted, Losses], Iterator[WrittenFile]]
"""Documents as the files of one folder; else as an ``Exporter``."""


def some(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts that are not nothing."""
    return {what: count for what, count in counts.items() if count}


def folder_of(part: str) -> str:
    """What the names of the files of a part begin with.

    >>> folder_of(WHOLE), folder_of("train")
    ('', 'train/')
    """
    return f"{part}/" if part else ""


@dataclass(frozen=True, slots=True)
class LabelledMark:
    """A labelled stretch of another tool's text. ``pieces`` is empty but for a discontinuous one."""

    span: Span
    label: str
    pieces: tuple[Span, ...] = ()
    value: JsonObject | None = None
    attributes: JsonObject = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledRelation:
    """An arc between two marks of a ``Labelled``, which it names by their places in ``marks``."""

    label: str
    from_mark: int
    to_mark: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with labelled stretches, as another tool has it; ``name`` is its file's, where it says so.

    ``dropped`` counts what the other tool said besides, by what that was.
    """

    text: str
    marks: tuple[LabelledMark, ...] = ()
    name: str | None = None
    relations: tuple[LabelledRelation, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)


Importer = Callable[[bytes], Iterator[Labelled]]
"""The texts in a file of another tool; ``NotText`` where it is none."""

FolderImporter = Callable[[Iterable[NamedFile]], Iterator[Labelled]]
"""The texts in a folder of another tool; ``NotText`` where a file is none of its."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of one file: one way or both. ``suffix`` is that of its files."""

    name: str
    suffix: str
    write: Exporter
    read: Importer | None = None


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A format of many files, both ways.

    ``suffixes`` are those of the files that are read, ``heads`` of those that are read before all others,
    ``alone`` of those that are enough by themselves.
    """

    name: str
    suffixes: frozenset[str]
    write: FolderExporter
    read: FolderImporter
    heads: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


def flat(marks: Iterable[Annotation], losses: Losses) -> list[Annotation]:
    """The marks without those inside longer ones, which flat formats have no room for."""
    given = list(marks)
    kept = longest_first(given)
    losses["marks inside or across longer ones"] += len(given) - len(kept)
    return kept


def relations_among(document: Document, marks: Iterable[Annotation]) -> list[Relation]:
    """The relations that stand, both ends of which are among ``marks``."""
    ids = {mark.id for mark in marks}
    standing = (relation for relation in document.relations if relation.status != "rejected")
    return [relation for relation in standing if relation.from_id in ids and relation.to_id in ids]


def count_what_is_left_out(
    document: Document, marks: Iterable[Annotation], losses: Losses, held: Collection[str] = ()
) -> None:
    """What formats of bare labelled stretches do not hold, but for what is ``held``, by the same words."""
    marks = list(marks)
    found = {
        "values": sum(mark.value is not None for mark in marks),
        "notes": sum(mark.note is not None for mark in marks),
        "attributes": sum(bool(mark.attributes) for mark in marks),
        "entities of marks": sum(mark.entity is not None for mark in marks),
        "gaps in discontinuous marks": sum(len(mark.pieces) > 1 for mark in marks),
        "relations": len(relations_among(document, marks)),
        "labels of whole articles": sum(map(len, document.labels.values())),
        "acts in the histories of articles": len(document.history),
    }
    losses.update({what: count for what, count in found.items() if what not in held})
