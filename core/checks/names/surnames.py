"""A person called by a family name that nobody of that post has: 郑兰荪院士, then 邓院士."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from core.assets import load_text, load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.names.likeness import are_alike
from core.checks.names.name_doubts import AFTER_NAMES
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "name_variant"
_REACH = 12


def check_surnames(material: Material) -> Iterator[Finding]:
    """Questions about short forms of address whose family name fits no one of the article."""
    people = [mark for mark in material.marks if mark.label == "PER" and len(mark.span) > 1]
    names = {
        material.words(mark.span)[0] for mark in people if not _title().match(material.words(mark.span), 1)
    }
    holders: dict[str, dict[str, Span]] = defaultdict(dict)
    for mark in people:
        title = _title_beside(material, mark.span)
        if title:
            holders[title].setdefault(material.words(mark.span), mark.span)
    for found in material.find(_short_form()):
        surname, title = found[1], found[2]
        known = holders.get(title, {})
        if surname in names or len(known) != 1:
            continue
        (name, place), span = *known.items(), Span(*found.span())
        meant = name[0] + title
        severity = MEDIUM if are_alike(surname, name[0]) else LOW
        shown = say("both", one=place.of(material.text), other=span.of(material.text))
        question = say("should_be", found=found[0], meant=meant)
        yield ask(RULE, severity, question, shown, material.text, place, span)


def _title_beside(material: Material, span: Span) -> str:
    """The title right before or behind a full name; empty for none."""
    before = material.simplified[max(0, span.start - _REACH) : span.start]
    found = _title_at_end().search(before) or _title().match(material.simplified, span.end)
    return found[0] if found else ""


@cache
def _titles() -> str:
    words: str = load_toml("lexicons/posts.toml")["address"]
    return "|".join(sorted(words.split(), key=lambda word: (-len(word), word)))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(_titles())


@cache
def _title_at_end() -> re.Pattern[str]:
    return re.compile(f"(?:{_titles()})$")


@cache
def _short_form() -> re.Pattern[str]:
    """A family name and a title, at the beginning of a clause, before what may follow a name."""
    rows = load_text("lexicons/surnames.txt").splitlines()
    names = {name for row in rows if row[:1] != "#" for name in row.split() if len(name) == 1}
    return re.compile(
        rf"(?<![\u4e00-\u9fff])([{''.join(sorted(names))}])({_titles()})(?={AFTER_NAMES.pattern})"
    )
