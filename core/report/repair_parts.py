"""The part of a report that tells where the reading text differs from the source."""

from __future__ import annotations

from collections.abc import Iterator

from core.document import Document
from core.repair_rows import in_line, repaired_forms, suggestions, visible
from core.repairs import Repair
from core.report.sheet import Column, Note, Part, Row, Section, Table
from core.report.words import report_words
from core.wording.times import Language

MOST_FORMS = 12
"""Different repairs of one kind that are listed one by one; of more, the most frequent stands for all."""


def repair_section(document: Document, language: Language) -> Iterator[Section]:
    """What was repaired by kind, what a person corrected, and what waits."""
    words = report_words(language)
    forms = [form for form in repaired_forms(document, MOST_FORMS) if form.kind != "manual"]
    made = tuple(
        Row(
            (
                words[f"repair.{form.kind}"] if form.leads else "",
                visible(form.original) or words["inserted"],
                visible(form.replacement) or words["removed"],
                str(len(form.ids)),
            )
        )
        for form in forms
    )
    parts: list[Part] = [Note(words["repairs_note"])] if document.repairs else []
    if made:
        parts.append(Table(_columns(language, words["kind"]), made))
    count = sum(repair.is_applied for repair in document.repairs)
    yield Section(words["repairs"], tuple(parts), str(count))
    by_hand = [repair for repair in document.repairs if repair.kind == "manual" and repair.is_applied]
    yield Section(words["by_hand"], _in_lines(document, by_hand, language), str(len(by_hand)), is_minor=True)
    waiting = [row.repair for row in suggestions(document)]
    listed = _in_lines(document, waiting, language)
    notes = (Note(words["waiting_note"]), *listed) if listed else ()
    yield Section(words["waiting"], notes, str(len(waiting)), is_minor=True)


def _in_lines(document: Document, repairs: list[Repair], language: Language) -> tuple[Part, ...]:
    """Repairs one by one, each in its line."""
    words = report_words(language)
    rows = []
    for repair in repairs:
        line = in_line(document, repair.id)
        around = f"{line.before}【{repair.replacement or repair.original}】{line.after}" if line else ""
        rows.append(
            Row(
                (
                    visible(repair.original) or words["inserted"],
                    visible(repair.replacement) or words["removed"],
                    visible(around),
                )
            )
        )
    columns = (Column(words["original"], 22), Column(words["replacement"], 18), Column(words["quote"], 60))
    return (Table(columns, tuple(rows)),) if rows else ()


def _columns(language: Language, kind: str) -> tuple[Column, ...]:
    words = report_words(language)
    return (
        Column(kind, 16),
        Column(words["original"], 38),
        Column(words["replacement"], 34),
        Column(words["places"], 12, is_number=True),
    )
