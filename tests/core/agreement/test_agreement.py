"""Two annotators' marks: which belong together, how far they agree, where they do not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agreement import ALL, agreement, compare, has_begun
from core.document import Annotation, Document, Progress, ScriptChoice, SourceRecord
from core.text.spans import Span, reading_order

TEXT = "张三在重庆市 渝北区人民法院说，投资4亿元。"
RECORD = SourceRecord("a.txt", 0, "", "utf-8", "lf", "plain/1")


def document(*marks, text=TEXT):
    """A document with marks given as words and label, or as span and label."""
    bare = Document(RECORD, text, ScriptChoice("hans", "hans"), text)
    annotations = []
    for number, (words, label, *pieces) in enumerate(marks, 1):
        span = Span(text.index(words), text.index(words) + len(words)) if isinstance(words, str) else words
        fields = {"pieces": tuple(pieces), "status": "added"}
        annotations.append(Annotation(f"a{number}", label, span, span.of(text), span, **fields))
    return replace(bare, annotations=tuple(reading_order(annotations)))


def kinds(one, other):
    words = [
        [mark.quote if mark else None for mark in (p.one, p.other)] for p in compare("a", one, other).pairs
    ]
    return [(*pair, p.kind) for pair, p in zip(words, compare("a", one, other).pairs, strict=True)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([("张三", "PER")], [("张三", "PER")], [("张三", "张三", "same")]),
        ([("张三", "PER")], [("张三", "ORG")], [("张三", "张三", "label")]),
        ([("张三", "PER")], [("张三在", "PER")], [("张三", "张三在", "edges")]),
        ([("张三", "PER")], [("三在", "LOC")], [("张三", "三在", "both")]),
        ([("张三", "PER")], [], [("张三", None, "missing")]),
        ([], [("张三", "PER")], [(None, "张三", "missing")]),
        ([("张", "PER")], [("三", "PER")], [("张", None, "missing"), (None, "三", "missing")]),
        # the same words and label come before anything else, then the label, then the words
        ([("张三", "PER"), ("张三在", "PER")], [("张三", "PER")],
         [("张三在", None, "missing"), ("张三", "张三", "same")]),
        ([("张三", "PER")], [("张三", "ORG"), ("张", "PER")],
         [("张三", "张", "edges"), (None, "张三", "missing")]),
        ([("张三", "PER")], [("张三", "ORG"), ("三在", "LOC")],
         [("张三", "张三", "label"), (None, "三在", "missing")]),
        # of two that overlap, the one that shares more
        ([("重庆市", "LOC")], [("在重", "LOC"), ("庆市", "LOC")],
         [(None, "在重", "missing"), ("重庆市", "庆市", "edges")]),
    ],
)  # fmt: skip
def test_marks_are_paired(one, other, expected):
    assert kinds(document(*one), document(*other)) == expected


def test_pieces_count_not_what_is_between_them():
    split = document((Span(0, 5), "PER", Span(0, 1), Span(4, 5)))
    whole = document((Span(0, 5), "PER"))
    inside = document((Span(2, 3), "PER"))
    assert [pair.kind for pair in compare("a", split, whole).pairs] == ["edges"]
    assert [pair.kind for pair in compare("a", split, split).pairs] == ["same"]
    assert [pair.kind for pair in compare("a", split, inside).pairs] == ["missing", "missing"]


def test_rejected_marks_count_for_nothing():
    one = document(("张三", "PER"))
    tombstone = replace(one, annotations=(replace(one.annotations[0], status="rejected"),))
    assert compare("a", tombstone, document()).pairs == ()


def test_texts_that_differ_are_not_compared():
    with pytest.raises(ValueError, match="differ"):
        compare("a", document(), document(text="张三"))


def test_the_figures():
    one = document(("张三", "PER"), ("重庆市", "LOC"), ("渝北区", "LOC"), ("4亿元", "MONEY"))
    other = document(("张三", "PER"), ("重庆", "LOC"), ("渝北区人民法院", "ORG"))
    found = agreement([compare("a", one, other)])
    figures = {row.label: row for row in found.figures}
    assert list(figures) == ["LOC", "MONEY", "ORG", "PER", ALL]
    assert (figures["LOC"].one, figures["LOC"].other) == (2, 1)
    assert (figures["LOC"].exact, figures["LOC"].relaxed) == (0, 2 / 3)
    assert (figures["PER"].exact, figures["PER"].kappa, figures["PER"].alpha) == (1, 1, 1)
    assert (figures["MONEY"].exact, figures["MONEY"].kappa) == (0, 0)
    assert (figures[ALL].one, figures[ALL].other) == (4, 3)
    assert (figures[ALL].exact, figures[ALL].relaxed) == (2 / 7, 4 / 7)
    assert found.confusion == {("PER", "PER"): 1, ("LOC", "LOC"): 1, ("LOC", "ORG"): 1, ("MONEY", None): 1}


def test_characters_by_hand():
    """Ten characters, white space apart; the one marks 4 of them, the other 3, 2 are the same: κ = 8/23."""
    text = "一二三四五 六七八九十"
    one, other = document(("一二三四", "A"), text=text), document(("三四五", "A"), text=text)
    [row, _] = agreement([compare("a", one, other)]).figures
    assert row.kappa == pytest.approx(8 / 23)  # 0.7 alike, 0.4·0.3 + 0.6·0.7 by chance
    # values: 7 of 20 in a mark; 3 units unlike: α = 1 - 19·6/(2·7·13)
    assert row.alpha == pytest.approx(1 - 19 * 6 / (2 * 7 * 13))


def test_an_article_without_a_label_still_has_characters_that_are_not_it():
    with_mark = compare("a", document(("张三", "PER")), document(("张三", "PER")))
    apart = compare("b", document(("重", "PER")), document())
    alone = agreement([apart]).figures[0].kappa
    assert agreement([apart, with_mark]).figures[0].kappa > alone
    assert agreement([]).figures[-1].exact is None
    assert agreement([compare("a", document(), document())]).figures[-1].kappa is None


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 6), st.sampled_from("AB"))
MARKS = st.lists(SPANS, max_size=6).map(
    lambda rows: document(*((Span(s, min(len(TEXT), s + n)), label) for s, n, label in rows))
)


@given(MARKS, MARKS)
@settings(max_examples=60, deadline=None)
def test_every_mark_is_in_one_pair_and_turning_turns_the_figures(one, other):
    compared, turned = compare("a", one, other), compare("a", other, one)
    assert sorted(p.one.id for p in compared.pairs if p.one) == sorted(a.id for a in one.annotations)
    assert sorted(p.other.id for p in compared.pairs if p.other) == sorted(a.id for a in other.annotations)
    for row, back in zip(agreement([compared]).figures, agreement([turned]).figures, strict=True):
        assert (row.one, row.other) == (back.other, back.one)
        assert row.exact == back.exact
        assert row.kappa == pytest.approx(back.kappa)
        assert row.exact is None or row.exact <= row.relaxed <= 1


@given(MARKS)
@settings(max_examples=30, deadline=None)
def test_everybody_agrees_with_themselves(one):
    compared = compare("a", one, one)
    assert compared.disagreements == ()
    assert all(row.exact in (1, None) and row.kappa in (1, None) for row in agreement([compared]).figures)


# What nobody has looked at


def decided(statuses, *marks):
    """A document whose marks have these statuses, in reading order."""
    made = document(*marks)
    pairs = zip(made.annotations, statuses.split(), strict=True)
    return replace(made, annotations=tuple(replace(mark, status=status) for mark, status in pairs))


MARKS = (("张三", "PER"), ("重庆市", "LOC"))


@pytest.mark.parametrize(
    ("one", "other", "kinds", "left_out", "comment"),
    [
        ("accepted accepted", "accepted accepted", ["same", "same"], 0, "both have looked"),
        ("auto auto", "auto auto", [], 4, "automatic marks alike prove nothing"),
        ("accepted accepted", "accepted auto", ["same"], 2, "the other has not looked at one"),
        ("accepted rejected", "accepted auto", ["same"], 1, "rejected where the other has not looked"),
        (
            "accepted rejected",
            "accepted accepted",
            ["same", "missing"],
            0,
            "rejecting says that there is none",
        ),
        ("accepted rejected", "accepted rejected", ["same"], 0, "both rejected it"),
        ("edited added", "added edited", ["same", "same"], 0, "how it came to be does not matter"),
    ],
)
def test_only_what_both_have_looked_at_counts(one, other, kinds, left_out, comment):
    found = compare("a", decided(one, *MARKS), decided(other, *MARKS))
    assert ([pair.kind for pair in found.pairs], found.left_out) == (kinds, left_out), comment
    everything = compare("a", decided(one, *MARKS), decided(other, *MARKS), unseen=True)
    assert everything.left_out == 0
    assert everything.length == 21


def test_characters_that_one_has_not_looked_at_do_not_count():
    found = compare("a", decided("accepted accepted", *MARKS), decided("accepted auto", *MARKS))
    assert found.length == 21 - len("重庆市")
    assert found.characters["PER"] == {(True, True): 2}
    assert "LOC" not in found.characters


def test_a_mark_across_an_open_place_is_left_out_too():
    one = decided("accepted", ("在重庆市", "LOC"))
    found = compare("a", one, decided("auto", ("重庆市", "LOC")))
    assert (found.pairs, found.left_out) == ((), 2)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (decided("auto auto", *MARKS), False),
        (decided("auto rejected", *MARKS), True),
        (decided("added auto", *MARKS), True),
        (replace(decided("auto auto", *MARKS), progress=Progress("in_progress")), True),
        (replace(document(), progress=Progress("done")), True),
        (document(), False),
    ],
)
def test_who_has_begun(document, expected):
    assert has_begun(document) == expected
