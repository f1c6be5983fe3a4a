"""Valid files of every kind that is read, made of the first lines of the sample: what fuzzing begins with."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

from core.assets import path_of

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from pdf_writing import column, pdf_of

LINES = path_of("samples/chongqing.txt").read_text(encoding="utf-8").split("\n")[:12]
TEXT = "\n".join(LINES)


def web_page() -> bytes:
    """A page with navigation, a heading and a list."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    head = f"<!DOCTYPE html><meta charset=utf-8><nav><a href=/>x</a></nav><h1>{LINES[1]}</h1>"
    return f"{head}{body}<ul><li>y</ul>".encode()


def saved_page() -> bytes:
    """The same, saved as one file."""
    head = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    )
    return head + web_page() + b"\n--b--\n"


def markdown() -> bytes:
    """The lines with marks of Markdown."""
    marks = ("# ", "> ", "- ", "**", "| ", "")
    return "\n\n".join(map("".join, zip(marks, LINES, strict=False))).encode()


def line() -> bytes:
    """A line of the pipe."""
    return json.dumps({"text": LINES[4][:80], "date": "2022-01-05"}).encode()


def word_xml() -> bytes:
    """The main part of a Word document."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line.replace('<', '')}</w:t></w:r></w:p>" for line in LINES)
    return f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()


def word_document(xml: bytes) -> bytes:
    """A Word document of that part."""
    return archive_of({"word/document.xml": xml})


def book(page: bytes | None = None, package: bytes | None = None) -> bytes:
    """An e-book of one chapter."""
    container = (
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        b'<rootfile full-path="a/content.opf"/></rootfiles></container>'
    )
    members = {
        "META-INF/container.xml": container,
        "a/content.opf": package or book_package(),
        "a/1.xhtml": page or web_page(),
    }
    return archive_of(members)


def book_package() -> bytes:
    """What lists its chapter."""
    return (
        b'<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        b'<item id="i" href="1.xhtml" media-type="application/xhtml+xml"/></manifest>'
        b'<spine><itemref idref="i"/></spine></package>'
    )


def letter() -> bytes:
    """A letter of plain words, a page and an enclosure."""
    return (
        b"From: =?gb2312?B?va3W3cjVsag=?= <a@b>\nDate: Mon, 15 Jul 2024 09:30:00 +0800\n"
        b"Subject: =?UTF-8?B?6YeN5bqG?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n"
        b"--m\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n" + TEXT.encode() + b"\n"
        b"--m\nContent-Type: text/html; charset=gbk\n\n" + web_page() + b"\n"
        b"--m\nContent-Type: a/b; name=x.doc\nContent-Disposition: attachment\n\nx\n--m--\n"
    )


def pdf() -> bytes:
    """A page of two columns."""
    rows = [line[start : start + 30] for line in LINES for start in range(0, len(line), 30)]
    half = len(rows) // 2
    return pdf_of([column(rows[:half], 60, 800), column(rows[half:], 60, 800)])


def archive_of(members: dict[str, bytes]) -> bytes:
    """An archive of the members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()
