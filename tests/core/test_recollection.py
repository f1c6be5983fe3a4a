"""Recent articles: what their sidecars say, and no more than the name where there is none."""

from dataclasses import replace
from pathlib import Path

from core.files.source import read_source
from core.pipeline import open_article
from core.recollection import Recollection, recollect
from core.sidecar import encode, sidecar_path

ARTICLE = "江州市引进企业21家\n2024-05-06 08:00 来源：江州日报\n\n江州市引进企业21家。\n"


def test_a_sidecar_tells_title_source_day_and_what_waits(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    document = open_article(read_source(path))
    article = replace(document.article, title="企业21家", publisher="江州日报", published="2024-05-06T08:00")
    sidecar_path(path).write_bytes(encode(replace(document, article=article)))
    assert recollect(path) == Recollection(path, "企业21家", "江州日报", "2024-05-06", 0)


def test_without_a_sidecar_there_is_only_the_name(tmp_path: Path) -> None:
    path = tmp_path / "2.txt"
    assert recollect(path) == Recollection(path, "2.txt")


def test_a_broken_sidecar_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "3.txt"
    sidecar_path(path).write_bytes(b"{")
    assert recollect(path) == Recollection(path, "3.txt")
