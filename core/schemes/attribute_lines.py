"""Attributes as lines that a person writes: a name, a colon, and its choices or its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.schemes.change import renamed
from core.schemes.model import AttributeSpec

_APART = re.compile(r"[,，、;；]+")
_KINDS = {"": "text", "text": "text", "文字": "text", "number": "number", "数字": "number"}


def lines_of(attributes: Iterable[AttributeSpec]) -> str:
    """A line for each attribute.

    >>> print(lines_of([AttributeSpec("role", {}, "choice", ("记者", "官员")), AttributeSpec("age")]))
    role: 记者, 官员
    age: text
    """
    return "\n".join(
        f"{each.name}: {', '.join(each.choices) if each.kind == 'choice' else each.kind}"
        for each in attributes
    )


def attributes_in(lines: str, before: Sequence[AttributeSpec] = ()) -> tuple[AttributeSpec, ...]:
    r"""The attributes that lines name; one that was there ``before``, though renamed, keeps its titles.

    >>> attributes_in("职务：记者、官员\n年龄: number")[0].choices
    ('记者', '官员')
    """
    found = []
    for line in lines.splitlines():
        name, _, rest = line.replace("：", ":").partition(":")
        if not line.strip():
            continue
        words, name = rest.strip(), name.strip()
        kind = _KINDS.get(words.casefold(), "choice")
        choices = words_in(words) if kind == "choice" else ()
        found.append(AttributeSpec(name, {}, kind, choices))
    names = {new: old for old, new in renamed([b.name for b in before], [f.name for f in found]).items()}
    titles = {each.name: each.titles for each in before}
    return tuple(replace(each, titles=titles.get(names.get(each.name, each.name), {})) for each in found)


def words_in(words: str) -> tuple[str, ...]:
    """Words that commas set apart, Chinese ones too.

    >>> words_in("股市、楼市, 人事")
    ('股市', '楼市', '人事')
    """
    return tuple(word.strip() for word in _APART.split(words) if word.strip())
