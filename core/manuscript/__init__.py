"""The article to hand on: its restored text, clean, marked up, or with every change tracked."""

from core.manuscript.docx import as_docx
from core.manuscript.forms import MANUSCRIPTS, Form, title_of
from core.manuscript.html import as_fragment, as_html
from core.manuscript.markdown import as_markdown
from core.manuscript.paragraphs import Paragraph, Run, paragraphs_of, plain_text
from core.manuscript.tracked import as_tracked_docx

__all__ = [
    "MANUSCRIPTS",
    "Form",
    "Paragraph",
    "Run",
    "as_docx",
    "as_fragment",
    "as_html",
    "as_markdown",
    "as_tracked_docx",
    "paragraphs_of",
    "plain_text",
    "title_of",
]
