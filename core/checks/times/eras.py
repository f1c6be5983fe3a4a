"""Years of an era beside the year of ours: 乾隆三十二年（1867年）, 昭和十二年是公元1937年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.lexicon import read_rows
from core.language.numerals import parse_number
from core.text.spans import Span

RULE = "relative_year"
_OURS = r"(?:年间)?(?:[（(，,]?(?:也?就?是|即|为|合)?(?:公元)?|[（(])(?P<year>\d{3,4})年"


def check_eras(material: Material) -> Iterator[Finding]:
    """Questions about years of an era that are another year of ours."""
    for found in material.find(_pattern()):
        count = 1 if found["count"] == "元" else int(parse_number(found["count"]))
        year = eras()[found["era"]] + count - 1
        if int(found["year"]) != year:
            shown = say("year_is", said=f"{found['era']}{found['count']}年", year=year)
            yield ask(RULE, MEDIUM, say("wrong_year"), shown, material.text, Span(*found.span()))


@cache
def eras() -> dict[str, int]:
    """The first year of each era."""
    return {name: int(year) for name, year in read_rows("eras.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(eras())
    return re.compile(rf"(?P<era>{names})(?P<count>元|[一二三四五六七八九十廿]{{1,3}}|\d{{1,2}})年{_OURS}")
