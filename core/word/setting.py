"""What python-docx has no call for: Chinese fonts, rules at a paragraph or cell, grounds, fields."""

from __future__ import annotations

from collections.abc import Collection

from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element

Families = tuple[str, str]
"""A family for Latin letters, and one for Chinese."""

_BORDER_ORDER = ("top", "left", "bottom", "right")
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def set_font(
    font: Font,
    families: Families,
    points: float,
    *,
    color: str = "",
    is_bold: bool | None = None,
) -> None:
    """Set family, size in points, color (``#BE3A25``) and weight of a style or a run."""
    latin, chinese = families
    font.name, font.size, font.bold = latin, Pt(points), is_bold
    fonts = font._element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), latin)
    fonts.set(qn("w:eastAsia"), chinese)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if color:
        font.color.rgb = RGBColor.from_string(color.lstrip("#"))


def rule(target: Paragraph | _Cell, side: str, color: str, points: float, space: int = 0) -> None:
    """Draw a line at a ``side`` (``top left bottom right``) of a paragraph or a cell."""
    properties: BaseOxmlElement
    if isinstance(target, _Cell):
        properties, name = target._tc.get_or_add_tcPr(), "w:tcBorders"
    else:
        properties, name = target._p.get_or_add_pPr(), "w:pBdr"
    borders = properties.find(qn(name))
    if borders is None:
        borders = OxmlElement(name)
        insert_before(properties, borders, _AFTER_BORDERS)
    edge = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(round(8 * points))), ("space", str(space))):
        edge.set(qn(f"w:{key}"), value)
    edge.set(qn("w:color"), color.lstrip("#"))
    borders.append(edge)
    borders[:] = sorted(borders, key=lambda each: _BORDER_ORDER.index(each.tag.rpartition("}")[2]))


def in_style(paragraph: Paragraph, name: str) -> Paragraph:
    """Put a paragraph into the style of that name, without python-docx's search through all of them.

    The ids of styles that it makes, and of those it brings, are their names without blanks.
    """
    paragraph._p.style = name.replace(" ", "")
    return paragraph


def underline(run: Run, kind: WD_UNDERLINE, color: str) -> None:
    """Draw a line under a run, in a color of its own."""
    run.underline = kind
    for line in run._r.get_or_add_rPr().iterchildren(qn("w:u")):
        line.set(qn("w:color"), color.lstrip("#"))


def shade(run: Run, color: str) -> None:
    """Put a ground behind a run."""
    ground = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", color.lstrip("#"))):
        ground.set(qn(f"w:{key}"), value)
    run._r.get_or_add_rPr().append(ground)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field such as ``PAGE``, which the word processor fills in."""
    field, run, words = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), instruction)
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def set_cell_margins(table: Table, *, left: int, right: int) -> None:
    """Set the room at the sides of every cell, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", left), ("right", right)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(width))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    insert_before(table._tbl.tblPr, margins, ("w:tblLook",))


def insert_before(parent: BaseOxmlElement, child: _Element, names: Collection[str]) -> None:
    """Put ``child`` before the first of those children that the schema wants behind it."""
    behind = {qn(name) for name in names}
    place = next((n for n, each in enumerate(parent) if each.tag in behind), len(parent))
    parent.insert(place, child)
