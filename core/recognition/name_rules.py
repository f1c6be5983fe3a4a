"""Names that rules find by their form: foreign ones, fused, paired, quoted, listed, bracketed, known ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from core.language.lexicon import Hit, Lexicon
from core.mentions import Mention
from core.recognition import name_words
from core.recognition.presence import LIKELY, Presence
from core.text.spans import Span

_HAN = r"[\u4e00-\u9fff]"
_MARKS = "·・•‧∙"
_HYPHENS = "-－‐"
_QUOTED = re.compile(rf"[“「]({_HAN}(?:{_HAN}|[（）()]){{3,24}})[”」]")
TOWN_CODE = 6
"""Digits of a county's code; a town's has three more."""

LONGEST_STEM = 4
"""Characters of a place in front of the people that governs itself there."""

_LEVELS = "省市区县州旗镇乡"
_NEXT_LEVEL = re.compile(
    rf"{_HAN}{{1,4}}?(?:街道|社区|[县区镇乡村](?![{_HAN[1:-1]}]?[长民委]))|{_HAN}{{1,4}}?(?:大道|路|街|巷)(?:\d+号)?"
)
_FUSED = re.compile(
    rf"(?:{_HAN}[（(]{_HAN}{{1,3}}[）)]){{2,}}{_HAN}{{0,6}}?(?:新区|片区|经济带|城镇群|都市圈|走廊|高速|铁路|公路|[省市区县镇乡村])"
)


def find_foreign(text: str, span: Span, presence: Presence) -> Iterator[Mention]:
    """阿依古丽·买买提, 让-克洛德·贝尔纳: the outer parts go on while the tagger or the characters say so."""
    letters = name_words.foreign_letters()
    for found in _around_marks().finditer(text, span.start, span.end):
        start, end = found.span()
        while start > span.start and (presence.at(start - 1) >= LIKELY or text[start - 1] in letters):
            start -= 1
            if start - 2 >= span.start and text[start - 1] in _HYPHENS and text[start - 2] in letters:
                start -= 2
        while end < span.end and (presence.at(end) >= LIKELY or text[end] in letters):
            end += 1
        company = name_words.suffix().match(text, end)
        if company and company["organization"]:
            yield Mention(Span(start, company.end()), "ORG", confidence=0.85, origin="names/foreign")
        else:
            yield Mention(Span(start, end), "PER", confidence=0.93, origin="names/foreign")


@cache
def _around_marks() -> re.Pattern[str]:
    """The dots of one name, everything between them, and one character on either side."""
    inner = f"[{''.join(sorted(name_words.foreign_letters()))}]{{1,8}}"
    return re.compile(rf"{_HAN}(?:[{_MARKS}]{inner}(?=[{_MARKS}]))*[{_MARKS}]{_HAN}")


def find_fused(text: str, span: Span) -> Iterator[Mention]:
    """澄（溪）海（棠）新区: a place whose name is two shortened ones."""
    for found in _FUSED.finditer(text, span.start, span.end):
        yield Mention(Span(found.start(), found.end()), "LOC", confidence=0.95, origin="names/fused")


def find_autonomous(text: str, span: Span, presence: Presence, lexicon: Lexicon) -> Iterator[Mention]:
    """芦溪|土家族自治县: a known place, or what the tagger supports, and the people that governs itself."""
    for found in _autonomous().finditer(text, span.start, span.end):
        starts = range(max(span.start, found.start() - LONGEST_STEM), found.start() - 1)
        known = next((start for start in starts if lexicon.named(text[start : found.start()])), None)
        likely = (start for start in starts if presence.least(start, found.start()) >= LIKELY)
        start = known if known is not None else next(likely, None)
        if start is not None:
            yield Mention(Span(start, found.end()), "LOC", confidence=0.95, origin="names/autonomous")


@cache
def _autonomous() -> re.Pattern[str]:
    return re.compile(rf"(?:{name_words.any_of('nationalities')}族?)+自治[区州县旗]")


def find_lines(text: str, span: Span) -> Iterator[Mention]:
    """沪渝高速, 中老铁路, G312国道: named by the letters of their ends or by number."""
    for found in _lines().finditer(text, span.start, span.end):
        yield Mention(Span(found.start(), found.end()), "LOC", confidence=0.93, origin="names/line")


@cache
def _lines() -> re.Pattern[str]:
    letters = name_words.words("line_letters")[0]
    lettered = rf"(?<![{letters}])[{letters}]{{2,4}}{name_words.any_of('line_words')}(?![路运])"
    return re.compile(
        rf"{lettered}|(?<![\dA-Za-z])[GSX]?\d{{1,4}}(?:{_HAN}{{2,4}})?(?:国道|省道|县道|高速)(?!路)"
    )


def find_quoted(text: str, span: Span, presence: Presence) -> Iterator[Mention]:
    """“渝北云阳产业协作孵化园”: what is quoted and ends as an institution or a place does is its name."""
    for found in _QUOTED.finditer(text, span.start, span.end):
        words = found[1]
        ending = next((s for s in _endings(words) if s.end() == len(words)), None)
        if ending is None or len(ending[0]) < 2 or len(ending[0]) == len(words):
            continue
        start, end = found.span(1)
        if len(ending[0]) > 2 or presence.mean(start, start + 2) >= LIKELY:
            label = "ORG" if ending["organization"] else "LOC"
            yield Mention(Span(start, end), label, confidence=0.9, origin="names/quoted")


def _endings(words: str) -> Iterator[re.Match[str]]:
    return name_words.suffix().finditer(words)


def find_listed(text: str, span: Span, presence: Presence) -> Iterator[Mention]:
    """猪八戒、博拉网络两家企业: what is counted as institutions is a list of them."""
    for found in _listed().finditer(text, span.start, span.end):
        place = found.start("items")
        for item in re.split("([、和与及])", found["items"]):
            here = Span(place, place + len(item))
            place = here.end
            if len(item) > 1 and presence.at(here.start) >= LIKELY:
                yield Mention(here, "ORG", confidence=0.85, origin="names/listed")


@cache
def _listed() -> re.Pattern[str]:
    item, number = rf"{_HAN}{{2,10}}?", "[一二两三四五六七八九十百\\d]{1,3}"
    classes = name_words.any_of("institution_classes")
    return re.compile(
        rf"(?<![\u4e00-\u9fff、])(?P<items>{item}(?:[、和与及]{item})+)等?{number}(?:多|余)?[家所]{classes}"
    )


def find_bracketed(text: str, span: Span) -> Iterator[Mention]:
    """中国（重庆）自由贸易试验区: a place in brackets inside a name."""
    for found in _bracketed().finditer(text, span.start, span.end):
        label = "ORG" if found["organization"] else "LOC"
        yield Mention(Span(found.start(), found.end()), label, confidence=0.9, origin="names/bracketed")


@cache
def _bracketed() -> re.Pattern[str]:
    leaders = name_words.any_of("bracket_leaders")
    return re.compile(rf"{leaders}[（(]{_HAN}{{2,8}}[）)]{_HAN}{{0,10}}?(?:{name_words.suffix().pattern})")


def find_next_level(text: str, before: Iterable[Mention], presence: Presence) -> Iterator[Mention]:
    """白鹭镇|沙洲村, 高新区|科学大道66号: directly behind a place, the next level down or a street."""
    for place in before:
        found = _NEXT_LEVEL.match(text, place.span.end) if place.label == "LOC" else None
        if found and presence.mean(*found.span()) >= LIKELY and text[place.span.end - 1] in _LEVELS:
            yield Mention(Span(*found.span()), "LOC", confidence=0.85, origin="names/level")


def find_country_pairs(text: str, span: Span) -> Iterator[Mention]:
    """中美两国: each letter is a country."""
    for found in _country_pairs().finditer(text, span.start, span.end):
        for place in range(found.start(), found.end()):
            yield Mention(Span(place, place + 1), "LOC", confidence=0.95, origin="names/pair")


@cache
def _country_pairs() -> re.Pattern[str]:
    letters = "".join(word for word in name_words.words("country_letters") if len(word) == 1)
    return re.compile(
        rf"(?<!{_HAN})[{letters}]{{2,3}}(?={name_words.any_of('country_pair_followers')})|[{letters}]{{2,3}}(?=两国|三国|双边|关系|建交)"
    )


def find_known(text: str, span: Span, presence: Presence, lexicon: Lexicon) -> Iterator[Mention]:
    """Names of the lexicon; an ambiguous or short one only where the tagger has an inkling."""
    for hit in lexicon.find(text, span):
        certainty = presence.mean(hit.span.start, hit.span.end)
        needed = _needed_presence(hit)
        if certainty >= needed and not _begins_another_word(text, hit.span):
            confidence = 0.8 + 0.15 * certainty
            yield Mention(hit.span, hit.names[0].label, confidence=confidence, origin="names/lexicon")


def _needed_presence(hit: Hit) -> float:
    """How much the tagger must believe: the shorter and the more common, the more."""
    if all(name.is_ambiguous for name in hit.names):
        return 0.4
    if len(hit.span) == 2:
        return 0.2
    is_town = all(len(name.code or "") > TOWN_CODE for name in hit.names)
    return 0.15 if is_town else 0.02


def _begins_another_word(text: str, span: Span) -> bool:
    longer = name_words.class_word().match(text, span.start)
    is_part = longer is not None and longer.end() > span.end
    return is_part or name_words.level_word().match(text, span.end - 1) is not None
