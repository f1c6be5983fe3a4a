"""What can be wrong with a label scheme, each a sentence that says where and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.nesting import OVERLAPS
from core.schemes.model import (
    ATTRIBUTE_KINDS,
    HUES,
    SHAPES,
    ArticleLabelSpec,
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
)

NO_TOML = "the file is not TOML: {0}"
NOT_UTF_8 = "the file is not UTF-8: save it with that encoding"
MISSING = "“{0}” is missing"
NO_STRING = "“{0}” must be words in quotation marks"
NO_FLAG = "“{0}” must be true or false"
NO_WORDS = '“{0}” must be a list of words: ["…", "…"]'
NO_TITLES = '“{0}” must name languages: {{ zh = "…", en = "…" }}'
NO_TABLES = "“{0}” must be tables that begin with [[{0}]]"
UNKNOWN_KEY = "“{0}” is no key here; known are {1}"
NO_LABELS = "a scheme needs at least one label"
NOT_ONE_OF = "“{0}” is “{1}”, which is none of {2}"
NO_NAME = "a name needs letters or digits and no spaces"
TWICE = "the name “{0}” is used twice: give one of them another"
KEY_TWICE = "the key “{0}” is taken by {1}: choose another"
NO_KEY = "the key “{0}” can't be used: take 0 to 9, alone or with Shift, Alt+Shift or Ctrl+Alt"
NO_CHOICES = "a choice needs its “choices”"
CHOICE_TWICE = "the choice “{0}” stands there twice"
NO_LABEL = "“{0}” names the label “{1}”, which the scheme lacks"
FOUND_TWICE = "what the recognizer finds as {0} already comes as {1}"
NOT_BESIDE = "“{0}” must be the name of a file beside the scheme"

SENTENCES = (
    NO_TOML, NOT_UTF_8, MISSING, NO_STRING, NO_FLAG, NO_WORDS, NO_TITLES, NO_TABLES, UNKNOWN_KEY, NO_LABELS,
    NOT_ONE_OF, NO_NAME, TWICE, KEY_TWICE, NO_KEY, NO_CHOICES, CHOICE_TWICE, NO_LABEL, FOUND_TWICE,
    NOT_BESIDE,
)  # fmt: skip

KEY = re.compile(r"(Shift\+|Alt\+Shift\+|Ctrl\+Alt\+)?[0-9]")
"""What a label's key may be: an input method leaves digits alone, and no act of the window has these."""

Place = tuple[str | int, ...]
"""The way to a table of the file: ``("labels", 2, "attributes", 0)``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a sentence of ``SENTENCES`` with its words, and where it stands.

    ``name`` is that of the label or relation concerned, ``line`` counts from 1.
    """

    sentence: str
    words: tuple[str, ...] = ()
    place: Place = ()
    name: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = [f"line {self.line}"] if self.line else []
        where += [self.name] if self.name else []
        said = self.sentence.format(*self.words)
        return f"{', '.join(where)}: {said}" if where else said


def problems_of(scheme: Scheme) -> Iterator[Problem]:
    """What does not fit together in a scheme."""
    if not scheme.record.name.strip():
        yield Problem(MISSING, ("name",))
    if not scheme.labels:
        yield Problem(NO_LABELS)
    if scheme.overlap not in OVERLAPS:
        yield Problem(NOT_ONE_OF, ("overlap", scheme.overlap, " ".join(OVERLAPS)))
    if scheme.guidelines and not _is_file_name(scheme.guidelines):
        yield Problem(NOT_BESIDE, ("guidelines",))
    known = {label.name for label in scheme.labels}
    for kind, rows in (
        ("labels", scheme.labels),
        ("relations", scheme.relations),
        ("article_labels", scheme.article_labels),
    ):
        yield from _name_problems(kind, rows)
    for number, label in enumerate(scheme.labels):
        yield from _at(("labels", number), label.name, _label_problems(label, known))
        for inner, attribute in enumerate(label.attributes):
            place = ("labels", number, "attributes", inner)
            yield from _at(place, f"{label.name} · {attribute.name}", _attribute_problems(attribute))
        names = _name_problems("attributes", label.attributes)
        yield from (replace(problem, place=("labels", number, *problem.place)) for problem in names)
    yield from _key_problems(scheme.labels)
    yield from _recognizer_problems(scheme.labels)
    for number, relation in enumerate(scheme.relations):
        yield from _at(("relations", number), relation.name, _relation_problems(relation, known))
    for number, question in enumerate(scheme.article_labels):
        yield from _at(("article_labels", number), question.name, _choice_problems(question.choices))


_Named = LabelSpec | RelationSpec | ArticleLabelSpec | AttributeSpec


def _name_problems(kind: str, rows: Iterable[_Named]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, row in enumerate(rows):
        if not is_name(row.name):
            yield Problem(NO_NAME, (), (kind, number), row.name)
        elif row.name in seen:
            yield Problem(TWICE, (row.name,), (kind, number), row.name)
        seen.add(row.name)


def is_name(name: str) -> bool:
    """Whether a label can be called so.

    >>> is_name("工商_ORG"), is_name("two words"), is_name("")
    (True, False, False)
    """
    return any(c.isalnum() for c in name) and name.isprintable() and not any(c.isspace() for c in name)


def _at(place: Place, name: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (replace(problem, place=place, name=name) for problem in problems)


def _label_problems(label: LabelSpec, known: set[str]) -> Iterator[Problem]:
    if label.hue not in HUES:
        yield Problem(NOT_ONE_OF, ("hue", label.hue, " ".join(HUES)))
    if label.group not in SHAPES:
        yield Problem(NOT_ONE_OF, ("group", label.group, " ".join(SHAPES)))
    if label.key and not KEY.fullmatch(label.key):
        yield Problem(NO_KEY, (label.key,))
    yield from _unknown_labels("holds", label.holds or (), known)


def _attribute_problems(attribute: AttributeSpec) -> Iterator[Problem]:
    if attribute.kind not in ATTRIBUTE_KINDS:
        yield Problem(NOT_ONE_OF, ("kind", attribute.kind, " ".join(ATTRIBUTE_KINDS)))
    elif attribute.kind == "choice":
        yield from _choice_problems(attribute.choices)


def _choice_problems(choices: tuple[str, ...]) -> Iterator[Problem]:
    if not choices:
        yield Problem(NO_CHOICES)
    yield from (Problem(CHOICE_TWICE, (choice,)) for choice, n in Counter(choices).items() if n > 1)


def _relation_problems(relation: RelationSpec, known: set[str]) -> Iterator[Problem]:
    yield from _unknown_labels("from", relation.from_labels, known)
    yield from _unknown_labels("to", relation.to_labels, known)


def _unknown_labels(key: str, names: Iterable[str], known: set[str]) -> Iterator[Problem]:
    return (Problem(NO_LABEL, (key, name)) for name in names if name not in known)


def _key_problems(labels: tuple[LabelSpec, ...]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for number, label in enumerate(labels):
        if label.key and label.key in owners:
            yield Problem(KEY_TWICE, (label.key, owners[label.key]), ("labels", number), label.name)
        owners.setdefault(label.key, label.name)


def _recognizer_problems(labels: tuple[LabelSpec, ...]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for number, label in enumerate(labels):
        for found in label.found_as:
            owner = owners.setdefault(found, label.name)
            if owner != label.name:
                yield Problem(FOUND_TWICE, (found, owner), ("labels", number), label.name)


def _is_file_name(name: str) -> bool:
    return name == name.strip() and not set(name) & set('<>:"/\\|?*') and name not in (".", "..")
