"""Lines that are not the author's: hard breaks of mail and PDF, running heads, paragraphs twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from core.restoration.language import BOUNDARY, language, normalized
from core.restoration.stretches import Stretch
from core.text.spans import Span

_STOPS = "。！？；：…”》）"
_ENDS = ("。", "！", "？", "。”", "！”", "？”")
# In half columns: a broken line is at least so wide, and so much narrower at most than the widest.
_LEAST_WIDTH = 32
_RAGGED = 4
_LEAST_BREAKS = 3
# So many nats more likely, together and on average, that lines go on than that they begin anew.
_GOES_ON, _EACH_GOES_ON = 9.0, 1.0
_LEAST_REPEATED = 20
# A running head comes so often in the middle of a sentence, and in this share of its places; those
# sentences must be so many nats likelier to go on than to begin anew.
_HEADS, _INSIDE, _HEADS_GO_ON = 2, 0.4, 6.0
_LONGEST_HEAD = 40
_HEAD = re.compile(r"(?:.*[\u3400-\u9fff].*[\u3400-\u9fff].*|[\s—–-]*第?\s*0\s*页?[\s—–-]*)")
_DIGITS = re.compile(r"\d+")

Lines = Sequence[str]


def find_stray_lines(text: str) -> Iterator[Stretch]:
    """Paragraphs that stand twice, running heads and hard line breaks."""
    lines = text.split("\n")
    if len(lines) <= _LEAST_BREAKS:
        return
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    stray = {*_repeated(lines), *_running_heads(lines)}
    for number in sorted(stray):
        yield Stretch(Span(starts[number], min(len(text), starts[number + 1])), "", "duplicate", 0.95)
    kept = [number for number in range(len(lines)) if number not in stray] if stray else range(len(lines))
    for place in _broken([lines[number] for number in kept]):
        number = kept[place]
        end = starts[number] + len(lines[number].rstrip())
        yield Stretch(Span(end, starts[number + 1]), "", "linebreak", 0.95)


def _repeated(lines: Lines) -> Iterator[int]:
    """Numbers of the lines that are a sentence and stand for the second time."""
    if len(set(lines)) == len(lines):
        return
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if len(line) >= _LEAST_REPEATED and line.rstrip().endswith(_ENDS):
            if line in seen:
                yield number
            seen.add(line)


def _running_heads(lines: Lines) -> Iterator[int]:
    """Short lines that come again, but for their numbers, in the middle of sentences that go on."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line) <= _LONGEST_HEAD:
            places[_DIGITS.sub("0", line)].append(number)
    for form, numbers in places.items():
        if len(numbers) < _HEADS or not _HEAD.fullmatch(form):
            continue
        around = [(lines[n - 1], lines[n + 1]) for n in numbers if 0 < n < len(lines) - 1]
        gains = [
            _continuity(*pair) for pair in around if _is_cut_off(*pair) and _width(pair[0]) >= _LEAST_WIDTH
        ]
        if len(gains) >= max(_HEADS, _INSIDE * len(numbers)) and sum(gains) >= _HEADS_GO_ON:
            yield from numbers


def _broken(lines: Lines) -> list[int]:
    """Numbers of the lines that are as wide as any and go on in the next one."""
    cut = [n for n in range(len(lines) - 1) if _is_cut_off(lines[n], lines[n + 1])]
    if len(cut) < _LEAST_BREAKS:
        return []
    widest = _widest(lines)
    cut = [n for n in cut if _width(lines[n]) >= max(_LEAST_WIDTH, widest - _RAGGED)]
    gains = [_continuity(lines[n], lines[n + 1]) for n in cut] if len(cut) >= _LEAST_BREAKS else []
    goes_on = sum(gains) >= max(_GOES_ON, _EACH_GOES_ON * len(gains))
    return cut if goes_on else []


def _is_cut_off(line: str, behind: str) -> bool:
    """Whether a line ends without a stop and the next begins with a character."""
    before, after = line.rstrip()[-1:], behind[:1]
    return before > "\u2e80" and before not in _STOPS and (after > "\u3400" or after in ("“", "《"))


def _width(line: str) -> int:
    """In half columns."""
    return len(line.encode("gbk", "replace"))


def _widest(lines: Lines) -> int:
    """The width of the widest: not measured where a line has too few characters for it."""
    widest = 0
    for line in sorted(lines, key=len, reverse=True):
        if 2 * len(line) <= widest:
            break
        widest = max(widest, _width(line))
    return widest


def _continuity(line: str, behind: str) -> float:
    """How much likelier the words behind go on where a line stopped than they begin anew, in nats."""
    words, before = normalized(behind[:2]), normalized(line.rstrip()[-2:]).rjust(2, "\n")
    return language().text_cost(words, BOUNDARY) - language().text_cost(words, before)
