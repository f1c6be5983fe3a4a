"""Wrong words: 布署 for 部署, 截止 for 截至, 大大的增加, 己 outside its words, a word written twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from core.assets import load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.checks.writing.likelihood import gain
from core.checks.writing.misspellings import find_misspellings, taken_places
from core.document import Finding
from core.language.lexicon import read_rows
from core.language.segmentation import words_of
from core.restoration.lexicon import word_costs
from core.text.spans import Span

RULE = "word"
_TIME = r"(?:目前|今[年天日晚]|去年|昨[天日晚]|当[天日]|本[月周年]|上[月周]|发稿|记者|\d{1,4}[年月日时])"
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,4})\1")
_TWICE = re.compile(r"([\u4e00-\u9fff])\1")
_GRAMMAR = frozenset("的了是在和与及对为把被将并就也还而但且于由向到这那让给有以")
# Nats that a sentence gains without the second of two like characters, where one is a slip of the pen.
_TWICE_GAIN = 9.0
_AROUND = 6
# Two characters may be meant to stand twice (大片大片).
_TWO_TWICE = 4
_IDIOM = 4
_TWICE_ABOUT = re.compile(r"(?:约|大约|近|将近|超过|不到|不足)$")


def check_words(material: Material) -> Iterator[Finding]:
    """Questions about words that are written or used wrongly."""
    text = material.simplified
    found: dict[Span, str] = {}
    taken = bytearray(len(text))
    for start, end, question in _all_wrong(material):
        if not any(taken[start:end]):
            found[Span(start, end)] = question
            taken[start:end] = b"\1" * (end - start)
    for span, question in found.items():
        yield ask(RULE, MEDIUM, question, _context(text, span.start), material.text, span)
    for span, meant in find_misspellings(material):
        if not any(taken[span.start : span.end]):
            severity = MEDIUM if len(span) == _IDIOM else LOW
            question = say("should_be", found=span.of(text), meant=meant)
            yield ask(RULE, severity, question, _context(text, span.start), material.text, span)
    for start, end, question in _twice(material):
        is_sure = end - start > _TWO_TWICE or text[start] in _GRAMMAR
        severity = MEDIUM if is_sure and end - start != _TWO_TWICE else LOW
        yield ask(RULE, severity, question, _context(text, start), material.text, Span(start, end))
    yield from _about_twice(material)


Found = tuple[int, int, str]
"""Start and end of a wrong word, and the question to ask."""


def _all_wrong(material: Material) -> Iterator[Found]:
    """What the tables know to be wrong."""
    yield from _wrong(material)
    yield from _misused(material)
    yield from _out_of_company(material)


def _wrong(material: Material) -> Iterator[Found]:
    """Words of the table (布署 for 部署)."""
    text = material.simplified
    table, heads = _wrong_words()
    for head in heads.finditer(text):
        start = head.start()
        for wrong, right, not_before in table.get(text[start : start + 2], ()):
            end = start + len(wrong)
            following = text[end : end + 1] or "\n"
            is_wrong = text.startswith(wrong, start) and following not in not_before
            if is_wrong and material.sentence_index(start) >= 0:
                yield start, end, say("should_be", found=wrong, meant=right)


def _misused(material: Material) -> Iterator[Found]:
    """Words that are right elsewhere (截止6月底)."""
    for pattern, needed, meant in _rules():
        if not any(word in material.simplified for word in needed):
            continue
        for found in material.find(pattern):
            yield found.start(1), found.end(1), say("should_be", found=found[1], meant=meant)


def _out_of_company(material: Material) -> Iterator[Found]:
    """Characters outside the words that they stand in (县己紧急转移), none of them in a name."""
    text = material.simplified
    pattern, companies = _companies()
    for found in material.find(pattern):
        place = found.start()
        words, instead = companies[found[0]]
        is_in_word = any(text.startswith(word, place - offset) for word, offset in words if offset <= place)
        if not is_in_word and not any(m.span.contains(Span(place, place + 1)) for m in material.marks):
            yield place, place + 1, say("should_be", found=found[0], meant=instead)


@cache
def _companies() -> tuple[re.Pattern[str], dict[str, tuple[list[tuple[str, int]], str]]]:
    """For each such character its words with its place in them, and the character that is meant elsewhere."""
    rows = load_toml("lexicons/word_rules.toml")["company"]
    companies = {
        row["character"]: (
            [(word, word.index(row["character"])) for word in row["words"].split()],
            row["instead"],
        )
        for row in rows
    }
    return re.compile(f"[{''.join(companies)}]"), companies


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
def _rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    """Patterns whose first group is the wrong word, with its words, without which none can match, and the
    one that is meant.
    """
    return tuple((pattern, _first_group(pattern.pattern), meant) for pattern, meant in _patterns())


def _first_group(pattern: str) -> tuple[str, ...]:
    """The words of the first group of plain words in a pattern.

    >>> _first_group(r"(?:变|跑)(的|地)很(?!多)")
    ('的', '地')
    """
    found = re.search(r"\(([\u4e00-\u9fff|]+)\)", pattern)
    return tuple(found[1].split("|")) if found else ("",)


def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of the table and those that its lists of words make."""
    table = load_toml("lexicons/word_rules.toml")
    adverbs, verbs = ("|".join(table[name].split()) for name in ("adverbs", "adverb_verbs"))
    ending = "".join(f"(?<!{word}截止)" for word in table["ending"].split())
    needed = "".join(table["after_needed"].split())
    return (
        (re.compile(rf"(截止){ending}{_TIME}"), "截至"),
        (re.compile(rf"(?<![了有到得])(?:{adverbs})(的)(?:{verbs})"), "地"),
        (re.compile(rf"(必需)(?=[\u4e00-\u9fff])(?![{needed}])"), "必须"),
        *((re.compile(row["find"]), row["instead"]) for row in table["patterns"]),
    )


def _twice(material: Material) -> Iterator[Found]:
    """Words that stand twice (全长全长, 的的)."""
    for found in material.find(_DOUBLED):
        span = Span(*found.span())
        is_whole = _is_cut(material.simplified, span.start, span.start + len(found[1]), span.end)
        if is_whole and not _may_double(found[1]) and not any(m.span.overlaps(span) for m in material.marks):
            yield *found.span(), say("doubled", words=found[1])
    taken = taken_places(material)
    for found in material.find(_TWICE):
        if not any(taken[found.start() : found.end()]) and _is_slip(material.simplified, found.start()):
            yield *found.span(), say("doubled", words=found[1])


def _is_slip(text: str, place: int) -> bool:
    """Whether a character stands there twice by mistake: words end between the two, and one is left over.

    换上|了|了|新衣 and 重视|视; not 为|了解, 一|筐筐, nor 夏|夏.
    """
    character, is_cut = text[place], [_is_cut(text, place + shift) for shift in range(3)]
    if not is_cut[1] or text[place + 1 : place + 3] in word_costs():
        return False
    if character in _GRAMMAR:
        return is_cut[0] and is_cut[2]
    is_many = text[max(0, place - 1)] in "一" + character
    return (
        is_cut[0] != is_cut[2] and not is_many and gain(text, place, character * 2, character) > _TWICE_GAIN
    )


def _is_cut(text: str, *places: int) -> bool:
    """Whether words begin or end at all these places (换上|了|了|新衣; not in 为|了解, 支队|支队长)."""
    start = max(0, text.rfind("\n", 0, places[0]) + 1, places[0] - _AROUND)
    ends = accumulate(map(len, words_of(text[start : places[-1] + _AROUND])), initial=start)
    return {*places} <= {*ends}


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
            question = say("doubled_meaning", one=before[0], other=after[0])
            yield ask(RULE, LOW, question, span.of(material.simplified), material.text, span)
