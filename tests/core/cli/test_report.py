"""``danqian report``: every format, and what is said where one cannot be had."""

import pytest

from core.cli import main, report
from core.cli.report import FORMS

ARTICLE = "江州市上半年进出口85.2亿元\n2024-07-15 09:30 来源：江州日报\n\n江州市实现进出口总额85.2亿元。\n"
STARTS = {".html": b"<!DOCTYPE html>", ".docx": b"PK", ".pdf": b"%PDF", ".md": b"# ", ".txt": "江".encode()}


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("what", "suffix"), [(what, suffix) for what, forms in FORMS.items() for suffix in forms]
)
def test_every_form_is_written(article, what, suffix):
    out = article.with_name(f"out{suffix}")
    assert main(["report", str(article), "--what", what, "-o", str(out)]) == 0
    data = out.read_bytes()
    assert data.startswith(STARTS[suffix])
    assert len(data) > (1000 if suffix in (".html", ".docx", ".pdf") else 50)


def test_who_hands_it_on_and_in_which_language(article, capsys):
    line = ["report", str(article), "--format", "html", "-o", "-", "--by", "王编辑", "--language", "en"]
    assert main(line) == 0
    page = capsys.readouterr().out
    assert "王编辑" in page
    assert "Proof report" in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "a.txt"], "proof comes as html, docx, pdf"),
        (["-o", "-"], "add --format"),
        (["--what", "changes", "-o", "a.md"], "changes comes as docx"),
    ],
)
def test_a_form_that_is_not_there_is_refused(article, arguments, words, capsys, monkeypatch):
    monkeypatch.chdir(article.parent)
    assert main(["report", "a.txt", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_of_several_articles_there_is_a_folder(article, tmp_path, capsys):
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "a.txt"
    other.write_text(ARTICLE, encoding="utf-8")
    out, missing = tmp_path / "out", tmp_path / "none.txt"
    line = ["report", str(article), str(missing), str(other), "-o", str(out)]
    assert main(line) == 2
    assert "add --format" in capsys.readouterr().err
    assert main([*line, "--format", "docx"]) == 3
    assert "none.txt" in capsys.readouterr().err
    assert {path.name: path.read_bytes()[:2] for path in out.iterdir()} == {
        "a.docx": b"PK",
        "a 2.docx": b"PK",
    }


def test_where_no_article_can_be_read_no_folder_is_made(tmp_path, capsys):
    out = tmp_path / "out"
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert main(["report", *names, "-o", str(out), "--format", "html"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not out.exists()


def test_without_qt_a_pdf_is_refused_in_words(article, capsys, monkeypatch):
    monkeypatch.setattr(report, "PRINTER", "gui.printing.nowhere")
    out = article.with_suffix(".pdf")
    assert main(["report", str(article), "-o", str(out)]) == 2
    assert "a PDF needs Qt" in capsys.readouterr().err
    assert not out.exists()
