"""Names that are known beforehand: divisions of China, countries, geography, bodies, media; longest match.

The lists stand in ``resources/lexicons``. A name that is more often a word of its own (和平, 合作) is
ambiguous: whoever uses the lexicon asks for a neighbor before believing it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from core import assets
from core.text.spans import Span

ZONE = "7"
"""The fifth digit by which the Bureau of Statistics counts development zones, which are no divisions."""

_LEVEL = re.compile(r"[省市县区州盟旗]$")
_AUTONOMOUS = re.compile("自治([州县旗])$")
"""彭水苗族土家族自治县 is 彭水县 as well."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing a known thing.

    ``full`` is its complete name, ``code`` its division code or ISO 3166 code.
    """

    words: str
    label: str
    full: str
    code: str | None = None
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text that is written like one or more known things (朝阳区 in two provinces)."""

    span: Span
    names: tuple[Name, ...]


class Lexicon:
    """Known names by their words."""

    def __init__(self, names: Iterable[Name]) -> None:
        by_words: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            by_words[name.words].append(name)
        self._names = {words: tuple(same) for words, same in by_words.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for words in self._names:
            lengths[words[:2]].add(len(words))
        self._lengths = {head: sorted(sizes, reverse=True) for head, sizes in lengths.items()}

    def __len__(self) -> int:
        return len(self._names)

    def named(self, words: str) -> tuple[Name, ...]:
        """The known things that are written exactly so."""
        return self._names.get(words, ())

    def find(self, text: str, span: Span | None = None) -> Iterator[Hit]:
        """The known names in ``text``, the longest at each place, left to right without overlap.

        >>> lexicon = Lexicon([Name("渝北", "LOC", "渝北区"), Name("渝北区", "LOC", "渝北区")])
        >>> [hit.span for hit in lexicon.find("在渝北区和渝北")]
        [Span(start=1, end=4), Span(start=5, end=7)]
        """
        place, end = (span.start, span.end) if span else (0, len(text))
        lengths, names = self._lengths, self._names
        while place < end - 1:
            sizes = lengths.get(text[place : place + 2])
            if sizes:
                for size in sizes:
                    found = names.get(text[place : place + size])
                    if found and place + size <= end:
                        yield Hit(Span(place, place + size), found)
                        place += size - 1
                        break
            place += 1


@cache
def load_lexicon() -> Lexicon:
    """Everything that is shipped: divisions, towns, countries and other names."""
    return Lexicon((*_divisions(), *_towns(), *_countries(), *_others()))


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in ``resources/lexicons``, without its comments."""
    for line in assets.load_text(f"lexicons/{name}").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def stem(code: str) -> str:
    """The code of a division without the zeros of lower levels: what the codes inside it begin with.

    >>> stem("500000"), stem("433100"), stem("500112")
    ('50', '4331', '500112')
    """
    if code.endswith("0000"):
        return code[:2]
    return code[:4] if code.endswith("00") else code


@cache
def division_names() -> dict[str, str]:
    """The full name of each division of China by its code."""
    rows = ((row[0], row[1]) for row in read_rows("divisions.tsv"))
    return {code: full for code, full in rows if _LEVEL.search(full)}


def home_of(code: str) -> str:
    """Province and city of a division, in words; empty where it is none.

    >>> home_of("500105"), home_of("220104")
    ('重庆市', '吉林省长春市')
    """
    full = division_names()
    city = full.get(code[:4] + "00", "") if code[4:] != "00" else ""
    return full.get(code[:2] + "0000", "") + city


def _divisions() -> Iterator[Name]:
    for code, full, short, mark in read_rows("divisions.tsv"):
        if code[4] == ZONE:
            yield Name(full, "LOC", full)
            continue
        yield Name(full, "LOC", full, code)
        if short:
            yield Name(short, "LOC", full, code, is_ambiguous=bool(mark))
        if level := _AUTONOMOUS.search(full):
            yield Name(short + level[1], "LOC", full, code)


def _towns() -> Iterator[Name]:
    for county, towns in read_rows("towns.tsv"):
        for town in towns.split(" "):
            yield Name(town[3:], "LOC", town[3:], county + town[:3])


def _countries() -> Iterator[Name]:
    for code, full, *others in read_rows("countries.tsv"):
        for words in (full, *others):
            yield Name(words, "LOC", full, code or None)


def _others() -> Iterator[Name]:
    for label, full, *others in read_rows("names.tsv"):
        for words in (full, *others):
            yield Name(words, label, full)
