"""The document: an article with everything that is known and decided about it.

A ``Document`` is a value. ``core.edits`` makes the next one from it, ``core.pipeline`` the first one,
``core.sidecar`` writes it down. Offsets are code points of ``text``, the reading text; only ``source``
spans and repairs count in ``source_text``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import compress
from operator import attrgetter
from typing import Any

from core.article import Article
from core.repairs import Repair
from core.text.spans import Span
from core.values import JsonObject

Unknown = Mapping[str, Any]

STATUSES = ("auto", "accepted", "edited", "added", "rejected")
MOST_MARKED = 5_000_000
"""Characters up to which an article is restored, divided and marked; a longer one is plain reading."""

_STATUS = attrgetter("status")
REVIEWED = frozenset({"accepted", "edited", "added"})
FINISHED = frozenset({"done", "skipped"})
"""The states of an article in which nothing is left to do."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Which file was annotated, and how it was read; ``undecodable`` counts the bytes shown as U+FFFD."""

    name: str
    bytes: int
    sha256: str
    encoding: str
    newlines: str
    reader: str
    undecodable: int = 0
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScriptChoice:
    """``hans`` or ``hant``: the script that the source came in, and the one it is read in."""

    source: str
    reading: str
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SchemeRecord:
    """Which label scheme the annotations follow.

    ``guidelines_sha256`` is of the dataset's guidelines; empty without any, and with the shipped scheme.
    """

    name: str
    version: str
    sha256: str
    guidelines_sha256: str = ""
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the annotator is: ``new in_progress done skipped``."""

    status: str = "new"
    flagged: bool = False
    reason: str | None = None
    seconds: int = 0
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """When and by whom; ISO 8601 with offset."""

    at: str
    by: str | None = None
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Was:
    """What an edited annotation was as the recognizer left it."""

    label: str
    span: Span
    value: JsonObject | None = None
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark. ``status`` is ``auto accepted edited added rejected``; ids outlive edits.

    ``source`` is the span in the source text. ``pieces`` is empty but for a discontinuous mark.
    """

    id: str
    label: str
    span: Span
    quote: str
    source: Span
    value: JsonObject | None = None
    status: str = "auto"
    origin: str = ""
    confidence: float | None = None
    entity: str | None = None
    attributes: JsonObject = field(default_factory=dict)
    note: str | None = None
    changed: Change | None = None
    was: Was | None = None
    pieces: tuple[Span, ...] = ()
    unknown: Unknown = field(default_factory=dict)

    @property
    def stretches(self) -> tuple[Span, ...]:
        """What it covers: its span, or the pieces of a discontinuous mark."""
        return self.pieces if len(self.pieces) > 1 else (self.span,)

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has taken it as right."""
        return self.status in REVIEWED

    @property
    def is_live(self) -> bool:
        """Whether it stands in the article: everything but a tombstone."""
        return self.status != "rejected"


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing and the ways in which the article writes it."""

    id: str
    label: str
    name: str
    variants: tuple[str, ...] = ()
    code: str | None = None
    status: str = "auto"
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """A labelled arc between two annotations, by their ids."""

    id: str
    label: str
    from_id: str
    to_id: str
    status: str = "added"
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted place of a finding."""

    span: Span
    quote: str
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A question to the editor; ``decision`` is null until one was made."""

    id: str
    rule: str
    severity: str
    message: str
    places: tuple[Place, ...] = ()
    decision: str | None = None
    by: str | None = None
    at: str | None = None
    note: str | None = None
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act of one person: what it did to how many marks or repairs."""

    at: str
    by: str | None
    act: str
    count: int = 1
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lost:
    """What had no place any more when the article had changed: kept as it was, never dropped.

    ``relations`` are those of which an end is among ``annotations``.
    """

    annotations: tuple[Annotation, ...] = ()
    repairs: tuple[Repair, ...] = ()
    relations: tuple[Relation, ...] = ()
    unknown: Unknown = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.annotations or self.repairs or self.relations or self.unknown)


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article; see the module.

    Annotations are in reading order, repairs in source order. ``models`` names the models that took
    part. ``adjudication`` is there where differences of two annotators were settled: ``core.adjudication``
    reads and writes it. ``unknown`` holds keys of other programs and newer versions, written back as they
    came.
    """

    source: SourceRecord
    source_text: str
    script: ScriptChoice
    text: str
    repairs: tuple[Repair, ...] = ()
    article: Article = field(default_factory=Article)
    annotations: tuple[Annotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    lost: Lost = field(default_factory=Lost)
    adjudication: JsonObject = field(default_factory=dict)
    annotator: str | None = None
    progress: Progress = field(default_factory=Progress)
    scheme: SchemeRecord = field(default_factory=lambda: SchemeRecord("news", "1", ""))
    models: Mapping[str, str] = field(default_factory=dict)
    x: JsonObject = field(default_factory=dict)
    unknown: Unknown = field(default_factory=dict)

    def annotation(self, annotation_id: str) -> Annotation:
        """The annotation of that id; KeyError where there is none."""
        for annotation in self.annotations:
            if annotation.id == annotation_id:
                return annotation
        raise KeyError(annotation_id)

    def live_annotations(self) -> tuple[Annotation, ...]:
        """All that stand in the article, in reading order."""
        return tuple(compress(self.annotations, map("rejected".__ne__, map(_STATUS, self.annotations))))

    def statuses(self) -> Counter[str]:
        """How many annotations there are of each status; of 100,000 in some milliseconds."""
        return Counter(map(_STATUS, self.annotations))

    def annotations_at(self, place: int) -> tuple[Annotation, ...]:
        """The live ones that cover the character at ``place``, outermost first."""
        return tuple(a for a in self.live_annotations() if a.span.start <= place < a.span.end)
