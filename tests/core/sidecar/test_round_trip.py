"""What is written is read back, to the letter, with what others put there."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import sidecar
from core.assets import load_text
from core.errors import BadRequest
from core.sidecar import encode, sidecar_path, sidecars_of
from core.sidecar.parsing import parse

SCHEMA = json.loads(load_text("schemas/sidecar.schema.json"))


def round_trip(document):
    return replace(parse(encode(document)).document, source_text=document.source_text)


def test_a_first_document_comes_back(document):
    assert round_trip(document) == document


def test_an_empty_reason_of_another_program_stays_empty(rich):
    repair = replace(rich.repairs[0], reason="")
    with_reason = replace(rich, repairs=(repair, *rich.repairs[1:]))
    assert round_trip(with_reason) == with_reason


def test_everything_comes_back_with_what_others_wrote(rich):
    assert round_trip(rich) == rich


def test_the_same_document_gives_the_same_bytes(rich):
    assert encode(round_trip(rich)) == encode(rich)


def test_the_schema_is_one_and_the_sidecars_follow_it(document, rich):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for each in (document, rich):
        validator.validate(json.loads(encode(each)))


@pytest.mark.parametrize(
    "change",
    [
        {"text": None},
        {"version": "1"},
        {"annotations": [{"id": "a1"}]},
        {"state": {"status": "ready"}},
        {"repairs": [{"id": "r1", "source": [1], "original": "", "replacement": "", "kind": "gloss"}]},
    ],
)
def test_the_schema_refuses_what_is_wrong(document, change):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(encode(document)) | change, SCHEMA)


def test_the_members_stand_in_their_order(rich):
    value = json.loads(encode(rich))
    expected = "format version generator annotator state scheme source script text repairs article"
    expected += " annotations entities relations labels findings history lost x theirs"
    assert list(value) == expected.split()
    assert list(value["generator"]) == ["danqian", "models", "host"]
    assert value["source"]["encoding"] == "gb18030"
    assert value["source"]["newlines"] == "crlf"


def test_one_annotation_a_line_in_utf_8_with_lf(rich):
    data = encode(rich)
    lines = data.decode("utf-8").split("\n")
    assert b"\r" not in data
    assert data.endswith(b"\n}\n")
    for annotation in rich.annotations:
        starts = [line for line in lines if line.startswith(f'  {{"id": "{annotation.id}", "label"')]
        assert len(starts) == 1
        assert json.loads(starts[0].rstrip(","))["quote"] == annotation.quote


def test_half_a_surrogate_pair_of_another_program_survives(document):
    odd = replace(document, x={"odd": "\ud800"})
    assert round_trip(odd).x == {"odd": "\ud800"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_another_program_keeps_is_kept(anything):
    from core.document import Document, ScriptChoice, SourceRecord

    bare = Document(SourceRecord("a", 0, "", "utf-8", "lf", "plain/1"), "", ScriptChoice("hans", "hans"), "")
    kept = replace(bare, x={"any": anything}, unknown={"zz": anything})
    assert round_trip(kept) == kept


def test_names_of_sidecars(tmp_path):
    article = tmp_path / "报 (1).txt"
    article.touch()
    assert sidecar_path(article).name == "报 (1).txt.danqian.json"
    for name in ("甲", "Li Si", "x" * 32):
        sidecar_path(article, name).touch()
    sidecar_path(article).touch()
    sidecar_path(tmp_path / "报 (1).txt.b.c").touch()
    assert [p.name for p in sidecars_of(article)] == [
        "报 (1).txt.danqian.json",
        "报 (1).txt.Li Si.danqian.json",
        f"报 (1).txt.{'x' * 32}.danqian.json",
        "报 (1).txt.甲.danqian.json",
    ]
    assert sidecar.is_sidecar(sidecar_path(article))
    assert not sidecar.is_sidecar(article)


@pytest.mark.parametrize("name", ["a.b", "a/b", "a\\b", "x" * 33, " a", "a\n", "a:b", "..", "a*"])
def test_names_that_no_file_can_have(tmp_path, name):
    with pytest.raises(BadRequest):
        sidecar_path(tmp_path / "a.txt", name)
