"""Formats of a folder on the command line: whole or not at all, there and back."""

import io
import json
import sys

import pytest

from core.cli import main

TEXT = "1月5日，全市落实项目184个，总投资4.24亿元。\n"


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "报.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words):
    try:
        return main([str(word) for word in words])
    except SystemExit as end:
        return end.code


def test_there_and_back(article, tmp_path):
    assert run("export", article, "--to", "brat", "-o", "out") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "annotation.conf",
        "provenance.json",
        "报.ann",
        "报.txt",
    ]
    assert run("import", "out", "--from", "brat", "-o", "back") == 0
    assert (tmp_path / "back" / "报.txt").read_text("utf-8") == TEXT
    assert run("export", "back", "--to", "brat", "-o", "again") == 0
    assert (tmp_path / "again" / "报.ann").read_bytes() == (tmp_path / "out" / "报.ann").read_bytes()
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_empty_folder_is_taken_a_full_one_is_left_alone(article, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    assert run("export", article, "--to", "brat", "-o", "out") == 0
    before = (tmp_path / "out" / "报.ann").read_bytes()
    capsys.readouterr()
    assert run("export", article, "--to", "brat", "-o", "out") == 2
    assert capsys.readouterr().err == "danqian: out: it is there already: choose an empty folder\n"
    assert (tmp_path / "out" / "报.ann").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["export", "报.txt", "--to", "brat", "-o", "-"],
        ["export", "报.txt", "--to", "brat", "-o", "报.txt"],
        ["export", "missing.txt", "--to", "brat", "-o", "out"],
        ["import", "missing", "--from", "brat", "-o", "out"],
        ["import", "报.txt", "--from", "brat", "-o", "out"],
    ],
)
def test_what_cannot_be_done_writes_nothing(article, tmp_path, capsys, words):
    assert run(*words) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["报.txt"]


def test_import_takes_standard_input(tmp_path, monkeypatch):
    row = json.dumps({"text": "张三", "label": [[0, 2, "PER"]], "name": "a"}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(row)))
    assert run("import", "-", "--from", "doccano", "-o", tmp_path / "out") == 0
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == "张三"


def test_nothing_is_printed_where_nothing_can_be_exported(tmp_path, capsys):
    assert run("export", tmp_path / "missing.txt", "--to", "labelstudio", "-o", "-") == 2
    assert capsys.readouterr().out == ""
