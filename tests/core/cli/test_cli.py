"""The command line as a person and a pipe meet it."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from hashlib import sha256

import pytest

from core import edits, errors, sidecar
from core.cli import COMMANDS, check, main
from core.cli.sentences import SENTENCES, sentence
from core.dataset import Dataset
from core.edits import Author
from core.exchange.dataset_export import Order, export_dataset
from core.files.source import read_source

TEXT = "1月5日，全市落实项目184个，总投资4.24亿元。\n"
DAMAGED = "重慶(qìng)對(duì)口協(xié)同,總投資4.24億元。\n" * 3
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "报 1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def stdin(monkeypatch):
    def give(data: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def run(*words):
    try:
        return main([str(word) for word in words])
    except SystemExit as end:
        return end.code


def lines(capsys):
    out, err = capsys.readouterr()
    return out, err.splitlines()


def test_annotate_writes_the_sidecar_and_says_nothing(article, capsys):
    assert run("annotate", article) == 0
    assert lines(capsys) == ("", [])
    opened = sidecar.load(sidecar.sidecar_path(article), read_source(article))
    assert "184个" in [a.quote for a in opened.document.annotations]
    assert run("annotate", article) == 0


def test_annotate_prints_what_the_sidecar_would_hold(article, capsys, stdin):
    assert run("annotate", article, "--stdout") == 0
    printed, _ = lines(capsys)
    assert not sidecar.sidecar_path(article).exists()
    run("annotate", article)
    assert json.loads(printed) == json.loads(sidecar.sidecar_path(article).read_text(encoding="utf-8"))
    stdin(TEXT.encode("gbk"))
    assert run("annotate", "-", article, "--stdout") == 0
    first, second = lines(capsys)[0].splitlines()
    assert json.loads(first)["source"]["name"] == "stdin"
    assert json.loads(second)["source"]["name"] == article.name


def test_failures_are_listed_and_the_rest_is_done(article, capsys):
    (article.parent / "b.txt").write_bytes(b"\x89PNG\r\n")
    assert run("annotate", article.parent, article.parent / "none.txt") == 3
    out, told = lines(capsys)
    assert (out, len(told)) == ("", 2)
    assert told[0].endswith("b.txt: it is not an article: a picture")
    assert told[1].endswith("none.txt: there is no such file")
    assert sidecar.sidecar_path(article).exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "COMMAND"),
        (("fly",), "fly"),
        (("annotate",), "FILE"),
        (("annotate", "none.txt"), "no such file"),
        (("annotate", "-"), "--stdout"),
        (("annotate", "a", "--jobs", "0"), "--jobs"),
        (("annotate", "a", "--accept-at", "2"), "confidence"),
        (("restore", "none.txt"), "no such file"),
        (("restore", "a", "--script", "latin"), "latin"),
        (("recognize", "--date", "yesterday"), "not a date"),
        (("figures", "none.txt"), "no such file"),
        (("export", ".", "--to", "word", "-o", "x"), "word"),
        (("export", "none", "--to", "csv", "-o", "x", "--status", "good"), "good"),
        (("export", "none.txt", "--to", "csv", "-o", "x"), "no such file"),
        (("export", ".", "--to", "csv", "-o", "x"), "no annotations"),
        (("import", "none", "--from", "doccano", "-o", "x"), "no such file"),
        (("import", "none", "--from", "csv", "-o", "x"), "csv"),
    ],
)
def test_wrong_usage_is_one_line_and_writes_nothing(words, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 2
    out, told = lines(capsys)
    assert (out, len(told)) == ("", 1)
    assert told[0].startswith("danqian: ")
    assert says in told[0]
    assert list(tmp_path.iterdir()) == []


def test_restore_prints_the_text(article, capsys, stdin):
    article.write_text(DAMAGED, encoding="utf-8")
    assert run("restore", article) == 0
    assert lines(capsys)[0].startswith("重庆对口协同，总投资4.24亿元。\n")
    stdin(DAMAGED.encode())
    assert run("restore", "-", "--script", "source") == 0
    assert lines(capsys)[0].startswith("重慶對口協同，")


def test_restore_explains_each_repair_in_a_line(article, capsys):
    article.write_text(DAMAGED, encoding="utf-8")
    assert run("restore", article, "--explain") == 0
    repairs = [json.loads(line) for line in lines(capsys)[0].splitlines()]
    assert all(DAMAGED[slice(*r["source"])] == r["original"] for r in repairs)
    assert {"gloss", "width"} <= {r["kind"] for r in repairs}
    article.write_text(TEXT, encoding="utf-8")
    assert run("restore", article, "--explain") == 0
    assert lines(capsys) == ("", [])


def test_recognize_answers_line_for_line(capsys, stdin):
    rows = [
        json.dumps({"text": "𠮷\r\n去年投资4.24亿元", "date": "2022-01-05", "id": 7}, ensure_ascii=False),
        json.dumps({"text": "去年"}),
        "{",
        "[]",
        "",
        '{"text": 1, "id": 8}',
        '{"text": "a", "date": "soon"}',
        '{"text": "a\\ud800"}',
    ]
    stdin("\n".join(rows).encode())
    assert run("recognize", "--date", "2020-01-01") == 0
    answers = [json.loads(line) for line in lines(capsys)[0].splitlines()]
    assert len(answers) == len(rows)
    first = answers[0]
    assert (first["id"], set(first)) == (7, {"id", "mentions"})
    assert [(m["label"], m["quote"]) for m in first["mentions"]] == [("DATE", "去年"), ("MONEY", "4.24亿元")]
    assert [m["start"] for m in first["mentions"]] == [3, 7]
    assert first["mentions"][0]["value"]["timex"] == "2021"
    assert set(first["mentions"][0]) == {"label", "start", "end", "quote", "value", "confidence"}
    assert answers[1]["mentions"][0]["value"]["timex"] == "2019"
    assert ["error" in answer for answer in answers] == [False, False, True, True, True, True, True, False]
    assert answers[5]["id"] == 8


def test_a_fault_in_one_text_leaves_the_others_alone(article, capsys, stdin, monkeypatch):
    def failing(*_, **__):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("core.cli.recognize.recognize", failing)
    stdin(b'{"text": "a", "id": 1}\n')
    assert run("recognize") == 0
    assert json.loads(lines(capsys)[0]) == {
        "id": 1,
        "error": "a fault of Danqian: ZeroDivisionError: by zero",
    }
    monkeypatch.setattr("core.pipeline.annotate", failing)
    for words in (("annotate", article), ("annotate", "--stdout", article)):
        assert run(*words) == 2
        assert "a fault of Danqian" in lines(capsys)[1][0]


def test_figures_in_every_shape(article, capsys, tmp_path):
    assert run("figures", article) == 0
    assert "4.24亿元" in lines(capsys)[0]
    assert run("figures", article, "--format", "json") == 0
    rows = json.loads(lines(capsys)[0])
    assert [(r["quote"], r["label"]) for r in rows[:2]] == [("1月5日", "DATE"), ("184个", "COUNT")]
    out = tmp_path / "f.csv"
    assert run("figures", article, "--format", "csv", "-o", out) == 0
    assert out.read_bytes().startswith(
        b"\xef\xbb\xbfstart,end,quote,label,amount,to,unit,approx,timex,mod,subject"
    )
    assert run("figures", article, "--format", "xlsx", "-o", tmp_path / "f.xlsx") == 0
    assert (tmp_path / "f.xlsx").read_bytes().startswith(b"PK")


def test_figures_of_what_a_person_saved(article, capsys):
    run("annotate", article)
    target = sidecar.sidecar_path(article)
    opened = sidecar.load(target, read_source(article))
    money = next(a for a in opened.document.annotations if a.quote == "4.24亿元")
    kept = edits.remove(opened.document, money.id, Author(None, "2026-01-05T08:40:36+08:00"))
    sidecar.save(kept, target, expected=opened.digest)
    run("figures", article, "--format", "json")
    assert "4.24亿元" not in [row["quote"] for row in json.loads(lines(capsys)[0])]
    article.write_text("变了。" + TEXT, encoding="utf-8")
    assert run("figures", article) == 2
    assert "has changed" in lines(capsys)[1][0]


def test_export_and_import(article, capsys, tmp_path):
    run("annotate", article)
    out, folder = tmp_path / "out.jsonl", tmp_path / "back"
    assert run("export", tmp_path, "--to", "doccano", "-o", out) == 0
    assert "no room for" in lines(capsys)[1][0]
    assert run("import", out, "--from", "doccano", "-o", folder, "--annotator", "乙") == 0
    assert sorted(p.name for p in folder.iterdir()) == ["报 1.txt", "报 1.txt.乙.danqian.json"]
    document = sidecar.stored_in(sidecar.sidecar_path(folder / "报 1.txt", "乙"))
    assert (document.annotator, {a.status for a in document.annotations}) == ("乙", {"accepted"})
    assert run("import", out, "--from", "doccano", "-o", folder) == 2
    assert "already" in lines(capsys)[1][-1]
    assert run("export", folder, "--to", "csv", "-o", "-") == 2
    assert "those of 乙: name one with --annotator" in lines(capsys)[1][-1]
    assert run("export", folder, "--to", "csv", "-o", "-", "--annotator", "乙") == 0
    table, _ = lines(capsys)
    rows = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert [row["status"] for row in rows] == ["accepted"] * len(document.annotations)


def test_export_needs_no_article_beside_the_sidecar(article, tmp_path, capsys):
    run("annotate", article)
    article.unlink()
    assert run("export", sidecar.sidecar_path(article), "--to", "conll-bio", "-o", "-", "--unit", "word") == 0
    assert "-DOCSTART-\tO" in lines(capsys)[0]


def test_export_takes_an_article_that_was_renamed_with_its_sidecar(article, tmp_path, capsys):
    assert run("annotate", article) == 0
    sidecar.sidecar_path(article).rename(tmp_path / "改名.txt.danqian.json")
    article.rename(tmp_path / "改名.txt")
    capsys.readouterr()
    assert run("export", tmp_path, "--to", "doccano", "-o", "-") == 0
    assert [json.loads(row)["name"] for row in capsys.readouterr().out.splitlines()] == ["改名.txt"]
    order = Order("hf-jsonl", shares={"train": 1})
    export_dataset(Dataset(tmp_path), order, tmp_path / "out")
    [row] = (tmp_path / "out" / "data" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(row)["id"] == "改名.txt"
    opened = sidecar.load(tmp_path / "改名.txt.danqian.json", read_source(tmp_path / "改名.txt"))
    assert opened.document.source.name == "改名.txt"


def test_an_export_tells_which_guidelines_its_articles_were_annotated_by(article, tmp_path):
    (tmp_path / "danqian-scheme.toml").write_text(
        'name = "s"\nversion = "2"\nguidelines = "g.md"\n[[labels]]\nname = "MONEY"\n', encoding="utf-8"
    )
    (tmp_path / "g.md").write_bytes(b"# MONEY")
    assert run("annotate", article) == 0
    (tmp_path / "g.md").write_bytes(b"# MONEY, other than before")
    assert run("export", tmp_path, "--to", "doccano", "-o", tmp_path / "out") == 0
    [scheme] = json.loads((tmp_path / "out.provenance.json").read_bytes())["schemes"]
    assert (scheme["name"], scheme["version"]) == ("s", "2")
    assert scheme["guidelines_sha256"] == sha256(b"# MONEY").hexdigest()


def test_export_goes_on_past_a_broken_sidecar(article, capsys, tmp_path):
    run("annotate", article)
    (tmp_path / "b.txt.danqian.json").write_text("{")
    assert run("export", tmp_path, "--to", "conll-bioes", "-o", "-") == 3
    assert "b.txt.danqian.json: its annotations can't be read" in lines(capsys)[1][-1]


def test_what_cannot_be_written_is_told(article, capsys):
    assert run("figures", article, "-o", article.parent / "none" / "f") == 2
    assert "could not be written" in lines(capsys)[1][0]


def test_info_names_versions_and_formats(capsys):
    assert run("info") == 0
    facts, _ = lines(capsys)
    assert all(word in facts for word in ("danqian", "python", "lxml", "doccano", "gb18030"))


def test_every_error_has_words():
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.UserError)
    ]
    assert set(kinds) == set(SENTENCES)
    for kind in kinds:
        assert "\n" not in sentence(kind(None, "two\nlines"))


def test_every_command_helps(capsys):
    for command in COMMANDS:
        assert run(command.NAME, "--help") == 0
        assert command.HELP.split()[0] in lines(capsys)[0]
    assert run("--version") == 0


def process(*words, **options):
    command = [sys.executable, "-m", "core", *map(str, words)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


@posix
def test_pipes_carry_utf_8_and_line_feeds_in_any_locale(article):
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    article.write_text(DAMAGED, encoding="utf-8")
    with process("restore", article, env=environment) as restoring:
        out, err = restoring.communicate()
    assert (out.decode("utf-8").split("\n")[0], err) == ("重庆对口协同，总投资4.24亿元。", b"")
    assert b"\r" not in out


@posix
def test_a_reader_that_has_seen_enough_is_no_error(article):
    article.write_text("\n".join(f"甲{n}" for n in range(20_000)), encoding="utf-8")
    with process("restore", article) as restoring:
        restoring.stdout.readline()
        restoring.stdout.close()
        assert (restoring.wait(), restoring.stderr.read()) == (0, b"")


@posix
@pytest.mark.parametrize(("jobs", "how"), [(1, signal.SIGINT), (2, signal.SIGTERM)])
def test_an_interruption_loses_nothing_and_the_next_run_goes_on(tmp_path, jobs, how):
    total = 60
    for number in range(total):
        (tmp_path / f"{number}.txt").write_text(TEXT * 40, encoding="utf-8")
    # A shell that runs the tests in its background has them ignore SIGINT.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with process("annotate", tmp_path, "--jobs", jobs, preexec_fn=heed) as annotating:
        while annotating.poll() is None and not list(tmp_path.glob("*.danqian.json")):
            time.sleep(0.02)
        annotating.send_signal(how)
        assert annotating.wait(20) == 130
        assert b"Traceback" not in annotating.stderr.read()
    done = sorted(tmp_path.glob("*.danqian.json"))
    assert 0 < len(done) < total
    assert len(list(tmp_path.iterdir())) == total + len(done)
    for target in done:
        assert sidecar.stored_in(target).annotations


CONTRADICTION = "2025年11月10日（星期一），全市共有企业600家，其中国有企业250家，民营企业370家。\n"


def test_check_asks_and_ends_with_1(tmp_path, capsys):
    sound, unsound = tmp_path / "a.txt", tmp_path / "b.txt"
    sound.write_text(TEXT, encoding="utf-8")
    unsound.write_text(CONTRADICTION, encoding="utf-8")
    assert run("check", sound) == 0
    assert lines(capsys) == ("", [])
    assert run("check", tmp_path) == 1
    table, errors_told = lines(capsys)
    assert "250家 + 370家 = 620，不是600家" in table
    assert errors_told == []


def test_check_asks_in_english(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(CONTRADICTION, encoding="utf-8")
    assert run("check", path, "--language", "en") == 1
    assert "Do the parts not make the total?" in lines(capsys)[0]
    assert run("check", path, "--language", "en", "--format", "json") == 1
    message = json.loads(lines(capsys)[0])["findings"][0]["message"]
    assert message == "Do the parts not make the total?\n250家 + 370家 = 620, not 600家"


FACTS = "长梁风电场由北风新能源投资{}亿元建设。工程师裘月{}说，风机运行平稳。\n"


def test_check_tells_of_each_article_at_once_and_compares_them_at_the_end(tmp_path, monkeypatch, capsys):
    for name, amount, last in (("a", "18.64", "娥"), ("b", "18.64", "娥"), ("c", "16.84", "鹅")):
        (tmp_path / f"{name}.txt").write_text(FACTS.format(amount, last) + CONTRADICTION, encoding="utf-8")
    told: list[str] = []
    read = check.document_of
    monkeypatch.setattr(
        check, "document_of", lambda name: (told.append(capsys.readouterr()[0]), read(name))[1]
    )
    assert run("check", tmp_path) == 1
    rest = capsys.readouterr()[0]
    assert ["600家" in words for words in told] == [False, True, True]
    assert "“裘月鹅”在其他稿件作“裘月娥”" in rest
    assert rest.count("与同一文件夹的稿件不一致？") == 3


def test_check_answers_every_file_in_json(tmp_path, capsys, stdin):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    stdin(CONTRADICTION.encode())
    assert run("check", "--format", "json", "-", path, tmp_path / "missing.txt") == 3
    out, told = lines(capsys)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [(answer["file"], len(answer["findings"])) for answer in answers] == [("-", 1), (str(path), 0)]
    assert answers[0]["findings"][0]["rule"] == "sum"
    assert "missing.txt" in told[0]
