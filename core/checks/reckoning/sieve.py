"""Which of many sums can hold or be off by one slip of the pen: reckoned for all of them at once.

It lets through every sum that `core.checks.reckoning.sums` would find, and few others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from core.checks.reckoning.operands import HALF, Operand, slips_of

Triple = tuple[int, int, int]
Numbers = npt.NDArray[np.float64]
_BATCH, _FEW = 2048, 24
_APART, _MOST_DIGITS = 1e9, 9
"""What sets the slips of one row of digits apart from those of the next, in one sorted array."""
_SLACK = 0.01
_TIMES = 8.99


class Sieve:
    """The figures of an article as columns."""

    def __init__(self, operands: Sequence[Operand]) -> None:
        low = np.array([operand.low for operand in operands])
        high = np.array([operand.high for operand in operands])
        self._amount = np.array([operand.amount for operand in operands])
        self._high, self._low = high, low
        self._middle, self._half = (low + high) / 2, (high - low) / 2
        self._is_exact = np.array([operand.is_exact for operand in operands], dtype=bool)
        self._step = np.array([0.0 if operand.is_whole else HALF for operand in operands]) + _SLACK
        can = [bool(operand.digits) and operand.size > 0 for operand in operands]
        self._size = np.array(
            [operand.size if slips else np.inf for operand, slips in zip(operands, can, strict=True)]
        )
        self._is_long = np.array([len(operand.digits) > _MOST_DIGITS for operand in operands], dtype=bool)
        written = sorted({operand.digits for operand in operands if 0 < len(operand.digits) <= _MOST_DIGITS})
        rows = {digits: number * _APART for number, digits in enumerate(written, 1)}
        self._row = np.array([rows.get(operand.digits, 0.0) for operand in operands])
        self._slips = np.array(
            [rows[digits] + number for digits in written for number in slips_of(digits)] + [np.inf]
        )

    def passed(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Those of some wholes with two parts each that are worth a closer look, in their order."""
        rest = iter(triples)
        while batch := list(islice(rest, _BATCH)):
            if len(batch) < _FEW:
                yield from batch
                continue
            for place in np.flatnonzero(self._are_near(np.array(batch))).tolist():
                yield batch[place]

    def _are_near(self, batch: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        whole, one, other = batch.T
        first, second = self._middle[one], self._middle[other]
        said, half, amount = self._amount[whole], self._half[whole], first + second
        slack = np.zeros(len(batch))
        for part in (one, other):
            own = self._half[part]
            slack += np.where((own <= half) | ~self._is_exact[part], own, 0.0)
        ratio = said / amount
        is_tens = ((ratio > 1e3) & (ratio < 2e4)) | ((ratio > 5e-5) & (ratio < 2e-3))
        is_near = (ratio > 0.1) & (ratio < 10)
        is_fine = np.minimum(first, second) > 2 * np.maximum(half, slack)
        gap = np.abs(said - amount)
        can = gap <= slack + half + 1e-6 * np.abs(amount)  # it holds, or nearly
        can |= (ratio > _TIMES) | (ratio < 1 / _TIMES)
        can |= self._mends(whole, amount, slack)
        left = said - amount
        for part in (one, other):
            can |= self._mends(part, left + self._amount[part], half + slack)
        near: npt.NDArray[np.bool_] = is_fine & (is_tens | (is_near & can))
        return near

    def _mends(self, slots: npt.NDArray[np.int64], middle: Numbers, slack: Numbers) -> npt.NDArray[np.bool_]:
        """Whether one slip could have made the slots' amounts of others within a slack around these."""
        size, row, step = self._size[slots], self._row[slots], self._step[slots]
        least = row + np.clip((middle - slack) / size - step, 0.0, _APART - 1)
        most = row + np.clip((middle + slack) / size + step, -1.0, _APART - 1)
        found = self._slips[np.searchsorted(self._slips, least)] <= most
        mends: npt.NDArray[np.bool_] = found | self._is_long[slots]
        return mends
