"""All that an article says of one person, place or organization: an entity as a card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.document import Annotation, Document, Entity
from core.figures import QUANTITY_LABELS, FigureRow, figures
from core.language.lexicon import home_of
from core.text.find import Occurrence, occurrence
from core.text.spans import Span
from core.wording.short_forms import amount_in_short

if TYPE_CHECKING:
    from core.checks.names.offices import Post

_BETWEEN_NAMES = re.compile(r"[、和与及·\-—]")


@dataclass(frozen=True, slots=True)
class Said:
    """Something that is said of an entity: ``kind`` is ``post`` or the label of a relation.

    ``words`` are what it is, for a relation the other end; ``span`` is where it stands.
    """

    kind: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A figure of an entity: amount and unit in short, and what it is about."""

    amount: str
    unit: str
    about: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity of an article.

    ``entity`` is None for a name that stands for itself. ``forms`` are the ways in which it is written, with
    how often. ``home`` is the province and city of a division whose code is known.
    """

    label: str
    name: str
    entity: str | None
    code: str
    home: str
    forms: tuple[tuple[str, int], ...]
    mentions: tuple[Occurrence, ...]
    said: tuple[Said, ...]
    figures: tuple[CardFigure, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Its marks, in reading order."""
        return tuple(mention.mark for mention in self.mentions if mention.mark)


def entity_card(document: Document, mark_id: str) -> EntityCard:
    """The card of what a mark names; KeyError where there is no such mark."""
    marks = marks_of_thing(document, document.annotation(mark_id))
    entity = _entity_of(document, marks[0])
    forms = Counter(mark.quote for mark in marks)
    code = (entity.code if entity else None) or ""
    return EntityCard(
        marks[0].label,
        entity.name if entity else forms.most_common(1)[0][0],
        entity.id if entity else None,
        code,
        home_of(code) if code.isdigit() else "",
        tuple(forms.most_common()),
        tuple(occurrence(document.text, mark.span, mark.id, mark.label) for mark in marks),
        (*_posts(document, marks, forms), *_relations(document, marks)),
        tuple(_figures(document, forms)),
    )


def marks_of_thing(document: Document, mark: Annotation) -> list[Annotation]:
    """The live marks that name what ``mark`` names, itself among them; a rejected one names it alone."""
    live = document.live_annotations()
    if mark.entity is not None:
        same = [each for each in live if each.entity == mark.entity]
    else:
        same = [e for e in live if e.entity is None and (e.label, e.quote) == (mark.label, mark.quote)]
    return same or [mark]


def mergeable(document: Document, card: EntityCard) -> list[Entity]:
    """The other entities of its label, in the order of their names."""
    others = (e for e in document.entities if e.label == card.label and e.id != card.entity)
    return sorted(others, key=lambda entity: entity.name)


def _entity_of(document: Document, mark: Annotation) -> Entity | None:
    return next((entity for entity in document.entities if entity.id == mark.entity), None)


def _posts(document: Document, marks: list[Annotation], forms: Collection[str]) -> Iterator[Said]:
    """The posts that a person holds; of an organization or a place, who holds one in it. Each once."""
    from core.checks.material import Material
    from core.checks.names.offices import posts_of

    material = Material(document)
    is_person = marks[0].label == "PER"
    ids = {mark.id for mark in marks}
    people = [m for m in material.marks if m.label == "PER" and (not is_person or m.id in ids)]
    seen: set[str] = set()
    for post in (post for person in people for post in posts_of(material, person.span)):
        words = f"{post.body}{post.post}" if is_person else f"{post.post}{post.name}"
        if words not in seen and (is_person or _is_of(post, forms)):
            seen.add(words)
            yield Said("post", words, post.span)


def _is_of(post: Post, forms: Iterable[str]) -> bool:
    return any(post.body.endswith(form) for form in forms)


def _relations(document: Document, marks: list[Annotation]) -> Iterator[Said]:
    ids, known = {mark.id for mark in marks}, {mark.id: mark for mark in document.live_annotations()}
    for relation in document.relations:
        for own, other in ((relation.from_id, relation.to_id), (relation.to_id, relation.from_id)):
            if own in ids and other in known:
                yield Said(relation.label, known[other].quote, known[other].span)


def _figures(document: Document, forms: Collection[str]) -> Iterator[CardFigure]:
    """The figures of which it is the holder, or a part of the subject; who writes the article has none."""
    if set(forms) & set(document.article.authors):
        return
    marks = {mark.span: mark for mark in document.live_annotations() if mark.label in QUANTITY_LABELS}
    for row in figures(document):
        mark = marks.get(Span(row.start, row.end))
        if mark is not None and _belongs(row, forms):
            amount, unit = amount_in_short(mark.value or {}, mark.quote)
            yield CardFigure(amount, unit, row.subject or row.predicate, mark.span)


def _belongs(row: FigureRow, forms: Collection[str]) -> bool:
    return any(part in forms for part in (row.holder, *_BETWEEN_NAMES.split(row.holder))) or any(
        form in row.subject for form in forms
    )
