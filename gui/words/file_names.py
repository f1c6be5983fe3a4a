"""Names of files as they are shown, whatever characters a file system lets them have."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cs"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown_name(name: str) -> str:
    r"""A name without what breaks a line, turns it round or is no character: � stands there.

    >>> shown_name("稿\n件.txt"), shown_name(b"\xbd\xad.txt".decode("utf-8", "surrogateescape"))
    ('稿�件.txt', '��.txt')
    """
    return "".join("\ufffd" if unicodedata.category(c) in _UNSEEN or c in _TURNING else c for c in name)
