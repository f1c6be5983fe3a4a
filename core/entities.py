"""One card for each thing that an article names, with all the ways in which it is written.

Two wordings are one thing where the lexicon says so (渝北, 渝北区), where a short form has exactly one full
form in the article (市发改委, 重庆市发展和改革委员会) or where the article says so itself (以下简称). What is
uncertain stays apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.document import Annotation, Entity
from core.lexicon import Lexicon, Name, load_lexicon
from core.recognition import name_words
from core.script import HANS, convert

GROUPED = ("PER", "LOC", "ORG", "WORK", "TERM")
_LEVELS = "省市区县州旗镇乡村"
_MARKS = "《》〈〉“”‘’「」『』"
_ALIAS = re.compile(r"[（(](?:以下|下)?(?:统一)?简?称(?:为|：|:)?[“\"「]?")

Wording = tuple[str, str]
"""A label and the words in Simplified characters, without quotation or title marks."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The entities in the order of their first mention, and the entity of each annotation by its id."""

    entities: tuple[Entity, ...]
    by_annotation: Mapping[str, str]


def group(annotations: Iterable[Annotation], text: str) -> Grouping:
    """The entities of an article's live names. ``text`` is the reading text that the annotations mark."""
    lexicon = load_lexicon()
    named = [a for a in annotations if a.is_live and a.label in GROUPED]
    wordings = {a.id: (a.label, convert(a.quote, to=HANS).strip(_MARKS)) for a in named}
    written = _written_forms(named, wordings)
    provinces = _provinces(written, lexicon)
    known = {w: _resolve(w, written, provinces, lexicon) for w in written}
    leaders = _leaders(list(written), known, _declared(named, wordings, text))
    members: dict[Wording, list[Wording]] = defaultdict(list)
    for wording in written:
        members[leaders[wording]].append(wording)
    ids = {leader: f"e{number}" for number, leader in enumerate(members, 1)}
    entities = tuple(_card(ids[leader], group, written, known) for leader, group in members.items())
    return Grouping(entities, {a.id: ids[leaders[wordings[a.id]]] for a in named})


def _written_forms(named: list[Annotation], wordings: Mapping[str, Wording]) -> dict[Wording, list[str]]:
    """Every wording in the order of first mention, with its forms as the text has them."""
    written: dict[Wording, list[str]] = {}
    for annotation in named:
        forms = written.setdefault(wordings[annotation.id], [])
        if annotation.quote not in forms:
            forms.append(annotation.quote)
    return written


def _provinces(written: Iterable[Wording], lexicon: Lexicon) -> Counter[str]:
    """The provinces that the article's unmistakable places lie in, with their number."""
    counts: Counter[str] = Counter()
    for label, words in written:
        codes = {n.code[:2] for n in lexicon.named(words) if n.code and n.code[:2].isdigit()}
        if label == "LOC" and len(codes) == 1:
            counts.update(codes)
    return counts


def _resolve(
    wording: Wording, written: Container[Wording], provinces: Counter[str], lexicon: Lexicon
) -> Name | None:
    """The known thing of that name; of several, the one in the province that the article is about.

    A short form is no known division's where the article has a full form that the lexicon does not know.
    """
    label, words = wording
    fulls = {words + level for level in _LEVELS if (label, words + level) in written}
    names = [n for n in lexicon.named(words) if n.label == label and (n.full == words or fulls <= {n.full})]
    if len(names) < 2:
        return names[0] if names else None
    weights = [provinces[(name.code or "")[:2]] for name in names]
    best = max(weights)
    return names[weights.index(best)] if best and weights.count(best) == 1 else None


def _declared(named: list[Annotation], wordings: Mapping[str, Wording], text: str) -> dict[Wording, Wording]:
    """Short forms that the article itself introduces behind the full one."""
    ends = {a.span.end: wordings[a.id] for a in named}
    declared: dict[Wording, Wording] = {}
    for annotation in named:
        for distance in range(4, 12):
            full = ends.get(annotation.span.start - distance)
            between = text[annotation.span.start - distance : annotation.span.start]
            if full and full[0] == annotation.label and _ALIAS.fullmatch(convert(between, to=HANS)):
                declared[wordings[annotation.id]] = full
    return declared


def _leaders(
    wordings: Sequence[Wording], known: Mapping[Wording, Name | None], declared: Mapping[Wording, Wording]
) -> dict[Wording, Wording]:
    """The wording that stands for the thing, for each wording."""
    above = {wording: wording for wording in wordings}

    def leader(wording: Wording) -> Wording:
        while above[wording] != wording:
            wording = above[wording]
        return wording

    by_thing: dict[tuple[str, str, str | None], Wording] = {}
    possible_fulls = _possible_fulls(wordings)
    rank = {wording: number for number, wording in enumerate(wordings)}
    for wording in wordings:
        thing, full = known[wording], declared.get(wording)
        if thing:
            full = full or by_thing.setdefault((wording[0], thing.full, thing.code), wording)
        if full is None or full == wording:
            full = _only_full_form(wording, known[wording], possible_fulls(wording))
        if full:
            first, second = sorted((leader(wording), leader(full)), key=rank.__getitem__)
            above[second] = first
    return {wording: leader(wording) for wording in wordings}


def _possible_fulls(wordings: Sequence[Wording]) -> Callable[[Wording], list[Wording]]:
    """A quick look at which wordings may be a longer form of one, so that not all are compared with all."""
    by_key: dict[Wording, list[Wording]] = defaultdict(list)
    for label, words in wordings:
        by_key[label, _key(label, words, is_full=True)].append((label, words))
    return lambda short: by_key[short[0], _key(*short, is_full=False)]


def _key(label: str, words: str, *, is_full: bool) -> str:
    """What a short and a full form share: a place its words, a person the last part, a body its end."""
    if label == "LOC":
        return words[:-1] if is_full else words
    if label == "PER":
        return words.split("·")[-1]
    return without_company_words(words).removesuffix("员会")[-1:]


def _only_full_form(short: Wording, known: Name | None, possible: list[Wording]) -> Wording | None:
    """The one wording that ``short`` can be the short form of; None where there are several or none."""
    if known and known.code:
        return None
    fits = [w for w in possible if w != short and is_short_form(short[0], short[1], w[1])]
    return fits[0] if len(fits) == 1 else None


def is_short_form(label: str, short: str, full: str) -> bool:
    """Whether ``short`` is a way to shorten ``full``, for a person, a place or an organization.

    >>> is_short_form("LOC", "青溪", "青溪县"), is_short_form("PER", "特朗普", "唐纳德·特朗普")
    (True, True)
    >>> is_short_form("ORG", "市发改委", "重庆市发展和改革委员会"), is_short_form("ORG", "江州", "江州大学")
    (True, False)
    """
    if len(short) >= len(full) or len(short) < 2:
        return False
    if label == "LOC":
        return full[:-1] == short and full[-1] in _LEVELS
    if label == "PER":
        return "·" in full and full.split("·")[-1] == short
    return label == "ORG" and (_is_company_short(short, full) or _is_abbreviation(short, full))


def _is_company_short(short: str, full: str) -> bool:
    """云雾茶业, 青溪县云雾茶业(集团)有限公司: without the kind of company, perhaps without the place."""
    if len(short) < 3:
        return False
    core = without_company_words(full)
    return core != full and core.endswith(short) and len(core) - len(short) <= 6


def without_company_words(words: str) -> str:
    """An organization's name without brackets and the words for its kind of company at the end."""
    plain = re.sub(r"[（(][^（()）]*[）)]", "", words)
    return re.sub(name_words.any_of("company_words") + "+$", "", plain)


def _is_abbreviation(short: str, full: str) -> bool:
    """市发改委: the characters stand in the full form in order, from its level on, and end as it ends."""
    if len(short) < 3 or short[0] not in full[:8]:
        return False
    is_cut = short[0] in _LEVELS or 2 * len(short) <= len(full) or (short[-1] == "委" and full[-1] == "会")
    rest = iter(full)
    return (
        is_cut
        and short[-1] == full.removesuffix("员会")[-1]
        and all(character in rest for character in short)
    )


def _card(
    entity_id: str,
    group: list[Wording],
    written: Mapping[Wording, list[str]],
    known: Mapping[Wording, Name | None],
) -> Entity:
    forms = [form for wording in group for form in written[wording]]
    thing = next((found for wording in group if (found := known[wording])), None)
    name = max(forms, key=len)
    if thing and thing.code and len(thing.full) > len(name) and convert(name, to=HANS) == name:
        name = thing.full
    variants = tuple(form for form in forms if form != name)
    return Entity(entity_id, group[0][0], name, variants, thing.code if thing else None)
