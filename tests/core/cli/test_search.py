"""``danqian search``: what is printed, and what is said of what cannot be searched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main

TEXT = "重慶高新區引進企業21家\n\n去年，張三到高新区。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "b").mkdir(parents=True)
    (made / "1.txt").write_text(TEXT, encoding="utf-8")
    (made / "b" / "2.txt").write_text(TEXT, encoding="utf-8")
    main(["annotate", str(made / "1.txt")])
    return made


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main(["search", *map(str, words)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def found(printed: str) -> list[tuple[str, str]]:
    return [(place["file"], place["quote"]) for place in map(json.loads, printed.splitlines())]


def test_words_are_found_in_the_folder_and_below(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, folder, "高新区", "--format", "json")
    words = ["高新區", "高新区"]
    assert (status, err) == (0, "")
    assert found(out) == [(name, word) for name in ("1.txt", "b/2.txt") for word in words]


def test_marks_are_found_by_label_and_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(run(capsys, folder, "", "--label", "PER", "--format", "json")[1]) == [("1.txt", "張三")]
    assert found(run(capsys, folder, "21", "--marks", "--format", "json")[1]) == [("1.txt", "21家")]
    assert found(run(capsys, folder, "21", "--marks", "--annotator", "乙", "--format", "json")[1]) == []


def test_what_changed_is_seen_the_next_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, folder, "丹铅")[1] == ""
    (folder / "b" / "2.txt").write_text("丹铅\n", encoding="utf-8")
    assert "b/2.txt" in run(capsys, folder, "丹铅")[1]


def test_an_article_that_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    status, out, err = run(capsys, folder, "張三")
    assert status == 3
    assert "1.txt" in out
    assert "picture.txt: a picture" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("", "--format", "json"), "there is nothing to look for"),
        (("(", "--regex"), "the pattern is not a regular expression: missing ) at position 1"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert run(capsys, folder, *words) == (2, "", f"danqian: {told}\n")


def test_a_folder_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "1.txt"
    file.write_text("字", encoding="utf-8")
    for folder, reason in (
        (tmp_path / "none", "there is no such folder"),
        (file, "this is a file, where a folder is needed"),
    ):
        assert run(capsys, folder, "字") == (2, "", f"danqian: {folder}: {reason}\n")
