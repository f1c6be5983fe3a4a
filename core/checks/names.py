"""One name written two ways: 李慕青 and 李慕清, 福满源公司 and 福满园公司; and a figure told of two places.

Every name is sought in the text with one of its characters different. The two forms are put to the editor
where the characters sound alike or look alike; which is right, the article does not say.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cache

from core.assets import load_text
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.repeats import body_figures
from core.document import Annotation, Finding
from core.lexicon import load_lexicon
from core.segmentation import words_of
from core.spans import Span

RULE = "name_variant"
LABELS = frozenset({"PER", "LOC", "ORG", "WORK", "TERM"})
_QUOTED = re.compile(r"“([\u4e00-\u9fff·]{3,10})”")
_MARKS = "《》〈〉“”‘’「」『』"
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_DECLARED = re.compile(r"简称(?:为|：)?“?([\u4e00-\u9fff]{3,10})[”）)]")
_FUNCTION = frozenset(
    "是时的地得在再和与及有又也已以一于由其这那不了到为从向被把将对就都要会能可各该本此上下中前后多少两二三四五六七八九十第"
)
_SHORTEST, _LONGEST = 3, 16
_LONGEST_PHRASE = 8
_OFTEN = 3
_PIECE = 6_000
_CONTEXT = 6
_LEVELS = frozenset("省市区县州旗镇乡村路街")


def check_names(material: Material) -> Iterator[Finding]:
    """Questions about names that stand in the article in two forms."""
    names = _names(material)
    known = frozenset[str]().union(*names.values())
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for name, words, span in _variants(material, names):
        if material.sentence_index(span.start) >= 0 and (words, name) not in found:
            found[name, words].append(span)
    for (name, words), spans in found.items():
        if not _are_two(material, name, words, known):
            yield _question(material, name, words, spans)
    yield from _phrases(material, {frozenset(pair) for pair in found})
    yield from _figures_of_places(material)


def _names(material: Material) -> dict[int, set[str]]:
    """The names and quoted words of each piece of the text.

    A text longer than a piece is a collection: in another article the same sounds are another name.
    """
    names: dict[int, set[str]] = defaultdict(set)
    for pattern in (_QUOTED, _DECLARED):
        for found in material.find(pattern):
            names[found.start() // _PIECE].add(found[1])
    for mark in material.marks:
        words = material.words(mark.span).strip(_MARKS)
        if mark.label in LABELS and _SHORTEST <= len(words) <= _LONGEST:
            names[mark.span.start // _PIECE].add(words)
    return names


def _variants(material: Material, names: Mapping[int, set[str]]) -> Iterator[tuple[str, str, Span]]:
    """Each name with a form of it in its piece that differs in one character of like sound or looks."""
    text = material.simplified
    for number, known in names.items():
        start = number * _PIECE
        piece = text[start : start + _PIECE + _LONGEST]
        for name in sorted(known):
            for place in sorted(_places_alike(name, piece)):
                words = piece[place : place + len(name)]
                hole = _only_difference(name, words)
                if hole is None or not _is_variant(name, words, hole, known):
                    continue
                if words in known or len(name) > _SHORTEST or _is_alone(text, start + place + hole):
                    yield name, words, Span(start + place, start + place + len(name))


def _places_alike(name: str, text: str) -> set[int]:
    """Where a form can begin that shares two characters with the name which one other leaves alone."""
    last = len(name) - 2
    exact = text.count(name)
    places: set[int] = set()
    for key, offset in ((name[:2], 0), (name[last:], last)):
        if text.count(key) > exact:
            places.update(place - offset for place in _occurrences(text, key))
    if len(name) == _SHORTEST and text.count(name[2]) > exact:
        ends = (place for place in _occurrences(text, name[0]) if text[place + 2 : place + 3] == name[2])
        places.update(ends)
    return {place for place in places if 0 <= place <= len(text) - len(name)}


def _occurrences(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _only_difference(one: str, other: str) -> int | None:
    """The place of the one character in which two words of a length differ; None for none or several.

    >>> _only_difference("苏佩文", "苏佩雯"), _only_difference("苏佩文", "苏培雯")
    (2, None)
    """
    found = None
    for place, character in enumerate(one):
        if character != other[place]:
            if found is not None:
                return None
            found = place
    return found


def _is_variant(name: str, words: str, hole: int, names: Container[str]) -> bool:
    """Whether the character that differs is alike.

    What is no mark itself is believed with more care: in a sentence (该局是统计局) anything can look like a
    name.
    """
    one, other = name[hole], words[hole]
    is_level = hole == len(name) - 1 and one in _LEVELS
    if words not in names and (is_level or not _FUNCTION.isdisjoint(one + other)):
        return False
    return bool(_HAN.fullmatch(one + other)) and are_alike(one, other)


def _is_alone(text: str, place: int) -> bool:
    """Whether a character is no part of a word (在北京逝世, 捍卫国家): then it may be part of a name."""
    start = max(0, place - _CONTEXT)
    for word in words_of(text[start : place + _CONTEXT]):
        if start + len(word) > place:
            return len(word) == 1
        start += len(word)
    return True


def are_alike(one: str, other: str) -> bool:
    """Whether two characters are taken for one another, by sound or by looks.

    >>> are_alike("清", "青"), are_alike("己", "已"), are_alike("沙", "河")
    (True, True, False)
    """
    return other in _look_alikes().get(one, "") or (_sound(one) == _sound(other) != "")


@cache
def _look_alikes() -> dict[str, str]:
    rows = load_text("lexicons/look_alikes.txt").splitlines()
    alike: dict[str, str] = defaultdict(str)
    for row in rows:
        for character in row if not row.startswith("#") else "":
            alike[character] += row
    return dict(alike)


@cache
def _sound(character: str) -> str:
    """The syllable without its tone; 前鼻音 and 后鼻音, 平舌 and 翘舌 are one."""
    from core.restoration.readings import first_reading

    letters = unicodedata.normalize("NFD", first_reading(character))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter) or letter == "\u0308")
    plain = re.sub(r"(?<=[ie])ng$", "n", plain)
    return re.sub(r"^([zcs])h", r"\1", plain)


def _are_two(material: Material, name: str, words: str, names: Container[str]) -> bool:
    """Whether the two forms are two things: known places, often named both, or named side by side."""
    text = material.simplified
    if load_lexicon().named(name) and load_lexicon().named(words):
        return True
    if words in names and min(text.count(name), text.count(words)) >= _OFTEN:
        return True
    one, other = re.escape(name), re.escape(words)
    beside = ".{0,2}[、和与及].{0,4}"
    return bool(re.search(f"{one}{beside}{other}|{other}{beside}{one}", text))


def _question(material: Material, name: str, words: str, spans: list[Span]) -> Finding:
    count = material.simplified.count(name)
    first = material.simplified.find(name)
    usual, rare = (name, words) if count >= len(spans) else (words, name)
    shown = f"“{name}”{count}处　“{words}”{len(spans)}处"
    places = [Span(first, first + len(name)), *spans]
    return ask(RULE, MEDIUM, f"“{rare}”应为“{usual}”？", shown, material.text, *places)


def _phrases(material: Material, asked: set[frozenset[str]]) -> Iterator[Finding]:
    """Quoted phrases that differ in one character (“景园共建”, “景区共建”), which may be meant."""
    places: dict[str, list[Span]] = defaultdict(list)
    for quoted in material.find(_QUOTED):
        if len(quoted[1]) <= _LONGEST_PHRASE:
            places[quoted[1]].append(Span(*quoted.span(1)))
    phrases = [phrase for phrase in places if len(phrase) > _SHORTEST]
    for number, phrase in enumerate(phrases):
        for other in phrases[number + 1 :]:
            if places[other][0].start - places[phrase][0].start > _PIECE:
                break
            if (
                len(other) == len(phrase)
                and frozenset((phrase, other)) not in asked
                and _differ_in_one(phrase, other)
            ):
                shown = f"“{phrase}”{len(places[phrase])}处　“{other}”{len(places[other])}处"
                yield ask(
                    RULE, LOW, "一种说法，两种写法？", shown, material.text, *places[phrase], *places[other]
                )


def _differ_in_one(one: str, other: str) -> bool:
    """Whether one character within differs; series (文明村, 文明城) differ at an end."""
    place = _only_difference(one, other)
    return place is not None and 0 < place < len(one) - 1 and _FUNCTION.isdisjoint(one[place] + other[place])


def _figures_of_places(material: Material) -> Iterator[Finding]:
    """A figure that a list gives to one place in brackets, and the body to another of its kind."""
    names = [mark for mark in material.marks if mark.label in ("LOC", "ORG", "PER")]
    for figure in material.figures:
        end = figure.span.end
        if material.simplified[end : end + 1] not in ("（", "(") or len(figure.digits) < _SHORTEST:
            continue
        named = [mark for mark in names if mark.span.start == end + 1]
        if not named or not material.is_summary(figure):
            continue
        told = [
            other
            for other in body_figures(material, figure)
            if (other.unit, other.amount) == (figure.unit, figure.amount)
        ]
        others = [_named_with(material, other.span, named[0], names) for other in told]
        if others and all(others):
            other_name = others[0][0] if others[0] else named[0]
            shown = f"{figure.quote}，正文属{other_name.quote}"
            yield ask(
                RULE,
                MEDIUM,
                f"{figure.quote}是{named[0].quote}的吗？",
                shown,
                material.text,
                named[0],
                other_name,
            )


def _named_with(
    material: Material, span: Span, name: Annotation, names: list[Annotation]
) -> list[Annotation]:
    """The names of the same kind told with a figure, where ``name`` is not among them."""
    start = max(material.simplified.rfind(sign, 0, span.start) for sign in "。；\n") + 1
    near = [m for m in names if start <= m.span.start < span.start and m.quote[-1] == name.quote[-1]]
    return [] if any(m.quote == name.quote for m in near) else near
