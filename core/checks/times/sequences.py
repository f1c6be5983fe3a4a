"""Lists of what happened when, line by line (19时42分 接到报警), none of them before the one above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.wording import say
from core.document import Finding

RULE = "order"
_SHORTEST = 3
_OPENING = re.compile(r"[\s\u3000·•●○■◆▲★\-—]*(?:\d{1,2}[.、．])?[\s\u3000]*")
_CLOCK = re.compile(r"T\d\d(?::\d\d)?$")
_DAY_OR_MORE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d(?::\d\d)?)?$")
_EVENING, _MORNING = "T18", "T12"


def check_sequences(material: Material) -> Iterator[Finding]:
    """Questions about the one line of a chronicle that stands out of its order."""
    run: list[Time] = []
    for time in (*_heads(material), None):
        if run and (time is None or not _follows(material, run[-1], time)):
            yield from _check(material, run)
            run = []
        if time is not None:
            run.append(time)


def _heads(material: Material) -> Iterator[Time]:
    """The times at the heads of lines that are no sentences."""
    for sentence, times in zip(material.sentences, material.times_by_sentence, strict=True):
        if sentence.is_summary and sentence.kind not in ("title", "dateline") and times:
            lead = _OPENING.match(material.simplified, sentence.span.start)
            if lead and times[0].span.start == lead.end() and _key(times[0]):
                yield times[0]


def _key(time: Time) -> str | None:
    """What a time is ordered by; None for ranges and lengths."""
    is_plain = _CLOCK.match(time.timex) or _DAY_OR_MORE.match(time.timex)
    return time.timex if is_plain else None


def _follows(material: Material, time: Time, other: Time) -> bool:
    """Whether the two head neighboring lines and are clocks, or days, both."""
    are_alike = time.timex.startswith("T") == other.timex.startswith("T")
    return are_alike and other.sentence == time.sentence + 1


def _check(material: Material, run: Sequence[Time]) -> Iterator[Finding]:
    keys = [time.timex for time in run]
    falls = [place for place in range(1, len(keys)) if _is_earlier(keys[place], keys[place - 1])]
    if len(run) < _SHORTEST or len(falls) != 1:
        return
    place = falls[0]
    # Either the line that falls back or the one before it stands wrong.
    without_later = place + 1 == len(keys) or not _is_earlier(keys[place + 1], keys[place - 1])
    without_former = place == 1 or not _is_earlier(keys[place], keys[place - 2])
    if without_later or without_former:
        shown = say("time_after", one=run[place].mark.quote, other=run[place - 1].mark.quote)
        yield ask(RULE, MEDIUM, say("out_of_order"), shown, material.text, run[place - 1], run[place])


def _is_earlier(key: str, before: str) -> bool:
    """Whether a time lies before another; a clock after an evening may be of the next day."""
    if key.startswith("T") and before >= _EVENING and key < _MORNING:
        return False
    length = min(len(key), len(before))
    return key[:length] < before[:length]
