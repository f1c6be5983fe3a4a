"""The bytes of a sidecar as a document, or what is wrong with them.

The document has no source text yet, and its quotes are unchecked: ``core.sidecar.opening`` reads the article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import isinf
from typing import Any, NoReturn

from core.document import Document
from core.repairs import Repair
from core.sidecar.encoding import FORMAT, VERSION
from core.sidecar.fields import Malformed, members, table, text, whole
from core.sidecar.records import DOCUMENT
from core.text.spans import reading_order

UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each old version the function that makes the next version of a JSON object of it."""

DEEPEST = 100
"""Levels of nesting in what other programs may have put there."""


class Newer(Malformed):
    """A sidecar of a newer version that this one cannot make out."""


@dataclass(frozen=True, slots=True)
class ParsedSidecar:
    """A sidecar's document without its source text; one of a newer ``version`` is for reading only."""

    document: Document
    version: int

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of the program wrote it."""
        return self.version > VERSION


def parse(data: bytes) -> ParsedSidecar:
    """What a sidecar says; ``Malformed`` where it is none."""
    value = _checked(_loaded(data))
    version = whole(value.pop("version"), "version")
    for old in range(version, VERSION):
        value = UPGRADES[old](value)
    try:
        document = _with_generator(DOCUMENT.read(value, "sidecar"))
    except Malformed as error:
        raise Newer(str(error)) if version > VERSION else error from error
    _check_repairs(document.repairs)
    for kind in ("repairs", "annotations", "entities", "relations", "findings"):
        _check_ids(kind, [item.id for item in getattr(document, kind)])
    return ParsedSidecar(replace(document, annotations=tuple(reading_order(document.annotations))), version)


def _check_repairs(repairs: tuple[Repair, ...]) -> None:
    """In the order of the source, apart, and each as long as what it replaces."""
    end = 0
    for repair in repairs:
        if repair.span.start < end or len(repair.span) != len(repair.original):
            raise Malformed(f"its repair {repair.id} is not where it says")
        end = repair.span.end
        if any(not repair.span.contains(absorbed.span) for absorbed in repair.absorbed):
            raise Malformed(f"its repair {repair.id} absorbed one from elsewhere")
        _check_repairs(repair.absorbed)


def _check_ids(kind: str, ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        raise Malformed(f"two of its {kind} have one id")


def _checked(value: Any) -> dict[str, Any]:
    """The object, if it says that it is a sidecar of a version that can be read."""
    given = members(value, "sidecar")
    if given.pop("format", None) != FORMAT:
        raise Malformed("it is not a sidecar of Danqian")
    if not _is_version(given.get("version")):
        raise Malformed("its version is unknown")
    return given


def _is_version(value: Any) -> bool:
    """Whether it is one that is read, upgraded or newer; true is no 1."""
    return type(value) is int and (value >= VERSION or value in UPGRADES)


def _with_generator(document: Document) -> Document:
    """The models to their place; what else the generator said of itself is kept, but for its version."""
    generator = dict(members(document.unknown.get("generator", {}), "generator"))
    generator.pop("danqian", None)
    models = table(text)(generator.pop("models", {}), "generator.models")
    others = {key: item for key, item in document.unknown.items() if key != "generator"}
    return replace(document, models=models, unknown=others | ({"generator": generator} if generator else {}))


def _loaded(data: bytes) -> Any:
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"it is not JSON: {error}") from error
    _check_depth(value)
    return value


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        nested = (item.values() if isinstance(item, dict) else item for item in level)
        level = [child for items in nested for child in items if isinstance(child, dict | list)]
        if not level:
            return
    raise Malformed("it is nested too deeply")


def _finite(digits: str) -> float:
    value = float(digits)
    if isinf(value):
        raise ValueError(f"{digits[:20]} is too large a number")
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
