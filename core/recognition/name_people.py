"""Persons that the words beside them show: bylines, offices, 老王 and 小李, family names with 某 or 先生."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from core.article import ReadingText
from core.bylines import find_credits
from core.language.segmentation import is_word
from core.mentions import Mention
from core.recognition import name_words
from core.recognition.presence import LIKELY, Presence
from core.structure.kinds import is_credit, is_dateline
from core.text.spans import Span

CREDIT_BLOCKS = frozenset({"credit", "dateline"})
FAINT = 0.05
"""From this probability on, a form that leaves hardly a doubt is believed."""

SHORTEST_NAME, LONGEST_NAME = 2, 3
LONGEST_OFFICE = 8
_HAN = r"[\u4e00-\u9fff]"
_JOINED = re.compile(rf"(?![的和与叫把给对跟请让向找是]){_HAN}")
"""A character that may be the first part of a word which goes on behind it."""

_MEMORIAL = re.compile(r"(?:故居|旧居|纪念馆|陈列馆|墓)$")
_END = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9·]|$|说|介绍|告诉|表示|认为|透露|坦言|回忆|指出|强调|和|与|等")


def find_authors(reading: ReadingText) -> Iterator[Mention]:
    """The people of bylines and credits; pen names in Latin letters are names as well."""
    for block in reading.passages():
        words = block.span.of(reading.simplified)
        loose = block.kind in CREDIT_BLOCKS or is_credit(words) or is_dateline(words)
        for credit in find_credits(reading.simplified, block.span, loose=loose):
            yield Mention(credit.span, "PER", confidence=0.97, origin="names/byline")


def find_veiled(text: str, span: Span) -> Iterator[Mention]:
    """王某, 张某某, 李|先生: a family name that stands for a person."""
    for found in _veiled().finditer(text, span.start, span.end):
        yield Mention(Span(found.start(), found.end()), "PER", confidence=0.93, origin="names/veiled")


@cache
def _veiled() -> re.Pattern[str]:
    family, polite = name_words.surnames(), name_words.any_of("polite_words")
    return re.compile(rf"{family}某(?:某|[甲乙丙丁])?|{family}(?={polite})")


def find_with_office(text: str, span: Span, presence: Presence) -> Iterator[Mention]:
    """老王, 市长张三: a family name with what makes it a name, where the tagger has an inkling."""
    for found in _person().finditer(text, span.start, span.end):
        rule = found.lastgroup or ""
        start, end = found.span(rule)
        if rule == "office" and end - start > 2 and presence.at(end - 1) < LIKELY:
            end -= 1
        needed = FAINT if rule == "familiar" and _is_familiar(text, start, end) else LIKELY
        if presence.least(start, end) >= needed:
            yield Mention(Span(start, end), "PER", confidence=0.85, origin=f"names/{rule}")


def _is_familiar(text: str, start: int, end: int) -> bool:
    """Whether 老王 can hardly be a word of its own (小麦), and begins where a word does."""
    begins = not _JOINED.match(text[start - 1 : start]) or bool(_behind_office(text, start))
    is_plain = text[start + 1 : end] in name_words.word_set("familiar_surnames")
    return begins and (is_plain or not is_word(text[start:end]))


def named_by_office(text: str, name: Mention) -> Mention:
    """护士长|秦岭 is a person, whatever else is called so; 讲解员向|晓月 has a family name."""
    start, end = name.span.start, name.span.end
    before = text[start - 1] if start else ""
    if _family().match(text, start, end):
        is_person = name.label == "PER" or (len(name.span) <= LONGEST_NAME and _END.match(text, end))
        if len(name.span) > 1 and is_person and _behind_office(text, start):
            return replace(name, label="PER", origin="names/office")
    elif _family().fullmatch(before):
        is_given = name.label == "PER" and len(name.span) == 2 and _behind_office(text, start - 1)
        is_memorial = _MEMORIAL.search(name.span.of(text)) and not re.match(_HAN, text[start - 2 : start - 1])
        if is_given or is_memorial:
            return replace(name, span=Span(start - 1, end), origin="names/office")
    return name


def with_whole_given_name(text: str, name: Mention, presence: Presence) -> Mention:
    """韩牧|之: a given name of one character takes the next one where the tagger sees a name go on.

    What goes on as an office is none: 胡|县长.
    """
    start, end = name.span.start, name.span.end
    family = _family().match(text, start) if name.label == "PER" else None
    if not family or len(name.span) != SHORTEST_NAME or not re.match(_HAN, text[end : end + 1]):
        return name
    office = name_words.office_at_start().match(text, family.end())
    if office and office.end() > end:
        return replace(name, span=Span(*family.span()), origin="names/titled")
    if presence.at(end) >= LIKELY:
        return replace(name, span=Span(start, end + 1), origin="names/given")
    return name


def find_titled(text: str, names: Iterable[Mention], spans: Iterable[Span]) -> Iterator[Mention]:
    """王|市长 where the article has a 市长王守信: a family name with an office that somebody of it holds."""
    offices: dict[str, set[str]] = defaultdict(set)
    for name in names:
        family = _family().match(text, name.span.start) if name.label == "PER" else None
        if family and family.end() < name.span.end:
            offices[family[0]].update(offices_beside(text, name.span))
    held = {family: posts for family, posts in offices.items() if posts}
    if not held:
        return
    pattern = re.compile(f"({'|'.join(map(re.escape, held))})(?={name_words.any_of('offices')})")
    for found in (found for span in spans for found in pattern.finditer(text, span.start, span.end)):
        office = name_words.office_at_start().match(text, found.end())
        is_held = office and any(post.endswith(office[0]) for post in held[found[1]])
        if is_held and not is_word(text[max(0, found.start() - 1) : found.end()]):
            yield Mention(Span(*found.span()), "PER", confidence=0.9, origin="names/titled")


def offices_beside(text: str, person: Span) -> Iterator[str]:
    """The offices directly before and behind a person's name."""
    before = name_words.office_at_end().search(text[max(0, person.start - LONGEST_OFFICE) : person.start])
    behind = name_words.office_at_start().match(text, person.end)
    yield from (found[0] for found in (before, behind) if found)


def _behind_office(text: str, place: int) -> re.Match[str] | None:
    """The part or office of a person that ends at a place; not one that is a verb as well (代表|重庆)."""
    found = name_words.office_at_end().search(text[max(0, place - 6) : place])
    return found if found and found[0] not in name_words.word_set("acting_offices") else None


@cache
def _family() -> re.Pattern[str]:
    return re.compile(name_words.surnames())


@cache
def _person() -> re.Pattern[str]:
    family, polite = name_words.surnames(), name_words.any_of("polite_words")
    return re.compile(
        rf"(?P<familiar>[老小阿]{family})(?!{_HAN}?[家镇村县市])"
        rf"|{name_words.any_of('offices')}(?P<office>{family}(?!{polite}){_HAN}{{1,2}})"
    )
