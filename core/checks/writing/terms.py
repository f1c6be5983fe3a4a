"""Terms: divisions that were renamed, and the words that a house does not print or prints otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.lexicon import read_rows
from core.text.spans import Span

RULE = "term"
_PAST = re.compile(r"(?<!\d)(?:1\d|20[01])\d{1,2}年|原|旧|时称|曾|今|更名|改名|年代|世纪|历史")


def check_terms(material: Material) -> Iterator[Finding]:
    """Questions about words of the house's list and replaced names of divisions."""
    for term in material.house.terms:
        for span in _places(material, term.words):
            instead = say("should_be", found=term.words, meant=term.instead)
            question = instead if term.instead else say("not_printed", words=term.words)
            yield ask(RULE, MEDIUM, question, say("house_terms"), material.text, span)
    for old, new, year in _replaced():
        for span in _places(material, old) if material.date and material.date.year > int(year) else ():
            sentence = material.sentences[material.sentence_index(span.start)].span
            if not _PAST.search(material.words(sentence)):
                renamed = say("renamed", old=old, new=new)
                yield ask(RULE, LOW, renamed, say("renamed_in", year=year), material.text, span)


def _places(material: Material, words: str) -> Iterator[Span]:
    start = material.simplified.find(words)
    while start >= 0:
        if material.sentence_index(start) >= 0:
            yield Span(start, start + len(words))
        start = material.simplified.find(words, start + 1)


@cache
def _replaced() -> tuple[tuple[str, str, str], ...]:
    """Old name, new name, and the year of the change."""
    return tuple((old, new, year) for old, new, year in read_rows("replaced_names.tsv"))
