"""Units that Chinese law does not have: 公尺, 公分, 公斤力 (法定计量单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from core.checks.asking import LOW, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.lexicon import read_rows
from core.text.spans import Span

RULE = "word"


def check_unlawful_units(material: Material) -> Iterator[Finding]:
    """Questions about figures in units that are not lawful, unless a bracket behind says them in another."""
    pattern, lawful = _units()
    for found in material.find(pattern):
        span = Span(*found.span(1))
        question = say("unlawful_unit", unit=found[1], lawful=lawful[found[1]])
        yield ask(RULE, LOW, question, found[0], material.text, span)


@cache
def _units() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A figure before one of the units, and the lawful unit of each."""
    lawful = dict(read_rows("unlawful_units.tsv"))
    units = "|".join(sorted(lawful, key=lambda unit: (-len(unit), unit)))
    lawful_pattern = rf"[\d一二三四五六七八九十百千万亿两几半余多][余多来]?({units})(?![（(])"
    return re.compile(lawful_pattern), lawful
