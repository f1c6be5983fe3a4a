"""A new Word document, and how it becomes bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from core.word.setting import set_font

SERIF, SANS = ("Times New Roman", "宋体"), ("Arial", "微软雅黑")
"""Families for Latin and for Chinese letters, which every Chinese Windows has."""

MARGIN_MM = 20
_PACKED_AT = (2000, 1, 1, 0, 0, 0)


_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def for_xml(text: str) -> str:
    r"""Text without the control characters that no XML can hold.

    >>> for_xml("一\x00\t二")
    '一�\t二'
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def new_document(title: str, author: str, at: str) -> WordDocument:
    """An empty A4 document; ``at`` is when it is made, ISO 8601."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = for_xml(title[:255]), for_xml(author[:255])
    properties.last_modified_by = ""
    properties.comments, properties.language = "", "zh-CN"
    properties.created = properties.modified = datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    set_font(normal.font, SERIF, 10.5)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.35
    return document


def saved(document: WordDocument) -> bytes:
    """The document as a file. The archive tells no time, so that the same document gives the same bytes."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            target.writestr(
                zipfile.ZipInfo(member.filename, _PACKED_AT), source.read(member), zipfile.ZIP_DEFLATED
            )
    return packed.getvalue()
