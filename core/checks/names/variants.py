"""One name written two ways: 李慕青 and 李慕清, 福满源公司 and 福满园公司.

Every name is sought in the text with one of its characters different. How much the two characters are alike,
and how the second form stands there, decides whether the two forms are put to the editor; which is right, the
article does not say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.names.likeness import only_difference
from core.checks.names.name_doubts import Variant, doubt
from core.checks.names.name_forms import Known, known_names, piece_of
from core.checks.names.short_names import check_short_names
from core.checks.names.two_names import places_of
from core.checks.wording import say
from core.document import Finding
from core.language.lexicon import load_lexicon
from core.text.spans import Span

RULE = "name_variant"


def check_names(material: Material) -> Iterator[Finding]:
    """Questions about names that stand in the article in two forms."""
    asked: set[frozenset[str]] = set()
    for number, known in known_names(material).items():
        near, found = piece_of(material, number), defaultdict[tuple[str, str], list[Span]](list)
        for name, words, span in _variants(material.words(near), near.start, known):
            if material.sentence_index(span.start) >= 0:
                found[name, words].append(span)
        for (name, words), spans in found.items():
            variant = Variant(known[name], words, tuple(spans), known, near)
            if (severity := doubt(material, variant)) and frozenset((name, words)) not in asked:
                asked.add(frozenset((name, words)))
                yield _question(material, variant, severity)
        yield from check_short_names(material, known, near)
        yield from _shortened(material, known, near)
    yield from _two_scripts(material)


def _shortened(material: Material, known: Mapping[str, Known], near: Span) -> Iterator[Finding]:
    """A long name of a person that stands once without one of its characters (莱赫宁 for 莱赫托宁)."""
    people = {name: each for name, each in known.items() if "PER" in each.kinds}
    for name, each in people.items():
        inside = {name[:place] + name[place + 1 :] for place in range(1, len(name) - 1)}
        for words in sorted(inside & people.keys()) if len(name) > len("李慕青") and each.count > 1 else ():
            if people[words].count == 1 and words not in name:
                spans = (_first(material, form, near) for form in (name, words))
                shown = say("how_often", one=name, count=each.count, other=words, others=1)
                yield ask(
                    RULE, MEDIUM, say("should_be", found=words, meant=name), shown, material.text, *spans
                )


def _first(material: Material, words: str, near: Span) -> Span:
    """The first place of some words in a part of the text that has them."""
    start = material.simplified.find(words, near.start)
    return Span(start, start + len(words))


def _two_scripts(material: Material) -> Iterator[Finding]:
    """A person's name in two scripts (古少杰, 古少傑)."""
    if material.text == material.simplified:
        return
    people = {material.words(mark.span) for mark in material.marks if mark.label == "PER"}
    for name in sorted(people):
        written: dict[str, list[Span]] = defaultdict(list)
        for place in places_of(name, material.simplified):
            span = Span(place, place + len(name))
            written[span.of(material.text)].append(span)
        if len(name) > 1 and len(written) > 1:
            (one, first), (other, second), *_ = sorted(written.items(), key=lambda form: form[1][0])
            shown = say("how_often", one=one, count=len(first), other=other, others=len(second))
            rare = min((second, first), key=len)
            question = say("either", one=one, other=other)
            yield ask(RULE, LOW, question, shown, material.text, first[0], second[0], *rare)


def _variants(piece: str, start: int, known: Mapping[str, Known]) -> Iterator[tuple[str, str, Span]]:
    """Each name with a form of it in its piece that differs in one character and is not said more often."""
    for name in sorted(known):
        for place in sorted(_places_alike(name, piece, known[name].count)):
            words = piece[place : place + len(name)]
            if only_difference(name, words) is None or _is_rarer(known[name], known.get(words)):
                continue
            yield name, words, Span(start + place, start + place + len(name))


def _is_rarer(name: Known, other: Known | None) -> bool:
    """Whether the other is the one to start from: more often said, else introduced, else sorted first."""
    if other is None:
        return False
    return (name.count, name.is_declared, other.words) < (other.count, other.is_declared, name.words)


def _places_alike(name: str, text: str, exact: int) -> set[int]:
    """Where a form can begin that shares its first or last two characters with the name, or first and last.

    A name of two characters shares one. ``exact`` is how often the name itself stands in the text.
    """
    size = 1 if len(name) == len("松阳") else 2
    last = len(name) - size
    places: set[int] = set()
    for key, offset in ((name[:size], 0), (name[last:], last)):
        if text.count(key) > exact:
            places.update(place - offset for place in _occurrences(text, key))
    if len(name) == len("苏佩文") and text.count(name[2]) > exact:
        ends = (place for place in _occurrences(text, name[0]) if text[place + 2 : place + 3] == name[2])
        places.update(ends)
    return {place for place in places if 0 <= place <= len(text) - len(name)}


def _occurrences(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _question(material: Material, variant: Variant, severity: str) -> Finding:
    name, words, spans = variant.name.words, variant.words, variant.spans
    shown = say("how_often", one=name, count=variant.name.count, other=words, others=len(spans))
    places = [_first(material, name, variant.near), *spans]
    if variant.is_phrase:
        question = say("two_spellings")
    elif right := _likely_right(material, variant):
        question = say("should_be", found=words if right == name else name, meant=right)
    else:
        near = variant.near.of(material.simplified)
        one, other = sorted((name, words), key=near.find)
        question = say("either", one=one, other=other)
    return ask(RULE, severity, question, shown, material.text, *places)


def _likely_right(material: Material, variant: Variant) -> str:
    """The form that is likely meant: of the office's list, else known, else introduced, else more often said.

    Empty where nothing speaks for one of the two: the question then takes no side.
    """
    forms = (variant.name.words, variant.words)
    listed = {official.name for official in material.house.people}
    for known in ({form for form in forms if form in listed}, set(filter(load_lexicon().named, forms))):
        if len(known) == 1:
            return known.pop()
    if variant.name.is_declared:
        return variant.name.words
    often = variant.name.count - len(variant.spans)
    return forms[often < 0] if often else ""
