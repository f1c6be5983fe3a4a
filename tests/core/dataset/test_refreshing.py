"""What changes in the folder outside is noticed, and only that is read."""

import os
from collections.abc import Callable
from pathlib import Path

from core import sidecar
from core.dataset import Dataset, Index, refresh
from core.document import Document

Annotate = Callable[..., Document]
LONG_AGO = 1_600_000_000


def age(folder: Path) -> None:
    """Let all files be old, so that their times tell them apart from what is written now."""
    for path in folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))


def read_names(index: Index, folder: Path, annotator: str | None = None) -> list[str]:
    return [state.name for step in refresh(index, Dataset(folder, annotator)) for state in step.states]


def test_the_states_of_a_folder(index: Index, folder: Path, annotate: Annotate) -> None:
    document = annotate("10.txt", finish=True)
    list(refresh(index, Dataset(folder)))
    states = index.states()
    assert {name: state.status for name, state in states.items()} == {
        "9.txt": "new",
        "10.txt": "done",
        "a.txt": "new",
    }
    assert states["10.txt"].reviewed == states["10.txt"].total == len(document.annotations)
    assert states["9.txt"].total > states["9.txt"].reviewed == 0


def test_only_what_changed_is_read_again(index: Index, folder: Path, annotate: Annotate) -> None:
    age(folder)
    assert len(read_names(index, folder)) == 3
    assert read_names(index, folder) == []
    (folder / "a.txt").write_text("改了\n", encoding="utf-8")
    (folder / "new.html").write_text("<p>新的</p>", encoding="utf-8")
    (folder / "9.txt").unlink()
    annotate("10.txt")
    assert set(read_names(index, folder)) == {"a.txt", "new.html", "10.txt"}
    assert set(index.states()) == {"10.txt", "a.txt", "new.html"}
    assert index.with_words("改了") == ["a.txt"]
    assert index.with_words("张三") == []


def test_a_file_written_this_moment_is_read_once_more(index: Index, folder: Path) -> None:
    age(folder)
    read_names(index, folder)
    (folder / "a.txt").write_text("甲甲", encoding="utf-8")
    assert read_names(index, folder) == ["a.txt"]
    (folder / "a.txt").write_text("乙乙", encoding="utf-8")  # the same size, perhaps the same time
    assert read_names(index, folder) == ["a.txt"]
    assert index.with_words("乙乙") == ["a.txt"]


def test_articles_with_a_sidecar_come_first(index: Index, folder: Path, annotate: Annotate) -> None:
    annotate("a.txt")
    assert read_names(index, folder)[:2] == ["9.txt", "a.txt"]


def test_every_annotator_has_states_of_his_own(tmp_path: Path, folder: Path, annotate: Annotate) -> None:
    annotate("9.txt", finish=True, annotator="甲")
    for annotator, status in (("甲", "done"), ("乙", "new"), (None, "new")):
        index = Index(tmp_path / f"{annotator}.sqlite")
        list(refresh(index, Dataset(folder, annotator)))
        assert index.states()["9.txt"].status == status
        index.close()


def test_what_cannot_be_read_says_why(index: Index, folder: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    sidecar.sidecar_path(folder / "a.txt").write_text('{"annotations": [1]}', encoding="utf-8")
    sidecar.sidecar_path(folder / "9.txt").write_text("no JSON", encoding="utf-8")
    list(refresh(index, Dataset(folder)))
    problems = {name for name, state in index.states().items() if state.problem}
    assert problems == {"picture.txt", "a.txt", "9.txt"}


def test_a_folder_that_is_gone_has_nothing(index: Index, tmp_path: Path) -> None:
    list(refresh(index, Dataset(tmp_path / "gone")))
    assert index.states() == {}
