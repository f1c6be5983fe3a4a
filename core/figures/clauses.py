"""What a figure is about, from the clause that it stands in: subject, predicate, comparison.

Shallow and careful: `core.figures.words` knows how news reports put figures; the rest stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.figures.words import NOUN_ENDINGS, is_name_of_thing, load_figure_words, thing_behind
from core.language.segmentation import words_of
from core.text.spans import Span

_CLAUSE_START = re.compile(r"[，。；：！？,;:!?\s（()“”‘’「」]")
_LEADING = re.compile(
    r"(?:大约|大概|约|将近|接近|近|逾|超|不足|不到|至少|不少于|不超过|最多|了|共|共计|合计|总计|累计|仅|只|已)*"
    r"(?:每[^\d每，。；]{1,4})?$"
)
_COMPARISON = re.compile(
    r"同比|环比|(?<![师生之性对占同环大可])[比较](?![分例重率赛值将为])[^，。；]{1,14}?(?:相比)?"
)
_BLANKS = re.compile(r"^[\s的]+|[\s的]+$")
_NO_THING = re.compile(r"[\d每、%，。；：！？（）()“”‘’]")
# What governs a thing and is no part of its name: 全县|常住人口, 年末|存栏, 每股|盈余.
_GOVERNING = re.compile(
    r"(?:级)?(?:最[大长高小低]的)?(?:[一每][座个条名辆台家种批次天])?(?:全[市县省区州镇乡村国年球月场台港澳]|我[市县省区国]|该[市县省区院校]"
    r"|年末|年底|期末|当前|当日|报告期内|其中|每[股人户亩套科枚])*"
)
_ORIGIN = re.compile(r"[由从](?:[^，。；]{0,8}的)?\d")
_PART = re.compile(r"(占(?![比地用线道]))[^，。；\d]{2,14}的?$")
_BEYOND = re.compile(r"[均也都]?(超|超过|低于|高于)[^，。；\d]{2,10}$")
_RESULT = re.compile(r"[^\W\d以线地名指支演心难](?:得|出|下|中)")
_WEAK_LEVELS = ("在", "保持")
# 隧道|长|11.4公里, but no 校长3人.
_DIMENSIONS, _LENGTHS = frozenset("长宽深厚重"), tuple("米里尺寸丈吨克斤")
# What ends so is no name of a thing: 灾区约, 客流首破, 油箱只剩.
_NO_NOUN = re.compile(
    r"[约仅只共达累挫未仍剩破走出进到过首均逾超每分打记付投采搬]$|正好$|最[高低多少大小快长]$"
)
_SHORTEST_THING = 2
_LONGEST_THING = 14


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a figure; spans in the text, None where nothing is sure."""

    subject: Span | None = None
    predicate: Span | None = None
    comparison: Span | None = None


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
    may_measure: bool = True,
) -> About:
    """What ``figure`` is about; its clause begins at ``start`` of the Simplified text.

    ``names`` and ``times`` (and other figures) are those marked before it: they are not its subject.
    ``may_count`` says that a thing counted may follow: 3辆|消防车, not 三分之一|投向…; ``may_measure`` that
    one may stand before it without an act: 占地面积|170亩, not 连续|第11次.
    """
    clause = _Clause(
        text, _behind(text, start, figure.start, (*names, *times)), figure, tuple(names), tuple(times)
    )
    counted = thing_behind(text, figure.end) if may_count else None
    if counted:
        return About(counted, clause.direct_predicate())
    return clause.level() or clause.act() or About(clause.measured() if may_measure else None)


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
        known = load_figure_words()
        edges, place, verbs = {self.start}, self.start, list[Span]()
        for word in words_of(self.text[self.start : self.end]):
            edges.add(place := place + len(word))
            is_named = any(name.overlaps(Span(place - len(word), place)) for name in self.names)
            if not is_named and word in known.verbs:
                verbs.append(self._with_adverbs(Span(place - len(word), place), edges))
        if self.end - 2 in edges and _RESULT.fullmatch(self.text, self.end - 2, self.end):
            verbs.append(Span(self.end - 2, self.end))
        listed = known.acts.finditer(self.text, self.start, self.end)
        acts = [Span(*act.span()) for act in listed if act.start() in edges and act.end() in edges]
        others = [verb for verb in verbs if not any(verb.overlaps(act) for act in acts)]
        return sorted(act for act in (*acts, *others) if not self._is_noun(act))

    def _is_adverbial(self, act: Span) -> bool:
        """Whether adverbs begin the act, so that nothing before it is done to what stands behind it."""
        return load_figure_words().leading_adverbs.match(self.text, act.start, act.end) is not None

    def _with_adverbs(self, verb: Span, edges: set[int]) -> Span:
        """累计诊治, 共接收: the adverbs directly before belong to the verb."""
        adverbs = load_figure_words().adverbs.search(self.text, self.start, verb.start)
        return Span(adverbs.start(), verb.end) if adverbs and adverbs.start() in edges else verb

    def _is_noun(self, act: Span) -> bool:
        """捐款 and 罚金 name what is given where they stand before a figure behind another act."""
        words, known = act.of(self.text), load_figure_words()
        is_object = act.end == self.end and words in known.also_nouns  # 研发投入|2.96亿元, but 投入|资金
        return is_object or words in known.no_acts or words.endswith(NOUN_ENDINGS)

    def _level(self) -> re.Match[str] | None:
        levels = load_figure_words().levels
        return levels.search(self.text, self.start, self.end) or levels.search(
            self.text, self.start, self.figure.start
        )

    def level(self) -> About | None:
        """工业增加值|同比|增长|7.2%."""
        level = self._level()
        if level is None:
            return self._share()
        comparison = _comparison(self.text, self.start, level.start())
        end = comparison.start if comparison else level.start()
        end = self.start + len(load_figure_words().adverbs.sub("", self.text[self.start : end]))
        cause = load_figure_words().causes.match(self.text, self.start, end)
        origin = _ORIGIN.search(self.text, self.start, end)  # 占比|由18.3%|提升至
        thing = self.thing(cause.end() if cause else self.start, origin.start() if origin else end)
        if (thing is None and level[0] in _WEAK_LEVELS) or not self._is_length(level):
            return None
        return About(thing, Span(*level.span()), comparison)

    def _is_length(self, level: re.Match[str]) -> bool:
        """Whether 长 is what the figure measures: no 校长3人, and 全长 is a thing."""
        if level[0] not in _DIMENSIONS:
            return True
        is_word = words_of(self.text[self.start : level.end()])[-1] == level[0]
        return is_word and self.figure.of(self.text).endswith(_LENGTHS)

    def _share(self) -> About | None:
        """占营业收入的|8.16%, 超警戒水位|0.86米: what a figure is a part of, or beyond, is no subject."""
        part = _PART.search(self.text, self.start, self.end)
        beyond = _BEYOND.match(self.text, self.start, self.figure.start)
        found = part or beyond
        if found is None:
            return None
        whole = self.thing(self.start, part.start()) if part else None  # 研发人员|占员工总数的|62%
        return About(whole, Span(*found.span(1)))

    def act(self) -> About | None:
        """累计引进|产业资金|11.32亿元: the first act behind which only the name of a thing stands."""
        acts = self._acts()
        for act in acts:
            if act.end != self.end and any(self._is_adverbial(later) for later in acts if later > act):
                continue  # 结对区县|累计落实到位|对口帮扶资金
            if act.end == self.end:
                is_its_state = act.of(self.text).endswith(load_figure_words().intransitive)
                return About(self.thing(self.start, act.start) if is_its_state else None, act)
            thing = self.thing(act.end, self.end, behind_act=True)
            if thing is None or thing.of(self.text).endswith(load_figure_words().attributes):
                continue
            is_one = act.of(self.text) not in load_figure_words().light
            if is_one and thing.of(self.text) in load_figure_words().measured:  # 交易价款 is one thing
                return About(self._whole_thing() or Span(act.start, thing.end))
            return About(thing, act)
        return None

    def _whole_thing(self) -> Span | None:
        """一般公共预算收入, where what looks like an act stands within the name; not 下拨|补助资金."""
        whole = self.thing(self.start, self.end)
        is_named = whole and words_of(whole.of(self.text))[0] not in load_figure_words().all_verbs
        return whole if is_named else None

    def measured(self) -> Span | None:
        """学校占地面积|170亩: a thing that can be measured, without an act."""
        known = load_figure_words()
        cause = known.causes.match(self.text, self.start, self.end)
        thing = self.thing(cause.end() if cause else self.start, self.end)
        if thing is None or thing.of(self.text).endswith(known.measured):
            return thing
        if _NO_NOUN.search(thing.of(self.text)):
            return None
        return thing if known.not_first.isdisjoint(words_of(thing.of(self.text))) else None

    def thing(self, start: int, end: int, *, behind_act: bool = False) -> Span | None:
        """The stretch as the name of a thing, if it can be one.

        Behind an act it may begin with a verb: 研发|人员.
        """
        times = [time for time in self.times if start <= time.start < time.end <= end]
        if behind_act and times and self.text[start : times[0].start].strip("了的在于"):
            return None  # 报销|后每年自付
        start = max([start, *(time.end for time in times)])
        start = _GOVERNING.match(self.text, start, end).end()  # type: ignore[union-attr]
        head = max(self.text.rfind(mark, start, end - _SHORTEST_THING) for mark in "的等") + 1
        start = max(start, head)
        words = self.text[start:end]
        bare = _BLANKS.sub("", words)
        if not 2 <= len(bare) <= _LONGEST_THING or _NO_THING.search(bare):
            return None
        if not is_name_of_thing(bare, behind_act=behind_act):
            return None
        found = Span(start + words.index(bare), start + words.index(bare) + len(bare))
        return None if any(found.overlaps(name) for name in self.names) else found


def _behind(text: str, start: int, end: int, skipped: Iterable[Span]) -> int:
    """Past the names and times at the beginning of the clause."""
    for span in sorted(skipped):
        if span.end <= end and not text[start : span.start].strip(" 、和与及的截至自从到在近过去未来最连续"):
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
