"""Wrong words: 布署 for 部署, 截止 for 截至, 大大的增加, 必需 before a verb, a word written twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from core.assets import load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.document import Finding
from core.lexicon import read_rows
from core.spans import Span

RULE = "word"
_TIME = (
    r"(?:到|至|目前|今[年天日晚]|去年|昨[天日晚]|当[天日]|本[月周年]|上[月周]|发稿|记者|\d{1,4}[年月日时])"
)
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_TWICE = re.compile(
    r"的的(?![确士哥])|了了(?![解然结])|是是(?!非)|在在(?=[\u4e00-\u9fff]{2})|和和(?![气平睦谐美])|与与"
)
_TWICE_ABOUT = re.compile(r"(?:约|大约|近|将近|超过|不到|不足)$")
_PURPOSE = re.compile(r"[目标]$")


def check_words(material: Material) -> Iterator[Finding]:
    """Questions about words that are written or used wrongly."""
    for sentence in material.sentences:
        words = material.words(sentence.span)
        for start, end, severity, question, reason in _found(words):
            span = Span(start, end).shifted(sentence.span.start)
            yield ask(RULE, severity, question, reason, material.text, span)
        yield from _twice(material, words, sentence.span.start)
    yield from _about_twice(material)


def _found(words: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Start, end, severity, question and reason of each wrong word in a sentence."""
    table = _wrong_words()
    for place in range(len(words) - 1):
        for wrong, right, not_before in table.get(words[place : place + 2], ()):
            end = place + len(wrong)
            if words.startswith(wrong, place) and words[end : end + 1] not in (not_before or "\n"):
                yield place, end, MEDIUM, f"“{wrong}”应为“{right}”？", _context(words, place)
    for pattern, question in _rules():
        for found in pattern.finditer(words):
            yield (
                found.start(1),
                found.end(1),
                MEDIUM,
                question.format(found[1]),
                _context(words, found.start()),
            )


def _context(words: str, place: int) -> str:
    return words[max(0, place - 6) : place + 12].strip()


@cache
def _wrong_words() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Wrong words by their first two characters: wrong, right, and what may not follow."""
    table: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for wrong, right, *rest in read_rows("wrong_words.tsv"):
        table[wrong[:2]].append((wrong, right, rest[0] if rest else ""))
    return {head: tuple(rows) for head, rows in table.items()}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns whose first group is the wrong word, with the question to ask."""
    table = load_toml("lexicons/word_rules.toml")
    adverbs, verbs = ("|".join(table[name].split()) for name in ("adverbs", "adverb_verbs"))
    ending = "".join(f"(?<!{word})" for word in table["ending"].split())
    needed = "".join(table["after_needed"].split())
    return (
        (re.compile(rf"{ending}(截止){_TIME}"), "“{}”应为“截至”？"),
        (re.compile(r"(截至)(?:时间|日期|期限|时刻)"), "“{}”应为“截止”？"),
        (re.compile(rf"(?:{adverbs})(的)(?:{verbs})"), "“{}”应为“地”？"),
        (re.compile(rf"(必需)(?=[\u4e00-\u9fff])(?![{needed}])"), "“{}”应为“必须”？"),
    )


def _twice(material: Material, words: str, start: int) -> Iterator[Finding]:
    """全长全长, 的的: a word that stands twice."""
    for found in _DOUBLED.finditer(words):
        span = Span(*found.span()).shifted(start)
        if not _may_double(found[1]) and not any(m.span.overlaps(span) for m in material.marks):
            yield ask(
                RULE, MEDIUM, f"“{found[1]}”重复？", _context(words, found.start()), material.text, span
            )
    for found in _TWICE.finditer(words):
        if not _PURPOSE.search(words[: found.start()]):
            span = Span(*found.span()).shifted(start)
            yield ask(
                RULE, MEDIUM, f"“{found[0][0]}”重复？", _context(words, found.start()), material.text, span
            )


def _may_double(word: str) -> bool:
    is_counted = word[0] in "一几每" or len(set(word)) == 1 or word[:2] == word[2:4]
    return is_counted or word in _doubled_words()


@cache
def _doubled_words() -> frozenset[str]:
    words: str = load_toml("lexicons/word_rules.toml")["doubled"]
    return frozenset(words.split())


def _about_twice(material: Material) -> Iterator[Finding]:
    """约100元左右: that a figure is not exact, said before it and behind it."""
    for figure in material.figures:
        start = figure.span.start
        before = _TWICE_ABOUT.search(material.simplified[max(0, start - 3) : start])
        after = re.search(r"(?:左右|上下|以上|余|多)$", figure.quote)
        if before and after:
            span = Span(start - len(before[0]), figure.span.end)
            question = f"“{before[0]}”与“{after[0]}”重复？"
            yield ask(RULE, LOW, question, span.of(material.simplified), material.text, span)
