"""Ages of one person at several times: 今年64岁……1987年，他26岁; 11年前，他52岁, though he is 73 now.

Every age with its year says when somebody was born. Counted one way or the other, two such years differ by
two at most; what differs by more is asked about, where the paragraph speaks of one person only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.slips import is_slip
from core.checks.wording import say
from core.document import Annotation, Finding
from core.text.spans import Span

RULE = "age"
_MOST_APART = 2
_NUMBER = r"(?P<age>\d{1,3})岁"
_YEAR = r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)年"
# Between a year and the age in it no other year and no other person comes.
_IN_YEAR = re.compile(
    rf"{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^。；\d（）()“”]{{0,14}}?(?<![比满近约到过])(?<![小大长差]){_NUMBER}(?!以|的(?:儿|女|孙|妻|母|父|弟|妹|哥|姐))"
)
_AGE_THEN_YEAR = re.compile(
    rf"{_NUMBER}(?:(?:那年|时)[，（(]|[，（(](?=也就是|即|那是))(?:也就是|即|那是)?{_YEAR}"
)
_NOW = re.compile(
    rf"(?:今年|现年|如今|年过|已经?是?|刚满|已满)(?:已经?|刚满|满|有)?{_NUMBER}|(?<![至到—–～~\-\d.])(?P<aged>\d{{1,3}})岁的(?![占人群])"
)
_AGO = re.compile(rf"(?P<ago>\d{{1,2}})年前[^。；\d]{{0,8}}?{_NUMBER}")
_THAT_YEAR = re.compile(rf"(?:那一?年|当年|当时|时年|这一?年)[^。；\d]{{0,6}}?{_NUMBER}")
_BIRTH = re.compile(
    rf"{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出?生(?![产活态长意效])|，?[^，。；\d]{{0,8}}?(?:出生|生于))|生于(?P<born>1[89]\d\d|20\d\d)年"
)
_DEATH = re.compile(
    rf"(?P<year>1[89]\d\d|20\d\d)年[^。；]{{0,24}}?(?:逝世|去世|病逝|辞世)[^。；]{{0,12}}?(?:享年|终年){_NUMBER}"
)
_ANOTHER = re.compile(
    r"女儿|儿子|父亲|母亲|妻子|丈夫|爱人|老伴|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|孙子|孙女|外孙|徒弟|师傅|师父|同伴|学生|孩子|他们|她们|两人|二人|夫妻|夫妇|兄弟|姐妹|祖父|祖母"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A year of birth that some words say, and where."""

    born: int
    span: Span
    sum: str
    age: int | None


def check_lives(material: Material) -> Iterator[Finding]:
    """Questions about ages of one person that speak for other years of birth."""
    if material.date is None or "岁" not in material.simplified:
        return
    people: dict[str, list[Told]] = {}
    for number in dict.fromkeys(sentence.paragraph for sentence in material.sentences):
        places = material.paragraph(number)
        span = Span(material.sentences[places[0]].span.start, material.sentences[places[-1]].span.end)
        words = span.of(material.simplified)
        if "岁" not in words and "生" not in words:
            continue
        told = [*{each.span: each for each in _told(words, span.start, material.date.year)}.values()]
        told.sort(key=_start)
        names = {material.words(mark.span) for mark in _people(material, places)}
        if len(names) <= 1 and not _ANOTHER.search(words):
            people.setdefault(next(iter(names), f"{number}"), []).extend(told)
            continue
        yield from _compare(material, told, is_one=False)
        for each in told:
            if name := _name_behind(material, each):
                people.setdefault(name, []).append(each)
    for told in people.values():
        yield from _compare(material, told, is_one=True)


def _people(material: Material, places: tuple[int, ...]) -> Iterator[Annotation]:
    return (mark for place in places for mark in material.marks_by_sentence[place] if mark.label == "PER")


def _name_behind(material: Material, told: Told) -> str:
    """The person whose name stands right behind an age: 65岁的苗长青."""
    for mark in _people(material, (material.sentence_index(told.span.start),)):
        gap = (
            material.simplified[told.span.end : mark.span.start] if mark.span.start >= told.span.end else "。"
        )
        if re.fullmatch(r"的[^，。；、\d]{0,6}", gap):
            return material.words(mark.span)
    return ""


def _start(told: Told) -> int:
    return told.span.start


def _told(words: str, start: int, now: int) -> Iterator[Told]:
    """The years of birth that the words of a paragraph say."""
    for found in _BIRTH.finditer(words):
        born = int(found["year"] or found["born"])
        yield Told(born, Span(*found.span()).shifted(start), str(born), None)
    for pattern in (_IN_YEAR, _AGE_THEN_YEAR, _DEATH):
        for found in pattern.finditer(words):
            if not _BIRTH.match(words, found.start("year")):
                yield _of_year(int(found["year"]), int(found["age"]), found, start)
    for found in _NOW.finditer(words):
        before = words[: found.start()].rpartition("。")[2]
        if not (found["aged"] and _OTHER_TIME.search(before)) and not _OLDER.search(before):
            yield _of_year(now, int(found["age"] or found["aged"]), found, start)
    for found in _AGO.finditer(words):
        yield _of_year(now - int(found["ago"]), int(found["age"]), found, start)
    for found in _THAT_YEAR.finditer(words):
        years = [
            year for year in _YEAR_BEFORE.finditer(words, 0, found.start()) if not _is_birth(words, year)
        ]
        if years:
            yield _of_year(int(years[-1][1]), int(found["age"]), found, start)


_YEAR_BEFORE = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)年")
_OTHER_TIME = re.compile(r"(?:1[89]\d\d|20\d\d)年|年代|世纪|那一?年|当年|当时|年前")
_OLDER = re.compile(r"比[^，。；]{1,8}[大小长]\d{1,2}岁，$")


def _is_birth(words: str, year: re.Match[str]) -> bool:
    return bool(_BIRTH.match(words, year.start()) or words[: year.start()].endswith("生于"))


def _of_year(year: int, age: int, found: re.Match[str], start: int) -> Told:
    group = "aged" if "aged" in found.re.groupindex and found["aged"] else "age"
    place = Span(found.start(group), found.end(group) + 1).shifted(start)
    return Told(year - age, place, str(year), age)


def _compare(material: Material, told: list[Told], *, is_one: bool) -> Iterator[Finding]:
    """The first age that does not fit what was told before it.

    Where several people are told of, ages that agree with others are taken for theirs, and only a slip is
    asked about.
    """
    for number, last in enumerate(told[1:], 1):
        for first in told[:number]:
            if abs(first.born - last.born) <= _MOST_APART or first.span.overlaps(last.span):
                continue
            aged, other = (last, first) if last.age is not None else (first, last)
            if aged.age is None:
                continue
            made = int(aged.sum) - other.born
            shown = say("reckoned", sum=f"{aged.sum} - {other.born}", made=made, said=aged.age)
            is_near = is_slip(str(made), str(aged.age))
            agree = any(abs(each.born - aged.born) <= _MOST_APART for each in told if each is not aged)
            if not is_one and (agree or not is_near or made <= 0 or first.sum == last.sum):
                continue
            question = say("age_of_birth") if other.age is None else say("two_ages")
            yield ask(
                RULE,
                MEDIUM if is_one and (is_near or len(told) == 2) else LOW,
                question,
                shown,
                material.text,
                first.span,
                last.span,
            )
            return
