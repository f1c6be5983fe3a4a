"""The sheet to hand on: what was asked, found and repaired in an article, printable.

``proof_sheet`` says what it holds as a value; each format only sets it.
"""

from core.report.docx import as_docx
from core.report.forms import REPORTS
from core.report.html import as_html
from core.report.making import proof_sheet
from core.report.sheet import Sheet

__all__ = ["REPORTS", "Sheet", "as_docx", "as_html", "proof_sheet"]
