"""The order of years: 1949年入学，1935年毕业; and centuries against their years (19世纪末，1898年)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.numbers.slips import slips
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span

RULE = "order"
_HEAD = re.compile(
    r"(?:^|[，；。：\u3000（(])(?:到|至|自|从|直到)?((1[0-9]\d\d|20\d\d)年)(?!代|间|度|末|底|版|到|至|—|为|的|是|同期|仅|只)"
)
_CENTURY = re.compile(r"(?<!\d)(\d{1,2})世纪(末|初|中叶|后半叶|前半叶|上半叶|下半叶)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)((1[0-9]\d\d|20\d\d))年(?!代)")
_LATE, _EARLY = 70, 30
_NEXT = 60
_COMPARED = re.compile(r"[比较][^，。；]{0,6}\d{4}年|分别|依次")
_LEAST = 2


def check_chronology(material: Material) -> Iterator[Finding]:
    """Questions about years that run backwards or lie outside their century."""
    for sentence in material.sentences:
        words = material.words(sentence.span)
        if words.count("年") >= _LEAST and not sentence.is_summary and not _COMPARED.search(words):
            yield from _backwards(material, words, sentence.span.start)
        if "世纪" in words:
            yield from _centuries(material, words, sentence.span.start)


def _backwards(material: Material, words: str, start: int) -> Iterator[Finding]:
    """A year at the head of a clause before the one of the clause ahead, where a slip would mend it."""
    heads = [(int(found[2]), Span(*found.span(1)).shifted(start)) for found in _HEAD.finditer(words)]
    years = [year for year, _ in heads]
    for place, ((before, first), (year, second)) in enumerate(pairwise(heads), 1):
        after = years[place + 1] if place + 1 < len(years) else before + _NEXT
        if before - year >= _LEAST and any(before <= int(slip) <= after for slip in slips(str(year))):
            shown = say("years_follow", one=before, other=year)
            yield ask(RULE, MEDIUM, say("out_of_order"), shown, material.text, first, second)


def _centuries(material: Material, words: str, start: int) -> Iterator[Finding]:
    """A century with a year of the next one just behind it, too late or too early to go on from there."""
    for found in _CENTURY.finditer(words):
        century, part = int(found[1]), found[2]
        rest = material.simplified[start + found.end() : start + found.end() + _NEXT]
        year = _YEAR.search(rest.partition("\n")[0])
        if not year or "世纪" in rest[: year.start()]:
            continue
        its_century, of_century = (int(year[1]) - 1) // 100 + 1, int(year[1]) % 100
        if its_century != century + 1 or (part in ("初", "前半叶", "上半叶") and of_century > _EARLY):
            continue
        if part in ("末", "后半叶", "下半叶") and of_century < _LATE:
            continue
        place = start + found.end() + year.start()
        spans = (Span(*found.span()).shifted(start), Span(place, place + len(year[0])))
        shown = say("century_is", year=year[0], century=its_century, said=century)
        yield ask(RULE, MEDIUM, say("century"), shown, material.text, *spans)
