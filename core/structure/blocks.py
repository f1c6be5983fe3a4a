"""Paragraphs to blocks: what a paragraph is depends on where it stands.

A page has a head (navigation, title, dateline), the article, and a foot (credit, small print). Only the
first paragraph that opens with a 电头 or 本报讯 is a ``lead``; without that mark it is ``body``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.article import UNREAD_KINDS, Article, Block
from core.structure import kinds, masthead
from core.structure.paragraphs import split_paragraphs
from core.text.spans import Span

SITE_NAME = 8
"""A line of so few characters above a title is the site's or channel's name."""

LONGEST_SIGNATURE = 20
"""A line of so few characters above the date at the end signs an official paper."""

LONGEST_NOTICE = 120
"""A longer paragraph inside the article that speaks of rights or contacts is text."""

SUBTITLE_MARKS = ("——", "--", "—")
SOURCE_WORDS = ("来源", "稿源", "出处")


def read_structure(text: str, simplified: str, known: Iterable[Block] = ()) -> Article:
    """The blocks of a text and what they say: title, day, publisher, authors, editor.

    ``simplified`` is the same text in Simplified characters, which the rules are written in. ``known`` are
    blocks whose kind the file's markup told. Every non-blank stretch of the text belongs to a block.
    """
    told = {block.span.start: block.kind for block in known}
    blocks = tuple(_divide(simplified, split_paragraphs(simplified), told))
    return masthead.read_masthead(text, simplified, blocks)


def _divide(text: str, spans: list[Span], told: Mapping[int, str]) -> Iterator[Block]:
    words = [span.of(text) for span in spans]
    labels: Labels = [told.get(span.start) or kinds.own_kind(span.of(text)) for span in spans]
    _mark_link_lists(words, labels)
    if "title" in labels:
        _mark_above(labels, labels.index("title"))
    else:
        _mark_head(words, labels)
    _mark_foot(words, labels)
    _mark_digests(words, labels)
    _mark_headings(words, labels)
    _keep_one_lead(labels)
    for span, label in zip(spans, labels, strict=True):
        yield from _split(text, span, label or "body")


Labels = list[str | None]


def _mark_above(labels: Labels, title: int) -> None:
    """What stands above a title that the markup told is the page's, not the article's."""
    labels[:title] = [label or "navigation" for label in labels[:title]]


def _mark_head(words: list[str], labels: Labels) -> None:
    """Title and site name: among the short lines above the text, next to a dateline if there is one."""
    end = next((i for i, label in enumerate(labels) if _is_text(words[i], label)), len(labels))
    if end == len(labels):
        return
    short = [i for i in range(end) if labels[i] is None]
    marked = [i for i in range(end) if labels[i] in {"dateline", "credit"}]
    if marked:
        head = [i for i in short if i < marked[0]] or _run([i for i in short if i > marked[0]])
    else:
        head = short[:1] if short and not kinds.is_numbered(words[short[0]]) else []
        head += [i for i in short[1:2] if words[i].startswith(SUBTITLE_MARKS)]
    if head:
        _label_head(words, labels, head)


def _is_text(words: str, label: str | None) -> bool:
    return label == "lead" or (label is None and not kinds.is_title_like(words))


def _run(places: list[int]) -> list[int]:
    """The places at the front that follow each other directly."""
    return [place for i, place in enumerate(places) if place == places[0] + i]


def _label_head(words: list[str], labels: Labels, head: list[int]) -> None:
    """The longest line is the title; short ones above it name the site, short ones below it the account."""
    title = max(head, key=lambda i: (not words[i].startswith(SUBTITLE_MARKS), len(words[i])))
    for i in head:
        if i == title or len(words[i]) > SITE_NAME or words[i].startswith(SUBTITLE_MARKS):
            labels[i] = "title"
        else:
            labels[i] = "navigation" if i < title else "dateline"


def _mark_foot(words: list[str], labels: Labels) -> None:
    """Where the article is over: what stands among the small print is small print, too."""
    foot = _foot_start(labels)
    for i in range(foot, len(labels)):
        if labels[i] is None or (labels[i] == "navigation" and "|" in words[i].replace("｜", "|")):
            labels[i] = "boilerplate"
    body = next((i for i, label in enumerate(labels) if _is_text(words[i], label)), foot)
    for i in range(body + 1, len(labels)):
        if labels[i] == "dateline" and kinds.is_event(words[i]):
            labels[i] = None
    for i in range(body + 1, len(labels)):
        if labels[i] == "dateline":
            _mark_signature(words, labels, i)
        if i < foot and labels[i] == "boilerplate" and len(words[i]) > LONGEST_NOTICE:
            labels[i] = None


def _mark_signature(words: list[str], labels: Labels, place: int) -> None:
    """Below the text, a source is a credit, and so is the name above the date of an official paper."""
    if words[place].startswith(SOURCE_WORDS):
        labels[place] = "credit"
        return
    above = words[place - 1]
    if labels[place - 1] is None and len(above) < LONGEST_SIGNATURE and kinds.is_title_like(above):
        labels[place - 1] = "credit"


def _foot_start(labels: Labels) -> int:
    """The first line of small print from which on such lines are in the majority."""
    start, text, unread = len(labels), 0, 0
    for i in range(len(labels) - 1, -1, -1):
        text += labels[i] is None
        unread += labels[i] in UNREAD_KINDS
        if labels[i] == "boilerplate" and 2 * text <= unread:
            start = i
    return start


def _mark_link_lists(words: list[str], labels: Labels) -> None:
    """The headlines below 相关阅读 are links; below 相关链接 there may be the facts of a digest instead."""
    inside = False
    for i, label in enumerate(labels):
        if label == "navigation":
            inside = kinds.is_list_opening(words[i])
            if inside and i + 1 < len(words) and kinds.is_fact(words[i + 1]):
                labels[i], inside = "digest", False
        elif inside and label is None and kinds.is_title_like(words[i]):
            labels[i] = "navigation"
        else:
            inside = False


def _mark_digests(words: list[str], labels: Labels) -> None:
    """The short lines without a full stop below 数读 and the like belong to it."""
    inside = False
    for i, label in enumerate(labels):
        if label is None and kinds.is_box_title(words[i]) and any(map(kinds.is_fact, words[i + 1 : i + 3])):
            labels[i], inside = "digest", True
        elif label == "digest":
            inside = len(words[i]) <= kinds.LONGEST_HEADING
        elif inside and label in {None, "dateline"} and not words[i].endswith(("。", "！", "？")):
            labels[i] = "digest"
        else:
            inside = False


def _mark_headings(words: list[str], labels: Labels) -> None:
    """A short line above a paragraph is a heading, unless it is one of a run of short lines."""
    for i, label in enumerate(labels):
        if label is not None or not kinds.is_heading_like(words[i]):
            continue
        following = labels[i + 1] if i + 1 < len(labels) else "credit"
        below = words[i + 1] if i + 1 < len(words) else ""
        is_followed = following in {None, "lead", "caption", "quote"} and not kinds.is_heading_like(below)
        if is_followed or (kinds.is_numbered(words[i]) and following is None):
            labels[i] = "heading"


def _keep_one_lead(labels: Labels) -> None:
    leads = [i for i, label in enumerate(labels) if label == "lead"]
    for i in leads[1:]:
        labels[i] = None


def _split(text: str, span: Span, label: str) -> Iterator[Block]:
    """A dateline that ends in buttons, and a paragraph that ends in credits, are two blocks."""
    words = span.of(text)
    place = None
    if label == "dateline":
        place, second = kinds.navigation_start(words), "navigation"
    elif label in {"lead", "body"}:
        place, second = kinds.trailing_credit(words), "credit"
    if place is None:
        yield Block(label, span)
        return
    first = kinds.part(span, words, 0, place)
    yield Block(kinds.own_kind(first.of(text)) or label, first)
    yield Block(second, kinds.part(span, words, place, len(words)))
