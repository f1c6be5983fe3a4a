"""One name written two ways: 李慕青 and 李慕清, 福满源公司 and 福满园公司; and a figure told of two places.

Every name is sought in the text with one of its characters different. The two forms are put to the editor
where the characters sound alike or look alike; which is right, the article does not say.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from core.assets import load_text
from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.document import Annotation, Finding
from core.lexicon import load_lexicon
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


def check_names(material: Material) -> Iterator[Finding]:
    """Questions about names that stand in the article in two forms."""
    names = _names(material)
    found = _variants(material, names)
    asked: set[frozenset[str]] = set()
    for name, places in found.items():
        for words, spans in places.items():
            pair = frozenset((name, words))
            if pair not in asked and not _are_two(material, name, words, names):
                asked.add(pair)
                yield _question(material, name, words, spans)
    yield from _phrases(material, asked)
    yield from _figures_of_places(material)


def _names(material: Material) -> Counter[str]:
    """The names and quoted words of the article, each with how often it is marked or quoted."""
    names: Counter[str] = Counter()
    for mark in material.marks:
        words = material.words(mark.span).strip(_MARKS)
        if mark.label in LABELS and _SHORTEST <= len(words) <= _LONGEST:
            names[words] += 1
    for pattern in (_QUOTED, _DECLARED):
        for found in pattern.finditer(material.simplified):
            if material.sentence_index(found.start()) >= 0:
                names[found[1]] += 1
    return names


def _people(material: Material) -> frozenset[str]:
    return frozenset(material.words(mark.span) for mark in material.marks if mark.label == "PER")


def _variants(material: Material, names: Mapping[str, int]) -> dict[str, dict[str, list[Span]]]:
    """For each name the forms in the text that differ in one character of like sound or looks."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    keyed = _by_key(names)
    people = _people(material)
    text = material.simplified
    for place in range(len(text) - 1):
        for key in (text[place : place + 2], text[place] + "?" + text[place + 2 : place + 3]):
            for name, offset in keyed.get(key, ()):
                start = place - offset
                words = text[start : start + len(name)] if start >= 0 else ""
                if len(words) == len(name) and _is_variant(name, words, is_person=name in people):
                    span = Span(start, start + len(name))
                    if material.sentence_index(start) >= 0 and span not in found[name][words]:
                        found[name][words].append(span)
    return found


def _by_key(names: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """Names by two of their characters that one different character leaves alone."""
    keyed: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        keyed[name[:2]].append((name, 0))
        keyed[name[-2:]].append((name, len(name) - 2))
        if len(name) == _SHORTEST:
            keyed[f"{name[0]}?{name[2]}"].append((name, 0))
    return keyed


def _is_variant(name: str, words: str, *, is_person: bool) -> bool:
    """Whether one character differs and is alike; function words count in names of people only."""
    places = [place for place, (a, b) in enumerate(zip(name, words, strict=True)) if a != b]
    if len(places) != 1:
        return False
    one, other = name[places[0]], words[places[0]]
    is_name = bool(_HAN.fullmatch(one + other)) and (is_person or _FUNCTION.isdisjoint(one + other))
    return is_name and are_alike(one, other)


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


def _are_two(material: Material, name: str, words: str, names: Mapping[str, int]) -> bool:
    """Whether the two forms are two things: known places, or named side by side."""
    known = load_lexicon().named
    if known(name) and known(words):
        return True
    if name in names and words in names and min(names[name], names[words]) >= _SHORTEST:
        return True
    both = re.compile(
        f"{re.escape(name)}.{{0,2}}[、和与及].{{0,4}}{re.escape(words)}|{re.escape(words)}.{{0,2}}[、和与及].{{0,4}}{re.escape(name)}"
    )
    return bool(both.search(material.simplified))


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
    for quoted in _QUOTED.finditer(material.simplified):
        if material.sentence_index(quoted.start()) >= 0 and len(quoted[1]) <= _LONGEST_PHRASE:
            places[quoted[1]].append(Span(*quoted.span(1)))
    phrases = [phrase for phrase in places if len(phrase) > _SHORTEST]
    for number, phrase in enumerate(phrases):
        for other in phrases[number + 1 :]:
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
    differing = [a + b for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and _FUNCTION.isdisjoint(differing[0])


def _figures_of_places(material: Material) -> Iterator[Finding]:
    """A figure that a list gives to one place in brackets, and the body to another of its kind."""
    names = [mark for mark in material.marks if mark.label in ("LOC", "ORG", "PER")]
    for figure in material.figures:
        end = figure.span.end
        named = [m for m in names if m.span.start == end + 1 and material.simplified[end] in "（("]
        if not material.is_summary(figure) or not named or len(figure.digits) < _SHORTEST:
            continue
        told = [
            other
            for other in material.figures
            if not material.is_summary(other) and (other.unit, other.amount) == (figure.unit, figure.amount)
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
