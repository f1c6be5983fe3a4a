"""Label schemes: which labels there are, and how each is called, drawn and typed."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from core.assets import path_of
from core.document import SchemeRecord
from core.errors import FileMissing, FileUnreadable, SchemeBroken

HUES = ("per", "org", "loc", "term", "time", "qty")
SHAPES = {"names": "tint", "times": "ruler", "figures": "underline"}


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """One label. ``titles`` are by language, ``key`` is the digit that marks with it, Shift for 11–20.

    ``hue`` is one of ``HUES``; ``group`` is ``names times figures``, which decides the ``shape``.
    """

    name: str
    titles: Mapping[str, str]
    hue: str = "term"
    group: str = "names"
    key: str = ""

    @property
    def shape(self) -> str:
        """How a mark is drawn: ``tint``, ``ruler`` or ``underline``."""
        return SHAPES[self.group]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels, in the order of their keys. In a scheme that is not ``nested`` marks never overlap."""

    record: SchemeRecord
    labels: tuple[LabelSpec, ...]
    nested: bool = False


@cache
def default_scheme() -> Scheme:
    """The scheme ``news``."""
    return load_scheme(path_of("schemes/news.toml"))


def load_scheme(path: Path) -> Scheme:
    """A scheme from its TOML file; ``SchemeBroken`` says what is wrong with one."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or "") from error
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except ValueError as error:
        raise SchemeBroken(path, str(error)) from error
    if problem := next(_problems(table), None):
        raise SchemeBroken(path, problem)
    record = SchemeRecord(table["name"], str(table["version"]), sha256(data).hexdigest())
    labels = tuple(_label(row) for row in table["labels"])
    return Scheme(record, labels, table.get("nested", False))


def _label(row: Mapping[str, Any]) -> LabelSpec:
    fields = {name: row[name] for name in ("hue", "group", "key") if name in row}
    return LabelSpec(row["name"], row.get("title", {}), **fields)


def _problems(table: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(table.get("name"), str) or "version" not in table:
        yield "a scheme needs a name and a version"
    if not isinstance(table.get("nested", False), bool):
        yield "nested is true or false"
    rows = table.get("labels")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield "a scheme needs labels"
        return
    yield from (problem for row in rows for problem in _label_problems(row))
    for name in ("name", "key"):
        counts = Counter(row.get(name) for row in rows)
        yield from (f"two labels have the {name} {value}" for value, n in counts.items() if n > 1 and value)


def _label_problems(row: Mapping[str, Any]) -> Iterator[str]:
    name = row.get("name")
    if not isinstance(name, str) or not name or any(c.isspace() for c in name):
        yield "a label needs a name without spaces"
    if not isinstance(row.get("title", {}), dict):
        yield f"the title of {name} is a table of languages"
    if row.get("hue", "term") not in HUES:
        yield f"the hue of {name} is one of {' '.join(HUES)}"
    if row.get("group", "names") not in SHAPES:
        yield f"the group of {name} is one of {' '.join(SHAPES)}"
    if not isinstance(row.get("key", ""), str):
        yield f"the key of {name} is a word"
