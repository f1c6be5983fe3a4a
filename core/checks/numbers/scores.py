"""Scores and their arithmetic: 24比18领先6分; 15胜9平6负 of 30场; 3比2 and five sets; quarters and 98比87."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import LOW, MEDIUM, ask
from core.checks.material import Material, Sentence
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

SUM, GROWTH, REPEAT = "sum", "growth", "repeat"
_SCORE = r"(?<!\d)(\d{1,3})(?:比|[:：∶—-])(\d{1,3})(?![\d.])"
_LEAD = re.compile(
    rf"{_SCORE}[^。；\d]{{0,14}}?(?:领先|落后|净胜|赢了?|输了?|优势|分差|多胜|相差)[^，。；\d]{{0,6}}(\d{{1,3}})(?:个球|分|球)"
)
_SERIES = re.compile(r"(?<!\d)(\d{1,2})胜(?:(\d{1,2})平)?(\d{1,2})[负败]")
_GAMES = re.compile(r"(?<![\d第比])(\d{1,2})(?:场|轮|战(?!胜))(?!次)")
_POINTS = re.compile(r"(?:积|得|拿到|获得|收获)(\d{1,3})(?:个?积?分)")
_SETS = re.compile(
    rf"{_SCORE}(?P<gap>[^。；]{{0,40}}?(?:局分|比分)[^。；\d]{{0,8}})(?P<sets>\d{{1,2}}[比:：∶-]\d{{1,2}}(?:[、，和及]\d{{1,2}}[比:：∶-]\d{{1,2}})+)"
)
_ROW = re.compile(rf"{_SCORE}(?:[、，和及]{_SCORE}){{2,6}}")
_ANY = re.compile(_SCORE)
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
    scores = [*material.find(_ANY)]
    yield from _in_title(material, scores)
    for found in material.find(_ROW):
        yield from _parts(material, found, scores)


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


def _pair(score: re.Match[str]) -> tuple[int, int]:
    return int(score[1]), int(score[2])


def _is_half_of(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two scores agree in one of their sides, and only there."""
    return sum(a == b for a, b in zip(one, other, strict=True)) == 1


def _in_title(material: Material, scores: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """A score of the title that the body lacks, where it begins with one that is like it in one side."""
    body = [score for score in scores if not _sentence(material, score).is_summary]
    told = {pair for score in body for pair in (_pair(score), _pair(score)[::-1])}
    for score in scores:
        if _sentence(material, score).kind == "title" and _pair(score) not in told and body:
            first = _pair(body[0])
            if _is_half_of(_pair(score), first) or _is_half_of(_pair(score), first[::-1]):
                shown = say("body_says", said=score[0], other=body[0][0])
                spans = Span(*score.span()), Span(*body[0].span())
                yield ask(REPEAT, MEDIUM, say("figure_in_body"), shown, material.text, *spans)


def _parts(material: Material, row: re.Match[str], scores: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """The scores of quarters or sets against that of the whole game."""
    pairs = [_pair(score) for score in _ANY.finditer(row[0])]
    sides = [one for one, _ in pairs], [other for _, other in pairs]
    made = sum(sides[0]), sum(sides[1])
    wholes = [
        score
        for score in scores
        if not row.start() <= score.start() < row.end() and min(_pair(score)) > max(*sides[0], *sides[1])
    ]
    told = {pair for score in wholes for pair in (_pair(score), _pair(score)[::-1])}
    halves = [
        score for score in wholes if _is_half_of(_pair(score), made) or _is_half_of(_pair(score)[::-1], made)
    ]
    if made not in told and halves:
        shown = say("reckoned", sum=row[0], made=f"{made[0]}:{made[1]}", said=halves[0][0])
        spans = Span(*row.span()), Span(*halves[0].span())
        yield ask(SUM, MEDIUM, say("parts_and_total"), shown, material.text, *spans)


def _sentence(material: Material, score: re.Match[str]) -> Sentence:
    return material.sentences[material.sentence_index(score.start())]
