"""The path of an article, chained: from a file to a document with its marks.

``annotate`` goes all the way. The window takes the two halves apart, ``open_article`` and ``mark``, to show
the text before it is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core import edits
from core.article import Article, Block, ReadingText
from core.assets import model_version
from core.checks.renewal import renew_findings
from core.document import MOST_MARKED as MOST_MARKED
from core.document import Document, ScriptChoice, SourceRecord
from core.edits.recognized import value_of_mention
from core.entities.gathering import group
from core.files.source import Source
from core.house import NO_HOUSE, House
from core.language.script import convert, converter, detect_script, simplified
from core.mentions import Mention
from core.reading import SourceText, read
from core.recognition import recognize
from core.recognition.learnt import version_in_use
from core.repairs import Repair, applied, compose, in_reading
from core.restoration import Restoration, restore
from core.schemes import Scheme, default_scheme
from core.structure import read_structure
from core.text.offsets import OffsetMap, Replacement, apply
from core.text.spans import Span, longest_first
from core.values import JsonObject

MOST_ASKED = 50_000
"""Characters up to which a correction asks all questions anew: as long as nobody has to wait."""

READ_THROUGH = 0.9
"""The confidence from which recognition takes a suggestion for granted."""


def annotate(
    source: Source,
    *,
    encoding: str | None = None,
    script: str = "auto",
    accept_at: float | None = None,
    scheme: Scheme | None = None,
    house: House = NO_HOUSE,
) -> Document:
    """The document of a file, restored and marked.

    ``encoding`` is a person's choice. ``script`` is ``auto source hans hant``: what the article is read in.
    Suggestions are applied from the confidence ``accept_at`` on. ``scheme`` is that of its dataset, ``house``
    what its office keeps for the questions.
    """
    document = open_article(source, encoding=encoding, script=script, accept_at=accept_at)
    return mark(document, scheme, house) if len(document.text) <= MOST_MARKED else document


def open_article(
    source: Source, *, encoding: str | None = None, script: str = "auto", accept_at: float | None = None
) -> Document:
    """The document of a file, restored and divided into blocks, without marks."""
    return document_of(source, read(source, encoding=encoding), script=script, accept_at=accept_at)


def document_of(
    source: Source, source_text: SourceText, *, script: str = "auto", accept_at: float | None = None
) -> Document:
    """The same of a file that has been read."""
    is_plain = len(source_text.text) > MOST_MARKED
    restoration = (_left_alone if is_plain else restore)(source_text.text)
    choice = _reading_script(restoration, script)
    repairs = tuple(_decided(restoration, choice, accept_at))
    composition = compose(source_text.text, applied(repairs), converter(choice))
    text = composition.text
    known = [replace(block, span=composition.map.forward(block.span)) for block in source_text.known]
    return Document(
        source=_record(source, source_text),
        source_text=source_text.text,
        script=choice,
        text=text,
        repairs=repairs,
        article=_all_body(text)
        if is_plain
        else read_structure(text, simplified(text, choice.reading), known),
        scheme=default_scheme().record,
    )


def mark(document: Document, scheme: Scheme | None = None, house: House = NO_HOUSE) -> Document:
    """The document with its automatic marks and its questions renewed; what a person did stays.

    Mentions come as the labels of ``scheme`` (the shipped one where there is none) that take them; others do
    not come.
    """
    scheme = scheme or default_scheme()
    labels = scheme.found_as
    found = find_mentions(document, document.article.blocks)
    mentions = (
        m if labels[m.label] == m.label else replace(m, label=labels[m.label])
        for m in found
        if m.label in labels
    )
    marked = edits.merge_mentions(document, mentions, scheme.nesting)
    models = {**document.models, "names": version_in_use(model_version("names"))}
    return renew_findings(group_names(replace(marked, models=models, scheme=scheme.record)), house)


def group_names(document: Document) -> Document:
    """The document with an entity for each thing that its names name; what a person grouped stays."""
    grouping = group(document.annotations, document.text)
    return edits.grouped(document, grouping.entities, grouping.by_annotation)


def recognize_again(
    document: Document, by: edits.Author, scheme: Scheme | None = None, house: House = NO_HOUSE
) -> Document:
    """The same as an act of a person, for the history."""
    marked = mark(document, scheme, house)
    if (marked.annotations, marked.findings) == (document.annotations, document.findings):
        return document
    return edits.recorded(marked, by, "recognize")


def correct_text(
    document: Document,
    span: Span,
    words: str,
    by: edits.Author,
    scheme: Scheme | None = None,
    house: House = NO_HOUSE,
) -> Document:
    """A correction of the text by a person: marks ride along, those on it mean what the new words say.

    Up to ``MOST_ASKED`` characters its questions are asked anew.
    """
    corrected = edits.correct_text(document, span, words, by)
    if corrected is document:
        return document
    place = Span(span.start, span.start + len(words))
    marks = tuple(
        replace(mark, value=value_of(corrected, mark.span, mark.label, scheme) or mark.value)
        if mark.value and mark.span.overlaps(place)
        else mark
        for mark in corrected.annotations
    )
    renewed = replace(corrected, annotations=marks)
    return renew_findings(renewed, house) if len(renewed.text) <= MOST_ASKED else renewed


def value_of(document: Document, span: Span, label: str, scheme: Scheme | None = None) -> JsonObject | None:
    """What a stretch means as a ``label``; None where no value of that label is seen in it."""
    spec = (scheme or default_scheme()).label(label)
    sought = spec.found_as if spec else (label,)
    words = span.of(document.text)
    reading = ReadingText.of_body(words, simplified(words, document.script.reading), document.article.date)
    for mention in recognize(reading):
        if mention.label in sought and mention.span == Span(0, len(words)):
            return value_of_mention(mention)
    return None


def values_of(
    document: Document, spans: Iterable[Span], label: str, scheme: Scheme | None = None
) -> Iterator[tuple[Span, JsonObject | None]]:
    """Each stretch with what it means as a ``label``: the same words mean the same, and are read once."""
    known: dict[str, JsonObject | None] = {}
    for span in spans:
        words = span.of(document.text)
        if words not in known:
            known[words] = value_of(document, span, label, scheme)
        yield span, known[words]


def find_mentions(document: Document, blocks: Sequence[Block]) -> list[Mention]:
    """The mentions in some blocks of a document, read through what is suggested with confidence."""
    suggested = [(r, stretch) for r, stretch in in_reading(document.repairs) if _is_read_through(r)]
    replacements = [Replacement(stretch, repair.replacement) for repair, stretch in suggested]
    offset_map = OffsetMap(replacements)
    text = apply(document.text, replacements)
    carried = tuple(replace(block, span=offset_map.forward(block.span)) for block in blocks)
    reading = ReadingText(text, simplified(text, document.script.reading), carried, document.article.date)
    found = list(recognize(reading))
    if suggested:
        found = list(_carried_back(found, offset_map, list(_assumptions(suggested))))
    return list(longest_first(found))


def _left_alone(text: str) -> Restoration:
    script = detect_script(text[:MOST_MARKED])
    return Restoration((), ScriptChoice(script, script), is_damaged=False)


def _all_body(text: str) -> Article:
    return Article(blocks=ReadingText.of_body(text, text).blocks)


def _carried_back(
    mentions: Iterable[Mention], offset_map: OffsetMap, assumptions: Sequence[tuple[str, Span]]
) -> Iterator[Mention]:
    """Mentions of the text with suggestions, as mentions of the text without them."""
    for mention in mentions:
        span = offset_map.backward(mention.span)
        assumes = tuple(repair_id for repair_id, stretch in assumptions if stretch.overlaps(mention.span))
        if span:
            yield replace(mention, span=span, assumes=assumes)


def _assumptions(suggested: Iterable[tuple[Repair, Span]]) -> Iterator[tuple[str, Span]]:
    """Where each suggestion stands in the text with suggestions."""
    shift = 0
    for repair, stretch in suggested:
        start = stretch.start + shift
        yield repair.id, Span(start, start + len(repair.replacement))
        shift += len(repair.replacement) - len(stretch)


def _is_read_through(repair: Repair) -> bool:
    """Whether recognition takes it for granted; not that whole lines go: they are marked while they stand."""
    takes_lines = "\n" in repair.original and not repair.replacement
    return repair.status == "suggested" and repair.confidence >= READ_THROUGH and not takes_lines


def _decided(restoration: Restoration, choice: ScriptChoice, accept_at: float | None) -> Iterator[Repair]:
    """The repairs in the reading script, those applied that the caller accepts."""
    for repair in restoration.repairs:
        if choice != restoration.script:
            repair = replace(repair, replacement=convert(repair.replacement, to=choice.reading))
        if accept_at is not None and repair.status == "suggested" and repair.confidence >= accept_at:
            repair = replace(repair, status="applied")
        yield repair


def _reading_script(restoration: Restoration, script: str) -> ScriptChoice:
    choice = restoration.script
    if script == "auto":
        return choice
    return ScriptChoice(choice.source, choice.source if script == "source" else script)


def _record(source: Source, source_text: SourceText) -> SourceRecord:
    decoded = source_text.decoded
    return SourceRecord(
        name=source.name,
        bytes=source.size,
        sha256=source.sha256,
        encoding=decoded.encoding,
        newlines=decoded.newlines,
        reader=source_text.reader,
        undecodable=decoded.undecodable,
    )
