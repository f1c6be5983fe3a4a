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
_TIME = r"(?:目前|今[年天日晚]|去年|昨[天日晚]|当[天日]|本[月周年]|上[月周]|发稿|记者|\d{1,4}[年月日时])"
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,4})\1")
_TWICE = re.compile(r"(?<![目标])的的(?![确士哥])")
# Two characters may be meant to stand twice (大片大片).
_TWO_TWICE = 4
_TWICE_ABOUT = re.compile(r"(?:约|大约|近|将近|超过|不到|不足)$")


def check_words(material: Material) -> Iterator[Finding]:
    """Questions about words that are written or used wrongly."""
    text = material.simplified
    for start, end, question in (*_wrong(material), *_misused(material)):
        yield ask(RULE, MEDIUM, question, _context(text, start), material.text, Span(start, end))
    for start, end, question in _twice(material):
        severity = LOW if end - start == _TWO_TWICE else MEDIUM
        yield ask(RULE, severity, question, _context(text, start), material.text, Span(start, end))
    yield from _about_twice(material)


Found = tuple[int, int, str]
"""Start and end of a wrong word, and the question to ask."""


def _wrong(material: Material) -> Iterator[Found]:
    """Words of the table (布署 for 部署)."""
    text = material.simplified
    table, heads = _wrong_words()
    for head in material.find(heads):
        start = head.start()
        for wrong, right, not_before in table.get(text[start : start + 2], ()):
            end = start + len(wrong)
            following = text[end : end + 1] or "\n"
            if text.startswith(wrong, start) and following not in not_before:
                yield start, end, f"“{wrong}”应为“{right}”？"


def _misused(material: Material) -> Iterator[Found]:
    """Words that are right elsewhere (截止6月底)."""
    for pattern, question in _rules():
        for found in material.find(pattern):
            yield found.start(1), found.end(1), question.format(found[1])


def _context(text: str, place: int) -> str:
    """The words around a place, within its line."""
    return text[max(0, place - 6) : place].rpartition("\n")[2] + text[place : place + 12].partition("\n")[0]


@cache
def _wrong_words() -> tuple[dict[str, list[tuple[str, str, str]]], re.Pattern[str]]:
    """Wrong words by their first two characters (wrong, right, what may not follow), and where to look."""
    table: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for wrong, right, *rest in read_rows("wrong_words.tsv"):
        table[wrong[:2]].append((wrong, right, rest[0] if rest else ""))
    firsts, seconds = ("".join(sorted({head[place] for head in table})) for place in (0, 1))
    return dict(table), re.compile(f"(?=[{firsts}][{seconds}])")


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns whose first group is the wrong word, with the question to ask."""
    table = load_toml("lexicons/word_rules.toml")
    adverbs, verbs = ("|".join(table[name].split()) for name in ("adverbs", "adverb_verbs"))
    ending = "".join(f"(?<!{word}截止)" for word in table["ending"].split())
    needed = "".join(table["after_needed"].split())
    return (
        (re.compile(rf"(截止){ending}{_TIME}"), "“{}”应为“截至”？"),
        (re.compile(r"(截至)(?:时间|日期|期限|时刻)"), "“{}”应为“截止”？"),
        (re.compile(rf"(?<![了有到得])(?:{adverbs})(的)(?:{verbs})"), "“{}”应为“地”？"),
        (re.compile(rf"(必需)(?=[\u4e00-\u9fff])(?![{needed}])"), "“{}”应为“必须”？"),
    )


def _twice(material: Material) -> Iterator[Found]:
    """Words that stand twice (全长全长, 的的)."""
    for found in material.find(_DOUBLED):
        span = Span(*found.span())
        if not _may_double(found[1]) and not any(mark.span.overlaps(span) for mark in material.marks):
            yield *found.span(), f"“{found[1]}”重复？"
    for found in material.find(_TWICE):
        yield *found.span(), f"“{found[0][0]}”重复？"


def _may_double(word: str) -> bool:
    is_counted = (
        word[0] in "一几每最很太真好越再多"
        or len(set(word)) == 1
        or word[:2] == word[2:4]
        or word.endswith("越")
    )
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
