"""TERM: slogans, programmes and formulas, in quotation marks or known without them.

Quotation marks also hold speech, irony and names. A term shows itself by its form (a number, parallel
parts) or by its company (围绕“…”目标). A wording that is a term once is one wherever it is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core import assets
from core.article import ReadingText
from core.language.lexicon import read_rows
from core.mentions import Mention
from core.recognition.times.words import load_words
from core.text.spans import Span

LONGEST_TERM = 22

_QUOTED = re.compile(r"“([^“”\n]{2,24})”|‘([^‘’\n]{2,24})’|「([^「」\n]{2,24})」|『([^『』\n]{2,24})』")
_SPEECH = re.compile(r"[。！？!?；;，,…：]|[吗呢吧啊呀]$|^[我你他她它咱这那]|[了着过]$")
_NUMERAL = re.compile(
    r"^(?:[一二两三四五六七八九十百千\d]{1,3}[^一二两三四五六七八九十\d]{1,3}){2,3}$"
    r"|^[一二两三四五六七八九十百\d]{1,3}(?:个|大|项|张|条|种|级|点|有|不|变|到|对)?[^\d]{1,5}$|^双[^\d]{1,3}$"
)
_PERIOD = re.compile(r"^[一二三四五六七八九十]{1,3}五$")
_BETWEEN = frozenset("、和与及")
_PARTS = re.compile(r"[、+＋·/]")


@dataclass(frozen=True, slots=True)
class _Quotation:
    span: Span
    words: str


def find_terms(reading: ReadingText) -> Iterator[Mention]:
    """The terms of an article.

    >>> text = "围绕“十四五”目标，“输血”与“造血”并重，推进一带一路建设。"
    >>> [mention.span.of(text) for mention in find_terms(ReadingText.of_body(text, text))]
    ['“十四五”', '一带一路']
    """
    text = reading.simplified
    quotations = [q for block in reading.passages() for q in _quotations(text, block.span)]
    by_start = {quotation.span.start: quotation for quotation in quotations}
    words = {q.words for q in quotations if _is_term(text, q, by_start)}
    for quotation in quotations:
        if quotation.words in words:
            yield Mention(quotation.span, "TERM", confidence=0.85, origin="terms/quoted")
    quoted = {place for q in quotations if q.words in words for place in range(q.span.start, q.span.end)}
    for block in reading.passages():
        for found in _known_terms().finditer(text, block.span.start, block.span.end):
            span = Span(found.start(), found.end())
            if quoted.isdisjoint(range(span.start, span.end)):
                yield Mention(span, "TERM", confidence=0.9, origin="terms/known")


def _quotations(text: str, span: Span) -> Iterator[_Quotation]:
    place = span.start
    while found := _QUOTED.search(text, place, span.end):
        words = next(group for group in found.groups() if group)
        yield _Quotation(Span(found.start(), found.end()), words)
        place = found.start() + 1


def _is_term(text: str, quotation: _Quotation, by_start: Mapping[int, _Quotation]) -> bool:
    words = quotation.words
    if words in load_words().holiday_names:  # “五一”
        return False
    if _SPEECH.search(words) or len(words) > LONGEST_TERM or words.endswith(_name_endings()):
        return False
    if _has_term_form(words):
        return words not in _idioms()
    if len(words) < 4:
        return False
    after = _after_list(text, quotation, by_start)
    return bool(_followers().match(text, after)) or bool(
        _leaders().search(text[max(0, quotation.span.start - 5) : quotation.span.start])
    )


def _has_term_form(words: str) -> bool:
    """A number with what it counts (一区两群), a plan's period (十四五), or equal parts (碳达峰、碳中和)."""
    if _PERIOD.match(words) or _NUMERAL.match(words):
        return True
    parts = _PARTS.split(words)
    return len(parts) > 1 and all(parts) and max(map(len, parts)) - min(map(len, parts)) <= 2


def _after_list(text: str, quotation: _Quotation, by_start: Mapping[int, _Quotation]) -> int:
    """The place behind a row of quotations (“飞地建园”“景园共建”等领域) and its 等."""
    place = quotation.span.end
    while following := by_start.get(place + (text[place : place + 1] in _BETWEEN)):
        place = following.span.end
    return place + 1 if text.startswith("等", place) else place


@cache
def _followers() -> re.Pattern[str]:
    return re.compile("|".join(_words("term_followers")))


@cache
def _leaders() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_words("term_leaders")) + ")了?$")


@cache
def _name_endings() -> tuple[str, ...]:
    """What ends so is an organization, a place or a document."""
    places = [word for word in _words("place_suffixes") if len(word) > 1]
    return (*_words("organization_suffixes"), *places, *_words("document_suffixes"))


@cache
def _idioms() -> frozenset[str]:
    return frozenset((*(row[0] for row in read_rows("idioms.txt")), *_words("figures_of_speech")))


@cache
def _known_terms() -> re.Pattern[str]:
    words = sorted((row[0] for row in read_rows("terms.txt")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _words(name: str) -> list[str]:
    return sorted(set(assets.load_toml("lexicons/names.toml")[name].split()), key=len, reverse=True)
