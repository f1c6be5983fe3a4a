"""The manuscript as a Word document: title, headings and paragraphs in styles, marks as grounds and lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.run import Run as WordRun

from core.assets import load_toml
from core.manuscript.paragraphs import Paragraph
from core.schemes import LabelSpec, Scheme
from core.word import SANS, SERIF, for_xml, in_style, new_document, saved, set_font, shade, underline

STYLES = {"title": "Title", "heading": "Heading 1", "quote": "Quote", "caption": "Caption"}
INDENTED = frozenset({"body", "lead", "digest"})


def as_docx(paragraphs: Iterable[Paragraph], title: str, scheme: Scheme, *, author: str, at: str) -> bytes:
    """The paragraphs as a .docx; ``at`` is when it is made, ISO 8601."""
    document = manuscript_document(title, author, at)
    labels = {label.name: label for label in scheme.labels}
    hues = load_toml("themes/light.toml")["hue"]
    for paragraph in paragraphs:
        added = in_style(document.add_paragraph(), style_of(paragraph.kind))
        for run in paragraph.runs:
            written = added.add_run(for_xml(run.text))
            if run.mark is not None:
                _show_mark(written, labels.get(run.mark.label), hues)
    return saved(document)


def manuscript_document(title: str, author: str, at: str) -> WordDocument:
    """An empty document with the styles of a manuscript."""
    document = new_document(title, author, at)
    theme = load_toml("themes/light.toml")["ui"]
    for name, families, points, color in (
        ("Title", SERIF, 20, "ink"),
        ("Heading 1", SANS, 13, "ink"),
        ("Quote", SERIF, 11, "ink"),
        ("Caption", SANS, 9, "ink_2"),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        set_font(style.font, families, points, color=theme[color], is_bold=name in ("Title", "Heading 1"))
        style.font.italic = False
        border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
        if border is not None:
            style.element.get_or_add_pPr().remove(border)
    body = document.styles.add_style("Article Body", 1)
    assert isinstance(body, ParagraphStyle)
    set_font(body.font, SERIF, 12)
    body.paragraph_format.line_spacing = 1.5
    body.paragraph_format.first_line_indent = Pt(24)
    body.element.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")
    return document


def style_of(kind: str) -> str:
    """The style in which a kind of block is set."""
    return STYLES.get(kind, "Article Body" if kind in INDENTED else "Normal")


def _show_mark(run: WordRun, label: LabelSpec | None, hues: Mapping[str, Any]) -> None:
    hue = hues.get(label.hue if label else "", hues["term"])
    if label is not None and label.shape != "tint":
        kind = WD_UNDERLINE.SINGLE if label.shape == "underline" else WD_UNDERLINE.DASH
        underline(run, kind, hue["line"])
    else:
        shade(run, hue.get("tint", hues["term"]["tint"]))
