"""What the painters of the article are given: everything that decides a pixel, in one value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice

from core.article import UNREAD_KINDS
from core.document import Annotation, Document, Relation
from core.edits import relations_of
from core.questions import finding_numbers
from core.repairs import Repair, in_reading
from core.schemes import LabelSpec
from core.text.spans import Span
from gui.article.mark_index import MarkIndex, Nested
from gui.look.metrics import Metrics
from gui.look.theme import Hue, Theme
from gui.words.repair_words import PENDING

DEFAULT_HUE = "term"
DEFAULT_SHAPE = "tint"


@dataclass(frozen=True)
class Scene:
    """An article as it is to be painted.

    ``dragged`` is the span that the selected mark would have if the edge in the hand were let go,
    ``related_from`` the mark that a relation has been begun at.
    """

    document: Document
    labels: Mapping[str, LabelSpec]
    theme: Theme
    metrics: Metrics
    mode: str = "read"
    script: str = "reading"
    hidden_hues: frozenset[str] = frozenset()
    hidden_repairs: frozenset[str] = frozenset()
    selected: str | None = None
    selected_repair: str | None = None
    selected_finding: str | None = None
    dragged: Span | None = None
    related_from: str | None = None
    relation_titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def marks(self) -> MarkIndex:
        """The marks by place; only those that are painted are found."""
        return MarkIndex(self.document.annotations, self._is_painted)

    def _is_painted(self, mark: Annotation) -> bool:
        """Live, of a hue that is shown, in text that is read, and not in the repairs view."""
        if self.mode == "repair" or not mark.is_live or self.hue_name(mark.label) in self.hidden_hues:
            return False
        return not self._is_unread(mark.span)

    def _is_unread(self, span: Span) -> bool:
        """Whether a stretch begins in navigation or boilerplate, where no mark is shown."""
        blocks = self.document.article.blocks
        number = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
        if number < 0 or span.start >= blocks[number].span.end:
            return False
        return blocks[number].kind in UNREAD_KINDS

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each undecided finding; none in the repairs view."""
        return {} if self.mode == "repair" else finding_numbers(self.document)

    @cached_property
    def questions(self) -> tuple[tuple[Span, int], ...]:
        """The places of the undecided findings with their numbers, in reading order."""
        places = (
            (place.span, self.numbers[finding.id])
            for finding in self.document.findings
            if finding.id in self.numbers
            for place in finding.places
        )
        return tuple(sorted(places, key=lambda row: (row[0], row[1])))

    @cached_property
    def repairs(self) -> tuple[tuple[Repair, Span], ...]:
        """Every repair that is marked, with its stretch of the text."""
        return tuple(row for row in in_reading(self.document.repairs) if self._is_marked(row[0]))

    def _is_marked(self, repair: Repair) -> bool:
        """Not rejected; in the repairs view not of a kind that is hidden there."""
        if self.mode == "repair":
            kind = PENDING if repair.status == "suggested" else repair.kind
            return repair.status != "rejected" and kind not in self.hidden_repairs
        return repair.status != "rejected"

    @cached_property
    def _repair_starts(self) -> tuple[int, ...]:
        return tuple(span.start for _, span in self.repairs)

    @property
    def boxes_suggestions(self) -> bool:
        """Whether suggested characters stand in the text itself."""
        return self.mode == "repair" and self.script != "source"

    def repairs_in(self, span: Span) -> Iterator[tuple[Repair, Span]]:
        """The repairs that begin in ``span``, its end included."""
        for number in range(bisect_left(self._repair_starts, span.start), len(self.repairs)):
            if self.repairs[number][1].start > span.end:
                return
            yield self.repairs[number]

    def questions_in(self, span: Span) -> Iterator[tuple[Span, int]]:
        """The places of findings that touch ``span``."""
        first = bisect_right(self._questions_furthest, span.start)
        for place, number in islice(self.questions, first, None):
            if place.start >= span.end:
                return
            if place.overlaps(span):
                yield place, number

    @cached_property
    def _questions_furthest(self) -> tuple[int, ...]:
        """How far the places up to each one reach: what ends before a stretch is passed over at once."""
        return tuple(accumulate((place.end for place, _ in self.questions), max))

    @property
    def selected_number(self) -> int | None:
        """The number of the selected question; none while it is settled."""
        return self.numbers.get(self.selected_finding or "")

    def is_in_doubt(self, span: Span) -> bool:
        """Whether a finding asks about ``span`` or part of it."""
        return next(self.questions_in(span), None) is not None

    @cached_property
    def selected_mark(self) -> Nested | None:
        """The selected mark, even where its hue is hidden."""
        if self.selected is None or self.mode == "repair":
            return None
        mark = next((mark for mark in self.document.annotations if mark.id == self.selected), None)
        if mark is None:
            return None
        nested = (nested for nested in self.marks.touching(mark.span) if nested.mark.id == mark.id)
        return next(nested, Nested(mark))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations between marks that are painted; arcs are for the annotator's view."""
        return relations_of(self.document) if self.mode == "annotate" else ()

    def mark(self, annotation_id: str) -> Annotation:
        """The mark of an id that is known to be there."""
        return self._marks_by_id[annotation_id]

    @cached_property
    def _marks_by_id(self) -> dict[str, Annotation]:
        return {mark.id: mark for mark in self.document.annotations}

    def place_of_repair(self, repair_id: str) -> int | None:
        """Where a repair stands in the text."""
        placed = in_reading(self.document.repairs)
        return next((span.start for repair, span in placed if repair.id == repair_id), None)

    def with_selected(self, annotation_id: str | None) -> Scene:
        """The same scene with another mark selected; what was worked out stays."""
        return self._changed(selected=annotation_id, dragged=None)

    def with_finding(self, finding_id: str | None) -> Scene:
        """The same scene with another question selected."""
        return self._changed(selected_finding=finding_id)

    def with_dragged(self, span: Span | None) -> Scene:
        """The same scene with the selected mark as an edge in the hand would make it."""
        return self._changed(dragged=span)

    def _changed(self, **fields: object) -> Scene:
        changed = copy(self)
        changed.__dict__.update(fields)
        if "selected" in fields:
            changed.__dict__.pop("selected_mark", None)
        return changed

    def take_over(self, before: Scene) -> None:
        """Keep what ``before`` has worked out of parts that are the same here."""
        mine, known = self.document, before.document
        same_repairs = (self.mode, self.hidden_repairs) == (before.mode, before.hidden_repairs)
        for part, names in (
            (mine.annotations is known.annotations, ("_marks_by_id",)),
            (mine.repairs is known.repairs and same_repairs, ("repairs", "_repair_starts")),
            (
                mine.findings is known.findings and self.mode == before.mode,
                ("numbers", "questions", "_questions_furthest"),
            ),
        ):
            kept = {name: before.__dict__[name] for name in names if name in before.__dict__}
            self.__dict__.update(kept if part else {})

    def shape(self, mark: Annotation) -> str:
        """``tint underline ruler``: which kind of thing it is."""
        spec = self.labels.get(mark.label)
        return spec.shape if spec else DEFAULT_SHAPE

    def hue_name(self, label: str) -> str:
        """The hue of a label; an unknown label is grey."""
        spec = self.labels.get(label)
        return spec.hue if spec else DEFAULT_HUE

    def hue(self, label: str) -> Hue:
        """The colors of a label."""
        return self.theme.hue(self.hue_name(label))
