"""The names of an article as the check of names compares them: marked, quoted, introduced or often said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.checks.material import Material
from core.document import Annotation
from core.recognition import name_words
from core.restoration.lexicon import word_costs
from core.text.spans import Span

LABELS = frozenset({"PER", "LOC", "ORG", "WORK", "TERM"})
MARKS = "《》〈〉“”‘’「」『』"
PIECE = 6_000
SHORTEST, LONGEST = 2, 16
QUOTED, DECLARED, SAID = "quoted", "declared", "said"
_QUOTED = re.compile(r"“([\u4e00-\u9fff·]{2,10})”")
_DECLARED = re.compile(r"简称(?:为|：)?“?([\u4e00-\u9fff]{3,10})[”）)]")
_HAN = "[\u4e00-\u9fff]"
_TWICE = 2
# The place that a body is named by (宁浦市医疗保障局).
_PLACE = re.compile("[\u4e00-\u9fff]{2,3}?[市县区镇乡](?=[\u4e00-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class Known:
    """A name of one piece of the text: its words, its labels or how else it is known, how often it stands."""

    words: str
    kinds: frozenset[str]
    count: int

    @property
    def is_declared(self) -> bool:
        """Whether the article itself introduces it as what it calls something."""
        return DECLARED in self.kinds


Pieces = Mapping[int, Mapping[str, Known]]
"""The names by the number of their piece; in another article of a collection like sounds are other names."""


def known_names(material: Material) -> Pieces:
    """The names and quoted words of each piece of the text."""
    kinds: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for pattern, kind in ((_QUOTED, QUOTED), (_DECLARED, DECLARED)):
        for found in material.find(pattern):
            kinds[found.start() // PIECE][found[1]].add(kind)
    for mark in material.marks:
        words = words_of_name(material, mark)
        if mark.label in LABELS and SHORTEST <= len(words) <= LONGEST:
            kinds[mark.span.start // PIECE][words].add(mark.label)
        if mark.label == "ORG" and (place := _PLACE.match(words)):
            kinds[mark.span.start // PIECE][place[0]].add("LOC")
    for number, words in _often_said(material):
        kinds[number][words].add(SAID)
    return {number: _counted(material, number, names) for number, names in kinds.items()}


def words_of_name(material: Material, mark: Annotation) -> str:
    """What a mark says in Simplified characters, without quotation or title marks."""
    return material.words(mark.span).strip(MARKS)


def piece_of(material: Material, number: int) -> Span:
    """Where a piece stands, with as much of the next as a name can reach."""
    return Span(number * PIECE, min((number + 1) * PIECE + LONGEST, len(material.simplified)))


def _counted(material: Material, number: int, names: Mapping[str, set[str]]) -> dict[str, Known]:
    piece = material.words(piece_of(material, number))
    return {words: Known(words, frozenset(kinds), piece.count(words)) for words, kinds in names.items()}


def _often_said(material: Material) -> Iterator[tuple[int, str]]:
    """Two characters before a word that ends names of works and places, twice or more (醴炎铁路)."""
    counts: Counter[tuple[int, str]] = Counter()
    for found in material.find(_ending()):
        if found[1] not in word_costs():
            counts[found.start() // PIECE, found[1] + found[2]] += 1
    yield from (key for key, count in counts.items() if count >= _TWICE)


@cache
def _ending() -> re.Pattern[str]:
    endings = (*name_words.words("place_suffixes"), *name_words.words("line_words"))
    listed = "|".join(
        sorted({word for word in endings if len(word) > 1}, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?=({_HAN}{{2}})({listed}))")
