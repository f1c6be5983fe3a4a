"""Slips of the pen in figures: one wrong digit, or two exchanged; and what a figure would be without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from core.checks.numbers.figures import Figure, Range


def is_slip(one: str, other: str) -> bool:
    """Whether two rows of digits differ as by a slip: one digit, or two neighbors exchanged.

    >>> is_slip("1480", "1840"), is_slip("55", "57"), is_slip("1480", "1522"), is_slip("148", "1480")
    (True, True, False, False)
    """
    if len(one) != len(other) or one == other:
        return False
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    return (
        len(places) == 2
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
        and places[1] - places[0] <= 2
    )


def slips(digits: str) -> Iterator[str]:
    """All rows of digits that one slip makes of these."""
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (place or other != "0" or len(digits) == 1):
                yield digits[:place] + other + digits[place + 1 :]
    yield from exchanged(digits)
    for place in range(len(digits) - 2):  # 1512, 1215
        one, middle, other = digits[place], digits[place + 1], digits[place + 2]
        if one != other and (place or other != "0"):
            yield digits[:place] + other + middle + one + digits[place + 3 :]


def mends(figures: Sequence[Figure], fits: Callable[..., bool]) -> bool:
    """Whether one slip of the pen in one of the figures would make ``fits`` true of their ranges."""
    ranges = [figure.range for figure in figures]
    return any(
        fits(*ranges[:place], other, *ranges[place + 1 :])
        for place, figure in enumerate(figures)
        for other in slipped(figure)
    )


def slipped(figure: Figure) -> Iterator[Range]:
    """What a figure can stand for if one slip of the pen was made in writing it."""
    return _written_as(figure, slips(figure.digits))


def turned(figure: Figure) -> Iterator[Range]:
    """What a figure can stand for if two neighboring digits were exchanged in writing it."""
    return _written_as(figure, exchanged(figure.digits))


def exchanged(digits: str) -> Iterator[str]:
    """The rows of digits with two neighbors exchanged: 1480, 4180."""
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and (place or other != "0"):
            yield digits[:place] + other + one + digits[place + 2 :]


def _written_as(figure: Figure, rows: Iterable[str]) -> Iterator[Range]:
    """What the figure would stand for, were its digits each of these rows."""
    written = int(figure.digits or "0")
    if written and figure.amount > 0:
        size, half = figure.amount / written, (figure.range.high - figure.range.low) / 2
        for digits in rows:
            yield Range(int(digits) * size - half, int(digits) * size + half)
