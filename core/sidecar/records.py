"""The sidecar's objects, member by member, in the order in which they are written."""

from __future__ import annotations

from typing import Any

from core.article import BLOCK_KINDS, Article, Block
from core.document import (
    STATUSES,
    Annotation,
    Change,
    Document,
    Entity,
    Finding,
    HistoryEntry,
    Lost,
    Place,
    Progress,
    Relation,
    SchemeRecord,
    ScriptChoice,
    SourceRecord,
    Was,
)
from core.language.script import HANS, HANT
from core.repairs import REPAIR_KINDS, Repair
from core.sidecar.fields import (
    Record,
    array,
    each,
    flag,
    member,
    members,
    number,
    one_of,
    optional,
    pair,
    span,
    span_of,
    table,
    text,
    unless_null,
    whole,
)


def _spanned(build: Any) -> Any:
    """``build``, given the offsets ``start`` and ``end`` as one span that is not empty."""

    def built(*, span_start: int, span_end: int, **fields: Any) -> Any:
        place = span_of(span_start, span_end, "the stretch")
        return build(span=place, **fields)

    return built


_START = member("start", whole, name="span.start")
_END = member("end", whole, name="span.end")

STATE = Record(
    Progress,
    member("status", one_of("new", "in_progress", "done", "skipped"), default="new"),
    member("flagged", flag, default=False),
    member("reason", optional(text), default=None),
    member("seconds", whole, default=0),
)
SCHEME = Record(
    SchemeRecord,
    member("name", text),
    member("version", text),
    member("sha256", text),
    member("guidelines_sha256", text, default="", rare=True),
)
SOURCE = Record(
    SourceRecord,
    member("name", text),
    member("bytes", whole),
    member("sha256", text),
    member("encoding", text),
    member("newlines", text, default="lf"),
    member("reader", text, default="plain/1"),
    member("undecodable", whole, default=0, rare=True),
)
_SCRIPT = one_of(HANS, HANT)
SCRIPT = Record(ScriptChoice, member("source", _SCRIPT), member("reading", _SCRIPT))
CHANGE = Record(Change, member("at", text), member("by", optional(text), default=None))
WAS = Record(
    _spanned(Was),
    member("label", text),
    _START,
    _END,
    member("value", optional(members), default=None),
)
BLOCK = Record(_spanned(Block), member("kind", one_of(*BLOCK_KINDS)), _START, _END)
ARTICLE = Record(
    Article,
    member("title", optional(text), default=None),
    member("published", optional(text), default=None),
    member("publisher", optional(text), default=None),
    member("authors", array(text), write=list, default=()),
    member("editor", optional(text), default=None),
    member("blocks", array(BLOCK.read), write=each(BLOCK.write), default=()),
)


def _repair_members(absorbed: Any) -> list[Any]:
    return [
        member("id", text),
        member("source", span, name="span", write=pair),
        member("original", text),
        member("replacement", text),
        member("kind", one_of(*REPAIR_KINDS)),
        member("confidence", number, default=1.0),
        member("proved", flag, default=False),
        member("status", one_of("applied", "suggested", "rejected"), default="applied"),
        member("evidence", text, default=""),
        member("reason", optional(text), default=None, rare=True),
        member("absorbed", array(absorbed.read), write=each(absorbed.write), default=(), rare=True),
    ]


class _Later:
    """Stands for a record inside itself."""

    def read(self, value: Any, where: str) -> Repair:
        return REPAIR.read(value, where)

    def write(self, value: Repair) -> dict[str, Any]:
        return REPAIR.write(value)


REPAIR: Record[Repair] = Record(Repair, *_repair_members(_Later()))
ANNOTATION = Record(
    _spanned(Annotation),
    member("id", text),
    member("label", text),
    _START,
    _END,
    member("pieces", array(span), write=each(pair), default=(), rare=True),
    member("quote", text),
    member("source", span, write=pair),
    member("value", optional(members), default=None),
    member("status", one_of(*STATUSES), default="auto"),
    member("origin", text, default=""),
    member("confidence", optional(number), default=None),
    member("entity", optional(text), default=None),
    member("attributes", members, write=dict, default={}),
    member("note", optional(text), default=None),
    member("changed", optional(CHANGE.read), write=unless_null(CHANGE.write), default=None),
    member("was", optional(WAS.read), write=unless_null(WAS.write), default=None),
)
ENTITY = Record(
    Entity,
    member("id", text),
    member("label", text),
    member("name", text),
    member("variants", array(text), write=list, default=()),
    member("code", optional(text), default=None),
    member("status", text, default="auto"),
)
RELATION = Record(
    Relation,
    member("id", text),
    member("label", text),
    member("from", text, name="from_id"),
    member("to", text, name="to_id"),
    member("status", text, default="added"),
)
PLACE = Record(_spanned(Place), _START, _END, member("quote", text))
FINDING = Record(
    Finding,
    member("id", text),
    member("rule", text),
    member("severity", one_of("high", "medium", "low")),
    member("message", text),
    member("places", array(PLACE.read), write=each(PLACE.write), default=()),
    member("decision", optional(text), default=None),
    member("by", optional(text), default=None),
    member("at", optional(text), default=None),
    member("note", optional(text), default=None),
)
HISTORY = Record(
    HistoryEntry,
    member("at", text),
    member("by", optional(text), default=None),
    member("act", text),
    member("count", whole, default=1),
)
LOST = Record(
    Lost,
    member("annotations", array(ANNOTATION.read), write=each(ANNOTATION.write), default=()),
    member("repairs", array(REPAIR.read), write=each(REPAIR.write), default=()),
    member("relations", array(RELATION.read), write=each(RELATION.write), default=(), rare=True),
)


def _document(**fields: Any) -> Document:
    return Document(source_text="", **fields)


DOCUMENT = Record(
    _document,
    member("annotator", optional(text), default=None),
    member("state", STATE.read, name="progress", write=STATE.write),
    member("scheme", SCHEME.read, write=SCHEME.write),
    member("source", SOURCE.read, write=SOURCE.write),
    member("script", SCRIPT.read, write=SCRIPT.write),
    member("text", text),
    member("repairs", array(REPAIR.read), write=each(REPAIR.write), default=()),
    member("article", ARTICLE.read, write=ARTICLE.write, default=Article()),
    member("annotations", array(ANNOTATION.read), write=each(ANNOTATION.write), default=()),
    member("entities", array(ENTITY.read), write=each(ENTITY.write), default=()),
    member("relations", array(RELATION.read), write=each(RELATION.write), default=()),
    member(
        "labels", table(array(text)), write=lambda labels: {k: list(v) for k, v in labels.items()}, default={}
    ),
    member("findings", array(FINDING.read), write=each(FINDING.write), default=()),
    member("history", array(HISTORY.read), write=each(HISTORY.write), default=()),
    member("lost", LOST.read, write=LOST.write, default=Lost(), rare=True),
    member("adjudication", members, write=dict, default={}, rare=True),
    member("x", members, write=dict, default={}),
)
"""Everything but ``format``, ``version`` and ``generator``."""
