"""Times that title, digest or caption say otherwise than the body: 7月1日至8月20日, 1小时13分54秒."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material, Time
from core.checks.numbers.repeats import is_labelled, words_around
from core.checks.numbers.slips import is_slip
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE, UNIT = "repeat", "unit"
_CODE = re.compile(r"(?<![A-Za-z\d])[A-Z]\d{3,5}(?![A-Za-z\d])")
_GROUP = re.compile(r"\d+")
# The day of a dateline, wherever it stands: （本报1月6日电）.
_WIRED = re.compile("[电讯]")
_LABELS = frozenset({"DATE", "TIME", "DURATION"})
_SURE_WORDS = 2
_MANY_GROUPS = 3
_SURE_DIGITS = 3
_REACH = 10_000


def check_repeated_times(material: Material) -> Iterator[Finding]:
    """Questions about times of a summary that the body has with one number otherwise."""
    summaries = [time for time in _written(material) if material.is_summary(time)]
    if not summaries:
        return
    alike: dict[str, list[Time]] = defaultdict(list)
    for time in _written(material):
        if not material.is_summary(time):
            alike[_shape(time)].append(time)
    for time in summaries:
        body = [other for other in alike[_shape(time)] if abs(other.span.start - time.span.start) < _REACH]
        if not any(_groups(other) == _groups(time) for other in body):
            yield from _said_otherwise(material, time, body)
            yield from _other_unit(material, time, alike)


def check_repeated_codes(material: Material) -> Iterator[Finding]:
    """Questions about numbers of trains and the like in a summary that the body has with a slip: D5932."""
    codes: dict[bool, dict[str, Span]] = {True: {}, False: {}}
    for found in material.find(_CODE):
        summary = material.sentences[material.sentence_index(found.start())].is_summary
        codes[summary].setdefault(found[0], Span(*found.span()))
    for code, span in codes[True].items():
        alike = [other for other in codes[False] if other[0] == code[0] and is_slip(other[1:], code[1:])]
        if code not in codes[False] and len(alike) == 1 and alike[0] not in codes[True]:
            shown = say("body_says", said=code, other=alike[0])
            places = span, codes[False][alike[0]]
            yield ask(RULE, MEDIUM, say("figure_in_body"), shown, material.text, *places)


def _written(material: Material) -> Iterator[Time]:
    """The times in figures; no decades, of which an article tells several."""
    written = (time for time in material.times if time.mark.label in _LABELS and time.mark.quote[0].isdigit())
    return (
        time
        for time in written
        if "年代" not in time.mark.quote and not _WIRED.match(material.simplified, time.span.end)
    )


def _groups(time: Time) -> list[str]:
    return _GROUP.findall(time.mark.quote)


def _shape(time: Time) -> str:
    """A time's words without its numbers: 小时分秒, 年, 月日至月日."""
    return _GROUP.sub("0", time.mark.quote)


def _said_otherwise(material: Material, time: Time, body: Sequence[Time]) -> Iterator[Finding]:
    words = words_around(material, time.span)
    for other in body:
        differing = [(a, b) for a, b in zip(_groups(time), _groups(other), strict=True) if a != b]
        if len(differing) != 1 or not _is_slip(*differing[0]):
            continue
        shared = len(words & words_around(material, other.span))
        needed = 1 if len(_groups(time)) >= _MANY_GROUPS else _SURE_WORDS
        if shared >= needed or is_labelled(material, time.span, other.span):
            shown = say("body_says", said=time.mark.quote, other=other.mark.quote)
            yield ask(RULE, MEDIUM, say("time_in_body"), shown, material.text, time, other)
            return


def _is_slip(one: str, other: str) -> bool:
    """A digit exchanged, or one too many (18日 for 8日)."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    is_added = len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
    return is_added or is_slip(one, other)


def _other_unit(material: Material, time: Time, alike: dict[str, list[Time]]) -> Iterator[Finding]:
    """208天, where the body has 208小时."""
    groups = _groups(time)
    if time.mark.label != "DURATION" or len(groups) != 1 or len(groups[0]) < _SURE_DIGITS:
        return
    for shape, others in alike.items():
        for other in others:
            is_near = abs(other.span.start - time.span.start) < _REACH
            if (
                is_near
                and other.mark.label == "DURATION"
                and _groups(other) == groups
                and shape != _shape(time)
            ):
                shown = say("body_says", said=time.mark.quote, other=other.mark.quote)
                yield ask(UNIT, MEDIUM, say("two_units"), shown, material.text, time, other)
                return
