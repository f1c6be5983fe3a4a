"""Two annotators' marks made into one: what both say is taken, a person decides on every difference.

What was decided stands in the third document under ``adjudication``, so that the work can be left and
resumed: each difference is known by what the two said, and each mark by whose marks it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from core.agreement import Compared, Pair, compare
from core.document import Annotation, Document, HistoryEntry, Progress, Relation
from core.edits import Author, pooled
from core.nesting import FLAT, Nesting
from core.spans import Span, reading_order

ORIGIN = "adjudication"
CHOICES = ("left", "right", "both", "neither", "edit")

Said = tuple[str, tuple[tuple[int, int], ...]] | None
"""What one of the two says of a place: a label and stretches, None for nothing."""

Key = tuple[Said, Said]
Source = tuple[str | None, str]
"""An annotator's name and the id of the mark in that sidecar."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``choice`` is one of ``CHOICES``; with ``edit`` the label and the span that a person set."""

    choice: str
    label: str = ""
    span: Span = field(default=Span(0, 0))


Decisions = Mapping[Key, Decision]


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The two documents of an article and what was decided so far."""

    one: Document
    other: Document
    compared: Compared
    decisions: Decisions = field(default_factory=dict)

    @property
    def differences(self) -> tuple[Pair, ...]:
        """What needs a person, in reading order."""
        return self.compared.disagreements

    @property
    def open_count(self) -> int:
        """How many differences nobody has decided on."""
        return sum(key_of(pair) not in self.decisions for pair in self.differences)

    def decision(self, pair: Pair) -> Decision | None:
        """What was decided on a difference."""
        return self.decisions.get(key_of(pair))

    def decided(self, pair: Pair, decision: Decision | None) -> Adjudication:
        """The next state; None takes a decision back."""
        rest = {key: value for key, value in self.decisions.items() if key != key_of(pair)}
        return replace(self, decisions=rest | ({key_of(pair): decision} if decision else {}))


def begin(one: Document, other: Document, third: Document | None = None) -> Adjudication:
    """The work on an article, with what a ``third`` document says was decided before.

    ValueError where the texts of the two are not the same.
    """
    compared = compare(one.source.name, one, other)
    known = {key_of(pair) for pair in compared.disagreements}
    decided = _decisions_in(third.adjudication) if third else {}
    return Adjudication(one, other, compared, {key: d for key, d in decided.items() if key in known})


def key_of(pair: Pair) -> Key:
    """What a difference is known by, whatever becomes of ids."""
    return _said(pair.one), _said(pair.other)


def may_take_both(pair: Pair, nesting: Nesting = FLAT) -> bool:
    """Whether both marks of a difference may stand together under a scheme."""
    return pair.one is not None and pair.other is not None and nesting.lets(pair.one, pair.other)


def result_of(adjudication: Adjudication, by: Author, third: Document | None = None) -> Document:
    """The third document: what both say, what was decided, and what a person did to ``third`` since.

    It is done when every difference is decided. Relations come along where both ends do, labels of the
    whole article where both annotators gave them.
    """
    one, other = adjudication.one, adjudication.other
    entities, names_of = pooled(one, other, *([third] if third else []))
    own_marks = third.annotations if third else ()
    kept = [_naming(mark, names_of[-1]) for mark in own_marks if not _is_ours(mark)]
    known = sources_in(third) if third else {}
    by_sources = {sources: name for name, sources in known.items()}
    own = {by_name: known[by_name] for by_name in (mark.id for mark in kept) if by_name in known}
    taken = {mark.id for mark in kept} | set(known)
    names = (name for number in count(1) if (name := f"a{number}") not in taken)
    marks, sources_of = list(kept), dict(own)
    for mark, sources in _marks(adjudication, names_of[1]):
        if sources in own.values():
            continue
        name = by_sources.get(sources) or next(names)
        marks.append(replace(mark, id=name, status="accepted", origin=ORIGIN, changed=by.change(), was=None))
        sources_of[name] = sources
    named = {mark.entity for mark in marks}
    done = "in_progress" if adjudication.open_count else "done"
    return replace(
        one,
        annotator=by.name,
        annotations=tuple(reading_order(marks)),
        entities=tuple(entity for entity in entities if entity.id in named),
        relations=tuple(_relations(one, other, sources_of)),
        labels={
            name: shared
            for name, labels in one.labels.items()
            if (shared := tuple(label for label in labels if label in other.labels.get(name, ())))
        },
        progress=Progress(done, seconds=third.progress.seconds if third else 0),
        history=tuple(_history(adjudication, by, third)),
        adjudication=_written(adjudication, sources_of),
        x=third.x if third else {},
    )


def nearest(text: str, words: str, place: Span) -> Span | None:
    """Where ``words`` stand in the text, as near as can be to a place; None where they don't.

    >>> nearest("重庆在重庆", "重庆", Span(2, 5))
    Span(start=3, end=5)
    """
    starts, start = [], text.find(words) if words else -1
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    best = min(
        starts,
        key=lambda start: (not place.overlaps(Span(start, start + len(words))), abs(start - place.start)),
        default=None,
    )
    return None if best is None else Span(best, best + len(words))


def sources_in(document: Document) -> dict[str, tuple[Source, ...]]:
    """Whose marks each mark of an adjudicated document comes from, by its id."""
    rows = _member(document.adjudication, "marks", dict)
    return {
        name: tuple(_sources_read(sources)) for name, sources in rows.items() if isinstance(sources, list)
    }


def _history(adjudication: Adjudication, by: Author, third: Document | None) -> Iterator[HistoryEntry]:
    """One line for a person's work on the article, however often it was saved."""
    before = third.history if third else ()
    is_same = bool(before) and (before[-1].act, before[-1].by) == ("adjudicate", by.name)
    yield from before[:-1] if is_same else before
    yield HistoryEntry(by.now, by.name, "adjudicate", len(adjudication.decisions))


def _is_ours(mark: Annotation) -> bool:
    return mark.origin == ORIGIN and mark.status == "accepted"


def _naming(mark: Annotation, names: Mapping[str, str]) -> Annotation:
    """The mark with its entity as it is called in the result."""
    return replace(mark, entity=names.get(mark.entity)) if mark.entity else mark


def _marks(
    adjudication: Adjudication, names: Mapping[str, str]
) -> Iterator[tuple[Annotation, tuple[Source, ...]]]:
    """The marks that stand, each with its sources; ``names`` are those of the other's entities."""
    for pair in adjudication.compared.pairs:
        decision = Decision("left") if pair.kind == "same" else adjudication.decision(pair)
        if decision is None:
            continue
        sources = tuple(_sources(adjudication, pair))
        theirs = pair.other and _naming(pair.other, names)
        if pair.kind == "same" or decision.choice == "edit":
            mark = pair.one or theirs
            assert mark is not None
            edited = _edited(mark, decision, adjudication.one.text) if decision.choice == "edit" else mark
            yield edited, sources
            continue
        if pair.one and decision.choice in ("left", "both"):
            yield pair.one, sources[:1]
        if theirs and decision.choice in ("right", "both"):
            yield theirs, sources[-1:]


def _edited(mark: Annotation, decision: Decision, text: str) -> Annotation:
    same = mark.label == decision.label and mark.span == decision.span
    return (
        mark
        if same
        else replace(
            mark,
            label=decision.label,
            span=decision.span,
            quote=decision.span.of(text),
            source=_source_span(mark, decision.span),
            value=None,
            entity=None,
            pieces=(),
        )
    )


def _source_span(mark: Annotation, span: Span) -> Span:
    """The place in the source text, moved by as much as the place in the reading text."""
    start = max(0, mark.source.start + span.start - mark.span.start)
    return Span(start, max(start, mark.source.end + span.end - mark.span.end))


def _sources(adjudication: Adjudication, pair: Pair) -> Iterator[Source]:
    if pair.one:
        yield adjudication.one.annotator, pair.one.id
    if pair.other:
        yield adjudication.other.annotator, pair.other.id


def _relations(
    one: Document, other: Document, sources_of: Mapping[str, tuple[Source, ...]]
) -> Iterator[Relation]:
    """The relations of both among marks that stand, each once."""
    names = {source: name for name, sources in sources_of.items() for source in sources}
    found: dict[tuple[str, str, str], None] = {}
    for document in (one, other):
        for relation in document.relations:
            ends = (document.annotator, relation.from_id), (document.annotator, relation.to_id)
            if relation.status != "rejected" and all(end in names for end in ends):
                found.setdefault((relation.label, names[ends[0]], names[ends[1]]))
    yield from (Relation(f"x{number}", *relation) for number, relation in enumerate(found, 1))


def _said(mark: Annotation | None) -> Said:
    return (mark.label, tuple((part.start, part.end) for part in mark.stretches)) if mark else None


def _written(adjudication: Adjudication, sources_of: Mapping[str, tuple[Source, ...]]) -> dict[str, Any]:
    return {
        "annotators": [adjudication.one.annotator, adjudication.other.annotator],
        "decisions": [_row(key, decision) for key, decision in adjudication.decisions.items()],
        "marks": {name: [list(source) for source in sources] for name, sources in sources_of.items()},
    }


def _row(key: Key, decision: Decision) -> dict[str, Any]:
    row: dict[str, Any] = {"one": key[0], "other": key[1], "choice": decision.choice}
    if decision.choice == "edit":
        row |= {"label": decision.label, "start": decision.span.start, "end": decision.span.end}
    return row


def _decisions_in(told: Mapping[str, Any]) -> dict[Key, Decision]:
    """What was decided; rows of a shape that is not ours are nothing."""
    decisions: dict[Key, Decision] = {}
    for row in _member(told, "decisions", list):
        try:
            key = _read_said(row["one"]), _read_said(row["other"])
            span = Span(row["start"], row["end"]) if row["choice"] == "edit" else Span(0, 0)
            if row["choice"] in CHOICES:
                decisions[key] = Decision(row["choice"], row.get("label", ""), span)
        except (LookupError, TypeError, ValueError):
            continue
    return decisions


def _read_said(value: Any) -> Said:
    return None if value is None else (str(value[0]), tuple((start, end) for start, end in value[1]))


def _sources_read(rows: Iterable[Any]) -> Iterator[Source]:
    yield from ((row[0], row[1]) for row in rows if isinstance(row, list) and len(row) == 2)


def _member(told: Mapping[str, Any], name: str, kind: type) -> Any:
    value = told.get(name)
    return value if isinstance(value, kind) else kind()
