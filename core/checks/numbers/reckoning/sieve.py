"""Which of many sums can hold or be off by one slip of the pen: reckoned for all of them at once.

It lets through every sum that `core.checks.numbers.reckoning.sums` would find, and few others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

import numpy as np
import numpy.typing as npt

from core.checks.numbers.reckoning.operands import HALF, Operand, slips_of

Sum = tuple[int, ...]
"""The places of a whole and of its parts."""
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
_BATCH, _FEW = 2048, 24
_APART, _MOST_DIGITS = 1e9, 9
"""What sets the slips of one row of digits apart from those of the next, in one sorted array."""
_SLACK = 0.01
_TIMES = 8.99


class Sieve:
    """The figures of an article as columns."""

    def __init__(self, operands: Sequence[Operand]) -> None:
        self._none = len(operands)
        """The last row: no figure, where a sum has fewer parts than another."""
        low = np.array([*(operand.low for operand in operands), 0.0])
        high = np.array([*(operand.high for operand in operands), 0.0])
        self._amount = np.array([*(operand.amount for operand in operands), 0.0])
        self._middle, self._half = (low + high) / 2, (high - low) / 2
        self._least = np.append(self._middle[:-1], np.inf)
        self._is_exact = np.array([*(operand.is_exact for operand in operands), True], dtype=bool)
        self._step = np.array([*(0.0 if each.is_whole else HALF for each in operands), 0.0]) + _SLACK
        self._size = np.array(
            [*(each.size if each.digits and each.size > 0 else np.inf for each in operands), np.inf]
        )
        self._is_long = np.array([*(len(each.digits) > _MOST_DIGITS for each in operands), False], dtype=bool)
        written = sorted({each.digits for each in operands if 0 < len(each.digits) <= _MOST_DIGITS})
        rows = {digits: number * _APART for number, digits in enumerate(written, 1)}
        self._row = np.array([*(rows.get(each.digits, 0.0) for each in operands), 0.0])
        self._slips = np.array(
            [rows[digits] + number for digits in written for number in slips_of(digits)] + [np.inf]
        )

    def passed(self, sums: Iterable[Sum]) -> Iterator[Sum]:
        """Those of some sums that are worth a closer look, in their order."""
        rest = iter(sums)
        while batch := list(islice(rest, _BATCH)):
            if len(batch) < _FEW:
                yield from batch
                continue
            columns = np.array(list(zip_longest(*batch, fillvalue=self._none)))
            for place in np.flatnonzero(self._are_near(columns[0], columns[1:])).tolist():
                yield batch[place]

    def _are_near(self, whole: Places, parts: Places) -> npt.NDArray[np.bool_]:
        said, half = self._amount[whole], self._half[whole]
        amount, slack, least = np.zeros(len(whole)), np.zeros(len(whole)), np.full(len(whole), np.inf)
        for part in parts:
            own = self._half[part]
            amount += self._middle[part]
            slack += np.where((own <= half) | ~self._is_exact[part], own, 0.0)
            least = np.minimum(least, self._least[part])
        left = said - amount
        ratio = said / amount
        is_tens = ((ratio > 1e3) & (ratio < 2e4)) | ((ratio > 5e-5) & (ratio < 2e-3))
        is_near = (ratio > 0.1) & (ratio < 10)
        can = np.abs(left) <= slack + half + 1e-6 * np.abs(amount)  # it holds, or nearly
        can |= (ratio > _TIMES) | (ratio < 1 / _TIMES)
        can |= self._mends(whole, amount, slack)
        for part in parts:
            can |= self._mends(part, left + self._amount[part], half + slack)
        near: npt.NDArray[np.bool_] = (least > 2 * np.maximum(half, slack)) & (is_tens | (is_near & can))
        return near

    def _mends(self, slots: Places, middle: Numbers, slack: Numbers) -> npt.NDArray[np.bool_]:
        """Whether one slip could have made the slots' amounts of others within a slack around these."""
        size, row, step = self._size[slots], self._row[slots], self._step[slots]
        least = row + np.clip((middle - slack) / size - step, 0.0, _APART - 1)
        most = row + np.clip((middle + slack) / size + step, -1.0, _APART - 1)
        found = self._slips[np.searchsorted(self._slips, least)] <= most
        mends: npt.NDArray[np.bool_] = found | self._is_long[slots]
        return mends
