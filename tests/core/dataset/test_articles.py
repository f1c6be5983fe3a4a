"""Which files of a folder are articles, and in which order they come."""

from pathlib import Path

from core.dataset import articles_in, natural_key


def test_articles_come_in_counting_order(tmp_path: Path) -> None:
    for name in ("10.txt", "9.txt", "B.html", "a.txt", "a.txt.danqian.json", ".hidden.txt", "picture.png"):
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in articles_in(tmp_path)] == ["9.txt", "10.txt", "a.txt", "B.html"]


def test_an_unreadable_folder_has_none(tmp_path: Path) -> None:
    assert articles_in(tmp_path / "gone") == ()


def test_names_with_strange_digits_have_an_order() -> None:
    assert sorted(["²", "1", "٣"], key=natural_key)
