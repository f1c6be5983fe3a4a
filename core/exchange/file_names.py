"""Names for files, made of names that came from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_STEM = 60


class FreeStems:
    """Gives each article a stem of its own, also where the file system takes two spellings for one.

    >>> stems = FreeStems()
    >>> stems.of("a/报.txt"), stems.of("b/报.TXT"), stems.of("报.html")
    ('报', '报.TXT', '报.html')
    >>> stems.of("c/报.txt")
    '报 2'
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """The stem for an article of that name."""
        stem = next(stem for stem in _numbered(safe_stem(name)) if stem.casefold() not in self._taken)
        self._taken.add(stem.casefold())
        return stem


def safe_stem(name: str) -> str:
    """The last part of a name without ``.txt`` and what no file may be called.

    >>> safe_stem("../../etc/pass:wd.txt"), safe_stem(".."), safe_stem("con")
    ('pass_wd', 'article', 'con_')
    """
    last = re.split(r"[/\\]", name)[-1].removesuffix(".txt")
    stem = _NOT_IN_NAMES.sub("_", last)[:_LONGEST_STEM].strip(" .") or "article"
    return f"{stem}_" if _DEVICE.fullmatch(stem) else stem


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem} {number}" for number in count(2))
