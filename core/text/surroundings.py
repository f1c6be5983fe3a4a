"""The words around a place up to the next mark of punctuation, and the sentences of a text by place."""

from __future__ import annotations

import re
from bisect import bisect_left

from core.text.spans import Span

CLAUSE_ENDS = frozenset("，。；：！？、\n,;!?")
PHRASE_ENDS = CLAUSE_ENDS - {"、"}
PAIRS = ("“”", "‘’", "《》", "（）", "()")
HAPPENING_WITHIN = 80
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


class Sentences:
    """Where the sentences of a text begin and end; looked up for many places, gathered once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [end.start() for end in _SENTENCE_END.finditer(text)]

    def around(self, span: Span) -> Span:
        """The sentence that a span stands in, without blanks at its edges.

        >>> text = "共有3个。新增5家；"
        >>> Sentences(text).around(Span(7, 9)).of(text)
        '新增5家；'
        """
        before, behind = (bisect_left(self._ends, place) for place in (span.start, span.end))
        start = self._ends[before - 1] + 1 if before else 0
        end = self._ends[behind] if behind < len(self._ends) else len(self._text)
        words = self._text[start : end + (self._text[end : end + 1] != "\n")]
        return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))

    def whole(self, place: int) -> int:
        """Where the sentence around ``place`` begins that semicolons do not end."""
        before = bisect_left(self._ends, place)
        while before and self._text[self._ends[before - 1]] in "；;":
            before -= 1
        return self._ends[before - 1] + 1 if before else 0


def clause_around(text: str, span: Span, floor: int = 0) -> str:
    """The words before ``span`` in its clause, from ``floor`` on; where there are none, those after it.

    >>> clause_around("实施项目184个，总投资", Span(4, 8))
    '实施项目'
    >>> clause_around("。9对结对区县探索，", Span(1, 3))
    '结对区县探索'
    """
    start, end = span.start, span.end
    while start > floor and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in CLAUSE_ENDS:
        end += 1
    return _without_half_pairs(text[start : span.start]) or _without_half_pairs(text[span.end : end])


def happening(text: str, span: Span) -> str:
    """The words that tell what is at a time: those after it up to the next comma, else those before it.

    >>> happening("去年11月21日，产业园揭牌，两地合作", Span(0, 8))
    '产业园揭牌'
    >>> happening("预计建设工期2年。", Span(6, 8))
    '预计建设工期'
    """
    after = text[span.end : span.end + HAPPENING_WITHIN]
    skipped = len(after) - len(after.lstrip("，、, "))
    end = next((n for n, sign in enumerate(after) if n >= skipped and sign in PHRASE_ENDS), len(after))
    return _without_half_pairs(after[skipped:end]) or clause_around(text, span)


def _without_half_pairs(words: str) -> str:
    """Words cut out of a clause, without a quotation mark or bracket whose other half stayed behind."""
    words = words.strip()
    for pair in PAIRS:
        if words.count(pair[0]) != words.count(pair[1]):
            words = words.strip(pair)
    return words.strip()
