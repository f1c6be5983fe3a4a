"""Places inside places: a county under a city that it does not belong to, a city under another province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.checks.asking import MEDIUM, ask
from core.checks.material import Material
from core.checks.wording import say
from core.document import Finding
from core.language.lexicon import Hit, Lexicon, Name, division_names, home_of, stem
from core.text.spans import Span

RULE, _NAME = "place_parent", "name_variant"
_AUTONOMOUS = re.compile(r"[一-鿿]{2,3}(?:[一-鿿]{1,4}族)+自治[县州旗]")
# A province or city with a city or county right behind it; the longest names have eleven characters.
_CHAIN = re.compile(r"(?:[省市州盟]|自治区)(?:[\u4e00-\u9fff]{1,10}?[市县区旗州盟])+")
_LONGEST = 12
# Words that put what follows into the place before them.
_INSIDE = re.compile(
    r"([\u4e00-\u9fff]{1,6}?[省市州盟])(?:最?[东西南北中]{1,2}(?:[部端缘侧]|部山区)?的|(?:下辖|所辖|下属|管辖|代管|境内|辖区|辖区内|所属)的)"
)
# 郊区 and the like stand for a part of any city; a name with many homes may have had one more.
_COMMON = frozenset({"郊区", "市中区", "城区", "新城区", "城中区", "矿区"})
_MOST_HOMES = 2
_PAST = re.compile(r"(?<!\d)1\d{3}年|时任|原|旧")


def check_places(material: Material) -> Iterator[Finding]:
    """Questions about places written behind one that they do not lie in."""
    lexicon = _divisions()
    for chain in material.find(_CHAIN):
        sentence = material.sentences[material.sentence_index(chain.start())].span
        if _PAST.search(material.words(sentence)):
            continue
        start = max(sentence.start, chain.start() - _LONGEST)
        above: tuple[Hit, str] | None = None
        for hit in lexicon.find(material.simplified, Span(start, min(sentence.end, chain.end() + _LONGEST))):
            follows = above is not None and above[0].span.end == hit.span.start
            is_known = len(hit.names) <= _MOST_HOMES and hit.names[0].words not in _COMMON
            if above and follows and is_known and not _fits(above[1], hit):
                yield _question(material, above[0], hit)
            above = (hit, _code(hit, above[1] if above and follows else ""))
    yield from _described(material)
    yield from _autonomous(material)


def _described(material: Material) -> Iterator[Finding]:
    """A city and a county with words between that put the one into the other (株洲市最南端的炎陵县)."""
    for found in material.find(_INSIDE):
        upper = _divisions().named(found[1])
        start = found.end()
        hits = _divisions().find(
            material.simplified, Span(start, min(start + _LONGEST, len(material.simplified)))
        )
        hit = next(hits, None)
        if not upper or hit is None or hit.span.start != start or len(hit.names) > _MOST_HOMES:
            continue
        above = Hit(Span(*found.span(1)), upper)
        if hit.names[0].words not in _COMMON and not _fits(_code(above, ""), hit):
            yield _question(material, above, hit)


def _autonomous(material: Material) -> Iterator[Finding]:
    """The name of an autonomous division that is not quite one (巍山彝族自治县 for 巍山彝族回族自治县)."""
    for found in material.find(_AUTONOMOUS):
        written = next(
            (found[0][n:] for n in range(len(found[0])) if found[0][n:] in _autonomous_names()), ""
        )
        if written:
            continue
        alike = {
            (found[0].index(name[:2]), name)
            for name in _autonomous_names()
            if name[:2] in found[0] and name[-3:] == found[0][-3:]
        }
        if len(alike) == 1:
            ((start, name),) = alike
            span = Span(found.start() + start, found.end())
            question = say("should_be", found=material.words(span), meant=name)
            yield ask(_NAME, MEDIUM, question, "", material.text, span)


@cache
def _autonomous_names() -> frozenset[str]:
    return frozenset(name for name in division_names().values() if "自治" in name and name[-3] == "自")


def _fits(above: str, hit: Hit) -> bool:
    """Whether some place of that name lies in the place of the code ``above``."""
    if not above:
        return True
    codes = [name.code or "" for name in hit.names]
    # Counties that the province rules itself (4290, 4690, 6590) stand behind no city.
    return any(code.startswith(above) or not _is_below(above, code) for code in codes)


def _is_below(above: str, code: str) -> bool:
    """Whether a place of this code is of a lower level than ``above``."""
    return len(stem(code)) > len(above)


def _code(hit: Hit, above: str) -> str:
    """The stem of the place meant: the one that fits, empty where several are possible."""
    stems = {stem(name.code or "") for name in hit.names}
    inside = {stem for stem in stems if above and stem.startswith(above)}
    chosen = inside or stems
    return next(iter(chosen)) if len(chosen) == 1 else ""


@cache
def _divisions() -> Lexicon:
    """Provinces, cities and counties by their full names only."""
    return Lexicon(Name(full, "LOC", full, code) for code, full in division_names().items())


def _question(material: Material, above: Hit, hit: Hit) -> Finding:
    homes = "、".join(dict.fromkeys(home_of(name.code or "") for name in hit.names[:3]))
    words = hit.names[0].words
    spans = (above.span, hit.span)
    question = say("lies_in", place=words, above=above.names[0].words)
    return ask(RULE, MEDIUM, question, say("home", place=words, home=homes), material.text, *spans)
