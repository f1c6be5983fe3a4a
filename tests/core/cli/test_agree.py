"""``danqian agree``: whose sidecars are compared, and what is said."""

from dataclasses import replace

import pytest

from core import edits, pipeline, sidecar
from core.cli import main
from core.document import Progress
from core.edits import Author
from core.files.source import read_source
from core.text.spans import Span

BY = Author("甲", "2026-01-05T08:40:36+08:00")
TEXT = "张三到重庆市渝北区。\n"


def annotate(folder, name, annotator, *marks, article=True, status="done"):
    """An article and one annotator's sidecar of it; marks are words and a label."""
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / name
    path.write_text(TEXT, encoding="utf-8")
    document = pipeline.open_article(read_source(path))
    for words, label in marks:
        start = TEXT.index(words)
        document = edits.add(document, Span(start, start + len(words)), label, BY)
    document = replace(document, annotator=annotator, progress=Progress(status))
    sidecar.save(document, sidecar.sidecar_path(path, annotator), expected=None)
    if not article:
        path.unlink()


def run(*words):
    try:
        return main([str(word) for word in words])
    except SystemExit as end:
        return end.code


def said(capsys):
    out, err = capsys.readouterr()
    return out, err.splitlines()


def test_two_in_one_folder(tmp_path, capsys):
    annotate(tmp_path, "a.txt", "甲", ("张三", "PER"), ("重庆市", "LOC"))
    annotate(tmp_path, "a.txt", "乙", ("张三", "PER"), ("重庆市渝北区", "LOC"))
    assert run("agree", tmp_path, "--annotators", "甲", "乙") == 1
    # By hand, of 10 characters 7 alike: κ of LOC (0.7 - 0.46) / 0.54, of all (0.7 - 0.32) / 0.68;
    # α of LOC 1 - 19·6 / (20² - 9² - 11²), of all 1 - 19·6 / (20² - 4² - 9² - 7²)
    out, err = said(capsys)
    assert out == (
        "label  甲  乙  exact F1  relaxed F1  kappa  alpha\n"
        "LOC    1   1   0.000     1.000       0.444  0.424\n"
        "PER    1   1   1.000     1.000       1.000  1.000\n"
        "all    2   2   0.500     1.000       0.559  0.551\n"
        "\n"
        "甲 \\ 乙  LOC  PER\n"
        "LOC      1    0\n"
        "PER      0    1\n"
        "\n"
        "file   start  differ in  甲          乙\n"
        "a.txt  3      edges      LOC 重庆市  LOC 重庆市渝北区\n"
    )
    assert err == []


def test_two_folders_and_sidecars_alone(tmp_path, capsys):
    annotate(tmp_path / "one", "a.txt", None, ("张三", "PER"))
    annotate(tmp_path / "two", "a.txt", None, ("张三", "PER"), article=False)
    assert run("agree", tmp_path / "one", tmp_path / "two") == 0
    out, _ = said(capsys)
    assert out.startswith("label  ")
    assert "file" not in out


def test_the_field_inside_decides_who_annotated(tmp_path, capsys):
    annotate(tmp_path, "a.txt", "甲", ("张三", "PER"))
    annotate(tmp_path, "a.txt", "乙", ("张三", "PER"))
    (tmp_path / "a.txt.乙.danqian.json").rename(tmp_path / "a.txt.x.danqian.json")
    assert run("agree", tmp_path, "--annotators", "乙", "甲") == 0
    assert said(capsys)[0].startswith("label  乙  甲")


def test_who_has_no_name_is_a_dash(tmp_path, capsys):
    for annotator in (None, "甲", "乙"):
        annotate(tmp_path, "a.txt", annotator, ("张三", "PER"))
    assert run("agree", tmp_path) == 2
    assert said(capsys) == ("", ["danqian: annotated by -, 乙, 甲: choose two with --annotators"])
    assert run("agree", tmp_path, "--annotators", "-", "甲") == 0
    assert said(capsys)[0].startswith("label  -  甲")


def test_different_pairs_are_not_thrown_together(tmp_path, capsys):
    for name, annotator in (("a", "甲"), ("a", "乙"), ("b", "乙"), ("b", "丙")):
        annotate(tmp_path, f"{name}.txt", annotator)
    assert run("agree", tmp_path) == 2
    assert said(capsys)[1] == ["danqian: annotated by 丙, 乙, 甲: choose two with --annotators"]


def test_articles_of_one_alone_are_counted(tmp_path, capsys):
    for name, annotator in (("a", "甲"), ("a", "乙"), ("b", "甲")):
        annotate(tmp_path, f"{name}.txt", annotator, ("张三", "PER"))
    assert run("agree", tmp_path) == 0
    assert said(capsys)[1] == ["danqian: articles that only one of them has begun: 1"]


def test_what_cannot_be_compared_is_listed_and_the_rest_is_done(tmp_path, capsys):
    for name in ("a", "b", "c"):
        for annotator in ("甲", "乙"):
            annotate(tmp_path, f"{name}.txt", annotator)
    (tmp_path / "b.txt.甲.danqian.json").write_text("{", encoding="utf-8")
    changed = tmp_path / "c.txt.甲.danqian.json"
    changed.write_text(changed.read_text("utf-8").replace("张三到", "李四到"), encoding="utf-8")
    assert run("agree", tmp_path) == 3
    _, err = said(capsys)
    assert err[0].startswith(f"danqian: {tmp_path / 'b.txt'}")
    assert err[1] == f"danqian: {tmp_path / 'c.txt'}: the two have different texts of it"


@pytest.mark.parametrize("words", [["missing"], ["."], ["a.txt"], [".", "--annotators", "甲", "甲"]])
def test_nothing_to_compare(tmp_path, capsys, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("agree", *words) == 2
    out, err = said(capsys)
    assert (out, len(err)) == ("", 1)


def test_what_one_has_not_looked_at_is_left_out_unless_asked_for(tmp_path, capsys):
    for annotator in ("甲", "乙"):
        annotate(tmp_path, "a.txt", annotator, ("张三", "PER"), ("重庆市", "LOC"))
    theirs = tmp_path / "a.txt.乙.danqian.json"
    theirs.write_text(theirs.read_text("utf-8").replace('"status": "added"', '"status": "auto"', 1), "utf-8")
    assert run("agree", tmp_path) == 0
    out, err = said(capsys)
    assert "PER" not in out
    assert err == ["danqian: marks where one of them has not looked yet, which do not count: 2"]
    assert run("agree", tmp_path, "--marks", "all") == 0
    out, err = said(capsys)
    assert "PER    1   1   1.000" in out
    assert err == []


def test_an_article_that_one_has_not_begun_is_not_compared(tmp_path, capsys):
    annotate(tmp_path, "a.txt", "甲", ("张三", "PER"))
    annotate(tmp_path, "a.txt", "乙", status="new")
    assert run("agree", tmp_path) == 2
    assert "no article that two annotators" in said(capsys)[1][0]
    assert run("agree", tmp_path, "--marks", "all") == 1


def test_tables_and_a_page_are_written(tmp_path, capsys):
    annotate(tmp_path, "a.txt", "甲", ("张三", "PER"), ("重庆市", "LOC"))
    annotate(tmp_path, "a.txt", "乙", ("重庆市渝北区", "LOC"))
    page, table = tmp_path / "out.html", tmp_path / "out.csv"
    assert run("agree", tmp_path, "--annotators", "甲", "乙", "--html", page, "--csv", table) == 1
    assert table.read_bytes().decode("utf-8-sig").splitlines() == [
        "file,start,differ,one,other,label_one,start_one,end_one,quote_one,label_other,start_other,end_other,quote_other",
        "a.txt,0,missing,甲,乙,PER,0,2,张三,,,,",
        "a.txt,3,edges,甲,乙,LOC,3,6,重庆市,LOC,3,9,重庆市渝北区",
    ]
    html = page.read_text("utf-8")
    assert "甲 与 乙" in html
    assert "地点 重庆市渝北区" in html
    assert "分歧 2 处" in html
