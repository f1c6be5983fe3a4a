"""WORK: titles in title marks, numbers of documents and standards, documents named in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core import assets
from core.article import ReadingText
from core.mentions import Mention
from core.text.spans import Span

LONGEST_TITLE = 120
SHORTEST_DOCUMENT = 7

_MARKS = {"《": "》", "〈": "〉"}
_BRACKET_YEAR = r"[〔\[［【（(〈]\d{4}[〕\]］】）)〉]"
_NUMBERS = (
    (
        "document",
        re.compile(rf"(?P<office>[\u4e00-\u9fff]{{2,9}}){_BRACKET_YEAR}\s?(?:第\s?)?\d{{1,5}}\s?号"),
    ),
    (
        "case",
        re.compile(
            r"[（(]\d{4}[）)][\u4e00-\u9fff]\d{0,4}[\u4e00-\u9fff]{1,4}\d{1,6}号(?:之[一二三四五六七八九十\d])?"
        ),
    ),
    (
        "order",
        re.compile(
            r"(?:主席|国务院|[\u4e00-\u9fff]{1,6}(?:部|委|局|署|政府))令?第?[（(]?第[\d〇零一二三四五六七八九十百]{1,5}号令?"
        ),
    ),
    (
        "standard",
        re.compile(
            r"(?<![A-Za-z0-9/])(?:GB|GBZ|GBJ|DB\d{2,6}|YY|HJ|JGJ|JG|CJJ|CJ|QB|SB|NY|DL|JT|JTG|YD|SH|HG|WS|AQ|LY|SL|TB|MH|GA"
            r"|ISO|IEC|IEEE|ASTM|EN|DIN|T/[A-Z]{2,8}|Q/[A-Z]{2,8})(?:/[TZ]|/IEC)?\s?-?\d{2,6}(?:\.\d{1,3})*(?:[-—–:：]\d{2,4})?(?![\dA-Za-z])"
        ),
    ),
)
_BEFORE_OFFICE = re.compile(
    r"^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|下发|印发|转发|发布|出台|制定|签发|颁布|公布|通知|文件|收到|关于|讲解|解读|宣讲|学习|传达|宣传|[的了以据按照依和与及并对在由为于从至将即如见等是因把被该经])"
)
_SPEECH = re.compile("[，。！？我你他她们了]")
_QUOTED = re.compile(r"[“「『]([^“”「」『』\n]{2,60})[”」』]")


def find_works(reading: ReadingText) -> Iterator[Mention]:
    """The titles, document numbers and standards of an article.

    >>> text = "根据渝府发〔2021〕5号和《“十四五”规划〈草案〉》，执行GB/T 15835。"
    >>> [mention.span.of(text) for mention in find_works(ReadingText.of_body(text, text))]
    ['《“十四五”规划〈草案〉》', '渝府发〔2021〕5号', 'GB/T 15835']
    """
    text = reading.simplified
    for block in reading.passages():
        yield from _titles(text, block.span)
        yield from _numbers(text, block.span)
        yield from _documents(text, block.span)


def _titles(text: str, span: Span) -> Iterator[Mention]:
    """The outermost pairs of title marks; one that is not closed in time is passed over."""
    place = span.start
    while (place := _first_mark(text, place, span.end)) < span.end:
        end = _closing(text, place, min(span.end, place + LONGEST_TITLE))
        if end is None:
            place += 1
            continue
        if end - place > 2:
            yield Mention(Span(place, end), "WORK", confidence=0.99, origin="works/title")
        place = end


def _first_mark(text: str, start: int, end: int) -> int:
    found = [i for mark in _MARKS if (i := text.find(mark, start, end)) >= 0]
    return min(found, default=end)


def _closing(text: str, start: int, end: int) -> int | None:
    open_marks: list[str] = []
    for place in range(start, end):
        if text[place] in _MARKS:
            open_marks.append(_MARKS[text[place]])
        elif open_marks and text[place] == open_marks[-1]:
            open_marks.pop()
            if not open_marks:
                return place + 1
        elif text[place] == "\n":
            return None
    return None


def _numbers(text: str, span: Span) -> Iterator[Mention]:
    for rule, pattern in _NUMBERS:
        for found in pattern.finditer(text, span.start, span.end):
            start = found.start()
            if rule == "document" and (before := _BEFORE_OFFICE.match(found["office"])):
                start += before.end()
            if start < found.end("office") if rule == "document" else True:
                yield Mention(Span(start, found.end()), "WORK", confidence=0.97, origin=f"works/{rule}")


def _documents(text: str, span: Span) -> Iterator[Mention]:
    """“横向生态补偿提高森林覆盖率协议”: quoted, and called by the kind of document that it is."""
    for found in _QUOTED.finditer(text, span.start, span.end):
        words = found[1]
        if (
            len(words) >= SHORTEST_DOCUMENT
            and words.endswith(_document_suffixes())
            and not _SPEECH.search(words)
        ):
            yield Mention(Span(found.start(), found.end()), "WORK", confidence=0.8, origin="works/quoted")


@cache
def _document_suffixes() -> tuple[str, ...]:
    return tuple(assets.load_toml("lexicons/names.toml")["document_suffixes"].split())
