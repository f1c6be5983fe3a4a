"""Scores and their arithmetic: 24比18领先6分; 15胜9平6负 of 30场; 3比2 and five sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.spans import Span

SUM, GROWTH = "sum", "growth"
_SCORE = r"(?<!\d)(\d{1,3})(?:比|[:：∶—-])(\d{1,3})(?![\d.])"
_LEAD = re.compile(
    rf"{_SCORE}[^。；\d]{{0,14}}?(?:领先|落后|净胜|赢了?|输了?|优势|分差|多胜|相差)[^，。；\d]{{0,6}}(\d{{1,3}})(?:个球|分|球)"
)
_SERIES = re.compile(r"(?<!\d)(\d{1,2})胜(?:(\d{1,2})平)?(\d{1,2})[负败]")
_GAMES = re.compile(r"(?<![\d第])(\d{1,2})(?:场|轮|战)(?!次)")
_POINTS = re.compile(r"(?:积|得|拿到|获得|收获)(\d{1,3})(?:个?积?分)")
_SETS = re.compile(
    rf"{_SCORE}(?P<gap>[^。；]{{0,40}}?(?:局分|比分)[^。；\d]{{0,8}})(?P<sets>\d{{1,2}}[比:：∶-]\d{{1,2}}(?:[、，和及]\d{{1,2}}[比:：∶-]\d{{1,2}})+)"
)
_AROUND = 30
_MOST_SETS = 7


def check_scores(material: Material) -> Iterator[Finding]:
    """Questions about leads, rows of games and sets that the scores do not give."""
    for found in material.find(_LEAD):
        one, other, told = int(found[1]), int(found[2]), int(found[3])
        if told != abs(one - other):
            more, less = max(one, other), min(one, other)
            shown = say("reckoned", sum=f"{more} - {less}", made=more - less, said=told)
            yield ask(GROWTH, MEDIUM, say("difference"), shown, material.text, Span(*found.span()))
    for found in material.find(_SERIES):
        yield from _series(material, found)
    for found in material.find(_SETS):
        yield from _sets(material, found)


def _series(material: Material, found: re.Match[str]) -> Iterator[Finding]:
    """15胜9平6负 against the games beside them, and the points for them."""
    sentence = material.sentences[material.sentence_index(found.start())].span
    start, end = max(sentence.start, found.start() - _AROUND), min(sentence.end, found.end() + _AROUND)
    parts = [int(part) for part in found.groups() if part]
    games = [*_GAMES.finditer(material.simplified, start, end)]
    if games and sum(parts) not in {int(each[1]) for each in games}:
        nearest = min(games, key=lambda each: abs(each.start() - found.start()))
        shown = say("reckoned", sum=" + ".join(map(str, parts)), made=sum(parts), said=nearest[1])
        spans = Span(*nearest.span()), Span(*found.span())
        yield ask(SUM, MEDIUM, say("parts_and_total"), shown, material.text, *spans)
    points = _POINTS.search(material.simplified, found.end(), end)
    if points and found[2]:
        made = 3 * parts[0] + parts[1]
        if int(points[1]) not in (made, 2 * parts[0] + parts[1]):
            shown = say("reckoned", sum=f"3 × {parts[0]} + {parts[1]}", made=made, said=points[1])
            spans = Span(*found.span()), Span(*points.span())
            yield ask(SUM, LOW, say("parts_and_total"), shown, material.text, *spans)


def _sets(material: Material, found: re.Match[str]) -> Iterator[Finding]:
    """3比2 with the scores of the sets, of which so many are won and lost."""
    pairs = [tuple(map(int, re.findall(r"\d+", each))) for each in re.split("[、，和及]", found["sets"])]
    won = sum(one > other for one, other in pairs)
    told, made = {int(found[1]), int(found[2])}, {won, len(pairs) - won}
    if len(pairs) <= _MOST_SETS and max(told) <= _MOST_SETS and told != made:
        shown = say(
            "reckoned", sum=found["sets"], made=f"{won}:{len(pairs) - won}", said=f"{found[1]}:{found[2]}"
        )
        yield ask(SUM, MEDIUM, say("parts_and_total"), shown, material.text, Span(*found.span()))
