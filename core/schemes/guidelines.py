"""Which section of the guidelines speaks of a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schemes.model import LabelSpec

_WORDS = re.compile(r"[^\W_]+(?:_[^\W_]+)*")


def section_of(headings: Sequence[str], label: LabelSpec) -> int | None:
    """The number of the heading that names the label or a title of it; of several, the one that is shortest.

    >>> section_of(["总则", "人物、地点：PER LOC", "PER 人物"], LabelSpec("PER", {"zh": "人物"}))
    2
    """
    named = {label.name.casefold(), *(title.casefold() for title in label.titles.values())}
    found = [
        (len(words), number)
        for number, heading in enumerate(headings)
        if named & set(words := [word.casefold() for word in _WORDS.findall(heading)])
        or heading.strip().casefold() in named
    ]
    return min(found)[1] if found else None
