"""Whether a form that differs from a name in one character is a slip of the pen, or another name.

Characters that sound or look alike are doubted wherever the form can be a name. Others are doubted where the
form stands once, bare, where the article would introduce another person, place or body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.checks.asking import LOW, MEDIUM
from core.checks.material import Material
from core.checks.names.likeness import LOOKS, PARTLY, SOUND, likeness, only_difference
from core.checks.names.name_forms import QUOTED, SAID, Known
from core.checks.names.two_names import are_told_apart, places_of
from core.language.lexicon import load_lexicon
from core.language.segmentation import words_of
from core.recognition import name_words
from core.restoration.lexicon import word_costs
from core.text.spans import Span

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FUNCTION = frozenset(
    "是时的地得在再和与及有又也已以一于由其这那不了到为从向被把将对就都要会能可各该本此上下中前后多少两二三四五六七八九十第"
)
_SERIES = tuple(
    map(
        frozenset,
        (
            "一二三四五六七八九十百千万两双",
            "东西南北中",
            "上中下",
            "前后",
            "左右",
            "内外",
            "大中小",
            "新老旧",
            "甲乙丙丁",
            "男女",
        ),
    )
)
# 大丽高速 leads from 大理 to 丽江.
_OF_TWO_PLACES = re.compile("高速|铁路|公路|高铁|客专|城际|线|路|桥")
# 贺某 and 何某 are two people of whom no more is said.
_WITHHELD = "某"
_LEVELS = frozenset("省市区县州旗镇乡村路街")
# After these no name goes on, so that what stands before is its end (孟庆和|与).
AFTER_NAMES = re.compile(r"[\s与和及、，。；：！？）」”是说称在的对被把将也还曾]|介绍|表示|告诉|认为|\Z")
_SAYS = re.compile(
    r"(?:随后|当庭|赛后|还|也|又|则|再次|事后|最后|补充|强调|表示|介绍|告诉|认为|回应|回忆|透露|坦言|解释|提醒|要求|指出"
    r"|说|称|望着|笑|感慨|建议|呼吁|宣布|祝)"
)
_BEGINS = re.compile(r"(?:^|[^\u4e00-\u9fff])$")
# Characters around two names within which the article may say that they are two.
_NEAR = 32
_LIST = re.compile(r"(?:[、和与及同跟\u3000 ]|以及)")
_LISTED = re.compile(_LIST.pattern + r"\Z")
_OFTEN, _TWICE = 3, 2
_CONTEXT = 6
_PLAIN, _LONG = 4, 6
_NAMED = frozenset({"PER", "LOC", "ORG", "WORK"})


@dataclass(frozen=True, slots=True)
class Variant:
    """A name, the form that differs from it in one character with its places, and the names of the piece.

    ``near`` is the part of the text in which the two are held against each other.
    """

    name: Known
    words: str
    spans: tuple[Span, ...]
    known: Mapping[str, Known]
    near: Span

    @property
    def hole(self) -> int:
        """The place of the character that differs."""
        return only_difference(self.name.words, self.words) or 0

    @property
    def characters(self) -> tuple[str, str]:
        """The two characters that differ."""
        return self.name.words[self.hole], self.words[self.hole]

    @property
    def itself(self) -> Known | None:
        """The form as a name of its own right, where it was taken for one."""
        return self.known.get(self.words)

    @property
    def is_phrase(self) -> bool:
        """Whether both are no more than quoted words."""
        both = (self.name.kinds, self.itself.kinds if self.itself else frozenset())
        return all(QUOTED in kinds and not kinds & _NAMED for kinds in both) and not self.is_sure

    @property
    def is_sure(self) -> bool:
        """Whether the two characters sound or look alike."""
        return self.likeness in (SOUND, LOOKS)

    @property
    def likeness(self) -> str:
        """In what the two characters are alike."""
        return likeness(*self.characters)


def doubt(material: Material, variant: Variant) -> str | None:
    """How gravely the two forms are doubted; None where they are two things, or the form is no name."""
    is_written = all(map(_HAN.fullmatch, variant.characters)) and _WITHHELD not in variant.words
    if not is_written or _are_two(material, variant):
        return None
    if variant.is_sure:
        severity = MEDIUM if variant.name.count > 1 or variant.name.is_declared else LOW
        return severity if _can_be_name(material, variant) else None
    if variant.is_phrase:
        return LOW if _is_doubtful_phrase(variant) else None
    is_settled = variant.name.count >= _TWICE or variant.name.is_declared or len(variant.words) >= _LONG
    if not is_settled and len(variant.spans) == 1 and _is_one_post(material, variant):
        return LOW
    if len(variant.spans) > 1 or not is_settled or _stand_together(material, variant):
        return None
    return _bare_doubt(material, variant)


def _can_be_name(material: Material, variant: Variant) -> bool:
    """Whether the form, which is alike, stands there as a name.

    What is no mark itself is believed with more care: in a sentence (该局是统计局) anything can look like a
    name.
    """
    name, hole, words = variant.name.words, variant.hole, variant.words
    if not variant.name.kinds & _NAMED and _are_words(name, words, hole):
        return False
    if hole == len(name) - 1 and "PER" not in variant.name.kinds and name[hole] in _ends_of_names():
        return False
    if len(variant.words) == len("松阳"):
        return _is_short_name(material.simplified, variant)
    if variant.itself and not variant.itself.kinds <= {SAID}:
        return True
    text, end = material.simplified, variant.spans[0].end
    if _stands_as_person(text, variant):
        return True
    if not _FUNCTION.isdisjoint(variant.characters):
        is_inside = 0 < hole < len(name) - 2 and len(name) >= _PLAIN
        return is_inside or bool("PER" in variant.name.kinds and hole and AFTER_NAMES.match(text, end))
    if variant.name.kinds <= {SAID}:
        return words[:2] not in word_costs()
    is_within = len(name) >= _PLAIN and 0 < hole < len(name) - 1
    return is_within or _is_alone(text, variant.spans[0].start + hole)


def _stands_as_person(text: str, variant: Variant) -> bool:
    """Whether the form stands where a full name does: who is so named says something, or it stands twice."""
    if "PER" not in variant.name.kinds or len(variant.words) < len("李慕青"):
        return False
    is_begun = (_BEGINS.search(text[max(0, span.start - 1) : span.start]) for span in variant.spans)
    says = (_SAYS.match(text, span.end) for span in variant.spans)
    return len(variant.spans) > 1 or any(map(all, zip(is_begun, says, strict=True)))


def _are_words(name: str, words: str, hole: int) -> bool:
    """Whether what differs is a known word in both (法制国家, 法治国家), so that both can be meant."""
    pairs = ((name[start : start + 2], words[start : start + 2]) for start in (hole - 1, hole) if start >= 0)
    return any(word_costs().keys() >= {*pair} for pair in pairs if len(pair[0]) > 1)


@cache
def _ends_of_names() -> frozenset[str]:
    """The characters that say of what kind a place or body is: another one makes another name."""
    return frozenset(_LEVELS).union(name_words.words("organization_letters"))


def _is_short_name(text: str, variant: Variant) -> bool:
    """Whether a form of two characters is a name: it stands once and is no word, its model is often said."""
    if variant.words in word_costs() or load_lexicon().named(variant.words) or len(variant.spans) > 1:
        return False
    start, end = variant.spans[0].start, variant.spans[0].end
    if _OF_TWO_PLACES.match(text, end):
        return False
    is_taken = variant.itself and variant.itself.kinds & {"PER", "LOC", "ORG", QUOTED}
    least = _TWICE if variant.itself and "PER" in variant.itself.kinds & variant.name.kinds else _OFTEN
    is_often = variant.name.count >= least or QUOTED in variant.name.kinds
    return is_often and (bool(is_taken) or (_is_alone(text, start) and _is_alone(text, start + 1)))


def _is_alone(text: str, place: int) -> bool:
    """Whether a character is no part of a word (在北京逝世, 捍卫国家): then it may be part of a name."""
    start = max(0, place - _CONTEXT)
    for word in words_of(text[start : place + _CONTEXT]):
        if start + len(word) > place:
            return len(word) == 1
        start += len(word)
    return True


def _are_two(material: Material, variant: Variant) -> bool:
    """Whether the two forms are two things: known, often named both, numbered, or told apart."""
    name, words = variant.name.words, variant.words
    if load_lexicon().named(name) and load_lexicon().named(words):
        return True
    if variant.itself and min(variant.name.count, variant.itself.count) >= _OFTEN:
        return True
    if any(series.issuperset(variant.characters) for series in _SERIES) and "WORK" not in variant.name.kinds:
        return True
    text = variant.near.of(material.simplified)
    return are_told_apart(text, name, words, are_people="PER" in variant.name.kinds)


def _is_doubtful_phrase(variant: Variant) -> bool:
    """Whether one character within differs; series (文明村, 文明城) differ at an end."""
    length = len(variant.words)
    within = 0 < variant.hole < length - 1 and _FUNCTION.isdisjoint(variant.characters)
    return within and _PLAIN <= length <= 2 * _PLAIN


def _stand_together(material: Material, variant: Variant) -> bool:
    """Whether one sentence has both: then it tells them apart."""
    sentence = material.sentences[material.sentence_index(variant.spans[0].start)].span
    return variant.name.words in sentence.of(material.simplified)


def _bare_doubt(material: Material, variant: Variant) -> str | None:
    """The doubt about a form whose character is not alike, by the kind of name."""
    kinds = variant.name.kinds
    own = variant.itself.kinds if variant.itself else frozenset[str]()
    length = len(variant.words)
    if load_lexicon().named(variant.words):
        return None
    if "PER" in kinds:
        is_taken = "PER" in own or (variant.hole > 0 and _stands_as_person(material.simplified, variant))
        is_full = is_taken and length > len("松阳") and "·" not in variant.words
        return MEDIUM if is_full and not _is_introduced(material, variant) else None
    if "WORK" in kinds:
        return LOW if "WORK" in own else None
    if length < _PLAIN - ("LOC" in kinds):
        return None
    if "LOC" in kinds:
        is_within = variant.hole < length - 1 or (
            variant.likeness == PARTLY and _LEVELS.isdisjoint(variant.characters)
        )
        is_place = "LOC" in own and is_within and not _has_other_parent(material, variant)
        return (MEDIUM if variant.likeness == PARTLY else LOW) if is_place else None
    if "ORG" in kinds and _same_suffix(variant):
        return LOW if own else None
    return None


def _same_suffix(variant: Variant) -> bool:
    """Whether both bodies are of one kind, and differ before it (农业局 and 林业局 do not)."""
    ends = [_suffix().search(words) for words in (variant.name.words, variant.words)]
    starts = {end.start() if end else len(variant.words) - 1 for end in ends}
    return len(starts) == 1 and variant.hole < starts.pop()


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(name_words.any_of("organization_suffixes") + r"\Z")


def _is_introduced(material: Material, variant: Variant) -> bool:
    """Whether the form stands as a new person does: behind an office the name never has, or in a list."""
    text, span = material.simplified, variant.spans[0]
    if _LISTED.search(text[max(0, span.start - 2) : span.start]) or _LIST.match(text, span.end):
        return True
    office = _office_before(text, span.start)
    if not office:
        return False
    near = variant.near.of(text)
    return office not in {_office_before(near, place) for place in places_of(variant.name.words, near)}


def _is_one_post(material: Material, variant: Variant) -> bool:
    """Whether two full names that end otherwise stand behind one and the same post."""
    own = variant.itself.kinds if variant.itself else frozenset[str]()
    is_full = "PER" in variant.name.kinds & own and len(variant.words) == len("傅连江") and variant.hole > 0
    if not is_full or _stand_together(material, variant):
        return False
    text = variant.near.of(material.simplified)
    posts = [_office_before(text, text.find(words)) for words in (variant.name.words, variant.words)]
    return posts[0] == posts[1] or "" in posts


def _office_before(text: str, place: int) -> str:
    """The office or part that stands right before a name."""
    found = name_words.office_at_end().search(text[max(0, place - _CONTEXT) : place])
    return found[0] if found else ""


def _has_other_parent(material: Material, variant: Variant) -> bool:
    """Whether the form stands behind a place that the name never stands behind."""
    ends, start = material.place_ends, variant.near.start
    parent = ends.get(variant.spans[0].start)
    places = places_of(variant.name.words, variant.near.of(material.simplified))
    return parent is not None and parent not in {ends.get(start + place) for place in places}
