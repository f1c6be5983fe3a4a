"""Short names that do not fit the full one: 丰果园合作社 in an article about 丰果源苹果专业合作社."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, combinations

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.names.likeness import likeness, only_difference
from core.checks.names.name_forms import Known
from core.checks.wording import say
from core.document import Finding
from core.entities.abbreviations import without_company_words
from core.language.segmentation import words_of
from core.text.spans import Span

RULE = "name_variant"
_SHORTEST, _LONGEST = 4, 8
_REACH = 30
_DECLARED = re.compile(r"[（(](?:以?下|证券|股票)?简?称(?:为|：)?[“「]?([\u4e00-\u9fff]{4,10})[”」]?[）)]")
_PLACE = 5
_HEAD = 2


def check_short_names(material: Material, known: Mapping[str, Known], near: Span) -> Iterator[Finding]:
    """Questions about short names of bodies that differ in one character from a short form of a full one.

    ``near`` is the part of the text that has the names.
    """
    bodies = [name for name, each in known.items() if "ORG" in each.kinds]
    shorts = [name for name in bodies if _SHORTEST <= len(name) <= _LONGEST]
    for full in bodies:
        for short in shorts:
            if len(full) < len(short) + _HEAD or sum(c in full for c in short) != len(short) - 1:
                continue
            meant = _meant(full, short)
            if meant and meant not in known:
                first, place = (material.simplified.find(form, near.start) for form in (full, short))
                shown = say("both", one=full, other=short)
                spans = Span(first, first + len(full)), Span(place, place + len(short))
                yield ask(
                    RULE, MEDIUM, say("should_be", found=short, meant=meant), shown, material.text, *spans
                )


def check_declared_names(material: Material) -> Iterator[Finding]:
    """Questions about short names with a character that the name before has not: （下称“海南精密”）."""
    for found in material.find(_DECLARED):
        line = material.simplified.rfind("\n", 0, found.start()) + 1
        full = re.split("[，。；：]", material.simplified[line : found.start()])[-1][-_REACH:]
        short, span = found[1], Span(*found.span(1))
        if _is_inside(short, full):
            continue
        forms = {
            short[:hole] + character + short[hole + 1 :]
            for hole in range(len(short))
            for character in dict.fromkeys(full)
            if character != short[hole]
        }
        inside = [form for form in sorted(forms) if _is_inside(form, full)]
        alike = [form for form in inside if form in full] or inside
        if len(alike) == 1:
            yield ask(RULE, MEDIUM, say("should_be", found=short, meant=alike[0]), full, material.text, span)


def _is_inside(short: str, full: str) -> bool:
    """Whether the characters of a short form stand in the full one, in their order."""
    rest = iter(full)
    return all(character in rest for character in short)


def _meant(full: str, short: str) -> str:
    """The short form of ``full`` that ``short`` differs from in one character that is alike, if any."""
    found = ((only_difference(form, short), form) for form in short_forms_of(full, len(short)))
    return next((form for hole, form in found if hole is not None and likeness(form[hole], short[hole])), "")


def short_forms_of(full: str, length: int) -> Iterator[str]:
    """Short forms of a length: the full name's first words, perhaps behind its place, with its last.

    >>> "丰果源合作社" in short_forms_of("丰果源苹果专业合作社", 6)
    True
    """
    for core in dict.fromkeys((full, without_company_words(full))):
        bounds = [0, *accumulate(map(len, words_of(core)))]
        for start, end in combinations(bounds, 2):
            tail = length - (end - start)
            if start <= _PLACE and end - start >= _HEAD and tail >= 1 and len(core) - tail in bounds:
                yield core[start:end] + core[-tail:]
