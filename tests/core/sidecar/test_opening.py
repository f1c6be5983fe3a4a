"""Opening: broken sidecars, newer ones, and articles that have changed."""

import json
from dataclasses import replace

import pytest

from core import edits, pipeline, sidecar
from core.errors import FileMissing, FileUnreadable, SidecarBroken, SidecarTooNew
from core.files.source import read_source
from core.sidecar import load, sidecar_path
from core.text.spans import Span


@pytest.fixture
def path(article):
    return sidecar_path(article)


def changed(source, new_text):
    source.path.write_bytes(new_text.encode("gb18030"))
    return read_source(source.path)


def text_of(source):
    return source.data.decode("gb18030").replace("\r\n", "\n")


def quotes(annotations):
    return [a.quote for a in annotations]


def test_saved_and_opened_is_the_same_document(rich, path, source):
    digest = sidecar.save(rich, path, expected=None)
    opened = load(path, source)
    assert (opened.document, opened.digest) == (rich, digest)
    assert (opened.is_read_only, opened.anchored) == (False, None)


BROKEN = [
    (b"", "not JSON"),
    (b"{", "not JSON"),
    (b"\xff\xfe{}", "not JSON"),
    (b"[]", "not an object"),
    (b"{}", "not a sidecar"),
    (b'{"format": "danqian"}', "version"),
    (b'{"format": "danqian", "version": 0}', "version"),
    (b'{"format": "danqian", "version": true}', "version"),
    (b'{"format": "danqian", "version": [1]}', "version"),
    (b'{"format": "danqian", "version": 1}', "has no"),
    (b'{"format": "danqian", "version": NaN}', "not JSON"),
    (b'{"format": "danqian", "version": 1e999}', "not JSON"),
    (b'{"a":' * 100_000, "not JSON"),
    (b"[" * 500 + b"]" * 500, "nested"),
    (b"9" * 10_000, "not JSON"),
]


@pytest.mark.parametrize(("data", "problem"), BROKEN, ids=[row[1] + str(i) for i, row in enumerate(BROKEN)])
def test_a_broken_sidecar_is_named_and_left_alone(path, source, data, problem):
    path.write_bytes(data)
    with pytest.raises(SidecarBroken, match=problem):
        load(path, source)
    assert path.read_bytes() == data


def repair(start, end, **others):
    fields = {"id": f"r{start}", "original": "x" * (end - start), "replacement": "", "kind": "manual"}
    return fields | {"source": [start, end]} | others


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("text", 1),
        ("annotations", {}),
        ("annotations", [{"id": "a", "label": "PER", "start": 2, "end": 1, "quote": "", "source": [0, 0]}]),
        ("annotations", [{"id": "a", "label": "PER", "start": -1, "end": 1, "quote": "", "source": [0, 0]}]),
        ("annotations", [{"id": "a", "label": "PER", "start": 1.0, "end": 1, "quote": "", "source": [0, 0]}]),
        (
            "annotations",
            [{"id": "a", "label": "PER", "start": 0, "end": 10**30, "quote": "", "source": [0, 0]}],
        ),
        ("history", [{"at": 1, "act": "x"}]),
        ("labels", {"topic": "经济"}),
        ("state", None),
        ("state", {"status": "ready"}),
        ("script", {"source": "hans", "reading": "latin"}),
        ("findings", [{"id": "f", "rule": "sum", "severity": [], "message": ""}]),
        ("repairs", [{"id": "r", "source": [0, 0], "original": "", "replacement": "", "kind": "fix"}]),
        ("repairs", [None]),
        ("repairs", [repair(5, 6), repair(1, 2)]),
        ("repairs", [repair(1, 4), repair(3, 5)]),
        ("repairs", [repair(1, 4, original="")]),
        ("repairs", [repair(1, 4, absorbed=[repair(7, 8)])]),
    ],
)
def test_a_member_of_the_wrong_kind_is_named(document, path, source, member, value):
    path.write_text(json.dumps(sidecar.to_json(document) | {member: value}))
    with pytest.raises(SidecarBroken, match=member.rstrip("s")):
        load(path, source)


def test_two_marks_with_one_id_are_refused(document, path, source):
    value = sidecar.to_json(document)
    value["annotations"].append(value["annotations"][0])
    path.write_text(json.dumps(value))
    with pytest.raises(SidecarBroken, match="one id"):
        load(path, source)


def test_a_sidecar_that_is_not_there_or_no_file(path, source):
    with pytest.raises(FileMissing):
        load(path, source)
    path.mkdir()
    with pytest.raises(FileUnreadable):
        load(path, source)


def test_a_newer_version_opens_read_only(document, path, source):
    value = sidecar.to_json(document) | {"version": 2, "new": 1}
    path.write_text(json.dumps(value))
    opened = load(path, source)
    assert opened.is_read_only
    assert opened.document.annotations == document.annotations
    path.write_text(json.dumps(value | {"annotations": "elsewhere"}))
    with pytest.raises(SidecarTooNew):
        load(path, source)


def test_marks_on_a_changed_article_are_where_they_were_moved_or_lost(document, path, source, author):
    start = document.text.index("张三到重庆") + 3
    marked = edits.add(document, Span(start, start + 2), "LOC", author)
    sidecar.save(marked, path, expected=None)
    text = text_of(source).replace("日报：", "日报社：").replace("李四也到", "王五也到")
    opened = load(path, changed(source, text))
    anchored = opened.anchored
    assert anchored.document is opened.document
    assert quotes(opened.document.annotations) == ["张三", "重庆"]
    assert (anchored.exact, anchored.moved) == ((), ("a1", "a3"))
    assert quotes(anchored.lost) == ["李四"]
    assert opened.document.lost.annotations == anchored.lost
    assert all(a.quote == a.span.of(opened.document.text) for a in opened.document.annotations)
    assert opened.document.source.sha256 == read_source(source.path).sha256


def test_what_was_lost_is_kept_through_saving(document, path, source):
    sidecar.save(document, path, expected=None)
    now = changed(source, text_of(source).replace("李四", "王五"))
    first = load(path, now)
    sidecar.save(first.document, path, expected=first.digest)
    again = load(path, now)
    assert again.anchored is None
    assert quotes(again.document.lost.annotations) == ["李四"]


def test_an_appended_paragraph_moves_nothing(document, path, source):
    sidecar.save(document, path, expected=None)
    opened = load(path, changed(source, text_of(source) + "补记。\n"))
    assert opened.anchored.exact == ("a1", "a2")
    assert opened.document.annotations == document.annotations


def test_another_encoding_of_the_same_text_moves_nothing(document, path, source):
    sidecar.save(document, path, expected=None)
    source.path.write_text(text_of(source), encoding="utf-8")
    opened = load(path, read_source(source.path))
    assert opened.anchored.exact == ("a1", "a2")
    assert opened.document.source.encoding == "utf-8"


def test_an_article_replaced_by_another_keeps_all_marks_as_lost(document, path, source):
    sidecar.save(document, path, expected=None)
    opened = load(path, changed(source, "完全不同的一篇文章，与之无关。\n" * 5))
    assert opened.document.annotations == ()
    assert quotes(opened.anchored.lost) == ["张三", "李四"]


def test_a_word_that_occurs_often_is_found_by_what_stands_around_it(document, path, source, author):
    start = document.text.index("也到重庆") + 2
    marked = edits.add(document, Span(start, start + 2), "LOC", author)
    sidecar.save(marked, path, expected=None)
    opened = load(path, changed(source, "重庆，重庆！\n" + text_of(source)))
    mark = opened.document.annotation("a3")
    assert opened.document.text[: mark.span.start].endswith("李四也到")


def test_a_correction_by_hand_is_made_again_on_the_changed_article(document, path, source, author):
    start = document.text.index("张三")
    corrected = edits.correct_text(document, Span(start + 1, start + 2), "丰", author)
    sidecar.save(corrected, path, expected=None)
    opened = load(path, changed(source, "新的第一行。\n" + text_of(source)))
    assert "张丰到重庆" in opened.document.text
    assert quotes(opened.document.annotations) == ["张丰", "李四"]
    assert opened.document.history == corrected.history


def test_a_correction_whose_place_is_gone_is_kept_as_lost(document, path, source, author):
    start = document.text.index("张三")
    corrected = edits.correct_text(document, Span(start + 1, start + 2), "丰", author)
    sidecar.save(corrected, path, expected=None)
    opened = load(path, changed(source, text_of(source).replace("张三到重庆，投资", "王五来，出资")))
    assert [r.replacement for r in opened.document.lost.repairs] == ["丰"]


def test_a_sidecar_whose_quotes_do_not_hold_is_anchored_not_trusted(document, path, source):
    first = document.annotations[0]
    shifted = replace(first, span=Span(first.span.start + 1, first.span.end + 1))
    sidecar.save(replace(document, annotations=(shifted, *document.annotations[1:])), path, expected=None)
    opened = load(path, source)
    assert opened.anchored is not None
    assert opened.document.annotations[0].span == first.span


def test_the_chosen_encoding_is_used_again(article, path):
    source = read_source(article)
    chosen = pipeline.open_article(source, encoding="big5hkscs")
    sidecar.save(chosen, path, expected=None)
    assert load(path, source).document == chosen


def test_marks_that_stood_apart_do_not_meet(source, path, author):
    lines = "重庆市渝北区与云阳县携手共建产业园。\n"
    source.path.write_text(lines * 3, encoding="utf-8")
    source = read_source(source.path)
    marked = pipeline.open_article(source)
    for number in range(3):
        start = number * len(lines) + 3
        marked = edits.add(marked, Span(start, start + 3), "LOC", author)
    sidecar.save(marked, path, expected=None)
    source.path.write_text(lines + lines.replace("渝北", "渝中") + lines, encoding="utf-8")
    opened = load(path, read_source(source.path))
    assert [a.span.start for a in opened.document.annotations] == [3, 2 * len(lines) + 3]
    assert quotes(opened.anchored.lost) == ["渝北区"]


def test_a_line_that_moved_takes_its_marks_along(source, path, author):
    lines = ["渝北区建园区。", "云阳县建园区。", "渝北区开园区。"]
    source.path.write_text("\n".join(lines), encoding="utf-8")
    marked = pipeline.open_article(read_source(source.path))
    marked = edits.add(marked, Span(16, 19), "LOC", author)
    sidecar.save(marked, path, expected=None)
    source.path.write_text("\n".join(["新增。", *lines[::2]]), encoding="utf-8")
    [mark] = load(path, read_source(source.path)).document.annotations
    assert mark.span == Span(12, 15)
