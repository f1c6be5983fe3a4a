"""What a label scheme says: labels, their attributes, relations, labels of whole articles, what may nest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.document import Document, SchemeRecord
from core.nesting import Nesting
from core.values import same_family

HUES = ("per", "org", "loc", "term", "time", "qty")
SHAPES = {"names": "tint", "times": "ruler", "figures": "underline"}
ATTRIBUTE_KINDS = ("choice", "text", "number")

Titles = Mapping[str, str]
"""What a thing is called, by language: ``zh`` and ``en``."""


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """Something that a mark of a label is asked for. ``kind`` is ``choice text number``."""

    name: str
    titles: Titles = field(default_factory=dict)
    kind: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """One label. ``titles`` are by language, ``key`` is the digit that marks with it, Shift for 11–20.

    ``hue`` is one of ``HUES``; ``group`` is ``names times figures``, which decides the ``shape``. ``holds``
    are the labels that may lie inside, None for all. ``recognizes`` are the recognizer's own labels that
    come as this one, None for the one of its name.
    """

    name: str
    titles: Titles = field(default_factory=dict)
    hue: str = "term"
    group: str = "names"
    key: str = ""
    attributes: tuple[AttributeSpec, ...] = ()
    holds: tuple[str, ...] | None = None
    recognizes: tuple[str, ...] | None = None

    @property
    def shape(self) -> str:
        """How a mark is drawn: ``tint``, ``ruler`` or ``underline``."""
        return SHAPES[self.group]

    @property
    def found_as(self) -> tuple[str, ...]:
        """The recognizer's labels that come as this one."""
        return (self.name,) if self.recognizes is None else self.recognizes


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """A relation between two marks; ``from_labels`` and ``to_labels`` are its allowed ends, none for any."""

    name: str
    titles: Titles = field(default_factory=dict)
    from_labels: tuple[str, ...] = ()
    to_labels: tuple[str, ...] = ()

    def fits(self, from_label: str, to_label: str) -> bool:
        """Whether it may lead from a mark of one label to one of the other."""
        return from_label in (self.from_labels or (from_label,)) and to_label in (
            self.to_labels or (to_label,)
        )


@dataclass(frozen=True, slots=True)
class ArticleLabelSpec:
    """A question about the whole article, with one answer of ``choices`` or several."""

    name: str
    titles: Titles = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    is_multiple: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels, in the order of their keys, and all that goes with them.

    ``guidelines`` is the name of a Markdown file beside ``path``, which is None for the shipped scheme.
    """

    record: SchemeRecord
    labels: tuple[LabelSpec, ...]
    overlap: str = "none"
    relations: tuple[RelationSpec, ...] = ()
    article_labels: tuple[ArticleLabelSpec, ...] = ()
    guidelines: str = ""
    path: Path | None = None

    @property
    def nesting(self) -> Nesting:
        """Which marks may share characters."""
        holds = {label.name: frozenset(label.holds) for label in self.labels if label.holds is not None}
        return Nesting(self.overlap, holds)

    def label(self, name: str) -> LabelSpec | None:
        """The label of that name; None where the scheme lacks it."""
        return next((label for label in self.labels if label.name == name), None)

    def relations_between(self, from_label: str, to_label: str) -> tuple[RelationSpec, ...]:
        """The relations that may lead from a mark of one label to one of the other."""
        return tuple(relation for relation in self.relations if relation.fits(from_label, to_label))

    def lacking(self, document: Document) -> tuple[str, ...]:
        """The labels of marks that stand in a document and that the scheme does not have."""
        known = {label.name for label in self.labels}
        return tuple(sorted({mark.label for mark in document.live_annotations()} - known))

    def keeps_value(self, old: str, new: str) -> bool:
        """Whether what a mark means as one label can stand when it gets another."""
        of_old, of_new = (spec.found_as if spec else () for spec in (self.label(old), self.label(new)))
        return any(same_family(one, other) for one in of_old for other in of_new)

    @property
    def found_as(self) -> dict[str, str]:
        """For each label of the recognizer the scheme's label that its mentions come as."""
        return {found: label.name for label in self.labels for found in label.found_as}
