"""How numerals are written (GB/T 15835): one kind in one list, decades in figures, one dash for ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.checks.asking import LOW, ask
from core.checks.material import Material
from core.checks.numbers.figures import Figure
from core.checks.wording import say
from core.document import Finding
from core.text.spans import Span
from core.values import QUANTITY_LABELS, TIME_LABELS

RULE = "numeral_style"
_HAN = re.compile(r"[二三四五六七八九十百千万]")
_VAGUE = re.compile(r"[几数余多来半两]|^[百千万一]")
_DECADE = re.compile(r"\d{1,2}世纪[一二三四五六七八九]十年代|[一二三四五六七八九十]+世纪\d0年代")
_BARE_DECADE = re.compile(r"(?<!世纪)(?<![\d〇一二三四五六七八九])(?:[1-9]0|[一二三四五六七八九]十)年代")
_CENTURY = re.compile(r"世纪|\d{4}年|[〇一二三四五六七八九]{4}年")
_MIXED_DATE = re.compile(
    r"(?<!\d)\d{4}年[一二三四五六七八九十]{1,3}月|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}月\d{1,2}[日号]|(?<!\d)\d{1,2}月[一二三四五六七八九十]{1,3}[日号]"
)
_BESIDE = re.compile(r"[、，和与及][^，。；、（）：]{0,12}")
_JOINED = re.compile(r"\d[^\d—–\-~～－]{0,3}([—–\-~～－]+)\d")
_WIDE, _NARROW = re.compile("[０-９][０-９．，％]*"), re.compile("[0-9]")
_MOST_PLACES = 6
_RANGED = TIME_LABELS | QUANTITY_LABELS
_STYLES = {"－": "—", "–": "—", "～": "~"}


def check_numeral_style(material: Material) -> Iterator[Finding]:
    """Questions about numerals of two kinds where one is the rule."""
    for figures in material.by_sentence:
        for first, second in pairwise(figures):
            if first.family == second.family and _is_mixed(material, first, second):
                shown = f"{first.quote}　{second.quote}"
                yield ask(RULE, LOW, say("mixed_numerals"), shown, material.text, first, second)
    for pattern in (_DECADE, _MIXED_DATE):
        for found in material.find(pattern):
            span = Span(*found.span())
            yield ask(RULE, LOW, say("mixed_numerals"), found[0], material.text, span)
    yield from _bare_decades(material)
    yield from _wide(material)
    yield from _dashes(material)


def _bare_decades(material: Material) -> Iterator[Finding]:
    """80年代 where neither the sentence nor the one before it says of which century."""
    for found in material.find(_BARE_DECADE):
        number = material.sentence_index(found.start())
        paragraph = material.paragraph(material.sentences[number].paragraph)
        start = material.sentences[max(paragraph[0], number - 1)].span.start
        if not _CENTURY.search(material.simplified[start : found.start()]):
            shown = material.simplified[max(0, found.start() - 6) : found.end() + 6].strip()
            yield ask(
                RULE, LOW, say("no_century", decade=found[0]), shown, material.text, Span(*found.span())
            )


def _wide(material: Material) -> Iterator[Finding]:
    """Figures in full width where the others are in half width: ６０％."""
    if _NARROW.search(material.text):
        for found in material.find(_WIDE):
            span = Span(*found.span())
            yield ask(RULE, LOW, say("wide"), span.of(material.text), material.text, span)


def _is_mixed(material: Material, first: Figure, second: Figure) -> bool:
    if not _BESIDE.fullmatch(material.between(first, second)):
        return False
    kinds = [_is_written(figure) for figure in (first, second)]
    return None not in kinds and kinds[0] != kinds[1]


def _is_written(figure: Figure) -> bool | None:
    """True for Chinese numerals, False for figures, None for what is always Chinese (两, 几, 一)."""
    if figure.quote[0].isdigit():
        return False
    return True if _HAN.match(figure.quote) and not _VAGUE.search(figure.quote) else None


def _dashes(material: Material) -> Iterator[Finding]:
    """Ranges joined by two kinds of dash (3—5年, 1-2个)."""
    styles: dict[str, list[Span]] = {}
    for mark in material.marks:
        value = mark.value if mark.value and mark.label in _RANGED else {}
        is_range = value.get("to") or "/" in str(value.get("timex") or "")
        joined = _JOINED.search(material.words(mark.span)) if is_range else None
        if joined:
            style = _STYLES.get(joined[1][0], joined[1][0])
            styles.setdefault(style, []).append(mark.span)
    if len(styles) > 1:
        spans = sorted(span for group in styles.values() for span in group)
        quotes = list(dict.fromkeys(span.of(material.text) for span in spans))
        shown = "　".join(quotes[:_MOST_PLACES])
        yield ask(RULE, LOW, say("dashes"), shown, material.text, *spans[:_MOST_PLACES])
