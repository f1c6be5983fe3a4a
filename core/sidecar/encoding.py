"""A document as the bytes of its sidecar: UTF-8, a stable order, one annotation a line.

The same document gives the same bytes; there is no clock in here.
"""

from __future__ import annotations

from typing import Any

from core import __version__
from core.document import Document
from core.files.json_text import json_line
from core.sidecar.records import DOCUMENT

FORMAT = "danqian"
VERSION = 1


def encode(document: Document) -> bytes:
    """The sidecar's bytes."""
    return as_lines(to_json(document)).encode("utf-8")


def to_json(document: Document) -> dict[str, Any]:
    """The sidecar as a JSON object. Members of ``generator`` that we do not know are kept under its name."""
    body = DOCUMENT.write(document)
    others = body.pop("generator", {})
    generator = {"danqian": __version__, "models": dict(document.models), **others}
    return {"format": FORMAT, "version": VERSION, "generator": generator, **body}


def as_lines(value: dict[str, Any]) -> str:
    """A JSON object with a line for each member, and one for each item in a list of objects."""
    members = ",\n".join(f" {json_line(key)}: {_lines(item)}" for key, item in value.items())
    return f"{{\n{members}\n}}\n"


def _lines(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(json_line, value)) + "\n ]"
    if isinstance(value, dict) and any(isinstance(item, list) for item in value.values()):
        return "{" + ", ".join(f"{json_line(key)}: {_lines(item)}" for key, item in value.items()) + "}"
    return json_line(value)
