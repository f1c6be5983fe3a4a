"""Typography of the article: block and character formats by kind of block, at one body size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat

from core.article import UNREAD_KINDS
from gui.article.view_text import FOLD, LOST, ORIGINAL, SUGGESTION, Line, Run
from gui.look.fonts import article_font, ui_font
from gui.look.metrics import Metrics, TypeSize
from gui.look.theme import Theme

FOLD_INDENT = 18
QUOTE_INDENT_EM = 2
TITLE_BEFORE = 18
DATELINE_BEFORE = 4
LEAD_BEFORE = 20
UNREAD_BEFORE = 4

_SMALL_KINDS = UNREAD_KINDS | {"dateline", "caption"}
_ROLE_OF_MODE = {"read": "body", "annotate": "body_annotate", "repair": "body"}


@dataclass(frozen=True)
class ArticleFormats:
    """The formats at a body size (in pixels), in one theme, face, script and mode.

    Sizes of other kinds keep their proportion to the body. ``rows`` multiplies the height of its rows; the
    annotator's view never has less than its codes need. ``has_arcs`` leaves room above the rows of that view
    for the arcs of relations.
    """

    metrics: Metrics
    theme: Theme
    body_px: int
    mode: str = "read"
    face: str = "hei"
    is_hant: bool = False
    has_arcs: bool = False
    rows: float = 1.0

    @cached_property
    def scale(self) -> float:
        """The body size over the one that the metrics are given for."""
        return self.body_px / self.metrics.sizes["body"].size

    def role_of(self, line: Line) -> str:
        """The row of the table of sizes that a line is set in."""
        if line.is_row:
            return "small"
        if line.kind in ("title", "heading"):
            return line.kind
        if line.kind in _SMALL_KINDS:
            return "dateline"
        if self.has_arcs and self.mode == "annotate":
            return "body_related"
        return "body_compare" if line.shows_originals else _ROLE_OF_MODE[self.mode]

    def em_of(self, line: Line) -> int:
        """The pixel size of a line's text."""
        return self._pixels(self._size(self.role_of(line)).size)

    def block_format(self, line: Line, before: Line | None) -> QTextBlockFormat:
        """Line height, alignment and the space above a line that follows ``before``."""
        key = (self.role_of(line), line.kind, self._space_above(line, before))
        if key not in self._block_formats:
            self._block_formats[key] = self._make_block_format(line, before)
        return self._block_formats[key]

    def char_format(self, line: Line, run: Run) -> QTextCharFormat:
        """Font and ink of a run."""
        key = (self.role_of(line), line.kind, run.role, run.kind)
        if key not in self._char_formats:
            made = self._char_formats[key] = QTextCharFormat()
            made.setFont(self._font(line, run))
            made.setForeground(self._ink(line, run))
        return self._char_formats[key]

    def body_font(self) -> QFont:
        """The font of the body text."""
        return article_font(self.body_px, face=self.face, is_hant=self.is_hant)

    @cached_property
    def _block_formats(self) -> dict[tuple[str, str, int], QTextBlockFormat]:
        return {}

    @cached_property
    def _char_formats(self) -> dict[tuple[str, str, str, str], QTextCharFormat]:
        return {}

    def _make_block_format(self, line: Line, before: Line | None) -> QTextBlockFormat:
        made = QTextBlockFormat()
        is_body = self.role_of(line).startswith("body")
        rows = max(1.0, self.rows) if self.mode == "annotate" else self.rows
        height = self._pixels(self._size(self.role_of(line)).line * (rows if is_body else 1))
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(self._space_above(line, before))
        made.setAlignment(Qt.AlignmentFlag.AlignJustify if is_body else Qt.AlignmentFlag.AlignLeft)
        if line.is_row:
            made.setLeftMargin(FOLD_INDENT)
        elif line.kind == "quote":
            made.setLeftMargin(QUOTE_INDENT_EM * self.body_px)
        return made

    def _font(self, line: Line, run: Run) -> QFont:
        if run.role == FOLD:
            return ui_font(self.metrics.sizes["small"].size)
        if run.role == ORIGINAL:
            size = self.metrics.sizes["original"]
            font = article_font(self._pixels(size.size), face=self.face, is_hant=True)
            font.setStrikeOut(True)
            return font
        size = self._size(self.role_of(line))
        return article_font(self._pixels(size.size), size.weight, face=self.face, is_hant=self.is_hant)

    def _ink(self, line: Line, run: Run) -> QColor:
        ui = self.theme.ui
        if run.role == SUGGESTION:
            return ui.zhu
        is_quiet = run.role in (ORIGINAL, LOST, FOLD) or run.kind in UNREAD_KINDS or line.kind == "dateline"
        if is_quiet:
            return ui.ink_3
        return ui.ink_2 if line.kind in ("caption", "credit") else ui.ink

    def _space_above(self, line: Line, before: Line | None) -> int:
        if before is None or line.continues:
            return 0
        space = self.metrics.space
        if before.kind == "heading" and not line.is_row:
            return self._pixels(space["heading_after"])
        if before.kind in ("title", "dateline") and not line.is_row and line.kind != "dateline":
            return self._pixels(LEAD_BEFORE)
        named = {
            "title": TITLE_BEFORE,
            "dateline": DATELINE_BEFORE,
            "heading": space["heading_before"],
        }
        if line.fold is not None:
            return self._pixels(TITLE_BEFORE if line.is_row else UNREAD_BEFORE)
        return self._pixels(named.get(line.kind, space["paragraph"]))

    def _size(self, role: str) -> TypeSize:
        return self.metrics.sizes[role]

    def _pixels(self, length: float) -> int:
        return round(length * self.scale)
