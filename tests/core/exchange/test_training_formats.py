"""spaCy's DocBin, Hugging Face's datasets, UIMA's CAS, each with its own library where that is installed."""

import io
import json
import re
import sys
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.errors import BadRequest, NotText
from core.exchange import FOLDER_FORMATS, FORMATS, WHOLE, LabelledMark, Losses, Wanted, usable
from core.exchange.huggingface import FIELDS, write_hf_jsonl
from core.exchange.huggingface_reading import read_hf_dataset
from core.exchange.spacy_strings import string_number
from core.exchange.uima import NOT_IN_XML
from core.text.spans import Span
from tests.labelled import ROUND_TRIPS, as_labelled, documents, marked, read, written

WHOLE_FORMATS = ["hf-jsonl", "uima-xmi", "hf-parquet"]


def skip_without_library(name):
    if name == "hf-parquet":
        pytest.importorskip("pyarrow")


def by_place(labelled):
    """The marks in an order of their own, as UIMA keeps them in none."""
    return sorted(labelled.marks, key=repr)


@pytest.mark.parametrize("name", WHOLE_FORMATS)
def test_everything_comes_back(name, rich):
    skip_without_library(name)
    data, losses = written(name, rich, rich)
    one, other = read(name, data)
    assert one == as_labelled(rich)
    assert other.marks == one.marks
    assert losses == {}


@pytest.mark.parametrize("name", WHOLE_FORMATS)
@given(data=st.data())
@ROUND_TRIPS
def test_round_trips_of_what_holds_everything(name, make, data):
    skip_without_library(name)
    document = data.draw(documents(make))
    out, losses = written(name, document)
    [back] = read(name, out)
    whole = as_labelled(document)
    if name == "uima-xmi" and losses:
        assert set(losses) == {"characters that XML cannot hold"}
        assert back.text == NOT_IN_XML.sub("\ufffd", document.text)
        assert [mark.span for mark in back.marks] == [mark.span for mark in whole.marks]
        return
    assert losses == {}
    assert (back.text, by_place(back), back.labels) == (whole.text, by_place(whole), whole.labels)
    ends = [
        {(r.label, repr(each.marks[r.from_mark]), repr(each.marks[r.to_mark])) for r in each.relations}
        for each in (back, whole)
    ]
    assert ends[0] == ends[1]


@given(data=st.data())
@ROUND_TRIPS
def test_docbin_holds_marks_that_begin_and_end_with_words(make, data):
    document = data.draw(documents(make))
    out, losses = written("spacy-docbin", document, unit=data.draw(st.sampled_from(["char", "word"])))
    [back] = read("spacy-docbin", out)
    kept = {(edits.trimmed(document.text, a.span), a.label) for a in document.annotations}
    assert back.text == document.text
    assert {(m.span, m.label) for m in back.marks} == {(span, label) for span, label in kept if span}
    if not losses and len(kept) == len(document.annotations):
        assert by_place(back) == by_place(as_labelled(document))


def test_docbin_comes_back_with_all_that_is_known(rich):
    data, losses = written("spacy-docbin", rich, rich)
    assert [*read("spacy-docbin", data)] == [as_labelled(rich)] * 2
    assert losses == {}


def test_spacy_reads_our_docbin(rich, document):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    rare = marked(
        replace(document, text="ORG 在𠮷镇X\n\n PERSON 5"),
        (Span(0, 3), "ORG", {}),
        (Span(5, 7), "重庆_LOC", {}),
        (Span(7, 8), "NUM", {}),
    )
    for unit in ("char", "word"):
        data, _ = written("spacy-docbin", rich, rare, unit=unit)
        first, second = DocBin().from_bytes(data).get_docs(spacy.blank("zh").vocab)
        assert (first.text, second.text) == (rich.text, rare.text)
        for doc, ours in ((first, rich), (second, rare)):
            spans = {(s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]}
            assert spans == {(a.span.start, a.span.end, a.label) for a in ours.annotations}
        assert [(e.text, e.label_) for e in second.ents] == [
            ("ORG", "ORG"),
            ("𠮷镇", "重庆_LOC"),
            ("X", "NUM"),
        ]
        assert first.cats == {"topic:农业": 1.0, "topic:茶": 1.0}
        assert first.user_data["danqian"]["name"] == "茶.txt"


def test_we_read_spacys_docbin():
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Doc, DocBin

    vocab = spacy.blank("en").vocab
    spaced = Doc(vocab, words=["Ann", "went", "to", "New", "York"], spaces=[True] * 4 + [False])
    spaced.set_ents([spaced.char_span(0, 3, "PERSON"), spaced.char_span(12, 20, "GPE")])
    spaced.spans["other"] = [spaced.char_span(4, 11, "X")]
    spaced.cats = {"news": 1.0, "sport": 0.0}
    unspaced = Doc(vocab, words=["张", "三", "用", "Mate", "GT"])
    binned = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "TAG", "LEMMA"], docs=[spaced, unspaced])
    one, other = FORMATS["spacy-docbin"].read(binned.to_bytes())
    assert one.text == "Ann went to New York"
    assert [(m.span.of(one.text), m.label) for m in one.marks] == [
        ("Ann", "PERSON"),
        ("went to", "X"),
        ("New York", "GPE"),
    ]
    assert one.labels == {"category": ("news",)}
    assert other.text == "张三用Mate GT"


def test_a_docbin_of_nothing_and_of_an_empty_text(make):
    assert [*read("spacy-docbin", written("spacy-docbin")[0])] == []
    [back] = read("spacy-docbin", written("spacy-docbin", make([""]))[0])
    assert (back.text, back.marks) == ("", ())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", zlib.compress(b"\xc1"), zlib.compress(b"\x80")])
def test_what_is_no_docbin(data):
    with pytest.raises(NotText, match="no DocBin"):
        list(FORMATS["spacy-docbin"].read(data))


@pytest.mark.parametrize(("text", "number"), [("", 0), ("ORG", 383), ("PERSON", 380), ("X", 101), ("_", 456)])
def test_spacys_symbols_have_numbers_of_their_own(text, number):
    assert string_number(text) == number


@given(st.text(max_size=40))
def test_strings_have_spacys_numbers(text):
    spacy = pytest.importorskip("spacy.strings")
    assert string_number(text) == spacy.StringStore([text])[text]


def test_hugging_face_has_tokens_with_tags_and_a_card(rich):
    files = dict(written("hf-jsonl", rich)[0])
    row = json.loads(files["data/train.jsonl"])
    tags = dict(zip(row["tokens"], row["ner_tags"], strict=True))
    assert tags == {
        "页": "O",
        "𠮷": "B-LOC",
        "大": "I-LOC",
        "镇": "I-LOC",
        "有": "O",
        "茶": "B-WORK",
        "园": "I-WORK",
        "，": "O",
        "2": "B-MEASURE",
        "亩": "I-MEASURE",
    }
    card = files["README.md"].decode()
    assert re.findall(r"'(\d)': \"(.+)\"", card)[:3] == [("0", "O"), ("1", "B-LOC"), ("2", "I-LOC")]
    assert [name for name, _ in FIELDS] == list(row)


def test_datasets_loads_what_we_wrote(rich, document, tmp_path):
    datasets = pytest.importorskip("datasets")
    for name in ("hf-jsonl", "hf-parquet"):
        folder = tmp_path / name
        parts = {"train": [rich, document], "test": [document]}
        for file, pieces in FOLDER_FORMATS[name].write(parts, Wanted(), Losses()):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(b"".join(pieces))
        loaded = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))
        assert {part: len(rows) for part, rows in loaded.items()} == {"train": 2, "test": 1}
        names = loaded["train"].features["ner_tags"].feature.names
        row = loaded["train"][0]
        assert [names[tag] for tag in row["ner_tags"]][1:4] == ["B-LOC", "I-LOC", "I-LOC"]
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]] == span["text"]
        assert row["spans"][0]["pieces"] == [{"start": 2, "end": 3}, {"start": 4, "end": 5}]
        assert row["relations"] == [{"label": "在", "from": 2, "to": 0}]


def test_datasets_of_tokens_and_numbered_tags_are_read():
    card = b"""---
dataset_info:
  features:
  - name: ner_tags
    list:
      class_label:
        names:
          '0': O
          '1': B-PER
          '2': I-PER
---
"""
    row = {"id": "7", "tokens": ["张", "三", "到"], "ner_tags": [1, 2, 0]}
    files = [("README.md", card), ("data/train.jsonl", json.dumps(row).encode())]
    [labelled] = read_hf_dataset(files)
    assert (labelled.text, labelled.marks) == ("张三到", (LabelledMark(Span(0, 2), "PER"),))
    with pytest.raises(NotText, match="row 1"):
        list(read_hf_dataset(files[1:]))


def test_a_dataset_goes_out_article_by_article(document):
    taken = []

    def one_by_one():
        for _ in range(3):
            taken.append(1)
            yield document

    name, pieces = next(iter(write_hf_jsonl({WHOLE: one_by_one()}, Wanted(), Losses())))
    assert (name, taken) == ("data/train.jsonl", [])
    next(iter(pieces))
    assert len(taken) == 1


def test_without_pyarrow_one_sentence_says_what_to_do(document, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(BadRequest, match=r"danqian\[parquet\]"):
        written("hf-parquet", document)
    assert usable(["brat", "hf-parquet", "hf-jsonl"]) == ["brat", "hf-jsonl"]


def test_with_pyarrow_parquet_is_offered():
    pytest.importorskip("pyarrow")
    assert usable(["hf-parquet"]) == ["hf-parquet"]


def test_a_cas_counts_in_utf_16_and_has_sentences_and_tokens(rich):
    cassis = pytest.importorskip("cassis")
    files = dict(written("uima-xmi", rich)[0])
    assert 'begin="2" end="6"' in files["茶.xmi"].decode()
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    cas = cassis.load_cas_from_xmi(io.BytesIO(files["茶.xmi"]), typesystem=types)
    assert cas.sofa_string == rich.text
    [sentence] = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence")
    assert sentence.get_covered_text() == "𠮷大镇有茶 园，2亩"
    tokens = cas.select_covered("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", sentence)
    assert "".join(token.get_covered_text() for token in tokens) == "𠮷大镇有茶园，2亩"
    entities = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert [entity.value for entity in entities] == ["LOC", "TERM", "WORK", "MEASURE"]
    assert [piece.get_covered_text() for piece in entities[0].pieces.elements] == ["𠮷", "镇"]


def test_inceptions_own_layers_are_read():
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    layer = types.create_type("webanno.custom.Place", supertypeName="uima.tcas.Annotation")
    types.create_feature(layer, "value", "uima.cas.String")
    bare = types.create_type("webanno.custom.Odd", supertypeName="uima.tcas.Annotation")
    link = types.create_type("webanno.custom.In", supertypeName="uima.tcas.Annotation")
    for end in ("Governor", "Dependent"):
        types.create_feature(link, end, "uima.tcas.Annotation")
    cas = cassis.Cas(types)
    cas.sofa_string = "😀重庆𠮷镇"
    one, other = layer(begin=1, end=3, value="LOC"), bare(begin=3, end=5)
    cas.add_all([one, other, link(begin=3, end=5, Governor=one, Dependent=other)])
    files = [("TypeSystem.xml", types.to_xml().encode()), ("报.xmi", cas.to_xmi().encode())]
    [labelled] = read("uima-xmi", files)
    assert [(m.span.of(labelled.text), m.label) for m in labelled.marks] == [("重庆", "LOC"), ("𠮷镇", "Odd")]
    assert [(r.label, r.from_mark, r.to_mark) for r in labelled.relations] == [("In", 0, 1)]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("a.xmi", b"<x/>")], "type system"),
        ([("t.xml", b"<")], "t.xml is no type system"),
        ([("t.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")], "document type of its own"),
    ],
)
def test_what_is_no_cas(files, said):
    with pytest.raises(NotText, match=said):
        list(read("uima-xmi", files))


def test_a_broken_cas_beside_a_good_type_system(rich):
    files = dict(written("uima-xmi", rich)[0])
    files["茶.xmi"] = files["茶.xmi"][:-40]
    with pytest.raises(NotText, match=r"茶.xmi is no CAS"):
        list(read("uima-xmi", list(files.items())))
