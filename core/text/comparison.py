"""Two texts side by side: paragraphs that belong together in one row, and in them what differs.

Paragraphs are aligned first, then those that were rewritten are paired by how much they share, then their
characters are compared; long ones clause by clause. Every step is bounded, so that no pair of texts takes
the square of its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.document import Document
from core.text.changes import KEPT, PUT, TAKEN, changes_of

LONGEST = 600_000
"""Characters that either text may have."""

LONGEST_COMPARED = 1_500
"""Characters up to which two stretches are compared sign by sign."""

MOST_PAIRED = 2_500
"""Pairs of rewritten paragraphs, each with each, that are weighed; of more, they are taken in order."""

ALIKE = 0.35
"""How much of their characters and pairs of characters two paragraphs share that are one, rewritten."""

_CLAUSE = re.compile(r"[^，。；：！？、,;!?]*[，。；：！？、,;!?”」』）)]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; ``is_changed`` where the other text has something else."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of each text; one of them is empty where the other text alone has it."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the two differ."""
        return any(piece.is_changed for piece in (*self.left, *self.right))


def compare_texts(left: str, right: str) -> tuple[Row, ...]:
    r"""The rows of two texts; blank lines count for nothing.

    >>> [(row.left[-1].text, row.right[-1].text) for row in compare_texts("一\n共3个", "一\n\n共4个")]
    [('一', '一'), ('个', '个')]
    """
    old, new = (list(filter(str.strip, text.split("\n"))) for text in (left, right))
    rows: list[Row] = []
    for act, start, end, new_start, new_end in _opcodes(old, new):
        if act == "equal":
            rows += (Row((Piece(line),), (Piece(line),)) for line in old[start:end])
        else:
            rows += _rewritten(old[start:end], new[new_start:new_end])
    return tuple(rows)


def compare_with_source(document: Document) -> tuple[Row, ...]:
    """The source of a document beside its reading text: what every repair and correction changed."""
    rows: list[Row] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for change in changes_of(document):
        lines = change.text.split("\n")
        for number, line in enumerate(lines):
            if line:
                piece = Piece(line, change.kind != KEPT)
                left += [piece] if change.kind != PUT else []
                right += [piece] if change.kind != TAKEN else []
            if number < len(lines) - 1 and change.kind != TAKEN:
                rows += _row(left, right)
                left, right = [], []
            elif number < len(lines) - 1:
                left.append(Piece("⏎", is_changed=True))
    return (*rows, *_row(left, right))


def _row(left: list[Piece], right: list[Piece]) -> Iterator[Row]:
    if any(piece.text.strip() for piece in (*left, *right)):
        yield Row(tuple(left), tuple(right))


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Rows of paragraphs that stand in one another's place."""
    place, new_place = 0, 0
    for pair, new_pair in (*_pairs(old, new), (len(old), len(new))):
        yield from (Row((Piece(line, is_changed=True),), ()) for line in old[place:pair])
        yield from (Row((), (Piece(line, is_changed=True),)) for line in new[new_place:new_pair])
        if pair < len(old):
            yield Row(*_compared(old[pair], new[new_pair]))
        place, new_place = pair + 1, new_pair + 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The paragraphs that are one another's, in order, so that they share as much as possible."""
    if len(old) * len(new) > MOST_PAIRED:
        return [(n, n) for n in range(min(len(old), len(new)))]
    grams = [[_grams(line) for line in lines] for lines in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(one, other) for other in grams[1]] for one in grams[0]]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _grams(line: str) -> Counter[str]:
    """Characters and pairs of them: pairs tell more, and short lines have few."""
    return Counter(line) + Counter(line[n : n + 2] for n in range(len(line) - 1))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _compared(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two paragraphs, divided where they differ."""
    left: list[Piece] = []
    right: list[Piece] = []
    for one, other in _stretches(old, new):
        if one == other:
            left.append(Piece(one))
            right.append(Piece(other))
            continue
        for act, start, end, new_start, new_end in _opcodes(one, other):
            is_changed = act != "equal"
            left += [Piece(one[start:end], is_changed)] if end > start else []
            right += [Piece(other[new_start:new_end], is_changed)] if new_end > new_start else []
    return tuple(_joined(left)), tuple(_joined(right))


def _stretches(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What is compared sign by sign: the whole of short paragraphs, the clauses of long ones that differ."""
    if max(len(old), len(new)) <= LONGEST_COMPARED:
        yield old, new
        return
    clauses, new_clauses = _CLAUSE.findall(old), _CLAUSE.findall(new)
    for _, start, end, new_start, new_end in _opcodes(clauses, new_clauses):
        one, other = "".join(clauses[start:end]), "".join(new_clauses[new_start:new_end])
        if one == other or max(len(one), len(other)) <= LONGEST_COMPARED:
            yield one, other
        else:
            yield one, ""
            yield "", other


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """What turns one sequence into the other; what they begin and end with alike is set aside first."""
    limit = min(len(old), len(new))
    start = next((n for n in range(limit) if old[n] != new[n]), limit)
    tail = next((n for n in range(limit - start) if old[-1 - n] != new[-1 - n]), limit - start)
    middle = old[start : len(old) - tail], new[start : len(new) - tail]
    made: list[tuple[str, int, int, int, int]] = [("equal", 0, start, 0, start)] if start else []
    for act, one, end, other, new_end in SequenceMatcher(
        None, *middle, autojunk=_is_long(*middle)
    ).get_opcodes():
        made.append((act, one + start, end + start, other + start, new_end + start))
    if tail:
        made.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return made


def _is_long(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether what occurs very often must be passed over, for else the time is the square of the length."""
    return len(old) > LONGEST_COMPARED or len(new) > LONGEST_COMPARED


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbors of one kind as one."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and held.is_changed == piece.is_changed:
            held = Piece(held.text + piece.text, piece.is_changed)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
