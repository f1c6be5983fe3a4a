"""What is handed on, made by core: it is loaded when something is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.document import Document
from core.edits import Author
from core.schemes import Scheme
from core.text.spans import Span
from core.wording.times import Language

if TYPE_CHECKING:
    from core.report import Sheet

REPORT, PDF = "report", ".pdf"


@dataclass(frozen=True, slots=True)
class Request:
    """An article as it is now, who hands it on and when, and in which language."""

    document: Document
    by: Author
    scheme: Scheme
    language: Language

    def sheet(self) -> Sheet:
        """The proof report."""
        from core.report import proof_sheet

        return proof_sheet(self.document, self.by, language=self.language, scheme=self.scheme)

    def file(self, what: str, suffix: str) -> bytes:
        """The proof report (``report``) or a manuscript (``clean marked changes``) as the bytes of a file."""
        if what != REPORT:
            from core.manuscript import MANUSCRIPTS

            return MANUSCRIPTS[what][suffix](self.document, self.by, self.scheme, self.language)
        if suffix == PDF:
            from gui.printing.pdf import pdf_of

            return pdf_of(self.sheet())
        from core.report import REPORTS

        return REPORTS[suffix](self.sheet(), self.by)

    def rich_text(self, within: Span | None) -> tuple[str, str]:
        """A stretch, else the article, as plain text and as HTML."""
        from core.manuscript import as_fragment, paragraphs_of, plain_text

        paragraphs = list(paragraphs_of(self.document, within=within))
        return plain_text(paragraphs), as_fragment(paragraphs, self.scheme)
