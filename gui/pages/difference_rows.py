"""A difference of two annotators as it is listed: which marks stand where, what each side says of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.adjudication import (
    Adjudication,
    AnswerDifference,
    AttributeDifference,
    Decision,
    Difference,
    EntityDifference,
    MarkDifference,
    RelationDifference,
    ValueDifference,
)
from core.agreement import Pair
from core.document import Annotation, Entity, Relation
from core.schemes import Scheme
from core.wording import value_in_words
from gui.pages.difference_delegate import DifferenceRow
from gui.words.difference_words import NOTHING, choice_in_words, kind_in_words
from gui.words.label_names import article_label_title, attribute_title, relation_title
from gui.words.language import listed, window_language


def difference_row(
    article: str, state: Adjudication, difference: Difference, scheme: Scheme
) -> DifferenceRow:
    """The row of a difference, with what was decided on it."""
    decision = state.decision(difference)
    choice = decision.choice if decision else ""
    row = DifferenceRow(
        article,
        _marks(difference),
        state.one.text,
        kind_in_words(difference.kind),
        choice,
        choice_in_words(choice),
        said=_said(difference, scheme),
    )
    if decision and isinstance(difference, MarkDifference) and choice == "edit":
        return replace(row, edited=_edited(difference.pair, decision, state.one.text))
    return row


def _marks(difference: Difference) -> Pair | None:
    """The marks that stand left and right; None of what is about the whole article."""
    match difference:
        case (
            MarkDifference(pair) | AttributeDifference(pair) | ValueDifference(pair) | EntityDifference(pair)
        ):
            return pair
        case RelationDifference(_, _, (mine, theirs)):
            return Pair(mine and _left(mine[0]), theirs and _right(theirs[0]))
        case _:
            return None


def _said(difference: Difference, scheme: Scheme) -> tuple[str, str] | None:
    """What the two say beside setting a mark."""
    match difference:
        case AttributeDifference():
            title = attribute_title(scheme, _left(difference.pair).label, difference.name)
            return _with(title, difference.one), _with(title, difference.other)
        case ValueDifference(pair):
            mark, language = _left(pair), window_language()
            mine, theirs = (
                value_in_words(value or {}, mark.label, language)
                for value in (difference.one, difference.other)
            )
            return mine, theirs
        case EntityDifference(_, one, other):
            return _card(one), _card(other)
        case RelationDifference(one, other, (mine, theirs)):
            return (
                _led(scheme, one, mine and _left(mine[1])),
                _led(scheme, other, theirs and _right(theirs[1])),
            )
        case AnswerDifference(name, one, other):
            title = article_label_title(scheme, name)
            return _with(title, listed(one)), _with(title, listed(other))
        case _:
            return None


def _with(title: str, value: Any) -> str:
    return f"{title}: {value if value not in (None, '') else NOTHING}"


def _card(entity: Entity | None) -> str:
    return " ".join(filter(None, (entity.name, entity.code))) if entity else NOTHING


def _led(scheme: Scheme, relation: Relation | None, end: Annotation | None) -> str:
    if relation is None or end is None:
        return NOTHING
    return f"{relation_title(scheme, relation.label)} → {end.quote}"


def _left(pair: Pair) -> Annotation:
    """The left mark of a pair, or the only one."""
    mark = pair.one or pair.other
    assert mark is not None
    return mark


def _right(pair: Pair) -> Annotation:
    return pair.other or _left(pair)


def _edited(pair: Pair, decision: Decision, text: str) -> Annotation:
    return replace(
        _left(pair), label=decision.label, span=decision.span, quote=decision.span.of(text), pieces=()
    )
