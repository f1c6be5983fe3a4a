"""UIMA CAS XMI read: Danqian's own, DKPro's named entities and the layers of INCEpTION."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lxml.etree import XMLSyntaxError

from core.errors import NotText
from core.exchange.format import Labelled, LabelledMark, LabelledRelation, NamedFile, some
from core.exchange.json_fields import expected, span_in, text_in
from core.exchange.rows import labels_of, mark_of
from core.exchange.uima import DOCUMENT_DATA, LABEL

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

SUFFIXES = frozenset({".xmi", ".xml"})
_NAMES_OF_LABELS = ("value", "label")
_NO_MARKS = (
    "uima.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
)
"""Types that no person marked."""


def read_uima(files: Iterable[NamedFile]) -> Iterator[Labelled]:
    """The articles of a folder, the type systems of which come first."""
    from cassis import load_typesystem, merge_typesystems

    types = None
    for name, data in files:
        if name.endswith(".xml"):
            with _parsed(f"{name} is no type system"):
                system = load_typesystem(_checked(data))
                types = merge_typesystems(types, system) if types else system
            continue
        if types is None:
            raise NotText(None, "a type system (.xml) is missing beside the .xmi files")
        with _parsed(f"{name} is no CAS"):
            labelled = _labelled(_cas(data, types), name)
        yield labelled


@contextmanager
def _parsed(what: str) -> Iterator[None]:
    """As ``expected``, for what the XML library says too."""
    from cassis.typesystem import TypeCheckError, TypeNotFoundError

    try:
        with expected(what):
            yield
    except (XMLSyntaxError, TypeCheckError, TypeNotFoundError, RuntimeError) as error:
        raise NotText(None, f"{what}: {error}") from error


def _cas(data: bytes, types: TypeSystem) -> Cas:
    from cassis import load_cas_from_xmi

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of offsets in the middle of a character, which are checked here
        return load_cas_from_xmi(_checked(data), typesystem=types, lenient=True, trusted=True)


def _checked(data: bytes) -> io.BytesIO:
    """The bytes, unless they declare entities of their own, which UIMA never does: they could blow up."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("it has a document type of its own")
    return io.BytesIO(data)


def _labelled(cas: Cas, name: str) -> Labelled:
    text = text_in(cas.sofa_string)
    structures = [each for each in cas.select_all_fs() if not each.type.name.startswith(_NO_MARKS)]
    relations = [each for each in structures if hasattr(each, "Governor") and hasattr(each, "Dependent")]
    ids = {each.xmiID for each in relations}
    entities = [each for each in structures if hasattr(each, "begin") and each.xmiID not in ids]
    entities.sort(key=lambda each: (each.begin, -each.end))
    places = {each.xmiID: place for place, each in enumerate(entities)}
    labels = [each for each in structures if each.type.name == LABEL]
    others = len(structures) - len(relations) - len(entities) - len(labels)
    return Labelled(
        text,
        tuple(_mark(each, text) for each in entities),
        _title(cas) or name,
        tuple(_relations(relations, places)),
        labels_of({"name": each.name, "label": each.label} for each in labels),
        some({"structures without a place": others}),
    )


def _title(cas: Cas) -> str | None:
    if not cas.typesystem.contains_type(DOCUMENT_DATA):
        return None
    return next((data.documentTitle for data in cas.select(DOCUMENT_DATA) if data.documentTitle), None)


def _mark(entity: Any, text: str) -> LabelledMark:
    pieces = getattr(entity, "pieces", None)
    stretches = [span_in(text, piece.begin, piece.end) for piece in pieces.elements] if pieces else []
    row = {
        "start": entity.begin,
        "end": entity.end,
        "label": _label(entity),
        "pieces": [{"start": piece.start, "end": piece.end} for piece in stretches],
        "value": getattr(entity, "normalized", None),
        "attributes": getattr(entity, "attributes", None),
        "note": getattr(entity, "note", None),
    }
    return mark_of(row, text)


def _label(structure: Any) -> str:
    """The feature that says which, or else the last part of the type's name."""
    said = (getattr(structure, name, None) for name in _NAMES_OF_LABELS)
    type_name: str = structure.type.name
    return next((label for label in said if isinstance(label, str)), type_name.rpartition(".")[2])


def _relations(relations: Iterable[Any], places: dict[int, int]) -> Iterator[LabelledRelation]:
    for relation in relations:
        ends = [getattr(end, "xmiID", None) for end in (relation.Governor, relation.Dependent)]
        start, end = (places.get(name) if name is not None else None for name in ends)
        if start is not None and end is not None:
            yield LabelledRelation(_label(relation), start, end)
