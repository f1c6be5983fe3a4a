"""Stages of one process out of their order (2023年11月开工，2023年6月竣工), plans of days that are over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from core.assets import load_toml
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.wording import say
from core.document import Finding

RULE = "order"
_STAGE_REACH = 24
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d(?::\d\d)?)?$")
# Of these an article hardly tells two.
_OF_ARTICLES = frozenset({"case", "examination", "fire"})
# Of which year 同年 is, and of which day 次日, only the words before it tell.
_OF_ANOTHER = re.compile(r"[同当次翌]")
_PLANNED = re.compile(
    r"原[定本计]|预计|拟|将|计划|力争|此前|再次|重新|续建|扩建|改建|[一二三]期|迁建|复工|曾"
)
_AHEAD = re.compile(r"(?:预计到?|将[于在]|拟[于在]|定[于在]|计划[于在]|有望在?|力争在?)$")
# A notice of what was fixed then may be printed again afterwards.
_FIXED = re.compile(r"[定拟][于在]$")
_PUT_OFF = re.compile(
    r"原[定本计]|推迟|延期|提前|曾|当时|此前|去年|前年|比[^，。；]{0,8}(?:预计|计划)|预计的"
)
_DONE = re.compile(r"(?:已于|已在|早在|曾于|曾在)$")


# The next stage may be of somebody else.
_ANOTHER = re.compile(
    r"女儿|儿子|父亲|母亲|妻子|丈夫|爱人|老伴|哥哥|弟弟|姐姐|妹妹|孙子|孙女(?!士)|另一|同案|二期"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a process as it is told: its number, when it was, and where the article says so."""

    process: str
    number: int
    when: str
    time: Time


def check_processes(material: Material) -> Iterator[Finding]:
    """Questions about stages before those that come first, and plans of days that are over."""
    told: dict[str, list[Stage]] = {}
    year = ""
    for time in material.times:
        if stage := _stage_of(material, time, year):
            told.setdefault(stage.process, []).append(stage)
            year = stage.when[:4]
        yield from _against_now(material, time)
    for stages in told.values():
        if stages[0].process in _OF_ARTICLES and _is_one_process(stages):
            yield from _check(material, stages)
            continue
        for paragraph in dict.fromkeys(_paragraph(material, stage) for stage in stages):
            inside = [stage for stage in stages if _paragraph(material, stage) == paragraph]
            if _is_one_process(inside):
                yield from _check(material, inside)


def _is_one_process(stages: list[Stage]) -> bool:
    """Whether each stage is told once, so that they are of one process."""
    return all(count == 1 for count in Counter(stage.number for stage in stages).values())


def _paragraph(material: Material, stage: Stage) -> int:
    return material.sentences[stage.time.sentence].paragraph


def _stage_of(material: Material, time: Time, year: str) -> Stage | None:
    """The stage that the clause of a time goes on to name; ``year`` is the one of the stage before."""
    timex = time.timex.partition("/")[0]
    if year and time.mark.quote[0].isdigit():
        timex = timex.replace("XXXX-", f"{year}-", 1)
    is_written = any(character.isdigit() for character in time.mark.quote)
    if not is_written or not _DAY.match(timex) or _OF_ANOTHER.match(time.mark.quote):
        return None
    sentence = material.sentences[time.sentence].span
    others = material.times_by_sentence[time.sentence]
    following = (
        other.span.start for other in others if "周" not in other.mark.quote and "期" not in other.mark.quote
    )
    end = min((place for place in following if place >= time.span.end), default=sentence.end)
    words = material.simplified[time.span.end : min(end, time.span.end + _STAGE_REACH)]
    before = material.simplified[max(sentence.start, time.span.start - 6) : time.span.start]
    found = _stage_ahead().search(before) or _stages().search(words)
    if not found or _PLANNED.search(before + words[: found.end()]):
        return None
    process, number = _places()[found[1]]
    return Stage(process, number, timex, time)


def _check(material: Material, stages: list[Stage]) -> Iterator[Finding]:
    """The stages of one process that are told before those that come first."""
    wrong = [
        (first, last)
        for first, last in combinations(sorted(stages, key=lambda stage: stage.number), 2)
        if first.number < last.number
        and _is_after(first.when, last.when)
        and not _ANOTHER.search(_between(material, first.time, last.time))
    ]
    for first, last in wrong[:1]:
        shown = say("time_after", one=first.time.mark.quote, other=last.time.mark.quote)
        yield ask(RULE, MEDIUM, say("out_of_order"), shown, material.text, first.time, last.time)


def _between(material: Material, one: Time, other: Time) -> str:
    """The words from one stage to the other, with those that the second one begins with."""
    start, end = sorted((one.span.start, other.span.start))
    return material.simplified[start : end + _STAGE_REACH]


def _is_after(one: str, other: str) -> bool:
    """Whether a time is later than another, as far as both are told.

    >>> _is_after("2024-05", "2024-04-30"), _is_after("2024", "2024-04"), _is_after("T09:00", "2024")
    (True, False, False)
    """
    length = min(len(one), len(other))
    return one[:4].isdigit() and other[:4].isdigit() and one[:length] > other[:length]


def _against_now(material: Material, time: Time) -> Iterator[Finding]:
    """预计8月1日通车, said on 4 August; 已于8月10日通车, said then."""
    is_told = re.match(r"\d{4}-\d\d", time.timex) and not _OF_ANOTHER.match(time.mark.quote)
    if material.date is None or not is_told or "/" in time.timex:
        return
    sentence = material.sentences[time.sentence].span
    before = material.simplified[max(sentence.start, time.span.start - 8) : time.span.start]
    now = material.date.isoformat()
    is_over = _is_after(now, time.timex) and time.timex[:4] == now[:4]
    if _AHEAD.search(before) and is_over and not _PUT_OFF.search(material.words(sentence)):
        shown = say("day_over", now=now, said=time.mark.quote)
        severity = LOW if _FIXED.search(before) else MEDIUM
        yield ask(RULE, severity, say("planned_past"), shown, material.text, time)
    elif _DONE.search(before) and _is_after(time.timex, now):
        shown = say("day_to_come", now=now, said=time.mark.quote)
        yield ask(RULE, MEDIUM, say("done_to_come"), shown, material.text, time)


@cache
def _places() -> dict[str, tuple[str, int]]:
    """The process and the number of the stage of each word."""
    return {
        word: (process, number)
        for process, stages in load_toml("lexicons/processes.toml").items()
        for number, words in enumerate(stages)
        for word in words.split()
    }


@cache
def _stages() -> re.Pattern[str]:
    return re.compile(rf"({_words()})")


@cache
def _stage_ahead() -> re.Pattern[str]:
    """A stage with its time behind a colon (笔试：5月9日)."""
    return re.compile(rf"({_words()})(?:时间)?[：:为]$")


def _words() -> str:
    return "|".join(sorted(_places(), key=lambda word: (-len(word), word)))
