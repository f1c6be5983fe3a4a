"""Reading W3C Web Annotations: marks on texts that the same file holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from core.exchange.format import Labelled, LabelledMark, LabelledRelation, some
from core.exchange.json_fields import expected, loaded, span_in, text_in
from core.text.spans import Span

Node = Mapping[str, Any]

COMPOSITE = ("oa:Composite", "Composite")
"""The second is of an older context of the W3C's; today's has no short name for it."""


def read_web_annotations(data: bytes) -> Iterator[Labelled]:
    """The articles of a page, of a collection with its first page, or of a list of annotations.

    An article's text is what describes it as plain text. A place is found by its position, else by the first
    occurrence of its words with what is before and after.
    """
    with expected("it is no page of Web Annotations"):
        nodes = _nodes(loaded(data))
        texts = dict(_texts(nodes))
        by_source = _by_source(nodes)
    for source, text in texts.items():
        with expected(f"an annotation of {source} is none of the W3C's"):
            labelled = _labelled(source, text, by_source[source], nodes)
        yield labelled


def _nodes(value: Any) -> list[Node]:
    if isinstance(value, dict) and "items" not in value:
        value = value.get("first") or [value]
    return [dict(node) for node in (value["items"] if isinstance(value, dict) else value)]


def _texts(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        for body in _bodies(node):
            if _is(node, "describing") and isinstance(node["target"], str) and "value" in body:
                yield node["target"], text_in(body["value"])


def _is(node: Node, *motivations: str) -> bool:
    return not set(motivations).isdisjoint(_listed(node.get("motivation")))


def _bodies(node: Node) -> list[Node]:
    """The bodies as objects; a bare string is a tag."""
    bodies = _listed(node.get("body"))
    return [{"value": body, "purpose": "tagging"} if isinstance(body, str) else dict(body) for body in bodies]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _targets(node: Node) -> list[Any]:
    """The places that an annotation is about, those of a composite one by one."""
    target = node["target"]
    is_composite = isinstance(target, dict) and target.get("type") in COMPOSITE
    return _listed(target["items"] if is_composite else target)


def _by_source(nodes: Iterable[Node]) -> Mapping[str, list[Node]]:
    """The annotations on places of each file."""
    found = defaultdict[str, list[Node]](list)
    for node in nodes:
        for target in _targets(node)[:1]:
            if isinstance(target, dict) and "selector" in target:
                found[target["source"]].append(node)
    return found


def _labelled(source: str, text: str, marking: Iterable[Node], nodes: Iterable[Node]) -> Labelled:
    marks = {node["id"]: _mark(node, text) for node in marking}
    places = {mark_id: place for place, mark_id in enumerate(marks)}
    labels = {
        str(node.get("label") or "category"): tuple(body["value"] for body in _bodies(node))
        for node in nodes
        if _is(node, "classifying") and node["target"] == source
    }
    relations = tuple(_relations(nodes, places))
    others = [
        node for node in nodes if _is_about(node, source) and not _is(node, "describing", "classifying")
    ]
    dropped = some({"annotations of other kinds": len(others)})
    return Labelled(text, tuple(marks.values()), unquote(source), relations, labels, dropped)


def _is_about(node: Node, source: str) -> bool:
    """Whether an annotation is about the whole file."""
    return node.get("target") == source


def _mark(node: Node, text: str) -> LabelledMark:
    stretches = [_span(target, text) for target in _targets(node)]
    bodies = {_part(body): body["value"] for body in reversed(_bodies(node))}
    more = json.loads(bodies.get("more", "{}"))
    return LabelledMark(
        Span(min(span.start for span in stretches), max(span.end for span in stretches)),
        str(bodies.get("tagging") or bodies["classifying"]),
        tuple(stretches) if len(stretches) > 1 else (),
        more.get("value"),
        more.get("attributes") or {},
        bodies.get("commenting"),
    )


def _part(body: Node) -> str:
    """What a body is to its mark: its purpose, ``more`` for the JSON that we put beside."""
    is_more = body.get("purpose") == "describing" and body.get("format") == "application/json"
    return "more" if is_more else str(body.get("purpose", "tagging"))


def _span(target: Node, text: str) -> Span:
    selectors = {selector["type"]: selector for selector in _listed(target["selector"])}
    if place := selectors.get("TextPositionSelector"):
        return span_in(text, place["start"], place["end"])
    words = selectors["TextQuoteSelector"]
    before, exact = words.get("prefix", ""), words["exact"]
    start = text.index(before + exact + words.get("suffix", "")) + len(before)
    return span_in(text, start, start + len(exact))


def _relations(nodes: Iterable[Node], places: Mapping[str, int]) -> Iterator[LabelledRelation]:
    for node in nodes:
        if not _is(node, "linking"):
            continue
        ends = [places[end] for end in _targets(node) if isinstance(end, str) and end in places]
        if len(ends) == 2:
            [label] = [body["value"] for body in _bodies(node)] or [""]
            yield LabelledRelation(str(label), *ends)
