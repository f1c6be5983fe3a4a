"""In which forms the proof report comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.edits import Author
from core.report.docx import as_docx
from core.report.html import as_html
from core.report.sheet import Sheet

Form = Callable[[Sheet, Author], bytes]
"""A sheet as the bytes of a file, in the name of ``by``."""

REPORTS: Mapping[str, Form] = {
    ".html": lambda sheet, by: as_html(sheet),
    ".docx": lambda sheet, by: as_docx(sheet, author=by.name or "", at=by.now),
}
"""By suffix. A PDF is the printer's to make, which core does not know."""
