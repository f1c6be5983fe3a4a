"""Signs (GB/T 15834): pairs of which one half is missing, doubled ones, half-width ones among characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import LOW, ask
from core.checks.material import UNCHECKED_KINDS, Material
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "punctuation"
_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_KIND = {sign: number for number, pair in enumerate(_PAIRS.items()) for sign in pair} | {
    "(": 4,
    ")": 4,
    "（": 4,
    "）": 4,
}
_CLOSING = frozenset(_PAIRS.values())
_SIGNS = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values())) + "]")
_DOUBLED = re.compile(
    r"[，、；：][，、。；：！？]+|。[，、；：]|(?<!。)。。(?!。)|(?<![！？])[！？][，。、；]"
)
_HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])")
_NUMBERED = re.compile(r"(?:^|[；。，：\u3000 \n])[\da-zA-Z一二三四五六七八九十①-⑩]{1,3}$")
_SENTENCE_END = re.compile(r"[。！？；]")
_MOST_PLACES = 6
# Quotation marks are not quoted but named.
_NAMED = {"“": "前引号", "”": "后引号"}


def check_punctuation(material: Material) -> Iterator[Finding]:
    """Questions about signs that stand alone, twice, or in half width."""
    blocks = [b for b in material.document.article.blocks if b.kind not in UNCHECKED_KINDS]
    for number, block in enumerate(blocks):
        next_words = blocks[number + 1].span.of(material.simplified)[:1] if number + 1 < len(blocks) else ""
        words = block.span.of(material.simplified)
        for place in _lonely(words, next_words):
            span = Span(place, _end_of(words, place)).shifted(block.span.start)
            shown = _context(words, place)
            yield ask(
                RULE,
                LOW,
                say("lonely", sign=_NAMED.get(words[place], f"“{words[place]}”")),
                shown,
                material.text,
                span,
            )
        for found in _DOUBLED.finditer(words):
            span = Span(*found.span()).shifted(block.span.start)
            yield ask(RULE, LOW, say("doubled_signs"), _context(words, found.start()), material.text, span)
    yield from _half_width(material)


def _lonely(words: str, next_words: str) -> Iterator[int]:
    """The places of signs without their other half.

    A quotation that goes on in the next paragraph is opened again there and closed only at its end.
    """
    opened: list[tuple[int, str]] = []
    for found in _SIGNS.finditer(words):
        sign = found[0]
        if sign == "’" and words[found.end() : found.end() + 1].isdigit():  # ’97
            continue
        if sign not in _CLOSING:
            opened.append((found.start(), sign))
            continue
        matching = [n for n, (_, other) in enumerate(opened) if _KIND[other] == _KIND[sign]]
        if matching:
            yield from (place for place, _ in opened[matching[-1] + 1 :])
            del opened[matching[-1] :]
        elif not (sign in ")）" and _NUMBERED.search(words[: found.start()])):
            yield found.start()
    yield from (place for place, sign in opened if not (sign in "“‘" and next_words == sign))


def _end_of(words: str, place: int) -> int:
    """Where the stretch to look at ends: an opening sign with its sentence, a closing one alone."""
    if words[place] in _CLOSING:
        return place + 1
    end = _SENTENCE_END.search(words, place)
    return end.end() if end else len(words)


def _context(words: str, place: int) -> str:
    return words[max(0, place - 8) : place + 9].strip()


def _half_width(material: Material) -> Iterator[Finding]:
    spans = [
        Span(*found.span())
        for found in _HALF_WIDTH.finditer(material.simplified)
        if material.sentence_index(found.start()) >= 0
    ]
    if spans:
        shown = say("places_such_as", count=len(spans), words=_context(material.simplified, spans[0].start))
        yield ask(RULE, LOW, say("half_width"), shown, material.text, *spans[:_MOST_PLACES])
