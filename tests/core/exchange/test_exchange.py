"""Other tools' formats: what goes out, what comes back, and what is said to be left out."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import edits
from core.edits import Author
from core.errors import NotText
from core.exchange import FORMATS, Labelled, LabelledMark, LabelledRelation, Losses, Wanted, import_articles
from core.mentions import Mention
from core.text.spans import Span

BY = Author("甲", "2026-01-05T08:40:36+08:00")


def written(name, *documents, **wanted):
    losses = Losses()
    data = b"".join(FORMATS[name].write(documents, Wanted(**wanted), losses))
    return data, {what: count for what, count in losses.items() if count}


def quotes(labelled):
    return [(mark.span.of(labelled.text), mark.label) for mark in labelled.marks]


def test_doccano_has_offsets_in_code_points(document):
    data, _ = written("doccano", document)
    row = json.loads(data)
    assert row["text"] == document.text
    assert [row["text"][s:e] for s, e, _ in row["label"]] == [a.quote for a in document.annotations]
    assert (row["id"], row["name"]) == (1, "茶.txt")


def test_doccano_comes_back(document, nested):
    data, _ = written("doccano", document, nested)
    first, second = FORMATS["doccano"].read(data)
    assert quotes(first) == [(a.quote, a.label) for a in document.annotations]
    assert ("茶", "TERM") in quotes(second)
    assert first.name == "茶.txt"


@pytest.mark.parametrize(
    "row",
    [
        {"text": "甲乙", "labels": [[0, 1, "PER"]]},
        {"data": "甲乙", "label": [[0, 1, "PER"]]},
        {
            "text": "甲乙",
            "entities": [{"id": 1, "label": "PER", "start_offset": 0, "end_offset": 1}],
            "relations": [],
        },
    ],
)
def test_other_shapes_of_doccano_are_read(row):
    [labelled] = FORMATS["doccano"].read(json.dumps(row).encode() + b"\n\n")
    assert quotes(labelled) == [("甲", "PER")]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        '{"text": 1}',
        '{"text": "a", "label": [[0, 9, "X"]]}',
        '{"text": "a", "label": [["0", 1, "X"]]}',
        '{"text": "a", "label": [[1, 0, "X"]]}',
        '{"text": "a", "label": 3}',
        "[" * 100_000,
    ],
)
def test_what_is_not_doccanos_is_told_by_its_line(line):
    with pytest.raises(NotText, match="line 2"):
        list(FORMATS["doccano"].read(b'{"text": "a"}\n' + line.encode()))


def test_what_doccano_cannot_hold_is_counted(nested):
    left_out = {"labels of whole articles": 1, "acts in the histories of articles": 2}
    assert written("doccano", nested)[1] == {"values": 1, "notes": 1} | left_out


def test_doccano_has_relations_in_a_form_of_its_own(nested):
    data, _ = written("doccano", nested)
    row = json.loads(data)
    assert "label" not in row
    assert row["relations"] == [{"id": 0, "from_id": 0, "to_id": 1, "type": "在"}]
    assert row["entities"][0] == {"id": 0, "label": "PER", "start_offset": 10, "end_offset": 12}
    [back] = FORMATS["doccano"].read(data)
    assert back.relations == (LabelledRelation("在", 0, 1),)


def test_all_lines_of_doccano_have_one_form(document, nested):
    with_relation = [json.loads(line) for line in written("doccano", document, nested)[0].splitlines()]
    assert [sorted(row) for row in with_relation] == [["entities", "id", "name", "relations", "text"]] * 2
    without = [json.loads(line) for line in written("doccano", document, document)[0].splitlines()]
    assert [sorted(row) for row in without] == [["id", "label", "name", "text"]] * 2


def test_labels_of_whole_texts_in_doccano():
    [labelled] = FORMATS["doccano"].read(json.dumps({"text": "甲", "label": ["农业", "茶"]}).encode())
    assert (labelled.labels, labelled.marks) == ({"category": ("农业", "茶")}, ())


REGION = {"type": "labels", "id": "1", "value": {"start": 0, "end": 1, "labels": ["PER"]}}
PLAIN = {"id": "a#text", "motivation": "describing", "body": {"value": "甲"}, "target": "a"}


@pytest.mark.parametrize(
    ("name", "data", "dropped"),
    [
        ("doccano", {"text": "甲", "label": [], "Comments": ["好", "坏"]}, {"comments": 2}),
        ("conll-bio", "甲 N O\n乙 N X B-PER\n", {"columns between token and tag": 3}),
        ("spacy-jsonl", {"text": "甲", "ents": [{"start": 0, "end": 1, "label": "A", "kb_id": "Q1"}]},
         {"knowledge base ids": 1}),
        ("labelstudio", {"data": {"text": "甲"}, "annotations": [{"result": [REGION, {"type": "no"}]}, {}]},
         {"results of other kinds": 1, "annotations of the same task by others": 1}),
        ("w3c-jsonld", [PLAIN, PLAIN | {"motivation": "bookmarking"}], {"annotations of other kinds": 1}),
    ],
)  # fmt: skip
def test_what_an_import_leaves_out_is_counted(name, data, dropped):
    raw = data if isinstance(data, str) else json.dumps(data)
    [labelled] = FORMATS[name].read(raw.encode())
    assert labelled.dropped == dropped


def test_marks_on_what_the_reader_leaves_out_are_counted():
    labelled = Labelled(
        "\ufeff张三",
        (LabelledMark(Span(0, 1), "X"), LabelledMark(Span(1, 3), "PER")),
        relations=(LabelledRelation("在", 0, 1),),
        dropped={"comments": 1},
    )
    [item] = import_articles([labelled], BY, "import/doccano")
    assert [a.quote for a in item.document.annotations] == ["张三"]
    assert item.dropped == {
        "comments": 1,
        "marks on nothing that is read": 1,
        "relations of such marks": 1,
    }


SENTENCES = """记/O 者/O 张/B-PER 三/I-PER 报/O 道/O ：/O 𠮷/B-LOC 镇/I-LOC 建/O 成/O
1/B-MEASURE 0/I-MEASURE 0/I-MEASURE 0/I-MEASURE 亩/I-MEASURE 茶/O 园/O 。/O |
《/B-WORK 茶/I-WORK 。/I-WORK 园/I-WORK 》/I-WORK 在/O 列/O ！/O |
“/O 好/O ，/O ”/O 他/O 说/O 。/O |
M/O a/O t/O e/O 6/O 0/O G/B-ORG B/I-ORG 茶/I-ORG 。/O |"""
CONLL = "-DOCSTART-\tO\n\n" + "".join(
    "\n" if token == "|" else token.replace("/", "\t") + "\n" for token in SENTENCES.split()
)


def test_conll_cuts_no_mark_and_leaves_navigation_out(document):
    assert written("conll-bio", document)[0].decode() == CONLL


def test_bioes_marks_ends_and_single_tokens(document):
    lines = written("conll-bioes", document)[0].decode().split("\n")
    assert [line for line in lines if "PER" in line or "LOC" in line] == [
        "张\tB-PER",
        "三\tE-PER",
        "𠮷\tB-LOC",
        "镇\tE-LOC",
    ]
    first = document.annotations[0]
    shorter = edits.resize(document, first.id, Span(first.span.start, first.span.start + 1), BY)
    assert "张\tS-PER\n三\tO\n" in written("conll-bioes", shorter)[0].decode()


def test_words_are_cut_where_marks_begin_and_end(document):
    data, _ = written("conll-bio", document, unit="word")
    rows = [line.split("\t") for line in data.decode().split("\n") if "\t" in line]
    assert ["张三", "B-PER"] in rows or rows[2:4] == [["张", "B-PER"], ["三", "I-PER"]]
    assert "".join(token for token, _ in rows[1:] if token) == "".join(
        "".join(block.span.of(document.text).split()) for block in document.article.blocks[1:]
    )
    [back] = FORMATS["conll-bio"].read(data)
    assert ("Mate 60 GB茶" in back.text, ("GB茶", "ORG") in quotes(back)) == (True, True)


@pytest.mark.parametrize("name", ["conll-bio", "conll-bioes"])
def test_conll_comes_back(document, name):
    [back] = FORMATS[name].read(written(name, document)[0])
    assert quotes(back) == [(a.quote.replace(" ", ""), a.label) for a in document.annotations]
    assert back.text.split("\n")[0] == "记者张三报道：𠮷镇建成1000亩茶园。"


def test_what_conll_cannot_hold_is_counted(nested):
    _, losses = written("conll-bio", nested)
    assert losses["marks inside or across longer ones"] == 1
    assert losses["relations"] == 1


@pytest.mark.parametrize(("unit", "lost"), [("char", 5), ("word", 4)])
def test_white_space_that_conll_loses_is_counted(make, unit, lost):
    _, losses = written("conll-bio", make(["首页", "用 Mate Pro 拍\u3000。 "]), unit=unit)
    assert losses["white space between tokens"] == lost
    assert losses["paragraphs of navigation and the like"] == 1


@pytest.mark.parametrize("blank", [" \tO", "  O", "\u3000\tO", " \t_\tO"])
def test_a_token_that_is_a_blank_is_read(blank):
    [labelled] = FORMATS["conll-bio"].read(f"甲\tB-A\n{blank}\n乙\tO\n".encode())
    assert labelled.text in ("甲 乙", "甲\u3000乙")


def test_a_mark_across_paragraphs_is_counted(make):
    document = make(["页", "甲乙", "丙丁"])
    across = edits.add(document, Span(3, 6), "PER", BY)
    data, losses = written("conll-bio", across)
    assert losses["marks across paragraphs"] == 1
    assert b"B-PER" not in data


def test_a_mark_in_navigation_brings_its_line_along(make):
    marked = edits.add(make(["首页张三", "文"]), Span(2, 4), "PER", BY)
    assert "张\tB-PER" in written("conll-bio", marked)[0].decode()


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-A I-A O", ["甲乙"]),
        ("B-A B-A I-A", ["甲", "乙丙"]),
        ("I-A I-A I-B", ["甲乙", "丙"]),
        ("B-A M-A E-A", ["甲乙丙"]),
        ("S-A S-A O", ["甲", "乙"]),
        ("U-A B-A L-A", ["甲", "乙丙"]),
        ("B-A E-A I-A", ["甲乙", "丙"]),
        ("O O O", []),
    ],
)
def test_all_usual_tagging_schemes_are_read(tags, spans):
    lines = "\n".join(f"{token} _ {tag}" for token, tag in zip("甲乙丙", tags.split(), strict=True))
    [labelled] = FORMATS["conll-bio"].read(lines.encode())
    assert [words for words, _ in quotes(labelled)] == spans


def test_a_file_that_is_no_conll():
    with pytest.raises(NotText, match="line 2"):
        list(FORMATS["conll-bio"].read("甲\tO\n乙".encode()))


def test_only_the_wanted_statuses_go_out(document):
    reviewed = edits.set_status(edits.set_status(document, "a1", "accepted", BY), "a2", "rejected", BY)
    labels = [label for _, _, label in json.loads(written("doccano", reviewed)[0])["label"]]
    assert labels == ["PER", "MEASURE", "WORK", "ORG"]
    accepted = written("doccano", reviewed, statuses=frozenset({"accepted"}))[0]
    assert [label for _, _, label in json.loads(accepted)["label"]] == ["PER"]


def test_the_table_has_a_row_for_each_mark(nested):
    data, losses = written("csv", nested)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["quote"] for row in rows] == [a.quote for a in nested.annotations]
    assert rows[2] | {"amount": "1000", "unit": "mu", "file": "茶.txt", "status": "auto"} == rows[2]
    left_out = {"labels of whole articles": 1, "acts in the histories of articles": 2}
    assert losses == {"relations": 1} | left_out
    assert written("xlsx", nested)[0].startswith(b"PK")


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_same_documents_give_the_same_bytes(name, document, nested):
    assert written(name, document, nested) == written(name, document, nested)
    assert written(name)[1] == {}


def test_imported_texts_are_articles_with_accepted_marks():
    text = "去年\r\n张三到重庆。"
    labelled = [
        Labelled(text, (LabelledMark(Span(4, 6), "PER"), LabelledMark(Span(7, 9), "LOC")), "../报.txt"),
        Labelled("李四", (LabelledMark(Span(0, 2), "PER"),), "报.txt"),
        Labelled("王五", (), None),
    ]
    first, second, third = import_articles(labelled, BY, "import/doccano")
    assert [item.name for item in (first, second, third)] == ["报.txt", "报 2.txt", "0003.txt"]
    assert first.data == "去年\n张三到重庆。".encode()
    marks = first.document.annotations
    assert [(a.quote, a.label, a.status, a.origin) for a in marks] == [
        ("张三", "PER", "accepted", "import/doccano"),
        ("重庆", "LOC", "accepted", "import/doccano"),
    ]


def test_an_imported_article_that_was_damaged_is_restored_with_its_marks():
    text = "重慶(qìng)對(duì)口協(xié)同,張三到現(xiàn)場(chǎng)。\n" * 3
    start = text.index("張三")
    [item] = import_articles(
        [Labelled(text, (LabelledMark(Span(start, start + 2), "PER"),))], BY, "import/doccano"
    )
    assert item.document.text.startswith("重庆对口协同，张三到现场。")
    assert [a.quote for a in item.document.annotations] == ["张三"]


LETTERS = "甲乙𠮷é。！ \t\u3000a1\n\u2028\ufeff"


@given(st.lists(st.text(LETTERS, max_size=8), min_size=1, max_size=4), st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trips(make, lines, data):
    document = make(["页", *lines])
    for _ in range(data.draw(st.integers(0, 4))):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
        document = edits.add(document, Span(start, end), data.draw(st.sampled_from("AB")), BY)
    [back] = FORMATS["doccano"].read(written("doccano", document)[0])
    assert back.text == document.text
    assert quotes(back) == [(a.quote, a.label) for a in document.annotations]
    for name in ("conll-bio", "conll-bioes"):
        once, losses = written(name, document)
        articles = [as_lines(item, make) for item in FORMATS[name].read(once)]
        assert not articles or written(name, *articles)[0] == once
        kept = sum(len(item.marks) for item in FORMATS[name].read(once))
        assert kept == len(document.annotations) - losses.get("marks across paragraphs", 0)


def as_lines(labelled, make):
    document = make(["", *labelled.text.split("\n")])
    mentions = [Mention(mark.span.shifted(1), mark.label) for mark in labelled.marks]
    return edits.merge_mentions(document, mentions)
