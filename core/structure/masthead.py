"""What the page says about its article: title, day of publication, publisher, authors, editor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from core import bylines
from core.article import Article, Block
from core.structure import kinds
from core.text.spans import Span

_STAMP = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:\s*[-/.年]\s*|\s+(?=\d\d/))(?P<month>\d{1,2})\s*(?:[-/.月]\s*(?P<day>\d{1,2})|月)?\s*日?"
    r"(?:[T\s]*(?:星期[一二三四五六日天])?\s*(?:(?P<hour>\d{1,2})[:：时点](?P<minute>\d{2})(?:[:：分](?P<second>\d{2}))?))?"
)
_CHINESE_STAMP = re.compile(
    r"([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_SOURCE = re.compile(r"(?:来源|出处|稿源)\s*[:：|｜]\s*(?P<publisher>《?[^\s，,|｜/()（）\[\]【】<>]{2,20})")
_PAPER_ISSUE = re.compile(r"^《?(?P<publisher>[^》\s]{1,11}[报刊网社])》?\s*[（(]?\s*(?:19|20)\d\d年")
_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_TITLE_LABEL = re.compile(r"标题\s*[:：]\s*")
_OWN_WORDS = re.compile(r"^本[报网台刊社]")


def read_masthead(text: str, simplified: str, blocks: tuple[Block, ...]) -> Article:
    """The article with what its title, dateline and credit blocks say."""
    made_by = list(_credits(simplified, blocks))
    return Article(
        title=_title(text, simplified, blocks),
        published=_published(simplified, blocks),
        publisher=_publisher(text, simplified, blocks),
        authors=_people(text, made_by, bylines.AUTHORS),
        editor=next(iter(_people(text, made_by, bylines.EDITORS)), None),
        blocks=blocks,
    )


def _title(text: str, simplified: str, blocks: tuple[Block, ...]) -> str | None:
    """The longest line of the title; lines above and below it are its company."""
    spans = [block.span for block in blocks if block.kind == "title"]
    main = max(spans, key=lambda span: (text[span.start] not in "—-", len(span)), default=None)
    if main is None:
        return None
    label = _TITLE_LABEL.match(main.of(simplified))
    return main.of(text)[label.end() if label else 0 :]


def _published(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first full date of a dateline, else the 电头's, if it has a year."""
    for kind in ("dateline", "lead", "credit"):
        for block in blocks:
            if block.kind == kind:
                head = block.span.of(text)[:160] if kind != "lead" else _agency_words(block.span.of(text))
                if stamp := find_stamp(head):
                    return stamp
    return None


def find_stamp(text: str) -> str | None:
    """The first date in ``text`` that exists, with its clock, as ISO 8601.

    >>> find_stamp("2024年3月29日 19:05 来源"), find_stamp("二〇二二年一月五日"), find_stamp("2021-02-30")
    ('2024-03-29T19:05', '2022-01-05', None)
    """
    for found in _STAMP.finditer(text):
        if stamp := _iso_day(found["year"], found["month"], found["day"]):
            return stamp + _iso_clock(found) if found["day"] else stamp
    if chinese := _CHINESE_STAMP.search(text):
        year = "".join(_DIGITS[digit] for digit in chinese[1])
        return _iso_day(year, _small_number(chinese[2]), _small_number(chinese[3]) if chinese[3] else None)
    return None


def _iso_day(year: str, month: str, day: str | None) -> str | None:
    try:
        return date(int(year), int(month), int(day or 1)).isoformat()[: 10 if day else 7]
    except ValueError:
        return None


def _iso_clock(found: re.Match[str]) -> str:
    hour, minute, second = found["hour"], found["minute"], found["second"]
    if hour is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return ""
    return f"T{int(hour):02}:{minute}" + (f":{second}" if second else "")


def _small_number(words: str) -> str:
    """Up to thirty-one, in Chinese.

    >>> _small_number("三十一"), _small_number("十"), _small_number("二十")
    ('31', '10', '20')
    """
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGITS.get(words, "0")
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"


def _publisher(text: str, simplified: str, blocks: tuple[Block, ...]) -> str | None:
    for kind in ("dateline", "credit"):
        for block in blocks:
            words = block.span.of(simplified)
            if block.kind == kind and (found := _SOURCE.search(words) or _PAPER_ISSUE.match(words)):
                start, end = found.span("publisher")
                return block.span.of(text)[start:end].strip("《》")
    for block in blocks:
        if block.kind in {"lead", "dateline"}:
            words = block.span.of(simplified)
            found = kinds.AGENCY_LINE.match(words)
            name = found and (found["publisher"] or found["paper"])
            if name and not _OWN_WORDS.match(name):
                return text[block.span.start : block.span.start + len(name)]
    return None


def _agency_words(words: str) -> str:
    found = kinds.AGENCY_LINE.match(words)
    return found[0] if found else ""


def _credits(text: str, blocks: tuple[Block, ...]) -> Iterable[bylines.Credit]:
    for block in blocks:
        if block.kind in {"dateline", "credit"}:
            yield from bylines.find_credits(text, block.span, loose=True)
        elif block.kind == "lead":
            yield from bylines.find_credits(text, _opening(block.span), loose=False)


def _opening(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 120))


def _people(text: str, made_by: list[bylines.Credit], roles: tuple[str, ...]) -> tuple[str, ...]:
    names = ("".join(credit.span.of(text).split()) for credit in made_by if credit.role in roles)
    return tuple(dict.fromkeys(names))
