"""UTF-8 read as Big5 or as Korean: too few of its bytes are left to read anew, but they tell what it was.

Chinese in UTF-8 has three bytes a character, the first of nine kinds, the others below C0. What was read as
two bytes a character is made of just such bytes, as no other text is; the rest is replacement characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.files.decoding import SHOWN

READERS = ("big5hkscs", "cp949")
_RUN = re.compile(r"[^\x00-\x7f](?:.*[^\x00-\x7f])?")
_BYTES = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xEA), 0xEF))
# So many characters must be left, and this share of their bytes be such as UTF-8 has.
_LEAST, _SHARE = 4, 0.95


def find_torn_utf8(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Start and end of what was written in UTF-8, and how it was read; at most one a line.

    >>> shown = "市政府昨天召开新闻发布会".encode().decode("big5", "replace")
    >>> list(find_torn_utf8("来源：\n" + shown)) == [(4, 4 + len(shown), "big5hkscs")]
    True
    """
    if SHOWN not in text:
        return
    for run in _RUN.finditer(text):
        if SHOWN in run[0]:
            yield from ((*run.span(), read) for read in READERS if _is_torn_utf8(run[0], read))


def _is_torn_utf8(run: str, read: str) -> bool:
    left = [c.encode(read, "ignore") for c in run if not c.isascii() and c != SHOWN]
    data = b"".join(left)
    return len(left) >= _LEAST and all(left) and sum(map(_BYTES.__contains__, data)) >= _SHARE * len(data)
