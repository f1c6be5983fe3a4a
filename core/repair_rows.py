"""Repairs gathered into rows: by kind, by form, and each in its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.document import Document
from core.repairs import Repair, reading_map
from core.text.spans import Span

SUGGESTION_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class RepairRow:
    """The repairs of one kind, with the most frequent one as the example."""

    kind: str
    example: Repair
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """What repairs of one kind put in the place of one original; ``leads`` the rows of its kind, or not."""

    kind: str
    original: str
    replacement: str
    ids: tuple[str, ...]
    leads: bool


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A repair in its line: the reading text before it and after it."""

    repair: Repair
    before: str
    after: str


def visible(text: str) -> str:
    r"""Text on one line, with signs for what has no ink.

    >>> visible("a\nb\u200bc")
    'a⏎b·c'
    """
    shown = text.replace("\n", "⏎")
    return "".join(sign if sign.isprintable() else "·" for sign in shown)


def repairs_by_kind(document: Document, status: str = "applied") -> tuple[RepairRow, ...]:
    """The repairs of a status, the most frequent kind first."""
    kinds: dict[str, list[Repair]] = {}
    for repair in document.repairs:
        if repair.status == status:
            kinds.setdefault(repair.kind, []).append(repair)
    rows = (RepairRow(kind, _most_frequent(group), _ids(group)) for kind, group in kinds.items())
    return tuple(sorted(rows, key=lambda row: -len(row.ids)))


def repaired_forms(document: Document, most: int = 4) -> tuple[FormRow, ...]:
    """The applied repairs by kind and form; of a kind with more forms than ``most`` only the first."""
    rows: list[FormRow] = []
    repairs = {repair.id: repair for repair in document.repairs}
    for kind in repairs_by_kind(document):
        forms: dict[tuple[str, str], list[str]] = {}
        for repair in (repairs[repair_id] for repair_id in kind.ids):
            forms.setdefault((repair.original, repair.replacement), []).append(repair.id)
        if len(forms) > most:
            forms = {(kind.example.original, kind.example.replacement): list(kind.ids)}
        rows += (FormRow(kind.kind, *form, tuple(ids), n == 0) for n, (form, ids) in enumerate(forms.items()))
    return tuple(rows)


def in_line(document: Document, repair_id: str) -> SuggestionRow | None:
    """A repair in its line, None where there is none of that id."""
    to_reading = reading_map(document.repairs)
    found = (repair for repair in document.repairs if repair.id == repair_id)
    return next((_in_line(document, repair, to_reading.forward(repair.span)) for repair in found), None)


def alike(document: Document, repair: Repair) -> tuple[Repair, ...]:
    """The undecided repairs to decide together with this one, which is among them.

    Those that put the same words in the same place; where no other does, those of its kind. Characters that
    a filter took out are looked at each for itself.
    """
    kind = [other for other in document.repairs if other.status == "suggested" and other.kind == repair.kind]
    form = (repair.original, repair.replacement)
    same = tuple(other for other in kind if (other.original, other.replacement) == form)
    return same if len(same) > 1 or repair.kind == "dropped" else tuple(kind)


def suggestions(document: Document) -> tuple[SuggestionRow, ...]:
    """The undecided repairs, each in its line."""
    to_reading = reading_map(document.repairs)
    pending = (repair for repair in document.repairs if repair.status == "suggested")
    return tuple(_in_line(document, repair, to_reading.forward(repair.span)) for repair in pending)


def _most_frequent(repairs: list[Repair]) -> Repair:
    forms = Counter((repair.original, repair.replacement) for repair in repairs)
    form = forms.most_common(1)[0][0]
    return next(repair for repair in repairs if (repair.original, repair.replacement) == form)


def _ids(repairs: Iterable[Repair]) -> tuple[str, ...]:
    return tuple(repair.id for repair in repairs)


def _in_line(document: Document, repair: Repair, place: Span) -> SuggestionRow:
    before = document.text[max(0, place.start - SUGGESTION_CONTEXT) : place.start]
    after = document.text[place.end : place.end + SUGGESTION_CONTEXT]
    return SuggestionRow(repair, before.rpartition("\n")[2], after.partition("\n")[0])
