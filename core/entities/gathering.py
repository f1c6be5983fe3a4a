"""One card for each thing that an article names, with all the ways in which it is written.

Two wordings are one thing where the lexicon says so (渝北, 渝北区), where a short form has exactly one full
form in the article (市发改委, 重庆市发展和改革委员会; 王市长, 市长王守信) or where the article says so itself
(以下简称). A name that many share is the one that the place before it or the rest of the article points at.
What is uncertain stays apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from core.document import Annotation, Entity
from core.entities.abbreviations import LEVELS, first_character, first_characters, is_short_form
from core.language.lexicon import Lexicon, Name, load_lexicon, stem
from core.language.script import HANS, convert
from core.recognition import name_words
from core.recognition.name_people import offices_beside

GROUPED = ("PER", "LOC", "ORG", "WORK", "TERM")
_MARKS = "《》〈〉“”‘’「」『』"
_ALIAS = re.compile(r"[（(](?:以下|下)?(?:统一)?简?称(?:为|：|:)?[“\"「]?")
_PREFIXES = (2, 4, 6)
"""Digits of a code that say the province, the city and the county."""

_DISTANCES = range(3, 12)
"""Characters between a name and the short form that it introduces: （简称, （以下统一简称为“."""


class Wording(NamedTuple):
    """Words in Simplified characters, without quotation or title marks, and what tells them apart beside.

    ``hint`` is the code of the one division of that name in the place before it, or the office behind a
    family name.
    """

    label: str
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The entities in the order of their first mention, and the entity of each annotation by its id."""

    entities: tuple[Entity, ...]
    by_annotation: Mapping[str, str]


def group(annotations: Iterable[Annotation], text: str) -> Grouping:
    """The entities of an article's live names. ``text`` is the reading text that the annotations mark."""
    lexicon = load_lexicon()
    named = [a for a in annotations if a.is_live and a.label in GROUPED]
    simplified = convert(text, to=HANS)
    wordings = _wordings(named, simplified, lexicon)
    written = _written_forms(named, wordings)
    regions = _regions(written, lexicon)
    present = {(wording.label, wording.words) for wording in written}
    known = {w: _resolve(w, present, regions, lexicon) for w in written}
    fulls = {**_holders(named, wordings, simplified), **_declared(named, wordings, simplified)}
    leaders = _leaders(list(written), known, fulls)
    members: dict[Wording, list[Wording]] = defaultdict(list)
    for wording in written:
        members[leaders[wording]].append(wording)
    ids = {leader: f"e{number}" for number, leader in enumerate(members, 1)}
    entities = tuple(_card(ids[leader], group, written, known) for leader, group in members.items())
    return Grouping(entities, {a.id: ids[leaders[wordings[a.id]]] for a in named})


def _wordings(named: Iterable[Annotation], text: str, lexicon: Lexicon) -> dict[str, Wording]:
    """The wording of each annotation."""
    wordings: dict[str, Wording] = {}
    above: dict[int, Wording] = {}
    for annotation in sorted(named, key=lambda a: a.span):
        span, label = annotation.span, annotation.label
        words = convert(annotation.quote, to=HANS).strip(_MARKS)
        hint = ""
        if label == "LOC":
            hint = _code_inside(words, above.get(span.start), lexicon)
        elif label == "PER" and _family().fullmatch(words):
            behind = _address().match(text, span.end)
            hint = behind[0] if behind else ""
        wordings[annotation.id] = above[span.end] = Wording(label, words, hint)
    return wordings


def _code_inside(words: str, above: Wording | None, lexicon: Lexicon) -> str:
    """The code of the one place of that name which lies in the place written before it."""
    codes = _codes(Wording("LOC", words), lexicon)
    if above is None or len(codes) < 2:
        return ""
    stems = {stem(code) for code in _codes(above, lexicon)}
    inside = [code for code in codes if any(code != s and code.startswith(s) for s in stems)]
    return inside[0] if len(inside) == 1 else ""


def _codes(wording: Wording, lexicon: Lexicon) -> set[str]:
    """The codes of the divisions that it may name."""
    if wording.label != "LOC":
        return set()
    codes = {name.code for name in lexicon.named(wording.words) if name.code and name.code.isdigit()}
    return {wording.hint} if wording.hint else codes


@cache
def _family() -> re.Pattern[str]:
    return re.compile(name_words.surnames())


@cache
def _address() -> re.Pattern[str]:
    """An office or a polite word, as it stands behind a family name."""
    return re.compile(f"{name_words.any_of('offices')}|{name_words.any_of('polite_words')}")


def _written_forms(named: Iterable[Annotation], wordings: Mapping[str, Wording]) -> dict[Wording, list[str]]:
    """Every wording in the order of first mention, with its forms as the text has them."""
    written: dict[Wording, list[str]] = {}
    for annotation in named:
        forms = written.setdefault(wordings[annotation.id], [])
        if annotation.quote not in forms:
            forms.append(annotation.quote)
    return written


def _regions(written: Iterable[Wording], lexicon: Lexicon) -> Counter[str]:
    """The provinces, cities and counties that the article's places lie in for sure, with their number."""
    counts: Counter[str] = Counter()
    for wording in written:
        codes = _codes(wording, lexicon)
        for digits in _PREFIXES:
            shared = {code[:digits] for code in codes}
            if len(shared) == 1:
                counts.update(shared)
    return counts


def _resolve(
    wording: Wording, present: Collection[tuple[str, str]], regions: Counter[str], lexicon: Lexicon
) -> Name | None:
    """The known thing of that name; of several, the one in the region that the article is about.

    A short form is no known division's where the article has a full form that is not that division's; one
    that shares its name with another place (江南, 太湖) is meant where its neighbors are named.
    """
    label, words, hint = wording
    fulls = [words + level for level in LEVELS if (label, words + level) in present]
    names = [
        name
        for name in lexicon.named(words)
        if name.label == label
        and (not hint or name.code == hint)
        and all(_is_form_of(full, name, lexicon) for full in fulls)
    ]
    if len(names) < 2:
        return names[0] if names else None
    no_division = next((name for name in names if not name.code), None)
    if no_division and not any(_is_at_home(name, regions) for name in names):
        return no_division
    weights = [tuple(regions[(name.code or "")[:digits]] for digits in _PREFIXES) for name in names]
    best = max(weights)
    return names[weights.index(best)] if best[0] and weights.count(best) == 1 else None


def _is_at_home(name: Name, regions: Counter[str]) -> bool:
    """Whether another place of the article lies in the city or province that a division belongs to."""
    code = stem(name.code or "")
    return bool(code) and regions[code[: max(_PREFIXES[0], len(code) - 2)]] > 1


def _is_form_of(words: str, thing: Name, lexicon: Lexicon) -> bool:
    return any((name.full, name.code) == (thing.full, thing.code) for name in lexicon.named(words))


def _declared(named: list[Annotation], wordings: Mapping[str, Wording], text: str) -> dict[Wording, Wording]:
    """Short forms that the article itself introduces behind the full one."""
    ends = {a.span.end: wordings[a.id] for a in named}
    declared: dict[Wording, Wording] = {}
    for annotation in named:
        for distance in _DISTANCES:
            full = ends.get(annotation.span.start - distance)
            between = text[annotation.span.start - distance : annotation.span.start]
            if full and full.label == annotation.label and _ALIAS.fullmatch(between):
                declared[wordings[annotation.id]] = full
    return declared


def _holders(named: list[Annotation], wordings: Mapping[str, Wording], text: str) -> dict[Wording, Wording]:
    """王 in 王市长 is 王守信 where he alone of that family name is called 市长; else the one 副市长."""
    people = [(a, wordings[a.id]) for a in named if a.label == "PER"]
    offices: dict[Wording, set[str]] = defaultdict(set)
    for annotation, wording in people:
        if not _family().fullmatch(wording.words):
            offices[wording].update(offices_beside(text, annotation.span))
    holders: dict[Wording, Wording] = {}
    for _, short in people:
        if short.hint:
            same = {w: held for w, held in offices.items() if w.words.startswith(short.words)}
            exact = [w for w, held in same.items() if short.hint in held]
            deputy = [w for w, held in same.items() if any(o.endswith(short.hint) for o in held)]
            for fits in (exact, deputy):
                if len(fits) == 1 and short not in holders:
                    holders[short] = fits[0]
    return holders


def _leaders(
    wordings: Sequence[Wording], known: Mapping[Wording, Name | None], fulls: Mapping[Wording, Wording]
) -> dict[Wording, Wording]:
    """The wording that stands for the thing, for each wording: of what belongs together the first."""
    above = {wording: wording for wording in wordings}
    rank = {wording: number for number, wording in enumerate(wordings)}

    def leader(wording: Wording) -> Wording:
        while above[wording] != wording:
            wording = above[wording]
        return wording

    def join(one: Wording, other: Wording) -> None:
        first, second = sorted((leader(one), leader(other)), key=rank.__getitem__)
        above[second] = first

    by_thing: dict[tuple[str, str, str | None], Wording] = {}
    for wording in wordings:
        if thing := known[wording]:
            join(wording, by_thing.setdefault((wording.label, thing.full, thing.code), wording))
        if full := fulls.get(wording):
            join(wording, full)
    possible_fulls = _possible_fulls(wordings)
    for short in sorted(wordings, key=lambda wording: -len(wording.words)):
        if short not in fulls and not ((thing := known[short]) and thing.code):
            fits = {leader(w) for w in possible_fulls(short) if _is_short(short, w, known)}
            if len(fits) == 1:
                join(short, fits.pop())
    return {wording: leader(wording) for wording in wordings}


def _is_short(short: Wording, full: Wording, known: Mapping[Wording, Name | None]) -> bool:
    """Whether it can be short for that.

    One character is a country or division that begins or ends so (中, 法, 港); what is known by itself
    (商务部) is not short for one of another place (美国商务部).
    """
    thing = known[full]
    if short.label == "LOC" and len(short.words) == 1 and thing and thing.code:
        return short.words in (thing.full[0], full.words[-1:])
    if known[short] and full.words[0] != short.words[0]:
        return False
    return short != full and is_short_form(short.label, short.words, full.words)


def _possible_fulls(wordings: Sequence[Wording]) -> Callable[[Wording], list[Wording]]:
    """A quick look at which wordings may be a longer form of one, so that not all are compared with all."""
    by_key: dict[tuple[str, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for character in first_characters(wording.label, wording.words):
            by_key[wording.label, character].append(wording)
    return lambda short: by_key[short.label, first_character(short.label, short.words)]


def _card(
    entity_id: str,
    group: list[Wording],
    written: Mapping[Wording, list[str]],
    known: Mapping[Wording, Name | None],
) -> Entity:
    forms = list(dict.fromkeys(form for wording in group for form in written[wording]))
    thing = next((found for wording in group if (found := known[wording])), None)
    name = max(forms, key=len)
    if thing and thing.code and len(thing.full) > len(name) and convert(name, to=HANS) == name:
        name = thing.full
    variants = tuple(form for form in forms if form != name)
    return Entity(entity_id, group[0].label, name, variants, thing.code if thing else None)
