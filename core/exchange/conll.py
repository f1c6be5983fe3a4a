"""CoNLL columns: a token and its tag a line, a blank line after a sentence, ``-DOCSTART-`` before an article.

``bio`` tags B-X and I-X; ``bioes`` has E-X for the last token and S-X for a single one besides. A token is
no white space: the text loses what is between tokens, but for a blank between words of Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.document import Annotation, Document
from core.errors import NotText
from core.exchange.format import (
    Exporter,
    Labelled,
    LabelledMark,
    Losses,
    Wanted,
    count_what_is_left_out,
    flat,
    some,
)
from core.exchange.sentences import is_latin_word, read_stretches, split_sentences, split_tokens
from core.text.spans import Span

DOCUMENT_START = "-DOCSTART-"
_SPACE = re.compile(r"[^\S\n]")
Row = tuple[str, str]


def writer(scheme: str) -> Exporter:
    """The exporter for ``bio`` or ``bioes``."""

    def write(documents: Iterable[Document], wanted: Wanted, losses: Losses) -> Iterator[bytes]:
        for document in documents:
            yield f"{DOCUMENT_START}\tO\n\n".encode()
            for sentence in _sentences(document, wanted, losses):
                lines = "".join(f"{token}\t{tag}\n" for token, tag in _tagged(sentence, scheme))
                yield (lines + "\n").encode()

    return write


def read_conll(data: bytes) -> Iterator[Labelled]:
    """The articles of a file in any of the usual tagging schemes; a line of text for each sentence.

    The token is the first column and the tag the last. A file without ``-DOCSTART-`` is one article.
    """
    sentences: list[list[Row]] = [[]]
    others = 0
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        columns = _columns(line)
        if columns and columns[0] == DOCUMENT_START:
            yield from _article(sentences, others)
            sentences, others = [[]], 0
        elif not line.strip():
            sentences.append([])
        elif len(columns) < 2 or not columns[0]:
            raise NotText(None, f"line {number} has no token and tag")
        else:
            sentences[-1].append((columns[0], columns[-1]))
            others += len(columns) - 2
    yield from _article(sentences, others)


def _columns(line: str) -> list[str]:
    """The columns of a line; a token may be a blank, as others write it who go character by character."""
    if "\t" in line:
        token, *others = line.split("\t")
        return [token.strip() or token[:1], *(column.strip() for column in others)]
    columns = line.split()
    return [line[0], *columns] if line[:2].isspace() and len(columns) == 1 else columns


def _sentences(
    document: Document, wanted: Wanted, losses: Losses
) -> Iterator[list[tuple[str, str, bool, bool]]]:
    """The tokens of each sentence, each with its label, whether it begins its mark and whether it ends it."""
    given = wanted.marks(document)
    count_what_is_left_out(document, given, losses)
    marks = flat(given, losses)
    losses["marks across paragraphs"] += len(marks)
    stretches = list(read_stretches(document, marks))
    losses["paragraphs of navigation and the like"] += len(document.article.blocks) - len(stretches)
    for stretch in stretches:
        losses["white space between tokens"] += len(_SPACE.findall(stretch.of(document.text)))
        own = [mark for mark in marks if stretch.contains(mark.span)]
        losses["marks across paragraphs"] -= len(own)
        for sentence in split_sentences(document.text, stretch, own):
            yield list(_tokens(document.text, sentence, own, wanted.unit, losses))


def _tokens(
    text: str, sentence: Span, marks: Sequence[Annotation], unit: str, losses: Losses
) -> Iterator[tuple[str, str, bool, bool]]:
    inside = [mark for mark in marks if sentence.contains(mark.span)]
    edges = [edge for mark in inside for edge in (mark.span.start, mark.span.end)]
    tokens = list(split_tokens(text, sentence, edges, unit))
    losses["white space between tokens"] -= sum(
        text[a.end : b.start] == " " and is_latin_word(a.of(text)) and is_latin_word(b.of(text))
        for a, b in pairwise(tokens)
    )
    owners = [next((m for m in inside if m.span.contains(token)), None) for token in tokens]
    for i, (token, owner) in enumerate(zip(tokens, owners, strict=True)):
        begins = i == 0 or owners[i - 1] is not owner
        ends = i + 1 == len(owners) or owners[i + 1] is not owner
        yield token.of(text), owner.label if owner else "", begins, ends


def _tagged(sentence: Iterable[tuple[str, str, bool, bool]], scheme: str) -> Iterator[Row]:
    for token, label, begins, ends in sentence:
        if not label:
            tag = "O"
        elif scheme == "bioes" and ends:
            tag = f"S-{label}" if begins else f"E-{label}"
        else:
            tag = f"B-{label}" if begins else f"I-{label}"
        yield token, tag


def _article(sentences: Iterable[Sequence[Row]], others: int) -> Iterator[Labelled]:
    lines: list[str] = []
    marks: list[LabelledMark] = []
    place = 0
    for sentence in sentences:
        if sentence:
            text, found = labelled_tokens(sentence)
            lines.append(text)
            marks += [replace(mark, span=mark.span.shifted(place)) for mark in found]
            place += len(text) + 1
    if lines:
        dropped = some({"columns between token and tag": others})
        yield Labelled("\n".join(lines), tuple(marks), dropped=dropped)


def labelled_tokens(rows: Iterable[Row]) -> tuple[str, list[LabelledMark]]:
    """The text of tokens and the marks of their tags; words of Latin letters get a space between."""
    text, last = "", ""
    spans: list[tuple[Span, str]] = []
    is_open = False
    for token, tag in rows:
        text += " " if is_latin_word(last) and is_latin_word(token) else ""
        start, (position, _, label) = len(text), tag.partition("-")
        text, last = text + token, token
        continues = is_open and position in "IMEL" and label == spans[-1][1]
        if continues:
            spans[-1] = (Span(spans[-1][0].start, len(text)), label)
        elif label:
            spans.append((Span(start, len(text)), label))
        is_open = bool(label) and position in "BIM"
    return text, [LabelledMark(span, label) for span, label in spans]
