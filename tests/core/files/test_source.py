"""Files as they come: what is taken, and what is refused with a reason."""

import hashlib
import os
import re
import sys

import pytest

from core.errors import FileMissing, FileTooLarge, FileUnreadable, NotText, OldDocument
from core.files.source import read_source, source_of


def test_a_file_with_its_digest(tmp_path):
    path = tmp_path / "报.txt"
    path.write_bytes(b"abc")
    source = read_source(path)
    assert (source.path, source.name, source.size, source.kind) == (path, "报.txt", 3, "plain")
    assert source.sha256 == hashlib.sha256(b"abc").hexdigest()


def test_an_empty_file_is_an_empty_article(tmp_path):
    path = tmp_path / "a.txt"
    path.touch()
    assert read_source(path).data == b""


def test_what_cannot_be_read(tmp_path):
    with pytest.raises(FileMissing):
        read_source(tmp_path / "none.txt")
    with pytest.raises(FileUnreadable):
        read_source(tmp_path)
    with pytest.raises((FileMissing, FileUnreadable)):
        read_source(tmp_path / ("x" * 5000))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(FileUnreadable):
        read_source(path)


def test_a_file_over_the_limit_is_not_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(FileTooLarge, match="1048576 MB, at most 256 MB"):
        read_source(path)


OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"x", "plain"),
        ("a", b"x", "plain"),
        ("A.HTM", b"x", "html"),
        ("a.txt", b"\xef\xbb\xbf\n<!DOCTYPE html>", "html"),
        ("a.txt", b"<html><p>", "html"),
        ("a.txt", b"<htmlx>", "plain"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("a.md", b"x", "markdown"),
        ("a.mhtml", b"x", "mhtml"),
        ("a.epub", b"PK\x03\x04", "epub"),
        ("a.eml", b"x", "eml"),
        ("a.pdf", b"x", "pdf"),
        ("a.txt", b"\n%PDF-1.7", "pdf"),
    ],
)
def test_kinds(name, data, kind):
    assert source_of(data, name).kind == kind


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.doc", OFFICE, OldDocument, "save it as .docx first"),
        ("a.wps", OFFICE, OldDocument, ".wps"),
        ("a.docx", OFFICE + "EncryptedPackage".encode("utf-16-le"), OldDocument, "locked with a password"),
        ("a.doc", b"{\\rtf1", NotText, "an RTF document"),
        ("a.txt", b"PK\x03\x04", NotText, "an archive"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", NotText, "a picture"),
    ],
)
def test_other_files_are_refused_by_name(name, data, error, words):
    with pytest.raises(error, match=re.escape(words)):
        source_of(data, name)
