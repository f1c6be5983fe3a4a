"""Leftovers: characters of the other script, entities and tags of web pages, bytes that were no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.script import HANS, HANT, convert, only_in
from core.text.spans import Span

SCRIPT, RESIDUE = "script", "residue"
_RESIDUE = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|ensp|emsp|#\d{2,5}|#x[0-9a-fA-F]{2,5});?"
    r"|#x[0-9a-fA-F]{4};|</?(?:p|br|div|span|strong|em|a|img|table|td|tr|font|b|i|h\d|ul|li)(?:\s[^<>\n]{0,200})?/?>"
    r"|\?/(?:p|strong|span|div|td)>|\ufffd+|锟斤拷|烫烫烫|屯屯屯|[\ue000-\uf8ff]+|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+"
)
_MANY = 4
_NAMES = frozenset({"PER", "WORK"})


def check_leftovers(material: Material) -> Iterator[Finding]:
    """Questions about what no writer of the article has put there."""
    for found in _RESIDUE.finditer(material.text):
        if material.sentence_index(found.start()) >= 0:
            span = Span(*found.span())
            words = say("unprintable") if not found[0].isprintable() or found[0][0] == "\ufffd" else found[0]
            yield ask(RESIDUE, MEDIUM, say("residue"), words, material.text, span)
    yield from _other_script(material)


@cache
def _simplified_only() -> frozenset[str]:
    """What only Simplified texts have: not what they write otherwise (糉), nor what Traditional ones do too.

    Hong Kong writes 着, Taiwan 雇.
    """
    characters = "".join(sorted(only_in(HANS)))
    return frozenset(
        one for one, same in zip(characters, convert(characters, to=HANS), strict=True) if one == same
    ) - {"着", "雇"}


def _other_script(material: Material) -> Iterator[Finding]:
    reading = material.document.script.reading
    foreign = only_in(HANT) if reading == HANS else _simplified_only()
    if foreign.isdisjoint(material.text):
        return
    names = [mark.span for mark in material.marks if mark.label in _NAMES]
    spans = [
        Span(place, place + 1)
        for place, character in enumerate(material.text)
        if character in foreign and material.sentence_index(place) >= 0
    ]
    spans = [span for span in spans if not any(name.contains(span) for name in names)]
    which = "traditional" if reading == HANS else "simplified"
    if len(spans) >= _MANY:
        shown = "、".join(dict.fromkeys(span.of(material.text) for span in spans[:_MANY]))
        yield ask(SCRIPT, LOW, say(f"many_{which}", count=len(spans)), shown, material.text, *spans[:_MANY])
        return
    for span in spans:
        shown = material.text[max(0, span.start - 6) : span.end + 6].strip()
        question = say(which, character=span.of(material.text))
        yield ask(SCRIPT, MEDIUM, question, shown, material.text, span)
