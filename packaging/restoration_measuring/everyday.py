"""Everyday damage done to clean pages, and how much of it the suggestions take back."""

from __future__ import annotations

import codecs
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from core.language.script import HANT, convert
from core.repairs import LOST, compose
from core.restoration import restore

_JUNK = "\u200b\u200b\ufeff\u00ad\u2060\ue62d\uf0b7\u200e"
_SIGNS = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "…": "&hellip;", "《": "&#12298;", "》": "&#12299;"}
_HALF = {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"}
_COLUMNS, _LINES_A_SHEET = 76, 24
_RUNNING_HEAD = "江州日报 2024年3月15日 第二版 要闻"

Damage = Callable[[str, random.Random], str]


def _as_browsers_do(error: UnicodeError) -> tuple[str, int]:
    """A pair that is no character is one sign of replacement, but an ASCII byte of it stays (WHATWG)."""
    assert isinstance(error, UnicodeDecodeError)
    if error.encoding == "gb18030" and error.object[error.start] == 0x80:
        return "€", error.start + 1
    has_ascii = error.object[error.start + 1 : error.start + 2] < b"\x80"
    return "\ufffd", min(len(error.object), error.start + (1 if has_ascii else 2))


codecs.register_error("browser", _as_browsers_do)


def _misread(written: str, read: str) -> Damage:
    """A whole page in one encoding read as another; what has no place in the first is left out."""

    def damage(page: str, _: random.Random) -> str:
        return page.encode(written, "ignore").decode(read, "browser")

    return damage


def _misread_paragraph(written: str, read: str) -> Damage:
    """Every fifth line of a page in another encoding."""

    def damage(page: str, _: random.Random) -> str:
        lines = page.split("\n")
        lines[2::5] = (line.encode(written, "ignore").decode(read, "browser") for line in lines[2::5])
        return "\n".join(lines)

    return damage


def _escape(page: str, _: random.Random) -> str:
    return re.sub("[“”—…《》]", lambda m: _SIGNS[m[0]].replace("&", "&amp;"), page)


def _unresolve(page: str, _: random.Random) -> str:
    return re.sub("[“”—…《》]", lambda m: _SIGNS[m[0]], page)


def _strew(page: str, random_source: random.Random) -> str:
    """Something invisible or private in every fiftieth place."""
    junk = (random_source.choice(_JUNK) if random_source.random() < 0.02 else "" for _ in page)
    return "".join(c + j for c, j in zip(page, junk, strict=True))


def _break_lines(page: str, _: random.Random) -> str:
    return "\n".join(piece for line in page.split("\n") for piece in _wrapped(line))


def _wrapped(line: str) -> Iterator[str]:
    """Pieces of so many columns, of which a Chinese character takes two."""
    start, width = 0, 0
    for place, character in enumerate(line):
        width += 2 if character > "\u2e80" else 1
        if width > _COLUMNS:
            yield line[start:place]
            start, width = place, 2
    yield line[start:]


def _run_heads(page: str, random_source: random.Random) -> str:
    """Sheets of a printed page: hard line breaks, and a running head between them."""
    lines = _break_lines(page, random_source).split("\n")
    sheets = (lines[i : i + _LINES_A_SHEET] for i in range(0, len(lines), _LINES_A_SHEET))
    return f"\n{_RUNNING_HEAD}\n".join("\n".join(sheet) for sheet in sheets)


def _repeat(page: str, _: random.Random) -> str:
    """Paragraphs that stand twice, as mirror sites paste them."""
    lines = page.split("\n")
    return "\n".join(line for i, line in enumerate(lines) for line in [line] * (2 if i % 7 == 3 else 1))


def _halve(page: str, random_source: random.Random) -> str:
    """A fifth of the punctuation in half width."""
    return "".join(_HALF.get(c, c) if random_source.random() < 0.2 else c for c in page)


DAMAGES: dict[str, tuple[Damage, bool]] = {
    "UTF-8 read as GBK, whole page": (_misread("utf-8", "gb18030"), False),
    "UTF-8 read as GBK, some lines": (_misread_paragraph("utf-8", "gb18030"), False),
    "UTF-8 read as Latin-1": (_misread("utf-8", "latin-1"), False),
    "GBK read as Latin-1": (_misread("gbk", "latin-1"), False),
    "Big5 read as GBK, whole page": (_misread("big5", "gb18030"), True),
    "Big5 read as GBK, some lines": (_misread_paragraph("big5", "gb18030"), True),
    "GBK read as Big5, whole page": (_misread("gb2312", "big5hkscs"), False),
    "GBK read as Big5, some lines": (_misread_paragraph("gb2312", "big5hkscs"), False),
    "entities escaped twice": (_escape, False),
    "entities not resolved": (_unresolve, False),
    "invisible and private characters": (_strew, False),
    "hard line breaks": (_break_lines, False),
    "running heads in hard line breaks": (_run_heads, False),
    "paragraphs that stand twice": (_repeat, False),
    "a fifth of the punctuation half-width": (_halve, False),
}
"""What is done to the pages, and whether it is done to Traditional ones."""


@dataclass
class Everyday:
    """Characters of the clean pages, those wrong before and after, and those that are flagged as lost."""

    characters: int = 0
    before: int = 0
    after: int = 0
    lost: int = 0


def measure_everyday(pages: Iterable[str], *, seed: int) -> Iterator[tuple[str, Everyday]]:
    """Each damage with what all suggestions together make of it."""
    pages = list(pages)
    for name, (damage, is_traditional) in DAMAGES.items():
        random_source, result = random.Random(seed), Everyday()
        for page in pages:
            clean = convert(page, to=HANT) if is_traditional else page
            _count(result, clean, damage(clean, random_source))
        yield name, result


def _count(result: Everyday, clean: str, shown: str) -> None:
    repairs = [replace(repair, status="applied") for repair in restore(shown).repairs]
    result.characters += len(clean)
    for _, wrong, other in _differences(clean, shown):
        result.before += max(len(wrong), len(other))
    for _, wrong, other in _differences(clean, compose(shown, repairs, str).text):
        if LOST in other:
            result.lost += len(wrong)
        else:
            result.after += max(len(wrong), len(other))


def _differences(clean: str, other: str) -> Iterator[tuple[int, str, str]]:
    """Where two texts differ, and what stands there in each."""
    if clean == other:
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, clean, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield i1, clean[i1:i2], other[j1:j2]


def report_everyday(results: Iterable[tuple[str, Everyday]]) -> None:
    """Shares of the characters, a line each."""
    print("everyday damage: wrong characters before, and with all suggestions; flagged as lost")
    for name, r in results:
        shares = (count / r.characters for count in (r.before, r.after, r.lost))
        print(f"  {name:40} " + " ".join(f"{share:9.3%}" for share in shares))
