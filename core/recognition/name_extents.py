"""How far a name goes on: up to the word behind it that makes it an institution or another place."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from core.language.segmentation import words_of
from core.mentions import Mention
from core.recognition import name_words
from core.recognition.presence import Presence
from core.text.spans import Span

FARTHEST_SUFFIX = 12
"""Characters between a place and the word that makes it an institution (万州|绿色智造赋能|中心)."""

FARTHEST_PLACE = 5
"""The same up to the word that makes it another place."""

NEXT_SUFFIX = 6
"""The same between one suffix and a further one (消防救援支队|指挥中心)."""

LONGEST_ADDITION = 24
LONGEST_SUFFIX = 8
STRONG_SUFFIX = 3
LEAST_PRESENCE = 0.08
"""The tagger must give what is added at least this mean probability of being part of a name."""

QUOTED_PRICE = re.compile(r"报\s?\d")
"""What a share costs (华阳新材|报12.36元)."""

PARTY_POST = re.compile(r"副?书记|委员|成员")
"""Behind 党委 and its like, which then belong to the office (学院|党委书记)."""

_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·（）()]+")
_AND_OFFICE = re.compile(r"[和与][\u4e00-\u9fff]{2,8}?(?:委员会|[局厅部院])")
_AMOUNT = re.compile(r"[约近超逾达共]?\d")
_STUDIES = re.compile(r"毕业|期间|时|里|读")


def extended(text: str, mention: Mention, presence: Presence, starts: Set[int]) -> Mention:
    """The name up to the suffix of an institution or place behind it, as far as it goes."""
    mention = _at_once(text, mention, starts)
    plain = _PLAIN.match(text, mention.span.end)
    limit = min(plain.end(), mention.span.end + LONGEST_ADDITION) if plain else mention.span.end
    farthest = FARTHEST_SUFFIX
    while found := _next_suffix(text, mention, limit, farthest, presence):
        label = "ORG" if found["organization"] else "LOC"
        is_sure = found[0] in name_words.word_set("sure_place_suffixes")
        is_apart = not starts.isdisjoint(range(mention.span.end, found.start() + (not is_sure)))
        is_second = mention.origin == "names/suffix"
        is_whole = mention.label == "ORG" and name_words.ends_as_organization(mention.span.of(text))
        is_whole &= text[mention.span.end] not in "（("
        if is_apart and (label == "LOC" or is_whole):
            break
        if label == "LOC" and is_second and found.start() > mention.span.end:
            break
        span = Span(mention.span.start, found.end())
        mention = replace(mention, span=span, label=label, origin="names/suffix")
        farthest = NEXT_SUFFIX
    return mention


def _at_once(text: str, mention: Mention, starts: Set[int]) -> Mention:
    """What follows an organization directly and leaves no doubt: 京东|健康, 自治区林业|和草原局."""
    start, end = mention.span.start, mention.span.end
    if mention.label == "ORG" and not name_words.ends_as_organization(mention.span.of(text)):
        found = name_words.industry().match(text, end)
        if found and _AMOUNT.match(text, found.end()):
            found = None  # 由北风新能源|投资18.64亿元
        if found and found[0] not in words_of(text[end : end + LONGEST_SUFFIX])[:1]:
            found = None
        if found is None and end + 1 not in starts:
            found = _AND_OFFICE.match(text, end)
    else:
        found = None
    return replace(mention, span=Span(start, found.end()), origin="names/suffix") if found else mention


def _next_suffix(
    text: str, mention: Mention, limit: int, farthest: int, presence: Presence
) -> re.Match[str] | None:
    end = mention.span.end
    found = _overlapping_suffix(text, mention, limit) or name_words.suffix().search(text, end, limit)
    if found is None or found.start() - end > (farthest if found["organization"] else FARTHEST_PLACE):
        return None
    gap = text[end : found.start()]
    is_strong = len(found[0]) >= STRONG_SUFFIX and len(gap) <= NEXT_SUFFIX
    is_strong |= not gap and mention.label == "LOC" and found[0] in name_words.word_set("sure_place_suffixes")
    if not is_strong and found[0] != "队" and presence.mean(end, found.end()) < LEAST_PRESENCE:
        return None
    if found[0].startswith("党") and PARTY_POST.match(text, found.end()):
        return None
    if mention.label == "PER" and _STUDIES.match(text, found.end()):
        return None
    if mention.label == "PER" and gap and gap not in name_words.word_set("offices"):
        return None
    if len(found[0]) == 1 and (gap or not _fits(text, mention, found)):
        return None
    if name_words.separator().search(gap):
        return None
    outside = name_words.word_set("outside_words")
    return None if gap and any(word in outside for word in words_of(gap)) else found


def _overlapping_suffix(text: str, mention: Mention, limit: int) -> re.Match[str] | None:
    """白石镇消防|救援站: the tagger stopped inside the suffix."""
    start, end = mention.span.start, mention.span.end
    for place in range(max(start + 1, end - LONGEST_SUFFIX), end):
        found = name_words.suffix().match(text, place, limit)
        if found and found.end() > end:
            return found
    return None


def _fits(text: str, mention: Mention, found: re.Match[str]) -> bool:
    """县, 路, 队 join a place and 局, 院 an institution, unless they begin another word."""
    if name_words.level_word().match(text, found.start()) or QUOTED_PRICE.match(text, found.start()):
        return False
    return found[0] == "队" or bool(found["letter"]) == (mention.label == "ORG")
