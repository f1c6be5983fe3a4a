"""Marks that lost their place in a changed article: nothing disappears, and a person puts them back."""

from dataclasses import replace

import pytest

from core import edits
from core.document import Document, Lost
from core.edits import Author
from core.sidecar import encode
from core.sidecar.anchoring import anchor
from core.sidecar.parsing import parse
from core.text.spans import Span


def without(document: Document, words: str) -> Document:
    """The article as it is after ``words`` were struck in the file, unmarked."""
    text = document.text.replace(words, "")
    return replace(document, source_text=text, text=text, repairs=(), annotations=(), relations=())


@pytest.fixture
def anchored(document: Document, author: Author) -> Document:
    """張三 is related to 重慶, which is struck from the changed article."""
    person, place = (next(a for a in document.annotations if a.quote == q) for q in ("張三", "重慶"))
    related = edits.relate(document, person.id, place.id, "at", author)
    noted = edits.set_note(related, place.id, "直轄市", author)
    return anchor(noted, without(document, "重慶")).document


def test_a_lost_mark_keeps_its_relations_and_both_are_written(anchored: Document):
    assert [mark.quote for mark in anchored.lost.annotations] == ["重慶"]
    assert [relation.label for relation in anchored.lost.relations] == ["at"]
    assert anchored.relations == ()
    assert parse(encode(anchored)).document.lost == anchored.lost


def test_a_lost_mark_is_put_back_with_what_belonged_to_it(anchored: Document, author: Author):
    [lost] = anchored.lost.annotations
    start = anchored.text.index("來到")
    back = edits.place_lost(anchored, lost.id, Span(start, start + 2), author)
    mark = back.annotation(lost.id)
    assert (mark.quote, mark.label, mark.note, mark.status) == ("來到", "LOC", "直轄市", "added")
    assert [relation.to_id for relation in back.relations] == [lost.id]
    assert back.lost == Lost()
    with pytest.raises(KeyError):
        edits.place_lost(back, lost.id, mark.span, author)


def test_a_new_mark_never_takes_the_id_of_a_lost_one(anchored: Document, author: Author):
    [lost] = anchored.lost.annotations
    renamed = replace(anchored, lost=Lost((replace(lost, id="a9"),)))
    start = anchored.text.index("有")
    added = edits.add(renamed, Span(start, start + 1), "TERM", author)
    assert "a10" in {mark.id for mark in added.annotations}
