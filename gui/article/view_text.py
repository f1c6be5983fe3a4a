"""What the article view shows: the document as lines of runs, and the way between its places and Qt's.

A line is one paragraph of the view, a run a stretch of it that is shown in one manner. Most runs are the
reading text, character for character. Others are added (a fold row, the struck original of a repair, a
suggested character) or stand for a stretch of another length (the source as it came).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from core.text.spans import Span
from gui.article.text_positions import to_code_points, to_utf16, utf16_length

TEXT, FOLD, ORIGINAL, SUGGESTION, SOURCE, LOST = "text", "fold", "original", "suggestion", "source", "lost"
_CHARACTER_FOR_CHARACTER = frozenset({TEXT, LOST})
_ADDED = frozenset({ORIGINAL, SUGGESTION})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line: ``text`` is shown for ``span`` of the reading text.

    ``role`` says in which manner, ``kind`` is the kind of block that it belongs to, ``repair`` the id of
    the repair that it shows.
    """

    text: str
    span: Span
    role: str = TEXT
    kind: str = "body"
    repair: str | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it shows its span character for character."""
        return self.role in _CHARACTER_FOR_CHARACTER

    def unit_of(self, offset: int, *, is_end: bool) -> int:
        """Where ``offset`` stands in the run, in UTF-16 units; in an inexact run at its nearer outer edge."""
        if self.is_exact:
            return to_utf16(self.text, offset - self.span.start)
        at_start = offset <= self.span.start if is_end else offset < self.span.end
        return 0 if at_start else utf16_length(self.text)

    def offset_of(self, unit: int) -> int:
        """The place in the reading text of a UTF-16 unit of the run."""
        if self.is_exact:
            return self.span.start + to_code_points(self.text, unit)
        return self.span.end if unit >= utf16_length(self.text) else self.span.start


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the view. ``fold`` numbers the folded group that a row stands for or a line is in.

    ``continues`` is true where a paragraph was too long for one line and was cut.
    """

    kind: str
    span: Span
    runs: tuple[Run, ...]
    fold: int | None = None
    continues: bool = False
    shows_originals: bool = False

    @property
    def units(self) -> int:
        """Its length in UTF-16 units, without the break after it."""
        return sum(utf16_length(run.text) for run in self.runs)

    @property
    def is_row(self) -> bool:
        """Whether it is a fold row and no text."""
        return bool(self.runs) and self.runs[0].role == FOLD

    def looks_like(self, other: Line) -> bool:
        """Whether both show the same, wherever they stand in the text."""
        return self._look == other._look

    @property
    def _look(self) -> tuple[object, ...]:
        runs = tuple((run.text, run.role, run.kind, run.repair) for run in self.runs)
        return (self.kind, self.fold, self.continues, self.shows_originals, runs)

    def unit_of(self, offset: int, *, is_end: bool = False) -> int:
        """Where ``offset`` of the reading text stands in the line, in UTF-16 units.

        What is added at ``offset`` lies before a start and after an end, so that no mark takes it in.
        """
        place, found = 0, 0
        for run in self.runs:
            length = utf16_length(run.text)
            if run.role not in _ADDED:
                if is_end and offset <= run.span.end:
                    return place + run.unit_of(offset, is_end=True)
                if run.span.start <= offset:
                    found = place + run.unit_of(min(offset, run.span.end), is_end=is_end)
            place += length
        return found

    def offset_of(self, unit: int) -> int:
        """The place in the reading text of a UTF-16 unit of the line."""
        for run in self.runs:
            length = utf16_length(run.text)
            if unit < length:
                return run.offset_of(unit)
            unit -= length
        return self.span.end

    def run_at(self, unit: int) -> Run | None:
        """The run that shows a UTF-16 unit of the line."""
        for run in self.runs:
            length = utf16_length(run.text)
            if unit < length:
                return run
            unit -= length
        return None


class ViewText:
    """The lines of the view, and the way between offsets of the reading text and positions of Qt.

    It grows at its end while a long article is being read in.
    """

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.lines: list[Line] = []
        self._starts: list[int] = []
        self._positions: list[int] = []
        self.extend(lines)

    def extend(self, lines: Iterable[Line]) -> None:
        """Put further lines at the end."""
        for line in lines:
            follows = self._positions[-1] + self.lines[-1].units + 1 if self.lines else 0
            self.lines.append(line)
            self._starts.append(line.span.start)
            self._positions.append(follows)

    def line_of(self, offset: int) -> int | None:
        """The number of the last line that begins at or before ``offset``; None before the first."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 else None

    def line_at(self, position: int) -> int | None:
        """The number of the line at a position of Qt; None where there are no lines."""
        number = bisect_right(self._positions, position) - 1
        return number if number >= 0 else None

    def position_of_line(self, number: int) -> int:
        """Where a line begins, in Qt's count."""
        return self._positions[number]

    def start_position(self, offset: int) -> int:
        """Where a stretch that begins at ``offset`` begins in the view; what is not shown snaps onward."""
        number = self.line_of(offset)
        if number is None:
            return 0
        if offset > self.lines[number].span.end and number + 1 < len(self.lines):
            return self._positions[number + 1]
        return self._positions[number] + self.lines[number].unit_of(offset)

    def end_position(self, offset: int) -> int:
        """Where a stretch that ends at ``offset`` ends in the view; what is not shown snaps back."""
        number = self.line_of(max(0, offset - 1))
        if number is None:
            return 0
        line = self.lines[number]
        return self._positions[number] + line.unit_of(min(offset, line.span.end), is_end=True)

    def offset_at(self, position: int) -> int:
        """The offset of the reading text that a position of Qt stands for."""
        number = self.line_at(position)
        if number is None:
            return 0
        return self.lines[number].offset_of(position - self._positions[number])

    def span_between(self, first: int, last: int) -> Span | None:
        """The stretch of the reading text between two positions; None where no text is between them."""
        start, end = self.offset_at(min(first, last)), self.offset_at(max(first, last))
        return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class LineChange:
    """``old[first:end]`` becomes ``new[first:new_end]``; the lines before and after look as they did."""

    first: int
    end: int
    new_end: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing looks otherwise."""
        return self.first == self.end == self.new_end

    def size(self, old: list[Line], new: list[Line]) -> int:
        """How many lines have to be written."""
        if self.end != self.new_end:
            return max(self.end, self.new_end) - self.first
        return sum(not old[n].looks_like(new[n]) for n in range(self.first, self.end))

    def carried(self, offset: int, old: list[Line], new: list[Line]) -> int:
        """Where the place that was at ``offset`` is now: it stays in its line, as far from its start."""
        number = max(0, bisect_right(old, offset, key=lambda line: line.span.start) - 1)
        if number >= self.end:
            return offset - old[number].span.start + new[number - self.end + self.new_end].span.start
        return (
            min(offset, new[max(self.first, self.new_end - 1)].span.end) if number >= self.first else offset
        )


def changed_lines(old: list[Line], new: list[Line]) -> LineChange:
    """What to replace so that ``old`` looks like ``new``."""
    limit = min(len(old), len(new))
    first = next((i for i in range(limit) if not old[i].looks_like(new[i])), limit)
    same = next((i for i in range(limit - first) if not old[-1 - i].looks_like(new[-1 - i])), limit - first)
    return LineChange(first, len(old) - same, len(new) - same)
