"""A scheme while it is edited: it remembers what its rows were called, so that annotations can follow.

Every function gives the next draft; rows are named by their kind and place. References among rows (what a
label holds, the ends of a relation) follow a new name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.schemes.change import SchemeChange, renamed
from core.schemes.model import ArticleLabelSpec, LabelSpec, RelationSpec, Scheme

KINDS = ("labels", "relations", "article_labels")

Spec = LabelSpec | RelationSpec | ArticleLabelSpec


@dataclass(frozen=True, slots=True)
class Draft:
    """``before`` is the scheme as it was; ``origins`` has, for each row of each kind, its names there."""

    scheme: Scheme
    before: Scheme
    origins: Mapping[str, tuple[tuple[str, ...], ...]]

    def rows(self, kind: str) -> tuple[Any, ...]:
        """The rows of a kind."""
        rows: tuple[Any, ...] = getattr(self.scheme, kind)
        return rows

    @property
    def change(self) -> SchemeChange:
        """Which old names have become which new ones."""
        rows = {kind: list(self._descents(kind)) for kind in KINDS}
        attributes: dict[tuple[str, str], str] = {}
        choices: dict[tuple[str, str, str], str] = {}
        for olds, label in rows["labels"]:
            attributes |= _attributes(olds, label)
            choices |= _choices(olds, label, attributes)
        answers = {
            (old.name, value): new
            for olds, question in rows["article_labels"]
            for old in olds
            for value, new in renamed(old.choices, question.choices).items()
        }
        names = {
            kind: {old.name: row.name for olds, row in rows[kind] for old in olds if old.name != row.name}
            for kind in KINDS
        }
        return SchemeChange(
            names["labels"], attributes, choices, names["relations"], names["article_labels"], answers
        )

    def _descents(self, kind: str) -> Iterator[tuple[list[Any], Any]]:
        """Each row with those whose annotations it has, as they were."""
        before = {row.name: row for row in getattr(self.before, kind)}
        for row, names in zip(self.rows(kind), self.origins[kind], strict=True):
            yield [before[name] for name in names], row


def draft_of(scheme: Scheme) -> Draft:
    """A draft in which nothing is changed yet."""
    return Draft(
        scheme, scheme, {kind: tuple((row.name,) for row in getattr(scheme, kind)) for kind in KINDS}
    )


def put(draft: Draft, kind: str, place: int, row: Spec) -> Draft:
    """Put ``row`` in the place of another; a new name is followed by what refers to the old one.

    A label goes on to take from the recognizer what it took under its old name.
    """
    old = draft.rows(kind)[place]
    if isinstance(row, LabelSpec) and row.name != old.name and row.recognizes is None:
        row = replace(row, recognizes=old.found_as)
    rows = list(draft.rows(kind))
    rows[place] = row
    after = _with_rows(draft, kind, rows, list(draft.origins[kind]))
    is_other_name = kind == "labels" and row.name != old.name
    return _referring(after, old.name, (row.name,)) if is_other_name else after


def add(draft: Draft, kind: str, row: Spec) -> Draft:
    """Put a new row at the end."""
    return _with_rows(draft, kind, [*draft.rows(kind), row], [*draft.origins[kind], ()])


def remove(draft: Draft, kind: str, place: int) -> Draft:
    """Take a row away; annotations keep its name, and what refers to it names it no more."""
    rows, origins = list(draft.rows(kind)), list(draft.origins[kind])
    name = rows.pop(place).name
    origins.pop(place)
    after = _with_rows(draft, kind, rows, origins)
    return _referring(after, name, ()) if kind == "labels" else after


def move(draft: Draft, kind: str, place: int, to: int) -> Draft:
    """Put a row in another place."""
    rows, origins = list(draft.rows(kind)), list(draft.origins[kind])
    rows.insert(to, rows.pop(place))
    origins.insert(to, origins.pop(place))
    return _with_rows(draft, kind, rows, origins)


def merge(draft: Draft, place: int, into: int) -> Draft:
    """Make one label of two: the one at ``into`` takes over what the other had, its annotations too."""
    labels, origins = list(draft.scheme.labels), list(draft.origins["labels"])
    gone, kept = labels[place], labels[into]
    known = {attribute.name for attribute in kept.attributes}
    labels[into] = replace(
        kept,
        attributes=(*kept.attributes, *(each for each in gone.attributes if each.name not in known)),
        recognizes=(*kept.found_as, *gone.found_as),
    )
    origins[into] = (*origins[into], *origins[place])
    del labels[place], origins[place]
    return _referring(_with_rows(draft, "labels", labels, origins), gone.name, (kept.name,))


def _with_rows(draft: Draft, kind: str, rows: list[Any], origins: list[tuple[str, ...]]) -> Draft:
    fields: dict[str, Any] = {kind: tuple(rows)}
    scheme = replace(draft.scheme, **fields)
    return replace(draft, scheme=scheme, origins={**draft.origins, kind: tuple(origins)})


def _referring(draft: Draft, old: str, new: tuple[str, ...]) -> Draft:
    """The draft in which every reference to a label is one to another, or to none."""

    def named(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n for name in names for n in (new if name == old else (name,))))

    labels = tuple(
        label if label.holds is None else replace(label, holds=named(label.holds))
        for label in draft.scheme.labels
    )
    relations = tuple(
        replace(each, from_labels=named(each.from_labels), to_labels=named(each.to_labels))
        for each in draft.scheme.relations
    )
    return replace(draft, scheme=replace(draft.scheme, labels=labels, relations=relations))


def _attributes(olds: Sequence[LabelSpec], label: LabelSpec) -> dict[tuple[str, str], str]:
    """The attributes of a label that were renamed, by the label's old name; merged ones keep theirs apart."""
    known = {attribute.name for old in olds for attribute in old.attributes}
    now = [attribute.name for attribute in label.attributes]
    return {
        (old.name, name): new
        for old in olds
        for name, new in renamed([attribute.name for attribute in old.attributes], now).items()
        if new not in known
    }


def _choices(
    olds: Sequence[LabelSpec], label: LabelSpec, attributes: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str, str], str]:
    """The same of the choices of its attributes."""
    heirs = {attribute.name: attribute for attribute in label.attributes}
    known = {choice for old in olds for attribute in old.attributes for choice in attribute.choices}
    found: dict[tuple[str, str, str], str] = {}
    for old in olds:
        for attribute in old.attributes:
            heir = heirs.get(attributes.get((old.name, attribute.name), attribute.name))
            new_names = renamed(attribute.choices, heir.choices) if heir else {}
            found |= {
                (old.name, attribute.name, choice): new
                for choice, new in new_names.items()
                if new not in known
            }
    return found
