"""Copies of articles: found whatever head and foot they got, and nothing else is taken for one."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.article import Article, Block
from core.document import Document, ScriptChoice, SourceRecord
from core.near_duplicates import copies_among, likeness, signature_of, signature_of_article
from core.text.spans import Span

LETTERS = [chr(point) for point in range(0x4E00, 0x5600)] + ["𠮷", "𬱖"]


def prose(seed, length):
    return "".join(Random(seed).choices(LETTERS, k=length))


BASE = prose(0, 1200)


@pytest.mark.parametrize(
    ("copy", "comment"),
    [
        (BASE, "the same"),
        ("，".join(BASE), "other punctuation"),
        (BASE[:1000], "cut short"),
        (prose(1, 150) + BASE + prose(2, 150), "another head and foot"),
        (BASE[:600] + prose(3, 20) + BASE[600:], "a sentence put in"),
        (prose(4, 30).join((BASE[:300], BASE[300:700], BASE[700:])), "advertisements between"),
    ],
)
def test_a_copy_is_found(copy, comment):
    signatures = {
        name: signature_of(text) for name, text in {"a": BASE, "b": prose(9, 900), "c": copy}.items()
    }
    assert copies_among(signatures) == (("a", "c"),), comment


@pytest.mark.parametrize(
    ("other", "comment"),
    [
        (prose(5, 1200), "another article"),
        (BASE[:200] + prose(6, 1000), "one that quotes it"),
        ("", "nothing"),
        ("，。！", "nothing but punctuation"),
    ],
)
def test_what_is_no_copy_is_left_alone(other, comment):
    assert copies_among({"a": signature_of(BASE), "b": signature_of(other)}) == (), comment


def test_a_copy_of_a_copy_is_of_the_same_group_and_groups_keep_their_order():
    texts = {
        "z": BASE[:800],
        "y": prose(7, 500),
        "x": BASE[100:1000],
        "w": prose(7, 500),
        "v": BASE[250:1200],
    }
    signatures = {name: signature_of(text) for name, text in texts.items()}
    assert copies_among(signatures) == (("z", "x", "v"), ("y", "w"))


def test_the_estimate_is_near_the_jaccard_index():
    for kept in (300, 600, 900):
        other = BASE[:kept] + prose(8, 1200 - kept)
        exact = kept / (2400 - kept)
        assert likeness(signature_of(BASE), signature_of(other)) == pytest.approx(exact, abs=0.12)


@given(st.text(max_size=40))
def test_any_text_is_like_itself(text):
    signature = signature_of(text)
    assert signature is None or likeness(signature, signature_of(text)) == 1
    assert (signature is None) == (not any(character.isalnum() for character in text))


def article(*blocks):
    """An article of blocks, each its kind and words."""
    text = "".join(words for _, words in blocks)
    places, end = [], 0
    for kind, words in blocks:
        places.append(Block(kind, Span(end, end := end + len(words))))
    record = SourceRecord("a.txt", len(text), "", "utf-8", "lf", "plain/1")
    return Document(record, text, ScriptChoice("hans", "hans"), text, article=Article(blocks=tuple(places)))


def of_article(document):
    return signature_of_article(document.text, document.article.blocks)


def test_navigation_does_not_count():
    one = article(("navigation", "首页要闻"), ("body", "正文一段"))
    other = article(("navigation", "另一站的很长的导航"), ("body", "正文一段"))
    assert (of_article(one) == of_article(other)).all()
    assert (of_article(article(("navigation", "首页"))) == signature_of("首页")).all()
