"""Where a name begins and ends: what the tagger found is set right by the words at its edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import accumulate

from core.language.lexicon import Lexicon
from core.language.segmentation import words_of
from core.mentions import Mention
from core.recognition import name_words
from core.recognition.name_extents import PARTY_POST, QUOTED_PRICE, STRONG_SUFFIX, extended
from core.recognition.presence import Presence
from core.text.spans import Span

LONGEST_REST = 4
"""Characters behind a name that are looked at for a word which the name has torn apart."""

SHORTEST_PHRASE, SHORTEST_ROAD = 3, 2
LEAST_FOREIGN = 3
"""Characters that must be left of a person's name."""

_TRIMMED = " \u3000\xa0\n，。！？；：、,.!?;:—-…“”‘’\"'「」『』《》〈〉[]【】"
_LEVELS = "省市区县州旗镇乡村"
_AUTONOMY = re.compile(r"(?:[\u4e00-\u9fff]{1,4}族)+自治[区州县旗]")
_SHORE = re.compile(r"(?<=[江河湖海溪])(?:[畔边岸]|[两沿]岸)$")
_NEXT_TOWN = re.compile(r"[\u4e00-\u9fff]{1,3}(?:[镇乡]|街道)")
_PARTY_BODY = re.compile(r"(?:报|党委|党组|党总支|党支部)$")
_REPORT_MARKS = ("讯", "电")
_REPORT_MARK = re.compile(r"(?<=[报社网台])[讯电]$")
_REST_OF_ROAD = re.compile(r"[东南西北中一二三四五六七八九十]?(?:大道|路|街|巷|弄)(?:\d|$)")
_PART_OF_ROAD = re.compile(r"(?<=路)[口段]")
_ZONE = re.compile(r"(?:新区|高新区|经开区|开发区|保税区|自贸区|试验区|示范区|科技城|大学城|科学城|产业城)$")
_COMMITTEE = re.compile(r"[省市区县州旗]委")
_HOUSE_NUMBER = re.compile(r"\d{1,5}(?:[-—之]\d{1,4})?号(?:院|楼|大院)?")


def settle(
    text: str, mention: Mention, presence: Presence, lexicon: Lexicon, starts: Set[int] = frozenset()
) -> Iterator[Mention]:
    """The name or names that a tagged stretch stands for; none where it is only a class word.

    ``starts`` are the places where other tagged names begin.
    """
    for piece in _pieces(text, mention.span):
        span = _balanced(text, _trimmed(text, piece))
        if mention.label == "ORG" and piece.end < mention.span.end and text[piece.end - 1] in _LEVELS:
            mention = replace(mention, label="LOC")
        if mention.label == "PER":
            span = _without_torn_phrase(text, _without_office(text, span))
            parts: Iterable[Mention] = [replace(mention, span=span)] if _is_personal(span.of(text)) else ()
        else:
            if mention.label == "LOC":
                span = _of_road(text, _without_level_word(text, span))
            span = _without_outside_word(text, span, lexicon)
            span = _without_torn_word(text, span, lexicon)
            parts = _split_levels(text, replace(mention, span=span), lexicon)
        parts = list(parts)
        starts = starts | {part.span.start for part in parts}
        for part in parts:
            if len(part.span) == 1 and part.label == "LOC":
                continue
            whole = extended(text, part, presence, starts)
            whole = replace(whole, label=_label_of(whole.label, whole.span.of(text)))
            if _is_name(whole.span.of(text)):
                yield whole


def _label_of(label: str, words: str) -> str:
    """A zone is a place, a library is an institution, whatever the tagger says."""
    if label == "ORG" and _ZONE.search(words):
        return "LOC"
    if label == "LOC" and len(words) > 4:
        endings = (found for found in name_words.suffix().finditer(words, 2) if found.end() == len(words))
        if any(found["organization"] and len(found[0]) >= STRONG_SUFFIX for found in endings):
            return "ORG"
    return label


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """丰都|两地|政府: what a separating word leaves of a stretch."""
    start = span.start
    for found in name_words.separator().finditer(text, span.start, span.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    return Span(start, end)


def _balanced(text: str, span: Span) -> Span:
    """A bracket that opens inside closes inside, or the name ends before it."""
    words = span.of(text)
    for opening, closing in ("（）", "()"):
        if words.count(opening) > words.count(closing):
            end = text.find(closing, span.end, span.end + 12)
            last = span.start + words.rindex(opening)
            return Span(span.start, end + 1) if end >= 0 and end - last < 8 else Span(span.start, last)
        if words.count(closing) > words.count(opening):
            return Span(span.start, span.start + words.index(closing))
    return span


def _without_office(text: str, span: Span) -> Span:
    """市长张三, 李先生: the office stays outside."""
    words = span.of(text)
    before = name_words.office_at_start().match(words)
    start = before.end() if before and len(words) - before.end() >= 2 else 0
    after = name_words.office_at_end().search(words, start)
    end = after.start() if after and after.start() > start else len(words)
    return Span(span.start + start, span.start + end)


def _is_personal(words: str) -> bool:
    """A person's name holds no digit or bracket, and is no country's side (马方); a family name is apart."""
    is_word = words in name_words.word_set("words_like_names")
    is_side = words[-1:] == "方" and words[:-1] in name_words.word_set("country_letters")
    return len(words) > 1 and not is_word and not is_side and not re.search(r"[\d、，（）()]", words)


def _is_name(words: str) -> bool:
    """Whether there is more than a class word (高速公路, 公司) or a single character."""
    return (
        len(words) > 1
        and not name_words.leading_word().match(words)
        and (bool(_COMMITTEE.fullmatch(words)) or not name_words.suffix().fullmatch(words))
        and words not in name_words.word_set("class_words")
    )


def _without_outside_word(text: str, span: Span, lexicon: Lexicon) -> Span:
    """全国|女排, 重庆育才中学|共建, 合肥|讯: what never stands in a name is cut off at its edges."""
    words = span.of(text)
    if lexicon.named(words):
        return span
    before = name_words.leading_word().match(words)
    after = name_words.outside_at_end().search(words) or _REPORT_MARK.search(words)
    if words.endswith(_REPORT_MARKS) and lexicon.named(words[:-1]):
        return Span(span.start, span.end - 1)
    if QUOTED_PRICE.match(text, span.end - 1) or PARTY_POST.match(text, span.end):
        after = _PARTY_BODY.search(words) or after
    start = before.end() if before and len(words) > before.end() + 1 else 0
    end = after.start() if after and after.start() > start + 1 else len(words)
    return Span(span.start + start, span.start + end)


def _without_level_word(text: str, span: Span) -> Span:
    """重庆|市民, 松花江|畔: the sign of a level that begins another word is not the place's.

    It is in 松溪县|城关镇.
    """
    if shore := _SHORE.search(span.of(text)):
        return Span(span.start, span.start + shore.start())
    last = span.end - 1
    if len(span) > 2 and name_words.level_word().match(text, last) and not _NEXT_TOWN.match(text, span.end):
        return Span(span.start, last)
    return span


def _of_road(text: str, span: Span) -> Span:
    """仙岳路|口, 湖明路|段: the road, not the crossing or stretch of it."""
    start = max(span.start + SHORTEST_ROAD, span.end - 2)
    found = _PART_OF_ROAD.search(text, start, span.end + 2)
    return Span(span.start, found.start()) if found and found.start() <= span.end + 1 else span


def _without_torn_word(text: str, span: Span, lexicon: Lexicon) -> Span:
    """蛟河建|设: the known name that is left where a word that goes on behind is let go."""
    words = span.of(text)
    if lexicon.named(words):
        return span
    start, end = _torn_word(text, span)
    is_known = start > 1 and end > len(words) and lexicon.named(words[:start])
    return Span(span.start, span.start + start) if is_known else span


def _without_torn_phrase(text: str, span: Span) -> Span:
    """莱万多夫斯基梅|开二度: a set phrase is not the end of a person's name."""
    start, end = _torn_word(text, span)
    is_phrase = end - start >= SHORTEST_PHRASE and start >= LEAST_FOREIGN
    return Span(span.start, span.start + start) if is_phrase and end > len(span) else span


def _torn_word(text: str, span: Span) -> tuple[int, int]:
    """The word over the last character of a stretch, from where it begins; it may go on behind."""
    words = words_of(text[span.start : span.end + LONGEST_REST])
    ends = list(accumulate(map(len, words)))
    return next(((end - len(w), end) for end, w in zip(ends, words, strict=True) if end >= len(span)), (0, 0))


def _split_levels(text: str, mention: Mention, lexicon: Lexicon) -> Iterator[Mention]:
    """江州市临泽县白鹭镇 -> one name for each level. The last part may be a street with its number."""
    if mention.label != "LOC":
        yield mention
        return
    start, end = mention.span.start, mention.span.end
    if len(mention.span) > 3 and text[end - 2] in _LEVELS and text[end - 1] not in _LEVELS + "长":
        end -= 1
    cut = next(
        (p for p in range(end - 2, start + 1, -1) if _is_cut(text[start:p], text[p:end], lexicon)), end
    )
    if cut < end:
        yield from _split_levels(text, replace(mention, span=Span(start, cut)), lexicon)
    number = _HOUSE_NUMBER.match(text, end)
    last = number.end() if number and text[end - 1] in "路街道巷弄" else end
    yield replace(mention, span=Span(cut if cut < end else start, last))


def _is_cut(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two places stand side by side: a level or a known name, then something of its own.

    解放|路66号, 中山|北路 are one road each, though 解放 and 中山 are places as well.
    """
    if _REST_OF_ROAD.match(right):
        return False
    is_left = (left[-1] in _LEVELS and len(left) > 2) or lexicon.named(left)
    if right[0] in _LEVELS or not is_left or name_words.suffix().fullmatch(right) or _AUTONOMY.match(right):
        return False
    return bool(lexicon.named(right)) or (len(right) > 2 and right[-1] in _LEVELS + "路街道巷弄号")
