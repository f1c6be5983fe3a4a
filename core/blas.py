"""Matrix products on one core: on matrices as small as those of the models more would wait for each other."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


def one_core() -> AbstractContextManager[Any]:
    """While this lasts, a matrix product takes one thread."""
    limit: AbstractContextManager[Any] = _blas().limit(limits=1)
    return limit


@cache
def _blas() -> ThreadpoolController:
    """What there is to be told; made once, as it looks through all that is loaded."""
    return ThreadpoolController().select(user_api="blas")
