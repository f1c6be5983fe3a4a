"""The figures of a dataset: marks, names, time, finished articles without marks, copies."""

import csv
import io
from dataclasses import replace

from core import edits, pipeline, sidecar
from core.dataset import Dataset
from core.document import Progress
from core.edits import Author
from core.files.source import read_source
from core.statistics import Effort, NameCount, Statistics, as_csv, statistics_of
from core.text.spans import Span

BY = Author("甲", "2026-01-05T08:40:36+08:00")
LABELS = ("PER", "LOC")


def article(folder, name, text, *marks, status="in_progress", seconds=0, rejected=0):
    """An article with marks of words and a label, the last ``rejected`` of them rejected."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = pipeline.open_article(read_source(path))
    for words, label in marks:
        start = text.index(words)
        document = edits.add(document, Span(start, start + len(words)), label, BY)
    annotations = [
        replace(mark, status="rejected") if len(marks) - place <= rejected else mark
        for place, mark in enumerate(document.annotations)
    ]
    progress = Progress(status, seconds=seconds)
    document = replace(document, annotator="甲", annotations=tuple(annotations), progress=progress)
    sidecar.save(document, sidecar.sidecar_path(path, "甲"), expected=None)


def test_the_figures(tmp_path):
    article(
        tmp_path, "1.txt", "张三到重庆，今天晴。", ("张三", "PER"), ("重庆", "LOC"), status="done", seconds=60
    )
    article(tmp_path, "2.txt", "张三在成都开会，后回家。", ("张三", "PER"), ("成都", "LOC"), rejected=1)
    article(tmp_path, "3.txt", "今日无事可记，天气也好。", status="done", seconds=30)
    article(tmp_path, "4.txt", "今日无事可记，天气也好！", status="done")
    (tmp_path / "5.txt").write_text("未动", encoding="utf-8")
    (tmp_path / "6.txt").write_text("坏", encoding="utf-8")
    (tmp_path / "6.txt.甲.danqian.json").write_text("{", encoding="utf-8")
    found = statistics_of(Dataset(tmp_path, "甲"), LABELS)
    assert found.articles == 5
    assert found.labels == {"LOC": {"added": 1, "rejected": 1}, "PER": {"added": 2}}
    assert found.marks == 3
    assert found.states == {"done": 3, "in_progress": 1, "new": 1}
    assert found.days == {"2026-01-05": 2}
    assert found.names == (NameCount("张三", "PER", 2, 2), NameCount("重庆", "LOC", 1, 1))
    assert found.efforts == (Effort("1.txt", 60, 10, 2), Effort("3.txt", 30, 12, 0))
    assert found.seconds_each == 45
    assert found.unlabelled == ("3.txt", "4.txt")
    assert found.copies == (("3.txt", "4.txt"),)


def test_nothing_to_count(tmp_path):
    assert statistics_of(Dataset(tmp_path), LABELS) == Statistics(states={})
    assert Statistics().seconds_each is None


def test_the_table_has_a_row_for_each_figure(tmp_path):
    article(tmp_path, "1.txt", "张三到重庆。", ("张三", "PER"), status="done", seconds=60)
    found = statistics_of(Dataset(tmp_path, "甲"), LABELS)
    rows = list(csv.reader(io.StringIO(b"".join(as_csv(found)).decode("utf-8-sig"))))
    assert rows[1:] == [
        ["articles", "", "", "1", ""],
        ["marks", "PER", "added", "1", ""],
        ["states", "done", "", "1", ""],
        ["days", "2026-01-05", "", "1", ""],
        ["names", "张三", "PER", "1", "1"],
        ["seconds", "1.txt", "", "60", ""],
    ]
