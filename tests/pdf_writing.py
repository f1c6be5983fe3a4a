"""Small PDF files for tests: rows of words at given places, in a font that every reader has."""

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""Left, base line, size, words; points from the lower left corner."""

FONTS = """<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /DW 1000 /W [1 95 500]
/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880]
/Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 >> >>] >>"""


def pdf_of(pages: Sequence[Iterable[Placed]], *, height: int = 842, width: int = 595) -> bytes:
    """A PDF file of the pages; every sign is as wide as it is high, Latin ones half."""
    objects = [b"", FONTS.encode()]
    kids = []
    for rows in pages:
        stream = "".join(_row(*row) for row in rows).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            f"<< /Type /Page /Parent 1 0 R /MediaBox [0 0 {width} {height}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F 2 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    objects.append(b"<< /Type /Catalog /Pages 1 0 R >>")
    return _file(objects)


def column(
    words: Iterable[str], left: float, top: float, *, size: float = 12, step: float = 18
) -> list[Placed]:
    """Rows one below the other; the first has its top at ``top``. A blank at a row's start indents it."""
    rows = []
    for number, row in enumerate(words):
        indent = 2 * size if row.startswith("  ") else 0
        rows.append((left + indent, top - size - number * step, size, row.strip()))
    return rows


def _row(left: float, base: float, size: float, words: str) -> str:
    """Latin letters are placed by half widths, each by itself, as the font says they are wide."""
    shown, place = [], left
    for sign in words:
        code = sign.encode("utf-16-be").hex()
        shown.append(f"BT /F {size:g} Tf {place:g} {base:g} Td <{code}> Tj ET\n")
        place += size if ord(sign) > 0xFF else size / 2
    return "".join(shown)


def _file(objects: Sequence[bytes]) -> bytes:
    made, places = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(made)
