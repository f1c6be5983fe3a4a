"""Everything that reads what others wrote, with what it promises of its answers."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fuzzing import seeds
from fuzzing.mutations import mutated_json, mutated_xml
from fuzzing.seeds import LINES, TEXT

from core import pipeline, sidecar
from core.cli.recognize import answer
from core.exchange import FORMATS, Losses, Wanted
from core.files.source import source_of
from core.reading import read
from core.sidecar.parsing import parse


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads: its name, valid inputs, what it does with one, its share of all inputs.

    ``keeping_form`` mutates what is said and leaves the form valid: most inputs get past the parser so.
    """

    name: str
    seeds: tuple[bytes, ...]
    take: Callable[[bytes], object]
    share: int = 10
    keeping_form: Callable[[random.Random, bytes], bytes] | None = None


def targets() -> tuple[Target, ...]:
    """All readers, from the bytes of a file to the line of a pipe."""
    document = pipeline.open_article(source_of(TEXT.encode(), "a.txt"))
    stored = sidecar.encode(pipeline.mark(document))
    exported = {
        name: b"".join(FORMATS[name].write([pipeline.mark(document)], Wanted(), Losses()))
        for name in ("doccano", "conll-bioes")
    }
    encodings = ("utf-8", "gb18030", "utf-16", "utf-16-be")
    return (
        Target("plain", tuple(TEXT.encode(name) for name in encodings), _reading("a.txt"), 20),
        Target("html", (seeds.web_page(),), _reading("a.html"), 20),
        Target("mhtml", (seeds.saved_page(),), _reading("a.mhtml")),
        Target("markdown", (seeds.markdown(),), _reading("a.md"), 15),
        Target("docx", (seeds.word_document(seeds.word_xml()),), _reading("a.docx"), 8),
        Target(
            "docx-xml",
            (seeds.word_xml(),),
            lambda data: _reading("a.docx")(seeds.word_document(data)),
            8,
            keeping_form=mutated_xml,
        ),
        Target("pdf", (seeds.pdf(),), _reading("a.pdf"), 8),
        Target("epub", (seeds.book(),), _reading("a.epub"), 4),
        Target("epub-page", (seeds.web_page(),), lambda data: _reading("a.epub")(seeds.book(data)), 6),
        Target(
            "epub-spine",
            (seeds.book_package(),),
            lambda data: _reading("a.epub")(seeds.book(package=data)),
            4,
            keeping_form=mutated_xml,
        ),
        Target("eml", (seeds.letter(),), _reading("a.eml")),
        Target("sidecar", (stored,), _parse_sidecar, 10, keeping_form=mutated_json),
        Target("opening", (stored,), _open_sidecar, 3, keeping_form=mutated_json),
        Target("doccano", (exported["doccano"],), _importing("doccano"), 5, keeping_form=mutated_json),
        Target("conll", (exported["conll-bioes"],), _importing("conll-bio"), 5),
        Target("restoring", tuple(line.encode() for line in LINES if line), _restore, 2),
        Target("line", (seeds.line(),), _answer, 1, keeping_form=mutated_json),
    )


def _reading(name: str) -> Callable[[bytes], object]:
    def take(data: bytes) -> object:
        text = read(source_of(data, name)).text
        text.encode("utf-8")
        assert not set(text) & set("\r\x85\u2028\u2029\ufdd0\ufdd1")
        return text

    return take


def _parse_sidecar(data: bytes) -> object:
    document = parse(data).document
    assert parse(sidecar.encode(document)).document == document
    return document


def _open_sidecar(data: bytes) -> object:
    opened = sidecar.load_data(data, Path("a.txt.danqian.json"), source_of(TEXT.encode(), "a.txt"))
    document = opened.document
    assert all(a.span.of(document.text) == a.quote for a in document.annotations)
    return opened


def _importing(name: str) -> Callable[[bytes], object]:
    reader = FORMATS[name].read
    return lambda data: list(reader(data)) if reader else None


def _restore(data: bytes) -> object:
    document = pipeline.open_article(source_of(data, "a.txt"))
    assert all(r.span.of(document.source_text) == r.original for r in document.repairs)
    return document


def _answer(data: bytes) -> object:
    given = answer(data, None)
    json.dumps(given, allow_nan=False)
    return given
