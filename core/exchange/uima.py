"""UIMA CAS XMI, which INCEpTION and DKPro take: an ``.xmi`` for each article and one ``TypeSystem.xml``.

Marks are DKPro's named entities, with ours of their features beside; relations are shaped as INCEpTION's
layers are. Sentences and tokens are there because INCEpTION anchors marks to them. dkpro-cassis writes the
XML and counts offsets in UTF-16 there, as UIMA does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from core.document import Annotation, Document
from core.exchange.file_names import FreeStems
from core.exchange.format import Losses, Parts, Wanted, WrittenFile, count_what_is_left_out, folder_of
from core.exchange.rows import HELD, label_rows, mark_row, relation_rows
from core.exchange.sentences import read_stretches, split_sentences, split_tokens
from core.text.spans import Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
DOCUMENT_DATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
RELATION, LABEL = "webanno.custom.Relation", "webanno.custom.DocumentLabel"
ANNOTATION, BASE, TEXT = "uima.tcas.Annotation", "uima.cas.AnnotationBase", "uima.cas.String"
TYPES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    ENTITY: (
        ANNOTATION,
        {
            "value": TEXT,
            "identifier": TEXT,
            "normalized": TEXT,
            "attributes": TEXT,
            "note": TEXT,
            "status": TEXT,
        },
    ),
    SENTENCE: (ANNOTATION, {}),
    TOKEN: (ANNOTATION, {}),
    DOCUMENT_DATA: ("uima.tcas.DocumentAnnotation", {"documentTitle": TEXT, "documentId": TEXT}),
    RELATION: (ANNOTATION, {"Governor": ANNOTATION, "Dependent": ANNOTATION, "label": TEXT}),
    LABEL: (BASE, {"name": TEXT, "label": TEXT}),
}
"""Each type with what it is a kind of, and its features."""

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def write_uima(parts: Parts, wanted: Wanted, losses: Losses) -> Iterator[WrittenFile]:
    """The file of each document, and at the end the type system that they share."""
    types = type_system()
    for part, documents in parts.items():
        stems = FreeStems()
        for document in documents:
            marks = list(wanted.marks(document))
            count_what_is_left_out(document, marks, losses, HELD)
            data = _cas(types, document, marks, wanted, losses).to_xmi().encode()
            yield f"{folder_of(part)}{stems.of(document.source.name)}.xmi", [data]
    yield "TypeSystem.xml", [types.to_xml().encode()]


def type_system() -> TypeSystem:
    """Our types; ``pieces`` are the stretches of a discontinuous mark."""
    from cassis import TypeSystem  # takes long to load

    types = TypeSystem()
    for name, (parent, features) in TYPES.items():
        made = types.create_type(name, supertypeName=parent)
        for feature, kind in features.items():
            types.create_feature(made, feature, kind)
    pieces = types.get_type(ENTITY)
    types.create_feature(pieces, "pieces", "uima.cas.FSArray", elementType=ANNOTATION)
    return types


def _cas(
    types: TypeSystem, document: Document, marks: list[Annotation], wanted: Wanted, losses: Losses
) -> Cas:
    from cassis import Cas

    clean = _Cleaner(losses)
    cas = Cas(types)
    cas.sofa_string, cas.sofa_mime = clean(document.text), "text/plain"
    data = {"documentTitle": clean(document.source.name), "documentId": document.source.sha256}
    end = len(document.text)
    cas.add(types.get_type(DOCUMENT_DATA)(begin=0, end=end, language="zh", **data))
    entities = [_entity(cas, mark, clean) for mark in marks]
    cas.add_all(entities)
    for row in relation_rows(document, marks):
        ends = {"Governor": entities[row["from"]], "Dependent": entities[row["to"]]}
        place = {"begin": ends["Dependent"].begin, "end": ends["Dependent"].end}
        cas.add(types.get_type(RELATION)(label=clean(row["label"]), **ends, **place))
    for row in label_rows(document):
        cas.add(types.get_type(LABEL)(name=clean(row["name"]), label=clean(row["label"])))
    for kind, span in _segments(document, marks, wanted.unit):
        cas.add(types.get_type(kind)(begin=span.start, end=span.end))
    return cas


class _Cleaner:
    """Puts U+FFFD for what XML cannot hold, and counts it; lengths stay."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses

    def __call__(self, text: str) -> str:
        clean, count = NOT_IN_XML.subn("\ufffd", text)
        self._losses["characters that XML cannot hold"] += count
        return clean


def _entity(cas: Cas, mark: Annotation, clean: _Cleaner) -> Any:
    types = cas.typesystem
    row = mark_row(mark)
    texts = {"value": mark.label, "normalized": row["value"], "identifier": None}
    texts |= {name: row[name] for name in ("attributes", "note", "status")}
    cleaned = {name: None if text is None else clean(text) for name, text in texts.items()}
    entity = types.get_type(ENTITY)(begin=mark.span.start, end=mark.span.end, **cleaned)
    if len(mark.pieces) > 1:
        plain = types.get_type(ANNOTATION)
        pieces = [plain(begin=piece.start, end=piece.end) for piece in mark.pieces]
        cas.add_all(pieces)  # offsets are converted of what is in the index only
        entity.pieces = types.get_type("uima.cas.FSArray")(elements=pieces)
    return entity


def _segments(document: Document, marks: list[Annotation], unit: str) -> Iterator[tuple[str, Span]]:
    """The sentences and tokens; no token goes across the edge of a mark."""
    edges = [edge for mark in marks for edge in (mark.span.start, mark.span.end)]
    for stretch in read_stretches(document, marks):
        own = [mark for mark in marks if stretch.overlaps(mark.span)]
        for sentence in split_sentences(document.text, stretch, own):
            yield SENTENCE, sentence
            yield from ((TOKEN, token) for token in split_tokens(document.text, sentence, edges, unit))
