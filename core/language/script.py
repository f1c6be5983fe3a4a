"""Simplified and Traditional: which of the two a text is in, and conversion that keeps its length.

``hans`` is Simplified, ``hant`` Traditional. Characters are converted one to one, then phrases that
read otherwise (乾隆, 皇后); a phrase whose conversion has another length is left to its characters, so
one offset serves both scripts. The tables are OpenCC's (Apache-2.0), read from
``opencc-python-reimplemented``; what they lack is in ``resources/lexicons/script.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from core.assets import load_toml
from core.document import ScriptChoice
from core.text.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HANS, HANT = "hans", "hant"
Table = Mapping[int, str]

_OTHER = {HANS: HANT, HANT: HANS}
# A page is mixed when the rarer script has this share of the characters that tell the two apart.
_MIXED_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class ScriptEvidence:
    """How many characters of a text exist in one script only."""

    hans: int
    hant: int

    @property
    def script(self) -> str:
        """The script that has more of them; Simplified where nothing tells."""
        return HANT if self.hant > self.hans else HANS

    @property
    def is_mixed(self) -> bool:
        """Whether both scripts have a part in the text."""
        rarer = min(self.hans, self.hant)
        return rarer > 1 and rarer >= _MIXED_SHARE * (self.hans + self.hant)


def weigh_script(text: str) -> ScriptEvidence:
    """Count the characters that exist in one script only.

    >>> weigh_script("一區兩群")
    ScriptEvidence(hans=0, hant=2)
    """
    import numpy as np  # not at the top: the window waits for this module

    counts = np.bincount(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32))
    telling = (_codes_only_in(script) for script in (HANS, HANT))
    return ScriptEvidence(*(int(counts[codes[codes < len(counts)]].sum()) for codes in telling))


def weigh_counts(counts: Mapping[str, int]) -> ScriptEvidence:
    """The same for a text whose characters are counted already."""
    telling = (only_in(script).intersection(counts) for script in (HANS, HANT))
    return ScriptEvidence(*(sum(counts[character] for character in characters) for characters in telling))


def detect_script(text: str) -> str:
    """``hant`` where the text is Traditional, else ``hans``.

    >>> detect_script("對口協同發展"), detect_script("对口协同发展")
    ('hant', 'hans')
    """
    return weigh_script(text).script


def find_other_script(text: str) -> Iterator[Span]:
    """Runs of characters that do not belong to the script of the text, for the editor to look at.

    >>> [span.of("这个项目屬於慶典") for span in find_other_script("这个项目屬於慶典")]
    ['屬', '慶']
    """
    foreign = only_in(_OTHER[detect_script(text)])
    start = None
    for place, character in enumerate(text):
        if (character in foreign) != (start is not None):
            if start is not None:
                yield Span(start, place)
            start = place if start is None else None
    if start is not None:
        yield Span(start, len(text))


def convert(text: str, *, to: str) -> str:
    """The text in the script ``to``, of the same length.

    In Simplified 著 becomes 着 but in the words that keep it, as one-to-one converters lost the difference.

    >>> convert("朝著著名的乾隆行宮", to="hans")
    '朝着著名的乾隆行宫'
    >>> convert("皇后在后面", to="hant")
    '皇后在後面'
    """
    return "\n".join([_convert_line(line, to) for line in text.split("\n")])  # other threads go on in between


def _convert_line(text: str, to: str) -> str:
    converted = text.translate(character_table(to))
    phrases = _phrases(to)
    pieces: list[str] = []
    place = 0
    for start, end, replacement in _phrase_matches(text, phrases):
        pieces += (converted[place:start], replacement)
        place = end
    pieces.append(converted[place:])
    return _settle_zhu("".join(pieces)) if to == HANS else "".join(pieces)


def converter(choice: ScriptChoice) -> Callable[[str], str]:
    """The conversion from the source's script to the reading script; none where they are one."""
    if choice.source == choice.reading:
        return lambda text: text
    return lambda text: convert(text, to=choice.reading)


def simplified(text: str, script: str) -> str:
    """The text in Simplified characters, character for character; ``script`` is its own, strays aside."""
    is_simplified = script == HANS and not weigh_script(text).hant
    return text if is_simplified else convert(text, to=HANS)


def to_machine_traditional(text: str) -> str:
    """Simplified text through a one-to-one table as mirror sites use it.

    It leaves 后 里 于 … as they are and writes 著 for 着.

    >>> to_machine_traditional("朝着发展的后面")
    '朝著發展的后面'
    """
    return text.translate(machine_table())


@cache
def machine_table() -> Table:
    """The one-to-one table of mirror sites, for ``str.translate``."""
    stays = load_toml("lexicons/script.toml")["machine_stays"]
    return {code: target for code, target in character_table(HANT).items() if chr(code) not in stays}


@cache
def character_table(to: str) -> Table:
    """For ``str.translate``: every character's first counterpart in the script ``to``."""
    rows = [(source, targets[0]) for source, targets in _characters_to(to)]
    return {ord(source): target for source, target in rows if source != target}


@cache
def only_in(script: str) -> frozenset[str]:
    """The characters that exist in ``script`` only."""
    leaving = {source for source, targets in _characters_to(_OTHER[script]) if source not in targets}
    at_home_in_both = {source for source, targets in _characters_to(script) if source in targets}
    return frozenset(leaving - at_home_in_both)


@cache
def _codes_only_in(script: str) -> NDArray[np.intp]:
    import numpy as np

    return np.array(sorted(map(ord, only_in(script))), np.intp)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases with their conversion; ``beginning`` has their lengths by their first two characters."""

    conversions: Mapping[str, str]
    beginning: Mapping[str, tuple[int, ...]]
    first: re.Pattern[str]


def _phrase_matches(text: str, phrases: _Phrases) -> Iterator[tuple[int, int, str]]:
    """Longest matches from left to right, as start, end and conversion."""
    place = 0
    for candidate in phrases.first.finditer(text):
        start = candidate.start()
        lengths = phrases.beginning.get(text[start : start + 2]) if start >= place else None
        for length in lengths or ():
            conversion = phrases.conversions.get(text[start : start + length])
            if conversion is not None:
                place = start + length
                yield start, place, conversion
                break


@cache
def _phrases(to: str) -> _Phrases:
    """The phrases that hold a character which some phrase converts otherwise than the table does."""
    table = character_table(to)
    rows = {
        source: targets[0]
        for source, targets in _read_dictionary("TSPhrases" if to == HANS else "STPhrases")
        if len(source) == len(targets[0]) > 1
    }
    if to == HANT:
        rows = {source: target.translate(_taiwan_variants()) for source, target in rows.items()}
    ambiguous = {
        character
        for source, target in rows.items()
        for character, is_so in zip(source, target, strict=True)
        if table.get(ord(character), character) != is_so
    }
    kept = {source: target for source, target in rows.items() if not ambiguous.isdisjoint(source)}
    beginning: dict[str, set[int]] = {}
    for source in kept:
        beginning.setdefault(source[:2], set()).add(len(source))
    first = re.compile("[" + "".join(sorted({source[0] for source in kept})) + "]")
    return _Phrases(kept, {k: tuple(sorted(v, reverse=True)) for k, v in beginning.items()}, first)


def _settle_zhu(text: str) -> str:
    if "著" not in text:
        return text
    return _zhu_pattern().sub(lambda m: m.group(1) or m.group().replace("著", "着"), text)


@cache
def _zhu_pattern() -> re.Pattern[str]:
    """Group 1 is a word that keeps its 著; anything else matched is written with 着."""
    rules = load_toml("lexicons/script.toml")
    meant = "|".join(sorted(rules["zhe_meant"], key=len, reverse=True))
    stays = "|".join(sorted(rules["zhu_stays"], key=len, reverse=True))
    return re.compile(f"{meant}|({stays})|著")


@cache
def _characters_to(to: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Characters with their counterparts, the usual one first; Traditional ones as Taiwan writes them."""
    if to == HANS:
        return _read_dictionary("TSCharacters")
    usual = _taiwan_variants()
    rows = dict(_read_dictionary("STCharacters")) | {
        chr(source): (target,) for source, target in usual.items()
    }
    return tuple((source, tuple(t.translate(usual) for t in targets)) for source, targets in rows.items())


@cache
def _taiwan_variants() -> Table:
    """OpenCC's own standard has 羣 峯 牀 where Taiwan, and one-to-one tables, have 群 峰 床."""
    return {ord(source): targets[0] for source, targets in _read_dictionary("TWVariants")}


@cache
def _read_dictionary(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Rows of one of OpenCC's dictionaries: a source and its targets, the usual one first."""
    file = resources.files("opencc") / "dictionary" / f"{name}.txt"
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return tuple((source, tuple(targets.split(" "))) for source, targets in rows)
