"""Letters (.eml): the subject, then the page or the text of the letter; enclosures are named and left alone.

Nothing that a letter refers to is fetched. Who sent it and when stands at the end, as a credit: what the
article itself says of its day comes first.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from core.errors import NotText
from core.files.decoding import DecodedText, decode
from core.reading.html import declared_encoding, visible_lines
from core.reading.lines import Lines
from core.reading.source_text import SourceText, normalized

NAME = "eml/1"
MOST_PARTS = 10_000
PAGES, WORDS = frozenset({"text/html", "application/xhtml+xml"}), "text/plain"
SENT, ENCLOSED = "发信：", "附件："
_SOFT_BREAK = re.compile(r"(?m)(?<!^--) \n(?!>)")


def read_eml(data: bytes, encoding: str | None = None) -> SourceText:
    """The text of a letter; its page is taken before its plain words, which are wrapped anywhere."""
    try:
        letter = email.message_from_bytes(data)
        parts = list(islice(_own_parts(letter), MOST_PARTS))
        body = _body(parts) or _body(islice(letter.walk(), MOST_PARTS))
        subject = _header(letter, "subject")
        enclosed = [name for part in parts if part is not body and (name := _file_name(part))]
    except RecursionError as error:
        raise NotText(None, "a letter of parts nested without end") from error
    lines = Lines()
    _add(lines, subject, "title")
    decoded = _add_body(lines, body, encoding) if body else DecodedText("", "utf-8")
    if not lines.text():
        raise NotText(None, "a letter without words in it")
    _add(lines, _sent(letter), "credit")
    if enclosed:
        _add(lines, ENCLOSED + "、".join(enclosed), "boilerplate")
    return SourceText(normalized(lines.text()), NAME, decoded, lines.known())


def _add(lines: Lines, words: str, kind: str) -> None:
    lines.add(normalized(words).replace("\n", " "), kind=kind)
    lines.end()


def _own_parts(part: Message) -> Iterator[Message]:
    """The parts of a letter; a letter inside it is one of them, and its parts are not."""
    yield part
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from _own_parts(inner)


def _body(parts: Iterable[Message]) -> Message | None:
    """The first page that is no enclosure, else the first plain words."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    pages = [part for part in shown if part.get_content_type() in PAGES]
    words = [part for part in shown if part.get_content_type() == WORDS]
    return next(iter([*pages, *words]), None)


def _add_body(lines: Lines, part: Message, encoding: str | None) -> DecodedText:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    is_page = part.get_content_type() in PAGES
    declared = (declared_encoding(data) if is_page else None) or _charset(part)
    decoded = decode(data, encoding=encoding, declared=declared)
    text = normalized(decoded.text)
    if is_page:
        visible_lines(text, lines)
        return decoded
    for line in _unwrapped(part, text).split("\n"):
        lines.add(line)
        lines.end()
    return decoded


def _unwrapped(part: Message, text: str) -> str:
    """Plain words without the breaks of the sender's program, where it says that it has some (RFC 3676)."""
    parameters = {str(name).lower(): str(value).lower() for name, value in _parameters(part)}
    if parameters.get("format") != "flowed":
        return text
    return _SOFT_BREAK.sub("" if parameters.get("delsp") == "yes" else " ", text)


def _parameters(part: Message) -> list[tuple[str, str]]:
    return [(name, value) for name, value in part.get_params([]) if isinstance(value, str)]


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (LookupError, UnicodeError, ValueError):
        return "?"
    return _decoded(name) if name else ""


def _sent(letter: Message) -> str:
    """By whom and when, as far as the letter says."""
    name, address = _sender(_header(letter, "from"))
    try:
        sent = f"{parsedate_to_datetime(_header(letter, 'date')):%Y-%m-%d %H:%M}"
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = ""
    words = " ".join(filter(None, (name or address, sent)))
    return SENT + words if words else ""


def _sender(words: str) -> tuple[str, str]:
    """Name and address; nothing where they are lists in lists without end."""
    try:
        return parseaddr(words)
    except RecursionError:
        return "", ""


def _header(letter: Message, name: str) -> str:
    """A header as it stands in the file; the mapping of the letter would lose bare bytes in it."""
    values = (value for key, value in letter.raw_items() if key.lower() == name)
    return _decoded(str(next(values, ""))).strip()


def _decoded(words: str) -> str:
    """A header in words: encoded ones (RFC 2047) decoded, bare bytes in the encoding that fits them."""
    try:
        pieces = decode_header(words)
    except HeaderParseError:
        return words
    made = []
    for piece, charset in pieces:
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
        made.append(decode(data, declared=charset).text)
    return "".join(made)
