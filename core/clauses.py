"""What a figure is about, from the clause that it stands in: subject, predicate, comparison.

Shallow and careful: the lists of ``resources/lexicons/figures.toml`` know how news reports put figures, and
what they do not explain stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from core.assets import load_lines, load_toml
from core.segmentation import words_of
from core.spans import Span
from core.units import Forms

_CLAUSE_START = re.compile(r"[，。；：！？,;:!?\s（()“”‘’「」]")
_LEADING = re.compile(
    r"(?:大约|大概|约|将近|接近|近|逾|超|不足|不到|至少|不少于|不超过|最多|了|共|共计|合计|总计|累计)*$"
)
_COMPARISON = re.compile(
    r"同比|环比|(?<![师生之性对占同环大可])[比较](?![分例重率赛值将为])[^，。；]{1,14}?(?:相比)?"
)
_BLANKS = re.compile(r"^[\s的]+|[\s的]+$")
_NO_THING = re.compile(r"[\d每、%，。；：！？（）()“”‘’]")
_THING_END = re.compile(r"[^\u4e00-\u9fff]")
_LONGEST_THING, _LONGEST_COUNTED, _MOST_WORDS = 14, 8, 2


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a figure; spans in the text, None where nothing is sure."""

    subject: Span | None = None
    predicate: Span | None = None
    comparison: Span | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    levels: re.Pattern[str]
    acts: re.Pattern[str]
    adverbs: re.Pattern[str]
    causes: re.Pattern[str]
    boundaries: frozenset[str]
    measured: tuple[str, ...]
    not_first: frozenset[str]
    acts_alone: frozenset[str]
    nouns: Forms
    attributes: tuple[str, ...]
    speaking: tuple[str, ...]


@cache
def _load_words() -> _Words:
    table = {name: words.split() for name, words in load_toml("lexicons/figures.toml").items()}
    adverbs = _any_of(table["adverbs"])
    counted = load_toml("lexicons/quantities.toml")["nouns"]
    no_nouns = load_lines("lexicons/no_nouns.txt")
    return _Words(
        re.compile(rf"(?:(?<![分成作转改变定称视认因以])(?:{_any_of(table['levels'])}))$"),
        re.compile(rf"(?<!总)(?:{adverbs})*(?:{_any_of(table['acts'])})"),
        re.compile(rf"(?:{adverbs})+$"),
        re.compile(rf"(?:{_any_of(table['causes'])})+"),
        frozenset(table["boundaries"]),
        tuple(table["measured"]),
        frozenset((*table["verbs_after"], *table["not_counted"], *table["boundaries"], *no_nouns)),
        frozenset(table["acts"]),
        Forms({noun: noun for nouns in counted.values() for noun in nouns.split()}),
        tuple(table["attributes"]),
        tuple(table["speaking"]),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def clause_start(text: str, place: int, *, since: int) -> int:
    """Where the clause around ``place`` begins.

    >>> clause_start("总产值5亿元，同比增长7%", 11, since=0)
    7
    """
    return clause_starts(text, since, place)[-1]


def clause_starts(text: str, since: int, place: int) -> list[int]:
    """Where the clauses between ``since`` and ``place`` begin, in order."""
    return [since, *(mark.end() for mark in _CLAUSE_START.finditer(text, since, place))]


def about(
    text: str,
    figure: Span,
    *,
    start: int,
    names: Iterable[Span] = (),
    times: Iterable[Span] = (),
    may_count: bool = True,
) -> About:
    """What ``figure`` is about; its clause begins at ``start`` of the Simplified text.

    ``names`` and ``times`` are those marked before it: they govern the figure and are not its subject.
    ``may_count`` says that a thing counted may follow: 3辆|消防车, not 三分之一|投向….
    """
    clause = _Clause(
        text, _behind(text, start, figure.start, (*names, *times)), figure, tuple(names), tuple(times)
    )
    counted = _counted(text, figure.end) if may_count else None
    if counted:
        return About(counted, clause.direct_predicate())
    return clause.level() or clause.act() or About(clause.measured())


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause up to its figure, past the names and times at its beginning."""

    text: str
    start: int
    figure: Span
    names: tuple[Span, ...]
    times: tuple[Span, ...]

    @property
    def end(self) -> int:
        """Where the figure's approximators (约, 近) and 共 begin."""
        return self.start + len(_LEADING.sub("", self.text[self.start : self.figure.start], count=1))

    def direct_predicate(self) -> Span | None:
        """The act or level directly before the figure."""
        level = self._level()
        if level:
            return Span(*level.span()) if level[0] != "为" else None  # 已为70余家企业
        acts = [act for act in self._acts() if act.end == self.end]
        return acts[-1] if acts else None

    def _acts(self) -> list[Span]:
        """The acts whose edges are edges of words: no 发现 in 派发|现金."""
        edges, place = {self.start}, self.start
        for word in words_of(self.text[self.start : self.end]):
            place += len(word)
            edges.add(place)
        found = _load_words().acts.finditer(self.text, self.start, self.end)
        return [Span(*act.span()) for act in found if act.start() in edges and act.end() in edges]

    def _level(self) -> re.Match[str] | None:
        levels = _load_words().levels
        return levels.search(self.text, self.start, self.end) or levels.search(
            self.text, self.start, self.figure.start
        )

    def level(self) -> About | None:
        """工业增加值|同比|增长|7.2%."""
        level = self._level()
        if level is None:
            return None
        comparison = _comparison(self.text, self.start, level.start())
        end = comparison.start if comparison else level.start()
        end = self.start + len(_load_words().adverbs.sub("", self.text[self.start : end]))
        cause = _load_words().causes.match(self.text, self.start, end)
        thing = self.thing(cause.end() if cause else self.start, end)
        return About(thing, Span(*level.span()), comparison)

    def act(self) -> About | None:
        """累计引进|产业资金|11.32亿元: the first act behind which only the name of a thing stands."""
        for act in self._acts():
            if act.end == self.end:
                return About(None, act)
            thing = self.thing(act.end, self.end)
            if thing is None or thing.of(self.text).endswith(_load_words().attributes):
                continue
            if thing.of(self.text) in _load_words().measured:  # 交易价款 is one thing
                return About(Span(act.start, thing.end))
            return About(thing, act)
        return None

    def measured(self) -> Span | None:
        """学校占地面积|170亩: a thing that can be measured, without an act."""
        thing = self.thing(self.start, self.end)
        return thing if thing and thing.of(self.text).endswith(_load_words().measured) else None

    def thing(self, start: int, end: int) -> Span | None:
        """The stretch as the name of a thing, if it can be one."""
        start = max([start, *(time.end for time in self.times if start <= time.start < time.end <= end)])
        words = self.text[start:end]
        bare = _BLANKS.sub("", words)
        if not 2 <= len(bare) <= _LONGEST_THING or _NO_THING.search(bare):
            return None
        parts = words_of(bare)
        known = _load_words()
        is_act = parts[-1] in known.acts_alone and not parts[-1].endswith(known.measured)
        if is_act or parts[0] in known.not_first or not known.boundaries.isdisjoint(parts):
            return None
        found = Span(start + words.index(bare), start + words.index(bare) + len(bare))
        return None if any(found.overlaps(name) for name in self.names) else found


def _behind(text: str, start: int, end: int, skipped: Iterable[Span]) -> int:
    """Past the names and times at the beginning of the clause."""
    for span in sorted(skipped):
        if span.end <= end and not text[start : span.start].strip(" 、和与及的截至自从到在"):
            start = max(start, span.end)
    return start


def _comparison(text: str, start: int, end: int) -> Span | None:
    """同比, 比上年同期, where it ends right before the level."""
    for found in _COMPARISON.finditer(text, start, end):
        rest = text[found.end() : end]
        if found[0] in ("同比", "环比"):
            return Span(*found.span())
        if not _CLAUSE_START.search(rest):
            return Span(found.start(), end - (len(rest) - len(rest.rstrip("略有大幅小"))))
    return None


def _counted(text: str, start: int) -> Span | None:
    """The thing that follows a figure, up to where its name surely ends: 4500名|学生, 10万平方米|标准厂房."""
    words = _words_behind(text, start)
    length = sum(map(len, words))
    noun = _load_words().nouns.longest(text, start)
    if noun and noun[1] <= start + length:
        return Span(start, noun[1])
    is_sure = 0 < len(words) <= _MOST_WORDS and 2 <= length <= _LONGEST_COUNTED
    is_thing = is_sure and (
        words[0] not in _load_words().acts_alone or words[-1].endswith(_load_words().measured)
    )
    return Span(start, start + length) if is_thing else None


def _words_behind(text: str, start: int) -> list[str]:
    """The words from ``start`` to the first that cannot belong to the name of a thing."""
    ahead = _THING_END.split(text[start : start + _LONGEST_COUNTED + 2])[0]
    known = _load_words()
    taken: list[str] = []
    for word in words_of(ahead):
        if word in known.not_first or (taken and word in known.acts_alone):
            break
        taken.append(word)
    return taken


def is_speaking(clause: str) -> bool:
    """Whether a clause only says who speaks: 局长田茂林介绍."""
    return clause.rstrip("，：,:").endswith(_load_words().speaking)
