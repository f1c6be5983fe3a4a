"""A scheme as the TOML of its file, in an order that people read well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.files.json_text import json_line
from core.schemes.model import ArticleLabelSpec, AttributeSpec, LabelSpec, RelationSpec, Scheme

HEAD = """\
# A label scheme of Danqian. Its name and version go into every sidecar: raise the version with the meaning.
# overlap: none (no two marks share a character), nested (one inside the other) or free.
# hue: per org loc term time qty. group: names times figures, which decides the shape of a mark.
# key: a digit, alone or with Shift. holds: the labels that may lie inside. recognizes: what the recognizer
# finds that comes as this label. An attribute's kind: choice text number.
"""


_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_of(scheme: Scheme) -> str:
    """The text of a scheme's file; reading it gives the same scheme.

    A title or a name with a line break keeps it as an escape.
    """
    rows = {
        "name": scheme.record.name,
        "version": scheme.record.version,
        "overlap": scheme.overlap,
        "guidelines": scheme.guidelines or None,
    }
    tables = [_table("", rows)]
    for label in scheme.labels:
        tables.append(_table("[[labels]]", _of_label(label)))
        tables += [_table("[[labels.attributes]]", _of_attribute(each)) for each in label.attributes]
    tables += [_table("[[relations]]", _of_relation(relation)) for relation in scheme.relations]
    tables += [_table("[[article_labels]]", _of_question(question)) for question in scheme.article_labels]
    return HEAD + "\n\n".join(tables) + "\n"


_Value = str | bool | Iterable[str] | Mapping[str, str] | None


def _of_label(label: LabelSpec) -> dict[str, _Value]:
    return {
        "name": label.name,
        "title": label.titles or None,
        "hue": label.hue,
        "group": label.group,
        "key": label.key or None,
        "holds": label.holds,
        "recognizes": label.recognizes,
    }


def _of_attribute(attribute: AttributeSpec) -> dict[str, _Value]:
    return {
        "name": attribute.name,
        "title": attribute.titles or None,
        "kind": attribute.kind,
        "choices": attribute.choices or None,
    }


def _of_relation(relation: RelationSpec) -> dict[str, _Value]:
    return {
        "name": relation.name,
        "title": relation.titles or None,
        "from": relation.from_labels or None,
        "to": relation.to_labels or None,
    }


def _of_question(question: ArticleLabelSpec) -> dict[str, _Value]:
    return {
        "name": question.name,
        "title": question.titles or None,
        "choices": question.choices,
        "multiple": question.is_multiple or None,
    }


def _table(header: str, rows: Mapping[str, _Value]) -> str:
    lines = [f"{key} = {_literal(value)}" for key, value in rows.items() if value is not None]
    return "\n".join([header, *lines] if header else lines)


def _literal(value: _Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_quoted(word)}" for key, word in value.items()) + " }"
    return "[" + ", ".join(_quoted(word) for word in value or ()) + "]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(words: str) -> str:
    """A basic string; TOML's escapes are JSON's, and U+007F too must be escaped."""
    return json_line(words).replace("\x7f", "\\u007f")
