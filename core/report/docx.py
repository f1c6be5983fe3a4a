"""The proof report as a Word document, set in styles so that a house can give it its own look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from core.assets import load_toml
from core.report.sheet import Note, Part, Question, Quotation, Section, Sheet, Table, Timeline
from core.word import (
    SANS,
    SERIF,
    add_field,
    for_xml,
    in_style,
    new_document,
    rule,
    saved,
    set_cell_margins,
    set_font,
    underline,
)

_T = TypeVar("_T")

WIDTH_MM = 170
GAP_POINTS = 22.0
"""Room above a moment that is a generation from the one before."""

CELL_RIGHT = 120
"""Room at the right of a cell, in twentieths of a point."""

Style = tuple[str, tuple[str, str], float, str, bool, float, float]
"""Name, families, points, color, weight, room before and after in points."""

STYLES: tuple[Style, ...] = (
    ("Report Kicker", SANS, 9, "ink_3", False, 0, 4),
    ("Report Facts", SANS, 8.5, "ink", False, 1.5, 1.5),
    ("Report Note", SANS, 8.5, "ink_2", False, 4, 2),
    ("Report Question", SERIF, 10.5, "ink", True, 8, 0),
    ("Report Reason", SERIF, 9.5, "ink_2", False, 1, 0),
    ("Report Quotation", SERIF, 9.5, "ink", False, 3, 0),
    ("Report Cell", SERIF, 9, "ink", False, 1, 1),
    ("Report Head", SANS, 8, "ink_3", False, 6, 2),
)


def as_docx(sheet: Sheet, *, author: str, at: str) -> bytes:
    """The sheet as a .docx; ``at`` is when it is made, ISO 8601."""
    sheet = _for_xml(sheet)
    document = new_document(f"{sheet.kicker}：{sheet.title}", author, at)
    _make_styles(document)
    in_style(document.add_paragraph(sheet.kicker), "Report Kicker")
    in_style(document.add_paragraph(sheet.title), "Title")
    _add_facts(document, sheet.facts)
    in_style(document.add_paragraph(sheet.summary), "Report Note")
    for section in sheet.sections:
        _add_section(document, section)
    _add_footer(document, sheet)
    return saved(document)


def _for_xml(value: _T) -> _T:
    """The same sheet, or part of one, in words that XML can hold."""
    made: Any = value
    if isinstance(value, str):
        made = for_xml(value)
    elif isinstance(value, tuple):
        made = tuple(map(_for_xml, value))
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{each.name: _for_xml(getattr(value, each.name)) for each in fields(value)})
    return cast(_T, made)


def _make_styles(document: WordDocument) -> None:
    for name, families, points, color, is_bold, before, after in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _shape(style, families, points, color, is_bold, before, after)
    _shape(document.styles["Title"], SERIF, 21, "ink", True, 0, 10)
    _shape(document.styles["Heading 1"], SANS, 12, "ink", True, 22, 6)
    _shape(document.styles["Heading 2"], SANS, 10, "ink", True, 14, 4)


def _shape(
    style: object,
    families: tuple[str, str],
    points: float,
    color: str,
    is_bold: bool,
    before: float,
    after: float,
) -> None:
    assert isinstance(style, ParagraphStyle)
    set_font(style.font, families, points, color=_color(color), is_bold=is_bold)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.25
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        style.element.get_or_add_pPr().remove(border)


def _add_facts(document: WordDocument, facts: Sequence[tuple[str, str]]) -> None:
    """Two pairs beside each other, between two rules."""
    table = _bare_table(document, (18, 67, 18, 67))
    pairs = [*facts, *[("", "")] * (len(facts) % 2)]
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        row = _add_row(table)
        for cell, words, color in zip(row.cells, (*left, *right), ("ink_3", "ink") * 2, strict=True):
            run = _fill(cell, words, "Report Facts").runs[0]
            set_font(run.font, SANS, 8.5, color=_color(color))
    for row, side, color, points in (
        (table.rows[0], "top", "ink", 0.75),
        (table.rows[-1], "bottom", "line_strong", 0.5),
    ):
        for cell in row.cells:
            rule(cell, side, _color(color), points)


def _add_section(document: WordDocument, section: Section) -> None:
    heading = document.add_heading(section.title, 2 if section.is_minor else 1)
    if section.count:
        set_font(heading.add_run(f"　{section.count}").font, SANS, 9, color=_color("ink_3"), is_bold=False)
    color, points = ("line_strong", 0.5) if section.is_minor else ("ink", 0.75)
    rule(heading, "bottom", _color(color), points, space=3)
    for part in section.parts:
        _add_part(document, part)


def _add_part(document: WordDocument, part: Part) -> None:
    match part:
        case Note():
            in_style(document.add_paragraph(part.text), "Report Note")
        case Question():
            _add_question(document, part)
        case Table():
            _add_table(document, part)
        case Timeline():
            _add_timeline(document, part)


def _add_question(document: WordDocument, question: Question) -> None:
    asked = in_style(document.add_paragraph(), "Report Question")
    asked.paragraph_format.left_indent, asked.paragraph_format.first_line_indent = Mm(8), Mm(-8)
    asked.paragraph_format.keep_with_next = True
    asked.paragraph_format.tab_stops.add_tab_stop(Mm(8))
    asked.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    is_open = not question.decision
    number = asked.add_run(f"{question.number}\t")
    set_font(number.font, SANS, 10, color=_color("zhu" if is_open else "ink_3"), is_bold=True)
    asked.add_run(question.question)
    is_grave = question.severity == "high" and is_open
    severity = asked.add_run(f"\t{question.severity_words}")
    set_font(severity.font, SANS, 8.5, color=_color("zhu" if is_grave else "ink_3"), is_bold=is_grave)
    for words in filter(None, (question.reason, question.decision)):
        in_style(document.add_paragraph(words), "Report Reason").paragraph_format.left_indent = Mm(8)
    for quotation in question.quotations:
        _add_quotation(document, quotation, is_open=is_open)


def _add_quotation(document: WordDocument, quotation: Quotation, *, is_open: bool) -> None:
    paragraph = in_style(document.add_paragraph(), "Report Quotation")
    paragraph.paragraph_format.left_indent = Mm(11)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    rule(paragraph, "left", _color("line_strong"), 1.5, space=8)
    for piece in quotation:
        run = paragraph.add_run(piece.text)
        if piece.is_marked:
            run.bold = True
            kind = WD_UNDERLINE.THICK if is_open else WD_UNDERLINE.SINGLE
            underline(run, kind, _color("zhu" if is_open else "control"))


def _add_table(document: WordDocument, table: Table) -> None:
    made = _bare_table(document, [WIDTH_MM * column.share / 100 for column in table.columns])
    head = _add_row(made)
    for cell, column in zip(head.cells, table.columns, strict=True):
        _align(_fill(cell, column.title, "Report Head"), is_number=column.is_number)
        rule(cell, "bottom", _color("control"), 0.75)
    _set_row(head, "w:tblHeader")
    for row in table.rows:
        added = _add_row(made)
        _set_row(added, "w:cantSplit")
        for cell, column, words in zip(added.cells, table.columns, row.cells, strict=True):
            _align(_fill(cell, words, "Report Cell"), is_number=column.is_number)
            rule(cell, "bottom", _color("line"), 0.5)
        if row.hue:
            rule(added.cells[0], "left", _hue(row.hue), 2.25)
            added.cells[0].paragraphs[0].paragraph_format.left_indent = Mm(2)


def _add_timeline(document: WordDocument, timeline: Timeline) -> None:
    """A row a moment; the left edge of the last column is the line, with a dot beside it."""
    made = _bare_table(document, (14, 24, 132))
    for moment in timeline.moments:
        row = _add_row(made)
        _set_row(row, "w:cantSplit")
        year, day, about = row.cells
        dot = "○" if moment.is_publication else "●"
        for cell, words in ((year, moment.year), (day, f"{moment.day} {dot}"), (about, moment.about)):
            filled = _fill(cell, words, "Report Cell")
            filled.paragraph_format.space_before = Pt(1 + GAP_POINTS * moment.gap)
        year.paragraphs[0].runs[0].bold = True
        _align(day.paragraphs[0], is_number=True)
        about.paragraphs[0].paragraph_format.left_indent = Mm(2)
        rule(about, "left", _color("control"), 0.75)


def _add_row(table: WordTable) -> WordRow:
    return cast(WordRow, table.add_row())  # type: ignore[no-untyped-call]


def _bare_table(document: WordDocument, widths_mm: Sequence[float]) -> WordTable:
    """A table without rows or rules, of columns that keep their widths and begin at the margin."""
    table: WordTable = document.add_table(rows=0, cols=len(widths_mm))
    table.autofit = False
    set_cell_margins(table, left=0, right=CELL_RIGHT)
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def _fill(cell: _Cell, words: str, style: str) -> Paragraph:
    """Put words into an empty cell."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.add_run(words)
    return in_style(paragraph, style)


def _align(paragraph: Paragraph, *, is_number: bool) -> None:
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Mm(2)


def _set_row(row: WordRow, name: str) -> None:
    """Let a head recur on every page (``w:tblHeader``), or a row stay whole (``w:cantSplit``)."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _add_footer(document: WordDocument, sheet: Sheet) -> None:
    """The title, and which page of how many."""
    style = document.styles["Footer"]
    _shape(style, SANS, 8, "ink_3", False, 0, 0)
    assert isinstance(style, ParagraphStyle)
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    paragraph = document.sections[0].footer.paragraphs[0]
    before, _, rest = sheet.page.partition("{0}")
    between, _, after = rest.partition("{1}")
    paragraph.add_run(f"{sheet.title}\t{before}")
    add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


@cache
def _theme() -> dict[str, dict[str, str]]:
    """The colors of the light theme: those of the page, and the line of each hue."""
    table = load_toml("themes/light.toml")
    return {"ui": table["ui"], "hue": {hue: row["line"] for hue, row in table["hue"].items()}}


def _color(name: str) -> str:
    return _theme()["ui"][name]


def _hue(name: str) -> str:
    hues = _theme()["hue"]
    return hues.get(name, hues["term"])
