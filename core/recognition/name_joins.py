"""Names that stand directly beside each other and are one: 中国科学院|地理研究所, 长丰|双凤经济开发区."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.mentions import Mention
from core.recognition import name_words
from core.text.spans import Span

_BETWEEN = ("", "附属", "直属")
_LEVELS = "省市区县州旗镇乡村"
_BRANCH = re.compile(r"(?:园|园区|校区|院区|片区|基地)$")
_AFTER_CITY = re.compile(r"(?:机场|开发区|高新区|经开区|保税区|产业园区|工业园区|大桥|隧道)$")


def join_beside(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names, those that belong together as one; in reading order."""
    joined: list[Mention] = []
    for name in sorted(names, key=lambda each: each.span):
        last = joined[-1] if joined else None
        between = text[last.span.end : name.span.start] if last else None
        label = _label_of_both(text, last, name) if last and between in _BETWEEN else ""
        if last and label:
            whole = Span(last.span.start, name.span.end)
            surest = min(last.confidence, name.confidence)
            joined[-1] = replace(last, span=whole, label=label, confidence=surest, origin="names/beside")
        else:
            joined.append(name)
    return joined


def _label_of_both(text: str, first: Mention, second: Mention) -> str:
    """What two names are together; empty where they are two."""
    words = second.span.of(text)
    if first.span.end < second.span.start:
        return "ORG" if first.label == second.label == "ORG" else ""
    if first.label == second.label == "PER":
        return "PER" if name_words.foreign_letters().issuperset(first.span.of(text) + words) else ""
    if first.label == "ORG":
        if (second.label == "ORG" and name_words.ends_as_organization(words)) or (
            second.label in ("LOC", "PER") and _BRANCH.search(words)
        ):
            return "ORG"
    elif (first.label, second.label) == ("LOC", "LOC"):
        is_short = len(first.span) == 2 or (len(first.span) <= 4 and text[first.span.end - 1] not in _LEVELS)
        if is_short and len(words) > 3 and _AFTER_CITY.search(words):
            return "LOC"
    return ""
