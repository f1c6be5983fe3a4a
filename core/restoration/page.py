"""What a page tells about its own damage: which characters it glosses, and whether it was damaged at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from core.language.script import HANS, HANT, character_table, machine_table, only_in, weigh_counts
from core.restoration.readings import LETTERS, first_reading, glossed_with_any

_GLOSS = re.compile(rf"([^\x00-\xff])\(([{LETTERS}]+)\)")
_WHOLE = re.compile(rf"(?<=[^\x00-\xff])\([{LETTERS}]+\)")
_SIGN = re.compile(rf"\([{LETTERS}]{{1,6}}\)|\?[{LETTERS}]{{1,6}}\)|[㐀-鿿]\?[,!?][A-Z㐀-鿿]")
_TORN = re.compile(rf"\?([{LETTERS}]{{1,6}})\)")
_SPLIT = re.compile(r"[㐀-鿿”]\?[,!?][A-Z㐀-鿿]")
_FULL_WIDTH = re.compile("(?<![,，。；：])[！-～](?![,，。；：])")
_FOLDED = re.compile(r"(?<=[^\x00-\xff)])[,:;!?]|(?<=\))[,:;!?]")

_GLOSS_UNSEEN = 2.0
_GLOSS_DENIED = 9.0
_ODD_FORM = 5.0
_ON_PAGE = 3.0
_UNFOLDED_SHARE = 0.5
_CONSISTENT = 0.8
_MANY = 8
_MOST_GLOSSED = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """A source text with its gloss list, and with the characters that it shows without a gloss.

    ``bare`` is the text without its glosses; Traditional text is taken for the work of a one-to-one table.
    """

    source: str
    glossed: frozenset[str]
    plain: frozenset[str]
    bare: str = ""
    script: str = HANT

    def gloss_cost(self, character: str) -> float:
        """How much a gloss on ``character`` would surprise: all or none of a character's places have one."""
        if character in self.glossed:
            return 0.0
        return _GLOSS_DENIED if character in self.plain else _GLOSS_UNSEEN

    def form_cost(self, character: str) -> float:
        """How unlikely a form is on a page that a one-to-one table made: 战 and 壜 where it has 戰 and 壇."""
        return _ODD_FORM if self.script == HANT and character in _odd_forms() else 0.0

    def familiarity(self, before: str, character: str) -> float:
        """What it is worth, in nats, that the page has these characters in a row elsewhere."""
        return _ON_PAGE if len(before) == 2 and before + character in _in_a_row(self.bare) else 0.0

    def has_gloss(self, character: str, place: int) -> bool:
        """Whether the gloss of ``character`` stands at ``place``."""
        return self.source.startswith(f"({first_reading(character)})", place)


@lru_cache(maxsize=2)
def _in_a_row(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


@cache
def _odd_forms() -> frozenset[str]:
    """Characters that the chain's table never gives."""
    table = machine_table()
    simplified_only = {chr(code) for code in table}
    back = character_table(HANS)
    variants = {chr(c) for c, target in back.items() if table.get(ord(target), target) != chr(c)}
    return frozenset(simplified_only | variants)


def examine(source: str) -> Page | None:
    """The page's damage; None for a page that the chain has not touched.

    The chain folds every full-width form, and glosses a character everywhere or nowhere.
    """
    if _SIGN.search(source) is None or not _is_folded(source):
        return None
    shown = Counter(source)
    found = Counter(_GLOSS.findall(source))
    glosses = Counter({c: n for (c, reading), n in found.items() if first_reading(c) == reading})
    bare = shown.copy()
    for (character, _), number in found.items():
        bare[character] -= number
    glossed = frozenset(c for c, n in glosses.items() if n >= bare[c])
    script = weigh_counts(shown).script
    if not (_is_glossed(glosses, glossed, bare) or _has_torn_gloss(source) or _is_split(source, script)):
        return None
    plain = frozenset(c for c, n in bare.items() if n and c not in glossed)
    return Page(source, glossed, plain, _WHOLE.sub("", source), script=script)


def _is_glossed(glosses: Counter[str], glossed: frozenset[str], bare: Counter[str]) -> bool:
    """Traditional characters, or many; a children's reader has a reading on nearly every character."""
    places = sum(glosses[c] for c in glossed)
    if not places or places < _CONSISTENT * sum(glosses.values()):
        return False
    traditional = sum(glosses[c] for c in glossed & only_in(HANT))
    han = sum(n for c, n in bare.items() if "一" <= c <= "鿿")
    return traditional >= places / 2 or (places >= _MANY and places < _MOST_GLOSSED * han)


def _has_torn_gloss(source: str) -> bool:
    return any(glossed_with_any(torn[1]) for torn in _TORN.finditer(source))


def _is_split(source: str, script: str) -> bool:
    """Whether a question mark and another sign stand inside a sentence, which drift runs begin with.

    Forums have that too: a page without glosses counts as damaged only where such a run reads well.
    """
    return script == HANT and _SPLIT.search(source) is not None


def _is_folded(source: str) -> bool:
    """Whether full-width forms are folded; those that came from entities afterwards are few."""
    if _FULL_WIDTH.search(source) is None:
        return True
    return len(_FULL_WIDTH.findall(source)) <= _UNFOLDED_SHARE * len(_FOLDED.findall(source))
