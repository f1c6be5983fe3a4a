"""Word documents as we write them: a page of A4 in Chinese fonts, the same bytes for the same content."""

from core.word.new import SANS, SERIF, for_xml, new_document, saved
from core.word.setting import (
    add_field,
    in_style,
    insert_before,
    rule,
    set_cell_margins,
    set_font,
    shade,
    underline,
)

__all__ = [
    "SANS",
    "SERIF",
    "add_field",
    "for_xml",
    "in_style",
    "insert_before",
    "new_document",
    "rule",
    "saved",
    "set_cell_margins",
    "set_font",
    "shade",
    "underline",
]
