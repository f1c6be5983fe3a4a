"""The heavy work of core, as the controllers ask for it.

What reads, restores and recognizes takes longer to load than the window takes to show, models above all.
So it is imported here only, when it is first needed: ``warm_up`` does that while the user looks around.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from core import sidecar
from core.document import MOST_MARKED, Document
from core.edits import Author
from core.errors import SidecarChanged, UserError
from core.files.safe_files import is_there
from core.files.source import Source, read_source, source_of
from core.house import NO_HOUSE, House, house_for
from core.overview import word_count
from core.schemes import Scheme, default_scheme, scheme_for
from core.sidecar import Anchored
from core.text.spans import Span
from core.values import JsonObject

SURE = 0.5
"""The confidence in an encoding from which nobody is asked; files in Chinese of a line or more reach 0.75."""

WARM_UP = """新桥通车
2022年1月5日 来源：重庆日报 分享
2022年1月5日，记者在重庆市江北区看到，新桥通车了，全长1.2公里。（记者 张三）"""
"""An article that has something of all that there is to read."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An article as it was opened.

    ``digest`` is that of the sidecar it came from, None for a first opening. ``is_marked`` says whether
    recognition has been over it. ``anchored`` is there when the article has changed since it was marked.
    ``refusal`` is why a sidecar that exists could not be used: nothing may be saved over it.
    ``doubts`` are the encodings that the file may be in, the likeliest first, where nothing tells which.
    ``scheme`` is that of its dataset; the document follows it, whichever it was annotated with. ``house`` are
    the lists of its folder, and ``no_house`` why they could not be read.
    """

    source: Source
    sidecar: Path
    document: Document
    digest: str | None = None
    is_marked: bool = False
    is_read_only: bool = False
    anchored: Anchored | None = None
    refusal: UserError | None = None
    doubts: tuple[str, ...] = ()
    scheme: Scheme = field(default_factory=default_scheme)
    house: House = NO_HOUSE
    no_house: UserError | None = None


def open_file(path: Path, annotator: str | None, *, encoding: str | None = None) -> Opening:
    """The article at ``path``, with the annotator's sidecar where there is one; a ``UserError`` else."""
    finish_interrupted()
    source = read_source(path)
    opening = open_source(source, sidecar.sidecar_path(path, annotator), encoding=encoding)
    word_count(opening.document)  # remembered for the status row, which would stop the window in a long file
    try:
        house = house_today(path)
    except UserError as error:
        return replace(opening, no_house=error)
    return _asked_by(house, opening)


def house_today(path: Path) -> House:
    """The lists of an article's folder, with the day of today; a ``UserError`` where one cannot be read."""
    return replace(house_for(path), today=date.today())


def _asked_by(house: House, opening: Opening) -> Opening:
    """The opening with the lists of its folder, and the questions that its sidecar does not know yet."""
    opening = replace(opening, house=house)
    is_settled = not opening.is_marked or opening.is_read_only or opening.anchored or not house.has_lists
    if is_settled or len(opening.document.text) > MOST_MARKED:
        return opening
    from core.checks.renewal import renew_findings

    return replace(opening, document=renew_findings(opening.document, house))


def open_source(source: Source, target: Path, *, encoding: str | None = None) -> Opening:
    """A source that has been read, with the sidecar ``target`` where there is one."""
    refusal: UserError | None = None
    scheme = scheme_for(source.path) if source.path else default_scheme()
    if encoding is None and is_there(target):
        try:
            opened = sidecar.load(target, source)
        except UserError as error:
            refusal = error
        else:
            return Opening(
                source,
                target,
                replace(opened.document, scheme=scheme.record),
                opened.digest,
                is_marked=True,
                is_read_only=opened.is_read_only,
                anchored=opened.anchored,
                scheme=scheme,
            )
    from core import pipeline
    from core.reading import read

    source_text = read(source, encoding=encoding)
    document, decoded = pipeline.document_of(source, source_text), source_text.decoded
    document = replace(document, scheme=scheme.record)
    is_sure = encoding is not None or decoded.confidence >= SURE or not source.data
    doubts = () if is_sure else (decoded.encoding, *decoded.alternatives)
    digest = sidecar.digest_of(target)
    return Opening(source, target, document, digest, refusal=refusal, doubts=doubts, scheme=scheme)


@cache
def finish_interrupted() -> None:
    """Finish, once, what a process that was ended has left half done to many files."""
    from core.bulk import recover

    recover()


def save_over_recognized(document: Document, target: Path, expected: str | None) -> str:
    """Save as ``sidecar.save`` does, also over what the recognizer has just written where nothing was."""
    try:
        return sidecar.save(document, target, expected=expected)
    except SidecarChanged:
        from core.annotating import is_touched

        found = sidecar.digest_of(target)
        if expected is not None or is_touched(sidecar.stored_in(target)):
            raise
        return sidecar.save(document, target, expected=found)


def mark(document: Document, scheme: Scheme, house: House) -> Document:
    """The document with its automatic marks and its questions renewed."""
    from core import pipeline

    return pipeline.mark(document, scheme, house)


def recognize_again(document: Document, author: Author, scheme: Scheme, house: House) -> Document:
    """The same as an act of a person."""
    from core import pipeline

    return pipeline.recognize_again(document, author, scheme, house)


def correct_text(
    document: Document, span: Span, words: str, author: Author, scheme: Scheme, house: House
) -> Document:
    """The document with its text corrected, and what follows from that for values and questions."""
    from core import pipeline

    return pipeline.correct_text(document, span, words, author, scheme, house)


def value_of(document: Document, span: Span, label: str, scheme: Scheme) -> JsonObject | None:
    """What a stretch means as a ``label``."""
    from core import pipeline

    return pipeline.value_of(document, span, label, scheme)


def text_in(data: bytes, encoding: str) -> str:
    """The beginning of a file as an encoding gives it."""
    from core.files.decoding import decode

    return decode(data, encoding=encoding).text


def warm_up() -> None:
    """Load everything that the first article will need."""
    from core import bulk, pipeline  # noqa: F401 what was interrupted is finished with the first file

    pipeline.annotate(source_of(WARM_UP.encode(), "warm-up.txt"))
