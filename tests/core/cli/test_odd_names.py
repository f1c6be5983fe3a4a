"""Files with every odd character in their names go the whole way."""

import json
import os
import sys

import pytest

from core import sidecar
from core.cli import main
from core.files import journal
from core.files.source import read_source

TEXT = "1月5日，全市落实项目184个。\n"
NAMES = [
    "a b.txt",
    "-o.txt",
    "--stdout",
    "报 “一区两群”.txt",
    "𠮷🙂\u200d.txt",
    "e\u0301.txt",
    "\u202egpj.txt",
    "a'b$(c)`d`;&|<>?*.txt",
    'a"b\\c.txt',
    "a\nb\t.txt",
    "%41%2f..txt",
    "x" * 240,
    "CON.txt",
    ".txt.danqian.json.txt",
    os.fsdecode(b"\xb1\xa8.txt"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_an_article_of_any_name_goes_the_whole_way(name, tmp_path, capsys):
    article = tmp_path / name
    article.write_text(TEXT, encoding="utf-8")
    target = sidecar.sidecar_path(article)
    if len(target.name) > 255:
        assert main(["annotate", "--", str(article)]) == 2
        assert "could not be written" in capsys.readouterr().err
        return
    assert main(["annotate", "--", str(article)]) == 0
    assert [path.name for path in sidecar.sidecars_of(article)] == [target.name]
    opened = sidecar.load(target, read_source(article))
    assert opened.document.source.name == name
    assert opened.anchored is None
    out = tmp_path / "out.jsonl"
    assert main(["export", str(tmp_path), "--to", "doccano", "-o", str(out)]) == 0
    assert [json.loads(line)["name"] for line in out.read_text(encoding="utf-8").splitlines()] == [name]
    journal.record(opened.document, article, target, expected=None, now="", folder=tmp_path)
    assert journal.recover(target, folder=tmp_path).article == article
    for form in ("csv", "xlsx", "conll-bio"):
        assert main(["export", str(tmp_path), "--to", form, "-o", str(tmp_path / "out")]) == 0
    folder = tmp_path / "in"
    assert main(["import", str(out), "--from", "doccano", "-o", str(folder)]) == 0
    assert len(list(folder.iterdir())) == 2
    capsys.readouterr()


@pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes of POSIX")
def test_what_is_no_file_is_told(tmp_path, capsys):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("loop", "dangling", "a\0b"):
        assert main(["restore", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 3
