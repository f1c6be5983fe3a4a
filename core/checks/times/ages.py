"""Ages against years of birth: 今年47岁，1978年出生; 1979年，……李慕青当时48岁.

Counted in full years an age is the difference of the years or one less; counted the old way (享年) one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "age"
_BIRTH = re.compile(
    r"(?:(1[89]\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[出]?生(?![产活态长意效]))|[出]?生于(1[89]\d\d|20\d\d)年)"
)
_AGE = re.compile(r"(?<![\d.至到—–~～小大长差均\-])(\d{1,3})岁(?!以|及|至|到|—|-|组|段|级)")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)年")
_RELATIVE = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
_LIFE = re.compile(
    r"(?<!\d)(?P<born>1[89]\d\d|20\d\d)年?(?:\d{1,2}月)?(?:[—–\-－~～至]+)(?P<died>1[89]\d\d|20\d\d)年?(?:\d{1,2}月)?[）)]"
    r"[^。；]{0,16}?[享终]年(?P<age>\d{2,3})岁"
)
_OTHER_TIME = re.compile(r"从$|自$|[满到近年约]$|世纪|年代|当年|那年|当时|时年|小时候|后来|此后")
_AFTERWARDS = re.compile(r"(?:的?时候?|那年|起|开始|才|后|前|就|生日)")
# 她身边坐着78岁的大儿子: whose age it is, is not told.
_OF_KIN = re.compile(r"的?[大小长次二三幺]?(?:儿子|女儿|孙|妻子|丈夫|老伴|父|母|爷|奶|哥|弟|姐|妹|外孙)")
_OLDER = re.compile(r"[比较](?P<whom>[^，。；、]{1,6}?)年?(?P<way>[大小长])了?(?P<years>\d{1,2})岁")
_AND_IS = re.compile(r"，?(?:今年|现年|如今|现在|也)?(?:已经?|是|有)?")
_SOON = 12
# Two ages of one person, each counted in one way or the other.
_MOST_APART = 2
_NEAR, _SAME_YEAR = 8, 24
# 张炜比张伟小8岁，1990年出生: the second is not the one that the sentence goes on about.
_OBJECTS = frozenset("比与和跟同被把对向给")
_ENDS = re.compile(r"[的，。、；：！？）\s]|$")


@dataclass(frozen=True, slots=True)
class Birth:
    """A year of birth: of the person named (None where only 他), and where it says so."""

    year: int
    person: str | None
    paragraph: int
    span: Span


def check_ages(material: Material) -> Iterator[Finding]:
    """Questions about ages that the year of birth, or another age of the same person, does not give."""
    if material.date is None or "岁" not in material.simplified:
        return
    yield from _compared_ages(material)
    yield from _lives(material)
    births = list(_births(material))
    told: dict[str, tuple[Span, int]] = {}
    for found in material.find(_AGE):
        span = Span(*found.span())
        place = material.sentence_index(span.start)
        year = _year_of(material, place, span)
        if year is None or _OF_KIN.match(material.simplified, span.end):
            continue
        is_compared = _OLDER.search(material.simplified, max(0, span.start - _SOON - 12), span.start)
        paragraph = material.sentences[place].paragraph
        birth = None if is_compared else _birth_of(material, births, span, paragraph)
        person = _person_of(material, span)
        earlier = told.setdefault(person, (span, year - int(found[1]))) if person else None
        if birth and not -1 <= year - birth.year - int(found[1]) <= 1:
            yield from _against_birth(material, birth, span, year)
        elif earlier and not birth and abs(year - int(found[1]) - earlier[1]) > _MOST_APART:
            shown = say("reckoned", sum=f"{year} - {earlier[1]}", made=year - earlier[1], said=found[1])
            yield ask(RULE, MEDIUM, say("two_ages"), shown, material.text, earlier[0], span)


def _lives(material: Material) -> Iterator[Finding]:
    """孙德明（1932—2019），终年87岁: the years of a life, and how old somebody became."""
    for found in material.find(_LIFE):
        years = int(found["died"]) - int(found["born"])
        if int(found["age"]) - years not in (-1, 0, 1):
            shown = say("reckoned", sum=f"{found['died']} - {found['born']}", made=years, said=found["age"])
            spans = (Span(*found.span(name)) for name in ("born", "died", "age"))
            yield ask(RULE, MEDIUM, say("age_of_birth"), shown, material.text, *spans)


def _compared_ages(material: Material) -> Iterator[Finding]:
    """76岁的徐宝山……徐长海比他大3岁，今年79岁: an age told beside its distance from another."""
    for found in material.find(_OLDER):
        place = material.sentence_index(found.start())
        first = material.paragraph(material.sentences[place].paragraph)[0]
        start = material.sentences[first].span.start
        before = [*_AGE.finditer(material.simplified, start, found.start())]
        after = _AGE.search(material.simplified, found.end(), found.end() + _SOON)
        ages = {int(age[1]) for age in before}
        gap = material.simplified[found.end() : after.start()] if after else ""
        if not after or not before or not _AND_IS.fullmatch(gap):
            continue
        distance = int(found["years"]) * (1 if found["way"] in "大长" else -1)
        if int(after[1]) - distance in ages:
            continue
        base = before[-1]
        sign = "+" if distance > 0 else "-"
        reckoning = f"{base[1]} {sign} {abs(distance)}"
        shown = say("reckoned", sum=reckoning, made=int(base[1]) + distance, said=after[1])
        spans = (Span(*base.span()), Span(*found.span()), Span(*after.span()))
        yield ask(RULE, MEDIUM, say("ages_apart"), shown, material.text, *spans)


def _against_birth(material: Material, birth: Birth, span: Span, year: int) -> Iterator[Finding]:
    age = year - birth.year
    if age >= 0:
        said = material.words(span).removesuffix("岁")
        shown = say("reckoned", sum=f"{year} - {birth.year}", made=age, said=said)
        yield ask(RULE, MEDIUM, say("age_of_birth"), shown, material.text, birth.span, span)


def _person_of(material: Material, span: Span) -> str | None:
    """The person whose name stands right behind an age: 94岁的陈德海."""
    for mark in material.marks_by_sentence[material.sentence_index(span.start)]:
        if mark.label == "PER" and 0 <= mark.span.start - span.end <= _NEAR:
            between = material.simplified[span.end : mark.span.start]
            return material.words(mark.span) if re.fullmatch(r"的?[^，。；、\d]*", between) else None
    return None


def _births(material: Material) -> Iterator[Birth]:
    for sentence in material.sentences:
        for found in _BIRTH.finditer(material.words(sentence.span)):
            span = Span(*found.span()).shifted(sentence.span.start)
            person = _person_near(material, span, sentence.span.start)
            yield Birth(int(found[1] or found[2]), person, sentence.paragraph, span)


def _person_near(material: Material, span: Span, start: int) -> str | None:
    """The person whom a sentence names before a place, or just behind it (78岁的佟大勇)."""
    here = material.marks_by_sentence[material.sentence_index(span.start)]
    people = [mark for mark in here if mark.label == "PER"]
    if material.simplified[span.end : span.end + 1] == "的":  # 1990年出生的李强
        return _person_of(material, span)
    before = [mark for mark in people if start <= mark.span.start and mark.span.end <= span.start]
    before = [mark for mark in before if material.simplified[mark.span.start - 1] not in _OBJECTS]
    if before:
        return material.words(before[-1].span)
    after = [m for m in people if span.end <= m.span.start <= span.end + 16]
    words = material.simplified[span.end : after[0].span.start] if after else "。"
    return None if re.search("[，。；]", words) or not after else material.words(after[0].span)


def _birth_of(material: Material, births: list[Birth], span: Span, paragraph: int) -> Birth | None:
    """The birth of the person whose age stands at ``span``."""
    start = material.sentences[material.sentence_index(span.start)].span.start
    person = _person_near(material, span, start)
    named = [birth for birth in births if birth.person and birth.person == person]
    if named:
        return named[0]
    near = [birth for birth in births if birth.paragraph == paragraph and not _tells_apart(birth, person)]
    return near[0] if len(near) == 1 and _is_one_person(material, near[0].span, span) else None


def _tells_apart(birth: Birth, person: str | None) -> bool:
    return birth.person is not None and person is not None


def _is_one_person(material: Material, one: Span, other: Span) -> bool:
    """Whether no second person is named in the sentences of the two places and between them."""
    first = material.sentences[material.sentence_index(min(one.start, other.start))].span.start
    last = material.sentences[material.sentence_index(max(one.start, other.start))].span.end
    people = {
        mark.entity or material.words(mark.span)
        for mark in material.marks
        if mark.label == "PER" and first <= mark.span.start < last
    }
    return len(people) <= 1


def _year_of(material: Material, place: int, span: Span) -> int | None:
    """The year in which somebody is of that age; None where it can't be told."""
    sentence = material.sentences[place]
    before = material.simplified[sentence.span.start : span.start]
    after = material.simplified[span.end : min(span.end + 3, sentence.span.end)]
    years = [*_YEAR.finditer(before)]
    clause = re.split("[，；。：]", before)[-1]
    assert material.date is not None
    for word, shift in _RELATIVE.items():
        if word in clause:
            return material.date.year + shift
    stated = [year for year in years if not _is_birth(before, year)]
    if stated:
        gap = before[stated[-1].end() :]
        return None if len(gap) > _SAME_YEAR or "后" in gap else int(stated[-1][1])
    if _OTHER_TIME.search(before[-8:]) or _AFTERWARDS.match(after) or not _is_told(material, span):
        return None
    return material.date.year


def _is_told(material: Material, span: Span) -> bool:
    """Whether an age is told for its own sake (35岁, 78岁的): 15岁进入 is some other time."""
    here = material.marks_by_sentence[material.sentence_index(span.start)]
    named = any(mark.label == "PER" and mark.span.start == span.end for mark in here)
    return named or bool(_ENDS.match(material.simplified, span.end))


def _is_birth(before: str, year: re.Match[str]) -> bool:
    return bool(_BIRTH.match(before, year.start())) or before[: year.start()].endswith("生于")
