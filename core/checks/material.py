"""What every check reads: the sentences of an article with the figures and times that stand in them.

It is made once from a document. A check never looks at the bytes or runs a recognizer again; values come
from the marks, so what a person corrected counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.article import UNREAD_KINDS
from core.checks.numbers.claims import Claim, claims_of
from core.checks.numbers.figures import Figure, figure_of
from core.checks.times.dating import dated, day_in, reckon_date
from core.document import Annotation, Document
from core.house import NO_HOUSE, House
from core.language.script import simplified
from core.text.spans import Span
from core.values import TIME_LABELS

AT_ONCE = 50_000
"""Characters, and what is left of their line, in which a pattern is looked for in one go."""

_ENDS = re.compile(r"[。！？!?\n]+[”’」』）)]*|(?<=[。！？])[”’]")
_REACH = 10_000
_SHIFTS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_FULL_STOPS = frozenset("。！？；…")
# A line of a digest is no longer; what is, is a sentence that lacks its stop.
_LONGEST_LINE = 80
_LONGEST_SENTENCE, _LONGEST_PARAGRAPH = 500, 2500
UNCHECKED_KINDS = UNREAD_KINDS | {"credit"}
SUMMARY_KINDS = frozenset({"title", "heading", "digest", "caption"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line of a list; ``paragraph`` counts the blocks, endless ones as several.

    ``kind`` is its block's.

    ``is_summary`` is true in title, digest and caption, which repeat what the body says.
    """

    span: Span
    paragraph: int
    kind: str
    is_summary: bool


@dataclass(frozen=True, slots=True)
class Time:
    """A time as it was recognized; ``timex`` is empty where it has no value."""

    mark: Annotation
    timex: str
    sentence: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.mark.span


class Material:
    """An article as the checks read it.

    ``simplified`` has the length of ``text``; ``house`` has the office's lists. ``date`` is the day that the
    page says or, with its ``dating``, one that is reckoned from a dateline without a year and, where that is
    not enough, from the day on which the article is checked.
    """

    def __init__(self, document: Document, house: House = NO_HOUSE) -> None:
        self.house = house
        self.document = document
        self.text = document.text
        self.simplified = simplified(document.text, document.script.reading)
        dating = None if document.article.date else reckon_date(self.simplified[:_REACH], house.today)
        self.date: date | None = dating.day if dating else document.article.date
        self.dating = dating
        self.sentences = tuple(_sentences(document, self.simplified))
        self._starts = [sentence.span.start for sentence in self.sentences]
        self.marks = [
            mark for mark in document.live_annotations() if self.sentence_index(mark.span.start) >= 0
        ]

    def sentence_index(self, offset: int) -> int:
        """The place of the sentence in which an offset stands; -1 outside what is checked."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].span.end else -1

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The quantities with a plain amount, in reading order."""
        made = (figure_of(mark, self.simplified, self.sentence_index(mark.span.start)) for mark in self.marks)
        return tuple(figure for figure in made if figure)

    def of_family(self, family: str, near: int) -> list[Figure]:
        """The figures of a family as far around a place as an article reaches.

        In a collection of articles the figures of another one say nothing.
        """
        figures, starts = self._families.get(family, ([], []))
        return figures[bisect_left(starts, near - _REACH) : bisect_right(starts, near + _REACH)]

    @cached_property
    def _families(self) -> dict[str, tuple[list[Figure], list[int]]]:
        families: dict[str, tuple[list[Figure], list[int]]] = {}
        for figure in self.figures:
            figures, starts = families.setdefault(figure.family, ([], []))
            figures.append(figure)
            starts.append(figure.span.start)
        return families

    @cached_property
    def by_sentence(self) -> tuple[tuple[Figure, ...], ...]:
        """The figures of each sentence."""
        groups: list[list[Figure]] = [[] for _ in self.sentences]
        for figure in self.figures:
            groups[figure.sentence].append(figure)
        return tuple(tuple(group) for group in groups)

    @cached_property
    def claims_by_sentence(self) -> tuple[tuple[Claim, ...], ...]:
        """The figures of each sentence with their roles."""
        return tuple(tuple(claims_of(self, figures)) for figures in self.by_sentence)

    def told_time(self, claim: Claim) -> str:
        """The day, month or year that the words right before a figure tell; empty for none."""
        start = claim.span.start - len(claim.lead)
        times = [
            time
            for time in self.times_by_sentence[claim.figure.sentence]
            if start <= time.span.start and time.span.end <= claim.span.start
        ]
        return times[-1].timex if times else ""

    def is_before_this_year(self, timex: str) -> bool:
        """Whether a time lies in a year before the one that the article is of."""
        return bool(self.date and timex[:4].isdigit() and int(timex[:4]) < self.date.year)

    @cached_property
    def marks_by_sentence(self) -> tuple[tuple[Annotation, ...], ...]:
        """The marks of each sentence."""
        groups: list[list[Annotation]] = [[] for _ in self.sentences]
        for mark in self.marks:
            groups[self.sentence_index(mark.span.start)].append(mark)
        return tuple(tuple(group) for group in groups)

    @cached_property
    def place_ends(self) -> Mapping[int, str]:
        """The places that are named, by where the name ends."""
        return {mark.span.end: mark.quote for mark in self.marks if mark.label == "LOC"}

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times, in reading order."""
        return tuple(self._times())

    def _times(self) -> Iterator[Time]:
        """The times; where the article's year is reckoned, those without one are set in the nearest.

        A day without its month (9月6日、7日) is near the day before it in its sentence.
        """
        sentence, near = -1, self.date
        for mark in self.marks:
            if mark.label not in TIME_LABELS:
                continue
            timex = str((mark.value or {}).get("timex") or "")
            place = self.sentence_index(mark.span.start)
            if self.dating:
                near = near if place == sentence and near else self.dating.day
                timex = _of_year(mark.quote, timex, self.dating.day.year)
                timex = dated(timex, near if timex.startswith("XXXX-XX-") else self.dating.day)
                sentence, near = place, day_in(timex) or near
            yield Time(mark, timex, place)

    @cached_property
    def times_by_sentence(self) -> tuple[tuple[Time, ...], ...]:
        """The times of each sentence."""
        groups: list[list[Time]] = [[] for _ in self.sentences]
        for time in self.times:
            groups[time.sentence].append(time)
        return tuple(tuple(group) for group in groups)

    def paragraph(self, number: int) -> tuple[int, ...]:
        """The places of a paragraph's sentences."""
        return self._paragraphs.get(number, ())

    @cached_property
    def _paragraphs(self) -> dict[int, tuple[int, ...]]:
        groups: dict[int, list[int]] = {}
        for place, sentence in enumerate(self.sentences):
            groups.setdefault(sentence.paragraph, []).append(place)
        return {number: tuple(places) for number, places in groups.items()}

    def is_summary(self, item: Figure | Time) -> bool:
        """Whether the item stands in title, digest or caption."""
        return self.sentences[item.sentence].is_summary

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The places of a pattern in what is checked, in Simplified characters.

        It may go over the end of one line; no other thread works while it is looked for in a stretch.
        """
        begin = 0
        for end, reach in self._stretches:
            for found in pattern.finditer(self.simplified, begin, reach):
                if found.start() >= end:
                    break
                begin = found.end()
                if self.sentence_index(found.start()) >= 0:
                    yield found
            begin = max(begin, end)

    @cached_property
    def _stretches(self) -> tuple[tuple[int, int], ...]:
        """The text, a long one cut at ends of lines: where each stretch ends, and the line behind it."""
        length = len(self.simplified)
        ends = [0]
        while ends[-1] < length:
            ends.append(self._line_end(ends[-1] + AT_ONCE))
        return tuple((end, self._line_end(end + 1)) for end in ends[1:])

    def _line_end(self, place: int) -> int:
        end = self.simplified.find("\n", place)
        return end if end >= 0 else len(self.simplified)

    def words(self, span: Span) -> str:
        """The words of a span in Simplified characters."""
        return span.of(self.simplified)

    def between(self, first: Figure | Time, second: Figure | Time) -> str:
        """The words between two items, in Simplified characters."""
        return self.simplified[first.span.end : second.span.start]


def _of_year(words: str, timex: str, year: int) -> str:
    """A time that is told by its distance from the article's year (去年7月), in its own.

    >>> _of_year("去年7月", "XXXX-07", 2025)
    '2024-07'
    """
    if timex.startswith("XXXX") and (shift := _SHIFTS.get(words[:2])) is not None:
        return timex.replace("XXXX", str(year + shift))
    return timex


def _sentences(document: Document, simplified: str) -> Iterator[Sentence]:
    number = 0
    for block in document.article.blocks:
        if block.kind in UNCHECKED_KINDS or not block.span:
            continue
        number += 1
        words = block.span.of(simplified)
        is_line = len(words) <= _LONGEST_LINE and _FULL_STOPS.isdisjoint(words)
        is_summary = block.kind in SUMMARY_KINDS or (block.kind != "lead" and is_line)
        begun = block.span.start
        for span in (piece for whole in split_sentences(words) for piece in _pieces(whole, words)):
            place = span.shifted(block.span.start)
            if place.end - begun > _LONGEST_PARAGRAPH:
                number, begun = number + 1, place.start
            yield Sentence(place, number, block.kind, is_summary)


def _pieces(span: Span, words: str) -> Iterator[Span]:
    """A sentence that never ends in parts, cut behind commas: what is compared in it has to stay bounded."""
    start = span.start
    while span.end - start > _LONGEST_SENTENCE:
        comma = words.rfind("，", start, start + _LONGEST_SENTENCE) + 1
        end = comma if comma > start else start + _LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def split_sentences(words: str) -> Sequence[Span]:
    """The sentences of a paragraph, closing quotation marks with the sentence before them.

    >>> [span.of("他说：“好。”走了。") for span in split_sentences("他说：“好。”走了。")]
    ['他说：“好。”', '走了。']
    """
    spans: list[Span] = []
    start = 0
    for end in _ENDS.finditer(words):
        spans.append(Span(start, end.end()))
        start = end.end()
    if start < len(words):
        spans.append(Span(start, len(words)))
    return spans
