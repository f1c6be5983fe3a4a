"""What an article says once holds everywhere in it: labels agree, names and short forms are found again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.language.lexicon import Lexicon, Name
from core.mentions import Mention
from core.recognition import name_words
from core.recognition.presence import Presence
from core.text.spans import Span

KNOWN_WEIGHT = 1.2
"""What the lexicon's label, or that of 青溪县 for 青溪, weighs beside the sum of the tagger's scores."""

NAMESAKE_WEIGHT = 0.6
"""The same for what may as well be a person (秦岭, 贺兰)."""

SETTLED = frozenset({"names/byline", "names/veiled", "names/pair", "names/office"})
"""What these rules find is what they say it is (通讯员 龙江)."""

LEVELS = "省市区县州旗镇乡"

MOST_INITIALS = 30
"""With the initials of more places, three in a row no longer tell anything."""

LONGEST_PERSON = 3
LEAST_PRESENCE = 0.1
SURE = 0.75
"""From this confidence on, a wording is looked for elsewhere."""

_ALIAS = re.compile(
    r"[（(](?:以下|下)?(?:统一)?简?称(?:为|：|:)?[“\"「]?(?P<alias>[^”\"」，。（）()]{2,16})[”\"」]?"
)
_CLASS_ALIAS = re.compile(r"(?:本|该|上市|标的)?(?:公司|集团|企业|银行|学校|医院|协会|基金|项目|[甲乙丙]方)$")


def agree_on_labels(text: str, names: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Every wording gets the label that most of its evidence gives it."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        votes[name.span.of(text)][name.label] += name.confidence
    for words, counts in votes.items():
        total = sum(counts.values())
        for known in lexicon.named(words)[:1]:
            is_person = max(counts, key=lambda label: counts[label]) == "PER"
            is_namesake = is_person and known.label == "LOC" and _may_be_person(words)
            counts[known.label] += (NAMESAKE_WEIGHT if is_namesake else KNOWN_WEIGHT) * total
        if any("LOC" in votes[words + level] for level in LEVELS if words + level in votes):
            counts["LOC"] += KNOWN_WEIGHT * total
    best = {words: max(counts, key=lambda label: counts[label]) for words, counts in votes.items()}
    return [
        name if name.origin in SETTLED else replace(name, label=best[name.span.of(text)]) for name in names
    ]


def _may_be_person(words: str) -> bool:
    return len(words) <= LONGEST_PERSON and re.match(name_words.surnames(), words) is not None


def find_again(
    text: str, names: Sequence[Mention], spans: Iterable[Span], presence: Presence
) -> Iterator[Mention]:
    """Other places where a wording that is a name stands; two characters need the tagger's inkling."""
    known = _wordings(text, names)
    wordings = Lexicon(Name(words, name.label, words) for words, name in known.items())
    for span in spans:
        for hit in wordings.find(text, span):
            again = known[hit.span.of(text)]
            if len(hit.span) > 2 or presence.mean(hit.span.start, hit.span.end) >= LEAST_PRESENCE:
                yield Mention(hit.span, again.label, None, min(again.confidence, 0.9), "names/again")


def find_joined(
    text: str, names: Sequence[Mention], spans: Iterable[Span], lexicon: Lexicon
) -> Iterator[Mention]:
    """万开云: three divisions of the article by their first characters, where no other name reaches in."""
    places = {name.span.of(text) for name in names if name.label == "LOC"}
    initials = {words[0] for words in places if any(name.code for name in lexicon.named(words))}
    if not 3 <= len(initials) <= MOST_INITIALS:
        return
    at = {place: name.span for name in names for place in range(name.span.start, name.span.end)}
    pattern = re.compile(f"[{''.join(sorted(initials))}]{{3}}")
    for span in spans:
        for found in pattern.finditer(text, span.start, span.end):
            whole = Span(*found.span())
            inner = {at[place] for place in range(whole.start, whole.end) if place in at}
            if inner and len(set(found[0])) == 3 and all(whole.contains(one) for one in inner):
                yield Mention(whole, "LOC", None, 0.8, "names/joined")


def _wordings(text: str, names: Sequence[Mention]) -> dict[str, Mention]:
    """The names to look for, each with its surest mention, and the short forms of organizations."""
    known: dict[str, Mention] = {}
    for name in names:
        words = name.span.of(text)
        if len(words) > 1 and name.confidence >= SURE:
            known[words] = max(name, known.get(words, name), key=lambda mention: mention.confidence)
    for name in list(known.values()):
        for short in _short_forms(text, name):
            known.setdefault(short, replace(name, confidence=0.8))
    return known


def _short_forms(text: str, name: Mention) -> Iterator[str]:
    """江南重工股份有限公司（以下简称“江南重工”）; without the words for the kind of company in any case."""
    if (found := _ALIAS.match(text, name.span.end)) and not _CLASS_ALIAS.match(found["alias"]):
        yield found["alias"]
    if name.label == "LOC" and len(name.span) > 2 and text[name.span.end - 1] in LEVELS:
        yield text[name.span.start : name.span.end - 1]
    if name.label == "ORG":
        words = re.sub(r"[（(][^）)]*[）)]", "", name.span.of(text))
        kind = re.search(name_words.any_of("company_words") + "$", words)
        if kind and kind.start() >= 4:
            yield words[: kind.start()]
