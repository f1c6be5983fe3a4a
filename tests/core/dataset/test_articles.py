"""Which files of a folder are articles, and in which order they come."""

from pathlib import Path

import pytest

from core.dataset import Dataset, natural_key
from core.sidecar import sidecar_path

FILES = (
    "10.txt",
    "9.txt",
    "B.html",
    "a.txt",
    "a.txt.danqian.json",
    ".hidden.txt",
    "picture.png",
    "b/2.txt",
    "b/.x/3.txt",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.touch()
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def test_articles_come_in_counting_order(folder: Path) -> None:
    assert Dataset(folder).names() == ("9.txt", "10.txt", "a.txt", "B.html")


def test_a_deep_dataset_has_the_folders_below(folder: Path) -> None:
    dataset = Dataset(folder, is_deep=True)
    assert dataset.names() == ("9.txt", "10.txt", "a.txt", "B.html", "b/2.txt")
    assert dataset.path("b/2.txt") == folder / "b" / "2.txt"
    assert dataset.name_of(folder / "b" / "2.txt") == "b/2.txt"
    assert Dataset(folder).name_of(folder / "b" / "2.txt") is None
    assert dataset.name_of(folder.parent / "1.txt") is None


def test_a_stamp_tells_the_article_and_its_sidecar_apart(folder: Path) -> None:
    sidecar_path(folder / "b" / "2.txt", "甲").touch()
    for annotator, annotated in ((None, {"a.txt"}), ("甲", {"b/2.txt"})):
        stamps = Dataset(folder, annotator, is_deep=True).stamps()
        assert {name for name, stamp in stamps.items() if not stamp.endswith(" ")} == annotated


def test_an_unreadable_folder_has_none(tmp_path: Path) -> None:
    assert Dataset(tmp_path / "gone").names() == ()
    assert Dataset(tmp_path / "gone").stamps() == {}


def test_every_view_of_a_folder_has_an_index_of_its_own(folder: Path) -> None:
    views = [Dataset(folder), Dataset(folder, "甲"), Dataset(folder, is_deep=True), Dataset(folder / "b")]
    assert len({view.index_file() for view in views}) == 4


def test_names_with_strange_digits_have_an_order() -> None:
    assert sorted(["²", "1", "٣"], key=natural_key)
