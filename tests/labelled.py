"""Documents with marks of any kind, what formats of exchange make of them, and what comes back."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from core.document import Annotation, Relation
from core.exchange import (
    FOLDER_FORMATS,
    FORMATS,
    WHOLE,
    Labelled,
    LabelledMark,
    LabelledRelation,
    Losses,
    Wanted,
)
from core.text.spans import Span, reading_order


def written(name, *documents, **wanted):
    """What a format makes of documents, and what it says to have left out."""
    losses = Losses()
    if name in FOLDER_FORMATS:
        files = FOLDER_FORMATS[name].write({WHOLE: documents}, Wanted(**wanted), losses)
        data = [(file, b"".join(pieces)) for file, pieces in files]
    else:
        data = b"".join(FORMATS[name].write(documents, Wanted(**wanted), losses))
    return data, {what: count for what, count in losses.items() if count}


def read(name, data):
    """What a format reads from what it wrote, in the order in which its files are read."""
    if name in FOLDER_FORMATS:
        heads = FOLDER_FORMATS[name].heads
        data = sorted(data, key=lambda file: not file[0].endswith(tuple(heads)))
    return list((FOLDER_FORMATS if name in FOLDER_FORMATS else FORMATS)[name].read(data))


def marked(document, *marks):
    """A document with marks as they are given: span, label and further fields."""
    annotations = [
        Annotation(f"a{n}", label, span, span.of(document.text), span, status="added", **fields)
        for n, (span, label, fields) in enumerate(marks, 1)
    ]
    return replace(document, annotations=tuple(reading_order(annotations)))


LETTERS = "甲乙𠮷𬱖é😀。 \t\u3000a1\n\u200b\ufeff\x0b\x1c"
WORDS = st.text('甲𠮷a =;:|"{}\n\t\\#\u2028', max_size=6)
VALUES = st.one_of(WORDS, st.booleans(), st.integers(), st.lists(WORDS, max_size=2))
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "note": WORDS.filter(bool),
        "attributes": st.dictionaries(WORDS, VALUES, min_size=1, max_size=2),
        "value": st.dictionaries(WORDS, VALUES, max_size=2),
    },
)
LABELS = st.text("甲𠮷A-_;:", min_size=1, max_size=4)


@st.composite
def _spans(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def _marks(draw, text):
    """A mark, one in three of them in several pieces."""
    fields = draw(FIELDS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), min_size=4, max_size=4))) if len(text) > 2 else []
    if edges and draw(st.integers(0, 2)) == 0:
        pieces = (Span(edges[0], edges[1]), Span(edges[2], edges[3]))
        return Span(edges[0], edges[3]), draw(LABELS), fields | {"pieces": pieces}
    return draw(_spans(text)), draw(LABELS), fields


@st.composite
def documents(draw, make):
    """A document of few lines with marks of every kind and relations among them."""
    document = make(["页", *draw(st.lists(st.text(LETTERS, max_size=8), min_size=1, max_size=4))])
    document = marked(document, *draw(st.lists(_marks(document.text), max_size=4)))
    ids = [a.id for a in document.annotations]
    ends = (
        st.lists(st.tuples(LABELS, st.sampled_from(ids), st.sampled_from(ids)), max_size=3)
        if ids
        else st.just([])
    )
    relations = tuple(Relation(f"x{n}", *relation) for n, relation in enumerate(draw(ends), 1))
    return replace(document, relations=relations)


def as_labelled(document, **changes):
    """What a format that holds everything gives back."""
    places = {a.id: place for place, a in enumerate(document.annotations)}
    found = (
        LabelledMark(a.span, a.label, a.pieces, a.value, a.attributes, a.note) for a in document.annotations
    )
    relations = (LabelledRelation(r.label, places[r.from_id], places[r.to_id]) for r in document.relations)
    return Labelled(document.text, tuple(found), document.source.name, tuple(relations), document.labels)


ROUND_TRIPS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
