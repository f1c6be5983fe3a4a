"""What is kept in mind of an article: how far it is, its text, and where its marks stand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.article import Block
from core.dataset.place import Dataset
from core.document import FINISHED, REVIEWED, Document, Progress
from core.errors import UserError
from core.files.safe_files import is_there
from core.files.source import read_source
from core.sidecar.opening import read_sidecar
from core.sidecar.records import BLOCK, STATE
from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class ArticleState:
    """How far an article is; ``reviewed`` and ``total`` count live marks, ``seconds`` the work on it.

    ``problem`` says why the article or its sidecar could not be read; empty where both could.
    """

    name: str
    status: str = "new"
    reviewed: int = 0
    total: int = 0
    is_flagged: bool = False
    reason: str | None = None
    seconds: int = 0
    problem: str = ""

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do in it."""
        return self.status in FINISHED


@dataclass(frozen=True, slots=True)
class Mark:
    """A live mark as it is searched for."""

    id: str
    label: str
    span: Span
    quote: str
    is_reviewed: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """An article's state, its reading text, its live marks in reading order, what tells copies of it."""

    state: ArticleState
    text: str = ""
    marks: tuple[Mark, ...] = field(default=())
    signature: bytes | None = None


def read_record(dataset: Dataset, name: str) -> Record:
    """The record of an article, from the annotator's sidecar or, where there is none, from the article.

    What cannot be read is a record, too: it says why.
    """
    target = dataset.sidecar(name)
    try:
        return _of_sidecar(name, read_sidecar(target)) if is_there(target) else _of_article(dataset, name)
    except UserError as error:
        return Record(ArticleState(name, problem=error.detail or type(error).__name__))
    except OSError as error:
        return Record(ArticleState(name, problem=error.strerror or str(error)))


def state_of(name: str, document: Document) -> ArticleState:
    """How far an article is that is open."""
    counts = document.statuses()
    reviewed = sum(counts[status] for status in REVIEWED)
    return _state(name, document.progress, reviewed, counts.total() - counts["rejected"])


def _of_article(dataset: Dataset, name: str) -> Record:
    # What reads and restores takes long to load, and a list of states needs neither.
    from core import pipeline

    document = pipeline.open_article(read_source(dataset.path(name)))
    return Record(ArticleState(name), document.text, (), _signature(document.text, document.article.blocks))


def _of_sidecar(name: str, data: bytes) -> Record:
    """Only what is needed of it: thousands are read, and opening one checks it in full."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
        live = [a for a in value.get("annotations", ()) if a.get("status", "auto") != "rejected"]
        marks = tuple(_mark(a) for a in live)
        reviewed = sum(mark.is_reviewed for mark in marks)
        progress = STATE.read(value.get("state", {}), "state")
        text = str(value["text"])
        blocks = [BLOCK.read(block, "a block") for block in value.get("article", {}).get("blocks", ())]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        return Record(ArticleState(name, problem=f"its annotations can't be read: {error}"))
    return Record(_state(name, progress, reviewed, len(live)), text, marks, _signature(text, blocks))


def _signature(text: str, blocks: Iterable[Block]) -> bytes | None:
    from core.near_duplicates import signature_of_article  # numpy takes long to load

    signature = signature_of_article(text, blocks)
    return None if signature is None else signature.tobytes()


def _mark(value: dict[str, Any]) -> Mark:
    return Mark(
        str(value["id"]),
        str(value["label"]),
        Span(value["start"], value["end"]),
        str(value["quote"]),
        value.get("status", "auto") in REVIEWED,
    )


def _state(name: str, progress: Progress, reviewed: int, total: int) -> ArticleState:
    return ArticleState(
        name, progress.status, reviewed, total, progress.flagged, progress.reason, progress.seconds
    )
