"""The words by which news reports say what a figure is about, and the names of things made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from core.assets import load_lines, load_toml
from core.language.segmentation import words_of
from core.language.units import Forms
from core.text.spans import Span

NOUN_ENDINGS = ("款", "金", "费", "率", "额", "价", "量", "力", "度", "比", "余")
"""What makes a noun of a word that the dictionary has as a verb: 捐款."""
_NO_HEADS = frozenset({"平均", "分别", "人均", "户均", "日均", "年均", "总共"})
_THING_END = re.compile(r"[^\u4e00-\u9fff]")
_LONGEST_COUNTED, _MOST_WORDS = 8, 2


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The lists of ``resources/lexicons/figures.toml``, and the patterns made of them."""

    levels: re.Pattern[str]
    acts: re.Pattern[str]
    adverbs: re.Pattern[str]
    leading_adverbs: re.Pattern[str]
    causes: re.Pattern[str]
    boundaries: frozenset[str]
    no_things: frozenset[str]
    measured: tuple[str, ...]
    not_first: frozenset[str]
    acts_alone: frozenset[str]
    verbs: frozenset[str]
    all_verbs: frozenset[str]
    no_acts: frozenset[str]
    also_nouns: frozenset[str]
    light: frozenset[str]
    intransitive: tuple[str, ...]
    suffixes: frozenset[str]
    heads: tuple[str, ...]
    nouns: Forms
    attributes: tuple[str, ...]
    speaking: tuple[str, ...]


@cache
def load_figure_words() -> FigureWords:
    """The words, read once."""
    table = {name: words.split() for name, words in load_toml("lexicons/figures.toml").items()}
    adverbs = _any_of(table["adverbs"])
    counted = load_toml("lexicons/quantities.toml")["nouns"]
    no_nouns = load_lines("lexicons/no_nouns.txt")
    verbs = load_lines("lexicons/verbs.txt")
    return FigureWords(
        re.compile(rf"(?:(?<![分成作转改变定称视认因以不最身])(?:{_any_of(table['levels'])}))$"),
        re.compile(rf"(?<!总)(?:{adverbs})*(?:{_any_of(table['acts'])})"),
        re.compile(rf"(?:{adverbs})+$"),
        re.compile(adverbs),
        re.compile(rf"(?:{_any_of(table['causes'])})+"),
        frozenset(table["boundaries"]),
        frozenset(table["no_things"]),
        tuple(table["measured"]),
        frozenset((*table["verbs_after"], *table["not_counted"], *table["boundaries"], *no_nouns, *verbs)),
        frozenset(table["acts"]),
        frozenset(verbs) - set(table["no_acts"]),
        frozenset((*verbs, *table["acts"])),
        frozenset(table["no_acts"]),
        frozenset(table["also_nouns"]),
        frozenset(table["light"]),
        tuple(table["intransitive"]),
        frozenset(table["suffixes"]),
        tuple(table["heads"]),
        Forms({noun: noun for nouns in counted.values() for noun in nouns.split()}),
        tuple(table["attributes"]),
        tuple(table["speaking"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def is_name_of_thing(words: str, *, behind_act: bool) -> bool:
    """Whether words without a figure, name or time in them can be one noun phrase."""
    known = load_figure_words()
    parts = words_of(words)
    measured = max((ending for ending in known.measured if words.endswith(ending)), key=len, default="")
    if measured and parts[-1].endswith(measured):
        parts = parts[:-1]
    elif measured:  # jieba cuts 占|比
        parts = words_of(words.removesuffix(measured))
    if words in known.no_things or not known.boundaries.isdisjoint(parts):
        return False
    if measured:  # 占比, 起飞|重量, 报名|人数
        return not parts or parts[0] not in known.not_first or parts[0] in known.all_verbs
    if words.endswith(NOUN_ENDINGS) and len(parts) == 1:  # 捐款
        return True
    if parts[-1] in known.all_verbs | _NO_HEADS and not words.endswith(NOUN_ENDINGS):
        return False
    is_compound = len(parts) > 1 and behind_act and words.endswith(known.heads)
    return parts[0] not in known.not_first or (is_compound and parts[0] in known.all_verbs)


def thing_behind(text: str, start: int) -> Span | None:
    """The thing that follows a figure, up to where its name surely ends: 4500名|学生, 10万平方米|标准厂房."""
    words = _words_behind(text, start)
    length = sum(map(len, words))
    noun = load_figure_words().nouns.longest(text, start)
    if noun and (noun[1] <= start + length or "和" in noun[0]):
        return Span(start, noun[1])
    is_sure = 0 < len(words) <= _MOST_WORDS and 2 <= length <= _LONGEST_COUNTED
    is_thing = is_sure and (
        words[0] not in load_figure_words().acts_alone or words[-1].endswith(load_figure_words().measured)
    )
    return Span(start, start + length) if is_thing else None


def _words_behind(text: str, start: int) -> list[str]:
    """The words from ``start`` to the first that cannot belong to the name of a thing."""
    ahead = _THING_END.split(text[start : start + _LONGEST_COUNTED + 2])[0]
    known = load_figure_words()
    taken: list[str] = []
    for word in words_of(ahead):
        is_alone = len(word) == 1 and word not in known.suffixes
        if word in known.not_first or is_alone or (taken and word in known.acts_alone):
            break
        taken.append(word)
    return taken


def is_speaking(clause: str) -> bool:
    """Whether a clause only says who speaks: 局长田茂林介绍."""
    return clause.rstrip("，：,:").endswith(load_figure_words().speaking)
