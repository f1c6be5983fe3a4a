"""Formats that hold more than labelled stretches: relations, gaps, notes, attributes, values, nesting."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.document import Annotation, Relation
from core.edits import Author
from core.errors import NotText
from core.exchange import Labelled, LabelledMark, LabelledRelation, import_articles
from core.text.spans import Span
from tests.labelled import ROUND_TRIPS, as_labelled, documents, marked, read, written

BY = Author("甲", "2026-01-05T08:40:36+08:00")


def test_label_studio_has_a_task_an_article_and_a_result_a_mark(rich):
    data, losses = written("labelstudio", rich)
    [task] = json.loads(data)
    assert task["data"] == {"text": rich.text, "name": "茶.txt"}
    assert (task["id"], task["annotations"][0]["id"]) == (1, 1)
    results = task["annotations"][0]["result"]
    assert results[0] == {
        "id": "a1",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 2, "end": 5, "text": "𠮷大镇", "labels": ["LOC"]},
    }
    assert results[1]["meta"]["text"] == ["大小\n不明"]
    relation = {"type": "relation", "from_id": "a3", "to_id": "a1", "direction": "right", "labels": ["在"]}
    assert results[4] == relation
    assert results[5]["value"] == {"choices": ["农业", "茶"]}
    assert losses == {"gaps in discontinuous marks": 1}


def test_brat_has_a_text_and_its_annotations(rich):
    data, losses = written("brat", rich)
    files = {name: content.decode() for name, content in data}
    assert files["茶.txt"] == rich.text
    assert files["茶.ann"].split("\n") == [
        "T1\tLOC 2 3;4 5\t𠮷 镇",
        "T2\tTERM 3 4\t大",
        "A1\tsure T2",
        "A2\tkind T2 甲",
        '#1\tAttributes T2\t{"n": 2}',
        "#2\tAnnotatorNotes T2\t大小 不明",
        "T3\tWORK 6 9\t茶 园",
        "T4\tMEASURE 10 12\t2亩",
        '#3\tValue T4\t{"amount": "2", "unit": "mu"}',
        "R1\t在 Arg1:T3 Arg2:T1",
        "",
    ]
    assert (
        "[entities]\nLOC\nMEASURE\nTERM\nWORK\n\n[relations]\n在\tArg1:<ENTITY>" in files["annotation.conf"]
    )
    assert files["annotation.conf"].endswith(
        "[attributes]\nkind\tArg:<ENTITY>, Value:甲\nsure\tArg:<ENTITY>\n"
    )
    assert losses == {"line breaks in notes": 1, "labels of whole articles": 2}


def test_a_mark_across_lines_has_a_fragment_in_each_for_brat(make):
    across = marked(make(["页", "甲乙", "", "丙"]), (Span(3, 7), "PER", {}))
    data, losses = written("brat", across)
    assert dict(data)["茶.ann"].decode() == "T1\tPER 3 4;6 7\t乙 丙\n"
    [back] = read("brat", data)
    assert back.marks == (LabelledMark(Span(3, 7), "PER"),)
    assert losses == {}


def test_what_brat_cannot_tell_from_something_else_is_counted(make):
    document = marked(
        make(["页", "甲乙", "丙"]),
        (Span(3, 6), "PER", {"pieces": (Span(3, 4), Span(5, 6))}),
        (Span(4, 5), "A B", {}),
        (Span(5, 6), "A B", {}),
    )
    assert written("brat", document)[1] == {
        "line breaks at the edges of marks": 1,
        "marks of nothing but line breaks": 1,
        "white space in labels": 1,
    }


def test_articles_of_one_name_are_two_files_of_brats(rich):
    names = [name for name, _ in written("brat", rich, rich)[0]]
    assert names == ["茶.txt", "茶.ann", "茶 2.txt", "茶 2.ann", "annotation.conf"]


def test_what_brat_itself_writes_is_read():
    files = [
        ("a.ann", "T1\tPER 0 2\t张三\nT2\tLOC 4 5;6 7\t渝 城\nE1\tGo:T1 To:T2\nN1\tReference T1 W:1\t张三\n"
            "*\tEquiv T1 T2\nR1\tLives Arg1:T1 Arg2:T2\t\nM1\tNegation E1\nA2\tSure T2 high\n"
            "#1\tAnnotatorNotes T1\t谁？\n#2\tAnnotatorNotes T1\t[1]\n#3\tAnnotatorNotes R1\t…\n".encode()),
        ("a.txt", "张三\r\n渝大城".encode()),
        ("b.txt", b"x"),
        ("visual.conf", b"..."),
    ]  # fmt: skip
    first, second = read("brat", files)
    assert first == Labelled(
        "张三\r\n渝大城",
        (
            LabelledMark(Span(0, 2), "PER", note="谁？\n[1]"),
            LabelledMark(Span(4, 7), "LOC", (Span(4, 5), Span(6, 7)), attributes={"Sure": "high"}),
        ),
        "a.txt",
        (LabelledRelation("Lives", 0, 1),),
        dropped={"events": 1, "normalizations": 1, "equivalences": 1},
    )
    assert second == Labelled("x", name="b.txt")


@pytest.mark.parametrize(
    "line", ["T1\tPER 0 9\t甲", "T1\tPER", "T1", "T1\tPER 1 0\t", "R1\tX", "A1", "#1\tX"]
)
def test_what_is_not_brats_is_told_by_its_line(line):
    with pytest.raises(NotText, match="line 2"):
        read("brat", [("a.txt", b"abc"), ("a.ann", f"\n{line}\n".encode())])
    with pytest.raises(NotText, match=r"b\.ann has no text"):
        read("brat", [("b.ann", b"")])


def test_spacy_has_tokens_entities_and_spans(rich):
    data, losses = written("spacy-jsonl", rich)
    row = json.loads(data)
    assert [row["text"][e["start"] : e["end"]] for e in row["ents"]] == ["𠮷大镇", "茶 园", "2亩"]
    assert [e["label"] for e in row["spans"]["sc"]] == ["LOC", "TERM", "WORK", "MEASURE"]
    tokens = [row["text"][token["start"] : token["end"]] for token in row["tokens"]]
    assert tokens == ["页", "\n", *"𠮷大镇有茶园，2亩"]
    assert row["cats"] == {"topic:农业": 1.0, "topic:茶": 1.0}
    assert losses == {
        "notes": 1,
        "attributes": 1,
        "values": 1,
        "relations": 1,
        "gaps in discontinuous marks": 1,
    }


def test_white_space_belongs_to_the_token_before_or_is_one(make):
    document = marked(make([" 页  a b", "", "\u3000茶 "]), (Span(1, 3), "A", {}))
    data, losses = written("spacy-jsonl", document)
    row = json.loads(data)
    tokens = [row["text"][token["start"] : token["end"]] for token in row["tokens"]]
    assert tokens == [" ", "页", " ", "a", "b", "\n\n\u3000", "茶"]
    assert row["ents"] == [{"start": 1, "end": 2, "label": "A"}]
    assert losses == {"white space at the edges of marks": 1}


@pytest.mark.parametrize(
    "row",
    [
        {"text": "甲乙", "entities": [[0, 1, "PER"]]},
        {"text": "甲乙", "spans": [{"start": 0, "end": 1, "label": "PER", "token_start": 0}]},
        {"text": "甲乙", "ents": [{"start": 0, "end": 1, "label": "PER"}], "tokens": []},
    ],
)
def test_other_shapes_of_spacys_are_read(row):
    [labelled] = read("spacy-jsonl", json.dumps(row).encode())
    assert labelled.marks == (LabelledMark(Span(0, 1), "PER"),)


def test_the_w3cs_page_has_positions_and_words(rich):
    data, losses = written("w3c-jsonld", rich)
    page = json.loads(data)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    text, topics, first, second, *_, relation = page["items"]
    assert (text["target"], text["body"]["value"]) == ("%E8%8C%B6.txt", rich.text)
    assert [body["value"] for body in topics["body"]] == ["农业", "茶"]
    assert [item["selector"][0]["start"] for item in first["target"]["items"]] == [2, 4]
    assert second["target"]["selector"][1] == {
        "type": "TextQuoteSelector",
        "exact": "大",
        "prefix": "页\n𠮷",
        "suffix": "镇有茶 园，2亩",
    }
    assert relation["target"] == ["%E8%8C%B6.txt#a3", "%E8%8C%B6.txt#a1"]
    assert losses == {}


def test_places_known_by_their_words_alone_are_found():
    target = {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "乙", "prefix": "丙"}}
    items = [
        {"motivation": "describing", "body": {"type": "TextualBody", "value": "乙丙乙"}, "target": "a"},
        {"id": "1", "type": "Annotation", "body": "PER", "target": target},
    ]
    [labelled] = read("w3c-jsonld", json.dumps({"type": "AnnotationPage", "items": items}).encode())
    assert labelled == Labelled("乙丙乙", (LabelledMark(Span(2, 3), "PER"),), "a")


def test_the_annotation_of_label_studio_that_counts():
    region = {"id": "r", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["A", "B"]}}
    other = {"id": "s", "type": "labels", "value": {"start": 1, "end": 2, "labels": ["C"]}}
    left = {"type": "relation", "from_id": "r", "to_id": "s", "direction": "left"}
    canceled = {"was_cancelled": True, "result": [other]}
    task = {"data": {"news": "甲乙", "id": "1"}, "annotations": [canceled, {"result": [region, other, left]}]}
    predicted = {"data": {"text": "甲"}, "predictions": [{"result": [region, {"type": "rating"}]}]}
    first, second = read("labelstudio", json.dumps([task, predicted]).encode())
    assert [mark.label for mark in first.marks] == ["A", "B", "C"]
    assert first.relations == (LabelledRelation("", 2, 0),)
    assert (second.text, len(second.marks)) == ("甲", 2)


@pytest.mark.parametrize("name", ["labelstudio", "spacy-jsonl", "w3c-jsonld"])
@pytest.mark.parametrize(
    "data",
    [b"{", b"[" * 100_000, b"3", b'[{"data": {}}]', b'{"text": 1}', b'["x"]', b'{"items": [3]}',
     b'{"text": "a", "ents": [[0, 2, "A"]], "data": {"text": "a"}, "annotations": [3]}'],
)  # fmt: skip
def test_what_is_none_of_the_format_is_told(name, data):
    with pytest.raises(NotText):
        read(name, data)


def test_imported_articles_keep_gaps_relations_and_all_that_is_said_of_marks(rich):
    [labelled] = read("w3c-jsonld", written("w3c-jsonld", rich)[0])
    moved = replace(labelled, text=f"\ufeff{labelled.text}".replace("\n", "\r\n"), marks=tuple(
        replace(
            mark,
            span=mark.span.shifted(2),
            pieces=tuple(piece.shifted(2) for piece in mark.pieces),
        )
        for mark in labelled.marks
    ))  # fmt: skip
    for item in (labelled, moved):
        [article] = import_articles([item], BY, "import/w3c-jsonld")
        document = article.document
        assert article.data.decode() == rich.text
        for new, old in zip(document.annotations, rich.annotations, strict=True):
            same = replace(old, status="accepted", origin=new.origin, changed=new.changed)
            assert new == same
        assert document.relations == (Relation("x1", "在", "a3", "a1"),)
        assert document.labels == rich.labels


# Round trips


@given(st.data())
@ROUND_TRIPS
def test_web_annotations_hold_everything(make, data):
    document = data.draw(documents(make))
    out, losses = written("w3c-jsonld", document)
    assert read("w3c-jsonld", out) == [as_labelled(document)]
    assert losses == {}


@given(st.data())
@ROUND_TRIPS
def test_label_studio_holds_all_but_gaps(make, data):
    document = data.draw(documents(make))
    [back] = read("labelstudio", written("labelstudio", document)[0])
    whole = as_labelled(document)
    assert back == replace(whole, marks=tuple(replace(mark, pieces=()) for mark in whole.marks))


@given(st.data())
@ROUND_TRIPS
def test_brat_holds_what_it_does_not_count(make, data):
    document = data.draw(documents(make))
    out, losses = written("brat", document)
    [back] = read("brat", out)
    if not losses:
        assert back == as_labelled(document)
    lost = losses.pop("marks of nothing but line breaks", 0)
    assert len(back.marks) == len(document.annotations) - lost
    again = import_again(back, make)
    assert read("brat", written("brat", again)[0]) == [back]


def import_again(labelled, make):
    """A document of what was read, without the pipeline."""
    fields = [
        {"pieces": m.pieces, "value": m.value, "attributes": m.attributes, "note": m.note}
        for m in labelled.marks
    ]
    document = replace(make([]), text=labelled.text)
    return replace(
        document,
        annotations=tuple(
            Annotation(f"a{n}", m.label, m.span, m.span.of(labelled.text), m.span, status="added", **more)
            for n, (m, more) in enumerate(zip(labelled.marks, fields, strict=True))
        ),
        relations=tuple(
            Relation(f"x{n}", r.label, f"a{r.from_mark}", f"a{r.to_mark}")
            for n, r in enumerate(labelled.relations)
        ),
    )


@given(st.data())
@ROUND_TRIPS
def test_spacy_holds_places_and_labels(make, data):
    document = data.draw(documents(make))
    out, losses = written("spacy-jsonl", document)
    [back] = read("spacy-jsonl", out)
    trimmed = [(edits.trimmed(document.text, a.span), a.label) for a in document.annotations]
    assert {(m.span, m.label) for m in back.marks} == {(span, label) for span, label in trimmed if span}
    moved = sum(span != a.span for (span, _), a in zip(trimmed, document.annotations, strict=True))
    assert losses.get("white space at the edges of marks", 0) == moved


def test_stretches_of_a_mark(rich):
    assert rich.annotations[0].stretches == (Span(2, 3), Span(4, 5))
    assert rich.annotations[2].stretches == (Span(6, 9),)
