"""One name written two ways: 李慕青 and 李慕清, 福满源公司 and 福满园公司.

Every name is sought in the text with one of its characters different. How much the two characters are alike,
and how the second form stands there, decides whether the two forms are put to the editor; which is right, the
article does not say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from core.checks.asking import ask
from core.checks.likeness import only_difference
from core.checks.material import Material
from core.checks.name_doubts import Variant, doubt
from core.checks.name_forms import PIECE, Known, known_names, piece_of
from core.checks.short_names import check_short_names
from core.document import Finding
from core.spans import Span

RULE = "name_variant"


def check_names(material: Material) -> Iterator[Finding]:
    """Questions about names that stand in the article in two forms."""
    asked: set[frozenset[str]] = set()
    for number, known in known_names(material).items():
        found: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for name, words, span in _variants(piece_of(material, number), number * PIECE, known):
            if material.sentence_index(span.start) >= 0:
                found[name, words].append(span)
        for (name, words), spans in found.items():
            variant = Variant(known[name], words, tuple(spans), known)
            if (severity := doubt(material, variant)) and frozenset((name, words)) not in asked:
                asked.add(frozenset((name, words)))
                yield _question(material, variant, severity)
        yield from check_short_names(material, known)


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
    first = material.simplified.find(name)
    usual, rare = (name, words) if variant.name.count >= len(spans) else (words, name)
    shown = f"“{name}”{variant.name.count}处　“{words}”{len(spans)}处"
    places = [Span(first, first + len(name)), *spans]
    question = "一种说法，两种写法？" if variant.is_phrase else f"“{rare}”应为“{usual}”？"
    return ask(RULE, severity, question, shown, material.text, *places)
