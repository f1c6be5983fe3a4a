"""Lengths from one named event to another (从立案到宣判，历时10个多月), which are dated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.times.dating import day_in
from core.checks.times.lengths import DAYS, MONTHS, Length, in_words, length_of
from core.checks.wording import say
from core.document import Finding

RULE = "order"
_NAMED_ENDS = re.compile(
    r"从([\u4e00-\u9fff]{2,6}?)[到至]([\u4e00-\u9fff]{2,6}?)，?[\u4e00-\u9fff]{0,4}"
    r"(?:一?共|总共|前后|历时|用时|耗时|用了|经历了?|间隔|相隔|过去了|不过|仅|花了)(?:整整|了)?$"
)
_ROUNDED = re.compile(r"[多余近约]|上下|左右|不[到足]")
_REACH = 40
_MONTH = 30.44


def check_named_ends(material: Material) -> Iterator[Finding]:
    """Questions about lengths from an event to another that their days do not give."""
    for times in material.times_by_sentence:
        for time in times:
            length = length_of(time.timex) if time.mark.label == "DURATION" else None
            if length and length.measure in (DAYS, MONTHS):
                yield from _check(material, time, length)


def _check(material: Material, time: Time, length: Length) -> Iterator[Finding]:
    start = material.sentences[time.sentence].span.start
    since = max(start, time.span.start - _REACH)
    named = _NAMED_ENDS.search(material.simplified, since, time.span.start)
    ends = [_days_of_event(material, event) for event in named.groups()] if named else []
    if not ends or not all(len(end) == 1 for end in ends):
        return
    ((since_day, first),), ((last_day, last),) = (end.items() for end in ends)
    days = (last_day - since_day).days
    low, high = _days_meant(time, length)
    if days > 0 and not low <= days <= high:
        told = f"{days}天" if length.measure == DAYS else f"约{in_words(round(days / _MONTH), MONTHS)}"
        shown = say(
            "length_is", **{"from": first.mark.quote, "to": last.mark.quote}, made=told, said=time.mark.quote
        )
        yield ask(RULE, MEDIUM, say("length"), shown, material.text, first, last, time)


def _days_of_event(material: Material, event: str) -> dict[date, Time]:
    """The days that the article puts to an event, with the times that say them."""
    found: dict[date, Time] = {}
    for sentence, times in zip(material.sentences, material.times_by_sentence, strict=True):
        place = material.simplified.find(event, sentence.span.start, sentence.span.end) if times else -1
        near = [time for time in times if place - _REACH <= time.span.end <= place]
        if near and (day := day_in(near[-1].timex)):
            found.setdefault(day, near[-1])
    return found


def _days_meant(time: Time, length: Length) -> tuple[float, float]:
    """The fewest and the most days that a length in days or months can stand for."""
    size = _MONTH if length.measure == MONTHS else 1.0
    slack = 0.6 * size if length.measure == MONTHS else 1.0
    more = size if _ROUNDED.search(time.mark.quote) else 0.0
    return length.amount * size - slack - more, length.amount * size + slack + more
